"""A head-scarf for pictures, in head units: a square folded to a triangle, drawn round to a knot under the chin.

Every fold runs to the knot; the point of the cloth hangs down the back, whichever way the head is bent.
"""

from __future__ import annotations

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.portraits_hats import mane, parted, strands, window
from tools.art.portraits_types import OVAL
from tools.art.shapes import Points, Shape, capsule, custom, ellipsoid, smooth_cut, smooth_union, sphere, turned
from tools.art.solid import Part

SIDES = (-1, 1)
TOP, POINT = -0.52, -1.96
NAPE = (0.0, -0.72, -0.58)
"""Heights where the hanging corner begins and ends, and the spot about which it swings."""


def _hood() -> Shape:
    """Tight over the skull and the nape, open for the face, with a doubled hem."""
    edge = window(
        (-1.25, -0.98, -0.80, -0.35, 0.05, 0.38, 0.62, 0.80, 0.89), (0.08, 0.20, 0.37, 0.56, 0.65, 0.62, 0.45, 0.17, 0)
    )
    whole = smooth_union(
        0.18,
        ellipsoid((0, -0.17, 0.335), (0.83, 0.93, 0.87)),
        ellipsoid((0, -0.26, -0.34), (0.66, 0.60, 0.56)),
        capsule((0, -0.30, -0.50), (0, -0.34, -0.95), 0.50, 0.46),
        *[capsule((s * 0.62, 0.02, -0.06), (s * 0.16, 0.36, -0.97), 0.20, 0.15) for s in SIDES],
    )
    cloth = smooth_cut(0.02, whole, edge)

    def field(p: Points) -> Points:
        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        # The direction seen from the knot, from the crown down over the ears.
        turn = np.arctan2(np.hypot(x, 0.3 * y) * np.sign(x), z + 1.15)
        wave = fbm(turn * 1.3 + 4, y * 0.8 + 9, 2, 5)
        crease = 0.030 * smooth(0.95, -0.45, z) * np.sin(9.0 * turn - 3.4 * y + 4 * wave)
        nape = 0.055 * np.exp(-(((z + 0.60 + 0.10 * x * x) / 0.07) ** 2)) * smooth(-0.1, -0.5, y)
        away = edge.field(p)
        hem = -0.030 * np.exp(-(((away - 0.045) / 0.035) ** 2)) + 0.010 * np.exp(-(((away - 0.105) / 0.018) ** 2))
        return np.asarray(cloth.field(p) * 0.86 + crease + nape + hem, dtype=np.float32)

    return custom(field, cloth.centre, cloth.reach + 0.05)


def drape(pitch: float) -> Shape:
    """The corner on her back: a sheet bent about the neck, pleated toward its point. It hangs, for all ``pitch``."""

    def field(p: Points) -> Points:
        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        down = (TOP - z) / (TOP - POINT)
        fan = x / np.maximum(0.10, 1.06 - down)
        pleat = 0.034 * np.sin(15.0 * fan + 0.9 * np.sin(3 * z)) * smooth(0.0, 0.25, down)
        sheet = np.abs(y + 0.74 + 0.28 * down - 0.42 * x * x + pleat) - 0.075
        side = (np.abs(x) - np.interp(down, (-0.1, 0.0, 0.2, 1.0), (0.50, 0.58, 0.62, 0.04))) * 0.8
        return np.asarray(np.maximum(np.maximum(sheet, side), np.maximum(z - TOP, POINT - z)) * 0.8, dtype=np.float32)

    return turned(custom(field, (0, -0.80, (TOP + POINT) / 2), 1.1), NAPE, float(np.radians(-0.7 * pitch)), 0)


def kerchief(cloth: str, hair: str) -> list[Part]:
    """The scarf without its hanging corner, and the hair at the brow."""
    line = window((-0.9, -0.3, 0.0, 0.22, 0.42, 0.56, 0.66), (0.7, 0.66, 0.60, 0.50, 0.36, 0.18, 0))
    under = smooth_cut(0.02, mane(OVAL, 0.040, line, -0.1), sphere((0, -0.9, 0.0), 0.95))
    knot = smooth_union(
        0.05,
        *[capsule((s * 0.30, 0.26, -0.94), (0, 0.46, -1.05), 0.10, 0.10) for s in SIDES],
        sphere((0, 0.52, -1.05), 0.115),
        capsule((0.03, 0.54, -1.08), (0.24, 0.58, -1.58), 0.075, 0.165),
        capsule((-0.03, 0.54, -1.08), (-0.23, 0.56, -1.42), 0.075, 0.145),
    )

    def pleats(p: Points) -> Points:
        fan = np.arctan2(p[..., 0], -p[..., 2] - 0.85)
        return np.asarray(knot.field(p) * 0.9 + 0.016 * np.sin(24 * fan), dtype=np.float32)

    return [
        Part(strands(under, parted, 0.012), hair, 0.62),
        Part(_hood(), cloth, 0.70),
        Part(custom(pleats, knot.centre, knot.reach), cloth, 0.74),
    ]
