"""Light that moves: the lamp look of the ground shown through a dithered one-bit mask.

No alpha anywhere, only colour keys: per-pixel alpha costs thirty times more in a web page. A mask holds two colours:
KEEP, its colour key, where the light falls, and KEY where it does not. Blitted over a patch of lamp-lit ground it
paints KEY round the light, and KEY is the patch's own colour key. Masks have one byte a pixel: a tower's is as large
as four screens.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

import pygame

from game.ui.look import KEY, WORLD_H, WORLD_W, Colour

KEEP: Colour = (1, 2, 3)
_BAYER = (0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5)  # 4x4, row after row
_LEVELS = 16
_CORE = 0.42       # share of the radius that is fully lit
_MOST_WORKS = 16   # lights kept from one frame to the next; a tower's patch may be as large as the screen
_MOST_KEPT_PX = 400  # an outline larger than this is drawn anew each time, as far as it can be seen
_BAND_PX = 48      # a large light is worked on in bands so high, each no wider than the light is there
_ROUND_UP = 32     # patches are so many pixels wide and high, or twice as many, ...: a light that moves fits again
Point: TypeAlias = tuple[float, float]
Shape: TypeAlias = tuple[Point, ...]
GroundInto = Callable[[pygame.Surface, int, int], None]


def two_coloured(width: int, height: int, ink: Colour = KEEP) -> pygame.Surface:
    """A picture of KEY and `ink` only, one byte a pixel: all KEY."""
    made = pygame.Surface((width, height), depth=8)
    made.set_palette((KEY, ink))
    return made


@lru_cache(maxsize=8)
def pattern(kept: int, width: int, height: int) -> pygame.Surface:
    """KEEP, its colour key, on `kept` of 16 pixels (ordered dither), KEY elsewhere; kept for the next frame."""
    made = _pattern(kept, width, height)
    made.set_colorkey(KEEP)
    return made


def _pattern(kept: int, width: int, height: int) -> pygame.Surface:
    tile = two_coloured(4, 4)
    for place, rank in enumerate(_BAYER):
        if rank < kept:
            tile.set_at((place % 4, place // 4), KEEP)
    made = two_coloured(width, height)
    made.blit(tile, (0, 0))
    filled_w, filled_h = 4, 4
    while filled_w < width:  # doubling: a row, then the rows
        made.blit(made, (filled_w, 0), (0, 0, filled_w, 4))
        filled_w *= 2
    while filled_h < height:
        made.blit(made, (0, filled_h), (0, 0, width, filled_h))
        filled_h *= 2
    return made


@lru_cache(maxsize=24)
def falloff(radius: int) -> pygame.Surface:
    """A round mask: all KEEP in the middle, ever fewer pixels outward, none beyond `radius`."""
    size = max(8, 2 * radius // 4 * 4 + 4)
    made = two_coloured(size, size)
    centre = size // 2
    for level in range(1, _LEVELS + 1):
        reach = radius * (1.0 - (1.0 - _CORE) * (level / _LEVELS) ** 0.8)
        edge = max(0, centre - round(reach) - 2) // 4 * 4  # only the box round this circle, its dither in step
        wide = size - 2 * edge
        ring = _pattern(level, wide, wide)  # a tower's is 4 MB: not kept
        hole = two_coloured(wide, wide)
        pygame.draw.circle(hole, KEEP, (centre - edge, centre - edge), round(reach))
        hole.set_colorkey(KEEP)
        ring.blit(hole, (0, 0))
        ring.set_colorkey(KEY)
        made.blit(ring, (edge, edge))
    made.set_colorkey(KEEP)
    return made


@dataclass(slots=True)
class _Work:
    """A light as it was drawn last: what from, and the picture, in the top left of `patch`, filling `bands` of it."""

    patch: pygame.Surface
    of: tuple[object, ...] = ()
    bands: list[pygame.Rect] = field(default_factory=list)


class Lamps:
    """Draws moving lights into the world's picture. A light that is what it was a frame ago is only copied again."""

    def __init__(self) -> None:
        self._works: dict[str, _Work] = {}
        self._mask = two_coloured(WORLD_W, WORLD_H)
        self._mask.set_colorkey(KEEP)
        self._blank = two_coloured(WORLD_W, WORLD_H)  # clears a mask: to fill one takes forty times as long

    def forget(self) -> None:
        """Another room: nothing drawn so far holds."""
        self._works.clear()

    def reveal(self, surface: pygame.Surface, lamp_ground: GroundInto, shape: Shape, origin: tuple[int, int],
               radius: int, shift: tuple[int, int] = (0, 0), who: str = "") -> None:
        """Show the lamp look inside `shape`, fading out `radius` pixels from `origin`; `shift` is the camera's corner.

        `lamp_ground(patch, x, y)` fills a patch with lamp-lit ground whose top left is screen pixel (x, y). `who`
        names the light from frame to frame; without a name it is drawn afresh.
        """
        area = _bounds(shape, surface, shift)
        if area is None:
            return
        work, done = self._work_for(who, area, (shape, origin, radius, shift))
        patch = work.patch
        if not done:
            left, top = area.left + shift[0], area.top + shift[1]
            points = [(x - left, y - top) for x, y in shape]
            work.bands = _bands(points, area.width, area.height)
            mask, fade = self._mask, falloff(radius)
            # The dither keeps still on the screen: its corner snaps to the pattern's four pixels.
            corner_x = (origin[0] - shift[0] - fade.get_width() // 2) // 4 * 4 - area.left
            corner_y = (origin[1] - shift[1] - fade.get_height() // 2) // 4 * 4 - area.top
            for band in work.bands:
                mask.blit(self._blank, band, band)
            pygame.draw.polygon(mask, KEEP, points)
            for band in work.bands:
                mask.blit(fade, band, (band.left - corner_x, band.top - corner_y, band.width, band.height))
                patch.set_clip(band)
                lamp_ground(patch, area.left, area.top)
                patch.blit(mask, band, band)
            patch.set_colorkey(KEY)
        surface.blits([(patch, band.move(area.topleft), band) for band in work.bands], doreturn=False)

    def dots(self, surface: pygame.Surface, shape: Shape, colour: Colour, kept: int = 2,
             shift: tuple[int, int] = (0, 0), who: str = "") -> None:
        """Sprinkle `kept` of 16 pixels inside `shape` with `colour`: sight without a light."""
        area = _bounds(shape, surface, shift)
        if area is None:
            return
        work, done = self._work_for(who, area, (shape, colour, kept, shift))
        patch = work.patch
        if not done:
            left, top = area.left + shift[0], area.top + shift[1]
            patch.set_clip((0, 0, area.width, area.height))
            patch.fill(KEY)
            pygame.draw.polygon(patch, colour, [(x - left, y - top) for x, y in shape])
            holes = pattern(kept, WORLD_W + 16, WORLD_H + 16)
            patch.blit(holes, (0, 0), (area.left % 4, area.top % 4, area.width, area.height))
            patch.set_colorkey(KEY)
        surface.blit(patch, area.topleft, (0, 0, area.width, area.height))

    def _work_for(self, who: str, area: pygame.Rect, of: tuple[object, ...]) -> tuple[_Work, bool]:
        """Where to draw the light of `who`, and whether it is drawn there already."""
        work = self._works.get(who)
        if work is None or work.patch.get_width() < area.width or work.patch.get_height() < area.height:
            if work is None and len(self._works) >= _MOST_WORKS:
                del self._works[next(iter(self._works))]
            size = -(-area.width // _ROUND_UP) * _ROUND_UP, -(-area.height // _ROUND_UP) * _ROUND_UP
            work = self._works[who] = _Work(pygame.Surface(size).convert())
        done = who != "" and work.of == of
        work.of = of
        return work, done


def _bands(points: list[Point], width: int, height: int) -> list[pygame.Rect]:
    """Rectangles, one below the other, that hold all of a polygon's part of (0, 0, width, height).

    A long beam across the screen fills a fifth of the box round it.
    """
    if height <= 2 * _BAND_PX:
        return [pygame.Rect(0, 0, width, height)]
    last = (height - 1) // _BAND_PX
    lefts, rights = [float(width)] * (last + 1), [0.0] * (last + 1)
    x1, y1 = points[-1]
    for x2, y2 in points:
        high_x, high, low_x, low = (x1, y1, x2, y2) if y1 <= y2 else (x2, y2, x1, y1)
        x1, y1 = x2, y2
        if low < 0 or high >= height:
            continue
        slope = (low_x - high_x) / (low - high) if low > high else 0.0
        for at in range(max(0, int(high) // _BAND_PX), min(last, int(low) // _BAND_PX) + 1):
            enters, leaves = at * _BAND_PX - high, low - (at + 1) * _BAND_PX
            one = high_x + slope * enters if enters > 0 else high_x
            other = low_x - slope * leaves if leaves > 0 else low_x
            lefts[at], rights[at] = min(lefts[at], one, other), max(rights[at], one, other)
    whole = pygame.Rect(0, 0, width, height)
    return [pygame.Rect(int(left) - 1, at * _BAND_PX, int(right) - int(left) + 3, _BAND_PX).clip(whole)
            for at, (left, right) in enumerate(zip(lefts, rights, strict=True)) if left < width and right > 0]


def dashed(surface: pygame.Surface, shape: Shape, colour: Colour, on: int, off: int,
           shift: tuple[int, int] = (0, 0)) -> None:
    """The outline of `shape` in strokes of `on` pixels, `off` apart (0: whole)."""
    area = _bounds(shape, surface, shift)
    if area is None:
        return
    left, top, width, height = box_of(shape)
    if width <= _MOST_KEPT_PX and height <= _MOST_KEPT_PX:
        surface.blit(_outline(shape, colour, on, off), (left - shift[0], top - shift[1]))
    else:
        _trace(surface, shape, colour, on, off, shift)


@lru_cache(maxsize=64)
def _outline(shape: Shape, colour: Colour, on: int, off: int) -> pygame.Surface:
    """The outline on a picture of its own, for as long as its watcher stands: it begins where the shape's box does."""
    left, top, width, height = box_of(shape)
    made = two_coloured(width, height, colour)
    _trace(made, shape, colour, on, off, (left, top))
    made.set_colorkey(KEY)
    return made


def _trace(surface: pygame.Surface, shape: Shape, colour: Colour, on: int, off: int, shift: tuple[int, int]) -> None:
    """Draw an outline stroke by stroke, but for sides that lie wholly off `surface`."""
    left, top = shift
    ink, line = surface.map_rgb(colour), pygame.draw.line
    if off == 0:
        pygame.draw.polygon(surface, ink, [(x - left, y - top) for x, y in shape], 1)
        return
    width, height = surface.get_size()
    period, phase = on + off, 0.0
    x1, y1 = shape[-1][0] - left, shape[-1][1] - top
    for room_x, room_y in shape:
        x2, y2 = room_x - left, room_y - top
        wide, high = x2 - x1, y2 - y1
        length = (wide * wide + high * high) ** 0.5
        beyond = max(x1, x2) < 0 or min(x1, x2) > width or max(y1, y2) < 0 or min(y1, y2) > height
        if length > 0 and not beyond:
            dx, dy = wide / length, high / length
            at = -phase
            if at < 0:
                if at + on > 0:  # the rest of a stroke begun on the side before
                    end = at + on if at + on < length else length
                    line(surface, ink, (x1, y1), (x1 + dx * end, y1 + dy * end))
                at += period
            while at < length:
                end = at + on if at + on < length else length
                line(surface, ink, (x1 + dx * at, y1 + dy * at), (x1 + dx * end, y1 + dy * end))
                at += period
        phase = (phase + length) % period
        x1, y1 = x2, y2


def _bounds(shape: Shape, surface: pygame.Surface, shift: tuple[int, int]) -> pygame.Rect | None:
    if len(shape) < 3:
        return None
    span = box_of(shape)
    area = pygame.Rect(span[0] - shift[0], span[1] - shift[1], span[2], span[3]).clip(surface.get_rect())
    return area if area.width > 0 and area.height > 0 else None


@lru_cache(maxsize=64)
def box_of(shape: Shape) -> tuple[int, int, int, int]:
    """Left, top, width and height of the whole pixels a shape touches, and one more."""
    xs, ys = zip(*shape, strict=True)
    left, top = math.floor(min(xs)), math.floor(min(ys))
    return left, top, int(max(xs)) + 2 - left, int(max(ys)) + 2 - top


def inside(shape: Sequence[Point], x: float, y: float) -> bool:
    """Whether a point lies in a polygon (even-odd rule)."""
    found = False
    if not shape:
        return False
    x1, y1 = shape[-1]
    for x2, y2 in shape:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found = not found
        x1, y1 = x2, y2
    return found
