"""Footprints: every step on snow tells where she went, for a while.

In the player's words: walk where the patrol walks and your steps are nobody's. A branch dragged behind you wipes what
you leave, and what lies within a step of you. Ice, stones, swept ground and floors take no print.
"""

from __future__ import annotations

from game.sim import levels
from game.sim.grid import UNITS
from game.sim.ground import cell_of, ground_at, index_at
from game.sim.plan import plan_of
from game.sim.room import Ground, Room, WatcherKind
from game.sim.routes import Stretch
from game.sim.world import PRINTS_CAP, Level, Print, World

LASTS_TICKS = 90 * 60
SNOWFALL_TICKS = 35 * 60
WIND_TICKS = 50 * 60
RAKED_TICKS = 300 * 60
FADE_EVERY_TICKS = 60  # ages are kept to the second: four hundred prints need not be touched every tick
WIPES = UNITS          # a branch wipes prints so near, each way
KEPT_ROOMS = 8
_TREADS = (WatcherKind.SOLDIER, WatcherKind.POLICE)
_SNOW = frozenset((Ground.SNOW, Ground.CRUST, Ground.FIELD, Ground.RAKED, Ground.DITCH))


def press(world: World) -> None:
    """A foot of hers came down: leave a print if there is snow to take it. The oldest goes when there are too many."""
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    if her.branch:
        stage.prints = [mark for mark in stage.prints if abs(mark.x - her.x) > WIPES or abs(mark.y - her.y) > WIPES]
        return
    ground = ground_at(room, her.x, her.y)
    if ground not in _SNOW or index_at(room, her.x, her.y) in trodden(room, world.help.level):
        return
    stage.prints_made += 1
    stage.prints.append(Print(stage.prints_made, her.x, her.y, her.facing, _life(world, ground)))
    if len(stage.prints) > PRINTS_CAP:
        del stage.prints[0]


def _life(world: World, ground: Ground) -> int:
    stage, room = world.stage, world.room
    assert stage is not None
    percent = levels.dial(world.help.level).prints_percent
    if ground is Ground.RAKED:
        return RAKED_TICKS * percent // 100
    x, y = cell_of(stage.her.x, stage.her.y)
    windy = any(area.wind and area.holds(x, y) for area in room.areas)
    ticks = min(SNOWFALL_TICKS if room.snowfall else LASTS_TICKS, WIND_TICKS if windy else LASTS_TICKS)
    return ticks * percent // 100


_kept: dict[tuple[int, Level], tuple[Room, frozenset[int]]] = {}  # by the identity of the room, kept alive with it


def trodden(room: Room, level: Level) -> frozenset[int]:
    """The indices of the cells that rounds of soldiers and police cross on `level`: hers are lost among theirs."""
    key = id(room), level
    if key not in _kept:
        if len(_kept) >= KEPT_ROOMS:
            _kept.clear()
        _kept[key] = room, _trodden(room, level)
    return _kept[key][1]


def _trodden(room: Room, level: Level) -> frozenset[int]:
    cells: set[int] = set()
    for part in rounds(room, level):
        steps = max(abs(part.x1 - part.x0), abs(part.y1 - part.y0)) // UNITS
        for step in range(steps + 1):
            x = part.x0 + (part.x1 - part.x0) * step // max(1, steps)
            y = part.y0 + (part.y1 - part.y0) * step // max(1, steps)
            cells.add(index_at(room, x, y))
    return frozenset(cells)


def rounds(room: Room, level: Level) -> list[Stretch]:
    """The straight parts of all rounds that leave tracks on `level`, in file order; none of who must be called."""
    loops = plan_of(room).loops
    return [part for watcher in room.watchers
            if watcher.kind in _TREADS and not watcher.comes and levels.posted(level, watcher)
            for part in loops[watcher.name].stretches]


def takes_print(room: Room, x: int, y: int) -> bool:
    """Whether the ground under a place in units takes a print at all."""
    return ground_at(room, x, y) in _SNOW


def fade(world: World) -> None:
    """Age the prints, once a second."""
    stage = world.stage
    assert stage is not None
    if stage.tick % FADE_EVERY_TICKS or not stage.prints:
        return
    for mark in stage.prints:
        mark.ticks_left -= FADE_EVERY_TICKS
    stage.prints = [mark for mark in stage.prints if mark.ticks_left > 0]
