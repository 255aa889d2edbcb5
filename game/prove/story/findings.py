"""What a proof of the story comes to: its verdict, faults with the choices that lead there, endings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from game.prove.story.backward import Odds
from game.prove.story.search import Space


class Verdict(StrEnum):
    """What a proof comes to."""

    PROOF = "proof"
    FAULT = "fault found"
    UNDECIDED = "budget hit: not a proof"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong: rule `code`, the node it is in ("" the story), and the moves that lead there."""

    code: str
    node: str
    message: str
    choices: tuple[str, ...] = ()
    states: int = 0
    about: str = ""  # less than the node: the id of a choice, ending:NAME, the words of a promise

    def __str__(self) -> str:
        """As `prove` prints it; the choices as `tell --choose` takes them."""
        where = f" ({self.node})" if self.node else ""
        path = f"\n    tell --choose \"{' > '.join(self.choices)}\"" if self.choices else ""
        return f"error {self.code}: {self.message}{where}{path}"


@dataclass(frozen=True, slots=True)
class Ending:
    """How an ending can come about: whether at all, by which shortest choices, whether forced, and its odds."""

    id: str
    reached: bool
    choices: tuple[str, ...] = ()
    forced: bool | None = None
    odds: Odds | None = None


@dataclass(slots=True)
class Proof:
    """All that was shown. `unreached` are nodes, `untaken` choices and offers, sorted; empty where undecided.

    `complete`: every state is known; otherwise `shown` says in words what was shown instead. `spaces` are the plays,
    the widest first: `entered` counts them by the nodes they came to, `taken` by what was done, as (node, name).
    `unsafe` are the nodes from which it is not shown that an ending can always be reached.
    """

    verdict: Verdict
    states: int
    moves: int
    seconds: float
    faults: list[Fault] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)
    unreached: list[str] = field(default_factory=list)
    untaken: list[str] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)
    chapters: dict[str, int] = field(default_factory=dict)
    longest: int = 0
    complete: bool = True
    shown: list[str] = field(default_factory=list)
    unsafe: set[str] = field(default_factory=set)
    spaces: list[Space] = field(default_factory=list)

    @property
    def entered(self) -> Counter[str]:
        """How many plays came to each node."""
        found = Counter[str]()
        for space in self.spaces:
            found.update(space.entered)
        return found

    @property
    def taken(self) -> Counter[tuple[str, str]]:
        """How many plays took what is offered."""
        found = Counter[tuple[str, str]]()
        for space in self.spaces:
            found.update(space.taken)
        return found
