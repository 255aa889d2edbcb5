"""Clothes of portraits, in head units; they turn half as far as the head."""

from __future__ import annotations

import numpy as np

from tools.art.portraits_face import SIDES
from tools.art.portraits_hats import Tint, rough
from tools.art.shapes import Points, capsule, custom, ellipsoid, smooth_cut, smooth_union, sphere
from tools.art.solid import Part


def shoulders(tint: Tint, quilt: float = 0.0, wide: float = 1.0) -> list[Part]:
    """A coat's shoulders and breast; `quilt` is the depth of its stitched rows."""
    body = smooth_union(
        0.25,
        capsule((-1.02 * wide, -0.28, -1.84), (1.02 * wide, -0.28, -1.84), 0.46),
        capsule((-0.5, -0.1, -1.5), (0.5, -0.1, -1.5), 0.40),
        ellipsoid((0, -0.1, -2.5), (1.42 * wide, 0.75, 0.95)),
    )

    def field(p: Points) -> Points:
        rows = np.sin(p[:, 0] * 11 + 0.8 * np.sin(p[:, 2] * 3)) * quilt if quilt else 0.0
        return np.asarray(body.field(p) * 0.95 + rows, dtype=np.float32)

    return [Part(custom(field, body.centre, body.reach + quilt), *tint)]


def collar(tint: Tint, fur: bool = False, tall: float = 1.0, radius: float = 0.15) -> list[Part]:
    """A turned-up collar, open at the throat."""
    ring = smooth_union(
        0.12,
        capsule((-0.52, -0.1, -1.12), (-0.12, 0.48, -1.52), radius * tall),
        capsule((0.52, -0.1, -1.12), (0.12, 0.48, -1.52), radius * tall),
        capsule((-0.52, -0.1, -1.12), (0.52, -0.1, -1.12), 0.2 * tall),
    )
    shape = smooth_cut(0.05, ring, sphere((0, 0, -0.75), 0.40))
    return [Part(rough(shape, 0.06, 11.0, 6) if fur else shape, *tint)]


def stand_collar(tint: Tint, tabs: Tint | None) -> list[Part]:
    """A buttoned uniform collar, with plain tabs."""
    ring = smooth_cut(
        0.03, capsule((0, -0.12, -1.02), (0, -0.02, -1.42), 0.42, 0.50), capsule((0, -0.1, -0.6), (0, -0.1, -1.4), 0.34)
    )
    parts = [Part(ring, *tint), Part(sphere((0, 0.50, -1.34), 0.045), "lamp", 0.7)]
    if tabs:
        parts += [Part(capsule((s * 0.17, 0.42, -1.24), (s * 0.30, 0.36, -1.20), 0.065), *tabs) for s in SIDES]
    return parts


def boards(tint: Tint) -> list[Part]:
    """Shoulder boards."""
    return [Part(capsule((s * 0.72, -0.16, -1.36), (s * 1.12, -0.22, -1.47), 0.10), *tint) for s in SIDES]


def cardigan(wool: Tint, blouse: Tint) -> list[Part]:
    """A cardigan over a blouse with a plain high neck."""
    neck = smooth_cut(
        0.03,
        capsule((0, -0.12, -1.10), (0, -0.02, -1.46), 0.37, 0.47),
        capsule((0, -0.1, -0.6), (0, -0.1, -1.35), 0.30),
    )
    edges = [capsule((s * 0.50, 0.0, -1.30), (s * 0.10, 0.62, -2.15), 0.10) for s in SIDES]
    return [
        *shoulders(wool, 0.006, 0.92),
        Part(smooth_union(0.08, neck, ellipsoid((0, 0.06, -1.84), (0.40, 0.48, 0.56))), *blouse),
        *[Part(edge, wool[0], wool[1] * 1.1) for edge in edges],
    ]


def waistcoat(shirt: Tint, cloth: Tint) -> list[Part]:
    """A shirt buttoned to the neck under a worn waistcoat."""
    halves = [
        smooth_union(
            0.2,
            *[
                capsule(
                    (s * (0.70 - 0.13 * i), 0.0 + 0.05 * i, -1.40),
                    (s * (0.50 - 0.17 * i), 0.56 + 0.03 * i, -2.5),
                    0.22,
                )
                for i in range(3)
            ],
        )
        for s in SIDES
    ]
    points = [capsule((s * 0.30, 0.10, -1.14), (s * 0.12, 0.44, -1.40), 0.10, 0.05) for s in SIDES]
    return [
        *shoulders(shirt, 0.0, 0.92),
        *[Part(half, *cloth) for half in halves],
        *[Part(p, shirt[0], shirt[1] * 1.08) for p in points],
    ]


def jacket_front(tint: Tint) -> list[Part]:
    """The slanting overlap of a padded jacket, with a cloth button."""
    edge = capsule((0.14, 0.52, -1.50), (-0.30, 0.66, -2.4), 0.09)
    return [Part(edge, *tint), Part(sphere((-0.02, 0.70, -1.78), 0.05), tint[0], tint[1] * 1.2)]
