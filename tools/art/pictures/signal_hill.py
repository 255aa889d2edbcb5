"""The slope above Hoeryong at dusk: a family's graves under pines, and a woman on the edge of the sky, telephoning."""

from __future__ import annotations

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.palette import from_hex
from tools.art.pictures.parts import (
    HEIGHT,
    WIDTH,
    Floats,
    Layer,
    Pen,
    Picture,
    Plate,
    area,
    curve,
    inks,
    shifted,
    xx,
    yy,
)

SKY = inks("141230 1f1a44 30265c 4a3570 6e4678 9a5a74 c67a66 e6a262 f6cc84 fde6b4")
SNOW = inks("0c0e22 151a38 20284e 2f3a66 434f80 5d6a9a 8088b4 a8a6c8 d2c4d4 f2dcd4")
WOMAN = (430.0, 152.0)
"""Where her feet are."""


def sky() -> Plate:
    """Violet overhead, a last band of orange behind the hills, long clouds lit from below, two stars."""
    plate = Plate()
    band = np.exp(-(((yy - 190) / 62) ** 2)) * (0.72 + 0.28 * smooth(520, 60, np.abs(xx - 210)))
    cloud = fbm(xx / 150 + 0.3 * fbm(xx / 40, yy / 12, 2, 5), yy / 17, 3, 14)
    bars = smooth(0.50, 0.62, cloud) * smooth(30, 90, yy)
    tone = 0.10 + 0.26 * np.clip(yy / 200, 0, 1) + 0.58 * band
    tone = tone + bars * (0.16 * band - 0.10) + 0.05 * smooth(0.60, 0.68, cloud) * band
    plate.paint(yy < 260, SKY, tone, 0.5)
    for x, y, colour in ((566, 40, "f2e6f0"), (612, 74, "a998c8"), (88, 30, "8f84c0"), (330, 22, "8f84c0")):
        plate.rgb[y, x] = from_hex(colour)
    return plate


def _edge(base: float, swell: float, width: float, seed: int) -> Floats:
    x = xx[0]
    return np.asarray(base - swell * smooth(0.15, 0.9, fbm(x / width, x * 0 + seed, 3, seed, 0.4)), np.float32)


def valley() -> Plate:
    """Two ridges, the frozen river between them, a town with four lights; over the river many more."""
    plate = Plate()
    for top, tone, seed in ((_edge(196, 52, 150, 4), 0.34, 7), (_edge(222, 44, 110, 9), 0.24, 12)):
        deep = yy - top[None]
        body = (deep >= 0) & (yy < 340)
        relief = 0.24 * (fbm((xx + deep) / 44, deep / 22, 3, seed) - 0.5) + 0.16 * smooth(5, 0, deep)
        plate.paint(body, SNOW, tone + relief, 0.35)
        woods = body & (fbm(xx / 50, yy / 12, 3, seed + 3) > 0.57) & (deep > 2)
        plate.paint(woods, SNOW, tone - 0.18 + 0.14 * (fbm(xx / 2.4, yy / 5, 2, seed) - 0.5))
    river = 244 + 9 * np.sin(xx / 70) + 5 * np.sin(xx / 23)
    wide = 5 + 5 * smooth(350, 0, xx)
    ice = np.abs(yy - river) < wide
    plate.paint(ice, SNOW, 0.62 + 0.3 * smooth(300, 40, np.abs(xx - 120)) - 0.2 * (fbm(xx / 30, yy / 2, 2, 3) - 0.3),
        0.4)
    _town(plate)
    return plate


def _town(plate: Plate) -> None:
    """On this side low roofs and four lamps. The other side: a string of them, and one red one on a mast."""
    rng = np.random.default_rng(8)
    roofs = Pen()
    for _ in range(46):
        x, y = rng.uniform(20, 330), rng.uniform(262, 286)
        wide = rng.uniform(6, 11)
        roofs.area([(x - wide, y), (x, y - 4), (x + wide, y), (x + wide - 1, y + 5), (x - wide + 1, y + 5)])
    body = roofs.mask()
    plate.ink(body, "10122a")
    plate.ink(body & ~shifted(body, 0, 1), "5d6a9a")
    for x, y in ((74, 272), (160, 268), (214, 279), (288, 266)):
        plate.rgb[y : y + 2, x : x + 2] = from_hex("f6b45c")
    for _ in range(74):
        x, y = int(rng.uniform(8, 420)), int(rng.uniform(212, 231))
        plate.rgb[y, x] = from_hex(("fde6b4", "f6cc84", "e6a262", "c8d8f0")[int(rng.integers(0, 4))])
    plate.rgb[206:208, 246] = from_hex("e0566a")


