"""The stalls of the market street under their bulbs; a telephone kiosk, a drum with a fire."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import BULB, Thing, dot, made, part
from tools.art.noise import fbm
from tools.art.palette import MATERIALS, NOTHING
from tools.art.shapes import box, capsule, cut, cylinder, ellipsoid, moved, sphere, turned
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.things_front import Front
from tools.art.things_wheels import tyre

SNOW, WOOD, COAT, METAL = (MATERIALS.index(name) for name in ("snow", "wood", "coat", "metal"))


def _fallen(image: Indices, seed: int) -> None:
    """Strokes in the even snow on a roof, so that it is no plain sheet."""
    y, x = np.mgrid[0 : image.shape[0], 0 : image.shape[1]].astype(np.float32)
    wave, flat = fbm(x / 13, y / 4, 2, seed), (image // 16 == SNOW) & (image % 16 >= 5) & (image % 16 <= 7)
    image[flat & (wave > 0.58)] += 1
    image[flat & (wave < 0.40)] -= 1


def _tarp(material: str, gain: float) -> list[Part]:
    """A roof of tarpaulin on four poles, 3 cells wide, tilted to the street, snow on it, a bulb under it."""
    parts = [
        part(turned(box((0, -4, 50), (25, 9, 1.0)), (0, -4, 50), 0.30, 0), material, gain, True),
        part(box((0, 4.6, 45.4), (25, 0.5, 2.6)), material, gain * 1.2), part(sphere((2, 5, 39), 1.9), "reed", 4.0),
    ]
    for side in (-23.0, 23.0):
        parts.append(part(capsule((side, 4, 0), (side, 4, 46), 0.8), "metal", 1.1))
        parts.append(part(capsule((side, -12, 0), (side, -12, 50), 0.8), "metal", 0.8))
    return parts


def _bulb(image: Indices, x: int, y: int, wide: float = 17, low: float = 24) -> None:
    """The bulb, and its light on what is near under the roof: cold stuff turns warm, all goes up a step or two."""
    height, width = image.shape
    rows, columns = np.mgrid[0:height, 0:width]
    down = (rows - y).astype(np.float32)
    near = np.hypot((columns - x) / wide, np.where(down > 0, down / low, down / 7))
    for row, column in zip(*np.where((near < 1) & (image != NOTHING)), strict=True):
        value, here = int(image[row, column]), near[row, column]
        more = 2 if here < 0.4 else 1 if here < 0.75 else (column + row) % 2
        material = WOOD if value // 16 in (COAT, METAL) and here < 0.75 else value // 16
        image[row, column] = material * 16 + min(value % 16 + more, 9)
    for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1), (0, -1), (-1, 0)):
        dot(image, x + dx, y + dy, "reed", 9)


def stall_dumplings() -> Thing:
    """Dumplings: a drum for a stove, a tower of bamboo steamers on it, a table, a board; she who sells has gone in."""
    parts = [
        *_tarp("coat", 1.2), part(cylinder((-11, 6, 0), 14, 7.4), "metal", 0.9),
        part(cylinder((-11, 6, 14), 1.6, 8.4), "metal", 1.3), part(box((12, 8, 15), (11, 6, 1)), "wood", 1.3),
        part(capsule((2, 12, 0), (2, 12, 15), 0.8), "wood", 0.8),
        part(capsule((22, 12, 0), (22, 12, 15), 0.8), "wood", 0.8),
        part(cylinder((18, 8, 16), 5, 2.4), "rose", 1.0), part(cylinder((18, 8, 21), 2, 1.2), "wood", 1.0),
    ]
    for level in range(3):
        parts.append(part(cylinder((-11, 6, 16 + level * 5), 3.8, 7.6), "reed", 1.05))
        parts.append(part(cylinder((-11, 6, 19.8 + level * 5), 1.2, 8.2), "wood", 0.9))
    parts.append(part(ellipsoid((-11, 6, 31), (7.6, 7.4, 2.4)), "reed", 1.2))
    for number, x in enumerate((5.0, 9.4, 13.6, 7.2, 11.6)):
        parts.append(part(sphere((x, 10 if number < 3 else 7, 17.6 + (number > 2) * 2), 2.3), "snow", 1.3))

    def paint(image: Indices, x: int, y: int) -> None:
        _fallen(image, 7)
        _bulb(image, x + 2, y - 28)
        front = Front(image, x, y)
        front.fill(1, -8, 20, 1, "rose", 3)
        front.text(3, 0, "만두", "reed", 8, 1)
        front.fill(-14, -5, -9, -2, "wood", 1)
        front.dots([(-13, -4), (-12, -4), (-10, -3)], "rose", 6)
        front.dots([(-11, -4), (-12, -3)], "skin", 7)

    stall = made(parts, 74, 84, 16, snow=0.6, key=0.6, ambient=0.22, toward=BULB, paint=paint)
    return Thing(stall.image, (stall.foot[0], stall.foot[1] + 9))  # the table before it is as near as anything


def stall_sweet_potato() -> Thing:
    """A sweet-potato man's oven: an oil drum on a hand-cart, drawers in its front, a stub of chimney, a bulb."""
    parts = [
        *tyre(-13, 7, 6.4), *tyre(13, 7, 6.4), part(box((0, 2, 8.6), (21, 8, 1.4)), "wood", 1.0),
        part(moved(turned(cylinder((0, 2, -17), 34, 9.6), (0, 2, 0), np.pi / 2, 1), (0, 0, 18.6)), "metal", 1.0),
        part(capsule((21, 5, 9), (32, 9, 15), 1.0), "wood", 1.1),
        part(capsule((21, -3, 9), (32, -5, 15), 1.0), "wood", 0.9),
        part(cylinder((-11, -2, 24), 18, 2.2), "metal", 0.8),
        part(cylinder((-11, -2, 42), 1.6, 3.6), "metal", 1.0, True),
        part(capsule((16, -4, 9), (16, -4, 48), 0.7), "metal", 1.1),
        part(capsule((16, -4, 48), (6, 2, 47), 0.6), "metal", 1.1),
        part(sphere((6, 2, 44.6), 1.8), "reed", 4.0),
    ]
    for x in (-6.0, -1.0, 5.0, 10.0):
        parts.append(part(ellipsoid((x, 5, 29.4), (3.2, 2.0, 1.8)), "rose" if x > 0 else "wood", 1.3))

    def paint(image: Indices, x: int, y: int) -> None:
        front = Front(image, x, y)
        for u in (-12, -3, 6):
            front.fill(u, 8, u + 6, 12, "metal", 2)
            front.fill(u, 12, u + 6, 12, "metal", 5)
            front.fill(u + 2, 9, u + 4, 9, "rose", 5)
            front.dots([(u + 3, 9)], "skin", 7)
        _bulb(image, x + 6, y - 33, 14)

    return made(parts, 76, 70, 16, snow=0.6, key=0.6, ambient=0.22, toward=BULB, paint=paint)


