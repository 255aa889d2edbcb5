"""Things of Pak's house and the cellar under it: the kang with its cauldrons, a ladder, a hatch, a candle."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.art.model import Thing, dot, drawn, empty, line, part
from tools.art.palette import index
from tools.art.shapes import box, capsule, cone, cut, cylinder, ellipsoid, sphere, union
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.things_home import indoors


def kang_stove() -> Thing:
    """A clay range built against the warm floor: two iron cauldrons with lids, steam, the fire door glowing."""
    parts = [
        part(box((0, 0, 7), (27, 13, 7), 0.8), "reed", 0.95),
        part(box((0, 0, 14.4), (27.6, 13.6, 0.7), 0.3), "wood", 1.0),
        part(cylinder((-12, 0, 14.6), 1.8, 10), "metal", 0.55), part(cylinder((12, 0, 14.6), 1.8, 9), "metal", 0.55),
        part(cone((-12, 0, 16.2), 2.6, 8.8, 3), "wood", 1.35), part(cone((12, 0, 16.2), 2.4, 8, 2.8), "metal", 0.8),
        part(box((-12, 0, 19.4), (1.2, 3, 0.9), 0.3), "wood", 1.0), part(sphere((12, 0, 19.4), 1.2), "metal", 1.3),
        part(box((-12, 13.2, 6), (5, 0.6, 4.4), 0.2), "wood", 0.1),
        part(box((12, 13.2, 6), (4.6, 0.6, 4), 0.2), "metal", 0.5),
        part(box((-12, 13.6, 4.2), (3.8, 0.4, 2.2)), "lamp", 2.0),
        part(ellipsoid((-12, 17, 0.6), (6, 3, 1.2)), "coat", 0.5),
        part(capsule((24, -6, 14), (24, -6, 20), 2.4), "wood", 0.8),
        part(capsule((23, 3, 15), (26, 8, 17), 0.7), "wood", 1.6),
    ]
    for i in range(4):
        parts.append(part(capsule((-26 + i, 16 + i * 1.6, 1.4), (-18 + i, 17 + i * 1.4, 1.4), 1.2), "wood",
            0.9 + 0.15 * i))

    def fire(image: Indices, x: int, y: int) -> None:
        for column, row, step in ((-14, 8, 8), (-13, 7, 9), (-12, 8, 8), (-11, 7, 7), (-10, 8, 7), (-12, 6, 7),
            (-13, 9, 6)):
            dot(image, x + column, y + row + 3, "lamp", step)
        for column, row, step in ((8, -20, 5), (9, -22, 5), (8, -24, 4), (10, -25, 4), (9, -28, 3), (13, -21, 4),
            (14, -23, 3)):
            dot(image, x + column, y + row, "snow", step)

    return indoors(parts, 66, 34, 26, paint=fire)


def ladder_cellar() -> Thing:
    """A ladder from the cellar's floor to a square of light above."""
    parts = [
        part(capsule((-6, 0, 0), (-5, -8, 50), 1.3), "wood", 1.5),
        part(capsule((6, 0, 0), (5, -8, 50), 1.3), "wood", 1.2),
        part(box((0, -10, 54), (11, 8, 0.8)), "lamp", 0.9), part(box((0, -10, 53.2), (12.6, 9.4, 0.7)), "wood", 0.6),
    ]
    for i in range(7):
        share = (i + 0.7) / 7.4
        parts.append(part(capsule((-6 + share, -8 * share + 0.8, 50 * share),
            (6 - share, -8 * share + 0.8, 50 * share), 0.95), "wood", 1.1 + 0.12 * i))

    def light(image: Indices, x: int, y: int) -> None:
        for row in range(y - 60, y - 46):
            for column in range(x - 8, x + 9):
                if 0 <= row < image.shape[0] and (row + column) % 9 == 0 and image[row, column] // 16 == 9:
                    image[row, column] = index("lamp", 8)

    return indoors(parts, 34, 66, 8, paint=light)


def cellar_hatch() -> Thing:
    """A trapdoor of four boards with an iron ring, a corner of the mat turned back from it."""
    image = empty(36, 28)
    rng = np.random.default_rng(5)
    for row in range(4, 24):
        for column in range(5, 31):
            board = (column - 5) // 7
            edge = row in (4, 23) or column in (5, 30)
            step = 5 + (board * 5) % 3 - (rng.random() < 0.16) - ((column - 5) % 7 == 6) * 2
            image[row, column] = index("wood", 1 if edge else step)
    for row in (8, 19):
        for column in range(7, 29):
            image[row, column] = index("wood", 3)
            image[row + 1, column] = index("wood", 2)
            if column % 7 == 2:
                image[row, column] = index("metal", 7)
    for column, row, step in ((16, 13, 6), (17, 12, 7), (18, 12, 7), (19, 13, 6), (19, 14, 5), (18, 15, 4),
        (17, 15, 4), (16, 14, 5)):
        image[row, column] = index("metal", step)
    for i in range(8):
        line(image, 26 + i, 25 - i, 33, 25 - i, index("reed", 6 if i % 2 else 4))
    return drawn(image, (18, 14))


def candle() -> Thing:
    """A stub of candle in a saucer."""
    parts = [
        part(cone((0, 0, 0), 1.6, 3.4, 4.6), "metal", 1.2), part(cylinder((0, 0, 1), 5.4, 1.6), "reed", 2.0),
        part(capsule((1.4, 0.8, 2), (1.6, 1.0, 4), 0.6), "reed", 2.2),
    ]

    def flame(image: Indices, x: int, y: int) -> None:
        for column, row, step in ((0, -6, 7), (0, -7, 9), (0, -8, 9), (-1, -7, 7), (1, -7, 7), (0, -9, 8),
            (0, -10, 6), (-1, -6, 6)):
            dot(image, x + column, y + row, "lamp", step)

    return indoors(parts, 14, 14, 6, paint=flame)


def jar_shelf() -> Thing:
    """The cellar's shelf: jars of salted cabbage and a crock of bean paste, cloths tied over them."""
    parts: list[Part] = [
        part(box((0, -3, 13), (23, 5, 0.9)), "wood", 1.2), part(box((0, -3, 1), (23, 5, 0.9)), "wood", 1.0),
        part(box((-22, -3, 14), (0.9, 4.6, 14)), "wood", 1.0), part(box((22, -3, 14), (0.9, 4.6, 14)), "wood", 0.8),
    ]
    for x, z, r, gain in ((-14, 2, 5.2, 0.75), (0, 2, 6, 0.6), (14, 2, 5, 0.85), (-15, 14, 4.4, 0.9),
        (-5, 14, 3.6, 0.7), (13, 14, 5, 0.65)):
        body = union(ellipsoid((x, 0, z + r), (r, r * 0.9, r)), cylinder((x, 0, z + r * 1.5), r * 0.5, r * 0.7))
        parts += [part(body, "wood", gain),
            part(ellipsoid((x, 0, z + r * 2.0), (r * 0.8, r * 0.7, 1.4)), "reed" if x < 5 else "olive", 1.4)]
    parts.append(part(cut(cone((5, 1, 14), 5, 2.6, 4), cone((5, 1, 16), 4, 2, 3.4)), "snow", 1.3))
    return indoors(parts, 56, 36, 12)


THINGS: dict[str, Callable[[], Thing]] = {
    "kang_stove": kang_stove, "ladder_cellar": ladder_cellar, "cellar_hatch": cellar_hatch, "candle": candle,
    "jar_shelf": jar_shelf,
}  # fmt: skip
