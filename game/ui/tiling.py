"""A chunk of ground drawn from tiles, in palette indices: pieces that join, edges that wander, shade, walls.

It is drawn once for both lights. What a pixel says is an index (material * 16 + step); 255 is nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.ui import lie
from game.ui.indexed import NOTHING
from game.ui.lie import Lie
from game.ui.look import TILE

PIECE_W, PIECE_H = 8, 4  # cells
VARIANTS = 4
SOFT, HARD, RIM, RUT, SHADE = range(5)  # four rows each in edges.png
_HARD = frozenset((lie.BANK, *lie.RIVER)) - {lie.WHITE_ICE}
_RIMS = {lie.BANK: 0x07, lie.ICE: 0x07, lie.CRAZED_ICE: 0x16, lie.WET_ICE: 0x18, lie.WATER: 0x08}
_PLAIN = {lie.DARK_TOP: 0x21, lie.VOID: 0x00}
_LOW = lie.RIVER | {lie.DITCH}
_FACES = (11, 22, 27)  # px a wall is high with one, two, three cells of it behind one another
_FACE_CELLS = 5        # after so many cells a face begins again
_LID_PX = 5
_ENDS = {1: (0x26, 0x21), 2: (0x87, 0x21), 3: (0x26, 0x21)}  # light and dark end of a face, by wall
_SHOWN = 0.8            # px of a picture that a px of height takes
_CAST = (0.62, 0.32)    # how far a px of height throws its shadow, right and down, by a low moon
_THROWN = {True: (19, 0.88, 0.47), False: (9, 0.88, 0.47)}   # a wall's shadow outdoors and indoors: px, right, down


@dataclass(slots=True)
class Tileset:
    """The pictures of assets/tiles in indices, and what is made from them once."""

    ground: pygame.Surface
    edges: pygame.Surface
    walls: pygame.Surface
    _darker: dict[int, pygame.Surface] = field(default_factory=dict)

    def darker(self, steps: int) -> pygame.Surface:
        """All ground some steps darker."""
        if steps not in self._darker:
            self._darker[steps] = lowered(self.ground, steps)
        return self._darker[steps]


def tileset(read: tuple[pygame.Surface | None, ...]) -> Tileset | None:
    """A tileset of the pictures ground, edges and walls; None if one is missing or too small to be it."""
    ground, edges, walls = read
    if not (ground and edges and walls) or ground.get_height() < lie.ROWS * PIECE_H * TILE:
        return None
    held = Tileset(_same_colours(ground), _same_colours(edges), _same_colours(walls))
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
    data = pygame.image.tobytes(picture, "P").translate(table)
    made = pygame.image.frombytes(data, picture.get_size(), "P")
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
    data = pygame.image.tobytes(picture, "P").translate(bytes(255) + b"\xff")
    made = pygame.image.frombytes(data, picture.get_size(), "P")
    made.set_palette(_GREYS)
    made.set_colorkey(NOTHING)
    return made


class Chunk:
    """One chunk being drawn: its room's `land`, its size in pixels, and the room's pixel at its top left."""

    def __init__(self, tiles: Tileset, land: Lie, left: int, top: int, size: tuple[int, int], grade: str,
                 standing: Sequence[Standing] = ()) -> None:
        self.tiles, self.land, self.left, self.top, self.size, self.standing = tiles, land, left, top, size, standing
        self.outdoors = grade != "flat"
        self.steps = 2 if grade in ("river", "dawn", "dusk") else 1
        self.canvas = blank(size)
        self._scratch = blank((TILE, TILE))
        self._scratch.set_colorkey(NOTHING)

    def drawn(self) -> pygame.Surface:
        """The whole chunk, what lies lowest first."""
        self._spread()
        self._shade(self._undercut(), self.steps)
        self._edges()
        ruts = self._ruts()
        shadows = self._shadows(ruts)
        self._shade(ruts, 1)
        self._shade(shadows, self.steps)
        self._tops()
        self._faces()
        return self.canvas

    def _cells(self, more: int = 0) -> list[tuple[int, int, int]]:
        """Cells in the chunk and so many round it: column, row, place in the land."""
        wide, high = self.land.stride - 2, len(self.land.kinds) // self.land.stride - 2
        columns = range(max(self.left // TILE - more, 0), min(-(-(self.left + self.size[0]) // TILE) + more, wide))
        rows = range(max(self.top // TILE - more, 0), min(-(-(self.top + self.size[1]) // TILE) + more, high))
        return [(x, y, self.land.at(x, y)) for y in rows for x in columns]

    def _px(self, x: int, y: int) -> tuple[int, int]:
        return x * TILE - self.left, y * TILE - self.top

    # The ground ----------------------------------------------------------------------------------------------
    def _spread(self) -> None:
        """Every cell's own terrain."""
        for x, y, here in self._cells():
            kind = self.land.kinds[here]
            if kind in _PLAIN:
                self.canvas.fill(_PLAIN[kind], (*self._px(x, y), TILE, TILE))
            else:
                self.canvas.blit(self.tiles.ground, self._px(x, y), part(kind, x, y))

    def _edges(self) -> None:
        """What lies over its neighbours; the river's far edges in the shade of the land above them."""
        dark = self.tiles.darker(self.steps)
        for x, y, here in self._cells():
            own = self.land.kinds[here]
            for kind, sides, ends in self.land.lies_over(here):
                at, area = self._px(x, y), part(kind, x, y)
                if kind in _RIMS and not (kind == lie.ICE and own in _LOW):
                    self._scratch.fill(_RIMS[kind])
                    self._laid(self.canvas, at, RIM, x, y, sides, ends)
                shaded = kind in lie.RIVER and own not in lie.RIVER and sides & (lie.EAST | lie.SOUTH)
                self._scratch.blit(dark if shaded else self.tiles.ground, (0, 0), area)
                self._laid(self.canvas, at, HARD if kind in _HARD or own == lie.DITCH else SOFT, x, y, sides, ends)

    def _laid(self, onto: pygame.Surface, at: tuple[int, int], form: int, x: int, y: int, *columns: int) -> None:
        """Lay what is on the scratch onto a picture, cut to the forms in these columns."""
        row = (form * VARIANTS + spread(x, y)) * TILE
        for column, first in zip(columns, (0, 16), strict=False):
            if column or not first:
                self._scratch.blit(self.tiles.edges, (0, 0), ((first + column) * TILE, row, TILE, TILE))
        onto.blit(self._scratch, at)

    # Shade ---------------------------------------------------------------------------------------------------
    def _shade(self, mask: pygame.Surface, steps: int) -> None:
        """Lower all that is 0 in a mask."""
        darker = lowered(self.canvas, steps)
        mask.set_colorkey(0)
        darker.blit(mask, (0, 0))
        darker.set_colorkey(NOTHING)
        self.canvas.blit(darker, (0, 0))

    def _undercut(self) -> pygame.Surface:
        """The shade of the land on river and ditch, which lie lower; the moon stands at the upper left."""
        mask = blank(self.size, NOTHING)
        for x, y, here in self._cells():
            if self.land.kinds[here] in _LOW:
                sides, corners = self.land.forms(here, _HIGHER)
                self._along(mask, x, y, SHADE, sides & (lie.NORTH | lie.WEST), corners & lie.NORTH_WEST)
        return mask

    def _ruts(self) -> pygame.Surface:
        """Wheel ruts along the edges of roads."""
        mask = blank(self.size, NOTHING)
        for x, y, here in self._cells():
            if self.land.kinds[here] in (lie.PATH, lie.COUNTRY_ROAD):
                self._along(mask, x, y, RUT, *self.land.forms(here, _NO_ROAD))
        return mask

    def _along(self, mask: pygame.Surface, x: int, y: int, form: int, sides: int, corners: int) -> None:
        """Mark in a mask what runs along a cell's sides and round its corners."""
        for column in (sides, corners and corners + 16):
            if column:
                self._scratch.fill(0)
                self._laid(mask, self._px(x, y), form, x, y, column)

    def _shadows(self, feet: pygame.Surface) -> pygame.Surface:
        """What walls and things throw to the lower right; the dark at the feet of walls is added to another mask."""
        mask = blank(self.size, NOTHING)
        length, right, down = _THROWN[self.outdoors]
        for x, y, here in self._cells(2):
            walls = self.land.walls
            wide = self.land.stride
            if not walls[here] or (walls[here + 1] and walls[here + wide] and walls[here + wide + 1]):
                continue
            left, top = self._px(x, y)
            for step in range(1, length + 1, 2):
                mask.fill(0, (left + round(step * right), top + round(step * down), TILE, TILE))
            feet.fill(0, (left, top + TILE, TILE, 2 if self.outdoors else 4))
        for thing in self.standing:
            thing.throw(mask, self.left, self.top)
        return mask

    # Walls ---------------------------------------------------------------------------------------------------
    def _tops(self) -> None:
        """Walls from above, over the shadows; snow on them has a light and a dark side."""
        for x, y, here in self._cells():
            kind = self.land.kinds[here]
            left, top = self._px(x, y)
            if kind in _PLAIN:
                self.canvas.fill(_PLAIN[kind], (left, top, TILE, TILE))
            elif kind == lie.LID:
                self.canvas.blit(self.tiles.ground, (left, top), part(kind, x, y))
                north, east, south, west = (not self.land.walls[at] for at in self.land.around(here)[0])
                right = left + TILE - 1
                for shown, step, area in (
                    (west, 8, (left, top, 1, TILE)), (north, 8, (left, top, TILE, 1)),
                    (east, 4, (right - 1, top, 1, TILE)), (east, 3, (right, top, 1, TILE)),
                    (south, 3, (left, top + TILE - 1, TILE, 1)),
                ):
                    if shown:
                        self.canvas.fill(step, area)

    def _faces(self) -> None:
        """The front of every wall that has no wall before it, as high as there is wall or dark behind it."""
        kinds, walls, wide = self.land.kinds, self.land.walls, self.land.stride
        for x, y, here in self._cells(2):
            if not walls[here] or kinds[here + wide] in _BLIND:
                continue
            behind = 1
            while behind < 3 and y - behind >= 0 and kinds[here - behind * wide] in _BLIND:
                behind += 1
            tall, snowy = _FACES[behind - 1], kinds[here] == lie.LID
            left, foot = self._px(x, y)[0], self._px(x, y)[1] + TILE
            row = ((walls[here] - 1) * 2 + (not snowy)) * sum(_FACES) + sum(_FACES[: behind - 1])
            self.canvas.blit(self.tiles.walls, (left, foot - tall), (x % _FACE_CELLS * TILE, row, TILE, tall))
            self.canvas.fill(0x06 if snowy else 0x21, (left, foot - tall - _LID_PX, TILE, _LID_PX))
            for at, end, column in ((here - 1, 0, left), (here + 1, 1, left + TILE - 1)):
                if kinds[at] not in _BLIND:
                    self.canvas.fill(_ENDS[walls[here]][end], (column, foot - tall, 1, tall))


_BLIND = frozenset((lie.LID, lie.DARK_TOP, lie.VOID))
_HIGHER = frozenset(range(lie.ROWS)) - _LOW - {lie.LID}
_NO_ROAD = frozenset(range(lie.ROWS)) - lie.ROADS - {lie.LID}


def spread(x: int, y: int) -> int:
    """Which of four variants is drawn at (x, y): without order, and always the same."""
    mixed = (x * 0x9E3779B1 ^ y * 0x85EBCA6B) & 0xFFFFFFFF
    return (mixed >> 15 ^ mixed >> 23) & 3


def part(kind: int, x: int, y: int) -> tuple[int, int, int, int]:
    """Where in ground.png the part of a kind is that cell (x, y) shows."""
    column, row = x // PIECE_W, y // PIECE_H
    variant = (column + row & 1) * 2 + (spread(column, row) & 1)  # never the same as beside it
    return ((variant * PIECE_W + x % PIECE_W) * TILE, (kind * PIECE_H + y % PIECE_H) * TILE, TILE, TILE)
