"""Shadows of a story never say that something cannot be which can; and what they say can be is played."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest

from game.commands import load_content, lore_of
from game.content.reader import read_draft
from game.prove.story.acting import act
from game.prove.story.live import live_of
from game.prove.story.moves import Mover
from game.prove.story.offers import written
from game.prove.story.packing import Packer
from game.prove.story.promises import keep
from game.prove.story.search import Space, explore
from game.prove.story.shadow import Shadow
from game.prove.story.strands import Strands
from game.prove.story.walks import Wanted
from game.prove.story.wanting import wanted_move, wanted_node
from game.prove.story.whether import Can, whether
from game.sim.world import Lore
from game.story.claims import Claim, Promise
from game.story.conditions import parse
from tests.prove.test_story_planted import WORLD

CONDITIONS = ("key", "not key", "coins >= 2", "coins < 1", "seen(n2)", "visits(n1) > 1", "not seen(inner)")
NEVER = ("key and coins == 0", "seen(n2) and not key", "coins > 4", "coins == 3", "visits(n1) > 2",
         "key and seen(inner) and not seen(n2)", "coins >= 2 and seen(n3)", "coins < 2 and not key and seen(n1)")
CAST = """
cast:
  jo: {name: Jo, moods: [plain], greed: 50, fear: 40, mood: 0}
"""


def wild(dice: random.Random) -> str:
    """A small story with rooms, calls, timers and bribes that lead anywhere."""
    nodes = ("start", "n1", "n2", "n3", "room")

    def condition() -> str:
        return dice.choice(CONDITIONS)

    def change() -> str:
        return "    - set: {" + dice.choice(("key: true", "key: false", "coins: +1", "coins: -1", "coins: 2")) + "}"

    lines = ["nodes:"]
    for node in ("start", "n1", "n2", "n3"):
        lines.append(f"  {node}:")
        if dice.random() < 0.3:
            lines.append("    - call: inner")
        if dice.random() < 0.4:
            lines += [f"    - if: {condition()}", "      then:", "    " + change()]
        if dice.random() < 0.3:
            lines += ["    - chance: 50", "      then:", "    " + change()]
        if dice.random() < 0.2:
            lines += ["    - bribe:", "        who: jo", "        price: 10", "        offers: [1 coins]",
                      f"        accepted: {dice.choice(nodes)}", f"        betrayed: {dice.choice(nodes)}",
                      "        refused: n4", "        insulted: n4", "        leave: n5"]
            continue
        lines.append("    - choose:")
        for number in range(dice.randint(2, 3)):
            lines += [f"        - Do @{node}.c{number}:", f"            go: {dice.choice((*nodes, 'n4', 'n5'))}"]
            if number:
                lines.append(dice.choice((f"            if: {condition()}", "            pay: {coins: 1}",
                                          "            once: true")))
    lines += ["  room:", "    - visit: yard", "      from: gate", "      ways:",
              "        talk jo: {go: scene, if: " + condition() + "}",
              "        reach far: {go: " + dice.choice(nodes) + ", if: " + condition() + "}",
              "        reach near: {go: quiet, once: true}",
              "        use door: " + dice.choice(("n4", "n5", "n1")),
              "        caught: " + dice.choice(nodes)]
    missed = "missed: {" + dice.choice(("key: true", "coins: 0")) + "}"
    lines += ["  scene:", change(), "    - back", "  quiet:",
              "    - later: {name: bell, in: 9s, go: rung, " + missed + "}" if dice.random() < 0.5 else change(),
              "    - back", "  rung:", change(), "    - back",
              "  inner:", change(), "    - back", "  n4:", "    - end: home", "  n5:", "    - end: away", ""]
    return "\n".join(lines)


def told(seed: int, folder: Path) -> tuple[Lore, Space]:
    """A wild story with promises, and every state of it."""
    ends = "  home: {title: T, text: X}\n  away: {title: T, text: X}\n"
    (folder / "world.yaml").write_text(WORLD + ends + CAST, encoding="utf-8")
    (folder / "m.yaml").write_text(wild(random.Random(seed)), encoding="utf-8")
    book = read_draft(folder).book()
    conditions = {words: parse(words, book.facts, "m") for words in NEVER}
    promises = tuple(Promise(Claim.NEVER, "m.yaml", 1, condition=one) for one in conditions.values())
    lore = Lore(book := replace(book, promises=promises), {}, "wild")
    space = explore(Mover(lore, Packer(live_of(book))), 100_000, 20.0, [book.start], never=conditions)
    assert space.complete
    return lore, space


def shadow_of(lore: Lore) -> Shadow:
    return Shadow.of(lore, live_of(lore.book), Strands(lore.book, lore.book.start))


@pytest.mark.parametrize("seed", range(40))
def test_what_can_be_is_never_called_impossible(seed: int, tmp_path: Path) -> None:
    lore, space = told(seed, tmp_path)
    shadow, start, until = shadow_of(lore), lore.book.start, time.monotonic() + 20
    mover = Mover(lore, Packer(live_of(lore.book)))
    for promise in lore.book.promises:
        assert promise.condition is not None
        answer = whether(shadow, Wanted(promise.condition), start, until)
        broken = promise.condition.source in space.broken
        assert not (answer.can is Can.NEVER and broken), promise.words
        if answer.can is Can.TRAIL:
            acted = act(mover, answer.moves, start, {"it": promise.condition})
            assert "it" not in acted.broken or broken
    for node in lore.book.nodes:
        (wanted,) = wanted_node(node)
        assert (whether(shadow, wanted, start, until).can is not Can.NEVER) or node not in space.nodes
    taken = {f"{node}/{name}" for node, name in space.taken}
    for key in written(lore.book):
        answers = [whether(shadow, wanted, start, until) for wanted in wanted_move(lore.book, key)]
        assert any(answer.can is not Can.NEVER for answer in answers) or key not in taken


def test_all_of_these_promises_are_decided_and_what_breaks_them_is_played(tmp_path: Path) -> None:
    kept = broken = 0
    for seed in range(12):
        lore, space = told(seed, tmp_path)
        mover = Mover(lore, Packer(live_of(lore.book)))
        for promise in lore.book.promises:
            condition = promise.condition
            assert condition is not None
            answer = whether(shadow_of(lore), Wanted(condition), lore.book.start, time.monotonic() + 20)
            if condition.source not in space.broken:
                assert answer.can is Can.NEVER, (seed, promise.words)
                kept += 1
                continue
            acted = act(mover, answer.moves, lore.book.start, {"it": condition},
                        lambda tale, told, it=condition: it.holds(tale))
            assert "it" in acted.broken, (seed, promise.words)
            broken += 1
    assert kept > 20 and broken > 10


def test_what_the_shipped_story_promises_is_kept() -> None:
    lore = lore_of(load_content())
    kept = keep(lore, lore.book.start, time.monotonic() + 60)
    assert len(kept.shown) >= 4 and not kept.open
