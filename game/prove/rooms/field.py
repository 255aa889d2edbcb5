"""A whole room in one Python integer, a bit a cell: cell (x, y) is bit y * width + x.

One step of everywhere she could be is eight shifts and a few masks, however many places that are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from game.sim.grid import Cell


@dataclass(slots=True)
class Field:
    """The shape of a room, and how bits move in it. Nothing ever leaves over an edge."""

    width: int
    height: int
    full: int = 0
    not_left: int = 0    # every cell but those of the first column
    not_right: int = 0   # every cell but those of the last
    corners: dict[int, tuple[int, int, int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        row = (1 << self.width) - 1
        rows = sum(1 << y * self.width for y in range(self.height))
        self.full = row * rows
        self.not_left = self.full & ~rows
        self.not_right = self.full & ~(rows << self.width - 1)

    def straight(self, cells: int) -> int:
        """The four neighbours of every cell."""
        wide = self.width
        across = (cells & self.not_right) << 1 | (cells & self.not_left) >> 1
        return (across | cells << wide | cells >> wide) & self.full

    def diagonal(self, cells: int, ground: int) -> int:
        """The diagonal neighbours on `ground` of every cell; a corner of something solid is not cut."""
        wide = self.width
        south_east, south_west, north_east, north_west = self._cornered(ground)
        right, left = cells & self.not_right, cells & self.not_left
        return (right << wide + 1 & south_east | left << wide - 1 & south_west
                | right >> wide - 1 & north_east | left >> wide + 1 & north_west)

    def _cornered(self, ground: int) -> tuple[int, int, int, int]:
        """Cells of `ground` that can be entered going south-east, south-west, north-east and north-west."""
        found = self.corners.get(ground)
        if found is None:
            from_west, from_east = (ground & self.not_right) << 1, (ground & self.not_left) >> 1
            from_north, from_south = ground << self.width, ground >> self.width
            found = (ground & from_west & from_north, ground & from_east & from_north,
                     ground & from_west & from_south, ground & from_east & from_south)
            self.corners[ground] = found
        return found

    def around(self, cells: int, times: int = 1) -> int:
        """The cells and all their eight neighbours, `times` over."""
        for _ in range(times):
            across = cells | (cells & self.not_right) << 1 | (cells & self.not_left) >> 1
            cells = (across | across << self.width | across >> self.width) & self.full
        return cells

    def bit(self, cell: tuple[int, int]) -> int:
        """The bit of a cell that lies inside."""
        return 1 << cell[1] * self.width + cell[0]

    def bits(self, cells: Iterable[tuple[int, int]]) -> int:
        """The bits of those of `cells` that lie inside."""
        found = 0
        for x, y in cells:
            if 0 <= x < self.width and 0 <= y < self.height:
                found |= 1 << y * self.width + x
        return found

    def cell(self, bit: int) -> Cell:
        """The cell of the lowest bit that is set. Raises ValueError for none."""
        if not bit:
            raise ValueError("no cell")
        y, x = divmod((bit & -bit).bit_length() - 1, self.width)
        return Cell(x, y)

    def cells(self, bits: int) -> Iterator[Cell]:
        """Every cell that is set, row by row."""
        for at in indices(bits):
            y, x = divmod(at, self.width)
            yield Cell(x, y)


def indices(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, lowest first."""
    text = f"{bits:b}"[::-1]
    at = text.find("1")
    while at >= 0:
        yield at
        at = text.find("1", at + 1)


def from_bytes(flags: bytes) -> int:
    """The bits of a field given one byte a cell, 0 or not 0."""
    return int(bytes(49 if flag else 48 for flag in reversed(flags)) or b"0", 2)
