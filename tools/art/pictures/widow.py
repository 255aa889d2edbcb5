"""The widow's room in Hoeryong, the last night: a pot, an oil lamp, new soles, and a back that does not ask."""

from __future__ import annotations

import itertools
from functools import cache

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.pictures.busts import Look, head
from tools.art.pictures.cellar import common_bowl
from tools.art.pictures.parts import HEIGHT, WIDTH, Layer, Pen, Picture, Plate, area, curve, inks, shifted, xx, yy
from tools.art.pictures.people import sleeve
from tools.art.pictures.tableau import Lamp, Solid, View, look, scaled, show
from tools.art.shapes import (
    Points,
    Shape,
    box,
    capsule,
    cone,
    custom,
    cut,
    cylinder,
    ellipsoid,
    moved,
    smooth_union,
    sphere,
    turned,
    union,
)

EYE = View((0, 170, 100), (0, 0, 48), 430.0, (350.0, 150.0))
FLAME = (-47.0, -38.0, 37.0)
EMBERS = (86.0, -24.0, 7.0)
LAMPS = (
    Lamp(FLAME, 1.30, 54.0),
    Lamp(EMBERS, 0.55, 30.0),
        Lamp((-92.0, -176.0, 150.0), 1.5, 170.0, cold=True),
    Lamp((150.0, -44.0, 118.0), 0.85, 100.0, cold=True),
)
WINDOW = (-128.0, -62.0, 58.0, 106.0)
POT = (64.0, -56.0, 33.0)
PAPER = inks("0b1326 131f3c 1e3158 2d4873 45658d 6488a8 90adc0")


def _pane(x: float, z: float) -> tuple[float, float]:
    return EYE.seen((x, -94, z))


def night() -> Plate:
    """Oiled paper with snow-light behind it; one square mended with a thicker sheet."""
    plate = Plate()
    left, right, low, high = WINDOW
    (x0, y0), (x1, y1) = _pane(left - 14, high + 16), _pane(right + 14, low - 8)
    body = (xx > x0) & (xx < x1) & (yy > y0) & (yy < y1)
    fibre = fbm(xx / 9 + yy / 30, yy / 3, 3, 4) - 0.5
    cloud = fbm(xx / 44, yy / 30, 2, 6) - 0.5
    plate.paint(body, PAPER, 0.66 - 0.30 * (yy - y0) / (y1 - y0) + 0.26 * fibre + 0.36 * cloud, 0.5)
    drift = body & (yy > y1 - 26 - 9 * np.sin((xx - x0) / 22))
    plate.paint(drift, PAPER, 0.22 + 0.2 * fibre, 0.5)
    across, down = (right - left) / 6, (high - low) / 5
    (ax, ay), (bx, by) = _pane(left + 2 * across, low + 2 * down), _pane(left + 3 * across, low + down)
    mend = (xx > ax - 4) & (xx < bx + 5) & (yy > ay - 3) & (yy < by + 3)
    plate.paint(mend, PAPER, 0.30 + 0.2 * fibre, 0.4)
    (ax, ay), (bx, by) = _pane(left, low + down), _pane(left + across, low)
    torn = np.hypot((xx - bx + 9) / 5, (yy - ay - 8) / 3.4) < 1.0 + 0.7 * (fbm(xx / 3, yy / 3, 2, 2) - 0.5)
    plate.ink(torn & body, "0b1326")
    return plate


def _papered(p: Points) -> Points:
    """A wall pasted with old print, sheet over sheet, brown with smoke toward the hearth."""
    sheet = np.floor(p[..., 0] / 31 + 0.4 * np.floor(p[..., 2] / 42))
    tint = 0.16 * np.sin(sheet * 2.3 + np.floor(p[..., 2] / 42) * 4.1)
    seam = (np.abs((p[..., 0] / 31 + 0.4 * np.floor(p[..., 2] / 42)) % 1 - 0.02) < 0.02) | ((p[..., 2] / 42) % 1 < 0.03)
    columns = (np.sin(p[..., 2] * 3.1) > 0.1) & ((p[..., 0] / 7.75) % 1 > 0.16) & (fbm(p[..., 0], p[..., 2] / 2, 2, 4) > 0.45)
    soot = -0.55 * smooth(78, 20, np.hypot(p[..., 0] - 78, p[..., 2] - 96))
    return np.asarray(tint - 0.30 * seam - 0.15 * columns + soot + 0.4 * (fbm(p[..., 0] / 30, p[..., 2] / 24, 3, 9) - 0.5))


