"""The minds of watchers, walked through the real `step`."""

import pytest

from game.sim import watching
from game.sim.events import AlarmChanged, Noticed, Sounded, WayTaken
from game.sim.grid import Cell
from game.sim.intents import Gait
from game.sim.room import WatcherKind
from game.sim.world import POINT, Mind
from game.story.steps import Alert, Back, Calm
from tests.sim.drawn import TILE, field, watched, watcher

EAST, SOUTH, WEST, NORTH = 0, 18, 36, 54
TALK = (Calm("guard"), Back())


def minds(play, who="guard"):
    return [event.new for event in play.happened(Noticed) if event.who == who]


def until(play, mind, most=900, who="guard"):
    for tick in range(most):
        if play.stage.guards[who].mind is mind:
            return tick
        play.wait(1)
    raise AssertionError(f"{who} did not come to {mind} but {play.stage.guards[who]}")


def test_step_by_step_from_calm_to_challenge():
    play = watched(field(20, 9, at=(9, 4)), watcher((4, 4, EAST)))
    until(play, Mind.CHALLENGE)
    assert minds(play) == [Mind.CURIOUS, Mind.SEARCHING, Mind.CHALLENGE]
    assert [s.by for s in play.happened(Sounded) if s.name == "whistle"] == ["guard"]
    assert play.stage.alarm == 0, "being asked is not yet a scare"


def test_curious_he_stops_looks_three_seconds_and_walks_on():
    play = watched(field(30, 9, at=(12, 7)), watcher((4, 2, EAST), (24, 2)))
    play.guard.suspicion, play.guard.known = 29 * POINT, (play.her.x, play.her.y)
    play.guard.mind, play.guard.mind_ticks = Mind.CURIOUS, 180
    play.put_at(28, 7)
    where = play.guard.x
    play.wait(175)
    assert play.guard.x == where and play.guard.mind is Mind.CURIOUS
    assert until(play, Mind.CALM, 1200) and play.guard.suspicion < 30 * POINT


