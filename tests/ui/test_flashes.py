"""WCAG 2.3.1 on recorded frames: the measure itself on made-up strobes, then ten seconds of the worst rooms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("numpy")

import pygame

from tools.art import flashes


def strobe(hertz: float, area: pygame.Rect, bright: tuple[int, int, int], dark: tuple[int, int, int]) -> Iterator[
        pygame.Surface]:
    """Two seconds of an area blinking on black."""
    for frame in range(2 * flashes.FPS):
        made = pygame.Surface((640, 360))
        lit = int(frame * hertz * 2 / flashes.FPS) % 2
        made.fill(bright if lit else dark, area)
        yield made


ALL, SPECK = pygame.Rect(0, 0, 640, 360), pygame.Rect(300, 170, 80, 40)
BLACK, WHITE, RED = (0, 0, 0), (255, 255, 255), (230, 0, 0)


@pytest.mark.parametrize(("hertz", "area", "bright", "dark", "general", "red"), [
    (10, ALL, WHITE, BLACK, 10, 0),
    (3, ALL, WHITE, BLACK, 3, 0),
    (10, SPECK, WHITE, BLACK, 0, 0),               # too small
    (10, ALL, (60, 60, 60), BLACK, 0, 0),          # too faint
    (10, ALL, WHITE, (236, 236, 236), 0, 0),       # both sides bright
    (5, ALL, RED, BLACK, 5, 5),
    (5, ALL, (120, 0, 0), BLACK, 0, 5),            # dark, but saturated
])
def test_a_strobe_is_counted(hertz, area, bright, dark, general, red) -> None:
    found = flashes.measured(strobe(hertz, area, bright, dark))
    assert (found.general, found.red) == (pytest.approx(general, abs=0.5), pytest.approx(red, abs=0.5))


@pytest.mark.parametrize(("room", "kind"), [("tumen", "tower"), ("post_10", "alarms")])
def test_rooms_do_not_flash(content, room, kind) -> None:
    if room not in content.rooms:
        pytest.skip(f"no room {room}")
    found = flashes.of_room(content, room, 240, kind)
    assert max(found.general, found.red) <= flashes.SAFE_FLASHES
