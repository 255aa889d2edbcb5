"""Things of the stairs, the courtyard and the street in Yanji."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tools.art.model import BULB, Thing, dot, line, made, part
from tools.art.palette import index
from tools.art.shapes import box, capsule, cone, ellipsoid, sphere
from tools.art.sheet import Indices
from tools.art.terrain import METAL


def washing_line() -> Thing:
    """A line between two poles, the washing frozen stiff: long underwear, a child's jumper, a quilt cover."""
    parts = [
        part(capsule((-30, 0, 0), (-31, 0, 34), 1.1), "wood", 0.9, True),
        part(capsule((30, 0, 0), (31, 0, 34), 1.1), "wood", 0.7, True),
    ]
    for i in range(12):
        a, b = i / 12, (i + 1) / 12
        ends = [(-31 + 62 * s, 0, 34 - 3 * 4 * s * (1 - s)) for s in (a, b)]
        parts.append(part(capsule(ends[0], ends[1], 0.4), "metal", 1.0))
    for x, wide, long, material, gain in (
        (-20, 4, 8, "snow", 1.0), (-9, 3.4, 5, "coat", 1.1), (5, 7.4, 9, "reed", 1.0), (20, 3, 6, "olive", 1.2),
    ):
        z = 31.4 - 0.4 * (1 - abs(x) / 31)
        parts.append(part(box((x, 0, z - long), (wide, 0.6, long), 0.3, 0.12), material, gain))
        parts.append(part(box((x - wide * 0.5, 0.8, z - long), (0.5, 0.4, long * 0.9)), material, gain * 0.75))
    for side in (-1, 1):
        parts.append(part(box((-9 + side * 5, 0, 26), (2.2, 0.6, 1.4), 0.3), "coat", 1.1))
    return made(parts, 76, 34, 8, snow=0.86, key=0.55, toward=BULB)


def neon_sign() -> Thing:
    """An upright shop sign: a lit bowl with steam, for a noodle house; no lettering."""
    parts = [
        part(box((0, 0, 34), (9, 1.6, 15), 0.6), "coat", 0.7),
        part(capsule((0, -3, 20), (0, -3, 52), 0.8), "metal", 0.8),
        part(box((0, 1.7, 34), (8, 0.3, 14)), "coat", 0.35),
    ]

    def neon(image: Indices, x: int, y: int) -> None:
        for left, right, row, material, step in (
            (-6, 6, -22, "lamp", 8), (-5, 5, -20, "lamp", 7), (-4, 4, -18, "lamp", 7), (-2, 2, -17, "lamp", 6),
        ):
            line(image, x + left, y + row, x + right, y + row, index(material, step))
        for dx in (-3, 0, 3):
            for rise, shift in ((24, 0), (25, 1), (26, 1), (27, 0), (28, -1), (29, -1), (30, 0)):
                dot(image, x + dx + shift, y - rise, "rose", 7)
        for row in range(y - 38, y - 15):
            dot(image, x - 8, row, "rose", 6)
            dot(image, x + 8, row, "rose", 5)
        line(image, x - 7, y - 38, x + 7, y - 38, index("rose", 7))
        line(image, x - 7, y - 15, x + 7, y - 15, index("rose", 5))

    return made(parts, 26, 46, 4, snow=None, paint=neon)


def courtyard_door() -> Thing:
    """The iron gate of the yard: two leaves, one ajar, a lamp over it, a small roof with snow."""
    parts = [
        part(box((-19, 0, 25), (3, 3, 25)), "wood", 1.2, True),
        part(box((19, 0, 25), (3, 3, 25)), "wood", 1.0, True),
        part(box((0, 1, 51.6), (24, 5, 1.6)), "wood", 0.9, True),
        part(box((-8, 0, 22), (7.6, 0.8, 22)), "coat", 0.9),
        part(box((10, 4, 22), (6.4, 0.8, 22), 0.0, -0.5), "coat", 1.1),
        part(box((2, -2, 23), (14, 0.5, 23)), "wood", 0.06),
        part(cone((0, 5, 46), 3, 3.2, 1.2), "metal", 1.0), part(sphere((0, 5.4, 45.4), 1.6), "lamp", 2.6),
    ]
    for z in (8, 23, 38):
        parts.append(part(box((-8, 1.2, z), (7.6, 0.4, 0.6)), "coat", 1.4))
    parts.append(part(sphere((-2, 1.8, 22), 0.9), "metal", 1.5))
    return made(parts, 52, 52, 12, snow=0.7, key=0.5, toward=BULB)


def _flight() -> Thing:
    """Eight worn steps going up between a low wall and a rail."""
    parts = [part(box((-14, 0, 9), (1.4, 17, 9)), "metal", 0.7)]
    for i in range(8):
        z, y = 3.4 * (i + 1), 14 - i * 4
        parts.append(part(box((0, y, z / 2 - 0.6), (12.4, 2, z / 2 - 0.6)), "metal", 0.42))
        parts.append(part(box((0, y + 0.3, z - 0.5), (12.4, 2.4, 0.6)), "metal", 1.02 - 0.03 * i))
    for i in range(5):
        y, z = 15 - i * 7, i * 6.0
        parts.append(part(capsule((12.6, y, z), (12.6, y, z + 15), 0.6), "coat", 0.9))
    parts.append(part(capsule((12.6, 16, 14.5), (12.6, -14, 40), 1.0), "wood", 1.3))

    def worn(image: Indices, x: int, y: int) -> None:
        """The middle of each tread is rubbed pale."""
        for row in range(image.shape[0]):
            for column in range(x - 5, x + 6):
                if image[row, column] // 16 == METAL and 5 <= image[row, column] % 16 <= 7:
                    image[row, column] += 1

    return made(parts, 38, 50, 24, snow=None, key=0.45, toward=BULB, paint=worn)


def stairs(up: bool) -> Thing:
    """A flight of concrete stairs with a rail, going up along the wall or down into the dark."""
    if up:
        return _flight()
    parts = [part(box((0, 0, 0), (13.4, 17, 0.8)), "metal", 1.0)]

    def well(image: Indices, x: int, y: int) -> None:
        for i in range(8):
            top = y - 15 + i * 4
            for row in range(top, min(top + 4, y + 15)):
                step = max(7 - i, 0) - (2 if row == top + 3 else 0)
                line(image, x - 11, row, x + 10, row, index("metal", max(step - (1 if row > top else 0), 0)))
                line(image, x - 11, row, x - 11, row, index("wood", 1))
        line(image, x + 12, y - 16, x + 12, y + 15, index("wood", 6))
        line(image, x + 11, y - 16, x + 11, y + 15, index("wood", 2))

    return made(parts, 34, 22, 22, snow=None, paint=well)


def _bin() -> Thing:
    """A bin of coal ash by the gate, cold since the morning."""
    parts = [
        part(box((0, 0, 7), (8, 6, 7), 0.4), "metal", 1.5), part(box((0, 6.2, 11), (8, 0.5, 1)), "metal", 1.9),
        part(ellipsoid((0, 0, 13), (7, 5, 3)), "coat", 1.3, True),
    ]
    return made(parts, 24, 18, 8)


THINGS: dict[str, Callable[[], Thing]] = {
    "washing_line": washing_line, "neon_sign": neon_sign, "courtyard_door": courtyard_door,
    "stairs_up": partial(stairs, True), "stairs_down": partial(stairs, False), "ash_bin": _bin,
}  # fmt: skip
