"""The lie of a room's land in pixels: which terrain is where, how they blend, how high the ground stands.

The rules know cells of 16 px; the painting must not look like cells. Natural edges wander by at most 6 px; what is
built (floors, walls, the raked strip) keeps its cells exactly; what is dangerous only ever grows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from tools.art.noise import Floats, fbm, smooth
from tools.art.terrain import TERRAINS

CELL = 16
BUILT = tuple(
    TERRAINS.index(name)
    for name in ("raked", "plank", "floor", "mat", "wall_brick", "wall_inner", "wall_plank", "void")
)
OPEN_AIR = tuple(TERRAINS.index(name) for name in (*TERRAINS[:11], "asphalt"))
WALLS = tuple(TERRAINS.index(name) for name in ("wall_brick", "wall_inner", "wall_plank"))
VOID = TERRAINS.index("void")
WATER, ICE, BANK, DITCH, PATH, GRAVEL = (
    TERRAINS.index(name) for name in ("water", "ice", "bank", "ditch", "path", "gravel")
)
GROWTH = 0.27
"""A danger reaches to where its blurred cells are this strong: some 6 px beyond them at most."""

Cells = NDArray[np.uint8]
Labels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Lie:
    """A room's land by pixel: ``label`` terrain, ``weight`` (terrain: 0..1) of natural ones, ``rise`` px of height.

    ``rows`` and ``columns`` say for each pixel which one it looks at instead, so that edges wander.
    """

    label: Labels
    weight: dict[int, Floats]
    rise: Floats
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]


def open_walls(cells: Cells) -> NDArray[np.bool_]:
    """Which wall cells belong to a wall that stands in the open air somewhere: it carries snow."""
    air = ndimage.binary_dilation(np.isin(cells, OPEN_AIR))
    found = np.zeros(cells.shape, dtype=bool)
    for wall in WALLS:
        groups, count = ndimage.label(cells == wall, structure=np.ones((3, 3)))
        touched = np.unique(groups[air & (groups > 0)])
        if count:
            found |= np.isin(groups, touched) & (groups > 0)
    return found


def enlarged(cells: NDArray[np.generic]) -> NDArray[np.generic]:
    """Each cell as 16 x 16 px."""
    return np.repeat(np.repeat(cells, CELL, axis=0), CELL, axis=1)


def softened(mask: NDArray[np.bool_], reach: float = 6.0) -> Floats:
    """A cell mask (rows, columns) as pixels, blurred over ``reach`` px: about 0.5 at its edges."""
    return np.asarray(
        ndimage.gaussian_filter(enlarged(mask).astype(np.float32), reach, mode="nearest", truncate=3), dtype=np.float32
    )


def wandered(height: int, width: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """For every pixel the (row, column) it looks at instead: pushed about by at most 5 px, in two sizes of swirl."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    push_x = 14.0 * (fbm(x / 30, y / 30, 2, 201) - 0.5) + 5.0 * (fbm(x / 9, y / 9, 2, 203) - 0.5)
    push_y = 14.0 * (fbm(x / 30, y / 30, 2, 202) - 0.5) + 5.0 * (fbm(x / 9, y / 9, 2, 204) - 0.5)
    rows = np.clip(np.round(y + np.clip(push_y, -5, 5)), 0, height - 1).astype(np.intp)
    columns = np.clip(np.round(x + np.clip(push_x, -5, 5)), 0, width - 1).astype(np.intp)
    return rows, columns


def grown(mask: NDArray[np.bool_], rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.bool_]:
    """A danger's pixels: all of its cells, and round them what the blur and the wandering add."""
    if not mask.any():
        return np.zeros(rows.shape, dtype=bool)
    found: NDArray[np.bool_] = (softened(mask)[rows, columns] > GROWTH) | enlarged(mask).astype(np.bool_)
    return found


def lie_of(cells: Cells) -> Lie:
    """The lie of a room from its terrain ids (rows, columns)."""
    height, width = cells.shape[0] * CELL, cells.shape[1] * CELL
    rows, columns = wandered(height, width)
    rule = enlarged(cells).astype(np.uint8)
    best = np.full((height, width), -1, dtype=np.float32)
    label = rule.copy()
    weight: dict[int, Floats] = {}
    for terrain in np.unique(cells):
        if terrain in BUILT:
            continue
        score = softened(cells == terrain)[rows, columns]
        weight[int(terrain)] = smooth(0.22, 0.78, score)
        wins = score > best
        best[wins] = score[wins]
        label[wins] = terrain
    built = np.isin(rule, BUILT)
    label[built] = rule[built]
    flood = grown(cells == WATER, rows, columns) & ~built
    label[flood] = WATER
    return Lie(label, weight, _rise(label), rows, columns)


def _rise(label: Labels) -> Floats:
    """Height of the ground in px: banks fall to the river, ditches lie low, walls stand up."""
    rise = np.zeros(label.shape, dtype=np.float32)
    river = (label == ICE) | (label == WATER)
    slope = label == BANK
    if slope.any() and river.any():
        to_river = ndimage.distance_transform_edt(~river)
        to_land = ndimage.distance_transform_edt(river | slope)
        share = to_land / np.maximum(to_land + to_river, 1e-3)
        rise = np.where(slope, -11 * smooth(0.0, 1.0, share), rise)
    low = label == DITCH
    if slope.any():
        rise = np.where(river, -11.0, rise)
    else:
        low |= river
    if low.any():
        rise = np.where(low, -8 * smooth(0, 9, ndimage.distance_transform_edt(low | river)), rise)
    rise = np.where(label == PATH, -1.2, rise)
    soft = ndimage.gaussian_filter(rise.astype(np.float32), 1.6)
    return np.where(np.isin(label, WALLS), 22.0, soft).astype(np.float32)


def steepness(rise: Floats) -> Floats:
    """How much the ground faces the moon (upper left): positive is lit. Walls count as level ground."""
    level = np.minimum(rise, 0.0)
    across, down = ndimage.sobel(level, 1) / 8, ndimage.sobel(level, 0) / 8
    return np.asarray(across * 0.8 + down * 0.6, dtype=np.float32)


def thrown(rise: Floats, reach: float = 0.9, limit: float = 40.0) -> NDArray[np.bool_]:
    """Where the land's own moon shadow falls: ``reach`` px of shadow for each px of height, to the lower right."""
    dark = np.zeros(rise.shape, dtype=bool)
    height = np.minimum(rise, limit)
    longest = int((height.max() - height.min()) * reach) + 1
    for step in range(1, longest + 1):
        dx, dy = round(step * 0.88), round(step * 0.47)
        moved = np.full_like(height, -99)
        moved[dy:, dx:] = height[: height.shape[0] - dy, : height.shape[1] - dx]
        dark |= moved - height > step / reach + 0.4
    return dark
