"""What a writer claims of a story: promises that are proved, and tests that are played."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.story.conditions import Condition
from game.story.facts import Change, Value


class Claim(StrEnum):
    """What can be promised, as it is written in a story."""

    ENDINGS = "every ending can be reached"
    WAY_OUT = "from everywhere an ending can be reached"
    CHOICES = "every choice can be taken by somebody"
    FORCED = "ending X can be forced, whatever the dice say"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise, from `line` of `file`. FORCED names an `ending`, NEVER has the `condition` that must never hold."""

    claim: Claim
    file: str
    line: int
    ending: str = ""
    condition: Condition | None = None

    @property
    def words(self) -> str:
        """As it is written."""
        match self.claim:
            case Claim.FORCED:
                return self.claim.replace("X", self.ending, 1)
            case Claim.NEVER:
                return f"never: {self.condition.source if self.condition else ''}"
            case _:
                return str(self.claim)


@dataclass(frozen=True, slots=True)
class StoryTest:
    """A short play with given dice and choices, from `line` of `file`.

    It begins at the node `start` ("": at the beginning) after `changes`. `dice` fall in order: a number, or "low" (the
    least: whatever has a chance happens) or "high" (the greatest: only what is certain happens); then those of seed 0.
    `choose` are ids of choices (their chapter may be left out) and names of ways; lines are read by themselves.
    In the end `ending` is reached (if given), or the tale stands in `node`, and facts have the values of `expect`.
    """

    name: str
    chapter: str
    file: str
    line: int
    start: str = ""
    changes: tuple[Change, ...] = ()
    dice: tuple[int | str, ...] = ()
    choose: tuple[str, ...] = ()
    ending: str = ""
    node: str = ""
    expect: tuple[tuple[str, Value], ...] = ()
