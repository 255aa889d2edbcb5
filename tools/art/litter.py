"""Small marks on a painted ground: glints, tufts of grass, stubble, broken reeds, twigs. Places depend on a seed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tools.art.lay import Labels
from tools.art.model import line
from tools.art.noise import fbm
from tools.art.palette import index
from tools.art.sheet import Indices
from tools.art.terrain import SNOW, TERRAINS

SCREEN = 640 * 360


def _spots(
    mask: NDArray[np.bool_], count: int, rng: np.random.Generator
) -> list[tuple[int, int]]:
    """About ``count`` random pixels per screen that lie in the mask, as (x, y)."""
    tries = int(count * mask.size / SCREEN)
    x, y = rng.integers(0, mask.shape[1], tries), rng.integers(0, mask.shape[0], tries)
    kept = mask[y, x]
    return [(int(a), int(b)) for a, b in zip(x[kept], y[kept], strict=True)]


def strew(image: Indices, label: Labels, seed: int) -> None:
    """Strew all marks over a ground, in place."""
    rng = np.random.default_rng(seed)
    name = {terrain: number for number, terrain in enumerate(TERRAINS)}
    is_snow = image // 16 == SNOW
    snow, crust, field = (label == name[terrain] for terrain in ("snow", "crust", "field"))
    _tufts(image, (snow | (label == name["bank"])) & is_snow, rng)
    stubble(image, field, rng)
    _broken_reeds(image, label == name["reedbed"], rng)
    _twigs(image, (snow | (label == name["path"])) & is_snow, rng)
    bright = is_snow & (image % 16 >= 6)
    for x, y in _spots(bright & (snow | crust | field), 420, rng):
        image[y, x] = index("snow", 9)


def _tufts(image: Indices, mask: NDArray[np.bool_], rng: np.random.Generator) -> None:
    """Dead grass through the snow, in clusters, a little shade at its right."""
    for x, y in _spots(mask, 190, rng):
        if fbm(np.float32(x / 40), np.float32(y / 40), 2, 17) < 0.5:
            continue
        for _ in range(int(rng.integers(2, 5))):
            at = x + int(rng.integers(-2, 3))
            lean, tall = int(rng.integers(-1, 2)), int(rng.integers(1, 4))
            line(image, at, y, at + lean, y - tall, index("reed", int(rng.integers(2, 5))))
        image[y, x + 1 : x + 3] = index("snow", 4)


def stubble(image: Indices, mask: NDArray[np.bool_], rng: np.random.Generator) -> None:
    """Cut maize stalks, standing along the furrows' ridges."""
    if not mask.any():
        return
    height, width = mask.shape
    for x, y in _spots(mask, 1700, rng):
        bend = 9.0 * float(fbm(np.float32(x / 120), np.float32(y / 200), 2, 81) - 0.5)
        row = round(y - (y + bend) % 9 + 2)
        if not (3 <= row < height - 1 and x < width - 1 and mask[row, x]):
            continue
        if fbm(np.float32(x / 60), np.float32(y / 30), 2, 19) < 0.42:
            continue
        tall = int(rng.integers(1, 4))
        line(image, x, row, x, row - tall, index("reed", int(rng.integers(3, 6))))
        image[row, x + 1] = index("snow", 4)


def _broken_reeds(image: Indices, mask: NDArray[np.bool_], rng: np.random.Generator) -> None:
    """Stalks, upright and snapped, thick on the reed bed."""
    for x, y in sorted(_spots(mask, 5200, rng), key=lambda spot: spot[1]):
        tall, lean = int(rng.integers(4, 12)), float(rng.normal(1.6, 1.4))
        shade = int(rng.integers(3, 6))
        line(image, x, y, x + lean * 0.4, y - tall * 0.6, index("reed", shade - 1))
        line(image, x + lean * 0.4, y - tall * 0.6, x + lean, y - tall, index("reed", shade + 1))
        if rng.random() < 0.22:
            line(image, x + lean, y - tall, x + lean + 3, y - tall + 2, index("reed", shade))
        if rng.random() < 0.16:
            line(image, x + lean, y - tall - 2, x + lean, y - tall, index("reed", 7))


def _twigs(image: Indices, mask: NDArray[np.bool_], rng: np.random.Generator) -> None:
    """A few twigs and cones."""
    for x, y in _spots(mask, 26, rng):
        line(image, x, y, x + int(rng.integers(2, 5)), y + int(rng.integers(-1, 2)), index("wood", 3))
