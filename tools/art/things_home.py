"""Things of the rooms in Yanji: what a poor household owns, and the board that hides a door."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import BULB, Thing, dot, drawn, empty, line, made, part
from tools.art.palette import index
from tools.art.shapes import Spot, box, capsule, cone, cut, cylinder, ellipsoid, sphere, turned, union
from tools.art.sheet import Indices
from tools.art.solid import Part

indoors = partial(made, snow=None, key=0.50, ambient=0.17, toward=BULB)
"""Made without snow, the shade a little lifted: walls throw light back."""


def _legs(wide: float, deep: float, high: float, thick: float) -> list[Part]:
    return [
        part(capsule((sx * wide, sy * deep, 0), (sx * wide, sy * deep, high), thick), "wood", 0.9 if sy > 0 else 0.6)
        for sx in (-1, 1) for sy in (-1, 1)
    ]  # fmt: skip


def stove() -> Thing:
    """A coal-cake stove with a kettle on it and a pipe to the wall; the draught hole glows."""
    parts = [
        part(cylinder((0, 0, 0), 15, 8), "metal", 0.8), part(cylinder((0, 0, 15), 1.4, 8.8), "metal", 1.1),
        part(box((0, 7.8, 4), (2.6, 0.9, 1.8)), "lamp", 1.1), part(box((0, 7.8, 10), (3.6, 0.8, 2.4)), "metal", 0.5),
        part(ellipsoid((0, 0.5, 20), (5.2, 5, 4.4)), "metal", 1.5), part(sphere((0, 0.5, 24.6), 1.0), "wood"),
        part(capsule((4, 1, 20), (8.4, 1.4, 23), 1.1, 0.7), "metal", 1.4),
        part(capsule((-4, 0, 23), (-2, 0, 28), 0.5), "metal"), part(capsule((-2, 0, 28), (2.4, 0, 28), 0.5), "wood"), part(capsule((2.4, 0, 28), (4, 0, 23), 0.5), "metal"),
        part(capsule((-5, -6, 15), (-5, -6, 48), 1.8), "metal", 0.8), part(cylinder((13, 5, 0), 7, 3.8), "coat", 0.8), part(cylinder((13, 5, 6.6), 0.8, 3.2), "coat", 0.4),
    ]
    return indoors(parts, 44, 46, 14)


def kimchi_jar() -> Thing:
    """Glazed earthenware jars, one great and two small, lids on."""

    def jar(x: float, y: float, r: float, tone: float) -> list[Part]:
        body = union(ellipsoid((x, y, r * 1.05), (r, r, r * 1.1)), cylinder((x, y, r * 1.6), r * 0.6, r * 0.74))
        lid = union(cone((x, y, r * 2.15), r * 0.3, r * 0.86, r * 0.5), sphere((x, y, r * 2.5), r * 0.2))
        return [part(body, "wood", tone), part(lid, "wood", tone * 1.25)]

    return indoors([*jar(0, -2, 8.6, 0.62), *jar(11, 5, 5.4, 0.74), *jar(-9, 7, 4.2, 0.8)], 44, 26, 16)


def wardrobe() -> Thing:
    """A lacquered two-door wardrobe with folded quilts on top; wide enough to stand in."""
    parts = [
        part(box((0, 0, 26), (19, 9, 25), 0.6), "wood", 1.15), part(box((-9.2, 9.2, 26), (8.4, 0.5, 22.4)), "wood", 1.45),
        part(box((9.2, 9.2, 26), (8.4, 0.5, 22.4)), "wood", 1.35), part(box((0, 9.4, 26), (0.4, 0.8, 24)), "wood", 0.3),
        part(box((0, 0, 51.4), (20, 10, 0.9)), "wood", 1.0), part(sphere((-1.8, 10, 26), 0.8), "metal", 2.0), part(sphere((1.8, 10, 26), 0.8), "metal", 2.0),
        part(box((-2, -1, 54.6), (13, 7, 2.4), 1.6), "coat", 1.3), part(box((-1, -1, 59), (11.6, 6.4, 2), 1.6), "reed", 1.0),
    ]

    def grain(image: Indices, x: int, y: int) -> None:
        for left in (x - 15, x + 4):
            for row in range(y - 26, y - 2, 5):
                line(image, left, row, left + 8, row - 1, index("wood", 5))

    return indoors(parts, 46, 54, 14, paint=grain)


def table_low() -> Thing:
    """A low round-cornered table with two bowls, two spoons and a dish."""
    parts = [part(box((0, 0, 8.2), (15, 10, 1.2), 1.0), "wood", 1.3), *_legs(11, 7, 8, 1.2)]
    for x, y, r in ((-7, 2, 2.8), (6, 3, 2.8), (0, -4, 3.4)):
        parts += [part(cone((x, y, 9.4), 2.4, r * 0.6, r), "metal", 1.8), part(cylinder((x, y, 11.6), 0.4, r * 0.8), "reed" if r < 3 else "rose", 1.3 if r < 3 else 0.8)]

    def spoons(image: Indices, x: int, y: int) -> None:
        for sx, sy in ((x - 3, y - 4), (x + 10, y - 4)):
            line(image, sx, sy, sx, sy - 3, index("metal", 8))
            dot(image, sx, sy + 1, "metal", 9)

    return indoors(parts, 38, 20, 14, paint=spoons)


def chair() -> Thing:
    """A plain chair, a cushion tied to it."""
    parts = [
        *_legs(5.4, 5, 12, 0.9), part(box((0, 0, 12.4), (6.6, 6, 0.8)), "wood", 1.2), part(box((0, 0.4, 13.8), (5.4, 4.8, 0.9), 0.7), "coat", 1.3),
        part(capsule((-5.6, -5.4, 12), (-5.8, -6.4, 28), 0.9), "wood", 1.0), part(capsule((5.6, -5.4, 12), (5.8, -6.4, 28), 0.9), "wood", 0.9),
        part(box((0, -6, 25.4), (5.6, 0.6, 2.2)), "wood", 1.2), part(box((0, -5.8, 19.4), (5.6, 0.6, 1)), "wood", 1.1),
    ]
    return indoors(parts, 24, 30, 10)


def bed_mat() -> Thing:
    """A sleeping mat on the warm floor: a padded quilt turned back, a small hard pillow."""
    parts = [
        part(box((0, 0, 1.2), (13, 25, 1.6), 1.2), "reed", 0.95), part(box((0.4, 6, 3), (13.6, 18, 2.0), 1.8), "coat", 1.05),
        part(box((0.4, -9, 4.6), (13.4, 4.6, 1.4), 1.2), "snow", 1.25), part(box((0, -19, 4.4), (8, 3.4, 2.6), 2.2), "rose", 0.7),
        part(ellipsoid((3, 8, 4.4), (8, 12, 2.4)), "coat", 1.05),
    ]

    def quilting(image: Indices, x: int, y: int) -> None:
        for row in range(y - 2, y + 22, 6):
            for column in range(x - 12, x + 14):
                if image[row, column] // 16 == 6 and (column + row // 6) % 6 == 0:
                    dot(image, column, row, "coat", int(image[row, column] % 16) - 1)

    return indoors(parts, 34, 32, 32, paint=quilting)


def bookshelf() -> Thing:
    """Shelves of school books, a globe, a jar of pencils, hymn books laid flat."""
    parts = [
        part(box((0, -3, 22), (16, 1, 22)), "wood", 0.5), part(box((-16, 0, 22), (0.9, 4, 22)), "wood", 1.1), part(box((16, 0, 22), (0.9, 4, 22)), "wood", 0.8),
    ]
    rng = np.random.default_rng(6)
    for shelf in range(4):
        z = 2 + shelf * 13.5
        parts.append(part(box((0, 0, z if shelf < 3 else 44), (16.6, 4.4, 0.8)), "wood", 1.2))
        x = -14.0
        while shelf < 3 and x < 12.5:
            thick, high = rng.uniform(0.9, 1.8), rng.uniform(3.6, 5.0)
            if rng.random() > 0.14:
                colour = str(rng.choice(["coat", "olive", "wood", "reed", "metal", "rose"]))
                parts.append(part(box((x + thick, 0.6, z + 0.8 + high), (thick, 3, high)), colour, rng.uniform(0.9, 1.6) * (0.7 if colour == "rose" else 1)))
            x += thick * 2 + 0.2
    parts += [part(sphere((8, 0, 50), 4.4), "ice", 1.3), part(cylinder((8, 0, 44.6), 1.4, 2.2), "wood"), part(box((-7, 0, 46), (5, 3, 1.2)), "coat", 1.2), part(box((-6.6, 0, 48), (4.4, 2.8, 0.8)), "wood", 1.3)]
    return indoors(parts, 40, 50, 10)


def accordion() -> Thing:
    """An accordion on a stool, its straps hanging: Swallow's, or nobody's."""
    parts = [part(box((0, 0, 9.4), (8, 6, 0.9)), "wood", 1.1), *_legs(6, 4, 9, 0.9), part(box((-6.4, 0, 16), (2.2, 4, 6), 0.7), "coat", 0.75), part(box((6.6, 0, 16), (2.6, 4, 6), 0.7), "coat", 0.75)]
    for i in range(6):
        parts.append(part(box((-3.8 + i * 1.5, 0, 16), (0.5, 4.2, 5.6)), "rose" if i % 2 else "wood", 0.7 if i % 2 else 0.6))

    def keys(image: Indices, x: int, y: int) -> None:
        for row in range(y - 13, y - 5):
            dot(image, x + 8, row, "metal", 8 if row % 2 else 2)
            dot(image, x + 7, row, "metal", 9)
        for row in range(y - 12, y - 6, 2):
            dot(image, x - 7, row, "metal", 8)
            dot(image, x - 5, row, "metal", 8)

    return indoors(parts, 26, 24, 10, paint=keys)


def sewing_machine() -> Thing:
    """A treadle sewing machine with a half-sewn cushion cover: piece work for a factory."""
    parts = [
        part(box((0, 0, 17), (15, 7, 1)), "wood", 1.3), part(capsule((-13, 5, 0), (-10, 4, 17), 0.8), "metal", 0.8), part(capsule((13, 5, 0), (10, 4, 17), 0.8), "metal", 0.8),
        part(capsule((-13, -5, 0), (-10, -4, 17), 0.8), "metal", 0.6), part(capsule((13, -5, 0), (10, -4, 17), 0.8), "metal", 0.6), part(box((0, 3, 2.6), (6, 3, 0.6)), "metal", 0.9),
        part(turned(cut(cylinder((9, 5, 5), 1.2, 6), cylinder((9, 5, 4), 4, 5)), (9, 5, 8), np.pi / 2, 0), "metal", 0.7),
        part(capsule((7, 0, 18), (7, 0, 26), 2.2), "coat", 0.7), part(capsule((7, 0, 26.4), (-6, 0, 26), 2.2, 1.8), "coat", 0.8), part(capsule((-6.4, 0, 26), (-6.4, 0, 20), 1.8, 1.2), "coat", 0.8),
        part(sphere((10.4, 0, 25), 2.8), "metal", 1.3), part(ellipsoid((-9, 3, 18.6), (6, 4, 1.4)), "reed", 1.3), part(capsule((2, 0, 28), (2, 0, 31), 0.9), "snow", 1.3),
    ]
    return indoors(parts, 38, 32, 10)


def painted_board() -> Thing:
    """A board painted like the wall it leans on, a little landscape pinned to it: the hiding place is behind."""
    parts = [
        part(box((0, 0, 25), (14, 1.2, 25)), "reed", 1.1), part(box((0, 1.3, 10), (14, 0.3, 10)), "olive", 1.05), part(box((0, 1.4, 20.4), (14, 0.3, 0.6)), "wood", 0.5),
        part(box((0, 1.5, 34), (7.4, 0.4, 6)), "wood", 0.9), part(box((0, 2, 34), (6.2, 0.3, 4.8)), "snow", 1.3), part(box((14.2, 0, 25), (0.4, 1.4, 25)), "wood", 0.25),
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
    parts = [part(box((0, 0, 30), (16, 0.8, 13)), "wood", 1.0), part(box((0, 0.6, 30), (14.4, 0.4, 11.4)), "ice", 0.75), part(box((0, 1.2, 30), (0.6, 0.4, 12)), "wood", 1.1)]
    for i in range(6):
        for side in (-1, 1):
            x = side * (16.4 - i * 2.1)
            parts.append(part(capsule((x, 2.6, 44), (x + side * 0.6, 2.6 + 0.5 * (i % 2), 14), 1.3), "reed", 0.95 + 0.18 * (i % 2)))
    parts.append(part(capsule((-19, 2.6, 45), (19, 2.6, 45), 0.7), "metal", 1.2))
    return indoors(parts, 44, 42, 4)


def door(is_open: bool) -> Thing:
    """The flat's steel-faced door with a spy hole; open, it shows the dark of the stairs."""
    parts = [part(box((-11.6, 0, 21), (1, 1.6, 21)), "wood", 1.0), part(box((11.6, 0, 21), (1, 1.6, 21)), "wood", 0.8), part(box((0, 0, 42.6), (12.6, 1.6, 1)), "wood", 1.0)]
    if is_open:
        parts += [part(box((0, -0.6, 21), (10.6, 0.3, 21)), "wood", 0.08), part(box((10.4, 10, 20.6), (0.9, 10, 20)), "olive", 1.1), part(sphere((9, 18, 20), 0.9), "metal", 1.6)]
    else:
        parts += [part(box((0, 0.4, 20.8), (10.6, 0.7, 20.4)), "olive", 1.25), part(box((0, 1.2, 31), (7.4, 0.4, 7)), "olive", 1.0), part(box((0, 1.2, 12), (7.4, 0.4, 8)), "olive", 1.0), part(sphere((8, 1.8, 20), 1), "metal", 1.8), part(sphere((0, 1.8, 33), 0.9), "metal", 0.5)]

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


