"""Buildings and yard things of the hamlet by the orchard: the house with the blue door, sheds, a well, the ox."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import Thing, dot, drawn, empty, made, part
from tools.art.noise import fbm
from tools.art.palette import MATERIALS, NOTHING, PAINT_BLUE, index
from tools.art.shapes import (
    Points,
    Shape,
    Spot,
    box,
    capsule,
    cone,
    custom,
    cut,
    cylinder,
    ellipsoid,
    gable,
    smooth_union,
    sphere,
)
from tools.art.sheet import Indices
from tools.art.solid import Part

SNOW, ICE, REED = (MATERIALS.index(name) for name in ("snow", "ice", "reed"))


def hipped(centre: Spot, half: Spot, rise: float, thick: float) -> Shape:
    """A thatched roof sloping to all four sides: ``centre`` the middle of its eaves, ``half`` (width, depth)."""
    wide, deep = float(half[0]), float(half[1])
    middle = np.asarray(centre, dtype=np.float32)
    slope = rise / deep

    def field(p: Points) -> Points:
        q = p - middle
        ends = (np.float32(wide) - np.abs(q[..., 0])) * np.float32(slope * 1.25)
        sides = (np.float32(deep) - np.abs(q[..., 1])) * np.float32(slope)
        top = q[..., 2] - np.float32(thick) - np.minimum(np.minimum(ends, sides), np.float32(rise * 0.94))
        edge = np.maximum(np.abs(q[..., 0]) - np.float32(wide), np.abs(q[..., 1]) - np.float32(deep))
        return np.asarray(np.maximum(np.maximum(top * np.float32(0.72), -q[..., 2]), edge), dtype=np.float32)

    return custom(field, (centre[0], centre[1], centre[2] + rise / 2), float(np.hypot(wide, deep)) + rise)


def _pane(x: float, y: float, z: float, wide: float, high: float, lit: bool) -> list[Part]:
    """A window of small panes in a frame of grey wood; lamp light behind when ``lit``."""
    parts = [
        part(box((x, y, z), (wide, 0.6, high)), "wood", 1.75),
        part(box((x, y + 0.5, z), (wide - 1.2, 0.4, high - 1.2)), "lamp" if lit else "wood", 1.5 if lit else 0.42),
        part(box((x, y + 0.9, z), (0.5, 0.3, high - 1)), "wood", 1.6),
        part(box((x, y + 0.9, z + high * 0.3), (wide - 1, 0.3, 0.4)), "wood", 1.6),
        part(box((x, y + 1.2, z - high), (wide + 0.8, 1.2, 0.5)), "wood", 1.0, True),
    ]
    for side in (-0.5, 0.5):
        parts.append(part(box((x + side * wide, y + 0.9, z), (0.35, 0.3, high - 1)), "wood", 1.4))
    return parts


def _thatch(image: Indices, x: int, y: int, half: int) -> None:
    """Straw under the snow's edge, the ropes of the roof showing through it as soft furrows."""
    rng = np.random.default_rng(23)
    rows, columns = np.where(image // 16 == SNOW)
    for row, column in zip(rows, columns, strict=True):
        if row > y - 20:
            continue
        step = int(image[row, column]) % 16
        ropes = (column - x + (row - y) // 3) % 12 == 0
        bare = fbm(np.array([column / 7]), np.array([row / 3]), 2, 31)[0]
        if ropes and bare > 0.42:
            image[row, column] = index("snow", step - 1)
        elif bare > 0.76 and step < 8:
            image[row, column] = index("reed", 3 + int(rng.integers(0, 2)))
    for column in range(x - half, x + half):
        for row in range(y - 40, y - 6):
            if image[row, column] // 16 == REED and rng.random() < 0.35:
                image[row, column] = index("reed", int(image[row, column]) % 16 + int(rng.choice([-1, 1])))


def farmhouse_blue() -> Thing:
    """A long low farmhouse, 7 by 4 cells: whitewashed mud, thatch under snow, a blue door, its chimney beside it."""
    door = "ice"
    parts = [
        part(box((0, -2, 20), (49, 19, 20)), "reed", 2.7), part(box((0, 17.2, 3), (49.4, 0.6, 3)), "metal", 1.3),
        part(hipped((0, -2, 38), (54, 22, 0), 19, 3.6), "reed", 1.0, True),
        part(box((-4, 20.6, 1.4), (40, 3, 1.5), 0.3), "wood", 1.5, True),
        part(box((-14, 17.4, 17), (7.2, 0.6, 17)), "wood", 0.9),
        part(box((-14, 18.0, 16.6), (5.9, 0.5, 16)), door, 2.7),
        part(box((-14, 18.5, 25), (4.0, 0.3, 5.0)), door, 1.7), part(box((-14, 18.5, 9.6), (4.0, 0.3, 6)), door, 2.2),
        part(sphere((-9.8, 18.8, 16), 0.8), "metal", 2.4),
        part(capsule((58, 4, 0), (58, 4, 54), 4.2, 3.6), "wood", 1.1),
        part(box((58, 4, 55), (4.8, 4.2, 1.0)), "wood", 1.0, True),
        part(ellipsoid((53, 8, 0), (9, 7, 4)), "snow", 1.0, True),
        part(ellipsoid((-46, 18, 0), (9, 4, 3.4)), "snow", 1.0, True),
        part(ellipsoid((38, 19, 0), (14, 4, 2.8)), "snow", 1.0, True),
    ]
    for x, lit in ((-36, False), (8, True), (33, False)):
        parts += _pane(x, 17.4, 22, 8.4, 8, lit)
    for post in (-48.4, -24.0, -2.0, 21.0, 48.4):
        parts.append(part(box((post, 17.6, 19), (0.9, 0.5, 19)), "wood", 1.0))
    for i in range(7):
        parts.append(part(ellipsoid((44.6, 18.8, 31 - i * 2.6), (1.3, 1.2, 1.6)), "rose" if i % 2 else "skin", 1.2))
    for i in range(4):
        parts.append(part(capsule((20 + i * 0.5, 18.6, 33), (20.6 + i * 0.5, 18.8, 23 - i), 0.7), "lamp",
            0.9 + 0.2 * i))

    def paint(image: Indices, x: int, y: int) -> None:
        _thatch(image, x, y, 54)
        _gloss(image)

    return made(parts, 140, 84, 34, snow=0.42, key=0.62, low=0.08, high=0.92, paint=paint)


def _gloss(image: Indices) -> None:
    """The door, alone of all this house modelled in ice, in its blue paint: dark frames, a lit upper panel."""
    rows, columns = np.where(image // 16 == ICE)
    steps = image[rows, columns] % 16
    dark, light = np.quantile(steps, 0.3), np.quantile(steps, 0.93)
    image[rows, columns] = PAINT_BLUE + np.where(steps < dark, 0, np.where(steps > light, 2, 1))


def farm_shed() -> Thing:
    """A plank shed, 4 by 3 cells, one half open to the yard: straw within, a hoe and a hanging harness."""
    parts = [
        part(box((-15, -3, 17.5), (14, 14, 17.5)), "wood", 1.6), part(box((14, -15, 16), (15, 1, 16)), "wood", 0.7),
        part(box((29, -3, 16), (1, 13, 16)), "wood", 0.9), part(box((0, 10, 16), (1.4, 1.4, 16)), "wood", 1.2),
        part(box((29, 10, 16), (1.4, 1.4, 16)), "wood", 1.0), part(box((14, -4, 0.4), (15, 13, 0.4)), "reed", 0.5),
        part(gable((0, -3, 34), (34, 17, 0), 9, 1.6), "metal", 0.8, True),
        part(ellipsoid((17, -5, 4), (11, 8, 10)), "reed", 1.5), part(ellipsoid((9, 2, 1), (7, 5, 5)), "reed", 1.6),
        part(capsule((24, 9, 0), (26, -2, 26), 0.7), "wood", 1.5),
        part(cut(cylinder((-15, 11.4, 22), 1.2, 4.6), cylinder((-15, 11.4, 20), 5, 3.4)), "wood", 0.4),
        part(box((-15, 11.2, 13), (6.4, 0.5, 12.6)), "wood", 1.1),
        part(box((-15, 11.8, 18), (6.4, 0.4, 0.9)), "wood", 1.2),
        part(box((-15, 11.8, 7), (6.4, 0.4, 0.9)), "wood", 1.2),
        part(ellipsoid((-22, 12, 0), (9, 4, 3)), "snow", 1.0, True),
    ]
    for i in range(7):
        parts.append(part(box((-28 + i * 4.3, 11.1, 15.6), (0.35, 0.4, 15.6)), "wood", 0.55))
    def boards(image: Indices, x: int, y: int) -> None:
        """Roof boards drawn through the snow, their ends bare at the eaves."""
        for row in range(y - 50, y - 12):
            for column in range(x - 34, x + 34, 7):
                if 0 <= row < image.shape[0] and image[row, column] // 16 == SNOW and (row * 7 + column * 3) % 11 < 6:
                    image[row, column] -= 1
        for column in range(x - 33, x + 34, 7):
            for row in range(y - 17, y - 13):
                if 0 <= row < image.shape[0] and image[row, column] // 16 == SNOW:
                    image[row, column : column + 2] = index("wood", 3)

    return made(parts, 80, 54, 24, snow=0.55, key=0.64, paint=boards)


def well() -> Thing:
    """A stone ring under a little roof, a windlass with its rope, a bucket on the rim, ice where it spilled."""
    parts = [
        part(cut(cylinder((0, 0, 0), 11, 10), cylinder((0, 0, 2), 12, 7.4)), "metal", 1.1, True),
        part(cylinder((0, 0, 1), 2, 7.4), "wood", 0.08),
        part(capsule((-11, 0, 0), (-11, 0, 34), 1.2), "wood", 1.0),
        part(capsule((11, 0, 0), (11, 0, 34), 1.2), "wood", 0.8),
        part(capsule((-13, 0, 24), (14, 0, 24), 1.5), "wood", 1.3),
        part(capsule((-3, 0, 24), (4, 0, 24), 2.3), "reed", 1.1),
        part(capsule((14, 0, 24), (15, 3, 19), 0.7), "metal", 1.2),
        part(capsule((1, 1, 24), (1, 1, 8), 0.5), "reed", 1.0),
        part(gable((0, 0, 33), (16, 10, 0), 8, 1.4), "wood", 0.9, True),
        part(cut(cone((6, 8, 10), 6, 2.6, 3.4), cone((6, 8, 12), 5, 2.2, 2.9)), "metal", 1.4),
        part(ellipsoid((2, 12, 0), (11, 5, 1.4)), "ice", 1.2),
    ]

    def stones(image: Indices, x: int, y: int) -> None:
        for row in range(y - 7, y + 11):
            for column in range(x - 11, x + 12):
                if not (0 <= row < image.shape[0]) or image[row, column] == NOTHING or image[row, column] // 16 != 7:
                    continue
                if row % 4 == 0 or (column + 3 * (row // 4 % 2)) % 6 == 0:
                    image[row, column] = index("metal", int(image[row, column]) % 16 - 1)

    return made(parts, 44, 54, 18, snow=0.6, key=0.68, paint=stones)


def ox() -> Thing:
    """A yellow-brown ox standing side on, a straw mat tied over its back, its breath before it."""
    body = smooth_union(
        3.0, ellipsoid((0, 0, 17), (17, 7.4, 8)), ellipsoid((-13, 0, 17.4), (7, 7, 8)),
        ellipsoid((13, 0, 18.6), (7.4, 7, 8.4)),
        capsule((16, 0, 21), (24, 0, 22), 5.2, 3.8),
    )
    parts = [
        part(body, "skin", 0.72), part(ellipsoid((28, 1, 22), (4.4, 3.4, 4.6)), "skin", 0.78),
        part(ellipsoid((31, 1.4, 18.6), (2.8, 2.6, 2.6)), "skin", 1.0),
        part(capsule((26, -2, 26), (29, -3, 29), 1.0, 0.5), "reed", 1.7),
        part(capsule((26, 3, 26), (29.4, 4, 29), 1.0, 0.5), "reed", 1.9),
        part(ellipsoid((23, 5.4, 24), (1.4, 3, 1.5)), "skin", 0.6),
        part(capsule((-19, 0, 20), (-21, 1, 8), 0.9, 0.7), "skin", 0.5),
        part(ellipsoid((-21, 1, 6), (1.4, 1.2, 2.6)), "wood", 0.5),
        part(cut(ellipsoid((0, 0, 18.6), (13, 8.4, 8.2)), box((0, 0, 6), (20, 12, 10))), "reed", 0.9, True),
        part(capsule((26, 4, 17), (29, 4, 21), 0.5), "reed", 1.3),
        part(capsule((-2, 8.6, 12), (-2, 7, 22), 0.6), "wood", 0.6),
    ]
    for x, y, gain in ((-14, 4, 0.75), (-10, -4, 0.45), (12, 4, 0.75), (15, -4, 0.45)):
        parts.append(part(capsule((x, y, 12), (x + 0.6, y, 5), 2.5, 1.6), "skin", gain))
        parts.append(part(capsule((x + 0.6, y, 5), (x, y, 1.2), 1.6, 1.8), "wood", 0.5 + gain * 0.3))

    def eye(image: Indices, x: int, y: int) -> None:
        dot(image, x + 29, y - 16, "wood", 0)
        for column, row, step in ((36, -12, 7), (37, -13, 6), (38, -12, 6), (40, -13, 5), (39, -14, 5)):
            dot(image, x + column, y + row, "snow", step)

    return made(parts, 84, 32, 14, snow=0.72, key=0.7, paint=eye)


def dog_house() -> Thing:
    """A kennel of old planks with straw in its mouth, a chain that goes to a stake, a bowl frozen over."""
    parts = [
        part(box((0, 2, 8), (10, 6, 8)), "wood", 1.6),
        part(gable((0, 3, 15), (13.5, 7, 0), 8, 1.2, along_y=True), "wood", 1.2, True),
        part(box((0, 8.2, 17), (6, 0.4, 3)), "wood", 1.2),
        part(box((0, 8.4, 4.6), (4.4, 0.5, 4.6)), "wood", 0.06),
        part(ellipsoid((0, 8.8, 9), (4.4, 0.5, 3)), "wood", 0.06),
        part(ellipsoid((0, 10, 0.2), (6, 3, 1.8)), "reed", 1.0),
        part(cone((14, 9, 0), 2.4, 3.4, 3.0), "metal", 1.2), part(cylinder((14, 9, 2), 0.6, 2.6), "ice", 1.6),
    ]
    for i in range(4):
        parts.append(part(box((-9 + i * 6, 8.2, 7), (0.35, 0.3, 7)), "wood", 0.8))
    for i in range(7):
        parts.append(part(sphere((-6 - i * 2.2, 10 + 1.6 * np.sin(i * 0.9), 0.8), 0.8), "metal", 1.2 if i % 2 else 0.8))
    return made(parts, 52, 26, 18, snow=0.55, key=0.72)


def window(lit: bool) -> Thing:
    """A farmhouse window to hang on a wall: frost in the corners, a curtain drawn; lit, it throws warm bars."""
    image = empty(28, 44)
    for row in range(2, 20):
        for column in range(3, 25):
            edge = row in (2, 19) or column in (3, 24)
            bar = column in (13, 14) or row == 8
            if edge or bar:
                image[row, column] = index("ice", 6 if edge else 5)
            elif lit:
                image[row, column] = index("lamp", 7 if row > 8 and abs(column - 13) < 7 else 6)
            else:
                image[row, column] = index("coat", 1 + (row + column) % 9 // 8)
    for column, row in ((4, 17), (4, 18), (5, 18), (6, 18), (23, 18), (22, 18), (23, 17), (4, 3), (23, 3), (15, 18),
        (12, 18), (12, 17)):
        image[row, column] = index("ice", 8)
    for row in range(3, 18):
        for column in (4, 5, 6, 21, 22, 23):
            if row != 8:
                image[row, column] = index("reed" if lit else "coat",
                    (7 if column % 2 else 5) if lit else 2 + column % 2)
    for column in range(2, 26):
        image[20, column] = index("wood", 5)
        image[1, column] = index("snow", 8)
        image[21, column] = index("snow", 8 if column % 5 else 6)
    return drawn(image[:23], (14, 43))


THINGS: dict[str, Callable[[], Thing]] = {
    "farmhouse_blue": farmhouse_blue, "farm_shed": farm_shed,
    "well": well, "ox": ox,
    "dog_house": dog_house, "window_lit": partial(window, True), "window_dark": partial(window, False),
}  # fmt: skip
