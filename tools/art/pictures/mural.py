"""Two faces: a winter street in which only the painted wall has colour, and one person has turned round.

The three painted heads are nobody; the slogan, "red tomorrow as well", is ours.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from tools.art.dither import BAYER, spread
from tools.art.noise import fbm, smooth
from tools.art.palette import index
from tools.art.pictures.busts import Look, Pose, bust
from tools.art.pictures.crowd import person
from tools.art.pictures.features import features
from tools.art.pictures.letters import lettering
from tools.art.pictures.parts import (
    HEIGHT,
    WIDTH,
    Bools,
    Layer,
    Pen,
    Picture,
    Plate,
    area,
    inks,
    shifted,
    xx,
    yy,
)
from tools.art.pictures.turned_round import sol_hwa
from tools.art.solid import Lighting, unit

GREY_SKY = inks("5c6167 6a6f74 787c80 868a8c 949798 a2a4a4")
BLOCK = inks("23272c 2f343a 3c4147 4a4f54 585d61 676b6e 777a7b 8a8c8b")
STREET = inks("33383d 474c51 5d6266 747a7d 8f9496 acb0b1 cbcecd")
WALL = inks("2f3336 43474a 585c5e 6e7171 858684 9c9b97 b3b0aa")
RED = inks("2a0406 520a0c 86100f b81a14 dc2c1c f0573a fa9a6c")
GOLD = inks("5a1a08 8a3a0c bf6a14 e69a22 f6c244 fde08a fff4cc")
FLESH = inks("3a0c08 6e1d10 a8401c d8752e f2a656 fbd08c fff0cc")
CREAM = inks("6a3018 935026 b87438 d69a50 e8ba74 f4d69c fdeec8")
INK = inks("1a0606 2c0a08 480e0a 6e1810 962414 bc3a1c de6230")
POSTER = (192, 36, 508, 192)
BAND = 160
FAR_POINT = (350.0, 196.0)


def _block(plate: Plate, near: float, far: float, high: float, foot: float, seed: int) -> None:
    """A row of flats going away along the street: equal windows in depth, some with frost or boards."""
    vx, vy = FAR_POINT

    def edge(x: float, y: float) -> float:
        return vy + (y - vy) * (x - vx) / (near - vx)

    top = foot - high
    body = area([(near, top), (far, edge(far, top)), (far, edge(far, foot)), (near, foot)])
    into = np.clip((near - xx) / (near - far), 0, 1)
    plate.paint(body, BLOCK, 0.56 - 0.20 * into + 0.14 * (fbm(xx / 14, yy / 12, 3, seed) - 0.5), 0.3)
    rows, columns, depth = int(high / 26), 8, (near - vx) / (far - vx)
    rng = np.random.default_rng(seed)
    dark, frosted, sill = Pen(), Pen(), Pen()
    for column in range(columns):
        a, b = (1 + (depth - 1) * (column + part) / columns for part in (0.22, 0.72))
        xa, xb = vx + (near - vx) / a, vx + (near - vx) / b
        for row in range(rows):
            ya, yb = (top + high * 0.97 * (row + part) / rows for part in (0.26, 0.74))
            pane = [(xa, edge(xa, ya)), (xb, edge(xb, ya)), (xb, edge(xb, yb)), (xa, edge(xa, yb))]
            (frosted if rng.random() < 0.16 else dark).area(pane)
            sill.area([pane[3], pane[2], (pane[2][0], pane[2][1] + 1.6), (pane[3][0], pane[3][1] + 1.8)])
    plate.ink(dark.mask(), "22262b")
    plate.ink(frosted.mask(), "6e7478")
    plate.ink(sill.mask(), "9c9f9e")
    cap = area([(near, top - 4), (far, edge(far, top) - 2), (far, edge(far, top) + 1), (near, top + 1)])
    plate.ink(cap, "b3b5b4")


def back() -> Plate:
    """Sky, blocks of flats, far chimneys and wires."""
    plate = Plate()
    cloud = fbm(xx / 130, yy / 26, 4, 2, 0.45) - 0.5
    plate.paint(yy < 214, GREY_SKY, 0.12 + 0.72 * (yy / 205) + 0.42 * cloud, 0.5)
    for x, high in ((236, 150), (252, 172), (462, 158), (540, 130), (150, 128)):
        plate.paint(area([(x, 210), (x + 1, 210 - high), (x + 6, 210 - high), (x + 7, 210)]), BLOCK, 0.52)
    plate.paint(yy >= 205, STREET, 0.72)
    _block(plate, -70, 172, 262, 262, 1)
    _block(plate, 770, 528, 262, 262, 2)
    pen = Pen()
    for y, drop, swing in ((20, 12, 236), (33, 16, 236), (27, 22, 350)):
        points = [(float(x), y + drop * abs(np.sin(np.pi * x / swing))) for x in range(0, WIDTH + 4, 4)]
        pen.line(points, 0.9)
    plate.ink(pen.mask(0.4) & plate.shown, "33373b")
    return plate


def _sunburst(plate: Plate, panel: Bools) -> None:
    """Gold rays from a plain disc, and a great red wave of cloth."""
    sx, sy = 452, 84
    away = np.hypot(xx - sx, yy - sy)
    ray = ((np.arctan2(yy - sy, xx - sx) / (2 * np.pi) * 30) % 1) < 0.5
    plate.paint(panel, GOLD, np.where(ray, 0.98 - 0.0013 * away, 0.78 - 0.0016 * away), 0.5, BAYER)
    plate.paint(panel & (away < 33), RED, 0.68)
    plate.paint(panel & (away < 27), GOLD, 1.0)
    cloth = (
        area(
            [
                (180, 74),
                (232, 48),
                (292, 62),
                (356, 44),
                (418, 54),
                (410, 104),
                (352, 98),
                (292, 118),
                (232, 106),
                (180, 136),
            ],
            True,
        )
        & panel
    )
    plate.paint(cloth, RED, 0.56 + 0.19 * np.sin(xx / 18 + yy / 32), 0.5, BAYER)
    for x, y, r in ((212, 132, 9), (222, 124, 10), (231, 116, 12), (484, 126, 9), (494, 112, 11)):
        plate.paint(panel & (np.hypot((xx - x) / 1.4, yy - y) < r), GOLD, 0.92, 0.3)
    for x, high, wide in ((206, 44, 7), (219, 58, 7), (232, 34, 15), (474, 50, 7), (487, 64, 7), (496, 34, 10)):
        plate.paint(panel & (xx > x) & (xx < x + wide) & (yy > BAND - high), RED, 0.28)


def _grain(plate: Plate, panel: Bools) -> None:
    """Ears of grain along the foot of the painting."""
    pen = Pen()
    for number in range(30):
        x = POSTER[0] + 6 + number * 10.6
        lean = 5 * np.sin(number * 1.9)
        tip = (x + lean, BAND - 16 - 5 * np.sin(number * 2.7))
        pen.line([(x, BAND + 2.0), tip], 1.3)
        for step in range(4):
            y = tip[1] + step * 3.2
            pen.line([(tip[0], y + 2), (tip[0] + 2.6, y)], 1.6).line([(tip[0], y + 2), (tip[0] - 2.6, y)], 1.6)
    plate.paint(pen.mask(0.4) & panel, GOLD, 0.34)


def _painted_head(plate: Plate, look: Look, x: int, y: int, scale: float, panel: Bools) -> None:
    """One head of the poster: a bust turned up to the light, in a few flat inks with a dark line round it."""
    size, middle = (170, 150), (85.0, 62.0)
    pose = Pose(34, 13, 16)
    light = Lighting(toward=unit(-0.05, 0.70, 0.62), ambient=0.10, key=1.15, fill=0.22, fill_toward=unit(1, 0.1, 0.3))
    seen = bust(look, pose, size, middle, scale, light)
    level = np.digitize(seen.tone, [0.10, 0.24, 0.40, 0.58, 0.78]) + 1
    colours = {"skin": FLESH, "rose": RED, "wood": INK, "olive": CREAM, "coat": GOLD, "metal": RED, "reed": RED}
    rgb = np.zeros((*seen.tone.shape, 3), dtype=np.uint8)
    for name, ramp in colours.items():
        here = seen.material == index(name, 0) // 16
        rgb[here] = ramp[np.minimum(level, 6)][here]
    body = seen.material >= 0
    marks = features(pose.yaw, pose.pitch, size, middle, scale)
    rgb[marks["white"]] = GOLD[5]
    for name in ("iris", "lid", "brow", "nostril", "mouth"):
        rgb[marks[name]] = INK[0]
    rim = ndimage.binary_dilation(body) & ~body
    rgb[rim] = INK[1]
    left, top = int(x - middle[0]), int(y - middle[1])
    whole = np.zeros((HEIGHT, WIDTH), dtype=bool)
    whole[top : top + size[1], left : left + size[0]] = (body | rim)[: HEIGHT - top]
    placed = np.zeros_like(plate.rgb)
    placed[top : top + size[1], left : left + size[0]] = rgb
    inside = whole & panel
    plate.rgb[inside] = placed[inside]


def _street(plate: Plate) -> None:
    """Trampled snow with two ruts going to the wall."""
    ground = yy > 206
    depth = np.maximum(yy - 198, 2)
    tone = 0.80 - 0.28 * (yy - 206) / 154 + 0.26 * (fbm((xx - 350) / (depth * 0.6), 46 / depth * 8, 4, 7) - 0.5)
    plate.paint(ground, STREET, tone, 0.35)
    trodden = ground & (fbm((xx - 350) / (depth * 0.8), 60 / depth * 8, 4, 17) > 0.53)
    plate.paint(trodden, STREET, 0.94 - 0.1 * (yy - 206) / 154)
    rut = ground & (np.abs(np.abs((xx - 350) / depth) - 1.25) < 0.13)
    plate.paint(rut, STREET, 0.36)


def wall() -> Plate:
    """The street and the painted wall at its end: the only red for miles, and its glow on the snow."""
    plate = Plate()
    _street(plate)
    x0, y0, x1, y1 = POSTER
    side = (xx >= x0 - 10) & (xx < x1 + 10)
    body = side & (yy >= y0 - 10) & (yy < y1 + 18)
    plate.paint(body, WALL, 0.66 + 0.2 * (fbm(xx / 26, yy / 20, 3, 8) - 0.5) - 0.14 * (yy > y1 + 2), 0.3)
    panel = (xx >= x0) & (xx < x1) & (yy >= y0) & (yy < y1)
    _sunburst(plate, panel)
    inner = panel & (yy < BAND)
    _painted_head(plate, Look("cap", "reed", "rose", nose=1.04, neck=0.38), 266, 108, 33, inner)
    _painted_head(plate, Look("crop", "wood", "coat", nose=0.96), 424, 112, 31, inner)
    _painted_head(
        plate, Look("kerchief", "rose", "olive", jaw=0.92, nose=0.92, neck=0.3, lips="rose"), 345, 100, 37, inner
    )
    _grain(plate, inner)
    plate.paint(panel & (yy >= BAND), RED, 0.52)
    words = lettering("내일도 붉게", x0 + 62, BAND + 4.6, 22.0, 15.0, 2.9)
    plate.ink(shifted(words, 1, 1) & panel, "520a0c")
    plate.ink(words, "fff4cc")
    plate.ink(panel & ~ndimage.binary_erosion(panel, iterations=2), "480e0a")
    snow = side & (yy >= y0 - 15) & (yy < y0 - 8 + 2.4 * fbm(xx / 9, xx * 0, 2, 4))
    plate.ink(snow, "d4d6d4")
    plate.ink(side & (yy >= y1 + 16) & (yy < y1 + 20), "2c3033")
    drift = (yy > y1 + 15 - 5 * smooth(0.4, 0.8, fbm(xx / 30, xx * 0, 3, 6))) & (yy < y1 + 20) & side
    plate.paint(drift, STREET, 0.92)
    spill = smooth(262, 210, yy) * smooth(270, 70, np.abs(xx - 350)) * (yy > y1 + 18)
    level = spill * 0.46 > spread(BAYER, HEIGHT, WIDTH)
    red = np.round(plate.rgb * 0.58 + np.array([184, 26, 20]) * 0.42).astype(np.uint8)
    plate.rgb[level] = red[level]
    return plate


FAR_TONES = ("1f2225", "2c3033", "3b3f42", "4a4e50", "5c6061", "777a7a")
NEAR_TONES = ("08090b", "0f1114", "191c1f", "25292c", "373b3e", "54585a")
ROW = ((22, 5, 0.93), (92, 1, 0.82), (162, 0, 0.96), (238, 3, 0.86), (306, 6, 0.80), (374, 2, 0.93), (584, 7, 0.88),
    (648, 4, 0.84), (706, 2, 0.95))
"""The nearest row: x, kind, size."""


def far_crowd() -> Plate:
    """The back of a crowd, two rows farther off."""
    plate = Plate()
    for row, (step, size, y, shift) in enumerate(((43, 0.40, 228, 0), (55, 0.56, 240, 26))):
        for number, x in enumerate(range(-4, WIDTH + 40, step)):
            kind = (number * (5, 3)[row] + 2 + row) % 8
            tall = (1.0, 0.94, 1.04, 0.9, 0.98)[(number * 3 + row) % 5]
            tones = FAR_TONES if row == 0 else ("15171a", *FAR_TONES[:4], "686c6d")
            person(plate, kind, round(size * tall, 2), x + shift + 6 * np.sin(number * 2.3),
                y + 14 * (1 - tall) + 2 * np.sin(number * 1.7), tones, number % 3 == 1)
    return plate


def near_crowd() -> Plate:
    """The nearest row; among them Sol-hwa."""
    plate = Plate()
    for number, (x, kind, size) in enumerate(ROW):
        y = 268 - 26 * (size - 0.86) + 5 * np.sin(number * 2.9)
        person(plate, kind, size, x, y, NEAR_TONES, number % 2 == 1)
    sol_hwa(plate)
    return plate


PICTURE = Picture(
    "two_faces", "snow", (Layer(back, 0.0), Layer(wall, 0.1), Layer(far_crowd, 0.35), Layer(near_crowd, 0.7))
)
