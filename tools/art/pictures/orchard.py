"""First light on the far side: rows of pear trees in blue snow, one line of small steps, a blue door, smoke."""

from __future__ import annotations

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.pictures.parts import WIDTH, Bools, Floats, Layer, Line, Pen, Picture, Plate, area, curve, inks, shifted, xx, yy

SKY = inks("17224a 22305e 344474 515b87 7a7496 a98d9b d3a597 eebf93 f9d69f fdeab9")
SNOW = inks("0e1738 16224a 203060 2e4379 435c93 5f79aa 829abf a9b8cf d0ced6 f1dccb fdeacb")
DARK = inks("090e22 101734 192347 26325c 374673")
RIM = inks("53486c 8a6475 c48a74 f0b581 fbd9a0")
WALL = inks("3a4066 575a7e 7b7890 a5969d c9b1a4 e6cba9 f5e1bd")
ROOF = inks("1b2346 2a355f 43557f 6b80a6 9dafc6 d6d2d0 f8e0b8")
VANISH = (242.0, 118.0)
DAWN = 168.0
"""Where along the horizon the sun will come up."""
DOOR = (455.0, 214.0)
"""The foot of the door."""


def sky() -> Plate:
    """Night going out at the top, apricot at the rim, one star that has not noticed."""
    plate = Plate()
    away = np.abs(xx - DAWN) / 480
    bars = fbm(xx / 180 + 0.3 * fbm(xx / 50, yy / 12, 2, 3), yy / 10, 4, 6, 0.42)
    rise = np.clip(yy / 116, 0, 1)
    tone = 0.06 + 0.66 * rise**2.1 + 0.34 * smooth(1.0, 0.0, np.hypot(away * 0.9, (yy - 116) / 96))
    lit = smooth(0.52, 0.60, bars) * smooth(16, 60, yy)
    tone = tone + 0.12 * lit * smooth(0.9, 0.1, away) - 0.09 * lit * smooth(0.2, 0.9, away)
    plate.paint(yy < 150, SKY, tone, 0.4)
    for x, y, size in ((548, 34, 2), (610, 62, 1), (470, 18, 1), (655, 24, 1)):
        star = np.abs(xx - x) + np.abs(yy - y) < size
        plate.ink(star, "fdeab9" if size > 1 else "a9b8cf")
    return plate


def hills() -> Plate:
    """Low hills, their crests just touched, and a village road with poplars."""
    plate = Plate()
    x = xx[0]
    for base, swell, width, seed, tone in ((112, 40, 160, 14, 0.46), (121, 24, 100, 9, 0.34)):
        top = base - swell * smooth(0.2, 0.9, fbm(x / width, x * 0 + 3, 3, seed, 0.36))
        deep = yy - top[None]
        glow = 0.22 * smooth(330, 20, np.abs(xx - DAWN))
        patch = fbm((xx + deep) / 44, yy / 8, 3, seed)
        plate.paint((deep > 0) & (yy < 150), SNOW, tone + glow + 0.10 * (patch - 0.5) + 0.005 * deep, 0.3)
        plate.paint((deep > 2) & (yy < 150) & (patch > 0.60), SNOW, tone - 0.12 + 0.6 * glow, 0.2)
        plate.paint((deep > 0) & (deep < 1.6) & (np.abs(xx - DAWN) < 260), RIM, 0.55 + 1.4 * glow)
    return plate


def _away(y: Floats | float) -> Floats:
    """How far (1 at the lower edge of the picture) a row of the ground is."""
    return np.asarray((360 - VANISH[1]) / np.maximum(np.asarray(y, dtype=np.float32) - VANISH[1], 0.5))


def _ground(plate: Plate) -> None:
    """Snow, blue, furrowed along the rows; light lies on what faces the horizon."""
    body = yy > VANISH[1] + 5 + 3 * (fbm(xx / 40, xx * 0, 2, 3) - 0.5)
    far = _away(yy)
    lean = (xx - VANISH[0]) * far / 242
    relief = fbm(lean * 7, far * 9, 3, 8, 0.42) - 0.5
    glow = smooth(360, 0, np.abs(xx - DAWN)) * smooth(300, VANISH[1], yy)
    tone = 0.39 + 0.15 * relief + 0.26 * glow + 0.10 * smooth(6, 1, far)
    furrow = np.abs((lean / 0.4 + 0.5) % 1 - 0.5)
    tone = tone + 0.07 * smooth(0.16, 0.08, furrow) - 0.07 * smooth(0.36, 0.46, furrow)
    plate.paint(body, SNOW, tone, 0.22)
    lip = body & (relief > 0.10) & (shifted(relief > 0.10, 0, 1) == 0) & (far < 5)
    plate.paint(lip, SNOW, 0.60 + 0.34 * glow)


