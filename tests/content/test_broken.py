"""Every file of broken/ breaks one rule, its name; its first line says where and what the problem is."""

import re
from pathlib import Path

import pytest

from tests.content.stories import GOOD, HERE, checked, story_with

BROKEN = sorted((HERE / "broken").glob("*.yaml"))
TARGETS = {"World": "world.yaml", "Codex": "codex.yaml", "Strings": "strings/ko.yaml"}
# Faults every small story has, because it does not use all of the good story's facts and endings.
SMALL = {"V002", "R003"}
UNREAD_LANGUAGE = "have no words in"


def test_the_good_story_has_no_fault():
    assert [str(problem) for problem in checked(GOOD)] == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken(path: Path, tmp_path: Path):
    text = path.read_text("utf-8")
    kind, _, _ = path.stem.rpartition("_")
    place, severity, code = re.fullmatch(r"# (\S+): (error|warning) (\S+)", text.split("\n")[0]).groups()
    problems = checked(story_with(tmp_path, {TARGETS.get(kind, "crossing.yaml"): text}))
    found = [f"{p.file}:{p.line}:{p.column} {p.severity} {p.code}" for p in problems
             if (p.code == code or p.code not in SMALL) and UNREAD_LANGUAGE not in p.message]
    assert found == [f"{place} {severity} {code}"]


def test_names_are_guessed(tmp_path: Path):
    text = "nodes:\n  start:\n    - goo: bank\n    - narrator @a.1: Hello {wno}.\n    - end: acros\n"
    hints = [problem.suggestion for problem in checked(story_with(tmp_path, {"crossing.yaml": text}))]
    assert {"did you mean 'go'?", "did you mean 'won'?", "did you mean 'across'?"} <= set(hints)

