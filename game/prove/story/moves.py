"""What can happen next in a state, and what it comes to: played by the runtime that plays the game."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any

from game.prove.menu import WITNESS_PERCENT
from game.prove.story.live import FACT, READING
from game.prove.story.oracle import Oracle
from game.prove.story.packing import TRACES, Packer
from game.sim.tools import TOOLS, Use
from game.sim.ways import HERS
from game.sim.world import Lore
from game.story import calls, runtime
from game.story.facts import READING_RANGES, FactType, Readings, Value
from game.story.steps import OnLine, Visit, Way
from game.story.tale import Tale, Waiting, begin, step_at

ANY = ("warmth", "wet")


class By(IntEnum):
    """Whose move it is."""

    HER = 0      # a choice, an offer, a way of hers
    WORLD = 1    # a way of the world: nature's
    WAITED = 2   # a way `at` or a timer: nature's, and in odds what she meets when she waits


@dataclass(frozen=True, slots=True)
class Doing:
    """A move: its name as `tell --choose` takes it, and whose it is. `risk` as the way declares it."""

    name: str
    by: By
    risk: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class Mover:
    """Plays moves on packed states. `nodes` and `taken` collect what was entered and chosen."""

    lore: Lore
    packer: Packer
    nodes: set[str] = field(default_factory=set)
    drifts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def begin(self, start: str, dice: Oracle) -> Tale:
        """The tale at its first rest."""
        tale = begin(self.lore.book, 0, start)
        tale.dice = dice
        runtime.settle(self.lore.book, tale)
        self.rest(tale, dice)
        return tale

    def doings(self, tale: Tale) -> list[Doing]:
        """What can be done, or can happen, in a tale that rests."""
        book = self.lore.book
        match tale.waiting:
            case Waiting.CHOICE | Waiting.BRIBE:
                return [Doing(option.id, By.HER) for option in runtime.options(book, tale) if option.open]
            case Waiting.ROOM:
                ways = [Doing(way.name, _by(way), way.risk) for way in runtime.open_ways(book, tale)]
                return ways + [Doing(f"later {timer.name}", By.WAITED) for timer in tale.timers]
            case _:
                return []

    def play(self, state: bytes, doing: Doing, dice: Oracle) -> Tale:
        """What the move comes to by these dice. Raises runtime.TaleError where the story itself is at fault."""
        tale = self.packer.unpack(state, dice)
        book = self.lore.book
        if tale.pending:  # tale time is nature's: any of what was promised may have come due
            tale.clock = dice.pick((1, *(0,) * len(tale.pending)))
        if tale.waiting is not Waiting.ROOM:
            runtime.choose(book, tale, doing.name)
        else:
            self.fire(tale, doing, dice)
        self.rest(tale, dice)
        return tale

    def rest(self, tale: Tale, dice: Oracle) -> None:
        """Go past lines and stage directions until something must be decided."""
        book = self.lore.book
        while True:
            if tale.waiting is Waiting.WORDS:
                runtime.next_line(book, tale)
            elif tale.waiting is Waiting.STAGE:
                self._stage(tale, dice)
                runtime.stage_done(book, tale)
            else:
                break
        self.nodes.update(tale.visits)

    def fire(self, tale: Tale, doing: Doing, dice: Oracle) -> None:
        """A way of the room, or a timer; before it, what the stage may have done by itself."""
        book, step = self.lore.book, step_at(self.lore.book, tale)
        assert isinstance(step, Visit)
        timer = next((one for one in tale.timers if f"later {one.name}" == doing.name), None)
        way = next((one for one in step.ways if one.name == doing.name), None) if timer is None else None
        node = way.node if way is not None else timer.node if timer is not None else ""
        live = self.packer.live
        here = live.at.get((tale.frame.node, tale.frame.at), 0) | live.at.get((node, 0), 0)
        for name, drift in self._drifts(step.room):
            forgotten = self.packer.kept is not None and (FACT, name) not in self.packer.kept
            if here & live.bits.get((FACT, name), 0) and not forgotten:
                self._drift(tale, name, drift, dice)
        readings = self._readings(live.at.get((node, 0), 0), dice)
        if timer is not None:
            tale.timers.remove(timer)
            runtime.interrupt(book, tale, timer.node, readings)
            return
        assert way is not None
        runtime.take_way(book, tale, way, readings)

    def _readings(self, mask: int, dice: Oracle) -> Readings:
        """What the stage says of itself, where anybody asks for it: nature's pick."""
        picked: dict[str, Any] = {}
        for name, (least, most) in READING_RANGES.items():
            if mask & self.packer.live.bits.get((READING, name), 0):
                weights = [0] * (most - least + 1)
                usual = Readings()
                weights[int(getattr(usual, name)) - least] = 1
                if name == "witness":
                    weights = [100 - WITNESS_PERCENT, WITNESS_PERCENT]
                elif name == "hour":
                    weights = [1] * len(weights)
                value = least + dice.pick(weights)
                picked[name] = bool(value) if name == "witness" else value
        return Readings(**picked)

    def _stage(self, tale: Tale, dice: Oracle) -> None:
        """While she is on the line the trace grows, and the signal comes and goes."""
        step = step_at(self.lore.book, tale)
        if isinstance(step, OnLine):
            reached = calls.step_of(tale.trace)
            trace = reached + dice.pick((1, *(0,) * (len(TRACES) - 1 - reached)))
            tale.trace = max(tale.trace, TRACES[trace])
            signal = (tale.readings.signal, 0)[dice.pick((1, 0))]
            tale.readings = replace(tale.readings, trace=trace, signal=signal)

    def _drift(self, tale: Tale, name: str, drift: str, dice: Oracle) -> None:
        """A fact that the stage may change by itself: "up" or "down" from what it is, or to "any" value."""
        fact, old = self.lore.book.facts[name], tale.facts[name]
        values: list[Value]
        if fact.type is FactType.FLAG:
            values = [True] if drift == "up" else [False] if drift == "down" else [False, True]
        else:
            least = int(old) + 1 if drift == "up" else fact.least
            most = int(old) - 1 if drift == "down" else fact.most
            values = list(range(least, most + 1))
        values = [old, *(value for value in values if value != old)]
        tale.facts[name] = values[dice.pick((1, *(0,) * (len(values) - 1)))] if len(values) > 1 else old

    def _drifts(self, room: str) -> list[tuple[str, str]]:
        """The facts a room's things, watchers, weather and tools may change, and which way."""
        if room not in self.drifts:
            found: dict[str, str] = {"hands": "up", "lamp": "down", "branch": "down"}
            found.update({name: "any" for name in ANY})
            found.update({tool.fact: "down" for tool in TOOLS.values() if tool.use is Use.THROW})
            here = self.lore.rooms.get(room)
            for thing in here.things if here is not None else ():
                for name in (thing.keeps, thing.gives):
                    found[name] = "any" if name in found or thing.kind == "door" else "up"
            for watcher in here.watchers if here is not None else ():
                found[watcher.keeps] = "any" if watcher.keeps in found else "up"
            self.drifts[room] = [(name, drift) for name, drift in found.items() if name in self.lore.book.facts]
        return self.drifts[room]


def _by(way: Way) -> By:
    return By.HER if way.verb in HERS else By.WAITED if way.verb == "at" else By.WORLD

