"""A whole room from above, small: its ground and its things, as a picture's bytes. For reports."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pygame

from game.content.packed import Content
from game.ui.atlas import Atlas
from game.ui.ground import GroundView
from game.ui.look import TILE

CELL_PX = 10       # of the small picture
LIFT = (34, 36, 44)  # added to every pixel: a page is read by day


def overview(content: Content, room_id: str, assets: Path = Path("assets"), cell_px: int = CELL_PX) -> bytes:
    """The PNG of a room, `cell_px` pixels a cell, lit by its lamps, a little brighter than it is played."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    if pygame.display.get_surface() is None:
        pygame.display.init()
        pygame.display.set_mode((64, 64))
    room, art = content.rooms[room_id], content.art.get(room_id)
    atlas = Atlas(assets)
    whole = pygame.Surface((room.width * TILE, room.height * TILE)).convert()
    GroundView(atlas, room, art).blit(whole, 0, 0)
    for item in sorted(art.scenery if art is not None else (), key=lambda s: s.y):
        picture = atlas.thing(item.art, room.grade)
        foot_x, foot_y = picture.foot
        whole.blit(picture.moon, (item.x - foot_x, item.y - foot_y))
    small = pygame.transform.smoothscale(whole, (room.width * cell_px, room.height * cell_px))
    small.fill(LIFT, special_flags=pygame.BLEND_RGB_ADD)
    held = io.BytesIO()
    pygame.image.save(small, held, "room.png")
    return held.getvalue()
