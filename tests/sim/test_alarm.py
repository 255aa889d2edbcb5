from game.sim import alarm, watching
from game.sim.events import AlarmChanged
from game.sim.plan import begin
from game.sim.world import Mind
from game.story.steps import Back
from tests.sim.drawn import TILE, field, watched, watcher

NORTH, EAST = 54, 0


def yard(**more):
    return watched(field(40, 20, at=(36, 17), **more), watcher((4, 4, NORTH), name="one"),
                   watcher((10, 4, NORTH), name="two"), watcher((4, 16, NORTH), name="three"),
                   ways={"reach one": (Back(),), "reach two": (Back(),)})


def scare(play):
    around = begin(play.world)
    alarm.scare(around)
    play.events += around.told


def test_one_scare_raises_it_once():
    play = yard()
    scare(play)
    scare(play)
    assert play.stage.alarm == 1
    play.wait(alarm.ONE_SCARE_TICKS)
    scare(play)
    assert play.stage.alarm == 2


def test_a_minute_unseen_brings_it_down_by_one_and_waiting_never_raises_it():
    play = yard()
    play.stage.alarm = 2
    play.wait(3599)
    assert play.stage.alarm == 2
    play.wait(1)
    assert play.stage.alarm == 1
    play.wait(7300)
    assert play.stage.alarm == 0
    assert play.happened(AlarmChanged) == [AlarmChanged(2, 1), AlarmChanged(1, 0)]


def test_being_seen_starts_the_minute_again():
    play = watched(field(20, 9, at=(9, 4)), watcher((4, 4, EAST)))
    play.stage.alarm, play.stage.alarm_ticks = 1, 3000
    play.wait(2)
    assert play.stage.alarm_ticks == 0


def test_at_two_every_soldier_lights_his_lantern():
    play = watched(field(20, 9, at=(12, 4)), watcher((4, 4, EAST)))
    assert watching.seen_by(play.world) == []
    play.stage.alarm = 2
    assert watching.seen_by(play.world) == ["guard"]
    assert watching.reach(play.world, play.guard).torch == 9 * TILE


def test_at_three_the_nearest_soldiers_stand_at_the_ways_out_until_it_falls():
    play = yard(**{"1": [(18, 4)], "2": [(6, 10)]})
    play.stage.alarm, play.stage.alarm_ticks = 2, 600
    scare(play)
    play.wait(900)
    at = {name: (g.x >> 12, g.y >> 12) for name, g in play.stage.guards.items() if g.mind is Mind.SENT}
    assert at["two"] == (18, 4) and (6, 10) in at.values() and len(at) == 2
    play.wait(1500)
    assert play.stage.guards["two"].mind is Mind.SENT
    play.wait(1300)
    assert play.stage.alarm == 2
    play.wait(900)
    assert play.stage.guards["two"].mind is Mind.CALM
