"""A loaded stage is brought onto today's map: who and what is gone goes, who is new comes, nobody stands in a wall.

What still fits stays exactly as it was saved.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.content.places import Names, Places
from game.sim import masks, residents, watching
from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of, middle
from game.sim.room import Post, Room, ThingKind
from game.sim.stage import areas_at
from game.sim.world import Folk, Guard, Her, Mind, Stage, World

STANDS_IN = (ThingKind.ENTRY, ThingKind.STAIRS, ThingKind.PLACE, ThingKind.HIDE)


def fit(world: World, places: Places | None) -> bool | None:
    """Fit the stage to its room: whether she had to be moved, or None if there is no such room any more."""
    stage, lore = world.stage, world.lore
    if stage is None:
        return False
    stage.room = Names(lore.book).room(stage.room, dict(lore.rooms))
    room = lore.rooms.get(stage.room)
    if room is None:
        return None
    _cells(room, stage, places.width if places is not None else room.width)
    moved = _her(room, stage)
    _people(world, room, stage)
    _things(room, stage)
    if len(stage.next_masks) != len(room.masks):
        masks.draw(world)
    return moved


def _cells(room: Room, stage: Stage, width: int) -> None:
    """Cells are kept by number, row after row: a wider map counts otherwise. Only ice can be broken."""
    def now(old: int) -> int:
        x, y = old % (width or room.width), old // (width or room.width)
        here = y * room.width + x
        return here if 0 <= x < room.width and 0 <= y < room.height and room.ice_cm[here] else -1

    stage.cracks = {now(at): count for at, count in stage.cracks.items() if now(at) >= 0}
    stage.broken = [now(at) for at in stage.broken if now(at) >= 0]
    stage.tested = [now(at) for at in stage.tested if now(at) >= 0]


def _inside(room: Room, x: int, y: int) -> bool:
    return 0 <= x < room.width * UNITS and 0 <= y < room.height * UNITS


def _her(room: Room, stage: Stage) -> bool:
    """On the nearest free ground that leads somewhere, if she stood in what is now a wall."""
    her = stage.her
    names = {thing.name for thing in room.things}
    her.on_stairs = her.on_stairs if her.on_stairs in names else ""
    if her.hidden and her.hidden not in names:
        her.hidden = ""
    elif _inside(room, her.x, her.y) and (her.hidden or room.walls.free(cell_of(her.x, her.y))):
        return False
    elif her.hidden:
        her.hidden = ""
    if _inside(room, her.x, her.y) and room.walls.free(cell_of(her.x, her.y)):
        return False
    cell = nearest_free(room, cell_of(her.x, her.y))
    her.x, her.y = middle(cell)
    her.vx = her.vy = her.pace = 0
    her.in_water = her.in_water and bool(room.ice_cm[cell.y * room.width + cell.x])
    her.in_area = areas_at(room, her.x, her.y)
    stage.spent = sorted({*stage.spent, *(f"reach {name}" for name in her.in_area)})
    return True


def nearest_free(room: Room, to: Cell) -> Cell:
    """The nearest free cell that can be walked to from an entry, a stair or a named place of the map."""
    reached = {thing.cell for thing in room.things if thing.kind in STANDS_IN and room.walls.free(thing.cell)}
    edge = list(reached)
    for cell in edge:
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            near = Cell(cell.x + dx, cell.y + dy)
            if near not in reached and room.walls.free(near):
                reached.add(near)
                edge.append(near)
    return min(reached, key=lambda cell: ((cell.x - to.x) ** 2 + (cell.y - to.y) ** 2, cell), default=Cell(0, 0))


# People --------------------------------------------------------------------------------------------------
def _people(world: World, room: Room, stage: Stage) -> None:
    """Whoever is new, or stands or means to walk where nobody can now, is put where the clock says he is."""
    fresh = Stage(stage.room, stage.visit, Her(stage.her.x, stage.her.y), tick=stage.tick)
    watching.place(room, fresh, world.tale.seed, world.help.level)
    residents.settle(room, fresh)
    routes = {watcher.name: watcher.route for watcher in room.watchers}
    stage.guards = {name: stage.guards[name] if name in stage.guards and stage.guards[name].name == name
                    and _can_be(room, routes[name], stage.guards[name]) else fresh.guards[name] for name in routes}
    walks = {resident.name: resident.route for resident in room.residents}
    stage.folk = {name: stage.folk[name] if name in stage.folk and stage.folk[name].name == name
                  and _can_be(room, walks[name], stage.folk[name]) else fresh.folk[name] for name in walks}
    for guard in stage.guards.values():
        guard.looks = [cell for cell in guard.looks if room.walls.inside(Cell(*cell))]
        if guard.mind is Mind.TRAIL and all(one.id != guard.print_id for one in stage.prints):
            guard.print_id = -1
    stage.asking = [name for name in stage.asking if name in routes]
    if stage.her.carries and stage.her.carries not in walks:
        stage.her.carries = ""
    actors = {"she", "", *routes, *walks}
    if any(one.who not in actors or not _can_walk(room, (), one.path) for one in stage.running):
        stage.running.clear()
    if len(stage.handovers) != len(room.handovers):
        stage.handovers = fresh.handovers
    stage.handed, stage.announced = (min(max(0, done), len(stage.handovers))
                                     for done in (stage.handed, stage.announced))


def _can_be(room: Room, route: tuple[Post, ...], who: Guard | Folk) -> bool:
    """Posts may lie in walls: somebody at a window, a camera, a tower."""
    if not _inside(room, who.x, who.y) or not 0 <= who.leg < len(route):
        return False
    posts = tuple(post.cell for post in route)
    return (room.walls.free(cell_of(who.x, who.y)) or cell_of(who.x, who.y) in posts) and _can_walk(room, posts,
                                                                                                    who.path)


def _can_walk(room: Room, posts: tuple[Cell, ...], path: Iterable[tuple[int, int]]) -> bool:
    return all(room.walls.free(Cell(*cell)) or cell in posts for cell in path)


def _things(room: Room, stage: Stage) -> None:
    names = {thing.name for thing in room.things}
    stage.open_doors = [name for name in stage.open_doors if name in names]
    stage.taken = [name for name in stage.taken if name in names]
    stage.decoys = {name: ticks for name, ticks in stage.decoys.items() if name in names}
    stage.prints = [one for one in stage.prints if _inside(room, one.x, one.y)]
    stage.noises = [one for one in stage.noises if _inside(room, one.x, one.y)]
    stage.lures = [one for one in stage.lures if _inside(room, one.x, one.y)]
    stage.thrown = [one for one in stage.thrown if _inside(room, one.to_x, one.to_y)]
