"""The bare head of a portrait as one solid, in head units: x to our right, y toward us, z up, a face about 1.7 tall.

The faces are Korean and Chinese faces: broad, forward cheekbones, a low bridge, full upper lids, shallow sockets.
That is modelled here in the round, so that light does the drawing; the lines of `portraits_lines` only finish it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.art.shapes import Shape, capsule, ellipsoid, smooth_cut, smooth_union, sphere
from tools.art.solid import Part

SIDES = (-1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Face:
    """What makes one face that face; 1 is the middle of all unless told."""

    width: float = 1.0
    jaw: float = 1.0
    """Breadth of the jaw's corners."""
    chin: float = 0.155
    """Radius of the chin, head units."""
    chin_low: float = 0.0
    """How much lower (above 0) or higher the chin sits, head units."""
    cheek: float = 1.0
    gaunt: float = 0.0
    """0 full cheeks to 1 hollow."""
    nose: float = 1.0
    nose_wide: float = 1.0
    bridge: float = 1.0
    lips: float = 1.0
    mouth: float = 1.0
    mouth_low: float = 0.0
    """How much lower (above 0) or higher the mouth sits under the nose, head units, at most 0.04."""
    apart: float = 0.0
    """How much farther from the nose each eye is, head units, at most 0.02."""
    ridge: float = 1.0
    """The bone above the eyes."""
    age: float = 0.0
    """0 none to 1 seventy years of weather."""
    child: float = 0.0
    """1 for seven years old: low features, round cheeks, large eyes."""
    eye: float = 1.0
    tilt: float = 0.012
    """How much higher the outer corner of the eye is, head units."""
    crease: float = 0.5
    """How much of a fold the upper lid has: 0 none, 1 along its whole length."""
    brow: float = 0.045
    """Thickness of the eyebrows, head units."""
    brow_arch: float = 1.0
    brow_tint: str = "wood"
    lashes: float = 1.0
    skin: float = 1.0
    neck: float = 0.31
    moustache: float = 0.0
    """Thickness, head units; in the brows' colour."""
    stubble: bool = False
    men: bool = False
    """Lips in the colour of skin."""


@dataclass(frozen=True, slots=True)
class Mood:
    """What a feeling does to a face: small numbers. Restraint keeps a face dignified."""

    inner_brow: float = 0.0
    outer_brow: float = 0.0
    brow_skew: float = 0.0
    """How much higher the brow on our right is than the other."""
    lids: float = 1.0
    """Opening of the eyes, 0.5 to 1.25."""
    squint: float = 0.0
    """Lower lids raised by a smile, 0 to 1."""
    corners: float = 0.0
    """Mouth corners up or down, head units, at most 0.05."""
    skew: float = 0.0
    """The corner on our right higher than the other by this."""
    gap: float = 0.0
    look: tuple[float, float] = (0.1, -0.05)
    """Where the eyes turn: our right, up; -1 to 1."""
    yaw: float = -24.0
    pitch: float = 3.0
    light: str = "moon"


def eye_spot(face: Face, side: float) -> tuple[float, float, float]:
    """The middle of the ball that carries the lids."""
    return side * (0.285 + face.apart + 0.005 * face.child), 0.482 - 0.4 * face.apart, 0.068 - 0.10 * face.child


def bones(face: Face) -> Shape:
    """Skull, cheeks, jaw and chin."""
    w, low = face.width, face.chin_low
    solid = smooth_union(
        0.22,
        ellipsoid((0, -0.14, 0.30), (0.74 * w, 0.86, 0.78)),
        ellipsoid((0, 0.16, -0.10), (0.62 * w, 0.56, 0.60)),
        ellipsoid((0, 0.20, -0.42), (0.46 * face.jaw, 0.44, 0.46)),
        sphere((0, 0.47, -0.76 - low), face.chin),
        *[capsule((s * 0.41 * face.jaw, 0.0, -0.47), (0, 0.43, -0.76 - low), 0.13) for s in SIDES],
    )
    cheek = face.cheek
    cheeks = [ellipsoid((s * 0.43 * w, 0.40, -0.11), (0.20 * cheek, 0.165, 0.15 * cheek)) for s in SIDES]
    solid = smooth_union(0.24, solid, *cheeks)
    solid = smooth_union(0.14, solid, capsule((-0.34, 0.59, 0.24), (0.34, 0.59, 0.24), 0.070 * face.ridge))
    if face.gaunt < 0.5:
        soft = [ellipsoid((s * 0.345 * w, 0.40, -0.37), (0.20, 0.175 - 0.06 * face.gaunt, 0.22)) for s in SIDES]
        solid = smooth_union(0.20, solid, *soft)
    else:
        for s in SIDES:
            hollow = ellipsoid((s * 0.70 * w, 0.42, -0.43), (0.150 * face.gaunt, 0.30, 0.27))
            solid = smooth_cut(0.32, solid, hollow)
    if face.child:
        size = 0.6 + 0.26 * face.child
        round_ = [ellipsoid((s * 0.36, 0.38, -0.38), (0.21 * size, 0.18 * size, 0.19 * size)) for s in SIDES]
        solid = smooth_union(0.18, solid, *round_)
    return solid


