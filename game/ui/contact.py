"""Contact sheets: all that is drawn for the game laid out with its names, for whoever looks it over.

Read from the asset files themselves, so a sheet shows what is there and not what some room happens to use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.sim.room_art import UNDERFOOT
from game.ui import lie
from game.ui.atlas import FRAME_H, FRAME_W, ROWS, Atlas
from game.ui.fonts import Fonts
from game.ui.icons import Icons
from game.ui.indexed import lit, table
from game.ui.look import INK, INK_SOFT, TEXT, TILE, Colour
from game.ui.tileset import VARIANTS
from game.ui.tiling import Chunk

WIDE = 1680          # of a sheet, in pixels
HIGH = 2400          # a longer sheet is continued on another
GAP = 10
LABEL_PX = 14
SMALL = (520, 292)   # a screen on a sheet of screens
SNOW: Colour = (59, 85, 128)    # snow by moonlight, the ground most things stand on
DIRECTIONS = ("E", "SE", "S", "SW", "W", "NW", "N", "NE")


GARDEN_KINDS = ".cpgri=fdbw----aIZWo"  # a letter for each row of ground.png
GARDEN = """
....................ooo...
.###.####....cc.....ooo.ff
..........f.cccc....ooo.ff
pppp.....fff.cc....gooo..f
pppppp..fffff......ggoo...
..pgpppp..fff..rr...goo.dd
...ggpppppppppprrrpppooppd
dd...pp..pppppprrrppppopdd
.ddddpp..bb..pp.rr....oo..
...dd..bbbbbb..bbbbbb.oobb
bbbbbbbiiiiiibbbiiIIibbbbi
iiiiiiiiiIIiiiiiIIZZIiiiii
iiIIiiiIZZZIIiiiIZZWZIiiii
iIIZIiIIZWWZIIiIIZWwWZIiii
iiIIiiIZWwwWZIiiIZZWZIiiii
iiiiiiIIZWWZIiiiiIIIIiiiii
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture on a sheet, with what is written under it."""

    name: str
    surface: pygame.Surface


def sheets(assets: Path) -> Iterator[tuple[str, pygame.Surface]]:
    """Every sheet by the name of its file, drawn one by one, from tiles and ground to portraits and pictures."""
    fonts = Fonts(assets)
    for kind, cells, back in (
        ("tiles", _tiles, INK), ("underfoot", _underfoot, INK), ("ground", _ground, INK), ("icons", _icons, INK),
        ("things", _things, SNOW), ("people", _everybody, SNOW), ("portraits", _portraits, INK),
    ):
        yield from numbered(kind, list(cells(assets)), fonts, back)
    for name in table(assets / "people.json"):
        yield f"person_{name}", flow([Cell(name, _person(assets, name, fonts))], fonts, SNOW)
    for name in table(assets / "pictures.json"):
        yield f"picture_{name}", flow(list(_picture(assets, name)), fonts, INK_SOFT)


def _icons(assets: Path) -> Iterator[Cell]:
    """Every icon at twice its size and beside letters of each kind: large, small, purse."""
    icons = Icons(assets)
    for name in icons.names():
        made = pygame.Surface((112, 48))
        made.fill(INK)
        for px, x in ((47, 0), (22, 56), (17, 94)):
            icons.draw(made, name, px, (x, 24 - round(px * 0.65)))
        yield Cell(name, made)


def numbered(
    name: str, cells: Sequence[Cell], fonts: Fonts, back: Colour = INK,
) -> Iterator[tuple[str, pygame.Surface]]:
    """One kind of cell on as many sheets as it takes."""
    pages: list[list[Cell]] = [[]]
    for cell in cells:
        if pages[-1] and _height([*pages[-1], cell], fonts) > HIGH:
            pages.append([])
        pages[-1].append(cell)
    for number, page in enumerate(pages, 1):
        yield (f"{name}_{number}" if len(pages) > 1 else name), flow(page, fonts, back)


def flow(cells: Sequence[Cell], fonts: Fonts, back: Colour = INK) -> pygame.Surface:
    """Cells in rows, standing on one line, each with its name under it."""
    sheet = pygame.Surface((max(WIDE, *(_wide(cell, fonts) + 2 * GAP for cell in cells)), _height(cells, fonts)))
    sheet.fill(back)
    top = GAP
    for row in _rows(cells, fonts):
        bottom = top + max(cell.surface.get_height() for cell in row)
        left = GAP
        for cell in row:
            sheet.blit(cell.surface, (left, bottom - cell.surface.get_height()))
            label(sheet, fonts, cell.name, (left, bottom + 2))
            left += _wide(cell, fonts) + GAP
        top = bottom + LABEL_PX * 2 + GAP
    return sheet


def label(sheet: pygame.Surface, fonts: Fonts, words: str, at: tuple[int, int]) -> None:
    """A name in text on ink, readable on any ground."""
    sheet.blit(fonts.at(LABEL_PX).render(words, True, TEXT, INK), at)


def _wide(cell: Cell, fonts: Fonts) -> int:
    return max(cell.surface.get_width(), fonts.at(LABEL_PX).size(cell.name)[0])


def _rows(cells: Sequence[Cell], fonts: Fonts) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[]]
    used = GAP
    for cell in cells:
        wide = _wide(cell, fonts) + GAP
        if rows[-1] and used + wide > WIDE:
            rows.append([])
            used = GAP
        rows[-1].append(cell)
        used += wide
    return rows


def _height(cells: Sequence[Cell], fonts: Fonts) -> int:
    return GAP + sum(max(cell.surface.get_height() for cell in row) + LABEL_PX * 2 + GAP for row in _rows(cells, fonts))


def _large(surface: pygame.Surface, scale: int) -> pygame.Surface:
    return pygame.transform.scale_by(surface, scale)


# The kinds -----------------------------------------------------------------------------------------------------
def _things(assets: Path) -> Iterator[Cell]:
    for path in sorted((assets / "things").glob("*.png")):
        yield Cell(path.stem, _large(pygame.image.load(path), 2))


def _portraits(assets: Path) -> Iterator[Cell]:
    for path in sorted((assets / "portraits").glob("*.png")):
        yield Cell(path.stem, pygame.image.load(path))


def _tiles(assets: Path) -> Iterator[Cell]:
    """Edge forms, and what they do in every grade, as the moon and as a lamp shows it."""
    forms = pygame.image.load(assets / "tiles" / "edges.png")
    forms.set_palette([TEXT] * 255 + [INK_SOFT])
    yield Cell("16 edge forms, 16 for corners; soft, hard, rim, rut, shade: 4 of each", _large(forms.convert(24), 2))
    atlas = Atlas(assets)
    for grade, light in _lights(assets):
        yield Cell(f"{grade}, {light}", _garden(atlas, grade, light))


def _underfoot(assets: Path) -> Iterator[Cell]:
    """The same country as it lies in every weather."""
    atlas = Atlas(assets)
    for grade in ("river", "road", "street"):
        for state, word in enumerate(UNDERFOOT):
            yield Cell(f"{word}, {grade}", _garden(atlas, grade, "moon", state))


def _ground(assets: Path) -> Iterator[Cell]:
    """A piece of all that is ground, in every grade, as the moon and as a lamp shows it."""
    drawn = pygame.image.load(assets / "tiles" / "ground.png")
    piece = drawn.subsurface((0, 0, drawn.get_width() // VARIANTS, drawn.get_height()))
    atlas = Atlas(assets)
    for grade, light in _lights(assets):
        yield Cell(f"{grade}, {light}", lit(piece, atlas.palette(grade, light)))


def _lights(assets: Path) -> list[tuple[str, str]]:
    return [(grade, light) for grade in table(assets / "palettes.json") for light in ("moon", "lamp")]


def _garden(atlas: Atlas, grade: str, light: str, state: int = 0) -> pygame.Surface:
    """Every natural terrain beside others, walls and a gap in them, drawn as a room without a bake is."""
    rows, tiles = GARDEN.split(), atlas.tiles()
    high, wide = len(rows), len(rows[0])
    if tiles is None:
        return pygame.Surface((TILE, TILE))
    walls = bytes(3 * (letter == "#") for row in rows for letter in row)
    kinds = bytes(GARDEN_KINDS.index(letter) if letter != "#" else lie.LID for row in rows for letter in row)
    states = bytes((state,)) * ((wide + 2) * (high + 2)) if state else b""
    land = lie.Lie(wide + 2, lie.bordered(kinds, wide), lie.bordered(walls, wide), states)
    drawn = Chunk(tiles, land, 0, 0, (wide * TILE, high * TILE), grade).drawn()
    return lit(drawn, atlas.palette(grade, light))


def _everybody(assets: Path) -> Iterator[Cell]:
    """Each person as he stands, from in front and from behind."""
    for name in table(assets / "people.json"):
        whole = pygame.image.load(assets / "people" / f"{name}.png")
        for where in ("S", "N"):
            frame = whole.subsurface((0, DIRECTIONS.index(where) * FRAME_H, FRAME_W, FRAME_H))
            yield Cell(f"{name} {where}", _large(frame, 3))


def _person(assets: Path, name: str, fonts: Fonts) -> pygame.Surface:
    """A person's whole sheet with its rows and columns named."""
    actions = table(assets / "people.json")[name]
    whole = _large(pygame.image.load(assets / "people" / f"{name}.png"), 2)
    left, top = 3 * LABEL_PX, 2 * LABEL_PX
    sheet = pygame.Surface((whole.get_width() + left, whole.get_height() + top))
    sheet.fill(SNOW)
    sheet.blit(whole, (left, top))
    for action, span in (actions.items() if isinstance(actions, dict) else ()):
        at = left + int(span[0]) * FRAME_W * 2
        label(sheet, fonts, action, (at, 4))
        pygame.draw.line(sheet, INK, (at, 0), (at, sheet.get_height()))
    for row in range(ROWS):
        label(sheet, fonts, DIRECTIONS[row], (4, top + row * FRAME_H * 2 + FRAME_H))
    return sheet


