"""What people carry: bundles, rifles, torches, a cane, keys, glasses."""

from __future__ import annotations

import numpy as np

from tools.art.people_dress import Dress, Maker, Standing, lump, sash, waist_ring
from tools.art.people_gear import GEAR
from tools.art.people_pose import SIDES
from tools.art.shapes import capsule, cut, smooth_union, sphere, union
from tools.art.solid import Part


def bundle(s: Standing, d: Dress) -> list[Part]:
    """A cloth bundle across the back, its strip of cloth tied slantwise over the breast."""
    k, p = s.build.height, s.pose
    # When she lies down it slides over her hip, so that the back and the head stay in sight.
    off, slid = (1.9, -3.8) if p.prone else (0.2, 0.0)
    size = 0.8 if p.prone else 1.0
    bag = smooth_union(
        1.0 * k,
        lump(s, p.chest, (2.6 * size, 3.7 * size, 2.7 * size), (-4.9, off, slid - 5.0)),
        capsule(s.on(p.chest, -5.2, off - 3.2 * size, slid - 6.0), s.on(p.chest, -5.2, off + 3.2 * size, slid - 3.6),
            1.5 * size * k),
    )
    knot = union(
        sphere(s.on(p.chest, -7.2, off + 0.2, slid - 3.4), 1.0 * k),
        *[
            capsule(s.on(p.chest, -7.0, off + 0.2, slid - 3.4), s.on(p.chest, -6.9, off + x, slid - 1.6), 0.7 * k)
            for x in (-1.6, 1.8)
        ],
    )
    return [Part(bag, "reed", 0.86), Part(knot, "reed", 1.1), Part(sash(s, d, 1.0, 0.75), "reed", 0.78)]


def big_bundle(s: Standing, d: Dress) -> list[Part]:
    """A load carried before the body in both arms."""
    return [Part(lump(s, s.pose.chest, (3.3, 4.0, 3.3), (5.0, 0, -3.6)), "reed", 0.95)]


def back_load(s: Standing, d: Dress) -> list[Part]:
    """A huge soft load on the back, higher than the head."""
    k, p = s.build.height, s.pose
    load = smooth_union(
        1.2 * k,
        lump(s, p.chest, (3.6, 5.0, 4.2), (-5.4, 0, -0.4)),
        lump(s, p.chest, (2.6, 3.6, 2.6), (-5.0, 0, 4.2)),
    )
    straps = union(
        *[capsule(s.on(p.chest, 2.2, x * 2.3, 1.8), s.on(p.chest, 2.8, x * 2.6, -4.0), 0.65 * k) for x in SIDES]
    )
    return [Part(load, *d.trim), Part(straps, "wood", 0.6)]


def rifle(s: Standing, d: Dress) -> list[Part]:
    """Slung behind the right shoulder, muzzle up, and its strap over the breast."""
    k, p = s.build.height, s.pose
    barrel = capsule(s.on(p.chest, -3.6, 1.0, -3.0), s.on(p.chest, -3.0, 4.6, 10.6), 0.75 * k, 0.55 * k)
    stock = capsule(s.on(p.chest, -3.9, -1.4, -8.2), s.on(p.chest, -3.6, 0.8, -2.4), 1.35 * k, 0.95 * k)
    return [Part(barrel, "metal", 1.15), Part(stock, "wood", 1.25), Part(sash(s, d, 1.0, 0.6), "wood", 0.6)]


def rifle_low(s: Standing, d: Dress) -> list[Part]:
    """Slung across the back, muzzle down: he has been told to watch, not to shoot."""
    k, p = s.build.height, s.pose
    barrel = capsule(s.on(p.chest, -3.9, 2.4, -2.0), s.on(p.chest, -3.9, 4.4, -9.6), 0.8 * k, 0.6 * k)
    stock = capsule(s.on(p.chest, -3.7, 0.4, 3.9), s.on(p.chest, -3.9, 2.0, -1.6), 1.3 * k, 0.95 * k)
    return [Part(barrel, "metal", 1.15), Part(stock, "wood", 1.25), Part(sash(s, d, -1.0, 0.6), "wood", 0.6)]


