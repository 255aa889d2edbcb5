"""Things of the washing place by day: holes in the ice, stones, baskets, a yoke, a sledge, the board with the hours."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.art.model import Thing, dot, drawn, empty, line, made, part
from tools.art.palette import index
from tools.art.shapes import box, capsule, common, cone, cut, cylinder, ellipsoid, sphere, turned
from tools.art.sheet import Indices
from tools.art.solid import Part


def water_hole() -> Thing:
    """A hole chopped in the river ice: black water, a white chewed rim, the slabs lifted out of it, a scoop."""
    image = empty(56, 40)
    rng = np.random.default_rng(6)
    rows, columns = np.mgrid[0:40, 0:56].astype(float)
    angle = np.arctan2((rows - 20) * 1.5, columns - 26)
    edge = 1 + 0.06 * np.sin(angle * 5 + 1) + 0.05 * np.sin(angle * 8 + 2)
    away = np.hypot((columns - 26) / 17, (rows - 20) / 10.5) / edge
    image[away < 1.28] = index("ice", 8)
    image[(away < 1.28) & (rows > 20)] = index("ice", 9)
    image[away < 1.08] = index("ice", 5)
    image[(away < 1.08) & (rows < 20)] = index("ice", 3)
    image[away < 0.92] = index("ice", 0)
    image[(away < 0.86) & (rows > 21) & (np.sin(columns * 0.5 + rows * 1.9) > 0.72)] = index("ice", 2)
    for x, y, wide in ((22, 22, 5), (30, 25, 4), (25, 17, 3)):
        line(image, x, y, x + wide, y, index("ice", 4))
    for x, y, wide, high in ((40, 26, 9, 6), (3, 25, 8, 6), (46, 21, 6, 4)):
        for row in range(high):
            for column in range(wide):
                step = 8 if row < high // 2 else 5
                shift = (high - row) // 2
                dot(image, x + column + shift, y + row, "ice", step - (column > wide - 2))
        line(image, x + high // 2, y, x + wide + high // 2 - 2, y, index("snow", 9))
    for _ in range(26):
        turn, out = rng.uniform(0, 2 * np.pi), rng.uniform(1.22, 1.5)
        dot(image, int(26 + 17 * out * np.cos(turn)), int(20 + 10.5 * out * np.sin(turn)), "ice",
            int(rng.integers(6, 9)))
    return drawn(image, (26, 20))


def wash_stone() -> Thing:
    """A flat stone worn smooth, ice at its foot, wet cloth folded on it and the bat that beats it."""
    slab = common(ellipsoid((0, 0, 2), (18, 11, 8)), box((0, 0, 3), (20, 14, 5.2)))
    parts = [
        part(slab, "metal", 1.05), part(ellipsoid((0, 7, -0.6), (20, 7, 2)), "ice", 1.25),
        part(box((-5, 0, 9), (6, 4, 1.1), 0.6, 0.2), "reed", 1.35),
        part(box((-6, 0, 11), (4.6, 3.4, 0.9), 0.6, 0.2), "coat", 1.3),
        part(capsule((5, -3, 9.4), (8, 1.4, 9.6), 1.7, 1.7), "wood", 1.7),
        part(capsule((8, 1.4, 9.6), (11, 6, 9.2), 0.9), "wood", 1.5),
    ]
    return made(parts, 44, 18, 18, snow=None, key=0.72)


def basket_wash() -> Thing:
    """A willow basket heaped with wrung washing, a sleeve hanging over its edge."""
    parts = [
        part(cut(cone((0, 0, 0), 9, 8.4, 11.4), cone((0, 0, 2), 9, 7, 10.4)), "reed", 0.95),
        part(ellipsoid((-3, 0, 8.6), (6, 6, 4.4)), "snow", 1.15),
        part(ellipsoid((5, 1, 8.6), (4.6, 5, 4)), "coat", 1.25),
        part(ellipsoid((0, 4, 9), (5, 4, 3)), "olive", 1.4),
        part(capsule((-6, 6, 10), (-9.4, 10, 3), 1.8, 1.3), "snow", 1.1),
        part(capsule((11, 0, 9), (11, 0, 14), 0.9), "reed", 0.9),
        part(capsule((-11, 0, 9), (-11, 0, 13), 0.9), "reed", 0.8),
    ]

    def woven(image: Indices, x: int, y: int) -> None:
        for row in range(image.shape[0]):
            for column in range(image.shape[1]):
                value = int(image[row, column])
                if value // 16 == 8 and (column // 2 + row // 2) % 2 and value % 16 > 1:
                    image[row, column] = value - 1

    return made(parts, 34, 18, 18, snow=None, key=0.75, paint=woven)


def _bucket(x: float, y: float, frozen: bool) -> list[Part]:
    """A zinc bucket with its handle up, full of water or skinned with ice."""
    pail = cut(cone((x, y, 0), 11, 4.6, 6.2), cone((x, y, 3), 10, 4.2, 5.4))
    bail = cut(
        turned(cylinder((x, y, 10), 1.2, 5.6), (x, y, 10.6), np.pi / 2, 0),
        turned(cylinder((x, y, 8), 5.2, 4.6), (x, y, 10.6), np.pi / 2, 0), box((x, y, 5), (8, 4, 5.6)),
    )
    return [
        part(pail, "metal", 1.3), part(cylinder((x, y, 8.4), 0.8, 5.2), "ice", 1.5 if frozen else 0.7),
        part(bail, "metal", 1.5), part(cylinder((x, y, 4.2), 0.8, 5.6), "metal", 0.7),
    ]


def water_yoke() -> Thing:
    """Two buckets and the yoke that carries them, set down across their rims."""
    parts = [*_bucket(-17, 2, False), *_bucket(17, 2, True)]
    for i in range(8):
        x0, x1 = -20 + i * 5, -15 + i * 5
        z0, z1 = (12.4 + 3 * np.cos(x / 20 * 1.2) for x in (x0, x1))
        parts.append(part(capsule((x0, 5, z0), (x1, 5, z1), 1.5), "wood", 1.35, False))
    for x in (-18, 18):
        parts.append(part(capsule((x, 5, 13), (x, 3, 16), 0.5), "metal", 1.3))
    return made(parts, 56, 18, 16, snow=None, key=0.72)


def sledge_child() -> Thing:
    """A child's ice sledge: a board on two runners of wire, and two sticks with nails to push with."""
    parts = [
        part(box((0, -4, 2), (11, 1.0, 2.2), 0.4), "wood", 0.8), part(box((0, 4, 2), (11, 1.0, 2.2), 0.4), "wood", 1.0),
        part(box((0, 4, 0.2), (12, 0.5, 0.5)), "metal", 1.6),
    ]
    for i in range(3):
        parts.append(part(box((-7.4 + i * 6.6, 0, 4.8), (2.5, 5.6, 0.9), 0.2), "wood", 1.2 + 0.25 * (i % 2), False))
    for y in (-4, 4):
        parts.append(part(capsule((8, y, 2), (14, y, 6), 1.0, 0.7), "wood", 1.0 if y < 0 else 1.3))
        parts.append(part(capsule((12, y, 0.6), (15.6, y, 5), 0.5), "metal", 1.7))
    parts.append(part(ellipsoid((-4, 0, 6.4), (4.6, 3.6, 1.3)), "olive", 1.1))
    for y, lean in ((9, 0.12), (11, -0.1)):
        stick = capsule((-9, y, 0.9), (10, y, 0.9), 0.8)
        parts.append(part(turned(stick, (0, y, 0), lean, 2), "wood", 1.5))
        parts.append(part(turned(capsule((10, y, 0.9), (13, y, 0.9), 0.45), (0, y, 0), lean, 2), "metal", 1.6))
    parts.append(part(capsule((11, -3, 4), (15, -7, 0.6), 0.5), "reed", 1.2))
    return made(parts, 38, 14, 20, snow=0.75)


