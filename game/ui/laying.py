"""What is laid onto a chunk of ground that is drawn from tiles: parts of pieces, cut to the forms of edges."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

import pygame

from game.ui.indexed import NOTHING
from game.ui.lie import Lie
from game.ui.look import TILE
from game.ui.tileset import PIECE_H, PIECE_W, VARIANTS, Standing, Tileset, blank

SOFT, HARD, RIM, RUT, SHADE = range(5)  # four rows each in edges.png
FORMS = 16  # by sides, then as many by corners
Spot: TypeAlias = tuple[int, int, int]  # column, row, place in the land


class Laying:
    """A part of a room's `land`, its size in pixels, and the room's pixel at its top left."""

    def __init__(self, tiles: Tileset, land: Lie, left: int, top: int, size: tuple[int, int],
                 standing: Sequence[Standing]) -> None:
        self.tiles, self.land, self.left, self.top, self.size, self.standing = tiles, land, left, top, size, standing
        self.canvas = blank(size)
        self._scratch = blank((TILE, TILE))
        self._scratch.set_colorkey(NOTHING)
        self._listed: dict[int, list[Spot]] = {}

    def _cells(self, more: int = 0) -> list[Spot]:
        """Cells in the chunk and so many round it."""
        if more not in self._listed:
            wide, high = self.land.stride - 2, len(self.land.kinds) // self.land.stride - 2
            columns = range(max(self.left // TILE - more, 0), min(-(-(self.left + self.size[0]) // TILE) + more, wide))
            rows = range(max(self.top // TILE - more, 0), min(-(-(self.top + self.size[1]) // TILE) + more, high))
            self._listed[more] = [(x, y, self.land.at(x, y)) for y in rows for x in columns]
        return self._listed[more]

    @cached_property
    def _mixed(self) -> list[Spot]:
        """The cells in the chunk that have another kind of ground, or other weather, at a side or a corner."""
        kinds, states, wide = self.land.kinds, self.land.states, self.land.stride
        return [spot for spot in self._cells() if differs(kinds, spot[2], wide)
                or (states and differs(states, spot[2], wide))]

    def _px(self, x: int, y: int) -> tuple[int, int]:
        return x * TILE - self.left, y * TILE - self.top

    def _laid(self, onto: pygame.Surface, at: tuple[int, int], form: int, x: int, y: int, *columns: int) -> None:
        """Lay what is on the scratch onto a picture, cut to the forms in these columns."""
        row = (form * VARIANTS + spread(x, y)) * TILE
        for column, first in zip(columns, (0, FORMS), strict=False):
            if column or not first:
                self._scratch.blit(self.tiles.edges, (0, 0), ((first + column) * TILE, row, TILE, TILE))
        onto.blit(self._scratch, at)

    def _along(self, mask: pygame.Surface, x: int, y: int, form: int, sides: int, corners: int,
               value: int = 0) -> None:
        """Mark in a mask, with a value, what runs along a cell's sides and round its corners."""
        for column in (sides, corners and corners + FORMS):
            if column:
                row = (form * VARIANTS + spread(x, y)) * TILE
                mask.blit(self.tiles.marks(value), self._px(x, y), (column * TILE, row, TILE, TILE))


def differs(held: bytes, here: int, wide: int) -> bool:
    """Whether a cell is not like all eight round it."""
    row = held[here - 1:here + 2]
    return (row[:1] * 3 != row or row != held[here - wide - 1:here - wide + 2]
            or row != held[here + wide - 1:here + wide + 2])


def spread(x: int, y: int) -> int:
    """Which of four variants is drawn at (x, y): without order, and always the same."""
    mixed = (x * 0x9E3779B1 ^ y * 0x85EBCA6B) & 0xFFFFFFFF
    return (mixed >> 15 ^ mixed >> 23) & 3


def part(kind: int, x: int, y: int) -> tuple[int, int, int, int]:
    """Where in ground.png the part of a kind is that cell (x, y) shows."""
    column, row = x // PIECE_W, y // PIECE_H
    variant = (column + row & 1) * 2 + (spread(column, row) & 1)  # never the same as beside it
    return ((variant * PIECE_W + x % PIECE_W) * TILE, (kind * PIECE_H + y % PIECE_H) * TILE, TILE, TILE)
