"""The upright faces of walls, as index images: brick, painted plaster with a dado, boards."""

from __future__ import annotations

import numpy as np

from tools.art.dither import quantise
from tools.art.noise import fbm, value_noise
from tools.art.sheet import Indices
from tools.art.terrain import METAL, OLIVE, OUTDOORS, REED, SNOW, WOOD

JOINING = 1.25
"""Bricks and boards so many times narrower join at every cell's border."""


def face(terrain: str, width: int, height: int, left: int, grade: str, narrow: float = 1.0) -> Indices:
    """The lit face (height, width) of a wall seen from the front; ``left`` is its world x, so that faces join.

    The foot of the wall is the last row. Walls taller than one tile show more of the same wall.
    ``narrow``: bricks and boards are so many times narrower.
    """
    x, up = np.meshgrid(
        np.arange(width, dtype=np.float32) + left, np.arange(height, dtype=np.float32)[::-1].copy()
    )
    painter = {"wall_brick": _brick, "wall_inner": _plaster, "wall_plank": _boards}[terrain]
    tone, material = painter(x * narrow, up, height)
    image = (material * 16 + quantise(np.clip(tone, 0.02, 0.98))).astype(np.uint8)
    image[-1] = WOOD * 16 + 1
    if grade in OUTDOORS:
        drift = (up < 1.2 + 3.2 * fbm(x / 17, x * 0, 2, 185)) & (up >= 0)
        image[drift] = SNOW * 16 + 5
        image[0] = SNOW * 16 + 8
    return image


def _brick(x: np.ndarray, up: np.ndarray, height: int) -> tuple[np.ndarray, np.ndarray]:
    """Courses of 4 px, joints broken, here and there a paler or sootier brick."""
    course = np.floor(up / 4)
    along = x + 5 * np.mod(course, 2)
    joint = (np.mod(up, 4) < 1) | (np.mod(along, 10) < 1)
    each = value_noise(np.floor(along / 10) * 1.7, course * 2.3, 181)
    tone = 0.42 + 0.24 * (each - 0.5) - 0.06 * (np.mod(up, 4) < 2) + 0.10 * (fbm(x / 30, up / 14, 2, 182) - 0.5)
    plaster = fbm(x / 26, up / 12 + 3, 3, 183) > 0.66
    tone = np.where(joint, 0.27, tone)
    return np.where(plaster, 0.50, tone), np.where(plaster, METAL, WOOD).astype(np.int16)


def _plaster(x: np.ndarray, up: np.ndarray, height: int) -> tuple[np.ndarray, np.ndarray]:
    """Whitewash above, green oil paint below, a dark line between, damp near the foot."""
    line = 10 if height >= 20 else 6
    damp = 0.10 * (fbm(x / 21, up / 9, 3, 191) - 0.5)
    upper = 0.60 + damp + 0.03 * (up > line + 6)
    lower = 0.47 + damp - 0.10 * (fbm(x / 14, up / 5, 2, 192) > 0.66)
    tone = np.where(up > line, upper, np.where(up > line - 1, 0.20, lower))
    tone = np.where(up < 2, 0.22, tone)
    skirting = up < 2
    return tone, np.where(skirting, WOOD, np.where(up > line, REED, OLIVE)).astype(np.int16)


def _boards(x: np.ndarray, up: np.ndarray, height: int) -> tuple[np.ndarray, np.ndarray]:
    """Upright boards of uneven tone, gaps between, two rows of nails."""
    board = np.floor(x / 5)
    gap = np.mod(x, 5) < 1
    tone = 0.36 + 0.26 * (value_noise(board * 1.9, board * 0.7, 195) - 0.5)
    tone = tone + 0.10 * (fbm(x / 1.5, up / 12, 2, 196) - 0.5) + 0.05 * (np.mod(x, 5) < 2)
    nail = (np.abs(np.mod(x, 5) - 3) < 0.6) & ((np.abs(up - 4) < 0.6) | (np.abs(up - (height - 4)) < 0.6))
    return np.where(gap, 0.12, np.where(nail, 0.62, tone)), np.full(x.shape, WOOD, dtype=np.int16)