def stall_shut(seed: int) -> Thing:
    """A stall closed for the night: a tarpaulin roped over crates, snow in its folds."""
    rng = np.random.default_rng(seed)
    parts = [part(box((0, 0, 9), (20, 9, 9), 3), "olive" if seed % 2 else "coat", 1.2, True),
        part(box((-8, 0, 18), (9, 7, 5), 3), "olive" if seed % 2 else "coat", 1.1, True),
        part(box((17, 9, 4), (4, 4, 4), 0.3), "wood", 1.2, True)]
    for x in (-13.0, 1.0, 13.0):
        parts.append(part(capsule((x, 9.4, 1), (x + rng.uniform(-2, 2), 9.2, 17), 0.5), "reed", 1.3))
    parts.append(part(capsule((-20, 9.4, 8), (20, 9.4, 9), 0.5), "reed", 1.2))
    return made(parts, 56, 34, 14, snow=0.7, key=0.62, ambient=0.2)


def kiosk() -> Thing:
    """A phone-card kiosk, 2 cells: one lit window, cards hung in it in rows, a telephone on its ledge."""
    parts = [
        part(box((0, -6, 23), (18, 6, 23)), "ice", 1.1), part(box((0, -4, 46.8), (21, 9, 1.4)), "ice", 1.1, True),
        part(box((0, 3.4, 19), (13, 2.4, 0.9)), "metal", 1.4, True),
        part(box((9, 3.4, 21.4), (3, 1.8, 1.6), 0.5), "rose", 1.3),
    ]

    def paint(image: Indices, x: int, y: int) -> None:
        front = Front(image, x, y - 0)
        front.fill(-18, 0, 17, 36, "ice", 3)
        for u in range(-17, 18, 4):
            front.fill(u, 0, u, 13, "ice", 2)
        front.text(-9, 11, "电话", "reed", 6)
        front.fill(-13, 15, 12, 26, "reed", 8)
        front.fill(-13, 15, 12, 16, "skin", 6)
        front.frame(-14, 14, 13, 27, "metal", 5)
        for number, u in enumerate(range(-12, 3, 4)):
            for v in (21, 24):
                front.fill(u, v, u + 2, v + 1, ("rose", "lamp", "coat", "olive")[(number + v) % 4], 5)
        front.fill(5, 17, 9, 21, "coat", 2)
        front.fill(6, 22, 8, 24, "wood", 2)
        front.fill(-17, 28, 16, 37, "coat", 1)
        front.neon(-13, 36, "전화", "rose", 2, 3.0)
        front.dots([(8, 33), (10, 34), (12, 35), (8, 31), (10, 30), (12, 29), (10, 32), (13, 32)], "lamp", 7)
        front.fill(-13, 13, 13, 13, "snow", 7)
        front.fill(6, 14, 11, 15, "rose", 4)
        front.fill(7, 16, 10, 16, "rose", 5)
        image[y + 1 :] = NOTHING
        _fallen(image, 4)

    return made(parts, 48, 56, 8, snow=0.5, key=0.62, ambient=0.24, paint=paint)


