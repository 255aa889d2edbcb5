import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.sources import data_root, load
from game.sim import company, throwing, tools
from game.sim.events import MaskComes, Ordered, Sounded
from game.sim.grid import Cell
from game.sim.intents import Order, Tool
from game.sim.journey import new_world
from game.sim.room import Mask, Post, Resident
from game.sim.world import Her, Lore
from game.story.book import Book
from game.story.moments import FactChanged
from game.story.steps import Visit
from game.words.captions import caption, direction, distance, heard_of
from game.words.describe import act_label, clock, describe
from game.words.slots import Words, fill, has_odd_star, plain, spans
from tests.scenario import play
from tests.sim.test_tools import BAG

TILE = 4096


@pytest.fixture(scope="module")
def content():
    return load()


@pytest.fixture(scope="module")
def words(content):
    return Words(content.book)


def test_slots_are_filled_and_unknown_ones_stay():
    assert fill("{n} notes for {who}", {"n": "3"}) == "3 notes for {who}"


@pytest.mark.parametrize(("name", "wanted"), [("박", "박이 온다"), ("조", "조가 온다"), ("Jo", "Jo가 온다"),
                                              ("7", "7이 온다"), ("!", "!(이/가) 온다")])
def test_korean_particles_follow_the_last_sound(name, wanted):
    assert fill("{who}(이/가) 온다", {"who": name}) == wanted


@pytest.mark.parametrize(("dx", "dy", "way"), [(1, 0, "e"), (0, 1, "s"), (-9, 1, "w"), (0, -3, "n"), (5, 5, "se"),
                                               (-4, -5, "nw"), (0, 0, "")])
def test_directions(dx, dy, way):
    assert direction(dx, dy) == way


@given(st.integers(-50, 50), st.integers(-50, 50))
def test_a_direction_turns_round_with_its_vector(dx, dy):
    turned = {"n": "s", "s": "n", "e": "w", "w": "e"}
    assert direction(-dx, -dy) == "".join(turned[c] for c in direction(dx, dy))


def test_a_caption_says_what_where_and_how_far(words):
    her = Her(20 * TILE, 20 * TILE)
    told = caption(words, Sounded("whistle", 12 * TILE, 20 * TILE, TILE, "a1"), her)
    assert "whistle" in told.lower() and "←" in told and "some way" in told
    assert "→" in caption(words, Sounded("whistle", 40 * TILE, 20 * TILE), her)
    assert "far" in caption(words, Sounded("whistle", 40 * TILE, 20 * TILE), her)
    assert caption(words, Sounded("step_snow", 20 * TILE, 20 * TILE, TILE, "she"), her) == ""
    assert distance(TILE, 0) == "close"


def test_every_sound_of_the_rules_has_a_caption(words):
    source = "".join(p.read_text("utf-8") for p in (data_root() / "game" / "sim").glob("*.py"))
    names = set(re.findall(r'Sounded\("(\w+)"', source)) | set(re.findall(r'"(step_\w+)"', source))
    assert len(names) > 10
    assert [name for name in names if not words.has(f"sound.{name}")] == []


def test_what_covers_a_step_and_what_company_is_asked_have_captions(words):
    for word in company.ORDERS:
        assert words.has(f"order.{word}") and "caption." not in heard_of(words, Ordered(word))
    assert "train" in heard_of(words, MaskComes("train")) and "loud" in heard_of(words, MaskComes("geese"))
    assert all(heard_of(words, FactChanged("hands", n - 1, n)) == words.say(f"tell.hands.{n}") for n in (1, 2, 3))
    assert heard_of(words, FactChanged("hands", 2, 1)) == "" == heard_of(words, FactChanged("won", 1, 2))
    for name in throwing.HEARD:
        assert words.has(f"sound.{throwing.SOUNDS[name]}") and words.has(f"tool.{name}")
    for kind in tools.TOOLS.values():
        assert words.has(f"item.{kind.fact}.one") and words.has(f"item.{kind.fact}.many")


def test_tools_and_company_are_told(words):
    yard = play("@..H....", residents=(Resident("mingi", (Post(Cell(1, 0)),), "mingi", "mingi", True),), facts=BAG,
                masks=(Mask("wind", 900, 300),))
    yard.do(Tool("branch"), Order("wait"))
    yard.stage.next_masks = [1]
    yard.wait(1)
    told = describe(yard.world, words)
    assert any("3 pebbles" in line and "long pole" in line for line in told)
    assert words.say("tell.worn.branch") in told and words.say("tell.masked") in told
    assert any("waiting" in line for line in told)
    yard.do(Order("carry"))
    assert any(line.startswith("You carry") for line in describe(yard.world, words))
    assert not any("tell." in line or "{" in line for line in describe(yard.world, words))


