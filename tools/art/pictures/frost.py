"""Frost on a bus window: ferns that grow in from the rubber, a view that a sleeve wiped, a palm's melted ring."""

from __future__ import annotations

import numpy as np

from tools.art.noise import fbm
from tools.art.pictures.parts import Bools, Floats, Line, Pen, Plate, inks, shifted, xx, yy

ICE = inks("8b979d a3adb1 b3bcbf bac2c4 c6cccd d0d5d4 dadedc e2e5e2 eef0ec")
Spot = tuple[float, float]


def _fern(pen: Pen, rng: np.random.Generator, at: Spot, heading: float, long: float, depth: int = 0) -> None:
    """One frond: a stem that curls, barbs on both sides that shorten to its tip, on the longest of them barbs again."""
    bend = rng.choice((-1, 1)) * rng.uniform(0.02, 0.07) if depth == 0 else rng.normal(0, 0.01)
    x, y = at
    stem: list[Spot] = [at]
    step = (6.4, 5.0, 3.0)[depth]
    count = int(long / step)
    for number in range(count):
        x, y = x + step * np.cos(heading), y + step * np.sin(heading)
        heading += bend
        stem.append((x, y))
        left = long * (1 - number / count)
        if depth < 2 and number > 0:
            for side in (-1, 1):
                barb = min(left * 0.42, 19.0 if depth == 0 else 5.0) * rng.uniform(0.6, 1.0)
                if barb > 3.2:
                    _fern(pen, rng, (x, y), heading + side * rng.uniform(0.75, 0.90), barb, depth + 1)
    if len(stem) > 1:
        pen.line(stem, (2.2, 1.1, 0.8)[depth], (0.8, 0.6, 0.6)[depth])


def grown(left: float, top: float, right: float, bottom: float, seed: int) -> Floats:
    """How much of each pixel is covered by ferns that stand along the edges of a pane (px)."""
    rng = np.random.default_rng(seed)
    pen = Pen()
    roots: list[tuple[Spot, float, float]] = []
    for x in np.arange(left + 14, right, 58.0):
        for turn in (-0.55, 0.1, 0.7):
            roots.append(((x + rng.normal(0, 5), bottom + 2), -np.pi / 2 + turn + rng.normal(0, 0.15),
                rng.uniform(50, 104)))
        roots.append(((x + rng.normal(0, 8), top - 2), np.pi / 2 + rng.normal(0, 0.5), rng.uniform(36, 70)))
    for y in np.arange(top + 16, bottom, 44.0):
        roots.append(((left - 2, y + rng.normal(0, 6)), rng.normal(0, 0.5), rng.uniform(44, 80)))
        roots.append(((right + 2, y + rng.normal(0, 6)), np.pi + rng.normal(0, 0.5), rng.uniform(44, 80)))
    for at, heading, long in roots:
        _fern(pen, rng, at, heading, long)
    return pen.cover()


def frost(plate: Plate, glass: Bools, pane: tuple[float, float, float, float], wiped: Floats, more: Floats,
        seed: int) -> Bools:
    """On the ``glass`` of a pane (left, top, right, bottom in px): a milky edge, ferns on it and beyond it.

    ``wiped`` is 1 where it was rubbed away, 0 where it stands; ``more`` px of milk than elsewhere. Answers where it is.
    """
    left, top, right, bottom = pane
    edge = np.minimum(np.minimum(xx - left, right - xx), np.minimum((yy - top) * 1.1, (bottom - yy) * 0.8))
    ferns = grown(*pane, seed)
    stands = glass & (wiped < 0.5)
    deep = edge + 40 * (fbm(xx / 34, yy / 34, 2, seed) - 0.5) - more
    milk = stands & (deep < 30)
    plate.paint(milk, ICE, 0.50 - 0.012 * deep)
    frond = stands & (ferns > 0.40)
    plate.ink(shifted(frond, 1, 1) & milk & ~frond, "a3adb1")
    plate.paint(frond, ICE, np.where(milk, 0.97, 0.80))
    heap = milk & (wiped > 0.26 + 0.36 * fbm(xx / 18, yy / 18, 2, seed))
    plate.ink(heap, "eef0ec")
    plate.ink(heap & shifted(~stands, 0, -1), "bac2c4")
    return milk


def melted(palm: Line, thumb: Line) -> tuple[Bools, Bools]:
    """Where a warm hand has cleared the glass about itself, and the wet rim of that."""
    away = Pen().area(palm).area(thumb)
    solid = away.mask()
    wide = solid.copy()
    rim = solid
    for number in range(10):
        near = wide | shifted(wide, 1, 0) | shifted(wide, -1, 0) | shifted(wide, 0, 1) | shifted(wide, 0, -1)
        if number % 2:
            near |= shifted(wide, 1, 1) | shifted(wide, -1, 1) | shifted(wide, 1, -1) | shifted(wide, -1, -1)
        rim, wide = near & ~wide, near
    return wide, rim
