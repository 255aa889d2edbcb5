"""First light on the far side: rows of pear trees in blue snow, one line of small steps, a blue door, smoke."""

from __future__ import annotations

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.pictures.farm import SNOW, house, smoke
from tools.art.pictures.parts import (
    WIDTH,
    Bools,
    Floats,
    Layer,
    Pen,
    Picture,
    Plate,
    curve,
    inks,
    shifted,
    xx,
    yy,
)

SKY = inks("17224a 22305e 344474 515b87 7a7496 a98d9b d3a597 eebf93 f9d69f fdeab9")
DARK = inks("090e22 101734 192347 26325c 374673 4b5c8b 6577a3")
RIM = inks("53486c 8a6475 c48a74 f0b581 fbd9a0")
VANISH = (242.0, 118.0)
DAWN = 168.0
"""Where along the horizon the sun will come up."""


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
    furrow = np.abs((lean / 0.42 + 0.5) % 1 - 0.5)
    tone = tone + 0.07 * smooth(0.16, 0.08, furrow) - 0.07 * smooth(0.36, 0.46, furrow)
    plate.paint(body, SNOW, tone, 0.22)
    lip = body & (relief > 0.10) & (shifted(relief > 0.10, 0, 1) == 0) & (far < 5)
    plate.paint(lip, SNOW, 0.60 + 0.34 * glow)


def _branch(
    pen: Pen, rng: np.random.Generator, spot: tuple[float, float], angle: float, long: float, thick: float, left: int
) -> None:
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
    pen.line(
        [(x - sway * 0.2, foot + tall * 0.01), (x, foot - trunk * 0.5), (x + sway, foot - trunk)],
        tall * 0.062,
        tall * 0.048,
    )
    pen.line(
        [(x - tall * 0.045, foot + tall * 0.012), (x, foot - trunk * 0.25), (x + tall * 0.045, foot + tall * 0.012)],
        tall * 0.03,
    )
    for lean in (-0.86, -0.30, 0.28, 0.84):
        angle = -np.pi / 2 + lean + rng.normal(0, 0.07)
        _branch(pen, rng, (x + sway, foot - trunk), angle, tall * 0.26 * rng.uniform(0.9, 1.1), tall * 0.034, forks)


def _dress(plate: Plate, trees: Bools, tone: float, haze: Floats | float = 0.0) -> None:
    """Trees in blue-black, paler with ``haze`` 0..1; the side toward the dawn is warm, what lies level holds snow."""
    plate.paint(trees, DARK, tone * 0.6 + 0.7 * haze)
    toward = trees & ~shifted(trees, 1, 0) & (xx > DAWN) | trees & ~shifted(trees, -1, 0) & (xx <= DAWN)
    share = smooth(470, 30, np.abs(xx - DAWN))
    keep = fbm(xx / 5, yy / 7, 2, 4) > 0.62 - 0.24 * share + 0.08 * haze
    plate.paint(toward & keep, RIM, (0.12 + 0.80 * share) * (1 - 0.35 * haze))
    level = trees & ~shifted(trees, 0, 1) & shifted(trees, 1, 0) & shifted(trees, -1, 0)
    plate.paint(level & (fbm(xx / 4, yy / 4, 2, 9) > 0.56), SNOW, 0.66 + 0.2 * share)


ROWS = tuple(0.42 + 0.84 * number for number in range(-6, 8))
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
    shade, mounds = Pen(), Pen()
    ranks: list[tuple[float, Pen]] = []
    while distance > near:
        stems = Pen()
        ranks.append((distance, stems))
        for row in ROWS:
            x = VANISH[0] + row * 242 / distance + rng.normal(0, 1.5) / distance
            foot = VANISH[1] + 242 / distance
            if not (-40 < x < WIDTH + 40) or not _stands(x, foot):
                continue
            tall = 178 / distance * rng.uniform(0.92, 1.06)
            _tree(stems, rng, x, foot, tall, 4 if distance < 3 else 3 if distance < 6 else 2)
            mounds.oval(x, foot + 1.5 / distance, 17 / distance, 4.2 / distance)
            run = (x - DAWN) * 0.30 * 2 / max(distance, 1.5)
            shade.area(
                [
                    (x - 6 / distance, foot),
                    (x + 6 / distance, foot),
                    (x + run + 15 / distance, foot + 70 / distance),
                    (x + run - 15 / distance, foot + 70 / distance),
                ]
            )
        distance /= step
    for x, foot, tall in NEAR:
        mounds.oval(x, foot + 2, 20, 5)
        run = (x - DAWN) * 0.32
        shade.area(
            [(x - 6, foot), (x + 6, foot), (x + run + 26, foot + 0.52 * tall), (x + run - 8, foot + 0.52 * tall)]
        )
    plate.veil((shade.mask(0.4) & (yy > VANISH[1] + 8)).astype(np.float32), "16224a", 1, 0.40, 0.0)
    heap = mounds.mask(0.4) & (yy > VANISH[1] + 6)
    plate.paint(heap, SNOW, 0.56 + 0.26 * smooth(300, 30, np.abs(xx - DAWN)))
    plate.paint(heap & ~shifted(heap, -1, -1), SNOW, 0.36)
    for distance, stems in ranks:
        _dress(plate, stems.mask(0.36), 0.30, smooth(2.0, 12.0, distance))


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
    smoke(plate)
    house(plate)
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
    pen.area(
        curve(
            [
                (-40, 380),
                (-14, 300),
                (-6, 200),
                (-10, 96),
                (-30, -10),
                (20, -10),
                (24, 90),
                (30, 200),
                (40, 300),
                (70, 380),
            ],
            True,
        )
    )
    for start, angle, long, thick in (((14, 150), -0.72, 72, 10), ((14, 90), -1.1, 70, 9), ((20, 210), -0.36, 50, 6)):
        _branch(pen, rng, start, angle, long, thick, 4)
    _dress(plate, pen.mask(0.4), 0.04)
    top = 340 - 12 * smooth(250, 0, xx[0]) - 9 * smooth(470, 700, xx[0]) + 5 * fbm(xx[0] / 24, xx[0] * 0, 3, 8)
    # A dip where she came up from the river, so that her steps are not hidden.
    top = np.asarray(top + 34 * smooth(110, 30, np.abs(xx[0] - 300)), np.float32)
    ground = yy > top[None]
    plate.paint(
        ground, SNOW, 0.22 + 0.16 * smooth(9, 0, yy - top[None]) + 0.2 * (fbm(xx / 26, yy / 6, 3, 9) - 0.5), 0.25
    )
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
    "orchard_dawn",
    "light",
    (Layer(sky, 0.0), Layer(hills, 0.06), Layer(orchard, 0.16), Layer(near, 0.34), Layer(front, 0.7)),
)
