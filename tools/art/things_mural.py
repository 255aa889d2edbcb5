"""A painted wall by the road, made for two grades at once: faded by daylight, new in the inks of the poster.

It is painted twice in colours, as it is shown and as it has become; each pixel then gets the one index that comes
nearest to both. Nobody on it is anybody; the slogan, "under the snow there is spring", is ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from tools.art.model import Thing, drawn
from tools.art.noise import cell_edges, fbm
from tools.art.palette import MATERIALS, NOTHING, STEPS, Table, from_hex, index, table, to_oklab
from tools.art.pictures.busts import Look, Pose, bust
from tools.art.pictures.features import features
from tools.art.pictures.parts import Bools, Floats, Pen
from tools.art.sheet import Indices
from tools.art.solid import Lighting, unit
from tools.art.things_letters import words

RED, DARK, DEEP, ORANGE = "c81a18", "5c060c", "240606", "e8892e"
GOLD, STRAW, CREAM, PAPER = "f0a83e", "fadc86", "fdebb4", "fff6d8"
PINE, LEAF, FLESH = "17352b", "4f7f5c", "f8c084"
CEMENT = ("5d666c", "747d82", "8c9598")
SLOGAN = "눈 아래 봄이 있다"
COPING, BASE, BAND = 5, 7, 22
"""Px of the wall's snowed top, of its foot, of the red band with the words."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The painting as it is shown: ``rgb`` (height, width, 3), and its pixel coordinates."""

    rgb: NDArray[np.uint8]
    x: Floats
    y: Floats

    def ink(self, mask: Bools, colour: str) -> None:
        """One flat ink."""
        self.rgb[mask] = from_hex(colour)

    def pen(self) -> Pen:
        """A pen of the painting's size."""
        return Pen(self.rgb.shape[1], self.rgb.shape[0], 4)


def _canvas(width: int, height: int) -> Canvas:
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return Canvas(np.zeros((height, width, 3), dtype=np.uint8), x, y)


def _sky(at: Canvas, sun: tuple[float, float], low: float) -> None:
    """Rays from a plain sun that stands on the hills, the hills snowed, the far side pines."""
    away = np.hypot(at.x - sun[0], at.y - sun[1])
    ray = (np.arctan2(at.y - sun[1], at.x - sun[0]) / (2 * np.pi) * 26 % 1) < 0.5
    at.ink(at.y >= 0, STRAW)
    at.ink(ray, GOLD)
    at.ink((away > 64) & ray, ORANGE)
    at.ink(away < 11, RED)
    at.ink(away < 9, PAPER)
    far = low - 7 - 5 * np.sin(at.x / 19 + 1) - 3 * np.sin(at.x / 7)
    at.ink(at.y > far, CREAM)
    at.ink((at.y > far) & (at.y < far + 3 + 2 * np.sin(at.x / 3)), PAPER)
    at.ink((at.y > far + 2) & (at.y > low - 8 + 3 * np.sin(at.x / 11 + 2)), STRAW)


def _field(at: Canvas, low: float, middle: float) -> None:
    """Furrows that run together under the sun, green coming up in them through the snow."""
    depth = np.maximum(at.y - low + 3, 0.5)
    at.ink(at.y >= low, PAPER)
    row = ((at.x - middle) / depth * 1.1) % 2
    at.ink((at.y >= low) & (row < 0.8), "b0341c")
    at.ink((at.y >= low) & (row > 1.1) & (row < 1.6) & ((at.y * 2 + np.floor(at.x / 3)) % 3 < 1), LEAF)


def _flag(at: Canvas, left: float, right: float, top: float) -> None:
    """A long red cloth, one fold lighter."""
    edge = top + 3.0 * np.sin((at.x - left) / 11)
    cloth = (at.x >= left) & (at.x < right) & (at.y > edge) & (at.y < edge + 12 + 2 * np.sin(at.x / 8))
    at.ink(cloth, RED)
    at.ink(cloth & ((at.x - left) % 22 > 15), "ec4428")
    at.ink(cloth & ((at.x - left) % 22 < 3), "84090f")


