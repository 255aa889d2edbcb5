"""Hair that is seen, in head units: locks of uneven breadth, so that light breaks on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.portraits_face import Face
from tools.art.portraits_hats import Tint, arch, mane, parted
from tools.art.shapes import Points, Shape, capsule, custom, ellipsoid, smooth_union, sphere
from tools.art.solid import Part

Lines = Callable[[Points], Points]
"""Which strand (a phase in turns) goes through each spot."""


@dataclass(frozen=True, slots=True)
class Hair(Part):
    """A part that is engraved along its strands: hatched across them it would be knitting."""

    lines: Lines | None = None


def sheen(lines: Lines, p: Points) -> Points:
    """How much lighter (above 0) or darker each spot (n, 3) of hair is: broad locks and fine strands, uneven."""
    phase = lines(p)
    along = 0.9 * (p[:, 1] - p[:, 2])
    broad = fbm(phase * 1.3 + 40, along * 0.8 + 3, 2, 17) - 0.5
    fine = fbm(phase * 4.6 + 11, along * 1.3, 2, 29) - 0.5
    return np.asarray(0.34 * broad + 0.30 * fine, dtype=np.float32)


def locks(shape: Shape, lines: Callable[[Points], Points], depth: float = 0.05, edge: Shape | None = None) -> Shape:
    """Hair lying along `lines` (a phase in turns): broad locks, fine strands, smooth again toward the hairline."""

    def field(p: Points) -> Points:
        phase = lines(p) + 0.5 * fbm(p[:, 0] * 2 + 4, p[:, 2] * 2 + p[:, 1] * 2, 2, 4)
        along = 0.8 * (p[:, 1] - p[:, 2])
        broad = fbm(phase * 1.7 + 20, along + 7, 2, 31) - 0.5
        fine = np.sin(6.2832 * (1.9 * phase + 0.8 * fbm(phase, along * 2, 1, 8)))
        deep = 1.0 if edge is None else smooth(0.0, 0.12, edge.field(p))
        return np.asarray(shape.field(p) * 0.80 - deep * depth * (1.5 * broad + 0.20 * fine), dtype=np.float32)

    return custom(field, shape.centre, shape.reach + depth)


def combed_back(p: Points) -> Points:
    """Strands going back from the brow."""
    return np.asarray(5.0 * np.arctan2(p[:, 0], p[:, 2] + 0.15) + 1.1 * p[:, 1], dtype=np.float32)


def from_crown(p: Points) -> Points:
    """Strands falling to all sides from the crown of the head."""
    return np.asarray(3.6 * np.arctan2(p[:, 0] + 0.05, p[:, 1] + 0.30), dtype=np.float32)


def bun(face: Face, tint: Tint) -> list[Part]:
    """Hair parted in the middle, combed down over the ears and wound into a knot at the nape; a few hairs are loose."""
    edge = arch(0.74, 0.67 * face.width, 0.32)
    shell = smooth_union(
        0.10, mane(face, 0.045, edge, 0.0),
        *[capsule((s * 0.60, 0.10, 0.62), (s * 0.70, -0.30, -0.16), 0.19, 0.14) for s in (-1.0, 1.0)],
    )
    knot = smooth_union(0.05, sphere((-0.56, -0.66, -0.40), 0.31), sphere((-0.60, -0.62, -0.58), 0.20))
    parting = smooth_union(
        0.02, capsule((0.0, 0.60, 0.80), (0.0, 0.26, 1.09), 0.028), capsule((0.0, 0.26, 1.09), (0.0, -0.2, 1.19), 0.02)
    )
    loose = smooth_union(
        0.02,
        capsule((0.60, 0.36, 0.20), (0.70, 0.36, -0.12), 0.030, 0.022),
        capsule((0.70, 0.36, -0.12), (0.66, 0.40, -0.40), 0.022, 0.010),
    )

    def wound(p: Points) -> Points:
        return np.asarray(2.4 * np.hypot(p[:, 0] + 0.56, p[:, 2] + 0.44) * 3 + np.arctan2(p[:, 2], p[:, 0]) / 3,
            dtype=np.float32)

    return [
        Hair(locks(shell, parted, 0.020, edge), *tint, lines=parted),
        Hair(knot, *tint, lines=wound),
        Part(parting, "skin", 0.42),
        Part(loose, *tint),
    ]


def side_parting(face: Face, tint: Tint) -> list[Part]:
    """A man's hair combed over from a parting on one side, gone from the temples."""
    edge = smooth_union(
        0.10,
        ellipsoid((0.10, 1.02, -0.10), (0.69, 0.86, 0.86)),
        ellipsoid((-0.42, 0.92, 0.40), (0.30, 0.72, 0.40)),
        ellipsoid((0.42, 0.96, 0.44), (0.26, 0.70, 0.36)),
    )
    shell = mane(face, 0.050, edge, 0.04)

    def over(p: Points) -> Points:
        return np.asarray(3.4 * (p[:, 2] - 0.55 * p[:, 0]) - 1.4 * p[:, 1], dtype=np.float32)

    return [Hair(locks(shell, over, 0.020, edge), *tint, lines=over)]


