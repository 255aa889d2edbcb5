"""A county bus stop in the morning, frozen: a woman with eggs, a student, a woman in a mustard scarf who smiles."""

from __future__ import annotations

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.palette import from_hex
from tools.art.pictures.parts import WIDTH, Layer, Pen, Picture, Plate, area, inks, shifted, xx, yy
from tools.art.pictures.waiting import three

SKY = inks("6f7f92 8593a2 9aa6b0 b0b8bc c6c8c6 dad6ce ece2d4")
SNOW = inks("39465a 4c5b70 627287 7c8b9c 98a5b0 b4bcc2 ccd0d0 e2e2de f2f0ea")
PLASTER = inks("3c444c 515b63 69737a 828b8e 9ba29f b3b5ac")
SUN = (70, 88)


def sky() -> Plate:
    """A white sky with a cold sun low on the left, and far hills."""
    plate = Plate()
    sun = smooth(330, 20, np.hypot(xx - SUN[0], (yy - SUN[1]) * 1.2))
    plate.paint(yy < 240, SKY,
        0.30 + 0.26 * np.clip(yy / 200, 0, 1) + 0.40 * sun + 0.16 * (fbm(xx / 120, yy / 16, 3, 5) - 0.5), 0.5)
    plate.ink(np.hypot(xx - SUN[0], yy - SUN[1]) < 11, "fbf4e6")
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
    _shelter(plate)
    _waiting_place(plate)
    _stop(plate)
    return plate


def _shelter(plate: Plate) -> None:
    """A wall and a roof that leave the frame on the right, icicles, two notices; the sun reaches its side."""
    wall = area([(462, 34), (700, 34), (700, 308), (462, 308)])
    plate.paint(wall, PLASTER, 0.40 + 0.10 * smooth(470, 464, xx) - 0.14 * smooth(74, 34, yy)
        + 0.34 * (fbm(xx / 34, yy / 26, 3, 4) - 0.5), 0.25)
    plate.ink(wall & (xx < 466), "b3b5ac")
    brick = wall & (((yy // 9 % 2 * 8 + xx) % 17 < 1) | (yy % 9 < 1)) & (yy > 250)
    plate.ink(brick, "515b63")
    plate.ink(wall & (yy > 242) & (yy < 250), "6a8fa0")
    plate.ink(area([(440, 22), (700, 22), (700, 38), (446, 38)]), "39465a")
    plate.paint(area([(438, 6), (700, 4), (700, 24), (438, 24)]) & (yy > 11 - 4 * np.sin(xx / 37)), SNOW,
        0.92 - 0.3 * (yy > 19))
    ice = Pen()
    rng = np.random.default_rng(4)
    for x in range(444, 700, 6):
        ice.area([(x - 1.8, 37), (x + 1.8, 37), (x, 37 + rng.uniform(4, 24))])
    plate.ink(ice.mask(0.4), "dfe8ea")
    for x, y, wide, high in ((604, 116, 38, 50), (654, 130, 28, 36)):
        paper = area([(x, y), (x + wide, y + 1), (x + wide, y + high), (x, y + high - 1)])
        plate.ink(paper, "d6d0be")
        plate.ink(paper & ((yy - y) % 6 < 2) & (xx > x + 4) & (xx < x + wide - 5) & (fbm(xx / 3, yy, 2, 4) > 0.42),
            "8a8474")


def _waiting_place(plate: Plate) -> None:
    """Where the road is wide before the shelter: snow trodden hard by whoever waits, with a swept lip."""
    edge = 270 + 5 * np.sin(xx / 60) - 10 * smooth(300, 470, xx) + 4 * (fbm(xx / 22, xx * 0, 2, 3) - 0.5)
    deep = yy - edge
    place = (deep > 0) & ((xx < 462) | (yy > 308))
    tone = 0.74 - 0.0012 * deep + 0.16 * (fbm(xx / 50, yy / 7, 3, 11) - 0.5) + 0.16 * smooth(5, 0, deep)
    plate.paint(place, SNOW, tone, 0.4)
    plate.paint((deep <= 0) & (deep > -5) & (xx < 462), SNOW, 0.36)
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
    plate.ink(Pen().line([(262, 136), (262, 300)], 3.8).mask(), "4c5b70")
    plate.ink(Pen().line([(260.6, 136), (260.6, 300)], 1.0).mask(), "b4bcc2")
    sign = area([(232, 112), (292, 112), (292, 150), (232, 150)])
    plate.ink(sign, "5f8296")
    plate.ink(sign & (yy < 121), "e2e2de")
    for y, a, b in ((128, 242, 282), (135, 248, 276), (142, 242, 282)):
        plate.ink((np.abs(yy - y) < 1.2) & (xx > a) & (xx < b), "dfe8ea")
    plate.ink(area([(230, 108), (294, 108), (292, 113), (232, 113)]), "f2f0ea")
    plate.paint(np.hypot((xx - 263) / 20, (yy - 300) / 5) < 1, SNOW, 0.9)


def people() -> Plate:
    """The three, and their shadows, long and blue."""
    plate = Plate()
    for left, right, y, far in ((128, 204, 338, 292), (322, 398, 320, 470), (466, 566, 362, 700)):
        slope = (far - right) * 0.14
        shade = area([(left, y - 3), (right, y - 8), (far, y - 4 + slope), (far - 14, y + 9 + slope), (right, y + 4),
            (left + 8, y + 3)], soft=True)
        plate.paint(shade, SNOW, 0.34)
    three(plate)
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
    ((156, 139), (356, 122), (508, 107)))