def _branch(pen: Pen, rng: np.random.Generator, spot: tuple[float, float], angle: float, long: float, thick: float, left: int) -> None:
    """A limb that forks; a pear tree's shoots all go up in the end."""
    bend = angle + (-np.pi / 2 - angle) * 0.22 + rng.normal(0, 0.10)
    mid = (spot[0] + 0.5 * long * np.cos(angle), spot[1] + 0.5 * long * np.sin(angle))
    tip = (mid[0] + 0.5 * long * np.cos(bend), mid[1] + 0.5 * long * np.sin(bend))
    pen.line([spot, mid, tip], max(thick, 0.7), max(thick * 0.62, 0.6))
    if left == 0 or long < 2.2:
        return
    for side in (-1, 1):
        turn = bend + side * rng.uniform(0.26, 0.62)
        _branch(pen, rng, tip, turn, long * rng.uniform(0.60, 0.80), thick * 0.60, left - 1)
    if rng.random() < 0.55:
        _branch(pen, rng, mid, bend + rng.choice([-1, 1]) * rng.uniform(0.5, 0.8), long * 0.5, thick * 0.42, left - 1)


def _tree(pen: Pen, rng: np.random.Generator, x: float, foot: float, tall: float, forks: int) -> None:
    """A pruned pear tree: a short trunk, then four limbs like the fingers of an open hand."""
    trunk = tall * 0.27
    sway = rng.normal(0, 0.03) * tall
    pen.line([(x - sway * 0.2, foot + tall * 0.01), (x, foot - trunk * 0.5), (x + sway, foot - trunk)], tall * 0.062, tall * 0.048)
    pen.line([(x - tall * 0.045, foot + tall * 0.012), (x, foot - trunk * 0.25), (x + tall * 0.045, foot + tall * 0.012)], tall * 0.03)
    for lean in (-0.86, -0.30, 0.28, 0.84):
        angle = -np.pi / 2 + lean + rng.normal(0, 0.07)
        _branch(pen, rng, (x + sway, foot - trunk), angle, tall * 0.26 * rng.uniform(0.9, 1.1), tall * 0.034, forks)


def _dress(plate: Plate, trees: Bools, tone: float) -> None:
    """Trees in blue-black; the side toward the dawn is warm, what lies level holds snow."""
    plate.paint(trees, DARK, tone + 0.16 * smooth(260, 130, yy))
    toward = trees & ~shifted(trees, 1, 0) & (xx > DAWN) | trees & ~shifted(trees, -1, 0) & (xx <= DAWN)
    share = smooth(470, 30, np.abs(xx - DAWN))
    keep = fbm(xx / 5, yy / 7, 2, 4) > 0.60 - 0.28 * share
    plate.paint(toward & keep, RIM, 0.12 + 0.80 * share)
    level = trees & ~shifted(trees, 0, 1) & shifted(trees, 1, 0) & shifted(trees, -1, 0)
    plate.paint(level & (fbm(xx / 4, yy / 4, 2, 9) > 0.56), SNOW, 0.66 + 0.2 * share)


ROWS = (-4.7, -3.9, -3.1, -2.3, -1.5, -0.7, 0.1, 0.9, 1.7, 2.5, 3.3, 4.1, 4.9, 5.7, 6.5)
"""Where the rows of trees cut the lower edge of the picture, in 242 px from the vanishing point."""


NEAR = ((96.0, 262.0, 176.0), (620.0, 268.0, 176.0))
"""Foot (x, y) and height of the two nearest trees, which drift by themselves."""


def _stands(x: float, foot: float) -> bool:
    """Whether a tree may stand here: not in the yard, nor in front of the house."""
    return not (366 < x < 580 and 192 < foot < 246)


