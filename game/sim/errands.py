"""Which way to go: a watcher who sets out finds his way at once where it lies open before him, else he asks for it.

In the player's words: called somewhere round many corners, a soldier stands a moment before he goes. Ways round corners
are the one long work of a tick, so one is found a tick, for whoever has waited longest. Who is waiting, and for what,
is in the stage: a save in between is exact.
"""

from __future__ import annotations

from game.sim.grid import Cell, Grid
from game.sim.paths import shortest_path
from game.sim.plan import Round, bearing_now
from game.sim.world import NOWHERE, Guard


def head_for(around: Round, guard: Guard, x: int, y: int) -> None:
    """He means to go to a place, in units. Until he knows the way he goes on as before, or stands."""
    if straight_to(around, guard, x, y):
        return
    guard.wants = x, y
    if guard.name not in around.stage.asking:
        around.stage.asking.append(guard.name)


def straight_to(around: Round, guard: Guard, x: int, y: int) -> bool:
    """He sets out for a place if the way lies open: aslant, then straight, nothing between. Whether it does."""
    path = _open_way(bearing_now(around.plan, around.stage), (guard.x >> 12, guard.y >> 12), (x >> 12, y >> 12))
    if path is None:
        return False
    guard.path, guard.wants = path, NOWHERE
    return True


def find_ways(around: Round) -> None:
    """Once a tick: the one who has waited longest is told his way; there may be none."""
    asking = around.stage.asking
    while asking:
        guard = around.stage.guards[asking.pop(0)]
        if guard.wants != NOWHERE:
            place, guard.wants = guard.wants, NOWHERE
            guard.path = way_to(bearing_now(around.plan, around.stage), around.room.walls,
                                (guard.x >> 12, guard.y >> 12), (place[0] >> 12, place[1] >> 12))
            return


def way_to(grid: Grid, walls: Grid, start: tuple[int, int], goal: tuple[int, int]) -> list[tuple[int, int]]:
    """The cells to walk from `start`, itself left out. Where the ground does not bear, up to the last cell that does.

    `grid` is where he sets foot, `walls` only what is solid. To something solid he goes as far as beside it.
    """
    if not (grid.inside(Cell(*start)) and grid.inside(Cell(*goal))):
        return []
    path = shortest_path(grid, Cell(*start), Cell(*goal))
    if not path and not walls.free(Cell(*goal)):
        beside = next((cell for cell in _around(goal) if grid.free(cell)), None)
        path = shortest_path(grid, Cell(*start), beside) if beside else []
    if not path:
        path = shortest_path(walls, Cell(*start), Cell(*goal))
        for number, cell in enumerate(path):
            if number and not grid.free(cell):
                path = path[:number]
                break
    return [(cell.x, cell.y) for cell in path[1:]]


def _around(cell: tuple[int, int]) -> list[Cell]:
    """The eight cells around one, the straight ones first, below before above."""
    x, y = cell
    return [Cell(x, y + 1), Cell(x - 1, y), Cell(x + 1, y), Cell(x, y - 1),
            Cell(x - 1, y + 1), Cell(x + 1, y + 1), Cell(x - 1, y - 1), Cell(x + 1, y - 1)]


def _open_way(grid: Grid, start: tuple[int, int], goal: tuple[int, int]) -> list[tuple[int, int]] | None:
    """The cells aslant and then straight from `start`, itself left out, if all are free: no way is shorter."""
    (x, y), (goal_x, goal_y) = start, goal
    if not (grid.free(Cell(x, y)) and grid.free(Cell(goal_x, goal_y))):
        return None
    blocked, wide = grid.blocked, grid.width
    path = []
    while x != goal_x or y != goal_y:
        dx, dy = (goal_x > x) - (goal_x < x), (goal_y > y) - (goal_y < y)
        at = y * wide + x
        if blocked[at + dx + dy * wide] or blocked[at + dx] or blocked[at + dy * wide]:
            return None
        x, y = x + dx, y + dy
        path.append((x, y))
    return path
