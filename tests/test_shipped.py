"""What is shipped: the story holds, the web package carries what it needs and no more, nothing strange is in git."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from game.commands import load_content, lore_of
from game.content.check import check_all
from game.content.packed import pack, unpack
from game.prove import guide
from game.sim.angles import angle_of
from game.sim.grid import Cell
from game.sim.journey import new_world, visit_of
from game.sim.room import WatcherKind
from game.sim.stage import build
from game.sim.ways import HERS
from game.sim.world import World
from game.story.runtime import HANG_UP, LEAVE
from game.story.steps import Visit
from game.story.tale import begin
from game.ui.look import TILE
from game.words.describe import called, way_label
from game.words.slots import Words
from tools.web.stage import ALWAYS, reached, signs, stage

ROOT = Path(__file__).parent.parent


@cache
def tracked() -> tuple[str, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return tuple(filter(None, listed.stdout.decode().split("\0")))


def test_the_story_has_no_errors() -> None:
    assert [str(problem) for problem in check_all(ROOT) if problem.severity == "error"] == []


def test_everybody_on_a_map_has_a_name() -> None:
    assert [str(problem) for problem in check_all(ROOT) if problem.code == "N002"] == []
    lore = lore_of(load_content())
    words = Words(lore.book)
    for id in lore.rooms:
        spot = visit_of(lore.book, id)
        assert spot is not None
        world, _ = new_world(lore, 1, spot[0], at=spot[1])
        unnamed = [one.name for one in (*world.room.watchers, *world.room.residents)
                   if called(world, words, one.name) == one.name]
        assert unnamed == [], id


def test_every_ending_is_found_by_menu() -> None:
    lore = lore_of(load_content())
    for ending in lore.book.endings:
        assert guide.find(lore, guide.guide(lore.book, ending), 1) is not None, ending


def test_every_visit_opens_its_room() -> None:
    lore = lore_of(load_content())
    visits = [(node.id, step) for node in lore.book.nodes.values() for step in node.steps if isinstance(step, Visit)]
    assert {visit.room for _, visit in visits} == set(lore.rooms)
    for node, visit in visits:
        entries = {thing.name for thing in lore.rooms[visit.room].things}
        assert visit.entry in entries, f"{node}: {visit.room} has no entry {visit.entry}"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_whoever_listens_can_tell_the_ways_of_a_room_apart(language: str) -> None:
    """Each of her ways has words of its own: none is read out as an id, no two are read out alike."""
    lore = lore_of(load_content())
    words = Words(lore.book, language)
    translated = lore.book.words if language == "en" else lore.book.languages[language]
    for node in lore.book.nodes.values():
        for visit in (step for step in node.steps if isinstance(step, Visit)):
            world = World(lore, begin(lore.book, 1, node.id))
            build(world, visit.room, visit.entry)
            hers = [way for way in visit.ways if way.verb in HERS]
            told = [way_label(world, words, way) for way in hers]
            assert sorted(set(told)) == sorted(told), node.id
            for way in hers:
                stem = way.target.rstrip("0123456789_")
                assert way.verb == "talk" or way.label or {f"object.{way.target}", f"object.{way.target}.hide",
                                                           f"object.{stem}"} & set(translated), way.name


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_is_taken_without_being_written_has_words_too(language: str) -> None:
    book = lore_of(load_content()).book
    translated = book.words if language == "en" else book.languages[language]
    assert {LEAVE, HANG_UP, "tell.refused", "tell.wait"} <= set(translated)


def test_a_journey_begins_with_words() -> None:
    world, events = new_world(lore_of(load_content()), 1)
    assert world.tale.facts["won"] == 8
    assert events


def test_the_web_package_leaves_the_readers_at_home() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in reached(ROOT, ROOT / "main.py")}
    assert {"main.py", "game/__init__.py", "game/sim/step.py", "game/story/runtime.py", "game/ui/app.py",
            "game/content/packed.py", "game/content/recordings.py"} <= files
    for unwanted in ("game/content/sources.py", "game/content/yamltree.py", "game/content/maps.py"):
        assert unwanted not in files
    assert not [name for name in files if name.startswith(("game/commands/", "game/prove/", "tools/"))]


def test_the_web_door_names_what_a_page_must_fetch() -> None:
    source = (ROOT / "main.py").read_text(encoding="utf-8")
    assert "\nimport pygame\n" in source
    assert "asyncio.run(main())" in source


def test_the_font_subset_has_every_sign_of_the_story() -> None:
    content = load_content()
    assert content.book is not None
    wanted = signs(content)
    assert wanted >= ALWAYS
    for id, text in content.book.words.items():
        assert {sign for sign in text if sign.isprintable()} <= wanted, id


@pytest.mark.slow
def test_staging_makes_a_folder_a_page_can_run(tmp_path: Path) -> None:
    tools = pytest.importorskip("fontTools.ttLib")
    content = load_content()
    stage(ROOT, content, tmp_path)
    font = tools.TTFont(str(tmp_path / "assets/fonts/noto_sans_subset.otf"))
    assert {ord(sign) for sign in "The Tumen, 10 January 2013: — ’"} <= set(font.getBestCmap())
    assert (tmp_path / "assets/fonts/LICENSE.txt").stat().st_size > 1000
    assert unpack((tmp_path / "content.json").read_bytes()).hash == content.hash
    assert not list(tmp_path.rglob("*.md")) + list(tmp_path.rglob("*.wav")) + list(tmp_path.rglob("*.yaml"))
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) < 8_000_000


def test_packed_content_is_the_content() -> None:
    content = load_content()
    again = unpack(pack(content))
    assert again == content


def test_no_font_and_nothing_built_is_in_git() -> None:
    built = (".ttf", ".otf", ".ttc", ".woff2", ".pyc", ".whl", ".apk")
    assert [name for name in tracked() if name.endswith(built)] == []
    assert [name for name in tracked() if name.startswith(("build/", "dist/", ".venv/"))] == []


def test_no_file_names_the_place_where_it_was_made() -> None:
    strange = re.compile(r"(?<![\w.])/" + r"(work|home|root|Users)/\w")
    texts = (".py", ".md", ".yaml", ".toml", ".tmpl", ".tmx", ".tsx", ".json", ".txt")
    for name in tracked():
        if name.endswith(texts) and (ROOT / name).is_file():
            found = strange.search((ROOT / name).read_text(encoding="utf-8"))
            assert found is None, f"{name}: {found.group() if found else ''}"


def test_both_licences_are_named() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "MIT License" in licence
    assert "creativecommons.org/licenses/by-sa/4.0/legalcode" in licence


def test_trees_before_a_tower_throw_shadows() -> None:
    """What `tower` tells the player: the beam does not pass a tree. So a tree in its reach stops sight."""
    content, seen = load_content(), 0
    for room in content.rooms.values():
        for tower in (w for w in room.watchers if w.kind is WatcherKind.TOWER):
            foot, (first, last, _) = tower.route[0].cell, tower.sweep
            for s in content.art[room.id].scenery:
                tree = Cell(s.x // TILE, (s.y - 1) // TILE)
                gap = (angle_of(tree.x - foot.x, tree.y - foot.y) - first) % 72
                near = (tree.x - foot.x) ** 2 + (tree.y - foot.y) ** 2 < tower.sees_cells ** 2
                if s.art.startswith(("pine", "bare_tree")) and near and gap <= (last - first) % 72 and tree.x < 80:
                    assert not room.opaque.free(tree), f"{room.id}: {s.art} at {tree.x},{tree.y}"
                    seen += 1
    assert seen >= 6