def _torch(s: Standing, hand_number: int) -> list[Part]:
    k, p = s.build.height, s.pose
    hand = p.hands[hand_number]
    body = capsule(s.at(hand, 0.9, 0, 0.3), s.at(hand, 3.4, 0, 0.3), 0.85 * k, 1.05 * k)
    return [Part(body, "metal", 1.1), Part(sphere(s.at(hand, 4.1, 0, 0.3), 1.0 * k), "lamp", 2.4)]


def torch(s: Standing, d: Dress) -> list[Part]:
    """A torch in the right hand."""
    return _torch(s, 1)


def torch_left(s: Standing, d: Dress) -> list[Part]:
    """A torch in the left hand."""
    return _torch(s, 0)


def cane(s: Standing, d: Dress) -> list[Part]:
    """A stick from the right hand to the ground."""
    k, hand = s.build.height, s.pose.hands[1]
    foot = np.array([hand[0] + 0.8 * k, hand[1] + 0.4 * k, 0.7])
    grip = capsule(s.at(hand, -0.9, 0, 1.2), s.at(hand, 0.9, 0, 1.0), 0.8 * k)
    return [Part(union(capsule(s.at(hand, 0, 0, 1.2), s.at(foot), 0.72, 0.6), grip), "wood", 1.35)]


def satchel(s: Standing, d: Dress) -> list[Part]:
    """A document case at the left hip on a slanting strap."""
    k, p = s.build.height, s.pose
    bag = capsule(s.on(p.hip, -1.0, -4.9, -0.8), s.on(p.hip, 1.6, -4.9, -0.8), 2.0 * k)
    return [Part(bag, "wood", 1.0), Part(sash(s, d, 1.0, 0.6, 1.15), "wood", 0.8)]


def glasses(s: Standing, d: Dress) -> list[Part]:
    """Their dark frame, from temple to temple."""
    k, p = s.build.height, s.pose
    rims = [capsule(s.at(p.head, 2.95, x * 0.2, 0.75), s.at(p.head, 1.6, x * 3.1, 0.75), 0.42 * k) for x in SIDES]
    return [Part(union(*rims), "coat", 0.5)]


def keys(s: Standing, d: Dress) -> list[Part]:
    """A ring of keys at the right hip."""
    k, p = s.build.height, s.pose
    ring = union(
        sphere(s.on(p.hip, 1.4, 3.9, -0.4), 0.85 * k),
        capsule(s.on(p.hip, 1.4, 4.1, -0.6), s.on(p.hip, 1.6, 4.3, -2.6), 0.7 * k),
    )
    return [Part(ring, "reed", 1.3)]


def cart_strap(s: Standing, d: Dress) -> list[Part]:
    """The broad strap of a hand cart over one shoulder and the pole's end behind."""
    k, p = s.build.height, s.pose
    strap = sash(s, d, 1.0, 0.95)
    coil = smooth_union(
        0.5 * k, sphere(s.on(p.hip, -1.0, -4.4, 0.2), 1.7 * k), sphere(s.on(p.hip, 0.8, -4.4, -0.8), 1.5 * k)
    )
    return [Part(union(strap, coil), "reed", 1.1)]


def cross_belt(s: Standing, d: Dress) -> list[Part]:
    """A pale belt and shoulder strap on a dark coat."""
    return [Part(union(sash(s, d, 1.0, 0.55), waist_ring(s, d, 1.2, 0.6)), "snow", 0.8)]


def apron(s: Standing, d: Dress) -> list[Part]:
    """An apron before the skirt."""
    k, p = s.build.height, s.pose
    return [Part(capsule(s.on(p.hip, 2.6, 0, 1.4), s.on(p.hip, 3.0, 0, -5.0), 2.0 * k, 2.4 * k), *d.trim)]


