"""Problems: faults in content files, each at its place, with what would mend it.

Every reader of content collects these and goes on; nothing here is ever raised for a writer's mistake.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

MOST_LETTERS, MOST_WORDS = 60, 2000

Severity = Literal["error", "warning"]


class Place(NamedTuple):
    """Where something stands in a file; line and column count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def right(self, columns: int) -> Place:
        """The place `columns` further right on the same line."""
        return Place(self.file, self.line, self.column + columns)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. `line` and `column` count from 1 (0: the whole file). `code` as in notes, for example "N001"."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        said = f"{self.file}:{self.line}:{self.column}: {self.severity} {self.code}: {self.message}"
        return f"{said}\n    suggestion: {self.suggestion}" if self.suggestion else said


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """A question with the nearest of `words`, or "" if none is near."""
    known = sorted(set(words))
    if len(word) > MOST_LETTERS or len(known) > MOST_WORDS:
        return ""  # nobody's slip of the pen, and slow to compare
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if not near:
        lower = {one.lower(): one for one in known}
        near = [lower[word.lower()]] if word.lower() in lower else []
    return f"did you mean '{near[0]}'?" if near else ""


@dataclass(slots=True)
class Faults:
    """The problems found so far; every reader writes into one of these."""

    found: list[Problem] = field(default_factory=list)

    def error(self, at: Place, code: str, message: str, suggestion: str = "") -> None:
        """Note something the game cannot run with."""
        self.found.append(Problem(at.file, at.line, at.column, "error", code, message, suggestion))

    def warning(self, at: Place, code: str, message: str, suggestion: str = "") -> None:
        """Note something that runs, but is hardly what was meant."""
        self.found.append(Problem(at.file, at.line, at.column, "warning", code, message, suggestion))

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum(problem.severity == "error" for problem in self.found)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Without doubles: errors, then warnings, each by file, line and column."""
    return sorted(set(problems), key=lambda p: (p.severity, p.file, p.line, p.column, p.code, p.message))
