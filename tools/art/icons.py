"""Icons: 16 x 16 index pictures of what she carries and of what a menu offers, on one sheet with a table of names.

A part is a shape of one material and one step. Its upper left edge is two steps lighter and its lower right edge two
steps darker, as the edges of panels are, so that all icons are of one make. Hard edges, no half-transparent pixels.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tools.art import sheet
from tools.art.palette import NOTHING, ROOT, index, table

SIZE = 16
COLUMNS = 8
GRADE, LIGHT = "road", "moon"  # the plainest colours of all grades: an icon is the same wherever she is
_FINE = 8                      # points to a pixel when a shape is cut into pixels
_RIM = 2                       # steps an edge is lighter or darker

Mask = NDArray[np.bool_]
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A shape of one material; `rim` steps of edge light. Without a material it cuts a hole."""

    mask: Mask
    material: str
    step: int
    rim: int = _RIM


def _pixels(inside: Callable[[NDArray[np.float64], NDArray[np.float64]], Mask]) -> Mask:
    """The pixels of which a shape holds half or more."""
    spots = (np.arange(SIZE * _FINE) + 0.5) / _FINE
    x, y = np.meshgrid(spots, spots)
    parts = inside(x, y).reshape(SIZE, _FINE, SIZE, _FINE)
    full: Mask = parts.mean(axis=(1, 3)) >= 0.5
    return full


def area(material: str, step: int, *corners: Spot, rim: int = _RIM) -> Part:
    """A polygon."""
    def inside(x: NDArray[np.float64], y: NDArray[np.float64]) -> Mask:
        odd = np.zeros(x.shape, dtype=bool)
        for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
            if y0 != y1:
                odd ^= ((y0 > y) != (y1 > y)) & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
        return odd
    return Part(_pixels(inside), material, step, rim)


def box(material: str, step: int, left: float, top: float, right: float, bottom: float, rim: int = _RIM) -> Part:
    """An upright rectangle."""
    return area(material, step, (left, top), (right, top), (right, bottom), (left, bottom), rim=rim)


def disc(material: str, step: int, x: float, y: float, wide: float, high: float = 0.0, rim: int = _RIM) -> Part:
    """A filled ellipse by its half axes; round if only one is given."""
    return Part(_pixels(lambda px, py: ((px - x) / wide) ** 2 + ((py - y) / (high or wide)) ** 2 <= 1),
                material, step, rim)


def line(material: str, step: int, wide: float, *spots: Spot, rim: int = 0) -> Part:
    """A stroke through `spots`."""
    def inside(x: NDArray[np.float64], y: NDArray[np.float64]) -> Mask:
        found = np.zeros(x.shape, dtype=bool)
        for (x0, y0), (x1, y1) in pairwise(spots):
            long = max((x1 - x0) ** 2 + (y1 - y0) ** 2, 1e-9)
            along = np.clip(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / long, 0, 1)
            found |= (x - x0 - along * (x1 - x0)) ** 2 + (y - y0 - along * (y1 - y0)) ** 2 <= wide * wide / 4
        return found
    return Part(_pixels(inside), material, step, rim)


def hole(part: Part) -> Part:
    """The same shape, cut out of what lies beneath."""
    return Part(part.mask, "", 0)


def drawn(parts: Sequence[Part]) -> sheet.Indices:
    """The icon, its parts laid one over another."""
    image = sheet.blank(SIZE, SIZE)
    for part in parts:
        if not part.material:
            image[part.mask] = NOTHING
            continue
        around = np.pad(part.mask, 1)
        light = part.mask & ~(around[:-2, 1:-1] & around[1:-1, :-2])
        dark = part.mask & ~(around[2:, 1:-1] & around[1:-1, 2:]) & ~light
        for mask, step in ((part.mask, part.step), (light, part.step + part.rim), (dark, part.step - part.rim)):
            image[mask] = index(part.material, step)
    return image


def build(say: Callable[[str], None] = print) -> None:
    """Write assets/icons.png and assets/icons.json: names in the order of the sheet, row by row."""
    from tools.art.icons_signs import SIGNS
    from tools.art.icons_things import THINGS

    icons = THINGS | SIGNS
    rows = -(-len(icons) // COLUMNS)
    image = sheet.blank(rows * SIZE, COLUMNS * SIZE)
    for number, parts in enumerate(icons.values()):
        sheet.blit(image, drawn(parts), number % COLUMNS * SIZE, number // COLUMNS * SIZE)
    size = sheet.save(image, ROOT / "assets" / "icons.png", table(GRADE, LIGHT))
    held = {"size": SIZE, "columns": COLUMNS, "names": list(icons)}
    (ROOT / "assets" / "icons.json").write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    say(f"icons: {len(icons)}, {size} bytes")
