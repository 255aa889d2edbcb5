"""More heads in winter: a perm, kerchief and shawl, the policemen's caps, a driver's fur, a carter's soft cap."""

from __future__ import annotations

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.portraits_face import SIDES, Face
from tools.art.portraits_hats import Tint, arch, cropped, mane, parted, rough, strands
from tools.art.shapes import Points, Shape, capsule, custom, cut, ellipsoid, smooth_cut, smooth_union, sphere, turned
from tools.art.solid import Part


def permed(face: Face, tint: Tint) -> list[Part]:
    """A short perm, grown out: curls the size of a thumb, higher over the brow than at the temples."""
    w = face.width
    opening = smooth_union(
        0.16, ellipsoid((0.04, 1.04, -0.12), (0.68 * w, 0.90, 0.80)), ellipsoid((0, 1.0, -0.70), (0.66, 0.84, 0.70))
    )
    whole = smooth_union(
        0.12,
        ellipsoid((0, -0.18, 0.34), (0.83 * w, 1.02, 0.85)),
        *[ellipsoid((s * 0.62 * w, -0.46, 0.02), (0.27, 0.36, 0.44)) for s in SIDES],
    )
    shell = smooth_cut(0.06, whole, opening)

    def curls(p: Points) -> Points:
        stir = 2.6 * fbm(p[:, 0] * 2.1 + 5, p[:, 2] * 2.1 + p[:, 1] * 1.6, 2, 12)
        x, y, z = p[:, 0] * 15 + stir, p[:, 1] * 15 - stir, p[:, 2] * 15 + 2 * stir
        lump = np.sin(x) * np.cos(y) + np.sin(y) * np.cos(z) + np.sin(z) * np.cos(x)
        calm = smooth(0.0, 0.10, opening.field(p))
        hair = np.sin(2.4 * lump + 9 * (p[:, 0] + p[:, 2]))
        return np.asarray(shell.field(p) * 0.72 + calm * (0.030 * lump + 0.010 * hair), dtype=np.float32)

    return [Part(custom(curls, shell.centre, shell.reach + 0.1), *tint)]


def oval(face: Face, top: float, wide: float) -> Shape:
    """The opening of a cloth that goes round the whole face: highest at `top`, `wide` at the cheekbones."""
    heights = np.array([-1.25, -0.95, -0.60, -0.10, 0.30, top - 0.16, top - 0.04, top], dtype=np.float32)
    shares = np.array([0.10, 0.38, 0.82, 1.0, 0.98, 0.80, 0.48, 0.0], dtype=np.float32)

    def field(p: Points) -> Points:
        side = np.abs(p[:, 0]) - np.interp(p[:, 2], heights, shares) * wide * face.width
        above = np.maximum(p[:, 2] - top, 0.04 - p[:, 1] + 0.12 * p[:, 2])
        return np.asarray(np.maximum(side * 0.7, above), dtype=np.float32)

    return custom(field, (0, 1.0, 0), 3.0)


def kerchief(face: Face, tint: Tint, hair: Tint) -> list[Part]:
    """A thick kerchief pushed back from a parting, wound under the chin and knotted to one side."""
    w = face.width
    edge = oval(face, 0.80, 0.70)
    whole = smooth_union(
        0.18, ellipsoid((0, -0.20, 0.31), (0.90 * w, 1.03, 0.93)), ellipsoid((0, 0.04, -0.46), (0.78 * w, 0.68, 0.60))
    )
    cloth = smooth_cut(0.03, whole, edge)

    def folds(p: Points) -> Points:
        x, y, z = p[:, 0], p[:, 1], p[:, 2]
        wave = fbm(x * 1.7 + 2, z * 1.7 + y * 1.3, 2, 21)
        # Drawn tight from the crown to the knot at our left of the chin.
        fan = np.arctan2(x + 0.25, z + 1.25)
        crease = 0.030 * np.sin(fan * 9 + y * 3.4 + wave * 7) * smooth(1.1, -0.6, z)
        crease = crease + 0.022 * np.sin(7 * z - 6 * y + wave * 10) * smooth(0.0, 0.6, z)
        hem = -0.024 * np.exp(-(((edge.field(p) - 0.045) / 0.030) ** 2))
        return np.asarray(cloth.field(p) * 0.84 + crease + hem, dtype=np.float32)

    knot = smooth_union(
        0.07,
        capsule((-0.48, 0.22, -0.86), (-0.14, 0.46, -1.05), 0.13, 0.11),
        capsule((0.46, 0.22, -0.86), (-0.14, 0.46, -1.05), 0.13, 0.11),
        sphere((-0.14, 0.52, -1.04), 0.12),
    )
    ends = smooth_union(
        0.05,
        capsule((-0.12, 0.54, -1.06), (0.08, 0.58, -1.34), 0.08, 0.12),
        capsule((-0.18, 0.54, -1.04), (-0.46, 0.50, -1.26), 0.08, 0.12),
    )
    under = mane(face, 0.02, arch(0.66, 0.58 * w, 0.3), -0.08)
    return [
        Part(strands(under, parted, 0.014), *hair),
        Part(custom(folds, cloth.centre, cloth.reach), *tint),
        Part(knot, tint[0], tint[1] * 1.06),
        Part(ends, *tint),
    ]


