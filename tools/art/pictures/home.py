"""Two spoons: the table at home, laid for two, with one bowl; snow at the window, the accordion in its case."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.pictures.cellar import common_bowl
from tools.art.pictures.parts import Layer, Pen, Picture, Plate, area, inks, xx, yy
from tools.art.pictures.tableau import Lamp, Solid, View, look, show
from tools.art.shapes import (
    Points,
    box,
    capsule,
    cone,
    custom,
    cut,
    cylinder,
    ellipsoid,
    smooth_union,
    sphere,
    turned,
    union,
)

EYE = View((0, 158, 92), (0, 0, 40), 430.0, (350.0, 172.0))
LIGHT = (-16.0, -8.0, 47.0)
LAMPS = (
    Lamp(LIGHT, 1.35, 62.0),
    Lamp((-18.0, -190.0, 150.0), 1.1, 170.0, cold=True),
    Lamp((60.0, 140.0, 110.0), 0.16, 90.0),
)
WINDOW = (-70.0, 12.0, 60.0, 112.0)
NIGHT = inks("0a1122 111c36 1b2c4e 2a4269 41608a 6f91b0 a9c2d6")


def _pane(x: float, z: float) -> tuple[float, float]:
    return EYE.seen((x, -96, z))


def night() -> Plate:
    """What the window shows: roofs under snow, and more coming."""
    plate = Plate()
    (x0, y0), (x1, y1) = _pane(WINDOW[0] - 16, WINDOW[3] + 20), _pane(WINDOW[1] + 16, WINDOW[2] - 6)
    body = (xx > x0) & (xx < x1) & (yy > y0) & (yy < y1)
    plate.paint(body, NIGHT, 0.34 + 0.30 * (yy - y0) / (y1 - y0) + 0.12 * (fbm(xx / 40, yy / 18, 3, 4) - 0.5), 0.5)
    pen, caps = Pen(), Pen()
    base = y1 - 20
    for x, w, h in ((x0 + 10, 50, 22), (x0 + 62, 40, 34), (x0 + 108, 60, 18), (x0 + 160, 46, 30), (x0 + 210, 60, 24)):
        pen.area([(x, base - h), (x + w, base - h), (x + w, y1), (x, y1)])
        pen.area([(x - 4, base - h), (x + w / 2, base - h - 11), (x + w + 4, base - h)])
        caps.line([(x - 4, base - h), (x + w / 2, base - h - 11), (x + w + 4, base - h)], 4.0)
    plate.paint(pen.mask() & body, NIGHT, 0.14, 0)
    plate.paint(caps.mask() & body, NIGHT, 0.72, 0)
    rng = np.random.default_rng(4)
    for _ in range(210):
        x, y, size = int(rng.uniform(x0, x1)), int(rng.uniform(y0, y1)), 1 + int(rng.random() < 0.25)
        spot = np.zeros_like(body)
        spot[y : y + size, x : x + size] = True
        plate.ink(spot & body, "d9e8ee" if rng.random() < 0.6 else "7c9abb")
    return plate


def _plaster(p: Points) -> Points:
    """Wall above, painted darker to the height of a shoulder, as rooms were."""
    dado = -0.42 * (p[..., 2] < 52) + 0.5 * (np.abs(p[..., 2] - 52) < 0.9)
    return np.asarray(dado + 0.5 * (fbm(p[..., 0] / 34, p[..., 2] / 22, 3, 9) - 0.5), dtype=np.float32)


def _oiled(p: Points) -> Points:
    """Oiled paper floor in large squares."""
    seam = np.maximum(np.abs((p[..., 0] / 46 + 9.3) % 1 - 0.5), np.abs((p[..., 1] / 46 + 9.2) % 1 - 0.5)) > 0.485
    return np.asarray(-0.35 * seam + 0.3 * (fbm(p[..., 0] / 20, p[..., 1] / 30, 3, 5) - 0.5), dtype=np.float32)


def _grain(p: Points) -> Points:
    """The table's wood."""
    wander = fbm(p[..., 0] / 40, p[..., 1] / 4, 2, 3)
    return np.asarray(0.5 * (fbm(p[..., 0] / 30 + wander, p[..., 1] / 1.5, 2, 7) - 0.5), dtype=np.float32)


