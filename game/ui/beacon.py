"""The lamp of a watch-tower: it burns while the beam is on, so that the light on the snow has a source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pygame

from game.sim import watching
from game.sim.room import WatcherKind
from game.sim.world import Mind, World
from game.ui.light import KEEP, pattern
from game.ui.look import KEY, WORLD_H, WORLD_W, Colour

_LAMP_AT = (4, -46)   # from the foot of the tower's picture, pixels
_RINGS: tuple[tuple[int, int, Colour], ...] = ((9, 13, (163, 101, 32)), (6, 9, (207, 138, 43)), (3, 3, (249, 214, 128)))
_SIZE = 20


def beacons(surface: pygame.Surface, world: World, feet: Sequence[tuple[int, int]], left: int, top: int) -> None:
    """Draw the lamps of all towers in view whose light is on; `feet` are where towers stand, in room pixels."""
    stage = world.stage
    if stage is None or not feet or not world.room.night:
        return
    towers = [stage.guards[w.name] for w in world.room.watchers if w.kind is WatcherKind.TOWER]
    if not any(guard.mind is not Mind.OFF and watching.reach(world, guard) is not None for guard in towers):
        return
    for foot_x, foot_y in feet:
        x, y = foot_x - left + _LAMP_AT[0], foot_y - top + _LAMP_AT[1]
        if -_SIZE < x < WORLD_W + _SIZE and -_SIZE < y < WORLD_H + _SIZE:
            surface.blit(_glow(), (x - _SIZE // 2, y - _SIZE // 2))


@lru_cache(maxsize=1)
def _glow() -> pygame.Surface:
    """Rings of lamp colours, thinner outward, round a bright middle."""
    made = pygame.Surface((_SIZE, _SIZE)).convert()
    made.fill(KEY)
    middle = (_SIZE // 2, _SIZE // 2)
    for radius, left_out, colour in _RINGS:
        ring = pygame.Surface((_SIZE, _SIZE)).convert()
        ring.fill(KEY)
        pygame.draw.circle(ring, colour, middle, radius)
        holes = pattern(16 - left_out, _SIZE, _SIZE).copy()
        holes.set_colorkey(KEEP)
        ring.blit(holes, (0, 0))
        ring.set_colorkey(KEY)
        made.blit(ring, (0, 0))
    pygame.draw.circle(made, (255, 251, 230), middle, 1)
    made.set_colorkey(KEY)
    return made
