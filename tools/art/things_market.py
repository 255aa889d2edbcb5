"""What stands about in the market street and its courtyard: carts, coal, cabbages, shovelled snow, lanterns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import BULB, Thing, dot, drawn, empty, line, made, part
from tools.art.noise import fbm
from tools.art.palette import NOTHING, index
from tools.art.shapes import box, capsule, common, cylinder, ellipsoid, sphere, turned
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.things_wheels import tyre


def _tricycle() -> list[Part]:
    """A load tricycle going west: one wheel before, a flat bed between two behind, a saddle, a bell."""
    return [
        *tyre(-20, 1, 6.6), *tyre(12, 9, 6.6), *tyre(12, -7, 6.6),
        part(box((12, 1, 9), (16, 10, 1.2)), "wood", 1.2, True), part(box((12, 11, 12), (16, 0.6, 2.4)), "olive", 1.3),
        part(box((12, -9, 12), (16, 0.6, 2.4)), "olive", 0.9, True),
        part(box((28, 1, 12), (0.6, 10, 2.4)), "olive", 1.0, True),
        part(capsule((-20, 1, 7), (-17, 1, 19), 0.8), "metal", 1.4),
        part(capsule((-17, 1, 15), (-4, 1, 9), 0.9), "metal", 1.2),
        part(capsule((-17, -3, 20), (-16, 5, 20), 0.8), "coat", 0.9),
        part(capsule((-6, 1, 9), (-6, 1, 17), 0.8), "metal", 1.1),
        part(box((-6, 1, 17.6), (3.4, 2, 1.0), 0.6), "coat", 0.9, True),
        part(capsule((-20, 1, 7), (-4, 1, 8), 0.8), "metal", 1.1),
    ]


def tricycle(load: str) -> Thing:
    """A load tricycle with ``cabbages``, ``coal`` or ``nothing`` on its bed."""
    parts, rng = _tricycle(), np.random.default_rng(5)
    if load == "cabbages":
        for level, count in ((0, 12), (1, 6)):
            for i in range(count):
                x, y = -1 + 8.2 * (i % (4 - level)) + 3 * level, -5 + 6.4 * (i // (4 - level)) + 2 * level
                ball = ellipsoid((x + rng.uniform(-1, 1), y, 14 + 5.4 * level), (4.6, 4, 3.8))
                parts.append(part(ball, "olive", 1.3 + 0.5 * rng.random(), level == 1 and i % 2 == 0))
    elif load == "coal":
        for level in range(2):
            for i in range(12):
                x, y = 1 + 7 * (i % 4), -5 + 6 * (i // 4)
                parts.append(part(cylinder((x, y, 10.4 + 6.4 * level), 5.8, 3.1), "coat", 0.5 + 0.1 * (i % 2),
                    level == 1 and i in (0, 5, 6)))
    return made(parts, 68, 36, 18, snow=0.74, key=0.64, ambient=0.2)


def motorbike_apron() -> Thing:
    """A motorbike with a quilted winter apron over its front, red and padded, muffs on the handles, a milk crate."""
    parts = [
        *tyre(-14, 1, 7), *tyre(13, 1, 7), part(box((0, 0, 8), (5, 2.4, 3.6), 0.6), "metal", 1.2),
        part(capsule((3, 2.6, 5), (-15, 3.2, 5), 1.1), "metal", 1.8),
        part(ellipsoid((3, 0, 15), (6, 2.8, 3)), "coat", 1.3),
        part(box((-6, 0, 15), (6.4, 2.8, 1.4), 0.8), "coat", 0.5, True),
        part(capsule((13, 0, 7), (9.4, 0, 20), 1.0), "metal", 1.4),
        part(capsule((9, 3, 21), (7, 6, 20.6), 2.4), "rose", 0.8),
        part(capsule((9, -3, 21), (7, -6, 20.6), 2.2), "rose", 0.6),
        part(turned(box((11, 2.4, 12.6), (4.2, 4.8, 7.8), 1.6), (11, 2, 13), 0.32, 1), "rose", 0.95),
        part(sphere((15.6, 1, 19), 2.2), "metal", 1.5), part(box((-15, 0, 19), (5, 4, 3.6), 0.2), "ice", 1.4, True),
        part(capsule((-2, 2, 5), (-4, 6, 0), 0.6), "metal", 1.1),
    ]

    def quilt(image: Indices, x: int, y: int) -> None:
        rows, columns = np.where((image // 16 == 5) & (image != NOTHING))
        for row, column in zip(rows, columns, strict=True):
            if (row + column) % 4 == 0 or (row - column) % 4 == 0:
                image[row, column] -= 1 if image[row, column] % 16 else 0

    return made(parts, 56, 32, 16, snow=0.78, key=0.7, ambient=0.2, paint=quilt)


def snow_heap(seed: int) -> Thing:
    """Snow shovelled off the street: a low ridge of clods, grey at its foot; the seed is its shape and length."""
    rng = np.random.default_rng(seed)
    wide = (13, 20, 27)[seed % 3]
    ground = box((0, 0, 20), (60, 30, 20))
    parts = [part(common(ellipsoid((0, 0, -2), (wide, 7, 8)), ground), "snow", 1.0)]
    for _ in range(wide):
        x = rng.uniform(-wide, wide) * 0.9
        high = 5.5 * np.sqrt(1 - (x / wide) ** 2) * rng.uniform(0.3, 1.1)
        size = rng.uniform(1.3, 3.2)
        clod = box((x, rng.uniform(-2, 5.5), high), (size * 1.4, size, size * 0.9), size * 0.6, rng.uniform(-0.9, 0.9))
        parts.append(part(common(clod, ground), "snow", rng.uniform(0.86, 1.16)))

    def soot(image: Indices, x: int, y: int) -> None:
        rows, columns = np.where(image != NOTHING)
        grime = fbm(columns / 5, rows / 2.5, 2, seed) + 0.035 * (rows - y)
        for row, column, dirt in zip(rows, columns, grime, strict=True):
            if dirt > 0.58:
                image[row, column] = index("coat", max(int(image[row, column]) % 16 - 2, 2))

    return made(parts, wide * 2 + 14, 20, 10, snow=None, key=0.52, ambient=0.2, toward=BULB, paint=soot)


def briquettes(spent: bool) -> Thing:
    """Coal briquettes stacked by a wall under a board; ``spent``: burnt ones, pale, thrown in a heap."""
    parts, rng = [], np.random.default_rng(2)
    if spent:
        for i in range(14):
            x, y = rng.uniform(-13, 13), rng.uniform(-4, 5)
            disc = turned(cylinder((x, y, 1 + (i % 3) * 2.6), 4.4, 3.5), (x, y, 3), rng.uniform(-0.7, 0.7), i % 2)
            parts.append(part(disc, "reed" if i % 4 else "coat", 0.75 + 0.3 * rng.random(), i > 10))
        return made(parts, 46, 20, 12, snow=0.72, key=0.62, ambient=0.2)
    for level in range(4):
        for i in range(5 - (level == 3)):
            for y in (-3.6, 3.6):
                parts.append(part(cylinder((-14.4 + 7.2 * i + (level == 3) * 3, y, level * 5.6), 5.2, 3.5), "coat",
                    0.62 + 0.14 * ((i + level) % 2)))
    parts.append(part(turned(box((-6, -1, 23.6), (11, 5, 0.7)), (0, 0, 23), 0.09, 1), "wood", 1.1, True))

    def holes(image: Indices, x: int, y: int) -> None:
        for level in range(4):
            for i in range(5):
                dot(image, x - 14 + 7 * i, y + 1 - round(level * 4.5), "coat", 5)

    return made(parts, 48, 32, 12, snow=0.7, key=0.66, ambient=0.22, paint=holes)


def cabbages(wide: int) -> Thing:
    """Winter cabbages stacked along a wall, straw mats and a quilt thrown over one end; ``wide`` heads long."""
    parts, rng = [], np.random.default_rng(wide)
    half = wide * 3.9
    for level in range(3):
        for i in range(wide - level):
            for y in (-4.0, 3.0) if level < 2 else (0.0,):
                x = -half + 4 + i * 7.8 + level * 3.9 + rng.uniform(-0.8, 0.8)
                parts.append(part(ellipsoid((x, y, 4 + level * 6), (4.6, 4.4, 4.2)), "olive",
                    1.15 + 0.6 * rng.random(), level == 2 and i % 3 == 0))
                if y > 0 and rng.random() < 0.5:
                    parts.append(part(ellipsoid((x, y + 3.4, 4 + level * 6), (1.8, 1.2, 2.2)), "snow", 1.2))
    parts.append(part(box((half - 4, 0, 8), (wide * 1.1, 8.4, 8.4), 4), "reed", 0.85, True))
    return made(parts, wide * 8 + 16, 28, 14, snow=0.72, key=0.64, ambient=0.22)


def hopscotch() -> Thing:
    """A hopping game chalked on the slabs, half worn away; a stone still lies in it."""
    image = empty(64, 20)
    for left in range(2, 50, 12):
        for u in range(left, left + 13):
            for row in (3, 15) if left not in (14, 38) else (0, 9, 18):
                dot(image, u, row, "snow", 6)
        for row in range(3, 16) if left not in (14, 38) else range(0, 19):
            dot(image, left, row, "snow", 6)
    for row in range(3, 16):
        dot(image, 50, row, "snow", 6)
    y, x = np.mgrid[0:20, 0:64].astype(np.float32)
    image[fbm(x / 5, y / 4, 2, 3) > 0.56] = NOTHING
    for u, row in ((31, 8), (32, 8), (31, 9), (32, 9), (33, 9)):
        dot(image, u, row, "metal", 5)
    return drawn(image, (32, 0))


def ice_spill() -> Thing:
    """Washing-up water thrown out at the door, frozen where it ran."""
    image = empty(44, 24)
    y, x = np.mgrid[0:24, 0:44].astype(np.float32)
    edge = np.hypot((x - 18) / 17, (y - 10) / 8) + 0.9 * (fbm(x / 7, y / 4, 2, 6) - 0.5)
    edge = np.minimum(edge, np.hypot((x - 32) / 11, (y - 15) / 4) + 0.8 * (fbm(x / 6, y / 3, 2, 7) - 0.5))
    gleam = fbm(x / 9, y / 2, 2, 8)
    image[edge < 0.9] = index("ice", 3)
    image[(edge < 0.84) & (gleam > 0.54)] = index("ice", 4)
    image[(edge < 0.8) & (gleam > 0.68)] = index("ice", 6)
    image[(edge < 0.9) & (np.roll(edge, 1, 0) >= 0.9)] = index("ice", 5)
    return drawn(image, (22, 0))


def lanterns(lit: bool) -> Thing:
    """Six red lanterns on a string, five cells long: the foot is 62 px under its middle, where nothing stands."""
    image = np.full((64, 84), NOTHING, dtype=np.uint8)
    for u in range(84):
        line(image, u, 2 + round(9 * (1 - ((u - 41.5) / 41.5) ** 2)), u,
            2 + round(9 * (1 - ((u - 41.5) / 41.5) ** 2)), index("coat", 2))
    for number in range(6):
        u = 6 + number * 14
        top = 3 + round(9 * (1 - ((u - 41.5) / 41.5) ** 2))
        for dy, half in enumerate((1, 3, 4, 4, 4, 3, 1)):
            for dx in range(-half, half + 1):
                bright = (7 - abs(dx) if lit else 3) - (dy in (0, 6))
                dot(image, u + dx, top + 1 + dy, "rose", bright + (dx < 0) - (dx == half))
        for dx in (-1, 0, 1):
            dot(image, u + dx, top, "reed", 6)
            dot(image, u + dx, top + 8, "reed", 5)
        dot(image, u, top + 9, "rose", 4)
        dot(image, u, top + 10, "rose", 4)
        dot(image, u - 2, top - 0, "snow", 8)
        dot(image, u + 2, top - 0, "snow", 8)
        if lit:
            dot(image, u, top + 4, "reed", 9)
            dot(image, u, top + 5, "reed", 9)
    return drawn(image, (42, 63))


THINGS: dict[str, Callable[[], Thing]] = {
    "tricycle_cabbages": partial(tricycle, "cabbages"), "tricycle_coal": partial(tricycle, "coal"),
    "tricycle": partial(tricycle, "nothing"), "motorbike_apron": motorbike_apron,
    "snow_heap_a": partial(snow_heap, 3), "snow_heap_b": partial(snow_heap, 4), "snow_heap_c": partial(snow_heap, 5),
    "briquettes": partial(briquettes, False), "briquettes_spent": partial(briquettes, True),
    "cabbage_wall": partial(cabbages, 7), "cabbage_row": partial(cabbages, 4), "hopscotch": hopscotch,
    "ice_spill": ice_spill, "lanterns_lit": partial(lanterns, True), "lanterns_dark": partial(lanterns, False),
}  # fmt: skip
