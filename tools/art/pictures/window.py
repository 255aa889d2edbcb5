"""A flat in Yanji from inside: a hand's width of the street, and somebody's feet outside the door."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.dither import BAYER
from tools.art.noise import fbm, smooth
from tools.art.pictures.cellar import common_bowl
from tools.art.pictures.parts import Layer, Pen, Picture, Plate, area, inks, xx, yy
from tools.art.pictures.sheltered import sheltered
from tools.art.pictures.tableau import Lamp, Seen, Solid, View, look, show
from tools.art.shapes import (
    Points,
    box,
    capsule,
    cone,
    custom,
    cylinder,
    ellipsoid,
    smooth_union,
    sphere,
    turned,
    union,
)

EYE = View((0, 205, 70), (0, 0, 70), 570.0, (350.0, 117.0))
GAP = 112.0
STOVE = (46.0, -44.0)
LAMPS = (
    Lamp((GAP - 2, -150.0, 118.0), 5.2, 150.0, cold=True),
    Lamp((STOVE[0] - 20, STOVE[1] + 40, 40.0), 0.66, 58.0),
)
NEON = inks("0a0a1e 191b3e 33215e 6a2470 ac2468 f06492 ffb0c0")
GREEN = inks("0a0a1e 0f2a40 145058 2cb09a 94efc4 f4fff2")


def street() -> Plate:
    """What the gap shows: wet neon, a sign, headlights. Most of it nobody will ever see."""
    plate = Plate()
    body = (xx > 500) & (xx < 630) & (yy < 300)
    plate.paint(body, NEON, 0.16 + 0.34 * smooth(0, 230, yy) + 0.4 * (fbm(xx / 22, yy / 30, 3, 4) - 0.5), 0.6)
    rng = np.random.default_rng(8)
    for _ in range(46):
        x, y = int(rng.uniform(505, 620)), int(rng.uniform(0, 190))
        plate.paint(
            (np.abs(xx - x) < 2) & (np.abs(yy - y) < 3), GREEN if rng.random() < 0.3 else NEON, rng.uniform(0.4, 1)
        )
    sign = (np.abs(xx - 566) < 7) & (yy > 24) & (yy < 126)
    plate.paint(sign, NEON, 0.72 + 0.28 * (np.abs(xx - 566) < 4), 0.5, BAYER)
    for y in range(30, 122, 16):
        marks = Pen().line([(562, y), (571, y)], 1.6).line([(566, y - 4), (566, y + 6)], 1.6)
        plate.ink((marks.line([(562, y + 6), (571, y + 5)], 1.4)).mask(0.4), "fff4f0")
    plate.paint((np.abs(xx - 548) < 4) & (yy > 60) & (yy < 180), GREEN, 0.7)
    plate.paint(body & (yy > 196), NEON, 0.3 + 0.5 * fbm(xx / 3, yy / 26, 2, 6), 0.5)
    return plate


def _paper(p: Points) -> Points:
    """Old wallpaper: faint upright stripes, a stain."""
    stripe = 0.22 * (np.sin(p[..., 0] * 0.75) > 0.3)
    return np.asarray(stripe + 0.35 * (fbm(p[..., 0] / 40, p[..., 2] / 26, 3, 4) - 0.5), dtype=np.float32)


def _boards(p: Points) -> Points:
    """Floorboards running to the window."""
    seam = (np.abs((p[..., 0] / 15 + 50) % 1 - 0.5) > 0.465) * -0.5
    return np.asarray(seam + 0.5 * (fbm(p[..., 0] / 4, p[..., 1] / 46, 2, 3) - 0.5), dtype=np.float32)


def _curtain(left: float, right: float, phase: float) -> Solid:
    """Heavy cloth in folds, glowing a little where the street leans on it."""
    middle, half = (left + right) / 2, (right - left) / 2

    def field(p: Points) -> Points:
        fold = 2.6 * np.sin(p[..., 0] * 0.58 + phase) + 1.0 * np.sin(p[..., 0] * 1.33 + phase * 2 + p[..., 2] * 0.012)
        thick = np.abs(p[..., 1] + 84 - fold) - 1.2
        side = np.abs(p[..., 0] - middle - 0.6 * np.sin(p[..., 2] * 0.05 + phase)) - half
        return np.asarray(np.maximum(thick * 0.52, np.maximum(side, np.abs(p[..., 2] - 92) - 91)), dtype=np.float32)

    def glow(p: Points) -> Points:
        return np.asarray(2.2 * np.exp(-np.abs(p[..., 0] - GAP) / 9) + 0.2, dtype=np.float32)

    shape = custom(field, (middle, -84, 92), float(np.hypot(half, 95)))
    return Solid(shape, "coat", 0.9, skin=glow)


@cache
def _room() -> tuple[Solid, ...]:
    """Walls, the door, the curtains."""
    wall = [
        box([-60, -106, 130], [128, 6, 150]),
        box([190, -106, 130], [32, 6, 150]),
        box([112, -106, 240], [60, 6, 40]),
    ]
    door = [
        box([-116, -99, 96], [41, 3, 95], 0.5),
        box([-116, -96, 128], [30, 2, 40], 1.0),
        box([-116, -96, 42], [30, 2, 32], 1.0),
    ]
    frame = [box([-160, -98, 100], [4, 5, 100]), box([-72, -98, 100], [4, 5, 100])]
    skirting = [box([-18, -98.5, 4.5], [50, 2.0, 4.5], 0.6), box([46, -98.5, 4.5], [14, 2, 4.5], 0.6)]
    return (
        Solid(union(*wall), "reed", 0.85, "grain", _paper),
        Solid(box([-196, 0, 130], [8, 230, 150]), "reed", 0.7, "grain", None, False),
        Solid(box([196, 0, 130], [8, 230, 150]), "reed", 0.7, "grain", None, False),
        Solid(box([0, 40, -6], [240, 240, 6]), "wood", 1.15, "grain", _boards, False),
        Solid(union(*door), "wood", 0.95),
        Solid(union(*frame), "wood", 1.2),
        Solid(union(*skirting), "wood", 1.1),
        Solid(
            union(capsule([-82, -90, 82], [-82, -90, 86], 2.8), capsule([-82, -89, 84], [-91, -88, 84], 1.3)),
            "metal",
            1.3,
        ),
        Solid(box([-86, -92, 100], [3.5, 2.5, 2.0], 0.6), "metal", 1.2),
        _curtain(64, GAP - 4.6, 0.4),
        _curtain(GAP + 4.6, 172, 1.9),
    )


def _kettle() -> list[Solid]:
    """A small iron stove with a lit mouth and a kettle on it."""
    x, y = STOVE
    body = cylinder([x, y, 4], 38, 17)
    legs = [capsule([x + 13 * a, y + 10, 0], [x + 12 * a, y + 9, 6], 1.6) for a in (-1, 1)]
    pot = smooth_union(2.5, ellipsoid([x, y, 53], [14.5, 14.5, 9.5]), cylinder([x, y, 44.5], 5, 13))
    lid = smooth_union(1.2, ellipsoid([x, y, 61], [8, 8, 2.6]), sphere([x, y, 64.5], 1.7))
    spout = capsule([x + 11, y + 3, 51], [x + 24, y + 5, 62], 3.0, 1.5)
    loop = [
        capsule([x + 12 * np.cos(a), y, 62 + 13 * np.sin(a)], [x + 12 * np.cos(b), y, 62 + 13 * np.sin(b)], 1.1)
        for a, b in zip(np.linspace(0.1, 3.04, 9)[:-1], np.linspace(0.1, 3.04, 9)[1:], strict=True)
    ]
    pipe = [capsule([x + 4, y - 14, 36], [x + 4, y - 44, 60], 5), capsule([x + 4, y - 44, 60], [x + 4, y - 46, 220], 5)]
    return [
        Solid(union(body, *legs), "metal", 0.48),
        Solid(cylinder([x, y, 42], 2.4, 19), "metal", 0.7),
        Solid(smooth_union(1.5, pot, spout), "metal", 0.72),
        Solid(lid, "metal", 0.9),
        Solid(union(*loop), "wood", 1.1),
        Solid(smooth_union(3, *pipe), "metal", 0.5),
    ]


@cache
def _people() -> tuple[Solid, ...]:
    """What of the two throws shadows; they are seen as ``sheltered.py`` cuts them."""
    return (
        Solid(ellipsoid([-48, -78, 68], [10, 10, 12]), "rose"), Solid(ellipsoid([-48, -80, 30], [22, 14, 26]), "coat"),
        Solid(ellipsoid([-23, -74, 43], [8, 8, 9]), "wood"), Solid(ellipsoid([-20, -74, 18], [14, 12, 18]), "olive"),
    )


def _sheet(plate: Plate, x: float, z: float, tilt: float, what: int) -> None:
    """One of the child's drawings, pinned to the wall: crayon on squared paper, dim like all else."""
    wide, high = 14.0, 10.0

    def at(u: float, v: float) -> tuple[float, float]:
        cos, sin = np.cos(tilt), np.sin(tilt)
        return EYE.seen((x + u * wide * cos - v * high * sin, -99.5, z + u * wide * sin + v * high * cos))

    sheet = area([at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)])
    plate.paint(sheet, inks("4a3f3c 6b5c4c 8c7a5c a8946c"), 0.62 + 0.25 * (fbm(xx / 9, yy / 9, 2, what) - 0.5), 0.4)
    low = area([at(-1, -1), at(1, -1), at(1, -0.84), at(-1, -0.84)])
    plate.ink(low, "3d3a48")

    def stroke(colour: str, *points: tuple[float, float], width: float = 1.5) -> None:
        plate.ink(Pen().line([at(u, v) for u, v in points], width).mask(0.4) & sheet, colour)

    if what == 0:
        stroke("8d4658", (-0.6, -0.5), (-0.6, 0.1), (0.1, 0.1), (0.1, -0.5), (-0.6, -0.5))
        stroke("8d4658", (-0.75, 0.1), (-0.25, 0.6), (0.25, 0.1))
        stroke("b9822b", (0.5, 0.5), (0.7, 0.7), (0.75, 0.45), (0.5, 0.5), width=2.2)
        stroke("425142", (-0.9, -0.62), (0.9, -0.6))
    elif what == 1:
        for u, tall in ((-0.5, 0.55), (-0.1, 0.25), (0.35, 0.5)):
            stroke("27406a", (u, tall), (u, -0.2), (u - 0.15, -0.7))
            stroke("27406a", (u, -0.2), (u + 0.15, -0.7))
            plate.ink(Pen().oval(*at(u, tall), 2.3, 2.3).mask(0.4) & sheet, "6b3145")
        stroke("27406a", (-0.5, 0.2), (-0.1, 0.0), (0.35, 0.2))
    else:
        for v in (-0.5, -0.2, 0.1):
            stroke("316079", *[(u, v + 0.1 * np.sin(u * 8 + v * 9)) for u in np.linspace(-0.9, 0.9, 12)])
        stroke("8d4658", (0.1, 0.45), (0.3, 0.65), (0.5, 0.45), (0.3, 0.3), (0.1, 0.45), (0.0, 0.6))
    plate.ink(Pen().oval(*at(0, 0.9), 1.0, 1.0).mask(0.3), "ac2468")


