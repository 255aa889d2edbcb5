"""Stories by others: the list on the title, a pack from there and back, and saves that keep apart."""

import shutil
from pathlib import Path

import pygame
import pytest

from game.commands import WrongUse, play
from game.content.packs import open_pack
from game.content.problems import Problem
from game.ui import saving
from game.ui.app import App, Options, make_app
from game.ui.example_packs import fill
from game.ui.kit import Packs
from game.ui.packs_page import Found, PacksPage, faults_page, found_in, open_folder
from game.ui.play import Play
from game.ui.storage import Browser, Folder, Memory, PackShelf
from game.ui.text_page import Part
from game.ui.title import Title
from tests.ui.hands import click, press, until, wait

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "packs").mkdir()
    fill(tmp_path / "packs")
    return tmp_path / "packs"


def started(content, assets, folder: Path | None, shelf=None, **words) -> App:
    packs = Packs(folder, lambda path: open_pack(path, content, assets)) if folder is not None else None
    app = make_app(content, Options(assets=assets, headless=True, quiet=True, seed=5, packs=packs, **words),
                   shelf if shelf is not None else Memory())
    app.frame([], 0.01)
    return app


def take(app: App, id: str) -> None:
    """Move to a row by the keys and take it."""
    menu = app.screens[-1].menu
    for _ in menu.items:
        if menu.here.id == id:
            break
        press(app, "down")
    assert menu.here.id == id
    press(app, "return")


def opened(content, assets, folder, shelf=None) -> App:
    """An app on the page, with everything read."""
    app = started(content, assets, folder, shelf)
    take(app, "others")
    wait(app, 0.1)
    return app


def row(app: App, label: str):
    return next(item for item in app.screens[-1].menu.items if item.label == label)


# The list ------------------------------------------------------------------------------------------------
def test_the_title_leads_there_only_where_packs_can_be(content, assets, folder):
    def ids(app):
        return [item.id for item in app.screens[-1].menu.items]
    assert "others" in ids(started(content, assets, folder))
    assert "others" not in ids(started(content, assets, None)), "as in a web page"


def test_rows_say_who_made_it_and_whether_it_passed(content, assets, folder):
    app = opened(content, assets, folder)
    good, bad, none = row(app, "The last bus"), row(app, "A first draft"), row(app, "photos")
    assert "By You. Version 1. CC0-1.0." in good.note and "no faults" in good.note
    assert "story/stop.yaml, line 8: there is no node 'drvier'" in bad.note and "cannot be played" in bad.note
    assert "pack holds pack.yaml" in none.note
    assert str(folder.name) in app.screens[-1].intro


def test_one_pack_is_read_a_frame(content, assets, folder):
    app = started(content, assets, folder)
    page = PacksPage(app.kit, app.kit.packs)
    page.pass_time(app.kit, 0.01)
    app.screens.append(page)
    for looked in range(4):
        assert sum(one.looked for one in page.found) == looked, "and none before the page was told"
        app.frame([], 0.01)


def test_every_row_is_told(content, assets, folder):
    app = opened(content, assets, folder)
    app.screens[-1].menu.said = -1
    for _ in app.screens[-1].menu.items:
        press(app, "down")
    told = "\n".join(app.kit.narrator.lines)
    assert "The last bus By You. Version 1. CC0-1.0. Checked, no faults." in told
    assert "A first draft By You." in told and "drvier" in told
    assert "Stories by others" in told and "into" in told


def test_an_empty_folder_is_made_and_the_page_says_so(content, assets, tmp_path):
    app = opened(content, assets, tmp_path / "new" / "packs")
    assert (tmp_path / "new" / "packs").is_dir()
    assert app.screens[-1].menu.items[0].label == "There is none here yet."
    press(app, "return", "escape")
    assert isinstance(app.screens[-1], Title)


def test_only_folders_and_zips_count(tmp_path):
    for name in ("b.zip", "readme.txt", ".hidden.zip"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "a").mkdir()
    assert [one.path.name for one in found_in(tmp_path)] == ["a", "b.zip"]
    assert found_in(tmp_path / "b.zip") == []


