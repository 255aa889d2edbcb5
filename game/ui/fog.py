"""Mist that lies over a room in banks and drifts: two sheets of thin strokes; everything is seen through it.

Strokes, not dots: dots are what watchers see.
"""

from __future__ import annotations

import math
import random
from functools import lru_cache

import pygame

from game.ui.indexed import NOTHING, lit, packed
from game.ui.look import KEY, WORLD_H, WORLD_W, Colour

MOST = 3           # how thick it can be
_CELL_W, _CELL_H = 16, 6   # of the grid on which banks are worked out
_MOST_STROKES = 3          # in a cell in the middle of a bank
_STROKE_PX = (4, 15)
_WAVES = 7
_DRIFT_PX = (0.10, 0.19)   # a tick, of each sheet


def drift(surface: pygame.Surface, colour: Colour, thick: int, clock: int, left: int, top: int) -> None:
    """Lay the banks on, `clock` ticks on their way; (left, top) is the camera's corner. Nothing if `thick` is 0."""
    for number in range(2 if thick else 0):
        sheet = _sheet(colour, min(thick, MOST), number)
        x = round(clock * _DRIFT_PX[number] - left) % WORLD_W
        y = -top % WORLD_H
        for at_x in (x - WORLD_W, x):
            for at_y in (y - WORLD_H, y):
                surface.blit(sheet, (at_x, at_y))


@lru_cache(maxsize=4)
def _sheet(colour: Colour, thick: int, number: int) -> pygame.Surface:
    """The banks in a colour: light changes with the hour."""
    return packed(lit(_banks(thick, number), [colour] * NOTHING + [KEY]))


@lru_cache(maxsize=4)
def _banks(thick: int, number: int) -> pygame.Surface:
    """An indexed picture of banks whose edges meet on all sides."""
    made = pygame.Surface((WORLD_W, WORLD_H), depth=8)
    made.fill(NOTHING)
    luck = random.Random(number)
    waves = _waves(number)
    high = [[height * math.cos(math.tau * across * x / WORLD_W + turn) for x in range(0, WORLD_W, _CELL_W)]
            for height, across, _, turn in waves]
    for y in range(0, WORLD_H, _CELL_H):
        low = [math.cos(math.tau * down * y / WORLD_H + 2 * turn) for _, _, down, turn in waves]
        for column in range(WORLD_W // _CELL_W):
            lies = sum(row[column] * part for row, part in zip(high, low, strict=True))
            for _ in range(min(_MOST_STROKES, int((lies - 0.8 + 0.4 * thick) * 2.2 + luck.random()))):
                x, row_y = column * _CELL_W + luck.randrange(_CELL_W), y + luck.randrange(_CELL_H)
                wide = luck.randint(*_STROKE_PX)
                made.fill(0, (x, row_y, wide, 1))
                made.fill(0, (x - WORLD_W, row_y, wide, 1))
    return made


def _waves(number: int) -> list[tuple[float, int, int, float]]:
    """Height, waves across the picture, waves down it, phase: long across, so that banks lie flat."""
    luck = random.Random(40 + number)
    return [(1.0 / (1 + 0.35 * at), luck.randint(1, 2 + at // 2), luck.randint(1, 4 + at), luck.uniform(0, math.tau))
            for at in range(_WAVES)]
