"""Hair, scarves, hats and spectacles of portraits, in head units; they turn with the head."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.portraits_face import SIDES, Face
from tools.art.shapes import Points, Shape, capsule, custom, cut, ellipsoid, smooth_cut, smooth_union, sphere
from tools.art.solid import Part

Tint = tuple[str, float]


def rough(shape: Shape, depth: float, scale: float, seed: int) -> Shape:
    """Fur: the surface stirred by noise."""

    def field(p: Points) -> Points:
        d = shape.field(p)
        near = np.abs(d) < 4 * depth
        if near.any():
            q = p[near]
            d = d.copy()
            d[near] += depth * (fbm(q[:, 0] * scale + q[:, 1] * 5, q[:, 2] * scale + q[:, 1] * 9, 2, seed) - 0.5)
        return d

    return custom(field, shape.centre, shape.reach + depth)


def strands(shape: Shape, lines: Callable[[Points], Points], depth: float = 0.013, edge: Shape | None = None) -> Shape:
    """Hair: shallow grooves along `lines` (a phase in turns), fading out toward `edge`, the hairline."""

    def field(p: Points) -> Points:
        phase = lines(p) + 0.9 * fbm(p[:, 0] * 3 + 4, p[:, 2] * 3 + p[:, 1] * 2, 2, 4)
        deep = depth if edge is None else depth * smooth(0.01, 0.16, edge.field(p))
        return np.asarray(shape.field(p) * 0.92 + deep * np.sin(6.2832 * phase), dtype=np.float32)

    return custom(field, shape.centre, shape.reach + depth)


def mane(face: Face, size: float, opening: Shape, low: float = -0.1) -> Shape:
    """Hair as a shell about the skull, open for the face. `low`: how far down it reaches behind."""
    w = face.width
    whole = smooth_union(
        0.12,
        ellipsoid((0, -0.15, 0.31), ((0.745 + size) * w, 0.87 + size, 0.80 + size)),
        ellipsoid((0, -0.34, low), ((0.66 + size) * w, 0.60, 0.55)),
    )
    return smooth_cut(0.05, whole, opening)


def parted(p: Points) -> Points:
    """Strands falling to both sides of a middle parting."""
    return np.asarray(3.4 * (p[:, 2] + 0.75 * np.abs(p[:, 0])) - 1.2 * p[:, 1], dtype=np.float32)


def arch(top: float, wide: float, low: float) -> Shape:
    """A pointed opening seen from the front: peak at height `top`, `wide` at the eyes, narrowing to the chin."""
    heights = np.array([-1.30, -0.80, -0.35, 0.05, 0.38, top - 0.10, top], dtype=np.float32)
    widths = np.array([0.14, 0.34 + low, 0.88 * wide, 0.98 * wide, 0.83 * wide, 0.22, 0.0], dtype=np.float32)

    def field(p: Points) -> Points:
        side = np.abs(p[:, 0]) - np.interp(p[:, 2], heights, widths)
        return np.asarray(np.maximum(side * 0.75, 0.02 - p[:, 1] + 0.10 * p[:, 2]), dtype=np.float32)

    return custom(field, (0, 1.0, 0), 3.0)


def scarf(face: Face, tint: Tint, hair: Tint) -> list[Part]:
    """A square folded to a triangle: its edge peaks at the brow, hair shows at both temples, a knot under the chin."""
    w = face.width
    under = mane(face, 0.055, arch(0.62, 0.50 * w, 0.12), -0.1)
    edge = arch(0.83, 0.67 * w, -0.01)
    whole = smooth_union(
        0.20,
        ellipsoid((0, -0.17, 0.32), (0.87 * w, 0.98, 0.915)),
        ellipsoid((0, 0.10, -0.40), (0.79 * w, 0.69, 0.64)),
    )
    cloth = smooth_cut(0.03, whole, edge)

    def folds(p: Points) -> Points:
        x, y, z = p[:, 0], p[:, 1], p[:, 2]
        turn = np.arctan2(x, z + 1.05)
        wave = fbm(turn * 2.0 + 4, y * 1.4 + 9, 2, 5)
        near = np.clip(1.5 - 0.55 * np.hypot(x, z + 1.05), 0.35, 1)
        crease = np.sin(turn * 7 + y * 5.0 + wave * 8) * 0.034 * near
        crease = crease + 0.020 * np.sin(6 * y - 5 * z + 9 * fbm(x * 1.5, y * 1.5 + z, 2, 11)) * smooth(0.2, 0.7, z)
        hem = 0.022 * np.exp(-(((edge.field(p) - 0.075) / 0.016) ** 2))
        return np.asarray(cloth.field(p) * 0.86 + crease + hem, dtype=np.float32)

    knot = smooth_union(
        0.09,
        capsule((-0.44, 0.16, -0.90), (0, 0.44, -1.04), 0.13, 0.12),
        capsule((0.44, 0.16, -0.90), (0, 0.44, -1.04), 0.13, 0.12),
        sphere((0, 0.50, -1.04), 0.13),
    )
    ends = smooth_union(
        0.05,
        capsule((0.03, 0.52, -1.06), (0.26, 0.56, -1.60), 0.09, 0.15),
        capsule((-0.03, 0.52, -1.06), (-0.20, 0.58, -1.46), 0.09, 0.13),
    )
    return [
        Part(strands(under, parted), *hair),
        Part(custom(folds, cloth.centre, cloth.reach), *tint),
        Part(knot, tint[0], tint[1] * 1.05),
        Part(ends, *tint),
    ]


def headcloth(face: Face, tint: Tint, hair: Tint) -> list[Part]:
    """A white cloth bound low over the brow and knotted behind; grey hair at the temples, ears free."""
    w = face.width
    under = mane(face, 0.035, arch(0.66, 0.57 * w, 0.3), -0.08)
    whole = smooth_union(0.14, ellipsoid((0, -0.17, 0.35), (0.82 * w, 0.95, 0.83)), sphere((0, -1.0, -0.05), 0.22))

    def below(p: Points) -> Points:
        # The edge: level over the brow, then falling in a slant behind the ears to the nape.
        edge = 0.50 - 0.52 * smooth(0.45, -1.05, p[:, 1]) + 0.03 * np.sin(5 * p[:, 0] + 1)
        return np.asarray((p[:, 2] - edge) * 0.85, dtype=np.float32)

    edge = custom(below, (0, 0, -2.0), 4.0)
    cloth = smooth_cut(0.03, whole, edge)

    def folds(p: Points) -> Points:
        # Drawn from the brow toward the knot, with a rolled edge.
        turn = np.arctan2(p[:, 0], 1.3 - p[:, 1] * 0.2 + p[:, 2] * 0.3)
        wave = fbm(p[:, 0] * 2.2 + 3, p[:, 1] * 2.2 + p[:, 2] * 2.0, 2, 8)
        crease = 0.030 * np.sin(p[:, 2] * 9 - p[:, 1] * 3.5 + wave * 9 + turn) * smooth(-0.9, 0.5, p[:, 1])
        roll = -0.030 * np.exp(-(((edge.field(p) - 0.05) / 0.05) ** 2))
        return np.asarray(cloth.field(p) * 0.84 + crease + roll, dtype=np.float32)

    return [
        Part(strands(under, parted, 0.012), *hair),
        Part(custom(folds, cloth.centre, cloth.reach), *tint),
    ]


def cropped(face: Face) -> Shape:
    """A soldier's or schoolboy's short hair."""
    return mane(face, 0.0, ellipsoid((0, 0.98, -0.22), (0.70, 0.74, 0.86)), 0.05)


def ushanka(face: Face, tint: Tint, fur: Tint, flaps_down: bool) -> list[Part]:
    """A fur hat. Flaps down frame the face; flaps up leave thin ears and a long jaw to the cold."""
    crown = smooth_union(
        0.12, ellipsoid((0, -0.12, 0.58), (0.83, 0.88, 0.58)), ellipsoid((0, -0.14, 0.80), (0.77, 0.82, 0.42))
    )
    brow = capsule((-0.44, 0.66, 0.68), (0.44, 0.66, 0.68), 0.19)
    if flaps_down:
        sides: list[Shape] = []
        for s in SIDES:
            sides.append(capsule((s * 0.44, 0.66, 0.64), (s * 0.77, 0.10, 0.38), 0.19))
            sides.append(ellipsoid((s * 0.84, -0.08, -0.06), (0.16, 0.29, 0.46)))
    else:
        sides = []
        for s in SIDES:
            sides.append(capsule((s * 0.44, 0.66, 0.66), (s * 0.78, 0.05, 0.56), 0.18))
            sides.append(ellipsoid((s * 0.755, -0.12, 0.66), (0.135, 0.52, 0.30)))
    badge = cut(ellipsoid((0, 0.85, 0.72), (0.085, 0.05, 0.085)), sphere((0, 0.92, 0.72), 0.035))
    return [
        Part(cropped(face), "wood", 0.42),
        Part(crown, *tint),
        Part(rough(smooth_union(0.10, brow, *sides), 0.075, 11.0, 3), *fur),
        Part(badge, "metal", 1.1),
    ]


def peaked(face: Face, tint: Tint, band: Tint) -> list[Part]:
    """An officer's cap: a wide stiff plate, a coloured band, a polished peak."""
    plate = smooth_union(
        0.10, ellipsoid((0, -0.10, 0.93), (0.95, 1.00, 0.17)), ellipsoid((0, 0.20, 1.02), (0.78, 0.80, 0.24))
    )
    ring = smooth_cut(0.02, ellipsoid((0, -0.12, 0.62), (0.81, 0.91, 0.46)), ellipsoid((0, 0, -0.16), (3.0, 3.0, 0.50)))
    peak = smooth_cut(
        0.02, ellipsoid((0, 0.66, 0.36), (0.60, 0.52, 0.20)), ellipsoid((0, 0.56, 0.24), (0.66, 0.60, 0.20))
    )
    badge = ellipsoid((0, 0.87, 0.68), (0.085, 0.05, 0.10))
    return [
        Part(cropped(face), "wood", 0.40),
        Part(plate, *tint),
        Part(ring, *band),
        Part(peak, "coat", 0.22),
        Part(badge, "lamp", 0.75),
    ]


def glasses(face: Face) -> list[Part]:
    """Round-cornered wire frames, a little down the nose."""
    wires: list[Shape] = []
    for s in SIDES:
        ring = [
            (
                s * (0.295 + 0.205 * np.cos(a)),
                0.775 - 0.10 * abs(0.295 + 0.205 * np.cos(a)) ** 1.5,
                0.045 + 0.150 * np.sin(a),
            )
            for a in np.linspace(0, 2 * np.pi, 13)
        ]
        wires += [capsule(a, b, 0.013) for a, b in pairwise(ring)]
        wires.append(capsule((s * 0.50, 0.74, 0.09), (s * 0.74, 0.05, 0.10), 0.013))
    wires.append(capsule((-0.09, 0.79, 0.085), (0.09, 0.79, 0.085), 0.014))
    return [Part(smooth_union(0.01, *wires), "metal", 0.62)]
