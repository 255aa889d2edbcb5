"""Where a file of YAML cannot be read: the slip of a writer that most likely did it, and its own place.

The library complains where it can go on no further, mostly a line or two below the slip. What is looked at here are
the lines themselves: their indents, dashes and colons.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from game.content.quoting import quoted

BESIDE = ("then", "else", "from", "ways", "also")  # settings of a step that stand under its verb, without a dash
_BLANKS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_ODD_BLANK = re.compile(rf"[ \t]*[{_BLANKS}]")
_ODD_DASH = re.compile(r" *([\u2010-\u2015\u2022\u2043\u2212\u00b7\u25cf\u25aa\uff0d])\s*\S")
_BARE_CHOICE = re.compile(r" *- (?!['\"\[{])[^:]*\S")
_FORK = re.compile(r" *- (if|chance): ")
_BRACE_FIRST = re.compile(r"(?P<key> *[\w.]+:) +(?P<words>\{\w+\} *[^\s}].*)")


class Slip(NamedTuple):
    """What was done, where (row and column from 0), and what would mend it."""

    row: int
    column: int
    code: str
    message: str
    suggestion: str


def slip(lines: list[str], row: int, said: str, opened: tuple[int, int] | None) -> Slip | None:
    """The likeliest slip behind a complaint `said` of `row`; None if none of those known here.

    `opened` is where that began which the library was reading.
    """
    if not 0 <= row < len(lines):
        row = len(lines) - 1
    found = _odd_sign(lines, row)
    if found is None and "mapping values are not allowed" in said:
        found = _colon_too_many(lines, row)
    elif found is None and "could not find expected ':'" in said and opened is not None:
        found = _no_colon(lines, opened[0])
    elif found is None and ("expected '-'" in said or "expected key" in said):
        found = _out_of_line(lines, row)
    elif found is None and "expected ','" in said and opened is not None:
        at, column = opened
        sign = lines[at][column] if at < len(lines) and column < len(lines[at]) else "{"
        found = Slip(at, column, "Y001", f"this {sign} is not closed, or a comma is missing after it",
                     f"close it with {'}' if sign == '{' else ']'}, or write one setting a line")
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _empty(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _above(lines: list[str], row: int) -> int:
    """The row of the nearest line above that holds something, or -1."""
    return next((at for at in range(row - 1, -1, -1) if not _empty(lines[at])), -1)


def _odd_sign(lines: list[str], row: int) -> Slip | None:
    """Blanks and dashes that only look like those of a keyboard, at the beginning of this line or one above."""
    for at in range(row, -1, -1):
        blank = _ODD_BLANK.match(lines[at])
        if blank:
            return Slip(at, blank.end() - 1, "Y002", "what stands before these words only looks like spaces; it comes "
                        "from a web page or a word processor", "delete it and type spaces")
        dash = _ODD_DASH.match(lines[at]) if row - at < 3 else None
        if dash:
            return Slip(at, dash.start(1), "Y002", f"this line begins with '{dash[1]}', which only looks like a dash",
                        lines[at].strip().replace(dash[1], "-", 1))
    return None


def _colon_too_many(lines: list[str], row: int) -> Slip | None:
    """A line further in than the one above, though that one has no colon at its end to hold it."""
    above = _above(lines, row)
    line = lines[row]
    if above < 0:
        return None
    before = lines[above]
    deeper = _indent(line) > _indent(before)
    fork = _FORK.match(before)
    if fork and deeper and line.lstrip().startswith("- "):
        return Slip(row, _indent(line), "Y001", f"between `{fork[1]}` and its steps the line `then:` is missing",
                    "write then: above, in line with the word before the colon")
    if deeper and _BARE_CHOICE.fullmatch(before.rstrip()):
        return Slip(above, len(before.rstrip()), "Y001", "this line has no ':' at its end, and something stands under "
                    "it", f"{before.strip()}:")
    if deeper and ":" not in before:
        return _no_colon(lines, above)
    if _indent(line) == _indent(before) and ":" not in before and not before.lstrip().startswith("- "):
        return Slip(above, _indent(before), "Y001", "this line is neither `name: value` nor `- step`",
                    "a remark begins with #; words that go on from the line above belong on that line")
    if deeper and re.search(r": +\S", before):
        return Slip(row, _indent(line), "Y001", "this line is further in than the one above, which is complete",
                    "line it up with the line above; if it goes on with the words above, write them in one line")
    return None


def _no_colon(lines: list[str], row: int) -> Slip | None:
    line = lines[row]
    below = next((at for at in range(row + 1, len(lines)) if not _empty(lines[at])), row)
    words = line.strip()
    if _indent(lines[below]) > _indent(line) and re.fullmatch(r"[\w ]+", words):
        return Slip(row, len(line.rstrip()), "Y001", f"there is no ':' after '{words}'", f"{words}:")
    return Slip(row, _indent(line), "Y001", "this line is neither `name: value` nor `- step`",
                "is a ':' or a dash missing? Words that go on from the line above belong on that line")


def _out_of_line(lines: list[str], row: int) -> Slip | None:
    """A line that does not fit those beside it: one dash too few or too many, an odd indent, or words after a }."""
    braces = _BRACE_FIRST.fullmatch(lines[row].rstrip())
    if braces:
        return Slip(row, braces.start("words"), "Y004", "words may not begin with {",
                    f"put quotes: {braces['key'].strip()} {quoted(braces['words'])}")
    column = _indent(lines[row])
    beside = _beside(lines, row, column)
    word = lines[row].strip().partition(":")[0]
    if word in BESIDE and any(_dashed(lines[at]) for at in beside):
        return Slip(row, column, "Y001", f"'{word}' stands beside the steps, not under its own",
                    "indent it two spaces further")
    dashed = [at for at in beside if _dashed(lines[at])]
    bare = [at for at in beside if not _dashed(lines[at])]
    if dashed and bare and len(bare) <= len(dashed):
        at = bare[0]
        return Slip(at, column, "Y001", "this line has no dash, and those beside it have one",
                    f"- {lines[at].strip()}")
    if dashed and bare:
        at = dashed[0]
        return Slip(at, column, "Y001", "this line has a dash, and those beside it have none",
                    lines[at].strip()[1:].strip())
    odd = next((at for at in range(row, -1, -1) if not _empty(lines[at]) and _indent(lines[at]) % 2), None)
    if odd is not None and row - odd <= 60:
        spaces = _indent(lines[odd])
        return Slip(odd, spaces, "Y002", f"this line begins with {spaces} spaces, so it fits no other",
                    f"{spaces - 1} or {spaces + 1}: every level is two spaces further in")
    return None


def _dashed(line: str) -> bool:
    return line.lstrip().startswith("- ") or line.strip() == "-"


def _beside(lines: list[str], row: int, column: int) -> list[int]:
    """The rows of a list or table that `row` is part of, as their indent says, in file order."""
    found = []
    for at in range(row, -1, -1):
        if not _empty(lines[at]) and _indent(lines[at]) <= column:
            if _indent(lines[at]) < column:
                break
            found.append(at)
    found.reverse()
    for at in range(row + 1, len(lines)):
        if not _empty(lines[at]) and _indent(lines[at]) <= column:
            if _indent(lines[at]) < column:
                break
            found.append(at)
    return found
