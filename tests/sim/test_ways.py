"""Ways: causes, order, re-arming, timers, readings."""

import pytest

from game.sim import watching
from game.sim.events import Refused, WayTaken
from game.sim.grid import Cell
from game.sim.ground import middle
from game.sim.intents import Gait, Move
from game.sim.room import Area
from game.sim.things import LAMP_TICKS
from game.sim.ways import possible, readings
from game.sim.world import Mind
from game.story.facts import Change
from game.story.moments import FactChanged
from game.story.steps import Later, Set, Step, Visit, Way
from tests.scenario import BACK, SCENE, Scenario, drawn_room, holds, line, play, way

HOURS = {"clock_start": 130, "clock_end": 280, "ticks_per_minute": 60}


def taken(yard: Scenario) -> list[str]:
    return [event.way for event in yard.happened(WayTaken)]


# Hers ----------------------------------------------------------------------------------------------------
def test_an_area_fires_on_entering_and_again_only_after_leaving() -> None:
    yard = play("@..1...", {"reach one": SCENE})
    yard.walk_until("east", WayTaken)
    yard.expect_at(1)
    yard.next()
    yard.wait(60)
    yard.walk("east", 30)
    yard.walk_until("west", WayTaken)
    assert taken(yard) == ["reach one", "reach one"]


def test_beginning_inside_an_area_is_not_entering_it() -> None:
    yard = play("@...", {"reach gate": SCENE}, areas=(Area("gate", 0, 0, 2, 1),))
    yard.wait(30)
    assert taken(yard) == []
    yard.walk("east", 60)
    yard.walk_until("west", WayTaken)


def test_once_is_once() -> None:
    yard = play("@.1..", (way("reach one", "scene", once=True),), nodes={"scene": SCENE})
    yard.walk_until("east", WayTaken)
    yard.next()
    yard.walk("east", 40)
    yard.walk("west", 60)
    assert taken(yard) == ["reach one"]


def test_talk_use_and_hide() -> None:
    yard = play("@R.H", {"talk pak": SCENE, "use hole": SCENE, "hide hole": SCENE})
    yard.press()
    yard.next()
    yard.walk("east", 30)
    yard.press()
    assert taken(yard) == ["talk pak", "use hole"]
    yard = play("@.H", {"hide hole": SCENE})
    yard.walk("east", 10)
    yard.press()
    assert taken(yard) == ["hide hole"]
    assert yard.her.hidden == "hole"


def test_no_hand_reaches_through_a_wall() -> None:
    yard = play("""
        @#R
        ...
    """, {"talk pak": SCENE})
    yard.press()
    assert taken(yard) == []


def test_a_condition_opens_a_way() -> None:
    yard = play("@.1..", (way("reach one", "scene", condition=holds("met")),), nodes={"scene": SCENE})
    yard.walk("east", 40)
    assert taken(yard) == [] and possible(yard.world) == []
    yard.walk("west", 60)
    yard.world.tale.facts["met"] = True
    assert [p.way.name for p in possible(yard.world)] == ["reach one"]
    yard.walk_until("east", WayTaken)


def test_possible_says_where_to_go() -> None:
    yard = play("""
        @.#..
        ..#.R
        .....
        .1..H
    """, {"talk pak": SCENE, "reach one": SCENE, "use hole": SCENE, "caught": SCENE})
    found = {p.way.name: p for p in possible(yard.world)}
    assert list(found) == ["talk pak", "reach one", "use hole"], "hers, in file order"
    assert found["reach one"].cell == Cell(1, 3) and not found["reach one"].act
    assert found["talk pak"].cell == Cell(4, 1) and found["talk pak"].act
    assert found["use hole"].cell == Cell(4, 3)


def test_talk_is_refused_while_somebody_challenges_or_chases_nearby() -> None:
    yard = play("@R....G......", {"talk pak": SCENE})
    guard = replace_guard(yard, Mind.CHASE)
    assert Refused("refused.chased") in yard.press()
    guard.mind = Mind.CALM
    yard.wait(1)
    yard.press()
    assert taken(yard) == ["talk pak"]


