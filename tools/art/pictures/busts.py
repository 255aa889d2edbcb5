"""Heads and shoulders for pictures, in head units (a face is about 1.6 tall; x right, face toward +y, z up)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.art.noise import fbm
from tools.art.pictures.kerchief import drape, kerchief
from tools.art.shapes import (
    Points,
    Shape,
    box,
    capsule,
    custom,
    ellipsoid,
    smooth_cut,
    smooth_union,
    sphere,
    turned,
    union,
)
from tools.art.solid import Lighting, Part, Picture, facing, render


@dataclass(frozen=True, slots=True)
class Look:
    """What tells one bust from another. ``gear``: kerchief, cap, ushanka, bun, bob or crop."""

    gear: str = "crop"
    cloth: str = "wood"
    coat: str = "coat"
    hair: str = "wood"
    jaw: float = 1.0
    nose: float = 1.0
    neck: float = 0.34
    lips: str = "skin"
    bulk: float = 1.0
    coat_gain: float = 0.9
    bundle: bool = False


@dataclass(frozen=True, slots=True)
class Pose:
    """Degrees: ``yaw`` of the head (0 faces us, 180 away), ``pitch`` (positive looks up), ``body`` yaw."""

    yaw: float = 0.0
    pitch: float = 0.0
    body: float = 0.0


def _face(look: Look) -> list[Part]:
    """Skull, cheeks, sockets with lids, nose and lips."""
    jaw = look.jaw
    face = smooth_union(
        0.22,
        ellipsoid([0, -0.14, 0.30], [0.74, 0.86, 0.78]),
        ellipsoid([0, 0.16, -0.10], [0.62, 0.56, 0.60]),
        ellipsoid([0, 0.20, -0.42], [0.46 * jaw, 0.44, 0.46]),
        sphere([0, 0.47, -0.76], 0.16),
        capsule([0.40 * jaw, 0.0, -0.46], [0, 0.44, -0.76], 0.13),
        capsule([-0.40 * jaw, 0.0, -0.46], [0, 0.44, -0.76], 0.13),
    )
    for side in (-1, 1):
        face = smooth_union(0.16, face, ellipsoid([side * 0.40, 0.42, -0.12], [0.19, 0.17, 0.15]))
    face = smooth_union(0.14, face, capsule([-0.36, 0.60, 0.24], [0.36, 0.60, 0.24], 0.07))
    for side in (-1, 1):
        face = smooth_cut(0.13, face, ellipsoid([side * 0.285, 0.80, 0.075], [0.19, 0.17, 0.095]))
        face = smooth_union(0.05, face, ellipsoid([side * 0.285, 0.475, 0.065], [0.205, 0.19, 0.165]))
    nose = look.nose
    face = smooth_union(0.09, face, capsule([0, 0.615, 0.20], [0, 0.835, -0.20 * nose], 0.058, 0.09 * nose))
    for side in (-1, 1):
        wing = ellipsoid([side * 0.095 * nose, 0.755, -0.235 * nose], [0.07 * nose, 0.085, 0.062])
        face = smooth_union(0.05, face, wing)
    face = smooth_union(0.10, face, ellipsoid([0, 0.56, -0.50], [0.24, 0.18, 0.17]))
    low = -1.2 if look.gear == "kerchief" else -1.7  # or it would come through the scarf of whoever bends her head
    neck = capsule([0, -0.12, -0.55], [0, -0.22, low], look.neck, look.neck * 1.15)
    upper = [capsule([s * 0.035, 0.74, -0.455], [s * 0.215, 0.665, -0.485], 0.04, 0.014) for s in (-1, 1)]
    lower = [capsule([0, 0.728, -0.54], [s * 0.175, 0.675, -0.51], 0.05, 0.02) for s in (-1, 1)]
    ears = [ellipsoid([s * 0.74, -0.10, 0.0], [0.09, 0.15, 0.22]) for s in (-1, 1)]
    parts = [
        Part(smooth_union(0.06, face, neck), "skin"),
        Part(smooth_union(0.03, *upper), look.lips, 0.84),
        Part(smooth_union(0.03, *lower), look.lips, 0.95),
    ]
    if look.gear not in ("kerchief", "ushanka", "bob"):
        parts.append(Part(union(*ears), "skin", 0.9))
    return parts


def _strands(shape: Shape, many: float, deep: float) -> Shape:
    """Combed hair: fine grooves running down the shape."""

    def field(p: Points) -> Points:
        angle = np.arctan2(p[..., 0], p[..., 2] - np.float32(0.2))
        groove = np.float32(deep) * np.sin(many * angle + 6 * p[..., 1])
        return np.asarray(shape.field(p) + groove, dtype=np.float32)

    return custom(field, shape.centre, shape.reach + deep)


def _headgear(look: Look) -> list[Part]:
    """Hair and what is worn on it."""
    crop = smooth_cut(
        0.05, ellipsoid([0, -0.13, 0.30], [0.79, 0.92, 0.84]), ellipsoid([0, 0.98, -0.28], [0.66, 0.78, 0.82])
    )
    nape = smooth_cut(0.05, crop, ellipsoid([0, -0.5, -1.0], [1.0, 0.8, 0.72]))
    match look.gear:
        case "kerchief":
            return kerchief(look.cloth, look.hair)
        case "cap":
            brim = smooth_union(
                0.08, ellipsoid([0, -0.12, 0.76], [0.88, 0.97, 0.44]), ellipsoid([0, 0.62, 0.52], [0.52, 0.42, 0.07])
            )
            return [Part(nape, look.hair, 0.5), Part(brim, look.cloth, 0.9)]
        case "ushanka":
            crown = smooth_union(
                0.12, ellipsoid([0, -0.12, 0.55], [0.84, 0.88, 0.58]), ellipsoid([0, -0.14, 0.76], [0.78, 0.82, 0.42])
            )
            fur = smooth_union(
                0.1,
                capsule([-0.46, 0.66, 0.66], [0.46, 0.66, 0.66], 0.2),
                capsule([-0.46, 0.66, 0.62], [-0.78, 0.10, 0.36], 0.2),
                capsule([0.46, 0.66, 0.62], [0.78, 0.10, 0.36], 0.2),
                capsule([-0.78, 0.10, 0.36], [-0.40, -0.84, 0.30], 0.19),
                capsule([0.78, 0.10, 0.36], [0.40, -0.84, 0.30], 0.19),
                capsule([-0.40, -0.84, 0.30], [0.40, -0.84, 0.30], 0.19),
                ellipsoid([-0.84, -0.08, -0.05], [0.17, 0.30, 0.44]),
                ellipsoid([0.84, -0.08, -0.05], [0.17, 0.30, 0.44]),
            )

            def hairy(p: Points) -> Points:
                return fur.field(p) + np.float32(0.04) * (
                    fbm(p[..., 0] * 13, p[..., 2] * 13 + p[..., 1] * 9, 2, 3) - 0.5
                )

            return [
                Part(nape, look.hair, 0.45),
                Part(crown, look.cloth, 0.9),
                Part(custom(hairy, fur.centre, fur.reach), "reed", 0.95),
            ]
        case "bun":
            swept = smooth_union(0.1, crop, ellipsoid([0, -0.35, -0.05], [0.70, 0.62, 0.55]))
            swept = smooth_cut(0.05, swept, ellipsoid([0, 0.98, -0.10], [0.665, 0.76, 0.80]))
            return [
                Part(_strands(swept, 30, 0.014), look.hair, 0.8),
                Part(sphere([0, -1.0, 0.02], 0.30), look.hair, 0.75),
            ]
        case "bob":
            bob = smooth_union(0.12, crop, ellipsoid([0, -0.22, -0.35], [0.80, 0.72, 0.55]))
            bob = smooth_cut(0.04, bob, ellipsoid([0, 0.85, -0.30], [0.60, 0.76, 0.86]))
            return [Part(_strands(bob, 26, 0.014), look.hair, 0.7)]
        case _:
            return [Part(_strands(nape, 40, 0.008), look.hair, 0.6)]


def _body(look: Look) -> list[Part]:
    """A padded coat to the waist, its collar, perhaps a bundle tied across the back."""
    wide = look.bulk
    trunk = smooth_union(
        0.28,
        capsule([-1.0 * wide, -0.28, -1.86], [1.0 * wide, -0.28, -1.86], 0.46),
        capsule([-0.5, -0.1, -1.5], [0.5, -0.1, -1.5], 0.40),
        ellipsoid([0, -0.1, -2.6], [1.40 * wide, 0.75, 1.1]),
        capsule([0, -0.1, -2.6], [0, -0.1, -5.0], 1.12 * wide, 1.2 * wide),
    )
    arms = smooth_union(
        0.2,
        trunk,
        capsule([-1.12 * wide, -0.2, -2.0], [-1.32 * wide, 0.1, -5.0], 0.42, 0.38),
        capsule([1.12 * wide, -0.2, -2.0], [1.32 * wide, 0.1, -5.0], 0.42, 0.38),
    )

    def quilted(p: Points) -> Points:
        roll = np.float32(0.030) * np.abs(np.sin(p[..., 2] * 6.4 + 0.5))
        return np.asarray(arms.field(p) * np.float32(0.9) + roll, dtype=np.float32)

    collar = smooth_cut(
        0.05,
        smooth_union(
            0.12,
            capsule([-0.52, -0.1, -1.10], [-0.10, 0.50, -1.52], 0.15),
            capsule([0.52, -0.1, -1.10], [0.10, 0.50, -1.52], 0.15),
            capsule([-0.44, -0.38, -1.06], [0.44, -0.38, -1.06], 0.30),
        ),
        sphere([0, 0, -0.75], 0.4),
    )
    parts = [
        Part(custom(quilted, arms.centre, arms.reach), look.coat, look.coat_gain),
        Part(collar, look.coat, look.coat_gain * 0.9),
    ]
    if look.bundle:
        sack = smooth_union(
            0.10, box([0, -1.16, -2.86], [0.66, 0.40, 0.72], 0.30), box([0, -1.46, -3.14], [0.40, 0.26, 0.26], 0.10)
        )
        flap = box([0, -1.34, -2.34], [0.72, 0.48, 0.34], 0.14)
        bands = [capsule([s * 0.62, 0.05, -1.36], [s * 0.56, -0.95, -2.05], 0.12) for s in (-1, 1)]
        ties = [capsule([s * 0.28, -1.80, -2.3], [s * 0.28, -1.74, -2.92], 0.06) for s in (-1, 1)]
        parts += [Part(sack, "olive", 0.8), Part(flap, "olive", 0.95), Part(union(*bands, *ties), "reed", 0.8)]
    return parts


def head(look: Look, yaw: float, pitch: float) -> list[Part]:
    """A head alone, turned by ``yaw`` and ``pitch`` degrees (see Pose) about the origin."""
    whole = _face(look) + _headgear(look)
    if look.gear == "kerchief":
        whole.append(Part(drape(pitch), look.cloth, 0.70))
    parts = []
    for part in whole:
        shape = turned(part.shape, [0, 0, 0], float(np.radians(pitch)), 0)
        parts.append(Part(turned(shape, [0, 0, 0], float(np.radians(yaw)), 2), part.material, part.gain))
    return parts


def bust(
    look: Look,
    pose: Pose,
    size: tuple[int, int],
    middle: tuple[float, float],
    scale: float,
    light: Lighting,
    fine: int = 2,
) -> Picture:
    """Render a bust in (width, height) px; pixel ``middle`` is the middle of the head, ``scale`` px a unit."""
    parts = head(look, pose.yaw, pose.pitch)
    body = float(np.radians(pose.body))
    for part in _body(look):
        parts.append(Part(turned(part.shape, [0, 0, 0], body, 2), part.material, part.gain))
    return render(parts, size[0], size[1], facing(middle, scale), light, fine)
