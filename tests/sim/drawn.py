"""What the watchers' tests share: wide drawn rooms, watchers in one line, and points in polygons."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.sim.grid import UNITS, Cell
from game.sim.room import Post, Watcher, WatcherKind
from game.sim.sight import Screen, make_screen
from tests.scenario import Scenario, play


def field(width: int, height: int, **put: tuple[int, int] | list[tuple[int, int]]) -> str:
    """A walled yard of packed earth; `at=(x, y)` is she, other signs by their keyword: `H=[(3, 4)]`."""
    rows = [["#" if x in (0, width - 1) or y in (0, height - 1) else "." for x in range(width)] for y in range(height)]
    for sign, where in put.items():
        for x, y in [where] if isinstance(where, tuple) else where:
            rows[y][x] = {"at": "@", "wall": "#", "snow": "~", "thin": "o"}.get(sign, sign)
    return "\n".join("".join(row) for row in rows)


def watcher(*posts: tuple[int, int] | tuple[int, int, int] | tuple[int, int, int, int], name: str = "guard",
            kind: WatcherKind = WatcherKind.SOLDIER, **more: Any) -> Watcher:
    """A watcher with posts (x, y, facing, wait ticks)."""
    route = tuple(Post(Cell(p[0], p[1]), p[3] if len(p) > 3 else 0, p[2] if len(p) > 2 else -1) for p in posts)
    return Watcher(name, kind, route, **more)


def watched(drawing: str, *watchers: Watcher, ways: Any = (), **more: Any) -> Scenario:
    """A drawn room played by night under `watchers`."""
    more.setdefault("night", True)
    return play(drawing, ways, watchers=watchers, **more)


def screen(drawing: list[str]) -> Screen:
    """A screen from rows: `#` solid, `c` cover, `.` free."""
    width, height = len(drawing[0]), len(drawing)
    signs = "".join(drawing)
    return make_screen(width, height, bytes(s == "#" for s in signs), bytes(s == "c" for s in signs))


def inside(polygon: tuple[tuple[int, int], ...], x: int, y: int) -> bool:
    """Whether a point lies in a polygon, by counting crossings."""
    odd = False
    for (x0, y0), (x1, y1) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (y0 > y) != (y1 > y):
            cross = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
            odd ^= (cross > 0) == (y1 > y0)
    return odd


def near_edge(polygon: tuple[tuple[int, int], ...], x: int, y: int, far: int) -> bool:
    """Whether a point is within `far` units of a polygon's edge."""
    for (x0, y0), (x1, y1) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        dx, dy = x1 - x0, y1 - y0
        long = dx * dx + dy * dy
        t = max(0, min(long, (x - x0) * dx + (y - y0) * dy))
        px, py = (x0 + dx * t // long, y0 + dy * t // long) if long else (x0, y0)
        if (px - x) ** 2 + (py - y) ** 2 <= far * far:
            return True
    return False


def dark_cells(scenario: Scenario, *cells: tuple[int, int]) -> None:
    """Make cells of the room being played dark."""
    room = scenario.world.room
    marks = bytearray(room.dark)
    for x, y in cells:
        marks[y * room.width + x] = 1
    scenario.world.lore.rooms[room.id] = replace(room, dark=bytes(marks))


TILE = UNITS
