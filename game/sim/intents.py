"""Intents: all that a player can ask of the world. A recording is a list of these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias


class Gait(IntEnum):
    """How she goes. Values are stable: recordings hold them."""

    WALK = 0
    CROUCH = 1
    RUN = 2
    CRAWL = 3


@dataclass(frozen=True, slots=True)
class Move:
    """One tick of walking. `dx`, `dy` in -1, 0, 1; both 0 stands still. `act`: the act key is down this tick."""

    dx: int = 0
    dy: int = 0
    gait: Gait = Gait.WALK
    act: bool = False


@dataclass(frozen=True, slots=True)
class Choose:
    """Take an option of a choice or a bribe by id."""

    id: str


@dataclass(frozen=True, slots=True)
class Next:
    """Go past the line on screen."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Finish the stage direction that is running at once."""


@dataclass(frozen=True, slots=True)
class Rewind:
    """Go back ten seconds, or to stand before `decision` (its number in `World.past.decisions`) again."""

    decision: int = -1


@dataclass(frozen=True, slots=True)
class SetHelp:
    """Change an assist: a field name of `Help` and its new value."""

    name: str
    value: int


@dataclass(frozen=True, slots=True)
class Tool:
    """Use what she carries: `name` from `tools.TOOLS`; what is thrown goes to cell (x, y), the rest ignores it."""

    name: str
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """Ask something of those who go with her: follow, wait, hide, carry or put down."""

    word: str


Intent: TypeAlias = Move | Next | Choose | Skip | Rewind | SetHelp | Tool | Order
STAND = Move()
