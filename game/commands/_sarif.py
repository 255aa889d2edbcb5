"""Problems as SARIF 2.1.0, which editors and code hosts show beside the lines they are about.

Rules carry the words of docs/problems.md, the page that is made from one broken example a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from game import __version__
from game.content.problems import Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROW = re.compile(r"\| ([A-Z]\d{3})(?: \(warning\))? \| (.*?) \| (.*?) \| (.*) \|")
_CODE = re.compile(r"\*\*([A-Z]\d{3})\*\*")


def sarif(problems: Iterable[Problem], root: Path, page: Path) -> dict[str, Any]:
    """One run of `check` over the folder (or pack) `root`; `page` is docs/problems.md, which may be missing."""
    found = list(problems)
    said = _said(page)
    codes = sorted({*said, *(problem.code for problem in found)})
    driver = {"name": "winter-road check", "version": __version__, "semanticVersion": __version__,
              "rules": [_rule(code, said.get(code, [])) for code in codes]}
    return {"$schema": SCHEMA, "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints",
                      "results": [_result(problem, codes.index(problem.code), root) for problem in found]}]}


def _rule(code: str, said: list[tuple[str, str]]) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code}
    if said:
        rule["shortDescription"] = {"text": "; ".join(dict.fromkeys(short for short, _ in said))}
        whole = [f"{short}. Such as {more}" if more else short for short, more in said]
        rule["help"] = {"text": "\n".join(map(_plain, whole)), "markdown": "\n".join(f"- {one}" for one in whole)}
    return rule


def _result(problem: Problem, index: int, root: Path) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(root / problem.file)}}
    if problem.line:
        place["region"] = {"startLine": problem.line} | (
            {"startColumn": problem.column} if problem.column else {})
    text = f"{problem.message} ({problem.suggestion})" if problem.suggestion else problem.message
    return {"ruleId": problem.code, "ruleIndex": index, "level": problem.severity, "message": {"text": text},
            "locations": [{"physicalLocation": place}]}


def _uri(path: Path) -> str:
    """As seen from here, as code hosts want it; whole for what lies elsewhere."""
    whole = path.resolve()
    here = Path.cwd().resolve()
    return quote(whole.relative_to(here).as_posix()) if whole.is_relative_to(here) else whole.as_uri()


def _plain(markdown: str) -> str:
    """Without the signs of code, and the advice at the end in brackets."""
    return re.sub(r"\*(.+)\*$", r"(\1)", markdown.replace("`` ", "'").replace(" ``", "'"))


def _said(page: Path) -> dict[str, list[tuple[str, str]]]:
    """What the page says of each code: pairs of a rule in short and an example with its message."""
    try:
        text = page.read_text("utf-8")
    except OSError:
        return {}
    found: dict[str, list[tuple[str, str]]] = {}
    for line in text.partition("\n## Reading")[2].splitlines():
        row = _ROW.fullmatch(line)
        if row:
            example = f"{row[3]}: {row[4]}" if row[3] else row[4]
            found.setdefault(row[1], []).append((row[2], example.replace("\\|", "|")))
    for part in " ".join(text.partition("\n## Others")[2].split()).rstrip(".").split(" · "):
        for code in _CODE.findall(part):
            found.setdefault(code, []).append((part.rpartition("** ")[2].removeprefix("and other "), ""))
    return found
