"""What makes her count for less - people about her, permitted hours, the white cloth - and who is seen with her."""

import pytest

from game.sim import suspicion, watching
from game.sim.intents import Gait, Move
from game.sim.room import Area, Post, Resident
from game.sim.world import Lure, Mind, Noise
from tests.sim.drawn import TILE, field, watched, watcher

EAST, SOUTH, NORTH = 0, 18, 54
CROWD = Area("market", 1, 1, 28, 7, crowd=True)
HOURS = Area("bank", 1, 1, 28, 7, permitted=(600, 660))


def after(ticks=40, gait=Gait.WALK, ground=".", at=(8, 4), ease=None, cloth=False, **room):
    play = watched(field(30, 9, at=at).replace(".", ground), watcher((4, 4, EAST)), **room)
    play.her.cloth = cloth
    if ease is not None:
        assert suspicion.ease(play.world) == ease
    for _ in range(ticks):
        play.do(Move(gait=gait))
    return play.guard.suspicion


def test_upright_in_a_crowd_she_is_one_of_many():
    plain = after()
    assert after(areas=(CROWD,), ease=40) == pytest.approx(plain * 40 // 100, abs=40)
    assert after(areas=(CROWD,), gait=Gait.CROUCH) == after(gait=Gait.CROUCH), "bent double she is not"


def test_in_permitted_hours_she_hardly_counts():
    plain = after()
    inside = after(areas=(HOURS,), clock_start=610, clock_end=700, ticks_per_minute=3600, ease=20)
    assert inside == pytest.approx(plain * 20 // 100, abs=40)
    assert after(areas=(HOURS,), clock_start=670, clock_end=700, ticks_per_minute=3600) == plain


def test_the_white_cloth_helps_who_lies_still_on_snow():
    low = {"gait": Gait.CRAWL, "ground": "~"}
    plain = after(**low)
    assert after(cloth=True, **low) == pytest.approx(plain // 2, abs=700)
    assert after(cloth=True, gait=Gait.CRAWL) == after(gait=Gait.CRAWL), "on earth it is a white spot"
    assert after(cloth=True, ground="~") == after(ground="~"), "and upright too"


def follower(at, her=(25, 7), wall=()):
    play = watched(field(30, 14, at=her, wall=list(wall)), watcher((4, 4, EAST)),
                   residents=(Resident("boy", (Post(at),), follows=True),))
    boy = play.stage.folk["boy"]
    boy.x, boy.y = at[0] * TILE + TILE // 2, at[1] * TILE + TILE // 2
    return play, boy


def test_who_goes_with_her_is_seen_as_she_is():
    play, boy = follower((8, 4))
    watching.watch(play.world, [])
    assert play.guard.suspicion > 0 and play.guard.known == (boy.x, boy.y)


def test_suspicion_falls_on_the_nearest_of_them():
    play, _ = follower((9, 4), her=(7, 4))
    watching.watch(play.world, [])
    assert play.guard.known == (play.her.x, play.her.y)
    alone = watched(field(30, 14, at=(7, 4)), watcher((4, 4, EAST)))
    watching.watch(alone.world, [])
    assert play.guard.suspicion == alone.guard.suspicion


def test_hidden_company_is_not_seen():
    play, boy = follower((8, 4))
    boy.hidden = "somewhere"
    watching.watch(play.world, [])
    assert play.guard.suspicion == 0


# Lures ---------------------------------------------------------------------------------------------------
def pebble(play, x, y, number=1):
    """A pebble that has just fallen there."""
    noise = Noise(x * TILE, y * TILE, 6 * TILE, 30, "pebble")
    play.stage.lures.append(Lure(number, "pebble", noise.x, noise.y, 6000))
    watching.watch(play.world, [noise])


def test_a_soldier_who_hears_a_pebble_goes_looks_four_seconds_and_comes_back():
    play = watched(field(30, 14, at=(25, 12)), watcher((4, 4, NORTH)))
    pebble(play, 8, 8)
    assert play.guard.mind is Mind.SENT
    play.wait(300)
    assert (play.guard.x >> 12, play.guard.y >> 12) == (8, 8) and play.guard.mind is Mind.SENT
    play.wait(200)
    assert play.guard.mind is Mind.RETURN
    play.wait(300)
    assert play.guard.mind is Mind.CALM and play.guard.lured == 1


def test_each_pebble_draws_each_of_them_once():
    play = watched(field(30, 14, at=(25, 12)), watcher((4, 4, NORTH)))
    pebble(play, 8, 8)
    watching.calm(play.world, "guard")
    play.wait(60)
    watching.watch(play.world, [Noise(8 * TILE, 8 * TILE, 6 * TILE, 30, "pebble")])
    assert play.guard.mind is not Mind.SENT
    watching.calm(play.world, "guard")
    pebble(play, 8, 8, number=2)
    assert play.guard.mind is Mind.SENT


def test_who_does_not_hear_it_stays_and_who_chases_is_not_drawn():
    play = watched(field(30, 14, at=(25, 12)), watcher((4, 4, NORTH)), watcher((16, 2, NORTH), name="mate"))
    play.stage.guards["mate"].mind = Mind.CHASE
    pebble(play, 15, 4)
    assert play.guard.mind is Mind.CALM and play.stage.guards["mate"].mind is not Mind.SENT
