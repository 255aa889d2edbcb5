"""The shortest path: exact, optimal, honest about corners and edges."""

import itertools
from fractions import Fraction
from math import isqrt
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import paths
from game.sim.grid import Cell, Grid
from game.sim.paths import connected, shortest_path


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    width, height = draw(st.integers(1, 8)), draw(st.integers(1, 8))
    cells = draw(st.lists(st.sampled_from(".. .#".replace(" ", "")), min_size=width * height, max_size=width * height))
    return Grid.from_rows(["".join(cells[y * width:(y + 1) * width]) for y in range(height)])


def less(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether a0 + a1*sqrt2 < b0 + b1*sqrt2, by squaring: no rounding anywhere."""
    p, q = b[0] - a[0], b[1] - a[1]
    if p >= 0 and q >= 0:
        return p > 0 or q > 0
    if p <= 0 and q <= 0:
        return False
    return p * p > 2 * q * q if p > 0 else 2 * q * q > p * p


def cost(path: list[Cell]) -> tuple[int, int]:
    diagonals = sum(a.x != b.x and a.y != b.y for a, b in itertools.pairwise(path))
    return len(path) - 1 - diagonals, diagonals


def may_step(grid: Grid, a: Cell, b: Cell) -> bool:
    dx, dy = b.x - a.x, b.y - a.y
    return (max(abs(dx), abs(dy)) == 1 and grid.free(b) and grid.free(Cell(a.x + dx, a.y))
            and grid.free(Cell(a.x, a.y + dy)))


def brute_force(grid: Grid, start: Cell) -> dict[Cell, tuple[int, int]]:
    """Cheapest costs from `start` by relaxing until nothing changes (Bellman and Ford)."""
    best = {start: (0, 0)}
    changed = True
    while changed:
        changed = False
        for cell, (straight, diagonal) in list(best.items()):
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    to = Cell(cell.x + dx, cell.y + dy)
                    if to == cell or not may_step(grid, cell, to):
                        continue
                    new = (straight, diagonal + 1) if dx and dy else (straight + 1, diagonal)
                    if to not in best or less(new, best[to]):
                        best[to] = new
                        changed = True
    return best


@given(grids(), st.data(), st.sampled_from((1, paths.PATIENCE)))
@settings(max_examples=200, deadline=None)
def test_as_short_as_brute_force(grid: Grid, data: st.DataObject, patience: int) -> None:
    with patch.object(paths, "PATIENCE", patience):  # a long search asks first whether there is a way at all
        check_path(grid, data)


def check_path(grid: Grid, data: st.DataObject) -> None:
    cells = st.builds(Cell, st.integers(0, grid.width - 1), st.integers(0, grid.height - 1))
    start, goal = data.draw(cells), data.draw(cells)
    path = shortest_path(grid, start, goal)
    best = brute_force(grid, start) if grid.free(start) else {}
    if goal not in best:
        assert path == []
        return
    assert path[0] == start and path[-1] == goal
    assert all(may_step(grid, a, b) for a, b in itertools.pairwise(path))
    assert cost(path) == best[goal]


def test_start_is_goal() -> None:
    assert shortest_path(Grid.from_rows(["."]), Cell(0, 0), Cell(0, 0)) == [Cell(0, 0)]


def test_blocked_start_is_goal() -> None:
    assert shortest_path(Grid.from_rows(["#"]), Cell(0, 0), Cell(0, 0)) == []


def test_no_way() -> None:
    assert shortest_path(Grid.from_rows([".#."]), Cell(0, 0), Cell(2, 0)) == []


def test_does_not_cut_a_corner() -> None:
    path = shortest_path(Grid.from_rows([".#", ".."]), Cell(0, 0), Cell(1, 1))
    assert path == [Cell(0, 0), Cell(0, 1), Cell(1, 1)]


def test_does_not_squeeze_between_two_corners() -> None:
    assert shortest_path(Grid.from_rows([".#", "#."]), Cell(0, 0), Cell(1, 1)) == []


@pytest.mark.parametrize("cell", [Cell(-1, 0), Cell(0, -1), Cell(2, 0), Cell(0, 1)])
def test_outside_is_an_error(cell: Cell) -> None:
    grid = Grid.from_rows([".."])
    with pytest.raises(ValueError, match="outside"):
        shortest_path(grid, cell, Cell(0, 0))
    with pytest.raises(ValueError, match="outside"):
        shortest_path(grid, Cell(0, 0), cell)


def test_the_cost_integer_is_exact_where_floats_lie() -> None:
    """Convergents of sqrt(2) are the hardest pairs there are: p/q alternates around the root ever more closely."""
    from game.sim.paths import DIAGONAL, STRAIGHT
    p, q = 1, 1
    while q < 1 << 30:
        above = Fraction(p, q) ** 2 > 2
        assert (p * STRAIGHT > q * DIAGONAL) is above
        p, q = p + 2 * q, p + q
    assert isqrt(2 << 128) == DIAGONAL


def test_a_rectangle_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="row 1"):
        Grid.from_rows(["..", "."])
    with pytest.raises(ValueError, match="neither"):
        Grid.from_rows([".x"])


def test_connected_is_what_paths_say() -> None:
    grid = Grid.from_rows(["..#..", ".##..", "#...."])
    free = [Cell(x, y) for y in range(3) for x in range(5) if grid.free(Cell(x, y))]
    for a, b in itertools.product(free, free):
        assert connected(grid, a, b) == bool(shortest_path(grid, a, b))


@pytest.mark.parametrize("seed", range(3))
def test_large_rough_ground(seed: int) -> None:
    dice = Random(seed)
    grid = Grid(48, 36, bytes(dice.random() < 0.3 for _ in range(48 * 36)))
    free = [Cell(x, y) for y in range(36) for x in range(48) if grid.free(Cell(x, y))]
    start = free[0]
    best = brute_force(grid, start)
    for goal in dice.sample(free, 150):
        path = shortest_path(grid, start, goal)
        assert (cost(path) == best[goal]) if goal in best else path == []
