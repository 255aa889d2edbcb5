"""The pictures that ground nobody has painted is drawn from, in indices, and silhouettes that throw shadows."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import pygame

from game.ui import lie, underfoot
from game.ui.indexed import NOTHING
from game.ui.look import TILE

PIECE_W, PIECE_H = 8, 4  # cells
VARIANTS = 4
_SHOWN = 0.8            # px of a picture that a px of height takes
_CAST = (0.62, 0.32)    # how far a px of height throws its shadow, right and down, by a low moon


@dataclass
class Tileset:
    """The pictures of assets/tiles in indices, and what is made from them once."""

    ground: pygame.Surface
    edges: pygame.Surface
    walls: pygame.Surface
    melt: pygame.Surface
    _darker: dict[int, pygame.Surface] = field(default_factory=dict)
    _marks: dict[int, pygame.Surface] = field(default_factory=dict)

    def darker(self, steps: int) -> pygame.Surface:
        """All ground some steps darker."""
        if steps not in self._darker:
            self._darker[steps] = lowered(self.ground, steps)
        return self._darker[steps]

    def marks(self, value: int) -> pygame.Surface:
        """The forms of edges, filled with a value."""
        if value not in self._marks:
            self._marks[value] = looked_up(self.edges, bytes((value,)) + bytes((NOTHING,)) * 255)
            self._marks[value].set_colorkey(NOTHING)
        return self._marks[value]

    @cached_property
    def bare(self) -> Tileset:
        """The same without the dusting of snow; what is built keeps apart by its materials (see underfoot.KEPT)."""
        ground, high = blank((self.ground.get_width(), lie.DARK_TOP * PIECE_H * TILE)), PIECE_H * TILE
        for kind in range(lie.DARK_TOP):
            row = (0, lie.BARE_ROWS.get(kind, kind) * high, self.ground.get_width(), high)
            ground.blit(looked_up(self.ground.subsurface(row), underfoot.bare(kind)), (0, kind * high))
        return Tileset(ground, self.edges, looked_up(self.walls, underfoot.FACES), self.melt)

    @cached_property
    def fields(self) -> tuple[pygame.Surface, pygame.Surface]:
        """What adds up to how wet a spot is; each begins again at its own edges (see underfoot.py)."""
        (wide, high), other = lie.FIELDS
        one = self.melt.subsurface((0, 0, wide, high))
        drier = blank((2 * wide, 2 * high))
        for corner in ((0, 0), (wide, 0), (0, high), (wide, high)):
            drier.blit(looked_up(one, underfoot.DRIER), corner)
        broad = looked_up(pygame.transform.scale_by(one, 2), underfoot.BROAD)
        fine = pygame.image.tobytes(self.melt.subsurface((wide, 0, *other)), "P")
        return (filled(added(pygame.image.tobytes(drier, "P"), pygame.image.tobytes(broad, "P")), drier.get_size()),
                filled(added(fine, underfoot.grain()), other))


def added(one: bytes, other: bytes) -> bytes:
    """The sums of two rows of bytes, none of which passes 255."""
    return (int.from_bytes(one, "little") + int.from_bytes(other, "little")).to_bytes(len(one), "little")


def tileset(read: tuple[pygame.Surface | None, ...]) -> Tileset | None:
    """A tileset of the pictures ground, edges, walls and melt; None if one is missing or too small to be it."""
    ground, edges, walls, melt = read
    if not (ground and edges and walls and melt) or ground.get_height() < lie.ROWS * PIECE_H * TILE:
        return None
    held = Tileset(_same_colours(ground), _same_colours(edges), _same_colours(walls), _same_colours(melt))
    held.edges.set_colorkey(0)
    return held


def blank(size: tuple[int, int], fill: int = 0) -> pygame.Surface:
    """A picture of indices, all of one value."""
    made = pygame.Surface(size, depth=8)
    made.set_palette(_GREYS)
    made.fill(fill)
    return made


def lowered(picture: pygame.Surface, steps: int) -> pygame.Surface:
    """A picture with every step some lower, not below 1."""
    table = bytes(index - min(steps, max(index % 16 - 1, 0)) if index != NOTHING else index for index in range(256))
    return looked_up(picture, table)


def looked_up(picture: pygame.Surface, table: bytes) -> pygame.Surface:
    """A picture with every index looked up in a table."""
    return filled(pygame.image.tobytes(picture, "P").translate(table), picture.get_size())


def filled(data: bytes, size: tuple[int, int]) -> pygame.Surface:
    """A picture of these indices."""
    made = pygame.image.frombytes(data, size, "P")
    made.set_palette(_GREYS)
    return made


_GREYS = [(index, index, index) for index in range(256)]  # one table for all, or blits would look for like colours


def _same_colours(picture: pygame.Surface) -> pygame.Surface:
    made = picture.copy()
    made.set_colorkey(None)
    made.set_palette(_GREYS)
    return made


@dataclass(frozen=True, slots=True)
class Standing:
    """A thing that throws a shadow: its picture, 0 where it is, and its foot in that and in the room, px.

    Of what stands higher than `tallest` px the shadow is cut.
    """

    shape: pygame.Surface
    foot: tuple[int, int]
    x: int
    y: int
    tallest: int

    def throw(self, mask: pygame.Surface, left: int, top: int) -> None:
        """Mark its moon shadow in a mask whose first pixel is the room's (left, top)."""
        far = min(self.foot[1] / _SHOWN, self.tallest)
        if not mask.get_rect().colliderect(self.x - self.foot[0] - left, self.y - top,
                                           self.shape.get_width() + far * _CAST[0] + 1, far * _CAST[1] + 1):
            return
        for row in range(min(self.foot[1] + 1, self.shape.get_height())):
            height = min((self.foot[1] - row) / _SHOWN, self.tallest)
            x, y = self.x - self.foot[0] - left + height * _CAST[0], self.y - top + height * _CAST[1]
            mask.blit(self.shape, (round(x), round(y)), (0, row, self.shape.get_width(), 1))


def silhouette(picture: pygame.Surface) -> pygame.Surface:
    """0 wherever a picture in indices shows something."""
    made = looked_up(picture, bytes(255) + b"\xff")
    made.set_colorkey(NOTHING)
    return made
