"""Dither masks and the one place where a smooth tone becomes a step of a ramp.

Blue noise is for nature, Bayer for artificial light and print. The width of the dithered zone is the knob of
taste: 0 for things and buildings, 0.22 for snow and ice, 0.25 for conifers, 0.6 to 0.9 for skies.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from tools.art.palette import STEPS

Mask = NDArray[np.float32]
BAYER: Mask = (
    (np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], dtype=np.float32) + 0.5) / 16
).astype(np.float32)


@cache
def blue_noise(size: int = 64, seed: int = 3) -> Mask:
    """A tileable (size, size) mask of thresholds 0..1 without low frequencies (void and cluster)."""
    rng = np.random.default_rng(seed)
    axis = np.minimum(np.arange(size), size - np.arange(size))
    bell = np.exp(-(axis[:, None] ** 2 + axis[None] ** 2) / (2 * 1.9**2))

    def around(spot: int) -> NDArray[np.float64]:
        return np.roll(bell, (spot // size, spot % size), (0, 1))

    dots = np.zeros(size * size, dtype=bool)
    crowd = np.zeros((size, size))
    for spot in rng.choice(size * size, size * size // 10, replace=False):
        dots[spot] = True
        crowd += around(int(spot))
    while True:
        tightest = int(np.where(dots, crowd.ravel(), -1.0).argmax())
        dots[tightest] = False
        crowd -= around(tightest)
        emptiest = int(np.where(dots, np.inf, crowd.ravel()).argmin())
        dots[emptiest] = True
        crowd += around(emptiest)
        if emptiest == tightest:
            break
    rank = np.zeros(size * size, dtype=np.int64)
    first, left = int(dots.sum()), dots.copy()
    fewer = crowd.copy()
    for place in range(first - 1, -1, -1):
        spot = int(np.where(left, fewer.ravel(), -1.0).argmax())
        left[spot] = False
        fewer -= around(spot)
        rank[spot] = place
    for place in range(first, size * size):
        spot = int(np.where(dots, np.inf, crowd.ravel()).argmin())
        dots[spot] = True
        crowd += around(spot)
        rank[spot] = place
    return ((rank + 0.5) / (size * size)).reshape(size, size).astype(np.float32)


def spread(mask: Mask, height: int, width: int, top: int = 0, left: int = 0) -> Mask:
    """The mask tiled over ``height`` x ``width`` px, its phase fixed to world position (left, top)."""
    rows = (np.arange(height) + top) % mask.shape[0]
    columns = (np.arange(width) + left) % mask.shape[1]
    return np.asarray(mask[rows[:, None], columns[None]], dtype=np.float32)


def quantise(
    value: NDArray[np.floating], width: float = 0.0, mask: Mask | None = None, steps: int = STEPS,
    origin: tuple[int, int] = (0, 0),
) -> NDArray[np.uint8]:
    """Steps 0..steps-1 of a tone 0..1 (height, width). ``width``: of the dithered zone, in steps (0 hard).

    ``mask``: blue noise unless told. ``origin``: world (x, y) of the array's first pixel, so that parts join.
    """
    height, across = value.shape
    if not width:
        return np.asarray(np.clip(np.floor(value * (steps - 1) + 0.5), 0, steps - 1), dtype=np.uint8)
    threshold = spread(blue_noise() if mask is None else mask, height, across, origin[1], origin[0])
    step = np.floor(value * (steps - 1) + 0.5 + (threshold - 0.5) * width)
    return np.asarray(np.clip(step, 0, steps - 1), dtype=np.uint8)