def _mat(p: Points) -> Points:
    """A floor of oiled paper worn through by the warm end, with scorch near the hearth."""
    seam = np.maximum(np.abs((p[..., 0] / 52 + 9.4) % 1 - 0.5), np.abs((p[..., 1] / 52 + 9.3) % 1 - 0.5)) > 0.487
    scorch = -0.45 * smooth(70, 10, np.hypot(p[..., 0] - 78, (p[..., 1] + 34) * 1.3))
    return np.asarray(-0.32 * seam + scorch + 0.34 * (fbm(p[..., 0] / 22, p[..., 1] / 26, 3, 5) - 0.5))


def _clay(p: Points) -> Points:
    """Clay smoothed by hand."""
    return np.asarray(0.5 * (fbm(p[..., 0] / 12, p[..., 2] / 6 + p[..., 1] / 8, 3, 8) - 0.5), dtype=np.float32)


@cache
def _room() -> tuple[Solid, ...]:
    """Walls, floor, the window's lattice, a shelf with bowls, leaves drying."""
    left, right, low, high = WINDOW
    wall = union(
        box([(left - 230) / 2, -96, 110], [(230 + left) / 2, 6, 130]),
        box([(right + 230) / 2, -96, 110], [(230 - right) / 2, 6, 130]),
        box([(left + right) / 2, -96, low / 2 - 10], [(right - left) / 2, 6, low / 2 + 10]),
        box([(left + right) / 2, -96, high + 60], [(right - left) / 2, 6, 60]),
    )
    middle, tall = (left + right) / 2, (high - low) / 2
    frame = [
        box([left, -90, low + tall], [2.6, 4, tall + 2]),
        box([right, -90, low + tall], [2.6, 4, tall + 2]),
        box([middle, -88, low], [(right - left) / 2 + 5, 6, 2.4]),
        box([middle, -90, high], [(right - left) / 2 + 4, 4, 2.6]),
    ]
    bars = [box([left + (right - left) * k / 6, -93, low + tall], [0.7, 1.4, tall]) for k in range(1, 6)]
    bars += [box([middle, -93, low + 2 * tall * k / 5], [(right - left) / 2, 1.4, 0.7]) for k in (1, 2, 3, 4)]
    shelf = box([98, -82, 84], [42, 9, 1.6])
    props = [box([98 + s * 34, -86, 78], [1.6, 4, 5]) for s in (-1, 1)]
    bowls = [common_bowl(70, -80, 90.5, 0.72), common_bowl(88, -82, 90.5, 0.72), common_bowl(88, -82, 95.5, 0.70)]
    jar = smooth_union(2, ellipsoid([112, -82, 94], [8.5, 8, 9]), cylinder([112, -82, 100], 4, 4.6))
    cord = capsule([-46, -86, 110], [34, -86, 106], 0.5)
    rng = np.random.default_rng(9)
    leaves: list[Shape] = []
    for number in range(9):
        x = -40 + 8.4 * number
        top = 109.6 - 0.05 * (x + 46)
        for _ in range(3):
            end = (x + rng.normal(0, 3.0), -86 + rng.normal(0, 1), top - rng.uniform(12, 24))
            leaves.append(capsule([x, -86, top], end, 0.8, 1.9))
    quilts = [
        smooth_union(
            2,
            box([-152, -60, 5 + 8.4 * k], [26 - k, 19, 4.0], 3.8),
            capsule([-176 + k, -42, 5 + 8.4 * k], [-128 - k, -42, 5 + 8.4 * k], 3.9),
        )
        for k in range(3)
    ]
    tones = (("snow", 0.75), ("coat", 0.95), ("olive", 0.95))
    return (
        Solid(wall, "reed", 0.50, "grain", _papered),
        Solid(box([-196, 0, 90], [10, 230, 140]), "reed", 0.45, "grain", _papered, False),
        Solid(box([178, 0, 90], [10, 230, 140]), "reed", 0.42, "grain", _papered, False),
        Solid(box([0, 0, -6], [240, 240, 6]), "reed", 0.85, "grain", _mat, False),
        Solid(union(*frame), "wood", 0.9),
        Solid(union(*bars), "wood", 0.7),
        Solid(union(shelf, *props), "wood", 0.85),
        Solid(union(*bowls), "snow", 0.8),
        Solid(jar, "wood", 0.7),
        Solid(cord, "reed", 0.7),
        Solid(union(*leaves), "olive", 0.75),
        *(Solid(quilt, tone, gain) for quilt, (tone, gain) in zip(quilts, tones, strict=True)),
    )


