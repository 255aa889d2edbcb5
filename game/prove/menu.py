"""A journey by menu: rooms are lists of ways, nobody walks. For text, for bots, for players who skip the stealth.

Only her ways are picked. The world's ways happen with the chance a way declares as its `risk`; every pick takes
twenty played seconds, so clocks and timers go on; a player may also wait for the next thing that will happen.
A journey is its seed and its picks: the same again gives the same again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter

from game.sim.clock import DAY_MINUTES, minute_of
from game.sim.ways import HERS
from game.sim.world import Lore
from game.story import calls, moments, runtime
from game.story.dice import falls
from game.story.facts import Readings
from game.story.moments import Moment
from game.story.steps import OnLine, Time, Together, Wait, Way
from game.story.tale import Tale, Timer, Waiting, begin, step_at

PICK_TICKS = 20 * 60
MOST_PICKS = 600      # of a journey by menu; whoever needs more has lost the way
WITNESS_PERCENT = 30  # how often somebody looks on while she is stopped or talks
NEXT, WAIT = "next", "wait"
_WORDS, _ROOM, _STAGE = Waiting.WORDS, Waiting.ROOM, Waiting.STAGE  # asking an enum for a name takes its time


@dataclass(slots=True)  # not frozen: nine are made at every look around a room, and frozen they take thrice as long
class Pick:
    """Something that can be picked now. `id`: "next", "wait", an option id, or the name of a way of hers."""

    id: str
    option: runtime.Option | None = None
    way: Way | None = None

    @property
    def open(self) -> bool:
        """Whether it can be taken; a locked choice is shown, off."""
        return self.option is None or self.option.open


@dataclass(slots=True)
class Sitting:
    """A journey in progress: the tale, the open room, picks made, the last way that fired.

    `hours` are the minutes of the day of the room's `at` ways, by their names; `due` are those that came.
    """

    lore: Lore
    tale: Tale
    room: str = ""
    ticks: int = 0  # of a minute of the clock
    hours: dict[str, int] = field(default_factory=dict)
    due: list[str] = field(default_factory=list)
    picks: int = 0
    fired: str = ""


def sit_down(lore: Lore, seed: int, start: str = "", at: int = 0, scene: str = "") -> tuple[Sitting, list[Moment]]:
    """A new journey, told up to where it first waits; `start`, `at` and `scene` as for `new_world`."""
    sitting = Sitting(lore, begin(lore.book, seed, start))
    sitting.tale.frame.at = at
    told = follow(sitting, runtime.settle(lore.book, sitting.tale))
    if scene:
        told += follow(sitting, runtime.interrupt(lore.book, sitting.tale, scene, readings(sitting)))
    return sitting, told


def picks(sitting: Sitting) -> list[Pick]:
    """What can be picked now, locked choices included; empty at an ending."""
    book, tale = sitting.lore.book, sitting.tale
    match tale.waiting:
        case Waiting.WORDS:
            return [Pick(NEXT)]
        case Waiting.CHOICE | Waiting.BRIBE:
            return [Pick(option.id, option=option) for option in runtime.options(book, tale)]
        case Waiting.ROOM:
            ways = runtime.open_ways(book, tale)
            found = [Pick(way.name, None, way) for way in ways if way.verb in HERS]
            return [*found, Pick(WAIT)] if _awaited(sitting, ways) is not None else found
        case _:
            return []


def take(sitting: Sitting, id: str) -> list[Moment]:
    """Take a pick by its id. Raises TaleError if it is not there or not open."""
    book, tale = sitting.lore.book, sitting.tale
    if tale.waiting is _ROOM:
        pick = next((pick for pick in picks(sitting) if pick.id == id), None)
        if pick is None:
            raise runtime.NotNow(f"'{id}' cannot be done now")
        return carry_out(sitting, pick)
    sitting.picks += 1
    if tale.waiting is _WORDS and id == NEXT:
        return follow(sitting, runtime.next_line(book, tale))
    return follow(sitting, runtime.choose(book, tale, id))


def carry_out(sitting: Sitting, pick: Pick) -> list[Moment]:
    """Take one of the `picks` of this moment, without asking again what there is. Raises TaleError if it is locked."""
    if sitting.tale.waiting is not _ROOM:
        return take(sitting, pick.id)
    sitting.picks += 1
    if pick.way is None:  # she waits
        ways = runtime.open_ways(sitting.lore.book, sitting.tale)
        pass_ticks(sitting, _awaited(sitting, ways) or 0)
        return _happen(sitting) or []
    pass_ticks(sitting, PICK_TICKS)
    told = _happen(sitting)
    return told if told is not None else _fire(sitting, _risked(sitting, pick.way) or pick.way)


def follow(sitting: Sitting, told: list[Moment]) -> list[Moment]:
    """Do what the tale asks of a stage, as far as a menu has one: only time goes by. Returns all that was told."""
    heard: list[Moment] = []
    while True:
        heard += told
        for moment in told:
            match moment:
                case moments.Visited(room=room):
                    _enter(sitting, room)
                case moments.Left():
                    sitting.room, sitting.hours, sitting.due = "", {}, []
                case moments.Acted(what=what):
                    for step in what.steps if isinstance(what, Together) else (what,):
                        _pass_effect(sitting, step)
        if sitting.tale.waiting is not _STAGE:
            return heard
        told = runtime.stage_done(sitting.lore.book, sitting.tale)


def pass_ticks(sitting: Sitting, ticks: int) -> None:
    """Let played time go by: timers, and the clock with its `at` ways."""
    tale = sitting.tale
    for timer in tale.timers:
        timer.ticks_left = max(0, timer.ticks_left - ticks)
    if tale.echo is not None and tale.call is None:
        tale.echo.ticks_left -= ticks
        if tale.echo.ticks_left <= 0:
            calls.forget(tale)
    minutes, sitting.ticks = divmod(sitting.ticks + ticks, _ticks_per_minute(sitting))
    _pass_minutes(sitting, minutes)


def readings(sitting: Sitting) -> Readings:
    """What a stage would say of itself; nature rolls whether somebody looks on."""
    tale = sitting.tale
    warm = int(tale.facts.get("warmth", 100))
    watched = falls(tale.seed, f"menu:{sitting.picks}:witness", WITNESS_PERCENT)
    return Readings(watched, 0, tale.clock // 60 % 24, (warm >= 8) + (warm >= 20) + (warm >= 40),
                    trace=calls.step_of(tale.trace))


def _ticks_per_minute(sitting: Sitting) -> int:
    room = sitting.lore.rooms.get(sitting.room)
    return room.ticks_per_minute if room is not None else 3600


def _enter(sitting: Sitting, name: str) -> None:
    """She comes into a room; one with hours of its own begins within them, as on the stage."""
    visit = step_at(sitting.lore.book, sitting.tale)
    sitting.room, sitting.ticks, sitting.due = name, 0, []
    sitting.hours = {way.name: minute_of(way.target) for way in getattr(visit, "ways", ()) if way.verb == "at"}
    room = sitting.lore.rooms.get(name)
    if room is not None and room.clock_start != room.clock_end:
        open_for = (room.clock_end - room.clock_start) % DAY_MINUTES
        if (sitting.tale.clock - room.clock_start) % DAY_MINUTES >= open_for:
            sitting.tale.clock += (room.clock_start - sitting.tale.clock) % DAY_MINUTES


def _pass_effect(sitting: Sitting, step: object) -> None:
    match step:
        case Time(minutes=minutes) if sitting.room:
            for timer in sitting.tale.timers:
                timer.ticks_left = max(0, timer.ticks_left - minutes * _ticks_per_minute(sitting))
            _pass_minutes(sitting, minutes)
        case Wait(ticks=ticks):
            pass_ticks(sitting, ticks)
        case OnLine(ticks=ticks, burst=burst) if sitting.room:  # between rooms the tale counts by itself
            calls.speak(sitting.tale, ticks, burst)
            pass_ticks(sitting, calls.takes(ticks, calls.BARS_UNKNOWN))


def _pass_minutes(sitting: Sitting, minutes: int) -> None:
    """Let the clock go; it stands still at the end of the room's hours, and notes every `at` it passes."""
    tale, room = sitting.tale, sitting.lore.rooms.get(sitting.room)
    if room is not None and room.clock_start != room.clock_end:
        minutes = min(minutes, (room.clock_end - tale.clock) % DAY_MINUTES)
    passed = [(after, name) for name, minute in sitting.hours.items() if name not in sitting.due
              and (after := (minute - tale.clock - 1) % DAY_MINUTES) < minutes]
    sitting.due += [name for _, name in sorted(passed, key=itemgetter(0))]
    tale.clock += minutes


