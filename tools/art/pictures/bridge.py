"""The bridge on a grey morning, through a bus window somebody has wiped. Nobody's face."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.pictures.frost import frost, melted
from tools.art.pictures.mitten import near, outlines
from tools.art.pictures.parts import WIDTH, Floats, Layer, Pen, Picture, Plate, area, inks, shifted, xx, yy
from tools.art.pictures.tableau import Lamp, Solid, View, look, show
from tools.art.shapes import Points, Shape, box, capsule, cut, smooth_union, union

FOG = inks("79848c 8a949b 9aa4a9 abb3b6 bbc1c3 c9cdcd")
LAND = inks("3a434b 4d575f 626c73 788288 8e979c a3abae b8bebf c9cdcd")
ICE = inks("4c5a63 5f6d75 74828a 8b979d a3adb1 bac2c4 d0d5d4 e2e5e2")
STEEL = inks("1b2127 2a3138 3a434b 4d575f 636d74 7d868b 9ba3a6 c2c7c7")
RUST = inks("241a1c 382a2b 4e3c3b 67504c 836a63 a28a80 c0aca0")
HORIZON = 158.0
FAR = (612.0, HORIZON)
DECK, UNDER, WATER = 92.0, 128.0, 268.0
"""Heights (y) of rail foot, underside and ice at the near end of the bridge, x = -60."""


def _at(z: float, y: float) -> tuple[float, float]:
    """Where the bridge's side is seen ``z`` times as far off as its near end, ``y`` as it were there."""
    return FAR[0] + (-60 - FAR[0]) / z, FAR[1] + (y - FAR[1]) / z


def sky() -> Plate:
    """Fog, hills, a chimney."""
    plate = Plate()
    cloud = fbm(xx / 150, yy / 24, 3, 5, 0.4) - 0.5
    plate.paint(yy < 200, FOG, 0.22 + 0.62 * yy / 180 + 0.34 * cloud, 0.45)
    x = xx[0]
    for base, swell, width, seed, tone in ((132, 40, 150, 3, 0.62), (150, 34, 100, 8, 0.42)):
        top = base - swell * (fbm(x / width, x * 0, 3, seed, 0.4) - 0.35)
        deep = yy - top[None]
        patch = fbm(xx / 40, yy / 9, 3, seed)
        plate.paint((deep > 0) & (yy < 180), LAND, tone + 0.012 * deep + 0.22 * (patch - 0.5), 0.4)
        plate.paint((deep > 1) & (yy < 176) & (patch > 0.58), LAND, tone - 0.16 + 0.012 * deep, 0.3)
    stack = (
        Pen()
        .area([(548, 164), (549, 108), (554, 108), (556, 164)])
        .area([(510, 166), (510, 150), (540, 150), (540, 166)])
    )
    stack.area([(562, 166), (562, 154), (590, 154), (590, 166)])
    plate.paint(stack.mask(), LAND, 0.34)
    drift = np.abs(yy - 104 + 0.05 * (xx - 552) - 5 * np.sin(xx / 40))
    smoke = (xx < 553) & (drift < 3 + (553 - xx) * 0.05) & (fbm(xx / 24, yy / 6, 3, 7) > 0.40 + (553 - xx) / 520)
    plate.paint(smoke, LAND, 0.66)
    return plate


def _river(plate: Plate) -> None:
    """White ice, swept, with one dark lead of open water."""
    depth = np.clip((yy - HORIZON - 4) / 200, 0.002, 1)
    across, along = (xx - 350) / (depth + 0.05) * 0.2, 9 / (depth + 0.05)
    near = smooth(0.01, 0.3, depth)
    body = yy > HORIZON + 6 + 2 * fbm(xx / 30, xx * 0, 2, 3)
    drift = fbm(across / 40, along * 0.5, 3, 11)
    tone = 0.60 + 0.26 * (smooth(0.47, 0.53, drift) - 0.5) * near + 0.1 * depth
    plate.paint(body, ICE, tone, 0.35)
    lead = np.abs(depth - 0.20 - 0.05 * np.sin(xx / 76) - 0.03 * np.sin(xx / 31)) < 0.018 + 0.03 * fbm(
        xx / 50, yy * 0, 2, 6
    )
    lead &= body & (xx > 250)
    plate.paint(lead, ICE, 0.08 + 0.12 * (np.sin(yy * 2.2 + xx / 9) > 0.3))
    plate.ink(shifted(lead, 0, 1) & ~lead & body, "d0d5d4")


