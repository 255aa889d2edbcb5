"""Going back ten seconds.

About once a second the world is kept as bytes in memory (`pickle`, never written anywhere), and every intent since
the oldest of them. Going back restores the last copy before the moment wanted and replays the intents from there,
through the same rules, so what comes back is exact. `World.past` holds this and is not part of a save: after loading,
the way back begins at the load. The count of rewinds is the one thing a rewind leaves alone.
"""

from __future__ import annotations

import pickle
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from game.sim.events import Event, Refused, Rewound
from game.sim.intents import Intent
from game.sim.levels import UNLIMITED, dial
from game.sim.world import Guard, Print, World
from game.story.tale import Told

BACK_TICKS = 600
EVERY_TICKS = 60
_PRINT = attrgetter(*(one.name for one in fields(Print)))
_GUARD = attrgetter(*(one.name for one in fields(Guard)))
KEPT_TICKS = 3 * BACK_TICKS  # so that going back can be done three times in a row


def remember(world: World, intent: Intent) -> None:
    """Note an intent before it is carried out."""
    past = world.past
    if not past.shots:
        past.shots.append((world.tick, copy(world), tuple(world.tale.history)))
    past.asked.append((world.tick, intent))
    past.steps += 1


def keep(world: World) -> None:
    """After a step: once a second keep a copy, and let go of what is too old to return to."""
    past = world.past
    if world.tick - past.shots[-1][0] < EVERY_TICKS:
        return
    past.shots.append((world.tick, copy(world), tuple(world.tale.history)))
    while past.shots[1][0] <= world.tick - KEPT_TICKS:
        del past.shots[0]
    oldest = past.shots[0][0]
    del past.asked[:bisect_left(past.asked, oldest, key=_tick_of)]


def back(world: World, carry_out: Callable[[World, Intent], list[Event]]) -> list[Event]:
    """Go back ten seconds, or as far as is kept; `carry_out` is one step without remembering.

    On the harder levels only three times a room. Intents that take no time (words, choices) between the moment wanted
    and now are undone with the rest.
    """
    past = world.past
    over = spent(world)
    target = max(world.tick - BACK_TICKS, past.shots[0][0]) if past.shots else world.tick
    if over or target >= world.tick:
        return [Refused("refused.rewind_spent" if over else "refused.rewind")]
    counted = _count_key(world)
    past.shots = [shot for shot in past.shots if shot[0] <= target]
    from_tick, kept_world, told = past.shots[-1]
    restore(world, kept_world, told)
    for tick, intent in past.asked:
        if tick >= from_tick and world.tick < target:
            carry_out(world, intent)
    kept = [entry for entry in past.asked if entry[0] < target]
    past.steps -= len(past.asked) - len(kept)
    past.asked = kept
    past.decisions = [decision for decision in past.decisions if decision.steps < past.steps]
    world.rewinds[counted] = world.rewinds.get(counted, 0) + 1
    return [Rewound()]


def spent(world: World) -> bool:
    """Whether this room's ways back are used up; on the harder levels there are three."""
    most = dial(world.help.level).rewinds
    return most != UNLIMITED and world.rewinds.get(_count_key(world), 0) >= most


def count(world: World) -> None:
    """One way back of this room is used."""
    key = _count_key(world)
    world.rewinds[key] = world.rewinds.get(key, 0) + 1


def _tick_of(entry: tuple[int, Intent]) -> int:
    return entry[0]


def copy(world: World) -> bytes:
    """The world as bytes, but for what was told: that never changes, and would be the half of it.

    Prints, up to four hundred, and watchers go as plain tuples: that is four times as fast.
    """
    stage, prints, guards = world.stage, list[tuple[int, ...]](), list[tuple[Any, ...]]()
    if stage is not None:
        prints, guards = [_PRINT(mark) for mark in stage.prints], [_GUARD(guard) for guard in stage.guards.values()]
        stage = replace(stage, prints=[], guards={})
    all_of_it = (replace(world.tale, history=[]), stage, prints, guards, world.help, world.tick, world.room_visits)
    return pickle.dumps(all_of_it, pickle.HIGHEST_PROTOCOL)


def restore(world: World, kept: bytes, told: tuple[Told, ...]) -> None:
    """Make the world what it was when `kept` was made of it."""
    world.tale, world.stage, prints, guards, world.help, world.tick, world.room_visits = pickle.loads(kept)
    world.tale.history = list(told)
    if world.stage is not None:
        world.stage.prints = [Print(*mark) for mark in prints]
        world.stage.guards = {values[0]: Guard(*values) for values in guards}


def _count_key(world: World) -> str:
    return f"{world.stage.room}:{world.stage.visit}" if world.stage is not None else ""
