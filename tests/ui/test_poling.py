"""The pole's test is seen: the cells it will tell of, and how much of the eight seconds is over."""

from __future__ import annotations

import pygame

from game.sim import pole
from game.sim.intents import Tool
from game.ui import poling
from game.ui.look import INTERACT, TILE
from tests.sim.test_tools import RIVER, packed


def lit(after_ticks: int, facing: int = 0) -> set[tuple[int, int]]:
    """The pixels drawn in the colour of what can be done."""
    river = packed(RIVER)
    river.her.facing = facing
    river.do(Tool("pole"))
    river.wait(after_ticks)
    surface = pygame.Surface((200, 120))
    poling.draw(surface, river.world, 0, -60)
    return {(x, y - 60) for x in range(200) for y in range(120) if surface.get_at((x, y))[:3] == INTERACT}


def test_nine_cells_have_their_corners_and_the_bar_fills() -> None:
    early, late = lit(60), lit(pole.TICKS - 30)
    cells = {(x // TILE, y // TILE) for x, y in early if y >= 0}
    assert cells == {(x, y) for x in (2, 3, 4) for y in (0, 1, 2)}
    assert len({x for x, y in late if y < 0}) > len({x for x, y in early if y < 0}) > 0


def test_nothing_is_drawn_when_it_is_over() -> None:
    assert not lit(pole.TICKS) and not lit(pole.TICKS, facing=36)
