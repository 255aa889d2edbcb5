"""Facts: the declared, bounded variables of a tale, and how they change."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = int | str | bool


class FactType(StrEnum):
    """What a fact can hold; the word used in world.yaml."""

    INT = "int"
    ENUM = "enum"
    FLAG = "flag"


_INT = FactType.INT  # quicker than to ask for it


@dataclass(frozen=True, slots=True)
class Fact:
    """A declared story variable.

    `least` and `most` bound an int (both included); `of` lists an enum's words; a flag is False or True.
    `item` facts are shown in the bag; `worth` is what one of it is worth in tenths of a won note (500 won).
    `memory` facts may only choose words, pictures and moods, and are left out of proofs.
    """

    name: str
    type: FactType
    start: Value
    least: int = 0
    most: int = 0
    of: tuple[str, ...] = ()
    item: bool = False
    memory: bool = False
    worth: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a fact: `how` is "to" (set to `value`) or "by" (an int moved by `value`)."""

    fact: str
    how: str
    value: Value


@dataclass(frozen=True, slots=True)
class Readings:
    """What sim tells story; read like facts, never set.

    `warmth` is a band 0-3; `signal` bars of the telephone, 0-5; `trace` how many warnings her call has given, 0-3.
    """

    witness: bool = False
    alarm: int = 0
    hour: int = 0
    warmth: int = 3
    signal: int = 3
    trace: int = 0


READING_RANGES: dict[str, tuple[int, int]] = {
    "witness": (0, 1), "alarm": (0, 3), "hour": (0, 23), "warmth": (0, 3), "signal": (0, 5), "trace": (0, 3)}


def changed(fact: Fact, old: Value, change: Change) -> Value:
    """The value of `fact` after `change`; ints stay inside their range."""
    if fact.type is not _INT:
        return change.value
    amount = int(change.value)
    wanted = amount if change.how == "to" else int(old) + amount
    return fact.least if wanted < fact.least else fact.most if wanted > fact.most else wanted


@dataclass(frozen=True, slots=True)
class Price:
    """What must be handed over: fact name -> count, every count at least 1."""

    parts: tuple[tuple[str, int], ...] = field(default=())

    def payable(self, facts: dict[str, Value]) -> bool:
        """Whether the purses and the bag hold every part."""
        for name, count in self.parts:  # noqa: SIM110 (the generator of `all` costs more than the question)
            if int(facts[name]) < count:
                return False
        return True