def _bridge(plate: Plate) -> None:
    """Piers, deck and railing going away; half of it painted by one country, half by the other."""
    zs = [1.0 + 0.34 * number for number in range(18)]
    shade = Pen()
    for z in zs:
        x, foot = _at(z, WATER)
        wide = 46 / z
        _, head = _at(z, UNDER)
        body = area([(x - wide * 0.5, head), (x + wide * 0.5, head), (x + wide * 0.62, foot), (x - wide * 0.5, foot)])
        plate.paint(body, STEEL, 0.36 + 0.30 * np.clip((z - 1) / 4, 0, 1) - 0.25 * (xx > x + wide * 0.25), 0.2)
        cap = area(
            [
                (x - wide * 0.7, head),
                (x + wide * 0.8, head),
                (x + wide * 0.7, head + 12 / z),
                (x - wide * 0.6, head + 12 / z),
            ]
        )
        plate.paint(cap, STEEL, 0.44 + 0.3 * np.clip((z - 1) / 4, 0, 1))
        skirt = area(
            [
                (x - wide * 0.66, foot),
                (x + wide * 0.8, foot),
                (x + wide * 0.72, foot + 7 / z),
                (x - wide * 0.6, foot + 7 / z),
            ]
        )
        plate.paint(skirt, ICE, 0.30)
        collar = area(
            [
                (x - wide * 0.56, foot - 9 / z),
                (x + wide * 0.68, foot - 9 / z),
                (x + wide * 0.7, foot),
                (x - wide * 0.56, foot),
            ]
        )
        plate.paint(collar, ICE, 0.95)
        shade.area(
            [
                (x - wide * 0.7, foot + 5 / z),
                (x + wide * 0.6, foot + 5 / z),
                (x - 40 / z, foot + 52 / z),
                (x - 110 / z, foot + 52 / z),
            ]
        )
    side = area([_at(1, DECK), _at(9, DECK), _at(9, UNDER), _at(1, UNDER)])
    half = _at(2.55, 0)[0]
    fade = np.clip((xx + 60) / 720, 0, 1)
    seams = 0.16 * (np.sin(xx * 0.9 / np.maximum(1 - (xx + 60) / 672, 0.1) * 0.2) > 0.94)
    plate.paint(side & (half > xx), STEEL, 0.46 + 0.26 * fade - seams - 0.16 * (yy > _line(UNDER, 8)), 0.2)
    plate.paint(side & (half <= xx), RUST, 0.42 + 0.34 * fade - seams - 0.16 * (yy > _line(UNDER, 8)), 0.2)
    lip = area([_at(1, DECK - 5), _at(9, DECK - 5), _at(9, DECK), _at(1, DECK)])
    plate.paint(lip, ICE, 0.96)
    rail = Pen()
    for high in (20, 31, 42):
        rail.line([_at(1, DECK - high), _at(9, DECK - high)], 2.4, 0.5)
    for number in range(120):
        z = 1 + number * 0.066
        rail.line([_at(z, DECK - 4), _at(z, DECK - 44)], max(2.4 / z, 0.6))
    fence = rail.mask(0.34)
    plate.paint(fence & (half > xx), STEEL, 0.28 + 0.4 * fade)
    plate.paint(fence & (half <= xx), RUST, 0.34 + 0.4 * fade)
    plate.ink(Pen().line([_at(2.55, DECK - 48), _at(2.55, UNDER)], 1.6).mask(0.4), "d0d5d4")
    post = _at(7.2, DECK)
    hut = area(
        [(post[0] - 6, post[1]), (post[0] + 6, post[1]), (post[0] + 6, post[1] - 13), (post[0] - 6, post[1] - 13)]
    )
    plate.paint(hut, STEEL, 0.5)
    plate.paint(area([(post[0] - 8, post[1] - 13), (post[0], post[1] - 18), (post[0] + 8, post[1] - 13)]), ICE, 0.9)


def _line(y: float, up: float) -> Floats:
    """The y of the bridge's line through ``y`` raised by ``up``, for every column."""
    part = np.clip((FAR[0] - xx) / (FAR[0] + 60), 0.05, 2)
    return np.asarray(FAR[1] + (y - up - FAR[1]) * part, dtype=np.float32)


def crossing() -> Plate:
    """The river, the other bank, the bridge."""
    plate = Plate()
    bank = (yy > HORIZON + 1 - 3 * fbm(xx / 20, xx * 0, 3, 9)) & (yy < HORIZON + 10)
    plate.paint(bank, LAND, 0.30 + 0.5 * fbm(xx / 18, yy / 3, 3, 2), 0.3)
    rng = np.random.default_rng(3)
    pen = Pen()
    for _ in range(90):
        x = rng.uniform(0, WIDTH)
        if fbm(x / 50, 2.0, 2, 5) > 0.45:
            pen.line([(x, HORIZON + 5), (x + rng.normal(0, 1), HORIZON - rng.uniform(0, 6))], 1.0, 0.5)
    plate.paint(pen.mask(0.35), LAND, 0.18)
    _river(plate)
    _bridge(plate)
    return plate


