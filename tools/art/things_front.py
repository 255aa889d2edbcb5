"""What is painted on the front of a house: panes, boards, signs, neon with its glow, by px right of its foot and up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from tools.art.dither import BAYER
from tools.art.noise import fbm
from tools.art.palette import NOTHING, index
from tools.art.sheet import Indices
from tools.art.things_letters import words


@dataclass(frozen=True, slots=True)
class Front:
    """A picture and the pixel (x, y) of its foot. ``u`` counts right of it, ``v`` up from it (0: the foot's row)."""

    image: Indices
    x: int
    y: int

    def fill(self, left: int, low: int, right: int, high: int, material: str, step: int) -> None:
        """A rectangle, all ends included."""
        self.ink(self._box(left, low, right, high), material, step)

    def frame(self, left: int, low: int, right: int, high: int, material: str, step: int) -> None:
        """The rim of a rectangle."""
        for a, b, c, d in ((left, low, right, low), (left, high, right, high), (left, low, left, high),
                (right, low, right, high)):
            self.fill(a, b, c, d, material, step)

    def shade(self, left: int, low: int, right: int, high: int, by: int) -> None:
        """Steps more or less for what is already there."""
        mask = self._box(left, low, right, high) & (self.image != NOTHING)
        step = np.clip((self.image % 16).astype(np.int16) + by, 0, 9)
        self.image[mask] = (self.image // 16 * 16 + step).astype(np.uint8)[mask]

    def text(self, left: int, top: int, word: str, material: str, step: int, gap: int = 1) -> None:
        """Painted signs, their upper left at (left, top)."""
        self.ink(self._place(words(word, gap), left, top), material, step)

    def neon(self, left: int, top: int, word: str, material: str, gap: int = 1, reach: float = 4.0) -> None:
        """Signs of glass tube: nearly white, a glow of the same material about them."""
        self.tubes(self._place(words(word, gap), left, top), material, reach)

    def tubes(self, mask: NDArray[np.bool_], material: str, reach: float = 4.0, strong: float = 1.0) -> None:
        """Tubes where ``mask`` is: step 8 with a dithered glow ``reach`` px round, only on what is already there."""
        if not mask.any():
            return
        away = ndimage.distance_transform_edt(~mask)
        glow = strong * np.clip(1 - away / reach, 0, 1)
        height, width = mask.shape
        level = np.floor(glow * 4 + np.tile(BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width] - 0.3)
        for number in (1, 2, 3, 4):
            self.ink((level == number) & (self.image != NOTHING) & ~mask, material, 1 + number)
        self.ink(mask, material, 8)

    def dots(self, spots: list[tuple[int, int]], material: str, step: int) -> None:
        """Single pixels at (u, v)."""
        for u, v in spots:
            self.fill(u, v, u, v, material, step)

    def ink(self, mask: NDArray[np.bool_], material: str, step: int) -> None:
        """One index where the mask is."""
        self.image[mask] = index(material, step)

    def _box(self, left: int, low: int, right: int, high: int) -> NDArray[np.bool_]:
        mask = np.zeros(self.image.shape, dtype=bool)
        top, bottom = max(self.y - high, 0), max(self.y - low + 1, 0)
        mask[top:bottom, max(self.x + left, 0) : max(self.x + right + 1, 0)] = True
        return mask

    def _place(self, marks: NDArray[np.bool_], left: int, top: int) -> NDArray[np.bool_]:
        mask = np.zeros(self.image.shape, dtype=bool)
        row, column = self.y - top, self.x + left
        mask[row : row + marks.shape[0], column : column + marks.shape[1]] = marks
        return mask


def window(front: Front, left: int, low: int, right: int, high: int, light: str = "", bars: bool = False) -> None:
    """A window with frame, cross and snowed sill. ``light``: "" dark, "warm", "white" or "curtain"."""
    front.fill(left - 1, low - 1, right + 1, high + 1, "snow", 4)
    front.fill(left, low, right, high, "coat", 1)
    middle = (left + right) // 2
    if light:
        glass, lower = {"warm": ("reed", 8), "white": ("lamp", 7), "curtain": ("skin", 6)}[light]
        front.fill(left, low, right, high, glass, lower)
        front.fill(left, high - 1, right, high, glass, lower - 1)
        front.fill(left, low, right, low + 1, glass, lower - 2)
        if light != "white":
            for u in (left, left + 1, right - 1, right):
                front.fill(u, low, u, high, "skin", 5 + (u in (left + 1, right)))
    else:
        front.dots([(left, low), (left + 1, low), (left, low + 1), (right, low), (right, high)], "ice", 4)
        front.dots([(left + 2, low), (left + 1, low + 1), (right - 1, low)], "ice", 3)
        front.fill(left + 1, high - 2, left + 2, high - 1, "coat", 3)
    front.fill(middle, low, middle, high, "snow", 3)
    if high - low > 9:
        front.fill(left, high - 4, right, high - 4, "snow", 3)
    if bars:
        for u in range(left, right + 1, 3):
            front.fill(u, low, u, high, "metal", 2)
        front.fill(left, (low + high) // 2, right, (low + high) // 2, "metal", 2)
    front.fill(left - 2, low - 2, right + 2, low - 2, "snow", 7)
    front.fill(left - 2, low - 3, right + 2, low - 3, "metal", 2)


def air_box(front: Front, left: int, low: int) -> None:
    """An air-conditioner's box on brackets, 11 x 8, its fan, snow on it, an icicle."""
    front.fill(left, low, left + 10, low + 7, "snow", 5)
    front.fill(left, low, left + 10, low, "snow", 2)
    front.fill(left + 10, low, left + 10, low + 7, "snow", 3)
    for du, dv in ((2, 1), (3, 1), (1, 2), (1, 3), (1, 4), (2, 5), (3, 5), (4, 5), (5, 4), (5, 3), (5, 2), (4, 1)):
        front.fill(left + du, low + dv + 1, left + du, low + dv + 1, "metal", 3)
    front.fill(left + 2, low + 3, left + 4, low + 5, "metal", 2)
    front.dots([(left + 3, low + 4)], "metal", 5)
    for dv in (2, 4, 6):
        front.fill(left + 7, low + dv, left + 9, low + dv, "snow", 3)
    front.fill(left - 1, low + 8, left + 11, low + 8, "snow", 8)
    front.fill(left + 1, low + 9, left + 8, low + 9, "snow", 7)
    front.fill(left + 2, low - 3, left + 2, low - 1, "metal", 2)
    front.fill(left + 8, low - 2, left + 8, low - 1, "metal", 2)
    front.dots([(left + 5, low - 1), (left + 5, low - 2)], "ice", 7)


def render(height: int, width: int, material: str, tone: float, seed: int, lean: float = 0.10) -> Indices:
    """Rendered masonry that is stained and a little lighter upward: a picture (height, width)."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    stain = fbm(x / 17, y / 11, 3, seed) - 0.5
    run = (fbm(x / 4, y / 40, 2, seed + 1) > 0.62) * 0.5
    level = 10 * (tone + lean * (0.5 - y / height) + 0.22 * stain) - run
    step = np.clip(np.floor(level + 0.5), 0, 9).astype(np.uint8)
    return np.asarray(index(material, 0) + step, dtype=np.uint8)
