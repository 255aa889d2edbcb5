"""How soon each place of a visit can be come to unseen: one search with every place as its goal. It is not walked."""

from __future__ import annotations

from game.prove.rooms.search import Asked, Search
from game.prove.rooms.terrain import goal_of
from game.prove.rooms.watched import SLOT_TICKS, Answers, Foreseen
from game.prove.rooms.ways import Ways
from game.sim.ground import cell_of
from game.sim.ways import HERS
from game.sim.world import World
from game.story import runtime

TOUR_SLOTS = 450     # two and a half minutes
NEVER_TICKS = -1


def tour(world: World, ways: Ways, answers: Answers) -> dict[str, int]:
    """For each way of hers that is open and has a place: ticks until she can be there unseen, or NEVER_TICKS.

    Ways out are not walked through on the way to another place. Told by the search alone, with a third of a second's
    berth.
    """
    stage = world.stage
    assert stage is not None
    terrain = answers.terrain(world)
    goals = {way.name: goal_of(world, terrain, way) for way in runtime.open_ways(world.lore.book, world.tale)
             if way.verb in HERS}
    leaving = 0
    for name in (*ways.exits, *ways.retreats):
        leaving |= terrain.areas.get(name, 0)
    start = terrain.field.bit(cell_of(stage.her.x, stage.her.y))
    foreseen = Foreseen.of(world, terrain, answers)
    search = Search(terrain, foreseen, Asked(start, 0, leaving, 1, most_slots=TOUR_SLOTS, patience=foreseen.patience))
    search.run()
    found: dict[str, int] = {}
    for name, goal in goals.items():
        near = goal if goal & ~leaving else terrain.field.around(goal)  # a way out counts once she stands before it
        slots = [slot for (_, slot), cells in search.alive.items() if cells & near]
        if goal:
            found[name] = min(slots) * SLOT_TICKS if slots else NEVER_TICKS
    return found
