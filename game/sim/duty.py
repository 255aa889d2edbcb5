"""Who is called out: by the level of the game, by the alarm of the map, by a telephone that spoke too long.

In the player's words: some come only when it has gone wrong. You hear them set out - a bark, an engine, a whistle -
ten seconds before they are there, and when it has been quiet long enough they go again.
"""

from __future__ import annotations

from game.sim.events import Sounded
from game.sim.levels import posted
from game.sim.plan import Round
from game.sim.room import Watcher, WatcherKind
from game.sim.world import POINT, Guard, Mind, Stage, World

TRACE_CALLS = 80 * POINT  # of the trace of her call: from here on those come who look for the telephone
_SETS_OUT = {WatcherKind.DOG: "dog_far", WatcherKind.VEHICLE: "engine_start", WatcherKind.VAN: "engine_start",
             WatcherKind.SWEEP: "engine_start", WatcherKind.INFORMER: ""}


def wanted(world: World, stage: Stage, watcher: Watcher) -> bool:
    """Whether the level has him, and what brings him is so now. The clock is not asked."""
    if not posted(world.help.level, watcher):
        return False
    what, _, number = watcher.comes.partition(" ")
    match what:
        case "alarm":
            return stage.alarm >= int(number or 1)
        case "trace":
            # whoever set out looks on as long as anything of the trace is left
            guard = stage.guards.get(watcher.name)
            out = guard is not None and (guard.mind is not Mind.OFF or guard.mind_ticks > 0)
            return world.tale.trace >= TRACE_CALLS or (out and world.tale.trace > 0)
        case _:
            return True


def set_out(around: Round, watcher: Watcher, guard: Guard) -> None:
    """What is heard as somebody called sets out, from where he will come."""
    name = _SETS_OUT.get(watcher.kind, "whistle")
    if name:
        x, y, *_ = around.plan.loops[watcher.name].at(0)
        around.told.append(Sounded(name, x, y, 0, guard.name))
