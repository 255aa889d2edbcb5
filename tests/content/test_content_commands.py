"""The commands for writers: exit codes, pure JSON, no traceback."""

import json
from pathlib import Path

import pytest

from game.__main__ import main
from tests.content.stories import story_with


@pytest.fixture
def root(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    story_with(tmp_path / "pack" / "story", {})
    return tmp_path / "pack"


def break_it(root: Path) -> None:
    text = "nodes:\n  start:\n    - go: rivr\n  river:\n    - end: across\n"
    (root / "story" / "crossing.yaml").write_text(text, "utf-8")


def test_check_says_place_code_and_suggestion(root, capsys):
    assert main(["check", str(root)]) == 0
    assert capsys.readouterr().out == "no faults found\n"
    break_it(root)
    assert main(["check", str(root / "story")]) == 1
    out = capsys.readouterr().out
    assert "story/crossing.yaml:3:11: error N001: there is no node 'rivr'\n    suggestion: did you mean 'river'?" in out
    assert out.endswith("1 error, 0 warnings\n")


def test_check_prints_pure_json(root, capsys):
    break_it(root)
    assert main(["check", str(root), "--json"]) == 1
    first = json.loads(capsys.readouterr().out)[0]
    assert set(first) == {"file", "line", "column", "severity", "code", "message", "suggestion"}


def test_wrong_places_are_wrong_use(root, tmp_path, capsys):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    assert main(["check", str(empty)]) == 1
    assert main(["check", __file__]) == main(["check", "--map", str(empty)]) == 2
    assert main(["stamp", str(empty)]) == 2
    assert main(["fix", str(tmp_path / "nowhere")]) == 2
    assert main(["explain", "nothing", str(root)]) == 2
    assert main(["explain", "pay_jo", str(root), "--set", "won=99"]) == 2
    assert main(["explain", "pay_jo", str(root), "--set", "nothing"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_profile_lists_gates(root, capsys):
    (root / "story" / "far.yaml").write_text("nodes:\n  shore:\n    - if: met\n      then:\n        - end: across\n"
                                             "    - end: across\n", "utf-8")
    text = (root / "story" / "crossing.yaml").read_text("utf-8").replace("- end: across", "- go: far.shore")
    (root / "story" / "crossing.yaml").write_text(text, "utf-8")
    assert main(["check", str(root), "--profile"]) == 0
    assert "crossing.far -> far.shore: 1 of 12 (met)\n" in capsys.readouterr().out


def test_stamp_and_fix(root, capsys):
    path = root / "story" / "crossing.yaml"
    path.write_text("nodes:\n  start:\n    - jo: Wait: who?\n    - end: across\n", "utf-8")
    assert main(["fix", str(root)]) == 0
    assert main(["stamp", str(root)]) == 0
    assert '    - "jo @start.1: Wait: who?"\n' in path.read_text("utf-8")
    capsys.readouterr()
    assert main(["stamp", str(root), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_explain_gives_odds_in_words_and_numbers(root, capsys):
    assert main(["explain", "pay_jo", str(root)]) == 0
    out = capsys.readouterr().out
    assert "the ask is 4.5 won notes; this is worth 6 won notes here" in out
    assert "that it is taken: 83 in 100, very likely" in out
    assert "that she is then sold all the same: 20 in 100, seldom" in out
    assert main(["explain", "crossing.start", str(root), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["kind"] == "chance"


def test_help_has_an_example(capsys):
    for command in ("check", "stamp", "fix", "explain"):
        assert main([command, "--help"]) == 0
        assert f"python -m game {command}" in capsys.readouterr().out
