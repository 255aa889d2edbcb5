"""A bare head, and what lies close on it: hoods and hair as shells, open where the face looks out."""

from __future__ import annotations

import numpy as np

from tools.art.people_dress import Dress, Standing, egg
from tools.art.shapes import Points, Shape, capsule, custom, smooth_cut, smooth_union, sphere
from tools.art.solid import Part


def face(s: Standing, d: Dress) -> list[Part]:
    """Head and neck, bare."""
    k, p = s.build.height, s.pose
    skull = smooth_union(
        0.8 * k,
        sphere(s.at(p.head, -0.2, 0, 0.8), 3.3 * k),
        capsule(s.at(p.head, 0.8, -0.5, -1.4), s.at(p.head, 0.8, 0.5, -1.4), 2.2 * k),
    )
    neck = capsule(s.at(p.neck, 0, 0, -0.6), s.at(p.head, -0.4, 0, -1.6), 1.55 * k)
    return [Part(skull, "skin", d.skin), Part(neck, "skin", d.skin * 0.9)]


def gable(s: Standing, brow: float, wide: float, slope: float, ahead: float = 0.4) -> Shape:
    """Where a face looks out of cloth or parted hair: highest at the brow's middle, falling ``slope`` to the temples.

    ``wide``: half its width; it begins ``ahead`` of the middle of the head.
    """
    k, middle = s.build.height, s.at(s.pose.head).astype(np.float32)
    axes = np.stack([s.forward, s.right, s.up], axis=-1).astype(np.float32)

    def field(p: Points) -> Points:
        q = np.asarray((p - middle) @ axes, dtype=np.float32) / np.float32(k)
        side = np.abs(q[..., 1])
        roof = (q[..., 2] - brow + slope * side) / np.hypot(1.0, slope)
        return np.asarray(np.maximum(np.maximum(roof, side - wide), ahead - q[..., 0]) * k, dtype=np.float32)

    return custom(field, middle, 9.0 * k)


def shell_over(s: Standing, size: float, brow: float, drop: float = 0.0, hole: Shape | None = None) -> Shape:
    """A hood or head of hair: the skull made larger by ``size``, open where the face looks out.

    ``brow``: how high above the middle of the head its edge crosses the forehead. ``drop``: how much lower it
    hangs at the nape (below 0: higher). ``hole``: another opening than the round one.
    """
    k, p = s.build.height, s.pose
    outer = smooth_union(
        0.8 * k,
        sphere(s.at(p.head, -0.4, 0, 0.85), (3.3 + size) * k),
        sphere(s.at(p.head, -0.5, 0, -1.1 - drop), (2.6 + size) * k),
    )
    hole = egg(s, p.head, (4.5, 4.6, 3.0), (4.7, 0, brow - 2.6)) if hole is None else hole
    return smooth_cut(0.4 * k, outer, hole)