def replace_guard(yard: Scenario, mind: Mind) -> object:
    from game.sim.world import Guard
    guard = yard.stage.guards.setdefault("guard", Guard("guard", *middle((6, 0)), 18))
    guard.mind = mind
    guard.blind_ticks = 600
    return guard


# The world's ---------------------------------------------------------------------------------------------
def test_the_worlds_come_before_hers_and_hers_waits_its_turn() -> None:
    yard = play("@.1..", {"reach one": SCENE, "cold": (Set((Change("warmth", "to", 50),)), *SCENE)})
    while yard.cell.x < 1:
        yard.walk("east", 1)
    yard.her.x = middle((2, 0))[0] - 2048
    yard.world.tale.facts["warmth"] = 0
    yard.wait(1)
    assert taken(yard) == ["cold"]
    yard.next()
    yard.wait(1)
    assert taken(yard) == ["cold", "reach one"]


def test_cold_fires_once_until_she_was_warm() -> None:
    yard = play("@....", {"cold": SCENE})
    yard.world.tale.facts["warmth"] = 0
    yard.wait(1)
    yard.next()
    yard.wait(60)
    assert taken(yard) == ["cold"]
    yard.world.tale.facts["warmth"] = 9
    yard.wait(2)
    yard.world.tale.facts["warmth"] = 0
    yard.wait(1)
    assert taken(yard) == ["cold", "cold"]


def test_a_time_of_day() -> None:
    yard = play("@....", {"at 02:12": SCENE}, **HOURS)
    assert yard.world.tale.clock == 130
    yard.wait(119)
    assert taken(yard) == []
    yard.wait(1)
    assert taken(yard) == ["at 02:12"]
    yard.next()
    yard.wait(600)
    assert taken(yard) == ["at 02:12"]


def test_the_clock_stands_at_the_end_of_the_hours() -> None:
    yard = play("@....", **{**HOURS, "clock_end": 133})
    yard.wait(1000)
    assert yard.world.tale.clock == 133


def test_alarm_fires_when_it_rises() -> None:
    yard = play("@....", {"alarm 2": SCENE})
    yard.stage.alarm = 1
    yard.wait(1)
    yard.stage.alarm = 2
    yard.wait(1)
    yard.next()
    yard.stage.alarm = 3
    yard.wait(60)
    assert taken(yard) == ["alarm 2"]


