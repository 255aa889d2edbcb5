"""Sheets for translators, out and in: YAML, CSV (UTF-8) and gettext PO. Each holds order, speaker, mood and context.

What goes out comes back the same: id, English, words, and the mark that says the words are stale.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Literal, assert_never

from game.content.language_files import kept_in, key, quoted, speaker
from game.content.languages import Row
from game.content.problems import Faults, Place
from game.content.yamltree import Table, read_tree

Format = Literal["yaml", "csv", "po"]
FORMATS: tuple[Format, ...] = ("yaml", "csv", "po")
COLUMNS = ("id", "speaker", "mood", "context", "state", "en", "text", "was_en")


def written(rows: Iterable[Row], language: str, kind: Format) -> str:
    """The sheet as text."""
    match kind:
        case "yaml":
            return "".join(_yaml(row) for row in rows) or "{}\n"
        case "csv":
            return _csv(rows)
        case "po":
            return _po_head(language) + "".join(_po(row) for row in rows)
        case _ as never:
            assert_never(never)


def read(data: bytes, file: str, kind: Format, faults: Faults) -> list[Row]:
    """The rows of a sheet that came back; whatever is no row is reported with its line."""
    if kind == "yaml":
        return _from_yaml(data, file, faults)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        faults.error(Place(file, data.count(b"\n", 0, fault.start) + 1, 1), "Y001", "this is not UTF-8 text",
                     "save the file as UTF-8")
        return []
    return _from_csv(text, file, faults) if kind == "csv" else _from_po(text, file, faults)


# YAML ----------------------------------------------------------------------------------------------------
def _yaml(row: Row) -> str:
    about = ", ".join(filter(None, (speaker(row) if row.who else "", row.context)))
    stale = f"  stale: {quoted(row.old)}\n" if row.stale else ""
    return (f"# {about}\n{key(row.id)}:\n  en: {quoted(row.english)}\n  text: {quoted(row.text)}\n{stale}")


def _from_yaml(data: bytes, file: str, faults: Faults) -> list[Row]:
    tree = read_tree(data, file, faults)
    if not isinstance(tree, Table):
        return []
    marked = {name.value for name, value in tree.entries if isinstance(value, Table) and value.get("stale") is not None}
    places = {name.value: name.place for name, _ in tree.entries}
    return [Row(id, kept.english, kept.text, id in marked, place=places[id])
            for id, kept in kept_in(tree, faults).items()]


# CSV -----------------------------------------------------------------------------------------------------
def _csv(rows: Iterable[Row]) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in rows:
        state = "stale" if row.stale else "" if row.text else "missing"
        table.writerow((row.id, row.who, row.mood, row.context, state, row.english, row.text, row.old))
    return out.getvalue()


def _from_csv(text: str, file: str, faults: Faults) -> list[Row]:
    table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    try:
        if not {"id", "en", "text"} <= set(table.fieldnames or ()):
            faults.error(Place(file, 1, 1), "T001", "the first line must name the columns id, en and text")
            return []
        for cells in table:
            rows.append(Row(cells["id"] or "", cells["en"] or "", cells["text"] or "",
                            (cells.get("state") or "") == "stale", place=Place(file, table.line_num, 1)))
    except csv.Error as fault:
        faults.error(Place(file, table.line_num, 1), "Y001", f"this cannot be read as CSV: {fault}")
    return rows


# PO ------------------------------------------------------------------------------------------------------
def _po_head(language: str) -> str:
    return f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _po(row: Row) -> str:
    said = f"#. {speaker(row)}\n" if row.who else ""
    where = f"#. {row.context}\n#: {row.place.file}:{row.place.line}\n"
    stale = f"#, fuzzy\n#| msgid {quoted(row.old)}\n" if row.stale else ""
    return (f"{said}{where}{stale}msgctxt {quoted(row.id)}\nmsgid {quoted(row.english)}\n"
            f"msgstr {quoted(row.text)}\n\n")


def _from_po(text: str, file: str, faults: Faults) -> list[Row]:
    rows: list[Row] = []
    for number, entry in _po_entries(text, file, faults):
        if "msgctxt" in entry:
            rows.append(Row(entry["msgctxt"], entry.get("msgid", ""), entry.get("msgstr", ""), "fuzzy" in entry,
                            place=Place(file, number, 1)))
    return rows


def _po_entries(text: str, file: str, faults: Faults) -> Iterator[tuple[int, dict[str, str]]]:
    """Each entry with its first line: what stands in it by keyword; `fuzzy` as a key if it is marked so."""
    entry: dict[str, str] = {}
    keyword, first = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if not line or (line.startswith("#") and "msgstr" in entry):
            if entry:
                yield first, entry
            entry, keyword, first = {}, "", 0
        if not line:
            continue
        first = first or number
        if line.startswith("#"):
            if line.startswith("#,") and "fuzzy" in line:
                entry["fuzzy"] = ""
            continue
        word, _, rest = line.partition(" ")
        if not line.startswith('"'):
            keyword, line = word, rest.strip()
        try:
            part = json.loads(line)
        except (ValueError, RecursionError):
            part = None
        if not isinstance(part, str) or not keyword:
            faults.error(Place(file, number, 1), "Y001", "this line is no part of a PO entry")
            continue
        entry[keyword] = entry.get(keyword, "") + part
    if entry:
        yield first, entry