@cache
def _room() -> tuple[Solid, ...]:
    """The wall with the window, the floor, quilts folded on the chest, the accordion's case."""
    left, right, low, high = WINDOW
    wall = union(
        box([(left - 230) / 2, -96, 110], [(230 + left) / 2, 6, 130]),
        box([(right + 230) / 2, -96, 110], [(230 - right) / 2, 6, 130]),
        box([(left + right) / 2, -96, low / 2 - 10], [(right - left) / 2, 6, low / 2 + 10]),
        box([(left + right) / 2, -96, high + 60], [(right - left) / 2, 6, 60]),
    )
    middle = (left + right) / 2
    bars = [
        box([left, -92, (low + high) / 2], [2.2, 5, (high - low) / 2]),
        box([right, -92, (low + high) / 2], [2.2, 5, (high - low) / 2]),
        box([middle, -94, (low + high) / 2], [1.6, 2.5, (high - low) / 2]),
        box([middle, -94, 92], [(right - left) / 2, 2.5, 1.4]),
        box([middle, -90, low], [(right - left) / 2 + 5, 8, 2.0]),
        box([middle, -92, high], [(right - left) / 2 + 3, 5, 2.4]),
    ]
    chest = box([-128, -66, 22], [34, 22, 22], 1.5)
    fronts = [box([-145 + 34 * k, -43.4, 22], [15, 0.9, 18], 0.8) for k in range(2)]
    quilts = [
        smooth_union(
            2,
            box([-126 + k, -66, 49 + 8.6 * k], [29 - k, 18, 4.2], 4.0),
            capsule([-152 + k, -48, 49 + 8.6 * k], [-100 + k, -48, 49 + 8.6 * k], 4.1),
        )
        for k in range(4)
    ]
    tones = (("coat", 0.9), ("reed", 0.9), ("snow", 0.85), ("olive", 1.0))
    case = turned(box([104, -48, 27], [30, 15, 26], 5.0), [104, -48, 0], -0.24, 2)
    lid = turned(box([104, -48, 27], [30.6, 1.1, 26.5], 1.0), [104, -48, 0], -0.24, 2)
    corners = [
        turned(sphere([104 + 27 * a, -34, 27 + 23 * b], 4.2), [104, -48, 0], -0.24, 2) for a in (-1, 1) for b in (-1, 1)
    ]
    locks = [turned(box([104 + 15 * a, -48, 53.2], [3, 3.4, 1.6], 0.5), [104, -48, 0], -0.24, 2) for a in (-1, 1)]
    grip = turned(
        smooth_union(
            0.5,
            capsule([97, -48, 55], [98, -48, 59], 1.2),
            capsule([98, -48, 59], [110, -48, 59], 1.5),
            capsule([110, -48, 59], [111, -48, 55], 1.2),
        ),
        [104, -48, 0],
        -0.24,
        2,
    )
    return (
        Solid(wall, "snow", 0.60, "grain", _plaster),
        Solid(box([0, 0, -6], [240, 240, 6]), "reed", 0.95, "grain", _oiled, False),
        Solid(union(*bars), "wood", 1.1),
        Solid(chest, "wood", 0.62),
        Solid(union(*fronts), "wood", 0.85),
        *(Solid(quilt, tone, gain) for quilt, (tone, gain) in zip(quilts, tones, strict=True)),
        Solid(case, "wood", 0.80),
        Solid(lid, "wood", 0.55),
        Solid(union(*corners, *locks), "metal", 1.1),
        Solid(grip, "wood", 0.8),
    )


def _spoon(x: float, y: float, turn: float, z: float = 31.2) -> Solid:
    """A long-handled round spoon lying on the table, its handle toward us."""
    head = cut(ellipsoid([0, -9.5, 0.9], [2.9, 3.6, 1.3]), ellipsoid([0, -9.5, 1.7], [2.3, 3.0, 1.2]))
    handle = smooth_union(
        0.5, capsule([0, -6.5, 1.0], [0, -2, 1.5], 0.55), capsule([0, -2, 1.5], [0, 11, 0.5], 0.6, 0.85)
    )
    both = turned(union(head, handle), [0, 0, 0], turn, 2)
    shape = custom(lambda p: both.field(p - np.array([x, y, z], dtype=np.float32)), (x, y, z + 1), 15)
    return Solid(shape, "metal", 1.7)