def shoe_rack() -> Thing:
    """Two shelves of shoes by the door: the boy's, the mother's, a stranger's boots with snow on them."""
    parts = [part(box((0, 0, 2), (12, 5, 0.7)), "wood", 1.0), part(box((0, 0, 10), (12, 5, 0.7)), "wood", 1.2), part(box((-12, 0, 6), (0.7, 5, 6)), "wood", 0.9), part(box((12, 0, 6), (0.7, 5, 6)), "wood", 0.7)]
    for x, z, colour, size in ((-8, 11.6, "coat", 2.2), (-4.4, 11.6, "coat", 2.2), (1, 11.4, "rose", 1.5), (3.8, 11.4, "rose", 1.5), (8.4, 12, "wood", 2.4), (-7, 3.8, "olive", 2.2), (-3.6, 3.8, "olive", 2.2), (4, 3.8, "wood", 2.0), (7.6, 3.8, "wood", 2.0)):
        parts.append(part(ellipsoid((x, 1.5, z), (1.5, 3.4, size * 0.8)), colour, 0.8 if colour == "rose" else 1.1))
    return indoors(parts, 30, 18, 8)


def sink() -> Thing:
    """A stone sink with an enamel basin, one tap wrapped in cloth against frost."""
    parts = [
        part(box((0, 0, 9), (13, 7, 9), 0.5), "metal", 1.1), part(cut(cone((-2, 0, 17), 4, 6, 8), cone((-2, 0, 18), 4, 5, 7)), "snow", 1.4), part(cylinder((-2, 0, 17.4), 0.8, 5.4), "ice", 1.2),
        part(capsule((7, -6, 18), (7, -6, 28), 0.8), "metal", 1.2), part(capsule((7, -6, 28), (4, 0, 27), 0.9), "metal", 1.3), part(capsule((7, -6, 22), (7, -6, 26), 1.7), "reed", 1.1), part(box((9, 4, 18.6), (2.4, 1.6, 0.8), 0.5), "rose", 0.8),
    ]
    return indoors(parts, 34, 28, 12)


