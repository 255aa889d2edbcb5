"""What goes on in a watcher's mind, one tick at a time.

In the player's words:
calm       he walks his round like a clock, or stands his post.
curious    something was there: he stops and looks for three seconds, then walks on.
searching  he goes where he last knew you and looks about for twelve seconds, in the two nearest hiding places too.
trail      he came across your print in the snow and goes the way you went.
challenge  "Who goes there?" Stand, and he comes and asks. You have a second to stop; go on, and he runs.
chase      he runs for where you are; three seconds out of his sight and he has to search.
sent       called somewhere, or drawn by a lamp, a pebble or a whistle: he goes, looks, and comes back.
return     back to his round, to where he would be by now.
His pair knows at once what he knows; others only if they hear him whistle.
"""

from __future__ import annotations

from typing import assert_never

from game.sim import alarm, dog, handover, scout, tower
from game.sim.angles import CIRCLE, angle_of, turned
from game.sim.errands import head_for
from game.sim.grid import UNITS
from game.sim.hearing import Heard
from game.sim.plan import Round, bearing_now
from game.sim.pursuit import GRACE_TICKS, challenge, chase
from game.sim.room import Watcher, WatcherKind
from game.sim.routes import DRIVES, PATROL, SEARCH, TRAIL, TURN_STEPS, VEHICLE, follow, meeting, step_to, turn_to
from game.sim.search import look_about
from game.sim.sight import clear
from game.sim.trail import find_print, next_print
from game.sim.turns import CHASERS, CURIOUS_AT, CURIOUS_TICKS, become, search, turn_back
from game.sim.world import NOWHERE, Guard, Mind

DECOY_RANGE, DECOY_TICKS = 20 * UNITS, 900  # a lamp that should not burn is seen so far, and looked at for 15 s
SENT_TICKS = 240
LURED = (WatcherKind.SOLDIER, WatcherKind.POLICE)
_FREE_TO_GO = (Mind.CALM, Mind.CURIOUS, Mind.RETURN, Mind.SENT)
_TURNED = (WatcherKind.TOWER, WatcherKind.CAMERA)  # these look where their round looks, whatever they saw


def think(around: Round, watcher: Watcher, guard: Guard) -> None:
    """A played tick of his mind, after his eyes and ears have done their work."""
    match guard.mind:
        case Mind.CALM:
            _calm(around, watcher, guard)
        case Mind.OFF:
            pass
        case Mind.RETURN:
            _return(around, watcher, guard)
        case Mind.CURIOUS:
            _curious(around, watcher, guard)
        case Mind.SEARCHING:
            _search(around, watcher, guard)
        case Mind.TRAIL:
            _trail(around, guard)
        case Mind.CHALLENGE:
            if watcher.kind is WatcherKind.SCOUT:
                scout.come_up(around, watcher, guard)
            else:
                challenge(around, watcher, guard)
        case Mind.CHASE:
            chase(around, guard)
        case Mind.SENT:
            _sent(around, watcher, guard)
        case _:
            assert_never(guard.mind)


def stroll(around: Round, watcher: Watcher, guard: Guard) -> None:
    """A tick while a scene goes on: only rounds, ways back and errands are walked."""
    match guard.mind:
        case Mind.CALM:
            _round(around, watcher, guard)
        case Mind.RETURN:
            _return(around, watcher, guard)
        case Mind.SENT:
            _sent(around, watcher, guard)


# Calm ----------------------------------------------------------------------------------------------------
def _round(around: Round, watcher: Watcher, guard: Guard) -> None:
    """Where the clock says. Under alarm waits run twice as fast; what he gained he stands out again later."""
    if guard.leaving:
        _walk_off(around, guard)
        return
    loop, stage = around.plan.loops[guard.name], around.stage
    if (stage.alarm or guard.ahead) and guard.wait_ticks > 1 and len(loop.stretches) > 1:
        guard.ahead += 1 if stage.alarm else -1
    guard.x, guard.y, facing, guard.leg, guard.wait_ticks = loop.at(stage.tick + guard.phase + guard.ahead)
    if facing != guard.facing:
        guard.facing = turned(guard.facing, facing, TURN_STEPS)
    if watcher.kind is WatcherKind.TOWER:
        guard.facing = angle_of(*tower.beam(watcher, stage.tick))


def _walk_off(around: Round, guard: Guard) -> None:
    """He is on his way off duty: an errand to his last post."""
    become(around, guard, Mind.SENT)
    handover.walk_off(around, guard)


def _calm(around: Round, watcher: Watcher, guard: Guard) -> None:
    _round(around, watcher, guard)
    if not (around.prints or around.stage.decoys):
        return
    if guard.mind is Mind.CALM and watcher.kind in CHASERS and not guard.blind_ticks:
        _meet_print(around, watcher, guard)
        _meet_decoy(around, guard)