def test_every_interface_text_asked_for_is_written(words):
    """Every literal id in the code that draws or describes has words."""
    folder = data_root() / "game"
    asked: dict[str, Path] = {}
    for path in [*(folder / "ui").glob("*.py"), *(folder / "words").glob("*.py")]:
        for id in re.findall(r'say\("([a-z_0-9.]+)"', path.read_text("utf-8")):
            asked[id] = path
    for path in (folder / "sim").glob("*.py"):
        for id in re.findall(r'"(refused\.\w+)"', path.read_text("utf-8")):
            asked[id] = path
    assert len(asked) > 40
    assert {id: path.name for id, path in asked.items() if not words.has(id)} == {}


def test_every_closed_list_has_its_words(words):
    from game.sim.room import GROUNDS
    from game.sim.world import Level, Mind
    from game.ui.settings_page import GROUPS

    wanted = [f"mind.{mind}" for mind in Mind] + [f"level.{level}" for level in Level]
    wanted += [f"settings.{name}" for group in GROUPS.values() for name in group]
    wanted += [f"alarm.{n}" for n in (1, 2, 3)] + [f"warmth.{n}" for n in range(4)]
    wanted += [f"far.{d}" for d in ("close", "some_way", "far")]
    assert len(GROUNDS) == 20
    assert [id for id in wanted if not words.has(id)] == []


def test_everything_carried_can_be_counted(content, words):
    for fact in content.book.facts.values():
        if fact.item:
            assert words.has(f"item.{fact.name}.one") and words.has(f"item.{fact.name}.many")
    assert words.count("won", 1) == "1 won note" and words.count("won", 3) == "3 won notes"


def test_what_can_be_used_or_hidden_in_has_a_name(content, words):
    lacking = []
    for room in content.rooms.values():
        for thing in room.things:
            if thing.kind in ("use", "hide", "door") and not any(
                    words.has(id) for id in (f"object.{thing.name}", f"object.{thing.name.rstrip('0123456789_')}")):
                lacking.append(f"{room.id}.{thing.name}")
        assert words.has(f"place.{room.id}")
    assert lacking == []


def test_a_moment_can_be_told(content, words):
    lore = Lore(content.book, content.rooms, content.hash)
    start = next(n.id for n in content.book.nodes.values() for s in n.steps
                 if isinstance(s, Visit) and s.room == "tumen")
    world, _ = new_world(lore, 1, start)
    while world.stage is None or world.tale.waiting == "words":
        from game.sim.intents import Next
        from game.sim.step import step

        step(world, Next())
    lines = describe(world, words)
    assert clock(world.tale.clock) in lines[0] and len(lines) >= 2
    assert not any("{" in line or "tell." in line or "mind." in line for line in lines)
    assert act_label(world, words, "talk", "jo") == "Talk to Sergeant Jo"
    assert act_label(world, words, "hide", "straw_3") == "Hide in the straw"


@pytest.mark.parametrize(("value", "wanted"), [
    ("달", "달은 달로"), ("밭", "밭은 밭으로"), ("나", "나는 나로"),
    ("10", "10은 10으로"), ("2", "2는 2로"), ("Kim", "Kim은 Kim으로")])
def test_a_slot_names_its_particle(value, wanted):
    assert fill("{x:은/는} {x:으로/로}", {"x": value}) == wanted


@pytest.mark.parametrize(("words", "wanted"), [
    ("I *never* said so.", [("I ", False), ("never", True), (" said so.", False)]), ("3 * 4", [("3 * 4", False)]),
    ("그는 *둘*을 보았다", [("그는 ", False), ("둘", True), ("을 보았다", False)]),
    ("a *b", [("a *b", False)]), ("", [])])
def test_emphasis_is_cut_into_spans(words, wanted):
    assert spans(words) == wanted
    assert plain(words) == "".join(part for part, _ in wanted)


@pytest.mark.parametrize(("words", "odd"), [("a *b", True), ("2*3*4", True), ("*a* and *b*", False), ("3 * 4", False),
                                            ("**x**", True)])
def test_an_odd_star_is_found(words, odd):
    assert has_odd_star(words) is odd


def test_words_are_said_without_stars():
    book = Book("a.b", {}, {}, {}, {}, {}, {"x": "Count *all* {n}."})
    assert (Words(book).say("x", n=3), Words(book).marked("x", n=3)) == ("Count all 3.", "Count *all* 3.")
