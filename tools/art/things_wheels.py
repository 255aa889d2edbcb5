"""What drives in the villages over the river: a motorbike, a police van, the cabbage truck."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import Thing, dot, line, made, part
from tools.art.palette import index
from tools.art.shapes import box, capsule, custom, cylinder, ellipsoid, sphere, turned
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.things_border import turned_part
from tools.art.things_hill import van_signals_parts
from tools.art.things_road import wheel


def tyre(x: float, y: float, radius: float) -> list[Part]:
    """A tyre with its pale hub, its side to the viewer."""
    hub = turned(cylinder((x, y + 2.8, radius - 0.6), 1.0, radius * 0.42), (x, y + 2.8, radius), np.pi / 2, 0)
    return [part(wheel(x, y, radius, 0, 2.3), "coat", 0.5), part(hub, "metal", 1.5)]


def motorbike() -> Thing:
    """A small red-tanked motorbike on its stand, a thermos strapped behind, quilted muffs on its handles."""
    parts = [
        part(wheel(-13, 0, 7.2, 7, 0.9), "coat", 0.9), part(wheel(13, 0, 7.2, 7, 0.9), "coat", 0.9),
        part(capsule((-13, 0, 7), (-4, 0, 13), 0.9), "metal", 1.0),
        part(capsule((-13, 0, 7), (2, 0, 5), 1.0), "metal", 1.2),
        part(box((0, 0, 7.6), (4.2, 2.4, 3.4), 0.6), "metal", 1.3),
        part(capsule((3, 2.4, 5), (-14, 3, 5), 1.1), "metal", 1.8),
        part(ellipsoid((4, 0, 14.4), (6.4, 2.8, 3)), "rose", 1.1),
        part(box((-6, 0, 14), (6.4, 2.6, 1.4), 0.8), "coat", 0.5, True),
        part(capsule((13, 0, 7), (9, 0, 18), 1.0), "metal", 1.5),
        part(capsule((9, -6, 20), (9, 6, 20), 0.7), "metal", 1.4),
        part(capsule((9, 3.4, 20), (8, 7.4, 19.6), 2.0), "wood", 1.1),
        part(capsule((9, -3.4, 20), (8, -7.4, 19.6), 2.0), "wood", 0.7),
        part(sphere((12.6, 0, 17), 2.2), "metal", 1.6), part(sphere((14, 0.8, 17), 1.4), "lamp", 1.4),
        part(capsule((-12, 1, 15.4), (-12, 1, 22), 2.0), "ice", 1.6),
        part(capsule((-12, 1, 22), (-12, 1, 24), 1.4), "metal", 1.7),
        part(capsule((-2, 2, 4), (-4, 6, 0), 0.6), "metal", 1.1),
        part(box((-13, 0, 14.6), (4, 1.6, 0.6)), "metal", 1.2, True),
    ]
    return made(parts, 50, 26, 14, snow=0.8, key=0.74)


def _van_police() -> list[Part]:
    """A white police van with a dark blue band and a bar of lamps, caged windows behind."""
    return [
        part(box((-7, 0, 20), (29, 12, 13), 2.4), "snow", 2.1, True),
        part(box((25, 0, 16), (9, 11.4, 9), 2.8), "snow", 2.1, True),
        part(box((-1, 12.0, 15.4), (33.4, 0.5, 2.6)), "coat", 1.3),
        part(box((-1, 12.3, 12.2), (33.4, 0.4, 0.5)), "rose", 0.9),
        part(box((14.6, 12.1, 25.6), (6, 0.4, 4.6), 0.3), "ice", 0.6),
        part(box((26.4, 0, 27), (1.4, 9, 3.6)), "ice", 0.6),
        part(box((-4, 12.1, 25.6), (8.4, 0.4, 4.4), 0.3), "ice", 0.4),
        part(box((-25, 12.1, 25.6), (7.4, 0.4, 4.4), 0.3), "ice", 0.4),
        part(box((7.2, 12.3, 19), (0.35, 0.3, 11)), "metal", 0.8),
        part(box((-15, 12.3, 19), (0.35, 0.3, 11)), "metal", 0.8),
        part(box((12, 0, 34.2), (3, 9, 1.6), 0.6), "metal", 1.2),
        part(box((12, 6, 35), (2.4, 3, 1.5), 0.5), "ice", 2.2),
        part(box((12, -5, 35), (2.4, 3, 1.5), 0.5), "rose", 1.3),
        part(box((33.4, 7, 14.6), (1, 2, 2), 0.6), "lamp", 1.2), part(box((0, 0, 7), (33, 10.6, 2)), "coat", 0.5),
        part(box((33.4, 0, 8.6), (1.8, 11.6, 1.6), 0.4), "metal", 1.0, True), *tyre(23, 11, 7), *tyre(-22, 11, 7),
        part(box((-36.2, 0, 26), (0.5, 8, 4), 0.3), "ice", 0.4), part(box((-36.2, 0, 15), (0.4, 0.4, 9)), "metal", 0.8),
        part(box((-36.2, 9, 15), (0.6, 1.4, 2)), "rose", 1.2), part(box((-36.2, -9, 15), (0.6, 1.4, 2)), "rose", 1.2),
    ]


def van_police() -> Thing:
    """The police van going east."""

    def bars(image: Indices, x: int, y: int) -> None:
        for left, right in ((-12, 4), (-32, -18)):
            for column in range(x + left + 1, x + right, 3):
                line(image, column, y - 11, column, y - 5, index("metal", 6))
        for column in (x + 11, x + 12, x + 13):
            dot(image, column, y - 18, "ice", 9)

    return made(_van_police(), 94, 50, 24, snow=0.74, key=0.6, ambient=0.22, paint=bars)


def _car() -> list[Part]:
    """A Chinese border patrol's car: olive jeep, canvas top with snow, a spare wheel, two round lamps."""
    return [
        part(box((-4, 0, 13), (25, 10.4, 6), 1.6), "olive", 1.05, True),
        part(box((19, 0, 14.6), (8, 9.4, 5), 1.8), "olive", 1.15, True),
        part(box((-8, 0, 24), (16, 9.8, 7), 2.0), "reed", 0.72, True),
        part(box((9.4, 0, 22.4), (0.8, 8.6, 4.2)), "ice", 0.6),
        part(box((0.4, 9.9, 23.4), (5, 0.4, 3.6), 0.3), "ice", 0.4),
        part(box((-14, 9.9, 23.4), (6, 0.4, 3.6), 0.3), "ice", 0.4),
        part(box((-7.6, 10.6, 15), (0.35, 0.3, 6)), "olive", 0.5),
        part(box((-25, 0, 25), (0.6, 7, 3.6)), "ice", 0.4),
        part(sphere((27.4, 6.2, 14.4), 2.2), "metal", 1.4), part(sphere((28.6, 6.2, 14.4), 1.6), "lamp", 2.0),
        part(sphere((27.4, -6.2, 14.4), 2.2), "metal", 1.4), part(sphere((28.6, -6.2, 14.4), 1.6), "lamp", 2.0),
        part(box((27.6, 0, 8), (1.4, 10.4, 1.4), 0.4), "metal", 0.9, True),
        part(box((0, 0, 7), (26, 8.6, 2)), "coat", 0.45),
        part(turned(cylinder((-28, 0, 14), 2.4, 5.6), (-28, 0, 15), np.pi / 2, 1), "coat", 0.5),
        part(box((-1, 0, 31), (2, 3.4, 1.3), 0.5), "ice", 1.6), *tyre(17, 9.6, 6.4), *tyre(-17, 9.6, 6.4),
        part(wheel(17, -9.4, 6.4, 0, 2.2), "coat", 0.4), part(wheel(-17, -9.4, 6.4, 0, 2.2), "coat", 0.4),
    ]


