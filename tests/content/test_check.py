"""Checks that need more than one small file: gates, maps with the story, painted ground, big stories."""

from dataclasses import replace
from pathlib import Path

from game.content import profile
from game.content.check import Maps, check_all, check_story
from game.content.graph import Graph
from game.content.reader import read_draft
from game.content.sources import data_root
from game.sim.grid import Cell
from game.sim.room import Mask, Thing, ThingKind
from game.sim.room_art import Ambience, Bed, RoomArt
from tests.content.stories import ASSETS, GOOD, bank_room, checked, story_with


def many_facts(count: int) -> dict[str, str]:
    """Two chapters; `count` flags are set in the first and asked for in the second."""
    world = (GOOD / "world.yaml").read_text("utf-8")
    flags = "".join(f"  f{n}: {{type: flag}}\n" for n in range(count))
    first = "nodes:\n  start:\n" + "".join(f"    - set: f{n}\n" for n in range(count)) + "    - go: second.on\n"
    second = "nodes:\n  on:\n" + "".join(f"    - if: f{n}\n      then:\n        - narrator @on.{n}: Words {n}.\n"
                                         for n in range(count)) + "    - end: across\n"
    return {"world.yaml": world.replace("facts:\n", "facts:\n" + flags), "crossing.yaml": first, "second.yaml": second}


def test_at_most_twelve_facts_live_across_a_gate(tmp_path: Path):
    twelve, thirteen = (story_with(tmp_path / str(n), many_facts(n)) for n in (12, 13))
    assert "V007" not in [problem.code for problem in checked(twelve)]
    fault = next(problem for problem in checked(thirteen) if problem.code == "V007")
    assert (fault.file, fault.line, fault.column) == ("story/crossing.yaml", 16, 11)


def test_a_fact_set_anew_after_the_gate_does_not_live_across_it(tmp_path: Path):
    files = many_facts(2)
    files["second.yaml"] = files["second.yaml"].replace("  on:\n", "  on:\n    - set: {f0: true}\n")
    draft = read_draft(story_with(tmp_path, files))
    assert [gate.live for gate in profile.gates(draft, Graph.of(draft))] == [("f1",)]


def test_memory_facts_do_not_count(tmp_path: Path):
    files = many_facts(13)
    files["world.yaml"] = files["world.yaml"].replace("f0: {type: flag}", "f0: {type: flag, memory: true}")
    assert "V007" not in [problem.code for problem in checked(story_with(tmp_path, files))]


def test_what_a_door_keeps_must_be_declared():
    room = bank_room()
    torn = replace(room, things=(*room.things, Thing("hatch", ThingKind.DOOR, Cell(1, 1), keeps="hatch_opne")))
    draft = check_story(read_draft(GOOD), Maps(["bank"], {"bank": torn}), ASSETS)
    assert [(p.file, p.code) for p in draft.faults.found] == [("maps/bank.tmx", "V001")]


def test_a_freezing_room_needs_an_answer_to_cold(tmp_path: Path):
    world = (GOOD / "world.yaml").read_text("utf-8").replace("facts:\n", "facts:\n  warmth: {type: int, max: 100}\n")
    draft = read_draft(story_with(tmp_path, {"world.yaml": world}))
    check_story(draft, Maps(["bank"], {"bank": replace(bank_room(), freezing=True)}), ASSETS)
    assert [problem.code for problem in draft.faults.found] == ["W003"]


def test_the_shipped_story_has_no_error():
    assert [str(problem) for problem in check_all(data_root()) if problem.severity == "error"] == []


def test_a_long_story_is_checked_to_its_end(tmp_path: Path):
    """3,000 silent steps in a row, and 300 nodes that call one another in a chain: 2 to the 300 ways through."""
    row = "".join("    - set: {won: +1}\n" for _ in range(3000))
    chain = "".join(f"  n{n}:\n    - call: n{n + 1}\n    - call: n{n + 1}\n    - back\n" for n in range(300))
    text = f"nodes:\n  start:\n{row}    - call: n0\n    - end: across\n{chain}  n300:\n    - back\n"
    found = checked(story_with(tmp_path, {"crossing.yaml": text}))
    assert {problem.code for problem in found} <= {"V002"}


def test_a_sound_of_a_place_must_be_among_the_assets():
    place = Ambience(0, 0, 4, 4, (Bed("knok", 40), Bed("knock", 40)))
    art = RoomArt("bank", "river", {}, (), (), {}, ambience=(place,))
    draft = check_story(read_draft(GOOD), Maps(["bank"], {"bank": bank_room()}, {"bank": art}), ASSETS)
    faults = [problem for problem in draft.faults.found if problem.code == "X005"]
    assert [(f.file, f.message) for f in faults] == [("maps/bank.tmx", "there is no sound 'knok' among the assets")]
    assert "'knock'" in faults[0].suggestion


def test_a_sound_that_covers_hers_must_be_among_the_assets():
    room = replace(bank_room(), masks=(Mask("knock", 600, 60), Mask("trian", 600, 60)))
    draft = check_story(read_draft(GOOD), Maps(["bank"], {"bank": room}), ASSETS)
    faults = [problem.message for problem in draft.faults.found if problem.code == "X005"]
    assert faults == ["there is no sound 'trian' among the assets"]
