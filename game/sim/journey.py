"""A journey: how a world begins, and how the stage follows what the tale tells."""

from __future__ import annotations

from collections.abc import Mapping

from game.sim import body, ice, running, stage, tools
from game.sim.events import Event
from game.sim.levels import dial
from game.sim.world import Help, Lore, World
from game.story import runtime
from game.story.book import Book
from game.story.facts import Readings, Value
from game.story.moments import Acted, Left, Moment, Returned, Visited
from game.story.steps import Visit
from game.story.tale import Waiting, begin

CALM_TICKS = 60  # after a scene nobody's suspicion rises for a second


def new_world(lore: Lore, seed: int, start: str = "", help: Help | None = None, at: int = 0, scene: str = "",
              facts: Mapping[str, Value] | None = None) -> tuple[World, list[Event]]:
    """A new journey at the book's first node (or at step `at` of `start`), told up to where it first waits.

    `scene`: a node that is told there as if a way of the room led to it. `facts` are those that begin changed.
    """
    world = World(lore, begin(lore.book, seed, start), help=help or Help())
    world.tale.prices = dial(world.help.level).bribe_percent
    world.tale.frame.at = at
    world.tale.facts |= facts or {}
    events = follow(world, runtime.settle(lore.book, world.tale))
    if scene:
        events += follow(world, runtime.interrupt(lore.book, world.tale, scene, Readings()))
    return world, events


def visit_of(book: Book, room: str) -> tuple[str, int] | None:
    """The node and the step that open a room: who begins there is spared what is told before it. None: nobody goes."""
    return next(((node.id, at) for node in book.nodes.values() for at, step in enumerate(node.steps)
                 if isinstance(step, Visit) and step.room == room), None)


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
