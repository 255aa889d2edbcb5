"""What every picture is made with: a plate of colours, a pen, and how layers are named and saved.

A plate is one layer, 700 x 360 px. Pixels hold ready colours (each came from a ramp through ``quantise``), so a
plate's palette is whatever was used; at most 255 colours are kept, the rarest joining their nearest kin.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tools.art.dither import BAYER, Mask, quantise
from tools.art.palette import NOTHING, Table, from_hex, ramp
from tools.art.sheet import Indices

WIDTH, HEIGHT = 700, 360
yy, xx = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
"""The y and x of every pixel of a plate."""

Bools = NDArray[np.bool_]
Floats = NDArray[np.float32]
Line = Sequence[tuple[float, float]]


def inks(keys: str, steps: int | None = None) -> Table:
    """A ramp (steps, 3) through the hex colours of ``keys``, dark to light; as many as given unless told."""
    return ramp(keys, len(keys.split()) if steps is None else steps)


class Plate:
    """One layer being painted: ``rgb`` (360, 700, 3) and where it is ``shown``."""

    __slots__ = ("rgb", "shown")

    def __init__(self) -> None:
        self.rgb: NDArray[np.uint8] = np.zeros((HEIGHT, WIDTH, 3), dtype=np.uint8)
        self.shown: Bools = np.zeros((HEIGHT, WIDTH), dtype=bool)

    def paint(
        self, where: Bools, colours: Table, tone: Floats | float, width: float = 0.0, mask: Mask | None = None
    ) -> None:
        """Tones 0..1 as steps of ``colours`` where told; ``width`` of the dithered zone in steps."""
        full = np.broadcast_to(np.asarray(tone, dtype=np.float32), where.shape)
        step = quantise(np.clip(full, 0.0, 1.0), width, mask, len(colours))
        self.rgb[where] = colours[step[where]]
        self.shown |= where

    def ink(self, where: Bools, colour: str) -> None:
        """One flat colour."""
        self.rgb[where] = from_hex(colour)
        self.shown |= where

    def veil(
        self,
        share: Floats,
        colour: str,
        bands: int = 5,
        most: float = 0.8,
        width: float = 0.8,
        mask: Mask | None = None,
    ) -> None:
        """Mix what is shown toward ``colour`` in a few ordered bands; ``share`` 0..1 of ``most``."""
        level = quantise(np.clip(share, 0, 1), width, BAYER if mask is None else mask, bands + 1) / bands * most
        here = (level > 0) & self.shown
        old = self.rgb[here].astype(np.float32)
        new = old + (np.array(from_hex(colour), dtype=np.float32) - old) * level[here][:, None]
        self.rgb[here] = np.round(new).astype(np.uint8)

    def stamp(self, image: Indices, colours: Table, x: int, y: int) -> None:
        """Indices in the colours of a table, top left at (x, y); 255 lets through; outside is cut."""
        height, width = image.shape
        x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + width, WIDTH), min(y + height, HEIGHT)
        if x1 <= x0 or y1 <= y0:
            return
        part = image[y0 - y : y1 - y, x0 - x : x1 - x]
        solid = part != NOTHING
        self.rgb[y0:y1, x0:x1][solid] = colours[part[solid]]
        self.shown[y0:y1, x0:x1] |= solid

    def baked(self) -> tuple[Indices, Table]:
        """Indices (360, 700) and their palette (256, 3), dark to light; 255 where nothing is shown."""
        flat = self.rgb.astype(np.int64) @ np.array([65536, 256, 1])
        codes, counts = np.unique(flat[self.shown], return_counts=True)
        kept = np.sort(codes[np.argsort(-counts, kind="stable")[:NOTHING]])
        rgb = np.stack([kept >> 16, kept >> 8 & 255, kept & 255], axis=-1)
        order = np.argsort(rgb @ np.array([299, 587, 114]), kind="stable")
        kept, rgb = kept[order], rgb[order]
        every = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=-1)
        nearest = ((every[:, None] - rgb[None]) ** 2).sum(-1).argmin(-1)
        image = np.full((HEIGHT, WIDTH), NOTHING, dtype=np.uint8)
        image[self.shown] = nearest[np.searchsorted(codes, flat[self.shown])]
        colours = np.zeros((256, 3), dtype=np.uint8)
        colours[: len(rgb)] = rgb
        return image, colours


class Pen:
    """Draws lines and areas at four times the size, then answers where they cover a pixel."""

    __slots__ = ("_draw", "_image", "fine", "size")

    def __init__(self, width: int = WIDTH, height: int = HEIGHT, fine: int = 4) -> None:
        self.size, self.fine = (width, height), fine
        self._image = Image.new("L", (width * fine, height * fine), 0)
        self._draw = ImageDraw.Draw(self._image)

    def line(self, points: Line, width: float, end: float | None = None) -> Pen:
        """A round stroke, its width going to ``end`` at the last point."""
        last, fine = width if end is None else end, self.fine
        for number, ((ax, ay), (bx, by)) in enumerate(itertools.pairwise(points)):
            now = width + (last - width) * number / max(len(points) - 1, 1)
            self._draw.line([ax * fine, ay * fine, bx * fine, by * fine], fill=255, width=max(round(now * fine), 1))
            half = now * fine / 2
            if half > 1:
                box = [bx * fine - half, by * fine - half, bx * fine + half, by * fine + half]
                self._draw.ellipse(box, fill=255)
        return self

    def area(self, points: Line, fill: int = 255) -> Pen:
        """A filled outline; ``fill`` 0 takes away."""
        self._draw.polygon([(x * self.fine, y * self.fine) for x, y in points], fill=fill)
        return self

    def oval(self, x: float, y: float, across: float, down: float, ring: float | None = None) -> Pen:
        """An ellipse of the given radii, filled, or a ring of the given width."""
        fine = self.fine
        box = [(x - across) * fine, (y - down) * fine, (x + across) * fine, (y + down) * fine]
        if ring is None:
            self._draw.ellipse(box, fill=255)
        else:
            self._draw.ellipse(box, outline=255, width=round(ring * fine))
        return self

    def cover(self) -> Floats:
        """How much of each pixel is covered, 0..1."""
        small = self._image.resize(self.size, Image.Resampling.BOX)
        return np.asarray(small, dtype=np.float32) / 255.0

    def mask(self, least: float = 0.5) -> Bools:
        """Where at least ``least`` of a pixel is covered."""
        return self.cover() > least


def area(points: Line, soft: bool = False) -> Bools:
    """Where a polygon (or, soft, a closed curve through its points) lies on a plate."""
    return Pen().area(curve(points, closed=True) if soft else points).mask()


def curve(points: Line, closed: bool = False, fine: int = 10) -> list[tuple[float, float]]:
    """A Catmull-Rom curve through the points, ``fine`` spots for each."""
    p = np.asarray(points, dtype=np.float64)
    count, out = len(p), []
    for i in range(count if closed else count - 1):
        if closed:
            a, b, c, d = p[(i - 1) % count], p[i], p[(i + 1) % count], p[(i + 2) % count]
        else:
            a, b, c, d = p[max(i - 1, 0)], p[i], p[i + 1], p[min(i + 2, count - 1)]
        for t in np.linspace(0, 1, fine, endpoint=False):
            cubic = (2 * a - 5 * b + 4 * c - d) * t * t + (-a + 3 * b - 3 * c + d) * t**3
            out.append(0.5 * (2 * b + (c - a) * t + cubic))
    if not closed:
        out.append(p[-1])
    return [(float(x), float(y)) for x, y in out]


def shifted(where: Bools, x: int, y: int) -> Bools:
    """The mask moved by whole pixels; what comes in is empty."""
    out = np.zeros_like(where)
    h, w = where.shape
    out[max(y, 0) : h + min(y, 0), max(x, 0) : w + min(x, 0)] = where[
        max(-y, 0) : h - max(y, 0), max(-x, 0) : w - max(x, 0)
    ]
    return out


@dataclass(frozen=True, slots=True)
class Layer:
    """How one layer is painted and its ``drift``, the share of the camera's travel it makes."""

    draw: Callable[[], Plate]
    drift: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of 3 to 5 layers, back to front, and the one thing in it that lives (see the notes on assets).

    ``mouths`` are the pixels (x, y) where breath begins, if that is what lives.
    """

    name: str
    living: str
    layers: tuple[Layer, ...]
    mouths: tuple[tuple[int, int], ...] = ()
