"""Things men put along the river: the tower, huts, the fence, the drain, a frozen boat, her father's lamp."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import Thing, dot, drawn, empty, line, made, part
from tools.art.palette import index
from tools.art.shapes import (
    Points,
    box,
    capsule,
    common,
    cone,
    custom,
    cut,
    cylinder,
    ellipsoid,
    gable,
    sphere,
    turned,
)  # fmt: skip
from tools.art.sheet import Indices
from tools.art.solid import Part


def tower() -> Thing:
    """A watchtower on four splayed legs, a ladder, a plank parapet, a gable roof, a lamp housing."""
    parts: list[Part] = []
    high, low, top = 58.0, 13.0, 9.0
    for sx in (-1, 1):
        for sy in (-1, 1):
            leg = capsule((sx * low, sy * low * 0.8, 0), (sx * top, sy * top * 0.8, high), 1.5, 1.3)
            parts.append(part(leg, "wood", 0.9))
    for z0, z1 in ((4.0, 28.0), (28.0, 52.0)):
        a, b = (low + (top - low) * z / high for z in (z0, z1))
        for side in (-1, 1):
            parts.append(part(capsule((side * a, 0.8 * a, z0), (-side * b, 0.8 * b, z1), 0.7), "wood", 0.8))
            parts.append(part(capsule((side * a, -0.8 * a, z0), (-side * b, -0.8 * b, z1), 0.6), "wood", 0.7))
        parts.append(part(capsule((-b, 0.8 * b, z1), (b, 0.8 * b, z1), 0.8), "wood", 0.8, True))
    parts.append(part(box((0, 0, high), (13, 11, 1.4)), "wood", 1.0, True))
    for i in range(7):
        parts.append(part(box((-12 + i * 4, 10.5, high + 6), (1.8, 0.8, 6)), "wood", 0.75 + 0.1 * (i % 3)))
    parts += [
        part(box((-12.5, 0, high + 6), (0.8, 11, 6)), "wood", 0.9),
        part(box((12.5, 0, high + 6), (0.8, 11, 6)), "wood", 0.6),
        part(box((0, 10.8, high + 12), (13, 0.9, 0.7)), "wood", 1.0, True),
    ]
    for sx in (-1, 1):
        for sy in (-1, 1):
            parts.append(part(
                capsule((sx * 11.5, sy * 9.6, high), (sx * 11.5, sy * 9.6, high + 24), 0.9), "wood", 0.9
            ))
    parts += [
        part(gable((0, 2, high + 24), (16.5, 11), 6.5, 1.2, along_y=True), "metal", 0.9, True),
        part(capsule((3, 10.5, high + 14), (5, 14.5, high + 13), 2.2, 2.8), "metal", 1.2),
    ]
    for i in range(11):
        y = 14.5 - 0.3 * i
        parts.append(part(
            capsule((8.5 - 0.2 * i, y, 3 + i * 5), (12.5 - 0.2 * i, y, 3 + i * 5), 0.45), "wood", 0.9
        ))
    for dx in (0, 4):
        parts.append(part(capsule((8.3 + dx, 15, 0), (5.8 + dx, 11.5, high), 0.5), "wood", 0.9))
    return made(parts, 56, 92, 20)


def _icicles(image: Indices, x0: int, x1: int, y: int, seed: int) -> None:
    """Icicles of uneven length hanging from an edge at row ``y``."""
    rng = np.random.default_rng(seed)
    for x in range(x0, x1):
        if rng.random() < 0.34:
            for drop in range(int(rng.integers(1, 5))):
                dot(image, x, y + drop, "ice", 8 - drop)


def _house(wide: float, deep: float, wall: float, rise: float) -> list[Part]:
    """A plank house with its gable to the viewer: walls, tarred battens, roof, snow at its foot."""
    parts = [
        part(box((0, 0, wall / 2), (wide, deep, wall / 2)), "olive", 0.8),
        part(gable((0, 2.5, wall), (wide + 4, deep + 1), rise, 1.6, along_y=True), "wood", 0.9, True),
        part(box((0, deep + 1, 0.2), (wide + 1, 1.4, 1.4), 0.6), "snow", 1.0, True),
    ]
    slope = rise / (wide + 4)

    def under_roof(p: Points) -> Points:
        side = np.abs(p[..., 0])
        above = p[..., 2] - np.float32(wall + rise - 1.5) + side * np.float32(slope)
        box_part = np.maximum(side - np.float32(wide), np.abs(p[..., 1]) - np.float32(deep - 0.5))
        return np.asarray(np.maximum(np.maximum(above * 0.9, np.float32(wall - 2) - p[..., 2]), box_part))

    parts.append(part(custom(under_roof, (0, 0, wall), wide + deep), "olive", 0.7))
    for i in range(int(wide * 2 / 5) + 1):
        parts.append(part(box((-wide + i * 5, deep + 0.3, wall / 2), (0.35, 0.4, wall / 2)), "olive", 0.45))
    return parts


def _window(x: float, y: float, z: float, wide: float, high: float, lit: bool) -> list[Part]:
    """A small window with a cross of bars; lamp light behind it when ``lit``."""
    pane = part(box((x, y + 0.6, z), (wide - 1, 0.4, high - 1)), "lamp" if lit else "ice", 1.6 if lit else 0.35)
    return [
        part(box((x, y, z), (wide, 0.7, high)), "wood", 0.8), pane,
        part(box((x, y + 1, z), (0.4, 0.4, high)), "wood", 0.5),
        part(box((x, y + 1, z), (wide, 0.4, 0.4)), "wood", 0.5),
        part(box((x, y + 1, z - high), (wide + 0.6, 1.2, 0.5)), "wood", 0.9, True),
    ]


def hut() -> Thing:
    """The guards' hut by the fence: one lit window, a stove pipe, icicles under the eaves."""
    parts = _house(23, 14, 42, 10)
    parts += [
        part(box((-10, 14.2, 18), (6.4, 0.6, 18)), "wood", 0.5),
        part(sphere((-5.6, 15, 17), 0.9), "metal", 1.5),
    ]
    parts += _window(9, 14.3, 26, 6.4, 6, True)
    parts += [
        part(cylinder((14, -4, 44), 17, 2.2), "metal", 0.8, True),
        part(cone((14, -4, 61), 3, 3.8, 0.6), "metal", 0.9, True),
    ]
    return made(parts, 70, 70, 20, key=0.66, paint=lambda image, x, y: _icicles(image, x - 21, x + 21, y - 20, 4))


