"""What she wears and what the cold takes: noise, straw shoes, hands, breath, people around her."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.body import breath_shows, shivering
from game.sim.events import Sounded
from game.sim.grid import UNITS
from game.sim.ground import in_crowd, noise_radius, permitted
from game.sim.intents import Gait
from game.sim.room import Area
from game.story.facts import Fact, FactType
from game.story.moments import FactChanged
from tests.scenario import FACTS, Scenario, play

STREET = (Area("market", 0, 0, 6, 1, crowd=True),)
HANDS = (*FACTS, Fact("hands", FactType.INT, 0, 0, 3))


def loudest(yard: Scenario, gait: Gait) -> int:
    """How far her steps are heard as she goes; always what was shown before."""
    shown = noise_radius(yard.world.room, yard.her, gait)
    radii = [event.radius for event in yard.walk("east", 60, gait) if isinstance(event, Sounded)]
    assert set(radii) == {shown}, "the ring shown before the step is the ring"
    return shown


@pytest.mark.parametrize("gait", list(Gait))
def test_straw_shoes_are_a_cell_quieter(gait: Gait) -> None:
    plain, straw = play("@" + "g" * 40), play("@" + "g" * 40)
    straw.her.shoes = True
    assert loudest(straw, gait) == max(0, loudest(plain, gait) - UNITS)


@given(st.sampled_from("~c.gr=/"), st.sampled_from(list(Gait)), st.booleans(), st.booleans(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_the_ring_shown_before_a_step_is_its_ring(sign: str, gait: Gait, shoes: bool, cold: bool, crowd: bool) -> None:
    yard = play("@" + sign * 30, areas=(Area("market", 0, 0, 31, 1, crowd=crowd),))
    yard.her.shoes = shoes
    yard.world.tale.facts["warmth"] = 30 if cold else 90
    shown = noise_radius(yard.world.room, yard.her, gait, shivering(yard.world))
    heard = {event.radius for event in yard.walk("east", 60, gait) if isinstance(event, Sounded)
             and event.name.startswith("step_")}
    assert heard == {shown}


def test_among_people_a_step_is_one_of_many_and_a_run_is_not() -> None:
    yard = play("@" + "c" * 40, areas=(Area("market", 0, 0, 41, 1, crowd=True),))
    assert loudest(yard, Gait.WALK) == 0
    assert loudest(yard, Gait.RUN) == 8 * UNITS
    bare = play("@" + "c" * 40)
    assert loudest(bare, Gait.WALK) == 5 * UNITS


@pytest.mark.parametrize(("gait", "one_of_many"), [(Gait.WALK, True), (Gait.RUN, False), (Gait.CROUCH, False)])
def test_who_runs_or_stoops_is_not_one_of_the_crowd(gait: Gait, one_of_many: bool) -> None:
    yard = play("@.........", areas=STREET)
    yard.walk("east", 10, gait)
    assert in_crowd(yard.world) == one_of_many
    yard.put_at(8, 0)
    assert not in_crowd(yard.world)


@pytest.mark.parametrize(("hours", "clock", "free"), [
    ((600, 720), 600, True), ((600, 720), 719, True), ((600, 720), 720, False), ((1320, 120), 60, True),
    ((1320, 120), 300, False), ((0, 0), 0, False), ((600, 720), 1440 + 650, True),
])
def test_permitted_hours(hours: tuple[int, int], clock: int, free: bool) -> None:
    yard = play("@....", areas=(Area("bank", 0, 0, 2, 1, permitted=hours),))
    yard.world.tale.clock = clock
    assert permitted(yard.world) == free
    yard.put_at(4, 0)
    assert not permitted(yard.world)


def test_straw_soaks_through_on_snow_but_not_on_a_path() -> None:
    dry = play("@" + "." * 60)
    dry.her.shoes = True
    for where in ("east", "west") * 6:
        dry.walk(where, 240)
    assert dry.world.tale.facts["wet"] == 0
    yard = play("@" + "~" * 60)
    yard.her.shoes = True
    yard.walk("east", 600)
    assert yard.world.tale.facts["wet"] == 0, "not at once"
    for where in ("west", "east", "west"):
        yard.walk(where, 600)
    assert yard.world.tale.facts["wet"] == 1


def test_hands_take_harm_each_forty_seconds_below_twenty() -> None:
    yard = play("@....", facts=HANDS, freezing=True)
    yard.world.tale.facts["warmth"] = 20
    yard.stage.warmth_milli = 900
    yard.wait(60)
    assert yard.her.frost_ticks == 0
    yard.world.tale.facts["warmth"] = 19
    assert not yard.wait(40 * 60 - 1) and yard.world.tale.facts["hands"] == 0
    assert FactChanged("hands", 0, 1) in yard.wait(1)
    yard.world.tale.facts.update(warmth=19, hands=3)
    yard.wait(41 * 60)
    assert yard.world.tale.facts["hands"] == 3


def test_no_cold_spares_the_hands() -> None:
    yard = play("@....", facts=HANDS, freezing=True)
    yard.world.tale.facts["warmth"] = 5
    yard.world.help = replace(yard.world.help, no_cold=1)
    yard.wait(41 * 60)
    assert yard.world.tale.facts["hands"] == 0


def test_breath_stands_two_seconds_after_running() -> None:
    yard = play("@" + "." * 60, freezing=True)
    yard.walk("east", 30)
    assert not breath_shows(yard.world)
    yard.walk("east", 30, Gait.RUN)
    assert breath_shows(yard.world)
    yard.walk("east", 119)
    assert breath_shows(yard.world)
    yard.walk("east", 1)
    assert not breath_shows(yard.world)
    indoors = play("@" + "." * 60)
    indoors.walk("east", 30, Gait.RUN)
    assert not breath_shows(indoors.world)
