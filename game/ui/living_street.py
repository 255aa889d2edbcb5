"""The street below the window lives: a sign that cannot settle on a colour, steam, a curtain that is held.

The sign is two of the picture's layers, one for each colour; it turns twice in eight seconds, and is small: no flash.
"""

from __future__ import annotations

import math

import pygame

from game.ui import living_pictures as pictures
from game.ui.atlas import Layer

_GREEN, _PINK, _STEAM, _CURTAIN = 1, 2, 3, 4
_TURN_TICKS = 480                      # green, then pink, then nothing, then green
_GREEN_TICKS, _PINK_TICKS = 210, 150
_POTS = ((172, 196), (335, 191), (408, 186))  # where the steam begins
_WISP_TICKS = 150
_PALE = (124, 130, 191)


def draw(surface: pygame.Surface, number: int, layer: Layer, left: int, clock: int, moving: bool,
         flicker: bool) -> None:
    """Draw a layer, whose picture begins at column `left`, and what lives before it.

    Without `moving` all is held still; without either that or `flicker` the sign stays green.
    """
    at = clock % _TURN_TICKS if moving and flicker else 0
    if number == _GREEN and at >= _GREEN_TICKS:
        return
    if number == _PINK and not _GREEN_TICKS <= at < _GREEN_TICKS + _PINK_TICKS:
        return
    aside = round(2.4 * math.sin(clock / 77) * math.sin(clock / 210)) if moving and number == _CURTAIN else 0
    surface.blit(layer.surface, (left + layer.x + aside, layer.y))
    if moving and number == _STEAM:
        for which, (x, y) in enumerate(_POTS):
            for puff in range(2):
                age = (clock + 61 * which + puff * _WISP_TICKS // 2) % _WISP_TICKS
                made = pictures.wisp(age * pictures.WISP_AGES // _WISP_TICKS, _PALE)
                surface.blit(made, (left + x - 6 + age // 14 + round(2 * math.sin(age / 17 + which)), y - 8 - age // 3))
