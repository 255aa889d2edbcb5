"""Light that moves: the lamp look of the ground shown through a dithered one-bit mask.

No alpha anywhere, only colour keys: per-pixel alpha costs thirty times more in a web page. A mask holds two colours:
KEEP, its colour key, where the light falls, and KEY where it does not. Blitted over a patch of lamp-lit ground it
paints KEY round the light, and KEY is the patch's own colour key. Masks have one byte a pixel: a tower's is as large
as four screens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

import pygame

from game.ui.look import KEY, WORLD_H, WORLD_W, Colour
from game.ui.shapes import Point, Shape, area_on, two_coloured

KEEP: Colour = (1, 2, 3)
_BAYER = (0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5)  # 4x4, row after row
_LEVELS = 16
_CORE = 0.42       # share of the radius that is fully lit
_MOST_WORKS = 16   # lights kept from one frame to the next; a tower's patch may be as large as the screen
_BAND_PX = 96      # a large light is worked on in bands so high, each no wider than the light is there
_ROUND_UP = 32     # patches are so many pixels wide and high, or twice as many, ...: a light that moves fits again
GroundInto = Callable[[pygame.Surface, int, int], None]


@lru_cache(maxsize=8)
def pattern(kept: int, width: int, height: int) -> pygame.Surface:
    """KEEP, its colour key, on `kept` of 16 pixels (ordered dither), KEY elsewhere; kept for the next frame."""
    made = _pattern(kept, width, height)
    made.set_colorkey(KEEP)
    return made


def _pattern(kept: int, width: int, height: int) -> pygame.Surface:
    tile = two_coloured(4, 4, KEEP)
    for place, rank in enumerate(_BAYER):
        if rank < kept:
            tile.set_at((place % 4, place // 4), KEEP)
    made = two_coloured(width, height, KEEP)
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
    made = two_coloured(size, size, KEEP)
    centre = size // 2
    for level in range(1, _LEVELS + 1):
        reach = radius * (1.0 - (1.0 - _CORE) * (level / _LEVELS) ** 0.8)
        edge = max(0, centre - round(reach) - 2) // 4 * 4  # only the box round this circle, its dither in step
        wide = size - 2 * edge
        ring = _pattern(level, wide, wide)  # a tower's is 4 MB: not kept
        hole = two_coloured(wide, wide, KEEP)
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
        self._mask = two_coloured(WORLD_W, WORLD_H, KEEP)
        self._mask.set_colorkey(KEEP)
        self._blank = two_coloured(WORLD_W, WORLD_H, KEEP)  # clears a mask: to fill one takes forty times as long

    def forget(self) -> None:
        """Another room: nothing drawn so far holds."""
        self._works.clear()

    def reveal(self, surface: pygame.Surface, lamp_ground: GroundInto, shape: Shape, radius: int,
               origin: tuple[int, int], shift: tuple[int, int] = (0, 0), who: str = "") -> None:
        """Show the lamp look inside `shape`, whose zero is room pixel `origin`, fading out `radius` pixels from there.

        `shift` is the camera's corner. `lamp_ground(patch, x, y)` fills a patch with lamp-lit ground whose top left is
        screen pixel (x, y). `who` names the light from frame to frame; without a name it is drawn afresh.
        """
        at = origin[0] - shift[0], origin[1] - shift[1]
        area = area_on(surface, shape, at)
        if area is None:
            return
        work, done = self._work_for(who, area, (shape, radius, origin, shift))
        patch = work.patch
        if not done:
            if shape.small:
                mask, left, top = _mask(shape, radius, at[0] % 4, at[1] % 4), *shape.box[:2]
                work.bands = [pygame.Rect(0, 0, area.width, area.height)]
                skip = area.left - at[0] - left, area.top - at[1] - top
            else:
                mask, skip = self._mask, (0, 0)
                points = _trimmed([(x + at[0] - area.left, y + at[1] - area.top) for x, y in shape.points],
                                  area.width, area.height)
                work.bands = _bands(points, area.width, area.height)
                for band in work.bands:
                    mask.blit(self._blank, band, band)
                if len(points) > 2:  # else its box is seen, and nothing of itself
                    pygame.draw.polygon(mask, KEEP, points)
                left, top = _fade_corner(radius, *at)
                for band in work.bands:
                    mask.blit(falloff(radius), band, band.move(area.left - left, area.top - top))
            for band in work.bands:
                patch.set_clip(band)
                lamp_ground(patch, area.left, area.top)
                patch.blit(mask, band, band.move(skip))
            patch.set_colorkey(KEY)
        surface.blits([(patch, band.move(area.topleft), band) for band in work.bands], doreturn=False)

    def dots(self, surface: pygame.Surface, shape: Shape, colour: Colour, kept: int = 2,
             at: tuple[int, int] = (0, 0), who: str = "") -> None:
        """Sprinkle `kept` of 16 pixels inside `shape` with `colour`: sight without a light."""
        area = area_on(surface, shape, at)
        if area is None:
            return
        work, done = self._work_for(who, area, (shape, colour, kept, at))
        patch = work.patch
        if not done:
            left, top = at[0] - area.left, at[1] - area.top
            patch.set_clip((0, 0, area.width, area.height))
            patch.fill(KEY)
            pygame.draw.polygon(patch, colour, [(x + left, y + top) for x, y in shape.points])
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


def _fade_corner(radius: int, x: int, y: int) -> tuple[int, int]:
    """The screen pixel where the falloff round (x, y) begins: the dither keeps still on the screen, four by four."""
    half = falloff(radius).get_width() // 2
    return (x - half) // 4 * 4, (y - half) // 4 * 4


@lru_cache(maxsize=64)
def _mask(shape: Shape, radius: int, x: int, y: int) -> pygame.Surface:
    """The mask of a small light whose zero lies at screen pixel (x, y), or any number of fours from it."""
    left, top, width, height = shape.box
    made = two_coloured(width, height, KEEP)
    pygame.draw.polygon(made, KEEP, [(px - left, py - top) for px, py in shape.points])
    fade_x, fade_y = _fade_corner(radius, x, y)
    made.blit(falloff(radius), (fade_x - x - left, fade_y - y - top))
    made.set_colorkey(KEEP)
    return made


def _trimmed(points: list[Point], width: int, height: int) -> list[Point]:
    """Without corners between two others beyond the same edge of (0, 0, width, height): within it nothing changes.

    A side is a pixel wide: what lies beyond by less may still be seen.
    """
    beyond = [(x < -1) | (x > width + 1) << 1 | (y < -1) << 2 | (y > height + 1) << 3 for x, y in points]
    kept, last = [points[0]], beyond[0]
    for point, here, after in zip(points[1:], beyond[1:], [*beyond[2:], beyond[0]], strict=True):
        if not last & here & after:
            kept.append(point)
            last = here
    return kept


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