def test_standing_still_he_comes_and_asks():
    play = watched(field(20, 9, at=(9, 4)), watcher((4, 4, EAST), cast="jo"), ways={"stopped by jo": TALK})
    for _ in range(600):
        play.wait(1)
        if play.happened(WayTaken):
            break
    assert play.happened(WayTaken) == [WayTaken("stopped by jo")]
    far = (play.guard.x - play.her.x) ** 2 + (play.guard.y - play.her.y) ** 2
    assert far <= (TILE * 3 // 2) ** 2 and play.guard.mind is Mind.RETURN


def test_walking_on_makes_him_run_and_the_alarm_rise_once():
    play = watched(field(40, 9, at=(9, 4)), watcher((4, 4, EAST)))
    until(play, Mind.CHALLENGE)
    play.walk("east", 150)
    assert play.guard.mind is Mind.CHASE and play.happened(AlarmChanged) == [AlarmChanged(0, 1)]


def test_a_second_to_stop():
    play = watched(field(40, 9, at=(9, 4)), watcher((4, 4, EAST)))
    until(play, Mind.CHALLENGE)
    play.walk("east", 55)
    play.wait(120)
    assert play.guard.mind is Mind.CHALLENGE and watching.challenging(play.world) in (None, "guard")


def test_a_chaser_catches_who_walks():
    play = watched(field(60, 9, at=(9, 4)), watcher((4, 4, EAST)), ways={"caught": TALK})
    until(play, Mind.CHALLENGE)
    for _ in range(900):
        play.walk("east", 1)
        if play.happened(WayTaken):
            break
    assert play.happened(WayTaken) == [WayTaken("caught")]


def test_out_of_sight_for_three_seconds_and_he_has_to_search():
    wall = [(14, y) for y in range(3, 8)]
    play = watched(field(40, 9, at=(9, 5), wall=wall), watcher((4, 5, EAST)))
    until(play, Mind.CHALLENGE)
    play.guard.mind, play.guard.known = Mind.CHASE, (play.her.x, play.her.y)
    play.put_at(36, 7)
    until(play, Mind.SEARCHING, 240)
    assert play.guard.known == (9 * TILE + TILE // 2, 5 * TILE + TILE // 2)


def test_he_searches_where_he_last_knew_her_and_in_the_two_nearest_hiding_places():
    play = watched(field(30, 9, at=(27, 7), H=[(12, 2), (16, 2), (24, 2)]), watcher((3, 4, NORTH)))
    play.guard.known, play.guard.suspicion = (13 * TILE, 4 * TILE), 60 * POINT
    watching.alert(play.world, "guard")
    play.put_at(27, 7)
    play.guard.known = (13 * TILE, 5 * TILE)
    play.guard.path = [(x, 5) for x in range(4, 14)]
    seen = set()
    for _ in range(1500):
        play.wait(1)
        if play.guard.mind is Mind.RETURN:
            break
        seen.add((play.guard.x >> 12, play.guard.y >> 12))
    assert (13, 5) in seen and any(abs(x - 12) <= 1 and y <= 3 for x, y in seen) and play.guard.mind is Mind.RETURN
    assert any(abs(x - 16) <= 1 and abs(y - 2) <= 1 for x, y in seen)
    assert not any(x > 20 for x, _ in seen)


def test_he_follows_prints_in_the_snow_to_where_they_end_and_not_twice():
    rows = field(30, 12, at=(10, 9)).replace(".", "~")
    play = watched(rows, watcher((3, 3, EAST, 600), (20, 3)))
    play.put_at(10, 2)
    play.walk("south", 160)
    play.put_at(27, 10)
    end = play.stage.prints[-1]
    until(play, Mind.TRAIL, 1200)
    until(play, Mind.SEARCHING, 600)
    assert (play.guard.x - end.x) ** 2 + (play.guard.y - end.y) ** 2 < TILE**2
    until(play, Mind.CALM, 3000)
    play.wait(1200)
    assert minds(play).count(Mind.TRAIL) == 1


def test_the_pair_knows_at_once():
    play = watched(field(40, 20, at=(8, 4)), watcher((4, 4, EAST), pair="mate"), watcher((34, 16, EAST), name="mate"))
    tick = until(play, Mind.SEARCHING)
    assert tick and play.stage.guards["mate"].mind is Mind.SEARCHING
    assert play.stage.guards["mate"].known == play.guard.known


def test_others_only_wonder_when_they_hear_the_whistle():
    play = watched(field(40, 20, at=(8, 4)), watcher((4, 4, EAST)), watcher((10, 9, SOUTH), name="near"),
                   watcher((30, 16, SOUTH), name="far"))
    until(play, Mind.CHALLENGE)
    assert play.stage.guards["near"].mind is Mind.CURIOUS and play.stage.guards["far"].mind is Mind.CALM


def test_where_the_ice_does_not_bear_he_halts():
    rows = ["##############", *["#......ooooo@#"] * 5, "##############"]
    rows = [row.replace("@", "o") if i != 3 else row for i, row in enumerate(rows)]
    play = watched("\n".join(rows), watcher((2, 3, EAST)), night=False)
    play.guard.mind, play.guard.known = Mind.CHASE, (play.her.x, play.her.y)
    play.guard.suspicion = 100 * POINT
    for _ in range(200):
        play.stage.tick += 1
        watching.watch(play.world, [])
    assert (play.guard.x >> 12, play.guard.y >> 12) == (6, 3)


def test_in_the_water_nobody_asks_and_nobody_catches():
    play = watched(field(20, 9, at=(5, 4)), watcher((4, 4, EAST)))
    play.guard.mind = Mind.CHALLENGE
    assert watching.challenging(play.world) == "guard"
    play.guard.mind, play.guard.x = Mind.CHASE, play.her.x
    assert watching.caught(play.world) == "guard"
    play.her.in_water = True
    assert watching.caught(play.world) is None
    play.guard.mind = Mind.CHALLENGE
    assert watching.challenging(play.world) is None


def test_a_clerk_calls_but_never_runs():
    play = watched(field(40, 9, at=(8, 4)), watcher((4, 4, EAST), kind=WatcherKind.CLERK))
    until(play, Mind.CHALLENGE)
    play.walk("east", 300, Gait.RUN)
    assert Mind.CHASE not in minds(play) and play.stage.alarm == 1
    until(play, Mind.CALM, 900)


def test_a_listening_post_never_moves():
    play = watched(field(30, 9, at=(7, 4)), watcher((4, 4, EAST), kind=WatcherKind.LISTENER))
    where = play.guard.x, play.guard.y
    until(play, Mind.CHALLENGE)
    play.walk("east", 400)
    assert (play.guard.x, play.guard.y) == where and play.stage.alarm == 1


def test_a_car_sees_in_its_lamps_stops_and_drives_on():
    play = watched(field(60, 9, at=(50, 7)), watcher((3, 3), (56, 3), kind=WatcherKind.VEHICLE))
    play.wait(60)
    assert play.guard.x > 6 * TILE
    play.put_at((play.guard.x >> 12) + 6, 3)
    play.wait(100)
    assert play.guard.mind is Mind.CHALLENGE and play.stage.alarm == 1
    where = play.guard.x
    play.put_at(3, 7)
    play.wait(200)
    assert play.guard.x == where
    until(play, Mind.CALM, 2400)


def test_a_lamp_that_should_not_burn_draws_a_soldier_once():
    play = watched(field(40, 9, at=(36, 7), L=[(16, 4)]), watcher((4, 4, NORTH)))
    play.stage.decoys["lamp_stone"] = 9000
    until(play, Mind.CURIOUS, 20)
    until(play, Mind.SENT, 200)
    play.wait(500)
    assert (play.guard.x >> 12, play.guard.y >> 12) == (16, 4)
    until(play, Mind.CALM, 3000)
    play.wait(600)
    assert minds(play).count(Mind.CURIOUS) == 1


def test_nobody_answers_and_he_lets_it_be():
    """Without a scene for it, a challenge does not hold her for ever."""
    play = watched(field(20, 9, at=(8, 4)), watcher((4, 4, EAST)))
    until(play, Mind.CHALLENGE)
    until(play, Mind.RETURN, 700)
    assert play.guard.blind_ticks > 0


@pytest.mark.parametrize("who", ["jo", "guard", "everyone"])
def test_alarmed_by_a_scene_he_searches_where_she_is(who):
    play = watched(field(20, 9, at=(12, 4)), watcher((4, 4, WEST), cast="jo"),
                   ways={"at 00:01": (Alert(who), Back())}, ticks_per_minute=60)
    play.wait(70)
    assert play.guard.mind is Mind.SEARCHING and play.guard.known != (-1, -1)
    assert Cell(play.guard.known[0] >> 12, play.guard.known[1] >> 12) == play.cell


def test_what_is_heard_of_a_mind_that_turns():
    play = watched(field(24, 9, at=(9, 4)), watcher((4, 4, EAST), pair="mate"), watcher((4, 7, 54), name="mate"))
    until(play, Mind.SEARCHING)
    heard = [(s.name, s.by, s.radius) for s in play.happened(Sounded) if s.by == "guard"]
    assert [name for name, _, _ in heard] == ["step_earth", "whistle"] and heard[1][2] == 0
    assert play.stage.guards["mate"].mind is Mind.SEARCHING


def test_one_long_way_is_found_a_tick_and_who_waits_stands():
    """Six called at once to the far side of a wall: each sets out a tick after the one before, in order."""
    posts = [(2, y, EAST) for y in range(2, 8)]
    wall = [(10, y) for y in range(1, 9)]
    play = watched(field(20, 12, at=(17, 10), wall=wall),
                   *(watcher(post, name=f"man{i}") for i, post in enumerate(posts)))
    for name in play.stage.guards:
        watching.send(play.world, name, (15, 3))
    assert play.stage.asking == [f"man{i}" for i in range(6)]
    for waiting in range(5, -1, -1):
        play.wait(1)
        assert len(play.stage.asking) == waiting
        assert sum(not g.path for g in play.stage.guards.values()) == waiting
        assert all(g.mind is Mind.SENT for g in play.stage.guards.values())


def test_to_lose_her_makes_his_pair_no_surer():
    play = watched(field(40, 9, at=(37, 4)), watcher((4, 4, WEST), pair="mate"), watcher((12, 2, WEST), name="mate"))
    play.guard.mind, play.guard.suspicion, play.guard.known = Mind.CHASE, 100 * POINT, (5 * TILE, 4 * TILE)
    play.guard.unseen_ticks = 179
    mate = play.stage.guards["mate"]
    mate.mind, mate.mind_ticks, mate.suspicion = Mind.CURIOUS, 100, 40 * POINT
    play.wait(3)
    assert play.guard.mind is Mind.SEARCHING and mate.mind is Mind.CURIOUS and mate.suspicion <= 40 * POINT
