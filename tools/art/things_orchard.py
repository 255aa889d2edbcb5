"""Things of the orchard bank: pruned pear trees, the 2012 fence, haystacks, crates, the camera on its pole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import BULB, Thing, dot, drawn, empty, line, made, part
from tools.art.palette import index
from tools.art.shapes import box, capsule, cone, cut, ellipsoid, sphere
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.things_nature import _lumpy, _straw

Stroke = tuple[float, float, float, float, float]


def _scaffold(seed: int, lift: float) -> list[Stroke]:
    """A tree kept low by the saw: a short trunk, four or five arms bent outward, stubs and upright water shoots."""
    rng = np.random.default_rng(seed)
    fork = 14 + rng.uniform(-2, 2)
    strokes: list[Stroke] = [(0, 0, rng.uniform(-1, 1), -fork, 5.0)]
    for lean in (-1.15, -0.62, 0.05, 0.6, 1.12):
        x, y, thick, way = strokes[0][2], -fork, 2.9, lean + rng.normal(0, 0.08)
        for piece in range(6):
            long = 6.4 - 0.4 * piece
            x1, y1 = x + np.sin(way) * long, y - np.cos(way) * long * lift
            strokes.append((x, y, x1, y1, thick))
            if piece > 1 or (piece == 1 and abs(lean) > 0.5):
                for side in (-1, 1):
                    if rng.random() < 0.72:
                        tip = 0.35 * way + side * rng.uniform(0.1, 0.6)
                        size = rng.uniform(4.0, 8.5)
                        strokes.append((x1, y1, x1 + np.sin(tip) * size, y1 - np.cos(tip) * size, 1.0))
            x, y, thick = x1, y1, thick * 0.8
            way = way * 0.80 + rng.normal(0, 0.12)
    return strokes


def pear_tree(seed: int, lift: float = 1.0, shift: int = 0) -> Thing:
    """A pear tree in winter: trunk limed white to the knee, snow along its arms, a strip of red rag to mark it."""
    strokes = _scaffold(seed, lift)
    rng = np.random.default_rng(seed + 7)
    image, middle, foot = empty(96, 84), 48, 76
    for x0, y0, x1, y1, thick in sorted(strokes, key=lambda stroke: -stroke[4]):
        count = max(1, round(thick))
        for i in range(count):
            off = middle + i - (count - 1) / 2
            step = 4 if count > 1 and i == 0 else 1 if count > 1 else 2
            line(image, x0 + off, y0 + foot, x1 + off, y1 + foot, index("wood", step))
    for x0, y0, x1, y1, thick in strokes:
        if abs(x1 - x0) > abs(y1 - y0) * 0.6 and (thick > 1 or rng.random() < 0.4):
            line(image, x0 + middle, y0 + foot - 2, x1 + middle, y1 + foot - 2, index("snow", 8 if thick > 1 else 6))
    for row in range(foot - 7, foot + 1):
        for column, step in ((-2, 8), (-1, 8), (0, 7), (1, 6), (2, 4)):
            dot(image, middle + column, row, "snow", step - (row % 3 == 0))
    for column, drop, step in ((-6, 1, 6), (-5, 1, 7), (-4, 0, 8), (-3, 0, 8), (3, 0, 7), (4, 0, 6), (5, 1, 6),
        (0, 2, 7), (-2, 2, 8), (2, 2, 6)):
        dot(image, middle + column, foot + drop, "snow", step)
    if shift:
        line(image, middle - 2, foot - 10, middle + 2, foot - 10, index("rose", 4))
        dot(image, middle + 2, foot - 9, "rose", 3)
    return drawn(image, (middle, foot))


def haystack() -> Thing:
    """Maize straw built round a pole into a loaf taller than a man, hollowed on one side by the ox."""
    loaf = cut(
        _lumpy(ellipsoid((0, 0, 10), (23, 17, 27)), 1.2, 7, 13), ellipsoid((15, 16, 2), (12, 9, 13)),
        box((0, 0, -20), (40, 40, 20))
    )
    parts = [
        Part(loaf, "reed", 0.85, True), part(capsule((0, -1, 30), (1, -1, 46), 1.1, 0.8), "wood", 0.9, True),
        Part(_lumpy(ellipsoid((15, 15, -1), (11, 6, 5)), 0.9, 5, 8), "reed", 0.9),
        Part(ellipsoid((-19, 12, -1), (8, 5, 4)), "snow", 1.0, True),
    ]
    return made(
        parts, 60, 50, 26, snow=0.58, key=0.64, low=0.1, high=0.86,
        paint=lambda image, x, y: _straw(image, x, y + 16, 5, 24, 46, 420),
    )


def camera_pole() -> Thing:
    """A concrete pole with a box that looks along the bank, a hood of snow on it and one small red lamp."""
    parts = [
        part(capsule((0, 0, 0), (0, 0, 74), 1.9, 1.4), "metal", 1.3),
        part(box((0, 0, 0.8), (4, 3.4, 1.2)), "metal", 1.0, True),
        part(box((0, 2.0, 30), (3, 1.2, 4.6), 0.3), "metal", 0.9, True),
        part(capsule((0, 0, 70), (7, 2, 70), 0.9), "metal", 1.1),
        part(box((9, 3, 67), (6.4, 2.8, 3.6), 0.3), "metal", 2.6),
        part(box((15.6, 3, 67.6), (0.8, 2.2, 2.0), 0.3), "coat", 0.3),
        part(box((9.6, 3, 71.2), (7.4, 3.2, 0.5), 0.2), "metal", 1.1),
        part(box((4, 6, 67.6), (1.2, 0.4, 1.2)), "coat", 0.4),
        part(capsule((-0.6, 1.8, 34), (-0.8, 1.6, 66), 0.4), "coat", 0.4),
        part(capsule((0, 0, 74), (0, 0, 82), 0.4), "metal", 1.4),
        part(ellipsoid((0, 1, 0), (6, 4, 2)), "snow", 1.0, True),
    ]

    def lamp(image: Indices, x: int, y: int) -> None:
        for column in range(x + 3, x + 16):
            dot(image, column, y - 57, "snow", 8)
        for column, row, step in ((11, -48, 8), (11, -49, 6), (12, -48, 6), (10, -48, 6), (11, -47, 6)):
            dot(image, x + column, y + row, "rose", step)

    return made(parts, 40, 74, 10, snow=0.7, key=0.66, paint=lamp)


def _stake(image: Indices, x: int, y: int) -> None:
    """A square concrete post 30 px tall, the arms of a Y at its head, its foot at (x, y)."""
    for row in range(y - 30, y + 1):
        for column, step in ((x - 1, 7), (x, 5), (x + 1, 3)):
            dot(image, column, row, "metal", step - (row % 9 == 0))
    for i in range(1, 6):
        for side, step in ((-1, 6), (1, 4)):
            dot(image, x + side * i, y - 30 - i, "metal", step)
            dot(image, x + side * i, y - 31 - i, "snow" if i % 2 else "metal", 7 if i % 2 else 5)
    for column, step in ((-3, 6), (-2, 7), (-1, 8), (0, 7), (1, 6), (2, 5), (3, 5)):
        dot(image, x + column, y + (1 if abs(column) < 3 else 0), "snow", step)


def _wire(image: Indices, x0: int, x1: int, y: int, sag: float, seed: int, step: int = 4) -> None:
    """One strand with a barb every 6 px."""
    for x in range(x0, x1 + 1):
        share = (x - x0) / max(x1 - x0, 1)
        row = round(y + sag * 4 * share * (1 - share))
        dot(image, x, row, "metal", step)
        if (x + seed * 2) % 6 == 0:
            dot(image, x, row - 1, "metal", step + 3)


def fence_cn(cut_open: bool = False) -> Thing:
    """A post of the fence of 2012 and seven strands to the next one 32 px to the east; or cut low by farmers."""
    image = empty(56, 50)
    for number, height in enumerate((5, 10, 15, 20, 25)):
        if cut_open and height < 20:
            reach = 5 + number * 2
            for left, toward in ((9, 1), (41, -1)):
                for i in range(reach):
                    dot(image, left + toward * i, 44 - height + i * i // 14, "metal", 4)
                dot(image, left + toward * reach, 44 - height + reach * reach // 14, "metal", 7)
        else:
            _wire(image, 9, 41, 44 - height, 0.7, number)
    _wire(image, 4, 36, 44 - 35, 0.6, 1, 5)
    _wire(image, 14, 46, 44 - 35, 0.6, 3, 3)
    _stake(image, 9, 44)
    return drawn(image, (9, 44))


def fence_cn_s(cut_open: bool = False) -> Thing:
    """The same span going 32 px to the south: the strands hang before one another and are seen as a narrow ladder."""
    image = empty(24, 92)
    for row in range(12, 74):
        share = (row - 12) / 62
        if cut_open and 0.24 < share < 0.80:
            continue
        dot(image, 11, row, "metal", 5 if row % 2 else 3)
        if row % 6 == 0:
            dot(image, 12, row, "metal", 7)
    for row in range(9, 42):
        for column in (6, 16):
            dot(image, column, row, "metal", 5 if row % 2 else 3)
    if cut_open:
        for i in range(7):
            dot(image, 11 - i, 27 + i, "metal", 5)
            dot(image, 11 + i, 66 - i, "metal", 4)
    _stake(image, 11, 44)
    return drawn(image, (11, 44))


def fence_cn_gate() -> Thing:
    """A farmers' gate in the fence: a frame of pipe with mesh, 32 px wide, chained and not locked."""
    image = empty(60, 50)
    for left in (9, 41):
        _stake(image, left, 44)
    for row in range(18, 43):
        for column in range(12, 39):
            if (row + column) % 5 == 0 or (row - column) % 5 == 0:
                dot(image, column, row, "metal", 3)
    for column in range(11, 40):
        for row in (17, 30, 42):
            dot(image, column, row, "metal", 7)
            dot(image, column, row + 1, "metal", 3)
    for row in range(17, 44):
        for column in (11, 25, 39):
            dot(image, column, row, "metal", 7)
            dot(image, column + 1, row, "metal", 3)
    for column, row in ((38, 27), (39, 28), (40, 29), (40, 30), (39, 31), (41, 28)):
        dot(image, column, row, "reed", 7)
    for column in range(14, 38, 3):
        dot(image, column, 16, "snow", 8)
    return drawn(image, (9, 44))


