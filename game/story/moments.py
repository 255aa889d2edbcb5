"""What a tale reports while it settles: everything a reader, a screen or a stage may want to know.

Those that happen all the time are tuples: `made(Spoke, (...))` takes half as long as anything else that is frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from game.story.bribes import Outcome
from game.story.facts import Value
from game.story.steps import Cue, Effect, Later, Together

made = tuple.__new__


class Spoke(NamedTuple):
    """A line is on screen: its text id, its speaker (cast id), mood and slot values."""

    text: str
    who: str
    mood: str
    slots: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Barked:
    """A line that stops nothing."""

    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A choice is on screen; `runtime.options` lists it."""


class Chosen(NamedTuple):
    """The player took an option (its id)."""

    id: str


@dataclass(frozen=True, slots=True)
class BribeOpened:
    """A bribe panel is on screen, for cast id `who`."""

    who: str


@dataclass(frozen=True, slots=True)
class BribeAnswered:
    """How an offer was met. Betrayed shows itself as accepted to the player; a screen must not tell them apart."""

    who: str
    outcome: Outcome
    last: bool


class FactChanged(NamedTuple):
    """A fact moved; `clipped` if a gift was cut off by the range."""

    fact: str
    old: Value
    new: Value
    clipped: bool = False


@dataclass(frozen=True, slots=True)
class Learned:
    """A codex entry opened for the first time."""

    entry: str


class Entered(NamedTuple):
    """A node began."""

    node: str


@dataclass(frozen=True, slots=True)
class Visited:
    """A room begins: sim builds its stage."""

    room: str
    entry: str


@dataclass(frozen=True, slots=True)
class Returned:
    """`back` from a way: the same stage goes on."""


@dataclass(frozen=True, slots=True)
class Left:
    """The room's stage is dropped; each of its timers has applied what it `missed`."""


@dataclass(frozen=True, slots=True)
class Cued:
    """A picture, sound or title for the listeners; nothing depends on it."""

    cue: Cue


@dataclass(frozen=True, slots=True)
class Acted:
    """An Effect (or several together) for the stage to start.

    If the tale is then waiting for the STAGE, `runtime.stage_done` goes on. Outside a room nothing waits.
    """

    what: Effect | Together


@dataclass(frozen=True, slots=True)
class Promised:
    """A `later` was promised (in seconds it is now in `tale.timers`, in minutes in `tale.pending`)."""

    later: Later


@dataclass(frozen=True, slots=True)
class Passed:
    """Tale time went by, in minutes."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The journey is over."""

    ending: str


Moment: TypeAlias = (
    Spoke | Barked | Asked | Chosen | BribeOpened | BribeAnswered | FactChanged | Learned | Entered | Visited
    | Returned | Left | Cued | Acted | Promised | Passed | Ended
)
