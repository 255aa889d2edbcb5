"""Grandmother Pak's kimchi cellar: one candle, one bowl, two women's hands, and morning at the hatch."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.palette import index, table
from tools.art.pictures.busts import Look, head
from tools.art.pictures.features import features
from tools.art.pictures.guest import woman
from tools.art.pictures.pak import body
from tools.art.pictures.parts import HEIGHT, WIDTH, Layer, Pen, Picture, Plate, area, curve, xx, yy
from tools.art.pictures.people import hand_round, sleeve
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
    union,
)

EYE = View((0, 172, 112), (0, 0, 84), 440.0, (350.0, 190.0))
FLAME = (-43.0, 47.0, 96.0)
LAMPS = (
    Lamp(FLAME, 1.55, 62.0),
    Lamp((14.0, 128.0, 118.0), 0.30, 60.0),
    Lamp((98.0, -56.0, 160.0), 1.3, 60.0, cold=True),
)
BOWL = (2.0, 56.0, 87.0)


def _earth(p: Points) -> Points:
    """Packed earth with stones, darker in layers."""
    layer = fbm(p[..., 0] / 30 + p[..., 1] / 30, p[..., 2] / 7, 3, 3) - 0.5
    return np.asarray(0.9 * layer + 0.4 * (fbm(p[..., 0] / 5, p[..., 2] / 5 + p[..., 1] / 5, 2, 8) - 0.5))


def _straw(p: Points) -> Points:
    """Straw strewn on the floor."""
    lines = fbm(p[..., 0] / 1.3 + 0.5 * p[..., 1], p[..., 1] / 14, 2, 5)
    other = fbm(p[..., 0] / 12, p[..., 1] / 1.4 - 0.4 * p[..., 0], 2, 6)
    return np.asarray(1.1 * (np.maximum(lines, other) - 0.62), dtype=np.float32)


def _jar(x: float, y: float, high: float, wide: float, lid: bool = True, foot: float = 0.0) -> list[Solid]:
    """A glazed storage jar: a swelling body, a turned rim, finger-drawn rings, a lid like a shallow bowl."""

    def body(p: Points) -> Points:
        z = np.clip((p[..., 2] - foot) / high, 0, 1)
        radius = wide * (0.60 + 0.66 * np.sin(np.pi * (0.10 + 0.80 * z)) ** 1.3 * 0.62) - 1.2 * smooth(0.85, 1.0, z)
        ring = 0.22 * (np.sin(p[..., 2] * 1.9) > 0.86) * (z > 0.45) * (z < 0.8)
        side = np.hypot(p[..., 0] - x, p[..., 1] - y) - radius + ring
        ends = np.maximum(foot - p[..., 2], p[..., 2] - foot - high)
        return np.asarray(np.maximum(side * 0.86, ends), dtype=np.float32)

    shape = custom(body, (x, y, foot + high / 2), float(np.hypot(high / 2, wide * 1.05)))
    solids = [Solid(shape, "wood", 0.80, skin=lambda p: 0.22 * (fbm(p[..., 0] / 9, p[..., 2] / 16, 2, 4) - 0.5))]
    rim = cylinder([x, y, foot + high - 2.6], 3.4, wide * 0.80)
    solids.append(Solid(rim, "wood", 0.95))
    if lid:
        top = smooth_union(
            1.5,
            cone([x, y, foot + high + 0.6], 4.6, wide * 0.92, wide * 0.60),
            cylinder([x, y, foot + high + 5.0], 2.6, wide * 0.2),
        )
        solids.append(Solid(top, "wood", 0.90))
    return solids


@cache
def _room() -> tuple[Solid, ...]:
    """Walls of earth, logs overhead, straw below, jars, the ladder to the hatch."""
    solids = [
        Solid(box([0, -112, 90], [230, 10, 140]), "reed", 0.62, "grain", _earth, False),
        Solid(box([-178, 0, 90], [10, 230, 140]), "reed", 0.62, "grain", _earth, False),
        Solid(box([178, 0, 90], [10, 230, 140]), "reed", 0.62, "grain", _earth, False),
        Solid(box([0, 0, -8], [230, 230, 8]), "reed", 0.95, "grain", _straw, False),
        Solid(box([0, 0, 176], [230, 230, 8]), "wood", 0.5, "grain", None, False),
    ]
    for number, y in enumerate((-84, -48, -12, 26)):
        log = capsule([-190, y, 163 + 2 * (number % 2)], [64 if number < 2 else 190, y + 3, 164], 7.5)
        solids.append(Solid(log, "wood", 0.8, skin=lambda p: 0.5 * (fbm(p[..., 0] / 22, p[..., 2] / 2, 2, 7) - 0.5)))
    for jar in (
        (-118, -70, 78, 36),
        (-60, -86, 66, 30),
        (-6, -88, 58, 26),
        (-138, -8, 70, 32),
        (40, -92, 50, 24),
        (146, -62, 74, 34),
        (150, 10, 60, 28),
    ):
        solids += _jar(*jar)
    rails = [capsule([x, -58, 0], [x, -86, 210], 2.7) for x in (80, 116)]
    rungs = [capsule([78, -58 - 28 * z / 210, z], [118, -58 - 28 * z / 210, z], 1.9) for z in range(14, 165, 19)]
    solids += [Solid(union(*rails), "wood", 1.1), Solid(union(*rungs), "wood", 1.15)]
    # Garlic and maize hang from a log.
    for x in (-96, -84):
        bunch = [sphere([x + 3 * np.sin(k * 2.1), -44 + 2 * np.cos(k * 2.1), 150 - 5 * k], 3.6) for k in range(6)]
        solids.append(Solid(union(*bunch), "snow", 0.72))
    for x in (-24, -12):
        cobs = [
            capsule(
                [x + 3.4 * np.sin(k * 2.4), -42, 154 - 7 * k], [x + 5 * np.sin(k * 2.4), -40, 141 - 7 * k], 2.5, 1.6
            )
            for k in range(5)
        ]
        solids.append(Solid(union(*cobs), "lamp", 0.62))
    return tuple(solids)


def _bowl() -> list[Solid]:
    """A brass-grey bowl, full."""
    x, y, z = BOWL
    outer = common_bowl(x, y, z)
    return [Solid(outer, "snow", 1.15), Solid(cylinder([x, y, z + 3.0], 0.5, 8.3), "reed", 1.1)]


def common_bowl(x: float, y: float, z: float, size: float = 1.0) -> Shape:
    """A bowl whose rim is 5 cm above (x, y, z), 9.6 cm in radius at the rim."""
    whole = smooth_union(
        1.5 * size,
        ellipsoid([x, y, z + 5 * size], [9.6 * size, 9.6 * size, 10.0 * size]),
        cylinder([x, y, z - 6.2 * size], 2.5 * size, 4.4 * size),
    )
    above = box([x, y, z + 25 * size], [20 * size, 20 * size, 20 * size])
    inside = ellipsoid([x, y, z + 5 * size], [8.9 * size, 8.9 * size, 9.2 * size])
    return cut(whole, above, inside)


@cache
def _pak() -> tuple[Solid, ...]:
    """Pak's head bent toward the light, her hand round the bowl."""
    at = (44.0, 6.0, 116.0)
    solids = []
    for part in head(Look("kerchief", "snow", "reed", "metal", jaw=0.95, nose=1.02, lips="skin"), 52, -16):
        gain = 1.15 if part.material == "snow" else 1.0
        solids.append(Solid(moved(scaled(part.shape, 12.2), at), part.material, part.gain * gain * 1.2))
    solids += hand_round(BOWL, 0.10, 1.0, "skin", 1.12)
    return tuple(solids)


