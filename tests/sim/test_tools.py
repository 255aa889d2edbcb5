"""What she carries: thrown, blown, worn, held in front of her; and what lies there to be taken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import tools
from game.sim.events import Event, Refused, Sounded, Threw, Took
from game.sim.grid import UNITS, Cell
from game.sim.ground import middle
from game.sim.intents import Tool
from game.sim.room import Thing, ThingKind
from game.sim.world import Noise
from game.story.facts import Fact, FactType
from game.story.moments import FactChanged
from game.story.steps import Visit
from tests.scenario import FACTS, Scenario, play

BAG = (*FACTS, Fact("pebbles", FactType.INT, 3, 0, 5, item=True), Fact("bread", FactType.INT, 1, 0, 2, item=True),
       *(Fact(name, FactType.FLAG, True, item=True) for name in ("whistle", "branch", "cloth", "shoes", "pole")))


def packed(drawing: str, **room: Any) -> Scenario:
    """A room in which she has everything."""
    return play(drawing, facts=BAG, **room)


def of(yard: Scenario, name: str) -> tools.Carried:
    return next(tool for tool in tools.carried(yard.world) if tool.name == name)


def test_what_the_story_does_not_know_she_does_not_have() -> None:
    yard = play("@....")
    assert tools.carried(yard.world) == () and tools.reach(yard.world, "pebble") == ()
    assert yard.do(Tool("pebble", 2, 0)) == [Refused("refused.tool")]
    assert yard.do(Tool("sling")) == [Refused("refused.tool")]
    assert [tool.name for tool in tools.carried(packed("@....").world)] == list(tools.TOOLS)


def test_a_pebble_falls_where_it_was_thrown_and_is_heard_and_draws() -> None:
    yard = packed("@.........")
    x, y = middle((6, 0))
    assert yard.do(Tool("pebble", 6, 0)) == [Threw("pebble", x, y), Sounded("throw", yard.her.x, yard.her.y, 0, "she"),
                                             FactChanged("pebbles", 3, 2)]
    assert yard.world.tick == 0, "throwing takes no tick of its own"
    yard.wait(29)
    assert not yard.stage.lures and [thrown.ticks_left for thrown in yard.stage.thrown] == [1]
    assert Sounded("pebble", x, y, 6 * UNITS) in yard.wait(1)
    assert [(lure.number, lure.what, lure.x, lure.y) for lure in yard.stage.lures] == [(1, "pebble", x, y)]
    assert Noise(x, y, 6 * UNITS, 30, "pebble") in yard.stage.noises and not yard.stage.thrown
    yard.wait(70)
    assert not yard.stage.lures
    assert of(yard, "pebble").count == 2


def test_the_last_one_is_gone() -> None:
    yard = packed("@....")
    assert FactChanged("bread", 1, 0) in yard.do(Tool("bread", 3, 0))
    assert yard.do(Tool("bread", 3, 0)) == [Refused("refused.tool")]
    yard.wait(31)
    assert [lure.what for lure in yard.stage.lures] == ["bread"]
    assert [event.radius for event in yard.happened(Sounded) if event.name == "bread"] == [0], "bread falls softly"


def test_somebody_near_hears_it() -> None:
    yard = packed("@" + "." * 12 + "G", night=True)
    yard.do(Tool("pebble", 8, 0))
    yard.wait(40)
    assert yard.guard.suspicion >= 30_000


def test_eight_cells_over_fences_but_not_through_walls() -> None:
    yard = packed("@..#......")
    assert yard.do(Tool("pebble", 5, 0)) == [Refused("refused.behind")]
    assert yard.do(Tool("pebble", 3, 0)) == [Refused("refused.behind")], "a wall is no place to fall"
    open_yard = packed("@.........")
    assert open_yard.do(Tool("pebble", 9, 0)) == [Refused("refused.too_far")]
    assert tools.reach(open_yard.world, "pebble") == tuple(Cell(x, 0) for x in range(1, 9))
    assert tools.reach(open_yard.world, "branch") == ()
    fenced = packed("@..#......")
    room = fenced.world.room
    fenced.world.lore.rooms["yard"] = replace(room, opaque=replace(room.opaque, blocked=bytes(10)))
    assert Cell(5, 0) in tools.reach(fenced.world, "pebble")


@given(st.integers(0, 16), st.integers(0, 8))
@settings(max_examples=60, deadline=None)
def test_what_is_shown_as_in_reach_can_be_thrown_to_and_nothing_else(x: int, y: int) -> None:
    yard = packed("""
        .................
        ..##.....#.......
        .......@.#.......
        .........D...#...
        ...#...........##
        .....##..........
        .................
        ....#........#...
        .................
    """)
    shown = Cell(x, y) in tools.reach(yard.world, "pebble")
    assert isinstance(yard.do(Tool("pebble", x, y))[0], Threw) == shown


def test_a_whistle_is_heard_ten_cells_round_her() -> None:
    yard = packed("@" + "." * 10)
    yard.do(Tool("whistle"))
    assert of(yard, "whistle").refusal == "refused.whistled"
    assert yard.do(Tool("whistle")) == [Refused("refused.whistled")]
    heard = [event for event in yard.wait(1) if isinstance(event, Sounded)]
    assert [(sound.name, sound.radius) for sound in heard] == [("kite_whistle", 10 * UNITS)]
    assert [(lure.x, lure.y) for lure in yard.stage.lures] == [(yard.her.x, yard.her.y)]
    yard.wait(61)
    assert of(yard, "whistle").refusal == ""


def test_a_tool_is_refused_in_hiding_and_in_the_water() -> None:
    yard = packed("@H...")
    yard.press()
    assert yard.do(Tool("pebble", 2, 0)) == [Refused("refused.hidden")]
    assert {tool.refusal for tool in tools.carried(yard.world)} == {"refused.hidden"}
    river = packed("@....")
    river.her.in_water = True
    assert river.do(Tool("cloth")) == [Refused("refused.water")]


def test_what_is_worn_goes_on_and_off() -> None:
    yard = packed("@....")
    for name in ("branch", "cloth", "shoes"):
        assert yard.do(Tool(name)) == [Sounded(name, yard.her.x, yard.her.y, 0, "she")]
        assert of(yard, name).on
        yard.do(Tool(name))
        assert not of(yard, name).on


RIVER = """
    .======
    .@=-===
    .==o===
