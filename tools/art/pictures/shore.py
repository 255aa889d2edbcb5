"""The near bank of a night river: snow in relief, reeds, and the steps of whoever came this way."""

from __future__ import annotations

import numpy as np

from tools.art.dither import blue_noise, spread
from tools.art.noise import fbm, smooth
from tools.art.palette import Table
from tools.art.pictures.parts import HEIGHT, WIDTH, Floats, Line, Pen, Plate, curve, shifted, xx, yy


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


def bank(plate: Plate, points: Line, colours: Table, seed: int, spots: list[tuple[float, float, int, float]]) -> Floats:
    """A bank with a lip of snow and reeds around each (x, spread, count, height); answers its edge by column."""
    rng = np.random.default_rng(seed)
    edge = curve(points)
    top = np.interp(xx[0], [p[0] for p in edge], [p[1] for p in edge])
    top = np.asarray(top + 5 * (fbm(xx[0] / 28, xx[0] * 0, 3, seed) - 0.5), np.float32)
    deep = yy - top[None]
    ground = deep >= 0
    relief = fbm((0.94 * xx + 0.5 * deep) / 70, deep / 11, 3, seed, 0.4) - 0.5
    plate.paint(ground, colours, 0.62 - deep * 0.011 + 0.62 * relief + 0.3 * smooth(3.5, 0.5, deep), 0.4)
    pen = Pen()
    for centre, reach, count, tall in spots:
        for _ in range(count):
            x = rng.normal(centre, reach)
            foot = float(np.interp(x, xx[0], top)) + rng.uniform(2, 14)
            _reeds(pen, rng, x, foot, tall * rng.uniform(0.45, 1.1), 0.24)
    stems = pen.mask(0.40)
    plate.ink(stems, "04060d")
    lit = stems & ~shifted(stems, -1, 0) & (spread(blue_noise(), HEIGHT, WIDTH) < 0.55) & (deep < -4)
    plate.ink(lit, "1c2f55")
    return top


def footprints(plate: Plate, start: tuple[float, float], end: tuple[float, float], seed: int) -> None:
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
