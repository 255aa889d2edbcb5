"""The shortest way over a grid, exactly.

A straight step costs 1, a diagonal the square root of 2, so a cost is a + b*sqrt(2) with whole a and b. Two such
costs are compared through one integer, a * 2**64 + b * floor(sqrt(2) * 2**64). That is exact, not nearly so: two
different costs of paths of n steps differ by at least 1 / (3 * n), the rounding shifts them by less than
n / 2**64, and no grid that fits a memory has paths of 2**31 steps.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import heappop, heappush
from math import isqrt
from typing import TypeAlias

from game.sim.grid import Cell, Grid

STRAIGHT = 1 << 64
DIAGONAL = isqrt(2 << 128)
PATIENCE = 150  # turning points looked at before asking whether there is a way at all
SLANT = DIAGONAL - STRAIGHT
EAST, SOUTH, WEST, NORTH, START = range(5)  # the way a cell was come to
# A cell at which a walk may turn: its state (cell * 8 + the way it is come to), its column and row, the cost to it
_Lead: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Ground:
    """A grid inside a fence of blocked cells, so that a search needs no test for the edge.

    `blocked` goes row after row, `wide` cells each; `stops` holds, for each of the four straight directions, where a
    walk in it ends: 1 at blocked cells and at those beside a corner it might turn round. East and west lie row after
    row, south and north column after column, `tall` cells each: so a whole straight walk is one `find`.
    `leads` remembers where a walk may turn next; it depends on no goal.
    """

    wide: int
    tall: int
    blocked: bytes
    stops: tuple[bytes, bytes, bytes, bytes]
    leads: dict[int, tuple[_Lead, ...]] = field(default_factory=dict)


def shortest_path(grid: Grid, start: Cell, goal: Cell) -> list[Cell]:
    """The cheapest walk from `start` to `goal`, both included, in eight directions.

    A diagonal is walked only where both cells beside it are free. `start == goal` gives `[start]`; with no way,
    or with either end blocked, the answer is empty. Raises ValueError if an end lies outside the grid.
    A* (Hart, Nilsson, Raphael 1968) with the distance on an empty grid as its guess, over the turning points of
    D. Harabor, A. Grastien, "Online Graph Pruning for Pathfinding on Grid Maps" (2011).
    """
    for name, cell in (("start", start), ("goal", goal)):
        if not grid.inside(cell):
            raise ValueError(f"{name} {tuple(cell)} lies outside a grid of {grid.width} x {grid.height} cells")
    if not (grid.free(start) and grid.free(goal)):
        return []
    if start == goal:
        return [Cell(*start)]
    ground = _ground(grid)
    first = (start[1] + 1) * ground.wide + start[0] + 1
    last = (goal[1] + 1) * ground.wide + goal[0] + 1
    return _walked(_search(grid, ground, first, last), ground.wide)


def connected(grid: Grid, start: Cell, goal: Cell) -> bool:
    """Whether a walk leads from one free cell to another. Quick once it was asked of this grid."""
    wide = grid.width + 2
    return _joined(grid, (start[1] + 1) * wide + start[0] + 1, (goal[1] + 1) * wide + goal[0] + 1)


# What is worked out once for a grid ----------------------------------------------------------------------
@lru_cache(maxsize=64)
def _ground(grid: Grid) -> _Ground:
    wide, tall = grid.width + 2, grid.height + 2
    wall = b"\x01" * wide
    rows = (grid.blocked[y * grid.width:(y + 1) * grid.width] for y in range(grid.height))
    blocked = b"".join((wall, *(b"\x01" + row + b"\x01" for row in rows), wall))
    east, west = _stops(blocked, wide)
    south, north = _stops(b"".join(blocked[x::wide] for x in range(wide)), tall)
    return _Ground(wide, tall, blocked, (east, south, west, north))


def _stops(blocked: bytes, wide: int) -> tuple[bytes, bytes]:
    """Where walks forward and back along the rows end. All cells at once: a map is one integer, a byte a cell.

    A walk may turn at a cell whose neighbour to the side is free while the one behind that is blocked; anywhere else
    whoever wants to go sideways would have turned before.
    """
    size = len(blocked)
    here, ones = int.from_bytes(blocked, "little"), int.from_bytes(b"\x01" * size, "little")
    forward = back = here
    for side in (here << 8 * wide, here >> 8 * wide):
        open_side = ~side & ones
        forward |= open_side & (side << 8)
        back |= open_side & (side >> 8)
    return (forward & ones).to_bytes(size, "little"), (back & ones).to_bytes(size, "little")


def _joined(grid: Grid, first: int, last: int) -> bool:
    """Whether two free cells of the fenced rows are connected."""
    starts, roots = _regions(grid)
    return roots[bisect_right(starts, first) - 1] == roots[bisect_right(starts, last) - 1]


@lru_cache(maxsize=16)
def _regions(grid: Grid) -> tuple[list[int], list[int]]:
    """The runs of free cells of all rows: where each starts, and a number that connected runs share."""
    ground = _ground(grid)
    starts: list[int] = []
    ends: list[int] = []
    roots: list[int] = []

    def root(run: int) -> int:
        while roots[run] != run:
            roots[run] = roots[roots[run]]
            run = roots[run]
        return run

    above = 0
    at = ground.blocked.find(0)
    while at >= 0:
        end = ground.blocked.find(1, at)
        run = len(starts)
        starts.append(at)
        ends.append(end)
        roots.append(run)
        while ends[above] + ground.wide <= at:
            above += 1
        other = above
        while other < run and starts[other] + ground.wide < end:
            roots[root(other)] = root(run)
            other += 1
        at = ground.blocked.find(0, end)
    return starts, [root(run) for run in range(len(roots))]


# The search ----------------------------------------------------------------------------------------------
def _search(grid: Grid, ground: _Ground, first: int, last: int) -> list[int]:
    """The cells at which a cheapest walk turns, both ends too; empty if there is none."""
    wide, leads = ground.wide, ground.leads
    goal_y, goal_x = divmod(last, wide)
    y, x = divmod(first, wide)
    state = first << 3 | START
    best, came = {first: 0}, {state: -1}  # the cost of a cell; the state before a state
    # of equal totals the one with the smaller rest comes first: open ground is crossed without looking around
    heap = [(0, 0, state, 0, x, y)]  # total, rest, state, cost so far, cell
    looked = 0
    while heap:
        _, _, state, cost, x, y = heappop(heap)
        at = state >> 3
        if at == last:
            return _back(came, state)
        if best[at] < cost:
            continue
        looked += 1
        if looked == PATIENCE and not _joined(grid, first, last):
            return []
        if _open_walk(ground, at, last, goal_x - x, goal_y - y):
            found: tuple[_Lead, ...] = ((last << 3, goal_x, goal_y, _distance(goal_x - x, goal_y - y)),)
        else:
            if state not in leads:
                leads[state] = _leads(ground, x, y, state & 7)
            found = leads[state]
        for to, to_x, to_y, price in found:
            cell, total = to >> 3, cost + price
            known = best.get(cell)
            if known is not None and (known < total or (known == total and to in came)):
                continue
            best[cell] = total
            came[to] = state
            rest = _distance(to_x - goal_x, to_y - goal_y)
            heappush(heap, (total + rest, rest, to, total, to_x, to_y))
    return []


def _distance(dx: int, dy: int) -> int:
    """The cost of going so far where nothing is in the way."""
    dx, dy = abs(dx), abs(dy)
    return dx * STRAIGHT + dy * SLANT if dx > dy else dy * STRAIGHT + dx * SLANT


def _back(came: dict[int, int], state: int) -> list[int]:
    cells = []
    while state >= 0:
        cells.append(state >> 3)
        state = came[state]
    return cells[::-1]


def _open_walk(ground: _Ground, at: int, last: int, dx: int, dy: int) -> bool:
    """Whether going aslant first, then straight, leads to the goal with nothing in the way."""
    blocked = ground.blocked
    across, down = 1 if dx > 0 else -1, ground.wide if dy > 0 else -ground.wide
    dx, dy = abs(dx), abs(dy)
    for _ in range(dx if dx < dy else dy):
        if blocked[at + across] or blocked[at + down] or blocked[at + across + down]:
            return False
        at += across + down
    return not any(blocked[at:last:across if dx > dy else down])


def _leads(ground: _Ground, x: int, y: int, way: int) -> tuple[_Lead, ...]:
    """Where whoever came to a cell going `way` may turn next: straight on, and round the corners that are here."""
    wide, blocked = ground.wide, ground.blocked
    found: list[_Lead] = []
    if way == START:
        for one in (EAST, SOUTH, WEST, NORTH):
            _look(ground, x, y, one, found)
            _slant(ground, x, y, one, (one + 1) & 3, found)
        return tuple(found)
    at, offsets = y * wide + x, (1, wide, -1, -wide)
    _look(ground, x, y, way, found)
    for side in ((way + 1) & 3, (way - 1) & 3):
        beside = at + offsets[side]
        if not blocked[beside] and blocked[beside - offsets[way]]:
            _look(ground, x, y, side, found)
            _slant(ground, x, y, way, side, found)
    return tuple(found)


def _look(ground: _Ground, x: int, y: int, way: int, found: list[_Lead]) -> None:
    """Go on straight to the next cell where turning may pay; nothing is found if a wall comes first."""
    base, at = (x * ground.tall, y) if way & 1 else (y * ground.wide, x)
    lines = ground.stops[way]
    stop = (lines.find(1, base + at + 1) if way < WEST else lines.rfind(1, 0, base + at)) - base
    to_x, to_y = (x, stop) if way & 1 else (stop, y)
    cell = to_y * ground.wide + to_x
    if not ground.blocked[cell]:
        found.append((cell << 3 | way, to_x, to_y, abs(stop - at) * STRAIGHT))


def _slant(ground: _Ground, x: int, y: int, way: int, side: int, found: list[_Lead]) -> None:
    """Go on aslant between two directions as far as it goes, and look out in both from every cell."""
    level, upright = (way, side) if side & 1 else (side, way)
    dx, dy = 1 if level == EAST else -1, 1 if upright == SOUTH else -1
    wide, blocked, lines, columns = ground.wide, ground.blocked, ground.stops[level], ground.stops[upright]
    at, down, base, step = y * wide + x, dy * wide, x * ground.tall + y, dx * ground.tall + dy
    cost = 0
    # the same two looks as in _look, written out: most of a search's time is spent here
    while not (blocked[at + dx] or blocked[at + down] or blocked[at + dx + down]):
        x, y, at, base, cost = x + dx, y + dy, at + dx + down, base + step, cost + DIAGONAL
        stop = lines.find(1, at + 1) if dx > 0 else lines.rfind(1, 0, at)
        if not blocked[stop]:
            found.append((stop << 3 | level, x + stop - at, y, cost + abs(stop - at) * STRAIGHT))
        far = (columns.find(1, base + 1) if dy > 0 else columns.rfind(1, 0, base)) - base
        stop = at + far * wide
        if not blocked[stop]:
            found.append((stop << 3 | upright, x, y + far, cost + abs(far) * STRAIGHT))


def _walked(turns: list[int], wide: int) -> list[Cell]:
    """All cells of a walk given by the cells it turns at: between two of them it goes aslant first, then straight."""
    path: list[Cell] = []
    for at in turns:
        y, x = at // wide - 1, at % wide - 1
        while path and path[-1] != (x, y):
            here = path[-1]
            path.append(Cell(here.x + (x > here.x) - (x < here.x), here.y + (y > here.y) - (y < here.y)))
        if not path:
            path.append(Cell(x, y))
    return path
