"""What is remembered across journeys: which endings were reached. Kept beside the settings; it opens Second Winter."""

from __future__ import annotations

import json

from game.sim.world import Level
from game.ui.storage import Shelf, kept

NAME = "memory"
FIRST_LEVELS = (Level.TRAVELLER, Level.STORY, Level.WINTER)


def endings(shelf: Shelf) -> frozenset[str]:
    """The endings reached so far; none if what was kept cannot be read."""
    held = kept(shelf, NAME)
    names = held.get("endings") if isinstance(held, dict) else None
    return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()


def reached(shelf: Shelf, ending: str) -> None:
    """Remember an ending."""
    known = endings(shelf)
    if ending and ending not in known:
        shelf.write(NAME, json.dumps({"endings": sorted({*known, ending})}))


def levels(shelf: Shelf, now: Level | None = None) -> tuple[Level, ...]:
    """The difficulties that can be chosen: Second Winter after a first ending, or if it is the one being played."""
    second = (Level.SECOND,) if endings(shelf) or now is Level.SECOND else ()
    return (*FIRST_LEVELS, *second)
