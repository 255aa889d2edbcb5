"""Footprints: every step on snow tells where she went, for a while."""

from __future__ import annotations

from game.sim.ground import cell_of, ground_at
from game.sim.room import Ground
from game.sim.world import PRINTS_CAP, Print, World

LASTS_TICKS = 90 * 60
SNOWFALL_TICKS = 35 * 60
WIND_TICKS = 50 * 60
RAKED_TICKS = 300 * 60
FADE_EVERY_TICKS = 60  # ages are kept to the second: four hundred prints need not be touched every tick
_SNOW = frozenset((Ground.SNOW, Ground.CRUST, Ground.FIELD, Ground.RAKED, Ground.DITCH))


def press(world: World) -> None:
    """A foot of hers came down: leave a print if there is snow to take it. The oldest goes when there are too many."""
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    ground = ground_at(room, her.x, her.y)
    if ground not in _SNOW:
        return
    stage.prints_made += 1
    stage.prints.append(Print(stage.prints_made, her.x, her.y, her.facing, _life(world, ground)))
    if len(stage.prints) > PRINTS_CAP:
        del stage.prints[0]


def _life(world: World, ground: Ground) -> int:
    stage, room = world.stage, world.room
    assert stage is not None
    if ground is Ground.RAKED:
        return RAKED_TICKS
    x, y = cell_of(stage.her.x, stage.her.y)
    windy = any(area.wind and area.holds(x, y) for area in room.areas)
    return min(SNOWFALL_TICKS if room.snowfall else LASTS_TICKS, WIND_TICKS if windy else LASTS_TICKS)


def fade(world: World) -> None:
    """Age the prints, once a second."""
    stage = world.stage
    assert stage is not None
    if stage.tick % FADE_EVERY_TICKS or not stage.prints:
        return
    for mark in stage.prints:
        mark.ticks_left -= FADE_EVERY_TICKS
    stage.prints = [mark for mark in stage.prints if mark.ticks_left > 0]
