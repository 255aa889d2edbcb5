"""Footprints and the cold."""

from dataclasses import replace

import pytest

from game.sim.room import Area
from game.sim.world import PRINTS_CAP
from tests.scenario import Scenario, play


def walked(drawing: str, **room: object) -> Scenario:
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
def test_how_long_they_last(drawing: str, room: dict[str, object], seconds: int) -> None:
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


def points_lost(yard: Scenario, seconds: int) -> int:
    before = int(yard.world.tale.facts["warmth"]) * 1000 + yard.stage.warmth_milli
    yard.wait(seconds * 60)
    return before - int(yard.world.tale.facts["warmth"]) * 1000 - yard.stage.warmth_milli


WIND = (Area("gap", 0, 0, 5, 1, wind=True),)


@pytest.mark.parametrize(("room", "wet", "points"), [
    ({"freezing": True}, 0, 15), ({"freezing": True}, 1, 30), ({"freezing": True, "areas": WIND}, 0, 30), ({}, 0, 0),
])
def test_standing_costs_a_point_each_six_seconds(room: dict[str, object], wet: int, points: int) -> None:
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
