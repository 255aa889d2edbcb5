"""Stage directions under way: what the story asks of the stage, carried out over ticks.

While one runs her input is off; watchers walk, nothing else of the game goes on. Each is plain data in
`stage.running`, so a save in the middle is exact.
"""

from __future__ import annotations

from typing import assert_never

from game.sim import clock, telephone, things, watching
from game.sim.angles import angle_of
from game.sim.events import Event, Sounded
from game.sim.ground import cell_of, place
from game.sim.intents import Gait
from game.sim.moving import SPEEDS
from game.sim.residents import advance, go_to, route
from game.sim.world import Folk, Guard, Her, Mind, Running, World
from game.story import calls
from game.story.steps import (
    Alert,
    Calm,
    Camera,
    Close,
    Cue,
    Effect,
    Face,
    Fade,
    Move,
    Music,
    OnLine,
    Open,
    Pass,
    Picture,
    Send,
    Shake,
    Sound,
    Time,
    Title,
    Together,
    Wait,
)

GAITS = {"walk": Gait.WALK, "crouch": Gait.CROUCH, "run": Gait.RUN, "crawl": Gait.CRAWL}
PATROL_SPEED, HURRY_SPEED = 102, 287  # 1.5 and 4.2 tiles a second
TIME_TICKS_A_STEP = 48
LINE_TICKS_A_STEP = 4  # sixteen seconds on the line are watched for four: what was said is read afterwards
TIME_MOST_TICKS = 120 * TIME_TICKS_A_STEP  # `time` is never watched longer than two seconds


def time_ticks(ticks_per_minute: int, minutes: int) -> int:
    """The ticks that `time` lets watchers walk; what goes beyond only moves the clock."""
    return min(minutes * ticks_per_minute, max(TIME_MOST_TICKS // ticks_per_minute, 1) * ticks_per_minute)


def start(world: World, what: Effect | Together) -> list[Event]:
    """Begin an effect (or several at once); those that take no time are done at once."""
    events: list[Event] = []
    for step in what.steps if isinstance(what, Together) else (what,):
        _start(world, step, events)
    return events


def _start(world: World, step: Effect | Cue, events: list[Event]) -> None:
    stage = world.stage
    assert stage is not None
    match step:
        case Move(who=who, to=to):
            actor = _actor(world, who)
            x, y = place(world, to)
            name = "she" if isinstance(actor, Her) else actor.name
            stage.running.append(Running(step, name, route(world, actor.x, actor.y, cell_of(x, y))))
        case Wait(ticks=ticks):
            stage.running.append(Running(step, ticks_left=ticks))
        case Time(minutes=minutes):
            _start_time(world, step, minutes)
        case Face(who=who, to=to):
            actor = _actor(world, who)
            x, y = place(world, to)
            actor.facing = angle_of(x - actor.x, y - actor.y) if (x, y) != (actor.x, actor.y) else actor.facing
        case Open(door=door) | Close(door=door):
            if things.turn_door(world, door, isinstance(step, Open)):
                x, y = place(world, door)
                events.append(Sounded("door", x, y))
        case Calm(who=who):
            events += watching.calm(world, who)
        case Pass(who=who, ticks=ticks):
            events += watching.pass_by(world, who, ticks)
        case Alert(who=who):
            events += watching.alert(world, who)
        case Send(who=who, to=to) if who in stage.folk:
            go_to(world, stage.folk[who], to)
        case Send(who=who, to=to):
            events += watching.send(world, who, to)
        case OnLine(burst=True):
            events += telephone.key_burst(world)
        case OnLine(ticks=ticks):
            stage.running.append(Running(step, "she", ticks_left=calls.takes(ticks, telephone.bars(world))))
        case Camera(ticks=ticks) | Fade(ticks=ticks) | Shake(ticks=ticks) | Title(ticks=ticks) | Picture(ticks=ticks):
            if ticks > 0:
                stage.running.append(Running(Wait(ticks), ticks_left=ticks))
        case Sound() | Music():
            pass
        case _:
            assert_never(step)


def _start_time(world: World, step: Time, minutes: int) -> None:
    """Minutes too many to be watched go by at once, up to the first `at` or `later`; the rest is walked."""
    stage = world.stage
    assert stage is not None
    per_minute = world.room.ticks_per_minute
    ticks = time_ticks(per_minute, minutes)
    for _ in range(minutes - ticks // per_minute):
        if clock.something_due(world):
            return
        clock.minute(world)
        telephone.cool(world, per_minute)
        for timer in world.tale.timers:
            timer.ticks_left = max(0, timer.ticks_left - per_minute)
    if not clock.something_due(world):
        stage.running.append(Running(step, ticks_left=ticks))


def _actor(world: World, who: str) -> Her | Guard | Folk:
    """Her, a watcher or a resident, by name or cast id. Raises ValueError if nobody is called so."""
    stage, room = world.stage, world.room
    assert stage is not None
    if who in ("she", "her"):
        return stage.her
    for name, _, _ in things.people(room, stage, who):
        found: Guard | Folk | None = stage.guards.get(name) or stage.folk.get(name)
        if found is not None:
            return found
    raise ValueError(f"nobody called '{who}' is in room '{room.id}'")


def ticks_a_step(world: World) -> int:
    """How many ticks one step passes now: more than one while tale time is let go by, or while she telephones."""
    assert world.stage is not None
    running = [one.effect for one in world.stage.running]
    if any(isinstance(effect, Time) for effect in running):
        return TIME_TICKS_A_STEP
    return LINE_TICKS_A_STEP if any(isinstance(effect, OnLine) for effect in running) else 1


def tick(world: World) -> list[Event]:
    """One tick of everything that runs; what is done is taken off."""
    stage = world.stage
    assert stage is not None
    events = telephone.tick(world)
    for running in list(stage.running):
        match running.effect:
            case Move(how=how):
                done = _walk(world, running, GAITS.get(how, Gait.WALK))
            case Time():
                running.ticks_left -= 1
                done = running.ticks_left <= 0 or clock.something_due(world)
            case _:
                running.ticks_left -= 1
                done = running.ticks_left <= 0
        if done:
            stage.running.remove(running)
    return events


def _walk(world: World, running: Running, gait: Gait) -> bool:
    stage = world.stage
    assert stage is not None
    actor = _actor(world, running.who)
    before = actor.x, actor.y
    if isinstance(actor, Her):
        speed = SPEEDS[gait][0]
        actor.gait = gait
    else:
        speed = HURRY_SPEED if gait is Gait.RUN else SPEEDS[gait][0] if gait is not Gait.WALK else PATROL_SPEED
    actor.x, actor.y, facing = advance(actor.x, actor.y, running.path, speed)
    actor.facing = actor.facing if facing < 0 else facing
    if isinstance(actor, Her):
        actor.vx, actor.vy = (actor.x - before[0], actor.y - before[1]) if running.path else (0, 0)
        actor.pace = 0
    elif isinstance(actor, Guard) and not running.path:
        actor.mind, actor.path = Mind.RETURN, []
    return not running.path
