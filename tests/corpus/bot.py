"""A player made of dice who plays the real world, but is set down where a way begins instead of walking there.

So it is quick, and everything else (stage, watchers, scenes) is as in the game. It does first what it did least.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from game.sim.intents import Choose, Gait, Move, Next, Skip
from game.sim.journey import follow
from game.sim.step import step
from game.sim.world import World
from game.story import runtime
from game.story.dice import roll
from game.story.facts import Readings
from game.story.tale import Waiting

MOST_TURNS = 1500


@dataclass
class Bot:
    """`walks`: how many ticks it wanders in a room before each way. `tried` counts what was picked."""

    world: World
    seed: int
    walks: int = 0
    turns: int = 0
    tried: Counter[str] = field(default_factory=Counter)

    def play(self, seen: Callable[[World], None] = lambda world: None) -> str:
        """Play to an ending; its id, or "" if there is none in reach. `seen` is shown the world before each turn."""
        world = self.world
        while world.tale.waiting is not Waiting.END and self.turns < MOST_TURNS:
            seen(world)
            self.turn()
        return world.tale.ending

    def turn(self) -> None:
        """The next line, answer, way or wait."""
        self.turns += 1
        world = self.world
        match world.tale.waiting:
            case Waiting.WORDS:
                step(world, Next())
            case Waiting.STAGE:
                step(world, Skip())
            case Waiting.CHOICE | Waiting.BRIBE:
                step(world, Choose(self.pick([o.id for o in runtime.options(world.lore.book, world.tale) if o.open])))
            case Waiting.ROOM:
                self.wander()
                if world.tale.waiting is Waiting.ROOM:
                    self.way()
            case Waiting.END:
                pass

    def pick(self, ids: list[str]) -> str:
        """One of those tried least, by the dice."""
        least = min(self.tried[id] for id in ids)
        good = [id for id in ids if self.tried[id] == least]
        found = good[roll(self.seed, f"pick:{self.turns}", len(good))]
        self.tried[found] += 1
        return found

    def wander(self) -> None:
        """Some ticks of walking about; a scene may begin on the way."""
        for leg in range(self.walks // 40):
            dx, dy = (roll(self.seed, f"{axis}:{self.turns}:{leg}", 3) - 1 for axis in "xy")
            for _ in range(40):
                if self.world.tale.waiting is Waiting.ROOM:
                    step(self.world, Move(dx, dy, Gait.WALK))

    def way(self) -> None:
        """Whatever the room offers, hers or the world's."""
        world = self.world
        node = world.tale.frame.node
        ways = {f"{node}/{way.name}": way for way in runtime.open_ways(world.lore.book, world.tale)}
        if not ways:
            step(world, Move())
            return
        way = ways[self.pick(list(ways))]
        follow(world, runtime.take_way(world.lore.book, world.tale, way, Readings(hour=world.tale.clock // 60 % 24)))
