"""The clock of a room: minutes, the ways that wait for a time, the timers of the story."""

from __future__ import annotations

from game.sim.room import Room
from game.sim.world import Due, World
from game.story.steps import Visit, Way

DAY_MINUTES = 24 * 60


def room_ways(world: World) -> tuple[Way, ...]:
    """All ways of the open visit, takeable now or not; also while a scene of one of them runs."""
    stack = world.tale.stack
    at = next((i - 1 for i, frame in enumerate(stack) if frame.way), len(stack) - 1)
    if at < 0:
        return ()
    frame = stack[at]
    steps = world.lore.book.nodes[frame.node].steps
    step = steps[frame.at] if frame.at < len(steps) else None
    return step.ways if isinstance(step, Visit) else ()


def minute_of(text: str) -> int:
    """Minutes after midnight of "HH:MM". Raises ValueError for anything else."""
    hours, colon, minutes = text.partition(":")
    if not (colon and hours.isdigit() and minutes.isdigit() and int(hours) < 24 and int(minutes) < 60):
        raise ValueError(f"'{text}' is not a time of day like 04:40")
    return int(hours) * 60 + int(minutes)


def enter(world: World, room: Room) -> None:
    """On entering a room with hours of its own: stay within them, else wait for them to begin."""
    now = world.tale.clock % DAY_MINUTES
    if room.clock_start != room.clock_end:
        open_for = (room.clock_end - room.clock_start) % DAY_MINUTES
        if (now - room.clock_start) % DAY_MINUTES >= open_for:
            world.tale.clock += (room.clock_start - now) % DAY_MINUTES


def tick(world: World) -> None:
    """A tick of the clock and of the story's timers (a timer at 0 fires when the room is played)."""
    stage = world.stage
    assert stage is not None
    for timer in world.tale.timers:
        timer.ticks_left = max(0, timer.ticks_left - 1)
    stage.clock_ticks += 1
    if stage.clock_ticks >= world.room.ticks_per_minute:
        stage.clock_ticks = 0
        minute(world)


def minute(world: World) -> None:
    """A minute goes by; the clock stands still at the end of the room's hours."""
    stage, room = world.stage, world.room
    assert stage is not None
    now = world.tale.clock % DAY_MINUTES
    if room.clock_start != room.clock_end and now == room.clock_end % DAY_MINUTES:
        return
    world.tale.clock += 1
    now = (now + 1) % DAY_MINUTES
    for way in room_ways(world):
        if way.verb == "at" and minute_of(way.target) == now and Due(way.name) not in stage.due:
            stage.due.append(Due(way.name))


def something_due(world: World) -> bool:
    """Whether an `at` or a `later` in seconds waits to fire."""
    stage = world.stage
    return stage is not None and (bool(stage.due) or any(timer.ticks_left == 0 for timer in world.tale.timers))