def _picture(assets: Path, name: str) -> Iterator[Cell]:
    """A picture whole, then each of its layers, back to front, with its share of the camera's travel."""
    held = table(assets / "pictures.json")[name]
    layers = held.get("layers", []) if isinstance(held, dict) else []
    drawn = [(pygame.image.load(assets / "pictures" / layer["file"]), layer["drift"]) for layer in layers]
    whole = pygame.Surface(drawn[0][0].get_size())
    for surface, _ in drawn:
        whole.blit(surface, (0, 0))
    yield Cell(f"{name}, whole", whole)
    for number, (surface, drift) in enumerate(drawn):
        yield Cell(f"layer {number}, drift {drift:g}", surface)


def write(folder: Path, name: str, sheet: pygame.Surface) -> Path:
    """Save a sheet as FOLDER/sheet_NAME.png; its path. Raises OSError where the folder cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"sheet_{name}.png"
    pygame.image.save(sheet, str(path))
    return path


def screens(paths: Sequence[Path], assets: Path) -> Iterator[tuple[str, pygame.Surface]]:
    """The gallery's own screenshots, small, side by side: one language or many, it shows at a glance."""
    drawn = ((path.stem, pygame.image.load(path).convert(24)) for path in paths)
    cells = [Cell(name, pygame.transform.smoothscale(screen, SMALL)) for name, screen in drawn]
    yield from numbered("screens", cells, Fonts(assets))
