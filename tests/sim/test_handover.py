from dataclasses import replace

import pytest

from game.sim import handover, watching
from game.sim.events import HandedOver, HandoverSoon, Sounded
from game.sim.room import Handover
from game.sim.world import Mind
from tests.scenario import drawn_room
from tests.sim.drawn import field, watched, watcher

NORTH, EAST = 54, 0
HOURS = {"clock_start": 120, "clock_end": 280, "ticks_per_minute": 120}
CHANGE = Handover(150, ("old",), ("new",))


def post(*changes, seed=1, at=(27, 7), **more):
    play = watched(field(30, 9, at=at), watcher((4, 4, EAST, 60), (10, 4, -1, 30), name="old"),
                   watcher((12, 6, NORTH, 60), (4, 6), name="new"), handovers=changes or (CHANGE,), seed=seed,
                   **{**HOURS, **more})
    return play, play.stage.guards["old"], play.stage.guards["new"]


def run_to(play, kind, most=12_000):
    for tick in range(most):
        if play.happened(kind):
            return tick
        play.wait(1)
    raise AssertionError(f"no {kind.__name__}")


def test_drawn_from_three_values_and_fixed_for_a_visit():
    drawn = {post(seed=seed)[0].stage.handovers[0] for seed in range(40)}
    assert drawn == {145, 150, 155}
    assert post(seed=7)[0].stage.handovers == post(seed=7)[0].stage.handovers
    room, stage = drawn_room("@.", handovers=(CHANGE,)), post()[0].stage
    by_visit = {tuple(handover.draw(room, replace(stage, visit=visit), 1)) for visit in range(40)}
    assert len(by_visit) == 3


def test_announced_a_minute_before_by_whistle():
    play, old, new = post()
    assert old.mind is Mind.CALM and new.mind is Mind.OFF
    run_to(play, HandoverSoon)
    assert play.world.tale.clock % 1440 == play.stage.handovers[0] - 1
    assert [s.by for s in play.happened(Sounded) if s.name == "whistle"] == ["old"]
    assert run_to(play, HandedOver) == pytest.approx(120, abs=2)
    assert play.happened(HandoverSoon) == [HandoverSoon(play.stage.handovers[0])]
    assert play.happened(HandedOver) == [HandedOver(("old",), ("new",))]


@pytest.mark.parametrize("seed", range(4))
def test_the_gap_lasts_ten_to_twenty_seconds(seed):
    play, old, new = post(seed=seed)
    run_to(play, HandedOver)
    gap = 0
    while new.mind is Mind.OFF:
        play.wait(1)
        gap += 1
        assert gap <= 1201
    assert gap >= 599
    assert old.mind is Mind.OFF


def test_in_the_gap_those_who_leave_look_only_at_one_another():
    play, old, _ = post()
    run_to(play, HandedOver)
    play.wait(5)
    play.put_at((old.x >> 12) + 4, 4)
    assert old.leaving and watching.seen_by(play.world) == []
    play.put_at((old.x >> 12) + 1, 4)
    assert watching.seen_by(play.world) == ["old"], "but not past somebody right beside them"


def test_who_comes_begins_his_round_at_his_first_post():
    play, _, new = post()
    run_to(play, HandedOver)
    while new.mind is Mind.OFF:
        play.wait(1)
    assert (new.x >> 12, new.y >> 12) == (12, 6)
    loop = watching.plan_of(play.world.room).loops["new"]
    play.wait(100)
    assert (new.x, new.y) == loop.at(100)[:2]


def test_who_is_after_her_stays_until_he_is_calm():
    play, old, _ = post()
    run_to(play, HandoverSoon)
    play.wait(100)
    watching.alert(play.world, "old")
    run_to(play, HandedOver)
    assert old.leaving and old.mind is Mind.SEARCHING
    for _ in range(4000):
        play.wait(1)
        if old.mind is Mind.OFF:
            break
    assert old.mind is Mind.OFF and not old.leaving


def test_there_and_back_again():
    play, old, new = post(CHANGE, Handover(200, ("new",), ("old",)))
    play.wait(11_000)
    assert len(play.happened(HandedOver)) == 2
    assert old.mind is Mind.CALM and new.mind is Mind.OFF


def test_who_enters_after_a_change_finds_it_done():
    play, old, new = post(Handover(110, ("old",), ("new",)), clock_start=60, clock_end=50)
    play.world.tale.clock = 130
    play.wait(1)
    assert old.mind is Mind.OFF and new.mind is Mind.CALM and play.happened(HandedOver) == []


def test_hours_of_duty_go_by_the_clock_past_midnight():
    late = watcher((1, 1), from_minute=1320, until_minute=240)
    assert [handover.by_clock(late, minute) for minute in (1319, 1320, 0, 239, 240)] == [False, True, True, True, False]
    play = watched(field(30, 9, at=(27, 7)), watcher((4, 4, EAST), from_minute=125, until_minute=140), **HOURS)
    assert play.guard.mind is Mind.OFF
    play.wait(120 * 5 + 650)
    assert play.guard.mind is Mind.CALM
    play.wait(120 * 10)
    assert play.guard.mind is Mind.OFF