def _tube(spots: list[Spot], radius: float, material: str, gain: float) -> Part:
    return part(union(*[capsule(a, b, radius) for a, b in zip(spots, spots[1:], strict=False)]), material, gain)


def coal_lift() -> Thing:
    """A shaft door in the wall with a rope and a pulley: coal came up this way once, now other things do."""
    parts = [
        part(box((0, 0, 17), (13, 1.2, 17)), "metal", 0.9), part(box((0, 0.8, 15), (10, 0.8, 13)), "wood", 0.12), part(box((0, 1.8, 3.6), (9.4, 1.6, 2.6)), "wood", 1.1), part(ellipsoid((-2, 1.8, 7), (6, 1.6, 3)), "coat", 0.5),
        _tube([(-6, 2.6, 30), (-6, 2.6, 4)], 0.5, "reed", 1.1), _tube([(6, 2.6, 30), (6, 2.6, 4)], 0.5, "reed", 1.0), part(turned(cylinder((0, 1.6, 31), 2, 2.6), (0, 1.6, 31), np.pi / 2, 0), "metal", 1.4),
        part(box((0, 0, 35), (14, 2, 1)), "wood", 0.9), part(box((-15, 3, 17), (0.8, 3.4, 15)), "wood", 1.0),
    ]
    return indoors(parts, 38, 34, 10)


THINGS: dict[str, Callable[[], Thing]] = {
    "stove": stove, "kimchi_jar": kimchi_jar, "wardrobe": wardrobe, "table_low": table_low, "chair": chair,
    "bed_mat": bed_mat, "bookshelf": bookshelf, "accordion": accordion, "sewing_machine": sewing_machine,
    "painted_board": painted_board, "window_curtain": window_curtain, "door_flat": partial(door, False),
    "door_flat_open": partial(door, True), "coal_lift": coal_lift, "calendar": calendar, "shoe_rack": shoe_rack,
    "sink": sink,
}  # fmt: skip
