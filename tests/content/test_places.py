"""Saves on a story that was renamed, cut or rebuilt: where they stand then, and what is said."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.content import released
from game.content.check import check_story
from game.content.codec import plain_world
from game.content.reader import read_draft, read_story
from game.content.saves import EARLIER, MOVED, SCENE, SaveFault, decode, encode, open_save
from game.sim.ground import cell_of
from game.sim.world import Lore
from game.story.book import Book, Node
from game.story.steps import Say, Step
from game.story.tale import ENTRIES_CAP, Waiting
from tests.content.stories import GOOD, story_with
from tests.scenario import BACK, Scenario, drawn_book, drawn_room, line, lively, play

ROOM = "#######\n#@R...#\n#.....#\n#######"


def talking() -> Scenario:
    """On the second line of a scene of the room."""
    yard = play(ROOM, {"talk pak": (line("one"), line("two"), line("three"), BACK)})
    yard.press()
    yard.next()
    return yard


def on_book(yard: Scenario, **changes: object) -> Lore:
    book = replace(yard.world.lore.book, **changes)
    return Lore(book, yard.world.lore.rooms, "edited")


def on_nodes(yard: Scenario, nodes: dict[str, tuple[Step, ...] | None], **changes: object) -> Lore:
    held = {**yard.world.lore.book.nodes, **{id: Node(id, steps or ()) for id, steps in nodes.items()}}
    return on_book(yard, nodes={id: node for id, node in held.items() if nodes.get(id, ()) is not None}, **changes)


# The story -----------------------------------------------------------------------------------------------
def test_lines_above_and_below_move_nothing() -> None:
    yard = talking()
    lore = on_nodes(yard, {"road.way0": (line("new"), line("one"), line("newer"), line("two"), line("three"), BACK)})
    loaded = open_save(encode(yard.world), lore)
    assert not loaded.notes and loaded.world.tale.frame.at == 3
    both = Scenario(loaded.world)
    both.next()
    assert both.world.tale.history[-1].text == "three"


def test_a_line_that_is_gone_begins_the_scene_anew_with_the_facts_of_then() -> None:
    yard = talking()
    yard.world.tale.facts["won"] = 1
    loaded = open_save(encode(yard.world), on_nodes(yard, {"road.way0": (line("one"), line("three"), BACK)}))
    assert loaded.notes == (SCENE,)
    assert loaded.world.tale.frame.at == 0 and loaded.world.tale.facts["won"] == 8
    assert loaded.world.stage is not None and loaded.world.stage.her == yard.her


def test_a_scene_that_is_gone_leaves_her_in_the_room() -> None:
    yard = talking()
    yard.world.tale.facts["won"] = 1
    loaded = open_save(encode(yard.world), on_nodes(yard, {"road.way0": None}))
    assert loaded.notes == (SCENE,) and loaded.world.tale.waiting is Waiting.ROOM
    assert loaded.world.tale.facts["won"] == 8 and loaded.world.stage is not None
    Scenario(loaded.world).wait(30)


def test_renames_of_nodes_ids_and_facts() -> None:
    yard = talking()
    book = yard.world.lore.book
    facts = {("purse" if name == "won" else name): replace(fact, name="purse" if name == "won" else name)
             for name, fact in book.facts.items()}
    yard.world.tale.facts["won"] = 3
    start = replace(book.nodes["road.start"].steps[0], ways=tuple(
        replace(one, node="road.talk") for one in book.nodes["road.start"].steps[0].ways))
    lore = on_nodes(yard, {"road.way0": None, "road.talk": (line("one"), line("second"), BACK), "road.start": (start,)},
                    facts=facts, words={"one": "", "second": ""},
                    renames={"node:road.way0": "road.chat", "node:road.chat": "road.talk", "id:two": "second",
                             "fact:won": "purse"})
    loaded = open_save(encode(yard.world), lore)
    assert not loaded.notes
    assert (loaded.world.tale.frame.node, loaded.world.tale.frame.at) == ("road.talk", 1)
    assert loaded.world.tale.facts["purse"] == 3 and loaded.world.tale.visits["road.talk"] == 1
    assert loaded.world.tale.history[-1].text == "second"


def test_a_chapter_that_is_gone_leads_to_an_earlier_scene_or_nowhere() -> None:
    nodes: dict[str, tuple[Step, ...]] = {"first": (Say("a", "pak"), Say("b", "pak"), BACK)}
    yard = play(ROOM, nodes=nodes)
    tale = yard.world.tale
    tale.entries = [replace(tale.entries[0], node="road.first", facts={**tale.facts, "won": 5}), *tale.entries]
    loaded = open_save(encode(yard.world), on_nodes(yard, {"road.start": None}))
    assert loaded.notes == (EARLIER,) and loaded.world.stage is None
    assert loaded.world.tale.frame.node == "road.first" and loaded.world.tale.facts["won"] == 5
    with pytest.raises(SaveFault, match="story has changed"):
        open_save(encode(yard.world), on_nodes(yard, {"road.start": None, "road.first": None}))


def test_the_gate_of_the_chapter_is_kept() -> None:
    yard = lively()
    assert [entry.node for entry in yard.world.tale.entries] == ["road.start"]
    for _ in range(6):
        yard.put(1)
        yard.wait(2)
        while yard.world.tale.waiting is Waiting.WORDS:
            yard.next()
        yard.put_at(2, 2)
        yard.wait(2)
    assert len(yard.world.tale.entries) <= ENTRIES_CAP and yard.world.tale.entries[0].node == "road.start"


def test_a_save_of_the_first_format_still_loads() -> None:
    yard = talking()
    plain = plain_world(yard.world)
    plain["tale"].pop("entries")
    old = json.dumps({"format": 1, "content": "", "note": {}, "world": plain})
    world = decode(old, yard.world.lore)
    assert world.stage == yard.stage and world.tale.frame.at == 1 and world.tale.entries == []


# The map -------------------------------------------------------------------------------------------------
def test_a_wall_where_she_stood() -> None:
    yard = play(ROOM)
    room = drawn_room("#######\n##R#..#\n##.@..#\n#######")
    loaded = open_save(encode(yard.world), Lore(yard.world.lore.book, {"yard": room}, "edited"))
    assert loaded.notes == (MOVED,) and loaded.world.stage is not None
    her = loaded.world.stage.her
    assert room.walls.free(cell_of(her.x, her.y)) and cell_of(her.x, her.y) == (2, 1)
    Scenario(loaded.world).wait(60)


def test_watchers_go_and_come_and_cells_are_counted_anew() -> None:
    yard = play("########\n#@===G.#\n########")
    yard.stage.broken = [8 + 3]
    room = drawn_room("##########\n#@===....#\n#.G....G.#\n##########")
    room = replace(room, watchers=tuple(replace(one, name=f"new{at}") for at, one in enumerate(room.watchers)))
    loaded = open_save(encode(yard.world), Lore(yard.world.lore.book, {"yard": room}, "edited"))
    stage = loaded.world.stage
    assert stage is not None and not loaded.notes
    assert set(stage.guards) == {"new0", "new1"} and stage.broken == [10 + 3]
    Scenario(loaded.world).wait(60)


def test_a_room_that_is_gone_and_one_that_was_renamed() -> None:
    yard = play(ROOM)
    book = drawn_book()
    visit = replace(book.nodes["road.start"].steps[0], room="court")
    renamed = replace(book, nodes={**book.nodes, "road.start": Node("road.start", (visit,))},
                      renames={"room:yard": "court"})
    court = {"court": drawn_room(ROOM, "court")}
    loaded = open_save(encode(yard.world), Lore(renamed, court, "edited"))
    assert not loaded.notes and loaded.world.room.id == "court"
    loaded = open_save(encode(yard.world), Lore(replace(renamed, renames={}), court, "edited"))
    assert loaded.notes == (SCENE,) and loaded.world.room.id == "court"


# renames.yaml and released.json --------------------------------------------------------------------------
def good() -> Book:
    book, _ = read_story(GOOD)
    assert book is not None
    return book


def test_renames_are_read_and_checked(tmp_path: Path) -> None:
    node = next(iter(good().nodes))
    text = f"nodes:\n  crossing.old: {node}\n  {node}: {node}\nids:\nfacts:\n  coins: wno\nrooms:\n  bank_then: bank\n"
    draft = read_draft(story_with(tmp_path, {"renames.yaml": text}))
    assert draft.renames["node:crossing.old"] == node and draft.renames["room:bank_then"] == "bank"
    found = [(problem.line, problem.code) for problem in draft.faults.found if problem.file == "story/renames.yaml"]
    assert sorted(found) == [(3, "X010"), (6, "X010")]


def test_what_was_released_and_is_gone(tmp_path: Path) -> None:
    folder = story_with(tmp_path, {})
    assert released.write(folder, good()) > 5
    draft = read_draft(folder)
    released.check_released(folder, draft)
    assert "X004" not in {problem.code for problem in draft.faults.found}
    held = json.loads((folder / released.FILE).read_text())
    held["nodes"] += ["crossing.gone", "crossing.old"]
    held["facts"].append("hope")
    (folder / released.FILE).write_text(json.dumps(held))
    (folder / "renames.yaml").write_text(f"nodes:\n  crossing.old: {next(iter(good().nodes))}\n")
    draft = check_story(read_draft(folder), None, None)
    released.check_released(folder, draft)
    messages = [problem.message for problem in draft.faults.found if problem.code == "X004"]
    assert len(messages) == 2 and "crossing.gone" in messages[0] and "hope" in messages[1]
    (folder / released.FILE).write_text("[]")
    released.check_released(folder, draft)
    assert "cannot be read" in draft.faults.found[-1].message