@cache
def _meal() -> tuple[Solid, ...]:
    """The low table: lamp, one bowl, two spoons laid far apart."""
    top = box([0, 20, 29], [58, 31, 1.9], 1.0)
    apron = box([0, 20, 25], [54, 27, 3.0], 0.6)
    legs = [
        smooth_union(
            1.5,
            capsule([50 * a, 20 + 23 * b, 24], [52 * a, 20 + 25 * b, 2], 3.0, 2.2),
            sphere([53 * a, 20 + 26 * b, 2], 2.6),
        )
        for a in (-1, 1)
        for b in (-1, 1)
    ]
    bx, by = 20.0, 28.0
    bowl = common_bowl(bx, by, 37.0, 0.98)
    noodles = smooth_union(
        0.8,
        *[
            capsule([bx - 5 + 2.0 * k, by - 3.5 + 1.5 * np.sin(k), 39.8], [bx - 3 + 1.8 * k, by + 4.5, 40.0], 0.9)
            for k in range(6)
        ],
    )
    x, y, _ = LIGHT
    base = smooth_union(1.0, cylinder([x, y, 31], 7, 6.6), cone([x, y, 37.5], 3.5, 6.0, 3.4))
    cap = smooth_union(1.0, cone([x, y, 55.5], 5, 6.4, 3.0), cylinder([x, y, 60], 3, 2.4))
    cage = [
        capsule([x + 5.2 * np.cos(a), y + 5.2 * np.sin(a), 39], [x + 5.2 * np.cos(a), y + 5.2 * np.sin(a), 57], 0.45)
        for a in (0.5, 2.6, 3.7, 5.8)
    ]
    hoop = [
        capsule([x + 6.2 * np.cos(a), y, 56 + 17 * np.sin(a)], [x + 6.2 * np.cos(b), y, 56 + 17 * np.sin(b)], 0.55)
        for a, b in zip(np.linspace(0, np.pi, 11)[:-1], np.linspace(0, np.pi, 11)[1:], strict=True)
    ]
    return (
        Solid(union(top, apron), "wood", 0.95, "hatch", _grain),
        Solid(union(*legs), "wood", 0.9),
        Solid(bowl, "snow", 1.1),
        Solid(cylinder([bx, by, 38.6], 0.5, 7.6), "reed", 0.8),
        Solid(noodles, "reed", 1.35),
        _spoon(39, 32, 0.10),
        _spoon(-38, 30, -0.12),
        Solid(union(base, cap), "metal", 0.8),
        Solid(union(*cage, *hoop), "metal", 0.8, casts=False),
    )


def _photo(plate: Plate) -> None:
    """Half of a studio photograph, cut through: a girl before a painted lake of impossible blue."""

    def at(u: float, v: float) -> tuple[float, float]:
        return EYE.seen((48 + u * 10, -89, 84 + v * 13))

    ragged = [at(1, 1), at(0.9, 0.4), at(1.05, 0.0), at(0.92, -0.5), at(1, -1)]
    whole = area([at(-1, 1), *ragged, at(-1, -1)])
    plate.ink(whole, "c9b48c")
    inside = area(
        [at(-0.84, 0.86), at(0.9, 0.86), at(0.86, 0.4), at(0.95, 0), at(0.88, -0.5), at(0.9, -0.86), at(-0.84, -0.86)]
    )
    top, bottom = at(0, 0.86)[1], at(0, -0.86)[1]
    plate.paint(inside, inks("2a6f9a 3a90b8 62b4cc a8d4d8"), 1 - (yy - top) / (bottom - top), 0.5)
    plate.ink(
        inside
        & area(
            [at(-0.84, 0.1), at(-0.3, 0.45), at(0.1, 0.15), at(0.5, 0.35), at(1, 0.05), at(1, -0.1), at(-0.84, -0.1)]
        ),
        "3f6a58",
    )
    girl = (
        Pen()
        .oval(*at(0.28, 0.02), 4.4, 5.0)
        .area([at(0.0, -0.26), at(0.56, -0.26), at(0.8, -0.9), at(-0.22, -0.9)])
        .mask(0.4)
    )
    plate.ink(girl & inside, "5a2a34")
    plate.ink(Pen().oval(*at(0.28, 0.0), 3.0, 3.6).mask(0.4) & inside, "d9a77c")
    plate.ink(Pen().oval(*at(0, 0.95), 1.2, 1.2).mask(0.3), "2a1a12")


