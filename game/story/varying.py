"""Steps by which a tale is told differently each time: `vary` in one place, `deck` from a chapter of cards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.story.conditions import Condition


class How(StrEnum):
    """Which item of a `vary` comes next."""

    CYCLE = "cycle"      # in order, round and round
    SHUFFLE = "shuffle"  # by the dice, none twice in a round
    ONCE = "once"        # each once, in order, then nothing
    LAST = "last"        # in order, and the last one for ever


class Pick(StrEnum):
    """Which card a `deck` plays."""

    BEST = "best"  # the highest priority; the dice between equals
    ANY = "any"    # by the dice


@dataclass(frozen=True, slots=True)
class Vary:
    """Play one of some items. Each begins at its index in `items` and leads to `otherwise`, the step after them all.

    What was played is counted in `Tale.varied` under `key`, which does not change when steps are added around it.
    """

    key: str
    how: How
    items: tuple[int, ...]
    otherwise: int


@dataclass(frozen=True, slots=True)
class Deck:
    """Call the node of one card that can be played now. With none, go to `otherwise` ("": the tale goes on)."""

    cards: tuple[str, ...]
    pick: Pick = Pick.BEST
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Storylet:
    """The `card` that begins a node: when decks may call it, before which others, and whether once only.

    Played itself, it does nothing.
    """

    condition: Condition | None = None
    priority: int = 0
    once: bool = False
