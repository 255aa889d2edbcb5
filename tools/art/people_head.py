"""What people wear on their heads: the first thing one knows them by at thirty pixels."""

from __future__ import annotations

import numpy as np

from tools.art.people_dress import Dress, Maker, Standing, egg
from tools.art.people_pose import SIDES, Point
from tools.art.people_skull import gable, shell_over
from tools.art.shapes import Shape, capsule, custom, smooth_cut, smooth_union, sphere, union
from tools.art.solid import Part

FACE = 2.6
"""Where hair usually begins, px above the middle of the head."""


def above(s: Standing, joint: Point, up: float) -> Shape:
    """All that is higher than ``up`` px over a joint: to cut a crown flat."""
    floor = np.float32(s.at(joint, up=up)[2])
    middle = s.at(joint)
    return custom(lambda p: floor - p[..., 2], (middle[0], middle[1], middle[2]), 40.0)


def open_face(s: Standing) -> Shape:
    """A child's round face: bare back to the ears, or in profile there would be one pixel of it."""
    return egg(s, s.pose.head, (4.5, 4.6, 3.2), (2.9, 0, 0.1))


def scarf(s: Standing, d: Dress) -> list[Part]:
    """A square folded to a triangle: hair at brow and temples, a knot under the chin, the point down the back."""
    k, p = s.build.height, s.pose
    lag, flow = p.swing, p.speed
    tip = s.at(p.neck, -4.8 - 1.1 * flow, 1.2 * lag, -5.0 + 1.4 * flow)
    back = union(
        *[capsule(s.at(p.neck, -1.6, side * 3.1, -0.3), tip, 1.25 * k, 0.7 * k) for side in SIDES],
        capsule(s.at(p.neck, -2.4, 0, 1.2), tip, 1.8 * k, 0.7 * k),
    )
    jaw = [
        capsule(s.at(p.head, 0.2, side * 3.0, -1.0), s.at(p.neck, 2.0, side * 0.5, 0.7), 1.15 * k, 0.9 * k)
        for side in SIDES
    ]
    knot = s.at(p.neck, 2.5, 0, 0.0)
    ends = [
        capsule(knot, s.at(p.neck, 3.0 - 1.2 * flow, x - 0.7 * flow, up + 0.5 * lag + 0.4 * flow), 0.75 * k, 0.95 * k)
        for x, up in ((-2.0, -2.4), (1.2, -3.4))
    ]
    tint, gain = d.head_tint
    return [
        Part(shell_over(s, 0.34, 0, -0.6, gable(s, 3.2, 2.0, 0.5, 0.9)), *d.hair),
        Part(shell_over(s, 0.62, 0, -0.5, gable(s, 4.1, 2.9, 0.5, 0.5)), tint, gain),
        Part(back, tint, gain * 0.94),
        Part(union(*jaw), tint, gain * 0.92),
        Part(union(sphere(knot, 1.05 * k), *ends), tint, gain * 1.2),
    ]


def headcloth(s: Standing, d: Dress) -> list[Part]:
    """An old woman's white cloth tied at the nape: forehead bare, two ends behind."""
    k, p = s.build.height, s.pose
    ends = union(
        sphere(s.at(p.head, -3.7, 0, -0.9), 1.2 * k),
        capsule(s.at(p.head, -3.7, 0, -1.0), s.at(p.head, -4.4, -1.2, -3.8), 0.9 * k, 0.6 * k),
        capsule(s.at(p.head, -3.7, 0, -1.0), s.at(p.head, -4.4, 1.1, -3.4), 0.9 * k, 0.6 * k),
    )
    return [
        Part(shell_over(s, 0.3, FACE, -0.6), *d.hair),
        Part(shell_over(s, 0.6, 2.9, -1.3), *d.head_tint),
        Part(ends, *d.head_tint),
    ]


