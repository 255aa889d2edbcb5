"""Things of the rooms in Yanji: what a poor household owns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import BULB, Thing, dot, line, made, part
from tools.art.palette import index
from tools.art.shapes import box, capsule, cone, cut, cylinder, ellipsoid, sphere, turned, union
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
        part(box((0, 7.8, 4), (2.6, 0.9, 1.8)), "lamp", 1.1),
        part(box((0, 7.8, 10), (3.6, 0.8, 2.4)), "metal", 0.5),
        part(ellipsoid((0, 0.5, 20), (5.2, 5, 4.4)), "metal", 1.5), part(sphere((0, 0.5, 24.6), 1.0), "wood"),
        part(capsule((4, 1, 20), (8.4, 1.4, 23), 1.1, 0.7), "metal", 1.4),
        part(capsule((-4, 0, 23), (-2, 0, 28), 0.5), "metal"),
        part(capsule((-2, 0, 28), (2.4, 0, 28), 0.5), "wood"),
        part(capsule((2.4, 0, 28), (4, 0, 23), 0.5), "metal"),
        part(capsule((-5, -6, 15), (-5, -6, 48), 1.8), "metal", 0.8),
        part(cylinder((13, 5, 0), 7, 3.8), "coat", 0.8), part(cylinder((13, 5, 6.6), 0.8, 3.2), "coat", 0.4),
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
        part(box((0, 0, 26), (19, 9, 25), 0.6), "wood", 1.15),
        part(box((-9.2, 9.2, 26), (8.4, 0.5, 22.4)), "wood", 1.45),
        part(box((9.2, 9.2, 26), (8.4, 0.5, 22.4)), "wood", 1.35),
        part(box((0, 9.4, 26), (0.4, 0.8, 24)), "wood", 0.3),
        part(box((0, 0, 51.4), (20, 10, 0.9)), "wood", 1.0), part(sphere((-1.8, 10, 26), 0.8), "metal", 2.0),
        part(sphere((1.8, 10, 26), 0.8), "metal", 2.0),
        part(box((-2, -1, 54.6), (13, 7, 2.4), 1.6), "coat", 1.3),
        part(box((-1, -1, 59), (11.6, 6.4, 2), 1.6), "reed", 1.0),
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
        parts += [
            part(cone((x, y, 9.4), 2.4, r * 0.6, r), "metal", 1.8),
            part(cylinder((x, y, 11.6), 0.4, r * 0.8), "reed" if r < 3 else "rose", 1.3 if r < 3 else 0.8),
        ]

    def spoons(image: Indices, x: int, y: int) -> None:
        for sx, sy in ((x - 3, y - 4), (x + 10, y - 4)):
            line(image, sx, sy, sx, sy - 3, index("metal", 8))
            dot(image, sx, sy + 1, "metal", 9)

    return indoors(parts, 38, 20, 14, paint=spoons)


def chair() -> Thing:
    """A plain chair, a cushion tied to it."""
    parts = [
        *_legs(5.4, 5, 12, 0.9), part(box((0, 0, 12.4), (6.6, 6, 0.8)), "wood", 1.2),
        part(box((0, 0.4, 13.8), (5.4, 4.8, 0.9), 0.7), "coat", 1.3),
        part(capsule((-5.6, -5.4, 12), (-5.8, -6.4, 28), 0.9), "wood", 1.0),
        part(capsule((5.6, -5.4, 12), (5.8, -6.4, 28), 0.9), "wood", 0.9),
        part(box((0, -6, 25.4), (5.6, 0.6, 2.2)), "wood", 1.2),
        part(box((0, -5.8, 19.4), (5.6, 0.6, 1)), "wood", 1.1),
    ]
    return indoors(parts, 24, 30, 10)


def bed_mat() -> Thing:
    """A sleeping mat on the warm floor: a padded quilt turned back, a small hard pillow."""
    parts = [
        part(box((0, 0, 1.2), (13, 25, 1.6), 1.2), "reed", 0.95),
        part(box((0.4, 6, 3), (13.6, 18, 2.0), 1.8), "coat", 1.05),
        part(box((0.4, -9, 4.6), (13.4, 4.6, 1.4), 1.2), "snow", 1.25),
        part(box((0, -19, 4.4), (8, 3.4, 2.6), 2.2), "rose", 0.7),
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
        part(box((0, -3, 22), (16, 1, 22)), "wood", 0.5), part(box((-16, 0, 22), (0.9, 4, 22)), "wood", 1.1),
        part(box((16, 0, 22), (0.9, 4, 22)), "wood", 0.8),
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
                parts.append(part(
                    box((x + thick, 0.6, z + 0.8 + high), (thick, 3, high)), colour,
                    rng.uniform(0.9, 1.6) * (0.7 if colour == "rose" else 1)
                ))
            x += thick * 2 + 0.2
    parts += [
        part(sphere((8, 0, 50), 4.4), "ice", 1.3), part(cylinder((8, 0, 44.6), 1.4, 2.2), "wood"),
        part(box((-7, 0, 46), (5, 3, 1.2)), "coat", 1.2),
        part(box((-6.6, 0, 48), (4.4, 2.8, 0.8)), "wood", 1.3),
    ]
    return indoors(parts, 40, 50, 10)


def accordion() -> Thing:
    """An accordion on a stool, its straps hanging: Swallow's, or nobody's."""
    parts = [
        part(box((0, 0, 9.4), (8, 6, 0.9)), "wood", 1.1), *_legs(6, 4, 9, 0.9),
        part(box((-6.4, 0, 16), (2.2, 4, 6), 0.7), "coat", 0.75),
        part(box((6.6, 0, 16), (2.6, 4, 6), 0.7), "coat", 0.75),
    ]
    for i in range(6):
        parts.append(part(
            box((-3.8 + i * 1.5, 0, 16), (0.5, 4.2, 5.6)), "rose" if i % 2 else "wood", 0.7 if i % 2 else 0.6
        ))

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
        part(box((0, 0, 17), (15, 7, 1)), "wood", 1.3),
        part(capsule((-13, 5, 0), (-10, 4, 17), 0.8), "metal", 0.8),
        part(capsule((13, 5, 0), (10, 4, 17), 0.8), "metal", 0.8),
        part(capsule((-13, -5, 0), (-10, -4, 17), 0.8), "metal", 0.6),
        part(capsule((13, -5, 0), (10, -4, 17), 0.8), "metal", 0.6),
        part(box((0, 3, 2.6), (6, 3, 0.6)), "metal", 0.9),
        part(
            turned(cut(cylinder((9, 5, 5), 1.2, 6), cylinder((9, 5, 4), 4, 5)), (9, 5, 8), np.pi / 2, 0), "metal", 0.7
        ),
        part(capsule((7, 0, 18), (7, 0, 26), 2.2), "coat", 0.7),
        part(capsule((7, 0, 26.4), (-6, 0, 26), 2.2, 1.8), "coat", 0.8),
        part(capsule((-6.4, 0, 26), (-6.4, 0, 20), 1.8, 1.2), "coat", 0.8),
        part(sphere((10.4, 0, 25), 2.8), "metal", 1.3),
        part(ellipsoid((-9, 3, 18.6), (6, 4, 1.4)), "reed", 1.3),
        part(capsule((2, 0, 28), (2, 0, 31), 0.9), "snow", 1.3),
    ]
    return indoors(parts, 38, 32, 10)


def shoe_rack() -> Thing:
    """Two shelves of shoes by the door: the boy's, the mother's, a stranger's boots with snow on them."""
    parts = [
        part(box((0, 0, 2), (12, 5, 0.7)), "wood", 1.0), part(box((0, 0, 10), (12, 5, 0.7)), "wood", 1.2),
        part(box((-12, 0, 6), (0.7, 5, 6)), "wood", 0.9), part(box((12, 0, 6), (0.7, 5, 6)), "wood", 0.7),
    ]
    for x, z, colour, size in (
        (-8, 11.6, "coat", 2.2), (-4.4, 11.6, "coat", 2.2), (1, 11.4, "rose", 1.5), (3.8, 11.4, "rose", 1.5),
        (8.4, 12, "wood", 2.4), (-7, 3.8, "olive", 2.2), (-3.6, 3.8, "olive", 2.2), (4, 3.8, "wood", 2.0),
        (7.6, 3.8, "wood", 2.0),
    ):
        parts.append(part(ellipsoid((x, 1.5, z), (1.5, 3.4, size * 0.8)), colour, 0.8 if colour == "rose" else 1.1))
    return indoors(parts, 30, 18, 8)


THINGS: dict[str, Callable[[], Thing]] = {
    "stove": stove, "kimchi_jar": kimchi_jar, "wardrobe": wardrobe, "table_low": table_low, "chair": chair,
    "bed_mat": bed_mat, "bookshelf": bookshelf, "accordion": accordion, "sewing_machine": sewing_machine,
    "shoe_rack": shoe_rack,
}  # fmt: skip