def _awaited(sitting: Sitting, ways: list[Way]) -> int | None:
    """Ticks until the next timer or `at` way of the open `ways`; None if nothing will come."""
    tale, per_minute = sitting.tale, _ticks_per_minute(sitting)
    coming = [max(1, timer.ticks_left) for timer in tale.timers]
    room = sitting.lore.rooms.get(sitting.room)
    for way in ways if sitting.hours else ():
        if way.verb == "at":
            minutes = (sitting.hours[way.name] - tale.clock) % DAY_MINUTES or DAY_MINUTES
            last = (room.clock_end - tale.clock) % DAY_MINUTES if room is not None else DAY_MINUTES
            if room is None or room.clock_start == room.clock_end or minutes <= last:
                coming.append(minutes * per_minute - sitting.ticks)
    return min(coming, default=None)


def _happen(sitting: Sitting) -> list[Moment] | None:
    """Whatever of the world came due, one thing: a way `at`, then a timer. None if nothing did."""
    tale = sitting.tale
    for way in runtime.open_ways(sitting.lore.book, tale) if sitting.due else ():
        if way.name in sitting.due:
            sitting.due.remove(way.name)
            return _fire(sitting, way)
    timer: Timer | None = next((timer for timer in tale.timers if timer.ticks_left <= 0), None)
    if timer is None:
        return None
    tale.timers.remove(timer)
    sitting.fired = f"later {timer.name}"
    return follow(sitting, runtime.interrupt(sitting.lore.book, tale, timer.node, readings(sitting)))


def _risked(sitting: Sitting, way: Way) -> Way | None:
    """The world's way that happens to her on the way to `way`, by the dice; None: she gets there."""
    tale = sitting.tale
    for name, percent in way.risk:  # the dice first: they fall seldom, and the ways need many conditions
        if falls(tale.seed, f"menu:{sitting.picks}:{way.name}:{name}", percent):
            for other in runtime.open_ways(sitting.lore.book, tale):
                if other.name == name:
                    return other
    return None


def _fire(sitting: Sitting, way: Way) -> list[Moment]:
    sitting.fired = way.name
    told = runtime.take_way(sitting.lore.book, sitting.tale, way, readings(sitting))
    return follow(sitting, told)
