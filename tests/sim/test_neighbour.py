"""The neighbour: the curtain moves first; a sighting is one rumour; greeting in time stops the call."""

from game.sim import watching
from game.sim.events import AlarmChanged, Reported, Sounded, Twitched
from game.sim.room import WatcherKind
from game.sim.world import Mind
from game.story.facts import Fact, FactType
from tests.scenario import FACTS
from tests.sim.drawn import field, watched, watcher

EAST, SOUTH = 0, 18
RUMOUR = Fact("rumour", FactType.INT, 0, 0, 5)


def window(at, **more):
    room = {key: more.pop(key) for key in ("clock_start", "clock_end", "ticks_per_minute") if key in more}
    return watched(field(20, 12, at=at), watcher((10, 2, SOUTH), kind=WatcherKind.NEIGHBOUR, keeps="rumour", **more),
                   facts=(*FACTS, RUMOUR), **room)


def rumours(play):
    return play.world.tale.facts["rumour"]


def test_the_curtain_moves_before_she_is_made_out():
    play = window((10, 6))
    while not play.happened(Twitched):
        play.wait(1)
    assert rumours(play) == 0 and [s.name for s in play.happened(Sounded)] == ["curtain"]
    play.put_at(2, 10)
    play.wait(900)
    assert rumours(play) == 0 and play.guard.suspicion == 0, "stepping out of it in time costs nothing"


def test_each_sighting_is_one_rumour_more_and_no_whistle():
    play = window((10, 6))
    play.wait(900)
    assert rumours(play) == 1, "one sighting, however long"
    play.put_at(2, 10)
    play.wait(700)
    play.put_at(10, 6)
    play.wait(300)
    assert rumours(play) == 2
    assert not [s for s in play.happened(Sounded) if s.name == "whistle"] and not play.happened(AlarmChanged)
    assert play.guard.mind in (Mind.CALM, Mind.CURIOUS, Mind.RETURN)


def test_rumours_end_at_five():
    play = window((10, 6))
    play.world.tale.facts["rumour"] = 5
    play.wait(400)
    assert rumours(play) == 5


def test_one_who_calls_needs_five_seconds():
    play = window((10, 6), calls=True)
    while not rumours(play):
        play.wait(1)
    start = play.stage.tick
    assert play.happened(Sounded)[-1].name == "telephone" and watching.minded(play.world, play.guard) == 0
    while not play.happened(Reported):
        play.wait(1)
        assert play.stage.tick < start + 400
    assert play.stage.tick - start == 300 and play.stage.alarm == 1


def test_she_calls_once_and_talks_on():
    play = window((10, 6), calls=True)
    play.wait(700)
    assert len(play.happened(Reported)) == 1 and rumours(play) == 1
    play.put_at(2, 10)
    play.wait(700)
    play.put_at(10, 6)
    play.wait(700)
    assert len(play.happened(Reported)) == 1 and rumours(play) == 2
    assert [s.name for s in play.happened(Sounded)].count("telephone") == 1


def test_greeting_her_in_time_stops_the_call():
    play = window((10, 6), calls=True)
    while not rumours(play):
        play.wait(1)
    play.wait(200)
    assert 60 < watching.minded(play.world, play.guard) < 70
    watching.calm(play.world, "guard")
    watching.pass_by(play.world, "guard", 600)
    play.wait(500)
    assert not play.happened(Reported) and play.stage.alarm == 0


def test_she_keeps_hours():
    hours = {"from_minute": 0, "until_minute": 30, "clock_start": 40, "clock_end": 100, "ticks_per_minute": 600}
    play = window((10, 6), **hours)
    play.wait(600)
    assert play.guard.mind is Mind.OFF and rumours(play) == 0


def test_a_farmer_walks_his_round_and_looks_where_he_saw_something():
    play = watched(field(30, 12, at=(14, 5)), watcher((4, 4, EAST), (24, 4), kind=WatcherKind.NEIGHBOUR,
                                                      keeps="rumour"), facts=(*FACTS, RUMOUR))
    before = play.guard.x
    play.wait(60)
    assert play.guard.x > before
    for _ in range(600):
        play.wait(1)
    assert rumours(play) == 1


def test_behind_glass_she_hears_nothing():
    play = window((10, 11 - 1))
    assert watching.noise_heard_by(play.world, play.guard.x, play.guard.y, 20_000) == []
