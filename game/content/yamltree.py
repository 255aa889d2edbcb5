"""YAML read safely, with every place kept: nested words, lists and tables, nothing else.

The stream of events is read first, under limits, so that a hostile file costs nothing: no anchor is ever
expanded, no tag is ever obeyed. Scalars stay words; what they mean is decided by whoever reads the tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from game.content.misread import slip
from game.content.problems import Faults, Place
from game.content.quoting import RESERVED, mended

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # what ends a line in YAML
MOST_BYTES = 1_000_000
MOST_ITEMS = 40_000
MOST_DEPTH = 24

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar. `plain`: it stood without quotes; `cut`: what a ` #` after it turned into a comment."""

    value: str
    place: Place
    plain: bool = True
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    entries: tuple[Tree, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values, in file order, no key twice. `braces`: written as `{...}`."""

    entries: tuple[tuple[Text, Tree], ...]
    place: Place
    braces: bool = False

    def get(self, key: str) -> Tree | None:
        """The value of `key`, if there."""
        return next((value for name, value in self.entries if name.value == key), None)


Tree: TypeAlias = Text | Items | Table


def read_tree(data: bytes, file: str, faults: Faults) -> Tree | None:
    """The tree of a YAML file; None (and at least one error in `faults`) if it cannot be read. Never raises."""
    if len(data) > MOST_BYTES:
        faults.error(Place(file), "Y010", f"this file has {len(data)} bytes; at most {MOST_BYTES} are read", "split it")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        faults.error(Place(file, line, 1), "Y001", "this is not UTF-8 text", "save the file as UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = _BREAK.split(text)
    before = faults.errors
    try:
        _within_limits(text, file, lines, faults)
        root = yaml.compose(text, Loader=Loader) if faults.errors == before else None
    except yaml.YAMLError as fault:
        _report(fault, file, lines, faults)
        return None
    except (ValueError, RecursionError, OverflowError):
        faults.error(Place(file), "Y001", "this cannot be read as YAML")
        return None
    if root is None:
        if faults.errors == before:
            faults.error(Place(file, 1, 1), "Y008", "this file is empty")
        return None
    return _Planter(file, lines, faults).tree(root)


def _within_limits(text: str, file: str, lines: list[str], faults: Faults) -> None:
    """Read the events only, and stop at the first that is refused."""
    depth = documents = 0
    for items, event in enumerate(yaml.parse(text, Loader=Loader), 1):
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None and items <= MOST_ITEMS:
            continue  # most are such, and nothing is wrong with them
        mark = event.start_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return faults.error(place, "Y006", "a second document begins here; one file holds one", "remove '---'")
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            return _reserved(place, lines, faults, "Y009", "& and * (anchors and aliases) are not read here",
                             "write it out, or `call:` a node; words that begin so need quotes")
        elif getattr(event, "tag", None) is not None:
            return _reserved(place, lines, faults, "Y012", "! (a tag) is not read here",
                             "remove it; words that begin so need quotes")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MOST_DEPTH:
            return faults.error(place, "Y013", f"lists stand inside one another more than {MOST_DEPTH} deep",
                                "move a part to a node of its own")
        if items > MOST_ITEMS:
            return faults.error(place, "Y011", f"more than {MOST_ITEMS} items in one file", "split it")
    return None


def _reserved(place: Place, lines: list[str], faults: Faults, code: str, message: str, suggestion: str) -> None:
    better = mended(lines[place.line - 1]) if place.line <= len(lines) else None
    if better:
        faults.error(place, "Y004", "words may not begin with this sign", f"put quotes: {better.strip()}")
    else:
        faults.error(place, code, message, suggestion)


# What YAML says, and what a writer understands; the first that fits.
_PLAIN_SPEECH = (
    ("mapping values are not allowed", "there is a second ': ' here, or the line above is indented otherwise",
     "put the words in quotes, or line it up with the lines above"),
    ("could not find expected ':'", "this line is neither `name: value` nor `- step`",
     "is a ':' missing, or a dash?"),
    ("did not find expected '-'", "this does not line up with the lines above", "give it the indent of its list"),
    ("did not find expected key", "this does not line up with the lines above, or a quote or brace ends too early",
     "compare its indent with the lines above"),
    ("did not find expected ','", "a { or [ that was opened is not closed here", "close it, or write one per line"),
    ("expected alphabetic", "words may not begin with & or *", "put them in quotes"),
    ("cannot start any token", "words may not begin with this sign", "put them in quotes"),
    ("unexpected end of stream", "a quote was opened and never closed", "close it"),
    ("quoted scalar", "a quote was opened and never closed", "close it"),
)


def _report(fault: yaml.YAMLError, file: str, lines: list[str], faults: Faults) -> None:
    """Turn the library's complaint into a problem a writer can act on."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if mark is None:
        line, column = _by_position(lines, getattr(fault, "position", 0))
        return faults.error(Place(file, line, column), "Y001", "there is a sign here that no text may hold",
                            "delete it and write it again")
    place = Place(file, mark.line + 1, mark.column + 1)
    if mark.line >= len(lines):  # the complaint is about what never came
        place = Place(file, len(lines), len(lines[-1]) + 1)
    raw = lines[mark.line] if mark.line < len(lines) else ""
    if re.match(r" *\t", raw):
        return faults.error(Place(file, place.line, raw.index("\t") + 1), "Y002", "this line is indented with a tab",
                            "use spaces")
    for row in (mark.line, mark.line - 1):  # libyaml often complains one line below the guilty one
        better = mended(lines[row]) if 0 <= row < len(lines) else None
        if better:
            words = lines[row]
            start = re.match(r" *(?:- )?(?:[^:]*: )?", words)
            first = words[start.end(): start.end() + 1] if start else ""
            code = "Y004" if first and first in RESERVED and ": " not in words[start.end() if start else 0:] else "Y001"
            message = ("words may not begin with this sign" if code == "Y004"
                       else "there is a second ': ' in these words, so where they begin is not clear")
            where = place if row == mark.line else Place(file, row + 1, (start.end() if start else 0) + 1)
            return faults.error(where, code, message, f"put quotes: {better.strip()}")
    opened = getattr(fault, "context_mark", None)
    said = str(getattr(fault, "problem", "") or "")
    found = slip(lines, mark.line, said, (opened.line, opened.column) if opened is not None else None)
    if found is not None:
        return faults.error(Place(file, found.row + 1, found.column + 1), *found[2:])
    for part, message, suggestion in _PLAIN_SPEECH:
        if part in said:
            context = getattr(fault, "context_mark", None)
            if "never closed" in message and context is not None:
                place = Place(file, context.line + 1, context.column + 1)
            return faults.error(place, "Y001", message, suggestion)
    return faults.error(place, "Y001", f"this is not valid YAML: {said or 'it cannot be read'}",
                        "compare its indent with the lines above")


def _by_position(lines: list[str], position: int) -> tuple[int, int]:
    for number, line in enumerate(lines, 1):
        if position <= len(line):
            return number, position + 1
        position -= len(line) + 1
    return len(lines), 1


class _Planter:
    """Turns the library's nodes into a Tree, noting duplicate keys, odd indents and cut words."""

    def __init__(self, file: str, lines: list[str], faults: Faults) -> None:
        self.file, self.lines, self.faults = file, lines, faults

    def place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def tree(self, node: yaml.Node) -> Tree:
        if isinstance(node, yaml.ScalarNode):
            return self.text(node)
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.tree(entry) for entry in node.value), self.place(node))
        assert isinstance(node, yaml.MappingNode)
        return self.table(node)

    def text(self, node: yaml.ScalarNode) -> Text:
        if node.style:
            return Text(node.value, self.place(node), plain=False)
        end = node.end_mark
        rest = self.lines[end.line][end.column:] if node.value and end.line < len(self.lines) else ""
        return Text(node.value, self.place(node), cut=rest if rest and re.match(r"[ \t]+#", rest) else "")

    def table(self, node: yaml.MappingNode) -> Table:
        entries: list[tuple[Text, Tree]] = []
        seen: dict[str, int] = {}
        braces = bool(node.flow_style)
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.faults.error(self.place(key_node), "Y008", "a name before ':' must be words, not a list")
                continue
            key, value = self.text(key_node), self.tree(value_node)
            if key.value in seen:
                self.faults.error(key.place, "Y003", f"'{key.value}' stands here a second time",
                                  f"the first is in line {seen[key.value]}; rename or join them")
                continue
            seen[key.value] = key.place.line
            if braces and self.alone(key_node, value):
                self.faults.error(key.place, "Y007", f"'{key.value}' stands alone inside the braces: a comma ends the "
                                  "words there", "put words with a comma in quotes, or write one setting a line")
                continue
            entries.append((key, value))
        if entries and not braces and entries[0][0].place.column % 2 == 0 and node.start_mark.line:
            self.faults.warning(entries[0][0].place, "Y002", "an odd number of spaces before this line",
                                "indent by two spaces")
        return Table(tuple(entries), self.place(node), braces)

    def alone(self, key: yaml.ScalarNode, value: Tree) -> bool:
        """Whether no ':' follows the key, as in `{text: Stop, who is that}`."""
        if not isinstance(value, Text) or value.value or not value.plain:
            return False
        end = key.end_mark
        return not self.lines[end.line][end.column:].lstrip().startswith(":")
