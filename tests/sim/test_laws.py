"""Laws of the shipped rooms, sampled over played ticks: help never hurts, and a save is exact at any tick."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from game.content import sources
from game.content.saves import decode, encode
from game.sim.intents import Choose, Gait, Intent, Move, Next, Skip
from game.sim.journey import new_world
from game.sim.step import step
from game.sim.world import FULL, Help, Level, Lore, World
from game.story import runtime
from game.story.dice import roll
from game.story.tale import Waiting

HELPS = (Help(level=Level.STORY), Help(sight_percent=50), Help(suspicion_percent=40), Help(no_ice=1))


@lru_cache(maxsize=1)
def lore() -> Lore:
    content = sources.load(Path(__file__).parents[2])
    assert content.book is not None
    return Lore(content.book, content.rooms, content.hash)


def visits() -> list[str]:
    """A node that opens each shipped room."""
    found: dict[str, str] = {}
    for node in lore().book.nodes.values():
        for told in node.steps:
            room = getattr(told, "room", "")
            if room in lore().rooms:
                found.setdefault(room, node.id)
    return list(found.values())


def intent(world: World, tick: int) -> Intent:
    """Wander, by dice of the tick; whatever is asked, answer with the first open choice."""
    match world.tale.waiting:
        case Waiting.WORDS:
            return Next()
        case Waiting.STAGE:
            return Skip()
        case Waiting.CHOICE | Waiting.BRIBE:
            return Choose(next(o.id for o in runtime.options(lore().book, world.tale) if o.open))
    turn = tick // 50
    return Move(roll(turn, "x", 3) - 1, roll(turn, "y", 3) - 1, list(Gait)[roll(turn, "gait", 4)], tick % 90 == 0)


def test_every_room_is_met() -> None:
    assert len(visits()) == len(lore().rooms) >= 3


def test_a_save_is_exact_at_any_tick() -> None:
    for start in visits():
        world, _ = new_world(lore(), 3, start)
        other: World | None = None
        for tick in range(900):
            asked = intent(world, tick)
            if tick % 150 == 37:
                other = decode(encode(world), lore())
                assert other == world
            told = step(world, asked)
            if other is not None:
                assert step(other, asked) == told
        assert other == world


@pytest.mark.parametrize("help_", HELPS, ids=("story", "sight", "suspicion", "ice"))
def test_help_never_hurts(help_: Help) -> None:
    """From the same moment, for the same step: no watcher is surer of her for it, and no more ice gives."""
    for start in visits():
        plain, _ = new_world(lore(), 5, start)
        for tick in range(600):
            asked = intent(plain, tick)
            if tick % 40 == 7 and plain.stage is not None and plain.tale.waiting is Waiting.ROOM:
                helped = decode(encode(plain), lore())
                helped.help = replace(help_)
                harsh = decode(encode(plain), lore())
                step(helped, asked)
                step(harsh, asked)
                assert suspicion(helped) <= suspicion(harsh)
                if helped.stage is not None and harsh.stage is not None:
                    assert helped.stage.ice_falls <= harsh.stage.ice_falls
            step(plain, asked)


def suspicion(world: World) -> int:
    guards = world.stage.guards.values() if world.stage is not None else ()
    return sum(min(guard.suspicion, FULL) for guard in guards)
