"""One step of the world: the rules of the game, from top to bottom.

`step(world, intent)` is the only door. It changes the world and says what happened; who listens may miss any of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from game.sim import (
    body,
    clock,
    company,
    decisions,
    following,
    frost,
    ice,
    masks,
    moving,
    pole,
    prints,
    residents,
    rewind,
    running,
    telephone,
    things,
    throwing,
    tools,
    watching,
    ways,
)
from game.sim.events import Event, Refused, Sounded
from game.sim.ground import noise_radius, step_sound, walkable
from game.sim.intents import Choose, Intent, Move, Next, Order, Rewind, SetHelp, Skip, Tool
from game.sim.journey import follow, leave_water
from game.sim.levels import dial
from game.sim.stage import areas_at
from game.sim.world import Level, Noise, World
from game.story import runtime
from game.story.steps import Way
from game.story.tale import Waiting

NOISE_TICKS = 30
HELP_RANGES = {"level": (0, 3), "sight_percent": (50, 100), "suspicion_percent": (40, 100),
               "no_cold": (0, 1), "no_ice": (0, 1), "clear_odds": (0, 1)}
_SPOKEN = (Waiting.WORDS, Waiting.CHOICE, Waiting.BRIBE)


def step(world: World, intent: Intent) -> list[Event]:
    """Carry out one intent; a tick passes only in play and while the stage carries out a direction.

    An intent that means nothing now (walking while words are on screen, `Next` in play) does nothing. Raises
    TaleError for a choice that is not there or not open.
    """
    if isinstance(intent, Rewind):
        return decisions.back(world, intent.decision) if intent.decision >= 0 else rewind.back(world, _carry_out)
    if isinstance(intent, Move) and world.tale.waiting in _SPOKEN:
        return []
    if isinstance(intent, Choose):
        decisions.note(world, intent.id)
    rewind.remember(world, intent)
    events = _carry_out(world, intent)
    rewind.keep(world)
    return events


def _carry_out(world: World, intent: Intent) -> list[Event]:
    if isinstance(intent, SetHelp):
        return _set_help(world, intent)
    match world.tale.waiting:
        case Waiting.ROOM:
            return _in_play(world, intent)
        case Waiting.STAGE:
            return _direct(world, intent) if isinstance(intent, Move | Skip) else []
        case Waiting.WORDS:
            return follow(world, runtime.next_line(world.lore.book, world.tale)) if isinstance(intent, Next) else []
        case Waiting.CHOICE | Waiting.BRIBE:
            if not isinstance(intent, Choose):
                return []
            return follow(world, runtime.choose(world.lore.book, world.tale, intent.id))
        case Waiting.END:
            return []
        case _:
            assert_never(world.tale.waiting)


def _in_play(world: World, intent: Intent) -> list[Event]:
    """What she asks while she is free to move; what she does with her hands takes no tick of its own."""
    match intent:
        case Move():
            return _play(world, intent)
        case Tool():
            return tools.use(world, intent)
        case Order():
            return company.order(world, intent)
        case _:
            return []


def _set_help(world: World, ask: SetHelp) -> list[Event]:
    if ask.name not in HELP_RANGES:
        return [Refused("refused.help")]
    least, most = HELP_RANGES[ask.name]
    value = min(max(ask.value, least), most)
    world.help = replace(world.help)
    setattr(world.help, ask.name, tuple(Level)[value] if ask.name == "level" else value)
    world.tale.prices = dial(world.help.level).bribe_percent
    return []


def _direct(world: World, intent: Move | Skip) -> list[Event]:
    """The stage carries out what the scene asked: watchers walk, nothing else of the game goes on.

    Skipping lets the same ticks pass at once, so it changes nothing but the waiting.
    """
    stage = world.stage
    events: list[Event] = []
    if stage is None:
        return events
    left = -1 if isinstance(intent, Skip) else running.ticks_a_step(world)
    while stage.running and left:
        left -= 1
        _pass_tick(world, events)
        events += watching.walk(world)
        events += running.tick(world)
    stage.her.in_area = areas_at(world.room, stage.her.x, stage.her.y)
    if not stage.running:
        events += follow(world, runtime.stage_done(world.lore.book, world.tale))
    return events


def _pass_tick(world: World, events: list[Event]) -> None:
    """What goes by in every tick, played or directed: the world does not stop while people talk."""
    stage = world.stage
    assert stage is not None
    world.tick += 1
    stage.tick += 1
    for noise in stage.noises:
        noise.ticks_left -= 1
    stage.noises = [noise for noise in stage.noises if noise.ticks_left > 0]
    prints.fade(world)
    things.burn(stage)
    throwing.age(stage)
    masks.tick(world, events)
    ice.boom(world, events)
    residents.walk(world)
    following.walk(world)
    clock.tick(world)


def _play(world: World, ask: Move) -> list[Event]:
    """A played tick."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    events: list[Event] = []
    noises: list[Noise] = []
    _pass_tick(world, events)
    telephone.tick(world)
    her.calm_ticks = max(0, her.calm_ticks - 1)
    if her.in_water:  # the story had no scene for it
        leave_water(world)
    # her body, and what the ground says to it
    if her.hidden and (ask.dx or ask.dy) and her.still_ticks > 0 and not her.pace:
        things.come_out(stage, events)
    if not her.hidden:
        _walk(world, ask, noises, events)
    elif not (ask.dx or ask.dy):
        her.still_ticks += 1
    throwing.fly(world, noises, events)
    pole.probe(world, bool(ask.dx or ask.dy), events)
    if ice.knock(world):
        events.append(Sounded("knock", her.x, her.y, 0, "she"))
    # her hands
    acted = _act(world, ask, noises, events)
    # those who watch
    stage.noises += noises
    events += watching.watch(world, noises)
    # the cold
    body.feel(world)
    events += frost.feel(world)
    # and what the story makes of it
    return events + ways.fire(world, acted)


def _walk(world: World, ask: Move, noises: list[Noise], events: list[Event]) -> None:
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    stepped = moving.walk(walkable(room, stage), her, ask, bool(room.watchers))
    things.take_stairs(world)
    if her.carries:
        following.sit(stage, stage.folk[her.carries])
    if stepped:
        radius = noise_radius(room, her, her.gait, body.shivering(world))
        name = step_sound(room, her.x, her.y)
        noises.append(Noise(her.x, her.y, radius, NOISE_TICKS, name))
        events.append(Sounded(name, her.x, her.y, radius, "she"))
        prints.press(world)
        body.tread(world)
    ice.tread(world, stepped, noises, events)
    her.in_area = areas_at(room, her.x, her.y)


def _act(world: World, ask: Move, noises: list[Noise], events: list[Event]) -> Way | None:
    """A press counts for nine ticks, a held key once."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    if ask.act and not her.act_held:
        her.act_ticks = things.EARLY_TICKS + 1
    her.act_held = ask.act
    if not her.act_ticks or her.in_water:
        return None
    her.act_ticks -= 1
    return things.act(world, noises, events)