"""


def test_the_pole_tells_of_the_ice_ahead_in_eight_seconds() -> None:
    river = packed(RIVER)
    river.her.facing = 0
    river.do(Tool("pole"))
    river.wait(479)
    assert river.stage.tested == [] and of(river, "pole").on
    river.wait(1)
    assert sorted(river.stage.tested) == [2, 3, 4, 9, 10, 11, 16, 17, 18]
    assert not of(river, "pole").on
    assert len([sound for sound in river.happened(Sounded) if sound.name == "knock"]) == 4


def test_a_step_breaks_the_test_off() -> None:
    river = packed(RIVER)
    river.her.facing = 0
    river.do(Tool("pole"))
    river.wait(300)
    river.walk("west", 1)
    river.wait(400)
    assert river.stage.tested == [] and not of(river, "pole").on


def test_no_ice_no_test() -> None:
    river = packed(RIVER)
    river.her.facing = 36
    assert river.do(Tool("pole")) == [Refused("refused.no_ice")]


def stones(keeps: str = "") -> tuple[Thing, ...]:
    return (Thing("start", ThingKind.ENTRY, Cell(0, 0)),
            Thing("stones", ThingKind.TAKE, Cell(1, 0), gives="pebbles", count=4, keeps=keeps))


def test_stones_are_taken_once_and_the_bag_is_full_at_five() -> None:
    yard = packed("@....", things=stones())
    told: list[Event] = yard.press()
    assert Took("stones") in told and FactChanged("pebbles", 3, 5) in told
    assert yard.stage.taken == ["stones"]
    assert Took("stones") not in yard.press()
    full = packed("@....", things=stones())
    full.world.tale.facts["pebbles"] = 5
    assert Refused("refused.full") in full.press() and not full.stage.taken


def test_what_keeps_a_fact_is_gone_for_good() -> None:
    yard = play("@....1", {"reach one": "again"}, facts=BAG, things=stones("met"),
                nodes={"again": (Visit("yard", "start", ()),)})
    yard.press()
    assert yard.world.tale.facts["met"] is True
    told = yard.walk("east", 120)
    assert yard.stage.visit == 2 and yard.stage.taken == ["stones"]
    assert FactChanged("branch", True, False) in told, "a branch is left where it was dragged"
    assert [tool.name for tool in tools.carried(yard.world)] == [name for name in tools.TOOLS if name != "branch"]
