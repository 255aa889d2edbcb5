"""The river of the title lives: stars waver, ice glints, the lamp on the tower turns, reeds bend, she breathes.

All of it stands between the layers of one picture, in that picture's pixels. Nothing flashes: what brightens does so
over half a second and more, and is small, but for the lamp's pool, which only moves.
"""

from __future__ import annotations

import math
import random
from functools import lru_cache

import pygame

from game.ui import living_pictures as pictures
from game.ui.atlas import Layer
from game.ui.look import KEY, Colour

_SKY, _VALLEY, _BANK, _FRONT = 0, 2, 3, 4
_LAMP = (571, 112)          # where the beam begins
_NEAR, _FAR = 232, 512      # between which columns its pool wanders
_POOL_Y = 238
_SWEEP_TICKS = 1700
_REST = 0.40                # how far along it stands when nothing may move
_BANDS = 9
_WARM = (15, 12, 7)         # what each band of the beam adds
_STARS: tuple[Colour, ...] = ((47, 74, 116), (111, 144, 178), (217, 232, 240))
_GLINTS: tuple[Colour, ...] = ((77, 128, 150), (156, 194, 198), (226, 240, 238))
_BREATH: tuple[Colour, Colour] = ((96, 124, 160), (62, 88, 128))
_MOUTH = (400, 192)         # behind her head: the breath comes out at its side
_BREATH_TICKS = 290
_SWAYS = 10                 # pictures of reeds, a whole swing
_SWAY_TICKS = 230
# Left, right and foot of each stand of reeds by layer, and how many pixels the tallest bend.
_REEDS: dict[int, tuple[tuple[tuple[int, int, int], ...], float]] = {
    _BANK: (((0, 184, 286), (246, 352, 304), (556, 700, 270)), 1.7),
    _FRONT: (((0, 110, 340), (524, 700, 340)), 2.6)}


