"""What people wear on their heads: the first thing one knows them by at thirty pixels."""

from __future__ import annotations

from tools.art.people_dress import Dress, Maker, Standing, egg, shell_over
from tools.art.people_pose import SIDES
from tools.art.shapes import capsule, smooth_union, sphere, union
from tools.art.solid import Part

FACE = 2.3
"""Where hair usually begins, px above the middle of the head."""


def scarf(s: Standing, d: Dress) -> list[Part]:
    """A square folded to a triangle: hair at the brow, a knot under the chin, the point hanging down the back."""
    k, p = s.build.height, s.pose
    lag, flow = p.swing, p.speed
    tip = s.at(p.neck, -3.9 - 1.0 * flow, 0.8 * lag, -3.6 + 1.0 * flow)
    back = smooth_union(
        0.8 * k,
        capsule(s.at(p.head, -2.0, 0, -1.6), tip, 2.5 * k, 0.7 * k),
        capsule(s.at(p.neck, -1.4, -2.3, 0.5), s.at(p.neck, -1.4, 2.3, 0.5), 1.5 * k),
    )
    knot = union(
        sphere(s.at(p.neck, 2.2, 0, 0.5), 1.15 * k),
        capsule(
            s.at(p.neck, 2.4, 0, 0.4),
            s.at(p.neck, 2.6 - 0.9 * flow, -1.5 - 0.5 * flow, -2.2 + 0.4 * lag),
            0.85 * k,
            0.6 * k,
        ),
        capsule(s.at(p.neck, 2.4, 0, 0.4), s.at(p.neck, 2.6 - 0.7 * flow, 1.2, -2.6 - 0.4 * lag), 0.85 * k, 0.6 * k),
    )
    fringe = capsule(s.at(p.head, 1.0, -1.2, 1.9), s.at(p.head, 1.0, 1.2, 1.9), 1.5 * k)
    return [
        Part(fringe, *d.hair),
        Part(shell_over(s, 0.5, 1.9), *d.head_tint),
        Part(back, *d.head_tint),
        Part(knot, d.head_tint[0], d.head_tint[1] * 1.1),
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
    """A fur hat with its flaps down over the ears."""
    k, p = s.build.height, s.pose
    crown = smooth_union(
        0.7 * k,
        capsule(s.at(p.head, -0.5, 0, 2.4), s.at(p.head, -0.5, 0, 4.0), 3.35 * k, 2.9 * k),
    )
    brow = capsule(s.at(p.head, 2.3, -1.2, 2.9), s.at(p.head, 2.3, 1.2, 2.9), 1.15 * k)
    flaps = [
        smooth_union(
            0.5 * k,
            capsule(s.at(p.head, -0.4, side * 3.1, 2.4), s.at(p.head, -0.3, side * 3.3, -1.7), 1.35 * k, 1.05 * k),
            capsule(s.at(p.head, 2.0, side * 1.8, 2.8), s.at(p.head, -0.4, side * 3.1, 1.8), 1.0 * k),
        )
        for side in SIDES
    ]
    nape = capsule(s.at(p.head, -2.6, -1.5, 0.4), s.at(p.head, -2.6, 1.5, 0.4), 1.7 * k)
    return [
        Part(crown, *d.head_tint),
        Part(union(brow, *flaps), *d.trim),
        Part(nape, d.trim[0], d.trim[1] * 0.8),
        Part(sphere(s.at(p.head, 3.3, 0, 3.2), 0.6 * k), "lamp", 0.62),
    ]


def ushanka_up(s: Standing, d: Dress) -> list[Part]:
    """The same hat with the flaps tied up on the crown: square, wider at the top, ears bare."""
    k, p = s.build.height, s.pose
    crown = capsule(s.at(p.head, -0.5, 0, 2.9), s.at(p.head, -0.5, 0, 5.2), 3.0 * k, 2.4 * k)
    flaps = union(
        *[
            smooth_union(
                0.4 * k,
                capsule(s.at(p.head, -1.6, side * 2.9, 2.4), s.at(p.head, -1.2, side * 3.2, 4.7), 1.15 * k, 1.25 * k),
                capsule(s.at(p.head, 1.2, side * 2.9, 2.4), s.at(p.head, 0.8, side * 3.2, 4.7), 1.15 * k, 1.25 * k),
            )
            for side in SIDES
        ],
        capsule(s.at(p.head, 2.1, -1.5, 3.3), s.at(p.head, 2.1, 1.5, 3.3), 1.05 * k),
    )
    hair = shell_over(s, 0.12, FACE, -1.6)
    return [Part(hair, *d.hair), Part(crown, *d.head_tint), Part(flaps, *d.trim)]


def peaked(s: Standing, d: Dress) -> list[Part]:
    """A service cap: a wide flat plate, a band, a dark peak."""
    k, p = s.build.height, s.pose
    plate = egg(s, p.head, (4.3, 4.6, 1.3), (-0.1, 0, 4.7))
    band = egg(s, p.head, (3.35, 3.35, 1.9), (-0.35, 0, 3.0))
    peak = capsule(s.at(p.head, 2.9, -1.5, 2.1), s.at(p.head, 2.9, 1.5, 2.1), 0.85 * k)
    badge = sphere(s.at(p.head, 3.0, 0, 3.6), 0.65 * k)
    return [
        Part(shell_over(s, 0.12, FACE, -1.6), *d.hair),
        Part(plate, *d.head_tint),
        Part(band, *d.trim),
        Part(peak, "coat", 0.25),
        Part(badge, "metal", 1.3),
    ]


def soft_cap(s: Standing, d: Dress) -> list[Part]:
    """A workman's cap: low, its peak pulled down."""
    k, p = s.build.height, s.pose
    crown = egg(s, p.head, (3.9, 3.6, 1.9), (0.1, 0, 3.2))
    peak = capsule(s.at(p.head, 3.3, -1.3, 2.3), s.at(p.head, 3.3, 1.3, 2.3), 0.8 * k)
    return [
        Part(shell_over(s, 0.15, FACE, -1.4), *d.hair),
        Part(crown, *d.head_tint),
        Part(peak, d.head_tint[0], d.head_tint[1] * 0.75),
    ]


def fur_hat(s: Standing, d: Dress) -> list[Part]:
    """A great round fur hat, twice the head."""
    k, p = s.build.height, s.pose
    fur = union(
        capsule(s.at(p.head, -0.5, -0.7, 3.4), s.at(p.head, -0.5, 0.7, 3.4), 3.9 * k),
        *[sphere(s.at(p.head, -0.3, side * 3.2, 0.8), 1.7 * k) for side in SIDES],
        capsule(s.at(p.head, 1.9, -1.6, 3.2), s.at(p.head, 1.9, 1.6, 3.2), 1.9 * k),
    )
    return [Part(fur, *d.trim)]


def hair(s: Standing, d: Dress) -> list[Part]:
    """Short hair."""
    return [Part(shell_over(s, 0.35, FACE, -0.9), *d.hair)]


def bun(s: Standing, d: Dress) -> list[Part]:
    """Hair drawn back into a bun."""
    k, p = s.build.height, s.pose
    knot = sphere(s.at(p.head, -3.5, 0, 1.1), 1.75 * k)
    return [Part(shell_over(s, 0.3, FACE, -0.7), *d.hair), Part(knot, *d.hair)]


def tail(s: Standing, d: Dress) -> list[Part]:
    """Long hair in one low tail."""
    k, p = s.build.height, s.pose
    end = s.at(p.neck, -3.4 - 0.5 * p.speed, 0.8 * p.swing, -4.6)
    return [
        Part(shell_over(s, 0.35, FACE, -0.2), *d.hair),
        Part(capsule(s.at(p.head, -2.8, 0, -1.0), end, 1.5 * k, 0.8 * k), *d.hair),
    ]


def bowl(s: Standing, d: Dress) -> list[Part]:
    """A child's fringe and a knitted cap with a bobble."""
    k, p = s.build.height, s.pose
    cap = egg(s, p.head, (3.75, 3.75, 3.1), (-0.4, 0, 2.2))
    return [
        Part(shell_over(s, 0.35, FACE, -0.7), *d.hair),
        Part(cap, *d.head_tint),
        Part(sphere(s.at(p.head, -0.5, 0, 5.6), 1.35 * k), *d.trim),
    ]


def wisps(s: Standing, d: Dress) -> list[Part]:
    """Thin hair round a bald crown."""
    k, p = s.build.height, s.pose
    fringe = [sphere(s.at(p.head, -0.9, side * 2.5, 0.7), 1.3 * k) for side in SIDES]
    nape = capsule(s.at(p.head, -2.4, -1.4, 0.6), s.at(p.head, -2.4, 1.4, 0.6), 1.4 * k)
    return [Part(union(nape, *fringe), *d.hair)]


def tousled(s: Standing, d: Dress) -> list[Part]:
    """Hair that has not been cut for months."""
    k, p = s.build.height, s.pose
    tufts = [
        capsule(s.at(p.head, a * 0.6, b * 0.6, 3.0), s.at(p.head, a, b, u), 1.5 * k, 0.7 * k)
        for a, b, u in ((1.9, -1.8, 3.4), (-2.4, -2.3, 4.0), (-3.6, 0.6, 2.4), (0.6, 2.6, 4.3), (2.4, 0.9, 3.0))
    ]
    return [Part(union(shell_over(s, 0.45, FACE, -0.2), *tufts), *d.hair)]


HEADS: dict[str, Maker] = {
    "scarf": scarf,
    "headcloth": headcloth,
    "ushanka": ushanka,
    "ushanka_up": ushanka_up,
    "peaked": peaked,
    "soft_cap": soft_cap,
    "fur_hat": fur_hat,
    "hair": hair,
    "bun": bun,
    "tail": tail,
    "bowl": bowl,
    "wisps": wisps,
    "tousled": tousled,
}
