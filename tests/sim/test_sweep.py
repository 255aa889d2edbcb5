"""The sweep: house by house in its order, dogs before it, every hiding place it can know of looked into."""

import pytest

from game.sim import houses, watching
from game.sim.events import Noticed, Sounded
from game.sim.grid import Cell
from game.sim.plan import plan_of
from game.sim.room import Area, WatcherKind
from game.sim.world import Mind
from tests.sim.drawn import field, watched, watcher

SOUTH = 18
HOUSES = ((6, 5), (20, 5), (34, 5))
HIDES = [(4, 3), (8, 7), (22, 7), (37, 3)]


def village(hidden="", **more):
    """Three houses along a road; she hides in `hidden`, or stands out of everybody's sight."""
    wall = [(43, y) for y in range(1, 9)]
    play = watched(field(48, 11, at=(46, 5), H=HIDES, wall=wall),
                   watcher(*[(x, y, SOUTH, 0) for x, y in HOUSES], kind=WatcherKind.SWEEP, sees_cells=2), **more)
    if hidden:
        play.her.hidden = hidden
        place = next(t for t in play.world.room.things if t.name == hidden)
        play.put_at(*place.cell)
    return play


def found_at(play, most=9000):
    """When she is challenged; 0 never."""
    for _ in range(most):
        for event in play.wait(1):
            if isinstance(event, Noticed) and event.new is Mind.CHALLENGE:
                return play.stage.tick
    return 0


def houses_of(play, tick_to):
    """The houses they stood in, and from when."""
    seen = []
    while play.stage.tick < tick_to:
        play.wait(1)
        at = next((n for n, (x, y) in enumerate(HOUSES)
                   if abs((play.guard.x >> 12) - x) <= 5 and abs((play.guard.y >> 12) - y) <= 4), None)
        if at is not None and (not seen or seen[-1][0] != at):
            seen.append((at, play.stage.tick))
    return seen


def test_house_by_house_in_order_forty_seconds_each():
    seen = houses_of(village(), 6500)
    assert [house for house, _ in seen][:3] == [0, 1, 2]
    stay = seen[1][1] - seen[0][1]
    assert 2400 <= stay <= 2400 + 40 * 14 + 120


def test_a_dog_barks_at_the_next_house_ten_seconds_before():
    play = village()
    play.wait(7000)
    heard = [(s.x >> 12, s.y >> 12) for s in play.happened(Sounded) if s.name == "dog_far"]
    assert heard == [HOUSES[1], HOUSES[2]]
    play = village()
    while not play.happened(Sounded):
        play.wait(1)
    barked = play.stage.tick
    while (play.guard.x >> 12, play.guard.y >> 12) != HOUSES[1]:
        play.wait(1)
    assert abs(play.stage.tick - barked - 600) <= 60


@pytest.mark.parametrize("hide", ["hole", "hole1", "hole2", "hole3"])
def test_every_hiding_place_of_a_house_is_looked_into(hide):
    assert found_at(village(hide))


def test_a_hide_of_another_house_is_not_looked_into_before_its_turn():
    first, later = found_at(village("hole2")), found_at(village("hole3"))
    assert first < 2400 < later


def test_a_hide_behind_a_wall_of_its_own_room_is_not_known():
    cellar = Area("cellar", 21, 6, 3, 3, floor=True)
    assert found_at(village("hole3", areas=(cellar,))) == 0
    house = Area("house", 16, 2, 10, 8, floor=True)
    assert found_at(village("hole3", areas=(house,))), "a whole house is known"
    play = village("hole3", areas=(cellar,))
    play.wait(3000)
    watching.alert(play.world, "guard")
    assert found_at(play, 1500) == 0, "nor do they look there when they search"


def test_even_beside_the_door_a_secret_place_is_not_known():
    def found(*areas):
        play = watched(field(48, 11, at=(46, 5), H=[(7, 6)], wall=[(43, y) for y in range(1, 9)]),
                       watcher(*[(x, y, SOUTH, 0) for x, y in HOUSES], kind=WatcherKind.SWEEP, sees_cells=2),
                       areas=areas)
        play.her.hidden = "hole"
        play.put_at(7, 6)
        return found_at(play, 2400)
    assert found() and not found(Area("wall", 7, 6, 1, 1, floor=True))


def test_behind_them_it_is_safe():
    play = village()
    while (play.guard.x >> 12, play.guard.y >> 12) != HOUSES[1]:
        play.wait(1)
    play.her.hidden = "hole2"
    play.put_at(8, 7)
    assert found_at(play, 4000) == 0


def test_the_hides_of_a_halt_are_the_nearest_first_and_within_six_cells():
    room = village().world.room
    assert [t.cell for t in houses.known_hides(room, Cell(7, 5))] == [Cell(8, 7), Cell(4, 3)]
    assert houses.known_hides(room, Cell(14, 5)) == []


def test_a_house_with_so_many_places_that_time_runs_out_is_announced_once():
    play = watched(field(48, 11, at=(46, 5), H=[(x, 3) for x in range(17, 25)], wall=[(43, y) for y in range(1, 9)]),
                   watcher(*[(x, y, SOUTH, 600) for x, y in HOUSES], kind=WatcherKind.SWEEP, sees_cells=2))
    play.wait(play_lap(play))
    heard = [(s.x >> 12, s.y >> 12) for s in play.happened(Sounded) if s.name == "dog_far"]
    assert sorted(heard) == sorted(HOUSES)


def play_lap(play):
    return plan_of(play.world.room).loops["guard"].total


def test_in_line_only_the_first_is_announced():
    posts = [(x, y, SOUTH, 0) for x, y in HOUSES]
    play = watched(field(48, 11, at=(46, 9), H=HIDES, wall=[(43, y) for y in range(1, 9)]),
                   watcher(*posts, kind=WatcherKind.SWEEP, sees_cells=2),
                   watcher(*posts, kind=WatcherKind.SWEEP, sees_cells=2, name="second", lag_ticks=60))
    play.wait(4000)
    assert [s.by for s in play.happened(Sounded) if s.name == "dog_far"] == ["guard"]
