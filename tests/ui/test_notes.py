import pygame

from game.sim.room_art import Note, RoomArt
from game.ui import shots
from game.ui.note_words import labels
from game.ui.notes import PENCIL, pencil
from game.ui.text import Box

SEEN = ("seen_depth", "seen_ice", "seen_strip", "seen_straw", "seen_rounds")


def drawn(world, notes, at=(0, 0)):
    surface = pygame.Surface((640, 360)).convert()
    surface.fill((0, 0, 0))
    pencil(surface, world, RoomArt("tumen", "river", {}, (), (), {}, notes), *at)
    mask = pygame.mask.from_threshold(surface, PENCIL, (1, 1, 1, 255))
    return mask.count(), (mask.get_bounding_rects() or [pygame.Rect(0, 0, 0, 0)])[0].unionall(mask.get_bounding_rects())


def test_a_note_is_drawn_where_it_lies_once_it_is_known(content, assets):
    world = shots.staged(content, "room:tumen", assets=assets).screens[-1].world
    field = (Note("seen_ice", "bend", ((100, 80), (200, 140)), True),)
    assert drawn(world, field)[0] == 0
    world.tale.facts["seen_ice"] = True
    count, rect = drawn(world, field)
    assert count > 300 and pygame.Rect(97, 77, 107, 67).contains(rect) and rect.width > 95 and rect.height > 55
    assert drawn(world, field, at=(700, 0))[0] == 0
    arrow = drawn(world, (Note("seen_ice", "strong", ((50, 60), (150, 60), (150, 160))),))
    assert arrow[0] > 150 and pygame.Rect(45, 54, 117, 112).contains(arrow[1])


def test_the_words_of_notes_keep_clear_of_other_words_and_of_one_another(content, assets):
    for percent in (100, 200):
        app = shots.staged(content, "room:tumen", 60, text_percent=percent, assets=assets)
        play = app.screens[-1]
        world = play.world
        for fact in SEEN:
            world.tale.facts[fact] = True
        world.stage.her.x, world.stage.her.y = 20 * 4096, 34 * 4096
        play.eyes.camera.snap(world.room, world.stage.her)
        play.eyes.planning = True
        boxes = play.draw(app.display.surface, app.kit)
        notes = [box for box in boxes if box.name.startswith("note ")]
        assert notes or percent == 200  # large panels leave no room
        for box in notes:
            assert app.display.surface.get_rect().contains(box.rect)
            assert box.rect.collidelist([other.rect for other in boxes if other is not box]) < 0


def test_words_are_read_from_near_or_on_a_look_round(content, assets):
    app = shots.staged(content, "room:tumen", assets=assets)
    play = app.screens[-1]
    play.world.tale.facts["seen_ice"] = True
    art = content.art["tumen"]
    x, y = next(note.points[0] for note in art.notes if note.text == "strong")
    play.eyes.camera.left, play.eyes.camera.top = x - 320, y - 180

    def shown(cells, planning=False, taken=()):
        play.eyes.planning = planning
        play.world.stage.her.x, play.world.stage.her.y = x * 256 - cells * 4096, y * 256
        return [box.name for box in labels(app.display.surface, app.kit, play.world, play.eyes, list(taken))]

    assert shown(3) == ["note strong"]
    assert shown(14) == []
    assert "note strong" in shown(14, planning=True)
    assert shown(3, taken=[Box("words", app.display.surface.get_rect())]) == []
