"""The ground of March: terrains without their dusting of snow, and the hollows in which water stands.

What the weather then makes of bare ground, of old snow and of ice is told once, in game/ui/underfoot.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.ui import underfoot
from tools.art.noise import Floats, cell_edges, fbm, smooth, value_noise
from tools.art.sheet import Indices
from tools.art.terrain import METAL, OLIVE, REED, WOOD, Paint, View, plank

LEVELS = 32
"""Each of the two fields of melt.png holds levels 0..31; their sum says how wet a spot is."""


@dataclass(frozen=True, slots=True)
class Field:
    """A part of melt.png: its size in px, after which it begins again, and the seed of its hollows."""

    width: int
    height: int
    seed: int


FIELDS = (Field(232, 136, 5), Field(143, 84, 11))


def path(at: View) -> Paint:
    """Trodden earth: a rut along each edge, worn here and there, pebbles, some straw, dead grass where nobody walks."""
    tone = 0.44 + at.slope * 1.3 + 0.16 * (fbm(at.x / 17, at.y / 9, 3, 33) - 0.5)
    tone = tone + 0.10 * (fbm(at.x / 3.4, at.y / 2.2, 2, 36) - 0.5)
    rut = 8.0 + 5.0 * (fbm(at.x / 21, at.y / 21, 2, 40) - 0.5)
    worn = smooth(0.36, 0.56, fbm(at.x / 26, at.y / 17, 2, 77))
    tone = tone - 0.09 * worn * smooth(2.6, 0.8, np.abs(at.depth - rut))
    tone = tone + 0.04 * worn * smooth(1.4, 0.4, np.abs(at.depth - rut - 2.8))
    pebble = value_noise(at.x / 2.6, at.y / 2.1, 402) > 0.90
    straw = (fbm(at.x / 7, at.y / 1.4, 2, 403) > 0.77) | (fbm(at.x / 1.6, at.y / 6, 2, 404) > 0.84)
    grass = fbm(at.x / 5, at.y / 3, 3, 405) + 0.30 * smooth(7, 0, at.depth) > 0.76
    blade = 0.40 + 0.26 * (value_noise(at.x / 1.3, at.y / 3.1, 406) - 0.4)
    tone = np.where(pebble, 0.52, tone)
    tone = np.where(straw | grass, np.where(grass, blade, 0.50), tone)
    return tone, np.where(straw | grass, REED, np.where(pebble, METAL, WOOD)).astype(np.int16)


def field(at: View) -> Paint:
    """Maize stubble: bent furrows of bare earth, chaff and straw along their ridges, weeds in patches."""
    bend = 9.0 * (fbm(at.x / 120, at.y / 200, 2, 81) - 0.5)
    row = np.mod(at.y + bend, 9.0)
    wave = np.cos((row - 2.2) / 9.0 * 2 * np.pi)
    tone = 0.40 + 0.10 * wave + at.slope * 1.6 + 0.12 * (fbm(at.x / 5, at.y / 2.6, 2, 84) - 0.5)
    tone = tone + 0.10 * (fbm(at.x / 70, at.y / 40, 2, 82) - 0.5)
    rank = fbm(at.x / 60, at.y / 30, 3, 85)
    chaff = (fbm(at.x / 8, at.y / 1.5, 2, 407) + 0.09 * wave + 0.30 * (rank - 0.5) > 0.64) & (row < 6.5)
    weed = (fbm(at.x / 6, at.y / 3, 2, 408) + 0.5 * (rank - 0.5) > 0.76) & ~chaff
    straw = 0.44 + 0.10 * wave + 0.22 * (value_noise(at.x / 3.1, at.y / 1.2, 409) - 0.5)
    tone = np.where(chaff, straw, np.where(weed, 0.36, tone))
    return tone, np.where(chaff, REED, np.where(weed, OLIVE, WOOD)).astype(np.int16)


def country_road(at: View) -> Paint:
    """Old tar, patched and cracked, its sides crumbling into dust and gravel."""
    half = float(at.depth.max())
    sides = at.depth / half if half > float(at.depth.min()) else np.full_like(at.x, 0.55)  # a tile has no edges
    across = sides + 0.09 * (fbm(at.x / 40, at.y / 40, 2, 164) - 0.5)
    patches = fbm(at.x / 26, at.y / 40, 3, 165)
    wheels = smooth(0.24, 0.36, across) * smooth(0.84, 0.72, across)
    tone = 0.40 - 0.06 * wheels + 0.18 * (patches - 0.5) + 0.09 * (value_noise(at.x / 1.5, at.y / 1.5, 162) > 0.88)
    crack = (cell_edges(at.x, at.y, 62, 166) < 0.8) & (fbm(at.x / 30, at.y / 30, 2, 167) > 0.4)
    dust = (fbm(at.x / 9, at.y / 6, 3, 410) + 0.9 * smooth(0.22, 0.02, across) > 0.72) & ~crack
    tone = np.where(crack, 0.17, np.where(dust, 0.46 + 0.14 * (fbm(at.x / 3, at.y / 2, 2, 411) - 0.5), tone))
    return tone, np.where(dust, WOOD, METAL).astype(np.int16)


Painter = Callable[[View], Paint]
PAINTERS: dict[str, Painter] = {
    "plank": lambda at: plank(replace(at, grade="flat")), "path": path, "field": field, "country_road": country_road,
}  # fmt: skip


def _turning(field: Field) -> Floats:
    """Smooth hollows, wider than high, that begin again at the field's edges: ranks 0..1."""
    rng = np.random.default_rng(field.seed)
    down, across = np.meshgrid(
        np.fft.fftfreq(field.height), np.fft.fftfreq(field.width), indexing="ij"
    )
    far = np.hypot(down, across * 2.1)
    held = np.where((far > 0) & (far < 0.10), (far + 0.04) ** -3.2, 0)
    wave = np.fft.ifft2(np.fft.fft2(rng.normal(size=far.shape)) * held).real
    return np.asarray(wave.ravel().argsort().argsort().reshape(wave.shape) / wave.size, dtype=np.float32)


@cache
def fields() -> tuple[NDArray[np.uint8], ...]:
    """The two fields in levels."""
    return tuple((_turning(field) * LEVELS).astype(np.uint8) for field in FIELDS)


def melt_image() -> Indices:
    """melt.png: the two fields side by side."""
    one, other = fields()
    image = np.zeros((one.shape[0], one.shape[1] + other.shape[1]), dtype=np.uint8)
    image[:, : one.shape[1]] = one
    image[: other.shape[0], one.shape[1] :] = other
    return image


def wetness(height: int, width: int) -> NDArray[np.uint8]:
    """How low each px of a room lies: 0..64, a triangle about 32. Tiles have the same hollows in the same places."""
    rows, columns = np.arange(height)[:, None], np.arange(width)[None]
    one, other = fields()
    drier, broad = (np.frombuffer(table, dtype=np.uint8) for table in (underfoot.DRIER, underfoot.BROAD))
    grain = np.frombuffer(underfoot.grain(), dtype=np.uint8).reshape(other.shape)
    large = broad[one].repeat(2, 0).repeat(2, 1)
    return sum(
        (held[rows % held.shape[0], columns % held.shape[1]] for held in (drier[one], other, large, grain)),
        start=np.zeros((height, width), dtype=np.uint8),
    )