def notice_bank() -> Thing:
    """The board of the bank's hours: two dials with hands, one for opening and one for closing, a line of strokes."""
    parts = [
        part(capsule((-12, 0, 0), (-12, 0, 34), 1.3), "wood", 0.9, True),
        part(capsule((12, 0, 0), (12, 0, 34), 1.3), "wood", 0.75, True),
        part(box((0, 1, 26), (15, 0.8, 9), 0.2), "snow", 2.1),
        part(box((0, 0.6, 26), (16, 0.7, 10), 0.2), "olive", 0.8, True),
        part(box((0, 1.4, 36.6), (17, 2.6, 0.8)), "wood", 0.9, True),
        part(ellipsoid((0, 2, 0), (17, 4, 2)), "snow", 1.0, True),
    ]

    def dials(image: Indices, x: int, y: int) -> None:
        for left, hand in ((-7, (-2, -2)), (6, (-1, -3))):
            for step in range(24):
                turn = step / 24 * 2 * np.pi
                dot(image, round(x + left + 4 * np.cos(turn)), round(y - 20 + 4 * np.sin(turn)), "coat", 2)
            line(image, x + left, y - 20, x + left, y - 23, index("coat", 1))
            line(image, x + left, y - 20, x + left + hand[0], y - 20 + hand[1] + 2, index("rose", 4))
        for column in range(x - 11, x + 12):
            if column % 4:
                dot(image, column, y - 14, "coat", 3)

    return made(parts, 42, 38, 8, snow=0.8, key=0.6, paint=dials)


def _post(image: Indices, x: int, y: int) -> None:
    """A thin stake, its foot at (x, y), snow on its head and the rope's loop near the top."""
    for row in range(y - 15, y + 1):
        for column, step in ((x - 1, 5), (x, 3), (x + 1, 2)):
            dot(image, column, row, "wood", step)
    for column in (x - 1, x, x + 1):
        dot(image, column, y - 16, "snow", 8)
        dot(image, column, y - 12, "reed", 6 if column < x + 1 else 4)
        dot(image, column, y - 11, "reed", 4)
    for column, step in ((-2, 6), (-1, 8), (1, 7), (2, 5)):
        dot(image, x + column, y + 1, "snow", step)