def _rows(plate: Plate, near: float, far: float) -> None:
    """The trees of all rows between two distances, far ones first."""
    rng = np.random.default_rng(int(near * 100))
    step, distance = 1.26, far
    stems, shade = Pen(), Pen()
    mounds = Pen()
    while distance > near:
        for row in ROWS:
            x = VANISH[0] + row * 242 / distance + rng.normal(0, 1.5) / distance
            foot = VANISH[1] + 242 / distance
            if not (-40 < x < WIDTH + 40) or not _stands(x, foot):
                continue
            tall = 196 / distance * rng.uniform(0.92, 1.06)
            _tree(stems, rng, x, foot, tall, 4 if distance < 3 else 3 if distance < 6 else 2)
            mounds.oval(x, foot + 1.5 / distance, 17 / distance, 4.2 / distance)
            run = (x - DAWN) * 0.30 * 2 / max(distance, 1.5)
            shade.area(
                [
                    (x - 6 / distance, foot), (x + 6 / distance, foot),
                    (x + run + 15 / distance, foot + 70 / distance), (x + run - 15 / distance, foot + 70 / distance),
                ]
            )
        distance /= step
    for x, foot, tall in NEAR:
        mounds.oval(x, foot + 2, 20, 5)
        run = (x - DAWN) * 0.32
        shade.area([(x - 6, foot), (x + 6, foot), (x + run + 26, foot + 0.52 * tall), (x + run - 8, foot + 0.52 * tall)])
    plate.veil((shade.mask(0.4) & (yy > VANISH[1] + 8)).astype(np.float32), "16224a", 1, 0.40, 0.0)
    heap = mounds.mask(0.4) & (yy > VANISH[1] + 6)
    plate.paint(heap, SNOW, 0.56 + 0.26 * smooth(300, 30, np.abs(xx - DAWN)))
    plate.paint(heap & ~shifted(heap, -1, -1), SNOW, 0.36)
    _dress(plate, stems.mask(0.36), 0.30)


def _house(plate: Plate) -> None:
    """A long low farmhouse, its end to the dawn: pale walls, thatch under snow, and the door."""
    left, right, ground, eaves, ridge = 398.0, 534.0, 213.0, 178.0, 153.0
    end = area([(left, ground), (left, eaves), (left - 17, eaves - 3), (left - 17, ground - 6)])
    front = area([(left, ground + 1), (right, ground + 1), (right, eaves - 2), (left, eaves - 2)])
    rough = fbm(xx / 14, yy / 7, 3, 6) - 0.5
    plate.paint(front, WALL, 0.50 + 0.28 * smooth(right, left, xx) - 0.10 * smooth(eaves + 9, eaves, yy) + 0.22 * rough, 0.3)
    plate.paint(end, WALL, 0.92 + 0.2 * rough, 0.3)
    stone = front & (yy > ground - 6) | end & (yy > ground - 11)
    plate.paint(stone, WALL, 0.20 + 0.4 * (fbm(xx / 5, yy / 3, 2, 2) - 0.4))
    posts = Pen()
    for x in (left + 1, left + 44, left + 70, left + 104, right - 1):
        posts.line([(x, eaves - 2), (x, ground)], 2.2)
    posts.line([(left, ground - 6), (right, ground - 6)], 1.4)
    plate.ink(posts.mask(0.4), "3b3450")
    roof_line: Line = [
        (left - 26, eaves - 4), (left - 14, ridge + 6), (left + 4, ridge), (left + 60, ridge + 3), (right - 22, ridge + 1),
        (right - 2, ridge + 8), (right + 12, eaves + 1), (right - 30, eaves + 2), (left + 40, eaves), (left - 6, eaves + 2),
    ]
    roof = area(roof_line, True)
    drape = fbm(xx / 16, yy / 9, 3, 5) - 0.5
    plate.paint(roof, ROOF, 0.60 + 0.26 * smooth(left + 60, left - 10, xx) - 0.016 * (yy - ridge) + 0.26 * drape, 0.25)
    plate.paint(roof & ~shifted(roof, 0, 1) | shifted(roof & ~shifted(roof, 0, 1), 0, 1) & roof, ROOF, 0.96 - 0.2 * smooth(left, right, xx))
    under = roof & ~shifted(roof, 0, -3)
    plate.paint(under & (yy > eaves - 8), ROOF, 0.12)
    plate.ink(shifted(under, 0, 2) & (yy > eaves - 4) & front, "47466c")
    ice = Pen()
    rng = np.random.default_rng(2)
    for x in np.arange(left + 4, right, 5.3):
        ice.line([(x, eaves + 1), (x + 0.3, eaves + 3 + rng.uniform(1, 6))], 1.2, 0.5)
    plate.ink(ice.mask(0.4), "bfcbdc")
    _openings(plate, left, ground, eaves)
    _chimney(plate, right, ground)
    drift = ground - 2 + 4 * fbm(xx[0] / 22, xx[0] * 0, 2, 4)
    bank = (yy > drift[None]) & (yy < ground + 6) & (xx > left - 24) & (xx < right + 22) & (np.abs(xx - DOOR[0]) > 10)
    plate.paint(bank, SNOW, 0.62 - 0.05 * (yy - ground) + 0.2 * smooth(right, left, xx), 0.3)


