"""Pictures of a scene: layers that drift apart, something alive in them; fades. Drawn at 640x360."""

from __future__ import annotations

import math

import pygame

from game.ui import living_river, living_street
from game.ui.atlas import Plate
from game.ui.eyes import Eyes
from game.ui.kit import Kit
from game.ui.look import BLACK, INK, KEY, TEXT, WORLD_H, WORLD_W
from game.ui.settings import Settings
from game.ui.text import Box
from game.ui.weather import Weather

TRAVEL_PX = 40        # a layer of drift 1 travels so far
TRAVEL_SECONDS = 24.0
_DIMMED = (70, 74, 90)


def draw_plate(surface: pygame.Surface, plate: Plate, eyes: Eyes, weather: Weather, settings: Settings) -> None:
    """Draw a picture; without motion it is held still, without flickering light its lamps are steady."""
    seconds = eyes.picture_ticks / 60 if settings.motion else 0.0
    # There and back for as long as it is looked at, slowest at the ends.
    travel = TRAVEL_PX * (0.5 - 0.5 * math.cos(seconds * math.tau / (2 * TRAVEL_SECONDS)))
    for number, layer in enumerate(plate.layers):
        spare = layer.wide - WORLD_W
        x = -min(max(spare, 0), round(spare / 2 + (travel - TRAVEL_PX / 2) * layer.drift)) if spare > 0 else 0
        left, clock = min(0, x), eyes.picture_ticks
        match plate.living:
            case "river":
                living_river.draw(surface, number, layer, left, clock, settings.motion, settings.flashes)
            case "neon":
                if settings.motion and layer is plate.layers[-1]:
                    _snow(surface, weather, clock)  # out in the street, behind the curtain
                living_street.draw(surface, number, layer, left, clock, settings.motion, settings.flashes)
            case _:
                surface.blit(layer.surface, (left + layer.x, layer.y))
    if settings.motion and (plate.living != "light" or settings.flashes):
        _living(surface, plate, eyes, weather)


def _living(surface: pygame.Surface, plate: Plate, eyes: Eyes, weather: Weather) -> None:
    """Something that moves: snow, a lamp that breathes, breath, water, cloth. Small on purpose."""
    clock = eyes.picture_ticks
    match plate.living:
        case "snow" | "river":
            _snow(surface, weather, clock)
        case "light":
            glow = 4 + round(3 * math.sin(clock / 38) + 1.5 * math.sin(clock / 11))
            surface.fill((max(glow, 0), max(glow - 1, 0), 0), special_flags=pygame.BLEND_RGB_ADD)
        case "breath":
            spare = max((layer.wide for layer in plate.layers), default=WORLD_W) - WORLD_W
            for number, (x, y) in enumerate(plate.mouths):
                at = (clock + 83 * number) % (220 + 24 * number)
                if at < 90:
                    surface.blit(weather.puffs[at * len(weather.puffs) // 90], (x - spare // 2 + at // 8, y - at // 12))
        case "water":
            for number in range(26):
                y = 250 + number * 4
                x = (number * 137 + clock // (3 + number % 3)) % WORLD_W
                wide = 6 + number % 9
                if (number * 7 + clock // 40) % 3:
                    surface.fill((119, 163, 177), (x, y, wide, 1))
        case "cloth":
            # A slow bright line that runs down a fold now and then.
            at = clock % 400
            if at < 160:
                surface.fill((18, 16, 10), (96 + at // 3, 0, 3, WORLD_H), special_flags=pygame.BLEND_RGB_ADD)
        case _:
            pass


def _snow(surface: pygame.Surface, weather: Weather, clock: int) -> None:
    """The two nearest of the weather's layers of flakes, over the whole picture."""
    for flakes, across, down in weather.snow[:2]:
        x, y = round(clock * across) % WORLD_W, round(clock * down) % WORLD_H
        for at_x in (x - WORLD_W, x):
            for at_y in (y - WORLD_H, y):
                surface.blit(flakes, (at_x, at_y))


def nowhere(surface: pygame.Surface, plate: Plate | None, eyes: Eyes, weather: Weather, settings: Settings) -> None:
    """A scene without a room or a picture: the last one shown, dark; or a few flakes on ink."""
    surface.fill(INK)
    if plate is not None and plate.found:
        draw_plate(surface, plate, eyes, weather, settings)
        surface.fill(_DIMMED, special_flags=pygame.BLEND_RGB_MULT)
        return
    flakes, across, down = weather.snow[0]
    clock = eyes.clock if settings.motion else 0
    x, y = round(clock * across * 0.5) % WORLD_W, round(clock * down * 0.5) % WORLD_H
    for at in ((x - WORLD_W, y - WORLD_H), (x, y - WORLD_H), (x - WORLD_W, y), (x, y)):
        surface.blit(flakes, at)


def draw_alt(surface: pygame.Surface, kit: Kit, words: str) -> list[Box]:
    """The alt text over a picture that could not be shown."""
    px = kit.small_px
    width = kit.view.window_w - kit.view.px(160)
    lines = kit.pen.wrap(words, px, width)
    at = (kit.view.px(80), kit.view.px(60))
    return [Box("alt", kit.pen.block(surface, lines, px, at, TEXT, INK))]


_BAYER = (0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5)
_fades: dict[int, pygame.Surface] = {}


def fade(surface: pygame.Surface, dark: float) -> None:
    """Darkness in sixteen dithered steps over the world's picture."""
    level = round(min(max(dark, 0.0), 1.0) * 16)
    if level <= 0:
        return
    if level >= 16:
        surface.fill(BLACK)
        return
    if level not in _fades:
        made = pygame.Surface((WORLD_W, WORLD_H)).convert()
        tile = pygame.Surface((4, 4)).convert()
        tile.fill(KEY)
        for place, rank in enumerate(_BAYER):
            if rank < level:
                tile.set_at((place % 4, place // 4), BLACK)
        for y in range(0, WORLD_H, 4):
            made.blit(tile, (0, y))
        wide = 4
        while wide < WORLD_W:
            made.blit(made, (wide, 0), (0, 0, wide, WORLD_H))
            wide *= 2
        made.set_colorkey(KEY, pygame.RLEACCEL)
        _fades[level] = made
    surface.blit(_fades[level], (0, 0))
