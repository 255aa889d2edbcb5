"""The scout of those who sell people: friendly, warm hands, a room to offer.

In the player's words: nobody whistles and nobody runs. Somebody who has seen you comes up to you as if he knew you,
and asks. Walk away and he lets you be; stand, and you will have to listen. He does not know the code word.
"""

from __future__ import annotations

from game.sim.plan import Round
from game.sim.pursuit import CLOSE, toward
from game.sim.room import Watcher
from game.sim.routes import PATROL, turn_to
from game.sim.turns import turn_back
from game.sim.world import Guard

WALKED_OFF_TICKS = 180   # of her walking on
GIVES_UP_TICKS = 900
LOST_TICKS = 120
LETS_BE_TICKS = 900      # and then does not look at her for so long


def come_up(around: Round, watcher: Watcher, guard: Guard) -> None:
    """A tick of coming up to her, in the state in which a soldier would challenge her."""
    guard.mind_ticks += 1
    her = around.stage.her
    x, y = guard.known
    if her.vx or her.vy:
        guard.wait_ticks += 1
    if guard.wait_ticks >= WALKED_OFF_TICKS or guard.mind_ticks >= GIVES_UP_TICKS or guard.unseen_ticks >= LOST_TICKS:
        guard.suspicion, guard.blind_ticks = 0, LETS_BE_TICKS
        turn_back(around, guard)
    elif (x - guard.x) ** 2 + (y - guard.y) ** 2 > CLOSE * CLOSE:
        toward(around, guard, PATROL)
    else:
        turn_to(guard, x, y)
