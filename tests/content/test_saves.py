"""Saves: exact at any tick, small, quick, and honest about what cannot be read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import saves
from game.content.codec import digest, plain_world, world_from
from game.content.saves import SCENE, Loaded, SaveFault, decode, encode, load, note_at, open_save, save
from game.sim.step import step
from game.sim.world import PRINTS_CAP, Lore, Print, World
from game.story.book import Node
from game.story.steps import Answer, Card, OnLine, Papers, Phone, Question, Step
from game.story.tale import HISTORY_CAP, Told
from tests.scenario import BACK, Scenario, answered, lively, play
from tests.sim.test_rewind import HOLDS, Holds


@given(HOLDS, HOLDS, st.integers(0, 9))
@settings(max_examples=12, deadline=None)
def test_a_save_is_exact_and_goes_on_equal(before: Holds, after: Holds, seed: int) -> None:
    yard = lively(seed)
    _keep_pressing(yard.world, before)
    loaded = decode(encode(yard.world), yard.world.lore)
    assert loaded == yard.world
    _keep_pressing(yard.world, after)
    _keep_pressing(loaded, after)
    assert loaded == yard.world and digest(loaded) == digest(yard.world)


def _keep_pressing(world: World, holds: Holds) -> None:
    for dx, dy, gait, act, pick, ticks in holds:
        for _ in range(ticks):
            step(world, answered(world, dx, dy, gait, bool(act), pick))


def test_a_save_in_the_middle_of_a_walk_of_the_story() -> None:
    yard = lively()
    yard.put_at(6, 1)
    yard.press()
    yard.next()
    yard.choose("leave")
    yard.wait(5)
    assert yard.stage.running
    loaded = decode(encode(yard.world), yard.world.lore)
    assert loaded.stage is not None and loaded.stage.running == yard.stage.running
    both = Scenario(loaded)
    yard.wait(400)
    both.wait(400)
    assert both.world == yard.world


def fullest() -> World:
    """As much as a world can hold: the caps of prints and history, forty guards."""
    yard = lively()
    stage = yard.stage
    stage.prints = [Print(10_000 + i, 100_000 + i * 37, 200_000 + i * 53, i % 72, 5000 - i) for i in range(PRINTS_CAP)]
    guard = next(iter(stage.guards.values()))
    path = [(i, 40) for i in range(9)]
    stage.guards |= {f"guard_{i}": replace(guard, name=f"guard_{i}", path=list(path)) for i in range(40)}
    yard.world.tale.history = [Told(f"crossing.bank.{i}", "narrator") for i in range(HISTORY_CAP)]
    return yard.world


def test_a_save_is_small() -> None:
    world = fullest()
    text = encode(world)
    assert len(text.encode()) < 30_000, "the fullest world there can be"
    stage = world.stage
    assert stage is not None
    stage.prints, world.tale.history = stage.prints[:100], world.tale.history[:60]
    assert len(encode(world).encode()) < 20_000


# Files ---------------------------------------------------------------------------------------------------
def test_a_file_and_its_note(tmp_path: Path) -> None:
    yard = lively()
    save(tmp_path / "deep" / "one.json", yard.world, {"chapter": "The Tumen"})
    assert note_at(tmp_path / "deep" / "one.json") == {"chapter": "The Tumen"}
    assert load(tmp_path / "deep" / "one.json", yard.world.lore) == Loaded(yard.world)


def test_the_last_good_copy_is_kept(tmp_path: Path) -> None:
    yard, path = lively(), tmp_path / "one.json"
    save(path, yard.world)
    first = decode(encode(yard.world), yard.world.lore)
    yard.wait(10)
    save(path, yard.world)
    path.write_text(path.read_text()[:100])
    assert load(path, yard.world.lore).world == first
    yard.wait(10)
    save(path, yard.world)
    path.unlink()
    assert load(path, yard.world.lore).world == first, "a damaged file does not replace the good copy"


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    yard, path = lively(), tmp_path / "one.json"
    save(path, yard.world)
    was = path.read_text()

    def full_disk(fd: int) -> None:
        raise OSError("no space left")
    monkeypatch.setattr("os.fsync", full_disk)
    yard.wait(10)
    with pytest.raises(OSError):
        save(path, yard.world)
    assert path.read_text() == was


def test_no_save_at_all(tmp_path: Path) -> None:
    with pytest.raises(SaveFault, match="no save"):
        load(tmp_path / "none.json", lively().world.lore)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null", '{"format": 1}', '{"format": true, "world": {}}',
                                  '{"format": 1, "world": {}}', '{"format": 1, "world": []}', "[" * 100_000])
def test_what_is_no_save_says_so(text: str) -> None:
    with pytest.raises(SaveFault):
        decode(text, lively().world.lore)


def test_a_newer_save() -> None:
    with pytest.raises(SaveFault, match="newer"):
        decode('{"format": 99, "world": {}}', lively().world.lore)


def test_an_older_save_is_brought_along(monkeypatch: pytest.MonkeyPatch) -> None:
    yard = lively()
    old = json.loads(encode(yard.world))
    old["world"]["story"] = old["world"].pop("tale")
    old["format"] = 1

    def renamed(data: dict[str, object]) -> dict[str, object]:
        world = dict(data["world"])
        world["tale"] = world.pop("story")
        return {**data, "world": world}
    monkeypatch.setattr(saves, "FORMAT", 2)
    monkeypatch.setitem(saves.MIGRATIONS, 1, renamed)
    assert decode(json.dumps(old), yard.world.lore) == yard.world


JUNK = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(allow_nan=False),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
                    max_leaves=6)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_changed_save_is_read_or_refused_never_worse(data: st.DataObject) -> None:
    yard = lively()
    plain = json.loads(encode(yard.world))
    place = plain
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        inner = place[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            place[key] = data.draw(JUNK)
            break
        place = inner
    try:
        decode(json.dumps(plain), yard.world.lore)
    except SaveFault:
        return


# Other content -------------------------------------------------------------------------------------------
def test_facts_come_and_go_with_the_content() -> None:
    yard = lively()
    yard.world.tale.facts["won"] = 40
    book = yard.world.lore.book
    facts = {name: fact for name, fact in book.facts.items() if name != "met"}
    facts["won"] = replace(facts["won"], most=30)
    facts["hope"] = replace(facts["won"], name="hope", start=3)
    loaded = decode(encode(yard.world), Lore(replace(book, facts=facts), yard.world.lore.rooms, "other"))
    assert "met" not in loaded.tale.facts and loaded.tale.facts["won"] == 30 and loaded.tale.facts["hope"] == 3


def test_a_story_or_a_place_that_is_gone() -> None:
    yard = lively()
    text, lore = encode(yard.world), yard.world.lore
    with pytest.raises(SaveFault, match="story has changed"):
        decode(text, Lore(replace(lore.book, nodes={}), lore.rooms))
    with pytest.raises(SaveFault, match="story has changed"):
        decode(text, Lore(lore.book, {}))


def test_a_talk_that_is_no_longer_the_same() -> None:
    """Other questions than were drawn, or no telephone where she was on the line."""
    over = "road.over"
    three = tuple(Question(f"q{n}", "", (Answer(f"q{n}.a", 0),)) for n in range(3))
    for now, then in ((Papers("jo", "permit", "heat", 3, three, over, over, over), None),
                      (Phone("jo", (Card("c", 1, 60),), over, over, over), OnLine(60))):
        steps: tuple[Step, ...] = (now, OnLine(60), BACK)
        yard = play("#####\n#@R.#\n#####", {"talk pak": steps}, signal=5)
        yard.press()
        text = encode(yard.world)
        assert decode(text, yard.world.lore) == yard.world
        shorter = replace(now, questions=three[:1]) if isinstance(now, Papers) else then
        assert shorter is not None
        nodes = {**yard.world.lore.book.nodes, "road.way0": Node("road.way0", (shorter, *steps[1:]))}
        changed = replace(yard.world.lore, book=replace(yard.world.lore.book, nodes=nodes))
        loaded = open_save(text, changed)
        assert loaded.notes == (SCENE,), "the talk begins anew"
        assert loaded.world.tale.frame.at == 0 and loaded.world.stage is not None
        assert loaded.world.stage.her == yard.her


def test_the_digest_leaves_out_only_the_count_of_rewinds() -> None:
    yard = lively()
    same = world_from(plain_world(yard.world), yard.world.lore)
    same.rewinds["yard:1"] = 2
    assert digest(same) == digest(yard.world)
    same.tale.facts["won"] = 7
    assert digest(same) != digest(yard.world)


def test_a_watcher_who_is_called_otherwise_than_he_stands_there_is_put_anew() -> None:
    yard = lively()
    data = json.loads(encode(yard.world))
    guards = data["world"]["stage"]["guards"]
    row = next(iter(guards["rows"].values()))
    row[guards["of"].index("name")] = "nobody"
    loaded = decode(json.dumps(data), yard.world.lore)
    assert loaded.stage is not None
    assert all(guard.name == name for name, guard in loaded.stage.guards.items())
    for _ in range(30):
        step(loaded, answered(loaded, 1, 0, 1, False, 0))
