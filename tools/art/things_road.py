"""Things of the check post and the road: barrier, brazier, carts, the truck, a banner, what is sold and stacked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import BULB, Thing, dot, line, made, part
from tools.art.noise import fbm
from tools.art.palette import NOTHING, index
from tools.art.shapes import Shape, Spot, box, capsule, cut, cylinder, ellipsoid, sphere, turned, union
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.things_letters import words


def wheel(x: float, y: float, radius: float, spokes: int, thick: float = 1.0) -> Shape:
    """A wheel standing on the ground, its side to the viewer; ``spokes`` 0 for a solid tyre."""
    hub = (x, y, radius)
    if not spokes:
        return turned(cylinder((x, y, radius - thick), thick * 2, radius), hub, np.pi / 2, 0)
    rim = cut(
        turned(cylinder((x, y, radius - thick), thick * 2, radius), hub, np.pi / 2, 0),
        turned(cylinder((x, y, radius - 9), 18, radius - 1.7), hub, np.pi / 2, 0),
    )
    pieces = [rim, sphere(hub, 1.6)]
    for i in range(spokes):
        angle = np.pi * 2 * i / spokes
        pieces.append(capsule(hub, (x + np.cos(angle) * (radius - 1), y, radius + np.sin(angle) * (radius - 1)), 0.5))
    return union(*pieces)


def barrier(is_open: bool) -> Thing:
    """A road pole with bands of paint on a post with a stone for a counterweight; up when open."""
    parts = [
        part(box((-26, 0, 11), (2.2, 2, 11)), "wood", 0.9, True),
        part(box((26, 0, 9), (1.4, 1.4, 9)), "wood", 0.8, True),
        part(box((26, 0, 18.6), (1.6, 2.6, 0.8)), "wood", 0.8, True),
    ]
    angle = -1.05 if is_open else 0.0
    pivot = (-26, 2.6, 20)
    for i in range(9):
        piece = capsule((-22 + i * 6, 2.6, 20), (-18.5 + i * 6, 2.6, 20), 1.3)
        parts.append(part(turned(piece, pivot, angle, 1), "rose" if i % 2 else "snow", 0.72 if i % 2 else 1.0))
    parts.append(part(turned(capsule((-33, 2.6, 20), (-22, 2.6, 20), 1.5), pivot, angle, 1), "wood", 0.9))
    parts.append(part(turned(box((-34.5, 2.6, 18), (2.6, 2.2, 3), 0.8), pivot, angle, 1), "metal", 1.0, True))
    return made(parts, 84, 70, 16, snow=0.7)


def brazier() -> Thing:
    """An oil drum with holes punched in it, burning: where the sentries stand."""
    drum = cut(cylinder((0, 0, 1.5), 15, 6.2), cylinder((0, 0, 9), 10, 5.2))
    parts = [part(drum, "metal", 0.8), part(cylinder((0, 0, 8), 5.4, 5.0), "lamp", 1.7)]
    for angle in (0.3, 2.8, 4.4):
        foot = (5.4 * np.cos(angle), 5 * np.sin(angle), 0)
        parts.append(part(capsule(foot, (foot[0], foot[1], 3), 1.1), "metal", 0.6))
    rng = np.random.default_rng(4)

    def fire(image: Indices, x: int, y: int) -> None:
        for dx, dy in ((-4, -6), (-1, -4), (2, -6), (4, -4), (-3, -2), (1, -1), (3, -2)):
            dot(image, x + dx, y + dy + 3, "lamp", 7)
            dot(image, x + dx, y + dy + 4, "lamp", 4)
        for dx in range(-4, 5):
            tall = int(rng.integers(2, 9) - abs(dx))
            for rise in range(max(tall, 1)):
                dot(image, x + dx, y - 12 - rise, "lamp", 8 - min(rise, 4) if abs(dx) < 3 else 5)
        for dx, rise in ((-3, 21), (2, 24), (4, 20)):
            dot(image, x + dx, y - rise, "lamp", 5)

    return made(parts, 24, 30, 10, snow=None, key=0.6, paint=fire)


def notice_board() -> Thing:
    """A roofed board on two posts with papers, some new, one torn."""
    parts = [
        part(box((-13, 0, 18), (1.2, 1.2, 18)), "wood", 0.9), part(box((13, 0, 18), (1.2, 1.2, 18)), "wood", 0.7),
        part(box((0, 0.4, 28), (14, 0.8, 8.5)), "olive", 0.9),
        part(box((0, 1.4, 37.4), (16, 3, 0.8)), "wood", 0.9, True),
        part(box((-7, 1.6, 29), (4.2, 0.3, 4.6)), "reed", 1.9),
        part(box((1.5, 1.6, 30), (2.8, 0.3, 3.8)), "snow", 1.7),
        part(box((8.4, 1.6, 27.6), (3.2, 0.3, 4.4)), "reed", 1.5),
    ]

    def words(image: Indices, x: int, y: int) -> None:
        for left, right, top, bottom in ((-10, -4, -25, -20), (0, 3, -25, -21), (6, 10, -24, -19)):
            for row in range(y + top, y + bottom, 2):
                line(image, x + left, row, x + right - (row % 3), row, index("wood", 3))

    return made(parts, 40, 38, 8, paint=words)


def cart() -> Thing:
    """A two-wheeled hand cart with side boards, sacks and a bundle of sticks."""
    parts = [
        part(box((0, 0, 11), (17, 9, 1)), "wood", 1.0, True), part(box((0, 9, 14), (17, 0.6, 3)), "wood", 1.2),
        part(box((0, -9, 14), (17, 0.6, 3)), "wood", 0.8), part(wheel(1, 11, 10, 8), "wood", 1.1),
        part(wheel(1, -11, 10, 8), "wood", 0.5),
        part(capsule((15, 6, 11), (36, 5, 6), 0.9), "wood", 1.1),
        part(capsule((15, -6, 11), (36, -5, 6), 0.9), "wood", 0.9),
        part(capsule((36, 5, 6), (36, -5, 6), 0.8), "wood", 1.0),
        part(ellipsoid((-8, 1, 16), (7, 6, 6)), "reed", 0.95, True),
        part(ellipsoid((4, -2, 15.6), (6, 6, 5)), "coat", 1.1, True),
    ]
    for i in range(6):
        parts.append(part(
            capsule((-4 + i * 0.6, 6, 14 + i % 3), (16, 4 - i * 1.3, 15 + i % 3), 0.7), "wood", 0.7 + 0.1 * i,
            True
        ))
    return made(parts, 90, 30, 18, snow=0.66)


def truck() -> Thing:
    """An old lorry of an army pattern, a wood-gas stove behind its cab, its bed sided with planks."""
    parts = [
        part(box((27, 0, 19), (9, 12, 9), 1.6), "olive", 1.1, True),
        part(box((40, 0, 14), (7, 9, 5.6), 1.8), "olive", 1.1, True),
        part(box((27, 12.1, 23), (5.4, 0.5, 3.6), 0.3), "ice", 0.55),
        part(box((22.4, 12.6, 17), (0.3, 0.3, 7)), "olive", 0.4),
        part(box((36.2, 0, 23), (0.5, 9, 3.4)), "ice", 0.6),
        part(box((46.6, 6.4, 14), (1, 1.8, 1.8), 0.6), "lamp", 0.9),
        part(box((45, 0, 8), (2, 11.4, 1.4), 0.4), "metal", 0.9, True),
        part(box((0, 0, 9), (46, 8, 1.6)), "metal", 0.5),
        part(box((-18, 0, 13), (27, 13, 1.2)), "wood", 1.0, True),
        part(box((-18, -13, 19), (27, 0.7, 6)), "wood", 0.7, True),
        part(box((-45, 0, 19), (0.7, 13, 6)), "wood", 0.9, True),
        part(cylinder((12, -5, 12), 24, 5), "metal", 0.9, True),
        part(cylinder((12, 7, 12), 15, 3.2), "metal", 0.8, True),
        part(capsule((12, -5, 34), (12, 7, 28), 1.2), "metal", 1.0),
        part(capsule((38, 11, 13), (30, 12, 9), 2.2), "olive", 0.9, True),
    ]
    for i in range(3):
        parts.append(part(box((-18, 13, 15 + i * 4), (27, 0.7, 1.6)), "wood", 1.15 - 0.12 * i, i == 2))
    for x in (-44.0, -27.0, -9.0, 8.0):
        parts.append(part(box((x, 13.8, 18.4), (0.8, 0.6, 6.4)), "metal", 0.9))
    for x in (36.0, -16.0, -34.0):
        parts += [
            part(wheel(x, 11, 7.6, 0, 2.4), "coat", 0.55),
            part(turned(cylinder((x, 13.6, 7), 1.2, 3), (x, 13.6, 7.6), np.pi / 2, 0), "metal", 1.3),
            part(wheel(x, -10, 7.6, 0, 2.4), "coat", 0.4),
        ]
    for x, y in ((-36, -4), (-24, 3), (-30, 5), (-12, -3), (-6, 5)):
        parts.append(part(ellipsoid((x, y, 17), (8, 6, 5)), "reed", 0.9, True))
    return made(parts, 116, 44, 24, snow=0.66)


def banner() -> Thing:
    """A cloth between two poles, stiff with frost, that says it is a special guard period."""
    parts = [
        part(capsule((-34, 0, 0), (-34, 0, 50), 1.2, 1.0), "wood", 0.9),
        part(capsule((34, 0, 0), (34, 0, 50), 1.2, 1.0), "wood", 0.8),
    ]
    for i in range(17):
        x = -32 + i * 4
        parts.append(part(
            box((x, 0.8 * np.sin(i * 1.1), 40 - 0.9 * np.sin(i / 16 * np.pi)), (2.2, 0.5, 7.4)), "rose",
            0.95 + 0.12 * np.sin(i * 1.1), True
        ))

    def painted(image: Indices, x: int, y: int) -> None:
        letters = words("특별 경비 기간")
        high, wide = letters.shape
        image[y - 36 : y - 36 + high, x - wide // 2 : x - wide // 2 + wide][letters] = index("reed", 8)
        for left in (-34, 33):
            dot(image, x + left, y + 1, "snow", 7)

    return made(parts, 80, 48, 8, snow=0.7, key=0.62, paint=painted)


def ditch_plank() -> Thing:
    """Two planks laid over a ditch, worn and icy."""
    parts = [
        part(box((-3.2, 0, 1.2), (2.9, 21, 0.9), 0.2, 0.04), "wood", 1.1, True),
        part(box((3.4, 1, 1.2), (2.8, 20, 0.9), 0.2, -0.03), "wood", 1.25, True),
        part(box((0, 17, 0.4), (7, 1.6, 0.7)), "wood", 0.7), part(box((0, -17, 0.4), (7, 1.6, 0.7)), "wood", 0.7),
    ]

    def bare(image: Indices, x: int, y: int) -> None:
        """Boots have kept the planks' middles free of snow."""
        rows, columns = np.where((image != NOTHING) & (image // 16 == 0))
        grain = fbm(columns / 9, rows / 3, 2, 4)
        trodden = fbm(columns / 3, rows / 6, 2, 3) + np.abs(rows - y) / 60 < 0.72
        for row, column, tone in zip(rows[trodden], columns[trodden], grain[trodden], strict=True):
            image[row, column] = index("wood", 4 + int(tone > 0.45) + int(tone > 0.62))

    return made(parts, 22, 26, 26, snow=0.8, paint=bare)


def wood_pile() -> Thing:
    """Split logs stacked against the cold, ends to the viewer, a board with snow on top."""
    rng = np.random.default_rng(8)
    parts = []
    for row in range(4):
        for i in range(8 - row % 2):
            x = -15 + i * 4.2 + (row % 2) * 2.1
            end = (x, 0, 2.2 + row * 3.7)
            log = turned(cylinder(end, 14 + rng.uniform(-1, 2), 2.1), end, -np.pi / 2, 0)
            parts.append(part(log, "wood" if rng.random() < 0.7 else "reed", 1.0 + 0.5 * rng.random()))
    parts.append(part(box((1, 9, 17.6), (17, 5, 0.7)), "wood", 0.9, True))
    return made(parts, 46, 22, 22, snow=0.7, ambient=0.24)


def stall() -> Thing:
    """A market stall: trestle, striped awning, crates of apples, cabbages and corn."""
    parts = [
        part(capsule((x, y, 0), (x, y, 48 if y < 0 else 43), 0.9), "wood", 0.9)
        for x in (-24, 24) for y in (-10, 10)
    ]
    parts.append(part(box((0, 2, 15), (24, 9, 1)), "wood", 1.0))
    for i in range(8):
        parts.append(part(
            turned(box((-24.5 + i * 7, 0, 45.5), (3.5, 14, 0.7)), (0, 0, 45.5), -0.22, 0),
            "olive" if i % 2 else "reed", 0.75 if i % 2 else 0.8
        ))
    rng = np.random.default_rng(2)
    for left, material, size, gain in ((-17, "rose", 1.9, 0.9), (-1, "olive", 2.8, 1.5), (15, "reed", 1.8, 1.4)):
        parts.append(part(box((left, 5, 17.4), (6.8, 6, 1.8)), "wood", 0.8))
        for _ in range(9):
            parts.append(part(
                sphere((left + rng.uniform(-5, 5), 5 + rng.uniform(-4, 4), 20), size), material,
                gain * rng.uniform(0.8, 1.2)
            ))
    parts.append(part(box((-26, 13, 4), (5, 4, 4), 0.4), "wood", 0.9))
    return made(parts, 70, 54, 20, snow=None, key=0.5, toward=BULB)


def bicycle() -> Thing:
    """A heavy bicycle on its stand, a carrier behind."""
    def metal(a: Spot, b: Spot, radius: float = 0.55, gain: float = 1.0) -> Part:
        return part(capsule(a, b, radius), "metal", gain)

    parts = [
        part(wheel(-11, 0, 8, 10, 0.5), "coat", 0.9), part(wheel(11, 0, 8, 10, 0.5), "coat", 0.9),
        metal((-11, 0, 8), (-3, 0, 8)), metal((-3, 0, 8), (-5, 0, 17)), metal((-3, 0, 8), (7, 0, 16.6)),
        metal((-5, 0, 16), (7.4, 0, 17.4), gain=1.3), metal((-11, 0, 8), (-5, 0, 15)),
        metal((11, 0, 8), (7, 0, 19)),
        metal((7, 0, 19), (6.4, 3, 20.6)), metal((7, 0, 19), (6.4, -3, 20.6)),
        part(ellipsoid((-5.6, 0, 18.6), (3, 1.6, 1)), "wood", 0.9),
        metal((-15, 0, 16), (-6, 0, 16), 0.7), metal((-14, 0, 16), (-11, 0, 8)),
        metal((-3, 0.5, 8), (-2, 1, 4)), metal((-4, 0, 7), (-7, 3, 0)),
        part(sphere((9.4, 0, 18), 1.2), "metal", 1.6),
    ]
    return made(parts, 46, 24, 8, snow=None, key=0.8, ambient=0.22)


THINGS: dict[str, Callable[[], Thing]] = {
    "barrier": partial(barrier, False), "barrier_open": partial(barrier, True), "brazier": brazier,
    "notice_board": notice_board, "cart": cart, "truck": truck, "banner": banner, "ditch_plank": ditch_plank,
    "wood_pile": wood_pile, "stall": stall, "bicycle": bicycle,
}  # fmt: skip
