"""What wet ground gives back of neon, lit windows and lamps: broken streaks straight below them, longer than they are.

tools/art lays the same streaks on the ground it bakes.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import pygame

from game.sim.room_art import Light, Scenery
from game.ui.indexed import NOTHING
from game.ui.lie import OUTDOORS
from game.ui.tileset import blank, filled

STRETCH = 1.7
"""A streak is so many times as long as what shines is high."""
SMEAR = 4
"""Px up and down within which a spot of a streak takes the light of what shines."""
STROKE = 10
"""A stroke of a streak is so long, px."""
FADES = 3
"""Steps it has lost at its end, beside those that wet ground takes."""
ROSE, REED, LAMP = 5, 8, 9
TAKEN = {ROSE: 3, REED: 2, LAMP: 2}
"""Steps that wet ground takes, by material: most of rose, or it would be as bright as her scarf."""
SHINES = bytes((*range(ROSE * 16 + 5, ROSE * 16 + 10), *range(LAMP * 16 + 4, LAMP * 16 + 10)))
"""The indices of neon, lit windows, lamps."""
DECALS = "shine_"
"""Pictures of such names are streaks themselves."""
GIVES_BACK = bytes(255 * (index >> 4 in (1, 6, 7)) for index in range(256))
"""Standing water, and wet tar, stone and concrete."""
NO_SNOW = bytes(16) + b"\xff" * 240
"""Bare ground, before it is looked up: sodden snow has the material of stone, but shines no more than other snow."""
LAMP_HIGH, LAMP_WIDE = 26, 5
"""A standing lamp, px; its light is in the upper part."""


@dataclass(frozen=True, slots=True)
class Glow:
    """A streak, and the room's pixel at its top left."""

    streak: pygame.Surface
    x: int
    y: int


def streak(rows: Sequence[bytes], foot: int, shines: bytes = SHINES) -> list[bytes]:
    """What is given back of a picture in indices, from the row after its foot down; none if nothing in it shines.

    `foot`: the row that stands on the ground, which for what hangs on a wall lies below the picture.
    """
    high, wide = round((foot + SMEAR) * STRETCH), len(rows[0])
    made = [bytearray((NOTHING,)) * wide for _ in range(high)]
    calm = [3 * ((down // 2 * 0x9E3779B1 & 0xFFFFFFFF) >> 28 < 6) for down in range(high)]  # all across
    found = 0
    for x in range(wide):
        lit = [row for row in range(min(foot, len(rows))) if rows[row][x] in shines]
        if not lit:
            continue
        first, last = max(round((foot - lit[-1] - SMEAR) * STRETCH), 1), round((foot - lit[0] + SMEAR) * STRETCH)
        found = max(found, last)
        for stroke in range((first + x * 7) // STROKE, (last + x * 7) // STROKE + 1):
            luck = _luck(x, stroke)
            for down in range(max(stroke * STROKE - x * 7, first), min((stroke + 1) * STROKE - x * 7, high, last + 1)):
                lost = FADES * down // high
                if luck - calm[down] > lost + 1 and (row := _nearest(lit, foot - down / STRETCH)) is not None:
                    index = rows[row][x]
                    made[down][x] = index - min(lost + TAKEN.get(index >> 4, 2), index % 16 - 1)
    return [bytes(row) for row in made[:found]]


def _nearest(lit: list[int], row: float) -> int | None:
    """The row nearest to one of a streak, None if none is near."""
    at = bisect(lit, row)
    above, below = lit[max(at - 1, 0)], lit[min(at, len(lit) - 1)]
    near = above if abs(above - row) <= abs(below - row) else below
    return near if abs(near - row) <= SMEAR else None


def _luck(x: int, stroke: int) -> int:
    """0 to 7 for a stroke of a column; each column's begin elsewhere."""
    mixed = (x * 0x9E3779B1 ^ stroke * 0x85EBCA6B) & 0xFFFFFFFF
    return (mixed >> 13 ^ mixed >> 21) % 8


@cache
def lamp_streak(grade: str) -> list[bytes]:
    """The streak of a standing lamp; in town, where the material lamp may be neon, in that of straw."""
    warm = LAMP if grade in OUTDOORS else REED
    bright, dim, none = bytes((warm * 16 + 8,)), bytes((warm * 16 + 6,)), bytes((NOTHING,))
    rows = [none + dim + bright + dim + none if 2 < row < 12 else 2 * none + dim + 2 * none for row in range(LAMP_HIGH)]
    return streak(rows, LAMP_HIGH, bright + dim)


def glows(scenery: Iterable[Scenery], lights: Iterable[Light], shape: Callable[[str], pygame.Surface | None],
          foot: Callable[[str], tuple[int, int]], grade: str) -> list[Glow]:
    """All that shines in a room."""
    found = [Glow(_pictured(lamp_streak(grade)), light.x - LAMP_WIDE // 2, light.y + 1) for light in lights]
    kept: dict[str, pygame.Surface | None] = {}
    for item in scenery:
        if item.art not in kept:
            picture = None if item.art.startswith(DECALS) else shape(item.art)
            kept[item.art] = _streak_of(picture, foot(item.art)[1]) if picture else None
        if streak := kept[item.art]:
            found.append(Glow(streak, item.x - foot(item.art)[0], item.y + 1))
    return found


def _streak_of(picture: pygame.Surface, foot: int) -> pygame.Surface | None:
    wide, data = picture.get_width(), pygame.image.tobytes(picture, "P")
    if not set(data).intersection(SHINES):
        return None
    rows = streak([data[at:at + wide] for at in range(0, len(data), wide)], foot)
    return _pictured(rows) if rows else None


def _pictured(rows: list[bytes]) -> pygame.Surface:
    made = filled(b"".join(rows), (len(rows[0]), len(rows)))
    made.set_colorkey(NOTHING)
    return made


def streaks(shining: Iterable[Glow], left: int, top: int, size: tuple[int, int]) -> pygame.Surface | None:
    """Every streak in the part of a room whose first pixel is (left, top), 255 elsewhere; None if there is none."""
    made = None
    for glow in shining:
        at = glow.streak.get_rect(topleft=(glow.x - left, glow.y - top))
        if at.colliderect((0, 0, *size)):
            made = made or blank(size, NOTHING)
            made.blit(glow.streak, at)
    return made
