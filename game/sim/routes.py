"""Loops: where a watcher is at which tick, and how he walks when he is off his loop.

In the player's words: a patrol is a clock. Watch one round and you know the next; the same post at the same minute.
Whoever was called away walks back and falls in where he would have been.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from game.sim.angles import DIRECTIONS, angle_of, root, turned
from game.sim.grid import UNITS, Cell, Grid
from game.sim.paths import shortest_path
from game.sim.room import Post, Watcher, WatcherKind
from game.sim.world import NOWHERE, Guard

# Ticks for a tile: straight, diagonal
PATROL_TICKS = (40, 57)   # 1.5 tiles a second
VEHICLE_TICKS = (15, 21)  # 4 tiles a second
# Units a tick
PATROL, SEARCH, TRAIL, CHASE = 102, 137, 130, 287  # 1.5, 2.0, 1.9 and 4.2 tiles a second
VEHICLE = 341              # a car catching up with its round: 5 tiles a second
TURN_STEPS = 2             # he turns by 10 degrees a tick at most
HALF = UNITS // 2
STANDS = (WatcherKind.LISTENER, WatcherKind.TOWER, WatcherKind.CAMERA)  # these never leave their post
DRIVES = (WatcherKind.VEHICLE, WatcherKind.VAN)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a loop, walked or stood in `ticks`: from (x0, y0) to (x1, y1) toward post `leg`, facing `facing`."""

    ticks: int
    x0: int
    y0: int
    x1: int
    y1: int
    facing: int
    leg: int


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop of `total` ticks; `starts` holds the tick each stretch begins."""

    total: int
    starts: tuple[int, ...]
    stretches: tuple[Stretch, ...]

    def at(self, tick: int) -> tuple[int, int, int, int, int]:
        """Where he is at `tick`: x, y, facing, the post he walks to or stands at, ticks he still stands there."""
        tick %= self.total
        number = bisect_right(self.starts, tick) - 1
        stretch = self.stretches[number]
        gone = tick - self.starts[number]
        if stretch.x0 == stretch.x1 and stretch.y0 == stretch.y1:
            return stretch.x0, stretch.y0, stretch.facing, stretch.leg, stretch.ticks - gone
        return (stretch.x0 + (stretch.x1 - stretch.x0) * gone // stretch.ticks,
                stretch.y0 + (stretch.y1 - stretch.y0) * gone // stretch.ticks, stretch.facing, stretch.leg, 0)


def middle(cell: tuple[int, int]) -> tuple[int, int]:
    """The middle of a cell, in units."""
    return cell[0] * UNITS + HALF, cell[1] * UNITS + HALF


def make_loop(grid: Grid, watcher: Watcher) -> Loop:
    """The loop of `watcher` over `grid`. A post that cannot be walked to is left out; one post is stood at for ever.

    Raises ValueError for a watcher without a route.
    """
    if not watcher.route:
        raise ValueError(f"watcher '{watcher.name}' has no route")
    pace = VEHICLE_TICKS if watcher.kind in DRIVES else PATROL_TICKS
    posts = watcher.route if watcher.kind not in STANDS else watcher.route[:1]
    facing = posts[0].facing if posts[0].facing >= 0 else 18
    walk, facing = _stretches(grid, posts, pace, facing)
    if posts[0].facing < 0 and len(walk) > 1:  # he also comes to the first post by way of the last
        walk, _ = _stretches(grid, posts, pace, facing)
    starts, total = [], 0
    for stretch in walk:
        starts.append(total)
        total += stretch.ticks
    return Loop(total, tuple(starts), tuple(walk))


def _stretches(grid: Grid, posts: tuple[Post, ...], pace: tuple[int, int], facing: int) -> tuple[list[Stretch], int]:
    """Every wait and straight walk of one lap that starts at the first post, and the facing it ends with."""
    walk: list[Stretch] = []
    here = posts[0].cell
    for number, post in enumerate((*posts, posts[0])):
        if post.cell != here:
            path = _path(grid, here, post.cell)
            if not path:
                continue
            for stretch in _straights(path, pace, number % len(posts)):
                walk.append(stretch)
                facing = stretch.facing
            here = post.cell
        if number < len(posts):
            facing = post.facing if post.facing >= 0 else facing
            if post.wait_ticks:
                walk.append(Stretch(post.wait_ticks, *middle(here), *middle(here), facing, number))
    if not walk:
        walk.append(Stretch(1, *middle(here), *middle(here), facing, 0))
    return walk, facing


def _path(grid: Grid, start: tuple[int, int], goal: tuple[int, int]) -> list[Cell]:
    """The shortest path, or none where either end lies outside."""
    a, b = Cell(*start), Cell(*goal)
    return shortest_path(grid, a, b) if grid.inside(a) and grid.inside(b) else []


def _straights(path: list[Cell], pace: tuple[int, int], leg: int) -> list[Stretch]:
    """A path's straight runs."""
    runs: list[Stretch] = []
    start = 0
    for i in range(1, len(path)):
        dx, dy = path[i].x - path[i - 1].x, path[i].y - path[i - 1].y
        if i + 1 < len(path) and (path[i + 1].x - path[i].x, path[i + 1].y - path[i].y) == (dx, dy):
            continue
        ticks = (i - start) * pace[1 if dx and dy else 0]
        runs.append(Stretch(ticks, *middle(path[start]), *middle(path[i]), angle_of(dx, dy), leg))
        start = i
    return runs


# Off the loop --------------------------------------------------------------------------------------------
def turn_to(guard: Guard, x: int, y: int) -> None:
    """He turns toward a place."""
    if x != guard.x or y != guard.y:
        guard.facing = turned(guard.facing, angle_of(x - guard.x, y - guard.y), TURN_STEPS)


def step_to(guard: Guard, x: int, y: int, speed: int) -> bool:
    """One tick's step toward (x, y), `speed` units long; True once he stands there."""
    dx, dy = x - guard.x, y - guard.y
    if dx * dx + dy * dy <= speed * speed:
        guard.x, guard.y = x, y
        return True
    way = angle_of(dx, dy)
    guard.facing = turned(guard.facing, way, 2 * TURN_STEPS)
    guard.x += DIRECTIONS[way][0] * speed >> 12
    guard.y += DIRECTIONS[way][1] * speed >> 12
    return False


def follow(guard: Guard, speed: int) -> bool:
    """One tick along his path; True once it is walked. Who still waits to know his way has not come there."""
    if guard.path and step_to(guard, *middle(guard.path[0]), speed):
        del guard.path[0]
    return not guard.path and guard.wants == NOWHERE


def meeting(loop: Loop, guard: Guard, tick: int, speed: int) -> tuple[int, int, int]:
    """A place of his loop he can reach before the loop's clock does, as the crow flies: x, y, ticks from now."""
    ahead = 0
    while True:
        x, y, *_ = loop.at(tick + ahead)
        if root((x - guard.x) ** 2 + (y - guard.y) ** 2) <= ahead * speed or ahead > loop.total:
            return x, y, ahead
        ahead += 60