def _door_light(plate: Plate) -> None:
    """The stair lamp under the door, broken by two shoes, and its fan on the boards."""
    a, b = EYE.seen((-156, -95, 0.8)), EYE.seen((-76, -95, 0.8))
    left, right = EYE.seen((-172, -14, 0)), EYE.seen((-60, -14, 0))
    fan = area([a, b, right, left])
    share = smooth(left[1] + 4, a[1], yy) * smooth(right[0] + 6, right[0] - 40, xx)
    feet = np.zeros_like(fan)
    for start, end in ((-132, -121), (-110, -99)):
        p, q = EYE.seen((start, -95, 0)), EYE.seen((end, -95, 0))
        r, s = EYE.seen((end + 10, -14, 0)), EYE.seen((start - 6, -14, 0))
        feet |= area([p, q, r, s])
    plate.veil(share * (fan & ~feet), "efc46c", 5, 0.72, 0.9)
    line = Pen().line([a, b], 3.4).mask(0.4)
    plate.ink(line & ~feet, "fff0c0")
    plate.ink(line & feet, "120c0a")
    crack = Pen().line([EYE.seen((-157, -94, 0)), EYE.seen((-157, -94, 150))], 1.0).mask(0.3)
    plate.ink(crack, "8a5a20")


def _tint(plate: Plate, seen: Seen) -> None:
    """Where the street's light falls it is pink."""
    strong = np.clip((seen.cold - 0.14) * 2.2, 0, 1)
    plate.veil(strong.astype(np.float32), "f06492", 4, 0.50, 0.8)


