"""Cones on screen: what each watcher sees, from the same functions as the rules, in room pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.sim import watching
from game.sim.plan import lantern_lit
from game.sim.room import WatcherKind
from game.sim.sight import CORE, RIM
from game.sim.world import Mind, World
from game.ui.light import Shape
from game.ui.look import TILE, UNIT_PX

_NEAR_PX = 9 * TILE


@dataclass(frozen=True, slots=True)
class Cone:
    """What one watcher sees: `core` well, `rim` barely (empty where it does not matter), `reach` pixels far.

    `torch`: he sees by a light of his own. `hollow`: he looks away (bribed).
    """

    who: str
    core: Shape
    rim: Shape
    origin: tuple[float, float]
    reach: int
    torch: bool
    hollow: bool
    mind: Mind


def cones(world: World, seen: pygame.Rect, all_rims: bool = False) -> list[Cone]:
    """The cones that may touch the room pixels `seen`; rims of those near her, or of all."""
    stage = world.stage
    if stage is None:
        return []
    room = world.room
    watchers = {w.name: w for w in room.watchers}
    her_x, her_y = stage.her.x / UNIT_PX, stage.her.y / UNIT_PX
    found = []
    for guard in stage.guards.values():
        watcher = watchers.get(guard.name)
        if watcher is None or guard.mind is Mind.OFF:
            continue
        x, y = guard.x / UNIT_PX, guard.y / UNIT_PX
        reach = watching.reach(world, guard)
        if reach is None:
            continue
        far = reach.widest // UNIT_PX + 1
        if not seen.inflate(2 * far, 2 * far).collidepoint(x, y):
            continue
        torch = watcher.kind in (WatcherKind.TOWER, WatcherKind.VEHICLE) or lantern_lit(room, watcher, stage.alarm)
        core = _pixels(watching.cone(world, guard, CORE))
        near = all_rims or (x - her_x) ** 2 + (y - her_y) ** 2 < _NEAR_PX * _NEAR_PX
        rim = _pixels(watching.cone(world, guard, RIM)) if near else ()
        found.append(Cone(guard.name, core, rim, (x, y), far, torch, guard.blind_ticks > 0, guard.mind))
    return found


@lru_cache(maxsize=64)
def _pixels(points: tuple[tuple[int, int], ...]) -> Shape:
    return tuple((x / UNIT_PX, y / UNIT_PX) for x, y in points)
