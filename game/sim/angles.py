"""Directions in whole numbers: a circle of 72 steps of 5 degrees, 0 = east, clockwise on screen (18 = south).

Vectors of the tables are 4096 long. No floats, no library trigonometry: a direction is the same on every machine.
"""

from __future__ import annotations

from bisect import bisect_right

CIRCLE = 72
LONG = 4096  # length of a direction vector

# sin of 0, 5, ... 90 degrees, times 4096
_QUARTER = (0, 357, 711, 1060, 1401, 1731, 2048, 2349, 2633, 2896, 3138, 3355, 3547, 3712, 3849, 3956, 4034, 4080, 4096)
# tan of 2.5, 7.5, ... 42.5 degrees, times 4096: where one step of the first eighth gives way to the next
_BORDERS = (179, 539, 908, 1291, 1695, 2132, 2610, 3143, 3753)


def _sine(step: int) -> int:
    step %= CIRCLE
    if step >= 36:
        return -_sine(step - 36)
    return _QUARTER[step] if step <= 18 else _QUARTER[36 - step]


SINES: tuple[int, ...] = tuple(_sine(step) for step in range(CIRCLE))
DIRECTIONS: tuple[tuple[int, int], ...] = tuple((_sine(step + 18), _sine(step)) for step in range(CIRCLE))


def root(n: int) -> int:
    """The whole part of the square root of `n` (0 or more), by Newton's steps from above."""
    if n < 2:
        return n
    guess = 1 << ((n.bit_length() + 1) >> 1)
    while (better := (guess + n // guess) >> 1) < guess:
        guess = better
    return guess


def angle_of(dx: int, dy: int) -> int:
    """The step, 0 to 71, nearest to the direction (dx, dy); 0 for no direction at all."""
    wide, tall = abs(dx), abs(dy)
    if wide >= tall:
        step = bisect_right(_BORDERS, tall * LONG // wide) if wide else 0
    else:
        step = 18 - bisect_right(_BORDERS, wide * LONG // tall)
    if dx < 0:
        step = 36 - step
    return (-step if dy < 0 else step) % CIRCLE


def turned(facing: int, wanted: int, most: int) -> int:
    """`facing` turned toward `wanted` the short way round, by at most `most` steps."""
    gap = (wanted - facing + 36) % CIRCLE - 36
    return (facing + max(-most, min(most, gap))) % CIRCLE


def spun(x: int, y: int, steps: int) -> tuple[int, int]:
    """The vector (x, y) turned clockwise by `steps`."""
    cos, sin = DIRECTIONS[steps % CIRCLE]
    return (x * cos - y * sin) >> 12, (x * sin + y * cos) >> 12
