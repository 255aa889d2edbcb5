"""Things of the slope above Hoeryong: a family's grave, the new brick post, the van that listens, pines in snow."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import Thing, dot, made, part
from tools.art.palette import MATERIALS, index
from tools.art.shapes import box, capsule, common, cone, cut, cylinder, ellipsoid, sphere, turned, union
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.things_nature import pine
from tools.art.things_road import wheel

BRICK = "skin"
"""The clay of new bricks has the colours of the skin ramp, two keys darker."""


def grave_stone() -> Thing:
    """An upright stone on a plinth before a mound: a rounded top with snow on it, two columns of cut strokes."""
    slab = union(box((0, 0, 12), (5.6, 1.8, 9), 0.4), common(
        turned(cylinder((0, 0, 0), 3.6, 5.6), (0, 0, 0), np.pi / 2, 0), box((0, 0, 0), (6, 2, 6))
    ))
    top = turned(cylinder((0, -1.8, 21), 3.6, 5.6), (0, -1.8, 21), -np.pi / 2, 0)
    parts = [
        part(box((0, 0, 1.6), (9, 4.4, 1.7), 0.4), "metal", 0.85, True), part(slab, "metal", 1.25, True),
        part(common(top, box((0, 0, 24), (6, 3, 3.4))), "metal", 1.25, True),
        part(ellipsoid((-6, 3, 0), (6, 4, 2.4)), "snow", 1.0, True),
    ]

    def strokes(image: Indices, x: int, y: int) -> None:
        """One column of cut syllables, too worn to read."""
        for row, marks in ((-17, "110 011 110"), (-13, "011 110 010"), (-9, "101 110 011")):
            for down, bits in enumerate(marks.split()):
                for across, bit in enumerate(bits):
                    if bit == "1":
                        dot(image, x - 1 + across, y + row + down, "metal", 1)

    return made(parts, 28, 26, 10, snow=0.62, key=0.78, paint=strokes)


def laid_bricks(image: Indices, x: int, y: int) -> None:
    """Courses of mortar on whatever of the picture is brick; some bricks paler, snow blown into a joint or two."""
    clay = MATERIALS.index(BRICK)
    rng = np.random.default_rng(17)
    rows, columns = np.where(image // 16 == clay)
    odd = {(int(r), int(c)): rng.random() for r in range(0, image.shape[0], 4) for c in range(0, image.shape[1], 6)}
    for row, column in zip(rows, columns, strict=True):
        course = (y - row) // 4
        along = column - x + 3 * (course % 2)
        step = int(image[row, column]) % 16
        if (y - row) % 4 == 0 or along % 6 == 0:
            image[row, column] = index("metal", min(step + 1, 5))
            continue
        kind = odd.get((int(row) // 4 * 4, (along // 6) * 6 % (image.shape[1] // 6 * 6)), 0.5)
        image[row, column] = index(BRICK, step + (1 if kind > 0.78 else -1 if kind < 0.2 else 0))


def brick_post() -> Thing:
    """A new guard post of raw brick, 4 by 3 cells: a flat roof, a wide dark window, an iron stove, a lamp."""
    parts = [
        part(box((0, 0, 20), (30, 17, 20)), BRICK, 0.58),
        part(box((0, 0, 41), (33, 20, 1.6)), "metal", 1.0, True),
        part(ellipsoid((-14, -8, 42), (15, 8, 2.6)), "snow", 1.0, True),
        part(ellipsoid((12, 8, 42), (17, 6, 2.0)), "snow"),
        part(capsule((-24, -12, 42), (-24, -12, 76), 0.8, 0.5), "metal", 1.2),
        part(capsule((-29, -12, 70), (-19, -12, 70), 0.5), "metal", 1.2),
        part(capsule((-27, -12, 65), (-21, -12, 65), 0.5), "metal", 1.2),
        part(box((0, 19, 43.4), (33, 1.0, 1.4)), "metal", 0.8, True),
        part(box((6, 17.2, 26), (15, 0.8, 7.4)), "metal", 0.9),
        part(box((6, 17.8, 26), (13.6, 0.5, 6)), "ice", 0.32),
        part(box((6, 18.4, 26), (0.6, 0.4, 6)), "metal", 0.8), part(box((-1, 18.4, 26), (0.5, 0.4, 6)), "metal", 0.8),
        part(box((13, 18.4, 26), (0.5, 0.4, 6)), "metal", 0.8),
        part(box((6, 19.2, 18), (16, 2, 0.9)), "metal", 1.1, True),
        part(box((-20, 17.2, 16), (6.6, 0.7, 16)), "olive", 0.95), part(sphere((-15.6, 18.4, 15), 1.0), "metal", 1.6),
        part(box((-20, 19, 0.8), (7.6, 3, 1.0)), "metal", 1.0, True),
        part(cone((-20, 18.8, 35), 2.6, 2.8, 1.2), "metal", 0.9), part(sphere((-20, 19.2, 34.6), 1.5), "lamp", 2.8),
        part(cylinder((21, -6, 42), 20, 2.2), "metal", 0.7, True),
        part(cone((21, -6, 62), 2.6, 3.6, 0.6), "metal", 0.9, True),
        part(ellipsoid((0, 18, 0), (31, 4, 3)), "snow", 1.0, True),
    ]
    for i, row in enumerate((0, 0, 0, 1, 1)):
        x = 3 + (i * 11 if row == 0 else (i - 2.5) * 11)
        bag = ellipsoid((x, 26 - row, 3 + row * 5.4), (5.8, 3.6, 3.3))
        parts.append(part(bag, "reed", 1.0 + 0.3 * ((i + row) % 2), row == 1))

    def finish(image: Indices, x: int, y: int) -> None:
        laid_bricks(image, x, y)
        for column in range(x - 1, x + 4):
            for row in (-4, -3):
                dot(image, column, y + row, "lamp", 4 if column == x + 1 else 3)
        for column in range(x - 6, x + 20, 3):
            dot(image, column, y - 11 - (column % 2), "ice", 5)

    return made(parts, 84, 74, 32, snow=0.7, key=0.64, paint=finish)


def van_signals_parts() -> list[Part]:
    """A grey-green van with curtained windows, a mast and a turning loop on its roof: it listens for telephones."""
    parts = [
        part(box((-6, 0, 20), (30, 12, 13), 3.2), "olive", 1.0, True),
        part(box((27, 0, 15), (9, 11, 8), 3.0), "olive", 1.0, True),
        part(box((-6, 12.1, 15.4), (30, 0.4, 1.0)), "reed", 0.8),
        part(box((17, 12.2, 25), (5, 0.4, 4.4), 0.3), "ice", 0.5),
        part(box((25.6, 0, 26), (0.8, 9, 4)), "ice", 0.6),
        part(box((-6, 12.2, 26), (9, 0.4, 3.6), 0.3), "ice", 0.25),
        part(box((-6, 12.6, 26), (8, 0.3, 3.4)), "lamp", 0.5),
        part(box((-25, 12.2, 26), (6, 0.4, 3.6), 0.3), "ice", 0.25),
        part(box((10, 12.3, 18), (0.35, 0.3, 11)), "olive", 0.45),
        part(box((-16, 12.3, 18), (0.35, 0.3, 11)), "olive", 0.45),
        part(box((35, 7, 14), (1.4, 2, 2), 0.7), "lamp", 0.8), part(box((0, 0, 7), (34, 10, 2)), "metal", 0.4),
        part(box((34, 0, 8), (2, 12, 1.6), 0.4), "metal", 0.9, True),
        part(capsule((-20, 0, 34), (-20, 0, 66), 0.9, 0.5), "metal", 1.3),
        part(box((-36.2, 0, 26), (0.5, 8, 4), 0.3), "ice", 0.3),
        part(box((-36.2, 0, 16), (0.4, 0.4, 9)), "olive", 0.45),
        part(box((-36.2, 9, 13), (0.6, 1.4, 2)), "rose", 1.0), part(box((-36.2, -9, 13), (0.6, 1.4, 2)), "rose", 1.0),
        part(cylinder((4, 0, 34), 6, 2.2), "metal", 1.0),
        part(cut(
            turned(cylinder((4, 0, 48), 2, 9), (4, 0, 49), np.pi / 2, 0),
            turned(cylinder((4, 0, 46), 6, 7.4), (4, 0, 49), np.pi / 2, 0),
        ), "metal", 1.5),
    ]
    for x in (24.0, -22.0):
        parts += [
            part(wheel(x, 11, 7.2, 0, 2.2), "coat", 0.5), part(wheel(x, -10, 7.2, 0, 2.2), "coat", 0.4),
            part(turned(cylinder((x, 13.4, 6.6), 1.2, 2.8), (x, 13.4, 7.2), np.pi / 2, 0), "metal", 1.2),
        ]
    return parts


def van_signals() -> Thing:
    """The listening van going east."""
    return made(van_signals_parts(), 100, 66, 22, snow=0.7)


def wood_bundle() -> Thing:
    """Sticks gathered on the hill and tied with straw rope at two places."""
    rng = np.random.default_rng(31)
    parts: list[Part] = []
    for i in range(17):
        angle, out = i * 2.4, 4.4 * np.sqrt((i + 0.5) / 17)
        y, z = out * np.cos(angle), 4.6 + out * np.sin(angle)
        end = 17 + rng.uniform(-4, 4)
        stick = capsule((-end, y * 1.25, z), (end - 2, y * 1.3, z + rng.uniform(-1, 1)), 1.0, 0.7)
        parts.append(part(turned(stick, (0, 0, 0), 0.12, 2), "wood", 0.75 + 0.5 * rng.random(), i % 3 == 0))
    for x in (-8, 7):
        ring = turned(cylinder((x, 0, 4), 1.6, 5.6), (x, 0, 4.8), np.pi / 2, 1)
        parts.append(part(turned(ring, (0, 0, 0), 0.12, 2), "reed", 1.3))
    return made(parts, 46, 16, 14, snow=0.7, key=0.8)


def offering() -> Thing:
    """A white cloth on the snow, four rice cakes on a dish, a cup, an apple: what one brings to a grave."""
    parts = [
        part(box((0, 0, 0.5), (13, 8, 0.5), 0.3, 0.05), "reed", 1.8),
        part(cone((-3, 0, 1), 1.8, 6.4, 7.4), "wood", 0.8), part(cone((7, 3, 1), 3, 1.6, 2.1), "metal", 1.7),
        part(sphere((8, -3, 3), 2.5), "rose", 1.1),
        part(capsule((8, -3, 5.2), (8.4, -3, 7), 0.4), "wood"),
    ]

    def hem(image: Indices, x: int, y: int) -> None:
        for left in range(-11, 12, 4):
            dot(image, x + left, y + 6, "rose", 3)
            dot(image, x + left, y - 8, "rose", 3)
        for left, top in ((-8, -6), (-3, -7), (-9, -2), (-4, -2), (-6, -5)):
            for row, steps in enumerate((" 89 ", "9998", "8987", " 64 ")):
                for column, step in enumerate(steps):
                    if step != " ":
                        dot(image, x + left + column, y + top + row, "snow", int(step))
            dot(image, x + left + 2, y + top + 1, "rose", 6)

    return made(parts, 32, 14, 12, snow=None, key=0.8, ambient=0.2, paint=hem)


THINGS: dict[str, Callable[[], Thing]] = {
    "grave_stone": grave_stone, "brick_post": brick_post, "van_signals": van_signals,
    "pine_snow_a": partial(pine, 78, 41, 7, 0.08, 0.31, 0.02),
    "pine_snow_b": partial(pine, 50, 44, 6, 0.05, 0.35, 0.02),
    "wood_bundle": wood_bundle, "offering": offering,
}  # fmt: skip
