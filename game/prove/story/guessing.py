"""Answers for what was forgotten: a fact, a `once`, a visit that is asked for is anything it can be.

An answer holds until the tale rests again, except that numbers which are moved are forgotten at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from game.prove.story.live import FACT, ONCE, SEEN, Live
from game.prove.story.oracle import Oracle
from game.story.facts import FactType, Value


@dataclass(slots=True)
class Forgetful:
    """What is forgotten in a tale, and which of it was asked for."""

    dice: Oracle
    live: Live
    unknown: set[tuple[str, str]]
    guessed: set[tuple[str, str]] = field(default_factory=set)

    def guess(self, kind: str, name: str, values: int) -> int:
        """One of so many answers."""
        self.guessed.add((kind, name))
        if kind != SEEN:
            self.unknown.discard((kind, name))
        return self.dice.pick((1,) * values)


class GuessedFacts(dict[str, Value]):
    """Facts of which some are forgotten. Numbers are guessed among those at which some condition changes its mind."""

    def __init__(self, known: dict[str, Value], forgetful: Forgetful) -> None:
        super().__init__(known)
        self.forgetful = forgetful
        self.forgotten = frozenset(forgetful.unknown)

    def assume(self, name: str, value: Value) -> None:
        """Take it that a forgotten fact is so, until it is changed."""
        if (FACT, name) in self.forgetful.unknown:
            self.forgetful.unknown.discard((FACT, name))
            super().__setitem__(name, value)

    def __getitem__(self, name: str) -> Value:
        if (FACT, name) in self.forgetful.unknown:
            values = self.forgetful.live.telling[name]
            found = values[self.forgetful.guess(FACT, name, len(values))]
            super().__setitem__(name, found)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """As a dict does."""
        found: Any = self[name] if super().__contains__(name) else default
        return found

    def __setitem__(self, name: str, value: Value) -> None:
        fact = self.forgetful.live.book.facts[name]
        key = (FACT, name)
        if key in self.forgotten and fact.type is FactType.INT:
            self.forgetful.unknown.add(key)
        else:
            self.forgetful.unknown.discard(key)
        super().__setitem__(name, value)


class GuessedOnce(dict[str, int]):
    """What was used up, some of it forgotten."""

    def __init__(self, known: dict[str, int], forgetful: Forgetful) -> None:
        super().__init__(known)
        self.forgetful = forgetful

    def __contains__(self, key: object) -> bool:
        if (ONCE, key) in self.forgetful.unknown and self.forgetful.guess(ONCE, str(key), 2):
            super().__setitem__(str(key), 1)
        return super().__contains__(key)

    def __setitem__(self, key: str, value: int) -> None:
        self.forgetful.unknown.discard((ONCE, key))
        super().__setitem__(key, value)


class Unsure(int):
    """A count that is at least what it says; how much more is only guessed when somebody compares it."""

    forgetful: Forgetful
    name: str

    def settled(self) -> int:
        """What it is, from now on."""
        most = max(int(self), self.forgetful.live.most_seen[self.name])
        return int(self) + self.forgetful.guess(SEEN, self.name, most - int(self) + 1)

    def __add__(self, more: int) -> Unsure:
        return unsure(self.forgetful, self.name, int(self) + more)

    def __eq__(self, other: object) -> bool:
        return self.settled() == other

    def __ne__(self, other: object) -> bool:
        return self.settled() != other

    def __lt__(self, other: int) -> bool:
        return self.settled() < other

    def __le__(self, other: int) -> bool:
        return self.settled() <= other

    def __gt__(self, other: int) -> bool:
        return other < int(self) or self.settled() > other

    def __ge__(self, other: int) -> bool:
        return other <= int(self) or self.settled() >= other

    def __bool__(self) -> bool:
        return int(self) > 0 or self.settled() > 0

    __hash__ = int.__hash__


def unsure(forgetful: Forgetful, name: str, least: int) -> Unsure:
    """A count of visits of which only the least is known."""
    made = Unsure(least)
    made.forgetful, made.name = forgetful, name
    return made


class GuessedVisits(dict[str, int]):
    """How often nodes were seen, some of it forgotten. `entered` are those that began in this play."""

    def __init__(self, known: dict[str, int], forgetful: Forgetful) -> None:
        super().__init__(known)
        self.forgetful = forgetful
        self.entered: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        """As a dict does; a forgotten count is a guess that is made when it is compared."""
        if (SEEN, name) in self.forgetful.unknown and not super().__contains__(name):
            return unsure(self.forgetful, name, 0)
        return super().get(name, default)

    def __setitem__(self, name: str, value: int) -> None:
        self.entered.add(name)
        super().__setitem__(name, value)
