"""Cones on screen: what each watcher sees, from the same functions as the rules, in room pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.sim import watching
from game.sim.plan import begin, lantern_lit, shown_sight
from game.sim.room import WatcherKind
from game.sim.sight import CORE, RIM
from game.sim.world import Mind, World
from game.ui.look import TILE, UNIT_PX
from game.ui.shapes import Shape, shape

_NEAR_PX = 9 * TILE
_NOTHING = shape(())


@dataclass(frozen=True, slots=True)
class Cone:
    """What one watcher sees: `core` well, `rim` barely (empty where it does not matter), `reach` pixels far.

    `origin`: the pixel he stands on, the zero of both shapes. `torch`: he sees by a light of his own. `hollow`: he
    looks away (bribed).
    """

    who: str
    core: Shape
    rim: Shape
    origin: tuple[int, int]
    reach: int
    torch: bool
    hollow: bool
    mind: Mind


def cones(world: World, seen: pygame.Rect, all_rims: bool = False) -> list[Cone]:
    """The cones that may touch the room pixels `seen`; rims of those near her, or of all."""
    around = begin(world)
    if around is None:
        return []
    plan, stage, room = around.plan, around.stage, around.room
    her_x, her_y = stage.her.x // UNIT_PX, stage.her.y // UNIT_PX
    found = []
    for guard in stage.guards.values():
        x, y = guard.x // UNIT_PX, guard.y // UNIT_PX
        most = plan.farthest[guard.name] // UNIT_PX + 1
        if guard.mind is Mind.OFF or not (seen.left - most <= x < seen.right + most
                                          and seen.top - most <= y < seen.bottom + most):
            continue
        watcher = plan.watchers[guard.name]
        sight = shown_sight(around, watcher, guard)
        if sight is None:
            continue
        torch = watcher.kind in (WatcherKind.TOWER, WatcherKind.VEHICLE) or lantern_lit(room, watcher, stage.alarm)
        view, turns = watching.view_of(around, guard, sight), watcher.kind in watching.TURNS
        near = all_rims or (x - her_x) ** 2 + (y - her_y) ** 2 < _NEAR_PX * _NEAR_PX
        core, rim = _part(view, CORE, turns), _part(view, RIM, turns) if near else _NOTHING
        far = sight[0].widest // UNIT_PX + 1
        found.append(Cone(guard.name, core, rim, (x, y), far, torch, guard.blind_ticks > 0, guard.mind))
    return found


@lru_cache(maxsize=128)
def _part(view: watching.View, part: int, turns: bool) -> Shape:
    """A part of what is seen, kept while he stands."""
    eye_x, eye_y = view[2]
    return shape_of(watching.cone_of(view, part, turns), eye_x // UNIT_PX, eye_y // UNIT_PX)


@lru_cache(maxsize=32)
def shape_of(points: tuple[tuple[int, int], ...], x: int, y: int) -> Shape:
    """Places in units as a shape round pixel (x, y)."""
    zero_x, zero_y = x * UNIT_PX, y * UNIT_PX
    return _pixels(tuple([(px - zero_x, py - zero_y) for px, py in points]))


@lru_cache(maxsize=128)
def _pixels(points: tuple[tuple[int, int], ...]) -> Shape:
    return shape(tuple((x / UNIT_PX, y / UNIT_PX) for x, y in points))
