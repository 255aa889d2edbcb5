"""Marks on the ground and over heads: prints, cracks, holes, noise rings, eyes, ghosts. All in world pixels."""

from __future__ import annotations

import math
from functools import lru_cache

import pygame

from game.sim.room import GROUNDS, Ground, Room
from game.sim.world import FULL, Guard, Mind, Stage
from game.ui.atlas import Atlas
from game.ui.look import DANGER, EDGE, INK, INTERACT, KEY, SAFE, SUSPICION, TILE, UNIT_PX, WORLD_H, WORLD_W, Colour

ICE_BEARS_CM = 10
ICE_SOUNDS_CM = 7
_ALERT = (Mind.CHALLENGE, Mind.CHASE)
_LOOKING = (Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL, Mind.SENT)


def _blank(width: int, height: int) -> pygame.Surface:
    made = pygame.Surface((width, height)).convert()
    made.fill(KEY)
    made.set_colorkey(KEY)
    return made


# On the ground -------------------------------------------------------------------------------------------------
@lru_cache(maxsize=64)
def _print_stamp(dark: Colour, light: Colour, row: int, fresh: bool) -> pygame.Surface:
    """One foot: two or three dark pixels along the way she went, a light lip below."""
    made = _blank(5, 5)
    dx, dy = ((1, 0), (1, 1), (0, 1), (-1, 1))[row % 4]
    made.set_at((2, 2), dark)
    made.set_at((2 + dx, 2 + dy), dark)
    if fresh:
        made.set_at((2 - dx, 2 - dy), dark)
        made.set_at((2, 4), light)
    return made


def prints(surface: pygame.Surface, stage: Stage, atlas: Atlas, grade: str, left: int, top: int) -> None:
    """Her footprints, left and right of the line she walked."""
    colours = atlas.palette(grade, "moon")
    dark, light = colours[2], colours[8]
    found = []
    for mark in stage.prints:
        x, y = mark.x // UNIT_PX - left, mark.y // UNIT_PX - top
        if -4 < x < WORLD_W + 4 and -4 < y < WORLD_H + 4:
            side = 2 if mark.id % 2 else -2
            angle = mark.facing * math.tau / 72
            stamp = _print_stamp(dark, light, round(mark.facing / 9), mark.ticks_left > 600)
            found.append((stamp, (round(x - side * math.sin(angle)) - 2, round(y + side * math.cos(angle)) - 2)))
    surface.fblits(found)


@lru_cache(maxsize=32)
def _crack_stamp(dark: Colour, light: Colour, kind: int) -> pygame.Surface:
    """Cracks over one cell, four kinds by turning one drawing."""
    made = _blank(TILE + 8, TILE + 8)
    lines = [((12, 12), (2, 4)), ((12, 12), (21, 3)), ((12, 12), (22, 15)), ((12, 12), (9, 22)), ((5, 7), (3, 15))]
    for start, end in lines:
        pygame.draw.line(made, light, (start[0], start[1] - 1), (end[0], end[1] - 1))
        pygame.draw.line(made, dark, start, end)
    return pygame.transform.rotate(made, 90 * kind)


@lru_cache(maxsize=8)
def _hole_stamp(water: Colour, edge: Colour, lip: Colour) -> pygame.Surface:
    made = _blank(TILE + 6, TILE + 4)
    pygame.draw.polygon(made, lip, [(2, 5), (9, 0), (17, 2), (21, 9), (16, 17), (7, 19), (1, 13)])
    pygame.draw.polygon(made, edge, [(3, 6), (9, 2), (16, 4), (19, 9), (15, 16), (7, 17), (2, 12)])
    pygame.draw.polygon(made, water, [(4, 8), (9, 4), (15, 5), (18, 10), (14, 15), (8, 16), (3, 12)])
    return made


def broken_ice(surface: pygame.Surface, room: Room, stage: Stage, atlas: Atlas, left: int, top: int) -> None:
    """Cracks where the ice has spoken and holes where it is gone."""
    colours = atlas.palette(room.grade, "moon")
    for cell in stage.cracks:
        x, y = cell % room.width * TILE - left, cell // room.width * TILE - top
        if -24 < x < WORLD_W and -24 < y < WORLD_H:
            surface.blit(_crack_stamp(colours[0x12], colours[0x18], cell % 4), (x - 4, y - 4))
    for cell in stage.broken:
        x, y = cell % room.width * TILE - left, cell // room.width * TILE - top
        if -24 < x < WORLD_W and -24 < y < WORLD_H:
            surface.blit(_hole_stamp(colours[0x10], colours[0x12], colours[0x18]), (x - 3, y - 2))


def ice_tests(surface: pygame.Surface, room: Room, stage: Stage, left: int, top: int) -> None:
    """What she knows of the ice: a square bears, a bar sounds, a cross breaks. Shapes, not colours, say it."""
    no_ice = GROUNDS.index(Ground.ICE)
    for cell in stage.tested:
        x, y = cell % room.width * TILE - left + 8, cell // room.width * TILE - top + 8
        if not (0 <= x < WORLD_W and 0 <= y < WORLD_H) or room.ground[cell] != no_ice:
            continue
        cm = room.ice_cm[cell]
        if cm >= ICE_BEARS_CM:
            pygame.draw.rect(surface, INTERACT, (x - 2, y - 2, 5, 5), 1)
        elif cm >= ICE_SOUNDS_CM:
            pygame.draw.line(surface, SUSPICION, (x - 3, y), (x + 3, y))
        else:
            pygame.draw.line(surface, DANGER, (x - 3, y - 3), (x + 3, y + 3))
            pygame.draw.line(surface, DANGER, (x - 3, y + 3), (x + 3, y - 3))


