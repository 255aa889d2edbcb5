"""Who is shown doing what: a hand held up to stop her, hands over a fire."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pygame
import pytest

from game.sim.room import GROUNDS, Ground
from game.sim.world import Mind
from game.ui import actors
from game.ui.atlas import Both
from game.ui.eyes import Eyes, Stride
from tests.scenario import Scenario, play

SCREEN = pygame.Rect(0, 0, 640, 360)


class Noted:
    """An atlas whose sheets only note which action of whom was asked for."""

    def __init__(self) -> None:
        self.asked: dict[str, str] = {}

    def has_thing(self, name: str) -> bool:
        return False

    def sheet(self, person: str, grade: str) -> Any:
        noted = self

        class Sheet:
            def frame(self, action: str, row: int, number: int) -> Both:
                noted.asked[person] = action
                blank = pygame.Surface((1, 1))
                return Both(blank, blank)

        return Sheet()


def shown(scenario: Scenario, eyes: Eyes, fire: bool = False) -> dict[str, str]:
    """The action asked for, by person; with `fire` the place of the label is warm."""
    noted, room = Noted(), scenario.world.room
    room = replace(
        room, watchers=tuple(replace(w, person="soldier") for w in room.watchers),
        areas=tuple(replace(area, warm=fire) for area in room.areas),
    )
    actors.people(room, scenario.stage, noted, eyes, SCREEN)
    return noted.asked


@pytest.fixture
def watched() -> Scenario:
    return play("""
        .....
        .G.1.
        ...@.""")


@pytest.mark.parametrize(("mind", "action"), [(Mind.CALM, "idle"), (Mind.CHALLENGE, "act"), (Mind.CHASE, "idle")])
def test_who_challenges_her_holds_up_a_hand(watched: Scenario, mind: Mind, action: str) -> None:
    watched.guard.mind = mind
    assert shown(watched, Eyes())["soldier"] == action


def test_a_hand_is_held_up_standing_not_on_the_way(watched: Scenario) -> None:
    watched.guard.mind = Mind.CHALLENGE
    eyes = Eyes(strides={watched.guard.name: Stride(watched.guard.x, watched.guard.y, walked=9.0, still=0)})
    assert shown(watched, eyes)["soldier"] == "walk"


def test_whoever_stands_at_a_fire_warms_their_hands(watched: Scenario) -> None:
    assert shown(watched, Eyes(), fire=True) == {"soldier": "idle", "solhwa": "idle"}
    watched.put(1)
    assert shown(watched, Eyes(), fire=True) == {"soldier": "idle", "solhwa": "warm"}
    assert shown(watched, Eyes())["solhwa"] == "idle"


def test_on_a_mat_one_sits_and_nobody_on_duty_does() -> None:
    home = play("""
        ..G..
        .@...""")
    room = replace(home.world.room, watchers=tuple(replace(w, person="soldier") for w in home.world.room.watchers))
    mats = replace(room, ground=bytes([GROUNDS.index(Ground.MAT)]) * len(room.ground))
    asked = Noted()
    for still, action in ((100, "idle"), (300, "sit")):
        eyes = Eyes(strides={"she": Stride(home.stage.her.x, home.stage.her.y, still=still)})
        actors.people(mats, home.stage, asked, eyes, SCREEN)
        assert asked.asked == {"soldier": "idle", "solhwa": action}
    actors.people(room, home.stage, asked, eyes, SCREEN)
    assert asked.asked["solhwa"] == "idle", "nor on bare ground"
