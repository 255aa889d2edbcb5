"""Ground of a map made for something else: its tiles as they are, from pictures beside the map."""

from __future__ import annotations

import logging
from functools import lru_cache

import pygame

from game.sim.room_art import Drawn
from game.ui.atlas import Both
from game.ui.look import INK, WORLD_H, WORLD_W

log = logging.getLogger(__name__)


def chunk(drawn: tuple[Drawn, ...], column: int, row: int) -> Both:
    """The chunk of 640x360 pixels at (column, row): every tile that touches it, bottom first."""
    made = pygame.Surface((WORLD_W, WORLD_H)).convert()
    made.fill(INK)
    view = pygame.Rect(column * WORLD_W, row * WORLD_H, WORLD_W, WORLD_H)
    for tile in drawn:
        if view.colliderect((tile.x, tile.y, tile.width, tile.height)):
            made.blit(_picture(tile), (tile.x - view.left, tile.y - view.top))
    return Both(made, made)


def _picture(tile: Drawn) -> pygame.Surface:
    whole = _whole(tile.file)
    area = pygame.Rect(tile.left, tile.top, tile.width, tile.height)
    if not whole.get_rect().contains(area):
        return pygame.Surface(area.size).convert()
    part = whole.subsurface(area)
    across, down, diagonal = tile.turned
    if diagonal:
        part = pygame.transform.flip(pygame.transform.rotate(part, 270), True, False)
    return pygame.transform.flip(part, across, down)


@lru_cache(maxsize=16)
def _whole(file: str) -> pygame.Surface:
    """A picture by its full path; a single dark pixel, and a line in the log, where it cannot be read."""
    try:
        return pygame.image.load(file).convert_alpha()
    except (OSError, pygame.error) as fault:
        log.warning("a picture of a map cannot be read: %s", fault)
        return pygame.Surface((1, 1)).convert()
