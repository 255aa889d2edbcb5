"""From parts to a thing: rendered under the game's camera and moon, cropped, with its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tools.art import sheet
from tools.art.palette import NOTHING, index
from tools.art.shapes import Points, Shape
from tools.art.sheet import Indices
from tools.art.solid import MOON, Lighting, Part, despeckle, oblique, render, to_indices, unit

BULB = unit(-0.42, 0.42, 0.80)
"""Toward the light of a room or a yard: in front and above, so that fronts are seen."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A picture in indices and the pixel (x, y) of it that stands on the ground."""

    image: Indices
    foot: tuple[int, int]


def part(shape: Shape, material: str = "wood", gain: float = 1.0, snowy: bool = False) -> Part:
    """A Part with this project's usual defaults: bare of snow unless told."""
    return Part(shape, material, gain, snowy)


def made(
    parts: Sequence[Part], width: int, up: int, down: int, snow: float | None = 0.6, key: float = 0.70,
    ambient: float = 0.14, dither: float = 0.0, steps: int = 70, low: float = 0.06, high: float = 0.95,
    paint: Callable[[Indices, int, int], None] | None = None, toward: Points = MOON,
) -> Thing:
    """Render parts into a Thing. The foot is in the middle of ``width``, ``up`` px below the top edge.

    ``snow``: how level a surface must be to hold snow (None: indoors). ``paint`` may touch up the indices; it
    gets the image and the foot's x and y.
    """
    foot = (width // 2, up)
    light = Lighting(toward=toward, ambient=ambient, key=key, snow_above=snow)
    picture = render(parts, width, up + down, oblique(foot, up / 0.8 + 2), light, steps=steps)
    image = despeckle(to_indices(picture, dither, low, high))
    if paint is not None:
        paint(image, *foot)
    return Thing(*sheet.cropped(image, foot))


def drawn(image: Indices, foot: tuple[int, int]) -> Thing:
    """A Thing from an image painted by hand."""
    return Thing(*sheet.cropped(image, foot))


def line(onto: Indices, x0: float, y0: float, x1: float, y1: float, value: int) -> None:
    """A line of single pixels, both ends included; what falls outside is not drawn."""
    count = int(max(abs(x1 - x0), abs(y1 - y0))) + 1
    for i in range(count + 1):
        x, y = round(x0 + (x1 - x0) * i / count), round(y0 + (y1 - y0) * i / count)
        if 0 <= y < onto.shape[0] and 0 <= x < onto.shape[1]:
            onto[y, x] = value


def dot(onto: Indices, x: int, y: int, material: str, step: int) -> None:
    """One pixel, if it is inside."""
    if 0 <= y < onto.shape[0] and 0 <= x < onto.shape[1]:
        onto[y, x] = index(material, step)


def empty(width: int, height: int) -> Indices:
    """A picture of nothing (255), ``width`` x ``height``."""
    return np.full((height, width), NOTHING, dtype=np.uint8)
