"""One slip of a writer is one problem: what only follows from it is not told too, and errors come before warnings."""

import shutil
from pathlib import Path

from game.content.check import check_all
from game.content.sources import data_root
from tests.content.stories import GOOD, checked, story_with

WORLD = (GOOD / "world.yaml").read_text("utf-8")
CROSSING = (GOOD / "crossing.yaml").read_text("utf-8")


def told(folder: Path) -> list[str]:
    return [f"{one.file}:{one.line} {one.code}" for one in checked(folder) if "have no words" not in one.message]


def test_a_world_that_cannot_be_read_is_all_that_is_told(tmp_path: Path):
    text = WORLD.replace("  won:", "\twon:")
    line = text[:text.index("\twon:")].count("\n") + 1
    assert told(story_with(tmp_path, {"world.yaml": text})) == [f"story/world.yaml:{line} Y002"]
    assert told(story_with(tmp_path, {"world.yaml": "- jo\n- sora\n"})) == ["story/world.yaml:1 T001"]
    assert told(story_with(tmp_path, {"world.yaml": ""})) == ["story/world.yaml:1 Y008"]


def test_another_file_that_cannot_be_read_is_told_beside_the_world(tmp_path: Path):
    folder = story_with(tmp_path, {"world.yaml": "", "crossing.yaml": "nodes:\n  start:\n\t- end: across\n"})
    assert told(folder) == ["story/crossing.yaml:3 Y002", "story/world.yaml:1 Y008"]


def test_a_fact_with_a_name_that_means_something_is_told_once(tmp_path: Path):
    world = WORLD.replace("  met: {type: flag}", "  seen: {type: flag}")
    story = "nodes:\n  start:\n    - set: seen\n    - if: seen\n      then:\n        - end: across\n    - end: across\n"
    line = world[:world.index("  seen:")].count("\n") + 1
    folder = story_with(tmp_path, {"world.yaml": world, "crossing.yaml": story})
    assert told(folder) == [f"story/world.yaml:{line} V006"]


def test_what_follows_from_a_wrong_name_is_not_told(tmp_path: Path):
    ending = "nodes:\n  start:\n    - end: acros\n"
    assert told(story_with(tmp_path, {"crossing.yaml": ending}))[0] == "story/crossing.yaml:3 N004"
    assert not any("R003" in one for one in told(tmp_path))
    no_way = "nodes:\n  start:\n    - visit: bank\n      from: reeds\n      ways:\n        walk far_bank: on\n" \
             "        caught: start\n        ice gives way: start\n  on:\n    - end: across\n"
    assert [one for one in told(story_with(tmp_path, {"crossing.yaml": no_way})) if "W003" not in one] \
        == ["story/crossing.yaml:6 N006"]


def test_a_node_that_runs_off_is_told_once(tmp_path: Path):
    text = "nodes:\n  start:\n    - narrator @a.1: Hello.\n  far:\n    - end: across\n"
    assert "R006" not in " ".join(told(story_with(tmp_path, {"crossing.yaml": text})))
    assert "story/crossing.yaml:3 R002" in told(tmp_path)


def test_a_fact_whose_name_was_slipped_elsewhere_is_not_called_unused(tmp_path: Path):
    text = CROSSING.replace("{met: true}", "{mett: true}")
    assert text != CROSSING
    assert {one.partition(" ")[2] for one in told(story_with(tmp_path, {"crossing.yaml": text}))} == {"V001"}


def test_errors_come_before_warnings(tmp_path: Path):
    text = "nodes:\n  start:\n    - narrator: No id yet.\n    - go: nowhere\n"
    kinds = [one.severity for one in checked(story_with(tmp_path, {"crossing.yaml": text}))]
    assert kinds == sorted(kinds) and set(kinds) == {"error", "warning"}


def test_missing_ids_are_one_warning_a_file(tmp_path: Path):
    text = "nodes:\n  start:\n    - narrator: One.\n    - narrator: Two.\n    - narrator: Three.\n    - end: across\n"
    found = [one for one in checked(story_with(tmp_path, {"crossing.yaml": text})) if one.code == "X008"]
    assert [(one.line, "2 more" in one.message) for one in found] == [(3, True)]


# A story of somebody's own, with the game's pictures ------------------------------------------------------
def picture(name: str) -> str:
    return f"nodes:\n  start:\n    - picture:\n        show: {name}\n        alt: A wall.\n    - end: across\n"


def test_a_story_of_ones_own_has_the_games_pictures(tmp_path: Path):
    def errors(name: str) -> list[str]:
        story_with(tmp_path / "story", {"crossing.yaml": picture(name)})
        return [one.suggestion for one in check_all(tmp_path) if one.code == "X005"]

    assert errors("two_faces") == []
    assert errors("two_facess") == ["did you mean 'two_faces'?"]


def test_what_a_fact_shows_is_a_thing_or_an_icon(tmp_path: Path):
    codex = (GOOD / "codex.yaml").read_text("utf-8")

    def said(name: str) -> list[tuple[str, str]]:
        shown = codex.replace("    sources:", f"    shows: {name}\n    sources:", 1)
        story_with(tmp_path / "story", {"codex.yaml": shown})
        return [(one.severity, one.suggestion) for one in check_all(tmp_path) if one.code == "X005"]

    assert said("permit") == said("boat_frozen") == []
    assert said("permitt") == [("warning", "did you mean 'permit'?")]


def test_ground_that_nobody_paints_is_no_fault(tmp_path: Path):
    shutil.copytree(data_root() / "docs" / "tutorial", tmp_path / "tutorial")
    assert [str(one) for one in check_all(tmp_path / "tutorial")] == []


def test_what_she_carries_has_a_name(tmp_path: Path):
    words = (GOOD / "strings" / "en.yaml").read_text("utf-8")
    story_with(tmp_path / "story", {})
    assert [one for one in check_all(tmp_path) if one.code == "X009"] == []
    story_with(tmp_path / "story", {"strings/en.yaml": words.replace("  won.many: '{n} won notes'\n", "")})
    (found,) = [one for one in check_all(tmp_path) if one.code == "X009"]
    assert "'won' has no name" in found.message
    story_with(tmp_path / "story", {"strings/en.yaml": "item: [\n"})
    assert [one.code for one in check_all(tmp_path) if one.code == "X009"] == []
