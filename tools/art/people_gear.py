"""What the hill, the washing place and the village carry: a leash, a radio, a carrying frame, a thermos, bags."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from tools.art.people_dress import Dress, Maker, Standing, lump, sash
from tools.art.people_pose import SIDES
from tools.art.shapes import capsule, smooth_union, sphere, union
from tools.art.solid import Part


def leash(s: Standing, d: Dress) -> list[Part]:
    """A strap from the right hand forward and down, to where the dog goes."""
    k, hand = s.build.height, s.pose.hands[1]
    knot, end = s.at(hand, 0.8, 0, -0.2), s.at(hand, 6.2 - 1.4 * s.pose.speed, 0.4, -5.4)
    middle = (knot + end) / 2 - np.array([0.0, 0.0, 1.4])
    strap = union(capsule(knot, middle, 0.5 * k, 0.45 * k), capsule(middle, end, 0.45 * k, 0.4 * k))
    return [Part(strap, "reed", 0.95), Part(sphere(s.at(hand, 0.6, 0, 0.2), 1.3 * k), "reed", 0.7)]


def radio_pack(s: Standing, d: Dress) -> list[Part]:
    """A set on the back and, above the shoulder, the loop that is turned until a telephone is loudest."""
    k, p = s.build.height, s.pose
    box = smooth_union(
        0.6 * k, lump(s, p.chest, (2.2, 3.2, 2.6), (-4.8, 0, 0.4)), lump(s, p.chest, (2.2, 3.2, 2.4), (-4.8, 0, -3.2))
    )
    ring = [
        s.on(p.chest, -4.8, 3.6 * np.cos(a), 11.0 + 3.6 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 11)
    ]
    loop = union(*[capsule(a, b, 0.62 * k) for a, b in pairwise(ring)])
    mast = capsule(s.on(p.chest, -4.8, 0, 2.6), s.on(p.chest, -4.8, 0, 7.6), 0.7 * k)
    straps = union(
        *[capsule(s.on(p.chest, 2.2, x * 2.3, 1.8), s.on(p.chest, 2.8, x * 2.4, -3.6), 0.6 * k) for x in SIDES]
    )
    return [
        Part(box, "metal", 0.75), Part(sphere(s.on(p.chest, -6.6, 1.4, 0.8), 0.8 * k), "lamp", 0.9),
        Part(union(loop, mast), "metal", 1.5), Part(straps, "wood", 0.5),
    ]


def headphones(s: Standing, d: Dress) -> list[Part]:
    """Pushed down round the neck: a dark band behind, two pads on the breast."""
    k, p = s.build.height, s.pose
    spots = [s.at(p.neck, a, b, u) for a, b,
        u in ((1.9, -3.2, -0.9), (-0.8, -3.4, 0.2), (-2.8, 0, 0.9), (-0.8, 3.4, 0.2), (1.9, 3.2, -0.9))]
    band = union(*[capsule(a, b, 0.7 * k) for a, b in pairwise(spots)])
    pads = union(*[sphere(s.at(p.neck, 2.4, x * 3.0, -1.6), 1.45 * k) for x in SIDES])
    wire = capsule(s.at(p.neck, 3.0, 2.4, -1.6), s.on(p.hip, 3.4, 1.6, 2.0), 0.5 * k)
    return [Part(band, "coat", 0.35), Part(pads, "coat", 0.55), Part(wire, "coat", 0.3)]


def jige(s: Standing, d: Dress) -> list[Part]:
    """A wooden A-frame on the back, its two legs to the knee, a tall load of sticks lashed across it."""
    k, p = s.build.height, s.pose
    legs = [capsule(s.on(p.chest, -3.6, x * 1.3, 5.4), s.on(p.hip, -4.6, x * 3.6, -5.4), 0.8 * k) for x in SIDES]
    sticks = []
    for i in range(9):
        row, place = divmod(i, 3)
        up, back = -5.4 + row * 3.6 + (place % 2) * 1.2, -5.6 - place * 1.3
        tilt = (-1.1, 0.5, 1.2)[(i + row) % 3]
        sticks.append(capsule(s.on(p.chest, back, -7.0 + 0.5 * place, up - tilt),
            s.on(p.chest, back, 7.0 - 0.6 * row, up + tilt), 1.15 * k))
    top = [capsule(s.on(p.chest, -6.0 - i, -5.6 + i, 5.2), s.on(p.chest, -6.2, 5.6 - i, 6.0 - i),
        1.0 * k) for i in range(2)]
    rope = capsule(s.on(p.chest, -8.6, 0.4, 6.0), s.on(p.chest, -9.2, -0.4, -6.0), 0.6 * k)
    return [
        Part(union(*legs), "wood", 1.3), Part(union(*sticks[::2], *top), "wood", 0.95),
        Part(union(*sticks[1::2]), "wood", 0.7),
        Part(rope, "reed", 1.2),
    ]


def patches(s: Standing, d: Dress) -> list[Part]:
    """Two patches of other cloth on a coat that was somebody else's: at an elbow and over the hem."""
    k, p, b = s.build.height, s.pose, d.bulk
    elbow = sphere(s.at(p.elbows[1], -0.6, 0.5, 0.0), 1.9 * k)
    hem = capsule(s.on(p.hip, 3.0 * b, -1.6, -2.6), s.on(p.hip, 3.2 * b, -1.6, -4.4), 1.5 * k)
    back = capsule(s.on(p.chest, -3.0 * b, 1.0, -2.4), s.on(p.chest, -3.1 * b, 1.0, -4.4), 1.4 * k)
    return [Part(elbow, "olive", 0.9), Part(hem, "reed", 0.8), Part(back, "coat", 0.8)]