def mirrored(whole: Part) -> Part:
    """The part with east and west changed about the origin."""
    shape, flip = whole.shape, np.array([-1, 1, 1], dtype=np.float32)
    centre = (-shape.centre[0], shape.centre[1], shape.centre[2])
    return Part(custom(lambda p: shape.field(p * flip), centre, shape.reach), whole.material, whole.gain, whole.snowy)


def going(parts: Callable[[], list[Part]], way: str) -> Thing:
    """A vehicle modelled going east, shown going ``way``: "e", "s", "w" (its near side again) or "n"."""
    turn = {"e": 0.0, "s": np.pi / 2, "n": -np.pi / 2}
    shown = [mirrored(p) if way == "w" else turned_part(p, turn[way]) for p in parts()]
    return made(shown, 110, 84, 52, snow=0.74, key=0.62, ambient=0.20)


def cabbage_truck() -> Thing:
    """A green-grey three-axle farm lorry heaped with winter cabbages, a straw mat and a net over the load."""
    parts = [
        part(box((36, 0, 22), (10, 12.4, 13), 2.2), "olive", 1.5, True),
        part(box((44, 0, 14), (4, 12, 6), 1.2), "olive", 1.1),
        part(box((37.5, 12.5, 26.6), (6, 0.5, 4.4), 0.3), "wood", 0.45),
        part(box((45.4, 0, 27.4), (0.8, 10, 4.2)), "wood", 0.45),
        part(box((30, 12.7, 19), (0.3, 0.3, 9)), "olive", 0.5),
        part(box((48.2, 7, 14), (0.8, 2.2, 2), 0.5), "lamp", 1.0),
        part(box((47.6, 0, 8.4), (1.4, 12.4, 1.8), 0.4), "metal", 1.0, True),
        part(box((0, 0, 9.4), (46, 8, 1.6)), "metal", 0.5),
        part(box((-12, 0, 13), (35, 13.4, 1.2)), "wood", 1.0),
        part(box((-12, -13.4, 19), (35, 0.7, 6)), "olive", 0.6, True),
        part(box((-46.6, 0, 19), (0.7, 13.4, 6)), "olive", 0.8, True),
        part(box((22.6, 0, 24), (0.7, 13.4, 11)), "olive", 0.9, True),
        part(capsule((24, 10, 16), (24, 10, 38), 1.2), "metal", 0.9),
        *tyre(37, 11.6, 7.6), *tyre(-22, 11.6, 7.6), *tyre(-38, 11.6, 7.6),
        part(wheel(37, -10, 7.6, 0, 2.4), "wood", 0.45),
    ]
    for i in range(2):
        parts.append(part(box((-12, 13.4, 16.4 + i * 6), (35, 0.7, 2.6)), "olive", 1.35 - 0.15 * i, i == 1))
    for x in (-45.0, -28.0, -11.0, 6.0, 22.0):
        parts.append(part(box((x, 14.2, 19), (0.8, 0.6, 6.6)), "metal", 1.0))
    rng = np.random.default_rng(14)
    for level, across in ((0, 8), (1, 7), (2, 5)):
        for i in range(across):
            for y in ((-7, 0, 7) if level < 2 else (-4, 4)):
                x = -12 + (i - (across - 1) / 2) * 8.4 + rng.uniform(-1, 1)
                ball = ellipsoid((x, y + rng.uniform(-1, 1), 22 + level * 5), (4.9, 4.3, 4.1))
                parts.append(part(ball, "olive", 1.3 + 0.5 * rng.random(), level == 2 and i < 3))
    parts += [
        part(ellipsoid((-30, 0, 31), (13, 10, 5)), "reed", 1.1, True),
        part(capsule((-20, -8, 33), (-18, 13.6, 22), 0.5), "reed", 1.5),
        part(capsule((4, -8, 34), (6, 13.6, 22), 0.5), "reed", 1.5),
    ]
    return made(parts, 112, 56, 26, snow=0.74, key=0.66)


THINGS: dict[str, Callable[[], Thing]] = {
    "motorbike": motorbike, "van_police": van_police, "cabbage_truck": cabbage_truck,
    "car_patrol": partial(going, _car, "e"),
    **{f"car_patrol_{way}": partial(going, _car, way) for way in "swn"},
    **{f"van_police_{way}": partial(going, _van_police, way) for way in "swn"},
    **{f"van_signals_{way}": partial(going, van_signals_parts, way) for way in "swn"},
}  # fmt: skip
