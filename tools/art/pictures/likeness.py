"""Heads in pictures that are somebody's: the portraits' own faces at another size, in planes instead of lines."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from tools.art import portraits_lines as lines
from tools.art.palette import NOTHING
from tools.art.pictures.parts import Floats
from tools.art.portraits import LEVELS, STEPS, spun, turn_of
from tools.art.portraits_face import Mood, head
from tools.art.portraits_sitter import Sitter
from tools.art.sheet import Indices
from tools.art.solid import Lighting, Part, despeckle, facing, render

Spot = tuple[float, float]


def leaning(yaw: float, pitch: float, roll: float) -> Floats:
    """The rotation of a head: degrees turned to our left, nodding, and bent toward our right."""
    a = np.radians(roll)
    tip = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    return np.asarray(tip @ turn_of(yaw, pitch), dtype=np.float32)


def likeness(
    sitter: Sitter, mood: Mood, size: tuple[int, int], middle: Spot, scale: float, light: Lighting,
    roll: float = 0.0, more: tuple[Part, ...] = (), closed: bool = False,
) -> Indices:
    """A head alone as indices (height, width): ``middle`` its middle, ``scale`` px a head unit (a face is 1.6).

    ``more`` parts turn with it (a muffler, a collar). The shades are flat; only at their edges a pixel wavers.
    """
    turn = leaning(mood.yaw, mood.pitch, roll)
    parts = [spun(part, turn) for part in [*head(sitter.face, mood, sitter.ears), *sitter.headwear(sitter.face), *more]]
    seen = render(parts, *size, facing(middle, scale), light, 3)
    value = np.clip(0.03 + 0.95 * seen.tone, 0, 1) ** 0.94
    level = np.floor(np.interp(value, LEVELS, np.arange(len(LEVELS))) + 0.5).astype(np.int64)
    level = np.where(seen.material >= 0, ndimage.median_filter(level, 3), 0)
    flat = np.where(seen.material >= 0, np.maximum(seen.material, 0) * 16 + STEPS[level], NOTHING)
    page = lines.Page(despeckle(flat.astype(np.uint8)), seen.tone, turn, scale, middle)
    lines.draw(page, sitter.face, mood, closed)
    return np.where(seen.material >= 0, page.image, NOTHING).astype(np.uint8)