def armband(s: Standing, d: Dress) -> list[Part]:
    """A dull red band on the left arm."""
    k, p = s.build.height, s.pose
    shoulder, elbow = s.at(p.shoulders[0]), s.at(p.elbows[0])
    a, b = shoulder * 0.55 + elbow * 0.45, shoulder * 0.2 + elbow * 0.8
    return [Part(capsule(a, b, 2.25 * d.bulk * k, 2.2 * k), "rose", 0.5)]


def board(s: Standing, d: Dress) -> list[Part]:
    """A writing board with a list, held against the breast by the left hand."""
    k, p = s.build.height, s.pose
    cover = [capsule(s.on(p.chest, 4.8, x, -2.2), s.on(p.chest, 5.2, x, -6.2), 0.8 * k) for x in (-2.4, -1.0, 0.4)]
    sheet = [capsule(s.on(p.chest, 5.5, x, -2.6), s.on(p.chest, 5.9, x, -5.4), 0.6 * k) for x in (-1.8, -0.4)]
    return [Part(union(*cover), "wood", 0.9), Part(union(*sheet), "snow", 1.3)]


def fur_collar(s: Standing, d: Dress) -> list[Part]:
    """A broad fur collar over both shoulders."""
    k, p = s.build.height, s.pose
    fur = smooth_union(
        0.8 * k, capsule(s.at(p.neck, 1.2, -2.0, -0.6), s.at(p.neck, 1.2, 2.0, -0.6), 2.0 * k),
        capsule(s.at(p.neck, -1.4, -2.0, 0.2), s.at(p.neck, -1.4, 2.0, 0.2), 2.3 * k),
    )
    return [Part(fur, *d.trim)]


def shoes(s: Standing, d: Dress) -> list[Part]:
    """Good black shoes that shine: a pale fleck on each toe."""
    k = s.build.height
    return [Part(sphere(s.at(toe, 0.1, 0, 0.75), 0.85 * k), "snow", 0.8) for toe in s.pose.toes]


def phone(s: Standing, d: Dress) -> list[Part]:
    """A small telephone in the right hand, its screen alight."""
    k, hand = s.build.height, s.pose.hands[1]
    body = capsule(s.at(hand, 0.8, -0.2, 0.2), s.at(hand, 1.0, -0.2, 2.4), 0.95 * k)
    return [Part(body, "coat", 0.4), Part(sphere(s.at(hand, 1.5, -0.4, 1.8), 0.75 * k), "ice", 2.2)]