def _meet_print(around: Round, watcher: Watcher, guard: Guard) -> None:
    nosed = watcher.kind is WatcherKind.DOG
    found = dog.finds_print(around, guard) if nosed else find_print(around.prints, guard)
    if found is not None:
        guard.suspicion = max(guard.suspicion, CURIOUS_AT)
        become(around, guard, Mind.TRAIL)
        guard.print_id, guard.known = found.id, (found.x, found.y)


def _meet_decoy(around: Round, guard: Guard) -> None:
    """A lamp burns where none should: he looks, then goes there."""
    stage = around.stage
    if not stage.decoys or stage.tick % 6:
        return
    for thing in around.room.things:
        if thing.name == guard.decoy or stage.decoys.get(thing.name, 0) <= 0:
            continue
        x, y = (thing.cell[0] << 12) + UNITS // 2, (thing.cell[1] << 12) + UNITS // 2
        near = (x - guard.x) ** 2 + (y - guard.y) ** 2 <= DECOY_RANGE * DECOY_RANGE
        if near and clear(around.screen.solid, around.screen.wide, guard.x, guard.y, x, y):
            guard.decoy, guard.known = thing.name, (x, y)
            become(around, guard, Mind.CURIOUS, GRACE_TICKS)
            guard.looks = [(thing.cell[0], thing.cell[1])]
            return


def meet_lure(around: Round, watcher: Watcher, guard: Guard, heard: Heard) -> bool:
    """What he heard was a thrown pebble or a whistle: he goes there and looks, once for each. Whether it was."""
    if watcher.kind not in LURED or guard.mind not in _FREE_TO_GO or guard.leaving:
        return False
    x, y, _ = heard
    lure = next((lure for lure in around.stage.lures if (lure.x, lure.y) == (x, y) and lure.number > guard.lured), None)
    if lure is None:
        return False
    guard.lured, guard.known = lure.number, (x, y)
    guard.suspicion = max(guard.suspicion, CURIOUS_AT)
    become(around, guard, Mind.SENT, SENT_TICKS)
    head_for(around, guard, x, y)
    return True


# Away from the round -------------------------------------------------------------------------------------
def _curious(around: Round, watcher: Watcher, guard: Guard) -> None:
    window = watcher.kind is WatcherKind.NEIGHBOUR and len(watcher.route) == 1
    if guard.known != NOWHERE and watcher.kind not in _TURNED and not window:
        turn_to(guard, *guard.known)
    if guard.unseen_ticks == 0 and not guard.looks:
        guard.mind_ticks = CURIOUS_TICKS
    guard.mind_ticks -= 1
    if guard.mind_ticks > 0:
        return
    if guard.looks:  # a lamp
        x, y = guard.known
        become(around, guard, Mind.SENT, DECOY_TICKS)
        head_for(around, guard, x, y)
    else:
        turn_back(around, guard)


def _search(around: Round, watcher: Watcher, guard: Guard) -> None:
    if look_about(around, watcher, guard):
        turn_back(around, guard)


def _trail(around: Round, guard: Guard) -> None:
    """From print to print, until they end or the ground does not bear."""
    x, y = guard.known
    grid = bearing_now(around.plan, around.stage)
    at = (y >> 12) * grid.width + (x >> 12)
    if grid.blocked[at]:
        search(around, guard)
    elif step_to(guard, x, y, TRAIL):
        found = next_print(around.stage, guard)
        if found is None:
            search(around, guard)
        else:
            guard.print_id, guard.known = found.id, (found.x, found.y)


def _sent(around: Round, watcher: Watcher, guard: Guard) -> None:
    if not follow(guard, VEHICLE if watcher.kind in DRIVES else SEARCH if not guard.leaving else PATROL):
        return
    if guard.leaving:
        handover.go_off(around, guard)
        return
    if guard.mind_ticks == alarm.HOLDS:
        if around.stage.alarm < alarm.MOST:
            turn_back(around, guard)
        return
    guard.mind_ticks -= 1
    if guard.mind_ticks % 60 == 0:
        guard.facing = (guard.facing + 9) % CIRCLE
    if guard.mind_ticks <= 0:
        turn_back(around, guard)


def _return(around: Round, watcher: Watcher, guard: Guard) -> None:
    """He walks to where his round will be when he gets there, and falls in."""
    if guard.leaving:
        _walk_off(around, guard)
        return
    loop, tick = around.plan.loops[guard.name], around.stage.tick + guard.phase + guard.ahead
    speed = VEHICLE if watcher.kind in DRIVES else SEARCH
    x, y, *_ = loop.at(tick)
    if (x - guard.x) ** 2 + (y - guard.y) ** 2 <= speed * speed:
        become(around, guard, Mind.CALM)
        _round(around, watcher, guard)
        return
    guard.mind_ticks -= 1
    if not guard.path and guard.wants == NOWHERE and guard.mind_ticks <= 0:
        goal_x, goal_y, guard.mind_ticks = meeting(loop, guard, tick, speed)
        head_for(around, guard, goal_x, goal_y)
        if not guard.path and guard.wants == NOWHERE:
            step_to(guard, goal_x, goal_y, speed)
    follow(guard, speed)
