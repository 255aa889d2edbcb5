"""The tiles of maps/terrain.png for Tiled and for rooms without a baked ground, and their tileset file."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from tools.art import faces, sheet
from tools.art.dither import quantise
from tools.art.palette import ROOT, index, table
from tools.art.terrain import PAINTERS, TERRAINS, view

SIZE = 16
VARIANTS = 4
# Where the four 16 px samples of a terrain are cut from its endless painting.
SPOTS = ((0, 0), (208, 96), (96, 304), (400, 160))
CHANCE = (1.0, 0.7, 0.7, 0.4)
GRADE_OF = {"floor": "flat", "mat": "flat", "wall_inner": "flat", "concrete": "street", "asphalt": "street"}


def tile(terrain: str, variant: int) -> sheet.Indices:
    """One 16 x 16 tile of a terrain in indices; walls show the top and the foot of their lit face."""
    left, top = SPOTS[variant]
    at = view(SIZE, SIZE, GRADE_OF.get(terrain, "river"), left, top)
    tone, material = PAINTERS[terrain](at)
    image = (material * 16 + quantise(tone, 0.22, origin=(left, top))).astype(np.uint8)
    if terrain.startswith("wall_"):
        image[5:] = faces.face(terrain, SIZE, SIZE - 5, left, at.grade)
    if terrain == "reedbed":
        for x in range(1, SIZE - 1, 2):
            tall = 2 + (x * 7 + variant * 5) % 4
            foot = 5 + (x * 5 + variant * 3) % 10
            image[max(foot - tall, 0) : foot + 1, x] = index("reed", 3 + (x + variant) % 4)
    return image


def sheet_image() -> sheet.Indices:
    """All tiles: a row for each terrain, a column for each variant."""
    image = sheet.blank(SIZE * len(TERRAINS), SIZE * VARIANTS, 0)
    for row, terrain in enumerate(TERRAINS):
        for column in range(VARIANTS):
            sheet.blit(image, tile(terrain, column), column * SIZE, row * SIZE)
    return image


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
    """Write terrain.png and terrain.tsx for Tiled, in maps/ and in the tutorial's, and assets/tiles/terrain.png."""
    image = sheet_image()
    size = sheet.save(image, ROOT / "assets" / "tiles" / "terrain.png")
    for maps in (ROOT / "maps", ROOT / "docs" / "tutorial" / "maps"):  # the tutorial's maps stand alone
        maps.mkdir(parents=True, exist_ok=True)
        Image.fromarray(table()[image]).save(maps / "terrain.png", optimize=True)
        (maps / "terrain.tsx").write_text(tileset(), encoding="utf-8")
    say(f"tiles: {len(TERRAINS)} terrains, {size} bytes")
