"""The market street of Yanji: single-storey shops with two alphabets over the door, seen from the street.

Names are invented, the same as in the picture of the street. What is lit warm is skin and reed, neon is rose and lamp.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from tools.art.model import Thing, made, part
from tools.art.noise import fbm
from tools.art.palette import MATERIALS, NOTHING
from tools.art.shapes import box, capsule, cylinder
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.things_front import Front, render

SNOW = MATERIALS.index("snow")


def _shop(
    wide: int, deep: int, tall: int, finish: Callable[[Front], None], seed: int, more: Sequence[Part] = (),
    material: str = "metal",
) -> Thing:
    """A flat-roofed shop ``wide`` x ``deep`` px, its front ``tall`` px of the picture; ``finish`` paints the front."""
    high = tall / 0.8
    parts = [
        part(box((0, -deep / 2, high / 2), (wide / 2, deep / 2, high / 2)), material, 1.3),
        part(box((0, -deep / 2, high + 0.6), (wide / 2, deep / 2, 1.2)), "metal", 1.2, True),
        part(box((0, -0.8, high + 2.4), (wide / 2, 0.9, 1.8)), "metal", 1.4, True), *more,
    ]

    def paint(image: Indices, x: int, y: int) -> None:
        wall = render(tall, wide, material, 0.34, seed)
        image[y - tall + 1 : y + 1, x - wide // 2 : x + wide // 2] = wall
        image[y + 1 :] = NOTHING
        drifts(image[: y - tall], seed)
        front = Front(image, x, y)
        finish(front)
        _drift(front, wide, seed)

    return made(parts, wide + 16, tall + deep + 34, 6, snow=0.42, key=0.62, ambient=0.24, paint=paint)


def drifts(roof: Indices, seed: int) -> None:
    """The wind's long strokes in the snow on a flat roof."""
    y, x = np.mgrid[0 : roof.shape[0], 0 : roof.shape[1]].astype(np.float32)
    wave = fbm(x / 26, y / 5, 3, seed)
    flat = (roof // 16 == SNOW) & (roof % 16 >= 5) & (roof % 16 <= 7)
    roof[flat & (wave > 0.58)] += 1
    roof[flat & (wave < 0.42)] -= 1


def _drift(front: Front, wide: int, seed: int) -> None:
    """Swept snow along the foot of the front, and the thin grey line where it meets the street."""
    for u in range(-wide // 2, wide // 2):
        deep = int(4.6 * fbm(np.float32(u / 11), np.float32(0.5), 2, seed) - 1.0)
        if deep > 0:
            front.fill(u, 0, u, deep - 1, "snow", 5)
            front.fill(u, deep - 1, u, deep - 1, "snow", 6)


def _board(front: Front, left: int, low: int, right: int, high: int, material: str = "coat", step: int = 1) -> None:
    """A sign board: its frame catches light above, snow on its top edge."""
    front.fill(left, low, right, high, material, step)
    front.fill(left, high, right, high, material, step + 2)
    front.fill(left, low, right, low, "wood", 1)
    front.fill(left, low, left, high, material, step + 2)
    front.fill(left + 1, high + 1, right - 2, high + 1, "snow", 7)


def _lit(front: Front, left: int, low: int, right: int, high: int, misted: bool = True) -> None:
    """A lit shop window: a bulb's warm room, steam on the glass from below, a frame."""
    front.fill(left, low, right, high, "reed", 8)
    for v in range(low, high + 1):
        share = (v - low) / max(high - low, 1)
        front.fill(left, v, right, v, "reed" if share > 0.35 else "skin", 8 if share > 0.5 else 7 if share > 0.2 else 6)
    for u in range(left, right + 1):
        for v in range(low, high + 1):
            mist = fbm(np.float32(u / 6), np.float32(v / 4), 2, 5) + 0.5 * (1 - (v - low) / (high - low))
            if misted and mist > 0.86:
                front.fill(u, v, u, v, "snow", 8 if mist > 1.0 else 7)
    front.frame(left - 1, low - 1, right + 1, high + 1, "wood", 2)


def _guest(front: Front, u: int, v: int, turned: int = 1) -> None:
    """Somebody at a table behind the glass, a dark shape: head, shoulders, a bowl."""
    front.fill(u - 1, v + 5, u + 1, v + 7, "wood", 2)
    front.fill(u - 3, v, u + 3, v + 3, "coat", 2)
    front.fill(u - 2, v + 4, u + 2, v + 4, "coat", 2)
    front.fill(u + turned * 5, v + 1, u + turned * 7, v + 2, "snow", 8)
    front.dots([(u + turned * 6, v + 3)], "snow", 7)


def _quilt_door(front: Front, left: int, right: int, high: int) -> None:
    """A door with a winter quilt hung before it, two panes of clear plastic in it."""
    front.fill(left - 2, 0, right + 2, high + 1, "wood", 2)
    front.fill(left, 0, right, high, "olive", 4)
    for v in range(2, high, 4):
        for u in range(left, right + 1):
            front.dots([(u, v + (u + v) % 2)], "olive", 3)
    for u in range(left + 3, right, 4):
        front.fill(u, 0, u, high, "olive", 3)
    front.fill(left, high - 10, right, high - 4, "skin", 6)
    front.fill(left + 1, high - 9, right - 1, high - 5, "reed", 7)
    front.fill((left + right) // 2, 0, (left + right) // 2, high, "wood", 3)
    front.fill(left, 0, right, 1, "olive", 2)


def _shutter(front: Front, left: int, low: int, right: int, high: int) -> None:
    """A rolled-down shutter, its slats, a padlock, a telephone number somebody has sprayed."""
    for v in range(low, high + 1):
        front.fill(left, v, right, v, "metal", 5 if v % 3 == 1 else 4 if v % 3 else 2)
    front.frame(left - 1, low - 1, right + 1, high + 1, "metal", 2)
    front.fill((left + right) // 2 - 1, low, (left + right) // 2 + 1, low + 2, "reed", 5)
    for u in range(left, right + 1):
        if fbm(np.float32(u / 7), np.float32(2.5), 2, 9) > 0.56:
            front.shade(u, low, u, low + 5, -1)


def _papers(front: Front, left: int, low: int, seed: int) -> None:
    """Menus and notices pasted by the door."""
    rng = np.random.default_rng(seed)
    for number in range(4):
        u, v = left + number % 2 * 5, low + number // 2 * 7
        front.fill(u, v, u + 3, v + 5, "reed" if number != 2 else "rose", 7 if number != 2 else 5)
        for row in range(v + 1, v + 5, 2):
            front.fill(u + 1, row, u + 1 + int(rng.integers(1, 3)), row, "wood", 3)


def _couplets(front: Front, left: int, right: int, high: int) -> None:
    """Red paper down both sides of a door and across it, for the year that is coming."""
    for u in (left, right):
        front.fill(u, 4, u + 2, high, "rose", 4)
        front.fill(u, high, u + 2, high, "rose", 5)
        for v in range(6, high - 1, 4):
            front.dots([(u + 1, v), (u + 1, v + 1), (u, v + 1)], "reed", 7)
    front.fill(left, high + 2, right + 2, high + 3, "rose", 4)


def noodles() -> Thing:
    """The noodle house, 9 cells wide, the one that is still open: steamed panes, a quilt for a door, pink neon."""

    def finish(front: Front) -> None:
        front.fill(-72, 0, 71, 3, "wood", 2)
        front.fill(-72, 4, 71, 4, "metal", 5)
        _lit(front, -66, 6, -36, 20)
        _guest(front, -56, 7)
        _guest(front, -42, 7, -1)
        _lit(front, -30, 6, -15, 20)
        front.fill(-24, 15, -21, 18, "rose", 5)
        front.dots([(-23, 19), (-22, 14)], "lamp", 6)
        _quilt_door(front, -8, 7, 21)
        _couplets(front, -13, 11, 20)
        _lit(front, 17, 6, 44, 20)
        _guest(front, 27, 7)
        _papers(front, 48, 7, 3)
        _lit(front, 59, 8, 68, 19)
        _board(front, -70, 23, 20, 35)
        _board(front, 24, 23, 70, 35, "wood", 1)
        front.neon(-62, 33, "국수", "rose", 3, 5.0)
        front.neon(-36, 33, "山月面", "rose", 3, 5.0)
        bowl = np.zeros(front.image.shape, dtype=bool)
        for left, right, v in ((-1, 15, 30), (0, 14, 29), (1, 13, 28), (3, 11, 27), (5, 9, 26)):
            bowl[front.y - v, front.x + left + 1 : front.x + right + 1] = v in (30, 26) or False
            bowl[front.y - v, [front.x + left + 1, front.x + right]] = True
        for du, dv in ((4, 32), (4, 33), (8, 32), (8, 33), (12, 32), (12, 33)):
            bowl[front.y - dv, front.x + du] = True
        front.tubes(bowl, "lamp", 4.0)
        front.text(30, 33, "만두", "reed", 7, 2)
        front.text(50, 33, "包子", "reed", 6, 2)
        for left, right in ((-66, -15), (17, 44)):
            for u in range(left, right, 2):
                front.shade(u, 21, u, 21, 1)

    more = [
        part(cylinder((52, -16, 44), 14, 2.2), "metal", 1.2, True),
        part(cylinder((52, -16, 57), 2, 3.4), "metal", 1.0, True),
        part(box((-48, -16, 47), (7, 5, 3.6)), "snow", 0.9, True),
        part(capsule((20, -22, 45), (20, -22, 66), 0.7), "metal", 1.1),
        part(box((20, -21.6, 62), (7, 0.4, 0.6)), "metal", 1.3),
    ]
    return _shop(144, 28, 36, finish, 3, more)


def barber() -> Thing:
    """A barber's, 4 cells: shut for the night, one lamp left on at the back, his pole turning for nobody."""

    def finish(front: Front) -> None:
        front.fill(-32, 0, 31, 3, "ice", 3)
        front.fill(-25, 5, 2, 19, "coat", 1)
        front.frame(-26, 4, 3, 20, "snow", 4)
        front.fill(-12, 5, -11, 19, "snow", 4)
        front.fill(-22, 11, -18, 17, "lamp", 3)
        front.frame(-22, 11, -18, 17, "lamp", 5)
        front.fill(-9, 8, -3, 10, "lamp", 3)
        front.dots([(-6, 11), (-6, 12), (-5, 13)], "lamp", 3)
        front.fill(8, 0, 19, 20, "ice", 3)
        front.frame(7, 0, 20, 21, "snow", 4)
        front.fill(10, 8, 17, 18, "coat", 1)
        front.dots([(18, 7), (18, 8)], "reed", 6)
        for v in range(6, 20):
            for u in (25, 26, 27):
                front.dots([(u, v)], ("snow", "rose", "snow", "coat")[(u + v) // 2 % 4],
                    7 if (u + v) // 2 % 2 == 0 else 5)
        front.fill(24, 20, 28, 20, "metal", 6)
        front.fill(24, 5, 28, 5, "metal", 6)
        _board(front, -30, 23, 29, 34, "ice", 2)
        front.neon(-24, 32, "머리", "lamp", 3, 4.0)
        front.text(3, 33, "美", "rose", 6, 2)
        front.fill(16, 29, 25, 30, "rose", 5)
        for u in range(16, 26, 2):
            front.fill(u, 26, u, 28, "rose", 5)

    return _shop(64, 14, 34, finish, 13, [part(box((-14, -9, 45), (5, 3.4, 2.6)), "snow", 0.9, True)])


def tea() -> Thing:
    """A tea shop, 4 cells, shutters down; over them the one green sign that nobody puts out."""

    def finish(front: Front) -> None:
        front.fill(-32, 0, 31, 3, "wood", 2)
        _shutter(front, -27, 4, 4, 20)
        _shutter(front, 10, 1, 24, 20)
        _couplets(front, 6, 25, 19)
        _board(front, -30, 23, 29, 34, "olive", 1)
        front.neon(-25, 33, "山茶", "lamp", 4, 5.0)
        front.text(4, 32, "다", "reed", 6)
        front.dots([(17 + a, 29 + b) for a, b in ((0, 0), (1, 1), (2, 1), (3, 0), (2, -1), (1, -1), (5, 1), (6, 2))],
            "lamp", 6)

    return _shop(64, 14, 34, finish, 23, [part(capsule((18, -9, 42), (18, -9, 54), 1.4), "metal", 1.1, True)])


def rice() -> Thing:
    """A rice merchant, 4 cells, boarded with planks for the night, sacks of husk left out."""

    def finish(front: Front) -> None:
        for u in range(-26, 13):
            front.fill(u, 1, u, 20, "wood", 3 + (u * 7 // 5 % 2) - (u % 5 == 0) * 2)
        front.fill(-27, 8, 13, 9, "wood", 5)
        front.fill(-8, 7, -5, 10, "reed", 5)
        for left, tall in ((17, 9), (24, 7)):
            front.fill(left, 0, left + 7, tall, "reed", 5)
            front.fill(left + 1, tall - 2, left + 5, tall, "reed", 6)
            front.fill(left + 7, 0, left + 7, tall, "reed", 3)
            front.fill(left, tall + 1, left + 6, tall + 1, "snow", 7)
            front.text(left + 1, tall - 2, "米", "wood", 3) if tall > 8 else None
        _board(front, -30, 23, 29, 34, "wood", 3)
        front.text(-24, 33, "大米", "reed", 8, 3)
        for u, v in ((4, 25), (5, 26), (6, 27), (7, 28), (9, 29), (11, 30), (13, 30), (15, 29)):
            front.dots([(u, v), (u + 1, v - 1 + u % 2)], "reed", 7)

    return _shop(64, 14, 34, finish, 33, [part(box((16, -9, 44), (7, 3, 1.4)), "wood", 1.0, True)], "wood")


def chemist() -> Thing:
    """A chemist's, 4 cells: the night counter's hatch is lit, a green cross over it."""

    def finish(front: Front) -> None:
        front.fill(-32, 0, 31, 3, "metal", 2)
        _shutter(front, -27, 4, -2, 20)
        front.fill(6, 0, 22, 21, "metal", 3)
        front.frame(5, 0, 23, 22, "snow", 4)
        front.fill(9, 10, 19, 18, "lamp", 6)
        front.fill(9, 16, 19, 18, "lamp", 7)
        front.fill(13, 10, 15, 14, "coat", 2)
        front.frame(8, 9, 20, 19, "metal", 5)
        front.fill(8, 8, 20, 8, "snow", 7)
        _board(front, -30, 23, 29, 34, "coat", 1)
        cross = np.zeros(front.image.shape, dtype=bool)
        for u in range(-24, -15):
            for v in range(25, 34):
                edge = (abs(u + 20) <= 1) or (abs(v - 29) <= 1)
                cross[front.y - v, front.x + u] = edge
        front.tubes(cross, "lamp", 5.0)
        front.neon(-8, 33, "약", "lamp", 2, 4.0)
        front.text(8, 33, "药", "snow", 6)

    return _shop(64, 14, 34, finish, 43, [part(cylinder((18, -9, 42), 7, 2.4), "metal", 1.2, True)])


THINGS: dict[str, Callable[[], Thing]] = {
    "shop_noodles": noodles, "shop_barber": barber, "shop_tea": tea, "shop_rice": rice, "shop_chemist": chemist,
}  # fmt: skip
