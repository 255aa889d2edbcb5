"""The Tumen on the night of the crossing: no moon, many stars, one lamp that turns. Also behind the title.

Upper left stays calm for the title. A long way off on the other bank three windows are lit.
"""

from __future__ import annotations

import numpy as np

from tools.art.dither import blue_noise, quantise, spread
from tools.art.noise import fbm, smooth
from tools.art.palette import Table, from_hex, table
from tools.art.pictures.busts import Look, Pose, bust, engraved
from tools.art.pictures.parts import (
    HEIGHT,
    WIDTH,
    XX,
    YY,
    Floats,
    Layer,
    Line,
    Pen,
    Picture,
    Plate,
    curve,
    inks,
    shifted,
)
from tools.art.solid import Lighting, unit

SKY = inks("04060e 080d1c 0d1630 142142 1c2f57 27426e 355884")
SNOW = inks("070c1a 0d162c 142140 1c2f55 27426c 365884 4f769c 7196b4")
ICE = inks("060c18 0a1626 0f2135 153047 1d445c 2b5c72 44798a 6b9ca6 9cc2c6")
HORIZON = 190
LAMP = (571.0, 112.0)
POOL = (318.0, 240.0)


def _dusk() -> Floats:
    """The tone of the bare sky: snow gives light back along the hills."""
    return np.asarray(0.07 + 0.66 * np.clip(YY / 205, 0, 1) ** 1.9, np.float32)


def sky() -> Plate:
    """Stars, a faint river of them, and the glow that snow gives back along the hills."""
    plate = Plate()
    away = np.abs((XX - 430) * 0.52 + (YY - 60) * 0.86 + 26 * (fbm(XX / 90, YY / 90, 3, 4) - 0.5))
    milk = smooth(88, 8, away) * smooth(0.30, 0.66, fbm(XX / 60, YY / 44, 4, 9)) * smooth(150, 330, XX)
    plate.paint(YY < 212, SKY, _dusk() + 0.26 * milk, 0.55)
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
            shade = "2f4a74 44648e 6f90b2 a9c2d6 e6eef2".split()[int(min(bright ** (1.7 if calm else 1.1) * 5, 4))]
            plate.rgb[y, x] = from_hex(shade)
    return plate


def _ridge(base: float, swell: float, width: float, seed: int) -> Floats:
    """The top edge (y) of low rolling hills, one value a column."""
    x = XX[0]
    roll = fbm(x / width, x * 0 + seed, 3, seed, 0.36)
    return np.asarray(base - swell * smooth(0.12, 0.9, roll) - 1.5 * fbm(x / 9, x * 0, 2, seed + 3), np.float32)


def _hills(plate: Plate, top: Floats, seed: int, bright: float, wood: float) -> None:
    """Snow fields and dark larch woods on a hill, its foot in the mist."""
    deep = YY - top[None]
    body = (deep >= 0) & (YY < HORIZON + 8)
    slope = fbm((XX + deep * 1.6) / 46, deep / 30, 3, seed + 5, 0.4)
    tone = bright + 0.24 * (slope - 0.5) + 0.10 * smooth(5, 0, deep) + 0.14 * smooth(6, 46, deep)
    plate.paint(body, SNOW, tone, 0.35)
    warped = fbm(XX / 64 + 0.5 * fbm(XX / 30, YY / 12, 2, seed), (YY - 0.25 * XX * 0) / 15, 3, seed + 8, 0.45)
    trees = body & (warped > wood) & (deep > 1.5)
    comb = fbm(XX / 2.2, YY / 5, 2, seed + 2)
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
        shimmer = (np.abs(XX - x - np.sin(YY * 1.3) * 1.2) < 1.3) & (YY > HORIZON + 9) & (YY < HORIZON + 9 + tall)
        plate.veil(shimmer * (1 - (YY - HORIZON - 9) / tall) * 0.9, "f2b455", 3, 0.62, 0.9)


