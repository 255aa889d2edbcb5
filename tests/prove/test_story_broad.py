"""The proof step by step may say less than the one with every state, never something else."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from game.content.reader import read_draft
from game.prove.story.backward import forced as forced_in
from game.prove.story.backward import reaching
from game.prove.story.broad import prove_broadly
from game.prove.story.live import live_of
from game.prove.story.moves import Mover
from game.prove.story.packing import Packer
from game.prove.story.search import explore
from game.prove.story.seek import seek
from game.sim.world import Lore
from tests.prove.test_story_planted import PLANTED, WORLD

CONDITIONS = ("key", "not key", "coins >= 2", "coins < 1", "seen(n2)")


def lore(text: str, folder: Path, promise: str = "") -> Lore:
    promises = f"promises:\n  - ending {promise} can be forced, whatever the dice say\n" if promise else ""
    ends = "  home: {title: T, text: X}\n  away: {title: T, text: X}\n"
    (folder / "world.yaml").write_text(promises + WORLD + ends, encoding="utf-8")
    (folder / "m.yaml").write_text(text, encoding="utf-8")
    return Lore(read_draft(folder).book(), {}, "planted")


def written_by(dice: random.Random) -> str:
    """A small story: seven nodes that lead anywhere, by questions, conditions, dice and money."""
    def to() -> str:
        return dice.choice(("start", "n1", "n2", "n3", "n4", "n5", "n6"))

    lines = ["nodes:"]
    for at, node in enumerate(("start", "n1", "n2", "n3", "n4")):
        on = f"n{dice.randint(at + 1, 6)}"  # what nobody decides leads on, so that nothing goes round by itself
        lines.append(f"  {node}:")
        if dice.random() < 0.4:
            lines += [f"    - if: {dice.choice(CONDITIONS)}", f"      then: [go: {on}]"]
        if dice.random() < 0.3:
            lines += ["    - chance: 50", f"      then: [go: {on}]"]
        if dice.random() < 0.4:
            lines.append("    - set: {key: " + dice.choice(("true", "false")) + "}")
        lines.append("    - choose:")
        for number in range(dice.randint(1, 3)):
            lines += [f"        - Do @{node}.c{number}:", f"            go: {to()}"]
            if number:
                lines.append(dice.choice((f"            if: {dice.choice(CONDITIONS)}", "            pay: {coins: 1}",
                                          "            once: true")))
    return "\n".join([*lines, "  n5:", "    - end: home", "  n6:", "    - end: away", ""])


@pytest.mark.parametrize("seed", range(30))
def test_what_is_shown_step_by_step_holds_for_every_state(seed: int, tmp_path: Path) -> None:
    tale = lore(written_by(random.Random(seed)), tmp_path, "home")
    live = live_of(tale.book)
    space = explore(Mover(tale, Packer(live)), 100_000, 20.0, [tale.book.start])
    assert space.complete
    broad = prove_broadly(tale, live, tale.book.start, time.monotonic() + 5)
    if not broad.stranded and not broad.open:
        assert all(reaching(space, space.endings.values()))
        assert not space.stuck
    if "home" in broad.forced:
        assert forced_in(space, space.endings["home"])[space.starts[0]]


def test_something_is_shown_of_some_of_these_stories(tmp_path: Path) -> None:
    shown = 0
    for seed in range(30):
        tale = lore(written_by(random.Random(seed)), tmp_path, "home")
        broad = prove_broadly(tale, live_of(tale.book), tale.book.start, time.monotonic() + 5)
        shown += not broad.stranded
    assert 0 < shown < 30


@pytest.mark.parametrize("seed", range(12))
def test_plays_only_see_what_every_state_knows(seed: int, tmp_path: Path) -> None:
    tale = lore(written_by(random.Random(seed)), tmp_path)
    space = explore(Mover(tale, Packer(live_of(tale.book))), 100_000, 20.0, [tale.book.start])
    seen = seek(Mover(tale, Packer(live_of(tale.book))), tale.book.start, time.monotonic() + 5)
    assert set(seen.states[0:1]) == set(space.states[0:1])
    assert set(seen.taken) <= set(space.taken)
    assert set(seen.endings) <= set(space.endings)


@pytest.mark.parametrize("path", [one for one in PLANTED if "R006" in one.read_text(encoding="utf-8")],
                         ids=lambda path: path.stem)
def test_a_softlock_is_never_called_safe(path: Path, tmp_path: Path) -> None:
    tale = lore(path.read_text(encoding="utf-8"), tmp_path)
    assert prove_broadly(tale, live_of(tale.book), tale.book.start, time.monotonic() + 5).stranded
