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


class JourneyFault(ValueError):
    """What was asked cannot be done; `said` says why."""

    def __init__(self, text: str, **slots: str) -> None:
        super().__init__(text)
        self.text, self.slots = text, slots

    def said(self, words: Words) -> str:
        """Why, in the reader's language."""
        return words.say(self.text, **self.slots)


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
        """Take a pick; `sitting.fired` is then the way it came to, if to any. Raises TaleError if it is not there."""
        self.sitting.fired = ""
        told = take(self.sitting, id)
        if id != NEXT:
            self.made.append(id)
        return told

    def undo(self) -> None:
        """Back to the question before the last answer. Raises JourneyFault if there was none."""
        if not self.made:
            raise JourneyFault("tell.undecided")
        self._go(self.seed, self.start, self.made[:-1])

    def save(self, file: str) -> None:
        """Write it to `file`. Raises JourneyFault if that is impossible."""
        if not file:
            raise JourneyFault("tell.save_what")
        data = {"is": FORMAT, "seed": self.seed, "start": self.start, "picks": self.made}
        try:
            Path(file).write_text(json.dumps(data, indent=1), encoding="utf-8")
        except OSError as fault:
            raise JourneyFault("tell.cannot_write", file=file, why=str(fault.strerror)) from None

    def load(self, file: str) -> None:
        """Go on from `file`; this journey stays if that is impossible, and JourneyFault says why."""
        if not file:
            raise JourneyFault("tell.load_what")
        try:
            if Path(file).stat().st_size > MOST_BYTES:
                raise JourneyFault("tell.too_large", file=file)
            data = json.loads(Path(file).read_text(encoding="utf-8"))
        except OSError as fault:
            raise JourneyFault("tell.cannot_read", file=file, why=str(fault.strerror)) from None
        except (ValueError, RecursionError) as fault:
            raise fault if isinstance(fault, JourneyFault) else JourneyFault("tell.no_journey", file=file) from None
        if not isinstance(data, dict) or data.get("is") != FORMAT or not _sound(data, self.lore):
            raise JourneyFault("tell.no_journey", file=file)
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
        raise JourneyFault("tell.no_start")

    def _go(self, seed: int, start: str, made: list[str]) -> None:
        try:
            sitting, _ = _sit(self.lore, seed, start)
            bots.retrace(sitting, made)
        except TaleError as fault:
            raise JourneyFault("tell.changed", why=str(fault)) from None
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
