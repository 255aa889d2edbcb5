"""The pages of docs/ are true: what they print is read, checked and played; what they link to is there."""

import re
import shlex
import shutil
from functools import cache
from pathlib import Path

import pytest

from game.__main__ import command_names
from game.content import sources
from game.content.check import Maps, check_story, read_maps
from game.content.check_assets import read_assets
from game.content.problems import Problem, in_order
from game.content.reader import ALL_VERBS, read_draft
from game.prove.menu import NEXT, picks, sit_down, take
from game.sim.world import Lore
from game.story.book import Book
from game.story.dice import roll
from tests.commands.calls import call

ROOT = Path(__file__).resolve().parent.parent
TUTORIAL = ROOT / "docs" / "tutorial"
GUIDE = (ROOT / "docs" / "writing.md").read_text("utf-8")
PAGES = sorted([ROOT / "README.md", ROOT / "maps" / "README.md", *(ROOT / "docs").glob("*.md")])
BOXES = re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
FILES = {"world": "world.yaml", "codex": "codex.yaml", "strings": "strings/en.yaml"}
# Ground of a folder of one's own is not painted, and one story does not use all pictures there are.
EXPECTED = {"A001", "X006"}
# A way through the tutorial up to its last choice, and a seed with which nobody is caught on it.
WAY, QUIET = "brush.evening.c1 > reach wall > brush.wall.", "1"


@pytest.fixture(scope="module")
def steps_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second story of the guide, put together from its boxes."""
    folder = tmp_path_factory.mktemp("steps")
    (folder / "strings").mkdir()
    nodes = []
    for box in BOXES:
        named = re.match(r"# (\S+)\n", box)
        if named is None:
            nodes.append(box)
        elif named[1] in FILES:
            (folder / FILES[named[1]]).write_text(box, "utf-8")
    (folder / "steps.yaml").write_text("nodes:\n" + "".join(nodes), "utf-8")
    return folder


def faults(folder: Path, maps: Maps) -> list[Problem]:
    draft = check_story(read_draft(folder), maps, read_assets(ROOT / "assets"))
    return [problem for problem in in_order(draft.faults.found) if problem.code not in EXPECTED]


def typed(folder: Path) -> Path:
    """The first story of the guide as somebody types it from the boxes, with the tutorial's map."""
    for box in BOXES:
        named = re.match(r"# (story/\S+)\n", box)
        if named:
            path = folder / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.read_text("utf-8") + "\n" if path.exists() else ""
            path.write_text(before + box.removeprefix(named[0]), "utf-8")
    shutil.copytree(TUTORIAL / "maps", folder / "maps")
    return folder


def test_what_the_guide_says_to_type_becomes_the_tutorial(tmp_path: Path):
    call("stamp", str(typed(tmp_path)))
    read = [{path.relative_to(root).as_posix(): path.read_text("utf-8") for path in (root / "story").rglob("*.yaml")}
            for root in (tmp_path, TUTORIAL)]
    assert read[0] == read[1]


def test_a_story_is_told_before_it_has_maps_and_not_walked(tmp_path: Path):
    shutil.rmtree(typed(tmp_path) / "maps")
    call("stamp", str(tmp_path))
    told = call("tell", "--from", str(tmp_path), "--seed", QUIET, "--choose", WAY + "c2")
    assert "== As It Stands ==" in told.out
    walked = call("play", "--from", str(tmp_path))
    assert (walked.code, "no map" in walked.err) == (2, True)


def test_a_slip_is_answered_as_the_guide_says(tmp_path: Path):
    chapter = typed(tmp_path) / "story" / "brush.yaml"
    chapter.write_text(chapter.read_text("utf-8").replace("go: yard", "go: yrad", 1), "utf-8")
    said = re.search(r"^    my_story/(story/brush.*\n.*suggestion.*)$", GUIDE, re.MULTILINE)
    assert said is not None
    assert said[1].replace("\n    ", "\n") in call("check", str(tmp_path)).out


def test_the_tutorial_checks_clean_and_its_tests_pass():
    said = call("check", str(TUTORIAL), "--tests")
    assert (said.code, "0 failed" in said.out) == (0, True)
    assert set(re.findall(r"(?:error|warning) (\w\d+)", said.out)) <= EXPECTED


def test_the_tutorial_reaches_both_endings():
    lore = lore_of(TUTORIAL)
    assert {play(lore, seed) for seed in range(8)} == {"mended", "left"}


def test_a_story_of_ones_own_has_the_games_interface_words():
    told = call("tell", "--from", str(TUTORIAL), "--seed", QUIET, "--choose", WAY + "c1")
    assert "== One Stroke ==" in told.out
    assert re.findall(r"\b(?:tell|caption|verb|item|level|game)\.[a-z]+", told.out) == []


def test_the_tutorials_tiles_are_those_of_the_game():
    for name in ("terrain.tsx", "terrain.png", "marks.tsx", "marks.png"):
        assert (TUTORIAL / "maps" / name).read_bytes() == (ROOT / "maps" / name).read_bytes(), name


def test_the_second_story_has_no_fault(steps_folder: Path):
    assert [str(problem) for problem in faults(steps_folder, read_maps(TUTORIAL))] == []


def test_every_step_of_the_language_is_shown(steps_folder: Path):
    text = (steps_folder / "steps.yaml").read_text("utf-8")
    assert [verb for verb in ALL_VERBS if not re.search(rf"- {verb}(:|$)|^ +{verb}: ", text, re.MULTILINE)] == []


def test_the_second_story_reaches_both_endings(steps_folder: Path):
    book = read_draft(steps_folder).book()
    lore = Lore(book, read_maps(TUTORIAL).rooms, "docs")
    assert {play(lore, seed) for seed in range(40)} == {"home", "kept"}


def test_every_code_of_the_guide_exists():
    written = "".join(path.read_text("utf-8") for path in (ROOT / "game" / "content").glob("*.py"))
    table = GUIDE.partition("## Messages")[2]
    codes = re.findall(r"\b[A-Z]\d{3}\b", table)
    assert len(codes) > 20
    assert [code for code in codes if f'"{code}"' not in written] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path):
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("http"):
            continue
        name, _, part = target.partition("#")
        there = page.parent / name if name else page
        assert there.exists(), target
        if part and there.suffix == ".md":
            titles = re.findall(r"^#+ (.*)$", there.read_text("utf-8"), re.MULTILINE)
            assert part in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}, target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_that_are_printed_exist(page: Path):
    """Every `python3 run.py NAME --option` of a page is one the game knows."""
    for line in re.findall(r"(?:python3 run\.py|python -m game) ([a-z][^`|\n]*)", page.read_text("utf-8")):
        words = shlex.split(re.split(r" {2,}| #", line)[0].rstrip(".,:"))
        if words[0] == "test":
            continue
        assert words[0] in command_names(), line
        known = options(words[0])
        assert [word for word in words if word.startswith("--") and word not in known] == [], line


@cache
def options(command: str) -> set[str]:
    return set(re.findall(r"--[a-z][a-z-]*", call(command, "--help").out))


def lore_of(root: Path) -> Lore:
    content = sources.read_sources(root)
    assert isinstance(content.book, Book)
    return Lore(content.book, content.rooms, content.hash)


def play(lore: Lore, seed: int) -> str:
    """A journey by menu whose picks fall by dice; the ending's id."""
    sitting, _ = sit_down(lore, seed)
    for turn in range(400):
        offered = [pick.id for pick in picks(sitting) if pick.open]
        if not offered:
            break
        take(sitting, NEXT if NEXT in offered else offered[roll(seed, f"pick{turn}", len(offered))])
    return sitting.tale.ending
