"""Events: what just happened on a map. Story moments are events too.

Listeners (pictures, sounds, captions, text) may drop any of them: the World alone is always right.
Positions are in units. `name` of a sound is its id in assets/sounds and in the captions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.sim.world import Mind
from game.story.moments import Moment


@dataclass(frozen=True, slots=True)
class Sounded:
    """A sound at a place, heard `radius` units far (0: atmosphere only). `by` is an actor's name or ""."""

    name: str
    x: int
    y: int
    radius: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True)
class Noticed:
    """A watcher's mind changed."""

    who: str
    old: Mind
    new: Mind


@dataclass(frozen=True, slots=True)
class Glimpsed:
    """A watcher began to see her."""

    who: str


@dataclass(frozen=True, slots=True)
class AlarmChanged:
    """The map's alarm rose or fell, 0-3."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class IceCracked:
    """The ice of a cell gave a warning."""

    cell: int


@dataclass(frozen=True, slots=True)
class IceBroke:
    """The ice of a cell broke."""

    cell: int


@dataclass(frozen=True, slots=True)
class Hid:
    """She went into (or came out of, `thing` "") a hiding place."""

    thing: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A rotation happened: who left, who came."""

    out: tuple[str, ...]
    into: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandoverSoon:
    """A rotation will happen in about a minute of the clock; announced by whistle and lantern."""

    minute: int


@dataclass(frozen=True, slots=True)
class WayTaken:
    """A way of the room fired."""

    way: str


@dataclass(frozen=True, slots=True)
class Refused:
    """She asked for something that cannot be done now; `why` is a string id of the interface."""

    why: str


@dataclass(frozen=True, slots=True)
class Threw:
    """She threw `what`; it will fall at (x, y)."""

    what: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Took:
    """She took a thing of the map."""

    thing: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """Those who go with her heard `word`."""

    word: str


@dataclass(frozen=True, slots=True)
class MaskComes:
    """A sound that covers hers is heard coming: it will be here in two seconds."""

    name: str


@dataclass(frozen=True, slots=True)
class Twitched:
    """A curtain moved: a neighbour has seen her."""

    who: str


@dataclass(frozen=True, slots=True)
class Reported:
    """An informer, farmer or camera has told somebody."""

    who: str


@dataclass(frozen=True, slots=True)
class TraceRose:
    """The trace of her call reached a step: 1 a click in the line, 2 a second breath, 3 found."""

    step: int


@dataclass(frozen=True, slots=True)
class Rewound:
    """The world went back. `undone`: so many intents never happened; -1: all since the tick it is now."""

    undone: int = -1


Event: TypeAlias = (
    Sounded | Noticed | Glimpsed | AlarmChanged | IceCracked | IceBroke | Hid | HandedOver | HandoverSoon
    | WayTaken | Refused | Rewound | Threw | Took | Ordered | MaskComes | Twitched | Reported | TraceRose | Moment
)
