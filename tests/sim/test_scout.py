"""The scout: comes up smiling, is left by walking away."""

from game.sim import watching
from game.sim.events import AlarmChanged, Sounded, WayTaken
from game.sim.intents import Gait
from game.sim.room import WatcherKind
from game.sim.world import Mind
from game.story.steps import Back, Calm
from tests.scenario import line
from tests.sim.drawn import TILE, field, watched, watcher

EAST = 0


def smiling(at, **more):
    return watched(field(50, 11, at=at), watcher((5, 5, EAST), kind=WatcherKind.SCOUT, cast="jo"),
                   ways={"stopped by jo": (Calm("jo"), line(), Back())}, **more)


def until(play, mind, most=900):
    for _ in range(most):
        if play.guard.mind is mind:
            return
        play.wait(1)
    raise AssertionError(f"never {mind}: {play.guard}")


def test_he_comes_up_to_who_stands_and_asks_and_never_whistles():
    play = smiling((13, 5))
    for _ in range(1200):
        play.wait(1)
        if play.happened(WayTaken):
            break
    assert play.happened(WayTaken) == [WayTaken("stopped by jo")]
    assert not [s for s in play.happened(Sounded) if s.name in ("whistle", "radio")]
    assert not play.happened(AlarmChanged)


def test_he_sees_by_night_as_far_as_by_day():
    play = smiling((14, 5))
    play.wait(60)
    assert play.guard.suspicion > 0


def test_he_walks():
    play = smiling((13, 5))
    until(play, Mind.CHALLENGE)
    x = play.guard.x
    play.wait(60)
    assert 1.3 * TILE < play.guard.x - x < 1.6 * TILE


def test_walk_away_and_he_lets_you_be():
    play = smiling((13, 5))
    until(play, Mind.CHALLENGE)
    play.walk("east", 240)
    assert play.guard.mind is not Mind.CHALLENGE and play.guard.blind_ticks > 0
    assert not play.happened(WayTaken) and not play.happened(AlarmChanged)
    play.wait(600)
    assert play.guard.suspicion == 0


def test_three_seconds_of_walking_in_his_sight_are_an_answer_too():
    play = smiling((14, 5))
    until(play, Mind.CHALLENGE)
    start = play.stage.tick
    for _ in range(10):
        play.walk("east", 12)
        play.walk("west", 12)
        if play.guard.mind is not Mind.CHALLENGE:
            break
    assert play.guard.blind_ticks > 0 and 150 < play.stage.tick - start <= 240


def test_nobody_is_caught_by_him_even_running():
    play = smiling((13, 5))
    until(play, Mind.CHALLENGE)
    play.walk("east", 120, Gait.RUN)
    assert play.guard.mind is not Mind.CHASE and not play.happened(AlarmChanged)


def test_the_music_does_not_warn_of_him():
    play = smiling((13, 5))
    until(play, Mind.CHALLENGE)
    assert watching.threat(play.world) == 1