EYE = View((0, 100, 60), (0, 0, 60), 500.0, (350.0, 142.0))
LAMPS = (Lamp((-20.0, -170.0, 150.0), 2.6, 170.0, cold=True), Lamp((60.0, 170.0, 150.0), 0.30, 120.0, cold=True))
PANES = ((-56.0, 22.0), (28.0, 92.0))
LOW, HIGH = 38.5, 84.0


def _hole(left: float, right: float) -> Shape:
    return box([(left + right) / 2, 0, (LOW + HIGH) / 2], [(right - left) / 2, 30, (HIGH - LOW) / 2], 5.0)


def _ribbed(p: Points) -> Points:
    """Pressed panels below the window."""
    return np.asarray(0.5 * (np.sin(p[..., 0] * 0.9) > 0.55) - 0.2, dtype=np.float32)


@cache
def _bus() -> tuple[Solid, ...]:
    """The bus's side with two panes, rubber, a rail, a seat's back."""
    wall = cut(box([0, 0, 60], [110, 2.4, 70]), *(_hole(*pane) for pane in PANES))
    rubber = [
        cut(
            box([(a + b) / 2, 1.5, (LOW + HIGH) / 2], [(b - a) / 2 + 1.6, 2.2, (HIGH - LOW) / 2 + 1.6], 6.0),
            _hole(a + 0.4, b - 0.4),
        )
        for a, b in PANES
    ]
    sill = box([0, 5, LOW - 3.4], [110, 4.6, 1.4], 0.8)
    bar = capsule([-110, 9, LOW - 10], [110, 9, LOW - 10], 1.5)
    seat = smooth_union(3, box([-64, 26, 22], [20, 5, 22], 4.5), capsule([-82, 26, 42], [-46, 26, 42], 4.2))
    cover = box([-64, 25.6, 38], [20.5, 5.5, 6], 4.0)

    return (
        Solid(wall, "metal", 0.55),
        Solid(union(*rubber), "wood", 0.7),
        Solid(sill, "metal", 0.9),
        Solid(bar, "metal", 1.1),
        Solid(box([0, 1.8, 12], [110, 1.2, 20]), "olive", 0.7, "print", _ribbed),
        Solid(seat, "wood", 0.75, "print"),
        Solid(cover, "snow", 0.85, "print"),
    )


def _frost(plate: Plate) -> None:
    """Ferns of frost from the edges of the panes; somebody's sleeve has cleared a view, a palm what is about it."""
    warm, wet = melted(*outlines())
    for number, (left, right) in enumerate(PANES):
        (x0, y0), (x1, y1) = EYE.seen((left, 0, HIGH)), EYE.seen((right, 0, LOW))
        glass = (xx > x0 - 2) & (xx < x1 + 2) & (yy > y0 - 2) & (yy < y1 + 2) & ~plate.shown
        wx, wy = ((x0 + x1) / 2 + 2, (y0 + y1) / 2 - 16) if number == 0 else ((x0 + x1) / 2 + 30, (y0 + y1) / 2 + 4)
        rx, ry = ((x1 - x0) * 0.43, (y1 - y0) * 0.36) if number == 0 else (70, 50)
        strokes = 0.16 * (fbm((xx + yy * 0.6) / 44, (yy - xx * 0.2) / 9, 2, 5 + number) - 0.5)
        wiped = smooth(1.24, 0.84, np.hypot((xx - wx) / rx, (yy - wy) / ry) + strokes)
        aside = np.abs(xx - 350)
        about = smooth(178, 202, yy + 60 * strokes - 0.26 * np.maximum(aside - 44, 0)) * smooth(190, 120, aside)
        milk = frost(plate, glass & ~warm, (x0, y0, x1, y1), wiped * (1 - about), 50 * about, 5 + number)
        rim = milk & (shifted(wet, 0, 1) | shifted(wet, 1, 0) | shifted(wet, -1, 0) | shifted(wet, 0, -1))
        plate.ink(rim, "eef0ec")
        plate.ink(wet & (shifted(rim, 0, 1) | shifted(rim, 1, 0) | shifted(rim, -1, 0) | shifted(rim, 0, -1)), "74828a")
    palm = Pen().area(outlines()[0]).area(outlines()[1]).mask()
    plate.ink((shifted(palm, 2, 2) | shifted(palm, 1, 1)) & warm & ~plate.shown, "3a434b")


def bus() -> Plate:
    """The window, its frost, and a hand."""
    plate = Plate()
    solids = _bus()
    show(plate, look(solids, [], EYE, LAMPS, (0.0, 0.07)), solids, "road", 5.0, "road", 0.0)
    _frost(plate)
    near(plate, round(EYE.seen((25, 0, 60))[0]))
    return plate


PICTURE = Picture("bridge", "breath", (Layer(sky, 0.0), Layer(crossing, 0.1), Layer(bus, 0.5)), ((398, 236),))
