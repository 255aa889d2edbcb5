import pygame
import pytest

from game.ui import saving, thumbs
from game.ui.saves_page import load_page, save_page
from game.ui.storage import Folder, Memory
from game.ui.turn import Push
from tests.ui.hands import begin, press, until, wait


@pytest.fixture
def walking(content, assets, tmp_path):
    """She stands before the river, and there is a folder for saves."""
    app = begin(content, "river.crossing", assets, Folder(tmp_path))
    until(app, "room")
    wait(app, 1.0)
    return app


def rows(app):
    return {item.id: item for item in app.screens[-1].menu.items}


def test_the_games_own_save_and_the_quick_one_show_the_place(walking, tmp_path):
    press(walking, "f5")
    wait(walking, 0.2)
    for name in ("save-auto", "save-quick"):
        file = tmp_path / f"{name}.jpg"
        assert 1_000 < file.stat().st_size <= thumbs.MOST_BYTES
        picture = pygame.image.load(file)
        assert picture.get_size() == (160, 90)
        assert len({tuple(picture.get_at((x, 60))[:3]) for x in range(0, 160, 4)}) > 12, "a dark frame was kept"
    walking.turn(Push(load_page(walking.kit)))
    walking.frame([], 0.0)
    assert all(rows(walking)[name].picture is not None for name in ("save-auto", "save-quick"))
    boxes = walking.frame([], 0.0)
    words = [box.rect for box in boxes if box.name.startswith("save-")]
    assert len(words) >= 4 and all(rect.left > 300 for rect in words), "words stand beside the picture"


def test_a_page_of_ones_own_is_kept_as_bright_as_it_was(walking, tmp_path):
    press(walking, "escape", "down", "return", "return")
    picture = pygame.image.load(tmp_path / "save-1.jpg")
    walking.screens[0].draw(walking.display.surface, walking.kit)
    wanted = pygame.transform.average_color(thumbs.take(walking.kit))
    found = pygame.transform.average_color(picture)
    assert all(abs(one - other) < 12 for one, other in zip(wanted[:3], found[:3], strict=True))
    walking.frame([], 0.0)
    assert rows(walking)["save-1"].picture is not None and rows(walking)["save-2"].picture is None


def test_saves_stay_small_and_one_without_a_picture_has_the_name_of_its_place(walking, tmp_path):
    press(walking, "f5")
    wait(walking, 0.2)
    assert (tmp_path / "save-quick.json").stat().st_size < 20_000
    (tmp_path / "save-quick.jpg").unlink()
    (tmp_path / "save-auto.jpg").write_bytes(b"no picture at all")
    walking.turn(Push(load_page(walking.kit)))
    walking.frame([], 0.0)
    assert all(row.picture is None and "Tumen" in row.note for row in rows(walking).values())


def test_a_new_save_never_shows_an_old_place(walking, tmp_path):
    press(walking, "f5")
    wait(walking, 0.2)
    assert (tmp_path / "save-quick.jpg").exists()
    assert saving.save(walking.kit, walking.screens[-1].world, saving.QUICK)
    assert not (tmp_path / "save-quick.jpg").exists()


def test_where_there_is_no_folder_saves_have_names_alone(content, assets):
    app = begin(content, "river.crossing", assets, Memory())
    until(app, "room")
    press(app, "f5")
    wait(app, 0.2)
    app.turn(Push(save_page(app.kit, app.screens[-1].world)))
    app.frame([], 0.0)
    assert all(row.picture is None for row in rows(app).values())