def post_hut() -> Thing:
    """The check post: a longer hut with a counter window, a board, a stove pipe and a lamp over the door."""
    parts = _house(34, 16, 44, 11)
    parts += [
        part(box((-21, 16.2, 19), (6.6, 0.6, 19)), "wood", 0.5), part(sphere((-16.6, 17, 18), 0.9), "metal", 1.5),
    ]
    parts += _window(0, 16.3, 27, 8, 6.4, True) + _window(21, 16.3, 27, 6.2, 5.6, False)
    parts += [
        part(box((0, 18.6, 19.4), (10, 2.4, 0.7)), "wood", 1.0, True),
        part(box((-21, 17.4, 40.5), (1.0, 1.2, 0.5)), "metal"), part(sphere((-21, 18.2, 39), 1.2), "lamp", 2.6),
        part(cylinder((22, -4, 46), 19, 2.4), "metal", 0.8, True),
        part(cone((22, -4, 65), 3, 4.0, 0.6), "metal", 0.9, True),
        part(box((32, 21, 4), (5, 3, 4), 0.5), "wood", 0.8, True),
        part(box((31, 20, 9.4), (3.4, 2.4, 1.6), 0.3), "wood", 0.9, True),
    ]
    return made(parts, 96, 80, 24, key=0.66, paint=lambda image, x, y: _icicles(image, x - 32, x + 32, y - 20, 9))


def _post(image: Indices, x: int, y: int) -> None:
    """One fence post, its foot at (x, y), its arm leaning over the river."""
    for row in range(y - 24, y + 1):
        for column, step in ((x - 1, 5), (x, 3), (x + 1, 1)):
            dot(image, column, row, "wood", step)
    for i in range(5):
        dot(image, x + 1 + i, y - 25 - i, "wood", 3)
        dot(image, x + 1 + i, y - 26 - i, "snow" if i % 2 == 0 else "wood", 7 if i % 2 == 0 else 4)
    for column, row, step in ((-1, -25, 8), (0, -25, 8), (0, -26, 9), (-1, -24, 7), (0, -24, 6)):
        dot(image, x + column, y + row, "snow", step)
    for column, step in ((-2, 6), (-1, 7), (0, 6), (1, 5), (2, 4)):
        dot(image, x + column, y + (1 if abs(column) < 2 else 0), "snow", step)


