"""Writing missing ids into story files, and nothing else: every other byte stays as it was.

An id is the node's name and the next free number: `bank.4` for a line, `bank.c1` for a choice, `bank.b1` for a bark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from game.content import lines
from game.content.draft import Draft, Unstamped
from game.content.reader import read_draft
from game.content.yamltree import Items, Table, Text, Tree

_ID = re.compile(r"@([\w.-]+)|\bid: *@?([\w.-]+)")


@dataclass(frozen=True, slots=True)
class Stamped:
    """What was done to one file: how many ids were written, how many places could not be; `unread`: it is no YAML."""

    file: Path
    ids: int
    left: int
    unread: bool = False


def stamp(folder: Path) -> list[Stamped]:
    """Write the missing ids of a story folder. Files that cannot be read are left alone. Raises OSError."""
    draft = read_draft(folder, "")
    by_file: dict[str, list[Unstamped]] = {}
    for one in draft.unstamped:
        by_file.setdefault(one.tree.place.file, []).append(one)
    done = [Stamped(path, 0, 0, unread=True) for path in sorted(folder.glob("*.yaml"))
            if path.stem in draft.unread and path.is_file()]
    for file, missing in sorted(by_file.items()):
        path = folder / file.lstrip("/")
        if path.stem in draft.unread:
            continue
        data = path.read_bytes()
        text, written = stamped_text(data.decode("utf-8-sig"), missing)
        fresh = path.with_suffix(".yaml.new")
        fresh.write_bytes((b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + text.encode())
        fresh.replace(path)
        done.append(Stamped(path, written, len(missing) - written))
    return done


def stamped_text(text: str, missing: list[Unstamped]) -> tuple[str, int]:
    """The text with ids written in, and how many were. Line ends stay as they are."""
    rows = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    taken = {one or other for one, other in _ID.findall(text)}
    edits: list[tuple[int, int, str]] = []
    for one in missing:
        row = one.tree.place.line - 1
        spot = _spot(rows[row], one.tree)
        if spot is None:
            continue
        id = _next_id(one, taken)
        edits.append((row, spot[0], spot[1].replace("ID", id)))
    for row, column, words in sorted(edits, reverse=True):
        rows[row] = rows[row][:column] + words + rows[row][column:]
    return "".join(rows), len(edits)


def _next_id(one: Unstamped, taken: set[str]) -> str:
    """The next number after the highest in use: a number once deleted is not used again while later ones stand."""
    prefix = f"{one.node}.{one.letter}"
    numbers = [int(id[len(prefix):]) for id in taken if id.startswith(prefix) and id[len(prefix):].isdecimal()]
    id = f"{prefix}{max(numbers, default=0) + 1}"
    taken.add(id)
    return id


def _spot(row: str, tree: Tree) -> tuple[int, str] | None:
    """Where in its row the id goes, and what is written there (`ID` stands for it); None if that is not clear."""
    column = tree.place.column - 1
    match tree:
        case Table(braces=True):
            return column + 1, "id: ID, "
        case Table():
            return column, "id: ID" + ("\r\n" if row.endswith("\r\n") else "\n") + " " * column
        case Text(value=value, plain=plain):
            quote = 0 if plain else 1
            line = lines.spoken(value)
            if not line and plain:
                return (column + len(value), " @ID") if row[column:].startswith(value) else None
            before = value.partition(": ")[0] if line and not _is_label(row, column, value) else ""
            if before and row[column + quote:].startswith(before):
                return column + quote + len(before), " @ID"
            return _before_closing_quote(row, column)
        case Items():
            return None


def _is_label(row: str, column: int, value: str) -> bool:
    """Whether quoted words are a choice's label (a colon follows the quote), not a whole spoken line."""
    end = _before_closing_quote(row, column)
    return end is not None and row[end[0] + 1:].lstrip(" ").startswith(":")


def _before_closing_quote(row: str, column: int) -> tuple[int, str] | None:
    found = re.match(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', row[column:])
    return (column + found.end() - 1, " @ID") if found else None


def unchanged(before: Draft, after: Draft) -> bool:
    """Whether two readings of a story say the same words in the same order, whatever their ids."""
    return [*before.words.values()] == [*after.words.values()]
