"""`check` for programs and for writers at work: SARIF, and checking again whenever a file is saved."""

import json
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from game.commands import _sarif
from game.content.problems import Problem
from tests.commands.calls import call

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "problems.md"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """The tutorial with a slip in line 9, in a folder whose name must be quoted."""
    root = tmp_path / "my story"
    shutil.copytree(ROOT / "docs" / "tutorial", root)
    edit(root, "go: yard", "go: yrad")
    return root


def edit(root: Path, old: str, new: str) -> None:
    path = root / "story" / "brush.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


# SARIF ---------------------------------------------------------------------------------------------------
def test_sarif_says_what_is_wrong_where(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(story.parent)
    said = call("check", str(story), "--sarif")
    assert said.code == 1
    log = said.json
    assert (log["version"], log["$schema"].rpartition("/")[2]) == ("2.1.0", "sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning") and result["message"]["text"]
    result = next(one for one in run["results"] if one["ruleId"] == "N001")
    assert result["message"]["text"] == "there is no node 'yrad' (did you mean 'yard'?)"
    assert result["locations"] == [{"physicalLocation": {
        "artifactLocation": {"uri": "my%20story/story/brush.yaml"}, "region": {"startLine": 9, "startColumn": 17}}}]


def test_a_file_elsewhere_has_its_whole_address(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = next(one for one in call("check", str(story), "--sarif").json["runs"][0]["results"]
                  if one["ruleId"] == "N001")
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == (story / "story" / "brush.yaml").as_uri().replace("%20", " ")


def test_every_rule_of_the_page_has_its_help(tmp_path: Path) -> None:
    whole_file = Problem("story/world.yaml", 0, 0, "warning", "Z999", "made up")
    run = _sarif.sarif([whole_file], tmp_path, PAGE)["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert "did you mean 'river'" in rules["N001"]["help"]["text"]
    assert rules["X004"]["shortDescription"]["text"].startswith("an id of the last release")
    assert set(rules) > {line[2:6] for line in PAGE.read_text("utf-8").splitlines() if line[:2] == "| " and
                         line[3:6].isdecimal()}
    assert rules["Z999"] == {"id": "Z999"}
    assert "region" not in run["results"][0]["locations"][0]["physicalLocation"], "it is about the whole file"
    assert _sarif.sarif([], tmp_path, tmp_path / "none.md")["runs"][0]["tool"]["driver"]["rules"] == []


def test_one_form_at_a_time(story: Path) -> None:
    assert call("check", str(story), "--json", "--sarif").code == 2
    assert json.loads(call("check", str(story), "--sarif", "--tests").out), "nothing else is printed"


# Names of files -----------------------------------------------------------------------------------------
def test_a_fault_is_named_by_a_file_that_can_be_opened_from_here(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(story.parent)
    for typed in ("my story", "my story/story", str(story)):
        printed = call("check", typed).out
        name, _, _ = printed.partition(":")
        assert (typed.removesuffix("/story") + "/story/brush.yaml", True) == (name, Path(name).is_file())
        assert {fault["file"] for fault in call("check", typed, "--json").json} >= {name}
    monkeypatch.chdir(story)
    assert call("check", ".").out.startswith("story/brush.yaml:9:17: error N001")
    (story / "maps" / "yard.tmx").write_text("<map>", "utf-8")
    monkeypatch.chdir(story.parent)
    assert call("check", "--map", "my story/maps/yard.tmx").out.startswith("my story/maps/yard.tmx:")


# Watching ------------------------------------------------------------------------------------------------
def test_a_saved_file_is_checked_again(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    naps = []

    def nap(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 2:
            edit(story, "go: yrad", "go: yard")
        if len(naps) == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", nap)
    said = call("check", str(story), "--watch")
    first, again = said.out.split("-- read again --")
    assert said.code == 0 and "there is no node 'yrad'" in first and "yrad" not in again
    assert "1 error" in first and "no faults found" in again
