"""Where translations are kept: strings/LANG.yaml for the interface, strings/LANG_CHAPTER.yaml for each chapter.

Every entry is `id: {en: the English it was made from, text: the translation}`, and `was` for words it had before.
A file is written whole, in the order of the story; the lines of comment at its head stay, and so do entries whose
text is gone from the story.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from game.content import schema
from game.content.kinds import Form, One
from game.content.languages import Kept, Row
from game.content.problems import Faults, Place
from game.content.yamltree import Table, Text, Tree, read_tree

LANGUAGE = re.compile(r"[a-z]{2,3}")
SETTINGS = Form(dict.fromkeys(("en", "text", "was", "stale"), One.WORDS), ("en", "text"))
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def language_of(stem: str) -> str:
    """`ko` of `ko` and of `ko_road`."""
    return stem.partition("_")[0]


def files(folder: Path, language: str) -> list[Path]:
    """The files of a language in a story folder, the interface first."""
    held = (folder / "strings").glob(f"{language}*.yaml")
    return sorted(path for path in held if language_of(path.stem) == language)


def file_of(folder: Path, language: str, id: str) -> Path:
    """The file in which `id` is kept."""
    chapter = id.partition(".")[0]
    split = (folder / f"{chapter}.yaml").is_file()
    return folder / "strings" / (f"{language}_{chapter}.yaml" if split else f"{language}.yaml")


def read_kept(folder: Path, language: str, faults: Faults) -> dict[str, Kept]:
    """All translations of a language, in file order; faults of shape are reported and left out."""
    kept: dict[str, Kept] = {}
    for path in files(folder, language):
        name = f"{folder.name}/strings/{path.name}"
        tree = read_tree(path.read_bytes(), name, faults)
        if tree is not None:
            kept.update(kept_in(tree, faults))
    return kept


def kept_in(tree: Tree, faults: Faults) -> dict[str, Kept]:
    """The entries of one file."""
    kept: dict[str, Kept] = {}
    found = schema.table(tree, "strings", faults)
    for name, value in found.entries if found else ():
        got = schema.settings(value, f"'{name.value}'", faults, SETTINGS)
        if "en" in got and "text" in got:
            kept[name.value] = Kept(_words(got["en"], faults), _words(got["text"], faults),
                                    _words(got["was"], faults) if "was" in got else "")
    return kept


def _words(tree: Tree, faults: Faults) -> str:
    """Words, which may be none: a sheet has rows that are still to be translated."""
    if isinstance(tree, Text):
        return tree.value
    faults.error(tree.place, "T001", "this must be words")
    return ""


def write_kept(folder: Path, language: str, kept: Mapping[str, Kept], rows: Iterable[Row]) -> list[Path]:
    """Write what changed; the files that were written. Raises OSError."""
    known = {row.id: row for row in rows}
    order = [*(id for id in known if id in kept), *(id for id in kept if id not in known)]
    parts: dict[Path, list[str]] = {path: [] for path in files(folder, language)}
    for id in order:
        parts.setdefault(file_of(folder, language, id), []).append(_entry(id, kept[id], known.get(id)))
    written: list[Path] = []
    for path, entries in parts.items():
        before = path.read_text("utf-8") if path.is_file() else ""
        now = _head(before, language) + "".join(entries)
        if entries and now != before:
            path.parent.mkdir(exist_ok=True)
            path.write_text(now, "utf-8", newline="\n")
            written.append(path)
    return written


def _head(before: str, language: str) -> str:
    """The comment lines at the top, up to the first empty line."""
    head: list[str] = []
    for line in before.split("\n"):
        if not line.startswith("#"):
            break
        head.append(line)
    return "\n".join(head or [f"# Words in '{language}', beside the English they were made from."]) + "\n\n"


def _entry(id: str, kept: Kept, row: Row | None) -> str:
    said = f"# {speaker(row)}\n" if row and row.who else ""
    was = f"  was: {quoted(kept.was)}\n" if kept.was else ""
    return f"{said}{key(id)}:\n  en: {quoted(kept.english)}\n  text: {quoted(kept.text)}\n{was}"


def speaker(row: Row) -> str:
    """`moon (stern)`."""
    return f"{row.who} ({row.mood})" if row.mood else row.who


def quoted(words: str) -> str:
    """A YAML scalar in double quotes on one line."""
    plain = json.dumps(words, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def key(id: str) -> str:
    """An id as a YAML key."""
    return id if re.fullmatch(r"[a-z_][\w.-]*", id, re.ASCII) else quoted(id)


def places(folder: Path, language: str) -> dict[str, Place]:
    """Where each translation stands."""
    found: dict[str, Place] = {}
    for path in files(folder, language):
        tree = read_tree(path.read_bytes(), f"{folder.name}/strings/{path.name}", Faults())
        if isinstance(tree, Table):
            found.update((name.value, name.place) for name, _ in tree.entries)
    return found