def ushanka(s: Standing, d: Dress) -> list[Part]:
    """A fur hat with its flaps down over the ears: low and square above, wide at the jaw."""
    k, p = s.build.height, s.pose
    crown = smooth_cut(0.8 * k, egg(s, p.head, (3.75, 3.75, 3.4), (-0.4, 0, 2.2)), above(s, p.head, 4.6))
    brow = smooth_union(
        0.4 * k,
        capsule(s.at(p.head, 2.5, -1.5, 3.0), s.at(p.head, 2.5, 1.5, 3.0), 1.3 * k),
        *[capsule(s.at(p.head, 2.2, x * 1.9, 2.9), s.at(p.head, -0.6, x * 3.1, 2.4), 1.25 * k) for x in SIDES],
    )
    flaps = [
        capsule(s.at(p.head, -0.5, x * 3.3, 1.6), s.at(p.head, -0.1, x * 3.5, -1.9), 1.35 * k, 1.25 * k) for x in SIDES
    ]
    nape = capsule(s.at(p.head, -2.7, -1.6, 0.2), s.at(p.head, -2.7, 1.6, 0.2), 1.8 * k)
    tint, gain = d.trim
    return [
        Part(crown, *d.head_tint),
        Part(brow, tint, gain * 1.15),
        Part(union(*flaps), tint, gain * 0.95),
        Part(nape, tint, gain * 0.8),
        Part(sphere(s.at(p.head, 3.6, 0, 3.3), 0.6 * k), "lamp", 0.62),
    ]


def ushanka_up(s: Standing, d: Dress) -> list[Part]:
    """The same hat with the flaps tied up on the crown: square, wider at the top, ears bare."""
    k, p = s.build.height, s.pose
    crown = capsule(s.at(p.head, -0.5, 0, 2.9), s.at(p.head, -0.5, 0, 4.6), 3.1 * k, 2.5 * k)
    flaps = [
        smooth_union(
            0.5 * k,
            *[
                capsule(s.at(p.head, a, x * 3.0, 2.7), s.at(p.head, a - 0.1, x * 3.5, 4.6), 1.15 * k, 1.3 * k)
                for a in (-1.7, 1.0)
            ],
        )
        for x in SIDES
    ]
    brow = capsule(s.at(p.head, 2.4, -1.6, 3.4), s.at(p.head, 2.4, 1.6, 3.4), 1.2 * k)
    tint, gain = d.trim
    ears = [sphere(s.at(p.head, -0.3, x * 3.3, 0.0), 0.85 * k) for x in SIDES]
    return [
        Part(shell_over(s, 0.12, FACE, -1.6), *d.hair),
        Part(union(*ears), "skin", d.skin * 0.85),
        Part(crown, *d.head_tint),
        Part(union(*flaps), tint, gain),
        Part(brow, tint, gain * 1.15),
        Part(sphere(s.at(p.head, 3.5, 0, 3.7), 0.6 * k), "lamp", 0.62),
    ]


def peaked(s: Standing, d: Dress) -> list[Part]:
    """A service cap: a wide flat plate, a band, a dark peak high enough that the eyes are seen."""
    k, p = s.build.height, s.pose
    plate = egg(s, p.head, (4.2, 4.5, 1.0), (-0.2, 0, 4.9))
    band = egg(s, p.head, (3.7, 3.6, 1.5), (-0.6, 0, 3.7))
    peak = capsule(s.at(p.head, 3.1, -1.5, 2.9), s.at(p.head, 3.1, 1.5, 2.9), 0.75 * k)
    badge = sphere(s.at(p.head, 3.2, 0, 4.2), 0.65 * k)
    return [
        Part(shell_over(s, 0.12, FACE, -1.6), *d.hair),
        Part(plate, *d.head_tint),
        Part(band, *d.trim),
        Part(peak, "coat", 0.25),
        Part(badge, "metal", 1.3),
    ]


def cap_back(s: Standing, d: Dress) -> list[Part]:
    """A service cap worn pushed back from the brow, a short peak, grey cut short at the temples."""
    k, p = s.build.height, s.pose
    plate = egg(s, p.head, (3.7, 4.0, 0.8), (-1.1, 0, 4.9))
    band = egg(s, p.head, (3.5, 3.45, 1.5), (-0.9, 0, 3.7))
    peak = capsule(s.at(p.head, 2.3, -1.4, 3.3), s.at(p.head, 2.3, 1.4, 3.3), 0.7 * k)
    return [
        Part(shell_over(s, 0.15, FACE, -1.5), *d.hair),
        Part(plate, *d.head_tint),
        Part(band, *d.trim),
        Part(peak, "coat", 0.3),
        Part(sphere(s.at(p.head, 2.5, 0, 4.3), 0.6 * k), "metal", 1.2),
    ]


