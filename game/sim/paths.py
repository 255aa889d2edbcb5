"""The shortest way over a grid, exactly.

A straight step costs 1, a diagonal the square root of 2, so a cost is a + b*sqrt(2) with whole a and b. Two such
costs are compared through one integer, a * 2**64 + b * floor(sqrt(2) * 2**64). That is exact, not nearly so: two
different costs of paths of n steps differ by at least 1 / (3 * n), the rounding shifts them by less than
n / 2**64, and no grid that fits a memory has paths of 2**31 steps.
"""

from __future__ import annotations

from functools import lru_cache
from heapq import heappop, heappush
from math import isqrt

from game.sim.grid import Cell, Grid

STRAIGHT = 1 << 64
DIAGONAL = isqrt(2 << 128)


def shortest_path(grid: Grid, start: Cell, goal: Cell) -> list[Cell]:
    """The cheapest walk from `start` to `goal`, both included, in eight directions.

    A diagonal is walked only where both cells beside it are free. `start == goal` gives `[start]`; with no way,
    or with either end blocked, the answer is empty. Raises ValueError if an end lies outside the grid.
    A* (Hart, Nilsson, Raphael 1968) with the distance on an empty grid as its guess.
    """
    for name, cell in (("start", start), ("goal", goal)):
        if not grid.inside(cell):
            raise ValueError(f"{name} {tuple(cell)} lies outside a grid of {grid.width} x {grid.height} cells")
    if not (grid.free(start) and grid.free(goal)):
        return []
    if start == goal:
        return [Cell(*start)]
    width = grid.width + 2
    first = (start[1] + 1) * width + start[0] + 1
    last = (goal[1] + 1) * width + goal[0] + 1
    came = _search(_fenced(grid), width, first, last)
    if last not in came:
        return []
    path = [last]
    while path[-1] != first:
        path.append(came[path[-1]])
    return [Cell(at % width - 1, at // width - 1) for at in reversed(path)]


@lru_cache(maxsize=64)
def _fenced(grid: Grid) -> bytes:
    """The grid's cells inside a fence of blocked ones, so that a search needs no test for the edge."""
    wall = b"\x01" * (grid.width + 2)
    rows = (grid.blocked[y * grid.width:(y + 1) * grid.width] for y in range(grid.height))
    return b"".join((wall, *(b"\x01" + row + b"\x01" for row in rows), wall))


def _search(blocked: bytes, width: int, first: int, last: int) -> dict[int, int]:
    """For every cell reached, the cell before it on a cheapest walk from `first`; stops at `last`."""
    goal_y, goal_x = divmod(last, width)
    # a cell's offset, its cost, and the two cells that must be free beside it (none for a straight step: itself)
    steps = (
        (1, STRAIGHT, 1, 1), (-1, STRAIGHT, -1, -1), (width, STRAIGHT, width, width),
        (-width, STRAIGHT, -width, -width),
        (width + 1, DIAGONAL, 1, width), (width - 1, DIAGONAL, -1, width),
        (1 - width, DIAGONAL, 1, -width), (-1 - width, DIAGONAL, -1, -width),
    )
    cost = {first: 0}
    came: dict[int, int] = {}
    done = bytearray(len(blocked))
    # of equal totals the one with the smaller rest comes first: open ground is crossed without looking around
    heap: list[tuple[int, int, int]] = [(0, 0, first)]
    while heap:
        _, _, at = heappop(heap)
        if at == last:
            break
        if done[at]:
            continue
        done[at] = 1
        so_far = cost[at]
        for offset, price, beside, below in steps:
            to = at + offset
            if blocked[to] or done[to] or blocked[at + beside] or blocked[at + below]:
                continue
            total = so_far + price
            known = cost.get(to)
            if known is not None and known <= total:
                continue
            cost[to] = total
            came[to] = at
            y, x = divmod(to, width)
            dx, dy = abs(x - goal_x), abs(y - goal_y)
            rest = dx * STRAIGHT + dy * (DIAGONAL - STRAIGHT) if dx > dy else dy * STRAIGHT + dx * (DIAGONAL - STRAIGHT)
            heappush(heap, (total + rest, rest, to))
    return came