def sockets(face: Face, solid: Shape) -> Shape:
    """Eye sockets with the full lids laid back into them; bags and folds of age."""
    for s in SIDES:
        x, y, z = eye_spot(face, s)
        solid = smooth_cut(0.13, solid, ellipsoid((x, 0.81, z + 0.005), (0.19, 0.17, 0.092)))
        lid = ellipsoid((x, y, z), (0.208, 0.19, 0.168))
        solid = smooth_union(0.05, solid, lid)
        # The fold at the inner corner, from the lid down beside the nose.
        solid = smooth_union(0.05, solid, capsule((s * 0.135, 0.60, z + 0.055), (s * 0.118, 0.61, z - 0.04), 0.030))
        if face.age > 0.25:
            bag = ellipsoid((x, 0.60, z - 0.135), (0.13, 0.05, 0.035 + 0.02 * face.age))
            solid = smooth_union(0.07, solid, bag)
            line = capsule((s * 0.165, 0.855, -0.25), (s * 0.31, 0.76, -0.52), 0.040 * face.age)
            solid = smooth_cut(0.09, solid, line)
        if face.age > 0.7:
            solid = smooth_cut(0.07, solid, capsule((s * 0.27, 0.76, -0.56), (s * 0.31, 0.66, -0.76), 0.045))
            solid = smooth_cut(0.06, solid, capsule((s * 0.16, 0.80, -0.11), (s * 0.40, 0.66, -0.20), 0.030))
    return solid


def nose(face: Face, solid: Shape) -> Shape:
    """A low bridge, a rounded tip, wings."""
    n, wide, rise = face.nose, face.nose_wide, face.bridge
    drop = -0.05 * face.child
    solid = smooth_union(
        0.09,
        solid,
        capsule((0, 0.575 + 0.03 * rise, 0.17 + drop), (0, 0.825, -0.19 * n + drop), 0.054, 0.088 * wide),
        sphere((0, 0.835 + 0.012 * n, -0.205 * n + drop), 0.082 * wide),
    )
    wings = [ellipsoid((s * 0.098 * wide, 0.755, -0.235 * n + drop), (0.070 * wide, 0.085, 0.060)) for s in SIDES]
    return smooth_union(0.05, solid, *wings)


def mouth_spot(face: Face, mood: Mood, x: float) -> tuple[float, float, float]:
    """A spot on the line between the lips; `x` -1 (our left corner) to 1."""
    up = mood.corners + (mood.skew * 0.5 * x if mood.skew else 0.0)
    bend = abs(x) ** 1.6
    depth = 0.762 - 0.088 * x * x
    z = -0.503 - face.mouth_low + 0.010 * abs(x) * (1 - abs(x)) * 4 + (up + 0.003) * bend - 0.02 * face.child
    return 0.222 * face.mouth * (1 - 0.10 * face.child) * x, depth, z


def lips(face: Face, mood: Mood) -> tuple[Shape, Shape]:
    """The upper and the lower lip."""
    full, open_ = face.lips, mood.gap
    upper, lower = [], []
    for s in SIDES:
        x, y, z = mouth_spot(face, mood, s * 0.96)
        mid = -0.02 * face.child - face.mouth_low
        upper.append(
            capsule((s * 0.036, 0.738, -0.457 + open_ * 0.3 + mid), (x, y - 0.012, z + 0.008), 0.040 * full, 0.012)
        )
        lower.append(
            capsule(
                (s * 0.03, 0.728, -0.545 - open_ + mid),
                (x * 0.82, y + 0.006, z - 0.016 - open_ * 0.4),
                0.050 * full,
                0.018,
            )
        )
    return smooth_union(0.03, *upper), smooth_union(0.05, *lower)


def head(face: Face, mood: Mood, ears_out: bool = True) -> list[Part]:
    """Skin, lips, and the ears unless a scarf or flaps are over them."""
    solid = nose(face, sockets(face, bones(face)))
    muzzle = ellipsoid((0, 0.56, -0.50 - face.mouth_low - 0.02 * face.child), (0.24, 0.18, 0.17))
    solid = smooth_union(0.10, solid, muzzle)
    if mood.corners > 0.02 or abs(mood.skew) > 0.03:
        for s in SIDES:
            lift = mood.corners + 0.5 * s * mood.skew
            if lift > 0.012:
                solid = smooth_union(0.12, solid, ellipsoid((s * 0.34, 0.56, -0.24), (0.12, 0.09, 0.08)))
    neck = capsule((0, -0.12, -0.55), (0, -0.22, -1.7), face.neck, face.neck * 1.15)
    cords = [capsule((s * 0.36, -0.12, -0.62), (s * 0.10, 0.12, -1.55), 0.06) for s in SIDES if face.child < 0.5]
    solid = smooth_union(0.08, solid, smooth_union(0.10, neck, *cords) if cords else neck)
    upper, lower = lips(face, mood)
    colour = "skin" if face.men else "rose"
    ears = []
    for s in SIDES if ears_out else ():
        # Close to the head, its top leaning back, a lobe below: a rim with a hollow, not a disc.
        x = s * 0.715 * face.width
        rim = smooth_union(
            0.05,
            ellipsoid((x, -0.15, 0.045), (0.070, 0.125, 0.150)),
            ellipsoid((x * 0.985, -0.085, -0.105), (0.055, 0.075, 0.085)),
        )
        hollow = ellipsoid((x + s * 0.062, -0.10, 0.03), (0.060, 0.075, 0.105))
        ears.append(smooth_cut(0.025, rim, hollow))
    return [
        Part(solid, "skin", face.skin),
        Part(upper, colour, face.skin * (0.80 if face.men else 0.84)),
        Part(lower, colour, face.skin * (0.90 if face.men else 0.98)),
        *[Part(ear, "skin", face.skin * 0.80) for ear in ears],
    ]