def knitted(shape: Shape, depth: float = 0.012) -> Shape:
    """Coarse knitting: ribs that follow the body round, stirred so that no two rows are equal."""

    def field(p: Points) -> Points:
        wave = fbm(p[:, 0] * 2 + 3, p[:, 2] * 2 + p[:, 1], 2, 15)
        rows = np.sin(p[:, 2] * 46 + p[:, 1] * 8 + wave * 9)
        slack = 0.035 * np.sin(p[:, 2] * 6.5 - p[:, 0] * 4.0 + wave * 8)
        return np.asarray(shape.field(p) * 0.86 + depth * rows + slack, dtype=np.float32)

    return custom(field, shape.centre, shape.reach + 0.05)


def shawl(face: Face, tint: Tint, stripe: Tint, hair: Tint) -> list[Part]:
    """A knitted shawl over head and neck, one end thrown across the throat; a stripe runs down its edge."""
    w = face.width
    edge = oval(face, 0.68, 0.73)
    whole = smooth_union(
        0.22, ellipsoid((0, -0.16, 0.34), (0.94 * w, 1.05, 0.95)), ellipsoid((0, 0.06, -0.58), (0.88 * w, 0.74, 0.62))
    )
    cloth = smooth_cut(0.05, whole, edge)

    def band(p: Points) -> Points:
        away = np.abs(edge.field(p) - 0.10) - 0.030
        return np.asarray(
            np.maximum(np.maximum(cloth.field(p) * 0.86 - 0.052, p[:, 2] - 0.40), away * 0.8), dtype=np.float32
        )

    across = smooth_union(
        0.10,
        capsule((-0.66, 0.08, -1.02), (-0.06, 0.52, -1.20), 0.20, 0.19),
        capsule((-0.06, 0.52, -1.20), (0.66, 0.16, -1.00), 0.19, 0.20),
    )
    under = mane(face, 0.0, arch(0.60, 0.58 * w, 0.2), -0.08)
    return [
        Part(strands(under, parted, 0.012), *hair),
        Part(knitted(cloth), *tint),
        Part(custom(band, cloth.centre, cloth.reach), *stripe),
        Part(knitted(across), tint[0], tint[1] * 1.05),
    ]


def winter_cap(face: Face, tint: Tint, fur: Tint) -> list[Part]:
    """A policeman's winter cap: a fur shield over the brow, flaps tied up along a high square crown."""
    crown = smooth_union(
        0.10, ellipsoid((0, -0.14, 0.60), (0.82, 0.88, 0.50)), ellipsoid((0, -0.16, 0.88), (0.74, 0.78, 0.36))
    )
    shield = smooth_union(
        0.08,
        capsule((-0.34, 0.70, 0.62), (0.34, 0.70, 0.62), 0.17),
        capsule((-0.30, 0.66, 0.90), (0.30, 0.66, 0.90), 0.15),
    )
    flaps = [ellipsoid((s * 0.80, -0.16, 0.70), (0.13, 0.62, 0.40)) for s in SIDES]
    badge = cut(ellipsoid((0, 0.87, 0.78), (0.085, 0.05, 0.10)), sphere((0, 0.94, 0.80), 0.035))
    return [
        Part(cropped(face), "coat", 0.30),
        Part(crown, *tint),
        Part(rough(smooth_union(0.03, shield, *flaps), 0.050, 13.0, 9), *fur),
        Part(badge, "metal", 1.15),
    ]