def _ice(plate: Plate) -> None:
    """The river, seen along: calm far off, polished streaks and drifts near by."""
    depth = np.clip((YY - HORIZON) / (HEIGHT - HORIZON), 0.001, 1)
    near = smooth(0.02, 0.34, depth)
    across = (XX - 350) / (depth + 0.06) * 0.22
    along = 9 / (depth + 0.06)
    drift = fbm(across / 46 + 3 + 0.4 * fbm(across / 20, along * 0.5, 2, 39), along * 0.40, 3, 37)
    snow = smooth(0.505, 0.52, drift) + 0.8 * smooth(0.575, 0.59, drift)
    polish = smooth(0.60, 0.68, fbm(across / 70, along * 1.7, 3, 61)) * near
    tone = 0.22 + 0.20 * (1 - depth) ** 2 + 0.15 * snow * (0.2 + 0.8 * near) + 0.10 * polish
    tone = tone - 0.08 * ((drift > 0.488) & (drift < 0.505)) * near
    body = YY > HORIZON + 6 + 2 * np.sin(XX / 43) + 2 * fbm(XX / 14, XX * 0, 2, 5)
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
    x = XX[0]
    top = 218 - 24 * smooth(430, 640, x) + 2.5 * np.sin(x / 19) + 5 * (fbm(x / 22, x * 0, 3, 3) - 0.5)
    top = np.where(x < 445, 400, top)
    foot = 222 + 30 * smooth(440, 640, XX) + 5 * (fbm(XX / 26, XX * 0, 2, 8) - 0.5)
    body = (YY > top[None]) & (YY < foot)
    deep = YY - top[None]
    tone = 0.74 - 0.021 * deep + 0.30 * (fbm(XX / 34, YY / 7, 3, 9) - 0.5)
    plate.paint(body, SNOW, tone, 0.3)
    brink = body & (foot - YY < 5 + 4 * fbm(XX / 9, YY * 0, 2, 2))
    plate.paint(brink, inks("05080f 0a0f1a 151a26 232a36"), 0.25 + 0.6 * fbm(XX / 5, YY / 3, 2, 4))
    shade = (YY >= foot) & (YY < foot + 7) & (XX > 442)
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
    pen.area([(x - 22, foot - 112), (x + 22, foot - 112), (x, foot - 126)]).line([(x, foot - 125), (x, foot - 142)], 1.1)
    pen.oval(x + 6, foot - 107, 3.0, 3.2).area([(x + 1, foot - 98), (x + 11, foot - 98), (x + 9, foot - 104), (x + 3, foot - 104)])
    pen.area([(x - 13, foot - 104), (x - 6, foot - 107), (x - 6, foot - 99), (x - 13, foot - 99)])
    body = pen.mask(0.42)
    plate.ink(body, "050912")
    plate.ink(body & ~shifted(body, 1, 0) & (YY > foot - 112), "24395e")
    roof = body & ~shifted(body, 0, 1) & (YY < foot - 110) & (np.abs(XX - x) > 1)
    plate.ink(roof | (shifted(roof, 0, 1) & body), "86a5bd")
    plate.ink(body & ~shifted(body, 0, 1) & (YY > foot - 100) & (YY < foot - 96), "4f769c")


def _beam(plate: Plate) -> None:
    """The lamp's cone over the ice, in ordered bands, and the pool where it ends."""
    (x0, y0), (x1, y1) = LAMP, POOL
    ux, uy = x1 - x0, y1 - y0
    length = float(np.hypot(ux, uy))
    along = ((XX - x0) * ux + (YY - y0) * uy) / length
    side = np.abs((XX - x0) * -uy + (YY - y0) * ux) / length
    wide = 1.6 + 30 * along / length
    share = np.where((along > 0) & (along < length), smooth(1, 0.1, side / np.maximum(wide, 1)), 0)
    share = share * (0.74 - 0.44 * np.clip(along / length, 0, 1)) * (0.8 + 0.4 * (fbm(along / 30, side / 9, 3, 2) - 0.5))
    pool = 0.86 * smooth(1.06, 0.42, np.hypot((XX - x1) / 74, (YY - y1) / 17)) * (YY > HORIZON + 8)
    # Above the hills the sky lies in another layer: a piece of it is painted here for the beam to cross.
    plate.paint((share > 0.02) & ~plate.shown, SKY, _dusk(), 0.55)
    plate.veil(np.maximum(share, pool), "ffe6ac", 6, 0.86, 0.8)
    hot = np.hypot(XX - x0, YY - y0)
    plate.ink(hot < 2.6, "fffbe6")
    plate.veil(smooth(17, 2, hot) * 0.9, "ffe6ac", 4, 0.7, 0.8)


def valley() -> Plate:
    """Near hills, the other bank, the ice, the tower and its beam: they move as one so that the beam stays whole."""
    plate = Plate()
    _hills(plate, _ridge(186, 62, 118, 31), 47, 0.33, 0.50)
    low = YY > HORIZON - 1 + 2 * np.sin(XX / 60)
    plate.paint(low & (YY < HORIZON + 12), SNOW, 0.40 + 0.5 * (fbm(XX / 30, YY / 4, 3, 6) - 0.5), 0.4)
    _ice(plate)
    _far_bank(plate)
    _windows(plate)
    _spit(plate)
    _tower(plate, LAMP[0] + 9, 214)
    _beam(plate)
    return plate


def _reeds(pen: Pen, rng: np.random.Generator, x: float, foot: float, tall: float, wind: float) -> None:
    """One bent reed with its plume."""
    lean = rng.normal(wind, 0.16)
    points = [(x + lean * tall * t * t, foot - tall * t * (1 - 0.12 * abs(lean) * t)) for t in np.linspace(0, 1, 9)]
    pen.line(points, rng.uniform(1.1, 1.9), 0.6)
    if rng.random() < 0.5:
        (ax, ay), (bx, by) = points[-1], points[-2]
        dx, dy = ax - bx, ay - by
        norm = max(float(np.hypot(dx, dy)), 0.1)
        pen.line([(ax - dx / norm * 8, ay - dy / norm * 8), (ax + dx / norm * 2 + 1.5, ay + 1.5)], 2.6, 0.9)
    if rng.random() < 0.4:
        mid = points[4]
        pen.line([mid, (mid[0] + rng.choice([-1, 1]) * tall * 0.14, mid[1] + tall * 0.03)], 1.0, 0.4)


