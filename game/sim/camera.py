"""The camera over a fence: an arc of 40 degrees, five seconds to the left, five to the right.

In the player's words: a red dot and an arc on the ground. It looks the same way at the same second, for ever: time it.
What stands between hides you, crouched cover too, and it looks over whoever stands right below its pole. It cannot come
after you: it calls those who can.
"""

from __future__ import annotations

from game.sim.room import Watcher
from game.sim.tower import swing

TURN_TICKS = 300     # to each side, if the map says no other
ARC_HALF = 4         # steps: 20 degrees to each side
ARC_BETWEEN = 16     # steps it turns by where the map gives no angles


def look(watcher: Watcher, tick: int) -> tuple[int, int]:
    """Where it looks at `tick`, a vector 4096 long."""
    first, last, ticks = watcher.sweep
    if first == last:
        middle = watcher.route[0].facing if watcher.route[0].facing >= 0 else 18
        first, last = middle - ARC_BETWEEN // 2, middle + ARC_BETWEEN // 2
    return swing(first, last, ticks or TURN_TICKS, ticks or TURN_TICKS, tick)
