"""Pictures of packs: PNG files in memory, in colours of their own, at the size of a scene."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping

import pygame

from game.ui.look import WORLD_H, WORLD_W

log = logging.getLogger(__name__)


def pack_pictures(files: Mapping[str, bytes]) -> dict[str, pygame.Surface]:
    """Surfaces by the names of the pictures; a damaged one is left out, with a line in the log."""
    found: dict[str, pygame.Surface] = {}
    for name, png in files.items():
        try:
            picture = pygame.image.load(io.BytesIO(png), "picture.png")
        except pygame.error as fault:
            log.warning("cannot read the picture '%s' of a pack: %s", name, fault)
            continue
        made = pygame.Surface((WORLD_W, WORLD_H))
        made.blit(pygame.transform.scale(picture, (WORLD_W, WORLD_H)), (0, 0))
        found[name] = made
    return found
