"""The informer in plain clothes: no cone, good shoes. He knows faces and listens.

In the player's words: within three cells he sees your face and hears your talk; the ring around him fills while he
does. Then he comes after you, and says your last word again. Then he goes to tell. Leave before that, or walk among
people, or talk to him and let him carry the wrong place.
"""

from __future__ import annotations

from game.sim import minds, reports
from game.sim.errands import head_for
from game.sim.events import Sounded
from game.sim.grid import UNITS
from game.sim.levels import dial
from game.sim.plan import Round
from game.sim.room import Watcher
from game.sim.routes import PATROL, follow, middle, turn_to
from game.sim.sight import blocked_at
from game.sim.turns import become, turn_back
from game.sim.world import Guard, Mind

KNOWS = 3 * UNITS            # faces and talk
FOLLOWS_AT, TELLS_AT = 180 * 100, 900 * 100  # `heed`, hundredths of ticks: three seconds of her face, fifteen
GOES_TICKS = 300             # however near it is: five seconds until he has told
TALK_HEED = 240 * 100        # what he overhears counts like four seconds
FORGETS = 50                 # a tick away from her
KEEPS_OFF, LOSES = 2 * UNITS, 9 * UNITS
REPATH_TICKS = 20
JUST_SPOKE = 59              # `calm_ticks` in the first tick after a scene
BESIDE = UNITS * 2           # whom she talked with stands so near
_ROUND = (Mind.CALM, Mind.RETURN, Mind.CURIOUS)


def knows(around: Round, guard: Guard, x: int, y: int) -> bool:
    """Whether he makes out a face, or hears talk, at (x, y)."""
    if guard.mind is Mind.OFF or guard.blind_ticks or (x - guard.x) ** 2 + (y - guard.y) ** 2 > KNOWS * KNOWS:
        return False
    return blocked_at(around.screen.solid, around.screen.wide, guard.x, guard.y, x, y) is None


def mind(around: Round, watcher: Watcher, guard: Guard, may_rise: bool) -> None:
    """A tick of his."""
    if guard.heed >= TELLS_AT:
        _tells(around, watcher, guard)
        return
    if not guard.reported and not guard.leaving:
        _minds_her(around, watcher, guard, may_rise)
    if guard.mind is Mind.TRAIL:
        _goes_after(around, guard)
    elif guard.heed < TELLS_AT:
        minds.think(around, watcher, guard)


def _minds_her(around: Round, watcher: Watcher, guard: Guard, may_rise: bool) -> None:
    her = around.stage.her
    if _talked_near(around, guard):
        guard.heed = min(TELLS_AT - 1, guard.heed + TALK_HEED)
    elif not her.hidden and knows(around, guard, her.x, her.y):
        if may_rise:
            help_ = around.world.help
            guard.heed += help_.suspicion_percent * dial(help_.level).suspicion_percent * around.ease // 10_000
    else:
        guard.heed = max(0, guard.heed - FORGETS)
    if guard.heed >= TELLS_AT:
        become(around, guard, Mind.SENT)
        head_for(around, guard, *middle(watcher.route[-1].cell))
    elif guard.heed >= FOLLOWS_AT and guard.mind in _ROUND:
        become(around, guard, Mind.TRAIL)
        around.told.append(Sounded("murmur", guard.x, guard.y, KNOWS, guard.name))


def _talked_near(around: Round, guard: Guard) -> bool:
    """Whether she has just ended a talk with somebody, within his hearing. With himself is another matter."""
    stage, her = around.stage, around.stage.her
    if her.calm_ticks != JUST_SPOKE or not knows(around, guard, her.x, her.y):
        return False
    others = [(folk.x, folk.y) for folk in stage.folk.values()]
    others += [(g.x, g.y) for g in stage.guards.values() if g is not guard and g.mind is not Mind.OFF]
    return any((x - her.x) ** 2 + (y - her.y) ** 2 <= BESIDE * BESIDE for x, y in others)


def overhears(around: Round, guard: Guard) -> None:
    """A tick in which she speaks into a telephone."""
    her = around.stage.her
    if not guard.reported and guard.heed < TELLS_AT and knows(around, guard, her.x, her.y):
        guard.heed = min(TELLS_AT - 1, guard.heed + 100)


def _goes_after(around: Round, guard: Guard) -> None:
    """He strolls where she is, never quite up to her."""
    her = around.stage.her
    guard.mind_ticks += 1
    far = (her.x - guard.x) ** 2 + (her.y - guard.y) ** 2
    if guard.heed == 0 or far > LOSES * LOSES:
        turn_back(around, guard)
    elif far > KEEPS_OFF * KEEPS_OFF:
        if guard.mind_ticks % REPATH_TICKS == 1:
            head_for(around, guard, her.x, her.y)
        follow(guard, PATROL)
    else:
        guard.path.clear()
        turn_to(guard, her.x, her.y)


def _tells(around: Round, watcher: Watcher, guard: Guard) -> None:
    """He walks to where he tells; a scene that calms him on the way stops it."""
    if guard.mind is not Mind.SENT:
        guard.heed = 0
        return
    guard.mind_ticks += 1
    if follow(guard, PATROL) and guard.mind_ticks >= GOES_TICKS:
        guard.heed = 0
        reports.keep(around, watcher)
        reports.report(around, guard)
        turn_back(around, guard)