def ring(surface: pygame.Surface, x: float, y: float, radius: float, colour: Colour, gaps: int = 3) -> None:
    """A dotted circle; `gaps` pixels between dots."""
    if radius < 3:
        return
    number = max(12, int(math.tau * radius / (gaps + 1)))
    for at in range(number):
        angle = at * math.tau / number
        px, py = round(x + radius * math.cos(angle)), round(y + radius * math.sin(angle))
        if 0 <= px < WORLD_W and 0 <= py < WORLD_H:
            surface.set_at((px, py), colour)


def noises(surface: pygame.Surface, stage: Stage, left: int, top: int) -> None:
    """Sounds in the air: a ring as wide as they carry, thinner as they fade."""
    colour = EDGE if stage.mask_ticks else INTERACT  # what is covered is grey, and thinner
    for noise in stage.noises:
        if noise.radius > 0:
            gaps = (2 if noise.ticks_left > 12 else 6) + (6 if stage.mask_ticks else 0)
            ring(surface, noise.x / UNIT_PX - left, noise.y / UNIT_PX - top, noise.radius / UNIT_PX, colour, gaps)


def ghost(surface: pygame.Surface, x: int, y: int) -> None:
    """Where they believe she is: an empty outline with a cross beneath."""
    pygame.draw.ellipse(surface, SUSPICION, (x - 4, y - 27, 9, 9), 1)
    pygame.draw.lines(surface, SUSPICION, False, [(x - 6, y - 3), (x - 4, y - 17), (x + 4, y - 17), (x + 6, y - 3)])
    pygame.draw.line(surface, SUSPICION, (x - 3, y - 2), (x + 3, y + 2))
    pygame.draw.line(surface, SUSPICION, (x - 3, y + 2), (x + 3, y - 2))


# Over heads ----------------------------------------------------------------------------------------------------
@lru_cache(maxsize=128)
def eye(openness: int, colour: Colour, alert: bool) -> pygame.Surface:
    """An eye 23x15: a closed line at 0, wide open at 4; `alert` adds the mark of exclamation above its pupil."""
    made = _blank(25, 17)
    middle, half = 8, round(1 + 1.45 * openness)
    upper = [(2, middle), (7, middle - half), (12, middle - half - 1), (17, middle - half), (22, middle)]
    lower = [(22, middle), (17, middle + half - 1), (12, middle + half), (7, middle + half - 1), (2, middle)]
    if openness == 0:
        upper = [(2, middle - 1), (7, middle + 1), (12, middle + 2), (17, middle + 1), (22, middle - 1)]
        for shift in (-1, 1):
            pygame.draw.lines(made, INK, False, [(x, y + shift) for x, y in upper])
        pygame.draw.lines(made, colour, False, upper)
        for x in (5, 12, 19):
            pygame.draw.line(made, colour, (x, middle + 2), (x, middle + 4))
        return made
    pygame.draw.polygon(made, INK, [(x, y - 1) for x, y in upper] + [(x, y + 1) for x, y in lower])
    pygame.draw.lines(made, colour, True, upper + lower)
    pygame.draw.circle(made, colour, (12, middle), 1 + openness // 2, 0 if alert else 1)
    return made


def sign(surface: pygame.Surface, guard: Guard, x: int, y: int, popped: bool) -> pygame.Rect | None:
    """A watcher's suspicion above his head: eye by shape, a bar below, "!" when he is sure; None if he is calm."""
    if guard.mind is Mind.OFF:
        return None
    share = guard.suspicion / FULL
    if guard.blind_ticks > 0:
        made = eye(0, SAFE, False)
        return surface.blit(made, (x - 12, y - 17))
    if share <= 0.02 and guard.mind not in (*_ALERT, *_LOOKING):
        return None
    sure = guard.mind in _ALERT or share >= 1.0
    colour = DANGER if sure else SUSPICION
    made = eye(4 if sure else 1 + round(2 * share), colour, sure)
    top = y - 20 - (3 if popped else 0)
    rect = surface.blit(made, (x - 12, top))
    pygame.draw.rect(surface, INK, (x - 11, top + 16, 23, 4))
    pygame.draw.rect(surface, colour, (x - 10, top + 17, round(21 * min(max(share, 0.05), 1.0)), 2))
    if sure:
        _exclaim(surface, x, top - 10)
    elif guard.mind in _LOOKING:
        _question(surface, x + 14, top + 1)
    return rect


def _exclaim(surface: pygame.Surface, x: int, y: int) -> None:
    pygame.draw.rect(surface, INK, (x - 2, y - 1, 5, 11))
    pygame.draw.rect(surface, DANGER, (x - 1, y, 3, 6))
    pygame.draw.rect(surface, DANGER, (x - 1, y + 7, 3, 2))


def _question(surface: pygame.Surface, x: int, y: int) -> None:
    pygame.draw.rect(surface, INK, (x - 1, y - 1, 8, 12))
    for dx, dy, w, h in ((1, 0, 4, 2), (4, 1, 2, 3), (2, 4, 3, 1), (2, 5, 2, 2), (2, 8, 2, 2)):
        pygame.draw.rect(surface, SUSPICION, (x + dx, y + dy, w, h))
