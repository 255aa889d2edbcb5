"""A map made for something else in Tiled -> a Room without rules: its layers are scenery, its walls stop her.

Such a map has no layer `ground` with our terrains. Every visible tile layer is drawn as it is; tiles on a layer called
`walls`, `collision` or `collisions` cannot be walked on. Objects mean nothing here. She comes in as near the middle as
she can stand. What it takes to be more than scenery is in maps/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from game.content.tmx import TILE, Faults, Sketch
from game.sim.grid import Cell, Grid
from game.sim.room import GROUNDS, Ground, Room, RoomKind, Thing, ThingKind
from game.sim.room_art import Drawn, RoomArt

if TYPE_CHECKING:
    import pytmx

_Image: TypeAlias = tuple[str, tuple[int, int, int, int] | None, "pytmx.pytmx.TileFlags | None"]

WALL_LAYERS = ("walls", "collision", "collisions")
ENTRY = "in"


def build(id: str, folder: Path, sketch: Sketch, tiled: pytmx.TiledMap, faults: Faults) -> tuple[Room, RoomArt]:
    """The room and its look. `folder` holds the map; a picture outside it is a fault."""
    size = sketch.width * sketch.height
    blocked, drawn = bytearray(size), []
    for layer in _layers(tiled):
        walls = layer.name.lower() in WALL_LAYERS
        for x, y, (file, rect, flags) in layer.tiles():
            if walls:
                blocked[y * sketch.width + x] = 1
            if layer.visible:
                turn = (flags.flipped_horizontally, flags.flipped_vertically, flags.flipped_diagonally) if flags \
                    else (False, False, False)
                left, top, wide, high = rect or (0, 0, TILE, TILE)
                drawn.append(Drawn(file, left, top, wide, high, x * TILE, (y + 1) * TILE - high, turn))
    for file in sorted({one.file for one in drawn}):
        _inside(Path(file), folder, faults)
    grid = Grid(sketch.width, sketch.height, bytes(blocked))
    start = _middle(grid)
    if start is None:
        faults.error("M024", "has no cell she could stand on", f"clear some of the layer {' or '.join(WALL_LAYERS)}")
    faults.warning("M030", f"was made for something else: shown as scenery, with nobody in it ({len(drawn):,} tiles)",
                   "add a tile layer 'ground' with tiles of terrain.tsx to give it rules")
    ground = bytes([GROUNDS.index(Ground.PATH)]) * size
    entry = Thing(ENTRY, ThingKind.ENTRY, start or Cell(0, 0))
    room = Room(id, sketch.width, sketch.height, RoomKind.LAB, ground, bytes(size), grid,
                Grid(sketch.width, sketch.height, bytes(blocked)), bytes(size), bytes(size), things=(entry,))
    return room, RoomArt(id, room.grade, {}, (), (), {}, drawn=tuple(drawn))


def _layers(tiled: pytmx.TiledMap) -> Iterator[pytmx.TiledTileLayer]:
    import pytmx

    return (layer for layer in tiled.layers if isinstance(layer, pytmx.TiledTileLayer))


def _inside(file: Path, folder: Path, faults: Faults) -> None:
    """A picture must lie beside the map or below, and be there."""
    if not file.resolve().is_relative_to(folder.resolve()):
        faults.error("M009", f"uses a picture outside its folder: '{file.name}'", "copy it beside the map")
    elif not file.is_file():
        faults.error("M009", f"uses the picture '{file.name}', which is not there", "put it beside the map")


def _middle(grid: Grid) -> Cell | None:
    """The free cell nearest the middle."""
    free = [Cell(x, y) for y in range(grid.height) for x in range(grid.width) if grid.free(Cell(x, y))]
    off = {c: abs(2 * c.x + 1 - grid.width) + abs(2 * c.y + 1 - grid.height) for c in free}
    return min(free, key=lambda c: (off[c], c.y, c.x), default=None)
