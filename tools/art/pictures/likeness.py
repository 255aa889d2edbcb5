"""Heads in pictures that are somebody's: the portraits' own faces at another size, in planes instead of lines."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from tools.art import portraits_lines as lines
from tools.art.palette import NOTHING, index
from tools.art.pictures.parts import Floats
from tools.art.portraits import LEVELS, STEPS, spun, turn_of
from tools.art.portraits_face import Mood, head
from tools.art.portraits_sitter import Sitter
from tools.art.sheet import Indices
from tools.art.solid import Lighting, Part, Picture, despeckle, facing, render

Spot = tuple[float, float]
GRAIN = np.array([0.33, 0.42, 0.85]) / np.linalg.norm([0.33, 0.42, 0.85]) * 41 / 3.3
"""Across the lines of an engraving: so many of them to a head unit, as in the portraits."""


def leaning(yaw: float, pitch: float, roll: float) -> Floats:
    """The rotation of a head: degrees turned to our left, nodding, and bent toward our right."""
    a = np.radians(roll)
    tip = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    return np.asarray(tip @ turn_of(yaw, pitch), dtype=np.float32)


def planes(seen: Picture, turn: Floats | None = None) -> Indices:
    """The six tones of a portrait, flat; with its ``turn`` engraved where one passes into the next."""
    at = np.interp(np.clip(0.03 + 0.95 * seen.tone, 0, 1) ** 0.94, LEVELS, np.arange(len(LEVELS)))
    if turn is None:
        level = ndimage.median_filter(np.floor(at + 0.5).astype(np.int64), 3)
    else:
        hatch = np.abs((seen.place @ turn) @ GRAIN % 1 - 0.5) * 2
        low = np.floor(at)
        level = (low + ((at - low - 0.5) / np.where(low <= 2, 0.60, 0.30) + 0.5 > hatch)).astype(np.int64)
    inks = np.maximum(seen.material, 0) * 16 + STEPS[np.clip(level, 0, len(LEVELS) - 1)]
    return despeckle(np.where(seen.material >= 0, inks, NOTHING).astype(np.uint8))


def likeness(
    sitter: Sitter, mood: Mood, size: tuple[int, int], middle: Spot, scale: float, light: Lighting,
    roll: float = 0.0, more: tuple[Part, ...] = (), closed: bool = False,
) -> Indices:
    """A head alone as indices (height, width): ``middle`` its middle, ``scale`` px a head unit (a face is 1.6).

    ``more`` parts turn with it (a muffler, a collar). The shades are flat, and the neck
    ends where a collar begins.
    """
    turn = leaning(mood.yaw, mood.pitch, roll)
    parts = [spun(part, turn) for part in [*head(sitter.face, mood, sitter.ears), *sitter.headwear(sitter.face), *more]]
    seen = render(parts, *size, facing(middle, scale), light, 3)
    page = lines.Page(planes(seen), seen.tone, turn, scale, middle)
    lines.draw(page, sitter.face, mood, closed)
    below = (np.arange(size[1]) > middle[1] + 1.04 * scale)[:, None]
    neck = below & (page.image // 16 == index("skin", 0) // 16)
    return np.where((seen.material >= 0) & ~neck, page.image, NOTHING).astype(np.uint8)
