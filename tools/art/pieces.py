"""The pieces the art is built of: what can be made by itself, in any order, by any process, and what joins them.

A piece is `PART/NAME` ("things/hut", "people/jo"). Making one writes its files and answers what the part's table
needs to know of it; tables are written once, when all pieces are there.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from tools.art import ground, people, people_cast, pictures, portraits, portraits_cast, sheet, things
from tools.art.palette import ROOT

Made = object
PARTS = ("palettes", "tiles", "icons", "things", "ground", "people", "portraits", "pictures")
_WHOLE = {"palettes": "tools.art.palette", "tiles": "tools.art.tiles", "icons": "tools.art.icons"}  # parts of one piece


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to make."""

    part: str
    name: str

    def __str__(self) -> str:
        return self.part if self.part in _WHOLE else f"{self.part}/{self.name}"


def pieces(part: str) -> list[Piece]:
    """All pieces of a part. KeyError for a part that is none."""
    names: dict[str, Callable[[], list[str]]] = {
        "things": lambda: list(things.MODELS),
        "ground": lambda: sorted(path.stem for path in (ROOT / "maps").glob("*.tmx")),
        "people": lambda: list(people_cast.CAST),
        "portraits": lambda: list(portraits_cast.CAST),
        "pictures": lambda: [*pictures.MODULES, "icon"],
    }
    return [Piece(part, part)] if part in _WHOLE else [Piece(part, name) for name in names[part]()]


def chosen(words: list[str]) -> list[Piece]:
    """Pieces by parts ("things") or by name ("things/hut"); all for no words. ValueError says what is unknown."""
    found: list[Piece] = []
    for word in words or PARTS:
        part, _, name = word.partition("/")
        if part not in PARTS:
            raise ValueError(f"there is no part '{part}'; parts are {', '.join(PARTS)}")
        known = pieces(part)
        wanted = [piece for piece in known if name in ("", piece.name)]
        if not wanted:
            raise ValueError(f"there is no '{word}'; {part} are {', '.join(piece.name for piece in known)}")
        found += [piece for piece in wanted if piece not in found]
    return found


def make(piece: Piece) -> Made:
    """Write a piece's files; what its part's table says of it."""
    quiet = _nothing
    match piece.part:
        case "things":
            thing = things.MODELS[piece.name]()
            sheet.save(thing.image, ROOT / "assets" / "things" / f"{piece.name}.png")
            return [*thing.foot]
        case "ground":
            ground.bake(ROOT / "maps" / f"{piece.name}.tmx", quiet)
        case "people":
            image = people.sheet(people_cast.CAST[piece.name])
            sheet.save(image, ROOT / "assets" / "people" / f"{piece.name}.png")
        case "portraits":
            portraits.build(quiet, piece.name)
        case "pictures" if piece.name == "icon":
            importlib.import_module("tools.art.pictures.icon").build(quiet)
        case "pictures":
            for file, data in pictures.layers(piece.name):
                (pictures.FOLDER / file).write_bytes(data)
        case whole:
            importlib.import_module(_WHOLE[whole]).build(quiet)
    return None


def _nothing(_: str) -> None:
    """Say nothing: the progress bar does."""


def join(made: Mapping[Piece, Made]) -> None:
    """Write the tables of all parts that had pieces made; what was not made this time keeps its row."""
    parts = {piece.part for piece in made}
    if "things" in parts:
        target = ROOT / "assets" / "things.json"
        held = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
        held |= {piece.name: {"foot": foot} for piece, foot in made.items() if piece.part == "things"}
        rows = ",\n".join(f'  "{name}": {json.dumps(held[name])}' for name in sorted(held) if name in things.MODELS)
        target.write_text("{\n" + rows + "\n}\n", encoding="utf-8")
    if "people" in parts:
        people.write_table()
    if "pictures" in parts:
        pictures.write_table()


def build(wanted: list[Piece], workers: int, told: Callable[[int, Piece], None]) -> None:
    """Make pieces in so many processes, telling each as it is done, then their tables. Order does not matter."""
    made: dict[Piece, Made] = {}
    with ProcessPoolExecutor(workers) as pool:
        # The dear ones first, so that no process is left with a whole room at the end.
        order = sorted(wanted, key=lambda piece: piece.part not in ("ground", "pictures"))
        for piece, result in zip(order, pool.map(make, order), strict=True):
            made[piece] = result
            told(len(made), piece)
    join(made)
