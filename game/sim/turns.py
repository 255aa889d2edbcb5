"""How one mind turns, and how it stirs others.

In the player's words: his pair knows at once what he knows. Others only if they hear him whistle, and then they only
wonder. A tower, a pit or a car cannot come after you: it calls, the alarm rises, the two nearest soldiers search.
"""

from __future__ import annotations

from game.sim import alarm
from game.sim.events import Noticed, Sounded
from game.sim.grid import UNITS
from game.sim.plan import Round
from game.sim.room import Watcher, WatcherKind
from game.sim.routes import STANDS
from game.sim.search import begin_search
from game.sim.world import FULL, NOWHERE, POINT, Guard, Mind

CURIOUS_AT, SEARCHING_AT = 30 * POINT, 60 * POINT
AFTER = 25 * POINT            # what is left of suspicion once he turns back
CURIOUS_TICKS = 180
WHISTLE_RADIUS = 10 * UNITS   # others who hear the whistle look there
CALL_RADIUS = 24 * UNITS      # a fixed post calls soldiers from so far
CALLERS = (*STANDS, WatcherKind.VEHICLE)
CHASERS = (WatcherKind.SOLDIER, WatcherKind.POLICE)
_FREE = (Mind.CALM, Mind.CURIOUS, Mind.RETURN, Mind.TRAIL, Mind.SENT)


def become(around: Round, guard: Guard, mind: Mind, ticks: int = 0) -> None:
    """His mind changes; whoever listens is told."""
    if guard.mind is not mind:
        around.told.append(Noticed(guard.name, guard.mind, mind))
    guard.mind, guard.mind_ticks, guard.wait_ticks = mind, ticks, 0
    guard.path.clear()
    guard.wants = NOWHERE
    guard.looks.clear()


def stirred(around: Round, watcher: Watcher, guard: Guard) -> None:
    """Take the step that his suspicion calls for, if it is a step up."""
    level, mind = guard.suspicion, guard.mind
    if level >= FULL:
        if mind not in (Mind.CHALLENGE, Mind.CHASE):
            _call_out(around, watcher, guard)
    elif level >= SEARCHING_AT:
        if mind in _FREE:
            search(around, guard)
    elif level >= CURIOUS_AT and mind in (Mind.CALM, Mind.RETURN):
        become(around, guard, Mind.CURIOUS, CURIOUS_TICKS)


def search(around: Round, guard: Guard) -> None:
    """He begins to search where he last knew her, and his pair with him."""
    become(around, guard, Mind.SEARCHING)
    begin_search(around, around.plan.watchers[guard.name], guard)
    _tell_pair(around, guard)


def _tell_pair(around: Round, guard: Guard) -> None:
    watcher = around.plan.watchers[guard.name]
    pair = around.stage.guards.get(watcher.pair)
    if pair is None or pair.blind_ticks or pair.leaving:
        return
    if pair.mind in _FREE:
        pair.known = guard.known
        pair.suspicion = max(pair.suspicion, SEARCHING_AT)
        become(around, pair, Mind.SEARCHING)
        begin_search(around, around.plan.watchers[pair.name], pair)


def _call_out(around: Round, watcher: Watcher, guard: Guard) -> None:
    """He whistles and calls. A fixed post cannot come: it raises the alarm and sends others."""
    become(around, guard, Mind.CHALLENGE)
    around.told.append(Sounded("whistle", guard.x, guard.y, WHISTLE_RADIUS, guard.name))
    _tell_pair(around, guard)
    fixed = watcher.kind in CALLERS
    if fixed:
        alarm.scare(around)
    for other in _hearing(around, guard, CALL_RADIUS if fixed else WHISTLE_RADIUS)[:2 if fixed else None]:
        other.known = guard.known
        if fixed:
            other.suspicion = max(other.suspicion, SEARCHING_AT)
            search(around, other)
        else:
            other.suspicion = max(other.suspicion, CURIOUS_AT)
            become(around, other, Mind.CURIOUS, CURIOUS_TICKS)


def _hearing(around: Round, guard: Guard, radius: int) -> list[Guard]:
    """Others within `radius` who are free to look, the nearest first."""
    near = [(far, other) for other in around.stage.guards.values()
            if other is not guard and other.mind in (Mind.CALM, Mind.RETURN) and not other.blind_ticks
            and not other.leaving and around.plan.watchers[other.name].kind in CHASERS
            and (far := (other.x - guard.x) ** 2 + (other.y - guard.y) ** 2) <= radius * radius]
    return [other for _, other in sorted(near, key=lambda pair: (pair[0], pair[1].name))]


def turn_back(around: Round, guard: Guard) -> None:
    """Nothing there: back to his round."""
    guard.suspicion = min(guard.suspicion, AFTER)
    guard.known = NOWHERE
    become(around, guard, Mind.RETURN)
