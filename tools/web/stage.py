"""Staging: what goes into the web package, and nothing else.

The Python files are those that main.py reaches through its imports, so the YAML and TMX readers stay at home.
"""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from game.content.packed import Content, pack

LEFT_OUT = {".md", ".wav"}
ALWAYS = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180))} | set("–—‘’“”…•←↑→↓↖↗↘↙−×✓▶◀▲▼·")
HANGUL_FACE = 1  # of the collection: Korean forms


def reached(root: Path, first: Path) -> list[Path]:
    """`first` and every file of the package `game` its imports lead to, also those inside functions."""
    found: dict[Path, None] = {}
    waiting = [first]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found[path] = None
        for name in _imports(ast.parse(path.read_text(encoding="utf-8"))):
            waiting += _files(root, name)
    return sorted(found)


def _imports(tree: ast.Module) -> Iterable[str]:
    """Dotted names imported for running (not those under `if TYPE_CHECKING`)."""
    typing_only = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.If)
                   and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
                   for part in node.body for inner in ast.walk(part)}
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _files(root: Path, name: str) -> list[Path]:
    """The files of a dotted name of ours: the module, and the packages around it."""
    parts = name.split(".")
    if parts[0] != "game":
        return []
    files = [root.joinpath(*parts[:depth], "__init__.py") for depth in range(1, len(parts) + 1)]
    files.append(root.joinpath(*parts).with_suffix(".py"))
    return [file for file in files if file.is_file()]


def stage(root: Path, content: Content, into: Path, recordings: Iterable[Path] = ()) -> None:
    """Fill the empty folder `into`: main.py, the packages it needs, packed content, assets, font, recordings.

    Raises FileNotFoundError if a recording is missing, ImportError without fonttools or the font package.
    """
    for path in reached(root, root / "main.py"):
        target = into / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    (into / "content.json").write_bytes(pack(content))
    shutil.copytree(root / "assets", into / "assets", ignore=lambda folder, names: [
        name for name in names if Path(name).suffix in LEFT_OUT or name.startswith(".")])
    (into / "assets" / "fonts").mkdir(exist_ok=True)
    subset_font(into / "assets" / "fonts" / "noto_sans_subset.otf", signs(content))
    for path in recordings:
        (into / "replays").mkdir(exist_ok=True)
        shutil.copyfile(path, into / "replays" / path.name)


def signs(content: Content) -> set[str]:
    """Every character that any language of the story can show, and Latin."""
    book = content.book
    assert book is not None
    texts = [*book.words.values(), *(text for table in book.languages.values() for text in table.values())]
    texts += [text for entry in book.codex.values() for source in entry.sources
              for text in (source.who, source.what, source.checked)]
    return ALWAYS | {sign for text in texts for sign in text if sign.isprintable()}


def subset_font(target: Path, wanted: set[str]) -> None:
    """Write the game's font with only the `wanted` characters; its licence text beside it.

    Raises ImportError without fonttools or the font package.
    """
    import noto_cjk_sans_otc
    from fontTools import subset, ttLib

    source = Path(str(noto_cjk_sans_otc.FONT_PATH))
    font = ttLib.TTFont(str(source), fontNumber=HANGUL_FACE)
    options = subset.Options(layout_features=["kern", "liga", "mark"], notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(sign) for sign in wanted])
    cutter.subset(font)
    font.save(str(target))
    licence = next(file for file in metadata.files("noto-cjk-sans-otc") or () if file.name == "LICENSE")
    shutil.copyfile(str(licence.locate()), target.parent / "LICENSE.txt")
