"""The sweep: police who go from house to house in the order of their route, forty seconds a house.

In the player's words: before they come to a house its dog barks; the order never changes. In each house they look into
every hiding place within six cells, one after another. So be in another house, or behind them, or in a place they
cannot know of: one that lies in a room of its own behind the wall.
"""

from __future__ import annotations

from game.sim.events import Sounded
from game.sim.grid import UNITS
from game.sim.plan import Round
from game.sim.room import Watcher
from game.sim.routes import middle
from game.sim.world import Guard, Mind

LOOKS_IN = UNITS * 3 // 2
_FOUND = (Mind.CURIOUS, Mind.SEARCHING)


def bark(around: Round, watcher: Watcher, guard: Guard) -> None:
    """The dog of the house they come to next, for the first of those in line."""
    if guard.mind is Mind.OFF or watcher.lag_ticks or guard.leaving:
        return
    barks, total = around.plan.barks[watcher.name], around.plan.loops[watcher.name].total
    now = around.stage.tick + guard.phase + guard.ahead
    house = barks.get(now % total)
    if house is None and around.stage.alarm:  # waits run twice as fast: a tick may be passed over
        house = barks.get((now - 1) % total)
    if house is not None:
        around.told.append(Sounded("dog_far", *middle(house), 0, guard.name))


def looks_in(around: Round, watcher: Watcher, guard: Guard) -> bool:
    """Whether, on his round, he stands at the place she hides in and bends down to it, or has just found her so."""
    bends_down = guard.mind is Mind.CALM and guard.wait_ticks > 0
    if not bends_down and (guard.mind not in _FOUND or guard.seen_ticks == 0):
        return False
    hidden = around.stage.her.hidden
    place = next((t for t in around.plan.hides if t.name == hidden), None)
    if place is None or hidden not in around.plan.searched[watcher.name]:
        return False
    x, y = middle(place.cell)
    return (x - guard.x) ** 2 + (y - guard.y) ** 2 <= LOOKS_IN * LOOKS_IN
