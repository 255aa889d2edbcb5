"""How suspicion grows and fades in one watcher.

In the player's words: the nearer, the quicker. Within two tiles he is sure in a third of a second, halfway in a second
and a bit, at the edge of what he sees in two and a half. Running makes it half as quick again, darkness half as slow;
out of the corner of his eye he never gets sure. The first moment counts half. Two seconds out of sight, and it fades.
Among people you are one of them while you walk upright; in the hours when everybody may be there you hardly count; the
white cloth helps whoever keeps low and still on snow. Whoever goes with you is seen as you are.
"""

from __future__ import annotations

from game.sim import sweep
from game.sim.angles import root
from game.sim.events import Glimpsed
from game.sim.grid import UNITS
from game.sim.ground import ground_at, in_crowd, permitted
from game.sim.hearing import Heard
from game.sim.intents import Gait
from game.sim.levels import dial
from game.sim.plan import Round, sight_of
from game.sim.room import Ground, Watcher, WatcherKind
from game.sim.routes import middle
from game.sim.sight import CORE, NONE, RIM, Reach, glance
from game.sim.world import FULL, POINT, Guard, Mind, World

CLOSE_CELLS = 2
CLOSE_TICKS, MID_TICKS, EDGE_TICKS = 21, 72, 156  # to full: 0.35, 1.2 and 2.6 s
CROWD_PERCENT, PERMITTED_PERCENT, CLOTH_PERCENT = 40, 20, 50
FIRST_TICKS = 24           # the first 0.4 s fill at half rate
FORGETS_TICKS = 60         # a second unseen, and the next sight is a first sight again
FADES_AFTER_TICKS = 120
FADE = 12 * POINT // 60    # 12 points a second
RIM_MOST = 60 * POINT - 1  # from the corner of his eye: never enough to make him search
HEARD = 30 * POINT
HEARD_AGAIN, HEARD_AGAIN_TICKS = 10 * POINT, 60
LOOK_IN = UNITS * 3 // 2   # he looks into a hiding place from this near
Seen = tuple[int, int, int]  # how well, and where, in units
_LOW = (Gait.CROUCH, Gait.CRAWL)
_WHITE = (Ground.SNOW, Ground.CRUST, Ground.FIELD, Ground.RAKED, Ground.DITCH, Ground.ICE)
_HOLDS = (Mind.SEARCHING, Mind.TRAIL, Mind.CHALLENGE, Mind.CHASE)


