"""A journey by menu: rooms are lists of ways, nobody walks. For text, for bots, for players who skip the stealth.

Only her ways are picked. The world's ways happen with the chance a way declares as its `risk`; every pick takes
twenty played seconds, so clocks and timers go on; a player may also wait for the next thing that will happen.
A journey is its seed and its picks: the same again gives the same again.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.sim.clock import DAY_MINUTES, minute_of
from game.sim.ways import HERS
from game.sim.world import Lore
from game.story import calls, moments, runtime
from game.story.dice import falls
from game.story.facts import Readings
from game.story.moments import Moment
from game.story.steps import OnLine, Time, Together, Wait, Way
from game.story.tale import Tale, Timer, Waiting, begin

PICK_TICKS = 20 * 60
MOST_PICKS = 600      # of a journey by menu; whoever needs more has lost the way
WITNESS_PERCENT = 30  # how often somebody looks on while she is stopped or talks
NEXT, WAIT = "next", "wait"


@dataclass(frozen=True, slots=True)
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
    """A journey in progress: the tale, the open room, `at` ways that came due, picks made, the last way that fired."""

    lore: Lore
    tale: Tale
    room: str = ""
    ticks: int = 0  # of a minute of the clock
    due: list[str] = field(default_factory=list)
    picks: int = 0
    fired: str = ""


def sit_down(lore: Lore, seed: int, start: str = "") -> tuple[Sitting, list[Moment]]:
    """A new journey, told up to where it first waits."""
    sitting = Sitting(lore, begin(lore.book, seed, start))
    return sitting, follow(sitting, runtime.settle(lore.book, sitting.tale))


def picks(sitting: Sitting) -> list[Pick]:
    """What can be picked now, locked choices included; empty at an ending."""
    book, tale = sitting.lore.book, sitting.tale
    match tale.waiting:
        case Waiting.WORDS:
            return [Pick(NEXT)]
        case Waiting.CHOICE | Waiting.BRIBE:
            return [Pick(option.id, option=option) for option in runtime.options(book, tale)]
        case Waiting.ROOM:
            found = [Pick(way.name, way=way) for way in runtime.open_ways(book, tale) if way.verb in HERS]
            return [*found, Pick(WAIT)] if _awaited(sitting) is not None else found
        case _:
            return []


def take(sitting: Sitting, id: str) -> list[Moment]:
    """Take a pick. Raises TaleError if it is not there or not open."""
    book, tale = sitting.lore.book, sitting.tale
    sitting.picks += 1
    if tale.waiting is Waiting.WORDS and id == NEXT:
        return follow(sitting, runtime.next_line(book, tale))
    if tale.waiting is not Waiting.ROOM:
        return follow(sitting, runtime.choose(book, tale, id))
    if id == WAIT and (awaited := _awaited(sitting)) is not None:
        pass_ticks(sitting, awaited)
        return _happen(sitting) or []
    way = next((way for way in runtime.open_ways(book, tale) if way.verb in HERS and way.name == id), None)
    if way is None:
        raise runtime.TaleError(f"'{id}' cannot be done now")
    pass_ticks(sitting, PICK_TICKS)
    told = _happen(sitting)
    return told if told is not None else _fire(sitting, _risked(sitting, way) or way)


def follow(sitting: Sitting, told: list[Moment]) -> list[Moment]:
    """Do what the tale asks of a stage, as far as a menu has one: only time goes by. Returns all that was told."""
    heard: list[Moment] = []
    while True:
        for moment in told:
            heard.append(moment)
            match moment:
                case moments.Visited(room=room):
                    sitting.room, sitting.due, sitting.ticks = room, [], 0
                    _enter_hours(sitting)
                case moments.Left():
                    sitting.room, sitting.due = "", []
                case moments.Acted(what=what):
                    for step in what.steps if isinstance(what, Together) else (what,):
                        _pass_effect(sitting, step)
        if sitting.tale.waiting is not Waiting.STAGE:
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


def _enter_hours(sitting: Sitting) -> None:
    """A room with hours of its own begins within them, as on the stage."""
    room = sitting.lore.rooms.get(sitting.room)
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
    bounded = room is not None and room.clock_start != room.clock_end
    hours = [(minute_of(way.target), way.name) for way in _at_ways(sitting)] if minutes else []
    for _ in range(minutes):
        if bounded and room is not None and tale.clock % DAY_MINUTES == room.clock_end % DAY_MINUTES:
            return
        tale.clock += 1
        for minute, name in hours:
            if minute == tale.clock % DAY_MINUTES and name not in sitting.due:
                sitting.due.append(name)


def _at_ways(sitting: Sitting) -> list[Way]:
    """The `at` ways of the open visit, also while a scene of the room is told."""
    stack = sitting.tale.stack
    at = next((i - 1 for i, frame in enumerate(stack) if frame.way), len(stack) - 1)
    if at < 0 or not sitting.room:
        return []
    frame = stack[at]
    step = sitting.lore.book.nodes[frame.node].steps[frame.at]
    return [way for way in getattr(step, "ways", ()) if way.verb == "at"]


def _awaited(sitting: Sitting) -> int | None:
    """Ticks until the next timer or open `at` way; None if nothing will come."""
    tale, per_minute = sitting.tale, _ticks_per_minute(sitting)
    coming = [max(1, timer.ticks_left) for timer in tale.timers]
    room = sitting.lore.rooms.get(sitting.room)
    for way in runtime.open_ways(sitting.lore.book, tale):
        if way.verb == "at":
            minutes = (minute_of(way.target) - tale.clock) % DAY_MINUTES or DAY_MINUTES
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
    if not way.risk:
        return None
    ways = {other.name: other for other in runtime.open_ways(sitting.lore.book, tale)}
    for name, percent in way.risk:
        if name in ways and falls(tale.seed, f"menu:{sitting.picks}:{way.name}:{name}", percent):
            return ways[name]
    return None


def _fire(sitting: Sitting, way: Way) -> list[Moment]:
    sitting.fired = way.name
    told = runtime.take_way(sitting.lore.book, sitting.tale, way, readings(sitting))
    return follow(sitting, told)
