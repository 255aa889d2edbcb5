"""Signal Hill as a place to speak from: there is always somewhere that hears, and nowhere that always does."""

from functools import cache

from game.commands import load_content, lore_of
from game.sim.ground import middle
from game.sim.journey import new_world
from game.sim.telephone import bars_at
from game.sim.world import World

PLACES = ("terrace_stone", "family_grave", "split_rock", "lone_pine")
SPEAKS = 3
HOURS = range(16 * 60 + 5, 17 * 60 + 36)


@cache
def hill() -> World:
    return new_world(lore_of(load_content()), 1, "hill.slope")[0]


def heard(minute: int) -> dict[str, int]:
    """Bars at each place to telephone from, at a minute of the day."""
    world = hill()
    world.tale.clock = minute
    return {t.name: bars_at(world, *middle(t.cell)) for t in world.room.things if t.name in PLACES}


def test_at_every_minute_somewhere_hears() -> None:
    assert {minute for minute in HOURS if max(heard(minute).values()) < SPEAKS} == set()


def test_every_place_hears_for_a_while_and_is_drowned_for_a_while() -> None:
    by_place = {name: [heard(minute)[name] for minute in HOURS] for name in PLACES}
    for name, bars in by_place.items():
        assert max(bars) >= SPEAKS, name
        assert min(bars) < SPEAKS, name


def test_the_grey_car_reaches_the_foot_of_the_hill_and_not_the_top() -> None:
    world = hill()
    room = world.room
    van = next(watcher for watcher in room.watchers if watcher.name == "van")
    things = {thing.name: thing.cell for thing in room.things}

    def nearest(name: str) -> int:
        return min((things[name].x - post.cell.x) ** 2 + (things[name].y - post.cell.y) ** 2 for post in van.route)

    assert nearest("split_rock") <= 18 ** 2
    assert nearest("lone_pine") > 30 ** 2
