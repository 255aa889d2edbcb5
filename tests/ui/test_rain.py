"""Rain and mist: they move, stand still if motion is off, and stay out of houses."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.sim.grid import UNITS, Cell
from game.ui import rain, shots
from game.ui.places import Places

INK = (200, 210, 230)


@pytest.fixture
def flat(content, assets):
    """Her flat in Yanji, with the yard and the street around it, in the rain."""
    app = shots.staged(content, "room:curtains", tick=30, assets=assets)
    return app, replace(content.art["curtains"], rain=2)


def indoors(room, roofed: bool) -> tuple[int, int]:
    """The middle of a cell that lies under a roof, or one that does not, in room pixels."""
    return next((x * 16 + 8, y * 16 + 8) for y in range(room.height) for x in range(room.width)
                if rain.under_a_roof(room, x * 16, y * 16) is roofed and room.walls.free(Cell(x, y)))


def fallen(room, hard: int, clock: int) -> pygame.Surface:
    made = pygame.Surface((640, 360)).convert()
    rain.rings(made, room, hard, INK, clock, 0, 0)
    return made


def count(made: pygame.Surface) -> int:
    return pygame.mask.from_threshold(made, INK, (1, 1, 1, 255)).count()


def test_rings_lie_on_open_ground_only(flat) -> None:
    room = flat[0].screens[-1].world.room
    for clock in range(0, 600, 60):
        made = fallen(room, 3, clock)
        for y in range(0, 170, 16):  # the rooms of the flat
            for x in range(16, 160, 16):
                if rain.under_a_roof(room, x, y) and rain.under_a_roof(room, x + 16, y):
                    assert made.get_at((x + 8, y + 8))[:3] != INK


def test_the_harder_it_rains_the_more_of_it_there_is(content) -> None:
    room = content.rooms["post_10"]
    light, hard = count(fallen(room, 1, 60)), count(fallen(room, 3, 60))
    assert 0 < light * 2 < hard


def test_it_moves_unless_motion_is_off(flat) -> None:
    app, art = flat
    play, kit = app.screens[-1], app.kit
    x, y = indoors(play.world.room, roofed=False)
    play.world.stage.her.x, play.world.stage.her.y = x * UNITS // 16, y * UNITS // 16
    play.eyes.camera.left, play.eyes.camera.top = 100, 300

    def drawn(motion: bool, clock: int) -> bytes:
        play.eyes.clock = clock
        kit.rooms.draw(kit.world, play.world, art, play.eyes, replace(kit.shown, motion=motion))
        return kit.world.get_buffer().raw
    for _ in range(60):
        drawn(True, 0)
    assert drawn(True, 400) != drawn(True, 403)
    assert drawn(False, 400) == drawn(False, 403)


def test_under_a_roof_it_is_heard_from_far_away(flat) -> None:
    app, art = flat
    world = app.screens[-1].world
    loud = {}
    for roofed in (True, False):
        x, y = indoors(world.room, roofed)
        world.stage.her.x, world.stage.her.y = x * UNITS // 16, y * UNITS // 16
        loud[roofed] = Places().around(world.room, art, world.stage)["rain"].loud
        assert "rain" not in Places().around(world.room, replace(art, rain=0), world.stage)
    assert loud[True] < loud[False] / 2


def test_mist_stays_outside(flat) -> None:
    app, art = flat
    play, kit = app.screens[-1], app.kit
    for roofed in (True, False):
        x, y = indoors(play.world.room, roofed)
        play.world.stage.her.x, play.world.stage.her.y = x * UNITS // 16, y * UNITS // 16
        seen = []
        for fog in (0, 3):
            for _ in range(60):
                kit.rooms.draw(kit.world, play.world, replace(art, rain=0, fog=fog), play.eyes, kit.shown)
            seen.append(kit.world.get_buffer().raw)
        assert (seen[0] == seen[1]) is roofed
