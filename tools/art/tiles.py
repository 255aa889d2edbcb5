"""Tiles for rooms that nobody has baked: maps/terrain.png for Tiled, and what the game draws such a room from.

The game's are larger than a cell: a row of ground.png is four pieces of one terrain, 8 x 4 cells each, which join in
any order. Which forms lie over their edges is in edges.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from PIL import Image

from tools.art import bare, edges, faces, frozen, litter, quilt, sheet
from tools.art.dither import quantise
from tools.art.palette import ROOT, table
from tools.art.terrain import PAINTERS, TERRAINS, WALL_TOPS, Paint, View, view

SIZE = 16
VARIANTS = 4
PIECE = (64, 128)
"""Height and width of a piece of ground.png."""
CHANCE = (1.0, 0.7, 0.7, 0.4)
GRADE_OF = {"floor": "flat", "mat": "flat", "wall_inner": "flat", "concrete": "street", "asphalt": "street"}
PRINTED = ("raked", "plank", "floor", "mat")
"""Terrains with a pattern that must stay in phase with the cells."""
PAINTING = 480
FROM = (1000, 700)
"""Size in px of the painting a terrain's pieces are cut from, and the world pixel it begins at."""
DEEP = 40.0
"""As many px inside a terrain, none of its edges shows."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of ground.png: a terrain as it looks in a grade, and how thin its ice is."""

    name: str
    terrain: str
    grade: str
    band: int = frozen.CLEAR


ROWS = (
    *(Row(name, name, GRADE_OF.get(name, "river")) for name in TERRAINS[:16]),
    Row("ice_white", "ice", "river", frozen.WHITISH), Row("ice_crazed", "ice", "river", frozen.CRAZED),
    Row("ice_wet", "ice", "river", frozen.WET), Row("country_road", "asphalt", "road"),
    Row("boards", "plank", "flat"), Row("raked_down", "raked", "river"), Row("lid", "wall_plank", "river"),
    *(Row(f"bare_{name}", name, "river") for name in ("path", "field")),
    Row("bare_country_road", "asphalt", "road"),
)  # fmt: skip
"""The rows of ground.png: the terrains by their number, then ice by thickness, a country road, boards indoors, furrows
that run down the map, snow on walls; then what is painted anew where no snow lies on it."""


@cache
def painting(row: Row) -> sheet.Indices:
    """A square of endless terrain with all that lies about on it."""
    at = view(PAINTING, PAINTING, row.grade, *FROM)
    at = replace(at, depth=np.full_like(at.x, DEEP))
    if row.terrain == "plank":  # boards of 16/3 px, 64 px long: they join with themselves
        at = replace(at, y=at.y * 15 / 16, x=at.x * 0.75)
    if row.name == "raked_down":
        at = replace(at, x=at.y, y=at.x)
    if row.terrain == "mat":
        at = replace(at, x=at.x * 0.75)
    number = TERRAINS.index(row.terrain)
    band = np.full(at.x.shape, row.band, dtype=np.uint8)
    tone, material = frozen.paint(at, band) if row.terrain == "ice" else _painter(row)(at)
    image = (material * 16 + quantise(np.clip(tone, 0, 1), 0.22, origin=FROM)).astype(np.uint8)
    if row.terrain == "ice":
        frozen.crack(image, at, band, np.ones_like(band, dtype=bool))
    litter.strew(image, np.full(image.shape, number, dtype=np.uint8), number)
    return image


def _painter(row: Row) -> Callable[[View], Paint]:
    kind = row.name.removeprefix("bare_")
    return PAINTERS[row.terrain] if kind == row.name else bare.PAINTERS[kind]


def ground_pieces(row: Row) -> list[sheet.Indices]:
    """The four pieces of a row of ground.png."""
    step = 16 if row.terrain in PRINTED else 8
    return quilt.pieces(painting(row), quilt.Cut(*PIECE, 2, 12, step), VARIANTS)


def ground_image() -> sheet.Indices:
    """ground.png: a row of four pieces for each of ROWS."""
    return np.vstack([np.hstack(ground_pieces(row)) for row in ROWS])


def cell_tiles(terrain: str) -> list[sheet.Indices]:
    """Four 16 x 16 tiles of a terrain that join in any order; the fourth holds what is seldom."""
    grade = "flat" if terrain == "plank" else GRADE_OF.get(terrain, "river")  # snow would hide the boards
    step = 16 if terrain in PRINTED else 8
    cut = quilt.Cut(SIZE, SIZE, 1, 5, step)
    tiles = quilt.pieces(painting(Row(terrain, terrain, grade)), cut, VARIANTS, quiet_first=True)
    if terrain in WALL_TOPS:
        for number, image in enumerate(tiles):
            image[5:] = faces.face(terrain, SIZE, SIZE - 5, number * SIZE, grade, faces.JOINING)
    return tiles


def sheet_image() -> sheet.Indices:
    """All tiles for Tiled: a row for each terrain, a column for each variant."""
    return np.vstack([np.hstack(cell_tiles(terrain)) for terrain in TERRAINS])


def tileset() -> str:
    """The Tiled 1.10 tileset: every tile has the class of its terrain; local id = 4 * row + variant."""
    count = len(TERRAINS) * VARIANTS
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tileset version="1.10" tiledversion="1.10.2" name="terrain" tilewidth="{SIZE}" tileheight="{SIZE}"'
        f' tilecount="{count}" columns="{VARIANTS}">',
        f' <image source="terrain.png" width="{SIZE * VARIANTS}" height="{SIZE * len(TERRAINS)}"/>',
    ]
    for row, terrain in enumerate(TERRAINS):
        for column in range(VARIANTS):
            number = row * VARIANTS + column
            lines.append(f' <tile id="{number}" class="{terrain}" probability="{CHANCE[column]:g}"/>')
    return "\n".join([*lines, "</tileset>", ""])


def build(say: Callable[[str], None] = print) -> None:
    """Write the tileset for Tiled, in maps/ and in the tutorial's, and the game's own in assets/tiles."""
    folder = ROOT / "assets" / "tiles"
    size = sheet.save(ground_image(), folder / "ground.png")
    size += sheet.save(edges.forms_image(), folder / "edges.png")
    size += sheet.save(edges.faces_image(), folder / "walls.png")
    size += sheet.save(bare.melt_image(), folder / "melt.png")
    image = sheet_image()
    for maps in (ROOT / "maps", ROOT / "docs" / "tutorial" / "maps"):  # the tutorial's maps stand alone
        maps.mkdir(parents=True, exist_ok=True)
        Image.fromarray(table()[image]).save(maps / "terrain.png", optimize=True)
        (maps / "terrain.tsx").write_text(tileset(), encoding="utf-8")
    say(f"tiles: {len(TERRAINS)} terrains, {size} bytes")
