"""What is seen and what stands on the roof in Yanji: the town at night beyond the parapet, a great sign from behind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.dither import BAYER
from tools.art.model import Thing, drawn, made, part
from tools.art.noise import fbm
from tools.art.palette import index
from tools.art.shapes import box, capsule
from tools.art.sheet import Indices
from tools.art.things_front import Front

WIDE, TALL, PARAPET = 96, 32, 9
"""Px of a piece of the view, and how much of it is the parapet."""


def _block(front: Front, left: int, wide: int, high: int, near: bool, rng: np.random.Generator) -> None:
    """One block of the town: a flat dark shape, its roof snowed, its windows lit at random."""
    right, top = min(left + wide, WIDE) - 1, PARAPET + high
    base = -front.x
    front.fill(base + left, PARAPET, base + right, top, "coat" if near else "snow", 1 if near else 2)
    front.fill(base + left, top, base + right, top, "snow", 5 if near else 3)
    for v in range(top - 3, PARAPET, -3):
        for u in range(left + 1, right - 1, 3):
            chance = rng.random()
            if chance < (0.52 if near else 0.40):
                material, step = ("reed", 8) if chance < 0.26 else ("skin", 6) if chance < 0.44 else ("lamp", 6)
                front.fill(base + u, v, base + u + (1 if near else 0), v, material, step if near else step - 2)


def skyline(seed: int) -> Thing:
    """The town from the third-floor roof, six cells of it, over a snowed parapet; the seed is which part."""
    rng = np.random.default_rng(seed)
    image: Indices = np.zeros((TALL, WIDE), dtype=np.uint8)
    y, x = np.mgrid[0:TALL, 0:WIDE].astype(np.float32)
    glow = (y / TALL) * 2.6 + 1.2 * (fbm(x / 30, y / 9, 2, 4) - 0.5)
    level = np.floor(glow + np.tile(BAYER, (TALL // 4, WIDE // 4)) - 0.4)
    image[:] = index("coat", 0)
    image[level >= 1] = index("coat", 1)
    image[(level >= 2) & (y > 6)] = index("rose", 1)
    front = Front(image, WIDE // 2, TALL - 1)
    left = 0
    while left < WIDE:
        wide = int(rng.integers(9, 19))
        _block(front, left, wide, int(rng.integers(7, 17)), False, rng)
        left += wide + int(rng.integers(0, 4))
    left = int(rng.integers(0, 12))
    while left < WIDE - 8:
        wide = int(rng.integers(14, 26))
        high = int(rng.integers(4, 12))
        _block(front, left, wide, high, True, rng)
        if rng.random() < 0.7:
            u = -front.x + left + int(rng.integers(2, wide - 3))
            neon = "rose" if rng.random() < 0.5 else "lamp"
            mask = np.zeros(image.shape, dtype=bool)
            row = front.y - PARAPET - high
            mask[max(row - 4, 0) : row : 2, front.x + u : front.x + u + 6 + (u % 3)] = True
            front.tubes(mask, neon, 3.0)
        left += wide + int(rng.integers(5, 16))
    front.fill(-front.x, 0, front.x - 1, PARAPET - 3, "wood", 2)
    for u in range(-front.x, front.x):
        for v in range(0, PARAPET - 2):
            joint = v % 3 == 2 or (u + 4 * (v // 3 % 2)) % 8 == 0
            front.fill(u, v, u, v, "wood", 1 if joint else 2 + (fbm(np.float32(u / 5), np.float32(v / 2), 1, 3) > 0.55))
    front.fill(-front.x, PARAPET - 2, front.x - 1, PARAPET, "snow", 5)
    front.fill(-front.x, PARAPET, front.x - 1, PARAPET, "snow", 7)
    return drawn(image, (front.x, front.y))


def sign_back() -> Thing:
    """A great sign on the roof from behind: its scaffold black, its light spilling round the edges."""
    parts = [part(box((0, 0, 34), (38, 1.4, 13)), "coat", 0.5, True)]
    for x in (-30.0, -10.0, 10.0, 30.0):
        parts.append(part(capsule((x, 0, 0), (x, 0, 47), 0.9), "metal", 0.7))
        parts.append(part(capsule((x, 9, 0), (x, 0, 34), 0.7), "metal", 0.9))
    for z in (24, 34, 44):
        parts.append(part(capsule((-36, 2, z), (36, 2, z), 0.6), "metal", 0.9))

    def spill(image: Indices, x: int, y: int) -> None:
        mask = np.zeros(image.shape, dtype=bool)
        mask[y - 38, x - 38 : x + 38] = True
        mask[y - 38 : y - 16, [x - 39, x + 38]] = True
        front = Front(image, x, y)
        front.tubes(mask, "rose", 7.0, 0.9)
        image[mask] = index("rose", 6)
        front.fill(-38, 39, 37, 40, "snow", 7)

    return made(parts, 90, 48, 14, snow=0.8, key=0.5, ambient=0.2, paint=spill)


THINGS: dict[str, Callable[[], Thing]] = {
    **{f"skyline_{name}": partial(skyline, seed) for name, seed in (("a", 3), ("b", 8), ("c", 12))},
    "sign_back": sign_back,
}  # fmt: skip