def _bank(
    plate: Plate, points: Line, colours: Table, seed: int, spots: list[tuple[float, float, int, float]]
) -> Floats:
    """A bank with a lip of snow and reeds around each (x, spread, count, height); answers its edge by column."""
    rng = np.random.default_rng(seed)
    edge = curve(points)
    top = np.interp(XX[0], [p[0] for p in edge], [p[1] for p in edge])
    top = np.asarray(top + 5 * (fbm(XX[0] / 28, XX[0] * 0, 3, seed) - 0.5), np.float32)
    deep = YY - top[None]
    ground = deep >= 0
    relief = fbm((0.94 * XX + 0.5 * deep) / 70, deep / 11, 3, seed, 0.4) - 0.5
    plate.paint(ground, colours, 0.62 - deep * 0.011 + 0.62 * relief + 0.3 * smooth(3.5, 0.5, deep), 0.4)
    pen = Pen()
    for centre, reach, count, tall in spots:
        for _ in range(count):
            x = rng.normal(centre, reach)
            foot = float(np.interp(x, XX[0], top)) + rng.uniform(2, 14)
            _reeds(pen, rng, x, foot, tall * rng.uniform(0.45, 1.1), 0.24)
    stems = pen.mask(0.40)
    plate.ink(stems, "04060d")
    lit = stems & ~shifted(stems, -1, 0) & (spread(blue_noise(), HEIGHT, WIDTH) < 0.55) & (deep < -4)
    plate.ink(lit, "1c2f55")
    return top


def _footprints(plate: Plate, start: tuple[float, float], end: tuple[float, float], seed: int) -> None:
    """Her steps in the snow, smaller with distance: a dark hollow with a bright far lip each."""
    rng = np.random.default_rng(seed)
    hollow, lip = Pen(), Pen()
    for number in range(15):
        t = number / 14
        x = start[0] + (end[0] - start[0]) * t + 14 * np.sin(t * 3) + rng.normal(0, 0.8)
        y = start[1] + (end[1] - start[1]) * t**0.8
        size = 1.25 - 0.55 * t
        side = (1 if number % 2 else -1) * 5 * size
        hollow.oval(x + side, y, 4.2 * size, 1.7 * size)
        lip.oval(x + side, y + 1.6 * size, 4.0 * size, 1.2 * size)
    plate.ink(lip.mask() & plate.shown, "27426c")
    plate.ink(hollow.mask() & plate.shown, "0a1324")


def near_bank() -> Plate:
    """The bank she stands on, and the reeds that hid her."""
    plate = Plate()
    points = [(-60, 292), (0, 290), (90, 284), (190, 296), (300, 308), (420, 312), (520, 300), (610, 284), (760, 268)]
    _bank(plate, points, inks("070c1a 0b1526 101d36 182a4a 233d66 365884 5f86aa"), 7,
          [(64, 42, 64, 92), (646, 38, 52, 88), (300, 160, 18, 34)])
    _footprints(plate, (250.0, 362.0), (428.0, 322.0), 3)
    return plate


def _woman(plate: Plate) -> None:
    """Sol-hwa from behind: starlight on one side, the lamp's warmth on the other."""
    look = Look(gear="kerchief", cloth="rose", coat="coat", bundle=True, bulk=0.92)
    pose, size, middle, scale = Pose(166, -3, 172), (170, 236), (85.0, 56.0), 37.0
    cold = bust(look, pose, size, middle, scale,
                Lighting(toward=unit(0.60, -0.34, 0.70), ambient=0.08, key=0.98, fill=0.20, fill_toward=unit(0.1, 0.75, 0.6)), 3)
    warm = bust(look, pose, size, middle, scale,
                Lighting(toward=unit(-0.86, -0.40, 0.06), ambient=0.0, key=0.9, fill=0.0), 3)
    image = engraved(cold, scale)
    glow = engraved(warm, scale)
    lit = (warm.tone > 0.36) & (warm.tone > cold.tone * 0.9) & (image != 255)
    x, y = 437 - 85, 186 - 56
    plate.stamp(np.where(image != 255, image, 255).astype(np.uint8), table("river", "moon"), x, y)
    plate.stamp(np.where(lit, glow, 255).astype(np.uint8), table("river", "lamp"), x, y)


def front() -> Plate:
    """She, and a few reeds so near that they are only shapes."""
    plate = Plate()
    _woman(plate)
    points = [(-60, 336), (60, 340), (150, 362), (340, 372), (470, 370), (590, 352), (760, 330)]
    _bank(plate, points, inks("03050a 060a14 0a1120 0f1a30"), 19, [(14, 26, 24, 120), (690, 22, 18, 120), (600, 30, 6, 46)])
    return plate


PICTURE = Picture(
    "tumen_night", "snow",
    (Layer(sky, 0.0), Layer(far_hills, 0.08), Layer(valley, 0.2), Layer(near_bank, 0.5), Layer(front, 0.9)),
)
