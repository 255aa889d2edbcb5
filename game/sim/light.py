"""Light and darkness where she stands.

In the player's words: in a dark place they need twice as long to make you out; a lamp, a lantern or a beam that
falls on you takes that away.
"""

from __future__ import annotations

from game.sim.grid import UNITS
from game.sim.plan import Round, lantern_lit, sight_of
from game.sim.room import WatcherKind
from game.sim.routes import middle
from game.sim.sight import NONE, Reach, blocked_at, glance

_BEAMS = (WatcherKind.TOWER, WatcherKind.VEHICLE)


def in_dark_place(around: Round) -> bool:
    """Whether her cell is one the map calls dark."""
    room, her = around.room, around.stage.her
    x, y = her.x >> 12, her.y >> 12
    return bool(room.dark[y * room.width + x]) or any(area.dark and area.holds(x, y) for area in room.areas)


def lamp_lit(around: Round) -> bool:
    """Whether a standing lamp, or a burning decoy lamp's glow of two tiles, falls on her."""
    her, screen = around.stage.her, around.screen
    spots = [(middle(lamp.cell), lamp.radius_cells * UNITS) for lamp in around.plan.lamps]
    if around.stage.decoys:
        spots += [(middle(thing.cell), 2 * UNITS) for thing in around.room.things
                  if around.stage.decoys.get(thing.name, 0) > 0]
    return any((x - her.x) ** 2 + (y - her.y) ** 2 <= radius * radius
               and blocked_at(screen.solid, screen.wide, x, y, her.x, her.y) is None for (x, y), radius in spots)


def beam_lit(around: Round) -> bool:
    """Whether a lantern, the lamps of a car or a searchlight falls on her."""
    stage, her = around.stage, around.stage.her
    for guard in stage.guards.values():
        watcher = around.plan.watchers[guard.name]
        beams = watcher.kind in _BEAMS
        if not beams and not lantern_lit(around.room, watcher, stage.alarm):
            continue
        sight = sight_of(around, watcher, guard)
        if sight is None:
            continue
        reach, look = sight
        light = Reach(reach.core, reach.half) if beams else Reach(0, torch=reach.torch)
        if glance(around.screen, light, (guard.x, guard.y), look, (her.x, her.y), False) != NONE:
            return True
    return False


def lit(around: Round) -> bool:
    """Whether she stands in light: by day anywhere but in dark places, by night where one falls on her."""
    if not around.room.night and not in_dark_place(around):
        return True
    return lamp_lit(around) or beam_lit(around)


def dim(around: Round) -> bool:
    """Whether darkness slows suspicion: a dark place, and no light on her."""
    return in_dark_place(around) and not lamp_lit(around) and not beam_lit(around)
