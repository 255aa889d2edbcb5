"""People who do not watch: they stand or walk their rounds. Those who go with her are in following.py."""

from __future__ import annotations

from math import isqrt

from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of, middle, passable, place
from game.sim.paths import shortest_path
from game.sim.room import Resident, Room
from game.sim.world import Folk, Stage, World

SPEED = 82           # 1.2 tiles a second


def settle(room: Room, stage: Stage) -> None:
    """Put everybody at the first post of their round."""
    for resident in room.residents:
        post = resident.route[0]
        x, y = middle(post.cell)
        stage.folk[resident.name] = Folk(resident.name, x, y, post.facing if post.facing >= 0 else 18,
                                         0, post.wait_ticks)


def walk(world: World) -> None:
    """One tick of everybody's round. Whoever a scene moves, or goes with her, is left alone."""
    stage, room = world.stage, world.room
    assert stage is not None
    moved = {running.who for running in stage.running}
    for resident in room.residents:
        folk = stage.folk[resident.name]
        if folk.name in moved or resident.follows:
            continue
        if len(resident.route) > 1 or folk.path:
            _round(world, resident, folk)


def _round(world: World, resident: Resident, folk: Folk) -> None:
    if folk.path:
        along(folk, SPEED)
        if not folk.path:
            post = resident.route[folk.leg]
            folk.wait_ticks = post.wait_ticks
            folk.facing = post.facing if post.facing >= 0 else folk.facing
    elif folk.wait_ticks > 0:
        folk.wait_ticks -= 1
    else:
        folk.leg = (folk.leg + 1) % len(resident.route)
        folk.path = route(world, folk.x, folk.y, resident.route[folk.leg].cell)


def go_to(world: World, folk: Folk, to: str) -> None:
    """A scene sends somebody to a place of the map; who walks no round stays there."""
    folk.path = route(world, folk.x, folk.y, cell_of(*place(world, to)))


def route(world: World, x: int, y: int, goal: Cell) -> list[tuple[int, int]]:
    """The cells to walk from a place in units to `goal`; only the goal itself where no way leads."""
    stage, room = world.stage, world.room
    assert stage is not None
    path = shortest_path(passable(room, stage), cell_of(x, y), goal)
    return [(cell.x, cell.y) for cell in path[1:]] or [(goal.x, goal.y)]


def along(walker: Folk, speed: int) -> None:
    """Walk `speed` units along the walker's path of cells."""
    walker.x, walker.y, facing = advance(walker.x, walker.y, walker.path, speed)
    walker.facing = walker.facing if facing < 0 else facing


def advance(x: int, y: int, path: list[tuple[int, int]], speed: int) -> tuple[int, int, int]:
    """Go `speed` units from (x, y) along `path`, taking off the cells reached.

    Returns the new place and the angle gone (-1: not moved). A next cell that is no neighbour (other end of
    stairs) is a jump.
    """
    facing = -1
    while path and speed > 0:
        to_x, to_y = middle(path[0])
        dx, dy = to_x - x, to_y - y
        far = isqrt(dx * dx + dy * dy)
        if far <= speed or far > 2 * UNITS:
            x, y, speed = to_x, to_y, speed - far
            path.pop(0)
        else:
            x, y, speed = x + _rounded(dx * speed, far), y + _rounded(dy * speed, far), 0
        if far:
            facing = _eighth(dx, dy)
    return x, y, facing


def _rounded(a: int, b: int) -> int:
    return (2 * a + b) // (2 * b)


def _eighth(dx: int, dy: int) -> int:
    """The nearest of the eight directions as an angle of 72 (a slope under 5/12 counts as straight)."""
    level = abs(dx) * 12 >= abs(dy) * 5
    upright = abs(dy) * 12 >= abs(dx) * 5
    if level and upright:
        return (9 if dx > 0 else 27) if dy > 0 else (63 if dx > 0 else 45)
    if level:
        return 0 if dx > 0 else 36
    return 18 if dy > 0 else 54
