"""The proof with forgotten variables may say less than the one with every state, never something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.reader import read_draft
from game.prove.story.coarse import Coarse, prove_coarsely
from game.prove.story.quiet import live_and_quiet
from game.sim.world import Lore
from tests.prove.test_story_planted import PLANTED, WORLD

SOUND = """nodes:
  start:
    - choose:
        - Buy bread @start.c1:
            pay: {coins: 1}
            go: start
        - Go home @start.c2:
            if: coins < 2 or key
            go: house
        - Wait @start.c3:
            do:
              - set: {key: true}
            go: start
  house:
    - end: home
"""


def coarse(text: str, folder: Path, endings: list[str]) -> Coarse:
    world = WORLD + "".join(f"  {id}: {{title: T, text: X}}\n" for id in endings)
    (folder / "world.yaml").write_text(world, encoding="utf-8")
    (folder / "m.yaml").write_text(text, encoding="utf-8")
    book = read_draft(folder).book()
    return prove_coarsely(Lore(book, {}, "planted"), live_and_quiet(book)[0], 20.0, 10_000, lambda done, known: None)


def test_what_the_proof_needs_is_kept(tmp_path: Path) -> None:
    found = coarse(SOUND, tmp_path, ["home"])
    assert (found.complete, found.lost, list(found.endings)) == (True, [], ["home"])
    assert ("fact", "key") in found.kept
    assert ("fact", "bread") not in found.kept


@pytest.mark.parametrize("name", ["EconomicSoftlock"])
def test_a_softlock_is_never_called_safe(name: str, tmp_path: Path) -> None:
    path = next(path for path in PLANTED if path.stem == name)
    assert coarse(path.read_text(encoding="utf-8"), tmp_path, ["home"]).lost