def _pine(pen: Pen, snow: Pen, x: float, foot: float, tall: float, seed: int) -> None:
    """A pine of drooping tiers, snow along the upper side of each."""
    rng = np.random.default_rng(seed)
    pen.line([(x, foot), (x + rng.normal(0, 1), foot - tall)], tall * 0.03, 1.0)
    tiers = int(tall / 9)
    for tier in range(tiers):
        share = tier / tiers
        y, reach = foot - tall * (0.12 + 0.86 * share), tall * 0.27 * (1 - share) ** 0.8 + 2
        for side in (-1, 1):
            out = reach * rng.uniform(0.7, 1.1)
            tip, mid = (x + side * out, y + out * 0.34), (x + side * out * 0.5, y + out * 0.05)
            pen.area([(x, y - tall * 0.075), mid, tip, (x + side * out * 0.6, y + out * 0.42), (x, y + tall * 0.035)])
            snow.line([(x + side * out * 0.15, y - tall * 0.03), mid, (tip[0] - side, tip[1] - 1)], tall * 0.022, 1.0)


def _slope_edge() -> Floats:
    x = xx[0]
    points = [(-60, 322), (60, 306), (170, 268), (270, 214), (350, 172), (430, 152), (510, 156), (610, 172), (760, 190)]
    edge = curve(points)
    line = np.interp(x, [p[0] for p in edge], [p[1] for p in edge])
    return np.asarray(line + 3 * (fbm(x / 22, x * 0, 3, 4) - 0.5), np.float32)


def _grave(plate: Plate, x: float, y: float, size: float) -> None:
    """A round mound under snow: lit from the left by what is left of the day, a stone before it."""
    away = np.hypot((xx - x) / size, (yy - y) / (size * 0.62))
    foot = y + size * (0.30 + 0.05 * np.sin(xx / 3.0)) - size * 0.22 * ((xx - x) / size) ** 2
    dome = (away < 1) & (yy < foot)
    tone = 0.44 - 0.34 * (xx - x) / size - 0.30 * (yy - y) / size + 0.16 * (fbm(xx / 12, yy / 7, 2, 6) - 0.5)
    cast = (np.hypot((xx - x - size * 0.9) / (size * 1.2), (yy - y - size * 0.14) / (size * 0.24)) < 1) & ~dome
    plate.paint(cast & plate.shown, SNOW, 0.26, 0.3)
    drift = np.hypot((xx - x) / (size * 1.25), (yy - y - size * 0.3) / (size * 0.2))
    plate.paint((drift < 1) & plate.shown & ~cast, SNOW, 0.58 - 0.14 * (xx - x) / size, 0.4)
    plate.paint(dome, SNOW, tone, 0.35)
    left, low = x - size * 0.14, y + size * 0.52
    stone = area([(left - 6, low), (left - 6, y - 4), (left - 3, y - 8), (left + 3, y - 8), (left + 6, y - 4),
        (left + 6, low)])
    plinth = area([(left - 10, low + 4), (left - 10, low - 2), (left + 10, low - 2), (left + 10, low + 4)])
    for part in (plinth, stone):
        plate.ink(part, "1c1e3c")
        plate.ink(part & ~shifted(part, 1, 0), "8088b4")
        plate.ink(part & ~shifted(part, 0, 1), "d2c4d4")
    rng = np.random.default_rng(int(x))
    grass = Pen()
    for _ in range(14):
        gx = x + rng.uniform(-1, 1) * size
        gy = y - size * 0.6 * np.sqrt(max(1 - ((gx - x) / size) ** 2, 0)) + 2
        grass.line([(gx, gy), (gx + rng.normal(1.5, 1.5), gy - rng.uniform(3, 7))], 0.9, 0.4)
    plate.ink(grass.mask(0.3), "3a2a34")


def _woman(plate: Plate) -> None:
    """She stands on the crest, her back bent over the telephone, its light on her cheek and hand."""
    x, y = WOMAN
    body = Pen().area(curve([
        (x - 6, y + 1), (x - 7.5, y - 14), (x - 6.5, y - 25), (x - 2, y - 31), (x + 3, y - 30), (x + 6, y - 22),
        (x + 7, y - 8), (x + 6, y + 1),
    ], True))
    body.line([(x - 3, y - 2), (x - 3.4, y + 5)], 3.4).line([(x + 3, y - 2), (x + 3.2, y + 5)], 3.4)
    body.line([(x - 4, y - 26), (x - 9, y - 20), (x - 6.5, y - 31)], 3.0)
    coat = body.mask()
    head = Pen().oval(x - 1.6, y - 35, 4.3, 4.8).area([(x + 1, y - 34), (x + 6, y - 25), (x - 1, y - 29)]).mask()
    plate.ink(coat, "12142e")
    plate.ink(coat & ~shifted(coat, 1, 0), "c67a66")
    plate.ink(head, "8d4658")
    plate.ink(head & ~shifted(head, 1, 0), "dfa9a4")
    plate.ink(head & ~shifted(head, 0, -1) & (xx > x), "5a2a44")
    face = (np.hypot((xx - x + 4.8) / 2.0, (yy - y + 34.6) / 2.6) < 1)
    plate.ink(face, "c4d8b8")
    px, py = int(x - 7), int(y - 34)
    plate.rgb[py : py + 4, px : px + 2] = from_hex("e8fff0")
    plate.shown[py : py + 4, px : px + 2] = True
    plate.veil(smooth(11, 1, np.hypot(xx - px, (yy - py - 1) * 1.1)) * 0.8, "c8f4dc", 4, 0.40, 0.9)
    for step, (dx, dy) in enumerate(((-14, -38), (-17, -40), (-19, -41), (-16, -42), (-21, -43))):
        plate.rgb[int(y + dy), int(x + dx)] = from_hex("b4a4c4" if step % 2 else "d8c8d8")
        plate.shown[int(y + dy), int(x + dx)] = True


