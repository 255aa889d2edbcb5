"""A chunk of ground drawn from tiles, in palette indices: pieces that join, edges that wander, shade, walls.

It is drawn once for both lights. What a pixel says is an index (material * 16 + step); 255 is nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui import lie
from game.ui.indexed import NOTHING
from game.ui.laying import HARD, RIM, RUT, SHADE, SOFT, part
from game.ui.lie import Lie
from game.ui.look import TILE
from game.ui.mirrored import Glow
from game.ui.tileset import Standing, Tileset, blank, lowered
from game.ui.weathering import Weathered

_HARD = frozenset((lie.BANK, *lie.RIVER)) - {lie.WHITE_ICE}
_RIMS = {lie.BANK: 0x07, lie.ICE: 0x07, lie.CRAZED_ICE: 0x16, lie.WET_ICE: 0x18, lie.WATER: 0x08}
_PLAIN = {lie.DARK_TOP: 0x21, lie.VOID: 0x00}
_LOW = lie.RIVER | {lie.DITCH}
_FACES = (11, 22, 27)  # px a wall is high with one, two, three cells of it behind one another
_FACE_CELLS = 5        # after so many cells a face begins again
_LID_PX = 5
_ENDS = {1: (0x26, 0x21), 2: (0x87, 0x21), 3: (0x26, 0x21)}  # light and dark end of a face, by wall
_THROWN = {True: (19, 0.88, 0.47), False: (9, 0.88, 0.47)}   # a wall's shadow outdoors and indoors: px, right, down


class Chunk(Weathered):
    """One chunk being drawn: its room's `land`, its size in pixels, and the room's pixel at its top left."""

    def __init__(self, tiles: Tileset, land: Lie, left: int, top: int, size: tuple[int, int], grade: str,
                 standing: Sequence[Standing] = (), shining: Sequence[Glow] = ()) -> None:
        super().__init__(tiles, land, left, top, size, standing, shining)
        self.grade, self.outdoors = grade, grade != "flat"
        self.steps = 2 if grade in ("river", "dawn", "dusk") else 1

    def drawn(self) -> pygame.Surface:
        """The whole chunk, what lies lowest first."""
        self._spread()
        self._shade(self._undercut(), self.steps)
        self._edges()
        self._weathered()
        ruts = self._ruts()
        shadows = self._shadows(ruts)
        self._shade(ruts, 1)
        self._shade(shadows, self.steps)
        self._tops()
        self._faces()
        return self.canvas

    # The ground ----------------------------------------------------------------------------------------------
    def _spread(self) -> None:
        """Every cell's own terrain."""
        tiles = None if self._state is None else self.tiles.bare if self._state else self.tiles
        for x, y, here in self._cells():
            kind = self.land.kinds[here]
            if kind in _PLAIN:
                self.canvas.fill(_PLAIN[kind], (*self._px(x, y), TILE, TILE))
            else:
                self.canvas.blit((tiles or self._tiles(here)).ground, self._px(x, y), part(kind, x, y))

    def _edges(self) -> None:
        """What lies over its neighbours; the river's far edges in the shade of the land above them."""
        for x, y, here in self._mixed:
            own, tiles = self.land.kinds[here], self._tiles(here)
            self._border(x, y, here)
            for kind, sides, ends in self.land.lies_over(here):
                at, area = self._px(x, y), part(kind, x, y)
                old = self._old(kind, here)
                if old:
                    self._melts(x, y, sides, ends)
                elif kind in _RIMS and not (kind == lie.ICE and own in _LOW):
                    self._scratch.fill(self._icy(_RIMS[kind], here))
                    self._laid(self.canvas, at, RIM, x, y, sides, ends)
                shaded = kind in lie.RIVER and own not in lie.RIVER and sides & (lie.EAST | lie.SOUTH)
                self._scratch.blit(tiles.darker(self.steps) if shaded else tiles.ground, (0, 0), area)
                hard = kind in _HARD or own == lie.DITCH or old
                self._laid(self.canvas, at, HARD if hard else SOFT, x, y, sides, ends)

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
        for x, y, here in self._mixed:
            if self.land.kinds[here] in _LOW:
                sides, corners = self.land.forms(here, _HIGHER)
                self._along(mask, x, y, SHADE, sides & (lie.NORTH | lie.WEST), corners & lie.NORTH_WEST)
        return mask

    def _ruts(self) -> pygame.Surface:
        """Wheel ruts along the edges of roads."""
        mask = blank(self.size, NOTHING)
        for x, y, here in self._mixed:
            if self.land.kinds[here] in (lie.PATH, lie.COUNTRY_ROAD):
                self._along(mask, x, y, RUT, *self.land.forms(here, _NO_ROAD))
        return mask

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
                self.canvas.blit(self._tiles(here).ground, (left, top), part(kind, x, y))
                north, east, south, west = (not self.land.walls[at] for at in self.land.around(here)[0])
                right = left + TILE - 1
                for shown, step, area in (
                    (west, 8, (left, top, 1, TILE)), (north, 8, (left, top, TILE, 1)),
                    (east, 4, (right - 1, top, 1, TILE)), (east, 3, (right, top, 1, TILE)),
                    (south, 3, (left, top + TILE - 1, TILE, 1)),
                ):
                    if shown:
                        self.canvas.fill(self._capped(step, here), area)

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
            self.canvas.blit(self._tiles(here).walls, (left, foot - tall), (x % _FACE_CELLS * TILE, row, TILE, tall))
            self.canvas.fill(self._capped(0x06, here) if snowy else 0x21, (left, foot - tall - _LID_PX, TILE, _LID_PX))
            for at, end, column in ((here - 1, 0, left), (here + 1, 1, left + TILE - 1)):
                if kinds[at] not in _BLIND:
                    self.canvas.fill(_ENDS[walls[here]][end], (column, foot - tall, 1, tall))


_BLIND = frozenset((lie.LID, lie.DARK_TOP, lie.VOID))
_HIGHER = frozenset(range(lie.DARK_TOP)) - _LOW - {lie.LID}
_NO_ROAD = frozenset(range(lie.DARK_TOP)) - lie.ROADS - {lie.LID}
