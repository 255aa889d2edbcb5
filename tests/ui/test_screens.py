"""Every screen draws a frame at two text sizes: words on screen, nothing over anything else."""

from dataclasses import replace

import pytest

from game.story.book import Node
from game.story.steps import Back, Visit
from game.story.tale import Waiting
from game.ui import shots
from game.ui.look import INK, TEXT
from game.ui.page import MenuPage
from game.ui.text import Pen
from tests.ui.hands import press

SCENES = ("scene:hill.magpie", "scene:road.five_questions", "scene:road.clerk_bribe", "scene:road.window",
          "scene:road.arrival")


def told(content):
    return [*shots.gallery_names(content), *(s for s in SCENES if s.partition(":")[2] in content.book.nodes)]


@pytest.fixture(scope="module", params=[100, 200])
def percent(request):
    return request.param


def pytest_generate_tests(metafunc):
    if "what" in metafunc.fixturenames:
        from game.content.sources import load

        metafunc.parametrize("what", told(load()))


def test_words_fit_the_window_and_leave_each_other_room(content, assets, what, percent):
    app = shots.staged(content, what, text_percent=percent, assets=assets)
    boxes = app.frame([], 0.0)
    window = app.display.surface.get_rect()
    for box in boxes:
        assert window.contains(box.rect), f"{box.name} leaves the window: {box.rect}"
    for number, box in enumerate(boxes):
        for other in boxes[number + 1:]:
            assert not box.rect.colliderect(other.rect), f"{box.name} {box.rect} lies over {other.name} {other.rect}"


def test_no_line_is_longer_than_the_window(content, assets, what, percent, monkeypatch):
    """What is drawn is clipped by the window, so the words are measured before they are."""
    long, write = [], Pen.write

    def measured(pen, surface, words, px, at, colour=TEXT, ground=INK, align="left"):
        wide = pen.width(words, px)
        left = at[0] - {"left": 0, "centre": wide // 2, "right": wide}[align]
        if left < 0 or left + wide > surface.get_width():
            long.append(words)
        return write(pen, surface, words, px, at, colour, ground, align)

    monkeypatch.setattr(Pen, "write", measured)
    shots.staged(content, what, text_percent=percent, assets=assets)
    assert not long


def test_the_keys_reach_every_row_and_each_is_told(content, assets):
    for what in ("settings.picture", "controls", "pause", "help"):
        app = shots.staged(content, what, assets=assets)
        page = app.screens[-1]
        assert isinstance(page, MenuPage)
        app.frame([], 0.0)
        seen = {page.menu.at}
        for _ in page.menu.items:
            press(app, "down")
            seen.add(page.menu.at)
            row = page.menu.here
            assert row.label in app.kit.narrator.lines[-1]
            assert any(number == page.menu.at for number, _ in page.menu.boxes), "the focused row is not shown"
        assert seen == set(range(len(page.menu.items)))


@pytest.mark.parametrize("size", [(640, 360), (1000, 700), (1366, 768), (1920, 1080)])
def test_other_windows_draw_too(content, assets, size):
    for what in ("title", "room:tumen", "settings.picture"):
        app = shots.staged(content, what, size=size, text_percent=150, assets=assets)
        window = app.display.surface.get_rect()
        assert all(window.contains(box.rect) for box in app.frame([], 0.0))


@pytest.mark.parametrize(("ending", "plate"), [("home", "two_spoons"), ("river_keeps", "tumen_night")])
def test_an_ending_shows_its_picture_and_its_pages_lie_over_it(content, assets, ending, plate):
    app = shots.staged(content, f"end:{ending}", assets=assets)
    assert app.screens[-1].backdrop.plate == plate
    app.frame([], 0.0)
    colours = {tuple(app.display.surface.get_at((x, 150))[:3]) for x in range(0, 1280, 7)}
    assert len(colours) > 6, "the picture is not there"
    press(app, "down")
    press(app, "return")  # the facts behind
    app.frame([], 0.0)
    assert len({tuple(app.display.surface.get_at((100, y))[:3]) for y in range(0, 720, 7)}) > 3, "plain ground"


def test_an_unknown_picture_is_refused_in_words(content, assets):
    with pytest.raises(shots.UnknownShot, match="tumen"):
        shots.staged(content, "room:nowhere", assets=assets)


def test_a_picture_of_a_room_shows_the_room_past_what_is_told_before_it(content, assets):
    told_first = [step.room for node in content.book.nodes.values() for step in node.steps[1:]
                  if isinstance(step, Visit)]
    assert told_first, "every room opens at once; this test needs another story"
    for room in dict.fromkeys(told_first):
        play = shots.staged(content, f"room:{room}", assets=assets).screens[-1]
        assert play.world.tale.waiting is Waiting.ROOM, room


def test_a_scene_with_nothing_to_see_is_refused_in_words(content, assets):
    nodes = content.book.nodes | {"road.silent": Node("road.silent", (Back(),))}
    silent = replace(content, book=replace(content.book, nodes=nodes))
    with pytest.raises(shots.UnknownShot, match="nothing to see"):
        shots.staged(silent, "scene:road.silent", assets=assets)
