import asyncio

import pygame
import pytest

from game.ui.app import NoWindow, Options, make_app, play
from game.ui.display import open_display
from game.ui.storage import Memory
from tests.ui.hands import begin, press, until


def test_the_loop_awaits_once_a_frame(content, assets, tmp_path):
    turns = 0

    async def watch():
        async def count():
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        counting = asyncio.ensure_future(count())
        await play(content, Options(assets=assets, headless=True, quiet=True, frames=12, data_dir=tmp_path))
        counting.cancel()

    asyncio.run(watch())
    assert 10 <= turns <= 14
    pygame.display.init()


def test_a_driver_that_shows_nothing_is_no_window():
    pygame.display.quit()
    with pytest.raises(NoWindow):
        open_display(False)
    pygame.display.init()


def test_from_the_title_two_presses_begin_a_journey(content, assets):
    app = make_app(content, Options(assets=assets, headless=True, quiet=True, seed=3), Memory())
    app.frame([], 0.01)
    press(app, "return", "return")
    assert type(app.screens[-1]).__name__ == "Play"


def test_f11_and_the_window_close(content, assets):
    app = make_app(content, Options(assets=assets, headless=True, quiet=True), Memory())
    press(app, "f11")
    assert app.display.full and app.kit.settings.full_screen
    press(app, "f11")
    assert not app.display.full
    app.frame([pygame.Event(pygame.QUIT)], 0.01)
    assert not app.running


def test_a_resized_window_is_laid_out_anew(content, assets):
    app = make_app(content, Options(assets=assets, headless=True, quiet=True), Memory())
    pygame.display.set_mode((1600, 900), pygame.RESIZABLE)
    boxes = app.frame([pygame.Event(pygame.VIDEORESIZE, w=1600, h=900, size=(1600, 900))], 0.01)
    assert (app.kit.view.window_w, app.kit.view.width) == (1600, 1280)
    assert all(app.display.surface.get_rect().contains(box.rect) for box in boxes)
    pygame.display.set_mode((1280, 720))


def test_the_place_to_try_things_is_on_the_title_and_keeps_no_journey(content, assets):
    shelf = Memory()
    app = make_app(content, Options(assets=assets, headless=True, quiet=True), shelf)
    app.frame([], 1 / 60)
    title = app.screens[-1]
    title.menu.at = next(n for n, item in enumerate(title.menu.items) if item.id == "practice")
    press(app, "return")
    until(app, "room")
    assert app.screens[-1].world.room.kind == "lab"
    assert not [name for name in shelf.names() if name.startswith("save")]


def test_a_failure_keeps_the_journey_and_says_so(content, assets):
    shelf = Memory()
    app = begin(content, "road.to_the_post", assets, shelf)
    until(app, "room")
    broken = app.screens[-1]
    place = broken.world.stage.her.x
    broken.draw = lambda *_: 1 / 0
    app.safely([], 1 / 60)
    app.safely([], 1 / 60)
    assert "ZeroDivisionError" in shelf.read("report")
    assert app.screens[-1].title == "mishap.heading" and app.running
    press(app, "return")
    assert app.screens[-1] is not broken and app.screens[-1].world.stage.her.x == place


def test_a_page_that_fails_too_is_raised(content, assets):
    app = begin(content, "road.to_the_post", assets)
    app.screens[-1].draw = lambda *_: 1 / 0
    app.safely([], 1 / 60)
    app.screens[-1].draw = lambda *_: 1 / 0
    with pytest.raises(ZeroDivisionError):
        app.safely([], 1 / 60)
