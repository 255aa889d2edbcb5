"""Light that moves: the lamp look of the ground shown through a dithered one-bit mask.

No alpha anywhere, only colour keys: per-pixel alpha costs thirty times more in a web page. A mask holds two colours:
KEEP, its colour key, where the light falls, and KEY where it does not. Blitted over a patch of lamp-lit ground it
paints KEY round the light, and KEY is the patch's own colour key.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import pygame

from game.ui.look import KEY, WORLD_H, WORLD_W, Colour

KEEP: Colour = (1, 2, 3)
_BAYER = (0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5)  # 4x4, row after row
_LEVELS = 16
_CORE = 0.42       # share of the radius that is fully lit
_MOST_WORKS = 16   # lights kept from one frame to the next; a tower's patch may be as large as the screen
Point: TypeAlias = tuple[float, float]
Shape: TypeAlias = tuple[Point, ...]
GroundInto = Callable[[pygame.Surface, int, int], None]


@lru_cache(maxsize=8)
def pattern(kept: int, width: int, height: int) -> pygame.Surface:
    """KEEP on `kept` of 16 pixels (ordered dither), KEY elsewhere, kept for the next frame. No colour key is set."""
    return _pattern(kept, width, height)


def _pattern(kept: int, width: int, height: int) -> pygame.Surface:
    tile = pygame.Surface((4, 4)).convert()
    tile.fill(KEY)
    for place, rank in enumerate(_BAYER):
        if rank < kept:
            tile.set_at((place % 4, place // 4), KEEP)
    made = pygame.Surface((width, height)).convert()
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
    made = pygame.Surface((size, size)).convert()
    made.fill(KEY)
    centre = size // 2
    for level in range(1, _LEVELS + 1):
        reach = radius * (1.0 - (1.0 - _CORE) * (level / _LEVELS) ** 0.8)
        edge = max(0, centre - round(reach) - 2) // 4 * 4  # only the box round this circle, its dither in step
        wide = size - 2 * edge
        ring = _pattern(level, wide, wide)  # a tower's is 5 MB: not kept
        hole = pygame.Surface((wide, wide)).convert()
        hole.fill(KEY)
        pygame.draw.circle(hole, KEEP, (centre - edge, centre - edge), round(reach))
        hole.set_colorkey(KEEP)
        ring.blit(hole, (0, 0))
        ring.set_colorkey(KEY)
        made.blit(ring, (edge, edge))
    made.set_colorkey(KEEP)
    return made


@dataclass(slots=True)
class _Work:
    """A light as it was a frame ago: what it was drawn from, and its picture once it has stood still for a frame."""

    of: tuple[object, ...] = ()
    patch: pygame.Surface | None = None


class Lamps:
    """Draws moving lights into the world's picture. A light that is what it was a frame ago is only copied again."""

    def __init__(self) -> None:
        self._works: dict[str, _Work] = {}
        # Shared by all lights that move: small memory stays in the processor's cache.
        self._patch = pygame.Surface((WORLD_W, WORLD_H)).convert()
        self._mask = pygame.Surface((WORLD_W, WORLD_H)).convert()

    def forget(self) -> None:
        """Another room: nothing drawn so far holds."""
        self._works.clear()

    def reveal(self, surface: pygame.Surface, lamp_ground: GroundInto, shape: Shape, origin: Point, radius: int,
               shift: tuple[int, int] = (0, 0), who: str = "") -> None:
        """Show the lamp look inside `shape`, fading out `radius` pixels from `origin`; `shift` is the camera's corner.

        `lamp_ground(patch, x, y)` fills a patch with lamp-lit ground whose top left is screen pixel (x, y). `who`
        names the light from frame to frame; without a name it is drawn afresh.
        """
        area = _bounds(shape, surface, shift)
        if area is None:
            return
        patch, done = self._patch_for(who, area, (shape, origin, radius, shift))
        if not done:
            left, top = area.left + shift[0], area.top + shift[1]
            mask = self._mask
            mask.set_colorkey(KEEP)
            mask.fill(KEY, (0, 0, area.width, area.height))
            pygame.draw.polygon(mask, KEEP, [(x - left, y - top) for x, y in shape])
            fade = falloff(radius)
            # The dither keeps still on the screen: its corner snaps to the pattern's four pixels.
            corner_x = (round(origin[0] - shift[0]) - fade.get_width() // 2) // 4 * 4 - area.left
            corner_y = (round(origin[1] - shift[1]) - fade.get_height() // 2) // 4 * 4 - area.top
            mask.blit(fade, (corner_x, corner_y), (0, 0, area.width - corner_x, area.height - corner_y))
            patch.set_clip((0, 0, area.width, area.height))
            lamp_ground(patch, area.left, area.top)
            patch.blit(mask, (0, 0))
            patch.set_colorkey(KEY)
        surface.blit(patch, area.topleft, (0, 0, area.width, area.height))

    def dots(self, surface: pygame.Surface, shape: Shape, colour: Colour, kept: int = 2,
             shift: tuple[int, int] = (0, 0), who: str = "") -> None:
        """Sprinkle `kept` of 16 pixels inside `shape` with `colour`: sight without a light."""
        area = _bounds(shape, surface, shift)
        if area is None:
            return
        patch, done = self._patch_for(who, area, (shape, colour, kept, shift))
        if not done:
            left, top = area.left + shift[0], area.top + shift[1]
            patch.set_clip((0, 0, area.width, area.height))
            patch.fill(KEY)
            pygame.draw.polygon(patch, colour, [(x - left, y - top) for x, y in shape])
            holes = pattern(kept, WORLD_W + 16, WORLD_H + 16)
            holes.set_colorkey(KEEP)
            patch.blit(holes, (0, 0), (area.left % 4, area.top % 4, area.width, area.height))
            patch.set_colorkey(KEY)
        surface.blit(patch, area.topleft, (0, 0, area.width, area.height))

    def _patch_for(self, who: str, area: pygame.Rect, of: tuple[object, ...]) -> tuple[pygame.Surface, bool]:
        """Where to draw the light of `who`, and whether it is drawn there already."""
        work = self._works.get(who)
        if work is None or work.of != of or not who:
            if work is None and len(self._works) >= _MOST_WORKS:
                del self._works[next(iter(self._works))]
            self._works[who] = _Work(of)
            return self._patch, False
        if work.patch is None:
            work.patch = pygame.Surface(area.size).convert()
            return work.patch, False
        return work.patch, True


def dashed(surface: pygame.Surface, shape: Shape, colour: Colour, on: int, off: int,
           shift: tuple[int, int] = (0, 0)) -> None:
    """The outline of `shape` in strokes of `on` pixels, `off` apart (0: whole). Few long calls, no work surface."""
    area = _bounds(shape, surface, shift)
    if area is None:
        return
    left, top = shift
    if off == 0:
        pygame.draw.polygon(surface, colour, [(x - left, y - top) for x, y in shape], 1)
        return
    line = pygame.draw.line
    first_x, first_y = left - on, top - on
    last_x, last_y = left + surface.get_width() + on, top + surface.get_height() + on
    ends = iter(_strokes(shape, on, off))
    for x1, y1, x2, y2 in zip(ends, ends, ends, ends, strict=True):
        if first_x < x1 < last_x and first_y < y1 < last_y:
            line(surface, colour, (x1 - left, y1 - top), (x2 - left, y2 - top))


@lru_cache(maxsize=32)
def _strokes(shape: Shape, on: int, off: int) -> list[float]:
    """The ends of every stroke round a shape: x, y, x, y. Flat, so that the garbage collector has one thing to see."""
    found: list[float] = []
    period, phase = on + off, 0.0
    x1, y1 = shape[-1]
    for x2, y2 in shape:
        wide, high = x2 - x1, y2 - y1
        length = (wide * wide + high * high) ** 0.5
        if length > 0:
            dx, dy = wide / length, high / length
            at = -phase
            if at < 0:
                if at + on > 0:  # the rest of a stroke begun on the side before
                    end = at + on if at + on < length else length
                    found += x1, y1, x1 + dx * end, y1 + dy * end
                at += period
            while at < length:
                end = at + on if at + on < length else length
                found += x1 + dx * at, y1 + dy * at, x1 + dx * end, y1 + dy * end
                at += period
            phase = (phase + length) % period
        x1, y1 = x2, y2
    return found


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
