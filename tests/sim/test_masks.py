"""Sounds that cover hers: announced, drawn by dice, gone again."""

from __future__ import annotations

import itertools

import pytest

from game.sim.events import MaskComes, Sounded
from game.sim.intents import Gait
from game.sim.masks import WARNING_TICKS, masked
from game.sim.room import Mask
from game.story.steps import Back, Wait
from tests.scenario import Scenario, play

GUST = Mask("wind", 20 * 60, 5 * 60)
TRAIN = Mask("train", 50 * 60, 12 * 60)


def heard(yard: Scenario, seconds: int) -> list[tuple[int, str]]:
    """What announced itself, each with its tick."""
    found: list[tuple[int, str]] = []
    for _ in range(seconds * 60):
        for event in yard.wait(1):
            if isinstance(event, MaskComes):
                found.append((yard.stage.tick, event.name))
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_comes_a_quarter_sooner_or_later_and_two_seconds_after_its_warning(seed: int) -> None:
    yard = play("@....", seed=seed, masks=(GUST,))
    covered: set[int] = set()
    warned: list[int] = []
    for _ in range(80 * 60):
        warned += [yard.stage.tick for event in yard.wait(1) if isinstance(event, MaskComes)]
        if masked(yard.world):
            covered.add(yard.stage.tick)
    begins = [tick for tick in sorted(covered) if tick - 1 not in covered]
    assert begins == [tick + WARNING_TICKS for tick in warned][:len(begins)] and len(begins) >= 3
    assert all(15 * 60 <= b - a <= 25 * 60 for a, b in itertools.pairwise([0, *begins]))
    assert all(sum(a <= tick < a + 15 * 60 for tick in covered) == GUST.lasts_ticks for a in begins[:-1])


def test_a_short_one_does_not_cut_a_long_one() -> None:
    yard = play("@....", masks=(TRAIN, GUST))
    yard.stage.next_masks = [200, 260]
    yard.wait(259)
    assert masked(yard.world) == "train"
    yard.wait(1)
    assert masked(yard.world) == "train" and yard.stage.mask_ticks == 12 * 60 - 60
    yard.wait(12 * 60)
    assert masked(yard.world) == ""


def test_nobody_hears_a_step_under_it() -> None:
    drawing = "@ccccccG"
    loud = play(drawing, night=True)
    loud.walk("east", 40, Gait.RUN)
    assert loud.guard.suspicion >= 30_000
    covered = play(drawing, night=True, masks=(GUST,))
    covered.stage.next_masks = [1]
    covered.walk("east", 40, Gait.RUN)
    assert covered.guard.suspicion < 30_000


def test_the_same_visit_the_same_masks_and_the_next_visit_others() -> None:
    first, again = (play("@....", seed=4, masks=(GUST, TRAIN)) for _ in range(2))
    assert heard(first, 60) == heard(again, 60) != []
    assert play("@....", seed=5, masks=(GUST, TRAIN)).stage.next_masks != first.stage.next_masks


def test_the_train_does_not_wait_while_a_scene_plays() -> None:
    yard = play("@.R", {"talk pak": (Wait(200), Back())}, masks=(TRAIN,))
    yard.put_at(1, 0)
    yard.stage.next_masks = [150]
    told = yard.press()
    while not any(isinstance(event, Sounded) and event.name == "train" for event in told):
        told = yard.wait(1)
    assert yard.stage.tick == 150 and yard.stage.running


def test_the_ice_is_a_mask_too() -> None:
    river = play("=@===")
    river.stage.next_boom = 130
    river.wait(10)
    assert river.happened(MaskComes) == [MaskComes("boom")]
    river.wait(120)
    assert masked(river.world) == "boom"
