"""The title's river and the neon street: what moves, what is held still when asked, and that nothing flashes."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.ui import cutscene
from game.ui.atlas import Atlas
from game.ui.eyes import Eyes
from game.ui.look import WORLD_H, WORLD_W
from game.ui.settings import Settings
from game.ui.weather import Weather

ICE = pygame.Rect(150, 200, 180, 70)     # where the lamp's pool passes
REEDS = pygame.Rect(0, 220, 100, 60)


@pytest.fixture
def river(assets):
    pygame.display.set_mode((1280, 720))
    plate, weather = Atlas(assets).plate("tumen_night"), Weather()
    weather.snow = []  # only what is of the river itself

    def moment(clock, **settings):
        surface, eyes = pygame.Surface((WORLD_W, WORLD_H)).convert(), Eyes()
        eyes.picture_ticks = clock
        cutscene.draw_plate(surface, plate, eyes, weather, Settings(**settings))
        return surface

    return moment


def part(surface, where):
    return pygame.image.tobytes(surface.subsurface(where), "RGB")


def light(surface, where):
    return sum(pygame.transform.average_color(surface, where)[:3])


def test_the_lamp_turns_and_the_reeds_bend(river):
    assert len({light(river(clock), ICE) for clock in range(0, 1700, 170)}) > 4
    assert len({part(river(clock), REEDS) for clock in range(0, 60, 12)}) > 2


def test_without_motion_nothing_moves_but_the_lamp_still_shines(river):
    still = [river(clock, motion=False) for clock in (0, 333, 900)]
    assert len({part(one, one.get_rect()) for one in still}) == 1
    assert light(still[0], pygame.Rect(270, 230, 40, 20)) > light(still[0], pygame.Rect(60, 230, 40, 20)) + 60


def test_without_flickering_light_the_lamp_stands_while_the_reeds_go_on(river):
    pools = [light(river(clock, flashes=False), ICE) for clock in range(0, 1700, 170)]
    assert max(pools) - min(pools) < 8  # the layers drift, the lamp does not turn
    assert len({part(river(clock, flashes=False), REEDS) for clock in range(0, 60, 12)}) > 2


def test_nothing_in_it_flashes(river):
    """No tenth of the screen changes by a tenth of full brightness within a third of a second."""
    blocks = [pygame.Rect(x, y, 64, 120) for x in range(0, WORLD_W, 64) for y in range(0, WORLD_H, 120)]
    before = None
    for clock in range(0, 1720, 20):
        now = [light(river(clock), block) for block in blocks]
        if before is not None:
            changed = [a for a, b in zip(now, before, strict=True) if abs(a - b) > 76]
            assert len(changed) < len(blocks) // 10
        before = now


def test_the_sign_in_the_street_is_green_then_pink_then_dark_and_stays_green_when_asked(assets):
    pygame.display.set_mode((1280, 720))
    plate, weather = Atlas(assets).plate("neon_street"), Weather()
    weather.snow = []
    sign = pygame.Rect(240, 20, 40, 92)

    def colour(clock, **settings):
        surface, eyes = pygame.Surface((WORLD_W, WORLD_H)).convert(), Eyes()
        eyes.picture_ticks = clock
        cutscene.draw_plate(surface, plate, eyes, weather, Settings(**settings))
        red, green, _, _ = pygame.transform.average_color(surface, sign)
        return "green" if green > red + 15 else "pink" if red > green + 15 else "dark"

    assert [colour(clock) for clock in (10, 250, 400, 490)] == ["green", "pink", "dark", "green"]
    assert {colour(clock, flashes=False) for clock in range(0, 480, 60)} == {"green"}
    assert {colour(clock, motion=False) for clock in range(0, 480, 60)} == {"green"}


def test_breath_rises_before_the_mouths_and_nowhere_else(assets):
    pygame.display.set_mode((1280, 720))
    plate, weather = Atlas(assets).plate("washing_stones"), Weather()
    bare, breathing = pygame.Surface((WORLD_W, WORLD_H)).convert(), pygame.Surface((WORLD_W, WORLD_H)).convert()
    eyes = Eyes()
    eyes.picture_ticks = 20  # the first of them has just begun
    cutscene.draw_plate(breathing, plate, eyes, weather, Settings())
    cutscene.draw_plate(bare, replace(plate, living="none"), eyes, weather, Settings())
    spots = ((x, y) for x in range(WORLD_W) for y in range(WORLD_H))
    changed = [spot for spot in spots if bare.get_at(spot) != breathing.get_at(spot)]
    x, y = plate.mouths[0]
    assert changed and all(abs(a - (x - 30)) < 20 and abs(b - y) < 20 for a, b in changed)
