"""Hair, scarves, hats and spectacles of portraits, in head units; they turn with the head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.portraits_face import SIDES, Face
from tools.art.shapes import Points, Shape, capsule, custom, cut, ellipsoid, smooth_cut, smooth_union, sphere, union
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


def window(heights: Sequence[float], widths: Sequence[float], back: float = 0.02) -> Shape:
    """An opening seen from the front: half as wide as `widths` say at `heights`, down to `back` of the ears' plane."""
    z, half = np.array(heights, dtype=np.float32), np.array(widths, dtype=np.float32)

    def field(p: Points) -> Points:
        side = np.abs(p[:, 0]) - np.interp(p[:, 2], z, half)
        return np.asarray(np.maximum(side * 0.75, back - p[:, 1] + 0.10 * p[:, 2]), dtype=np.float32)

    return custom(field, (0, 1.0, 0), 3.0)


def arch(top: float, wide: float, low: float) -> Shape:
    """A pointed window: peak at height `top`, `wide` at the eyes, narrowing to the chin."""
    widths = (0.14, 0.34 + low, 0.88 * wide, 0.98 * wide, 0.83 * wide, 0.22, 0)
    return window((-1.30, -0.80, -0.35, 0.05, 0.38, top - 0.10, top), widths)


def scarf(face: Face, tint: Tint, hair: Tint) -> list[Part]:
    """A square folded to a triangle, tied under the chin: a doubled edge that peaks over the parting, hair at both
    temples, folds that run to the knot, the point of the cloth on the shoulders behind.
    """
    w = face.width
    line = window(
        (-0.9, -0.3, 0.0, 0.22, 0.42, 0.56, 0.66), np.array((0.7, 0.66, 0.60, 0.50, 0.36, 0.18, 0)) * w
    )
    under = mane(face, 0.040, line, -0.1)
    edge = window(
        (-1.25, -0.98, -0.80, -0.35, 0.05, 0.38, 0.62, 0.82, 0.93),
        np.array((0.08, 0.20, 0.37, 0.575, 0.675, 0.645, 0.46, 0.17, 0)) * w,
        0.10,
    )
    whole = smooth_union(
        0.16,
        ellipsoid((0, -0.17, 0.335), (0.83 * w, 0.94, 0.895)),
        ellipsoid((0, -0.42, -0.35), (0.64 * w, 0.46, 0.62)),
        *[capsule((s * 0.64 * w, 0.02, -0.04), (s * 0.16, 0.36, -0.97), 0.20, 0.15) for s in SIDES],
    )
    cloth = smooth_cut(0.02, whole, edge)

    def folds(p: Points) -> Points:
        x, y, z = p[:, 0], p[:, 1], p[:, 2]
        # Every fold runs to the knot: turn is the direction seen from there, from the crown down over the ears.
        turn = np.arctan2(np.hypot(x, 0.25 * y) * np.sign(x), z + 1.15)
        wave = fbm(turn * 1.6 + 4, y * 1.1 + 9, 2, 5)
        low = smooth(1.25, -0.85, z)
        crease = 0.042 * low * np.sin(9.0 * turn - 4.2 * y + 5 * wave)
        crown = 0.026 * (1 - low) * np.sin(6.0 * y - 4.0 * z + 9 * wave + 2.6 * np.abs(x))
        away = edge.field(p)
        hem = -0.030 * np.exp(-(((away - 0.045) / 0.035) ** 2)) + 0.010 * np.exp(-(((away - 0.105) / 0.018) ** 2))
        return np.asarray(cloth.field(p) * 0.84 + crease + crown + hem, dtype=np.float32)

    drape = smooth_union(
        0.2,
        capsule((0, -0.55, -0.55), (0, -0.80, -1.45), 0.40, 0.50),
        *[capsule((s * 0.42, -0.36, -0.50), (s * 0.60, -0.44, -1.30), 0.22, 0.18) for s in SIDES],
    )
    knot = smooth_union(
        0.05,
        *[capsule((s * 0.30, 0.26, -0.94), (0, 0.46, -1.05), 0.10, 0.10) for s in SIDES],
        sphere((0, 0.52, -1.05), 0.115),
    )
    ends = smooth_union(
        0.04,
        capsule((0.03, 0.54, -1.08), (0.24, 0.58, -1.58), 0.075, 0.165),
        capsule((-0.03, 0.54, -1.08), (-0.23, 0.56, -1.42), 0.075, 0.145),
    )

    def pleats(p: Points) -> Points:
        fan = np.arctan2(p[:, 0], -p[:, 2] - 0.85)
        return np.asarray(ends.field(p) * 0.9 + 0.016 * np.sin(24 * fan), dtype=np.float32)

    loose = [(0.56, 0.42, 0.16), (0.605, 0.35, -0.04), (0.60, 0.34, -0.20), (0.565, 0.36, -0.34)]
    temples = union(
        *[
            capsule((s * a[0] * w, *a[1:]), (s * b[0] * w, *b[1:]), 0.075 - 0.022 * i, 0.053 - 0.020 * i)
            for s in SIDES
            for i, (a, b) in enumerate(pairwise(loose))
        ]
    )
    return [
        Part(strands(under, parted, 0.012), *hair),
        Part(temples, *hair),
        Part(drape, tint[0], tint[1] * 0.86),
        Part(custom(folds, cloth.centre, cloth.reach), *tint),
        Part(knot, tint[0], tint[1] * 1.05),
        Part(custom(pleats, ends.centre, ends.reach), *tint),
    ]


