"""Ways: causes, order, re-arming, timers, effects, and who has control."""


import pytest

from game.sim import watching
from game.sim.events import Refused, WayTaken
from game.sim.grid import Cell
from game.sim.ground import middle
from game.sim.intents import Gait, Move
from game.sim.room import Area
from game.sim.running import time_ticks
from game.sim.things import LAMP_TICKS
from game.sim.ways import possible, readings
from game.sim.world import Mind
from game.story.facts import Change
from game.story.moments import Entered, FactChanged
from game.story.steps import Close, Face, Later, Open, Set, Step, Time, Together, Visit, Wait, Way
from game.story.steps import Move as Walk
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
    assert taken(yard) == ["reach one"]
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
def later(seconds: int, missed: tuple[Change, ...] = ()) -> Later:
    return Later("second_man", "road.sold", ticks=seconds * 60, missed=missed)


SOLD: dict[str, tuple[Step, ...]] = {"sold": SCENE}


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


# Effects -------------------------------------------------------------------------------------------------
def test_she_walks_where_a_scene_sends_her_and_no_way_fires_on_the_road() -> None:
    yard = play("""
        @R.#...
        ...#..2
        ..1....
    """, {"talk pak": (Walk("she", "at_two"), line(), BACK), "reach one": SCENE, "reach two": SCENE})
    yard.press()
    assert yard.world.tale.waiting == "stage"
    ticks = 0
    while yard.world.tale.waiting == "stage":
        yard.walk("west", 1)
        ticks += 1
    yard.expect_at(2)
    assert 60 < ticks < 200 and taken(yard) == ["talk pak"]
    yard.next()
    yard.wait(1)
    assert taken(yard) == ["talk pak", "reach two"], "what came due fires on the first tick after `back`"


def test_skipping_changes_nothing_but_the_waiting() -> None:
    scene = (Together((Walk("she", "at_one"), Wait(200))), Set((Change("met", "to", True),)), line(), BACK)
    drawing = "@R.....1"
    watched, skipped = (play(drawing, {"talk pak": scene}, **HOURS) for _ in range(2))
    for yard in (watched, skipped):
        yard.press()
    skipped.skip()
    while watched.world.tale.waiting == "stage":
        watched.wait(1)
    assert watched.world == skipped.world
    assert watched.stage.tick == 201


def test_doors_and_faces() -> None:
    yard = play("@R.D", {"talk pak": (Open("door"), Face("pak", "she"), line(), Close("door"), BACK)})
    yard.press()
    assert yard.stage.open_doors == ["door"] and yard.stage.folk["villager"].facing == 36
    yard.next()
    assert yard.stage.open_doors == []


def test_somebody_a_scene_moves_goes_there() -> None:
    yard = play("@R...1", {"talk pak": (Walk("pak", "at_one"), BACK)})
    yard.press()
    yard.skip()
    folk = yard.stage.folk["villager"]
    assert (folk.x, folk.y) == middle((5, 0)) and folk.facing == 0


def test_words_and_effects_pass_no_cold_and_no_suspicion() -> None:
    yard = play("@R", {"talk pak": (Wait(600), line(), BACK)}, freezing=True)
    yard.press()
    before = yard.world.tale.facts["warmth"], yard.stage.warmth_milli
    yard.skip()
    yard.wait(600)
    assert (yard.world.tale.facts["warmth"], yard.stage.warmth_milli) == before


def test_time_passes_the_clock() -> None:
    yard = play("@R", {"talk pak": (Time(20), line(), BACK)}, **HOURS)
    yard.press()
    yard.skip()
    assert yard.world.tale.clock == 150


def test_time_in_a_slow_room_moves_the_clock_without_hours_of_watching() -> None:
    yard = play("@R", {"talk pak": (Time(600), line(), BACK)}, ticks_per_minute=3600)
    yard.press()
    steps = 0
    while yard.world.tale.waiting == "stage":
        yard.wait(1)
        steps += 1
    assert yard.world.tale.clock == 600 and steps <= 120
    assert time_ticks(3600, 600) == 3600 and time_ticks(60, 3) == 180


@pytest.mark.parametrize("per_minute", [60, 3600])
def test_time_stops_at_the_first_thing_due(per_minute: int) -> None:
    yard = play("@R", {"talk pak": (Time(20), line(), BACK), "at 02:14": SCENE},
                **{**HOURS, "ticks_per_minute": per_minute})
    yard.press()
    yard.skip()
    assert yard.world.tale.clock == 134
    assert yard.world.tale.waiting == "words"
    yard.next()
    yard.wait(1)
    assert taken(yard) == ["talk pak", "at 02:14"]


def test_what_comes_due_in_tale_time_is_told_when_time_passed() -> None:
    promise = Later("visit", "road.visit_comes", minutes=10)
    nodes: dict[str, tuple[Step, ...]] = {"visit_comes": (Set((Change("met", "to", True),)), BACK)}
    yard = play("@R", {"talk pak": (promise, Time(20), line(), BACK)}, nodes=nodes, **HOURS)
    yard.press()
    yard.skip()
    assert yard.world.tale.facts["met"] is True
    assert Entered("road.visit_comes") in yard.events and yard.world.tale.waiting == "words"


def test_a_scene_ends_in_a_second_of_calm() -> None:
    yard = play("@R", {"talk pak": SCENE})
    yard.press()
    yard.next()
    assert yard.her.calm_ticks == 60
    yard.wait(61)
    assert yard.her.calm_ticks == 0


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
