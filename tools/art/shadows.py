"""Shadows of things and pools of standing lamps, pressed into a painted ground as lower or higher steps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tools.art.dither import BAYER, quantise
from tools.art.noise import fbm
from tools.art.palette import NOTHING
from tools.art.sheet import Indices
from tools.art.terrain import COAT, ICE, METAL, REED, SNOW

RISE = 0.80
MOON_CAST = (0.62, 0.32)
"""How far a pixel of height throws its shadow, right and down, by a low moon."""


def cast(
    dark: NDArray[np.bool_], image: Indices, foot: tuple[int, int], x: int, y: int, tallest: float = 999.0
) -> None:
    """Mark in ``dark`` the shadow of a thing whose ``foot`` stands at (x, y); heights are cut at ``tallest`` px."""
    rows, columns = np.where(image != NOTHING)
    height = np.minimum((foot[1] - rows) / RISE, tallest)
    for part in (0.0, 0.5, 1.0):
        across = np.round(x + (columns - foot[0]) + height * MOON_CAST[0] + part * 0.5).astype(np.intp)
        down = np.round(y + height * MOON_CAST[1] + part * 0.7).astype(np.intp)
        inside = (height >= 0) & (across >= 0) & (across < dark.shape[1]) & (down >= 0) & (down < dark.shape[0])
        dark[down[inside], across[inside]] = True


def lower(image: Indices, dark: NDArray[np.bool_], steps: int) -> None:
    """Take ``steps`` off the dark pixels' steps, not below step 1."""
    step = (image % 16).astype(np.int16)
    less = np.maximum(step - steps, np.minimum(step, 1))
    image[dark] = (image // 16 * 16 + less).astype(np.uint8)[dark]


def pool(
    image: Indices, x: int, y: int, radius: int, grade: str, opaque: NDArray[np.bool_]
) -> None:
    """A lamp's pool: brighter steps in printed bands, its middle in warm straw on snow, ice, stone and tar."""
    left, right = max(x - radius, 0), min(x + radius + 1, image.shape[1])
    top, bottom = max(y - radius, 0), min(y + radius + 1, image.shape[0])
    if left >= right or top >= bottom:
        return
    at_y, at_x = np.mgrid[top:bottom, left:right].astype(np.float32)
    away = np.hypot((at_x - x) / radius, (at_y - y) / (radius * 0.72)) + 0.12 * (fbm(at_x / 9, at_y / 5, 2, 44) - 0.5)
    for share in np.linspace(0.05, 0.95, 20):
        px = np.clip(np.round(x + (at_x - x) * share), 0, image.shape[1] - 1).astype(np.intp)
        py = np.clip(np.round(y + (at_y - y) * share), 0, image.shape[0] - 1).astype(np.intp)
        away = np.where(opaque[py, px], 9.0, away)
    band = quantise(np.clip(1.05 - away, 0, 1), 0.8, BAYER, 4, (left, top)).astype(np.int16)
    part = image[top:bottom, left:right]
    material, step = (part // 16).astype(np.int16), (part % 16).astype(np.int16)
    stone = METAL if grade != "flat" else SNOW
    cold = np.isin(material, (SNOW, ICE, stone, COAT)) & (band >= 2)
    gain = np.array([0, 1, 1, 2], dtype=np.int16)[band]
    material = np.where(cold, REED, material)
    part[:] = (material * 16 + np.clip(step + gain, 0, 9)).astype(np.uint8)
