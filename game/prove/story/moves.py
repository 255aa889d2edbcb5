"""What can happen next in a state, and what it comes to: played by the runtime that plays the game."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any

from game.prove.menu import WITNESS_PERCENT
from game.prove.story.drift import Drift, drifted, drifts_of
from game.prove.story.live import FACT, READING
from game.prove.story.oracle import Oracle
from game.prove.story.packing import TRACES, Packer
from game.sim.ways import HERS
from game.sim.world import Lore
from game.story import calls, runtime
from game.story.facts import READING_RANGES, Readings
from game.story.moments import Moment
from game.story.steps import OnLine, Visit, Way
from game.story.tale import Tale, Waiting, begin, step_at


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
    """Plays moves on packed states. `nodes` collects what was entered; `told` is all that the last play told."""

    lore: Lore
    packer: Packer
    nodes: set[str] = field(default_factory=set)
    drifts: dict[str, list[Drift]] = field(default_factory=dict)
    told: list[Moment] = field(default_factory=list)

    def begin(self, start: str, dice: Oracle) -> Tale:
        """The tale at its first rest."""
        tale = begin(self.lore.book, 0, start)
        tale.dice = dice
        self.told = runtime.settle(self.lore.book, tale)
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
            self.told = runtime.choose(book, tale, doing.name)
        else:
            self.fire(tale, doing, dice)
        self.rest(tale, dice)
        return tale

    def rest(self, tale: Tale, dice: Oracle) -> None:
        """Go past lines and stage directions until something must be decided."""
        book = self.lore.book
        while True:
            if tale.waiting is Waiting.WORDS:
                self.told += runtime.next_line(book, tale)
            elif tale.waiting is Waiting.STAGE:
                self._stage(tale, dice)
                self.told += runtime.stage_done(book, tale)
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
        if step.room not in self.drifts:
            self.drifts[step.room] = drifts_of(self.lore, step.room)
        for name, drift in self.drifts[step.room]:
            forgotten = self.packer.kept is not None and (FACT, name) not in self.packer.kept
            if here & live.bits.get((FACT, name), 0) and not forgotten:
                values = drifted(book.facts[name], tale.facts[name], drift)
                if len(values) > 1:
                    tale.facts[name] = values[dice.pick((1, *(0,) * (len(values) - 1)))]
        readings = self._readings(live.at.get((node, 0), 0), dice)
        if timer is not None:
            tale.timers.remove(timer)
            self.told = runtime.interrupt(book, tale, timer.node, readings)
            return
        assert way is not None
        self.told = runtime.take_way(book, tale, way, readings)

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


def _by(way: Way) -> By:
    return By.HER if way.verb in HERS else By.WAITED if way.verb == "at" else By.WORLD