def slope() -> Plate:
    """The slope with its graves, her steps up to the crest, pines behind the graves."""
    plate = Plate()
    top = _slope_edge()
    back, white = Pen(), Pen()
    for x, tall, seed in ((548, 92, 2), (592, 128, 3), (640, 104, 4), (676, 138, 6), (520, 60, 8)):
        _pine(back, white, x, float(np.interp(x, xx[0], top)) + 10, tall, seed)
    trees = back.mask(0.42)
    plate.ink(trees, "0a0c1e")
    plate.ink(trees & ~shifted(trees, 1, 0) & (fbm(xx / 3, yy / 3, 2, 2) > 0.5), "4a3570")
    plate.ink(white.mask(0.45) & trees, "434f80")
    deep = yy - top[None]
    ground = deep >= 0
    fall = fbm((xx - 0.9 * deep) / 80, (deep + 0.35 * xx) / 13, 3, 11, 0.4) - 0.5
    tone = 0.60 - 0.0016 * deep - 0.16 * smooth(430, 700, xx) + 0.34 * fall + 0.32 * smooth(4, 0, deep) * smooth(560,
        380, xx)
    plate.paint(ground, SNOW, tone, 0.4)
    for x, y, size in ((548.0, 222.0, 30.0), (622.0, 252.0, 37.0), (500.0, 274.0, 34.0)):
        _grave(plate, x, y, size)
    hollow, lip = Pen(), Pen()
    for number in range(26):
        t = number / 25
        x = 318 + 112 * t + 26 * np.sin(t * 4.2) * (1 - t)
        y = 356 - 200 * t**0.86
        size = 1.25 - 0.95 * t
        side = (1 if number % 2 else -1) * 4.2 * size
        hollow.oval(x + side, y, 3.8 * size, 1.7 * size)
        lip.oval(x + side - 0.8, y + 1.4 * size, 3.8 * size, 1.2 * size)
    plate.ink(lip.mask() & ground, "a8a6c8")
    plate.ink(hollow.mask() & ground, "20284e")
    _woman(plate)
    return plate


def front() -> Plate:
    """A branch so near that it is only a shape, and the shoulder of the hill."""
    plate = Plate()
    ground = yy > 344 - 14 * smooth(180, 0, xx) - 20 * smooth(520, 700, xx) + 4 * np.sin(xx / 31)
    plate.paint(ground, inks("06071a 0b0d24 121634 1c2348"), 0.4 + 0.6 * (fbm(xx / 40, yy / 6, 3, 4) - 0.5), 0.4)
    pen, snow = Pen(), Pen()
    rng = np.random.default_rng(3)
    for x0, y0, way, long in ((-20.0, 40.0, 0.30, 150.0), (-20.0, 96.0, 0.16, 104.0), (-20.0, 4.0, 0.36, 118.0)):
        spots = [(x0 + long * t, y0 + long * t * way + 16 * t * t) for t in np.linspace(0, 1, 12)]
        pen.line(spots, 5.0, 1.2)
        for x, y in spots[2:]:
            for _ in range(12):
                lean = rng.uniform(-1.2, 1.2)
                pen.line([(x, y), (x + 15 * np.cos(lean), y + 15 * np.sin(lean) * 0.8 + 3)], 1.3, 0.6)
        snow.line([(x, y - 2.5) for x, y in spots[1:9]], 3.6, 1.4)
    plate.ink(pen.mask(0.4), "07081a")
    plate.ink(snow.mask(0.5), "5d6a9a")
    for x in (700 - 24, 700 - 60, 640 - 30):
        stalk = Pen()
        for _ in range(9):
            sx = x + rng.normal(0, 10)
            stalk.line([(sx, HEIGHT), (sx + rng.normal(4, 5), HEIGHT - rng.uniform(26, 62))], 1.4, 0.6)
        plate.ink(stalk.mask(0.4) & (xx < WIDTH), "07081a")
    return plate


PICTURE = Picture("signal_hill", "snow", (Layer(sky, 0.0), Layer(valley, 0.08), Layer(slope, 0.24), Layer(front, 0.7)))
