"""Ears, noses, eyes for faces, ears for telephones: each sense but sight as a line on the ground and a small sign.

Each line has a beat of its own, so that it can be told without colours: ears short and even, a nose long and short,
faces in dots, radio in long strokes.
"""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.sim import watching
from game.sim.room import WatcherKind
from game.sim.senses import SenseKind
from game.sim.world import Guard, Mind, World
from game.ui.atlas import Atlas
from game.ui.look import EDGE_LOW, INK, KEY, SUSPICION, UNIT_PX, WORLD_H, WORLD_W, Colour
from game.ui.shapes import dashed
from game.ui.sight import shape_of

_NIGHT: Colour = (140, 172, 206)
_DAY: Colour = (30, 42, 74)
_BEATS: dict[SenseKind, tuple[int, int]] = {
    SenseKind.EARS: (4, 4), SenseKind.NOSE: (7, 5), SenseKind.FACES: (1, 3), SenseKind.RADIO: (14, 8)}
_SIGNS: dict[SenseKind, str] = {  # rows of eleven, one above the other
    SenseKind.EARS: "   ####    |  #    #   | #  ##  #  | # #  # #  |   #   ##  |    ##  #  |     # #   |   # #     ",
    SenseKind.NOSE: "  ##       |  ####     |  #######  |  ######## |  ######## |  ######   |  #####    |  ##  ##   ",
    SenseKind.FACES: "   #####   |  #     #  | # #   # # | #       # | #  ###  # |  #     #  |   #####   ",
    SenseKind.RADIO: "     #     |  #  #  #  | #   #   # | # # # # # | #   #   # |  #  #  #  |    ###    ",
}
_FAR_PX = 400  # senses of watchers farther from the picture than this are not asked for


def draw(surface: pygame.Surface, world: World, left: int, top: int) -> None:
    """The lines on the ground, and signs beside whoever senses so."""
    stage = world.stage
    assert stage is not None
    calm = _NIGHT if world.room.night else _DAY
    for watcher in world.room.watchers:
        guard = stage.guards.get(watcher.name) if watcher.kind in watching.MORE_THAN_EYES else None
        if guard is None or guard.mind is Mind.OFF or not _near(guard, left, top):
            continue
        minded = watching.minded(world, guard)
        colour = SUSPICION if minded else calm
        x, y = guard.x // UNIT_PX, guard.y // UNIT_PX
        for sense in watching.senses(world, guard):
            dashed(surface, shape_of(sense.points, x, y), colour, *_BEATS[sense.kind], (x - left, y - top))
            _sign(surface, sense.kind, x - left + 8, y - top - 30, colour)
        if minded:
            _bar(surface, x - left - 10, y - top - 50, minded)


def dogs(surface: pygame.Surface, world: World, grade: str, atlas: Atlas, clock: int, left: int,
         top: int) -> None:
    """The leash of every dog team, and the dog at its end: it trots as its soldier walks, and noses the ground."""
    stage = world.stage
    assert stage is not None
    for watcher in world.room.watchers:
        guard = stage.guards.get(watcher.name)
        if watcher.kind is not WatcherKind.DOG or guard is None or guard.mind is Mind.OFF:
            continue
        at_x, at_y = watching.muzzle(world, guard)
        x, y = at_x // UNIT_PX - left, at_y // UNIT_PX - top
        if not (-32 < x < WORLD_W + 32 and -32 < y < WORLD_H + 48):
            continue
        hand = (guard.x // UNIT_PX - left, guard.y // UNIT_PX - top - 16)
        pygame.draw.line(surface, INK, hand, (x, y - 10))
        action = "act" if guard.mind is Mind.SENT else "run" if guard.mind is Mind.CHASE else "walk"
        frame = atlas.sheet("dog", grade).frame(action, (guard.facing + 4) // 9 % 8, clock // 8)
        surface.blit(frame.moon, (x - frame.foot[0], y - frame.foot[1]))


def _near(guard: Guard, left: int, top: int) -> bool:
    x, y = guard.x // UNIT_PX - left, guard.y // UNIT_PX - top
    return -_FAR_PX < x < WORLD_W + _FAR_PX and -_FAR_PX < y < WORLD_H + _FAR_PX


def _sign(surface: pygame.Surface, kind: SenseKind, x: int, y: int, colour: Colour) -> None:
    if -12 < x < WORLD_W and -12 < y < WORLD_H:
        surface.blit(_stamp(kind, colour), (x, y))


@lru_cache(maxsize=16)
def _stamp(kind: SenseKind, colour: Colour) -> pygame.Surface:
    """A small sign in `colour`, on a dark edge so that it shows on snow."""
    rows = _SIGNS[kind].split("|")
    made = pygame.Surface((13, len(rows) + 2)).convert()
    made.fill(KEY)
    dots = [(x, y) for y, row in enumerate(rows) for x, mark in enumerate(row) if mark == "#"]
    for x, y in dots:
        made.fill(INK, (x, y, 3, 3))
    for x, y in dots:
        made.set_at((x + 1, y + 1), colour)
    made.set_colorkey(KEY)
    return made


def _bar(surface: pygame.Surface, x: int, y: int, percent: int) -> None:
    """How near he is to doing something about her."""
    if -24 < x < WORLD_W and 0 <= y < WORLD_H:
        pygame.draw.rect(surface, INK, (x - 1, y - 1, 23, 4))
        pygame.draw.rect(surface, EDGE_LOW, (x, y, 21, 2))
        pygame.draw.rect(surface, SUSPICION, (x, y, max(1, 21 * percent // 100), 2))
