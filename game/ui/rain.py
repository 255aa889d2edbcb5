"""Rain: streaks on the wind, and a ring where a drop ends on open ground. Colour keys only, as all of the air is."""

from __future__ import annotations

import random
from functools import lru_cache

import pygame

from game.sim.angles import DIRECTIONS
from game.sim.room import GROUNDS, Ground, Room
from game.ui.look import KEY, TILE, WORLD_H, WORLD_W, Colour

MOST = 3
# Of each sheet, the farthest first: streaks at rain 1, their length in pixels, which of the two colours, pixels a tick.
_SHEETS = ((150, 5, 0, 4.6), (80, 8, 0, 6.2), (30, 12, 1, 8.0))
_SLANT = 0.22            # pixels across for one down, where the wind blows straight across
_RINGS = 26              # at rain 1, in a view of open ground
_RING_TICKS = 6          # how long a ring keeps one of its sizes
_RING_SIZES = ((3, 1), (5, 2), (7, 3))
_UNDER_A_ROOF = frozenset(GROUNDS.index(g) for g in (Ground.FLOOR, Ground.MAT, Ground.VOID, Ground.WALL_BRICK,
                                                     Ground.WALL_INNER, Ground.WALL_PLANK))


def under_a_roof(room: Room, x: int, y: int) -> bool:
    """Whether no rain falls on room pixel (x, y)."""
    column, row = x // TILE, y // TILE
    if not (0 <= column < room.width and 0 <= row < room.height):
        return True
    return room.ground[row * room.width + column] in _UNDER_A_ROOF


def rings(surface: pygame.Surface, room: Room, rain: int, colour: Colour, clock: int, left: int, top: int) -> None:
    """Where drops end, on the ground; (left, top) is the camera's corner, `clock` counts ticks of the screen."""
    blits = []
    for number in range(_RINGS * rain):
        moment, size = divmod(clock // _RING_TICKS + number, len(_RING_SIZES))
        luck = hash((number, moment))  # of whole numbers: the same everywhere
        x, y = luck * 7919 % WORLD_W, luck // 7 * 6007 % WORLD_H
        # The ring stays where it fell on the ground, whatever the camera does.
        x, y = (x - left) % WORLD_W, (y - top) % WORLD_H
        if not under_a_roof(room, x + left, y + top):
            wide, high = _RING_SIZES[size]
            blits.append((_ring(wide, high, colour), (x - wide // 2, y - high // 2)))
    surface.fblits(blits)


def fall(surface: pygame.Surface, room: Room, rain: int, colours: tuple[Colour, Colour], clock: int, left: int,
         top: int) -> None:
    """The streaks. `colours`: of what is far, of what is near."""
    slant = _SLANT * DIRECTIONS[room.wind_angle][0] / DIRECTIONS[0][0]
    for number, (_, _, near, down) in enumerate(_SHEETS):
        sheet = _sheet(number, rain, colours[near], round(slant * 100))
        x = round(clock * down * slant - left) % WORLD_W
        y = round(clock * down - top) % WORLD_H
        surface.fblits([(sheet, (at_x, at_y)) for at_x in (x - WORLD_W, x) for at_y in (y - WORLD_H, y)])


@lru_cache(maxsize=6)
def _sheet(number: int, rain: int, colour: Colour, slant_percent: int) -> pygame.Surface:
    """Streaks whose picture joins itself on all sides."""
    made = pygame.Surface((WORLD_W, WORLD_H)).convert()
    made.fill(KEY)
    luck = random.Random(number)
    count, length, _, _ = _SHEETS[number]
    for _ in range(count * rain):
        x, y = luck.randrange(WORLD_W), luck.randrange(WORLD_H)
        for step in range(length):
            if step < length - 2 or step % 2:  # it thins out below
                made.set_at(((x + step * slant_percent // 100) % WORLD_W, (y + step) % WORLD_H), colour)
    made.set_colorkey(KEY, pygame.RLEACCEL)
    return made


@lru_cache(maxsize=12)
def _ring(wide: int, high: int, colour: Colour) -> pygame.Surface:
    made = pygame.Surface((wide, high)).convert()
    made.fill(KEY)
    pygame.draw.ellipse(made, colour, (0, 0, wide, high), 1)
    made.set_colorkey(KEY)
    return made
