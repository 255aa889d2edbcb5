"""A journey told as text: its seed, where it began and its picks; so it can be undone, saved and loaded."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from game.prove import bots
from game.prove.menu import NEXT, Pick, Sitting, picks, sit_down, take
from game.prove.opening import NobodyCalls, opening
from game.sim.world import Lore, World
from game.story.moments import Moment
from game.story.runtime import TaleError
from game.words.slots import Words

FORMAT = "winter road, told"
MOST_BYTES = 100_000
TOLD_LINES = 12


class JourneyFault(ValueError):
    """What was asked cannot be done; its words say why."""


@dataclass(slots=True)
class Journey:
    """The journey under way; `made` are the decisions, without lines gone past; `view` is a stage to look at."""

    lore: Lore
    seed: int
    start: str
    sitting: Sitting
    view: World
    made: list[str] = field(default_factory=list)

    @classmethod
    def begun(cls, lore: Lore, seed: int, start: str) -> tuple[Journey, list[Moment]]:
        """A new journey, and what is told first."""
        sitting, told = _sit(lore, seed, start)
        return cls(lore, seed, start, sitting, World(lore, sitting.tale)), told

    def offered(self) -> list[Pick]:
        """What can be picked now."""
        return picks(self.sitting)

    def take(self, id: str) -> list[Moment]:
        """Take a pick. Raises TaleError if it is not there."""
        told = take(self.sitting, id)
        if id != NEXT:
            self.made.append(id)
        return told

    def undo(self) -> None:
        """Back to the question before the last answer. Raises JourneyFault if there was none."""
        if not self.made:
            raise JourneyFault("Nothing was decided yet.")
        self._go(self.seed, self.start, self.made[:-1])

    def save(self, file: str) -> None:
        """Write it to `file`. Raises JourneyFault if that is impossible."""
        if not file:
            raise JourneyFault("`save FILE` wants a file to write.")
        data = {"is": FORMAT, "seed": self.seed, "start": self.start, "picks": self.made}
        try:
            Path(file).write_text(json.dumps(data, indent=1), encoding="utf-8")
        except OSError as fault:
            raise JourneyFault(f"Cannot write '{file}': {fault.strerror}.") from None

    def load(self, file: str) -> None:
        """Go on from `file`; this journey stays if that is impossible, and JourneyFault says why."""
        if not file:
            raise JourneyFault("`load FILE` wants a file to read.")
        try:
            if Path(file).stat().st_size > MOST_BYTES:
                raise JourneyFault(f"'{file}' is far too large to be a journey.")
            data = json.loads(Path(file).read_text(encoding="utf-8"))
        except OSError as fault:
            raise JourneyFault(f"Cannot read '{file}': {fault.strerror}.") from None
        except (ValueError, RecursionError) as fault:
            raise fault if isinstance(fault, JourneyFault) else JourneyFault(f"'{file}' is no journey.") from None
        if not isinstance(data, dict) or data.get("is") != FORMAT or not _sound(data, self.lore):
            raise JourneyFault(f"'{file}' is no journey of this story.")
        self._go(data["seed"], data["start"], data["picks"])

    def follow(self, lore: Lore) -> int:
        """The story was changed to `lore`: go as far in it as the same picks lead; how many no longer fit."""
        before, made = self.lore, self.made
        self.lore = lore
        for kept in range(len(made), -1, -1):
            try:
                self._go(self.seed, self.start, made[:kept])
                return len(made) - kept
            except JourneyFault:
                continue
        self.lore = before
        raise JourneyFault("The story no longer begins there.")

    def _go(self, seed: int, start: str, made: list[str]) -> None:
        try:
            sitting, _ = _sit(self.lore, seed, start)
            bots.retrace(sitting, made)
        except TaleError as fault:
            raise JourneyFault(f"The story has changed on the way: {fault}.") from None
        self.seed, self.start, self.made, self.sitting = seed, start, list(made), sitting
        self.view = World(self.lore, sitting.tale)


def _sit(lore: Lore, seed: int, start: str) -> tuple[Sitting, list[Moment]]:
    """At the menu where node `start` can be told ("": where the story begins). Raises TaleError."""
    try:
        begun = opening(lore.book, start or lore.book.start)
    except NobodyCalls as fault:
        raise TaleError(str(fault)) from None
    return sit_down(lore, seed, begun.node, begun.at, begun.scene)


def _sound(data: dict[str, object], lore: Lore) -> bool:
    made = data.get("picks")
    return (type(data.get("seed")) is int and (data.get("start") == "" or data.get("start") in lore.book.nodes)
            and isinstance(made, list) and all(isinstance(id, str) for id in made))


def bag(journey: Journey, words: Words) -> list[str]:
    """What she carries, in a line."""
    values = journey.sitting.tale.facts
    carried = [words.count(name, int(values[name])) for name, fact in journey.lore.book.facts.items()
               if fact.item and values[name]]
    return [", ".join(carried) or "Nothing."]


def facts(journey: Journey) -> list[str]:
    """Every fact that is no longer what it was at the start, by name, and where the story stands."""
    tale = journey.sitting.tale
    changed = [f"{name}: {tale.facts[name]}" for name, fact in journey.lore.book.facts.items()
               if tale.facts[name] != fact.start]
    return [f"at {tale.frame.node}", *changed]


def history(journey: Journey, words: Words) -> list[str]:
    """The last lines that were told."""
    lines = []
    for told in journey.sitting.tale.history[-TOLD_LINES:]:
        name, text = words.name(journey.lore.book, told.who) if told.who else "", words.either(told.text, told.text)
        lines.append(f"{name}: {text}" if name else text if told.who else f"> {text}")
    return lines or ["Nothing was said yet."]
