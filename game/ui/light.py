"""Light that moves: the lamp look of the ground shown through a dithered one-bit mask.

No alpha anywhere, only colour keys: per-pixel alpha costs thirty times more in a web page. A mask holds two colours:
KEEP, its colour key, where the light falls, and KEY where it does not. Blitted over a patch of lamp-lit ground it
paints KEY round the light, and KEY is the patch's own colour key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import pygame

from game.ui.look import KEY, Colour

KEEP: Colour = (1, 2, 3)
_BAYER = (0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5)  # 4x4, row after row
_LEVELS = 16
_CORE = 0.42       # share of the radius that is fully lit
Point = tuple[float, float]
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
    centre = (size // 2, size // 2)
    for level in range(1, _LEVELS + 1):
        reach = radius * (1.0 - (1.0 - _CORE) * (level / _LEVELS) ** 0.8)
        ring = _pattern(level, size, size)  # a tower's is 5 MB: not kept
        hole = pygame.Surface((size, size)).convert()
        hole.fill(KEY)
        pygame.draw.circle(hole, KEEP, centre, round(reach))
        hole.set_colorkey(KEEP)
        ring.blit(hole, (0, 0))
        ring.set_colorkey(KEY)
        made.blit(ring, (0, 0))
    made.set_colorkey(KEEP)
    return made


class Lamps:
    """Draws moving lights into the world's picture; keeps its work surfaces."""

    def __init__(self) -> None:
        self._patches: dict[tuple[int, int], tuple[pygame.Surface, pygame.Surface]] = {}

    def reveal(self, surface: pygame.Surface, lamp_ground: GroundInto, shape: Sequence[Point], origin: Point,
               radius: int) -> None:
        """Show the lamp look inside `shape` (screen pixels), fading out `radius` pixels from `origin`.

        `lamp_ground(patch, x, y)` fills a patch with lamp-lit ground whose top left is screen pixel (x, y).
        """
        area = _bounds(shape, surface)
        if area is None:
            return
        patch, mask = self._pair(area.size)
        mask.fill(KEY, (0, 0, area.width, area.height))
        pygame.draw.polygon(mask, KEEP, [(x - area.left, y - area.top) for x, y in shape])
        fade = falloff(radius)
        # The dither keeps still on the screen: its corner snaps to the pattern's four pixels.
        corner_x = (round(origin[0]) - fade.get_width() // 2) // 4 * 4 - area.left
        corner_y = (round(origin[1]) - fade.get_height() // 2) // 4 * 4 - area.top
        mask.blit(fade, (corner_x, corner_y))
        mask.set_colorkey(KEEP)
        lamp_ground(patch, area.left, area.top)
        patch.blit(mask, (0, 0))
        patch.set_colorkey(KEY)
        surface.blit(patch, area.topleft, (0, 0, area.width, area.height))

    def dots(self, surface: pygame.Surface, shape: Sequence[Point], colour: Colour, kept: int = 2) -> None:
        """Sprinkle `kept` of 16 pixels inside `shape` with `colour`: sight without a light."""
        area = _bounds(shape, surface)
        if area is None:
            return
        patch, _ = self._pair(area.size)
        patch.set_colorkey(None)
        patch.fill(KEY, (0, 0, area.width, area.height))
        pygame.draw.polygon(patch, colour, [(x - area.left, y - area.top) for x, y in shape])
        holes = pattern(kept, 640 + 16, 360 + 16)
        holes.set_colorkey(KEEP)
        patch.blit(holes, (0, 0), (area.left % 4, area.top % 4, area.width, area.height))
        patch.set_colorkey(KEY)
        surface.blit(patch, area.topleft, (0, 0, area.width, area.height))

    def _pair(self, size: tuple[int, int]) -> tuple[pygame.Surface, pygame.Surface]:
        """A patch and a mask at least `size`, in steps of 64 pixels so that few are ever made."""
        wanted = (-(-size[0] // 64) * 64, -(-size[1] // 64) * 64)
        if wanted not in self._patches:
            self._patches[wanted] = (pygame.Surface(wanted).convert(), pygame.Surface(wanted).convert())
        return self._patches[wanted]


def dashed(surface: pygame.Surface, shape: Sequence[Point], colour: Colour, on: int, off: int) -> None:
    """The outline of `shape` in strokes of `on` pixels, `off` apart (0: whole). Few long calls, no work surface."""
    if _bounds(shape, surface) is None:
        return
    if off == 0:
        pygame.draw.polygon(surface, colour, shape, 1)
        return
    line, period, phase = pygame.draw.line, on + off, 0.0
    x1, y1 = shape[-1]
    for x2, y2 in shape:
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        if length > 0:
            dx, dy = (x2 - x1) / length, (y2 - y1) / length
            at = -phase
            while at < length:
                a, b = max(at, 0.0), min(at + on, length)
                if b > a:
                    line(surface, colour, (x1 + dx * a, y1 + dy * a), (x1 + dx * b, y1 + dy * b))
                at += period
            phase = (phase + length) % period
        x1, y1 = x2, y2


def _bounds(shape: Sequence[Point], surface: pygame.Surface) -> pygame.Rect | None:
    if len(shape) < 3:
        return None
    left, top = int(min(x for x, _ in shape)), int(min(y for _, y in shape))
    right, bottom = int(max(x for x, _ in shape)) + 2, int(max(y for _, y in shape)) + 2
    area = pygame.Rect(left, top, right - left, bottom - top).clip(surface.get_rect())
    return area if area.width > 0 and area.height > 0 else None


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