def high_cap(face: Face, tint: Tint, band: Tint) -> list[Part]:
    """A city policeman's cap: the plate rises to the front, a plain shield on the band."""
    plate = turned(
        smooth_union(
            0.08, ellipsoid((0, -0.06, 1.00), (0.94, 0.98, 0.14)), ellipsoid((0, 0.34, 0.99), (0.74, 0.62, 0.20))
        ),
        (0, -0.1, 0.95),
        0.20,
        0,
    )
    ring = smooth_cut(0.02, ellipsoid((0, -0.12, 0.66), (0.80, 0.90, 0.50)), ellipsoid((0, 0, -0.16), (3.0, 3.0, 0.54)))
    peak = smooth_cut(
        0.02, ellipsoid((0, 0.64, 0.41), (0.57, 0.50, 0.20)), ellipsoid((0, 0.54, 0.26), (0.63, 0.58, 0.20))
    )
    badge = smooth_union(
        0.02, ellipsoid((0, 0.83, 0.79), (0.10, 0.06, 0.07)), ellipsoid((0, 0.85, 0.70), (0.07, 0.05, 0.10))
    )
    return [
        Part(cropped(face), "coat", 0.30),
        Part(plate, *tint),
        Part(ring, *band),
        Part(peak, "coat", 0.20),
        Part(badge, "metal", 1.0),
    ]


def fur_hat(face: Face, tint: Tint, fur: Tint) -> list[Part]:
    """A driver's own fur hat, long-haired, never tied: one flap hangs, the other stands off."""
    crown = ellipsoid((0, -0.20, 0.78), (0.80, 0.84, 0.48))
    brow = smooth_union(
        0.10,
        capsule((-0.42, 0.64, 0.68), (0.42, 0.64, 0.68), 0.22),
        capsule((-0.46, 0.46, 0.92), (0.46, 0.46, 0.92), 0.22),
    )
    sides: list[Shape] = []
    for s in SIDES:
        sides.append(capsule((s * 0.44, 0.62, 0.68), (s * 0.80, 0.0, 0.56), 0.23))
        hangs = (-0.92, -0.06, -0.34) if s < 0 else (0.98, -0.06, -0.02)
        sides.append(capsule((s * 0.82, -0.08, 0.42), hangs, 0.18, 0.20))
    return [
        Part(cropped(face), "coat", 0.30),
        Part(crown, *tint),
        Part(rough(smooth_union(0.08, brow, *sides), 0.12, 9.0, 5), *fur),
    ]


def soft_cap(face: Face, tint: Tint, hair: Tint) -> list[Part]:
    """A worker's cloth cap, long worn: a slack crown over the band and a short stitched peak."""
    crown = smooth_union(
        0.10, ellipsoid((-0.03, -0.10, 0.74), (0.86, 0.94, 0.33)), ellipsoid((0.10, 0.24, 0.80), (0.66, 0.62, 0.28))
    )

    def slack(p: Points) -> Points:
        wave = fbm(p[:, 0] * 2.4 + 1, p[:, 1] * 2.4 + p[:, 2] * 2, 2, 17)
        return np.asarray(
            crown.field(p) * 0.88 + 0.030 * np.sin(9 * p[:, 0] + 7 * p[:, 2] + 9 * wave), dtype=np.float32
        )

    ring = smooth_cut(0.02, ellipsoid((0, -0.12, 0.50), (0.80, 0.90, 0.42)), ellipsoid((0, 0, -0.30), (3.0, 3.0, 0.62)))
    peak = smooth_cut(
        0.02, ellipsoid((0, 0.64, 0.34), (0.54, 0.50, 0.19)), ellipsoid((0, 0.54, 0.22), (0.62, 0.60, 0.20))
    )
    return [
        Part(cropped(face), *hair),
        Part(custom(slack, crown.centre, crown.reach), *tint),
        Part(ring, tint[0], tint[1] * 0.86),
        Part(peak, tint[0], tint[1] * 0.92),
    ]


def wool_cap(face: Face, tint: Tint, hair: Tint) -> list[Part]:
    """A knitted cap pulled down to the ears, its brim turned up once, the crown fallen back."""
    w = face.width
    crown = smooth_union(
        0.14, ellipsoid((0, -0.18, 0.52), (0.80 * w, 0.90, 0.66)), ellipsoid((0.04, -0.42, 0.96), (0.46, 0.46, 0.28))
    )
    brim = smooth_cut(
        0.04, ellipsoid((0, -0.15, 0.50), (0.85 * w, 0.95, 0.50)), ellipsoid((0, 0, -0.14), (3.0, 3.0, 0.50))
    )
    brim = smooth_cut(0.05, brim, ellipsoid((0, 0, 1.24), (3.0, 3.0, 0.52)))

    def ribs(p: Points) -> Points:
        turn = np.arctan2(p[:, 0], p[:, 1] + 0.15)
        return np.asarray(brim.field(p) * 0.86 + 0.018 * np.sin(34 * turn), dtype=np.float32)

    return [
        Part(cropped(face), *hair),
        Part(knitted(crown, 0.010), *tint),
        Part(custom(ribs, brim.centre, brim.reach + 0.05), tint[0], tint[1] * 1.12),
    ]