def test_a_folder_far_down_is_told_in_one_line(content, assets, tmp_path):
    deep = tmp_path.joinpath(*["a_folder_with_a_long_name"] * 8, "packs")
    app = opened(content, assets, deep)
    told = " ".join(app.kit.narrator.lines)
    assert "_name/packs" in told and told.count("a_folder_with_a_long_name") < 3


def test_the_same_id_twice_is_played_once(content, assets, folder):
    shutil.copytree(folder / "last_bus", folder / "last_bus_again")
    app = opened(content, assets, folder)
    rows = [item for item in app.screens[-1].menu.items if item.label == "The last bus"]
    assert [item.on for item in rows] == [True, False] and "same id" in rows[1].note


def test_the_longest_card_fits_at_twice_the_size(content, assets, folder):
    card = folder / "last_bus" / "pack.yaml"
    text = card.read_text("utf-8").replace("The last bus", "M" * 80).replace("by: You", "by: " + "W " * 39 + "W")
    card.write_text(text.replace("CC0-1.0", "L" * 80).replace('"1"', '"' + "9" * 80 + '"'), "utf-8")
    app = started(content, assets, folder)
    app.kit.settings.text_percent = 200
    app.apply()
    take(app, "others")
    wait(app, 0.1)
    window = app.display.surface.get_rect()
    for _ in app.screens[-1].menu.items:
        boxes = app.frame([], 0.01)
        assert not [box for box in boxes if not window.contains(box.rect)]
        assert not [a.name for a in boxes for b in boxes if a is not b and a.rect.colliderect(b.rect)]
        press(app, "down")
    take(app, "1")
    assert isinstance(app.screens[-1], Title) and app.kit.pack == "last_bus"
    assert not [box for box in app.frame([], 0.01) if not window.contains(box.rect)]


def test_a_faulty_pack_shows_its_faults_and_is_read_anew_when_picked(content, assets, folder):
    app = opened(content, assets, folder)
    take(app, "0")
    assert app.screens[-1].title == "A first draft"
    assert Part("story/stop.yaml, line 8: there is no node 'drvier'") in app.screens[-1].parts
    press(app, "escape")
    story = folder / "first_draft" / "story" / "stop.yaml"
    story.write_text(story.read_text("utf-8").replace("drvier", "driver"), "utf-8")
    take(app, "0")
    assert isinstance(app.screens[-1], Title) and app.kit.pack == "first_draft"


def test_of_many_faults_the_first_are_told(content, assets):
    app = started(content, assets, None)
    many = tuple(Problem("story/a.yaml", n, 1, "error", "T001", f"fault {n}", "mend it") for n in range(1, 60))
    page = faults_page(app.kit, Found(Path("my_pack"), True, None, False, many))
    assert page.title == "my_pack" and page.parts[-1] == Part("And 19 more.", faint=True)


