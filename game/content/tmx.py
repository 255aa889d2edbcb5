"""The first look at a .tmx file: is it a map we can read at all, and what does it hold, with line numbers.

Hostile or broken files end here as Problems. Only a file that passed is given to pytmx (see maps.py).
"""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

from game.content.files import plain_bytes
from game.content.problems import Problem

MOST_BYTES = 4_000_000
MOST_CELLS = 400 * 400
FAR = 1_000_000.0  # pixels
TILE = 16
TERRAIN = "terrain"  # the tileset that gives a map rules
LAYERS = ("ground", "ice_cm", "cover", "walls")
ENCODINGS = {("csv", ""), ("base64", ""), ("base64", "zlib"), ("base64", "gzip")}

Tile: TypeAlias = tuple[str, int]  # class, `cm` of ice or 0; no tile is ("", 0)


@dataclass(frozen=True, slots=True)
class MapObject:
    """An object of a map: place and size in pixels, its class, name, properties, and its line in the file."""

    id: int
    kind: str
    name: str
    x: float
    y: float
    width: float
    height: float
    line: int
    properties: dict[str, str] = field(default_factory=dict)
    points: tuple[tuple[float, float], ...] = ()

    @property
    def cells(self) -> tuple[int, int, int, int]:
        """The cells a rectangle touches: left, top, width, height."""
        left, top = int(self.x // TILE), int(self.y // TILE)
        return left, top, int(-(-(self.x + self.width) // TILE)) - left, int(-(-(self.y + self.height) // TILE)) - top


@dataclass(frozen=True, slots=True)
class Sketch:
    """What the first look found: size in cells, map properties, objects in file order, meaning of tile numbers."""

    width: int
    height: int
    properties: dict[str, str]
    objects: tuple[MapObject, ...]
    tiles: dict[int, Tile]
    foreign: bool = False  # made for something else: no layer of ours, no tile of ours


class Faults:
    """Collects the Problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def error(self, code: str, message: str, suggestion: str = "", line: int = 1) -> None:
        """The game cannot use this."""
        self.found.append(Problem(self.file, line, 1, "error", code, message, suggestion))

    def warning(self, code: str, message: str, suggestion: str = "", line: int = 1) -> None:
        """Suspicious, but it can be played."""
        self.found.append(Problem(self.file, line, 1, "warning", code, message, suggestion))


def look(path: Path, faults: Faults) -> Sketch | None:
    """Read the shape of a map; None (and Problems) if it is not one we can read."""
    read = _xml(path, faults, "", "M004", "is not a Tiled map")
    if read is None:
        return None
    text, root = read
    if not _known_shape(root, path, faults):
        return None
    width, height = _int(root.get("width")), _int(root.get("height"))
    tiles = _tile_kinds(root, path.parent, faults)
    if faults.found:
        return None
    ours = any(Path(t.get("source", "")).stem == TERRAIN or t.get("name") == TERRAIN for t in root.iter("tileset"))
    if ours and not any(layer.get("name") == "ground" for layer in root.iter("layer")):
        near = next((name for name in _layer_names(root) if name.strip().lower() == "ground"), "")
        faults.error("M010", "has no tile layer 'ground'", f"rename the layer '{near}': small letters, no spaces"
                     if near else "add one with tiles of terrain.tsx in every cell, or rename the one there is")
        return None
    return Sketch(width, height, _properties(root), tuple(_objects(root, text)), tiles, not ours)


def _xml(path: Path, faults: Faults, what: str, code: str, wrong: str) -> tuple[str, ElementTree.Element] | None:
    """The text of a file of Tiled and its elements; None, and a fault that begins with `what`, if it is not safe."""
    try:
        raw = plain_bytes(path, MOST_BYTES)
    except OSError as error:
        faults.error("M001", f"{what}cannot be read: {error.strerror or error}")
        return None
    if raw is None:
        faults.error("M002", f"{what}is {path.stat().st_size:,} bytes; at most {MOST_BYTES:,} are read",
                     "split the room in two")
        return None
    if re.search(rb"<!\s*(DOCTYPE|ENTITY)", raw, re.IGNORECASE):
        faults.error("M003", f"{what}declares a document type or entities; maps never need them",
                     "save it again from Tiled")
        return None
    why = "it is empty"
    try:
        text = raw.decode("utf-8")
        if text.strip():
            return text, ElementTree.fromstring(text)
    except UnicodeDecodeError:
        why = "it is not text"
    except ElementTree.ParseError as error:
        why = f"line {error.position[0]}, column {error.position[1] + 1} cannot be read"
    except ValueError:
        why = "it cannot be read"
    faults.error(code, f"{what}{wrong}: {why}", "save it again from Tiled")
    return None


def _known_shape(root: ElementTree.Element, path: Path, faults: Faults) -> bool:
    """Whether the map is orthogonal, finite, 16x16, of sane size, with layers and tilesets we can read."""
    before = len(faults.found)
    if root.tag != "map":
        faults.error("M004", f"is not a Tiled map: it begins with <{root.tag}>", "save it again from Tiled as .tmx")
        return False
    if root.get("orientation", "orthogonal") != "orthogonal":
        faults.error("M005", f"is {root.get('orientation')}; rooms are orthogonal",
                     "Map > Map Properties > Orientation")
    if root.get("infinite", "0") == "1":
        faults.error("M006", "is an infinite map; a room has edges", "Map > Map Properties > Infinite: off")
    if (root.get("tilewidth"), root.get("tileheight")) != (str(TILE), str(TILE)):
        faults.error("M007", f"has tiles of {root.get('tilewidth')}x{root.get('tileheight')}; rooms use 16x16")
    cells = _int(root.get("width")) * _int(root.get("height"))
    if not 0 < cells <= MOST_CELLS:
        faults.error("M008", f"has {cells:,} cells; a room has 1 to {MOST_CELLS:,}")
    _check_layers(root, faults)
    for tileset in root.iter("tileset"):
        source = tileset.get("source", "")
        if ".." in Path(source).parts or Path(source).is_absolute():
            faults.error("M009", f"uses a tileset outside its folder: '{source}'", "copy it beside the map")
        elif source and not (path.parent / source).resolve().is_file():
            faults.error("M009", f"uses the tileset '{source}', which is not there", "put it beside the map")
    return len(faults.found) == before


def _layer_names(root: ElementTree.Element) -> list[str]:
    return [layer.get("name", "") for layer in root.iter("layer")]


def _check_layers(root: ElementTree.Element, faults: Faults) -> None:
    names = _layer_names(root)
    for name in LAYERS:
        if names.count(name) > 1:
            faults.error("M010", f"has two layers called '{name}'")
    for data in root.iter("data"):
        form = (data.get("encoding", "xml"), data.get("compression", ""))
        if form not in ENCODINGS:
            faults.error("M011", f"has layer data as {' '.join(form).strip()}, which is not read here",
                         "Map > Map Properties > Tile Layer Format: CSV")
    cells = _int(root.get("width")) * _int(root.get("height"))
    for layer in root.iter("layer"):
        held, name = layer.find("data"), layer.get("name", "")
        found = _count(held, cells) if held is not None else 0
        if found < 0:
            faults.error("M010", f"the data of layer '{name}' cannot be read", "save it again from Tiled")
        elif found != cells:
            faults.error("M010", f"layer '{name}' has {'more' if found > cells else found} cells where the map has "
                         f"{cells}", "save it again from Tiled; Map > Resize Map, if the size was changed")


def _count(data: ElementTree.Element, most: int) -> int:
    """How many cells a layer's data holds; -1 if it cannot be read, most + 1 if more than `most`.

    Packed data is opened no further than that, so a bomb costs nothing.
    """
    text = data.text or ""
    if data.get("encoding") == "csv":
        return len(text.split(",")) if text.strip() else 0
    try:
        raw = base64.b64decode(text.strip())
        if data.get("compression"):
            raw = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(raw, most * 4 + 1)
    except (ValueError, zlib.error):
        return -1
    return min(len(raw) // 4 + (len(raw) % 4 > 0), most + 1)


def _tile_kinds(root: ElementTree.Element, folder: Path, faults: Faults) -> dict[int, Tile]:
    """What each tile number of the map's layers means, from its tilesets."""
    kinds: dict[int, Tile] = {}
    for used in root.iter("tileset"):
        first, source = _int(used.get("firstgid")), used.get("source")
        read = _xml(folder / source, faults, f"tileset '{source}' ", "M009", "is no tileset") if source else ("", used)
        if read is None:
            continue
        tileset = read[1]
        for tile in tileset.findall("tile"):
            local = _int(tile.get("id"))
            kind = tile.get("class") or tile.get("type") or ""
            kinds[first + local] = (kind, _int(_properties(tile).get("cm")))
    return kinds


def _objects(root: ElementTree.Element, text: str) -> list[MapObject]:
    starts = _lines_of_objects(text)
    found = []
    for element in root.iter("object"):
        id = _int(element.get("id"))
        line = element.find("polyline")
        points: list[tuple[float, float]] = []
        if line is not None:
            for pair in line.get("points", "").split():
                x, _, y = pair.partition(",")
                points.append((_float(element.get("x")) + _float(x), _float(element.get("y")) + _float(y)))
        found.append(MapObject(
            id, element.get("class") or element.get("type") or "", element.get("name", ""),
            _float(element.get("x")), _float(element.get("y")),
            _float(element.get("width")), _float(element.get("height")),
            starts.get(id, 1), _properties(element), tuple(points)))
    return found


def _lines_of_objects(text: str) -> dict[int, int]:
    """Object id -> line. Lines are counted from one object to the next: counting each from the top is slow."""
    starts: dict[int, int] = {}
    line, at = 1, 0
    for match in re.finditer(r'<object\b[^>]*?\bid="(\d+)"', text):
        line, at = line + text.count("\n", at, match.start()), match.start()
        starts[int(match[1])] = line
    return starts


def _properties(element: ElementTree.Element) -> dict[str, str]:
    held = element.find("properties")
    if held is None:
        return {}
    return {p.get("name", ""): p.get("value", p.text or "") for p in held.findall("property")}


def _int(text: str | None) -> int:
    try:
        return int(text or "0")
    except ValueError:
        return 0


def _float(text: str | None) -> float:
    """A number of pixels; what is none, or far outside every map, stands far outside."""
    try:
        value = float(text or "0")
    except ValueError:
        return -FAR
    return min(max(value, -FAR), FAR) if value == value else -FAR
