"""What the settings of a story file hold. The readers know their settings by these tables, and editors are told them.

A table says which settings there are, which are needed and in what range a number lies; that the names in it exist
is asked by the readers, who know the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class One(StrEnum):
    """A single word, number or line, or a part of the language that has a table of its own."""

    WORDS = "words"              # the player reads them
    NAME = "name"                # any single word
    ID = "id"                    # a name the story gives: small letters, digits and _
    FLAG = "flag"                # true or false
    VALUE = "value"              # what a fact can be: a word, a number, true or false
    CHANGES = "changes"          # facts with values
    CONDITION = "condition"
    SECONDS = "seconds"          # 1.5 or 40s
    TALE_TIME = "tale_time"      # +20m, 6h, 2d
    TALE_OR_PLAYED = "tale_or_played"
    NOTHING = "nothing"          # the step stands alone
    LINE = "line"                # `who: words` as a whole, in quotes
    COUNTS = "counts"            # 6 won, or 6 won + 2 cigarettes
    STEPS = "steps"
    STEP = "step"
    DIRECTION = "direction"      # a stage direction
    PROMISE = "promise"
    NODE = "node"
    WAY = "way"
    FACT = "fact"
    PERSON = "person"
    ENDING = "ending"
    ENTRY = "entry"              # of the codex
    PAPER = "paper"
    CHAPTER = "chapter"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of these words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A table of these settings; the `needed` ones must be there."""

    settings: Mapping[str, Kind]
    needed: tuple[str, ...] = ()

    def range(self, setting: str) -> Whole:
        """The range of a number among the settings."""
        kind = self.settings[setting]
        assert isinstance(kind, Whole), f"{setting} is no number"
        return kind


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list."""

    each: Kind


@dataclass(frozen=True, slots=True)
class Each:
    """A table whose names are free, or names of a kind; every one of them holds the same."""

    named: One
    holds: Kind


@dataclass(frozen=True, slots=True)
class Labelled:
    """`Words @id: what they stand for`, or the words alone."""

    holds: Kind


@dataclass(frozen=True, slots=True)
class Either:
    """One of several kinds."""

    kinds: tuple[Kind, ...]


Kind: TypeAlias = One | Whole | OneOf | Form | ListOf | Each | Labelled | Either


def either(*kinds: Kind) -> Either:
    """One of these kinds."""
    return Either(kinds)


def one_of(of: Iterable[str]) -> OneOf:
    """One of these words."""
    return OneOf(tuple(map(str, of)))
