"""The law of fairness: whoever does something to her gives a sign first, in the hardest winter too."""

import pytest

from game.sim import watching
from game.sim.events import AlarmChanged, Glimpsed, Noticed, Reported, Sounded, Twitched
from game.sim.room import WatcherKind
from game.sim.world import Help, Level, Mind
from tests.sim.drawn import field, watched, watcher

EAST, SOUTH, WEST = 0, 18, 36
ACTS = (Mind.CHALLENGE, Mind.CHASE)
# who, his post and what else he is, where she stands, and how many ticks there are between the first sign and the act
WHO = [
    (WatcherKind.SOLDIER, {}, (9, 5), 45), (WatcherKind.POLICE, {}, (9, 5), 45), (WatcherKind.SWEEP, {}, (9, 5), 45),
    (WatcherKind.CLERK, {}, (9, 5), 45), (WatcherKind.LISTENER, {}, (8, 5), 45), (WatcherKind.VEHICLE, {}, (10, 5), 45),
    (WatcherKind.TOWER, {"sweep": (0, 0, 360), "sees_cells": 14}, (12, 5), 45), (WatcherKind.SCOUT, {}, (12, 5), 45),
    (WatcherKind.CAMERA, {"sweep": (71, 1, 300), "sees_cells": 9}, (9, 5), 45),
    (WatcherKind.NEIGHBOUR, {"calls": True}, (9, 5), 300), (WatcherKind.INFORMER, {}, (7, 5), 400),
]


def signs_and_act(play, most=2500):
    """The tick of the first sign of him, and of what he does to her; 0 for none."""
    sign = act = 0
    for _ in range(most):
        for event in play.wait(1):
            match event:
                case Glimpsed() | Twitched() | Sounded(by="guard"):
                    sign = sign or play.stage.tick
                case Noticed(new=new) if new not in ACTS:
                    sign = sign or play.stage.tick
                case AlarmChanged() | Reported() | Noticed():
                    act = act or play.stage.tick
        if act:
            break
    return sign, act


@pytest.mark.parametrize("level", [Level.TRAVELLER, Level.SECOND])
@pytest.mark.parametrize(("kind", "more", "at", "ticks"), WHO, ids=[who[0].value for who in WHO])
def test_a_sign_comes_before_the_act(kind, more, at, ticks, level):
    play = watched(field(30, 11, at=at), watcher((4, 5, EAST), kind=kind, **more), help=Help(level))
    sign, act = signs_and_act(play)
    assert act, "he does something in the end"
    assert sign and act - sign >= ticks * 70 // 100, (sign, act)


@pytest.mark.parametrize("level", [Level.TRAVELLER, Level.SECOND])
def test_a_dog_barks_a_second_and_more_before_its_soldier_comes(level):
    play = watched(field(30, 11, at=(10, 5)), watcher((15, 5, EAST), kind=WatcherKind.DOG), wind_angle=EAST,
                   help=Help(level))
    sign, act = signs_and_act(play)
    assert sign and act - sign > 90


@pytest.mark.parametrize("kind", [WatcherKind.SOLDIER, WatcherKind.DOG, WatcherKind.SWEEP, WatcherKind.VAN,
                                  WatcherKind.INFORMER, WatcherKind.CAMERA, WatcherKind.NEIGHBOUR, WatcherKind.SCOUT])
def test_whoever_senses_is_drawn(kind):
    """No kind is without a cone, a ring or a plume."""
    play = watched(field(30, 11, at=(25, 9)), watcher((4, 5, EAST), (6, 5), kind=kind))
    assert watching.cone(play.world, play.guard) or watching.senses(play.world, play.guard)


@pytest.mark.parametrize("kind", list(WatcherKind))
def test_an_alert_rouses_only_those_who_can_search(kind):
    play = watched(field(30, 11, at=(25, 9)), watcher((4, 5, EAST), (6, 5), kind=kind))
    watching.alert(play.world, "everyone")
    still = (WatcherKind.CAMERA, WatcherKind.SCOUT, WatcherKind.NEIGHBOUR, WatcherKind.INFORMER, WatcherKind.VAN)
    assert (play.guard.mind is Mind.SEARCHING) == (kind not in still)
