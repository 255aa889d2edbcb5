"""Things built into the rooms in Yanji: doors, windows, the sink, the coal lift, the board that hides a door."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import numpy as np

from tools.art.model import Thing, dot, drawn, empty, part
from tools.art.palette import index
from tools.art.shapes import Spot, box, capsule, cone, cut, cylinder, ellipsoid, sphere, turned, union
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.things_home import indoors


def painted_board() -> Thing:
    """A board painted like the wall it leans on, a little landscape pinned to it: the hiding place is behind."""
    parts = [
        part(box((0, 0, 25), (14, 1.2, 25)), "reed", 1.1),
        part(box((0, 1.3, 10), (14, 0.3, 10)), "olive", 1.05),
        part(box((0, 1.4, 20.4), (14, 0.3, 0.6)), "wood", 0.5),
        part(box((0, 1.5, 34), (7.4, 0.4, 6)), "wood", 0.9),
        part(box((0, 2, 34), (6.2, 0.3, 4.8)), "snow", 1.3),
        part(box((14.2, 0, 25), (0.4, 1.4, 25)), "wood", 0.25),
    ]

    def hills(image: Indices, x: int, y: int) -> None:
        for column in range(-5, 6):
            top = y - 28 - round(1.6 * np.sin(column * 0.7) + 0.6 * column % 2)
            for row in range(top, y - 24):
                dot(image, x + column, row, "olive" if row > top + 1 else "ice", 5 + (column > 1))
        dot(image, x + 3, y - 32, "lamp", 6)

    return indoors(parts, 34, 46, 6, paint=hills)


def window_curtain() -> Thing:
    """A window with frost flowers and two thin curtains, drawn almost shut."""
    parts = [
        part(box((0, 0, 30), (16, 0.8, 13)), "wood", 1.0),
        part(box((0, 0.6, 30), (14.4, 0.4, 11.4)), "ice", 0.75),
        part(box((0, 1.2, 30), (0.6, 0.4, 12)), "wood", 1.1),
    ]
    for i in range(6):
        for side in (-1, 1):
            x = side * (16.4 - i * 2.1)
            parts.append(part(
                capsule((x, 2.6, 44), (x + side * 0.6, 2.6 + 0.5 * (i % 2), 14), 1.3), "reed",
                0.95 + 0.18 * (i % 2)
            ))
    parts.append(part(capsule((-19, 2.6, 45), (19, 2.6, 45), 0.7), "metal", 1.2))
    return indoors(parts, 44, 42, 4)


def door(is_open: bool) -> Thing:
    """The flat's steel-faced door with a spy hole; open, it shows the dark of the stairs."""
    parts = [
        part(box((-11.6, 0, 21), (1, 1.6, 21)), "wood", 1.0),
        part(box((11.6, 0, 21), (1, 1.6, 21)), "wood", 0.8),
        part(box((0, 0, 42.6), (12.6, 1.6, 1)), "wood", 1.0),
    ]
    if is_open:
        parts += [
            part(box((0, -0.6, 21), (10.6, 0.3, 21)), "wood", 0.08),
            part(box((10.4, 10, 20.6), (0.9, 10, 20)), "olive", 1.1),
            part(sphere((9, 18, 20), 0.9), "metal", 1.6),
        ]
    else:
        parts += [
            part(box((0, 0.4, 20.8), (10.6, 0.7, 20.4)), "olive", 1.25),
            part(box((0, 1.2, 31), (7.4, 0.4, 7)), "olive", 1.0),
            part(box((0, 1.2, 12), (7.4, 0.4, 8)), "olive", 1.0), part(sphere((8, 1.8, 20), 1), "metal", 1.8),
            part(sphere((0, 1.8, 33), 0.9), "metal", 0.5),
        ]

    def luck(image: Indices, x: int, y: int) -> None:
        if not is_open:
            for dy in range(-3, 4):
                for dx in range(-3 + abs(dy), 4 - abs(dy)):
                    dot(image, x + dx, y - 20 + dy, "rose", 4 + (abs(dx) + abs(dy) == 3))
            dot(image, x, y - 20, "lamp", 6)

    return indoors(parts, 34, 38, 22, paint=luck)


def calendar() -> Thing:
    """A wall calendar with a picture of a lake; days crossed off."""
    image = empty(14, 40)
    for row in range(4, 22):
        for column in range(1, 13):
            image[row, column] = index("ice" if row < 11 else "reed", 8 if row >= 11 else 6 - (row - 4) // 3)
    for column in range(1, 13):
        image[9 + (column * 5 % 3 == 0), column] = index("olive", 5)
        image[3, column] = index("wood", 3)
        image[22, column] = index("wood", 4)
    for row in range(12, 21, 2):
        for column in range(2, 12, 2):
            image[row, column] = index("wood", 4) if (row, column) < (16, 7) else index("reed", 6)
    image[16, 8] = index("rose", 5)
    image[39, 6] = index("wood", 2)
    thing = drawn(image[:23], (6, 38))
    return thing


def sink() -> Thing:
    """A stone sink with an enamel basin, one tap wrapped in cloth against frost."""
    parts = [
        part(box((0, 0, 9), (13, 7, 9), 0.5), "metal", 1.1),
        part(cut(cone((-2, 0, 17), 4, 6, 8), cone((-2, 0, 18), 4, 5, 7)), "snow", 1.4),
        part(cylinder((-2, 0, 17.4), 0.8, 5.4), "ice", 1.2),
        part(capsule((7, -6, 18), (7, -6, 28), 0.8), "metal", 1.2),
        part(capsule((7, -6, 28), (4, 0, 27), 0.9), "metal", 1.3),
        part(capsule((7, -6, 22), (7, -6, 26), 1.7), "reed", 1.1),
        part(box((9, 4, 18.6), (2.4, 1.6, 0.8), 0.5), "rose", 0.8),
    ]
    return indoors(parts, 34, 28, 12)


def _tube(spots: list[Spot], radius: float, material: str, gain: float) -> Part:
    return part(union(*[capsule(a, b, radius) for a, b in pairwise(spots)]), material, gain)


def coal_lift() -> Thing:
    """A shaft door in the wall with a rope and a pulley: coal came up this way once, now other things do."""
    parts = [
        part(box((0, 0, 17), (13, 1.2, 17)), "metal", 0.9),
        part(box((0, 0.8, 15), (10, 0.8, 13)), "wood", 0.12),
        part(box((0, 1.8, 3.6), (9.4, 1.6, 2.6)), "wood", 1.1),
        part(ellipsoid((-2, 1.8, 7), (6, 1.6, 3)), "coat", 0.5),
        _tube([(-6, 2.6, 30), (-6, 2.6, 4)], 0.5, "reed", 1.1),
        _tube([(6, 2.6, 30), (6, 2.6, 4)], 0.5, "reed", 1.0),
        part(turned(cylinder((0, 1.6, 31), 2, 2.6), (0, 1.6, 31), np.pi / 2, 0), "metal", 1.4),
        part(box((0, 0, 35), (14, 2, 1)), "wood", 0.9), part(box((-15, 3, 17), (0.8, 3.4, 15)), "wood", 1.0),
    ]
    return indoors(parts, 38, 34, 10)


THINGS: dict[str, Callable[[], Thing]] = {
    "painted_board": painted_board, "window_curtain": window_curtain, "door_flat": partial(door, False),
    "door_flat_open": partial(door, True), "coal_lift": coal_lift, "calendar": calendar, "sink": sink,
}  # fmt: skip
