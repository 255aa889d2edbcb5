"""The gallery's contact sheets: nothing that is drawn is left out, nothing overlaps, long kinds go on another sheet."""

from pathlib import Path

import pygame

from game.ui import contact
from game.ui.fonts import Fonts
from game.ui.indexed import table


def test_every_kind_of_picture_has_a_sheet(assets: Path) -> None:
    names = {name.rstrip("_0123456789") for name, _ in contact.sheets(assets)}
    people = {f"person_{name}".rstrip("_0123456789") for name in table(assets / "people.json")}
    pictures = {f"picture_{name}".rstrip("_0123456789") for name in table(assets / "pictures.json")}
    assert names == {"tiles", "underfoot", "ground", "icons", "things", "people", "portraits"} | people | pictures
    assert len(people) > 30 and len(pictures) > 10


def test_cells_never_overlap_and_a_long_kind_is_continued(assets: Path) -> None:
    fonts = Fonts(assets)
    colours = [(60 + number, 10, 200 - number) for number in range(40)]
    cells = []
    for number, colour in enumerate(colours):
        block = pygame.Surface((500, 300 + number % 3))
        block.fill(colour)
        cells.append(contact.Cell(str(number), block))
    pages = list(contact.numbered("blocks", cells, fonts))
    assert [name for name, _ in pages] == [f"blocks_{number}" for number in range(1, len(pages) + 1)]
    assert all(sheet.get_height() <= contact.HIGH for _, sheet in pages)
    seen = sum(pygame.mask.from_threshold(sheet, colour, (1, 1, 1, 255)).count()
               for _, sheet in pages for colour in colours)
    assert seen == sum(cell.surface.get_width() * cell.surface.get_height() for cell in cells)


def test_a_sheet_is_written_under_its_name(tmp_path: Path, assets: Path) -> None:
    name, sheet = next(contact.sheets(assets))
    path = contact.write(tmp_path / "new", name, sheet)
    assert path.name == "sheet_tiles.png"
    assert pygame.image.load(path).get_size() == sheet.get_size()
