"""Sight through the real `step`: what fills suspicion, what slows it, what a scene may ask."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import watching
from game.sim.events import Glimpsed
from game.sim.grid import Cell
from game.sim.intents import Gait, Move
from game.sim.room import Area, Thing, ThingKind, WatcherKind
from game.sim.sight import CORE, NONE, RIM
from game.sim.world import FULL, POINT, Help, Level, Mind
from tests.sim.drawn import TILE, field, inside, watched, watcher

EAST, SOUTH, WEST, NORTH = 0, 18, 36, 54


def standing(distance, *, kind=WatcherKind.SOLDIER, help=None, facing=EAST, torch=False, **room):
    return watched(field(30, 9, at=(4 + distance, 4)), watcher((4, 4, facing), kind=kind, torch=torch), help=help,
                   **room)


def ticks_to_full(play, most=600, **wait):
    for tick in range(most):
        if play.guard.suspicion >= FULL:
            return tick
        play.wait(1, **wait)
    return most


@pytest.mark.parametrize(("distance", "seconds"), [(1, 0.35), (2, 0.35), (3, 1.2), (6, 2.6)])
def test_the_nearer_the_quicker(distance, seconds):
    first = 12 if seconds > 0.4 else seconds * 30 - 1  # the first moment counts half
    assert abs(ticks_to_full(standing(distance)) - (seconds * 60 + first)) <= 14


def test_day_reaches_ten_and_night_six_and_a_torch_nine_and_snow_takes_two():
    assert ticks_to_full(standing(7), 300) == 300
    assert ticks_to_full(standing(10, night=False), 400) < 400
    assert ticks_to_full(standing(8, torch=True), 400) < 400
    assert ticks_to_full(standing(8, torch=True, snowfall=True), 300) == 300
    assert ticks_to_full(standing(5, snowfall=True), 300) == 300


def test_the_first_sight_is_told_once():
    play = standing(4)
    play.wait(30)
    assert play.happened(Glimpsed) == [Glimpsed("guard")]


def test_the_corner_of_his_eye_never_makes_him_search():
    play = watched(field(12, 12, at=(6, 6)), watcher((5, 4, SOUTH + 18 - 9)))
    assert watching.seen_by(play.world) == []
    play = watched(field(12, 12, at=(6, 6)), watcher((4, 4, EAST)))
    assert watching.seen_by(play.world) == ["guard"]
    play.guard.mind = Mind.CURIOUS
    play.guard.mind_ticks = 9999
    for _ in range(400):
        play.wait(1)
        play.guard.facing, play.guard.known = EAST, (-1, -1)
    assert play.guard.suspicion == 60 * POINT - 1 and play.guard.mind is Mind.CURIOUS


def test_darkness_halves_and_a_lamp_undoes_it():
    def after(**room):
        play = standing(5, **room)
        play.wait(60)
        return play.guard.suspicion
    pit = Area("pit", 8, 3, 3, 3, dark=True)
    lamp = Thing("lamp", ThingKind.LAMP, Cell(9, 3), radius_cells=3)
    plain, dark = after(), after(areas=(pit,))
    assert dark <= plain // 2 + 1 and dark > 0
    play = standing(5, areas=(pit,))
    room = play.world.room
    play.world.lore.rooms["yard"] = replace(room, things=(*room.things, lamp))
    assert watching.lit(play.world)
    play.wait(60)
    assert play.guard.suspicion == plain


def test_running_rouses_faster_than_standing():
    walked, ran = standing(5), standing(5)
    for play, gait in ((walked, Gait.WALK), (ran, Gait.RUN)):
        play.her.vx = 1
        play.her.gait = gait
        watching.watch(play.world, [])
    assert ran.guard.suspicion == walked.guard.suspicion * 3 // 2


def test_suspicion_fades_after_two_seconds_unseen():
    play = standing(5)
    play.wait(60)
    before = play.guard.suspicion
    play.guard.mind, play.guard.mind_ticks = Mind.CURIOUS, 9999
    play.put_at(28, 7)
    play.wait(118)
    assert play.guard.suspicion == before
    play.wait(62)
    assert before - play.guard.suspicion == pytest.approx(12 * POINT, abs=500)


def test_nobody_suspects_in_the_second_after_a_scene_nor_in_the_safe_seconds():
    play = standing(3, calm_seconds=2)
    play.wait(100)
    assert play.guard.suspicion == 0
    play.wait(60)
    assert play.guard.suspicion > 0


def test_hidden_she_is_not_seen_until_he_looks_into_that_place():
    play = watched(field(16, 9, at=(3, 4), H=[(8, 4), (9, 7)]), watcher((4, 4, EAST)))
    play.her.hidden, (play.her.x, play.her.y) = "hole", (8 * TILE + 2048, 4 * TILE + 2048)
    play.wait(120)
    assert play.guard.suspicion == 0
    watching.alert(play.world, "guard")
    play.guard.suspicion = 60 * POINT
    play.wait(240)
    assert play.guard.mind is Mind.CHALLENGE


def test_a_bribed_watcher_neither_sees_nor_hears():
    play = standing(3)
    watching.pass_by(play.world, "jo", 100)
    assert play.guard.suspicion == 0
    play.guard.blind_ticks = 100
    play.wait(99)
    assert play.guard.suspicion == 0
    play.wait(30)
    assert play.guard.suspicion > 0


def test_scenes_calm_alert_and_send():
    play = standing(8)
    watching.alert(play.world, "everyone")
    assert play.guard.mind is Mind.SEARCHING and play.guard.known == (play.her.x, play.her.y)
    watching.calm(play.world, "guard")
    assert play.guard.mind is Mind.RETURN and play.guard.suspicion == 0
    play.wait(2)
    assert play.guard.mind is Mind.CALM
    watching.send(play.world, "guard", Cell(4, 7))
    play.wait(120)
    assert play.guard.mind is Mind.SENT and (play.guard.x >> 12, play.guard.y >> 12) == (4, 7)
    play.wait(400)
    assert play.guard.mind is Mind.CALM and (play.guard.x >> 12, play.guard.y >> 12) == (4, 4)


def test_cones_have_a_core_a_rim_and_a_ring():
    play = standing(8)
    core, rim, ring = (watching.cone(play.world, play.guard, part) for part in (CORE, RIM, NONE))
    x, y = play.guard.x, play.guard.y
    assert inside(core, x + 5 * TILE, y) and not inside(core, x + 7 * TILE, y)
    assert inside(rim, x + 2 * TILE, y + 2 * TILE) and not inside(core, x + 2 * TILE, y + 2 * TILE)
    assert inside(ring, x - TILE, y) and not inside(ring, x - 2 * TILE, y)
    assert core[0][0] // 256 == x // 256


def test_no_suspicion_in_a_scene_but_rounds_are_walked():
    play = watched(field(20, 9, at=(6, 4)), watcher((3, 4, EAST), (9, 4)))
    before = play.guard.x
    for _ in range(60):
        play.stage.tick += 1
        watching.walk(play.world)
    assert play.guard.x > before + TILE and play.guard.suspicion == 0


def test_the_music_knows_how_bad_it_is():
    play = standing(3)
    levels = []
    for _ in range(90):
        play.wait(1)
        levels.append(watching.threat(play.world))
    assert levels == sorted(levels) and levels[0] == 0 and levels[-1] == 3


HELPS = st.builds(Help, st.sampled_from([Level.TRAVELLER, Level.STORY]), st.integers(50, 100), st.integers(40, 100))


@settings(max_examples=120, deadline=None)
@given(help=HELPS, x=st.integers(4 * TILE, 16 * TILE), y=st.integers(TILE, 8 * TILE), facing=st.integers(0, 71),
       suspicion=st.integers(0, FULL), mind=st.sampled_from([Mind.CALM, Mind.CURIOUS, Mind.SEARCHING, Mind.CHASE]),
       gait=st.sampled_from(list(Gait)), unseen=st.integers(0, 200), seen=st.integers(0, 60), torch=st.booleans())
def test_help_only_helps(help, x, y, facing, suspicion, mind, gait, unseen, seen, torch):
    """From the same stage, one tick with any help leaves no suspicion higher than without."""
    left = []
    for given_help in (Help(), help):
        play = watched(field(20, 10, at=(2, 2)), watcher((8, 4, facing), torch=torch, pair="mate"),
                       watcher((12, 6, WEST), name="mate"), help=given_help)
        her, guard = play.her, play.guard
        her.x, her.y, her.gait = x, y, gait
        guard.facing, guard.suspicion, guard.mind = facing, suspicion, mind
        guard.unseen_ticks, guard.seen_ticks, guard.known = unseen, seen, (x, y)
        watching.watch(play.world, [])
        left.append([g.suspicion for g in play.stage.guards.values()])
    assert all(helped <= plain for plain, helped in zip(*left, strict=True))


def test_winter_watches_harder():
    winter, plain = standing(5, help=Help(Level.WINTER)), standing(5)
    assert ticks_to_full(winter) < ticks_to_full(plain)


def test_a_moving_guard_makes_the_same_tick_again():
    """Nothing hidden decides: the same world goes the same way."""
    def run():
        play = watched(field(24, 12, at=(6, 8)), watcher((3, 4, EAST), (18, 4, -1, 60)), ticks_per_minute=600)
        play.do(*[Move(1, 0, Gait.RUN)] * 200, *[Move(0, -1)] * 100)
        return play.stage
    assert run() == run()
