"""What a machine can mend in story files: quotes where words were misread. Words themselves are never touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.content.problems import Faults, Problem
from game.content.quoting import mended, quoted
from game.content.reader import read_draft
from game.content.yamltree import read_tree

MOST_ROUNDS = 2000


@dataclass(frozen=True, slots=True)
class Fixed:
    """One mended line, as it was and as it is now."""

    file: Path
    line: int
    before: str
    after: str


def fix(folder: Path) -> list[Fixed]:
    """Mend all files of a story folder. What quotes do not mend is left as it was. Raises OSError."""
    done: list[Fixed] = []
    for path in sorted(path for path in (*folder.glob("*.yaml"), *folder.glob("strings/*.yaml")) if path.is_file()):
        done += _mend(path, _syntax, done)
    for path in sorted({folder / problem.file.lstrip("/") for problem in _misread(folder)}):
        done += _mend(path, lambda text, path=path: _of_file(folder, path, text), done)  # type: ignore[misc]  # a default binds it now
    return done


def _mend(path: Path, find: Callable[[str], list[Problem]], done: list[Fixed]) -> list[Fixed]:
    """Mend one line after the other, as long as each leaves fewer faults behind than there were."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return []
    found: list[Fixed] = []
    tried: set[tuple[int, str]] = set()
    for _ in range(MOST_ROUNDS):
        problems = find(text)
        change = next((one for problem in problems if (one := _change(text, problem)) and one not in tried), None)
        if change is None:
            break
        tried.add(change)
        better = _with(text, *change)
        if _better(problems, find(better)):
            before = text.split("\n")[change[0] - 1].rstrip("\r")
            found.append(Fixed(path, change[0], before, change[1]))
            text = better
            path.write_bytes(text.encode())
    return found


def _better(before: list[Problem], after: list[Problem]) -> bool:
    """Fewer faults; or, where YAML stops at the first, the next one further down."""
    if len(after) < len(before):
        return True
    return len(before) == len(after) == 1 and after[0].line > before[0].line


def _with(text: str, line: int, words: str) -> str:
    rows = text.split("\n")
    rows[line - 1] = words + ("\r" if rows[line - 1].endswith("\r") else "")
    return "\n".join(rows)


def _syntax(text: str) -> list[Problem]:
    faults = Faults()
    read_tree(text.encode(), "", faults)
    return [problem for problem in faults.found if problem.severity == "error"]


def _misread(folder: Path) -> list[Problem]:
    """Words that were cut by a #, or that other readers take for something else."""
    return [problem for problem in read_draft(folder, "").faults.found
            if (problem.code == "Y004" and problem.severity == "error")
            or (problem.code == "Y005" and problem.severity == "warning")]


def _of_file(folder: Path, path: Path, text: str) -> list[Problem]:
    """The misread words of one file, were its text this one."""
    kept = path.read_bytes()
    try:
        path.write_bytes(text.encode())
        return [problem for problem in _misread(folder) if folder / problem.file.lstrip("/") == path]
    finally:
        path.write_bytes(kept)


def _change(text: str, problem: Problem) -> tuple[int, str] | None:
    """The line that would mend a problem, with its number; None if quotes are no help."""
    rows = text.split("\n")
    if not 0 < problem.line <= len(rows):
        return None
    for number in (problem.line, problem.line - 1) if problem.code == "Y001" else (problem.line,):
        row = rows[number - 1].rstrip("\r")
        better = _trap_quoted(row, problem) if problem.code == "Y005" else mended(row)
        if better is not None and better != row:
            return number, better
    return None


def _trap_quoted(row: str, problem: Problem) -> str | None:
    start = problem.column - 1
    word = problem.suggestion.strip('"')
    if quoted(word) != problem.suggestion or not row[start:].startswith(word):
        return None
    return row[:start] + problem.suggestion + row[start + len(word):]