def _openings(plate: Plate, left: float, ground: float, eaves: float) -> None:
    """The blue door, and two papered windows, one with a candle behind it."""
    x, foot = DOOR
    frame = area([(x - 11, foot), (x + 11, foot), (x + 11, eaves), (x - 11, eaves)])
    plate.ink(frame, "2a2c50")
    door = area([(x - 9, foot), (x + 9, foot), (x + 9, eaves + 2), (x - 9, eaves + 2)])
    plate.paint(door, inks("14509a 1b66ba 2b80d2 4f9ce0"), 0.62 - 0.4 * smooth(x - 9, x + 9, xx) + 0.3 * (fbm(xx / 2, yy / 14, 2, 6) - 0.5))
    plate.ink(door & ((np.abs(xx - x) < 0.6) | (np.abs(yy - eaves - 16) < 0.6)), "0f3a78")
    plate.ink(np.hypot(xx - x - 6, yy - foot + 15) < 1.3, "f0c88a")
    step = area([(x - 13, foot + 4), (x + 13, foot + 4), (x + 12, foot), (x - 12, foot)])
    plate.ink(step, "8f97b4")
    for at, glow in ((left + 24, True), (left + 92, False)):
        pane = area([(at - 11, eaves + 20), (at + 11, eaves + 20), (at + 11, eaves + 6), (at - 11, eaves + 6)])
        plate.ink(pane, "e7b36a" if glow else "7d86a8")
        plate.veil((smooth(13, 2, np.hypot(xx - at + 2, yy - eaves - 15)) * pane) if glow else pane * 0.0, "ffe6ac", 3, 0.8, 0.6)
        bars = Pen().line([(at - 11, eaves + 13), (at + 11, eaves + 13)], 1.0)
        for k in (-11, -5.5, 0, 5.5, 11):
            bars.line([(at + k, eaves + 6), (at + k, eaves + 20)], 1.0)
        plate.ink(bars.mask(0.4), "3b3450")


def _chimney(plate: Plate, right: float, ground: float) -> None:
    """A hollow log for a chimney, standing apart as they do here, and a thread of smoke."""
    x = right + 18
    log = area([(x - 5, ground), (x + 5, ground), (x + 4, 152), (x - 4, 152)])
    plate.paint(log, inks("1c1b36 332d4c 574661 8f6a72"), 0.70 - 0.07 * (xx - x + 5) + 0.3 * (fbm(xx / 2, yy / 14, 2, 3) - 0.5))
    cap = area([(x - 6, 153), (x + 6, 153), (x + 4, 148), (x - 4, 148)], True)
    plate.paint(cap, SNOW, 0.86)


def _smoke(plate: Plate) -> None:
    """Straight up while the air is still, then it remembers the river and leans."""
    x, top = 552.0, 147.0
    up = (top - yy) / 140
    lean = 3 * np.sin(up * 5.2) + 30 * smooth(0.45, 1.0, up) ** 2
    body = np.abs(xx - x + lean) < 1.4 + 6.5 * up
    torn = fbm((xx + lean) / 6, yy / 12, 3, 7) > 0.20 + 0.36 * up
    share = body & torn & (up > 0) & (up < 1)
    edge = (xx - x + lean) / (1.4 + 6.5 * up)
    plate.paint(share, inks("515b87 6f7398 9a92a6 c9ada6 eac6a4"), 0.66 - 0.34 * edge - 0.36 * up, 0.5)