def _tractor(at: Canvas, x: float, y: float) -> None:
    """A red tractor coming on, smoke standing straight up from it."""
    pen = at.pen()
    pen.area([(x - 12, y - 4), (x - 12, y - 10), (x - 1, y - 10), (x - 1, y - 17), (x + 9, y - 17), (x + 10, y - 4)])
    body = pen.mask()
    at.ink(ndimage.binary_dilation(body) & ~body, DEEP)
    at.ink(body, RED)
    at.ink((at.x > x) & (at.x < x + 8) & (at.y > y - 16) & (at.y < y - 10), STRAW)
    at.ink((at.x >= x - 12) & (at.x < x - 2) & (at.y >= y - 10) & (at.y < y - 8), "f26a3e")
    for cx, r in ((x - 8, 3.4), (x + 5, 6.0)):
        away = np.hypot(at.x - cx, at.y - y + r - 1)
        at.ink(away < r + 0.8, DEEP)
        at.ink(away < r * 0.5, GOLD)
    at.ink((np.abs(at.x - x + 8) < 1) & (at.y > y - 15) & (at.y < y - 9), DEEP)


FLATS: dict[str, tuple[str, str, str, str]] = {
    "skin": ("8c3418", "d8753a", FLESH, PAPER), "rose": ("84090f", RED, "ec4428", "f8946a"),
    "wood": (DEEP, DEEP, "4a0a0a", "7d1410"), "olive": ("0e1f1a", PINE, "2a5543", LEAF),
    "coat": (DEEP, "331016", "5a1a1e", "8c3a2e"), "reed": ("7d3c0c", "b56a16", "efbc4c", STRAW),
    "metal": ("7d3c0c", "dc9a2c", STRAW, PAPER), "snow": ("cf5a22", GOLD, CREAM, PAPER),
}


def _head(at: Canvas, look: Look, x: int, y: int, scale: float, low: float) -> None:
    """A painted head turned up to the light, four flat inks to each stuff, a dark line round it; cut at ``low``."""
    size, middle = (90, 80), (45.0, 34.0)
    pose = Pose(34, 13, 16)
    light = Lighting(toward=unit(-0.05, 0.70, 0.62), ambient=0.10, key=1.15, fill=0.22, fill_toward=unit(1, 0.1, 0.3))
    seen = bust(look, pose, size, middle, scale, light)
    level = np.digitize(seen.tone, [0.22, 0.44, 0.70])
    rgb = np.zeros((*seen.tone.shape, 3), dtype=np.uint8)
    for name, inks in FLATS.items():
        here = seen.material == MATERIALS.index(name)
        rgb[here] = np.array([from_hex(ink) for ink in inks], dtype=np.uint8)[level][here]
    body = seen.material >= 0
    marks = features(pose.yaw, pose.pitch, size, middle, scale)
    for name in ("lid", "brow", "mouth"):
        rgb[marks[name] & body] = from_hex(DEEP)
    rim = ndimage.binary_dilation(body) & ~body
    rgb[rim] = from_hex(DEEP)
    left, top = int(x - middle[0]), int(y - middle[1])
    for row, column in zip(*np.where(body | rim), strict=True):
        v, u = row + top, column + left
        if 0 <= v < low and 0 <= u < at.rgb.shape[1]:
            at.rgb[v, u] = rgb[row, column]


def _painter(at: Canvas, x: float, low: float) -> None:
    """Small, at the end of the band: a woman from behind with a brush, who is just finishing the last stroke."""
    pen = at.pen()
    pen.area([(x - 5, low), (x - 4, low - 9), (x - 1, low - 12), (x + 2, low - 12), (x + 4.4, low - 9), (x + 5, low)])
    coat = pen.mask(0.4)
    head = np.hypot((at.x - x - 0.4), (at.y - low + 15) * 0.9) < 3.2
    arm = at.pen().line([(x - 2, low - 10), (x - 8, low - 8)], 2.4).mask(0.4)
    whole = coat | head | arm
    at.ink(ndimage.binary_dilation(whole) & ~whole, DEEP)
    at.ink(coat | arm, PINE)
    at.ink(head, CREAM)
    at.ink(at.pen().line([(x - 8, low - 8), (x - 11, low - 4)], 1.6).mask(0.4), GOLD)


