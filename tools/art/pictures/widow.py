"""The widow's room in Hoeryong, the last night: a pot, an oil lamp, new soles, and a back that does not ask."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.pictures.cellar import common_bowl
from tools.art.pictures.parts import HEIGHT, WIDTH, Layer, Pen, Picture, Plate, area, curve, inks, shifted, xx, yy
from tools.art.pictures.tableau import Lamp, Solid, View, look, show
from tools.art.pictures.widow_back import widow_back
from tools.art.pictures.widow_things import EMBERS, FLAME, POT, floor, hearth, widow
from tools.art.shapes import Points, Shape, box, capsule, cylinder, ellipsoid, smooth_union, union

EYE = View((0, 170, 100), (0, 0, 48), 430.0, (350.0, 150.0))
LAMPS = (
    Lamp(FLAME, 1.30, 54.0),
    Lamp(EMBERS, 0.55, 30.0),
    Lamp((-92.0, -176.0, 150.0), 1.5, 170.0, cold=True),
    Lamp((150.0, -44.0, 118.0), 0.85, 100.0, cold=True),
)
WINDOW = (-128.0, -62.0, 58.0, 106.0)
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
    columns = (
        (np.sin(p[..., 2] * 3.1) > 0.1) & ((p[..., 0] / 7.75) % 1 > 0.16) & (fbm(p[..., 0], p[..., 2] / 2, 2, 4) > 0.45)
    )
    soot = -0.55 * smooth(78, 20, np.hypot(p[..., 0] - 78, p[..., 2] - 96))
    return np.asarray(
        tint - 0.30 * seam - 0.15 * columns + soot + 0.4 * (fbm(p[..., 0] / 30, p[..., 2] / 24, 3, 9) - 0.5)
    )


def _mat(p: Points) -> Points:
    """A floor of oiled paper worn through by the warm end, with scorch near the hearth."""
    seam = np.maximum(np.abs((p[..., 0] / 52 + 9.4) % 1 - 0.5), np.abs((p[..., 1] / 52 + 9.3) % 1 - 0.5)) > 0.487
    scorch = -0.45 * smooth(70, 10, np.hypot(p[..., 0] - 78, (p[..., 1] + 34) * 1.3))
    return np.asarray(-0.32 * seam + scorch + 0.34 * (fbm(p[..., 0] / 22, p[..., 1] / 26, 3, 5) - 0.5))


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
    others = [*hearth(), *widow(), *floor()]
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
    heat = np.asarray(low * (0.25 + 1.1 * coals) - 0.05, dtype=np.float32)
    plate.paint(inside, inks("1c0a08 3a120a 6e2410 a8401a d8752e f4b448"), heat, 0.4)


def people() -> Plate:
    """The widow, the hearth, the things on the floor."""
    plate = Plate()
    solids = [*hearth(), *floor()]
    show(plate, look(solids, [*_room(), *widow()], EYE, LAMPS, (0.05, 0.05)), solids, "flat", 3.2, "river", 0.5)
    widow_back(plate)
    _flame(plate)
    return plate


def front() -> Plate:
    """The frame of the door we look through, and the folded corner of a quilt."""
    plate = Plate()
    post = (xx < 58 + 2 * np.sin(yy / 90)) | (xx > 655)
    grain = fbm(xx / 5, yy / 60, 3, 6)
    plate.paint(post, inks("06070d 0b0e18 121726 1b2336"), 0.2 + 0.7 * (grain - 0.4), 0.3)
    edge = post & ~(shifted(post, -1, 0) & shifted(post, 1, 0)) & (xx > 2) & (xx < 697)
    plate.paint(
        edge & (xx < 350), inks("2a1a12 5a3618 8a5a26"), 0.2 + 0.8 * smooth(150, 20, np.abs(yy - 160)) * grain * 1.6
    )
    plate.ink(edge & (xx > 350) & (grain > 0.4), "27426c")
    return plate


PICTURE = Picture("widow_room", "light", (Layer(night, 0.0), Layer(room, 0.08), Layer(people, 0.16), Layer(front, 0.6)))