def fill_ticks(distance: int, edge: int) -> int:
    """Ticks until he is sure of her at `distance` units, if he sees `edge` units far. Never less for a nearer edge."""
    close = CLOSE_CELLS * UNITS
    if distance <= close:
        return CLOSE_TICKS
    middle_far = max(edge // 2, close)
    if distance <= middle_far:
        return CLOSE_TICKS + (MID_TICKS - CLOSE_TICKS) * (distance - close) // (middle_far - close)
    return MID_TICKS + (EDGE_TICKS - MID_TICKS) * (distance - middle_far) // max(1, edge - middle_far)


def may_rise(around: Round) -> bool:
    """Whether suspicion can rise: not in the second after a scene, nor in the safe first seconds of a room."""
    return around.stage.her.calm_ticks == 0


def ease(world: World) -> int:
    """How much of suspicion, in percent, the place and her cloth leave."""
    stage = world.stage
    assert stage is not None
    her, percent = stage.her, 100
    if her.gait is Gait.WALK and in_crowd(world):
        percent = percent * CROWD_PERCENT // 100
    if permitted(world):
        percent = percent * PERMITTED_PERCENT // 100
    if her.cloth and her.gait in _LOW and not (her.vx or her.vy) and ground_at(world.room, her.x, her.y) in _WHITE:
        percent = percent * CLOTH_PERCENT // 100
    return percent


def eyes(around: Round, watcher: Watcher, guard: Guard, dim: bool) -> bool:
    """A tick of his eyes: suspicion rises or fades. Whether he sees her, or somebody who goes with her."""
    left, right, top, bottom = around.within
    x, y, far = guard.x, guard.y, around.plan.farthest[guard.name]
    if x + far < left or x - far > right or y + far < top or y - far > bottom:
        _unseen(guard)
        return False
    sight = sight_of(around, watcher, guard)
    found = _found(around, watcher, guard, *sight) if sight is not None else ()
    if sight is None or not found:
        _unseen(guard)
        return False
    if guard.seen_ticks == 0:
        around.told.append(Glimpsed(guard.name))
    guard.seen_ticks += 1
    guard.unseen_ticks = 0
    guard.known = min(found, key=lambda one: (one[1] - guard.x) ** 2 + (one[2] - guard.y) ** 2)[1:]
    around.seen_by.append(guard.name)
    if may_rise(around):
        # of her and those with her the one counts who makes him surest: so less sight can never mean more suspicion
        guard.suspicion = max(_risen(around, watcher, guard, *sight, dim, one) for one in found)
    return True


def within(around: Round) -> tuple[int, int, int, int]:
    """The left, right, top and bottom of where she and her company are: for a quick look at who is far from all."""
    her, company = around.stage.her, around.company
    if not company:
        return her.x, her.x, her.y, her.y
    across, down = [her.x, *(one[0] for one in company)], [her.y, *(one[1] for one in company)]
    return min(across), max(across), min(down), max(down)


def _found(around: Round, watcher: Watcher, guard: Guard, reach: Reach, look: tuple[int, int]) -> tuple[Seen, ...]:
    """Whom of them he sees: how well, and where."""
    her, eye = around.stage.her, (guard.x, guard.y)
    if her.hidden:
        seen = CORE if _looks_in(around, watcher, guard) else NONE
    else:
        seen = glance(around.screen, reach, eye, look, (her.x, her.y), her.gait in _LOW)
    found = ((seen, her.x, her.y),) if seen != NONE else ()
    for x, y, low in around.company:
        seen = glance(around.screen, reach, eye, look, (x, y), low)
        if seen != NONE:
            found = (*found, (seen, x, y))
    return found


def _risen(around: Round, watcher: Watcher, guard: Guard, reach: Reach, look: tuple[int, int], dim: bool,
           one: Seen) -> int:
    """His suspicion after a tick of seeing `one`."""
    seen, x, y = one
    most = RIM_MOST if seen == RIM else FULL
    if guard.suspicion >= most:
        return guard.suspicion
    return min(most, guard.suspicion + _rate(around, watcher, guard, reach, look, dim, (x, y)))


def _looks_in(around: Round, watcher: Watcher, guard: Guard) -> bool:
    """Whether he is just looking into the place she hides in."""
    if watcher.kind is WatcherKind.SWEEP and sweep.looks_in(around, watcher, guard):
        return True
    if guard.mind is not Mind.SEARCHING or not guard.looks:
        return False
    x, y = guard.looks[0]
    place = next((t for t in around.plan.hides if t.name == around.stage.her.hidden), None)
    if place is None or (place.cell.x, place.cell.y) != (x, y):
        return False
    at_x, at_y = middle((x, y))
    return (at_x - guard.x) ** 2 + (at_y - guard.y) ** 2 <= LOOK_IN * LOOK_IN


def _unseen(guard: Guard) -> None:
    guard.unseen_ticks += 1
    if guard.unseen_ticks >= FORGETS_TICKS:
        guard.seen_ticks = 0
    if guard.suspicion and guard.unseen_ticks > FADES_AFTER_TICKS and guard.mind not in _HOLDS:
        guard.suspicion = max(0, guard.suspicion - FADE)


def _rate(around: Round, watcher: Watcher, guard: Guard, reach: Reach, look: tuple[int, int], dim: bool,
          spot: tuple[int, int]) -> int:
    """Thousandths of a point a tick."""
    her, help_ = around.stage.her, around.world.help
    if watcher.kind is WatcherKind.TOWER:
        ticks = MID_TICKS
    else:
        distance = root((spot[0] - guard.x) ** 2 + (spot[1] - guard.y) ** 2)
        edge = reach.core
        if reach.torch > reach.core and glance(around.screen, Reach(0, torch=reach.torch), (guard.x, guard.y), look,
                                               spot, False) == CORE:
            edge = reach.torch
        ticks = fill_ticks(distance, max(edge, reach.near))
    percent = 150 if her.gait is Gait.RUN and (her.vx or her.vy) else 100
    if dim:
        percent = percent // 2
    if watcher.kind is WatcherKind.TOWER and her.gait is Gait.CRAWL:
        percent = percent // 2
    if guard.seen_ticks <= FIRST_TICKS:
        percent = percent // 2
    percent = percent * around.ease * help_.suspicion_percent * dial(help_.level).suspicion_percent
    return FULL * percent // (ticks * 100_000_000)


def ears(around: Round, guard: Guard, heard: Heard) -> bool:
    """A tick of his ears: a noise makes him look where it came from. Whether it moved him."""
    if not may_rise(around):
        return False
    if guard.unseen_ticks:
        guard.known = heard[:2]
        guard.unseen_ticks = 1
    if guard.suspicion < HEARD:
        guard.suspicion = HEARD
    elif guard.mind is Mind.CURIOUS and guard.mind_ticks <= HEARD_AGAIN_TICKS * 2:
        guard.suspicion = min(FULL - 1, guard.suspicion + HEARD_AGAIN)
        guard.mind_ticks = HEARD_AGAIN_TICKS * 3
    return True