def fence_post() -> Thing:
    """A post of the border fence."""
    image = empty(16, 36)
    _post(image, 6, 33)
    return drawn(image, (6, 33))


def _strand(image: Indices, x0: int, y0: float, x1: int, y1: float, sag: float, seed: int) -> None:
    """A sagging strand of wire, a barb every 13 px."""
    for x in range(x0, x1 + 1):
        share = (x - x0) / max(x1 - x0, 1)
        y = round(y0 + (y1 - y0) * share + sag * 4 * share * (1 - share))
        dot(image, x, y, "metal", 5 if (x + seed) % 2 else 3)
        if (x * 7 + seed * 5) % 13 == 0:
            dot(image, x, y - 1, "metal", 7)
            dot(image, x + 1, y + 1, "metal", 2)


def fence_wire_e() -> Thing:
    """Four strands from this post to the next one 32 px to the east."""
    image = empty(44, 40)
    for number, height in enumerate((7, 13, 19)):
        _strand(image, 4, 35 - height, 36, 35 - height, 1.6, number)
    _strand(image, 9, 35 - 29, 41, 35 - 29, 1.2, 5)
    return drawn(image, (4, 35))


def fence_wire_s() -> Thing:
    """The strands from this post to the next one 32 px to the south: one above the other, seen as one line."""
    image = empty(14, 72)
    for y in range(8, 62):
        dot(image, 4, y, "metal", 5 if y % 2 else 3)
        if y % 11 == 0:
            dot(image, 3, y, "metal", 6)
            dot(image, 5, y + 1, "metal", 2)
    for y in range(2, 36):
        dot(image, 9, y, "metal", 5 if y % 2 else 3)
    return drawn(image, (4, 33))


def fence_gap() -> Thing:
    """A span where the lower strands were cut and bent back, and tied up with a twist of cloth."""
    image = empty(44, 40)
    _strand(image, 4, 16, 36, 16, 1.6, 2)
    _strand(image, 9, 6, 41, 6, 1.2, 5)
    for height, reach in ((7, 7), (13, 9)):
        for left, toward in ((4, 1), (36, -1)):
            for i in range(reach):
                curl = (i / reach) ** 2 * (8 if height == 13 else 4)
                dot(image, left + toward * i, round(35 - height + curl), "metal", 5 if i % 2 else 3)
            dot(image, left + toward * reach, round(35 - height + (8 if height == 13 else 4)), "metal", 7)
    for x, y, step in ((20, 17, 5), (20, 18, 6), (21, 18, 4), (20, 19, 5), (21, 20, 4), (20, 21, 3)):
        dot(image, x, y, "coat", step)
    return drawn(image, (4, 35))