def room() -> Plate:
    """The room, its blade of pink light, the drawings, and the light beneath the door."""
    plate = Plate()
    seen = look(_room(), [*_kettle(), *_people()], EYE, LAMPS, (0.02, 0.135))
    show(plate, seen, _room(), "flat", 2.6, "street", 0.5)
    _tint(plate, seen)
    for x, z, tilt, what in ((-4, 104, -0.06, 0), (29, 113, 0.05, 1), (19, 86, 0.02, 2)):
        _sheet(plate, x, z, tilt, what)
    _door_light(plate)
    return plate


def people() -> Plate:
    """Two people who hold their breath, and a kettle that does not."""
    plate = Plate()
    solids = _kettle()
    seen = look(solids, [*_room(), *_people()], EYE, LAMPS, (0.035, 0.16))
    show(plate, seen, solids, "flat", 2.8, "street", 0.55)
    sheltered(plate)
    x, y, z = STOVE[0] - 2, STOVE[1] + 17, 24.0
    mouth = [EYE.seen((x + u, y, z + v)) for u, v in ((-8, -6), (8, -6), (8, 5), (-8, 5))]
    plate.ink(area(mouth), "bd5a18")
    plate.ink(area([EYE.seen((x + u, y, z + v)) for u, v in ((-6, -5), (6, -5), (5, 2), (-4, 3))]), "f4b448")
    for bar in (-4, 0, 4):
        plate.ink(Pen().line([EYE.seen((x + bar, y, z - 6)), EYE.seen((x + bar, y, z + 5))], 1.4).mask(0.4), "2a150a")
    fx, fy = EYE.seen((x, y, z))
    plate.veil(smooth(46, 8, np.hypot(xx - fx, yy - fy)) * 0.7, "ee8a34", 4, 0.4, 0.9)
    return plate


