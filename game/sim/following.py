"""How those who go with her walk: in a line behind her, to a hiding place, or sitting on her.

In the player's words: they walk where you walked, one behind the other, and stoop when you stoop. Where the ice gave
way under you they go round.
"""

from __future__ import annotations

from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of, middle, walkable
from game.sim.intents import Gait
from game.sim.residents import along, route
from game.sim.room import Thing, ThingKind
from game.sim.world import Folk, Stage, World

BEHIND = UNITS * 3 // 2      # so far behind whoever goes before
TRAIL_CELLS = 64
# Units a tick: a little quicker than she goes, so that they catch up.
SPEEDS = {Gait.WALK: 225, Gait.CROUCH: 120, Gait.RUN: 345, Gait.CRAWL: 67}
SAFE_WALK = 320  # where nobody watches


def line(world: World) -> list[Folk]:
    """Those here who go with her, first in line first; empty between rooms."""
    stage = world.stage
    if stage is None:
        return []
    return [stage.folk[resident.name] for resident in world.room.residents
            if resident.follows and resident.name in stage.folk]


def gather(world: World) -> None:
    """They come into a room with her: each on a free cell near her that can be walked to, the nearest first."""
    stage, room = world.stage, world.room
    assert stage is not None
    grid, here = walkable(room, stage), cell_of(stage.her.x, stage.her.y)
    reached = [here]
    going = line(world)
    for cell in reached:
        if len(reached) > len(going):
            break
        reached += [near for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1))
                    if (near := Cell(cell.x + dx, cell.y + dy)) not in reached and grid.free(near)]
    for folk, cell in zip(going, [*reached[1:], *[here] * len(going)], strict=False):
        folk.x, folk.y = middle(cell)
        folk.facing = stage.her.facing


def walk(world: World) -> None:
    """One tick of all who go with her. Whoever a scene moves is left alone."""
    stage = world.stage
    assert stage is not None
    moved = {running.who for running in stage.running}
    ahead = stage.her.x, stage.her.y
    for folk in line(world):
        if folk.name in moved:
            continue
        if folk.name == stage.her.carries:
            sit(stage, folk)
        elif folk.order == "hide":
            _hide(world, folk)
        elif folk.order != "wait":
            _follow(world, folk, ahead)
            ahead = folk.x, folk.y


def sit(stage: Stage, folk: Folk) -> None:
    """He is where she is, as she is, and hidden where she hides."""
    her = stage.her
    folk.x, folk.y, folk.facing, folk.gait, folk.path = her.x, her.y, her.facing, her.gait, []
    folk.hidden = her.hidden


def _follow(world: World, folk: Folk, ahead: tuple[int, int]) -> None:
    """Walk the cells she walked, stairs included, and stop a step and a half behind whoever goes before."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    here = cell_of(her.x, her.y)
    folk.gait = Gait.CROUCH if her.hidden else her.gait
    if stage.broken and any(y * world.room.width + x in stage.broken for x, y in folk.path):
        folk.path = []  # not where the ice gave way under her
    if not folk.path and (folk.x - her.x) ** 2 + (folk.y - her.y) ** 2 > BEHIND * BEHIND:
        folk.path = route(world, folk.x, folk.y, here)
    if not folk.path or folk.path[-1] != here:
        folk.path.append((here.x, here.y))
        del folk.path[:-TRAIL_CELLS]
    if (folk.x - ahead[0]) ** 2 + (folk.y - ahead[1]) ** 2 > BEHIND * BEHIND:
        along(folk, SPEEDS[folk.gait] if world.room.watchers or folk.gait is not Gait.WALK else SAFE_WALK)


def _hide(world: World, folk: Folk) -> None:
    """To the hiding place, and in; who has none, or finds it taken, crouches."""
    stage = world.stage
    assert stage is not None
    if folk.hidden:
        return
    if folk.path:
        folk.gait = Gait.CROUCH if stage.her.gait in (Gait.CROUCH, Gait.CRAWL) else Gait.WALK
        along(folk, SPEEDS[folk.gait])
    if not folk.path:
        folk.gait = Gait.CROUCH
        near = free_hides(world, folk, UNITS * 3 // 2)
        folk.hidden = near[0].name if near else ""


def free_hides(world: World, folk: Folk, within: int) -> list[Thing]:
    """The hiding places within `within` units of him that nobody is in, nearest first."""
    stage = world.stage
    assert stage is not None
    taken = {stage.her.hidden, *(other.hidden for other in stage.folk.values() if other is not folk)}
    near = [(_apart(folk, thing.cell), thing.name, thing) for thing in world.room.things
            if thing.kind is ThingKind.HIDE and thing.name not in taken]
    return [thing for square, _, thing in sorted(near, key=lambda found: found[:2]) if square <= within * within]


def _apart(folk: Folk, cell: Cell) -> int:
    x, y = middle(cell)
    return (folk.x - x) ** 2 + (folk.y - y) ** 2


def way_to(world: World, folk: Folk, goal: Cell) -> list[tuple[int, int]]:
    """The cells to walk to a hiding place, or to the nearest free cell beside it; none if no way leads there."""
    stage, room = world.stage, world.room
    assert stage is not None
    grid = walkable(room, stage)
    around = [Cell(goal.x + dx, goal.y + dy) for dx in (0, -1, 1) for dy in (0, -1, 1)]
    free = [cell for cell in around if grid.free(cell)]
    if not free:
        return []
    best = goal if grid.free(goal) else min(free, key=lambda cell: (_apart(folk, cell), cell.y, cell.x))
    path = route(world, folk.x, folk.y, best)
    x, y = middle(path[0])
    return path if (x - folk.x) ** 2 + (y - folk.y) ** 2 <= (2 * UNITS) ** 2 else []
