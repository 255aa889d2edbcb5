"""`prove`: what it prints, writes and answers."""

from pathlib import Path

import pytest

from game.commands import DONE, FAULTS, UNDECIDED, WRONG_USE, _prove_story, prove
from game.content.problems import Problem
from game.prove.rooms.proof import Proof, Shown
from game.prove.rooms.sneak import Sneak
from game.prove.rooms.ways import Ways
from game.prove.story.findings import Ending
from game.sim.room import RoomKind
from game.sim.world import Level
from tests.commands.calls import call

ONE = ("--rooms", "--room", "curtains", "--level", "traveller")


def test_one_room_is_proved_recorded_and_drawn(tmp_path: Path) -> None:
    page, ways = tmp_path / "rooms.html", tmp_path / "ways"
    said = call("prove", *ONE, "--jobs", "1", "--json", "--report", str(page), "--record", str(ways))
    assert said.code == DONE and said.json["verdict"] == "proof"
    room = said.json["rooms"][0]
    assert room["room"] == "curtains" and room["kind"] == "crossing"
    assert {way["kind"] for way in room["ways"]} >= {"sneak", "talk"}
    out = next(level for level in room["levels"] if level["way"] == "reach gate_way")
    assert out["found"] and out["suspicion"] < 30 and out["seconds"] > 5
    for recording in ways.glob("*.json"):
        assert call("replay", str(recording)).code == DONE
    assert len(list(ways.iterdir())) == sum(level["found"] for level in room["levels"])
    html = page.read_text("utf-8")
    assert html.count("<svg") == 1 and "data:image/png;base64," in html and "Curtains" in html
    assert not any(mark in html for mark in ("<script", "<link", "src=", "http:", "https:", "url("))


@pytest.mark.parametrize(("arguments", "words"), [
    (("--room", "nowhere"), "there is no room 'nowhere'"),
    (("--level", "mild"), "there is no level 'mild'"),
    (("--jobs", "0"), "--jobs"),
    (("no_such_folder",), "there is no folder"),
])
def test_wrong_use_is_said_in_words(arguments: tuple[str, ...], words: str) -> None:
    said = call("prove", *arguments)
    assert said.code == WRONG_USE and words in said.err


@pytest.mark.parametrize(("choices", "words"), [(("a",), "reached in 1 move: a"), (("a", "b"), "in 2 moves: a > b")])
def test_one_move_is_one(choices: tuple[str, ...], words: str) -> None:
    assert _prove_story._in_words(Ending("home", reached=True, choices=choices)).endswith(words)


@pytest.mark.parametrize(("found", "problems", "code"), [
    (Sneak("reach gate_way", found=True), [], DONE),
    (Sneak("reach gate_way", decided=False, why="noticed: p1"), [], UNDECIDED),
    (Sneak("reach gate_way"), [Problem("maps/curtains.tmx", 0, 0, "error", "P104", "no way", "")], FAULTS),
])
def test_the_exit_code_is_the_verdict(found: Sneak, problems: list[Problem], code: int,
                                      monkeypatch: pytest.MonkeyPatch) -> None:
    proof = Proof("flat.evening", 0, "curtains", RoomKind.VISIT, Ways("flat", {}, {}, (), ()),
                  [Shown(Level.TRAVELLER, found)], problems)
    monkeypatch.setattr(prove, "_proved", lambda tasks, jobs: iter([Proof(
        proof.node, tasks[0][2], proof.room, proof.kind, proof.ways, proof.shown, proof.problems)]))
    said = call("prove", *ONE)
    assert said.code == code
    assert ("not a proof" in said.out) is (code == UNDECIDED)
