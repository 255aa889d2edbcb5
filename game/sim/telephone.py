"""The telephone: where it speaks, and how long until somebody knows from where.

In the player's words: bars depend on the place; three are lost inside a jamming disc, and the discs drift with the
clock. While she speaks a trace fills, faster the better the signal is, and nearly twice as fast near a van. There is
a click in the line, then a second breath, then somebody comes. Hanging up leaves most of the trace for three minutes;
walking away takes it all. The story decides what is said (game/story/calls.py); here is only what the place does.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.sim import senses, watching
from game.sim.events import Event, Sounded, TraceRose
from game.sim.grid import UNITS
from game.sim.ground import cell_of, middle
from game.sim.room import Area, Thing, ThingKind, WatcherKind
from game.sim.world import Mind, World
from game.story import calls
from game.story.steps import OnLine
from game.story.tale import NOWHERE

MOST_BARS = calls.MOST_BARS
JAM_BARS, EDGE_BARS = 3, 1         # lost inside a disc, and near its edge
EDGE = 3 * UNITS
VAN_NEAR = senses.RADIO            # the ring drawn round a van
AWAY = 25 * UNITS                  # so far from where she hung up nobody knows the place
SENT_CHASERS = 2
NOTED_EVERY = 10                   # ticks of play between two looks at the bars, for conditions of ways
CHASERS = (WatcherKind.SOLDIER, WatcherKind.POLICE, WatcherKind.DOG)
HOUR = 60
_BUSY = (Mind.OFF, Mind.CHALLENGE, Mind.CHASE)
LINE_SOUNDS = {1: "line_click", 2: "line_breath"}


@dataclass(frozen=True, slots=True)
class Jam:
    """A jamming disc now: name, middle and radius in units."""

    name: str
    x: int
    y: int
    radius: int


# The signal ----------------------------------------------------------------------------------------------
def bars(world: World) -> int:
    """The bars of a telephone in her hand, 0-5; as many as are assumed everywhere between rooms."""
    if world.stage is None:
        return calls.BARS_UNKNOWN
    return bars_at(world, world.stage.her.x, world.stage.her.y)


def bars_at(world: World, x: int, y: int) -> int:
    """The bars at a place in units: those of the smallest area that says, else of the room, less what is jammed."""
    room, cell = world.room, cell_of(x, y)
    here = [area for area in room.areas if area.signal >= 0 and area.holds(cell.x, cell.y)]
    open_air = min(here, key=_size).signal if here else room.signal
    lost = 0
    for jam in jams(world) if open_air > 0 else ():
        square = (jam.x - x) ** 2 + (jam.y - y) ** 2
        if square <= jam.radius * jam.radius:
            lost = JAM_BARS
        elif square <= (jam.radius + EDGE) ** 2:
            lost = max(lost, EDGE_BARS)
    return min(max(open_air - lost, 0), MOST_BARS)


def _size(area: Area) -> int:
    return area.width * area.height


def jams(world: World) -> tuple[Jam, ...]:
    """The jamming discs of the room where they are now: in an hour to the place they drift to, and back."""
    room = world.room
    return tuple(_jam(world, thing) for thing in room.things if thing.kind is ThingKind.JAM)


def _jam(world: World, thing: Thing) -> Jam:
    stage, room = world.stage, world.room
    assert stage is not None
    x, y = middle(thing.cell)
    other = next((to for to in room.things if to.name == thing.to), None)
    if other is not None:
        to_x, to_y = middle(other.cell)
        half = HOUR // 2 * room.ticks_per_minute
        gone = world.tale.clock % HOUR * room.ticks_per_minute + stage.clock_ticks
        gone = gone if gone <= half else 2 * half - gone
        x, y = x + (to_x - x) * gone // half, y + (to_y - y) * gone // half
    return Jam(thing.name, x, y, thing.radius_cells * UNITS)


# The trace -----------------------------------------------------------------------------------------------
def tick(world: World) -> list[Event]:
    """A tick of the telephone, played or told: on the line the trace grows, off it what is left of it goes."""
    stage, tale = world.stage, world.tale
    assert stage is not None
    if stage.running or stage.tick % NOTED_EVERY == 1:
        calls.note(tale, bars(world))
    if any(isinstance(running.effect, OnLine) for running in stage.running):
        return _risen(world, calls.rise(tale, calls.grown(world.tick, tale.readings.signal, van_near(world))))
    if tale.call is None:
        cool(world, 1)
    return []


def key_burst(world: World) -> list[Event]:
    """A keyed burst: a few words at once, and its share of the trace."""
    calls.note(world.tale, bars(world))
    return _risen(world, calls.rise(world.tale, calls.BURST))


def cool(world: World, ticks: int) -> None:
    """Off the line: time goes by, or she is well away, and then nobody looks for her telephone any more."""
    stage, echo = world.stage, world.tale.echo
    if stage is None or echo is None:
        return
    if echo.x == NOWHERE:
        echo.x, echo.y = stage.her.x, stage.her.y
    echo.ticks_left -= ticks
    if echo.ticks_left <= 0 or (stage.her.x - echo.x) ** 2 + (stage.her.y - echo.y) ** 2 > AWAY * AWAY:
        calls.forget(world.tale)


def van_near(world: World) -> bool:
    """Whether a signals van or hand unit on duty is near enough to help those who listen."""
    stage = world.stage
    if stage is None:
        return False
    her = stage.her
    return any(senses.finds_telephone(stage.guards[name], her.x, her.y) for name in _vans(world))


def _vans(world: World) -> list[str]:
    return [watcher.name for watcher in world.room.watchers if watcher.kind is WatcherKind.VAN]


def _risen(world: World, step: int) -> list[Event]:
    """What a step of the trace brings: a sound in the line, and at the last those who come."""
    if not step:
        return []
    stage = world.stage
    assert stage is not None
    events: list[Event] = [TraceRose(step)]
    if step in LINE_SOUNDS:
        events.append(Sounded(LINE_SOUNDS[step], stage.her.x, stage.her.y))
    else:
        place = cell_of(stage.her.x, stage.her.y)
        for name in [*_nearest(world), *_vans(world)]:
            events += watching.send(world, name, place)
    return events


def _nearest(world: World) -> list[str]:
    """The chasers on duty who will come, nearest first; whoever is after her already is not called off."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    near = [((guard.x - her.x) ** 2 + (guard.y - her.y) ** 2, watcher.name) for watcher in world.room.watchers
            if watcher.kind in CHASERS and (guard := stage.guards[watcher.name]).mind not in _BUSY]
    return [name for _, name in sorted(near)[:SENT_CHASERS]]
