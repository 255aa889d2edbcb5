import calendar

import pygame
import pytest

from game.ui import end_card, shots
from game.ui.look import INK, ROSE
from game.ui.storage import Browser, Folder, Memory, PackShelf
from tests.ui.hands import press, wait

NOON = calendar.timegm((2026, 11, 28, 12, 0, 0))


@pytest.fixture
def ended(content, assets):
    return lambda ending="bridge", **more: shots.staged(content, f"end:{ending}", assets=assets, **more)


def test_the_item_writes_a_picture_beside_the_saves_and_says_where(ended, tmp_path):
    app = ended()
    app.kit.shelf = Folder(tmp_path / "road")
    wait(app, 0.6)
    press(app, "down", "down", "down", "return")
    (path,) = (tmp_path / "road" / "pictures").iterdir()
    assert path.name.startswith("winter-road-bridge-20") and path.suffix == ".png"
    assert pygame.image.load(path).get_size() == (1280, 720)
    said = app.screens[-1].kept
    assert path.name in said and said in app.kit.narrator.lines
    assert any(box.name == "note" for box in app.frame([], 0.0))
    assert app.kit.shelf.names() == []


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_picture_has_the_scene_above_and_words_and_road_below(content, ended, lang):
    for ending in content.book.endings:
        app = ended(ending, lang=lang)
        made = end_card.card(app.kit, app.screens[-1].world, "2026-11-28")
        above = {tuple(made.get_at((x, 100))[:3]) for x in range(0, 1280, 9)}
        edge = [tuple(made.get_at((x, y))[:3]) for x in (2, 1277) for y in range(700, 719)]
        assert len(above) > 6 and set(edge) == {INK}
        roses = sum(made.get_at((x, y))[:3] == ROSE for x in range(50, 1240, 2) for y in range(430, 720, 2))
        assert roses > 8, "where she is"


def test_the_stations_are_the_parts_of_the_road_she_came_through(ended):
    app = ended()
    world = app.screens[-1].world
    world.tale.visits = {"river.bank": 2, "road.arrival": 1, "hill.arrival": 1, "nowhere.at_all": 1}
    assert end_card.stations(app.kit, world) == ["The road", "The hill", "The river"]
    world.tale.visits = {}
    assert end_card.stations(app.kit, world) == []
    assert end_card.card(app.kit, world, "2026-11-28").get_size() == (1280, 720)


def test_long_words_are_made_smaller_and_leave_the_scene_its_room(ended, monkeypatch):
    app = ended()
    say = app.kit.words.say
    monkeypatch.setattr(type(app.kit.words), "say", lambda words, id, **slots: (
        "A word and another word. " * 40 if id == "ending.bridge.text" else say(id, **slots)))
    made = end_card.card(app.kit, app.screens[-1].world, "2026-11-28")
    assert made.get_at((3, 250))[:3] != INK and made.get_at((3, 700))[:3] == INK


def test_where_it_cannot_be_written_one_plain_line_says_so(ended, tmp_path):
    (tmp_path / "road").write_text("a file stands where the folder should be")
    app = ended()
    for shelf in (Folder(tmp_path / "road"), Memory()):
        app.kit.shelf = shelf
        assert end_card.keep(app.kit, app.screens[-1].world, NOON) == "The picture cannot be written here."


def test_an_ending_of_a_pack_is_a_file_name_too(ended, tmp_path):
    app = ended()
    app.kit.shelf = PackShelf(Folder(tmp_path), "last_bus")
    app.screens[-1].world.tale.ending = "last_bus/home"
    said = end_card.keep(app.kit, app.screens[-1].world, NOON)
    (path,) = (tmp_path / "pack_saves" / "last_bus" / "pictures").iterdir()
    assert path.name.startswith("winter-road-last_bus-home-2026-11-28-") and path.name in said


def test_a_page_without_folders_has_none():
    assert Memory().folder is None and Browser(object()).folder is None
