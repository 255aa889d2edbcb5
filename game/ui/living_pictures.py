"""What lives in a room, drawn once and kept: puffs of smoke, wisps of steam, flames, washing in the wind, a bird."""

from __future__ import annotations

import math
import random
from functools import lru_cache
from itertools import pairwise

import pygame

from game.ui.look import KEY, Colour

PUFF_AGES = 8       # how many pictures a puff has, young to old
WISP_AGES = 6
BREATH_AGES = 5
FLAMES = 4          # pictures of a fire, shown in turn
SWAYS = 12          # pictures of washing, a whole swing
_BAYER = (0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5)
_PUFF_RADII = (2.4, 3.2, 4.1, 5.0, 5.8, 6.5, 7.2, 8.0)
_PUFF_KEPT = (13, 13, 12, 11, 9, 7, 4, 2)   # of sixteen pixels
_WISP_WIDTHS = (1.5, 2.0, 2.6, 3.2, 3.8, 4.4)
_WISP_KEPT = (6, 9, 8, 6, 4, 2)   # of sixteen pixels, where it is thickest half as many more

# Feathers: K black, B the blue of a wing, W white, . nothing. The first two sit (tail level, tail up), the others fly.
_BIRD = (
    ("..........KK.", ".........KKKK", "......BKKKK..", "KKKKBBBWWK...", "...KKKWWW....", ".......K.K..."),
    ("K.........KK.", ".KK......KKKK", "..KK..BKKKK..", "...KBBBWWK...", ".....KWWW....", ".......K.K..."),
    (".....WK......", ".....WWK.....", "......BWK.KK.", "KKKKKKBKKKKKK", ".....KWWWK...", "............."),
    (".............", "..........KK.", "KKKKKKBKKKKKK", ".....BWWWK...", "....WWK......", "...WK........"),
)


def _blank(width: int, height: int) -> pygame.Surface:
    made = pygame.Surface((width, height)).convert()
    made.fill(KEY)
    made.set_colorkey(KEY)
    return made


@lru_cache(maxsize=64)
def puff(age: int, light: Colour, shade: Colour) -> pygame.Surface:
    """Smoke `age` pictures old (0 to PUFF_AGES - 1): ever wider and thinner, lit from the upper left."""
    radius, kept = _PUFF_RADII[age], _PUFF_KEPT[age]
    made = _blank(17, 17)
    for y in range(17):
        for x in range(17):
            away = math.hypot(x - 8, (y - 8) * 1.12)
            if away <= radius and _BAYER[y % 4 * 4 + x % 4] < kept:
                made.set_at((x, y), light if (x - 8) + (y - 8) * 1.3 < -radius * 0.2 else shade)
    return made


@lru_cache(maxsize=32)
def wisp(age: int, colour: Colour) -> pygame.Surface:
    """Steam `age` pictures old (0 to WISP_AGES - 1): a curl that goes to and fro, ever wider and thinner."""
    made = _blank(13, 14)
    for y in range(14):
        middle = 6 + (0.8 + 0.35 * age) * math.sin(0.55 * y + 1.3 * age)
        width = _WISP_WIDTHS[age] * math.sin(math.pi * (y + 1) / 15)
        for x in range(13):
            away = abs(x - middle) / max(width, 0.1)
            if away < 1 and _BAYER[y % 4 * 4 + x % 4] < _WISP_KEPT[age] * (1.5 - away):
                made.set_at((x, y), colour)
    return made


@lru_cache(maxsize=BREATH_AGES)
def breath(age: int, colour: Colour) -> pygame.Surface:
    """A breath in frost, `age` pictures old (0 to BREATH_AGES - 1): a small cloud that widens and comes apart."""
    made, luck = _blank(15, 11), random.Random(age)
    wide, high = 2.2 + 1.0 * age, 1.8 + 0.55 * age
    for _ in range(9 + 3 * age):
        turn, far = luck.uniform(0, math.tau), luck.random() ** 0.7
        x, y = round(7 + wide * far * math.cos(turn)), round(5 + high * far * math.sin(turn))
        made.fill(colour, (x, y, luck.randint(1, 3 if age < 3 else 2), 1))  # strokes, as mist has: dots are sight
    return made


@lru_cache(maxsize=64)
def flame(number: int, width: int, height: int, colours: tuple[Colour, ...]) -> pygame.Surface:
    """A fire of three or four tongues, `number` of FLAMES; `colours` from its rim to its heart."""
    made = _blank(width, height)
    for x in range(width):
        across = (x - (width - 1) / 2) / (width / 2)
        lick = 0.72 + 0.28 * math.sin(x * 1.7 + number * 2.1) * math.cos(x * 0.6 - number * 1.3)
        tall = height * (1 - across * across) * lick
        for y in range(height):
            depth = tall - (height - 1 - y)
            if depth > 0:
                heart = depth / height * (1.25 - abs(across))
                made.set_at((x, y), colours[min(int(heart * len(colours) * 1.25), len(colours) - 1)])
    return made


@lru_cache(maxsize=48)
def swaying(cloths: pygame.Surface, number: int, top: int, bottom: int, edges: tuple[int, ...]) -> pygame.Surface:
    """A washing line with its cloths pushed to the side, the lower the farther; `number` of SWAYS.

    Rows `top` to `bottom` hang; `edges` part the columns into cloths, each of which swings a little later.
    """
    made = _blank(*cloths.get_size())
    made.blit(cloths, (0, 0))
    for which, (left, right) in enumerate(pairwise(edges)):
        gust = math.sin(2 * math.pi * number / SWAYS - 0.9 * which)
        made.fill(KEY, (left, top, right - left, bottom - top))
        for y in range(top, bottom):
            share = (y - top) / max(bottom - top - 1, 1)
            push = round((0.9 + 1.5 * gust) * share * share)
            made.blit(cloths, (left + push, y), (left, y, right - left, 1))
    return made


@lru_cache(maxsize=16)
def dimmed(sign: pygame.Surface, inks: tuple[tuple[Colour, Colour], ...]) -> pygame.Surface:
    """What of a sign has the first colour of one of `inks`, in the second; nothing of the rest."""
    made = _blank(*sign.get_size())
    for bright, dim in inks:
        pygame.mask.from_threshold(sign, bright, (1, 1, 1, 255)).to_surface(made, setcolor=dim, unsetcolor=None)
    return made


@lru_cache(maxsize=16)
def bird(number: int, black: Colour, blue: Colour, white: Colour, westward: bool) -> pygame.Surface:
    """A magpie: 0 sits, 1 sits with its tail up, 2 and 3 fly with their wings up and down."""
    rows = _BIRD[number]
    made = _blank(len(rows[0]), len(rows))
    inks = {"K": black, "B": blue, "W": white}
    for y, row in enumerate(rows):
        for x, sign in enumerate(row):
            if sign in inks:
                made.set_at((len(row) - 1 - x if westward else x, y), inks[sign])
    return made


@lru_cache(maxsize=8)
def spark(size: int, colour: Colour) -> pygame.Surface:
    """A point of light."""
    made = pygame.Surface((size, size)).convert()
    made.fill(colour)
    return made