def table() -> Plate:
    """Their meal, left as it was: three bowls on the low table close to us."""
    plate = Plate()
    top = box([-20, 112, 26], [76, 26, 1.8], 1.2)
    legs = [capsule([-20 + s * 66, 130, 0], [-20 + s * 64, 130, 25], 3) for s in (-1, 1)]
    bowls = [common_bowl(x, y, 33.5, 0.62) for x, y in ((-62, 108), (-18, 118), (18, 106))]
    spoon = union(capsule([34, 118, 28.4], [46, 124, 28.6], 0.6), ellipsoid([31, 116, 28.6], [3.2, 2.2, 0.8]))
    stool = turned(box([120, 120, 20], [20, 16, 2]), [120, 120, 20], 0.3, 2)
    solids = [
        Solid(union(top, *legs), "wood", 0.9),
        Solid(union(*bowls), "snow", 1.0),
        Solid(spoon, "metal", 1.3),
        Solid(stool, "wood", 0.9),
        Solid(cone([120, 120, 0], 19, 15, 12), "wood", 0.7),
    ]
    show(plate, look(solids, [*_room(), *_people()], EYE, LAMPS, (0.02, 0.12)), solids, "flat", 5.0, "street", 0.5)
    return plate


PICTURE = Picture(
    "curtains_window", "light", (Layer(street, 0.0), Layer(room, 0.12), Layer(people, 0.2), Layer(table, 0.7))
)