@pytest.mark.parametrize(("verb", "asked"), [("stopped by jo", "challenging"), ("caught", "caught")])
def test_watchers_end_it_but_never_in_the_second_after_a_scene(verb: str, asked: str,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    yard = play("@......G", {verb: SCENE})
    monkeypatch.setattr(watching, asked, lambda world: "guard")
    yard.wait(1)
    assert taken(yard) == [verb]
    yard.next()
    yard.wait(59)
    assert taken(yard) == [verb]
    yard.wait(2)
    assert taken(yard) == [verb, verb]


def test_in_the_water_nobody_stops_her(monkeypatch: pytest.MonkeyPatch) -> None:
    river = play("=@==oooG", {"caught": SCENE, "ice gives way": SCENE})
    river.walk("east", 20)
    monkeypatch.setattr(watching, "caught", lambda world: "guard" if river.her.in_water else None)
    river.walk_until("east", WayTaken)
    assert taken(river) == ["ice gives way"]


# Timers --------------------------------------------------------------------------------------------------
SOLD: dict[str, tuple[Step, ...]] = {"sold": SCENE}


def later(seconds: int, missed: tuple[Change, ...] = ()) -> Later:
    return Later("second_man", "road.sold", ticks=seconds * 60, missed=missed)


def test_a_later_in_seconds_fires_in_the_room_and_stops_under_words() -> None:
    yard = play("@R", {"talk pak": (later(2), line(), BACK)}, nodes=SOLD)
    yard.press()
    yard.wait(500)
    assert yard.world.tale.waiting == "words"
    yard.next()
    yard.wait(119)
    assert taken(yard) == ["talk pak"]
    yard.wait(2)
    assert taken(yard) == ["talk pak", "later second_man"]
    assert yard.world.tale.timers == []


def test_a_later_outrun_leaves_what_it_missed() -> None:
    leave = (later(9, (Change("heat", "by", 1),)), Visit("yard", "start", ()))
    yard = play("@R", {"talk pak": leave}, nodes=SOLD)
    yard.press()
    assert yard.world.tale.facts["heat"] == 1
    assert yard.stage.visit == 2
    yard.wait(1000)
    assert taken(yard) == ["talk pak"]


# The lamp, the readings, other rooms ---------------------------------------------------------------------
def test_the_lamp_set_down_burns_and_is_gone() -> None:
    yard = play("@L...")
    yard.press()
    assert yard.stage.decoys == {"lamp_stone": LAMP_TICKS - 1}
    assert yard.world.tale.facts["lamp"] is False
    yard.wait(LAMP_TICKS)
    assert yard.stage.decoys == {}
    yard.press()
    assert yard.stage.decoys == {}, "she has no second lamp"


def test_readings_tell_hour_warmth_and_alarm() -> None:
    yard = play("@....", **HOURS)
    yard.world.tale.facts["warmth"] = 19
    yard.stage.alarm = 2
    found = readings(yard.world, None)
    assert (found.hour, found.warmth, found.alarm, found.witness) == (2, 1, 2, False)


def test_a_colleague_in_sight_is_a_witness_but_not_the_one_spoken_to() -> None:
    yard = play("@.G...", {"talk jo": SCENE})
    replace_guard(yard, Mind.CALM)
    yard.stage.guards["guard"].blind_ticks = 0
    talk = Way("talk", "jo", "road.way0")
    assert readings(yard.world, None).witness
    assert not readings(yard.world, talk).witness


def test_a_visit_from_a_way_leaves_the_room_and_its_stage() -> None:
    nodes: dict[str, tuple[Step, ...]] = {"away": (Visit("cell", "start", ()),)}
    yard = play("@.1", (way("reach one", "away"),), nodes=nodes)
    yard.world.lore.rooms["cell"] = drawn_room("@#", "cell")
    yard.walk_until("east", WayTaken)
    assert yard.stage.room == "cell" and yard.stage.tick == 0
    assert len(yard.world.tale.stack) == 1


def test_somebody_who_follows_walks_after_her_and_up_the_stairs() -> None:
    from game.sim.room import Post, Resident
    yard = play("@....S#S....", residents=(Resident("min", (Post(Cell(0, 0)),), follows=True),))
    yard.walk("east", 200)
    yard.wait(120)
    folk = yard.stage.folk["min"]
    assert yard.cell.x == 11 and 9 <= folk.x // 4096 <= 10


def test_a_gift_over_the_brim_is_told() -> None:
    yard = play("@R", {"talk pak": (Set((Change("won", "by", 90),)), BACK)})
    assert FactChanged("won", 8, 40, True) in yard.press()


def test_moves_mean_nothing_under_words() -> None:
    yard = play("@R", {"talk pak": SCENE})
    yard.press()
    tick = yard.world.tick
    assert yard.do(Move(1, 0, Gait.RUN)) == [] and yard.world.tick == tick


def test_a_resident_who_faces_her_is_a_witness_but_not_behind_his_back_or_a_wall() -> None:
    yard = play("@.R...", {"talk pak": SCENE})
    folk = yard.stage.folk["villager"]
    folk.facing = 36
    assert readings(yard.world, None).witness
    assert not readings(yard.world, Way("talk", "pak", "road.way0")).witness
    folk.facing = 0
    assert not readings(yard.world, None).witness
    walled = play("@#R...")
    walled.stage.folk["villager"].facing = 36
    assert not readings(walled.world, None).witness
