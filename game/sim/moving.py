"""How her body moves: speed, walls, corners, breath.

Her body is a box of 10/16 by 6/16 tile around the place of her feet, so a gap one tile wide always lets her through.
"""

from __future__ import annotations

from math import isqrt

from game.sim.grid import UNITS, Cell, Grid
from game.sim.intents import Gait, Move
from game.sim.world import FULL, Her

HALF_WIDTH = UNITS * 5 // 16
HALF_HEIGHT = UNITS * 3 // 16
SLIP = UNITS * 5 // 16  # five pixels

# Units a tick, straight and diagonal: 3.0, 1.6, 4.8 and 0.9 tiles a second.
SPEEDS: dict[Gait, tuple[int, int]] = {
    Gait.WALK: (205, 145), Gait.CROUCH: (109, 77), Gait.RUN: (328, 232), Gait.CRAWL: (61, 43),
}
BRANCH_TENTHS, CARRYING_TENTHS = 6, 7  # of her speed, dragging a branch or carrying somebody
SAFE_WALK = (300, 212)  # 4.4 tiles a second, where nobody watches
STRIDES: dict[Gait, int] = {Gait.WALK: 3072, Gait.CROUCH: 2560, Gait.RUN: 3584, Gait.CRAWL: 2458}

FULL_PACE = 12
FASTER, SLOWER = 3, 4  # full speed in 4 ticks, still in 3
BREATH_LOST = 333      # a tick of running: five seconds of it
BREATH_WON = 167
BREATH_BACK = FULL // 5


def walk(grid: Grid, her: Her, ask: Move, watched: bool) -> bool:
    """Move her one tick. `grid` is what stops feet. True if a foot came down (a step is heard and seen)."""
    if ask.dx or ask.dy:
        her.gait = _breathe(her, ask.gait, True)
        her.still_ticks = 0
        her.pace = min(FULL_PACE, her.pace + FASTER)
        straight, diagonal = SAFE_WALK if her.gait is Gait.WALK and not watched else SPEEDS[her.gait]
        speed = (diagonal if ask.dx and ask.dy else straight) * _tenths(her) * her.pace // (10 * FULL_PACE)
        her.vx, her.vy = ask.dx * speed, ask.dy * speed
        her.facing = facing(ask.dx, ask.dy)
    else:
        _slow_down(her)
        her.gait = _breathe(her, ask.gait if not her.pace else her.gait, False)
    before = her.x, her.y
    her.x, her.y = slide(grid, her.x, her.y, her.vx, her.vy)
    return _stride(her, her.x - before[0], her.y - before[1])


def _tenths(her: Her) -> int:
    """What she drags or carries leaves of her speed, in tenths."""
    return min(BRANCH_TENTHS if her.branch else 10, CARRYING_TENTHS if her.carries else 10)


def _slow_down(her: Her) -> None:
    if her.pace <= SLOWER:
        her.vx = her.vy = her.pace = 0
        her.still_ticks += 1
        return
    slower = her.pace - SLOWER
    her.vx = _share(her.vx, slower, her.pace)
    her.vy = _share(her.vy, slower, her.pace)
    her.pace = slower


def _share(value: int, part: int, whole: int) -> int:
    """Value * part / whole, toward zero."""
    return value * part // whole if value >= 0 else -(-value * part // whole)


def _breathe(her: Her, gait: Gait, moving: bool) -> Gait:
    """Breath spent or won; who has none left walks until a fifth of it is back, and so does who carries somebody."""
    if gait is Gait.RUN and moving and not her.winded and not her.carries:
        her.stamina = max(0, her.stamina - BREATH_LOST)
        her.winded = her.stamina == 0
        return gait
    her.stamina = min(FULL, her.stamina + BREATH_WON)
    her.winded = her.winded and her.stamina < BREATH_BACK
    return Gait.WALK if gait is Gait.RUN else gait


def _stride(her: Her, dx: int, dy: int) -> bool:
    her.stride += isqrt(dx * dx + dy * dy)
    if her.stride < STRIDES[her.gait]:
        return False
    her.stride -= STRIDES[her.gait]
    return True


def facing(dx: int, dy: int) -> int:
    """The angle (of 72) of one of the eight directions; y goes down, so angles go clockwise on screen."""
    return _FACING[(dx, dy)]


_FACING = {(1, 0): 0, (1, 1): 9, (0, 1): 18, (-1, 1): 27, (-1, 0): 36, (-1, -1): 45, (0, -1): 54, (1, -1): 63}


def slide(grid: Grid, x: int, y: int, vx: int, vy: int) -> tuple[int, int]:
    """Where a body at (x, y) comes to by moving (vx, vy): along walls, and around corners it barely touches."""
    new_x = _along(grid, x, y, vx, True)
    new_y = _along(grid, y, new_x, vy, False)
    if vx and not vy and new_x == x:
        new_y = _slip(grid, x, y, vx, True)
    elif vy and not vx and new_y == y:
        new_x = _slip(grid, y, x, vy, False)
    return new_x, new_y


def _along(grid: Grid, at: int, across: int, speed: int, level: bool) -> int:
    """Move along one axis (`level`: x) as far as no blocked cell is entered; the new coordinate."""
    if not speed:
        return at
    half, side = (HALF_WIDTH, HALF_HEIGHT) if level else (HALF_HEIGHT, HALF_WIDTH)
    line = (at + half - 1 + speed if speed > 0 else at - half + speed) // UNITS
    for row in ((across - side) // UNITS, (across + side - 1) // UNITS):
        if not grid.free(Cell(line, row) if level else Cell(row, line)):
            return line * UNITS - half if speed > 0 else (line + 1) * UNITS + half
    return at + speed


def _slip(grid: Grid, at: int, across: int, speed: int, level: bool) -> int:
    """Stopped straight ahead: if only an edge of her catches a corner, go sideways around it."""
    half, side = (HALF_WIDTH, HALF_HEIGHT) if level else (HALF_HEIGHT, HALF_WIDTH)
    line = (at + half if speed > 0 else at - half - 1) // UNITS
    low, high = (across - side) // UNITS, (across + side - 1) // UNITS
    free_low, free_high = (grid.free(Cell(line, row) if level else Cell(row, line)) for row in (low, high))
    if free_low == free_high:
        return across
    caught = across + side - high * UNITS if free_low else (low + 1) * UNITS - (across - side)
    if caught > SLIP:
        return across
    step = min(caught, abs(speed))
    return _along(grid, across, at, -step if free_low else step, not level)