def test_the_folder_is_shown_by_the_system(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr("game.ui.packs_page.sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda program: f"/bin/{program}")
    monkeypatch.setattr("subprocess.Popen", lambda words, **how: ran.append(words))
    open_folder(tmp_path)
    assert ran == [["xdg-open", str(tmp_path)]]


# There and back ------------------------------------------------------------------------------------------
def test_a_pack_is_played_and_left_again(content, assets, folder):
    app = opened(content, assets, folder)
    place = next(rect for number, rect in app.screens[-1].menu.boxes if number == 1)
    click(app, place.center)
    title = app.screens[-1]
    boxes = {box.name for box in app.frame([], 0.01)}
    assert isinstance(title, Title) and {"name", "line"} <= boxes
    assert [item.id for item in title.menu.items] == ["new", "settings", "credits", "home"]
    press(app, "return")
    assert "A story by You." in app.screens[-1].intro
    press(app, "return")
    until(app, "room")
    assert isinstance(app.screens[-1], Play)
    assert app.screens[-1].world.room.id == "last_bus/square"
    app.turn(app.screens[-1].heed(app.kit))
    app.screens = [Title(app.kit)]
    app.frame([], 0.01)
    take(app, "home")
    assert app.kit.pack == "" and app.kit.home is None and app.kit.content is content
    assert "others" in [item.id for item in app.screens[-1].items(app.kit)]


def test_saves_of_a_pack_and_of_the_game_keep_apart(content, assets, folder, tmp_path):
    shelf = Folder(tmp_path / "data")
    app = opened(content, assets, folder, shelf)
    take(app, "1")
    press(app, "return", "return")
    until(app, "room")
    assert saving.save(app.kit, app.screens[-1].world, "save-1")
    app.kit.settings.text_percent = 120
    from game.ui.settings import save
    save(app.kit.settings, app.kit.shelf)
    app.screens = [Title(app.kit)]
    app.frame([], 0.01)
    assert app.screens[-1].menu.items[0].id == "go_on"
    take(app, "home")
    assert saving.slots(app.kit) == [] and "go_on" not in [item.id for item in app.screens[-1].items(app.kit)]
    assert (tmp_path / "data" / "pack_saves" / "last_bus" / "save-1.json").is_file()
    assert sorted(path.name for path in (tmp_path / "data").glob("*.json")) == ["settings.json"]
    again = opened(content, assets, folder, shelf)
    assert again.kit.settings.text_percent == 120
    take(again, "1")
    assert again.screens[-1].menu.items[0].id == "go_on"


def test_a_game_started_in_a_pack_uses_the_same_place(content, assets, folder):
    shelf = Memory()
    _, inside, _ = open_pack(folder / "last_bus", content, assets)
    app = started(inside, assets, None, shelf)
    assert app.kit.pack == "last_bus" and "quit" in [item.id for item in app.screens[-1].menu.items]
    app.kit.shelf.write("save-1", "{}")
    assert shelf.names() == [] and shelf.apart("last_bus").names() == ["save-1"]


def test_a_pack_can_be_read_again_while_it_is_played(content, assets, folder):
    app = opened(content, assets, folder)
    take(app, "1")
    assert app.kit.reread().book.packs == (("last_bus", "1"),)
    (folder / "last_bus" / "pack.yaml").unlink()
    broken = app.kit.reread()
    assert broken.book is None and broken.problems


# Shelves and the command line ----------------------------------------------------------------------------
class Store:
    """As much of a browser's localStorage as is used."""

    def __init__(self):
        self.held = {}

    length = property(lambda self: len(self.held))

    def key(self, at):
        return list(self.held)[at]

    def getItem(self, name):
        return self.held.get(name)

    def setItem(self, name, text):
        self.held[name] = text

    def removeItem(self, name):
        self.held.pop(name, None)


@pytest.mark.parametrize("make", [lambda tmp: Folder(tmp), lambda tmp: Memory(), lambda tmp: Browser(Store())])
def test_a_shelf_has_a_place_apart_for_each_pack(make, tmp_path):
    own = make(tmp_path)
    pack = PackShelf(own, "last_bus")
    for name in ("settings", "save-1"):
        assert pack.write(name, name)
    assert (own.read("settings"), own.read("save-1")) == ("settings", None)
    assert (pack.read("settings"), pack.read("save-1"), pack.names()) == ("settings", "save-1", ["save-1"])
    assert PackShelf(own, "another").read("save-1") is None and pack.apart("another").names() == []
    pack.remove("save-1")
    assert pack.names() == []


def test_play_offers_packs_only_beside_the_game_itself(content, tmp_path):
    def asked(**words):
        return play._packs(play.argparse.Namespace(**{"root": "", "pack": None, "data_dir": str(tmp_path), **words}),
                           content)
    assert asked().folder == tmp_path / "packs"
    assert asked(root="mine") is None and asked(pack=Path("x")) is None


def test_a_story_that_is_broken_meanwhile_is_told_not_raised(monkeypatch):
    def broken(args):
        raise WrongUse("the story has 1 errors\n  story/a.yaml:1:1: error T001: no step")
    monkeypatch.setattr(play, "_content", broken)
    again = play._again(play.argparse.Namespace())
    assert again.book is None and "error T001" in again.problems[0].message


def test_the_web_package_reads_no_packs():
    from tools.web.stage import reached

    names = {path.name for path in reached(ROOT, ROOT / "main.py")}
    assert "packs_page.py" in names and not names & {"packs.py", "pack_files.py", "yamltree.py"}
    assert pygame.display.get_init()
