"""The neighbour: a lit window with a curtain, or a farmer on his walk, at certain hours.

In the player's words: when the curtain moves, you have been noticed; step out of the light of it and nothing happens.
If she makes you out she talks of it: one rumour more. One who has a telephone goes to it, and then you have five
seconds to greet her as if all were well. Know her hours; carry her coal.
"""

from __future__ import annotations

from game.sim import alarm, reports
from game.sim.events import Sounded
from game.sim.plan import Round
from game.sim.room import Watcher
from game.sim.turns import AFTER, become, turn_back
from game.sim.world import FULL, Guard, Mind

CALL_TICKS = 300
COUNTED = -1          # `heed`: this sighting is counted; above 0: ticks until the call is through
AGAIN_TICKS = 600     # ten seconds unseen, and the next sighting counts again


def mind(around: Round, watcher: Watcher, guard: Guard) -> None:
    """A tick, after her eyes have done their work."""
    if guard.heed > 0:
        _telephones(around, guard)
    elif guard.heed == COUNTED:
        guard.suspicion = min(guard.suspicion, AFTER)
        if guard.unseen_ticks >= AGAIN_TICKS:
            guard.heed = 0
    elif guard.suspicion >= FULL:
        reports.keep(around, watcher)
        guard.suspicion = AFTER
        if watcher.calls and not guard.reported:
            guard.heed = CALL_TICKS
            become(around, guard, Mind.SEARCHING)
            around.told.append(Sounded("telephone", guard.x, guard.y, 0, guard.name))
        else:
            guard.heed = COUNTED


def _telephones(around: Round, guard: Guard) -> None:
    guard.heed -= 1
    if guard.heed == 0:
        alarm.scare(around)
        reports.report(around, guard)
        guard.heed = COUNTED
        turn_back(around, guard)
