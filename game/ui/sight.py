"""Cones on screen: what each watcher sees, as the rules see it, ready to be drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.sim.room import Room, Watcher
from game.sim.world import Guard, Mind, World
from game.ui.look import TILE, UNIT_PX


@dataclass(frozen=True, slots=True)
class Cone:
    """What one watcher sees: a polygon in room pixels, `reach` pixels far. `hollow`: he looks away (bribed)."""

    who: str
    shape: tuple[tuple[float, float], ...]
    origin: tuple[float, float]
    reach: int
    torch: bool
    hollow: bool
    mind: Mind


def cones(world: World) -> list[Cone]:
    """The cones of all watchers on duty."""
    stage, room = world.stage, world.room
    if stage is None:
        return []
    watchers = {w.name: w for w in room.watchers}
    found = []
    for guard in stage.guards.values():
        watcher = watchers.get(guard.name)
        if watcher is not None and guard.mind is not Mind.OFF:
            found.append(_cone(world, room, watcher, guard))
    return found


def _cone(world: World, room: Room, watcher: Watcher, guard: Guard) -> Cone:
    reach = (9 if watcher.torch else watcher.sees_cells) * TILE * world.help.sight_percent // 100
    spread = 4 if watcher.torch else 7
    x, y = guard.x / UNIT_PX, guard.y / UNIT_PX
    shape = [(x, y)]
    for step in range(-spread, spread + 1):
        angle = (guard.facing + step) * math.tau / 72
        shape.append(_ray(room, x, y, math.cos(angle), math.sin(angle), reach))
    return Cone(guard.name, tuple(shape), (x, y), reach, watcher.torch, guard.blind_ticks > 0, guard.mind)


def _ray(room: Room, x: float, y: float, dx: float, dy: float, reach: int) -> tuple[float, float]:
    for far in range(0, reach, 4):
        column, row = int((x + dx * far) // TILE), int((y + dy * far) // TILE)
        if not (0 <= column < room.width and 0 <= row < room.height) or room.opaque.blocked[row * room.width + column]:
            return x + dx * far, y + dy * far
    return x + dx * reach, y + dy * reach