@cache
def _pak_body() -> tuple[Solid, ...]:
    """What of her throws a shadow; it is seen as ``pak.py`` cuts it."""
    back = smooth_union(
        16.0,
        ellipsoid([70, -12, 92], [23, 22, 19]),
        ellipsoid([58, 2, 80], [22, 20, 24]),
        ellipsoid([74, -10, 48], [30, 28, 34]),
        capsule([54, 6, 100], [66, -16, 104], 9),
    )

    def padded(p: Points) -> Points:
        seam = np.abs(np.sin(p[..., 2] * 0.32 + p[..., 0] * 0.12))
        return np.asarray(back.field(p) * 0.92 + 0.7 * seam, dtype=np.float32)

    solids = [Solid(custom(padded, back.centre, back.reach), "reed", 0.74)]
    solids += sleeve([(56, 16, 94), (47, 44, 76), (24, 57, 82)], 11.5, 6.2, "reed", 0.86)
    return tuple(solids)


@cache
def _guest() -> tuple[Solid, ...]:
    """Sol-hwa's hand and sleeve on the other side of the bowl."""
    solids = sleeve([(-62, 84, 80), (-46, 92, 66), (-20, 60, 82)], 8.6, 5.6, "coat", 0.95)
    return (*solids, *hand_round(BOWL, np.pi - 0.10, np.pi - 0.95, "skin", 1.2))


@cache
def _stand() -> tuple[Solid, ...]:
    """The jar between them with the candle on its lid."""
    wax = union(
        cylinder([FLAME[0], FLAME[1], FLAME[2] - 14], 8.5, 2.3),
        sphere([FLAME[0] + 1.6, FLAME[1] + 1, FLAME[2] - 12], 1.9),
        capsule([FLAME[0] - 2, FLAME[1] + 1, FLAME[2] - 11], [FLAME[0] - 2.3, FLAME[1] + 1, FLAME[2] - 6], 0.8),
    )
    return (
        *_jar(FLAME[0], FLAME[1], FLAME[2] - 24, 25),
        Solid(cylinder([FLAME[0], FLAME[1], FLAME[2] - 16.5], 3, 6.5), "metal", 0.9),
        Solid(wax, "lamp", 0.9, casts=False),
    )


@cache
def _near() -> tuple[Solid, ...]:
    """The rim of a jar close to us."""
    return tuple(_jar(84, 84, 56, 24))


