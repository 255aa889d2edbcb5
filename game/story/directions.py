"""Stage directions: effects, which change the stage or let ticks pass, and cues, which are only shown and heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


# Effects on the stage ------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Move:
    """`who` ("she" is Sol-hwa) walks to the map place `to`, `how`: walk, run, crouch or crawl."""

    who: str
    to: str
    how: str = "walk"


@dataclass(frozen=True, slots=True)
class Face:
    """`who` turns toward the map place or person `to`."""

    who: str
    to: str


@dataclass(frozen=True, slots=True)
class Open:
    """Open a door of the map."""

    door: str


@dataclass(frozen=True, slots=True)
class Close:
    """Close a door of the map."""

    door: str


@dataclass(frozen=True, slots=True)
class Calm:
    """`who` ("everyone" allowed) forgets suspicion and walks back to the loop."""

    who: str


@dataclass(frozen=True, slots=True)
class Pass:
    """For `ticks`, `who` does not see her; the cone is drawn hollow."""

    who: str
    ticks: int


@dataclass(frozen=True, slots=True)
class Alert:
    """`who` ("everyone" allowed) starts to search where she is."""

    who: str


@dataclass(frozen=True, slots=True)
class Send:
    """`who` walks to the map place `to`: a watcher looks and walks back to his loop, anybody else stays."""

    who: str
    to: str


@dataclass(frozen=True, slots=True)
class Wait:
    """`ticks` pass, her input off."""

    ticks: int


@dataclass(frozen=True, slots=True)
class Time:
    """Let `minutes` of tale time pass."""

    minutes: int


@dataclass(frozen=True, slots=True)
class OnLine:
    """She speaks into the telephone for `ticks`; a `burst` of keys takes none. The trace of the call grows."""

    ticks: int
    burst: bool = False


# Cues ----------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Picture:
    """Show a cutscene picture with its alt text id; name "" takes it away."""

    name: str
    alt: str = ""
    ticks: int = 0


@dataclass(frozen=True, slots=True)
class Camera:
    """Look at the map place `to` for `ticks`; to "her" returns."""

    to: str
    ticks: int


@dataclass(frozen=True, slots=True)
class Fade:
    """To "black" or "clear" in `ticks`."""

    to: str
    ticks: int


@dataclass(frozen=True, slots=True)
class Sound:
    """Play a sound with its caption text id."""

    name: str
    caption: str


@dataclass(frozen=True, slots=True)
class Music:
    """Change to a music cue; "" is silence."""

    cue: str


@dataclass(frozen=True, slots=True)
class Shake:
    """Shake the view for `ticks`, if the player allows it."""

    ticks: int


@dataclass(frozen=True, slots=True)
class Title:
    """A card of words over the picture: chapter, place, date."""

    text: str
    ticks: int = 150


Cue: TypeAlias = Picture | Camera | Fade | Sound | Music | Shake | Title
Effect: TypeAlias = Open | Close | Calm | Pass | Alert | Send | Face | Move | Wait | Time | OnLine


@dataclass(frozen=True, slots=True)
class Together:
    """Stage directions that start at once; control goes on when the longest is done."""

    steps: tuple[Cue | Effect, ...]
