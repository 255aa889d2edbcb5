"""Faults planted in small stories: each is found, at its place, with the shortest choices that lead there.

The first lines of a planted story say what its endings are and what is expected: rule, node, words, choices.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.reader import read_draft
from game.prove.story.proof import STATES, Proof, Verdict, prove_story
from game.sim.world import Lore

PLANTED = sorted((Path(__file__).parent / "planted").glob("*.yaml"))
WORLD = """start: m.start
facts:
  coins: {type: int, min: 0, max: 9, start: 2, item: true}
  bread: {type: int, min: 0, max: 1, start: 1, item: true}
  key: {type: flag}
endings:
"""
OPEN = ("R006", "R008")  # where not every state is known it is only said that these are not shown


def proved(text: str, folder: Path, most_states: int = STATES) -> Proof:
    endings = text.partition("# endings: ")[2].partition("\n")[0].split(", ")
    world = WORLD + "".join(f"  {id}: {{title: T, text: X}}\n" for id in endings)
    (folder / "world.yaml").write_text(world, encoding="utf-8")
    (folder / "m.yaml").write_text(text, encoding="utf-8")
    return prove_story(Lore(read_draft(folder).book(), {}, "planted"), most_states)


def expected(text: str) -> list[str]:
    return [part.strip() for part in text.partition("# expect: ")[2].splitlines()[0].split("|")]


@pytest.mark.parametrize("path", PLANTED, ids=lambda path: path.stem)
def test_a_planted_fault_is_found(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code, node, words, *choices = expected(text)
    proof = proved(text, tmp_path)
    assert proof.verdict is Verdict.FAULT
    fault = next((fault for fault in proof.faults if fault.code == code), None)
    assert fault is not None, proof.faults
    assert (fault.node, words in fault.message) == (node, True), fault
    if choices:
        assert " > ".join(fault.choices) == choices[0]


@pytest.mark.parametrize("path", PLANTED, ids=lambda path: path.stem)
def test_it_is_found_or_left_open_where_there_are_too_many_states(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code, node, _, *choices = expected(text)
    proof = proved(text, tmp_path, most_states=0)
    assert not proof.complete
    if code in OPEN:
        assert proof.verdict is Verdict.UNDECIDED
        return
    fault = next((fault for fault in proof.faults if fault.code == code), None)
    assert fault is not None and fault.node == node, (proof.faults, proof.undecided)
    if choices:
        assert " > ".join(fault.choices) == choices[0]