def draw(surface: pygame.Surface, number: int, layer: Layer, left: int, clock: int, moving: bool,
         flicker: bool) -> None:
    """Draw a layer, whose picture begins at column `left`, and what lives before it.

    Without `moving` all is held still; without `flicker` whatever shines is.
    """
    if moving and number == _FRONT:
        _breathe(surface, left, clock)
    if moving and number in _REEDS:
        stands, most = _REEDS[number]
        surface.blit(_bare(layer.surface, layer.x, layer.y, stands), (left + layer.x, layer.y))
        for which, stand in enumerate(stands):
            at = (clock * _SWAYS // _SWAY_TICKS + 3 * which) % _SWAYS
            surface.blit(_bent(layer.surface, layer.x, layer.y, stand, most, at), (left + stand[0], layer.y))
    else:
        surface.blit(layer.surface, (left + layer.x, layer.y))
    shining = moving and flicker
    if number == _SKY and shining:
        _waver(surface, left, clock)
    elif number == _VALLEY:
        _beam(surface, left, 0.5 - 0.5 * math.cos(clock * math.tau / _SWEEP_TICKS + 1.2) if shining else _REST)
        if shining:
            _glint(surface, left, clock)


@lru_cache(maxsize=1)
def _stars() -> tuple[tuple[int, int, int, int], ...]:
    """Column, row, period and start of each star that wavers; few where the title stands."""
    luck = random.Random(5)
    made: list[tuple[int, int, int, int]] = []
    while len(made) < 30:
        x, y = luck.randrange(700), luck.randrange(4, 132)
        if x > 350 or luck.random() < 0.25:
            made.append((x, y, luck.randrange(150, 420), luck.randrange(400)))
    return tuple(made)


def _waver(surface: pygame.Surface, left: int, clock: int) -> None:
    for x, y, period, start in _stars():
        bright = 1.5 + 1.49 * math.sin((clock + start) * math.tau / period)
        surface.fill(_STARS[int(bright)], (left + x, y, 1, 1))
        if bright > 2.8:
            surface.fill(_STARS[0], (left + x - 1, y, 3, 1))
            surface.fill(_STARS[0], (left + x, y - 1, 1, 3))
            surface.fill(_STARS[2], (left + x, y, 1, 1))


def _glint(surface: pygame.Surface, left: int, clock: int) -> None:
    """Each glint grows and goes within a second and a half, then another place has its turn."""
    for number in range(22):
        turn, age = divmod(clock + number * 37, 96 + number % 5 * 22)
        bright = math.sin(age * math.pi / 90)
        if age >= 90 or bright < 0.25:
            continue
        mixed = turn * 7919 + number * 104729
        y = 203 + (mixed * 31) % 84
        x = mixed % (436 if y < 262 else 640)
        wide = 1 + (y - 200) // 28 + (bright > 0.8)
        surface.fill(_GLINTS[min(int(bright * 3), 2)], (left + x - wide // 2, y, wide, 1))


@lru_cache(maxsize=1)
def _glass() -> tuple[pygame.Surface, pygame.Surface]:
    """A place to draw the beam on, and the print's dots it is seen through."""
    place, dots = pygame.Surface((420, 186)).convert(), pygame.Surface((420, 186)).convert()
    for y in range(4):
        for x in range(4):
            grey = 255 - 5 * (0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5)[y * 4 + x]
            dots.set_at((x, y), (grey, grey, grey))
    for y in range(0, 186, 4):
        dots.blit(dots, (0, y), (0, 0, 4, 4))
    wide = 4
    while wide < 420:
        dots.blit(dots, (wide, 0), (0, 0, wide, 186))
        wide *= 2
    return place, dots


def _beam(surface: pygame.Surface, left: int, share: float) -> None:
    """The lamp's light through the frost and its pool on the ice, `share` of the way across."""
    place, dots = _glass()
    x = _NEAR + (_FAR - _NEAR) * share
    y = _POOL_Y + 26 * share * share
    corner = (int(x) - 80, _LAMP[1] - 6)
    from_x, from_y, to_x, to_y = _LAMP[0] - corner[0], 6, x - corner[0], y - corner[1]
    long = math.hypot(to_x - from_x, to_y - from_y)
    across, down = (to_y - from_y) / long, (from_x - to_x) / long
    place.fill((0, 0, 0), (0, 0, from_x + 4, 186))
    for band in range(_BANDS):
        rest = 1 - band / _BANDS
        # A narrower band is a brighter one and stops sooner: the beam is strongest near the lamp.
        far = 0.45 + 0.53 * rest
        wide = 21 * far * rest
        end_x, end_y = from_x + (to_x - from_x) * far, from_y + (to_y - from_y) * far
        tint = tuple(round(part * (band + 1) * 0.9) for part in _WARM)
        aside, below = across * wide, down * wide
        pygame.draw.polygon(place, tint, (
            (from_x, from_y), (end_x + aside, end_y + below), (end_x - aside, end_y - below)))
    for band in range(_BANDS):
        rest = 1.05 - 0.66 * band / _BANDS
        tint = tuple(round(part * (band + 1) * 1.5) for part in _WARM)
        pool = pygame.Rect(0, 0, round(150 * rest), round(34 * rest))
        pool.center = (round(to_x), round(to_y))
        pygame.draw.ellipse(place, tint, pool)
    used = (0, 0, from_x + 2, 186)
    place.blit(dots, (0, 0), used, pygame.BLEND_RGB_MULT)
    surface.blit(place, (left + corner[0], corner[1]), used, pygame.BLEND_RGB_ADD)


def _breathe(surface: pygame.Surface, left: int, clock: int) -> None:
    at = clock % _BREATH_TICKS
    for number in range(3):
        age = at - 14 * number
        if 0 <= age < 160:
            made = pictures.puff(2 + age * 6 // 160, *_BREATH)
            surface.blit(made, (left + _MOUTH[0] - age * 2 // 5 - 4 * number, _MOUTH[1] - age // 9 + 3 * number))


@lru_cache(maxsize=2)
def _bare(whole: pygame.Surface, x: int, y: int, stands: tuple[tuple[int, int, int], ...]) -> pygame.Surface:
    """The layer, which begins at (x, y) of its picture, without its reeds above their foot."""
    made = whole.copy()
    for left, right, foot in stands:
        made.fill(KEY, (left - x, 0, right - left, foot - y))
    made.set_colorkey(KEY, pygame.RLEACCEL)
    return made


@lru_cache(maxsize=5 * _SWAYS)
def _bent(whole: pygame.Surface, x: int, y: int, stand: tuple[int, int, int], most: float, at: int) -> pygame.Surface:
    """One stand of reeds, its rows pushed aside by the wind, the higher the farther; `at` of _SWAYS."""
    left, right, foot = stand
    made = pygame.Surface((right - left, foot - y)).convert()
    made.fill(KEY)
    gust = math.sin(math.tau * at / _SWAYS)
    for row in range(foot - y):
        share = min((foot - y - row) / 110, 1.0)
        made.blit(whole, (round(most * gust * share ** 1.6), row), (left - x, row, right - left, 1))
    made.set_colorkey(KEY, pygame.RLEACCEL)
    return made
