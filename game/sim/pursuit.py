"""Challenge and chase.

In the player's words: he whistles and calls; you have a second to stop. Stand, and he comes and asks. Go on, and he
runs. Three seconds out of his sight, and he has to search. Where the ice does not bear he stops at its edge.
"""

from __future__ import annotations

from game.sim import alarm
from game.sim.errands import head_for, straight_to
from game.sim.events import Sounded
from game.sim.grid import UNITS
from game.sim.intents import Gait
from game.sim.plan import Round
from game.sim.room import Watcher
from game.sim.routes import CHASE, SEARCH, follow, step_to, turn_to
from game.sim.turns import CALLERS, CHASERS, CURIOUS_TICKS, WHISTLE_RADIUS, become, search, turn_back
from game.sim.world import FULL, POINT, Guard, Mind

GRACE_TICKS = 60              # she has a second to stop when called
MOVED_TICKS = 45              # and then this much moving makes him run; running counts three times
GIVES_UP_TICKS = 600          # he asked, nobody answered: he lets it be
LOST_CHALLENGE_TICKS, LOST_CHASE_TICKS = 60, 180
FIXED_CALL_TICKS = 360        # a tower, a pit, a car call for six seconds
CLOSE = UNITS * 7 // 5        # he stops this near to ask: within the tile and a half of `stopped by`
REPATH_TICKS = 20


def challenge(around: Round, watcher: Watcher, guard: Guard) -> None:
    """A tick after he called: she stands and he comes, or she goes."""
    guard.mind_ticks += 1
    x, y = guard.known
    turn_to(guard, x, y)
    if watcher.kind in CALLERS:
        if guard.mind_ticks >= FIXED_CALL_TICKS:
            turn_back(around, guard)
        return
    her = around.stage.her
    if not her.in_water and (her.vx or her.vy):
        running = her.gait is Gait.RUN
        if running or guard.mind_ticks > GRACE_TICKS:
            guard.wait_ticks += 3 if running else 1
    if guard.wait_ticks >= MOVED_TICKS or guard.unseen_ticks >= LOST_CHALLENGE_TICKS:
        _she_goes(around, watcher, guard)
    elif guard.mind_ticks >= GIVES_UP_TICKS:
        guard.suspicion, guard.blind_ticks = 0, CURIOUS_TICKS
        turn_back(around, guard)
    elif (x - guard.x) ** 2 + (y - guard.y) ** 2 > CLOSE * CLOSE:
        toward(around, guard, SEARCH)


def _she_goes(around: Round, watcher: Watcher, guard: Guard) -> None:
    """She did not stand: the alarm rises, and who can run runs."""
    alarm.scare(around)
    if watcher.kind not in CHASERS:
        around.told.append(Sounded("whistle", guard.x, guard.y, WHISTLE_RADIUS, guard.name))
        turn_back(around, guard)
    elif guard.unseen_ticks:
        search(around, guard)
    else:
        become(around, guard, Mind.CHASE)


def chase(around: Round, guard: Guard) -> None:
    """A tick of running after her."""
    guard.mind_ticks += 1
    if guard.unseen_ticks >= LOST_CHASE_TICKS:
        guard.suspicion = min(guard.suspicion, FULL - POINT)
        search(around, guard)
    else:
        toward(around, guard, CHASE)


def toward(around: Round, guard: Guard, speed: int) -> None:
    """A step toward where he knows her: straight if the ground is free, else by a path renewed three times a second."""
    x, y = guard.known
    if guard.mind_ticks % REPATH_TICKS == 1:
        head_for(around, guard, x, y)
    elif not guard.path:
        straight_to(around, guard, x, y)
    if guard.path and guard.path[-1] == (x >> 12, y >> 12) and len(guard.path) == 1:
        step_to(guard, x, y, speed)
    elif guard.path:
        follow(guard, speed)
    elif (guard.x >> 12, guard.y >> 12) == (x >> 12, y >> 12):
        step_to(guard, x, y, speed)
    turn_to(guard, x, y)
