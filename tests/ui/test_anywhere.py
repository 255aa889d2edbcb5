"""Wherever she stands, at whatever hour, the picture is drawn: beams pass by its edge, floors change, light moves."""

from __future__ import annotations

import random

import pytest

from game.content.sources import load
from game.sim.grid import UNITS, Cell
from game.ui import shots

PLACES = 60


@pytest.mark.parametrize("room", list(load().rooms))
def test_she_may_stand_anywhere(content, assets, room) -> None:
    app, luck = shots.staged(content, f"room:{room}", tick=5, assets=assets), random.Random(room)
    world = app.screens[-1].world
    free = [Cell(x, y) for y in range(world.room.height) for x in range(world.room.width)
            if world.room.walls.free(Cell(x, y))]
    for number in range(PLACES):
        cell = luck.choice(free)
        world.stage.her.x = cell.x * UNITS + luck.randrange(UNITS)
        world.stage.her.y = cell.y * UNITS + luck.randrange(UNITS)
        world.stage.tick += luck.randrange(400)
        world.tale.clock += number % 2
        app.frame([], 1 / 60)
        app.frame([], 0.0)
    assert app.kit.world.get_bounding_rect().size == (640, 360)