def _shown(wide: int, high: int, long: bool) -> NDArray[np.uint8]:
    """The whole painting with its band of words, new."""
    at, low = _canvas(wide, high), high - BAND
    sun = (wide * 0.62, low - 13.0)
    _sky(at, sun, low - 4)
    _field(at, low - 8, sun[0])
    _flag(at, 0, wide * (0.42 if long else 0.34), 2)
    if long:
        _tractor(at, wide - 22, low - 5)
        _head(at, Look("cap", "olive", "olive", nose=1.02, neck=0.38), 20, 19, 11.5, low)
        _head(at, Look("kerchief", "rose", "snow", jaw=0.92, nose=0.92, neck=0.3, lips="rose"), 50, 17, 13.0, low)
    else:
        _head(at, Look("kerchief", "rose", "snow", jaw=0.92, nose=0.92, neck=0.3, lips="rose"), 19, 17, 12.5, low)
    at.ink(at.y >= low, RED)
    at.ink((at.y >= low) & (at.y < low + 1), DARK)
    marks = words(SLOGAN if long else "봄이 있다", 1, 2)
    left = max((wide - 14 - marks.shape[1]) // 2, 2)
    box = np.zeros(at.x.shape, dtype=bool)
    box[low + 3 : low + 3 + marks.shape[0], left : left + marks.shape[1]] = marks[: high - low - 3]
    at.ink(np.roll(box, (1, 1), (0, 1)), DARK)
    at.ink(box, PAPER)
    _painter(at, wide - 7, high)
    at.ink((at.x < 1) | (at.x >= wide - 1) | (at.y < 1), DARK)
    return at.rgb


def _lived(shown: NDArray[np.uint8], seed: int) -> NDArray[np.uint8]:
    """What eleven winters have left of it: bleached, run, flaked to the cement, patched, a crack through it."""
    height, width, _ = shown.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    light = (shown @ np.array([0.30, 0.56, 0.14])).astype(np.float32)
    grey = np.stack([light * 0.62 + 54, light * 0.62 + 56, light * 0.60 + 56], axis=-1)
    run = 0.12 * (fbm(x / 3, y / 26, 2, seed + 4) > 0.56)
    bleach = 0.55 * (fbm(x / 2.6, y / 1.7, 2, seed + 9) - 0.5)
    kept = np.clip(0.26 + bleach + 0.7 * (fbm(x / 30, y / 22, 2, seed + 3) - 0.5) - run, 0.04, 0.58)[..., None]
    faded = grey * (1 - kept) + (shown * 0.80 + 26) * kept - 90 * run[..., None]
    cement = np.array([from_hex(one) for one in CEMENT], dtype=np.float32)
    flake = fbm(x / 15, y / 9, 4, seed) + 0.08 * (np.abs(y / height - 0.5) * 2) ** 2
    bare = flake > 0.585
    rough = cement[np.clip((fbm(x / 5, y / 4, 2, seed + 1) * 3).astype(int), 0, 2)]
    out = np.where(bare[..., None], rough, faded)
    edge = bare & ~np.roll(bare, (1, 1), (0, 1))
    out[edge] = from_hex("3c4448")
    out[np.roll(bare, (1, 1), (0, 1)) & ~bare] += 22
    for left, top, right, low in ((0.16, 0.62, 0.25, 0.98), (0.70, 0.04, 0.78, 0.36)):
        patch = (x > left * width + 2 * fbm(y / 4, y * 0, 2, seed)) & (x < right * width)
        patch &= (y > top * height) & (y < low * height)
        out[patch] = cement[2] + 14 * (fbm(x / 9, y / 2.5, 2, seed + 8) - 0.5)[patch][:, None]
        out[patch & ~ndimage.binary_erosion(patch)] = cement[0]
    crack = cell_edges(x + 4 * fbm(x / 6, y / 6, 2, 3), y, 46, seed + 6) < 0.7
    crack &= fbm(x / 30, y / 30, 2, seed + 7) > 0.52
    out[crack] = from_hex("23292d")
    return np.clip(out, 0, 255).astype(np.uint8)


@cache
def _inks() -> tuple[NDArray[np.uint8], NDArray[np.float64], NDArray[np.float64]]:
    """Every index, and its colour on the poster and by daylight, in OKLab."""
    every = np.array([index(name, step) for name in MATERIALS for step in range(STEPS)], dtype=np.uint8)
    tables: tuple[Table, Table] = (table("poster"), table("road"))
    return every, to_oklab(tables[0][every].astype(float)), to_oklab(tables[1][every].astype(float))


def two_faced(shown: NDArray[np.uint8], lived: NDArray[np.uint8], proud: float = 1.4) -> Indices:
    """Indices whose poster inks come near ``shown`` and whose daylight colours come near ``lived``, (h, w, 3) each.

    ``proud``: how much more the poster counts than the day.
    """
    every, poster, day = _inks()
    both = np.concatenate([shown, lived], axis=-1).reshape(-1, 6)
    kinds, where = np.unique(both, axis=0, return_inverse=True)
    far = proud * ((to_oklab(kinds[:, None, :3].astype(float)) - poster) ** 2).sum(-1)
    far = far + ((to_oklab(kinds[:, None, 3:].astype(float)) - day) ** 2).sum(-1)
    return np.asarray(every[far.argmin(-1)][where.reshape(-1)].reshape(shown.shape[:2]), dtype=np.uint8)


def _rusted(painted: Indices, seed: int) -> Indices:
    """The same with strokes of rust in the plain red: brown by day, and on the poster a red a little warmer."""
    y, x = np.mgrid[0 : painted.shape[0], 0 : painted.shape[1]].astype(np.float32)
    stroke = fbm(x / 2.4, y / 0.9, 2, seed + 11) > 0.575
    rusted = painted.copy()
    rusted[(painted == index("rose", 4)) & stroke] = index("lamp", 2)
    return rusted


def mural(wide: int, tall: int, long: bool, seed: int) -> Thing:
    """The wall, ``wide`` x ``tall`` px: a snowed coping, the painting, a foot that the road has splashed."""
    image = np.full((tall + 3, wide), NOTHING, dtype=np.uint8)
    high = tall - COPING - BASE
    shown = _shown(wide - 8, high, long)
    x = np.arange(wide, dtype=np.float32)
    y, across = np.mgrid[0:tall, 0:wide].astype(np.float32)
    tone = 4 + 2.4 * (fbm(across / 13, y / 9, 3, seed) - 0.5)
    image[COPING:tall] = (index("metal", 0) + np.clip(np.round(tone), 2, 6)).astype(np.uint8)[COPING:]
    image[COPING : COPING + 2] = index("metal", 7)
    image[COPING + 2] = index("metal", 2)
    image[COPING + 3 : COPING + 3 + high - 3, 4 : wide - 4] = _rusted(two_faced(shown, _lived(shown, seed)), seed)[3:]
    image[tall - BASE, :] = index("metal", 6)
    image[:, 0][COPING:tall] = index("metal", 6)
    image[:, -1][COPING:tall] = index("metal", 2)
    deep = np.round(1.6 + 2.6 * fbm(x / 15, x * 0, 2, seed)).astype(int)
    drift = np.round(1 + 5 * fbm(x / 22, x * 0 + 2, 2, seed + 1)).astype(int)
    for column in range(wide):
        image[COPING - deep[column] : COPING + 1, column] = index("snow", 8)
        image[COPING, column] = index("snow", 7)
        image[tall - drift[column] : tall + 2, column] = index("snow", 6)
        image[tall - drift[column], column] = index("snow", 8)
        if fbm(np.float32(column / 5), np.float32(9), 2, seed) > 0.62:
            image[COPING + 1 : COPING + 4, column] = index("snow", 8)
    return drawn(image, (wide // 2, tall))


THINGS: dict[str, Callable[[], Thing]] = {
    "mural_a": partial(mural, 176, 72, True, 5), "mural_b": partial(mural, 96, 62, False, 20),
}
