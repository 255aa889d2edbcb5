"""The round of a sweep through a village, worked out once: which hiding places, which stops, which dogs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from game.sim.angles import angle_of
from game.sim.grid import Cell, Grid
from game.sim.paths import shortest_path
from game.sim.room import Post, Room, Thing, ThingKind, Watcher, WatcherKind
from game.sim.routes import PATROL_TICKS, Loop

HOUSE_TICKS = 2400       # in each house, if the map says no other
DOOR_TICKS = 120         # he stands in the door first
LOOK_TICKS = 90          # he bends down to each hiding place
LEAST_TICKS = 120        # and stands again before he goes
LOOKS_CELLS = 6
BARKS_TICKS = 600        # the dog of the next house, ten seconds before


def known_hides(room: Room, halt: Cell) -> list[Thing]:
    """The hiding places that are looked into from a halt, the nearest first.

    One that lies in a `floor` area in which the halt does not lie is not known.
    """
    found = []
    for thing in room.things:
        if thing.kind is not ThingKind.HIDE:
            continue
        far = (thing.cell[0] - halt[0]) ** 2 + (thing.cell[1] - halt[1]) ** 2
        secret = any(area.floor and area.holds(*thing.cell) and not area.holds(*halt) for area in room.areas)
        if far <= LOOKS_CELLS * LOOKS_CELLS and not secret:
            found.append((far, thing.name, thing))
    return [thing for _, _, thing in sorted(found, key=lambda entry: entry[:2])]


def with_looks(room: Room, grid: Grid, watcher: Watcher) -> Watcher:
    """He with a round that has a stop at every hiding place of every house; others as they are."""
    if watcher.kind is not WatcherKind.SWEEP:
        return watcher
    return replace(watcher, route=tuple(post for halt in watcher.route for post in _house(room, grid, halt)))


def _house(room: Room, grid: Grid, halt: Post) -> list[Post]:
    """The stops at one house: its door, each hiding place, and its door again for what is left of the time."""
    looks = [(at, thing) for thing in known_hides(room, halt.cell) if (at := _beside(grid, thing.cell)) is not None]
    stops = [halt.cell, *(at for at, _ in looks), halt.cell]
    walking = sum(_walk_ticks(grid, one, other) for one, other in pairwise(stops))
    rest = (halt.wait_ticks or HOUSE_TICKS) - DOOR_TICKS - LOOK_TICKS * len(looks) - walking
    return [Post(halt.cell, DOOR_TICKS, halt.facing),
            *(Post(at, LOOK_TICKS, _toward(at, thing.cell)) for at, thing in looks),
            Post(halt.cell, max(LEAST_TICKS, rest), halt.facing)]


def _beside(grid: Grid, cell: Cell) -> Cell | None:
    """Where to stand to look into a place: beside it, or on it if there is nothing else."""
    x, y = cell
    spots = (Cell(x, y + 1), Cell(x, y - 1), Cell(x - 1, y), Cell(x + 1, y), Cell(x, y))
    return next((spot for spot in spots if grid.free(spot)), None)


def _toward(at: Cell, cell: Cell) -> int:
    return angle_of(cell[0] - at[0], cell[1] - at[1]) if at != cell else -1


def _walk_ticks(grid: Grid, start: Cell, goal: Cell) -> int:
    path = shortest_path(grid, start, goal) if grid.inside(start) and grid.inside(goal) else []
    return sum(PATROL_TICKS[one.x != other.x and one.y != other.y] for one, other in pairwise(path))


def arrivals(room: Room, grid: Grid, watcher: Watcher, loop: Loop) -> dict[int, Cell]:
    """When in the loop the dog of each house barks, and where: some time before he comes to its door."""
    doors: dict[int, Cell] = {}
    stops = 0
    for halt in watcher.route:
        doors[stops] = halt.cell
        stops += len(_house(room, grid, halt))
    found: dict[int, Cell] = {}
    for start, stretch in zip(loop.starts, loop.stretches, strict=True):
        if stretch.leg in doors and (stretch.x0, stretch.y0) == (stretch.x1, stretch.y1):
            found[(start - BARKS_TICKS) % loop.total] = doors[stretch.leg]
    return found
