"""The long wall of flats behind the courtyard in Yanji: pieces 6 cells wide that join, and the stairs' doorways."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import Thing, drawn
from tools.art.noise import fbm
from tools.art.palette import index
from tools.art.things_front import Front, air_box, render, window

WIDE, TALL = 96, 48
"""Of a piece, px: it fills three rows of wall from their snowed lid to the ground."""


def _wall(seed: int) -> Front:
    """Rendered panels over a base of tarred brick, a drift along its foot; what is above is out of the picture."""
    image = render(TALL, WIDE, "metal", 0.40, 7)
    front = Front(image, WIDE // 2, TALL - 1)
    x = np.arange(WIDE)
    for v, step in ((23, 2), (22, 5)):
        image[TALL - 1 - v] = index("metal", step)
    image[:, 0] = index("metal", 2)
    image[:, 1] = index("metal", 5)
    brick = render(9, WIDE, "wood", 0.30, seed + 3, 0)
    for row in range(9):
        for column in range(WIDE):
            if row % 3 == 2 or (column + 4 * (row // 3 % 2)) % 9 == 0:
                brick[row, column] = index("wood", 1)
    image[TALL - 9 :] = brick
    image[TALL - 10] = index("metal", 6)
    drift = 1.5 + 4.0 * fbm(x / 14, x * 0, 2, seed)
    for column in x:
        deep = int(drift[column])
        image[TALL - deep :, column] = index("snow", 5)
        image[TALL - deep, column] = index("snow", 7)
    image[TALL - 1] = index("snow", 3)
    return front


def _pipe(front: Front, u: int) -> None:
    """A rain pipe with its clamps, ice at its mouth."""
    front.fill(u, 3, u, TALL, "metal", 6)
    front.fill(u + 1, 3, u + 1, TALL, "metal", 2)
    for v in (12, 26, 40):
        front.fill(u - 1, v, u + 2, v, "metal", 2)
    front.fill(u - 1, 0, u + 2, 2, "ice", 7)
    front.dots([(u, 3), (u + 1, 3), (u - 2, 0)], "ice", 8)


def _gas(front: Front, left: int, right: int, v: int) -> None:
    """The yellow gas pipe that goes from kitchen to kitchen."""
    front.fill(left, v, right, v, "reed", 6)
    front.fill(left, v - 1, right, v - 1, "reed", 3)


def _balcony(front: Front, left: int, right: int, lit: bool) -> None:
    """A glazed balcony seen from below its sill: panes, cabbages along the ledge, a sheet frozen over the rail."""
    front.fill(left, 24, right, 47, "metal", 3)
    front.fill(left, 24, right, 32, "wood", 4)
    for u in range(left + 3, right, 6):
        front.fill(u, 24, u, 31, "wood", 3)
    front.fill(left + 1, 34, right - 1, 47, "skin" if lit else "coat", 6 if lit else 1)
    if lit:
        front.fill(left + 2, 40, right - 2, 46, "reed", 8)
        front.fill(left + 1, 34, right - 1, 35, "skin", 5)
    for u in range(left, right + 1, 8):
        front.fill(u, 33, u, 47, "snow", 4)
    front.fill(left, 40, right, 40, "snow", 4)
    for number, u in enumerate(range(left + 3, right - 3, 5)):
        front.fill(u, 34, u + 3, 36, "olive", 5 + number % 2)
        front.fill(u + 1, 36, u + 2, 36, "olive", 8)
    front.fill(left - 1, 33, right + 1, 33, "snow", 8)
    front.fill(left, 23, right, 23, "coat", 1)


def flats(kind: str) -> Thing:
    """``a``: lit kitchens; ``b``: a balcony; ``c``: a meter box and stickers; ``d``: mostly dark."""
    front = _wall(ord(kind))
    if kind == "a":
        window(front, -40, 14, -27, 22 + 6, "warm", True)
        window(front, -12, 14, 1, 28, "", True)
        window(front, -42, 38, -25, 47, "")
        window(front, -14, 38, 3, 47, "curtain")
        air_box(front, 10, 28)
        window(front, 28, 14, 41, 28, "curtain", True)
        window(front, 27, 38, 42, 47, "warm")
        _gas(front, -48, 47, 34)
    elif kind == "b":
        _balcony(front, -42, -4, True)
        window(front, -38, 12, -25, 20, "", True)
        window(front, -16, 12, -7, 20, "")
        _pipe(front, 6)
        window(front, 16, 14, 29, 28, "white", True)
        window(front, 15, 38, 30, 47, "")
        air_box(front, 34, 36)
        _gas(front, 8, 47, 34)
    elif kind == "c":
        window(front, -42, 14, -31, 28, "")
        window(front, -43, 38, -30, 47, "warm")
        _pipe(front, -22)
        front.fill(-12, 14, 0, 26, "snow", 4)
        front.frame(-12, 14, 0, 26, "metal", 2)
        for u in (-10, -6, -2):
            front.fill(u, 18, u + 1, 22, "metal", 3)
            front.dots([(u, 23)], "lamp", 6)
        for u, v, material, step in ((6, 12, "snow", 7), (10, 15, "reed", 7), (7, 18, "rose", 5), (12, 11, "snow", 6),
                (15, 17, "snow", 7)):
            front.fill(u, v, u + 2, v + 3, material, step)
            front.fill(u, v + 1, u + 2, v + 1, material, step - 3)
        window(front, 24, 14, 37, 28, "curtain", True)
        window(front, 8, 38, 21, 47, "")
        window(front, 30, 38, 43, 47, "")
        air_box(front, -12, 33)
    else:
        window(front, -40, 14, -27, 28, "", True)
        window(front, -42, 38, -25, 47, "")
        _balcony(front, -12, 22, False)
        window(front, -8, 12, 3, 20, "")
        window(front, 30, 14, 43, 28, "warm", True)
        window(front, 29, 38, 44, 47, "curtain")
        _pipe(front, 26)
        _gas(front, -48, -14, 34)
    return drawn(front.image, (front.x, front.y))


def entrance(number: int) -> Thing:
    """A stairwell's doorway: concrete frame, a snowed slab over it, a bulb, its number in red, the dark within."""
    image = np.full((50, 52), 255, dtype=np.uint8)
    front = Front(image, 26, 49)
    front.fill(-21, 0, 21, 42, "metal", 4)
    front.fill(-17, 0, 17, 39, "wood", 1)
    front.fill(-17, 30, 17, 39, "wood", 2)
    for v, half in ((38, 5), (37, 7), (36, 8), (35, 6)):
        front.fill(-half, v, half, v, "skin", 3)
    front.fill(-1, 35, 1, 37, "reed", 8)
    front.dots([(0, 36)], "reed", 9)
    front.fill(-21, 0, -21, 42, "metal", 6)
    front.fill(-18, 0, -18, 39, "metal", 2)
    front.fill(18, 0, 18, 39, "metal", 3)
    front.fill(21, 0, 21, 42, "metal", 2)
    front.fill(-25, 40, 25, 44, "metal", 4)
    front.fill(-25, 40, 25, 40, "metal", 1)
    front.fill(-25, 44, 25, 45, "snow", 7)
    front.fill(-24, 46, 24, 46, "snow", 8)
    front.fill(-18, 47, 12, 47, "snow", 7)
    for u, long in ((-22, 3), (-15, 5), (-13, 2), (-4, 3), (6, 2), (9, 4), (17, 3), (23, 4)):
        front.fill(u, 40 - long, u, 39, "ice", 7)
    front.fill(-3, 41, 3, 43, "snow", 6)
    for u in range(number):
        front.fill(u * 2 - number + 1, 41, u * 2 - number + 1, 43, "rose", 4)
    for side in (-20, 20):
        front.dots([(side, v) for v in (14, 15, 24)], "snow", 6)
        front.dots([(side, v) for v in (16, 17, 25)], "rose", 4)
    return drawn(image, (26, 49))


THINGS: dict[str, Callable[[], Thing]] = {
    **{f"flats_{kind}": partial(flats, kind) for kind in "abcd"},
    "entrance_a": partial(entrance, 1), "entrance_b": partial(entrance, 3),
}  # fmt: skip
