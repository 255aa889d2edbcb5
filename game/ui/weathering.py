"""Chunks of ground that does not lie under snow: bare pieces, old snow with dark rims, and water where it is low."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import pygame

from game.ui import lie, underfoot
from game.ui.indexed import NOTHING
from game.ui.laying import RIM, RUT, SHADE, SOFT, Laying, differs, part
from game.ui.lie import Lie
from game.ui.look import TILE
from game.ui.mirrored import GIVES_BACK, NO_SNOW, Glow, streaks
from game.ui.tileset import Standing, Tileset, blank, filled

_SNOWS = frozenset((lie.SNOW, lie.CRUST))
_NO_ROAD = frozenset(range(lie.DARK_TOP)) - lie.ROADS - {lie.LID}
_WALLS = frozenset((lie.LID, lie.DARK_TOP))


class Weathered(Laying):
    """Remembers while it is drawn how each pixel lies and how low it is; looks all up once more at the end."""

    grade: str

    def __init__(self, tiles: Tileset, land: Lie, left: int, top: int, size: tuple[int, int],
                 standing: Sequence[Standing], shining: Sequence[Glow]) -> None:
        super().__init__(tiles, land, left, top, size, standing)
        self.shining = shining
        states = {land.states[here] for _, _, here in self._cells(1)} if land.states else {0}
        self._weathers, self._state = states != {0}, states.pop() if len(states) == 1 else None

    def _tiles(self, here: int) -> Tileset:
        """The pictures for a cell."""
        return self.tiles.bare if self._weathers and self.land.states[here] else self.tiles

    def _old(self, kind: int, here: int) -> bool:
        """Whether this is snow that has lain long, where it lies over a cell."""
        return self._weathers and kind in _SNOWS and self.land.states[here] != 0

    def _melts(self, x: int, y: int, sides: int, ends: int) -> None:
        """Old snow lies over these sides of a cell: the ground before it is dark and wet."""
        if ends:
            self._scratch.fill(underfoot.RIM)
            self._laid(self.canvas, self._px(x, y), RIM, x, y, sides, ends)
        else:
            self._along(self.canvas, x, y, RIM, sides, 0, underfoot.RIM)
        self._along(self._low, x, y, SHADE, sides, 0, underfoot.NEAR_SNOW)

    def _icy(self, rim: int, here: int) -> int:
        """The index of a bright rim round ice and water, which no weather takes away."""
        return underfoot.KEPT[underfoot.ICE] * 16 + rim % 16 if self._tiles(here) is not self.tiles else rim

    def _capped(self, step: int, here: int) -> int:
        """A step of the snow on a wall, or of its stone."""
        return underfoot.bare(lie.LID)[step] if self._weathers and self.land.states[here] else step

    @cached_property
    def _lying(self) -> pygame.Surface:
        """The number of UNDERFOOT of each pixel; cells first, their edges are added as they are drawn."""
        made = blank(self.size)
        for x, y, here in self._cells():
            if self.land.states[here]:
                made.fill(self.land.states[here], (*self._px(x, y), TILE, TILE))
        return made

    def _border(self, x: int, y: int, here: int) -> None:
        """How the ground beside a cell lies wanders into it: what is less under snow, over what is more."""
        if self._state is not None or not lie.LEVEL[self.land.kinds[here]] \
                or not differs(self.land.states, here, self.land.stride):
            return
        own, beside = self.land.states[here], [self.land.states[at] for at in self.land.around(here)[0]]
        for state in sorted({other for other in beside if other > own}):
            sides = sum(1 << side for side, other in enumerate(beside) if other == state)
            if not own:
                self._scratch.blit(self.tiles.bare.ground, (0, 0), part(self.land.kinds[here], x, y))
                self._laid(self.canvas, self._px(x, y), SOFT, x, y, sides)
            self._scratch.fill(state)
            self._laid(self._lying, self._px(x, y), SOFT, x, y, sides)

    @cached_property
    def _low(self) -> pygame.Surface:
        """How much wetter each pixel is than its hollows say: on tar, and along old snow."""
        made = blank(self.size)
        for x, y, here in self._cells():
            if even := underfoot.EVEN.get(self.land.kinds[here]):
                made.fill(even, (*self._px(x, y), TILE, TILE))
        return made

    def _lower(self) -> pygame.Surface:
        """The same with ruts, and snow at walls and trees."""
        made = self._low
        for x, y, here in self._mixed:
            kind = self.land.kinds[here]
            if kind in (lie.PATH, lie.COUNTRY_ROAD):
                self._along(made, x, y, RUT, *self.land.forms(here, _NO_ROAD), underfoot.IN_RUT)
            elif kind in _SNOWS and any(self.land.walls[at] for at in self.land.around(here)[0]):
                self._along(made, x, y, SHADE, self.land.forms(here, _WALLS)[0], 0, underfoot.AT_WALL)
        for thing in self.standing:
            if thing.shape.get_width() < underfoot.TREE_PX and self._kind_below(thing) in _SNOWS:
                wide, high = underfoot.FOOT
                hole = (thing.x - wide - self.left, thing.y - high - self.top, 2 * wide, 2 * high)
                pygame.draw.ellipse(made, underfoot.AT_TREE, hole)
        return made

    def _kind_below(self, thing: Standing) -> int:
        wide, high = self.land.stride - 2, len(self.land.kinds) // self.land.stride - 2
        column, row = min(max(thing.x // TILE, 0), wide - 1), min(max(thing.y // TILE, 0), high - 1)
        return self.land.kinds[self.land.at(column, row)]

    def _wet(self) -> bytes:
        """How wet each pixel is: the sum of both fields, what is low, and a grain."""
        number = int.from_bytes(pygame.image.tobytes(self._lower(), "P"), "little")
        for field in self.tiles.fields:
            tiled = blank(self.size)
            wide, high = field.get_size()
            for top in range(-(self.top % high), self.size[1], high):
                for left in range(-(self.left % wide), self.size[0], wide):
                    tiled.blit(field, (left, top))
            number += int.from_bytes(pygame.image.tobytes(tiled, "P"), "little")
        return number.to_bytes(self.size[0] * self.size[1], "little")

    def _weathered(self) -> None:
        """Look up all that is drawn, by how it lies and how wet it is, and let wet ground give back what shines."""
        if not self._weathers:
            return
        drawn, wet = pygame.image.tobytes(self.canvas, "P"), self._wet()
        made = bytearray(drawn.translate(underfoot.SHOWN))
        for state, rows in self._rows():
            here, low = drawn[rows], int.from_bytes(wet[rows], "little")
            turned = self._glossy(underfoot.turned(here, low, state, self.grade), here, state, rows)
            if self._state is None:
                lying = pygame.image.tobytes(self._lying, "P")[rows].translate(underfoot.only(state))
                kept = int.from_bytes(made[rows], "little")
                turned = kept ^ (kept ^ turned) & int.from_bytes(lying, "little")
            made[rows] = turned.to_bytes(len(here), "little")
        self.canvas = filled(bytes(made), self.size)

    def _rows(self) -> list[tuple[int, slice]]:
        """Each state there is but snow, and the pixels of all rows in which it may lie."""
        wide, high = self.size
        if self._state is not None:
            return [(self._state, slice(0, wide * high))]
        found = []
        for state in (underfoot.THAW, underfoot.WET, underfoot.DRY):
            tops = [self._px(x, y)[1] for x, y, here in self._cells(1) if self.land.states[here] == state]
            if tops:
                found.append((state, slice(max(min(tops) - TILE, 0) * wide, min(max(tops) + 2 * TILE, high) * wide)))
        return found

    def _glossy(self, made: int, drawn: bytes, state: int, rows: slice) -> int:
        """What was made of the bare ground drawn, with what shines above it, where that is given back."""
        if self._streaks is None or state == underfoot.DRY:
            return made
        seen = pygame.image.tobytes(self._streaks, "P")[rows]
        there = int.from_bytes(seen.translate(bytes((255,)) * NOTHING + b"\0"), "little")
        there &= int.from_bytes(made.to_bytes(len(seen), "little").translate(GIVES_BACK), "little")
        there &= int.from_bytes(drawn.translate(NO_SNOW), "little")
        return made ^ (made ^ int.from_bytes(seen, "little")) & there

    @cached_property
    def _streaks(self) -> pygame.Surface | None:
        return streaks(self.shining, self.left, self.top, self.size)
