"""The road north from Yanji at daybreak: poplars, a truck of cabbages, long light. Hope, without a promise."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.pictures.parts import HEIGHT, WIDTH, Layer, Line, Pen, Picture, Plate, area, inks, shifted, xx, yy
from tools.art.pictures.tableau import Lamp, Solid, View, look, show
from tools.art.shapes import Shape, box, capsule, cut, cylinder, ellipsoid, smooth_union, sphere, turned, union

SKY = inks("2b3560 3f4a78 5d638e 8480a2 ad9bab d3b4a8 efcda6 fbe3b4 fff3d2")
LAND = inks("171c38 222a4e 333d68 4c5584 6e719c 9890ae c2adb4 e6cdb8 f9e6c8 fff6e2")
DARK = inks("0d1024 151a34 20264a 2f355e 474a74")
VANISH = (366.0, 172.0)
SUN = (508.0, 147.0)


def sky() -> Plate:
    """A sky that has not decided yet; thin bars of cloud lit from under."""
    plate = Plate()
    away = np.hypot((xx - SUN[0]) * 0.55, (yy - SUN[1]) * 1.05)
    tone = 0.16 + 0.46 * np.clip(yy / 172, 0, 1) ** 1.5 + 0.42 * smooth(230, 0, away)
    bars = fbm(xx / 170 + 0.3 * fbm(xx / 40, yy / 12, 2, 3), yy / 13, 4, 12, 0.42)
    lit = smooth(0.50, 0.60, bars) * smooth(10, 70, yy)
    tone = tone + 0.15 * lit * smooth(330, 60, away) - 0.10 * lit * smooth(150, 380, away)
    plate.paint(yy < 190, SKY, tone, 0.5)
    disc = np.hypot(xx - SUN[0], yy - SUN[1])
    plate.ink(disc < 9.5, "fffbe6")
    plate.veil(smooth(34, 9, disc) * 0.9, "fff3d2", 4, 0.7, 0.8)
    pen = Pen()
    for number in range(9):
        x, y = 250 + number * 13 + 7 * np.sin(number * 2.2), 66 + abs(number - 4) * 5 + 3 * np.sin(number * 3.1)
        pen.line([(x - 4, y - 1.5), (x, y + 0.8), (x + 4.4, y - 2)], 0.9)
    plate.ink(pen.mask(0.34), "333d68")
    return plate


def hills() -> Plate:
    """Low hills, a village, three smokes going straight up."""
    plate = Plate()
    x = xx[0]
    for base, swell, width, seed, tone in ((166, 44, 170, 4, 0.50), (176, 30, 110, 9, 0.36)):
        top = base - swell * smooth(0.15, 0.9, fbm(x / width, x * 0 + 1, 3, seed, 0.36))
        deep = yy - top[None]
        glow = 0.20 * smooth(260, 20, np.abs(xx - SUN[0]))
        patch = fbm((xx + deep) / 44, yy / 8, 3, seed)
        plate.paint((deep > 0) & (yy < 196), LAND, tone + glow + 0.14 * (patch - 0.5) + 0.006 * deep, 0.4)
        plate.paint((deep > 1) & (yy < 190) & (patch > 0.60), LAND, tone - 0.12 + glow * 0.6, 0.3)
    roofs, caps = Pen(), Pen()
    for at, w, h in ((150, 18, 8), (176, 14, 7), (198, 20, 9), (226, 13, 7), (247, 17, 8), (112, 15, 7)):
        roofs.area([(at - w / 2, 184), (at + w / 2, 184), (at + w / 2, 184 - h), (at - w / 2, 184 - h)])
        caps.area([(at - w / 2 - 2, 184 - h), (at, 184 - h * 1.7), (at + w / 2 + 2, 184 - h)])
    plate.paint(roofs.mask(), LAND, 0.20)
    plate.paint(caps.mask(), LAND, 0.72)
    for at, tall in ((152, 70), (212, 46), (245, 78)):
        up = (176 - yy) / tall
        bend = 10 * smooth(0.5, 1.0, up) ** 2
        body = (np.abs(xx - at - bend - 2.2 * np.sin(yy / 9) * up) < 1.6 + 5.5 * up) & (up > 0) & (up < 0.86)
        body &= fbm(xx / 5, yy / 11 + at, 3, 7) > 0.22 + 0.30 * up
        plate.paint(body, LAND, 0.56 + 0.22 * (xx > at + bend), 0.3)
    return plate


def _ground(plate: Plate) -> None:
    """Fields under snow with rows of stubble, the road between them, light lying along it."""
    vx, vy = VANISH
    depth = np.clip((yy - vy) / (HEIGHT - vy), 0.003, 1)
    lean = (xx - vx) / (yy - vy + 0.01)
    body = yy > vy + 4
    along = 8 / (depth + 0.04)
    relief = fbm(lean * 6 + 3, along * 0.7, 3, 5, 0.42) - 0.5
    glow = 0.22 * smooth(300, 10, np.abs(xx - SUN[0] - 0.3 * (yy - vy)))
    tone = 0.46 + glow * (1 - 0.6 * depth) + 0.26 * relief + 0.10 * (1 - depth)
    plate.paint(body, LAND, tone, 0.35)
    rows = (
        (np.abs((lean * 2.6) % 1 - 0.5) < 0.09)
        & (np.abs(lean) > 1.75)
        & (fbm(xx / 5, yy / 2.2, 2, 8) > 0.52)
        & (depth > 0.11)
    )
    plate.paint(rows & body, LAND, 0.26 + 0.3 * glow)
    road = body & (np.abs(lean) < 1.12)
    packed = fbm(lean * 9, along * 1.6, 3, 21) - 0.5
    plate.paint(road, LAND, 0.40 + glow * 1.3 + 0.20 * packed, 0.35)
    for side, wide in ((-0.62, 0.10), (-0.20, 0.10), (0.26, 0.10), (0.68, 0.10)):
        rut = road & (np.abs(lean - side - 0.02 * np.sin(along)) < wide)
        plate.paint(rut, LAND, 0.30 + glow * 1.1 + 0.3 * packed, 0.3)
        plate.paint(rut & (lean - side > wide * 0.55), LAND, 0.58 + glow)
    bank = body & (np.abs(np.abs(lean) - 1.24) < 0.12)
    plate.paint(bank, LAND, 0.66 + glow + 0.3 * relief, 0.3)
    plate.paint(bank & (lean < 0) & (np.abs(lean) < 1.20), LAND, 0.34)


def _poplar(pen: Pen, rng: np.random.Generator, x: float, foot: float, tall: float) -> None:
    """A bare Lombardy poplar: one stem, branches that all reach up."""
    pen.line(
        [(x + tall * 0.004 * np.sin(t * 5), foot - tall * t) for t in np.linspace(0, 1, 7)], max(tall * 0.024, 0.9), 0.5
    )
    for number in range(int(18 + tall * 0.26)):
        start = rng.uniform(0.07, 0.86)
        side = rng.choice([-1, 1])
        out = tall * 0.085 * np.sin(np.pi * min(start * 0.86 + 0.16, 1)) * rng.uniform(0.3, 1)
        rise = min(tall * rng.uniform(0.15, 0.30), tall * (1.0 - start) * rng.uniform(0.55, 1))
        y = foot - tall * start
        mid, tip = (x + side * out * 0.8, y - rise * 0.36), (x + side * out * 0.95, y - rise)
        pen.line([(x, y), mid, tip], max(tall * (0.0056 if number % 4 else 0.010), 0.7), 0.4)


def _rows(plate: Plate) -> None:
    """Two rows of poplars and their shadows, which all point away from the sun."""
    rng = np.random.default_rng(6)
    vx, vy = VANISH
    stems, shade, feet = Pen(), Pen(), Pen()
    for z in (1.0, 1.32, 1.72, 2.2, 2.8, 3.6, 4.6, 5.8, 7.4, 9.4, 12.0):
        for side in (-1, 1):
            if side > 0 and z < 1.2:
                continue
            x = vx + side * 292 / z + rng.normal(0, 3) / z
            foot, tall = vy + 116 / z, (300 + rng.normal(0, 16)) / z
            _poplar(stems, rng, x, foot, tall)
            feet.oval(x, foot + 1.2 / z, 8 / z, 2.2 / z)
            # The sun is low and behind: a shadow runs toward us and away from it.
            dx, dy = (x - SUN[0]) / z * 0.0 + (x - SUN[0]) * 0.62, 116 / z * 0.95
            shade.area(
                [(x - 3.4 / z, foot), (x + 3.4 / z, foot), (x + dx + 15 / z, foot + dy), (x + dx - 15 / z, foot + dy)]
            )
    dark = shade.mask(0.4) & (yy > vy + 6)
    plate.veil(dark * 1.0, "2b3564", 1, 0.46, 0.0)
    plate.paint(feet.mask(0.4) & (yy > vy + 4), LAND, 0.72)
    trees = stems.mask(0.33)
    far = smooth(70, 330, np.abs(xx - vx))
    plate.paint(trees, DARK, 0.80 - 0.62 * far)
    lit = trees & ~shifted(trees, -1, 0) & (xx < SUN[0])
    plate.paint(lit, inks("6a4a5e 9c6a66 cf9670 f0c48a"), 0.25 + 0.6 * smooth(330, 40, np.abs(xx - SUN[0])))
    other = trees & ~shifted(trees, 1, 0) & (xx >= SUN[0])
    plate.paint(other, inks("6a4a5e 9c6a66 cf9670 f0c48a"), 0.25 + 0.6 * smooth(330, 20, np.abs(xx - SUN[0])))


EYE = View((0, 1230, 250), (0, 0, 150), 420.0, (356.0, 192.0))
LAMPS = (Lamp((760.0, -900.0, 330.0), 2.4, 1500.0), Lamp((-500.0, 1400.0, 900.0), 0.55, 1800.0, cold=True))


@cache
def _truck() -> tuple[Solid, ...]:
    """A small blue truck from behind, its bed heaped with cabbages under a net; someone has tied down the load."""
    x = 88.0
    bed = cut(box([x, 0, 128], [104, 170, 40], 3), box([x, -6, 140], [96, 160, 40]))
    ribs = [box([x + k, 171, 128], [3, 3, 38]) for k in (-98, -49, 0, 49, 98)]
    slats = [box([x, 172, z], [104, 2.4, 3.4]) for z in (98, 128, 158)]
    chassis = box([x, 0, 78], [60, 165, 10])
    wheels = [turned(cylinder([x + s * 80, 96, 40 - 14], 30, 40), [x + s * 80, 96, 40], np.pi / 2, 1) for s in (-1, 1)]
    cab = smooth_union(6, box([x, -230, 150], [96, 60, 70], 12), box([x, -225, 200], [88, 50, 34], 14))
    lamps = [box([x + s * 86, 172, 86], [11, 4, 7], 2) for s in (-1, 1)]
    guard = box([x, 168, 66], [92, 5, 7], 2)
    flaps = [box([x + s * 80, 128, 44], [22, 2, 20]) for s in (-1, 1)]
    rng = np.random.default_rng(12)
    heads: list[Shape] = []
    pale: list[Shape] = []
    for number in range(58):
        level = number // 20
        across, ahead = rng.uniform(-86, 86) * (1 - 0.22 * level), rng.uniform(-130, 160) * (1 - 0.1 * level)
        z = 168 + 24 * level + 16 * (1 - (across / 92) ** 2)
        shape = ellipsoid([x + across, ahead, z], [21 + rng.uniform(-3, 3), 20, 18])
        (pale if rng.random() < 0.4 else heads).append(shape)
    ropes = [capsule([x - 104, a, 165], [x - 50, a + 4, 226], 2.4) for a in (150, 40)]
    ropes += [capsule([x - 50, a + 4, 226], [x + 50, a + 4, 226], 2.4) for a in (150, 40)]
    ropes += [capsule([x + 50, a + 4, 226], [x + 104, a, 165], 2.4) for a in (150, 40)]
    return (
        Solid(bed, "coat", 1.0),
        Solid(union(*ribs, *slats), "coat", 1.2),
        Solid(chassis, "wood", 0.6),
        Solid(union(*wheels), "wood", 0.5),
        Solid(cab, "coat", 0.95),
        Solid(union(*lamps), "rose", 1.2),
        Solid(union(guard), "metal", 0.9),
        Solid(union(*flaps), "wood", 0.55),
        Solid(union(*heads), "olive", 1.5),
        Solid(union(*pale), "reed", 1.35),
        Solid(union(*ropes), "reed", 1.0),
        Solid(smooth_union(5, sphere([x - 44, 70, 262], 17), ellipsoid([x - 44, 74, 246], [17, 15, 12])), "rose", 1.6),
        Solid(
            smooth_union(
                8, ellipsoid([x - 44, 66, 222], [30, 24, 30]), capsule([x - 66, 74, 226], [x - 20, 78, 226], 11)
            ),
            "coat",
            0.9,
        ),
    )


def _exhaust(plate: Plate, x: float, y: float) -> None:
    """The truck's breath in the cold."""
    away = np.hypot((xx - x) / 1.6, yy - y)
    cloud = 0.8 * smooth(22, 4, away) * smooth(0.28, 0.62, fbm(xx / 10, yy / 7, 3, 14))
    plate.veil(cloud.astype(np.float32), "f3d9bd", 4, 0.62, 0.9)


