"""The closed set of steps a node is made of, as the writer means them, flattened.

A node is one tuple of steps. `If`, `Chance`, `Choose` and `Jump` hold indices into that same tuple, so where
a tale stands is only (node, index). Text is never here: a step holds a text id, the words live in `Book.words`.
Durations are ticks, 60 a second; tale time is minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from game.story.asking import Answer, Card, Papers, Phone, Question
from game.story.conditions import Condition
from game.story.directions import (
    Alert,
    Calm,
    Camera,
    Close,
    Cue,
    Effect,
    Face,
    Fade,
    Move,
    Music,
    OnLine,
    Open,
    Pass,
    Picture,
    Send,
    Shake,
    Sound,
    Time,
    Title,
    Together,
    Wait,
)
from game.story.facts import Change, Price
from game.story.varying import Deck, How, Pick, Storylet, Vary

__all__ = [
    "Alert", "Answer", "Back", "Bark", "Bribe", "Call", "Calm", "Camera", "Card", "Chance", "Choice", "Choose",
    "Close", "Cue", "Deck", "Effect", "End", "Face", "Fade", "Go", "How", "If", "Jump", "Later", "Learn", "Move",
    "Music", "Offer", "OnLine", "Open", "Papers", "Pass", "Phone", "Pick", "Picture", "Question", "Say", "Send", "Set",
    "Shake", "Sound", "Step", "Storylet", "Time", "Title", "Together", "Vary", "Visit", "Wait", "Way",
]


# Words ---------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Say:
    """A spoken or narrated line that stops the world until `Next`. `who` is a cast id; `slots` are fact names."""

    text: str
    who: str
    mood: str = "plain"
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bark:
    """A line that does not stop the world: shown as a caption near `who`."""

    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a `Choose`.

    `id` is stamped and never changes; it is also the text id of the label. Hidden unless `condition` holds;
    with `locked` (a text id) it is shown, off, instead. After paying, control moves to index `at`.
    """

    id: str
    at: int
    condition: Condition | None = None
    price: Price = Price()
    once: bool = False
    locked: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """Ask the player. With no takeable choice control moves to `otherwise` (-1: none; `check` refuses that).

    `ticks` above 0: it waits no longer than that, then `default` (the id of a choice) is taken. The core never counts
    them: who shows the question does, if the player wants it so (see `runtime.countdown`).
    """

    choices: tuple[Choice, ...]
    otherwise: int = -1
    ticks: int = 0
    default: str = ""


# Flow ----------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class If:
    """Go on if `condition` holds, else continue at index `otherwise`."""

    condition: Condition
    otherwise: int


@dataclass(frozen=True, slots=True)
class Chance:
    """Go on `percent` times in 100, else continue at index `otherwise`."""

    percent: int
    otherwise: int


@dataclass(frozen=True, slots=True)
class Jump:
    """Continue at index `to` of the same node (made by the compiler: the rejoin after a branch)."""

    to: int


@dataclass(frozen=True, slots=True)
class Go:
    """Continue in `node` at index `at`, keeping the frame. Only the compiler leads elsewhere than to the first step."""

    node: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """Play `node`; its `back` returns here."""

    node: str


@dataclass(frozen=True, slots=True)
class Back:
    """Return from a call, or from a way to the room."""


@dataclass(frozen=True, slots=True)
class End:
    """The journey ends as `ending`."""

    ending: str


@dataclass(frozen=True)  # no slots: the name is kept where it is first asked for, and asked for all the time
class Way:
    """An option of a room. `verb` and `target` from sim's closed table, e.g. ("talk", "jo"), ("caught", "").

    `label` is a text id or "" (then words made from verb and target are shown). `risk` is what `tell` and bots
    assume of the world's ways: pairs (world's way such as "caught" or "stopped by jo", percent).
    """

    verb: str
    target: str
    node: str
    condition: Condition | None = None
    once: bool = False
    label: str = ""
    risk: tuple[tuple[str, int], ...] = ()

    @cached_property
    def name(self) -> str:
        """As written in the story: "talk jo", "caught"."""
        return f"{self.verb} {self.target}".strip()


@dataclass(frozen=True, slots=True)
class Visit:
    """Put her into `room` at the entry object `entry`, until a way fires."""

    room: str
    entry: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something offered in a bribe: a price and a manner (a key of the person's `manners`, or "")."""

    id: str
    price: Price
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Bribe:
    """Offer something to `who` for a favour worth `price` (tenths of a won note).

    The four outcomes and `leave` (walk away before offering; "" = not offered) are node ids, entered like `Go`.
    `agreed`: the price is always taken, only betrayal is rolled. `keeps`: he keeps what he refuses.
    """

    who: str
    price: int
    offers: tuple[Offer, ...]
    accepted: str
    betrayed: str
    refused: str
    insulted: str
    leave: str = ""
    tries: int = 2
    agreed: bool = False
    keeps: bool = False


# The tale ------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Set:
    """Change facts: `set`, `give` and `take` of the story language."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Learn:
    """Open a codex entry."""

    entry: str


@dataclass(frozen=True, slots=True)
class Later:
    """A consequence that comes back.

    Exactly one of `ticks` (lives in the room, fires as the way `later NAME`) and `minutes` (tale time) is above 0.
    If the room is left first, `missed` is applied instead.
    """

    name: str
    node: str
    ticks: int = 0
    minutes: int = 0
    missed: tuple[Change, ...] = ()


Step: TypeAlias = (
    Say | Set | If | Jump | Choose | Go | Call | Back | Bribe | Visit | Chance | Bark | Learn | Later | Time
    | End | Together | Open | Close | Calm | Pass | Alert | Send | Face | Move | Wait
    | Picture | Camera | Fade | Sound | Music | Shake | Title | Phone | Papers | OnLine | Vary | Deck | Storylet
)