def tousled(face: Face, tint: Tint) -> list[Part]:
    """Hair nobody has cut: a fringe in tufts, ends standing off at the crown and over the ears."""
    shell = mane(face, 0.03, ellipsoid((0, 1.00, -0.26), (0.70, 0.72, 0.78)), -0.1)
    tufts = [
        capsule((x * 0.55, 0.62, 0.62), (x * 0.72 + 0.08, 0.76, 0.30 + 0.05 * np.sin(9 * x)), 0.12, 0.03)
        for x in (-0.72, -0.42, -0.10, 0.20, 0.46)
    ]
    ends = [
        capsule((x * 0.6, y, 0.86), (x, y - 0.16, 1.08 + 0.05 * np.sin(13 * x)), 0.16, 0.03)
        for x, y in ((-0.42, -0.1), (-0.12, 0.15), (0.20, -0.05), (0.44, 0.1))
    ]
    ends += [capsule((s * 0.70, -0.20, 0.42), (s * 0.90, -0.22, 0.12), 0.13, 0.03) for s in (-1.0, 1.0)]
    return [Hair(locks(smooth_union(0.07, shell, *tufts, *ends), from_crown), *tint, lines=from_crown)]


def bowl_cut(face: Face, tint: Tint) -> list[Part]:
    """A child's hair cut at home: a fringe nearly straight, and one whorl that will not lie down."""
    shell = mane(face, 0.030, ellipsoid((0, 1.00, -0.34), (0.71, 0.78, 0.80)), -0.02)
    fringe = [
        capsule((x * 0.70, 0.58, 0.66), (x, 0.76 - 0.42 * x * x, 0.29 + 0.035 * np.sin(23 * x)), 0.13, 0.045)
        for x in np.linspace(-0.58, 0.58, 8)
    ]
    whorl = [
        capsule((-0.06, -0.25, 1.02), (-0.20, -0.30, 1.24), 0.10, 0.02),
        capsule((0.02, -0.25, 1.02), (0.10, -0.34, 1.20), 0.10, 0.02),
    ]
    return [Hair(locks(smooth_union(0.05, shell, *fringe, *whorl), from_crown), *tint, lines=from_crown)]


def swept(face: Face, tint: Tint) -> list[Part]:
    """Hair parted in the middle, drawn over the ears into a tail on one shoulder; a lock has come loose."""
    edge = arch(0.72, 0.64 * face.width, 0.35)
    shell = mane(face, 0.055, edge, -0.05)
    over_ears = [capsule((s * 0.64, -0.02, 0.40), (s * 0.60, -0.42, -0.30), 0.16, 0.16) for s in (-1.0, 1.0)]
    tail = smooth_union(
        0.08,
        capsule((-0.36, -0.52, -0.52), (-0.66, -0.24, -1.02), 0.16, 0.14),
        capsule((-0.66, -0.24, -1.02), (-0.62, 0.30, -1.46), 0.14, 0.13),
        capsule((-0.62, 0.30, -1.46), (-0.52, 0.46, -1.80), 0.13, 0.05),
    )
    lock = smooth_union(
        0.04,
        capsule((0.54, 0.44, 0.34), (0.62, 0.42, -0.10), 0.055, 0.035),
        capsule((0.62, 0.42, -0.10), (0.57, 0.46, -0.42), 0.035, 0.015),
    )
    tie = sphere((-0.65, -0.20, -1.05), 0.19)

    def down(p: Points) -> Points:
        return np.asarray(4.5 * p[:, 0] + 1.5 * p[:, 1], dtype=np.float32)

    return [
        Hair(locks(smooth_union(0.06, shell, *over_ears), parted, 0.022, edge), *tint, lines=parted),
        Hair(locks(tail, down, 0.03), *tint, lines=down),
        Part(lock, *tint),
        Part(tie, "ice", 0.55),
    ]
