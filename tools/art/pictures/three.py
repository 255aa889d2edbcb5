"""A county bus stop in the morning, frozen: a woman with eggs, a student, a woman in a mustard scarf who smiles."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.palette import from_hex
from tools.art.pictures.busts import Look, head
from tools.art.pictures.parts import WIDTH, Layer, Pen, Picture, Plate, area, inks, shifted, xx, yy
from tools.art.pictures.people import sleeve
from tools.art.pictures.small_faces import faces
from tools.art.pictures.tableau import Lamp, Solid, View, look, scaled, show
from tools.art.shapes import (
    Points,
    Shape,
    box,
    capsule,
    cone,
    custom,
    ellipsoid,
    moved,
    smooth_union,
    sphere,
    turned,
    union,
)

SKY = inks("6f7f92 8593a2 9aa6b0 b0b8bc c6c8c6 dad6ce ece2d4")
SNOW = inks("39465a 4c5b70 627287 7c8b9c 98a5b0 b4bcc2 ccd0d0 e2e2de f2f0ea")
EYE = View((0, 430, 118), (0, 0, 84), 560.0, (350.0, 190.0))
LAMPS = (Lamp((-520.0, 260.0, 420.0), 1.15, 900.0, cold=True), Lamp((420.0, 320.0, 240.0), 0.30, 700.0, cold=True))


def sky() -> Plate:
    """A white sky with a cold sun behind it, and far hills."""
    plate = Plate()
    sun = smooth(240, 20, np.hypot(xx - 408, (yy - 64) * 1.2))
    plate.paint(yy < 240, SKY,
        0.30 + 0.26 * np.clip(yy / 200, 0, 1) + 0.40 * sun + 0.16 * (fbm(xx / 120, yy / 16, 3, 5) - 0.5), 0.5)
    plate.ink(np.hypot(xx - 408, yy - 64) < 11, "fbf4e6")
    for base, swell, width, seed, tone in ((196, 46, 150, 3, 0.55), (210, 30, 90, 8, 0.44)):
        top = base - swell * smooth(0.15, 0.9, fbm(xx[0] / width, xx[0] * 0, 3, seed, 0.4))
        body = (yy >= top[None]) & (yy < 250)
        plate.paint(body, SNOW, tone + 0.22 * (fbm((xx + yy) / 40, yy / 18, 3, seed) - 0.5), 0.4)
        woods = body & (fbm(xx / 44, yy / 9, 3, seed + 2) > 0.60)
        plate.paint(woods, SNOW, tone - 0.16 + 0.1 * (fbm(xx / 2.2, yy / 4, 2, 2) - 0.5))
    return plate


def _poplars(plate: Plate) -> None:
    """A row of poplars along the road, drawn together by distance, wires on poles beside them."""
    pen, wires = Pen(), Pen()
    rng = np.random.default_rng(12)
    last: tuple[float, float] | None = None
    for number in range(11):
        t = number / 10
        x, foot, tall = 690 - 400 * t**0.55, 262 - 46 * t**0.6, 190 * (1 - t) ** 1.25 + 24
        pen.line([(x, foot), (x + rng.normal(0, 1), foot - tall)], max(4.6 * (1 - t), 1.2), 0.6)
        for _ in range(int(26 * (1 - t)) + 7):
            up = rng.uniform(0.2, 0.98)
            side = rng.choice([-1, 1])
            long = tall * 0.20 * (1.1 - up)
            pen.line([(x, foot - tall * up), (x + side * long * 0.5, foot - tall * up - long)],
                max(1.6 * (1 - t), 0.8), 0.4)
        top = (x + 26 * (1 - t), foot - tall * 0.74)
        if last is not None and number % 2 == 0:
            wires.line([last, ((last[0] + top[0]) / 2, (last[1] + top[1]) / 2 + 7 * (1 - t)), top], 0.9)
        if number % 2 == 0:
            wires.line([top, (top[0], foot)], max(2.6 * (1 - t), 1.0))
            last = top
    plate.ink(wires.mask(0.4), "5a6878")
    plate.ink(pen.mask(0.4), "465264")


def road() -> Plate:
    """The fields, the road with frozen ruts, the shelter's wall and the plate of the stop."""
    plate = Plate()
    ground = yy > 214 + 3 * np.sin(xx / 90)
    depth = np.clip((yy - 214) / 146, 0.001, 1)
    drift = fbm((xx - 350) / (depth + 0.1) * 0.2 / 40, 7 / (depth + 0.1), 3, 9)
    plate.paint(ground, SNOW, 0.80 - 0.10 * depth + 0.30 * (drift - 0.5), 0.4)
    left, right = 250 - 470 * depth, 300 + 250 * depth
    way = ground & (xx > left) & (xx < right)
    ruts = np.abs(((xx - left) / np.maximum(right - left, 1)) * 6 % 1 - 0.5)
    plate.paint(way, SNOW, 0.50 + 0.24 * ruts + 0.26 * (fbm((xx - left) / 60, yy / 3, 3, 4) - 0.5), 0.4)
    shine = way & (ruts < 0.16) & (fbm(xx / 30, yy / 4, 2, 15) > 0.52)
    plate.paint(shine, SNOW, 0.95)
    _poplars(plate)
    wall = area([(470, 96), (640, 96), (640, 292), (470, 292)])
    plate.paint(wall, inks("3c444c 515b63 69737a 828b8e 9ba29f b3b5ac"),
        0.44 + 0.4 * (fbm(xx / 26, yy / 20, 3, 4) - 0.5), 0.4)
    brick = wall & (((yy // 9 % 2 * 8 + xx) % 17 < 1) | (yy % 9 < 1)) & (yy > 240)
    plate.ink(brick, "515b63")
    plate.ink(area([(470, 232), (640, 232), (640, 240), (470, 240)]), "6a8fa0")
    roof = area([(452, 84), (662, 84), (656, 100), (458, 100)])
    plate.ink(roof, "39465a")
    plate.paint(area([(452, 70), (662, 70), (664, 86), (450, 86)]) & (yy > 74 - 4 * np.sin(xx / 37)), SNOW,
        0.92 - 0.3 * (yy > 81))
    ice = Pen()
    rng = np.random.default_rng(4)
    for x in range(456, 660, 5):
        ice.area([(x - 1.6, 99), (x + 1.6, 99), (x, 99 + rng.uniform(4, 22))])
    plate.ink(ice.mask(0.4), "dfe8ea")
    for x, y, wide, high in ((494, 128, 34, 44), (548, 140, 26, 32)):
        paper = area([(x, y), (x + wide, y + 1), (x + wide, y + high), (x, y + high - 1)])
        plate.ink(paper, "d6d0be")
        plate.ink(paper & ((yy - y) % 6 < 2) & (xx > x + 4) & (xx < x + wide - 5) & (fbm(xx / 3, yy, 2, 4) > 0.42),
            "8a8474")
    _waiting_place(plate)
    _stop(plate)
    return plate


def _waiting_place(plate: Plate) -> None:
    """Where the road is wide before the shelter: snow trodden hard by whoever waits, with a swept lip."""
    edge = 270 + 5 * np.sin(xx / 60) - 10 * smooth(300, 470, xx) + 4 * (fbm(xx / 22, xx * 0, 2, 3) - 0.5)
    deep = yy - edge
    place = (deep > 0) & ((xx < 470) | (xx > 640) | (yy > 292))
    tone = 0.74 - 0.0012 * deep + 0.16 * (fbm(xx / 50, yy / 7, 3, 11) - 0.5) + 0.16 * smooth(5, 0, deep)
    plate.paint(place, SNOW, tone, 0.4)
    plate.paint((deep <= 0) & (deep > -5) & (xx < 470), SNOW, 0.36)
    rng = np.random.default_rng(31)
    hollow, lip = Pen(), Pen()
    for _ in range(58):
        x, y = rng.normal(330, 150), rng.uniform(282, 352)
        size = 0.55 + (y - 270) / 120
        hollow.oval(x, y, 4.6 * size, 1.5 * size)
        lip.oval(x, y + 1.3 * size, 4.6 * size, 1.1 * size)
    plate.paint(lip.mask() & place, SNOW, 0.92)
    plate.paint(hollow.mask() & place, SNOW, 0.52)


def _stop(plate: Plate) -> None:
    """The plate of the stop on its pole, three strokes for a name."""
    plate.ink(Pen().line([(176, 132), (176, 318)], 4.4).mask(), "4c5b70")
    plate.ink(Pen().line([(174.6, 132), (174.6, 318)], 1.0).mask(), "b4bcc2")
    sign = area([(144, 108), (208, 108), (208, 150), (144, 150)])
    plate.ink(sign, "5f8296")
    plate.ink(sign & (yy < 118), "e2e2de")
    for y, a, b in ((125, 154, 198), (132, 160, 192), (139, 154, 198)):
        plate.ink((np.abs(yy - y) < 1.2) & (xx > a) & (xx < b), "dfe8ea")
    plate.ink(area([(142, 104), (210, 104), (208, 109), (144, 109)]), "f2f0ea")
    plate.paint(np.hypot((xx - 178) / 24, (yy - 318) / 7) < 1, SNOW, 0.9)


def _figure(
    x: float, y: float, size: float, coat: str, gain: float, long: float, hands: str, turn: float
) -> list[Solid]:
    """Somebody standing and waiting; ``long`` cm of coat, hands "basket", "book" or "bag", ``turn`` from us."""

    def spot(side: float, ahead: float, up: float) -> tuple[float, float, float]:
        return x + side * size, y + ahead * size, up * size

    trunk = smooth_union(
        7 * size, capsule(spot(-11, 0, 132), spot(11, 0, 132), 10 * size),
        ellipsoid(spot(0, 1, 110), [21 * size, 15 * size, 26 * size]),
        capsule(spot(0, 0, 108), spot(0, 0, 84), 18 * size, 20 * size),
        cone(spot(0, 0, 84 - long), long * size, (20 + long * 0.12) * size, 19 * size),
    )

    def padded(p: Points) -> Points:
        seam = np.abs(np.sin((p[..., 2] - 20) * 0.24 / size))
        front = np.exp(-((np.abs(p[..., 0] - x) / (1.3 * size)) ** 2)) * (p[..., 1] > y)
        return np.asarray(trunk.field(p) * 0.92 + 0.8 * seam * (long < 20) + 0.9 * front, dtype=np.float32)

    legs: list[Shape] = [
        capsule(spot(s * 8, 0, 76), spot(s * 9.5, 1, 12), 8.4 * size, 6.4 * size) for s in (-1, 1)
    ]
    boots = [
        smooth_union(2, capsule(spot(s * 9.5, 1, 16), spot(s * 10, 2, 6), 7 * size, 6 * size),
            capsule(spot(s * 10, 2, 4.6), spot(s * 12, 13, 4.4), 5.2 * size, 4.6 * size))
        for s in (-1, 1)
    ]
    solids = [
        Solid(custom(padded, trunk.centre, trunk.reach), coat, gain),
        Solid(union(*legs), "coat" if coat != "coat" else "wood", 0.55),
        Solid(union(*boots), "wood", 0.5),
    ]
    wrists = {
        "basket": (spot(-11, 25, 88), spot(11, 25, 88)), "book": (spot(-2, 20, 103), spot(7, 21, 100)),
        "bag": (spot(-12, 20, 98), spot(15, 16, 106)),
    }[hands]
    if hands == "basket":
        straw = smooth_union(2, ellipsoid(spot(0, 27, 90), [19, 12, 4]), cone(spot(0, 27, 80), 10, 13, 18))
        eggs = [ellipsoid(spot(a, 27 + b, 95), [3.4, 2.9, 2.9]) for a,
            b in ((-9, 2), (-3, 5), (4, 4), (10, 1), (0, -2))]
        solids += [Solid(straw, "reed", 0.9), Solid(union(*eggs), "reed", 1.7)]
        solids += [Solid(sphere(spot(s * 13, 29, 88), 4.2), "skin", 1.1) for s in (-1, 1)]
    elif hands == "book":
        wound = smooth_union(2, capsule(spot(-6, 4, 142), spot(6, 4, 142), 6.4),
            capsule(spot(5, 10, 138), spot(6, 15, 112), 4))
        solids += [Solid(box(spot(2, 25, 108), [9, 2, 12], 0.6), "wood", 0.9), Solid(wound, "snow", 0.85)]
        solids += [Solid(sphere(spot(s * 6 + 2, 25, 100), 4.0), "skin", 1.1) for s in (-1, 1)]
    for side, wrist in zip((-1, 1), wrists, strict=True):
        solids += sleeve([spot(side * 17, 1, 131), spot(side * 25, 5, 106), wrist], 8.4 * size, 6.0 * size, coat, gain)
    return [replace(solid, shape=turned(solid.shape, (x, y, 0.0), turn, 2)) for solid in solids]


@cache
def _three() -> tuple[Solid, ...]:
    """From left: a woman with eggs in straw; a student with his book; and she."""
    solids = _figure(-108, 0, 0.95, "olive", 0.8, 20, "basket", -0.30)
    solids += _figure(-8, -34, 1.02, "coat", 0.62, 30, "book", 0.45)
    solids += _figure(100, 16, 0.97, "rose", 0.55, 42, "bag", 0.12)
    bag = smooth_union(2, box([88, 36, 78], [14, 5, 10], 3), box([88, 36, 74], [15, 6, 7], 3))
    grip = union(*[capsule([88 + s * 8, 36, 88], [88 + s * 3, 36, 98], 1.1) for s in (-1, 1)])
    solids += [Solid(bag, "wood", 0.8), Solid(grip, "wood", 0.7), Solid(sphere([88, 41.5, 82], 1.8), "lamp", 1.2)]
    solids += [Solid(sphere([88, 37, 97], 4.2), "wood", 0.9), Solid(sphere([114.6, 33, 104], 4.2), "skin", 1.2)]
    who = (
        (Look("kerchief", "olive", "olive", jaw=1.04), -30.0, -6.0, (-108.0, 6.0, 149.0), 1.0),
        (Look("cap", "coat", "coat", jaw=0.92), 22.0, -16.0, (-8.0, -28.0, 158.0), 1.0),
        (Look("kerchief", "lamp", "rose", lips="skin"), 8.0, 2.0, (100.0, 22.0, 152.0), 1.0),
    )
    for gear, yaw, pitch, at, gain in who:
        for part in head(gear, yaw, pitch):
            tone = part.gain * gain * {"lamp": 0.95, "skin": 0.98, "rose": 1.5}.get(part.material, 1.25)
            solids.append(Solid(moved(scaled(part.shape, 12.2), at), part.material, tone))
    return tuple(solids)


def people() -> Plate:
    """The three, their shadows short and blue, their breath."""
    plate = Plate()
    for x, y in ((-108.0, 0.0), (-8.0, -34.0), (100.0, 16.0)):
        px, py = EYE.seen((x + 14, y + 2, 0))
        shade = np.hypot((xx - px - 12) / 44, (yy - py) / 8) < 1
        plate.paint(shade, SNOW, 0.34)
    solids = _three()
    show(plate, look(solids, (), EYE, LAMPS, (0.0, 0.20)), solids, "road", 3.0, "road")
    faces(plate, EYE)
    for x, y, z in ((-112.0, 20.0, 150.0), (-20.0, -10.0, 152.0), (103.0, 40.0, 148.0)):
        px, py = EYE.seen((x, y, z))
        puff = smooth(17, 3, np.hypot(xx - px + 10, (yy - py - 3) * 1.5)) * smooth(0.34, 0.62,
            fbm(xx / 7, yy / 5, 2, 5))
        plate.veil(puff, "f2f0ea", 3, 0.5, 0.9)
    return plate


def front() -> Plate:
    """The edge of the reeds she watches from, and a corner of a wall."""
    plate = Plate()
    pen = Pen()
    rng = np.random.default_rng(6)
    for centre, count, tall in ((30, 34, 150), (668, 30, 130), (120, 8, 60), (600, 6, 50)):
        for _ in range(count):
            x = rng.normal(centre, 26)
            lean, long = rng.normal(0.24, 0.14), tall * rng.uniform(0.4, 1.1)
            spots = [(x + lean * long * t * t, 366 - long * t) for t in np.linspace(0, 1, 8)]
            pen.line(spots, rng.uniform(1.2, 2.2), 0.7)
            if rng.random() < 0.4:
                pen.line([spots[-1], (spots[-1][0] + 3, spots[-1][1] + 9)], 3.0, 1.0)
    stems = pen.mask(0.4)
    low = yy > 350 - 10 * smooth(140, 0, xx) - 12 * smooth(560, WIDTH, xx) + 3 * np.sin(xx / 24)
    plate.paint(low, inks("262c38 343d4c 465264 5a6878"), 0.4 + 0.7 * (fbm(xx / 40, yy / 6, 3, 4) - 0.5), 0.4)
    plate.ink(stems, "242832")
    plate.ink(stems & ~shifted(stems, 1, 0) & (fbm(xx / 3, yy / 9, 2, 3) > 0.55), "8a7a5a")
    plate.rgb[0, 0] = from_hex("242832")
    return plate


PICTURE = Picture("bus_stop_three", "breath",
    (Layer(sky, 0.0), Layer(road, 0.12), Layer(people, 0.26), Layer(front, 0.7)),
    ((214, 104), (344, 100), (498, 100)))
