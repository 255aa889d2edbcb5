"""What is remembered across journeys: which endings were reached. Kept beside the settings; it opens Second Winter."""

from __future__ import annotations

import json
import logging

from game.sim.world import Level
from game.ui.storage import Shelf

log = logging.getLogger(__name__)
NAME = "memory"
FIRST_LEVELS = (Level.TRAVELLER, Level.STORY, Level.WINTER)


def endings(shelf: Shelf) -> frozenset[str]:
    """The endings reached so far; none if what was kept cannot be read."""
    text = shelf.read(NAME)
    if text is None:
        return frozenset()
    try:
        held = json.loads(text)["endings"]
        return frozenset(name for name in held if isinstance(name, str))
    except (ValueError, KeyError, TypeError) as fault:
        log.warning("what was remembered of earlier journeys cannot be read: %s", fault)
        return frozenset()


def reached(shelf: Shelf, ending: str) -> None:
    """Remember an ending."""
    known = endings(shelf)
    if ending and ending not in known:
        shelf.write(NAME, json.dumps({"endings": sorted({*known, ending})}))


def levels(shelf: Shelf, now: Level | None = None) -> tuple[Level, ...]:
    """The difficulties that can be chosen: Second Winter after a first ending, or if it is the one being played."""
    second = (Level.SECOND,) if endings(shelf) or now is Level.SECOND else ()
    return (*FIRST_LEVELS, *second)
