"""Four in line; who comes by alarm or trace, is heard setting out, and goes again."""

from itertools import pairwise

from game.sim import watching
from game.sim.events import Noticed, Sounded
from game.sim.room import Handover, WatcherKind
from game.sim.world import POINT, Mind
from tests.sim.drawn import TILE, field, watched, watcher

EAST = 0
ROUND = ((5, 4), (25, 4), (25, 10), (5, 10))


def line_of_four():
    return [watcher(*ROUND, name="guard" if not i else f"guard{i}", lag_ticks=60 * i) for i in range(4)]


def test_four_in_line_walk_one_round_a_second_apart():
    play = watched(field(30, 14, at=(14, 7)), *line_of_four())
    play.her.calm_ticks = 10_000
    play.wait(300)
    places = [(guard.x, guard.y) for guard in play.stage.guards.values()]
    assert all(a[0] - b[0] == places[0][0] - places[1][0] > TILE for a, b in pairwise(places))
    first = places[0]
    play.wait(180)
    assert (play.stage.guards["guard3"].x, play.stage.guards["guard3"].y) == first


def test_behind_the_last_of_them_the_way_is_free_and_before_the_first_it_is_not():
    def suspected(tick):
        play = watched(field(30, 14, at=(14, 7)), *line_of_four())
        play.her.calm_ticks = 10_000
        play.wait(tick)
        play.put_at(14, 5)
        play.her.calm_ticks = 0
        play.wait(60)
        return max(guard.suspicion for guard in play.stage.guards.values())
    ahead = 40 * 6
    passed = 40 * 10 + 180 + 120
    assert suspected(ahead) > 30 * POINT and suspected(passed) == 0


def test_what_one_in_line_knows_all_know():
    play = watched(field(30, 14, at=(14, 7)), *line_of_four())
    play.wait(2)
    play.guard.suspicion, play.guard.known = 70 * POINT, (14 * TILE, 7 * TILE)
    watching.alert(play.world, "guard")
    assert [guard.mind for guard in play.stage.guards.values()] == [Mind.SEARCHING] * 4
    assert [s.by for s in play.events if isinstance(s, Sounded) and s.name == "whistle"].count("guard") <= 1


def test_four_who_come_on_duty_come_one_after_the_other():
    late = [watcher(*ROUND, name=f"new{i}", lag_ticks=60 * i) for i in range(4)]
    play = watched(field(30, 14, at=(14, 12)), watcher((2, 2)), *late, clock_start=0, clock_end=60,
                   ticks_per_minute=20, handovers=(Handover(20, ("guard",), tuple(w.name for w in late)),))
    play.her.calm_ticks = 100_000
    came = {}
    for tick in range(3000):
        for event in play.wait(1):
            if isinstance(event, Noticed) and event.old is Mind.OFF:
                came[event.who] = tick
        if len(came) == 4:
            break
    assert [came[f"new{i}"] - came["new0"] for i in range(4)] == [0, 60, 120, 180]
    new0, new3 = play.stage.guards["new0"], play.stage.guards["new3"]
    assert new0.x - new3.x > 3 * TILE and new0.y == new3.y


def test_the_alarm_brings_a_dog_team_that_is_heard_first_and_goes_when_it_is_over():
    play = watched(field(40, 14, at=(3, 11)), watcher((30, 4), (36, 4), kind=WatcherKind.DOG, comes="alarm 1"))
    play.wait(60)
    assert play.guard.mind is Mind.OFF
    play.stage.alarm = 1
    play.wait(599)
    assert [s.name for s in play.happened(Sounded) if s.by == "guard"] == ["dog_far"]
    assert play.guard.mind is Mind.OFF, "heard ten seconds before"
    play.wait(10)
    assert play.guard.mind is Mind.CALM
    play.stage.alarm = 0
    play.wait(600)
    assert play.guard.mind is Mind.OFF


def test_an_alarm_that_rises_again_calls_him_back():
    play = watched(field(40, 14, at=(3, 11)), watcher((10, 4), (36, 4), comes="alarm 2"))
    play.stage.alarm = 2
    play.wait(700)
    play.stage.alarm = 1
    play.wait(60)
    assert play.guard.leaving
    play.stage.alarm = 2
    play.wait(60)
    assert not play.guard.leaving and play.guard.mind is not Mind.OFF


def test_a_trace_of_eighty_brings_the_van():
    play = watched(field(40, 14, at=(3, 11)), watcher((30, 4), (36, 4), kind=WatcherKind.VAN, comes="trace"))
    play.world.tale.trace = 79 * POINT
    play.wait(1300)
    assert play.guard.mind is Mind.OFF
    play.world.tale.trace = 80 * POINT
    play.wait(1)
    assert play.happened(Sounded)[-1].name == "engine_start"
    play.wait(600)
    assert play.guard.mind is Mind.CALM


def test_hours_do_not_bring_one_who_waits_for_the_alarm():
    play = watched(field(40, 14, at=(3, 11)), watcher((30, 4), comes="alarm 1", from_minute=0, until_minute=50),
                   clock_start=0, clock_end=60, ticks_per_minute=20)
    play.wait(800)
    assert play.guard.mind is Mind.OFF