def _steps(plate: Plate) -> None:
    """Her steps from the river, small and close together, to the door; they stop once, to look."""
    way = curve([(292, 372), (312, 330), (342, 296), (374, 268), (412, 246), (440, 230), (454, 219)], fine=40)
    hollow, lip = Pen(), Pen()
    at, side, gone = way[0], 1, 0.0
    for ahead in way[1:]:
        gone += float(np.hypot(ahead[0] - at[0], ahead[1] - at[1]))
        size = (at[1] - VANISH[1]) / 242
        if gone > 17 * size**1.15:
            norm = np.hypot(ahead[0] - at[0], ahead[1] - at[1]) + 1e-6
            across = (-(ahead[1] - at[1]) / norm, (ahead[0] - at[0]) / norm)
            x, y = at[0] + side * across[0] * 6.5 * size, at[1] + side * across[1] * 3.0 * size
            hollow.oval(x, y, 5.0 * size, 2.7 * size)
            lip.oval(x + 0.8 * size, y + 1.8 * size, 5.2 * size, 2.4 * size)
            side, gone = -side, 0.0
        at = ahead
    plate.ink(lip.mask(0.4), "a9b8cf")
    plate.ink(hollow.mask(0.36), "16224a")


def orchard() -> Plate:
    """The ground, the far rows, the house."""
    plate = Plate()
    _ground(plate)
    _rows(plate, 2.1, 15.0)
    _smoke(plate)
    _house(plate)
    yard = Pen().line([(388, 219), (380, 205)], 1.2)
    for number in range(12):
        x = 566 + number * 11
        yard.line([(x, 214 + number * 0.9), (x, 201 + number * 0.8)], 1.5)
    yard.line([(566, 204), (700, 215)], 1.1).line([(566, 209), (700, 221)], 1.1)
    plate.ink(yard.mask(0.4), "222b52")
    _steps(plate)
    return plate


def near() -> Plate:
    """The nearest trees of the rows, and their shadows over the snow."""
    plate = Plate()
    rng = np.random.default_rng(31)
    stems = Pen()
    for x, foot, tall in NEAR:
        _tree(stems, rng, x, foot, tall, 5)
    _dress(plate, stems.mask(0.36), 0.10)
    return plate


def front() -> Plate:
    """A great old tree at the edge, so near that it is only a shape, and the rough snow at its foot."""
    plate = Plate()
    rng = np.random.default_rng(12)
    pen = Pen()
    pen.area(curve([(-40, 380), (-14, 300), (-6, 200), (-10, 96), (-30, -10), (20, -10), (24, 90), (30, 200), (40, 300), (70, 380)], True))
    for start, angle, long, thick in (((14, 150), -0.72, 72, 10), ((14, 90), -1.1, 70, 9), ((20, 210), -0.36, 50, 6)):
        _branch(pen, rng, start, angle, long, thick, 4)
    _dress(plate, pen.mask(0.4), 0.04)
    top = 340 - 12 * smooth(250, 0, xx[0]) - 9 * smooth(470, 700, xx[0]) + 5 * fbm(xx[0] / 24, xx[0] * 0, 3, 8)
    # A dip where she came up from the river, so that her steps are not hidden.
    top = np.asarray(top + 34 * smooth(110, 30, np.abs(xx[0] - 300)), np.float32)
    ground = yy > top[None]
    plate.paint(ground, SNOW, 0.22 + 0.16 * smooth(9, 0, yy - top[None]) + 0.2 * (fbm(xx / 26, yy / 6, 3, 9) - 0.5), 0.25)
    grass = Pen()
    for _ in range(70):
        x = rng.choice([rng.normal(110, 60), rng.normal(640, 40)])
        if 200 < x < 400:
            continue
        foot = float(np.interp(x, xx[0], top)) + rng.uniform(2, 12)
        tall, lean = rng.uniform(8, 30), rng.normal(0.2, 0.2)
        grass.line([(x + lean * tall * t * t, foot - tall * t) for t in np.linspace(0, 1, 6)], 1.1, 0.5)
    plate.ink(grass.mask(0.36), "101734")
    return plate


PICTURE = Picture(
    "orchard_dawn", "light", (Layer(sky, 0.0), Layer(hills, 0.06), Layer(orchard, 0.16), Layer(near, 0.34), Layer(front, 0.7))
)
