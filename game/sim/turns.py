"""How one mind turns, and how it stirs others.

In the player's words: his pair and those in line with him know at once what he knows. Others only if they hear him
whistle, and then they only wonder. When he stops to look you hear his boots turn; when he begins to search, a whistle
to his pair or a voice into a radio. A tower, a pit, a camera or a car cannot come after you: it calls, the alarm rises,
the two nearest soldiers search. A curtain that moves is a neighbour who has noticed something.
"""

from __future__ import annotations

from game.sim import alarm, reports
from game.sim.events import Noticed, Sounded, Twitched
from game.sim.grid import UNITS
from game.sim.ground import step_sound
from game.sim.plan import Round
from game.sim.room import Watcher, WatcherKind
from game.sim.routes import DRIVES, STANDS
from game.sim.search import begin_search
from game.sim.world import FULL, NOWHERE, POINT, Guard, Mind

CURIOUS_AT, SEARCHING_AT = 30 * POINT, 60 * POINT
AFTER = 25 * POINT            # what is left of suspicion once he turns back
CURIOUS_TICKS = 180
WHISTLE_RADIUS = 10 * UNITS   # others who hear the whistle look there
CALL_RADIUS = 24 * UNITS      # a fixed post calls soldiers from so far
SCUFF_RADIUS = 4 * UNITS      # his boots as he stops: for her ears, nobody else minds them
CALLERS = (*STANDS, *DRIVES)
CHASERS = (WatcherKind.SOLDIER, WatcherKind.POLICE, WatcherKind.DOG, WatcherKind.SWEEP)
RADIOS = (WatcherKind.TOWER, WatcherKind.POLICE, WatcherKind.VEHICLE, WatcherKind.SWEEP)
STAYS = (WatcherKind.CAMERA, WatcherKind.SCOUT, WatcherKind.NEIGHBOUR)  # wonder, but do not search
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
    if level >= FULL and watcher.kind is not WatcherKind.NEIGHBOUR:
        if mind not in (Mind.CHALLENGE, Mind.CHASE):
            _call_out(around, watcher, guard)
    elif level >= SEARCHING_AT and watcher.kind not in STAYS:
        if mind in _FREE:
            search(around, guard)
    elif level >= CURIOUS_AT and mind in (Mind.CALM, Mind.RETURN):
        become(around, guard, Mind.CURIOUS, CURIOUS_TICKS)
        if watcher.kind in CHASERS:
            name = step_sound(around.room, guard.x, guard.y)
            around.told.append(Sounded(name, guard.x, guard.y, SCUFF_RADIUS, guard.name))
        elif watcher.kind is WatcherKind.NEIGHBOUR:
            around.told += [Twitched(guard.name), Sounded("curtain", guard.x, guard.y, 0, guard.name)]


def search(around: Round, guard: Guard) -> None:
    """He begins to search where he last knew her, and his pair with him. Who has a radio says so into it.

    Who lost her while he called or ran has told his pair already: to lose her makes nobody surer.
    """
    watcher, lost = around.plan.watchers[guard.name], guard.mind in (Mind.CHALLENGE, Mind.CHASE)
    if guard.mind is not Mind.SEARCHING and watcher.kind in RADIOS:
        around.told.append(Sounded("radio", guard.x, guard.y, 0, guard.name))
    become(around, guard, Mind.SEARCHING)
    begin_search(around, watcher, guard)
    if not lost:
        _tell_mates(around, guard)


def _tell_mates(around: Round, guard: Guard) -> None:
    """His pair, and those who walk in line with him, begin to search; one whistle is enough for all."""
    mates = [mate for name in around.plan.mates[guard.name] if (mate := around.stage.guards.get(name)) is not None
             and not mate.blind_ticks and not mate.leaving and mate.mind in _FREE]
    if mates and guard.mind is Mind.SEARCHING:  # a challenge is heard by all, see _call_out
        around.told.append(Sounded("whistle", guard.x, guard.y, 0, guard.name))
    for mate in mates:
        mate.known = guard.known
        mate.suspicion = max(mate.suspicion, SEARCHING_AT)
        become(around, mate, Mind.SEARCHING)
        begin_search(around, around.plan.watchers[mate.name], mate)


def _call_out(around: Round, watcher: Watcher, guard: Guard) -> None:
    """He whistles and calls. A fixed post cannot come: it raises the alarm and sends others."""
    become(around, guard, Mind.CHALLENGE)
    if watcher.kind is WatcherKind.SCOUT:  # he smiles
        return
    if watcher.kind is WatcherKind.CAMERA:
        reports.report(around, guard)
    around.told.append(Sounded("whistle", guard.x, guard.y, WHISTLE_RADIUS, guard.name))
    _tell_mates(around, guard)
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
    """Nothing there: back to his round. A camera that turned away may call again."""
    if around.plan.watchers[guard.name].kind is WatcherKind.CAMERA:
        guard.reported = False
    guard.suspicion = min(guard.suspicion, AFTER)
    guard.known = NOWHERE
    become(around, guard, Mind.RETURN)
