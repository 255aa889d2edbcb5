"""Cells and grids: where something is, and what cannot be walked or seen through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

UNITS = 4096  # positions are integers, this many to a tile


class Cell(NamedTuple):
    """A tile, counted from the map's top left corner; x to the right, y down."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A rectangle of cells, each blocked or free, row after row in `blocked` (1 = blocked)."""

    width: int
    height: int
    blocked: bytes

    @classmethod
    def from_rows(cls, rows: Sequence[str]) -> Grid:
        """Read a drawing: `#` blocks, `.` is free. Raises ValueError on other signs or rows of unequal length."""
        width = len(rows[0]) if rows else 0
        for y, row in enumerate(rows):
            if len(row) != width:
                raise ValueError(f"row {y} has {len(row)} cells, the first has {width}")
            for x, sign in enumerate(row):
                if sign not in "#.":
                    raise ValueError(f"row {y}, column {x}: '{sign}' is neither # nor .")
        return cls(width, len(rows), bytes(sign == "#" for row in rows for sign in row))

    def inside(self, cell: Cell) -> bool:
        """Whether `cell` lies in the rectangle."""
        return 0 <= cell[0] < self.width and 0 <= cell[1] < self.height

    def free(self, cell: Cell) -> bool:
        """Whether `cell` lies inside and is not blocked."""
        x, y = cell
        return 0 <= x < self.width and 0 <= y < self.height and not self.blocked[y * self.width + x]
