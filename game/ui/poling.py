"""Testing the ice with the pole: which nine cells, and how long still."""

from __future__ import annotations

import pygame

from game.sim import pole
from game.sim.world import World
from game.ui.look import EDGE, INK, INTERACT, TILE, UNIT_PX

_BAR = pygame.Rect(-12, -40, 24, 3)  # above her head, from her feet
_CORNER = 3


def draw(surface: pygame.Surface, world: World, left: int, top: int) -> None:
    """The corners of the cells it will tell of, and a bar that fills, a quarter a knock.

    Shown above everything, in world pixels.
    """
    stage = world.stage
    if stage is None or not stage.her.pole_ticks:
        return
    room = world.room
    for at in pole.ahead(world):
        _corners(surface, pygame.Rect(at % room.width * TILE - left, at // room.width * TILE - top, TILE, TILE))
    bar = _BAR.move(stage.her.x // UNIT_PX - left, stage.her.y // UNIT_PX - top)
    surface.fill(INK, bar.inflate(2, 2))
    done = (pole.TICKS - stage.her.pole_ticks) * bar.width // pole.TICKS
    surface.fill(INTERACT, (bar.left, bar.top, done, bar.height))
    for knock in range(1, pole.TICKS // pole.KNOCK_TICKS):
        surface.fill(EDGE, (bar.left + knock * bar.width * pole.KNOCK_TICKS // pole.TICKS, bar.top, 1, bar.height))


def _corners(surface: pygame.Surface, cell: pygame.Rect) -> None:
    for x, across in ((cell.left + 1, 1), (cell.right - 2, -1)):
        for y, down in ((cell.top + 1, 1), (cell.bottom - 2, -1)):
            for far in range(_CORNER):
                for px, py in ((x + across * far, y), (x, y + down * far)):
                    if surface.get_rect().collidepoint(px, py):
                        surface.set_at((px, py), INTERACT)
