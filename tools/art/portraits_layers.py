"""What is worn over what: vests, a tunic with a tie, a carter's jacket, in head units."""

from __future__ import annotations

import numpy as np

from tools.art.portraits_clothes import boards, shoulders
from tools.art.portraits_face import SIDES
from tools.art.portraits_hats import Tint
from tools.art.portraits_winter import knitted
from tools.art.shapes import Points, Shape, capsule, custom, ellipsoid, smooth_cut, smooth_union, sphere
from tools.art.solid import Part


def rollneck(tint: Tint) -> list[Part]:
    """The high neck of a knitted jumper, turned over once."""
    neck = smooth_cut(
        0.04,
        smooth_union(0.06, capsule((0, -0.10, -1.10), (0, -0.04, -1.42), 0.43, 0.50)),
        capsule((0, -0.08, -0.5), (0, -0.06, -1.30), 0.31),
    )
    return [Part(knitted(neck, 0.010), *tint)]


def quilted(shape: Shape, depth: float, rows: float = 14.0) -> Shape:
    """Padding sewn through in level rows."""

    def field(p: Points) -> Points:
        seam = np.abs(np.sin(p[:, 2] * rows + 0.3 * np.sin(p[:, 0] * 5)))
        return np.asarray(shape.field(p) * 0.9 - depth * (seam - 0.5), dtype=np.float32)

    return custom(field, shape.centre, shape.reach + depth)


def halves(open_at: float) -> list[Shape]:
    """The two front halves of a vest, `open_at` apart at the breast."""
    out = []
    for s in SIDES:
        bars = [
            capsule(
                (s * (0.74 - 0.15 * i), -0.04 + 0.06 * i, -1.30),
                (s * (0.52 + open_at - 0.17 * i), 0.58 + 0.03 * i, -2.5),
                0.23,
            )
            for i in range(3)
        ]
        out.append(smooth_union(0.2, *bars))
    return out


def padded_vest(knit: Tint, vest: Tint) -> list[Part]:
    """A jumper with a rolled neck under a padded vest."""
    return [
        *shoulders(knit, 0.0, 0.88),
        *rollneck((knit[0], knit[1] * 1.08)),
        *[Part(quilted(half, 0.055), *vest) for half in halves(0.04)],
    ]


def tunic(cloth: Tint, shirt: Tint, tie: Tint) -> list[Part]:
    """A policeman's tunic: lapels over a shirt collar and a dark tie, plain shoulder boards."""
    lapels = [
        smooth_union(
            0.05,
            capsule((s * 0.54, -0.02, -1.18), (s * 0.44, 0.42, -1.60), 0.13),
            capsule((s * 0.44, 0.42, -1.60), (s * 0.08, 0.68, -2.40), 0.13, 0.10),
        )
        for s in SIDES
    ]
    points = [capsule((s * 0.36, 0.06, -1.02), (s * 0.15, 0.46, -1.34), 0.12, 0.07) for s in SIDES]
    knot = smooth_union(
        0.03,
        capsule((0, 0.48, -1.33), (0, 0.54, -1.45), 0.080, 0.060),
        capsule((0, 0.56, -1.46), (0, 0.76, -2.2), 0.060, 0.13),
    )
    return [
        *shoulders(cloth, 0.0, 1.0),
        Part(ellipsoid((0, 0.08, -1.80), (0.42, 0.54, 0.62)), *shirt),
        *[Part(point, shirt[0], shirt[1] * 1.08) for point in points],
        Part(knot, *tie),
        *[Part(lapel, cloth[0], cloth[1] * 1.14) for lapel in lapels],
        *boards(("metal", 0.66)),
    ]


def wrapped(coat: Tint, cloth: Tint) -> list[Part]:
    """A coat with the ends of a shawl lying over its shoulders."""
    cape = smooth_union(
        0.20,
        capsule((-0.86, -0.16, -1.52), (-0.10, 0.30, -1.50), 0.42, 0.34),
        capsule((0.86, -0.16, -1.52), (0.10, 0.30, -1.50), 0.42, 0.34),
        ellipsoid((0.10, 0.22, -1.86), (0.46, 0.46, 0.66)),
    )
    return [*shoulders(coat, 0.014, 0.92), Part(knitted(cape), *cloth)]


def muffled(cloth: Tint, muffler: Tint, wide: float) -> list[Part]:
    """A quilted coat and a knitted muffler wound high, one end hanging before the breast."""
    wound = smooth_union(
        0.08,
        capsule((-0.38, 0.0, -0.98), (0.02, 0.34, -1.14), 0.17, 0.17),
        capsule((0.38, 0.0, -0.98), (0.02, 0.34, -1.14), 0.17, 0.17),
        capsule((-0.36, -0.1, -1.14), (0.36, -0.1, -1.14), 0.24),
    )
    end = capsule((0.16, 0.46, -1.20), (0.26, 0.60, -1.95), 0.15, 0.17)
    return [
        *shoulders(cloth, 0.018, wide),
        Part(knitted(wound, 0.010), *muffler),
        Part(knitted(end, 0.010), muffler[0], muffler[1] * 0.94),
    ]


def work_jacket(cloth: Tint, towel: Tint) -> list[Part]:
    """A washed-out work jacket with a turned-down collar; a towel about the neck against the cold."""
    fall = [
        smooth_union(
            0.06,
            capsule((s * 0.46, -0.08, -1.16), (s * 0.30, 0.34, -1.38), 0.15, 0.13),
            capsule((s * 0.30, 0.34, -1.38), (s * 0.26, 0.46, -1.60), 0.12, 0.05),
        )
        for s in SIDES
    ]
    wound = smooth_union(
        0.08,
        capsule((-0.40, 0.02, -1.02), (0.02, 0.36, -1.22), 0.15, 0.14),
        capsule((0.40, 0.02, -1.02), (0.02, 0.36, -1.22), 0.15, 0.14),
    )
    buttons = [sphere((0.02, 0.62 + 0.05 * k, -1.78 - 0.40 * k), 0.050) for k in range(2)]
    return [
        *shoulders(cloth, 0.0, 0.96),
        Part(knitted(wound, 0.006), *towel),
        *[Part(half, cloth[0], cloth[1] * 1.08) for half in fall],
        *[Part(button, "metal", 0.7) for button in buttons],
    ]
