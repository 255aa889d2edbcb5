"""What she wears, drags and throws, and bread on the snow: small pictures made from others, or a few pixels."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.sim.angles import DIRECTIONS
from game.sim.throwing import FLIES_TICKS
from game.sim.world import Her, Stage
from game.ui.atlas import Atlas, Both
from game.ui.look import INK, KEY, UNIT_PX, WORLD_H, WORLD_W, Colour

_LINEN: Colour = (196, 208, 220)
_FOLD: Colour = (142, 160, 184)
_NEEDLES: Colour = (44, 70, 60)
_TWIG: Colour = (70, 54, 44)
_BREAD: Colour = (196, 150, 96)
_PEBBLE: Colour = (150, 150, 158)
_HIGHEST_PX = 22  # of a throw's arc
_BEHIND_PX = 15   # how far the branch lies behind her


def dressed(her: Her, both: Both) -> Both:
    """Her picture, under the white cloth if she has it on."""
    return Both(_linen(both.moon), _linen(both.lamp), both.foot) if her.cloth else both


@lru_cache(maxsize=64)
def _linen(picture: pygame.Surface) -> pygame.Surface:
    """The same outline in linen, with folds; her face is left free, a fifth from the top."""
    shape = pygame.mask.from_surface(picture)
    made = shape.to_surface(setcolor=_LINEN, unsetcolor=KEY).convert()
    made.set_colorkey(KEY)
    box = shape.get_bounding_rects()[0] if shape.count() else made.get_rect()
    for fold in range(box.left + 2, box.right, 4):
        for y in range(box.top + box.height // 3, box.bottom):
            if shape.get_at((fold, y)) and (y + fold) % 3:
                made.set_at((fold, y), _FOLD)
    made.blit(picture, (box.left, box.top + box.height // 8), (box.left, box.top + box.height // 8, box.width,
                                                              max(3, box.height // 6)))
    return made


def branch(surface: pygame.Surface, her: Her, left: int, top: int) -> None:
    """A pine branch on the snow behind her, as she drags it."""
    across, down = DIRECTIONS[her.facing]
    x, y = her.x / UNIT_PX - left, her.y / UNIT_PX - top
    end = (x - _BEHIND_PX * across / 4096, y - _BEHIND_PX * down / 4096)
    pygame.draw.line(surface, _TWIG, (x, y - 6), end, 1)
    for part in (0.35, 0.55, 0.75, 0.95):
        px, py = x + (end[0] - x) * part, y - 6 + (end[1] - y + 6) * part
        wide = 2 + 5 * part
        pygame.draw.line(surface, _NEEDLES, (px - wide * down / 4096, py + wide * across / 4096),
                         (px + wide * down / 4096, py - wide * across / 4096), 2)


def in_the_air(surface: pygame.Surface, stage: Stage, left: int, top: int) -> None:
    """What she threw, on its arc, with its shadow below."""
    for thrown in stage.thrown:
        if thrown.what == "whistle":
            continue
        part = 1 - thrown.ticks_left / FLIES_TICKS
        x = (thrown.x + (thrown.to_x - thrown.x) * part) / UNIT_PX - left
        y = (thrown.y + (thrown.to_y - thrown.y) * part) / UNIT_PX - top
        high = 14 * (1 - part) + 4 * _HIGHEST_PX * part * (1 - part)
        surface.fill(INK, (round(x) - 1, round(y), 3, 1))
        surface.fill(_BREAD if thrown.what == "bread" else _PEBBLE, (round(x) - 1, round(y - high), 3, 2))


def on_the_ground(surface: pygame.Surface, stage: Stage, left: int, top: int) -> None:
    """Bread that lies where it fell."""
    for lure in stage.lures:
        x, y = lure.x // UNIT_PX - left, lure.y // UNIT_PX - top
        if lure.what == "bread" and 0 <= x < WORLD_W and 0 <= y < WORLD_H:
            surface.fill(INK, (x - 2, y, 5, 1))
            surface.fill(_BREAD, (x - 2, y - 3, 5, 3))


def vehicle(atlas: Atlas, grade: str, person: str, facing: int) -> Both | None:
    """The picture of a watcher who is a thing on wheels, if `person` names one: its own name is the way east."""
    if not person or not atlas.has_thing(person):
        return None
    turned = person + ("", "_s", "_w", "_n")[(facing + 9) // 18 % 4]
    return atlas.thing(turned if atlas.has_thing(turned) else person, grade)
