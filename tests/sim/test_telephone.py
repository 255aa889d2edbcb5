"""The telephone on the map: bars, discs that drift, the trace and who comes for it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.codec import plain_world, world_from
from game.sim import telephone
from game.sim.events import Sounded, TraceRose
from game.sim.grid import Cell
from game.sim.ground import middle
from game.sim.intents import Choose, Gait, Move, Skip
from game.sim.room import Area, Thing, ThingKind, WatcherKind
from game.sim.world import Mind
from game.story import calls, runtime
from game.story.calls import HANG_UP
from game.story.conditions import parse
from game.story.steps import Back, Card, Jump, OnLine, Phone, Step, Way
from game.story.tale import Waiting
from tests.scenario import Scenario, line, play
from tests.sim.drawn import field, watcher

HILL = field(60, 9, at=(3, 4))
CARDS = tuple(Card(name, at, ticks, burst=not ticks) for name, at, ticks in
              (("sing", 1, 40 * 60), ("ask", 3, 20 * 60), ("say", 5, 15 * 60), ("key", 7, 0)))
SPEECH: tuple[Step, ...] = tuple(step for card in CARDS for step in (OnLine(card.ticks, card.burst), Jump(0)))
CALL = (Phone("jo", CARDS, "road.over_line", "road.found", "road.dead"), *SPEECH)


def hill(*watchers: Any, signal: int = 5, **room: Any) -> Scenario:
    """She stands in the west of a long yard with a telephone; `watchers` are about."""
    things = (Thing("start", ThingKind.ENTRY, Cell(3, 4)), Thing("phone", ThingKind.USE, Cell(3, 4)),
              *room.pop("things", ()))
    nodes = {"call": CALL, "over_line": (line(), Back()), "found": (line(), Back()), "dead": (line(), Back())}
    return play(HILL, {"use phone": "call"}, nodes=nodes, signal=signal, things=things, watchers=watchers, **room)


def speak(scenario: Scenario, *cards: str) -> list[int]:
    """Call (unless a call is under way) and play cards; the steps of the trace that were reached."""
    seen = len(scenario.happened(TraceRose))
    if scenario.world.tale.call is None:
        scenario.press()
    for card in cards:
        scenario.choose(card)
        scenario.skip()
    return [event.step for event in scenario.happened(TraceRose)[seen:]]


def node(scenario: Scenario) -> str:
    return scenario.world.tale.frame.node


# Bars ----------------------------------------------------------------------------------------------------
def test_the_smallest_area_says_how_many_bars() -> None:
    areas = (Area("slope", 1, 1, 30, 7, signal=3), Area("tree", 3, 3, 2, 2, signal=5), Area("path", 3, 3, 3, 3))
    scenario = hill(signal=1, areas=areas)
    assert [telephone.bars_at(scenario.world, *middle((x, 4))) for x in (3, 10, 40)] == [5, 3, 1]
    assert telephone.bars(scenario.world) == 5


def test_a_disc_takes_three_bars_and_one_near_its_edge() -> None:
    disc = Thing("jam", ThingKind.JAM, Cell(30, 4), radius_cells=5)
    scenario = hill(things=(disc,))
    found = [telephone.bars_at(scenario.world, *middle((x, 4))) for x in range(20, 36)]
    assert found == [5] * 2 + [4] * 3 + [2] * 11
    weak = hill(signal=2, things=(disc,))
    assert telephone.bars_at(weak.world, *middle((30, 4))) == 0


def test_discs_drift_there_and_back_in_an_hour() -> None:
    things = (Thing("jam", ThingKind.JAM, Cell(10, 4), radius_cells=4, to="east"),
              Thing("east", ThingKind.PLACE, Cell(40, 4)))
    scenario = hill(things=things, ticks_per_minute=60)
    world, found = scenario.world, []
    for minute in (0, 15, 30, 45, 60, 75):
        world.tale.clock = minute
        found.append(telephone.jams(world)[0].x)
    west, half, east = middle((10, 4))[0], middle((25, 4))[0], middle((40, 4))[0]
    assert found == [west, half, east, half, west, half]
    world.tale.clock, scenario.stage.clock_ticks = 0, 30
    assert west < telephone.jams(world)[0].x < middle((11, 4))[0], "it does not jump from minute to minute"


def test_nobody_answers_inside_a_disc() -> None:
    scenario = hill(signal=3, things=(Thing("jam", ThingKind.JAM, Cell(3, 4), radius_cells=4),))
    scenario.press()
    assert node(scenario) == "road.dead" and scenario.world.tale.trace == 0


def test_ways_may_ask_for_bars() -> None:
    things = (Thing("start", ThingKind.ENTRY, Cell(3, 4)), Thing("phone", ThingKind.USE, Cell(3, 4)),
              Thing("jam", ThingKind.JAM, Cell(3, 4), radius_cells=8, to="east"),
              Thing("east", ThingKind.PLACE, Cell(50, 4)))
    ways = (Way("use", "phone", "road.way", parse("signal >= 4", {})),)
    scenario = play(HILL, ways, nodes={"way": (line(), Back())}, things=things, signal=5, ticks_per_minute=60)
    scenario.press()
    assert scenario.world.tale.waiting is Waiting.ROOM, "the disc is over her"
    scenario.wait(20 * 60)
    scenario.press()
    assert node(scenario) == "road.way", "it has drifted away"


# The trace -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("bars", "seconds"), [(5, 75), (2, 95)])
def test_the_trace_fills_in_its_seconds(bars: int, seconds: int) -> None:
    scenario = hill(signal=bars)
    spoken = calls.takes(40 * 60, bars)
    assert speak(scenario, "sing") == ([1] if bars == 2 else [])
    assert abs(scenario.world.tale.trace - calls.FULL * spoken // (60 * seconds)) <= 2
    assert scenario.world.tale.readings.signal == bars


def test_a_van_near_by_finds_her_sooner() -> None:
    near = hill(watcher((20, 4), name="van", kind=WatcherKind.VAN))
    far = hill(watcher((30, 4), name="van", kind=WatcherKind.VAN))
    for scenario in (near, far):
        speak(scenario, "say")
    assert far.world.tale.trace * 18 // 10 == pytest.approx(near.world.tale.trace, abs=3)


def test_a_click_then_a_breath_then_they_come() -> None:
    guards = [watcher((x, 4), name=f"guard{x}") for x in (50, 40, 30)]
    scenario = hill(*guards, watcher((45, 2), name="pit", kind=WatcherKind.LISTENER))
    assert speak(scenario, "sing", "ask") == [1, 2]
    assert [event.name for event in scenario.happened(Sounded) if event.name.startswith("line")] == [
        "line_click", "line_breath"]
    assert scenario.world.tale.readings.trace == 2
    assert speak(scenario, "say") == [3]
    minds = {name: guard.mind for name, guard in scenario.stage.guards.items()}
    assert [name for name, mind in minds.items() if mind is Mind.SENT] == ["guard40", "guard30"]
    assert node(scenario) == "road.found"
    scenario.next()
    scenario.wait(20 * 60)
    nearest = min(abs(guard.x - scenario.her.x) for guard in scenario.stage.guards.values())
    assert nearest < 3 * 4096, "and the first is there within twenty seconds"


def test_a_burst_takes_no_time_and_its_share() -> None:
    scenario = hill()
    scenario.press()
    before = scenario.world.tick
    scenario.choose("key")
    assert (scenario.world.tick, scenario.world.tale.trace) == (before, 12_000)
    assert scenario.world.tale.waiting is Waiting.CHOICE


def test_a_burst_can_be_the_one_that_is_found() -> None:
    scenario = hill(watcher((30, 4)))
    scenario.world.tale.trace = 95_000
    assert speak(scenario, "key") == [3]
    assert scenario.guard.mind is Mind.SENT and node(scenario) == "road.found"


def hung_up() -> Scenario:
    scenario = hill()
    speak(scenario, "sing", HANG_UP)
    scenario.next()
    assert scenario.world.tale.trace == calls.FULL * 40 // 75 * 60 // 100
    return scenario


def test_off_the_line_three_minutes_are_remembered() -> None:
    scenario = hung_up()
    scenario.wait(3 * 3600 - 10)
    assert scenario.world.tale.trace
    scenario.wait(10)
    assert scenario.world.tale.trace == 0 and scenario.world.tale.readings.trace == 0


def test_walking_away_takes_the_trace() -> None:
    scenario = hung_up()
    scenario.wait(1)
    scenario.put_at(28, 4)
    scenario.wait(1)
    assert scenario.world.tale.trace
    scenario.put_at(29, 4)
    scenario.wait(1)
    assert scenario.world.tale.trace == 0


def test_calling_again_goes_on_where_it_was() -> None:
    scenario = hung_up()
    kept = scenario.world.tale.trace
    scenario.wait(1)
    speak(scenario, "say")
    assert scenario.world.tale.trace > kept + calls.FULL * 14 // 75


def test_a_save_is_exact_on_the_line_and_after_it() -> None:
    def kept(scenario: Scenario) -> bool:
        text = json.dumps(plain_world(scenario.world))
        return bool(plain_world(world_from(json.loads(text), scenario.world.lore)) == json.loads(text))

    scenario = hill(watcher((30, 4)))
    scenario.press()
    scenario.choose("sing")
    scenario.wait(60)
    assert scenario.stage.running and scenario.world.tale.call is not None and kept(scenario)
    scenario.skip()
    scenario.choose(HANG_UP)
    scenario.next()
    scenario.wait(1)
    assert scenario.world.tale.echo is not None and kept(scenario)


@given(st.lists(st.sampled_from(["call", "sing", "ask", "say", "key", HANG_UP, "next", "east", "stand"]), max_size=24))
@settings(max_examples=40, deadline=None)
def test_a_trace_never_falls_on_the_line_and_never_rises_off_it(deeds: list[str]) -> None:
    scenario = hill(watcher((20, 4), name="van", kind=WatcherKind.VAN),
                    things=(Thing("jam", ThingKind.JAM, Cell(40, 4), radius_cells=6),))
    world = scenario.world
    for deed in deeds:
        before, on_line = world.tale.trace, world.tale.call is not None
        match deed, world.tale.waiting:
            case "next", Waiting.WORDS:
                scenario.next()
            case "call", Waiting.ROOM:
                scenario.put_at(3, 4)
                scenario.press()
            case "east" | "stand", Waiting.ROOM:
                scenario.do(*[Move(int(deed == "east"), 0, Gait.RUN)] * 120)
            case _, Waiting.CHOICE if deed in [o.id for o in runtime.options(world.lore.book, world.tale)]:
                scenario.do(Choose(deed), Skip())
        if on_line and world.tale.call is not None:
            assert world.tale.trace >= before
        elif not on_line and world.tale.call is None:
            assert world.tale.trace <= before
        assert 0 <= world.tale.trace <= calls.FULL
