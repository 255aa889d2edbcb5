"""The alarm of a map, 0 to 3: it rises with each scare and falls again while nobody sees her.

In the player's words: at 1 they stop idling at their posts; at 2 every lantern is lit; at 3 soldiers go and stand at
the ways out. A minute unseen brings it down by one. Waiting alone never raises it.
"""

from __future__ import annotations

from game.sim.errands import head_for
from game.sim.events import AlarmChanged, Noticed
from game.sim.plan import Round
from game.sim.room import WatcherKind
from game.sim.world import Guard, Mind
from game.story.runtime import open_ways

MOST = 3
FALLS_TICKS = 3600  # one step down after 60 s unseen
HOLDS = -1            # `mind_ticks` of one who stands at a way out until the alarm falls
ONE_SCARE_TICKS = 180  # what follows within 3 s is the same scare
_GOES = (WatcherKind.SOLDIER, WatcherKind.POLICE)


def scare(around: Round) -> None:
    """Raise the alarm by one, once for one scare."""
    stage = around.stage
    if stage.alarm < MOST and (stage.alarm == 0 or stage.alarm_ticks >= ONE_SCARE_TICKS):
        around.told.append(AlarmChanged(stage.alarm, stage.alarm + 1))
        stage.alarm += 1
        if stage.alarm == MOST:
            guard_exits(around)
    stage.alarm_ticks = 0


def pass_tick(around: Round) -> None:
    """Let the alarm fall while nobody sees her."""
    stage = around.stage
    if stage.alarm == 0:
        return
    stage.alarm_ticks = 0 if around.seen_by else stage.alarm_ticks + 1
    if stage.alarm_ticks >= FALLS_TICKS:
        around.told.append(AlarmChanged(stage.alarm, stage.alarm - 1))
        stage.alarm -= 1
        stage.alarm_ticks = 0


def guard_exits(around: Round) -> None:
    """Send the nearest free soldier to each open way out, half of the soldiers at most."""
    free = [guard for guard in around.stage.guards.values()
            if around.plan.watchers[guard.name].kind in _GOES and guard.mind in (Mind.CALM, Mind.RETURN)]
    most = (len(free) + 1) // 2
    for x, y in exits(around)[:most]:
        nearest = min(free, key=lambda guard: (guard.x - x) ** 2 + (guard.y - y) ** 2)
        free.remove(nearest)
        _post(around, nearest, x, y)


def exits(around: Round) -> list[tuple[int, int]]:
    """The middles, in units, of the areas she may leave by, in story order."""
    areas = {area.name: area for area in around.room.areas}
    ways = open_ways(around.world.lore.book, around.world.tale)
    return [((area.left << 12) + (area.width << 11), (area.top << 12) + (area.height << 11))
            for way in ways if way.verb == "reach" and (area := areas.get(way.target)) is not None]


def _post(around: Round, guard: Guard, x: int, y: int) -> None:
    """He goes there and stands until the alarm falls."""
    around.told.append(Noticed(guard.name, guard.mind, Mind.SENT))
    guard.mind = Mind.SENT
    guard.looks.clear()
    guard.mind_ticks = HOLDS
    head_for(around, guard, x, y)