@cache
def _hearth() -> tuple[Solid, ...]:
    """A low range of clay with a fire hole and an iron pot let into it, its lid against the side."""
    x, y, z = POT
    hole = union(box([EMBERS[0], -34, 5], [11, 16, 9], 3.0), cylinder([x, y, 12], 60, 19.5))
    range_ = cut(
        smooth_union(3, box([80, -62, 13], [58, 30, 15], 4.0), ellipsoid([x, y, 27], [27, 25, 5])), hole
    )
    pot = common_bowl(x, y, z, 2.25)
    rim = [
        capsule([x + 21.8 * np.cos(a), y + 21.8 * np.sin(a), z + 11.4], [x + 21.8 * np.cos(b), y + 21.8 * np.sin(b), z + 11.4], 1.2)
        for a, b in zip(np.linspace(0, 2 * np.pi, 25)[:-1], np.linspace(0, 2 * np.pi, 25)[1:], strict=True)
    ]
    lid = turned(smooth_union(1, cylinder([122, -40, 30], 2.2, 17), cylinder([122, -40, 32], 3, 3)), [122, -40, 30], -1.15, 0)
    wood = [capsule([EMBERS[0] - 4 + 7 * k, -28 + 3 * k, 3], [EMBERS[0] + 10 + 7 * k, -4 + 2 * k, 2.6], 2.3) for k in range(2)]
    return (
        Solid(range_, "wood", 0.95, "grain", _clay),
        Solid(union(pot, *rim), "metal", 0.62),
        Solid(cylinder([x, y, z + 5.2], 0.5, 19.6), "ice", 0.75),
        Solid(lid, "metal", 0.6),
        Solid(union(*wood), "wood", 0.9),
    )


TOWARD = np.array([0.74, -0.67, 0.0])
"""Where the widow faces: away and to the right, into the pot."""


def _spot(side: float, ahead: float, up: float) -> tuple[float, float, float]:
    """A spot of the widow's: cm to her right, ahead of her seat, above the floor."""
    return 0.0 + ahead * 0.74 + side * 0.67, -30.0 - ahead * 0.67 + side * 0.74, up


@cache
def _widow() -> tuple[Solid, ...]:
    """An old woman on her knees, seen from behind, bent toward the pot with a ladle."""
    trunk = smooth_union(
        9.0,
        ellipsoid(_spot(0, -4, 15), [23, 22, 15]),
        ellipsoid(_spot(0, 2, 32), [18, 17, 18]),
        capsule(_spot(0, 3, 36), _spot(0, 10, 56), 15.0, 13.5),
        capsule(_spot(-12, 12, 61), _spot(12, 12, 61), 7.6),
    )

    def padded(p: Points) -> Points:
        roll = np.abs(np.sin(p[..., 2] * 0.40 + 0.05 * p[..., 0]))
        return np.asarray(trunk.field(p) * 0.92 + 0.55 * roll, dtype=np.float32)

    skirt = smooth_union(
        7.0,
        ellipsoid(_spot(0, 2, 7), [30, 28, 10]),
        capsule(_spot(-11, 0, 9), _spot(-11, 26, 10), 9.5, 8.0),
        capsule(_spot(11, 0, 9), _spot(11, 26, 10), 9.5, 8.0),
    )
    heels = [capsule(_spot(s * 8, -22, 4), _spot(s * 7, -31, 4), 4.2, 3.6) for s in (-1, 1)]
    waist = [_spot(18.4 * np.cos(t), 3.5 + 17.2 * np.sin(t), 37) for t in np.linspace(0.2, 2 * np.pi - 0.2, 30)]
    tie = [capsule(a, b, 1.5) for a, b in itertools.pairwise(waist)]
    knot = _spot(-1, -14.6, 37)
    tie += [sphere(knot, 2.6)]
    for side, down in ((-5.5, 3.0), (5.0, 3.6)):
        tie.append(capsule(knot, _spot(side, -16, 37 + down), 1.2, 2.4))
        tie.append(capsule(knot, _spot(side * 0.7, -19.5, 37 - down * 4.2), 1.3, 2.0))
    collar = capsule(_spot(-5, 12, 68), _spot(6, 12, 68), 4.4)
    grip = _spot(13, 43, 62)
    ladle = smooth_union(0.6, capsule(grip, (POT[0] - 3, POT[1] + 4, POT[2] + 9), 1.0))
    solids = [
        Solid(custom(padded, trunk.centre, trunk.reach), "coat", 0.9),
        Solid(union(*tie), "snow", 0.95),
        Solid(collar, "snow", 0.8),
        Solid(skirt, "wood", 0.72),
        Solid(union(*heels), "snow", 0.85),
        *sleeve([_spot(16, 12, 59), _spot(22, 25, 44), _spot(15, 40, 58)], 7.4, 4.8, "coat", 0.95),
        Solid(ellipsoid(grip, [3.4, 3.2, 3.4]), "skin", 1.1),
        Solid(ladle, "wood", 1.2),
    ]
    at = _spot(0, 19, 78)
    for part in head(Look("bun", "snow", "coat", "metal", jaw=0.95), 224, -30):
        gain = 1.25 if part.material == "metal" else 1.15
        solids.append(Solid(moved(scaled(part.shape, 10.6), at), part.material, part.gain * gain))
    return tuple(solids)