def _hatch(plate: Plate) -> None:
    """Dawn where the hatch does not quite shut, and the cold air under it."""
    a, b = EYE.seen((76, -62, 167)), EYE.seen((124, -62, 167))
    c, d = EYE.seen((121, -92, 167)), EYE.seen((79, -92, 167))
    plate.ink(area([a, b, c, d]), "1a1714")
    gap = Pen().line([a, b], 3.0).line([b, c], 1.2).mask(0.4)
    plate.ink(gap, "dfe9ee")
    for plank in (0.25, 0.5, 0.75):
        ends = [(p[0] + (q[0] - p[0]) * plank, p[1] + (q[1] - p[1]) * plank) for p, q in ((a, b), (d, c))]
        plate.ink(Pen().line(ends, 1.0).mask(0.4), "566068")
    left, right = a[0], b[0]
    share = (
        smooth(a[1] + 150, a[1], yy)
        * (yy > a[1])
        * smooth(left - 12, left + 14, xx)
        * smooth(right + 16, right - 10, xx)
    )
    motes = 0.55 + 0.9 * (fbm(xx / 7 + yy / 50, yy / 70, 2, 4) - 0.4)
    plate.veil(share * motes, "a9c2d0", 4, 0.40, 0.8)


def back() -> Plate:
    """The cellar."""
    plate = Plate()
    others = [*_pak(), *_pak_body(), *_guest(), *_stand(), *_bowl(), *_near()]
    show(plate, look(_room(), others, EYE, LAMPS, (0.035, 0.02)), _room(), "flat", 3.0, "river", 0.5)
    _hatch(plate)
    fx, fy = EYE.seen(FLAME)
    halo = smooth(120, 10, np.hypot(xx - fx, yy - fy + 6))
    plate.veil(halo * 0.8, "f0a848", 5, 0.34, 0.9)
    _steam(plate)
    return plate


def _eyes_down(plate: Plate) -> None:
    """Pak's lowered eyes, brows and mouth, drawn where her face is."""
    x, y = EYE.seen((44.0, 6.0, 116.0))
    scale = 12.2 * 440 / 168
    size, middle = (WIDTH, HEIGHT), (x, y)
    marks = features(52, -16, size, middle, scale, closed=True)
    colours = table("flat", "lamp")
    for name, step in (("lid", 0), ("brow", 2), ("nostril", 1), ("mouth", 1), ("crease", 3)):
        plate.rgb[marks[name] & plate.shown] = colours[index("skin" if name != "brow" else "metal", step)]


def _candle(plate: Plate) -> None:
    """The flame."""
    x, y = EYE.seen(FLAME)
    plate.ink(
        Pen().area(curve([(x - 4, y + 6), (x - 5, y), (x, y - 17), (x + 5, y), (x + 4, y + 6)], True)).mask(), "f4b448"
    )
    plate.ink(
        Pen()
        .area(curve([(x - 2.6, y + 6), (x - 3, y + 1), (x, y - 9), (x + 3, y + 1), (x + 2.6, y + 6)], True))
        .mask(),
        "fff6dc",
    )
    plate.ink(Pen().line([(x, y + 8), (x, y + 4)], 1.4).mask(), "4a2210")
    plate.veil(smooth(30, 6, np.hypot(xx - x, (yy - y + 2) * 0.8)) * 0.8, "ffdf92", 4, 0.6, 0.9)


def _steam(plate: Plate) -> None:
    """Steam from the bowl, a few pixels of it in every row."""
    x, y = EYE.seen((BOWL[0], BOWL[1], BOWL[2] + 6))
    up = (y - yy) / 96
    wind = 11 * np.sin(up * 5.0) * up + 7 * (fbm(yy / 16, yy * 0, 2, 3) - 0.5) * 2 * up
    share = np.zeros((HEIGHT, WIDTH), dtype=np.float32)
    for offset, wide in ((-13, 5.5), (1, 7.5), (14, 5.0)):
        off = np.abs(xx - x - offset * (1 - 0.3 * up) - wind * (1 + offset / 40))
        share = np.maximum(share, smooth(wide + 8 * up, 0, off))
    share *= smooth(0, 0.06, up) * smooth(1.0, 0.3, up) * smooth(0.22, 0.55, fbm(xx / 12, yy / 20 + 3, 3, 12))
    plate.veil(share * (up > 0), "fff0d0", 5, 0.62, 0.9)


def women() -> Plate:
    """Pak, the candle, and the bowl between two hands."""
    plate = Plate()
    solids = [*_stand(), *_pak(), *_guest(), *_bowl()]
    others = [*_room(), *_pak_body(), *_near()]
    show(plate, look(solids, others, EYE, LAMPS, (0.07, 0.02)), solids, "flat", 4.4, "river", 0.5)
    _eyes_down(plate)
    body(plate)
    _candle(plate)
    return plate


def front() -> Plate:
    """Sol-hwa's back and a jar, nearly black."""
    plate = Plate()
    others = [*_room(), *_pak(), *_stand()]
    show(plate, look(_near(), others, EYE, LAMPS, (0.012, 0.085)), _near(), "flat", 9.0, "river", 1.3)
    woman(plate)
    return plate


PICTURE = Picture("pak_cellar", "light", (Layer(back, 0.0), Layer(women, 0.12), Layer(front, 0.7)))
