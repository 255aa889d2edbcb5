"""Between the courtyard and the market street: the sheds of the house and the arch with its bulbs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.art.model import Thing, made, part
from tools.art.noise import fbm
from tools.art.palette import NOTHING
from tools.art.shapes import box, capsule, cut, cylinder, ellipsoid
from tools.art.sheet import Indices
from tools.art.things_front import Front, render
from tools.art.things_shops import drifts


def coal_shed() -> Thing:
    """The sheds of the house, 6 cells: a low row of plank doors with padlocks and numbers, tyres on the snowed roof."""
    parts = [
        part(box((0, -11, 15), (48, 11, 15)), "wood", 1.2), part(box((0, -10, 31), (49, 12.6, 1.4)), "wood", 0.9, True),
        part(cut(cylinder((-24, -11, 32), 3.4, 7.6), cylinder((-24, -11, 31), 6, 3.8)), "coat", 0.9, True),
        part(capsule((2, -16, 33), (22, -7, 33), 1.2), "wood", 1.1, True),
        part(box((34, -12, 34), (8, 4, 2.4), 0.4), "wood", 1.0, True),
    ]

    def paint(image: Indices, x: int, y: int) -> None:
        drifts(image[: y - 22], 5)
        front = Front(image, x, y)
        image[y - 22 : y + 1, x - 48 : x + 48] = render(23, 96, "wood", 0.30, 5, 0)
        for number, left in enumerate(range(-45, 40, 15)):
            front.fill(left, 0, left + 11, 19, "wood", 3 + number % 2)
            for u in range(left + 2, left + 11, 3):
                front.fill(u, 0, u, 19, "wood", 2)
            front.fill(left, 14, left + 11, 15, "wood", 4 + number % 2)
            front.fill(left, 5, left + 11, 6, "wood", 4 + number % 2)
            front.fill(left + 9, 9, left + 10, 11, "reed" if number % 2 else "metal", 6)
            front.dots([(left + 4, 17), (left + 5, 17), (left + 4 + number % 2, 18)], "snow", 6)
        front.fill(-48, 21, 47, 22, "wood", 1)
        for u in range(-48, 48):
            if fbm(np.float32(u / 9), np.float32(3), 2, 8) > 0.52:
                front.fill(u, 0, u, 2, "snow", 5)
                front.fill(u, 3, u, 3, "snow", 7)
        image[y + 1 :] = NOTHING

    return made(parts, 108, 66, 8, snow=0.42, key=0.62, ambient=0.24, paint=paint)


def market_arch() -> Thing:
    """The arch between the courtyard and the market street, 8 cells wide: two posts, a board of bulbs, lanterns."""
    parts = [
        part(box((-60, 0, 29), (3.4, 3.4, 29)), "metal", 1.2), part(box((60, 0, 29), (3.4, 3.4, 29)), "metal", 1.0),
        part(box((-60, 0, 3), (5, 5, 3)), "metal", 1.0, True), part(box((60, 0, 3), (5, 5, 3)), "metal", 0.9, True),
        part(box((0, 0, 65), (66, 2, 9)), "coat", 0.9, True),
        part(capsule((-60, 0, 76), (0, 0, 84), 1.4), "metal", 1.3, True),
        part(capsule((60, 0, 76), (0, 0, 84), 1.4), "metal", 1.1, True),
    ]
    for x in (-46.0, 46.0):
        parts += [
            part(capsule((x, 2, 57), (x, 2, 54), 0.4), "metal", 1.0),
            part(ellipsoid((x, 2, 49), (5, 5, 5.2)), "rose", 1.5),
            part(cylinder((x, 2, 43.4), 1, 2), "reed", 1.4), part(capsule((x, 2, 43), (x, 2, 38), 0.6), "rose", 1.2),
        ]

    def paint(image: Indices, x: int, y: int) -> None:
        front = Front(image, x, y)
        front.fill(-64, 46, 63, 58, "coat", 1)
        front.frame(-64, 46, 63, 58, "rose", 3)
        front.neon(-40, 56, "시장", "rose", 4, 5.0)
        front.neon(2, 56, "市场", "rose", 4, 5.0)
        for u in range(-62, 63, 6):
            front.dots([(u, 58), (u, 46)], "lamp", 7 if u % 4 else 8)
        for side in (-46, 46):
            front.fill(side - 1, 37, side + 1, 43, "rose", 6)
            front.dots([(side, 40), (side, 41)], "rose", 8)
            front.fill(side - 3, 36, side + 2, 36, "reed", 6)

    return made(parts, 144, 76, 10, snow=0.42, key=0.62, ambient=0.24, paint=paint)


THINGS: dict[str, Callable[[], Thing]] = {"coal_shed": coal_shed, "market_arch": market_arch}
