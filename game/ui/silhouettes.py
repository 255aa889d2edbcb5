"""Shapes made from pictures and kept: outlines, see-through copies, shadows."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.ui.light import KEEP, pattern
from game.ui.look import KEY, Colour

_LIT_PX = 44        # how high a torch in a hand lights what stands in it
_MIRRORED_PX = 26  # of somebody's height, seen in the ice


@lru_cache(maxsize=256)
def outline(picture: pygame.Surface, colour: Colour) -> pygame.Surface:
    """A line one pixel round a picture."""
    made = pygame.Surface((picture.get_width() + 2, picture.get_height() + 2)).convert()
    made.fill(KEY)
    made.set_colorkey(KEY)
    shape = pygame.mask.from_surface(picture)
    flat = shape.to_surface(setcolor=colour, unsetcolor=KEY)
    flat.set_colorkey(KEY)
    for dx, dy in ((0, 1), (2, 1), (1, 0), (1, 2)):
        made.blit(flat, (dx, dy))
    hole = shape.to_surface(setcolor=KEY, unsetcolor=(9, 9, 9))
    hole.set_colorkey((9, 9, 9))
    made.blit(hole, (1, 1))
    return made


@lru_cache(maxsize=256)
def _shape(picture: pygame.Surface) -> pygame.mask.Mask:
    return pygame.mask.from_surface(picture)


def covered(picture: pygame.Surface, by: pygame.Surface, dx: int, dy: int) -> float:
    """The share (0-1) of `picture` that `by` hides, whose top left is (dx, dy) from the picture's."""
    shape = _shape(picture)
    return shape.overlap_area(_shape(by), (dx, dy)) / max(shape.count(), 1)


@lru_cache(maxsize=128)
def sheer(picture: pygame.Surface) -> pygame.Surface:
    """Every other pixel left out, so that she is seen behind it."""
    made = picture.copy()
    holes = pattern(8, *picture.get_size()).copy()
    holes.set_colorkey(None)
    flat = pygame.Surface(picture.get_size()).convert()
    flat.blit(holes, (0, 0))
    flat.set_colorkey(KEEP)
    made.set_colorkey(None)
    made.blit(flat, (0, 0))
    made.set_colorkey(KEY)
    return made


@lru_cache(maxsize=256)
def mirrored(picture: pygame.Surface, foot_y: int) -> tuple[pygame.Surface, int]:
    """Somebody upside down, as bare ice gives him back: fewer pixels the farther from the feet; and where its top lies,
    in pixels below the top of `picture`, whose feet are `foot_y` below it.
    """
    wide, high = picture.get_size()
    upside = pygame.transform.flip(picture, False, True).subsurface((0, high - foot_y, wide, min(_MIRRORED_PX, foot_y)))
    made = upside.copy()
    made.set_colorkey(None)
    for top in range(0, made.get_height(), 4):
        made.blit(pattern(max(1, 8 - top // 4), wide, 4), (0, top))
    made.set_colorkey(KEY)
    return made, foot_y


@lru_cache(maxsize=64)
def foot_lit(moon: pygame.Surface, lamp: pygame.Surface) -> pygame.Surface:
    """A thing in the light of a torch held as low as a hand: its foot as the lamp shows it, its roof or crown as the
    moon does, and four dithered steps between.
    """
    wide, high = moon.get_size()
    if high <= _LIT_PX:
        return lamp
    made = moon.copy()
    edge = high - _LIT_PX
    made.blit(lamp, (0, edge), (0, edge, wide, _LIT_PX))
    for step in range(4):
        band = moon.subsurface((0, edge + 4 * step, wide, 4)).copy()
        band.set_colorkey(None)
        band.blit(pattern(13 - 3 * step, wide, 4), (0, 0))
        band.set_colorkey(KEY)
        made.blit(band, (0, edge + 4 * step))
    return made


# What a body throws on the ground: its colour, how many of sixteen pixels, its corners. A grade without one is indoors.
_THROWN: dict[str, tuple[Colour, int, list[tuple[int, int]]]] = {
    "river": ((14, 20, 40), 10, [(0, 2), (6, 1), (24, 10), (22, 14), (17, 13)]),   # a low hard moon
    "road": ((82, 95, 105), 11, [(0, 2), (5, 0), (15, 4), (17, 7), (13, 9), (4, 6)]),  # noon under cloud: short, pale
    "dawn": ((55, 70, 110), 10, [(0, 2), (6, 1), (24, 10), (22, 14), (17, 13)]),  # the first sun: long and blue
    "dusk": ((28, 32, 66), 10, [(0, 2), (6, 1), (24, 10), (22, 14), (17, 13)]),
}


@lru_cache(maxsize=4)
def shadow(grade: str) -> pygame.Surface | None:
    """The shadow of somebody standing, down and to the right, dithered; None where no sky throws one."""
    if grade not in _THROWN:
        return None
    colour, kept, corners = _THROWN[grade]
    made = pygame.Surface((26, 16)).convert()
    made.fill(KEY)
    pygame.draw.polygon(made, colour, corners)
    holes = pattern(kept, 26, 16).copy()
    holes.set_colorkey(KEEP)
    made.blit(holes, (0, 0))
    made.set_colorkey(KEY)
    return made


@lru_cache(maxsize=1)
def foot_shadow() -> pygame.Surface:
    """Indoors: a little dark under the feet."""
    made = pygame.Surface((18, 7)).convert()
    made.fill(KEY)
    pygame.draw.ellipse(made, (34, 26, 24), (2, 1, 14, 5))
    holes = pattern(8, 18, 7).copy()
    holes.set_colorkey(KEEP)
    made.blit(holes, (0, 0))
    made.set_colorkey(KEY)
    return made