def headcloth(face: Face, tint: Tint, hair: Tint) -> list[Part]:
    """A white cloth bound low over the brow and knotted behind; grey hair at the temples, ears free."""
    w = face.width
    under = mane(face, 0.040, arch(0.66, 0.55 * w, 0.3), -0.08)
    whole = smooth_union(
        0.14, ellipsoid((0, -0.20, 0.37), (0.81 * w, 0.93, 0.83)), sphere((0, -1.0, -0.05), 0.22)
    )

    def below(p: Points) -> Points:
        # The edge: level over the brow, then falling in a slant behind the ears to the nape.
        edge = 0.56 - 0.60 * smooth(0.55, -1.05, p[:, 1]) + 0.025 * np.sin(5 * p[:, 0] + 1) - 0.10 * p[:, 0] ** 2
        return np.asarray((p[:, 2] - edge) * 0.85, dtype=np.float32)

    edge = custom(below, (0, 0, -2.0), 4.0)
    cloth = smooth_cut(0.03, whole, edge)

    def folds(p: Points) -> Points:
        # Drawn from the brow toward the knot, with a rolled edge.
        turn = np.arctan2(p[:, 0], 1.3 - p[:, 1] * 0.2 + p[:, 2] * 0.3)
        wave = fbm(p[:, 0] * 2.2 + 3, p[:, 1] * 2.2 + p[:, 2] * 2.0, 2, 8)
        crease = 0.026 * np.sin(p[:, 2] * 7.5 + p[:, 1] * 5.5 + wave * 7 + turn) * smooth(0.75, -0.15, p[:, 1])
        crease = crease + 0.016 * np.sin(p[:, 2] * 15 - p[:, 0] * 4 + wave * 6)
        away = edge.field(p)
        roll = -0.045 * np.exp(-(((away - 0.075) / 0.060) ** 2)) + 0.016 * np.exp(-(((away - 0.19) / 0.030) ** 2))
        return np.asarray(cloth.field(p) * 0.84 + crease + roll, dtype=np.float32)

    locks = strands(under, parted, 0.012)
    # Hair ends a little above the cloth's edge, or it would come through where the cloth is drawn tight.
    below_cloth = custom(lambda p: np.maximum(locks.field(p), edge.field(p) - 0.10), locks.centre, locks.reach)
    ends = [
        capsule((s * 0.28, -0.92, -0.12), (s * (0.44 + 0.10 * (s < 0)), -0.78, -0.66), 0.09, 0.12) for s in SIDES
    ]
    return [
        Part(below_cloth, *hair),
        Part(custom(folds, cloth.centre, cloth.reach), *tint),
        Part(smooth_union(0.05, *ends), tint[0], tint[1] * 0.85),
    ]


def cropped(face: Face) -> Shape:
    """A soldier's or schoolboy's short hair."""
    shell = mane(face, 0.016, ellipsoid((0, 0.98, -0.22), (0.70, 0.74, 0.86)), 0.05)
    burns = [
        capsule((s * 0.685 * face.width, 0.10, 0.36), (s * 0.685 * face.width, 0.11, 0.06), 0.085, 0.045) for s in SIDES
    ]
    return smooth_union(0.05, shell, *burns)


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
