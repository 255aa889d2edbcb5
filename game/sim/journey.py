"""A journey: how a world begins, and how the stage follows what the tale tells."""

from __future__ import annotations

from game.sim import body, ice, running, stage, tools
from game.sim.events import Event
from game.sim.levels import dial
from game.sim.world import Help, Lore, World
from game.story import runtime
from game.story.moments import Acted, Left, Moment, Returned, Visited
from game.story.tale import Waiting, begin

CALM_TICKS = 60  # after a scene nobody's suspicion rises for a second


def new_world(lore: Lore, seed: int, start: str = "", help: Help | None = None) -> tuple[World, list[Event]]:
    """A new journey at the book's first node (or at `start`), told up to where it first waits."""
    world = World(lore, begin(lore.book, seed, start), help=help or Help())
    world.tale.prices = dial(world.help.level).bribe_percent
    return world, follow(world, runtime.settle(lore.book, world.tale))


def follow(world: World, told: list[Moment]) -> list[Event]:
    """Let the stage do what the tale told, in order; the moments come back as events, with what they caused.

    If the tale then waits for a stage that has nothing left to do, it goes on at once.
    """
    events: list[Event] = []
    while True:
        for moment in told:
            events.append(moment)
            match moment:
                case Visited(room=room, entry=entry):
                    stage.build(world, room, entry)
                case Left():
                    world.stage = None
                    events += tools.leave_behind(world)
                case Acted(what=what) if world.stage is not None:
                    events += running.start(world, what)
                case Returned():
                    _return(world)
        busy = world.stage is not None and world.stage.running
        if world.tale.waiting is not Waiting.STAGE or busy:
            return events
        told = runtime.stage_done(world.lore.book, world.tale)


def _return(world: World) -> None:
    """She is back in the room: dry land under her, a second of calm, and a key still held does nothing."""
    now = world.stage
    assert now is not None
    her = now.her
    her.calm_ticks = max(her.calm_ticks, CALM_TICKS)
    her.act_held, her.act_ticks = True, 0
    her.vx = her.vy = her.pace = 0
    if her.in_water:
        leave_water(world)


def leave_water(world: World) -> None:
    """Out of the hole onto ice that bears, and soaked."""
    ice.climb_out(world)
    body.soak(world)