def paper(s: Standing) -> list[Part]:
    """A permit held up in the right hand, the fold down its middle."""
    k, hand = s.build.height, s.pose.hands[1]
    rows = [capsule(s.at(hand, 1.3, -1.7, up), s.at(hand, 1.3, 1.7, up), 0.75 * k) for up in (0.4, 1.5, 2.6, 3.6)]
    fold = capsule(s.at(hand, 1.3, 0, 0.2), s.at(hand, 1.3, 0, 3.8), 0.8 * k)
    return [Part(union(*rows), "snow", 1.45), Part(fold, "snow", 1.1)]


def thermos(s: Standing, d: Dress) -> list[Part]:
    """A steel thermos on a strap at the right hip."""
    k, p = s.build.height, s.pose
    flask = capsule(s.on(p.hip, 0.8, 4.6, -2.6), s.on(p.hip, 0.8, 4.6, 1.8), 1.5 * k)
    return [Part(flask, "ice", 1.5), Part(sphere(s.on(p.hip, 0.8, 4.6, 3.2), 1.2 * k), "metal", 1.4),
        Part(sash(s, d, -1.0, 0.55), "wood", 0.6)]


def handbag(s: Standing, d: Dress) -> list[Part]:
    """A stiff handbag hanging from the left forearm."""
    k, p = s.build.height, s.pose
    elbow, hand = p.elbows[0], p.hands[0]
    hook = elbow * 0.4 + hand * 0.6
    bag = smooth_union(
        0.5 * k, capsule(s.at(hook, -1.8, -0.6, -4.6), s.at(hook, 1.8, -0.6, -4.6), 1.6 * k),
        capsule(s.at(hook, -1.3, -0.6, -3.0), s.at(hook, 1.3, -0.6, -3.0), 1.3 * k),
    )
    grip = union(*[capsule(s.at(hook, x, -0.6, -2.6), s.at(hook, 0, -0.3, 0.2), 0.5 * k) for x in (-1.2, 1.2)])
    return [Part(bag, "wood", 0.75), Part(grip, "wood", 0.55),
        Part(sphere(s.at(hook, 0, -1.9, -3.4), 0.6 * k), "lamp", 1.4)]


def egg_basket(s: Standing, d: Dress) -> list[Part]:
    """A flat basket of straw held before the body, eggs in it."""
    k, p = s.build.height, s.pose
    basket = lump(s, p.chest, (3.0, 4.4, 1.9), (5.2, 0, -5.6))
    eggs = union(*[sphere(s.on(p.chest, 4.6 + a, b, -3.9), 1.0 * k) for a,
        b in ((0, -2.2), (1.2, -0.4), (-0.2, 0.8), (1.0, 2.2))])
    return [Part(basket, "reed", 0.95), Part(eggs, "snow", 1.2)]


def shoulder_bag(s: Standing, d: Dress) -> list[Part]:
    """A flat bag at the right hip, its strap across, a hand always near it."""
    k, p = s.build.height, s.pose
    bag = smooth_union(
        0.6 * k, capsule(s.on(p.hip, -1.8, 4.7, 0.4), s.on(p.hip, 1.8, 4.7, 0.4), 1.6 * k),
        capsule(s.on(p.hip, -1.8, 4.9, -2.6), s.on(p.hip, 1.8, 4.9, -2.6), 1.7 * k),
    )
    return [Part(bag, "olive", 1.15), Part(sash(s, d, -1.0, 0.65), "olive", 0.8)]


GEAR: dict[str, Maker] = {
    "leash": leash, "radio_pack": radio_pack, "headphones": headphones, "jige": jige, "armband": armband,
    "board": board,
    "fur_collar": fur_collar, "shoes": shoes, "phone": phone, "thermos": thermos, "handbag": handbag,
    "shoulder_bag": shoulder_bag, "egg_basket": egg_basket, "patches": patches,
}  # fmt: skip