def waistcoat(s: Standing, d: Dress) -> list[Part]:
    """A dark waistcoat over a pale shirt, open at the throat."""
    k, p, b = s.build.height, s.pose, d.bulk
    halves = [capsule(s.on(p.chest, 0.7, x * 1.5, 0.4), s.on(p.hip, 0.8, x * 1.3, 0.6), 3.1 * b * k) for x in SIDES]
    back = capsule(s.on(p.chest, -0.8, 0, 0.2), s.on(p.hip, -0.5, 0, 0.6), 3.4 * b * k)
    throat = sphere(s.on(p.chest, 3.4 * b, 0, 1.2), 1.5 * k)
    return [Part(cut(smooth_union(0.6 * k, *halves, back), throat), *d.trim)]


def carried_rifle(s: Standing, d: Dress) -> list[Part]:
    """Held slantwise before the breast."""
    k, right = s.build.height, s.pose.hands[1]
    way = np.array([0.18, -0.80, 0.57]) * k
    ahead = np.array([1.0, 0.0, 0.0]) * k
    barrel = capsule(s.at(right + ahead + 2 * way), s.at(right + ahead + way * 12.5), 0.75 * k, 0.55 * k)
    stock = capsule(s.at(right + ahead - way * 4.5), s.at(right + ahead + way * 3.2), 1.3 * k, 0.9 * k)
    return [Part(barrel, "metal", 1.15), Part(stock, "wood", 1.25)]


def boards(s: Standing, d: Dress) -> list[Part]:
    """Shoulder boards."""
    k, p, sh = s.build.height, s.pose, s.build.shoulders
    bars = [
        capsule(s.on(p.chest, 0.2, x * (sh - 1.0), 3.1), s.on(p.chest, 0.2, x * (sh + 1.0), 2.5), 0.8 * k)
        for x in SIDES
    ]
    return [Part(union(*bars), "lamp", 0.4)]


def book(s: Standing, d: Dress) -> list[Part]:
    """A book held to the body."""
    k, p = s.build.height, s.pose
    cover = [capsule(s.on(p.chest, 4.6, x, -2.6), s.on(p.chest, 4.9, x, -5.2), 0.8 * k) for x in (-1.4, 0.0, 1.4)]
    return [Part(union(*cover), "wood", 0.85)]


def muffler(s: Standing, d: Dress) -> list[Part]:
    """A long muffler wound once, an end behind."""
    k, p = s.build.height, s.pose
    wound = smooth_union(
        0.5 * k,
        capsule(s.at(p.neck, 1.0, -1.4, 0.0), s.at(p.neck, 1.0, 1.4, 0.0), 1.7 * k),
        capsule(s.at(p.neck, -1.2, -1.3, 0.3), s.at(p.neck, -1.2, 1.3, 0.3), 1.7 * k),
    )
    end = capsule(
        s.at(p.neck, -1.8, 1.0, 0),
        s.at(p.neck, -3.6 - p.speed, 1.4 + 0.6 * p.swing, -4.4 + 0.8 * p.speed),
        1.2 * k,
        0.9 * k,
    )
    return [Part(union(wound, end), *d.trim)]


EXTRAS: dict[str, Maker] = {
    "bundle": bundle,
    "big_bundle": big_bundle,
    "back_load": back_load,
    "rifle": rifle,
    "rifle_low": rifle_low,
    "torch": torch,
    "torch_left": torch_left,
    "cane": cane,
    "satchel": satchel,
    "glasses": glasses,
    "keys": keys,
    "cart_strap": cart_strap,
    "cross_belt": cross_belt,
    "apron": apron,
    "waistcoat": waistcoat,
    "carried_rifle": carried_rifle,
    "boards": boards,
    "book": book,
    "muffler": muffler,
    **GEAR,
}
