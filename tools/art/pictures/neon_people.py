"""The stalls of the night street, a cart, and the curtain between them and her."""

from __future__ import annotations

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.palette import table
from tools.art.pictures.hands import Grip, back
from tools.art.pictures.neon_view import AMBER, NIGHT, at
from tools.art.pictures.parts import HEIGHT, WIDTH, Line, Pen, Plate, Table, area, inks, shifted, xx, yy
from tools.art.pictures.relief import Light, Piece, carve

POTS = ((-352.0, -40.0, 74.0), (40.0, -30.0, 82.0), (222.0, -36.0, 60.0))
AWNINGS = (
    (-430, -270, inks("1a0a1c 3a1230 6a1c46 98305c")), (-40, 150, inks("0a1424 12284a 1d4470 3a6a94")),
    (190, 330, inks("12140a 2a2c14 4a4a20 76702e")),
)


def stalls(plate: Plate) -> None:
    """Three stalls: striped cloth on poles, a bulb, a pot, what is for sale in heaps, somebody behind."""
    for left, right, cloth in AWNINGS:
        middle = (left + right) / 2
        px, py = at(middle, -6, 138)
        lit = np.hypot(xx - px, (yy - py - 14) * 1.1)
        under = area([at(left, -90, 175), at(right, -90, 175), at(right, -10, 0), at(left, -10, 0)])
        plate.paint(under & (lit < 62), AMBER, 0.44 - 0.34 * lit / 62, 0.5)
        _bundled(plate, middle - 24, -80, NIGHT, 0.40)
        counter = area([at(left + 6, -14, 82), at(right - 6, -14, 82), at(right - 6, -10, 0), at(left + 6, -10, 0)])
        plate.paint(counter, inks("120a10 241418 3a2420 5a3a26"), 0.5 - 0.3 * smooth(10, 60, np.abs(xx - px)), 0.4)
        top = area([at(left + 2, -62, 84), at(right - 2, -62, 84), at(right - 2, -12, 84), at(left + 2, -12, 84)])
        plate.paint(top, AMBER, 0.56 - 0.22 * lit / 60, 0.4)
        rng = np.random.default_rng(int(right) % 97)
        for _ in range(34):
            x, y = at(rng.uniform(left + 14, right - 14), rng.uniform(-56, -18), 88)
            heap = np.hypot(xx - x, (yy - y) * 1.2)
            plate.paint(heap < 2.6, AMBER if rng.random() < 0.6 else inks("122010 2a4a1c 5a8a34 a8cc70"),
                0.9 - 0.2 * heap - 0.35 * (np.abs(x - px) > 22))
        roof = area([
            at(left - 10, -100, 196), at(right + 10, -100, 196), at(right + 14, 0, 168), at(left - 14, 0, 168)])
        stripe = ((xx - px) * 0.16 + 0.02 * (yy - py)) % 1 < 0.5
        plate.paint(roof, cloth, 0.42 + 0.4 * stripe, 0.3)
        fringe = area([at(left - 14, 0, 168), at(right + 14, 0, 168), at(right + 14, 0, 156), at(left - 14, 0, 156)])
        plate.paint(fringe, cloth, 0.75 + 0.25 * stripe)
        snow = roof & (fbm(xx / 15, yy / 6, 2, int(left) % 50) > 0.52)
        plate.paint(snow, NIGHT, 0.90 - 0.14 * (fbm(xx / 5, yy / 3, 2, 2)), 0.3)
        poles = Pen()
        for x in (left - 4, right + 4):
            poles.line([at(x, -6, 165), at(x, -6, 0)], 1.6)
        plate.ink(poles.mask(0.4), "0f0f25")
        bulb = np.hypot(xx - px, yy - py)
        plate.paint((bulb < 9) & ((xx + yy) % 2 < 1), AMBER, 0.86 - 0.05 * bulb)
        plate.ink(bulb < 2.7, "fffbe6")
    for x, y, _ in POTS:
        px, py = at(x, y, 96)
        pot = area([(px - 8, py - 4), (px + 8, py - 4), (px + 7, py + 6), (px - 7, py + 6)])
        plate.ink(pot, "23244e")
        plate.ink(np.hypot((xx - px) / 8.4, (yy - py + 4) / 2.8) < 1, "fdecb8")