def fence_cn_gate_s() -> Thing:
    """The same gate in a fence that runs south: seen along its edge, standing a hand's breadth open."""
    image = empty(32, 92)
    for row in range(18, 72):
        shift = max(0, (row - 18) // 9)
        dot(image, 13 + shift, row, "metal", 7)
        dot(image, 14 + shift, row, "metal", 3)
        if row % 4 == 0:
            dot(image, 15 + shift, row, "metal", 5)
    for column, row in ((18, 66), (19, 68), (19, 70)):
        dot(image, column, row, "reed", 7)
    _stake(image, 11, 44)
    _stake(image, 11, 76)
    return drawn(image, (11, 44))


def pear_boxes() -> Thing:
    """Slatted crates stacked by a tree, three pears left in the bottom of the top one."""
    parts: list[Part] = []
    for x, y, z, gain in ((-8, 0, 0, 1.0), (9, 1, 0, 1.2), (-1, 0, 9.4, 1.35)):
        for slat in range(3):
            parts.append(part(box((x, y + 6, z + 1.6 + slat * 3), (7.6, 0.5, 1.1)), "wood", gain, z > 0))
        parts += [
            part(box((x, y, z + 4.4), (7.0, 5.4, 4.2)), "wood", 0.25),
            part(box((x - 7.4, y, z + 4.4), (0.6, 6, 4.4)), "wood", gain * 0.9, z > 0),
            part(box((x + 7.4, y, z + 4.4), (0.6, 6, 4.4)), "wood", gain * 0.7, z > 0),
            part(box((x, y - 6, z + 4.4), (7.6, 0.5, 4.4)), "wood", gain, z > 0),
        ]
    for left, ahead in ((-4.0, -1.0), (1.6, 1.4), (-1.0, -3.0)):
        parts.append(part(sphere((left, ahead, 18.4), 2.0), "reed", 1.5))
    return made(parts, 44, 24, 14, snow=0.8, key=0.5, ambient=0.3, toward=BULB)


def church_sign() -> Thing:
    """A small red cross on a pole, lit from within: some houses in these villages have one."""
    parts = [
        part(capsule((0, 0, 0), (0, 0, 56), 1.1, 0.8), "wood", 0.9), part(box((0, 0, 60), (1.6, 1.0, 8)), "metal", 0.6),
        part(box((0, 0, 62), (6, 1.0, 1.6)), "metal", 0.6), part(ellipsoid((0, 1, 0), (4, 3, 1.6)), "snow", 1.0, True),
    ]

    def glow(image: Indices, x: int, y: int) -> None:
        for row in range(y - 54, y - 41):
            dot(image, x, row, "rose", 7)
            dot(image, x - 1, row, "rose", 5)
        for column in range(x - 5, x + 5):
            dot(image, column, y - 50, "rose", 7)
            dot(image, column, y - 49, "rose", 5)
        dot(image, x, y - 50, "rose", 9)

    return made(parts, 20, 62, 6, snow=None, paint=glow)


def bus_sign() -> Thing:
    """The stop of the county bus: a pole in a tyre of concrete, a plate with three strokes, a bench plank."""
    parts = [
        part(cone((0, 0, 0), 3.4, 6, 4.6), "metal", 1.0, True), part(capsule((0, 0, 3), (0, 0, 46), 0.9), "metal", 1.2),
        part(box((0, 0.6, 41), (7, 0.7, 6), 0.4), "ice", 1.6), part(box((0, 1.2, 45), (7, 0.3, 1.4)), "snow", 1.6),
        part(box((20, 2, 8), (11, 3.4, 0.9), 0.2), "wood", 1.2, True), part(box((11, 2, 4), (0.9, 3, 4)), "wood", 0.8),
        part(box((29, 2, 4), (0.9, 3, 4)), "wood", 0.7),
    ]

    def strokes(image: Indices, x: int, y: int) -> None:
        for row, wide in ((-32, 4), (-30, 3), (-28, 4)):
            line(image, x - wide, y + row, x + wide - 1, y + row, index("coat", 2))

    return made(parts, 70, 48, 10, snow=0.75, paint=strokes)


THINGS: dict[str, Callable[[], Thing]] = {
    "pear_tree_a": partial(pear_tree, 3), "pear_tree_b": partial(pear_tree, 12, 0.86, 1),
    "pear_tree_c": partial(pear_tree, 27, 1.12),
    "haystack": haystack, "camera_pole": camera_pole, "fence_cn": fence_cn, "fence_cn_s": fence_cn_s,
    "fence_cn_gap": partial(fence_cn, True), "fence_cn_gap_s": partial(fence_cn_s, True),
    "fence_cn_gate": fence_cn_gate, "fence_cn_gate_s": fence_cn_gate_s, "pear_boxes": pear_boxes,
    "church_sign": church_sign, "bus_sign": bus_sign,
}  # fmt: skip
