"""The Tumen on the night of the crossing: no moon, many stars, one lamp that turns. Also behind the title.

Upper left stays calm for the title. A long way off on the other bank three windows are lit.
"""

from __future__ import annotations

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.palette import from_hex
from tools.art.pictures.from_behind import woman
from tools.art.pictures.parts import HEIGHT, WIDTH, Floats, Layer, Pen, Picture, Plate, inks, shifted, xx, yy
from tools.art.pictures.shore import bank, footprints

SKY = inks("04060e 080d1c 0d1630 142142 1c2f57 27426e 355884")
SNOW = inks("070c1a 0d162c 142140 1c2f55 27426c 365884 4f769c 7196b4")
ICE = inks("060c18 0a1626 0f2135 153047 1d445c 2b5c72 44798a 6b9ca6 9cc2c6")
STARS = ("2f4a74", "44648e", "6f90b2", "a9c2d6", "e6eef2")
HORIZON = 190
LAMP = (571.0, 112.0)


def _dusk() -> Floats:
    """The tone of the bare sky: snow gives light back along the hills."""
    return np.asarray(0.07 + 0.66 * np.clip(yy / 205, 0, 1) ** 1.9, np.float32)


def sky() -> Plate:
    """Stars, a faint river of them, and the glow that snow gives back along the hills."""
    plate = Plate()
    away = np.abs((xx - 430) * 0.52 + (yy - 60) * 0.86 + 26 * (fbm(xx / 90, yy / 90, 3, 4) - 0.5))
    milk = smooth(88, 8, away) * smooth(0.30, 0.66, fbm(xx / 60, yy / 44, 4, 9)) * smooth(150, 330, xx)
    plate.paint(yy < 212, SKY, _dusk() + 0.26 * milk, 0.55)
    rng = np.random.default_rng(11)
    for _ in range(420):
        x, y = int(rng.integers(0, WIDTH)), int(rng.random() ** 1.35 * 168)
        calm = x < 340 and y < 125
        dense = milk[y, x] > 0.25
        if not dense and rng.random() < (0.62 if calm else 0.25):
            continue
        bright = rng.random()
        if bright > 0.965 and not calm:
            plate.rgb[y - 1 : y + 2, x] = plate.rgb[y, max(x - 1, 0) : x + 2] = from_hex("4f6f98")
            plate.rgb[y, x] = from_hex("f2f6f6")
        else:
            step = int(min(bright ** (1.7 if calm else 1.1) * 5, 4))
            plate.rgb[y, x] = from_hex(STARS[step])
    return plate


def _ridge(base: float, swell: float, width: float, seed: int) -> Floats:
    """The top edge (y) of low rolling hills, one value a column."""
    x = xx[0]
    roll = fbm(x / width, x * 0 + seed, 3, seed, 0.36)
    return np.asarray(base - swell * smooth(0.12, 0.9, roll) - 1.5 * fbm(x / 9, x * 0, 2, seed + 3), np.float32)


def _hills(plate: Plate, top: Floats, seed: int, bright: float, wood: float) -> None:
    """Snow fields and dark larch woods on a hill, its foot in the mist."""
    deep = yy - top[None]
    body = (deep >= 0) & (yy < HORIZON + 8)
    slope = fbm((xx + deep * 1.6) / 46, deep / 30, 3, seed + 5, 0.4)
    tone = bright + 0.24 * (slope - 0.5) + 0.10 * smooth(5, 0, deep) + 0.14 * smooth(6, 46, deep)
    plate.paint(body, SNOW, tone, 0.35)
    warped = fbm(xx / 64 + 0.5 * fbm(xx / 30, yy / 12, 2, seed), (yy - 0.25 * xx * 0) / 15, 3, seed + 8, 0.45)
    trees = body & (warped > wood) & (deep > 1.5)
    comb = fbm(xx / 2.2, yy / 5, 2, seed + 2)
    plate.paint(trees, SNOW, bright - 0.26 + 0.22 * (comb - 0.5), 0.3)
    edge = trees & ~shifted(trees, 0, 1) & (comb > 0.5)
    plate.paint(shifted(edge, 0, -1) & body, SNOW, bright - 0.26)


def far_hills() -> Plate:
    """The farthest ridge."""
    plate = Plate()
    _hills(plate, _ridge(166, 62, 150, 5), 21, 0.42, 0.57)
    return plate


