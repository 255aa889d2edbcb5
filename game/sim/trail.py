"""Prints in the snow, as a soldier reads them.

In the player's words: where his round crosses your prints he turns and goes the way you went, from print to print.
Where they end - on swept ice, on stones, where the snow has filled them - he searches. The same prints he does not
follow twice.
"""

from __future__ import annotations

from bisect import bisect_right

from game.sim.grid import UNITS
from game.sim.world import Guard, Print, Stage

FRESH_TICKS = 600      # a print with less than ten seconds left tells nothing any more
GAP = 3 * UNITS        # farther than this from one print to the next, and he has lost them
EVERY_TICKS = 8        # he looks at the ground seven times a second
LOOKS_ON = 5           # never in a tick in which ways are found anew, prints fade or a copy is kept


def by_cell(stage: Stage) -> dict[tuple[int, int], Print]:
    """The newest readable print of every cell, on the ticks on which soldiers look; else nothing."""
    if stage.tick % EVERY_TICKS != LOOKS_ON:
        return {}
    return {(p.x >> 12, p.y >> 12): p for p in stage.prints if p.ticks_left >= FRESH_TICKS}


def find_print(prints: dict[tuple[int, int], Print], guard: Guard) -> Print | None:
    """A print at his feet not followed yet: in his cell or beside it, for among his own tracks hers are lost."""
    x, y = guard.x >> 12, guard.y >> 12
    for cell in ((x, y), (x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
        found = prints.get(cell)
        if found is not None and found.id > guard.print_id:
            return found
    return None


def next_print(stage: Stage, guard: Guard) -> Print | None:
    """The print after the one he stands at; None where they end."""
    at = bisect_right(stage.prints, guard.print_id, key=lambda p: p.id)
    if at == len(stage.prints):
        return None
    found = stage.prints[at]
    near = (found.x - guard.x) ** 2 + (found.y - guard.y) ** 2 <= GAP * GAP
    return found if near and found.ticks_left > 0 else None