def fence_end(way: int) -> Thing:
    """Strands cut off at this post and bent aside, where a fence breaks off to the south (1) or north (-1)."""
    image = empty(24, 60)
    for height, reach, bend in ((7, 9, 22), (13, 12, -26), (19, 8, 30), (25, 11, -18)):
        for i in range(reach):
            side = round(i * i / bend)
            dot(image, 10 + side, 36 - height + way * i + i * i // 30, "metal", 5 if i % 2 else 3)
        dot(image, 10 + round(reach * reach / bend), 36 - height + way * reach + reach * reach // 30, "metal", 7)
    return drawn(image, (10, 36))


def drain_mouth(east: bool = False) -> Thing:
    """A concrete drain under the road: a dark round mouth, iron bars bent apart, a tongue of ice.

    It opens toward the viewer, or to the ``east``: then its mouth is seen aslant, under the slab.
    """
    wall = cut(box((0, 0, 10), (22, 5, 11), 0.5), turned(cylinder((0, 0, 0), 18, 8.4), (0, 0, 9), np.pi / 2, 0))
    parts = [
        part(wall, "metal", 1.5, True), part(box((0, -4, 9), (8, 1, 8)), "wood", 0.05),
        part(box((-20, 7, 5), (2.4, 6, 5.5), 0.4, 0.35), "metal", 0.8, True),
        part(box((20, 7, 5), (2.4, 6, 5.5), 0.4, -0.35), "metal", 0.6, True),
        part(ellipsoid((0, 10, 0), (8, 10, 1.5)), "ice", 1.0),
    ]
    for x, lean in ((-5, -0.6), (-2.6, 0.2), (3.4, 0.9), (5.4, 0.0)):
        parts.append(part(capsule((x, 5.2, 2), (x + lean, 5.2, 16.5), 0.45), "metal", 0.7))
    if east:
        return made([turned_part(piece, -0.7) for piece in parts], 64, 44, 34, key=0.66)
    return made(parts, 58, 24, 24, key=0.66, paint=lambda image, x, y: _icicles(image, x - 6, x + 7, y - 9, 12))


def boat_frozen() -> Thing:
    """A flat fishing boat caught in the ice, half full of snow, an oar along it."""
    hull = cut(
        common(ellipsoid((0, 0, 7), (31, 11, 11)), box((0, 0, 4), (30, 14, 5))),
        ellipsoid((0, 0, 10), (27, 8.6, 8)),
    )
    parts = [
        part(hull, "wood", 0.9, True), part(ellipsoid((4, 0, 2.5), (20, 7, 3)), "snow", 1.0, True),
        part(box((-10, 0, 7), (1.6, 8.4, 0.7)), "wood", 1.0, True),
        part(box((11, 0, 7), (1.6, 8.4, 0.7)), "wood", 1.0, True),
        part(capsule((-22, -4, 9.5), (16, 7, 9.5), 0.8), "wood", 1.1),
        part(ellipsoid((19, 8, 9.5), (4.4, 1.8, 0.7)), "wood", 1.1, True),
    ]
    return made([turned_part(p, 0.16) for p in parts], 80, 18, 22)


def turned_part(whole: Part, angle: float) -> Part:
    """The part turned about the upright axis through the origin."""
    return Part(turned(whole.shape, (0, 0, 0), angle, 2), whole.material, whole.gain, whole.snowy)


def lamp(lit: bool) -> Thing:
    """Her father's lineman's lamp: a squat battery lamp with a wire handle and a hooded glass."""
    glass = part(sphere((2.4, 2.0, 4), 1.7), "lamp" if lit else "metal", 3.0 if lit else 0.8)
    parts = [
        part(box((-0.5, 0, 3.4), (3.2, 2.2, 3.2), 0.7), "olive", 1.0),
        part(cylinder((-0.5, 0, 6.4), 1.2, 1.6), "metal"),
        part(turned(cylinder((0, 0, 4), 2.6, 2.4), (0, 0, 4), -np.pi / 2.4, 0), "metal", 1.1), glass,
        part(capsule((-3, 0, 7), (-1.6, 0, 11), 0.5), "metal"),
        part(capsule((-1.6, 0, 11), (1.4, 0, 11), 0.5), "metal", 1.2),
        part(capsule((1.4, 0, 11), (2.6, 0, 7), 0.5), "metal", 0.8),
    ]

    def glow(image: Indices, x: int, y: int) -> None:
        if lit:
            for dx, dy, step in ((2, 0, 9), (3, 0, 9), (2, -1, 8), (3, -1, 9), (3, 1, 8), (2, 1, 7), (4, 0, 7)):
                dot(image, x + dx, y - 1 + dy, "lamp", step)
            line(image, x + 1, y + 2, x + 5, y + 2, index("lamp", 5))

    return made(parts, 18, 12, 6, snow=None, key=0.8, paint=glow)


THINGS: dict[str, Callable[[], Thing]] = {
    "tower": tower, "hut": hut, "post_hut": post_hut, "fence_post": fence_post, "fence_wire_e": fence_wire_e,
    "fence_wire_s": fence_wire_s,
    "fence_gap": fence_gap, "fence_end_s": partial(fence_end, 1),
    "fence_end_n": partial(fence_end, -1), "drain_mouth": drain_mouth,
    "drain_mouth_e": partial(drain_mouth, True), "boat_frozen": boat_frozen,
    "lamp_on": partial(lamp, True), "lamp_off": partial(lamp, False),
}  # fmt: skip
