"""How a watcher searches: to where he last knew her, then into the two nearest hiding places, twelve seconds in all.

In the player's words: the pale figure is where he thinks you are; be somewhere else. A hiding place hides you until he
bends down to look into that very one.
"""

from __future__ import annotations

from game.sim.angles import CIRCLE
from game.sim.errands import head_for
from game.sim.grid import UNITS
from game.sim.plan import Round
from game.sim.room import Watcher, WatcherKind
from game.sim.routes import SEARCH, follow, middle, turn_to
from game.sim.world import NOWHERE, Guard

SEARCH_TICKS = 720
LOOKS_AT = 2                # hiding places
LOOKS_WITHIN = 10 * UNITS
LOOK_TICKS = 60             # he bends down for a second
AT_IT = UNITS * 3 // 2
AGAIN_TICKS = 20            # he sees her elsewhere: a new path at most three times a second
GLANCE_TICKS = 45           # standing about, he turns by 45 degrees so often
_WALKS = (WatcherKind.SOLDIER, WatcherKind.POLICE, WatcherKind.DOG, WatcherKind.SWEEP)
_FIXED_EYES = (WatcherKind.TOWER, WatcherKind.NEIGHBOUR)


def begin_search(around: Round, watcher: Watcher, guard: Guard) -> None:
    """He sets out for where he last knew her; whoever cannot leave his post searches with his eyes."""
    guard.mind_ticks = guard.wait_ticks = 0
    guard.looks.clear()
    guard.path.clear()
    guard.wants = NOWHERE
    if watcher.kind in _WALKS and guard.known != NOWHERE:
        head_for(around, guard, *guard.known)


def look_about(around: Round, watcher: Watcher, guard: Guard) -> bool:
    """A tick of searching; True once he gives it up. `mind_ticks` is 0 until he has come there."""
    if guard.unseen_ticks <= 1 and around.stage.tick % AGAIN_TICKS == 0 and _elsewhere(guard):
        begin_search(around, watcher, guard)
    if guard.unseen_ticks == 0:
        turn_to(guard, *guard.known)
    if guard.mind_ticks == 0:
        if not follow(guard, SEARCH):
            return False
        guard.mind_ticks = SEARCH_TICKS
        guard.looks = _hiding_places(around, guard) if watcher.kind in _WALKS else []
        _go_look(around, guard)
        return False
    guard.mind_ticks -= 1
    if guard.mind_ticks == 0:
        guard.mind_ticks = 1
        return True
    if guard.looks:
        _look_in(around, guard)
    elif guard.unseen_ticks and guard.mind_ticks % GLANCE_TICKS == 0 and watcher.kind not in _FIXED_EYES:
        guard.facing = (guard.facing + 9) % CIRCLE
    return False


def _elsewhere(guard: Guard) -> bool:
    """Whether where he knows her is more than a tile from where he is going."""
    x, y = guard.wants if guard.wants != NOWHERE else (guard.x, guard.y)
    x, y = guard.path[-1] if guard.path and guard.wants == NOWHERE else (x >> 12, y >> 12)
    return abs((guard.known[0] >> 12) - x) > 1 or abs((guard.known[1] >> 12) - y) > 1


def _hiding_places(around: Round, guard: Guard) -> list[tuple[int, int]]:
    """The cells of the nearest hiding places to where he searches, nearest first."""
    x, y = guard.known if guard.known != NOWHERE else (guard.x, guard.y)
    known = around.plan.searched.get(guard.name)  # a sweep looks into no place it cannot know of
    found = []
    for place in around.plan.hides:
        if known is not None and place.name not in known:
            continue
        at_x, at_y = middle(place.cell)
        far = (at_x - x) ** 2 + (at_y - y) ** 2
        if far <= LOOKS_WITHIN * LOOKS_WITHIN:
            found.append((far, place.name, (place.cell.x, place.cell.y)))
    return [cell for _, _, cell in sorted(found)[:LOOKS_AT]]


def _go_look(around: Round, guard: Guard) -> None:
    """He sets out for the next hiding place."""
    guard.wait_ticks = 0
    guard.path.clear()
    guard.wants = NOWHERE
    if guard.looks:
        head_for(around, guard, *middle(guard.looks[0]))


def _look_in(around: Round, guard: Guard) -> None:
    """He walks to a hiding place and looks into it for a second."""
    x, y = middle(guard.looks[0])
    near = (x - guard.x) ** 2 + (y - guard.y) ** 2 <= AT_IT * AT_IT
    if not near and not follow(guard, SEARCH):
        return
    turn_to(guard, x, y)
    guard.wait_ticks += 1
    if guard.wait_ticks >= LOOK_TICKS:
        del guard.looks[0]
        _go_look(around, guard)
