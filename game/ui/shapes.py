"""Shapes of what is sensed: polygons of pixels round whoever senses. Their boxes, what lies inside, their outlines.

A shape's zero is the pixel he stands on, so on open ground it stays the same while he walks, and a picture made of it
is drawn again elsewhere. `at` is where its zero lies on the surface.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor, hypot
from typing import TypeAlias

import pygame

from game.ui.look import KEY, Colour

Point: TypeAlias = tuple[float, float]
Points: TypeAlias = tuple[Point, ...]

_SMALL_PX = 400


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A polygon; `box` is left, top, width and height of the whole pixels it touches, and one more.

    Two are equal only if they are one: what is kept of a shape is found without a look at all its points. Of a `small`
    one pictures may be kept; others are drawn anew each time, as far as they can be seen.
    """

    points: Points
    box: tuple[int, int, int, int]
    small: bool = True

    def __bool__(self) -> bool:
        return len(self.points) > 2


def shape(points: Points) -> Shape:
    """The shape of a polygon."""
    if len(points) < 3:
        return Shape(points, (0, 0, 0, 0))
    xs, ys = zip(*points, strict=True)
    left, top = floor(min(xs)), floor(min(ys))
    width, height = int(max(xs)) + 2 - left, int(max(ys)) + 2 - top
    return Shape(points, (left, top, width, height), width <= _SMALL_PX and height <= _SMALL_PX)


def two_coloured(width: int, height: int, ink: Colour) -> pygame.Surface:
    """A picture of KEY and `ink` only, one byte a pixel: all KEY."""
    made = pygame.Surface((width, height), depth=8)
    made.set_palette((KEY, ink))
    return made


def box_at(shape: Shape, at: tuple[int, int]) -> pygame.Rect:
    """The box of a shape where it lies."""
    left, top, width, height = shape.box
    return pygame.Rect(left + at[0], top + at[1], width, height)


def area_on(surface: pygame.Surface, shape: Shape, at: tuple[int, int]) -> pygame.Rect | None:
    """The part of a surface that a shape touches; None if there is none."""
    if not shape:
        return None
    area = box_at(shape, at).clip(surface.get_rect())
    return area if area.width > 0 and area.height > 0 else None


def inside(points: Sequence[Point], x: float, y: float) -> bool:
    """Whether a point lies in a polygon (even-odd rule)."""
    found = False
    if not points:
        return False
    x1, y1 = points[-1]
    for x2, y2 in points:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found = not found
        x1, y1 = x2, y2
    return found


def dashed(surface: pygame.Surface, shape: Shape, colour: Colour, on: int, off: int,
           at: tuple[int, int] = (0, 0)) -> None:
    """The outline of `shape` in strokes of `on` pixels, `off` apart (0: whole)."""
    left, top, width, height = shape.box
    x, y = left + at[0], top + at[1]
    if not shape or not (-width < x < surface.get_width() and -height < y < surface.get_height()):
        return
    if shape.small:
        surface.blit(_outline(shape, colour, on, off), (x, y))
    else:
        _trace(surface, shape, colour, on, off, at)


@lru_cache(maxsize=128)
def _outline(shape: Shape, colour: Colour, on: int, off: int) -> pygame.Surface:
    """The outline on a picture of its own: it begins where the shape's box does."""
    left, top, width, height = shape.box
    made = two_coloured(width, height, colour)
    _trace(made, shape, colour, on, off, (-left, -top))
    made.set_colorkey(KEY)
    return made


def _trace(surface: pygame.Surface, shape: Shape, colour: Colour, on: int, off: int, at: tuple[int, int]) -> None:
    """Draw an outline stroke by stroke, but for sides that lie wholly off `surface`."""
    left, top = at
    ink, line = surface.map_rgb(colour), pygame.draw.line
    if off == 0:
        pygame.draw.polygon(surface, ink, [(x + left, y + top) for x, y in shape.points], 1)
        return
    width, height = surface.get_size()
    period, begun, whole = on + off, 0.0, shape.small  # `begun`: how long before this side its first stroke began
    x1, y1 = shape.points[-1]
    for x2, y2 in shape.points:
        wide, high = x2 - x1, y2 - y1
        length = hypot(wide, high)
        if length > 0 and (whole or not (
                x1 < -left > x2 or x1 > width - left < x2 or y1 < -top > y2 or y1 > height - top < y2)):
            dx, dy, start_x, start_y = wide / length, high / length, x1 + left, y1 + top
            far = -begun
            if far + on > 0 > far:  # the rest of a stroke from the side before
                end = far + on if far + on < length else length
                line(surface, ink, (start_x, start_y), (start_x + dx * end, start_y + dy * end))
            if far < 0:
                far += period
            while far < length:
                end = far + on if far + on < length else length
                line(surface, ink, (start_x + dx * far, start_y + dy * far), (start_x + dx * end, start_y + dy * end))
                far += period
        begun = (begun + length) % period
        x1, y1 = x2, y2
