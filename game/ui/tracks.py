"""The tracks of a patrol's round in the snow, where hers are lost. Trodden on many nights: older and paler than hers.

Drawn from the same rounds as the rule, from the moment she sees the ground.
"""

from __future__ import annotations

import math
from functools import lru_cache

import pygame

from game.sim.angles import root
from game.sim.prints import rounds, takes_print, trodden
from game.sim.room import Room
from game.sim.world import Level
from game.ui.atlas import Atlas
from game.ui.look import KEY, TILE, UNIT_PX, WORLD_H, WORLD_W, Colour

_STEP = 3072   # units between two feet
_SIDE_PX = 3
_NIGHTS = ((0, 0), (5, 3), (-4, 7))  # how far each night's line of feet is shifted, pixels
Foot = tuple[int, int, int]          # x, y in room pixels, one of eight directions

_kept: dict[tuple[int, Level], tuple[Room, list[Foot]]] = {}  # by the identity of the room, kept alive with it


def draw(surface: pygame.Surface, room: Room, level: Level, atlas: Atlas, left: int, top: int, light: str) -> None:
    """Draw what a chunk of ground whose top left is (left, top) has of them, as `light` (moon, lamp) shows it."""
    colours = atlas.palette(room.grade, light)
    surface.fblits([(_stamp(colours[2], colours[4], colours[8], row), (x - left - 3, y - top - 3))
                    for x, y, row in feet(room, level)
                    if left - 4 < x < left + WORLD_W + 4 and top - 4 < y < top + WORLD_H + 4])


@lru_cache(maxsize=64)
def _stamp(dark: Colour, edge: Colour, lip: Colour, row: int) -> pygame.Surface:
    """An old boot: longer and broader than her foot, its edges fallen in, a lip of pushed snow below."""
    made = pygame.Surface((7, 7)).convert()
    made.fill(KEY)
    made.set_colorkey(KEY)
    dx, dy = ((1, 0), (1, 1), (0, 1), (-1, 1))[row % 4]
    for along in (-1, 0, 1):
        made.set_at((3 + along * dx, 4 + along * dy), edge)
        made.set_at((3 + along * dx, 3 + along * dy), dark)
    made.set_at((3 + 2 * dx, 3 + 2 * dy), edge)
    made.set_at((3 - dx, 5 - min(dy, 0)), lip)
    return made


def feet(room: Room, level: Level) -> list[Foot]:
    """Every foot of the rounds of `level` in a room, wherever the snow takes one; the last few rooms are kept."""
    key = id(room), level
    if key not in _kept:
        if len(_kept) >= 4:
            _kept.clear()
        _kept[key] = room, _made(room, level)
    return _kept[key][1]


def _made(room: Room, level: Level) -> list[Foot]:
    feet: dict[tuple[int, int], Foot] = {}
    cells = trodden(room, level)
    for part in rounds(room, level):
        dx, dy = part.x1 - part.x0, part.y1 - part.y0
        far = root(dx * dx + dy * dy)
        angle = part.facing * math.tau / 72
        for number in range(far // _STEP):
            x, y = part.x0 + dx * number * _STEP // far, part.y0 + dy * number * _STEP // far
            side = _SIDE_PX if number % 2 else -_SIDE_PX
            for across, along in _NIGHTS:
                px = x // UNIT_PX + round(along * math.cos(angle) - (side + across / 3) * math.sin(angle))
                py = y // UNIT_PX + round(along * math.sin(angle) + (side + across / 3) * math.cos(angle))
                if py // TILE * room.width + px // TILE in cells and takes_print(room, px * UNIT_PX, py * UNIT_PX):
                    feet.setdefault((px // 3, py // 3), (px, py, round(part.facing / 9)))
    return list(feet.values())