def _sole(x: float, y: float, turn: float, mirror: float) -> Shape:
    """The new sole of a shoe lying on the floor, 26 cm long."""
    def field(p: Points) -> Points:
        along = np.clip((p[..., 1] + 14) / 28, 0, 1)
        wide = 4.9 - 1.15 * smooth(0.30, 0.62, along) + 0.35 * smooth(0.62, 0.9, along)
        middle = mirror * 1.0 * smooth(0.75, 0.2, along)
        reach = np.maximum(np.abs(p[..., 1]) - 14 + wide, 0)
        side = np.hypot(np.abs(p[..., 0] - middle) * (reach > 0) + 0.0, reach) - wide
        side = np.where(reach > 0, side, np.abs(p[..., 0] - middle) - wide)
        return np.asarray(np.maximum(side * 0.8, np.abs(p[..., 2] - 0.7) - 0.7), dtype=np.float32)

    flat = custom(field, (0, 0, 0.7), 16)
    return moved(turned(flat, [0, 0, 0], turn, 2), (x, y, 0.4))


@cache
def _floor() -> tuple[Solid, ...]:
    """What lies ready: the oil lamp on its stand, two soles, an awl's spool, and the lineman's lamp, black."""
    x, y, z = FLAME
    stand = smooth_union(0.8, cylinder([x, y, 0], 2.2, 9), capsule([x, y, 2], [x, y, z - 11], 1.7), cylinder([x, y, z - 10.5], 1.6, 6.2))
    dish = cut(ellipsoid([x, y, z - 5], [5.8, 5.8, 4.2]), box([x, y, z + 5], [9, 9, 8.6]), ellipsoid([x, y, z - 3.4], [4.8, 4.8, 2.8]))
    a, b = -92.0, -20.0
    tank = smooth_union(1.0, cylinder([a, b, 0], 8.5, 9.4), cone([a, b, 8], 5, 8.8, 5.4))
    chimney = smooth_union(1.0, cone([a, b, 29], 6, 8.0, 4.0), cylinder([a, b, 34], 4, 3.2))
    cage = [
        capsule([a + 6.8 * np.cos(t), b + 6.8 * np.sin(t), 12], [a + 6.8 * np.cos(t), b + 6.8 * np.sin(t), 31], 0.7)
        for t in (0.4, 1.5, 2.6, 3.7, 4.8, 5.9)
    ]
    ring = [
        capsule([a + 8.5 * np.cos(t), b, 33 + 16 * np.sin(t)], [a + 8.5 * np.cos(u), b, 33 + 16 * np.sin(u)], 0.8)
        for t, u in zip(np.linspace(0, np.pi, 13)[:-1], np.linspace(0, np.pi, 13)[1:], strict=True)
    ]
    spool = smooth_union(0.4, cylinder([-17, -12, 0], 4.2, 2.4), cylinder([-17, -12, 0], 0.8, 3.2), cylinder([-17, -12, 3.6], 0.8, 3.2))
    return (
        Solid(stand, "wood", 0.95, casts=False),
        Solid(dish, "metal", 0.95, casts=False),
        Solid(union(tank, chimney), "metal", 0.30),
        Solid(cylinder([a, b, 12], 18, 5.6), "ice", 0.36),
        Solid(union(*cage, *ring), "metal", 0.36),
        Solid(union(_sole(-52, -9, 0.16, 1), _sole(-35, -5, -0.10, -1)), "reed", 1.1),
        Solid(spool, "snow", 0.9),
    )


def _calendar(plate: Plate) -> None:
    """A tear-off calendar with the day on it too small to read."""

    def at(u: float, v: float) -> tuple[float, float]:
        return EYE.seen((46 + u * 7, -89, 79 + v * 9))

    plate.ink(area([at(-1, 1), at(1, 1), at(1, -1), at(-1, -1)]), "a88d5c")
    plate.ink(area([at(-1, 1), at(1, 1), at(1, 0.62), at(-1, 0.62)]), "6b3428")
    ten = Pen().line([at(-0.4, 0.3), at(-0.4, -0.42)], 1.7).oval(*at(0.2, -0.06), 3.4, 5.2, 1.6)
    plate.ink(ten.mask(0.4), "3a2616")
    plate.ink(Pen().line([at(-0.7, -0.7), at(0.7, -0.7)], 1.0).mask(0.4), "74582f")


