"""Missing or damaged files: a stand-in or silence, one line in the log, and the game goes on."""

import logging

import pygame
import pytest

from game.content.sources import data_root
from game.ui import shots
from game.ui.atlas import Atlas
from game.ui.look import KEY
from game.ui.settings import Settings, load, save
from game.ui.sound import Sounds
from game.ui.storage import Folder, Memory
from tests.ui.hands import begin, hold, until


def test_the_game_is_playable_without_any_assets(content, tmp_path):
    app = begin(content, "road.to_the_post", tmp_path)
    until(app, "room")
    x = app.screens[-1].world.stage.her.x
    hold(app, ["right"], 0.4)
    assert app.screens[-1].world.stage.her.x > x
    assert len({tuple(app.display.surface.get_at((px, 400))) for px in range(0, 1280, 7)}) > 3


@pytest.mark.parametrize("what", ["title", "scene:road.arrival", "scene:road.clerk_bribe"])
def test_screens_draw_without_assets(content, tmp_path, what):
    app = shots.staged(content, what, assets=tmp_path)
    assert app.frame([], 0.0)


def test_a_damaged_picture_is_said_once(tmp_path, caplog):
    pygame.display.set_mode((320, 200))
    (tmp_path / "things").mkdir()
    (tmp_path / "things" / "cart.png").write_bytes(b"\x89PNG but not really")
    atlas = Atlas(tmp_path)
    with caplog.at_level(logging.WARNING):
        caplog.clear()
        for _ in range(3):
            assert atlas.thing("cart", "river").moon.get_width() > 0
        atlas.thing("cart", "road")
    assert sum("cart.png" in line for line in caplog.messages) == 1


def test_both_lights_have_the_same_outline():
    pygame.display.set_mode((320, 200))
    atlas = Atlas(data_root() / "assets")
    frame = atlas.sheet("solhwa", "river").frame("walk", 2, 1)
    moon, lamp = pygame.mask.from_surface(frame.moon), pygame.mask.from_surface(frame.lamp)
    assert moon.count() == lamp.count() == moon.overlap_area(lamp, (0, 0)) > 100
    assert frame.moon.get_at((0, 0))[:3] == KEY


def test_an_action_nobody_painted_is_the_nearest_one():
    pygame.display.set_mode((320, 200))
    sheet = Atlas(data_root() / "assets").sheet("soldier", "river")
    assert sheet.frame("crawl", 0, 0) is sheet.frame("walk", 0, 0)


def test_silence_where_there_is_no_sound(tmp_path):
    pygame.mixer.init(24000, -16, 2, 512)
    sounds = Sounds(tmp_path, Settings())
    sounds.play("step_snow")
    sounds.music("river")
    for _ in range(8):
        sounds.pass_time(0.1)
    sounds.loop("wind", 0.5)
    sounds.hush()


def test_music_layers_follow_danger_quickly_up_and_slowly_down():
    sounds = Sounds(data_root() / "assets", Settings())
    sounds.music("road")
    for _ in range(60):
        sounds.pass_time(0.1)
    calm = {at: volume[0] for at, _, volume in sounds._music}
    assert calm[0] > 0.9 and calm[3] == 0.0
    sounds.danger = 3
    for _ in range(8):
        sounds.pass_time(0.1)
    hunted = {at: volume[0] for at, _, volume in sounds._music}
    assert hunted[3] > 0.95 and hunted[0] < 0.05
    sounds.danger = 0
    for _ in range(8):
        sounds.pass_time(0.1)
    slow = {at: volume[0] for at, _, volume in sounds._music}
    assert 0.7 < slow[3] < 0.85 and 0.15 < slow[0] < 0.3, "the way out takes four seconds, for every layer"
    sounds.hush()


def test_settings_come_back_and_nonsense_is_ignored(tmp_path):
    shelf = Folder(tmp_path)
    settings = Settings(text_percent=150, captions=False, keys={"act": ["f"]})
    save(settings, shelf)
    assert load(shelf) == settings
    odd = Memory()
    odd.write("settings", '{"text_percent": 9000, "captions": "yes", "music": 40, "keys": {"act": 3}}')
    assert load(odd) == Settings(music=40)
    odd.write("settings", "not json")
    assert load(odd) == Settings()


def test_a_shelf_keeps_the_copy_before(tmp_path):
    shelf = Folder(tmp_path)
    shelf.write("save-1", "one")
    shelf.write("save-1", "two")
    assert shelf.read("save-1") == "two" and shelf.names() == ["save-1"]
    (tmp_path / "save-1.json").unlink()
    assert shelf.read("save-1") == "one"