def _bundled(plate: Plate, x: float, y: float, coat: Table, tone: float) -> None:
    """Whoever sells, in a padded coat, from above; the counter hides the rest."""
    (fx, fy), (hx, hy) = at(x, y, 0), at(x, y, 158)
    tall = fy - hy
    shoulder, chest, hem = hy + tall * 0.13, hy + tall * 0.26, fy - tall * 0.24
    shape = Pen().area([(fx - tall * 0.15, hem), (hx - tall * 0.19, chest), (hx - tall * 0.10, shoulder),
        (hx + tall * 0.10, shoulder), (hx + tall * 0.19, chest), (fx + tall * 0.16, hem)]).mask()
    plate.paint(shape, coat, tone + 0.18 * smooth(6, -6, xx - hx) - 0.1 * smooth(hy, fy, yy), 0.3)
    plate.paint(shape & ~shifted(shape, 1, 1), coat, tone + 0.38)
    head = np.hypot((xx - hx) / (tall * 0.095), (yy - hy - tall * 0.07) / (tall * 0.115)) < 1
    plate.ink(head, "7a4058")
    plate.ink(head & (yy < hy + tall * 0.075), "23244e")
    plate.ink(head & ~shifted(head, 0, 1) | (head & ~shifted(head, 1, 0)), "7c82bf")


def cart(plate: Plate) -> None:
    """A cart of cabbages, its shaft toward the man who draws it."""
    box = [at(-96, 150, 66), at(20, 150, 66), at(14, 196, 60), at(-102, 196, 60)]
    floor = [at(-102, 196, 60), at(14, 196, 60), at(10, 196, 34), at(-98, 196, 34)]
    wheel = at(-40, 200, 30)
    plate.paint(np.hypot((xx - wheel[0]) / 36, (yy - wheel[1] - 13) / 6) < 1, NIGHT, 0.02)
    plate.ink(area(box), "2a161a")
    rng = np.random.default_rng(3)
    for _ in range(26):
        x, y = at(rng.uniform(-88, 6), rng.uniform(156, 190), 74 + rng.uniform(0, 14))
        ball = np.hypot(xx - x, (yy - y) * 1.15)
        plate.paint(ball < 4.3, inks("0e1c14 1c3a24 3a6a3a 78a060 c4dca4"), 0.95 - 0.19 * ball, 0.3)
    plate.ink(area(floor), "4a2a24")
    plate.ink(area(floor) & (yy % 5 < 1), "2a161a")
    plate.ink(Pen().oval(*wheel, 10, 10.5, 1.8).mask(0.4), "54546e")
    plate.ink(Pen().line([(wheel[0] - 10, wheel[1]), (wheel[0] + 10, wheel[1])], 0.9).line(
        [(wheel[0], wheel[1] - 10), (wheel[0], wheel[1] + 10)], 0.9).mask(0.4), "34344c")
    plate.ink(Pen().line([at(12, 184, 58), (341, 254)], 2.2).mask(0.4), "6e4632")


def _edge(side: int) -> Line:
    """Where a curtain ends toward the gap, top to bottom."""
    base = 176 if side < 0 else 530
    return [(base + side * 7 * np.sin(y / 74 + side) + (14 * np.exp(-((y - 214) / 60) ** 2) if side > 0 else 0), y)
        for y in range(-20, 381, 20)]


def curtain() -> Plate:
    """Dark cloth on both sides, the street's colours along its hems, and the hand that holds it open."""
    plate = Plate()
    for side in (-1, 1):
        line = _edge(side)
        far = -40 if side < 0 else WIDTH + 40
        cloth = area([*line, (far, 380), (far, -20)])
        hem = np.interp(yy[:, 0], [y for _, y in line], [x for x, _ in line]).astype(np.float32)[:, None]
        away = np.abs(xx - hem)
        fold = np.sin(away * 0.115 + 0.7 * np.sin(yy / 90)) + 0.4 * np.sin(away * 0.27 + yy / 70)
        tone = 0.10 + 0.10 * fold + 0.34 * smooth(26, 0, away)
        plate.paint(cloth, NIGHT, tone, 0.26)
        light = cloth & (away < 4)
        upper = smooth(300, 60, yy)
        plate.paint(light, inks("2b0a22 681546 b82c6c f36596") if side < 0 else inks("0a262f 0d5650 23a479 97e6b9"),
            0.30 + 0.65 * upper * smooth(4, 0, away), 0.6)
    grip = Grip((612, 226), -4, 1.0, True, 0.86)
    lights = (Light((-0.86, -0.25, 0.10), 0.62), Light((-0.3, -0.6, 0.6), 0.14))
    cuff = [(594, 204), (610, 198), (640, 196), (730, 190), (730, 290), (640, 264), (608, 254), (594, 246)]
    arm = Piece(cuff, "coat", 20, 0.9, 0.8, reach=5, shade=0.6)
    image = carve([*back(grip, 1.0), arm], (WIDTH, HEIGHT), lights, 0.06)[0]
    plate.stamp(image, table("street", "moon"), 0, 0)
    return plate
