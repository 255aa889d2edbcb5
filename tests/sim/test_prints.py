"""Footprints and the cold."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.grid import UNITS
from game.sim.prints import trodden
from game.sim.room import Area
from game.sim.world import PRINTS_CAP, Help, Level, Mind
from tests.scenario import Scenario, play
from tests.sim.drawn import watcher


def walked(drawing: str, **room: Any) -> Scenario:
    yard = play(drawing, **room)
    yard.walk("east", 60)
    return yard


def test_snow_keeps_prints_in_the_direction_she_went() -> None:
    yard = walked("~@" + "~" * 20)
    assert len(yard.stage.prints) >= 3
    assert {mark.facing for mark in yard.stage.prints} == {0}
    assert [mark.id for mark in yard.stage.prints] == list(range(1, len(yard.stage.prints) + 1))


@pytest.mark.parametrize("sign", list("=.gr"))
def test_ice_earth_gravel_and_reeds_keep_none(sign: str) -> None:
    assert walked(f"{sign}@{sign * 20}").stage.prints == []


@pytest.mark.parametrize(("drawing", "room", "seconds"), [
    ("~@" + "~" * 20, {}, 90), ("~@" + "~" * 20, {"snowfall": True}, 35),
    ("~@" + "~" * 20, {"areas": (Area("gap", 0, 0, 22, 1, wind=True),)}, 50),
    ("/@" + "/" * 20, {}, 300), ("/@" + "/" * 20, {"snowfall": True}, 300),
])
def test_how_long_they_last(drawing: str, room: dict[str, Any], seconds: int) -> None:
    yard = walked(drawing, **room)
    last = yard.stage.prints[-1].id
    yard.wait((seconds - 3) * 60)
    assert last in [mark.id for mark in yard.stage.prints]
    yard.wait(4 * 60)
    assert last not in [mark.id for mark in yard.stage.prints]


def test_the_oldest_go_when_there_are_too_many() -> None:
    yard = play("/@" + "/" * 30)
    for _ in range(20):
        yard.walk("east", 400)
        yard.walk("west", 400)
    assert len(yard.stage.prints) == PRINTS_CAP
    assert yard.stage.prints[-1].id == yard.stage.prints_made > PRINTS_CAP


BANK = ("~" * 20 + "\n") * 5


def patrolled(**room: Any) -> Scenario:
    """A bank of snow; a soldier walks its middle row and back."""
    yard = play("@" + BANK[1:], watchers=(watcher((2, 2), (17, 2), **room),), night=True, calm_seconds=500)
    yard.stage.guards["guard"].mind = Mind.OFF
    return yard


def test_in_the_patrols_own_tracks_hers_are_nobodys() -> None:
    yard = patrolled()
    yard.put_at(4, 2)
    yard.walk("east", 200)
    assert not yard.stage.prints
    yard.walk("south", 60)
    assert {mark.y >> 12 for mark in yard.stage.prints} == {3, 4}
    assert {at // 20 for at in trodden(yard.world.room, Level.TRAVELLER)} == {2}
    assert {at % 20 for at in trodden(yard.world.room, Level.TRAVELLER)} == set(range(2, 18))


def test_a_watchman_who_stays_away_on_this_level_treads_nothing() -> None:
    yard = patrolled(level="winter")
    assert trodden(yard.world.room, Level.WINTER) and not trodden(yard.world.room, Level.TRAVELLER)


def test_who_crosses_a_round_is_still_found_beside_it() -> None:
    yard = play("@" + BANK[1:], watchers=(watcher((2, 2), (17, 2)),), night=True, calm_seconds=500)
    yard.put_at(12, 0)
    yard.walk("south", 80)
    yard.put_at(0, 4)
    assert not any(mark.y >> 12 == 2 for mark in yard.stage.prints)
    for _ in range(900):
        yard.wait(1)
        if yard.guard.mind is Mind.TRAIL:
            return
    raise AssertionError("he walked past her tracks")


def test_a_branch_leaves_no_print_and_wipes_those_within_a_step() -> None:
    yard = play("@" + "~" * 30)
    yard.walk("east", 200)
    made = len(yard.stage.prints)
    yard.her.branch = True
    yard.walk("west", 80)
    assert 0 < len(yard.stage.prints) < made
    assert all(mark.x < yard.her.x - UNITS for mark in yard.stage.prints)
    assert yard.stage.prints_made == made


@given(st.lists(st.tuples(st.sampled_from(["east", "west", "north", "south", "southeast"]), st.booleans(),
                          st.integers(5, 60)), max_size=12))
@settings(max_examples=25, deadline=None)
def test_under_a_branch_nobody_ever_finds_a_new_print(holds: list[tuple[str, bool, int]]) -> None:
    yard = play("@" + BANK[1:])
    for where, branch, ticks in holds:
        yard.her.branch = branch
        made, old = yard.stage.prints_made, {mark.id for mark in yard.stage.prints}
        yard.walk(where, ticks)
        if branch:
            assert yard.stage.prints_made == made and {mark.id for mark in yard.stage.prints} <= old


@pytest.mark.parametrize(("level", "seconds"), [(Level.STORY, 54), (Level.TRAVELLER, 90), (Level.WINTER, 117),
                                                (Level.SECOND, 135)])
def test_a_harder_winter_keeps_prints_longer(level: Level, seconds: int) -> None:
    yard = play("@" + "~" * 20, help=Help(level=level))
    yard.walk("east", 60)
    assert {mark.ticks_left // 60 for mark in yard.stage.prints} <= set(range(seconds - 2, seconds + 1))


def points_lost(yard: Scenario, seconds: int) -> int:
    before = int(yard.world.tale.facts["warmth"]) * 1000 + yard.stage.warmth_milli
    yard.wait(seconds * 60)
    return before - int(yard.world.tale.facts["warmth"]) * 1000 - yard.stage.warmth_milli


WIND = (Area("gap", 0, 0, 5, 1, wind=True),)


@pytest.mark.parametrize(("room", "wet", "points"), [
    ({"freezing": True}, 0, 15), ({"freezing": True}, 1, 30), ({"freezing": True, "areas": WIND}, 0, 30), ({}, 0, 0),
])
def test_standing_costs_a_point_each_six_seconds(room: dict[str, Any], wet: int, points: int) -> None:
    yard = play("@....", **room)
    yard.world.tale.facts["wet"] = wet
    yard.stage.tick = 0
    assert abs(points_lost(yard, 90) - 1000 * points) <= 20


def test_hidden_out_of_the_wind_is_the_warmest_place_to_watch_from() -> None:
    yard = play("@H...", freezing=True)
    yard.press()
    assert yard.her.hidden
    assert abs(points_lost(yard, 90) - 6000) <= 20


def test_a_stove_warms_and_dries() -> None:
    yard = play("@....", freezing=True, areas=(Area("stove", 0, 0, 5, 1, warm=True),))
    yard.world.tale.facts.update(warmth=50, wet=2)
    yard.wait(41 * 60)
    assert yard.world.tale.facts["wet"] == 0
    assert int(yard.world.tale.facts["warmth"]) >= 88


def test_no_cold_help() -> None:
    yard = play("@....", freezing=True)
    yard.world.help = replace(yard.world.help, no_cold=1)
    assert points_lost(yard, 60) == 0
