"""What stands in a room and never moves: most of what is drawn of it, so it is gathered once and looked at in bulk."""

from __future__ import annotations

from typing import TypeAlias

import pygame

from game.sim.room import Room
from game.sim.room_art import RoomArt
from game.ui import actors, silhouettes
from game.ui.actors import Sight, body_rect
from game.ui.atlas import Atlas
from game.ui.living import still
from game.ui.look import WORLD_H, WORLD_W
from game.ui.shapes import Shape, inside

Placed: TypeAlias = tuple[Sight, pygame.Rect]  # what to draw, and the room pixels it covers
Blit: TypeAlias = tuple[pygame.Surface, tuple[int, int]]
Torch: TypeAlias = tuple[pygame.Rect, Shape, tuple[int, int]]  # a cone of light: its box, its shape, where it begins

_NOWHERE = pygame.Rect(0, 0, 0, 0)
_BOOTS = 0.12    # what hides no more of her than this stays whole: she is found by the rest
_MARGIN_PX = 64  # scenery is gathered for a view this much wider, so that it is seldom gathered


class Hides:
    """Finds what hides her. `rect`: the middle of her picture, in room pixels; `share`: how much of her is hidden."""

    def __init__(self, her: Sight | None) -> None:
        self._her = her
        self.rect = body_rect(her).inflate(-14, -16) if her else _NOWHERE
        self.share = 0.0

    def her(self, sight: Sight, rect: pygame.Rect) -> bool:
        """Whether a thing, large and nearer than she, stands before her; it is then drawn so that she is seen."""
        foot = self._her.foot_y if self._her else 0
        if sight.foot_y <= foot or rect.height <= 30 or not rect.colliderect(self.rect):
            return False
        if self._her is None:
            return False
        part = silhouettes.covered(self._her.both.moon, sight.both.moon, rect.left - self.rect.left + 7,
                                   rect.top - self.rect.top + 8)
        self.share += part
        return part > _BOOTS


class Scenery:
    """The scenery of one room. `feet`: how deep everything stands of what was drawn last. `towers`: their feet."""

    def __init__(self, room: Room, art: RoomArt | None, atlas: Atlas) -> None:
        self._room, self._art, self._atlas = room, still(art), atlas
        self._all: list[Placed] = []
        self.towers = [(s.x, s.y) for s in art.scenery if s.art == "tower"] if art is not None else []
        self._at: tuple[int, int] | None = None
        self._corner: tuple[int, int] | None = None
        self._moonlit: list[Blit] = []       # all of it as it lies in the picture, while the camera stands
        self._gathered: list[Placed] = []
        self._spots: list[pygame.Rect] = []  # where the feet are
        self._boxes: list[pygame.Rect] = []
        self.feet: list[int] = []
        self.take()

    def take(self) -> None:
        """Take the pictures that the atlas has now: when there is another light, it makes new ones."""
        self._all = [(s, body_rect(s)) for s in actors.scenery(self._art, self._atlas, self._room.grade)]
        self._at = self._corner = None

    def drawn(self, left: int, top: int, torches: list[Torch], hides: Hides) -> list[Blit]:
        """What is in view, and a little beyond, by depth."""
        self._gather(left // _MARGIN_PX, top // _MARGIN_PX)
        if self._corner != (left, top):
            self._corner = (left, top)
            self._moonlit = [(sight.both.moon, (rect.left - left, rect.top - top)) for sight, rect in self._gathered]
        blits = self._moonlit.copy()
        for box, shape, (x, y) in torches:
            for at in box.collidelistall(self._spots):
                sight = self._gathered[at][0]
                if inside(shape.points, sight.foot_x - x, sight.foot_y - y):
                    blits[at] = (silhouettes.foot_lit(sight.both.moon, sight.both.lamp), blits[at][1])
        for at in hides.rect.collidelistall(self._boxes):
            if hides.her(*self._gathered[at]):
                blits[at] = (silhouettes.sheer(blits[at][0]), blits[at][1])
        return blits

    def _gather(self, column: int, row: int) -> None:
        if self._at == (column, row):
            return
        self._at = (column, row)
        wide = pygame.Rect(column * _MARGIN_PX, row * _MARGIN_PX, WORLD_W + _MARGIN_PX, WORLD_H + _MARGIN_PX)
        self._gathered = [placed for placed in self._all if placed[1].colliderect(wide)]
        self._spots = [pygame.Rect(sight.foot_x, sight.foot_y, 1, 1) for sight, _ in self._gathered]
        self._boxes = [rect for _, rect in self._gathered]
        self.feet = [sight.foot_y for sight, _ in self._gathered]