def valley() -> Plate:
    """Fields, poplars, the road and the truck going north on it."""
    plate = Plate()
    _ground(plate)
    _rows(plate)
    left, right = EYE.seen((-16, 60, 0)), EYE.seen((192, 60, 0))
    shadow: Line = [left, right, (right[0] - 62, right[1] + 56), (left[0] - 104, left[1] + 56)]
    plate.veil(area(shadow) * smooth(left[1] + 62, left[1] + 4, yy), "20264a", 4, 0.62, 0.9)
    seen = look(_truck(), [], EYE, LAMPS, (0.04, 0.10), 3)
    show(plate, seen, _truck(), "road", 0.8, "river", 0.9)
    for side in (-86, 86):
        x, y = EYE.seen((88 + side, 177, 86))
        plate.ink(np.hypot((xx - x) / 1.6, yy - y) < 2.4, "f0573a")
        plate.veil(smooth(11, 2, np.hypot(xx - x, yy - y)) * 0.7, "f0573a", 3, 0.5, 0.9)
    x, y = EYE.seen((30, 190, 46))
    _exhaust(plate, x - 26, y + 4)
    return plate


def front() -> Plate:
    """A great poplar close to us, dry grass, a milestone with nothing on it that we can read."""
    plate = Plate()
    rng = np.random.default_rng(17)
    pen = Pen()
    trunk = [
        (626, 372),
        (632, 300),
        (636, 200),
        (640, 90),
        (646, -20),
        (664, -20),
        (664, 90),
        (668, 200),
        (676, 300),
        (692, 372),
    ]
    for start, end, wide in (
        ((644, 150), (596, -10), 7),
        ((658, 110), (700, -20), 7),
        ((640, 60), (618, -20), 5),
        ((650, 210), (700, 96), 5),
        ((620, 70), (588, 20), 2.4),
        ((611, 40), (606, -10), 2.2),
    ):
        pen.line([start, ((start[0] * 0.45 + end[0] * 0.55) - 4, (start[1] + end[1]) / 2 + 6), end], wide, 1.6)
    body = area(trunk) | pen.mask(0.4)
    bark = fbm(xx / 4, yy / 26, 3, 5)
    plate.paint(body, DARK, 0.12 + 0.5 * (bark - 0.3) * (bark > 0.5))
    rim = body & ~shifted(body, 1, 0)
    plate.paint(rim | (shifted(rim, 1, 0) & body & (bark > 0.45)), inks("9c6a66 cf9670 f0c48a"), 0.3 + 0.7 * bark)
    top = 338 - 30 * smooth(430, 700, xx[0]) + 12 * smooth(240, 0, xx[0]) * -1 + 4 * fbm(xx[0] / 20, xx[0] * 0, 3, 8)
    ground = yy > top[None]
    plate.paint(
        ground, LAND, 0.30 + 0.20 * smooth(10, 0, yy - top[None]) + 0.2 * (fbm(xx / 24, yy / 6, 3, 9) - 0.5), 0.35
    )
    stone = area([(96, 350), (96, 300), (102, 290), (118, 290), (124, 300), (124, 352)])
    plate.paint(stone, LAND, 0.32 + 0.4 * (xx > 118) + 0.2 * (fbm(xx / 6, yy / 6, 2, 4) - 0.5), 0.3)
    plate.ink(stone & (yy < 296), "e6cdb8")
    grass = Pen()
    for _ in range(130):
        x = rng.choice([rng.normal(70, 60), rng.normal(610, 60), rng.uniform(0, WIDTH)])
        foot = float(np.interp(x, xx[0], top)) + rng.uniform(2, 14)
        tall, lean = rng.uniform(10, 44), rng.normal(-0.2, 0.2)
        grass.line([(x + lean * tall * t * t, foot - tall * t) for t in np.linspace(0, 1, 6)], 1.2, 0.5)
    blades = grass.mask(0.36)
    plate.ink(blades, "151a34")
    plate.ink(blades & ~shifted(blades, -1, 0) & (fbm(xx / 6, yy / 9, 2, 3) > 0.55), "b98a78")
    return plate


PICTURE = Picture("road_on", "light", (Layer(sky, 0.0), Layer(hills, 0.06), Layer(valley, 0.18), Layer(front, 0.7)))
