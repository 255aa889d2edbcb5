import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import watching
from game.sim.grid import UNITS, Cell, Grid
from game.sim.plan import make_plan
from game.sim.room import Post, Watcher, WatcherKind
from game.sim.routes import make_loop
from game.sim.world import Mind
from tests.scenario import drawn_room
from tests.sim.drawn import field, watched, watcher

OPEN = Grid.from_rows(["." * 12] * 8)


def test_a_patrol_walks_a_tile_and_a_half_a_second_and_waits():
    loop = make_loop(OPEN, watcher((1, 1, 18, 60), (7, 1)))
    assert loop.total == 60 + 6 * 40 + 6 * 40
    assert loop.at(30) == (UNITS * 3 // 2, UNITS * 3 // 2, 18, 0, 30)
    assert loop.at(60 + 120)[:4] == (UNITS * 9 // 2, UNITS * 3 // 2, 0, 1)
    assert loop.at(loop.total + 30) == loop.at(30)


def test_as_he_came_means_the_way_he_walked():
    loop = make_loop(OPEN, watcher((1, 1, -1, 60), (7, 1, -1, 60)))
    assert loop.at(10)[2] == 36 and loop.at(60 + 240 + 10)[2] == 0


def test_a_post_behind_walls_is_left_out_and_a_lone_post_is_stood_at():
    grid = Grid.from_rows(["....#.", "....#."])
    loop = make_loop(grid, watcher((0, 0), (5, 0), (3, 0)))
    assert loop.total == 240
    assert make_loop(grid, watcher((5, 0, 9))).at(12345)[:3] == (UNITS * 11 // 2, UNITS // 2, 9)


def test_no_route_is_an_error():
    with pytest.raises(ValueError, match="no route"):
        make_loop(OPEN, Watcher("a", WatcherKind.SOLDIER, ()))


posts = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 7), st.integers(-1, 71), st.integers(0, 90)),
                 min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(posts, st.integers(0, 5000))
def test_nobody_jumps(route, tick):
    loop = make_loop(OPEN, Watcher("a", WatcherKind.SOLDIER, tuple(Post(Cell(x, y), w, f) for x, y, f, w in route)))
    (x0, y0, *_), (x1, y1, *_) = loop.at(tick), loop.at(tick + 1)
    assert (x1 - x0) ** 2 + (y1 - y0) ** 2 <= 106**2


def test_watchers_keep_to_ice_that_bears_and_open_doors_as_they_go():
    plan = make_plan(drawn_room("@=,-o.D."))
    assert [plan.bearing.free(Cell(x, 0)) for x in range(8)] == [True, True, False, False, False, True, True, True]


def test_on_his_round_he_is_where_the_clock_says():
    play = watched(field(30, 9, at=(27, 7)), watcher((3, 3, 54, 60), (14, 3, -1, 30), (14, 6)))
    loop = watching.plan_of(play.world.room).loops["guard"]
    for _ in range(40):
        play.wait(17)
        assert (play.guard.x, play.guard.y) == loop.at(play.stage.tick)[:2]


@pytest.mark.parametrize("ticks", [50, 333, 700])
def test_called_away_he_falls_in_where_the_clock_says_and_never_jumps(ticks):
    play = watched(field(30, 12, at=(27, 10), wall=[(x, 5) for x in range(4, 13)]),
                   watcher((3, 3, 54, 60), (14, 3, -1, 30), (14, 8)))
    loop = watching.plan_of(play.world.room).loops["guard"]
    play.wait(ticks)
    watching.send(play.world, "guard", Cell(8, 10))
    where = (play.guard.x, play.guard.y)
    for _ in range(3000):
        play.wait(1)
        assert abs(play.guard.x - where[0]) + abs(play.guard.y - where[1]) <= 2 * 140
        where = (play.guard.x, play.guard.y)
        if play.guard.mind is Mind.CALM:
            break
    assert play.guard.mind is Mind.CALM and where == loop.at(play.stage.tick)[:2]


def test_under_alarm_he_idles_half_as_long_and_stands_it_out_afterwards():
    play = watched(field(30, 9, at=(27, 7)), watcher((3, 3, 54, 120), (8, 3, -1, 120)))
    play.stage.alarm = 1
    play.wait(120)
    assert play.guard.ahead > 50
    play.stage.alarm = 0
    play.wait(900)
    loop = watching.plan_of(play.world.room).loops["guard"]
    assert play.guard.ahead == 0 and (play.guard.x, play.guard.y) == loop.at(play.stage.tick)[:2]