def _frost(plate: Plate) -> None:
    """Frost in the corners of the panes, snow on the ledge outside."""
    left, right, low, high = WINDOW
    (x0, y0), (x1, y1) = _pane(left, high), _pane(right, low)
    pane = (xx > x0) & (xx < x1) & (yy > y0) & (yy < y1) & ~plate.shown
    edge = np.minimum(np.minimum(xx - x0, x1 - xx), np.minimum(yy - y0, y1 - yy) * 0.9)
    corner = np.minimum(np.hypot(xx - x0, yy - y1), np.hypot(xx - x1, yy - y1))
    fern = fbm((xx + yy) / 6, (xx - yy) / 17, 3, 6)
    plate.ink(pane & (edge < 3 + 12 * (fern - 0.4)), "86a5bd")
    plate.ink(pane & (corner < 52 * fern + 6) & (fern > 0.42), "6f91b0")
    drift = pane & (yy > y1 - 7 - 5 * smooth(0.3, 0.7, fbm(xx / 24, xx * 0, 2, 3)))
    plate.paint(drift, inks("56749d 7c9abb a9c2d6"), 0.5 + 0.7 * (fbm(xx / 20, yy / 3, 2, 5) - 0.4))


def room() -> Plate:
    """The room round the table."""
    plate = Plate()
    seen = look(_room(), _meal(), EYE, LAMPS, (0.02, 0.055))
    show(plate, seen, _room(), "flat", 3.0, "river", 0.55)
    _frost(plate)
    _photo(plate)
    fx, fy = EYE.seen(LIGHT)
    plate.veil(smooth(150, 20, np.hypot(xx - fx, yy - fy)) * 0.7, "f0a848", 5, 0.32, 0.9)
    bx, by = EYE.seen((20, 28, 42))
    up = (by - yy) / 80
    wave = np.abs(xx - bx - 7 * np.sin(up * 5) * up)
    share = (
        smooth(13 + 6 * up, 0, wave)
        * smooth(0, 0.1, up)
        * smooth(1, 0.2, up)
        * smooth(0.3, 0.6, fbm(xx / 9, yy / 20, 2, 8))
    )
    plate.veil((share * (up > 0)).astype(np.float32), "fff0d0", 4, 0.5, 0.9)
    return plate


def meal() -> Plate:
    """The table. Its lamp is the only warm thing."""
    plate = Plate()
    show(plate, look(_meal(), _room(), EYE, LAMPS, (0.05, 0.05), 3), _meal(), "flat", 4.2, "river", 0.5)
    x, y = EYE.seen(LIGHT)
    glass = (np.abs(xx - x) < 15) & (np.abs(yy - y - 1) < 26)
    plate.veil(smooth(30, 4, np.hypot((xx - x) * 1.4, (yy - y) * 0.8)) * glass, "ffdf92", 4, 0.7, 0.9)
    flame = Pen().area([(x - 4, y + 8), (x - 5, y + 2), (x, y - 13), (x + 5, y + 2), (x + 4, y + 8)]).mask()
    plate.ink(flame, "ffdf92")
    plate.ink(
        Pen().area([(x - 2, y + 8), (x - 2.4, y + 3), (x, y - 5), (x + 2.4, y + 3), (x + 2, y + 8)]).mask(), "ffffff"
    )
    return plate


def front() -> Plate:
    """A cushion nobody sits on, close to us."""
    plate = Plate()
    spots = ((-34, 66), (38, 68))
    cushions = [
        smooth_union(3, box([x, y, 3.5], [19, 16, 3.4], 3.2), ellipsoid([x, y, 5], [17, 14, 4])) for x, y in spots
    ]
    solids = [Solid(cushions[0], "coat", 1.0), Solid(cushions[1], "olive", 1.1)]
    show(plate, look(solids, [*_meal(), *_room()], EYE, LAMPS, (0.03, 0.07)), solids, "flat", 5.0, "river", 0.6)
    return plate


PICTURE = Picture("two_spoons", "light", (Layer(night, 0.0), Layer(room, 0.08), Layer(meal, 0.16), Layer(front, 0.5)))