def room() -> Plate:
    """The room, its warm and its blue end."""
    plate = Plate()
    others = [*_hearth(), *_widow(), *_floor()]
    show(plate, look(_room(), others, EYE, LAMPS, (0.022, 0.05)), _room(), "flat", 3.0, "river", 0.55)
    _calendar(plate)
    fx, fy = EYE.seen(FLAME)
    plate.veil(smooth(150, 14, np.hypot(xx - fx, yy - fy)) * 0.8, "f0a848", 5, 0.34, 0.9)
    ex, ey = EYE.seen(EMBERS)
    plate.veil(smooth(70, 8, np.hypot(xx - ex, (yy - ey) * 1.5)) * 0.7, "e0702c", 4, 0.34, 0.9)
    _steam(plate)
    return plate


def _steam(plate: Plate) -> None:
    """Steam going up from the pot in three ropes."""
    x, y = EYE.seen((POT[0], POT[1], POT[2] + 8))
    up = (y - yy) / 128
    wind = 15 * np.sin(up * 4.4) * up
    share = np.zeros((HEIGHT, WIDTH), dtype=np.float32)
    for offset, wide in ((-20, 8), (2, 11), (21, 7)):
        off = np.abs(xx - x - offset * (1 - 0.45 * up) - wind * (1 + offset / 60))
        share = np.maximum(share, smooth(wide + 13 * up, 0, off))
    share *= smooth(-0.02, 0.05, up) * smooth(1.0, 0.25, up) * smooth(0.24, 0.56, fbm(xx / 13, yy / 22 + 3, 3, 12))
    plate.veil(share, "e9dcc0", 5, 0.62, 0.9)


def _flame(plate: Plate) -> None:
    """A wick's flame, small, and the fire under the pot."""
    x, y = EYE.seen(FLAME)
    plate.veil(smooth(26, 4, np.hypot(xx - x, yy - y)) * 0.8, "ffdf92", 4, 0.55, 0.9)
    outer = curve([(x - 3, y + 3), (x - 3.6, y - 2), (x + 0.6, y - 14), (x + 3.6, y - 2), (x + 3, y + 3)], True)
    inner = curve([(x - 1.6, y + 3), (x - 2, y - 1), (x + 0.2, y - 8), (x + 2, y - 1), (x + 1.6, y + 3)], True)
    plate.ink(area(outer), "f4b448")
    plate.ink(area(inner), "fff6dc")
    a, b = EYE.seen((EMBERS[0] - 10, -33, 12)), EYE.seen((EMBERS[0] + 10, -33, 0))
    inside = (xx > a[0]) & (xx < b[0]) & (yy > a[1]) & (yy < b[1])
    coals = fbm(xx / 4, yy / 3, 2, 3)
    low = smooth(a[1], b[1], yy)
    plate.paint(inside, inks("1c0a08 3a120a 6e2410 a8401a d8752e f4b448"), low * (0.25 + 1.1 * coals) - 0.05, 0.4)


def people() -> Plate:
    """The widow, the hearth, the things on the floor."""
    plate = Plate()
    solids = [*_hearth(), *_widow(), *_floor()]
    show(plate, look(solids, _room(), EYE, LAMPS, (0.05, 0.05)), solids, "flat", 3.2, "river", 0.5)
    _flame(plate)
    return plate


def front() -> Plate:
    """The frame of the door we look through, and the folded corner of a quilt."""
    plate = Plate()
    post = (xx < 58 + 2 * np.sin(yy / 90)) | (xx > 655)
    grain = fbm(xx / 5, yy / 60, 3, 6)
    plate.paint(post, inks("06070d 0b0e18 121726 1b2336"), 0.2 + 0.7 * (grain - 0.4), 0.3)
    edge = post & ~(shifted(post, -1, 0) & shifted(post, 1, 0)) & (xx > 2) & (xx < 697)
    plate.paint(edge & (xx < 350), inks("2a1a12 5a3618 8a5a26"), 0.2 + 0.8 * smooth(150, 20, np.abs(yy - 160)) * grain * 1.6)
    plate.ink(edge & (xx > 350) & (grain > 0.4), "27426c")
    return plate


PICTURE = Picture("widow_room", "light", (Layer(night, 0.0), Layer(room, 0.08), Layer(people, 0.16), Layer(front, 0.6)))
