"""The patrol's path on the ground: shown once she has watched a whole round, or always if the player likes.

A round is watched when the watcher was in the picture for as long as the round takes, in one piece or in several.
"""

from __future__ import annotations

from functools import lru_cache
from math import hypot

import pygame

from game.sim import levels
from game.sim.plan import plan_of
from game.sim.world import Guard, Mind, World
from game.ui.eyes import Eyes
from game.ui.look import UNIT_PX, WORLD_H, WORLD_W, Colour

NIGHT: Colour = (134, 168, 204)
DAY: Colour = (52, 70, 104)
_DOT_PX, _ARROW_PX = 8, 56
_AT_EASE = (Mind.CALM, Mind.RETURN)


def observe(world: World, eyes: Eyes, ticks: int) -> None:
    """Count the ticks each watcher at his ease was in the picture."""
    stage = world.stage
    assert stage is not None
    left, top = eyes.camera.left, eyes.camera.top
    for guard in stage.guards.values():
        if guard.mind is Mind.CALM and 0 <= guard.x // UNIT_PX - left < WORLD_W \
                and 0 <= guard.y // UNIT_PX - top < WORLD_H:
            eyes.watched[guard.name] = eyes.watched.get(guard.name, 0) + ticks


def known(world: World, guard: Guard, eyes: Eyes, always: bool) -> bool:
    """Whether she knows his round. `always` is the player's wish and beats the difficulty."""
    if always:
        return True
    laps = levels.dial(world.help.level).path_laps
    total = plan_of(world.room).loops[guard.name].total
    return laps >= 0 and eyes.watched.get(guard.name, 0) >= laps * total


def draw(surface: pygame.Surface, world: World, eyes: Eyes, always: bool) -> None:
    """Dots along the known rounds, and arrows the way they are walked."""
    stage = world.stage
    assert stage is not None
    left, top = eyes.camera.left, eyes.camera.top
    colour = NIGHT if world.room.night else DAY
    loops = plan_of(world.room).loops
    for guard in stage.guards.values():
        if guard.mind not in _AT_EASE or not known(world, guard, eyes, always):
            continue
        corners = tuple((s.x0, s.y0) for s in loops[guard.name].stretches)
        dots, arrows = _in_view(corners, colour, left, top)
        surface.fblits(dots)
        for tip_x, tip_y, dx, dy in arrows:
            _arrow(surface, tip_x - left, tip_y - top, dx, dy, colour)


@lru_cache(maxsize=64)
def _in_view(corners: tuple[tuple[int, int], ...], colour: Colour, left: int, top: int) -> tuple[
        list[tuple[pygame.Surface, tuple[int, int]]], list[tuple[float, ...]]]:
    """What of a round is drawn while the camera stands: dots as they lie in the picture, and arrows."""
    dots, arrows = _marks(corners)
    dot = _dot(colour)
    return ([(dot, (x - left, y - top)) for x, y in dots if 0 <= x - left < WORLD_W and 0 <= y - top < WORLD_H],
            [a for a in arrows if -8 < a[0] - left < WORLD_W + 8 and -8 < a[1] - top < WORLD_H + 8])


@lru_cache(maxsize=2)
def _dot(colour: Colour) -> pygame.Surface:
    made = pygame.Surface((2, 2)).convert()
    made.fill(colour)
    return made


def _arrow(surface: pygame.Surface, x: float, y: float, dx: float, dy: float, colour: Colour) -> None:
    tip = (x + 3 * dx, y + 3 * dy)
    pygame.draw.lines(surface, colour, False, [(x - 2 * dx - 3 * dy, y - 2 * dy + 3 * dx), tip,
                                               (x - 2 * dx + 3 * dy, y - 2 * dy - 3 * dx)])


@lru_cache(maxsize=64)
def _marks(corners: tuple[tuple[int, int], ...]) -> tuple[list[tuple[int, int]], list[tuple[float, ...]]]:
    """Dots (x, y) and arrows (x, y, direction) of a closed line, in room pixels."""
    points = [(x / UNIT_PX, y / UNIT_PX) for x, y in corners]
    dots: list[tuple[int, int]] = []
    arrows: list[tuple[float, ...]] = []
    dot_due, arrow_due = 0.0, _ARROW_PX / 2
    lines = list(zip(points, [*points[1:], *points[:1]], strict=True))
    for number, ((x0, y0), (x1, y1)) in enumerate(lines):
        far = hypot(x1 - x0, y1 - y0)
        again = ((x1, y1), (x0, y0)) in lines[:number]
        if far == 0 or again:
            continue  # stood at, or walked back the same way: one line of dots says it
        both_ways = ((x1, y1), (x0, y0)) in lines
        dx, dy = (x1 - x0) / far, (y1 - y0) / far
        while dot_due <= far:
            dots.append((round(x0 + dx * dot_due), round(y0 + dy * dot_due)))
            dot_due += _DOT_PX
        while arrow_due <= far:
            if not both_ways:
                arrows.append((x0 + dx * arrow_due, y0 + dy * arrow_due, dx, dy))
            arrow_due += _ARROW_PX
        dot_due, arrow_due = dot_due - far, arrow_due - far
    return dots, arrows