def _windows(plate: Plate) -> None:
    """A village on the other bank: roofs, and three windows somebody has not put out."""
    roofs = Pen()
    for x, y, w, h in ((176, 184, 17, 7), (200, 186, 13, 6), (223, 183, 19, 8), (251, 186, 12, 5), (120, 187, 14, 5)):
        roofs.area([(x - w / 2, y), (x + w / 2, y), (x + w / 2 - 1, y + h), (x - w / 2 + 1, y + h)])
        roofs.area([(x - w / 2 - 2, y), (x, y - h * 0.55), (x + w / 2 + 2, y)])
    walls = roofs.mask()
    plate.ink(walls, "0a1122")
    plate.ink(walls & ~shifted(walls, 0, 1), "4f769c")
    for x, y, glow in ((178, 188, "ffd98a"), (226, 187, "f2b455"), (230, 187, "f2b455"), (201, 189, "e09a3c")):
        plate.rgb[y : y + 2, x : x + 2] = from_hex(glow)
    for x, tall in ((178, 24), (228, 16), (201, 9)):
        shimmer = (np.abs(xx - x - np.sin(yy * 1.3) * 1.2) < 1.3) & (yy > HORIZON + 9) & (yy < HORIZON + 9 + tall)
        plate.veil(shimmer * (1 - (yy - HORIZON - 9) / tall) * 0.9, "f2b455", 3, 0.62, 0.9)


