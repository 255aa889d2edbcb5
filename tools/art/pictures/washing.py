"""The washing stones on the Tumen, by day: four backs, a hole in the ice, a sergeant who looks at the water."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tools.art.dither import blue_noise, spread
from tools.art.noise import fbm, smooth
from tools.art.palette import table
from tools.art.pictures.from_behind import scarf
from tools.art.pictures.likeness import likeness
from tools.art.pictures.parts import (
    HEIGHT,
    WIDTH,
    Bools,
    Floats,
    Layer,
    Line,
    Pen,
    Picture,
    Plate,
    inks,
    shifted,
    xx,
    yy,
)
from tools.art.pictures.relief import Light, carve
from tools.art.pictures.shore import bank
from tools.art.pictures.tableau import Lamp, View, look, show
from tools.art.pictures.washing_backs import people
from tools.art.pictures.washing_people import JO, JO_HEAD, WOMEN, bench, head_at
from tools.art.portraits_cast import CAST
from tools.art.solid import Lighting, unit

EYE = View((0, 420, 150), (0, 0, 68), 520.0, (350.0, 160.0))
LAMPS = (
    Lamp((-420.0, -340.0, 720.0), 1.9, 900.0, cold=True),
    Lamp((520.0, 300.0, 420.0), 0.40, 800.0, cold=True),
)
CLOUD = inks("6d757c 7b8389 8a9297 999fa3 a8adaf b8bcbc c7c9c7")
LAND = inks("2c333a 3e474f 525c64 68727a 7f888e 979ea2 adb2b3 c0c3c2")
ICE = inks("394650 4a5862 5e6c75 73818a 8a969d a2adb2 b9c1c3 ced3d2 e1e3e0")
WATER = inks("0c1218 131b22 1c262e 28343d 37444e 4a5963 67767f")
FAR_BANK = 98.0
SCARF = 0.40
SNOW_LIGHT = Lighting(unit(-0.62, 0.60, 0.40), ambient=0.20, key=0.66, fill=0.24, fill_toward=unit(0.6, 0.6, -0.5))
SCARF_LIGHTS = (Light((-0.66, -0.66, 0.30), 0.72), Light((0.85, -0.10, -0.45), 0.35))


def _ground() -> tuple[Floats, Floats]:
    """Where on the ice (x, y in cm) each pixel below the horizon lies."""
    right, down, into = EYE.axes()
    ray = (xx - EYE.middle[0])[..., None] * right + (yy - EYE.middle[1])[..., None] * down + EYE.focal * into
    gone = EYE.eye[2] / np.maximum(-ray[..., 2], 1e-3)
    return np.asarray(ray[..., 0] * gone), np.asarray(EYE.eye[1] + ray[..., 1] * gone)


def sky() -> Plate:
    """One low cloud from bank to bank, and the hills of the other country under it."""
    plate = Plate()
    cloud = fbm(xx / 190 + 0.3 * fbm(xx / 60, yy / 20, 2, 3), yy / 21, 4, 8, 0.42) - 0.5
    plate.paint(yy < 180, CLOUD, 0.40 + 0.34 * yy / 110 + 0.50 * cloud, 0.34)
    x = xx[0]
    for base, swell, width, seed, tone in ((78, 50, 150, 21, 0.72), (90, 36, 96, 5, 0.58)):
        top = base - swell * smooth(0.2, 0.9, fbm(x / width, x * 0 + 2, 3, seed, 0.36))
        deep = yy - top[None]
        patch = fbm((xx + deep) / 38, yy / 8, 3, seed)
        plate.paint((deep > 0) & (yy < 180), LAND, tone + 0.004 * deep + 0.12 * (patch - 0.5), 0.4)
        plate.paint((deep > 1) & (yy < 180) & (patch > 0.60), LAND, tone - 0.12, 0.3)
    return plate


def _orchard(plate: Plate) -> None:
    """The other bank: a white slope ruled with rows of pear trees, pale and straight; one roof."""
    x = xx[0]
    crest = 83 - 7 * smooth(0.3, 0.8, fbm(x / 130, x * 0, 2, 14)) - 6 * smooth(380, 560, x)
    foot = FAR_BANK - 2 + 3 * (fbm(x / 34, x * 0, 3, 4) - 0.5)
    body = (yy > crest[None]) & (yy < foot[None] + 3)
    plate.paint(body, LAND, 0.90 - 0.014 * (yy - crest[None]) + 0.1 * (fbm(xx / 20, yy / 4, 2, 6) - 0.5), 0.4)
    brink = (yy > foot[None] - 1.5) & (yy < foot[None] + 2.5 + 2 * (fbm(xx / 7, yy * 0, 2, 3) - 0.5))
    plate.paint(brink, LAND, 0.34 + 0.4 * (fbm(xx / 6, yy / 2, 2, 9) - 0.5), 0.3)
    rng = np.random.default_rng(8)
    far, near = Pen(), Pen()
    for row, (start, step, tall) in enumerate(((0.10, 8.6, 6.5), (0.34, 10.4, 8.5), (0.62, 12.8, 11.0))):
        pen = far if row < 2 else near
        for number in range(int(WIDTH / step) + 2):
            at = number * step + rng.normal(0, 0.5)
            if 250 < at < 276 or (at > 560 and row == 2):
                continue
            column = int(np.clip(at, 0, WIDTH - 1))
            low = float(crest[column] + (foot[column] - crest[column]) * start) + 1.5
            high = tall * rng.uniform(0.86, 1.1)
            fork = low - high * 0.36
            pen.line([(at, low), (at, fork)], 1.1)
            for lean in (-0.34, -0.12, 0.12, 0.34):
                pen.line(
                    [(at, fork), (at + lean * high * 0.7, fork - high * 0.3), (at + lean * high * 0.8, low - high)],
                    0.7,
                    0.4,
                )
    plate.paint(far.mask(0.30) & (yy > crest[None] - 12), LAND, 0.50)
    plate.paint(near.mask(0.32) & (yy > crest[None] - 14), LAND, 0.38)
    hut = Pen().area([(596, 85), (628, 85), (628, 76), (596, 76)]).mask()
    plate.paint(hut, LAND, 0.42)
    plate.paint(Pen().area([(592, 77), (602, 69), (622, 69), (632, 77)]).mask(), LAND, 0.96)
    up = (69 - yy) / 56
    smoke = (np.abs(xx - 618 - 9 * up**2 - 1.6 * np.sin(yy / 7) * up) < 1.0 + 3 * up) & (up > 0) & (up < 1)
    plate.veil((smoke & (fbm(xx / 4, yy / 9, 2, 3) > 0.2 + 0.4 * up)).astype(np.float32), "dfe1de", 1, 0.5, 0.0)
    plate.paint(smoke & ~plate.shown & (fbm(xx / 4, yy / 9, 2, 3) > 0.2 + 0.4 * up), CLOUD, 0.96)


def _hole() -> tuple[Bools, Floats]:
    """The open water, and how far (cm, about) each spot lies inside its edge."""
    x, y = _ground()
    ragged = 0.16 * (fbm(x / 34, y / 34, 3, 7) - 0.5) + 0.06 * (fbm(x / 8, y / 8, 2, 2) - 0.5)
    inside = 1 - np.hypot((x + 44) / 186, (y + 108) / 88) + ragged
    return np.asarray((inside > 0) & (yy > FAR_BANK + 20)), np.asarray(inside * 88, dtype=np.float32)


def _river(plate: Plate) -> None:
    """Ice, swept and trodden; at the stones somebody keeps a hole open all winter."""
    x, y = _ground()
    body = yy >= FAR_BANK
    away = np.clip((EYE.eye[1] - y) / 2600, 0, 1)
    drift = smooth(0.46, 0.54, fbm(x / 260, y / 420, 3, 11))
    fine = fbm(x / 60, y / 90, 2, 5) - 0.5
    tone = 0.60 + 0.22 * (drift - 0.5) * (1 - 0.5 * away) + 0.24 * fine * (1 - away) + 0.14 * away
    plate.paint(body, ICE, np.asarray(tone, dtype=np.float32), 0.22)
    polish = body & (fbm(x / 160, y / 26, 2, 31) > 0.66) & (y < -190)
    plate.paint(polish, ICE, 0.42 + 0.1 * fine, 0.3)
    trodden = smooth(150, 40, np.hypot((x + 30) / 1.9, y - 30)) * (fbm(x / 11, y / 15, 2, 9) > 0.52)
    plate.veil(trodden.astype(np.float32) * body, "74828b", 3, 0.34, 0.8)
    water, deep = _hole()
    wave = np.sin(y / 2.4 + 5 * fbm(x / 40, y / 16, 2, 4)) * (fbm(x / 50, y / 9, 2, 8) > 0.5)
    plate.paint(water, WATER, 0.22 + 0.30 * smooth(-70, -192, y) + 0.16 * wave, 0.3)
    rim = ~water & body & (shifted(water, 0, -3) | shifted(water, 2, 0) | shifted(water, -2, 0) | shifted(water, 0, 1))
    plate.paint(rim, ICE, 0.96)
    wall = water & (shifted(~water, 0, 1) | shifted(~water, 0, 2) | shifted(~water, 0, 3) | shifted(~water, 0, 4))
    plate.paint(wall, ICE, 0.30 + 0.3 * (fbm(xx / 5, yy / 2, 2, 3) - 0.4), 0.3)
    skin = water & (deep < 9) & ~wall & (fbm(x / 7, y / 6, 2, 6) > 0.48)
    plate.paint(skin, ICE, 0.26)
    rng = np.random.default_rng(5)
    cracks = Pen()
    for start, angle in (((-210, -100), 2.8), ((150, -120), 0.3), ((60, -170), -0.9), ((-120, -172), -2.2)):
        spot, turn = np.array(start, dtype=float), angle
        line = [EYE.seen((*spot, 0.0))]
        for _ in range(7):
            turn += rng.normal(0, 0.28)
            spot = spot + rng.uniform(30, 62) * np.array([np.cos(turn), np.sin(turn)])
            line.append(EYE.seen((*spot, 0.0)))
        cracks.line(line, 1.3, 0.4)
    crack = cracks.mask(0.34) & body & ~water
    plate.paint(crack, ICE, 0.30)
    plate.paint(shifted(crack, 0, 1) & ~crack & body & ~water, ICE, 0.94)


def _mirror(plate: Plate) -> None:
    """The sergeant, upside down in the water, and nobody else."""
    water, _ = _hole()
    x, _ = EYE.seen((JO[0] - 52, -120, 0))
    wide = 9 + 1.5 * np.sin(yy / 2.0)
    plate.paint(water & (np.abs(xx - x + 2 * np.sin(yy * 1.7)) < wide) & (yy % 5 < 4), WATER, 0.10)


def _shade(plate: Plate, spots: tuple[tuple[float, float, float, float], ...]) -> None:
    """Soft grey under whatever stands: (x, y, half across, half deep) in cm."""
    x, y = _ground()
    share = np.zeros((HEIGHT, WIDTH), dtype=np.float32)
    for at_x, at_y, across, deep in spots:
        share = np.maximum(share, smooth(1.25, 0.35, np.hypot((x - at_x) / across, (y - at_y) / deep)))
    water, _ = _hole()
    plate.veil(share * ~water * (yy > FAR_BANK), "39444d", 4, 0.55, 0.9)


def _puff(plate: Plate, x: float, y: float, size: float, seed: int) -> None:
    """A breath or a wisp of steam, eaten by noise."""
    away = np.hypot((xx - x) / (1.5 * size), (yy - y) / size)
    cloud = smooth(1.0, 0.2, away) * smooth(0.30, 0.62, fbm(xx / 8, yy / 6, 3, seed))
    plate.veil(cloud.astype(np.float32), "eef0ec", 4, 0.72, 0.9)


def river() -> Plate:
    """The other bank, the ice, the hole and the steam off it."""
    plate = Plate()
    _orchard(plate)
    _river(plate)
    _mirror(plate)
    basins = ((-230.0, 20.0, 50.0, 28.0), (148.0, 30.0, 40.0, 22.0))
    _shade(plate, (*((x, y + 4, 50.0, 34.0) for x, y, *_ in WOMEN), (*JO, 34.0, 20.0), *basins))
    steam = smooth(0.42, 0.70, fbm(xx / 46, yy / 15, 3, 13)) * smooth(150, 186, yy) * smooth(232, 206, yy)
    plate.veil((steam * smooth(130, 240, xx) * smooth(470, 400, xx)).astype(np.float32), "d4d8d7", 4, 0.55, 0.9)
    for number, (x, y, turn, *_) in enumerate(WOMEN):
        ahead = np.array([-np.sin(np.radians(turn)), np.cos(np.radians(turn))])
        px, py = EYE.seen((x + ahead[0] * 62 + 6, y + ahead[1] * 62, 60))
        _puff(plate, px + 6, py - 4, 9, 4 + number)
        _puff(plate, px + 20, py - 13, 11, 14 + number)
    px, py = EYE.seen((JO[0] - 26, JO[1], 150))
    _puff(plate, px, py, 7, 30)
    _puff(plate, px - 14, py - 6, 9, 33)
    return plate


def _scarf(plate: Plate, number: int) -> None:
    """One woman's head from behind: the scarf's corner lies on her back and swings to where she does not look."""
    x, y = EYE.seen(head_at(number))
    _, _, turn, cloth, _, _, bent = WOMEN[number]
    swing, squat = -float(np.sin(np.radians(turn - 180))), 1 - 0.12 * bent

    def put(points: Line) -> Line:
        aside = [a - 94 + swing * (0.40 * max(b - 78, 0) - 12) for a, b in points]
        return [(30 + SCARF * a, 24 + SCARF * squat * (b - 48)) for a, (_, b) in zip(aside, points, strict=True)]

    gain = {"rose": 0.92, "snow": 0.98, "reed": 0.80, "metal": 0.62}[cloth]
    cold, _ = carve(scarf(cloth, gain, put, SCARF), (60, 76), SCARF_LIGHTS, 0.22)
    plate.stamp(cold, table("road", "moon"), round(x) - 30, round(y) - 28)


def folk() -> Plate:
    """The stones, the women and the sergeant; all but one scarf gone grey."""
    plate = Plate()
    solids = bench()
    seen = look(solids, [], EYE, LAMPS, (0.0, 0.13))
    show(plate, seen, solids, "road", 1.4, "road", 0.8)
    people(plate)
    for number in range(3):
        _scarf(plate, number)
    sitter, (x, y) = CAST["jo"], EYE.seen(JO_HEAD)
    sitter = replace(sitter, face=replace(sitter.face, brow=0.03, lashes=0.2))  # so far off an eye is two pixels
    mood = replace(sitter.moods["plain"], yaw=34, pitch=12, look=(-0.5, -0.9), lids=0.6, inner_brow=0.05,
        outer_brow=0.02)
    face = likeness(sitter, mood, (60, 64), (30.0, 30.0), 13.5, SNOW_LIGHT, -5.0, closed=True)
    plate.stamp(face, table("road", "moon"), round(x) - 30, round(y) - 31)
    light = plate.rgb.astype(np.float32) @ np.array([0.30, 0.59, 0.11], dtype=np.float32)
    grey = light[..., None] * np.array([0.97, 1.0, 1.03], dtype=np.float32)
    dull = plate.shown
    plate.rgb[dull] = np.clip(np.round(0.32 * plate.rgb[dull] + 0.68 * grey[dull]), 0, 255).astype(np.uint8)
    _scarf(plate, 3)
    return plate


def front() -> Plate:
    """The bank we stand on, with the winter's reeds."""
    plate = Plate()
    points = [(-60, 300), (20, 296), (110, 304), (220, 322), (350, 330), (470, 324), (590, 304), (760, 290)]
    top = bank(
        plate,
        points,
        inks("3e4850 535e66 6b767d 858f94 a0a8ab b9bfbf cfd3d1"),
        23,
        [(40, 34, 46, 96), (664, 30, 44, 92), (330, 170, 10, 22)],
    )
    stems = plate.shown & (yy < top[None] + 16) & (plate.rgb.sum(-1) < 200)
    plate.paint(stems, inks("1c2228 2b3238 444c51 6a7072"), 0.15 + 0.7 * (spread(blue_noise(), HEIGHT, WIDTH) > 0.8))
    return plate


PICTURE = Picture(
    "washing_stones",
    "breath",
    (Layer(sky, 0.0), Layer(river, 0.1), Layer(folk, 0.2), Layer(front, 0.6)),
    ((190, 142), (255, 132), (338, 143), (436, 128)),
)
