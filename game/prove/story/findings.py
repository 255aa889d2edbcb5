"""What a proof of the story comes to: its verdict, faults with the choices that lead there, endings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from game.prove.story.backward import Odds
from game.prove.story.search import Space
from game.sim.ways import WORLDS


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
        """As `prove` prints it; the choices as `tell --choose` takes them, if all are hers."""
        where, path = f" ({self.node})" if self.node else "", " > ".join(self.choices)
        hers = not any(name == verb or name.startswith(f"{verb} ") for name in self.choices for verb in WORLDS)
        led = f"\n    tell --choose \"{path}\"" if hers else f"\n    by these moves, the world's among them: {path}"
        return f"error {self.code}: {self.message}{where}{led if self.choices else ''}"


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
    the widest first.
    `unsafe` are the nodes from which it is not shown that an ending can always be reached; `unled` links, as (node,
    node), that nobody can ever go along, where not every state is known.
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
    unled: set[tuple[str, str]] = field(default_factory=set)
    spaces: list[Space] = field(default_factory=list)

    @property
    def courses(self) -> Counter[tuple[str, ...]]:
        """How many plays went how: the node where a move was made, and those that began by it."""
        found = Counter[tuple[str, ...]]()
        for space in self.spaces:
            found.update(space.courses)
        return found

    @property
    def taken(self) -> Counter[tuple[str, str]]:
        """How many times what is offered was taken, as (node, name)."""
        found = Counter[tuple[str, str]]()
        for space in self.spaces:
            found.update(space.taken)
        return found
