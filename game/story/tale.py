"""A Tale: all that changes while a Book is read, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from game.story.book import Book
from game.story.dice import Dice
from game.story.facts import Change, Readings, Value
from game.story.steps import Step

HISTORY_CAP = 200
ENTRIES_CAP = 4
NOWHERE = -1


class Waiting(StrEnum):
    """What the tale waits for; the step it stands on says the rest."""

    WORDS = "words"    # a Say: Next
    CHOICE = "choice"  # a Choose: Choose
    BRIBE = "bribe"    # a Bribe: Choose an offer
    ROOM = "room"      # a Visit: the simulation picks a way
    STAGE = "stage"    # an Effect or Together that takes ticks
    END = "end"        # `ending` is set


@dataclass(slots=True)
class Frame:
    """A place in the call stack: the step `at` of `node`. `way`: entered from a room, so `back` returns there."""

    node: str
    at: int = 0
    way: bool = False


@dataclass(slots=True)
class Told:
    """An entry of the history: what was shown, with slot values as they were then."""

    text: str
    who: str
    mood: str = "plain"
    slots: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Pending:
    """A `later` in tale time, due at minute `due` of the clock."""

    name: str
    node: str
    due: int
    missed: tuple[Change, ...] = ()


@dataclass(slots=True)
class Timer:
    """A `later` in played seconds: sim counts `ticks_left` down; dropped with the room, then `missed` applies."""

    name: str
    node: str
    ticks_left: int
    missed: tuple[Change, ...] = ()


@dataclass(slots=True)
class OnCall:
    """A call under way, from the Phone step `at` of `node`: to whom, the trace there was before it, the ids of the
    cards played in it.
    """

    node: str
    at: int
    who: str
    began: int = 0
    played: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Echo:
    """Where she hung up (units, NOWHERE until the stage has noted it), and the ticks that her trace still lasts."""

    ticks_left: int
    x: int = NOWHERE
    y: int = NOWHERE


@dataclass(slots=True)
class Desk:
    """Papers being looked at, from the Papers step `at` of `node`: the numbers of the questions drawn, in the order
    asked, how many are answered, and the doubt so far.
    """

    node: str
    at: int
    drawn: list[int]
    answered: int = 0
    doubt: int = 0


@dataclass(slots=True)
class Entry:
    """What was true when a node began, for saves that outlive it: its depth in the stack, 1 for one nobody called."""

    node: str
    depth: int
    facts: dict[str, Value]


@dataclass(slots=True)
class Tale:
    """The whole state of a story.

    `clock` counts minutes since midnight of the first day; `tries` the refused offers of the bribe on screen;
    `entries` are the gate of the chapter and the last few nodes begun.
    `trace` is how near they are to finding her telephone, in thousandths of a point, 0-100,000.
    `varied` is what each `vary` has played (see drawing.next_item). `dice` are others than the seed's: for tests that
    script them and proofs that try them all; they are never saved.
    """

    seed: int
    facts: dict[str, Value]
    stack: list[Frame]
    waiting: Waiting = Waiting.STAGE
    visits: dict[str, int] = field(default_factory=dict)
    once: dict[str, int] = field(default_factory=dict)
    tries: int = 0
    clock: int = 0
    readings: Readings = Readings()
    prices: int = 100  # percent of the written price of a bribe, by how hard the winter is
    pending: list[Pending] = field(default_factory=list)
    timers: list[Timer] = field(default_factory=list)
    history: list[Told] = field(default_factory=list)
    learned: list[str] = field(default_factory=list)
    picture: str = ""
    music: str = ""
    dark: bool = False
    ending: str = ""
    trace: int = 0
    call: OnCall | None = None
    echo: Echo | None = None
    desk: Desk | None = None
    varied: dict[str, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    dice: Dice | None = field(default=None, compare=False, repr=False, metadata={"saved": False})

    @property
    def frame(self) -> Frame:
        """Where the tale stands. Raises IndexError once it has ended."""
        return self.stack[-1]


def begin(book: Book, seed: int, start: str = "") -> Tale:
    """A new tale at the first node (or at `start`), nothing told yet: call `runtime.settle` next."""
    facts: dict[str, Value] = {fact.name: fact.start for fact in book.facts.values()}
    return Tale(seed=seed, facts=facts, stack=[Frame(start or book.start)])


def step_at(book: Book, tale: Tale) -> Step:
    """The step the tale stands on."""
    frame = tale.stack[-1]
    return book.nodes[frame.node].steps[frame.at]
