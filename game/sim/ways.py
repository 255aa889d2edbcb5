"""Ways: how the room picks what the story does next.

Each way has a cause. The world's causes come before hers, then file order decides; one way a tick. A way fires once
for each time its cause begins: `stage.spent` names those whose cause still holds. What comes due at a moment (`at`)
waits in `stage.due`, a timer waits at 0, until its turn comes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.sim import body, clock, telephone, things, watching
from game.sim.angles import DIRECTIONS
from game.sim.events import Event, WayTaken
from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of, see_through, walkable
from game.sim.journey import follow
from game.sim.room import Room, WatcherKind
from game.sim.sight import bordered, clear
from game.sim.world import Folk, Her, Mind, World
from game.story import calls, runtime
from game.story.facts import Readings
from game.story.steps import Way
from game.story.tale import Timer

HERS = ("reach", "talk", "use", "hide")
WORLDS = ("stopped by", "reported by", "caught", "ice gives way", "cold", "at", "alarm", "later")
_ONCE_A_CAUSE = ("reach", "hide", "cold", "alarm", "reported by", "ice gives way")
WITNESS_RANGE = 6 * UNITS
Causes: TypeAlias = set[tuple[str, str]]  # verb and target of every way that has a cause, written or not


@dataclass(frozen=True, slots=True)
class Possible:
    """A way of hers that is open: the cell to walk to, and whether the act key is needed there."""

    way: Way
    cell: Cell
    act: bool


def possible(world: World) -> list[Possible]:
    """What she may do in this room now, in file order. Somebody who walks is where they are this tick.

    Ways whose person or place is not here now are left out.
    """
    if world.stage is None:
        return []
    found: list[Possible] = []
    for way in runtime.open_ways(world.lore.book, world.tale):
        cell = _goal(world, way) if way.verb in HERS else None
        if cell is not None:
            found.append(Possible(way, cell, way.verb != "reach"))
    return found


def _goal(world: World, way: Way) -> Cell | None:
    """Where to stand for a way of hers: the free cell nearest to her from which it can be done; None if nowhere."""
    stage, room = world.stage, world.room
    assert stage is not None
    grid = walkable(room, stage)
    here = cell_of(stage.her.x, stage.her.y)
    if way.verb == "reach":
        area = next((area for area in room.areas if area.name == way.target), None)
        cells = [] if area is None else [Cell(x, y) for y in range(area.top, area.top + area.height)
                                         for x in range(area.left, area.left + area.width)]
    else:
        cells = [Cell(x + dx, y + dy) for x, y in _stand_at(world, room, way) for dx in (0, -1, 1) for dy in (0, -1, 1)]
        exact = [cell for cell in cells[::9] if grid.free(cell)]
        cells = exact or cells
    free = [cell for cell in cells if grid.free(cell)]
    return min(free, key=lambda c: ((c.x - here.x) ** 2 + (c.y - here.y) ** 2, c.y, c.x), default=None)


def _stand_at(world: World, room: Room, way: Way) -> list[Cell]:
    """The cells of the people or the thing a way of hers is about."""
    stage = world.stage
    assert stage is not None
    if way.verb == "talk":
        return [cell_of(x, y) for _, x, y in things.people(room, stage, way.target)]
    return [thing.cell for thing in room.things if thing.name == way.target]


def readings(world: World, way: Way | None) -> Readings:
    """What the stage says of itself to the story as it enters `way` (None: a timer)."""
    stage = world.stage
    assert stage is not None
    but = way.target if way is not None and way.verb in ("talk", "stopped by") else ""
    return Readings(_witness(world, but), stage.alarm, world.tale.clock // 60 % 24, body.band(world),
                    telephone.bars(world), calls.step_of(world.tale.trace))


def _witness(world: World, but: str) -> bool:
    """Whether somebody other than the one called `but` sees her from within six tiles, with nothing between.

    A watcher on duty looks about him and counts wherever he faces; a resident only if she is in front of him, and not
    if he goes with her. Whoever was paid to look away is no witness.
    """
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    eyes = [(g.x, g.y) for w in room.watchers for g in (stage.guards.get(w.name),)
            if g is not None and but not in (w.name, w.cast) and g.mind is not Mind.OFF and not g.blind_ticks
            and w.kind is not WatcherKind.VAN]
    eyes += [(f.x, f.y) for r in room.residents for f in (stage.folk.get(r.name),)
             if f is not None and but not in (r.name, r.cast) and not r.follows and _before(f, her)]
    near = [(x, y) for x, y in eyes if (x - her.x) ** 2 + (y - her.y) ** 2 <= WITNESS_RANGE * WITNESS_RANGE]
    if not near:
        return False
    grid = see_through(room, stage)
    screen = bordered(grid.width, grid.height, grid.blocked)
    return any(clear(screen, grid.width + 2, x, y, her.x, her.y) for x, y in near)


def _before(folk: Folk, her: Her) -> bool:
    """Whether she is not behind his back."""
    across, down = DIRECTIONS[folk.facing]
    return across * (her.x - folk.x) + down * (her.y - folk.y) >= 0


def fire(world: World, acted: Way | None) -> list[Event]:
    """Take at most one way. `acted` is the way the act key asks for this tick, if any."""
    stage = world.stage
    assert stage is not None
    book, tale = world.lore.book, world.tale
    causes = _causes(world)
    if not (causes or stage.spent or acted or any(timer.ticks_left == 0 for timer in tale.timers)):
        return []
    open_ways = runtime.open_ways(book, tale)
    stage.spent = [name for name in stage.spent if _still_holds(world, name, causes)]
    names = {way.name for way in open_ways}
    stage.due = [due for due in stage.due if due.name in names]
    picked = _pick(world, open_ways, acted, causes)
    if picked is None:
        return []
    if isinstance(picked, Timer):
        tale.timers.remove(picked)
        told = runtime.interrupt(book, tale, picked.node, readings(world, None))
        return [WayTaken(f"later {picked.name}"), *follow(world, told)]
    if picked.verb in _ONCE_A_CAUSE:
        stage.spent.append(picked.name)
    stage.due = [due for due in stage.due if due.name != picked.name]
    if picked is acted:
        stage.her.act_ticks = 0
    return [WayTaken(picked.name), *follow(world, runtime.take_way(book, tale, picked, readings(world, picked)))]


def _pick(world: World, open_ways: list[Way], acted: Way | None, causes: Causes) -> Way | Timer | None:
    stage = world.stage
    assert stage is not None
    for way in open_ways:
        if way.verb not in HERS and (way.verb, way.target) in causes and way.name not in stage.spent:
            return way
    for timer in world.tale.timers:
        if timer.ticks_left == 0:
            return timer
    for way in open_ways:
        if way is acted:
            return way
        if way.verb in ("reach", "hide") and (way.verb, way.target) in causes and way.name not in stage.spent:
            return way
    return None


def _still_holds(world: World, name: str, causes: Causes) -> bool:
    if name.startswith("reach "):
        return ("reach", name.removeprefix("reach ")) in causes
    return any(way.name == name and (way.verb, way.target) in causes for way in clock.room_ways(world))


def _causes(world: World) -> Causes:
    """All that ways can wait for and that is so now; in most ticks nothing is."""
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    found = {("reach", area) for area in her.in_area}
    if her.hidden:
        found.add(("hide", her.hidden))
    if her.in_water:
        found.add(("ice gives way", ""))
    elif her.calm_ticks == 0:
        if watching.caught(world) is not None:
            found.add(("caught", ""))
        who = watching.challenging(world)
        if who is not None:
            found |= {("stopped by", name) for w in room.watchers if w.name == who for name in (who, w.cast)}
    if body.has_warmth(world) and body.warmth(world) == 0:
        found.add(("cold", ""))
    for due in stage.due:
        found.add(("at", due.name.removeprefix("at ")))
    for level in range(1, stage.alarm + 1):
        found.add(("alarm", str(level)))
    if any(guard.reported for guard in stage.guards.values()):
        found |= {("reported by", name) for w in room.watchers if stage.guards[w.name].reported
                  for name in (w.name, w.cast)}
    return found
