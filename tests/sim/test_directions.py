"""Stage directions of a scene: who walks, what passes, and who has control meanwhile."""

import pytest

from game.sim.events import WayTaken
from game.sim.ground import middle
from game.sim.running import time_ticks
from game.story.facts import Change
from game.story.moments import Entered
from game.story.steps import Close, Face, Later, Open, Set, Step, Time, Together, Wait
from game.story.steps import Move as Walk
from tests.scenario import BACK, SCENE, Scenario, line, play

HOURS = {"clock_start": 130, "clock_end": 280, "ticks_per_minute": 60}


def taken(yard: Scenario) -> list[str]:
    return [event.way for event in yard.happened(WayTaken)]


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
