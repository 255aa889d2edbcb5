"""Smooth repeatable noise on integer lattices. Arrays in, arrays of the same shape out, values 0..1."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

Floats = NDArray[np.float32]


def smooth(low: float, high: float, value: ArrayLike) -> Floats:
    """Smoothstep: 0 at ``low``, 1 at ``high`` (``low`` may be the larger)."""
    part = np.clip((np.asarray(value, dtype=np.float32) - low) / (high - low), 0.0, 1.0)
    return np.asarray(part * part * (3.0 - 2.0 * part), dtype=np.float32)


def _corner(x: NDArray[np.int64], y: NDArray[np.int64], seed: int) -> Floats:
    """A value 0..1 for each lattice point, from an integer hash."""
    mixed = (x * 374761393 + y * 668265263 + seed * 2147483647) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 13)) * 1274126177) & 0xFFFFFFFF
    return (((mixed ^ (mixed >> 16)) & 0xFFFF) / 65535.0).astype(np.float32)


def value_noise(x: ArrayLike, y: ArrayLike, seed: int = 0) -> Floats:
    """Value noise with quintic fade; one lattice cell is one unit of ``x`` and ``y``."""
    across, down = np.broadcast_arrays(np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64))
    left = np.floor(across).astype(np.int64)
    top = np.floor(down).astype(np.int64)
    fx = (across - left).astype(np.float32)
    fy = (down - top).astype(np.float32)
    u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
    v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    upper = _corner(left, top, seed) * (1 - u) + _corner(left + 1, top, seed) * u
    lower = _corner(left, top + 1, seed) * (1 - u) + _corner(left + 1, top + 1, seed) * u
    return np.asarray(upper * (1 - v) + lower * v, dtype=np.float32)


def fbm(
    x: ArrayLike, y: ArrayLike, octaves: int = 4, seed: int = 0, gain: float = 0.5, step: float = 2.03
) -> Floats:
    """Several octaves of value noise, each ``step`` times finer and ``gain`` times weaker. Few look best."""
    across, down = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    total: Floats = np.zeros(np.broadcast_shapes(across.shape, down.shape), dtype=np.float32)
    weight, weights = 1.0, 0.0
    for octave in range(octaves):
        total = total + np.float32(weight) * value_noise(across, down, seed + octave * 17)
        weights += weight
        weight *= gain
        across, down = across * step + 13.7, down * step + 7.3
    return np.asarray(total / np.float32(weights), dtype=np.float32)


def warp(x: ArrayLike, y: ArrayLike, cell: float, reach: float, seed: int = 0) -> tuple[Floats, Floats]:
    """Coordinates pushed about by at most ``reach`` px, in swirls about ``cell`` px wide."""
    across, down = np.asarray(x, dtype=np.float32), np.asarray(y, dtype=np.float32)
    push_x = (fbm(across / cell, down / cell, 3, seed) - 0.5) * 2 * reach
    push_y = (fbm(across / cell + 31.4, down / cell + 17.9, 3, seed + 1) - 0.5) * 2 * reach
    return across + push_x, down + push_y


def cell_edges(x: ArrayLike, y: ArrayLike, cell: float, seed: int, squeeze: float = 1.0) -> Floats:
    """How far (px) each spot is from the nearest edge between irregular cells: near 0 is a crack.

    Cells are about ``cell`` px wide and flatter by ``squeeze``; their edges are bent by noise.
    """
    across, down = np.broadcast_arrays(np.asarray(x, dtype=np.float32), np.asarray(y, dtype=np.float32))
    bent_x = across + cell * 0.5 * (fbm(across / cell * 1.4, down / cell * 1.4, 3, seed) - 0.5)
    bent_y = down + cell * 0.5 * (fbm(across / cell * 1.4 + 9, down / cell * 1.4, 3, seed + 1) - 0.5)
    column = np.arange(np.floor(across.min() / cell) - 2, np.ceil(across.max() / cell) + 3)
    row = np.arange(np.floor(down.min() * squeeze / cell) - 2, np.ceil(down.max() * squeeze / cell) + 3)
    grid_x, grid_y = np.meshgrid(column.astype(np.int64), row.astype(np.int64))
    points = np.stack(
        [
            (grid_x + 0.08 + 0.84 * _corner(grid_x, grid_y, seed + 2)).ravel() * cell,
            (grid_y + 0.08 + 0.84 * _corner(grid_x, grid_y, seed + 3)).ravel() * cell,
        ],
        axis=-1,
    )
    spots = np.stack([bent_x.ravel(), bent_y.ravel() * squeeze], axis=-1)
    near, _ = cKDTree(points).query(spots, 2)
    return np.asarray((near[:, 1] - near[:, 0]).reshape(across.shape), dtype=np.float32)
