"""The dog team: a soldier, and before him on the leash a dog that smells her down the wind.

In the player's words: the dotted plume is where the dog smells you, and it lies up the wind from the dog: stay on the
other side. First it barks, then it pulls its soldier to you; smelling is not seeing, and he has to see you to be sure.
It finds your prints three cells wide, and loses them on ice and stones. A piece of bread keeps it busy for twenty
seconds, once: the second time it remembers whose dog it is.
"""

from __future__ import annotations

from game.sim.angles import CIRCLE, DIRECTIONS
from game.sim.errands import head_for
from game.sim.events import Sounded
from game.sim.grid import UNITS, Cell
from game.sim.levels import dial
from game.sim.plan import Round
from game.sim.room import Watcher
from game.sim.sight import Point, blocked_at, within
from game.sim.trail import FRESH_TICKS
from game.sim.turns import become
from game.sim.world import POINT, Guard, Mind, Print

NOSE_HALF = 6                # steps to each side of straight up the wind: 30 degrees
BARK_RADIUS = 10 * UNITS
BARKS_AT = 30 * 100          # `heed`, hundredths of ticks: half a second of scent
MOST_HEED = 90 * 100
RATE, MOST = 12 * POINT // 60, 75 * POINT  # a second of scent is 12 points; it makes him search, never sure
BREAD = "bread"
EAT_TICKS = 1200
_BUSY = (Mind.CHALLENGE, Mind.CHASE, Mind.OFF)


def place(around: Round, guard: Guard) -> Point:
    """Where the dog is: a cell before its soldier, or at his feet where a wall is."""
    dx, dy = DIRECTIONS[guard.facing]
    x, y = guard.x + dx, guard.y + dy
    return (x, y) if around.room.walls.free(Cell(x >> 12, y >> 12)) else (guard.x, guard.y)


def upwind(around: Round) -> Point:
    """Where the wind comes from, a vector 4096 long."""
    return DIRECTIONS[(around.room.wind_angle + CIRCLE // 2) % CIRCLE]


def nose(watcher: Watcher) -> int:
    """How far it smells, in units."""
    return watcher.smells_cells * UNITS


def sniffs(around: Round, guard: Guard) -> bool:
    """Whether it has its nose free: on duty, not bribed with its soldier, not eating or called away."""
    return guard.mind not in (Mind.OFF, Mind.SENT) and not guard.blind_ticks and not guard.leaving


def smells(around: Round, watcher: Watcher, guard: Guard, x: int, y: int) -> bool:
    """Whether it would smell somebody at (x, y). Walls stop the scent; a hiding place does not."""
    at, wind, far = place(around, guard), upwind(around), nose(watcher)
    dx, dy = x - at[0], y - at[1]
    if dx * dx + dy * dy > far * far:
        return False
    ahead = wind[0] * dx + wind[1] * dy
    if ahead < 0 or not within(abs(wind[0] * dy - wind[1] * dx), ahead, NOSE_HALF):
        return False
    return blocked_at(around.screen.solid, around.screen.wide, *at, x, y) is None


def sniff(around: Round, watcher: Watcher, guard: Guard, may_rise: bool) -> bool:
    """A tick of its nose: scent gathers, it barks, it pulls. Whether it smells her."""
    her, help_ = around.stage.her, around.world.help
    if not sniffs(around, guard) or not smells(around, watcher, guard, her.x, her.y):
        guard.heed = max(0, guard.heed - 50)
        return False
    if not may_rise:
        return False
    percent = help_.suspicion_percent * dial(help_.level).suspicion_percent // 100
    before, guard.heed = guard.heed, min(MOST_HEED, guard.heed + percent)
    if guard.heed < BARKS_AT:
        return False
    if before < BARKS_AT:
        around.told.append(Sounded("dog_bark", *place(around, guard), BARK_RADIUS, guard.name))
    if guard.unseen_ticks:
        guard.known, guard.unseen_ticks = (her.x, her.y), 1
    if guard.suspicion < MOST:
        guard.suspicion = min(MOST, guard.suspicion + RATE * percent // 100)
    return True


def finds_print(around: Round, guard: Guard) -> Print | None:
    """The newest print about the dog that it has not followed yet."""
    if not around.prints:
        return None
    x, y = (part >> 12 for part in place(around, guard))
    near = (around.prints.get((x + dx, y + dy)) for dy in (-1, 0, 1) for dx in (-1, 0, 1))
    fresh = [found for found in near if found is not None and found.id > guard.print_id
             and found.ticks_left >= FRESH_TICKS]
    return max(fresh, key=lambda found: found.id, default=None)


def go_eat(around: Round, watcher: Watcher, guard: Guard) -> None:
    """Bread within its nose, from any side: it drags its soldier there, once."""
    if not around.stage.lures or guard.fed or guard.mind in _BUSY or guard.leaving:
        return
    x, y = place(around, guard)
    far = nose(watcher)
    for lure in around.stage.lures:
        if lure.what == BREAD and (lure.x - x) ** 2 + (lure.y - y) ** 2 <= far * far:
            guard.fed, guard.lured, guard.heed = True, lure.number, 0
            become(around, guard, Mind.SENT, EAT_TICKS)
            head_for(around, guard, lure.x, lure.y)
            return
