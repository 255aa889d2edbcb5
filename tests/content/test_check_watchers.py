"""The watchers of a map and the story: what they can do to her is answered, what they keep is declared."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.check import Maps, check_story
from game.content.problems import Problem
from game.content.reader import read_draft
from game.sim.grid import Cell
from game.sim.room import Post, Watcher, WatcherKind
from tests.content.stories import ASSETS, GOOD, bank_room, story_with


def found(folder: Path, kind: WatcherKind, **settings: object) -> list[Problem]:
    """The faults of a story on a bank that `who` watches too."""
    room, posts = bank_room(), (Post(Cell(2, 2)), Post(Cell(3, 2)))
    who = replace(Watcher("who", kind, posts), **settings)
    draft = check_story(read_draft(folder), Maps(["bank"], {"bank": replace(room, watchers=(*room.watchers, who))}),
                        ASSETS)
    return [fault for fault in draft.faults.found if "who" in fault.message]


@pytest.mark.parametrize("kind", [WatcherKind.DOG, WatcherKind.SWEEP, WatcherKind.SCOUT, WatcherKind.POLICE])
def test_who_can_stop_her_must_be_answered(kind: WatcherKind) -> None:
    faults = found(GOOD, kind)
    assert [fault.code for fault in faults] == ["W003"] and "stopped by who" in faults[0].suggestion


@pytest.mark.parametrize("kind", [WatcherKind.CAMERA, WatcherKind.VAN, WatcherKind.NEIGHBOUR, WatcherKind.TOWER])
def test_who_cannot_needs_no_answer(kind: WatcherKind) -> None:
    assert found(GOOD, kind) == []


def test_what_an_informer_tells_must_matter() -> None:
    assert [fault.code for fault in found(GOOD, WatcherKind.INFORMER)] == ["W003"]


def test_what_they_keep_is_declared_and_of_the_right_type() -> None:
    missing = found(GOOD, WatcherKind.NEIGHBOUR, keeps="rumuor")
    assert [(fault.file, fault.code) for fault in missing] == [("maps/bank.tmx", "V001")]
    assert found(GOOD, WatcherKind.NEIGHBOUR, keeps="won") == [], "a number goes up"
    assert [fault.code for fault in found(GOOD, WatcherKind.INFORMER, keeps="won")] == ["V001"], "a flag is set"


def test_only_who_tells_is_waited_for(tmp_path: Path) -> None:
    crossing = (GOOD / "crossing.yaml").read_text("utf-8")
    assert "caught: " in crossing
    line = next(line for line in crossing.splitlines() if line.strip().startswith("caught: "))
    told = line.replace("caught", "reported by who")
    folder = story_with(tmp_path, {"crossing.yaml": crossing.replace(line, f"{line}\n{told}")})
    assert [fault.code for fault in found(folder, WatcherKind.TOWER)] == ["N006"]
    assert found(folder, WatcherKind.CAMERA) == [] and found(folder, WatcherKind.INFORMER) == []
    assert [fault.code for fault in found(folder, WatcherKind.NEIGHBOUR)] == ["N006"], "this one has no telephone"
    assert found(folder, WatcherKind.NEIGHBOUR, calls=True) == []
