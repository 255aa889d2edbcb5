"""Light of the market street that is not a lamp: an upright sign, what wet ground has of it, wires, drain covers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.art.dither import BAYER
from tools.art.model import Thing, drawn, empty, line, made, part
from tools.art.noise import fbm
from tools.art.palette import NOTHING, index
from tools.art.shapes import box, capsule, cylinder
from tools.art.sheet import Indices
from tools.art.things_front import Front


def blade() -> Thing:
    """A song room's sign that stands out over the street: two syllables, a star, a frame of pink tube."""
    parts = [
        part(capsule((-8, 0, 0), (-8, 0, 88), 1.2), "metal", 0.9),
        part(box((3, 0, 62), (9, 1.8, 26), 0.6), "coat", 0.7, True),
        part(capsule((-8, 0, 80), (3, 0, 80), 0.8), "metal", 1.0),
        part(capsule((-8, 0, 46), (3, 0, 46), 0.8), "metal", 1.0),
    ]

    def neon(image: Indices, x: int, y: int) -> None:
        front = Front(image, x, y)
        front.fill(-5, 30, 11, 69, "coat", 1)
        front.neon(-1, 66, "노", "lamp", 1, 4.0)
        front.neon(-1, 55, "래", "rose", 1, 4.0)
        star = np.zeros(image.shape, dtype=bool)
        for u, v in ((3, 43), (3, 42), (2, 41), (4, 41), (0, 40), (1, 40), (5, 40), (6, 40), (1, 39), (5, 39),
            (2, 38), (4, 38),
                (1, 37), (5, 37), (0, 36), (6, 36)):
            star[y - v, x + u] = True
        front.tubes(star, "lamp", 3.0)
        frame = np.zeros(image.shape, dtype=bool)
        frame[y - 69, x - 5 : x + 12] = frame[y - 30, x - 5 : x + 12] = True
        frame[y - 69 : y - 29, x - 5] = frame[y - 69 : y - 29, x + 11] = True
        image[frame] = index("rose", 6)

    return made(parts, 40, 80, 6, snow=0.6, paint=neon)


def shine_warm() -> Thing:
    """What wet ground has of a warm window or bulb: broken strokes toward us. Neon is given back by itself."""
    wide, tall = 40, 24
    image = empty(wide, tall)
    y, x = np.mgrid[0:tall, 0:wide].astype(np.float32)
    spread = 0.62 + 0.38 * np.clip(y / 8, 0, 1)
    across = np.clip(1 - np.abs(x - wide / 2) / (wide / 2 * spread), 0, 1)
    strokes = 0.25 + 1.25 * fbm(x / 2.2, y / 40, 2, wide)
    gaps = fbm(x / 11, y / 1.7, 2, tall) > 0.52 + 0.1 * (1 - y / tall)
    light = np.sqrt(across) * (1 - y / tall) ** 0.8 * strokes - 0.45 * gaps - 0.25 * (y < 2)
    mask = np.tile(BAYER, (tall // 4 + 1, wide // 4 + 1))[:tall, :wide]
    level = np.floor(3.1 * light + mask * 0.9)
    for number in (1, 2, 3):
        image[level >= number] = index("reed", 2 + number)
    image[(level < 1) | (across < 0.10)] = NOTHING
    return drawn(image, (wide // 2, 0))


def drain_cover() -> Thing:
    """An iron cover in the road, steam's wet ring about it."""
    parts = [part(cylinder((0, 0, 0), 0.5, 6.6), "metal", 0.62)]

    def ribs(image: Indices, x: int, y: int) -> None:
        for row in range(y - 4, y + 6, 2):
            for column in range(x - 5, x + 6):
                if 0 <= row < image.shape[0] and image[row, column] != NOTHING:
                    image[row, column] = index("metal", 1 if (column + row // 2) % 3 else 4)

    return made(parts, 20, 10, 10, snow=None, paint=ribs)


def cable_pole() -> Thing:
    """A concrete pole of the quarter with too many cables, a meter box, handbills round it up to a hand's reach."""
    parts = [
        part(capsule((0, 0, 0), (0, 0, 92), 2.4, 1.8), "metal", 1.1),
        part(box((0, 0, 84), (12, 1.0, 1.2)), "wood", 1.0, True),
        part(box((0, 1.6, 52), (4, 2.4, 6)), "metal", 1.3, True),
        part(box((0, 0, 76), (8, 0.8, 1.0)), "wood", 0.9, True),
    ]

    def wires(image: Indices, x: int, y: int) -> None:
        front = Front(image, x, y)
        for u, v, material, step in ((-2, 18, "snow", 7), (0, 22, "reed", 6), (-1, 13, "rose", 4), (1, 17, "snow", 6)):
            front.fill(u, v, u + 1, v + 3, material, step)
        for u in (-10, -5, 5, 10):
            front.dots([(u, 68), (u, 69)], "snow", 7)
        for start, drop in ((-10, 12), (-5, 16), (5, 15), (10, 11)):
            side = 1 if start > 0 else -1
            for step in range(26):
                line(image, x + start + side * step, y - 69 + round(drop * (step / 26) * (2 - step / 26) * 0.5),
                    x + start + side * step, y - 69 + round(drop * (step / 26) * (2 - step / 26) * 0.5),
                        index("coat", 1))
        for number in range(3):
            line(image, x - 3, y - 60 + number * 2, x + 3, y - 59 + number, index("coat", 1))

    return made(parts, 80, 82, 6, snow=0.7, key=0.62, ambient=0.2, paint=wires)


THINGS: dict[str, Callable[[], Thing]] = {
    "neon_blade": blade, "drain_cover": drain_cover, "cable_pole": cable_pole,
    "shine_warm": shine_warm,
}  # fmt: skip