def flaps_down(s: Standing, d: Dress) -> list[Part]:
    """A child's fur hat: high over the brow, its flaps standing off the cheeks, so that the face is free."""
    k, p = s.build.height, s.pose
    crown = egg(s, p.head, (3.5, 3.6, 3.0), (-0.7, 0, 2.6))
    brow = capsule(s.at(p.head, 1.7, -1.7, 3.8), s.at(p.head, 1.7, 1.7, 3.8), 1.15 * k)
    flaps = [
        capsule(s.at(p.head, -1.5, x * 3.4, 1.6), s.at(p.head, -1.6, x * 3.8, -1.8), 1.2 * k, 1.0 * k) for x in SIDES
    ]
    tint, gain = d.trim
    return [
        Part(shell_over(s, 0.2, 0, -1.0, open_face(s)), *d.hair),
        Part(crown, *d.head_tint),
        Part(brow, tint, gain * 1.1),
        Part(union(*flaps), tint, gain * 0.95),
    ]


def soft_cap(s: Standing, d: Dress) -> list[Part]:
    """A workman's cap: low, its peak over the brow."""
    k, p = s.build.height, s.pose
    crown = egg(s, p.head, (3.9, 3.8, 1.3), (-0.2, 0, 3.9))
    peak = capsule(s.at(p.head, 3.0, -1.3, 3.0), s.at(p.head, 3.0, 1.3, 3.0), 0.75 * k)
    return [
        Part(shell_over(s, 0.15, FACE, -1.4), *d.hair),
        Part(crown, *d.head_tint),
        Part(peak, d.head_tint[0], d.head_tint[1] * 0.75),
    ]


def fur_hat(s: Standing, d: Dress) -> list[Part]:
    """A great round fur hat, twice the head."""
    k, p = s.build.height, s.pose
    fur = union(
        capsule(s.at(p.head, -0.5, -0.9, 3.0), s.at(p.head, -0.5, 0.9, 3.0), 3.7 * k),
        *[capsule(s.at(p.head, -0.3, x * 3.5, 1.6), s.at(p.head, -0.3, x * 4.0, -0.6), 1.5 * k) for x in SIDES],
        capsule(s.at(p.head, 1.9, -1.6, 3.2), s.at(p.head, 1.9, 1.6, 3.2), 1.9 * k),
    )
    return [Part(fur, *d.trim)]


def hair(s: Standing, d: Dress) -> list[Part]:
    """Short hair."""
    return [Part(shell_over(s, 0.35, FACE, -0.9), *d.hair)]


def combed(s: Standing, d: Dress) -> list[Part]:
    """Hair parted in the middle and combed down over both temples to the nape; it shines in bands."""
    k, p = s.build.height, s.pose
    tint, gain = d.hair
    parting = capsule(s.at(p.head, 2.2, 0, 3.6), s.at(p.head, 1.1, 0, 4.25), 0.42 * k)
    bands = [
        union(
            capsule(s.at(p.head, ahead, side * 0.9, up), s.at(p.head, ahead - 1.3, side * 3.3, up - 2.4), 0.5 * k),
            capsule(s.at(p.head, ahead - 1.3, side * 3.3, up - 2.4), s.at(p.head, -3.2, side * 1.9, 0.4), 0.45 * k),
        )
        for side in SIDES
        for ahead, up in ((1.7, 3.75), (-0.5, 4.45))
    ]
    return [
        Part(shell_over(s, 0.3, 0, -0.9, gable(s, 3.3, 2.9, 0.75, 0.2)), tint, gain),
        Part(union(*bands), tint, gain * 1.9),
        Part(parting, "skin", d.skin * 0.4),
    ]


