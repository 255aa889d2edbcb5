"""Snow, breath and the dark of the corners. Sparse layers with colour keys; one whole-screen blend at most."""

from __future__ import annotations

import random
import sys

import pygame

from game.sim.room import Room
from game.ui.eyes import PUFF_TICKS, Eyes
from game.ui.living_pictures import BREATH_AGES, breath
from game.ui.look import KEY, WORLD_H, WORLD_W

# flakes, size, colour, pixels a tick across and down
_LAYERS = ((150, 1, (118, 146, 178), 0.35, 0.55), (70, 1, (169, 194, 214), 0.6, 0.95),
           (20, 2, (217, 232, 238), 0.9, 1.5))
# How high the strips are in which the dark of the corners is laid on, left and right of its clear middle. In a page
# each pixel is work, and strips leave half of them out; elsewhere many are done at once, and one large picture is best.
_STRIP = 45 if sys.platform == "emscripten" else WORLD_H
_BREATH = (169, 194, 214)


class Weather:
    """The air of a room."""

    def __init__(self) -> None:
        luck = random.Random(7)
        self.snow: list[tuple[pygame.Surface, float, float]] = []
        for count, size, colour, across, down in _LAYERS:
            made = pygame.Surface((WORLD_W, WORLD_H)).convert()
            made.fill(KEY)
            for _ in range(count):
                made.fill(colour, (luck.randrange(WORLD_W), luck.randrange(WORLD_H), size, size))
            made.set_colorkey(KEY, pygame.RLEACCEL)
            self.snow.append((made, across, down))
        self._dark: dict[bool, list[tuple[pygame.Surface, tuple[int, int]]]] = {}
        self.puffs = [breath(age, _BREATH) for age in range(BREATH_AGES)]

    def fall(self, surface: pygame.Surface, room: Room, eyes: Eyes, moving: bool = True) -> None:
        """Snow on the wind: thick where it snows, a few drifting flakes on any frosty night."""
        layers = self.snow if room.snowfall else self.snow[1:2] if room.night and room.freezing else []
        clock = eyes.clock if moving else 0
        for flakes, across, down in layers:
            x = round(clock * across - eyes.camera.left) % WORLD_W
            y = round(clock * down - eyes.camera.top) % WORLD_H
            for at_x in (x - WORLD_W, x):
                for at_y in (y - WORLD_H, y):
                    surface.blit(flakes, (at_x, at_y))

    def breaths(self, surface: pygame.Surface, room: Room, eyes: Eyes) -> None:
        """Her breath, and only where it freezes."""
        if not room.freezing:
            return
        for puff in eyes.puffs:
            made = self.puffs[max(BREATH_AGES - 1 - puff.ticks * BREATH_AGES // PUFF_TICKS, 0)]
            surface.blit(made, (round(puff.x) - eyes.camera.left - 7, round(puff.y) - eyes.camera.top - 5))

    def corners(self, surface: pygame.Surface, night: bool) -> None:
        """Darker toward the corners, in dithered steps: the eye stays on the middle."""
        if night not in self._dark:
            self._dark[night] = _strips(_vignette(night), _STRIP)
        surface.fblits(self._dark[night], pygame.BLEND_RGB_MULT)


def _strips(plate: pygame.Surface, strip: int) -> list[tuple[pygame.Surface, tuple[int, int]]]:
    """A multiply plate in strips left and right of its middle, where it would multiply by one: half the work."""
    white = plate.map_rgb((255, 255, 255))
    strips = []
    for top in range(0, WORLD_H, strip):
        high = min(strip, WORLD_H - top)
        left = 0  # the clear middle is an ellipse: a strip's first or last row has the least of it
        for y in (top, top + high - 1):
            left = max(left, next((x for x in range(WORLD_W // 2) if plate.get_at_mapped((x, y)) == white), WORLD_W))
        right = WORLD_W - left if left < WORLD_W else WORLD_W
        for start, end in ((0, left), (right, WORLD_W)):
            if end > start:
                strips.append((plate.subsurface((start, top, end - start, high)), (start, top)))
    return strips


def _vignette(night: bool) -> pygame.Surface:
    """A multiply plate made of nested dithered ellipses (few fills, no per-pixel loop over the screen)."""
    made = pygame.Surface((WORLD_W, WORLD_H)).convert()
    darkest = 150 if night else 205
    steps = 10
    made.fill((darkest, darkest, min(255, darkest + 12)))
    for step in range(1, steps + 1):
        value = darkest + (255 - darkest) * step // steps
        grow = 1.42 - 0.62 * step / steps
        rect = pygame.Rect(0, 0, round(WORLD_W * grow), round(WORLD_H * grow * 1.12))
        rect.center = (WORLD_W // 2, WORLD_H // 2)
        pygame.draw.ellipse(made, (value, value, min(255, value + 6)), rect)
    return made