def drum_stove() -> Thing:
    """An oil drum with a fire in it for whoever stands the night, holes knocked in its side."""
    parts = [
        part(cut(cylinder((0, 0, 0), 20, 8), cylinder((0, 0, 8), 14, 6.8)), "metal", 0.9),
        part(cylinder((0, 0, 9), 7, 6.6), "coat", 0.4), part(cylinder((0, 0, 6), 1, 8.5), "metal", 1.3),
        part(cylinder((0, 0, 14), 1, 8.5), "metal", 1.2), part(capsule((-4, 1, 15), (6, -2, 26), 1.0), "wood", 0.8),
    ]

    def glow(image: Indices, x: int, y: int) -> None:
        front = Front(image, x, y)
        for u, v in ((-4, 2), (0, 1), (4, 2), (-2, -3), (2, -3)):
            front.fill(u, v, u + 1, v, "skin", 8)
            front.dots([(u, v - 1)], "rose", 6)
        for u in range(-5, 6):
            tongue = 14 + 11 * float(fbm(np.float32(u / 2.2), np.float32(1), 2, 4)) - abs(u) * 0.5
            for v in range(14, int(tongue)):
                front.dots([(u, v)], "reed" if v < 16 else "skin", 9 if v < 16 else 8 - (v > 18) - (v > 20))

    return made(parts, 28, 28, 12, snow=0.86, key=0.62, ambient=0.2, toward=BULB, paint=glow)


THINGS: dict[str, Callable[[], Thing]] = {
    "stall_dumplings": stall_dumplings, "stall_sweet_potato": stall_sweet_potato,
    "stall_shut_a": partial(stall_shut, 1), "stall_shut_b": partial(stall_shut, 2), "kiosk": kiosk,
    "drum_stove": drum_stove,
}  # fmt: skip