def bun(s: Standing, d: Dress) -> list[Part]:
    """Hair drawn back into a knot with a pin through it."""
    k, p = s.build.height, s.pose
    knot = smooth_union(
        0.4 * k,
        sphere(s.at(p.head, -4.0, 0, 0.5), 1.75 * k),
        capsule(s.at(p.head, -4.6, -1.3, 0.5), s.at(p.head, -4.6, 1.3, 0.5), 1.1 * k),
    )
    pin = capsule(s.at(p.head, -4.8, -2.5, 1.5), s.at(p.head, -4.8, 2.5, -0.3), 0.4 * k)
    return [*combed(s, d), Part(knot, d.hair[0], d.hair[1] * 1.25), Part(pin, "metal", 1.3)]


def tail(s: Standing, d: Dress) -> list[Part]:
    """Long hair in one low tail, tied with a strip of cloth."""
    k, p = s.build.height, s.pose
    root, end = s.at(p.head, -3.4, 0, -1.2), s.at(p.neck, -3.6 - 0.5 * p.speed, 0.8 * p.swing, -5.4)
    shine = capsule(s.at(p.head, -4.6, 0.7, -1.6), end, 0.6 * k, 0.4 * k)
    return [
        *combed(s, d),
        Part(capsule(root, end, 1.5 * k, 0.9 * k), d.hair[0], d.hair[1] * 1.2),
        Part(shine, d.hair[0], d.hair[1] * 2.0),
        Part(sphere(root, 1.75 * k), *d.trim),
    ]


def bowl(s: Standing, d: Dress) -> list[Part]:
    """A child's fringe and a knitted cap with a bobble."""
    k, p = s.build.height, s.pose
    cap = egg(s, p.head, (3.6, 3.7, 2.3), (-0.9, 0, 3.7))
    return [
        Part(shell_over(s, 0.35, 0, -0.7, open_face(s)), *d.hair),
        Part(cap, *d.head_tint),
        Part(sphere(s.at(p.head, -0.9, 0, 6.4), 1.4 * k), *d.trim),
    ]


def wisps(s: Standing, d: Dress) -> list[Part]:
    """Thin hair round a bald crown."""
    k, p = s.build.height, s.pose
    fringe = [sphere(s.at(p.head, -0.9, side * 2.5, 0.7), 1.3 * k) for side in SIDES]
    nape = capsule(s.at(p.head, -2.4, -1.4, 0.6), s.at(p.head, -2.4, 1.4, 0.6), 1.4 * k)
    return [Part(union(nape, *fringe), *d.hair)]


def tousled(s: Standing, d: Dress) -> list[Part]:
    """Hair that has not been cut for months: a ragged fringe, tufts that stand off, every second one in the light."""
    k, p = s.build.height, s.pose
    tint, gain = d.hair
    spots = (
        (2.6, -2.6, 2.2), (3.0, -0.9, 2.5), (2.9, 0.8, 2.9), (2.4, 2.6, 2.0), (0.2, -3.9, 0.2), (-0.2, 4.1, -0.2),
        (-1.8, -3.4, 3.0), (-1.4, 3.4, 3.4), (0.2, -2.2, 4.6), (0.4, 1.6, 4.9), (-3.8, 0.4, 2.0), (-3.4, 1.9, -1.1),
        (-3.5, -1.7, -0.8), (-2.2, 0.2, 4.4),
    )
    tufts = [
        capsule(s.at(p.head, a * 0.5, b * 0.5, 0.5 * u + 1.7), s.at(p.head, a, b, u), 1.2 * k, 0.4 * k)
        for a, b, u in spots
    ]
    return [
        Part(union(shell_over(s, 0.2, 0, -0.4, open_face(s)), *tufts[::2]), tint, gain),
        Part(union(*tufts[1::2]), tint, gain * 2.1),
    ]


HEADS: dict[str, Maker] = {
    "scarf": scarf,
    "headcloth": headcloth,
    "ushanka": ushanka,
    "ushanka_up": ushanka_up,
    "peaked": peaked,
    "cap_back": cap_back,
    "flaps_down": flaps_down,
    "soft_cap": soft_cap,
    "fur_hat": fur_hat,
    "hair": hair,
    "bun": bun,
    "tail": tail,
    "bowl": bowl,
    "wisps": wisps,
    "tousled": tousled,
}
