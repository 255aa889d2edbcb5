"""The game's icon: a snow flower in dusty rose above the bend of the river, cut from a few flat steps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tools.art.dither import blue_noise, quantise, spread
from tools.art.noise import fbm, smooth
from tools.art.palette import NOTHING, ROOT, index, table
from tools.art.pictures.parts import Pen
from tools.art.sheet import Indices, png_bytes

SIZE, GRAIN = 256, 4
"""Pixels of the icon, and how many of them make one of the picture's own."""


def _flower(small: int) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Six petals on six arms: the tone of the petals and where the fine arms are."""
    pen, arms = Pen(small, small, 8), Pen(small, small, 8)
    x, y = small * 0.5, small * 0.40
    for number in range(6):
        angle = np.pi / 2 + number * np.pi / 3
        out, side = np.array([np.cos(angle), -np.sin(angle)]), np.array([np.sin(angle), np.cos(angle)])
        middle = np.array([x, y])
        outline = [
            tuple(middle + out * a + side * b)
            for a, b in (
                (2.6, 0.5),
                (8, 3.9),
                (12.5, 4.4),
                (16.4, 2.2),
                (18.2, 0),
                (16.4, -2.2),
                (12.5, -4.4),
                (8, -3.9),
                (2.6, -0.5),
            )
        ]
        pen.area(outline)
        arms.line([tuple(middle + out * 3), tuple(middle + out * 21.5)], 1.0)
        for along in (18.4, 20.4):
            for way in (-1, 1):
                arms.line([tuple(middle + out * (along - 2.4)), tuple(middle + out * along + side * 2.3 * way)], 0.8)
    yy, xx = np.mgrid[0:small, 0:small].astype(np.float32)
    light = 0.66 - 0.016 * (yy - y) - 0.010 * (xx - x) - 0.25 * smooth(6, 2, np.hypot(xx - x, yy - y))
    return np.where(pen.mask(0.5), light, -1).astype(np.float32), arms.mask(0.34)


def draw() -> Indices:
    """Indices (256, 256) of the icon in the river's moon table; the corners are empty."""
    small = SIZE // GRAIN
    yy, xx = np.mgrid[0:small, 0:small].astype(np.float32)
    image = index("snow", 0) + quantise(0.10 + 0.26 * yy / small, 0.7).astype(np.uint8)
    rng = np.random.default_rng(5)
    for _ in range(34):
        image[int(rng.integers(2, round(small * 0.66))), int(rng.integers(2, small - 2))] = index(
            "snow", int(rng.integers(4, 9))
        )
    hill = yy > small * 0.70 - 5 * smooth(0.2, 0.8, fbm(xx / 20, yy * 0, 2, 7)) - 2 * np.cos(xx / 11)
    image[hill] = (index("snow", 0) + quantise(0.46 + 0.3 * (fbm(xx / 12, yy / 3, 2, 4) - 0.5), 0.3))[hill]
    depth = np.clip((yy - small * 0.70) / (small * 0.30), 0, 1)
    middle = small * (0.52 + 0.20 * np.sin(depth * 4.4) * (1 - 0.2 * depth))
    river = (yy > small * 0.71) & (np.abs(xx - middle) < 2.2 + 15 * depth**1.3)
    edge = (yy > small * 0.71) & (np.abs(np.abs(xx - middle) - 2.2 - 15 * depth**1.3) < 0.8)
    image[river] = (index("ice", 0) + quantise(0.36 + 0.3 * (fbm(xx / 9, yy / 1.6, 2, 6) - 0.5), 0.3))[river]
    image[edge] = index("snow", 7)
    petals, arms = _flower(small)
    glow = smooth(small * 0.46, small * 0.1, np.hypot(xx - small / 2, yy - small * 0.40))
    halo = (glow * 0.5 > spread(blue_noise(), small, small)) & ~hill & (image < index("snow", 4))
    image[halo] = index("snow", 3)
    image[arms] = index("snow", 9)
    shown = petals >= 0
    image[shown] = (index("rose", 0) + quantise(np.clip(petals, 0, 1), 0.0))[shown]
    image[np.hypot(xx + 0.5 - small / 2, yy + 0.5 - small * 0.40) < 2.3] = index("lamp", 7)
    corner = np.minimum(np.minimum(xx, small - 1 - xx), small) + np.minimum(yy, small - 1 - yy) < 5
    image[corner] = NOTHING
    return np.repeat(np.repeat(image.astype(np.uint8), GRAIN, 0), GRAIN, 1)


def build(say: Callable[[str], None] = print) -> None:
    """Write assets/icon.png."""
    target = ROOT / "assets" / "icon.png"
    target.write_bytes(png_bytes(draw(), table("river", "moon")))
    with Image.open(target) as made:
        say(f"icon: {made.size[0]} x {made.size[1]}")
