"""How each terrain is painted: smooth functions of world position that answer a tone and a material.

A painter gets a View and answers (tone 0..1, material numbers), both (height, width). Few octaves and a hard
quantise make brush strokes; many octaves would make static.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import ndimage

from tools.art.noise import Floats, cell_edges, fbm, smooth, value_noise
from tools.art.palette import MATERIALS

TERRAINS = (
    "snow", "crust", "path", "gravel", "reedbed", "ice", "raked", "field", "ditch", "bank", "water", "plank",
    "floor", "mat", "concrete", "asphalt", "wall_brick", "wall_inner", "wall_plank", "void",
)  # fmt: skip
"""Terrain ids in the order of the rows of maps/terrain.png."""
WALL_TOPS = ("wall_brick", "wall_inner", "wall_plank")
SNOW, ICE, WOOD, OLIVE, COAT, METAL, REED = (
    MATERIALS.index(name) for name in ("snow", "ice", "wood", "olive", "coat", "metal", "reed")
)
OUTDOORS = ("river", "road", "dawn", "dusk")

Numbers = NDArray[np.int16]
Paint = tuple[Floats, Numbers]


@dataclass(frozen=True, slots=True)
class View:
    """World pixels to paint: ``x``, ``y`` (height, width), the room's ``grade``, and the lie of the snow.

    ``depth`` is px inside the terrain's own edge (0 at the edge), for ruts and hollows.
    """

    x: Floats
    y: Floats
    u: Floats
    v: Floats
    slope: Floats
    depth: Floats
    grade: str


def view(width: int, height: int, grade: str, left: int = 0, top: int = 0) -> View:
    """A View of ``width`` x ``height`` px whose first pixel is world (left, top)."""
    x, y = np.meshgrid(
        np.arange(width, dtype=np.float32) + left, np.arange(height, dtype=np.float32) + top
    )
    u, v = x * 0.94 + y * 0.34, -x * 0.34 + y * 0.94
    lie = 1.5 * fbm(u / 84, v / 34, 3, 4, 0.38) + 0.30 * fbm(u / 26, v / 8, 2, 7, 0.35)
    lie = lie + 0.085 * smooth(0.50, 0.66, fbm(x / 88, y / 60, 3, 75)) * fbm(u / 9, v / 2.8, 2, 9, 0.35)
    soft = ndimage.gaussian_filter(lie, 0.9)
    slope = (ndimage.sobel(soft, 1) * 0.8 + ndimage.sobel(soft, 0) * 0.6) / 8
    return View(x, y, u, v, slope.astype(np.float32), np.full_like(x, 8), grade)


def part_of(whole: View, rows: slice, columns: slice, depth: Floats) -> View:
    """A part of a View, with its own ``depth``."""
    return View(
        whole.x[rows, columns], whole.y[rows, columns], whole.u[rows, columns], whole.v[rows, columns],
        whole.slope[rows, columns], depth, whole.grade,
    )  # fmt: skip


def _all(at: View, material: int) -> Numbers:
    return np.full(at.x.shape, material, dtype=np.int16)


def _cells(x: ArrayLike, y: ArrayLike, seed: int) -> Floats:
    """A flat random value 0..1 per unit cell."""
    return value_noise(np.floor(x), np.floor(y), seed)


def powder(at: View) -> Paint:
    """Powder snow: wind drifts lit from the upper left."""
    tone = 0.575 + at.slope * 5.4 + 0.14 * (fbm(at.x / 130, at.y / 90, 3, 25) - 0.5)
    return tone, _all(at, SNOW)


def crust(at: View) -> Paint:
    """Crusted snow: glazed plates with bright upper rims and thin broken lines, loud to the eye as to the ear."""
    edge = cell_edges(at.x, at.y, 25, 41, 1.5)
    above = cell_edges(at.x + 1.4, at.y + 1.4, 25, 41, 1.5)
    open_line = fbm(at.x / 30, at.y / 24, 2, 43) > 0.36
    glaze = 0.11 * smooth(0.50, 0.62, fbm(at.u / 22, at.v / 7, 2, 44))
    tone = 0.60 + at.slope * 3.0 + glaze
    tone = np.where((edge < 1.3) & open_line, tone - 0.17, tone)
    tone = np.where((above < 1.2) & (edge >= 1.3) & open_line, tone + 0.12, tone)
    return tone, _all(at, SNOW)


def path(at: View) -> Paint:
    """Packed earth and snow: darker, trodden, two ruts along the edges, bare earth showing in places."""
    tone = 0.475 + at.slope * 2.2 + 0.16 * (fbm(at.x / 5, at.y / 3.2, 2, 33) - 0.5)
    wobble = 1.6 * (fbm(at.x / 16, at.y / 16, 2, 40) - 0.5)
    ridge = fbm(at.x / 13, at.y / 13, 2, 38) - 0.28
    tone = tone + 0.34 * np.clip(ridge, 0, 1) * smooth(4.5, 1.5, np.abs(at.depth - 2.5) + 1)
    for rut in (7.0, 15.0):
        away = np.abs(at.depth - rut - wobble)
        worn = 0.4 + 0.8 * (fbm(at.x / 14, at.y / 9, 2, 77) > 0.42)
        tone = tone - 0.085 * smooth(2.0, 0.6, away) * worn
        tone = tone + 0.05 * smooth(1.2, 0.3, np.abs(at.depth - rut - 2.4 - wobble))
    ragged = 0.16 * (fbm(at.x / 3.1, at.y / 2.1, 2, 37) - 0.5)
    bare = fbm(at.x / 15, at.y / 7, 2, 35) + ragged - 0.3 * smooth(9, 1, at.depth) > 0.67
    earth = (0.36 if at.grade == "river" else 0.50) + 0.22 * (fbm(at.x / 4, at.y / 2.6, 2, 36) - 0.5)
    return np.where(bare, earth, tone), np.where(bare, WOOD, SNOW).astype(np.int16)


def gravel(at: View) -> Paint:
    """Frozen pebbles with snow lying between them."""
    edge = cell_edges(at.x, at.y, 4.6, 51, 1.25)
    stone = 0.40 + 0.34 * (value_noise(at.x / 4.1, at.y / 3.4, 52) - 0.5)
    lit = cell_edges(at.x + 1, at.y + 1, 4.6, 51, 1.25) < 0.8
    stone = np.where(lit & (edge >= 0.8), stone + 0.10, stone)
    covered = fbm(at.x / 21, at.y / 15, 3, 53) + 0.12 * (edge < 1.2) + 0.30 * smooth(9, 0, at.depth) > 0.595
    tone = np.where(covered, 0.50 + at.slope * 3.4, np.where(edge < 0.8, 0.25, stone))
    return tone, np.where(covered, SNOW, METAL).astype(np.int16)


def reedbed(at: View) -> Paint:
    """Snow among reeds: broken stalks lie about and darken it; the standing ones are drawn later."""
    tone = 0.50 + at.slope * 3.2 + 0.13 * (fbm(at.x / 7, at.y / 4, 2, 61) - 0.5)
    litter = fbm(at.x / 9, at.y / 2.2, 2, 62) - 0.25 * smooth(8, 0, at.depth) > 0.60
    straw = 0.36 + 0.22 * (fbm(at.x / 6, at.y / 1.3, 2, 63) - 0.3)
    return np.where(litter, straw, tone), np.where(litter, REED, SNOW).astype(np.int16)


def raked(at: View) -> Paint:
    """The raked strip: fine even furrows, so regular that any step shows."""
    phase = at.y + np.round(1.4 * (value_noise(at.x / 46, at.y * 0, 71) - 0.5))
    row = np.mod(phase, 4.0)
    ridge = np.where(row < 1.0, 0.66, np.where(row < 2.0, 0.54, np.where(row < 3.0, 0.30, 0.40)))
    clod = value_noise(at.x / 2.3, np.floor(phase / 4) * 5.1, 72)
    tone = ridge + 0.05 * (clod - 0.5) + at.slope
    earth = (row >= 2.0) & (clod > 0.20)
    return np.where(earth, tone + 0.06, tone), np.where(earth, WOOD, SNOW).astype(np.int16)


def field(at: View) -> Paint:
    """Maize stubble under snow: bent furrows, dark earth where wind has swept them, cut stalks in rows."""
    bend = 9.0 * (fbm(at.x / 120, at.y / 200, 2, 81) - 0.5)
    row = np.mod(at.y + bend, 9.0)
    wave = np.cos((row - 2.2) / 9.0 * 2 * np.pi)
    tone = 0.56 + 0.048 * wave + at.slope * 4.4 + 0.10 * (fbm(at.x / 110, at.y / 70, 2, 82) - 0.5)
    along = fbm(at.x / 19, np.floor((at.y + bend) / 9) * 3.7, 2, 83) - 0.3 * smooth(14, 0, at.depth)
    blown = fbm(at.x / 100, at.y / 50, 2, 85)
    swept = (row > 4.6) & (row < 7.4) & (along > 0.84 - 0.5 * blown)
    earth = (0.33 if at.grade == "river" else 0.46) + 0.16 * (value_noise(at.x / 3, at.y / 2, 84) - 0.5)
    return np.where(swept, earth, tone), np.where(swept, WOOD, SNOW).astype(np.int16)


def ditch(at: View) -> Paint:
    """A frozen ditch: sides of snow that fall to a narrow floor of dull ice, weeds and drifts on it."""
    tone = 0.30 + 0.12 * (fbm(at.x / 22, at.y / 6, 3, 91) - 0.5)
    drift = fbm(at.x / 17, at.y / 13, 3, 92) + 0.34 * smooth(7, 3, at.depth) > 0.56
    side = 0.46 + np.clip(at.slope * 4.6, -0.3, 0.24) - 0.10 * smooth(2, 6, at.depth)
    return np.where(drift, side, tone), np.where(drift, SNOW, ICE).astype(np.int16)


def bank(at: View) -> Paint:
    """River bank earth: clods and roots with snow caught on the ledges; light and shade come with the slope."""
    ledge = fbm(at.x / 13, at.y / 4.2, 3, 101)
    earth = 0.32 + 0.26 * (fbm(at.x / 6, at.y / 3.2, 2, 102) - 0.5) + at.slope * 2
    held = ledge + at.slope * 6 > 0.52
    return np.where(held, 0.50 + at.slope * 2.5, earth), np.where(held, SNOW, WOOD).astype(np.int16)


def ice(at: View) -> Paint:
    """Sound river ice: blue-black glass, wind-polished streaks, snow drifts with crisp edges."""
    tone = 0.36 + 0.30 * (fbm(at.x / 120, at.y / 34, 4, 54) - 0.5)
    tone = tone + 0.07 * (fbm(at.u / 40, at.v / 2.2, 2, 93) > 0.68)
    drift = fbm(at.u / 70, at.v / 15, 4, 64) > 0.595
    return np.where(drift, 0.52 + at.slope * 4, tone), np.where(drift, SNOW, ICE).astype(np.int16)


def water(at: View) -> Paint:
    """Open water: nearly black, with short flat gleams."""
    gleam = fbm(at.x / 15, at.y / 2.1, 2, 111) > 0.68
    tone = 0.05 + 0.07 * (fbm(at.x / 40, at.y / 9, 2, 112) - 0.3) + 0.24 * gleam
    return tone, _all(at, ICE)


def plank(at: View) -> Paint:
    """Boards laid across, butted and nailed; snow in the joints outdoors."""
    board = np.floor(at.y / 5)
    joint = np.mod(at.y, 5) < 1
    end = np.mod(at.x + 37 * np.mod(board * 7, 5), 48)
    tone = 0.45 + 0.16 * (_cells(board * 3.3, np.floor((at.x + 37 * np.mod(board * 7, 5)) / 48), 121) - 0.5)
    tone = tone + 0.12 * (fbm(at.x / 18, at.y / 1.6, 2, 122) - 0.5)
    tone = np.where(joint | (end < 1), 0.15, tone)
    tone = np.where(((end - 2.5) ** 2 < 0.6) & (np.abs(np.mod(at.y, 5) - 2.5) < 0.6), 0.18, tone)
    snowy = (fbm(at.u / 22, at.v / 9, 3, 123) + 0.10 * joint > 0.60) & (at.grade in OUTDOORS)
    return np.where(snowy, 0.52 + at.slope * 3, tone), np.where(snowy, SNOW, WOOD).astype(np.int16)


def floor(at: View) -> Paint:
    """Linoleum: a small printed square pattern, worn pale where people walk."""
    worn = smooth(0.46, 0.66, fbm(at.x / 62, at.y / 44, 3, 131))
    square = (np.mod(np.floor(at.x / 8) + np.floor(at.y / 8), 2) > 0).astype(np.float32)
    rim = (np.mod(at.x, 8) < 1) | (np.mod(at.y, 8) < 1)
    tone = 0.43 + 0.06 * worn + 0.075 * square * (1 - 0.7 * worn) - 0.045 * rim * (1 - worn)
    tone = tone + 0.05 * (fbm(at.x / 26, at.y / 12, 2, 132) - 0.5)
    scuff = fbm(at.x / 9, at.y / 2, 2, 133) > 0.76
    return tone - 0.05 * scuff, _all(at, WOOD)


def mat(at: View) -> Paint:
    """Woven straw matting on the warm floor: fine weave, bound seams."""
    weave = np.mod(np.floor(at.x / 2) + np.floor(at.y / 1) * 1.0, 2) * 0.055
    tone = 0.56 + weave + 0.10 * (fbm(at.x / 40, at.y / 3, 2, 141) - 0.5)
    seam = np.mod(at.x + 5, 48) < 2
    tone = np.where(seam, 0.30 + 0.07 * (np.mod(at.y, 4) < 2), tone)
    return tone, np.where(seam, OLIVE, REED).astype(np.int16)


def concrete(at: View) -> Paint:
    """Cast concrete: stains, a few cracks, joints far apart."""
    tone = 0.46 + 0.14 * (fbm(at.x / 46, at.y / 30, 3, 151) - 0.5) + 0.04 * (fbm(at.x / 5, at.y / 4, 1, 152) - 0.5)
    stain = fbm(at.x / 30, at.y / 26, 2, 153) > 0.66
    crack = (cell_edges(at.x, at.y, 58, 154) < 0.8) & (fbm(at.x / 40, at.y / 40, 2, 155) > 0.55)
    joint = (np.mod(at.x + 9, 64) < 1) | (np.mod(at.y + 5, 64) < 1)
    return tone - 0.08 * stain - 0.16 * crack - 0.12 * joint, _all(at, METAL)


def country_road(at: View) -> Paint:
    """A road nobody has salted: two wheel tracks worn to the tar, packed snow with a tyre's tread, a plough's lumps."""
    half = float(at.depth.max())
    sides = at.depth / half if half > float(at.depth.min()) else np.full_like(at.x, 0.55)  # a tile has no edges
    across = sides + 0.09 * (fbm(at.x / 40, at.y / 40, 2, 164) - 0.5)
    patches = fbm(at.x / 26, at.y / 40, 3, 165)
    wheels = smooth(0.28, 0.36, across) * smooth(0.80, 0.72, across)
    bare = wheels > 0.35 + 0.9 * (patches - 0.42)
    tar = 0.33 + 0.08 * (_cells(at.x / 1.5, at.y / 1.5, 162) > 0.88) + 0.16 * (patches - 0.5)
    crack = (cell_edges(at.x, at.y, 62, 166) < 0.8) & (fbm(at.x / 30, at.y / 30, 2, 167) > 0.5)
    tread = (wheels > 0.1) & (np.mod(at.y + np.abs(np.mod(at.x, 6) - 3), 4) < 1)
    lump = (across < 0.20) & (fbm(at.x / 6, at.y / 6, 2, 168) > 0.47)
    packed = 0.43 + at.slope * 2.0 + 0.10 * (patches - 0.5) - 0.09 * tread + 0.34 * lump
    tone = np.where(bare, np.where(crack, 0.17, tar), packed)
    return np.asarray(tone, dtype=np.float32), np.where(bare, METAL, SNOW).astype(np.int16)


def asphalt(at: View) -> Paint:
    """Wet asphalt in town: dark, trodden slush in long patches, puddles that hold a little of the sky."""
    if at.grade in OUTDOORS:
        return country_road(at)
    tone = 0.27 + 0.10 * (fbm(at.x / 60, at.y / 30, 3, 161) - 0.5)
    grit = _cells(at.x / 1.5, at.y / 1.5, 162) > 0.93
    pool = fbm(at.x / 58, at.y / 19, 3, 163)
    slush = fbm(at.x / 46, at.y / 17, 3, 164) + 0.24 * smooth(9, 0, at.depth)
    heap = slush > 0.645
    trodden = 0.44 + at.slope * 3.5 + 0.15 * (fbm(at.x / 5, at.y / 3, 2, 165) - 0.5)
    wet = (pool > 0.655) & ~heap
    tone = np.where(wet, 0.21 + 0.9 * (pool - 0.655), tone + 0.09 * grit)
    tone = np.where(heap, trodden + 0.08 * (slush > 0.71), tone)
    return tone, np.where(heap, SNOW, np.where(wet, ICE, COAT)).astype(np.int16)


def wall_top(at: View) -> Paint:
    """The upper side of a wall, seen from above: a lid of snow outdoors, dark indoors."""
    if at.grade in OUTDOORS:
        return 0.68 + at.slope * 2.4, _all(at, SNOW)
    return np.full_like(at.x, 0.13) + 0.03 * (fbm(at.x / 20, at.y / 20, 2, 171) - 0.5), _all(at, WOOD)


def void(at: View) -> Paint:
    """Nothing: the dark outside a house."""
    return np.zeros_like(at.x), _all(at, SNOW)


PAINTERS: dict[str, Callable[[View], Paint]] = {
    "snow": powder, "crust": crust, "path": path, "gravel": gravel, "reedbed": reedbed, "ice": ice,
    "raked": raked, "field": field, "ditch": ditch, "bank": bank, "water": water, "plank": plank,
    "floor": floor, "mat": mat, "concrete": concrete, "asphalt": asphalt, "wall_brick": wall_top,
    "wall_inner": wall_top, "wall_plank": wall_top, "void": void,
}  # fmt: skip