def _knots(image: Indices, x: int, y: int) -> None:
    """A rag tied to the rope, so that it is seen."""
    for column, row, step in ((0, 0, 4), (0, 1, 4), (1, 1, 3), (0, 2, 3), (1, 3, 3)):
        dot(image, x + column, y + row, "rose", step)


def rope_post() -> Thing:
    """A stake of the roped-off strip."""
    image = empty(12, 24)
    _post(image, 5, 20)
    return drawn(image, (5, 20))


def rope_e() -> Thing:
    """A sagging rope from this stake to the next one 32 px to the east."""
    image = empty(44, 30)
    for column in range(5, 38):
        share = (column - 5) / 32
        row = round(12 + 4 * 3.2 * share * (1 - share))
        dot(image, column, row, "reed", 6 if column % 3 else 4)
        dot(image, column, row + 1, "wood", 2 if column % 3 else 3)
    _knots(image, 20, 16)
    return drawn(image, (5, 24))


def rope_s() -> Thing:
    """A rope from this stake to the next one 32 px to the south, hanging in a slow curve."""
    image = empty(16, 60)
    for row in range(12, 45):
        share = (row - 12) / 32
        column = 5 + round(4 * 1.4 * share * (1 - share))
        dot(image, column, row, "reed", 6 if row % 3 else 4)
        dot(image, column + 1, row, "wood", 2)
    _knots(image, 7, 28)
    return drawn(image, (5, 24))


def _take(parts: list[Part], wide: int = 24) -> Thing:
    return made(parts, wide, 14, 12, snow=None, key=0.8, ambient=0.18)


def pebbles() -> Thing:
    """Five river pebbles in a hollow of the snow."""
    parts = [part(ellipsoid((0, 1, -0.8), (10, 6, 1.5)), "snow", 0.8)]
    for x, y, r, gain in ((-5, 0, 2.6, 0.8), (0, -2, 2.2, 0.55), (4.4, 0, 2.9, 0.7), (-1, 3, 2.6, 0.5),
        (4, 4, 1.8, 0.95)):
        parts.append(part(ellipsoid((x, y, 1.4), (r * 1.2, r, r * 0.75)), "metal", gain))
    return _take(parts)


def bread() -> Thing:
    """Two flat maize breads on a scrap of paper."""
    parts = [
        part(box((0, 0, 0.3), (9, 5.4, 0.3), 0.2, 0.15), "reed", 1.9),
        part(ellipsoid((-2.6, 0, 2.2), (5, 3.8, 2.2)), "reed", 1.25),
        part(ellipsoid((3.4, 1.4, 2.6), (4.6, 3.4, 2.2)), "lamp", 0.85),
    ]
    return _take(parts)


def white_cloth() -> Thing:
    """A bed sheet folded in four: white on white hides."""
    parts = [
        part(box((0, 0, 1.2), (9, 6, 1.2), 0.5, 0.1), "snow", 1.25),
        part(box((-0.6, -0.4, 3.4), (8, 5.2, 1.0), 0.5, 0.14), "snow", 1.5),
        part(box((3.4, 1, 4.8), (3.6, 4, 0.6), 0.4, 0.2), "snow", 1.7),
        part(box((0, 5.8, 1.8), (8.6, 0.4, 0.3), 0, 0.1), "coat", 1.0),
    ]
    return _take(parts)


def pole_long() -> Thing:
    """A peeled birch pole, longer than she is: one leans on it, or asks the ice with it."""
    parts = [part(turned(capsule((-27, 0, 1.2), (27, 0, 1.2), 1.4, 1.0), (0, 0, 0), -0.18, 2), "wood", 1.9)]
    for x in (-18, -6, 9, 20):
        knot = sphere((x, 0.8, 1.6), 1.0)
        parts.append(part(turned(knot, (0, 0, 0), -0.18, 2), "wood", 0.7))
    return _take(parts, 60)


def branch_pine() -> Thing:
    """A broken pine branch with its needles on: dragged behind, it sweeps."""
    parts = [part(capsule((-13, 2, 1.4), (10, -2, 1.4), 1.3, 0.6), "wood", 1.2)]
    rng = np.random.default_rng(3)
    for i in range(16):
        share = i / 15
        x, y = -3 + 14 * share, 0.4 - 2.4 * share
        for side in (-1, 1):
            long = (8.6 - 5 * share) * rng.uniform(0.75, 1.1)
            end = (x + long * 0.75, y + side * long * 0.62, 1.2 + rng.uniform(0, 1.6))
            parts.append(part(capsule((x, y, 1.6), end, 0.8, 0.45), "olive", 0.45 + 0.4 * rng.random(), False))
    return _take(parts, 40)


THINGS: dict[str, Callable[[], Thing]] = {
    "water_hole": water_hole, "wash_stone": wash_stone, "basket_wash": basket_wash, "water_yoke": water_yoke,
    "sledge_child": sledge_child, "notice_bank": notice_bank, "rope_post": rope_post, "rope_e": rope_e,
    "rope_s": rope_s,
    "pebbles": pebbles, "bread": bread, "white_cloth": white_cloth, "pole_long": pole_long, "branch_pine": branch_pine,
}  # fmt: skip
