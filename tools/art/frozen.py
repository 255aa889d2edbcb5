"""River ice by thickness. How safe it is can be read without colour: the thinner, the darker and the more crazed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from tools.art.lay import Cells, Lie, grown
from tools.art.noise import cell_edges, fbm
from tools.art.palette import index
from tools.art.sheet import Indices
from tools.art.terrain import ICE as ICE_INK
from tools.art.terrain import SNOW, Paint, View
from tools.art.terrain import ice as sound_ice

CLEAR, WHITISH, CRAZED, WET = 0, 1, 2, 3
BELOW_CM = ((10, WHITISH), (7, CRAZED), (5, WET))
"""Thinner than so many cm: what it looks like. Water has 0 cm and is painted elsewhere."""


def bands(lie: Lie, frozen: NDArray[np.bool_], ice_cm: Cells) -> NDArray[np.uint8]:
    """For each pixel how bad the ice is, CLEAR to WET; a worse band covers a better one and never shrinks."""
    worst = np.zeros(lie.label.shape, dtype=np.uint8)
    for centimetres, band in BELOW_CM:
        worst[grown(frozen & (ice_cm < centimetres), lie.rows, lie.columns)] = band
    return worst


def paint(at: View, band: NDArray[np.uint8]) -> Paint:
    """Tone and material of ice in its bands."""
    tone, material = sound_ice(at)
    milk = 0.47 + 0.22 * (fbm(at.u / 26, at.v / 9, 3, 212) - 0.5) + 0.05 * (fbm(at.u / 40, at.v / 2.2, 2, 93) > 0.64)
    whitish = band == WHITISH
    drift = (material == SNOW) & (fbm(at.u / 70, at.v / 15, 4, 64) > 0.64)
    tone = np.where(whitish & ~drift, milk, tone)
    material = np.where(whitish & ~drift, ICE_INK, material)
    crazed = 0.215 + 0.24 * (fbm(at.x / 34, at.y / 13, 3, 92) - 0.5)
    tone = np.where(band == CRAZED, crazed, tone)
    gleam = fbm(at.x / 17, at.y / 2.4, 2, 213) > 0.71
    slush = fbm(at.x / 11, at.y / 5, 2, 217) > 0.66
    wet = 0.10 + 0.07 * fbm(at.x / 30, at.y / 10, 2, 214) + 0.26 * gleam + 0.12 * slush
    tone = np.where(band == WET, wet, tone)
    material = np.where(band >= CRAZED, ICE_INK, material).astype(np.int16)
    return np.asarray(tone, dtype=np.float32), material


def crack(image: Indices, at: View, band: NDArray[np.uint8], frozen: NDArray[np.bool_]) -> None:
    """Draw cracks and the pale rims of thin ice onto painted indices."""
    glass = frozen & (image // 16 == ICE_INK)
    wander = fbm(at.x / 60, at.y / 60, 3, 99)
    long = (cell_edges(at.x, at.y, 74, 7, 1.5) < 1.5) & (wander > 0.42) & (band <= WHITISH)
    mid = (cell_edges(at.x, at.y, 36, 17, 1.5) < 1.1) & (band == WHITISH) & (wander > 0.34)
    crushed = fbm(at.x / 24, at.y / 18, 2, 218)
    broad = (cell_edges(at.x, at.y, 27, 8, 1.5) < 1.1) & (crushed > 0.33)
    small = (cell_edges(at.x, at.y, 11, 18, 1.4) < 0.9) & (crushed > 0.53)
    split = (cell_edges(at.x, at.y, 90, 28, 1.2) < 1.4) & (band == CRAZED)
    _line(image, long & glass, glass, 2, 7)
    _line(image, mid & glass, glass, 3, 8)
    _line(image, small & glass & (band == CRAZED), glass, 1, 4)
    _line(image, broad & glass & (band == CRAZED), glass, 0, 5)
    _line(image, split & glass, glass, 0, 7)
    broken = fbm(at.x / 5, at.y / 5, 2, 215) > 0.40
    for worst, step in ((CRAZED, 6), (WET, 8)):
        inside = (band >= worst) & frozen
        rim = inside & ~ndimage.binary_erosion(inside, iterations=2 if worst == WET else 1, border_value=1)
        image[rim & broken & glass] = index("ice", step)
    wet = (band == WET) & frozen
    deep, near = (ndimage.binary_erosion(wet, iterations=steps, border_value=1) for steps in (5, 3))
    inner = near & ~deep
    image[inner & glass & (fbm(at.x / 7, at.y / 4, 2, 216) > 0.52)] = index("ice", 4)


def _line(
    image: Indices, mask: NDArray[np.bool_], glass: NDArray[np.bool_], dark: int, light: int
) -> None:
    """A crack: dark, with the lit edge of its far side in the pixel above it."""
    above = np.zeros_like(mask)
    above[:-1] = mask[1:]
    image[above & ~mask & glass] = index("ice", light)
    image[mask] = index("ice", dark)