def _ice(plate: Plate) -> None:
    """The river, seen along: calm far off, polished streaks and drifts near by."""
    depth = np.clip((yy - HORIZON) / (HEIGHT - HORIZON), 0.001, 1)
    near = smooth(0.02, 0.34, depth)
    across = (xx - 350) / (depth + 0.06) * 0.22
    along = 9 / (depth + 0.06)
    drift = fbm(across / 46 + 3 + 0.4 * fbm(across / 20, along * 0.5, 2, 39), along * 0.40, 3, 37)
    snow = smooth(0.505, 0.52, drift) + 0.8 * smooth(0.575, 0.59, drift)
    polish = smooth(0.60, 0.68, fbm(across / 70, along * 1.7, 3, 61)) * near
    tone = 0.22 + 0.20 * (1 - depth) ** 2 + 0.15 * snow * (0.2 + 0.8 * near) + 0.10 * polish
    tone = tone - 0.08 * ((drift > 0.488) & (drift < 0.505)) * near
    body = yy > HORIZON + 6 + 2 * np.sin(xx / 43) + 2 * fbm(xx / 14, xx * 0, 2, 5)
    plate.paint(body, ICE, tone, 0.35)
    rng = np.random.default_rng(23)

    def crack(x: float, y: float, heading: float, left: int) -> None:
        while left > 0:
            size = 0.6 + 3 * (y - HORIZON) / (HEIGHT - HORIZON)
            x, y = x + np.cos(heading) * size, y + np.sin(heading) * size * 0.22
            heading += rng.normal(0, 0.09) + (rng.random() < 0.06) * rng.choice([-0.7, 0.7])
            if not (1 <= x < WIDTH - 1 and HORIZON + 16 < y < HEIGHT - 2):
                return
            plate.rgb[int(y), int(x)] = ICE[7]
            plate.rgb[int(y) + 1, int(x)] = ICE[1]
            left -= 1
            if rng.random() < 0.02 and left > 20:
                crack(x, y, heading + rng.choice([-0.8, 0.8]), left // 2)

    for _ in range(8):
        start = (rng.uniform(0, WIDTH), HORIZON + 26 + rng.random() * 90)
        crack(*start, rng.normal(0.05, 0.25), int(rng.integers(40, 120)))


def _far_bank(plate: Plate) -> None:
    """Bushes and poplars where the ice ends."""
    rng = np.random.default_rng(5)
    pen = Pen()
    for _ in range(210):
        x = rng.uniform(0, WIDTH)
        if fbm(x / 70, 4.0, 2, 13) < 0.47 or 165 < x < 262:
            continue
        foot, tall = HORIZON + rng.uniform(2, 9), rng.uniform(4, 12) * (1.7 if rng.random() < 0.1 else 1)
        for _ in range(4):
            pen.line([(x, foot), (x + rng.normal(0, 1.6), foot - tall * rng.uniform(0.6, 1))], 1.0, 0.5)
        pen.oval(x, foot - tall * 0.45, tall * 0.22, tall * 0.4)
    plate.ink(pen.mask(0.45), "080e1c")


def _spit(plate: Plate) -> Floats:
    """The tongue of the near bank on which the tower stands; answers its top edge by column."""
    x = xx[0]
    top = 218 - 24 * smooth(430, 640, x) + 2.5 * np.sin(x / 19) + 5 * (fbm(x / 22, x * 0, 3, 3) - 0.5)
    top = np.where(x < 445, 400, top)
    foot = 222 + 30 * smooth(440, 640, xx) + 5 * (fbm(xx / 26, xx * 0, 2, 8) - 0.5)
    body = (yy > top[None]) & (yy < foot)
    deep = yy - top[None]
    tone = 0.74 - 0.021 * deep + 0.30 * (fbm(xx / 34, yy / 7, 3, 9) - 0.5)
    plate.paint(body, SNOW, tone, 0.3)
    brink = body & (foot - yy < 5 + 4 * fbm(xx / 9, yy * 0, 2, 2))
    plate.paint(brink, inks("05080f 0a0f1a 151a26 232a36"), 0.25 + 0.6 * fbm(xx / 5, yy / 3, 2, 4))
    shade = (yy >= foot) & (yy < foot + 7) & (xx > 442)
    plate.paint(shade, ICE, 0.10)
    return np.asarray(top, np.float32)


def _tower(plate: Plate, x: float, foot: float) -> None:
    """A watch-tower: four legs, braces, a ladder, a roof with snow, a man's shape behind the lamp."""
    pen = Pen()
    high = 84.0
    for side in (-1, 1):
        pen.line([(x + side * 15, foot), (x + side * 10, foot - high)], 2.6)
        pen.line([(x + side * 7, foot - 3), (x + side * 5, foot - high)], 1.5)
    for low, up in ((0, 28), (28, 56), (56, 82)):
        a, b = 15 - 5 * low / high, 15 - 5 * up / high
        pen.line([(x - a, foot - low), (x + b, foot - up)], 1.2).line([(x + a, foot - low), (x - b, foot - up)], 1.2)
        pen.line([(x - b, foot - up), (x + b, foot - up)], 1.4)
    for rung in range(15):
        pen.line([(x + 17, foot - rung * 5.6), (x + 22, foot - rung * 5.6)], 0.9)
    pen.line([(x + 17, foot), (x + 15, foot - high)], 1.1).line([(x + 22, foot), (x + 20, foot - high)], 1.1)
    pen.area([(x - 17, foot - 98), (x + 17, foot - 98), (x + 16, foot - 83), (x - 16, foot - 83)])
    for post in (-15, -5, 5, 15):
        pen.line([(x + post, foot - 97), (x + post, foot - 114)], 1.5)
    pen.area([(x - 22, foot - 112), (x + 22, foot - 112), (x, foot - 126)]).line(
        [(x, foot - 125), (x, foot - 142)], 1.1
    )
    pen.oval(x + 6, foot - 107, 3.0, 3.2).area(
        [(x + 1, foot - 98), (x + 11, foot - 98), (x + 9, foot - 104), (x + 3, foot - 104)]
    )
    pen.area([(x - 13, foot - 104), (x - 6, foot - 107), (x - 6, foot - 99), (x - 13, foot - 99)])
    body = pen.mask(0.42)
    plate.ink(body, "050912")
    plate.ink(body & ~shifted(body, 1, 0) & (yy > foot - 112), "24395e")
    roof = body & ~shifted(body, 0, 1) & (yy < foot - 110) & (np.abs(xx - x) > 1)
    plate.ink(roof | (shifted(roof, 0, 1) & body), "86a5bd")
    plate.ink(body & ~shifted(body, 0, 1) & (yy > foot - 100) & (yy < foot - 96), "4f769c")


def _lamp(plate: Plate) -> None:
    """The lamp itself and its haze. Its beam turns, and is drawn by the game."""
    hot = np.hypot(xx - LAMP[0], yy - LAMP[1])
    plate.paint((hot < 14) & ~plate.shown, SKY, _dusk(), 0.55)  # the haze needs something to lie on
    plate.ink(hot < 2.6, "fffbe6")
    plate.veil(smooth(17, 2, hot) * 0.9, "ffe6ac", 4, 0.7, 0.8)


def valley() -> Plate:
    """Near hills, the other bank, the ice, the tower."""
    plate = Plate()
    _hills(plate, _ridge(186, 62, 118, 31), 47, 0.33, 0.50)
    low = yy > HORIZON - 1 + 2 * np.sin(xx / 60)
    plate.paint(low & (yy < HORIZON + 12), SNOW, 0.40 + 0.5 * (fbm(xx / 30, yy / 4, 3, 6) - 0.5), 0.4)
    _ice(plate)
    _far_bank(plate)
    _windows(plate)
    _spit(plate)
    _tower(plate, LAMP[0] + 9, 214)
    _lamp(plate)
    return plate


def near_bank() -> Plate:
    """The bank she stands on, and the reeds that hid her."""
    plate = Plate()
    points = [(-60, 292), (0, 290), (90, 284), (190, 296), (300, 308), (420, 312), (520, 300), (610, 284), (760, 268)]
    bank(
        plate,
        points,
        inks("070c1a 0b1526 101d36 182a4a 233d66 365884 5f86aa"),
        7,
        [(64, 42, 64, 92), (646, 38, 52, 88), (300, 160, 18, 34)],
    )
    footprints(plate, (250.0, 362.0), (428.0, 322.0), 3)
    return plate


def front() -> Plate:
    """She, and a few reeds so near that they are only shapes."""
    plate = Plate()
    woman(plate, 330, 132)
    points = [(-60, 336), (60, 340), (150, 362), (340, 372), (470, 370), (590, 352), (760, 330)]
    bank(
        plate,
        points,
        inks("03050a 060a14 0a1120 0f1a30"),
        19,
        [(14, 26, 24, 120), (690, 22, 18, 120), (600, 30, 6, 46)],
    )
    return plate


PICTURE = Picture(
    "tumen_night",
    "river",
    (Layer(sky, 0.0), Layer(far_hills, 0.08), Layer(valley, 0.2), Layer(near_bank, 0.5), Layer(front, 0.9)),
)
