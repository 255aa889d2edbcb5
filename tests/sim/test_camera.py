"""The camera: its arc is a clock; cover, its pole and its other side are safe; it calls."""

import pytest

from game.sim import watching
from game.sim.events import AlarmChanged, Reported, WayTaken
from game.sim.room import WatcherKind
from game.sim.sight import CORE
from game.sim.world import Mind
from game.story.steps import Back
from tests.scenario import line
from tests.sim.drawn import TILE, field, inside, near_edge, watched, watcher

EAST, SOUTH = 0, 18


def filmed(at, *others, ways=(), walls=(), **more):
    """A camera at (15, 2) that looks south: from 26 (left on the picture) to 10 and back."""
    return watched(field(32, 14, at=at, wall=list(walls)),
                   watcher((15, 2, SOUTH), kind=WatcherKind.CAMERA, sweep=(26, 10, 0), sees_cells=9), *others,
                   ways=ways, **more)


def seen_ticks(play, ticks):
    found = []
    for _ in range(ticks):
        play.wait(1)
        play.guard.suspicion = 0
        if watching.seen_by(play.world):
            found.append(play.stage.tick)
    return found


def test_five_seconds_left_five_seconds_right_the_same_every_time():
    first = seen_ticks(filmed((12, 9)), 600)
    assert 0 < len(first) < 400
    play = filmed((12, 9))
    again = seen_ticks(play, 1200)
    assert again == first + [tick + 600 for tick in first]
    assert filmed((12, 9)).guard.mind is Mind.CALM


def test_where_it_does_not_look_nobody_is_seen():
    left, right = seen_ticks(filmed((10, 7)), 600), seen_ticks(filmed((20, 7)), 600)
    assert left and right and not set(left) & set(right)


def test_below_its_pole_it_looks_over_her():
    assert not seen_ticks(filmed((15, 3)), 600)
    assert seen_ticks(filmed((15, 5)), 600)


def test_what_stands_between_hides_her():
    assert not seen_ticks(filmed((12, 9), walls=[(13, 7), (13, 6), (12, 7), (12, 8), (13, 8)]), 600)


def test_it_calls_the_nearest_soldiers_and_says_so():
    play = filmed((15, 8), watcher((3, 12, EAST), name="near"), ways={"reported by guard": (line(), Back())})
    for _ in range(900):
        play.wait(1)
        if play.happened(Reported):
            break
    assert play.happened(Reported) == [Reported("guard")] and play.happened(AlarmChanged)
    assert play.stage.guards["near"].mind is Mind.SEARCHING
    assert play.happened(WayTaken) == [WayTaken("reported by guard")]


def test_it_never_leaves_its_pole_and_can_call_again():
    play = filmed((15, 8))
    for _ in range(4000):
        play.wait(1)
    assert len(play.happened(Reported)) >= 2
    assert (play.guard.x >> 12, play.guard.y >> 12) == (15, 2)


@pytest.mark.parametrize("tick", [1, 100, 250, 420])
def test_the_arc_drawn_is_the_arc_seen_without_the_place_below_it(tick):
    play = filmed((2, 12))
    play.her.calm_ticks = 1000
    play.wait(tick)
    polygon = watching.cone(play.world, play.guard, CORE)
    eye = play.guard.x, play.guard.y
    agreed = 0
    for x in range(3 * TILE, 29 * TILE, TILE // 2):
        for y in range(eye[1] - TILE // 2, 13 * TILE, TILE // 2):
            play.her.x, play.her.y = x + 301, y + 177
            drawn = inside(polygon, play.her.x, play.her.y)
            seen = bool(watching.seen_by(play.world))
            if not near_edge(polygon, play.her.x, play.her.y, 300):
                assert drawn == seen, (play.her.x / TILE, play.her.y / TILE)
                agreed += seen
    assert agreed > 30
