"""Building a stage: a room as she finds it."""

from __future__ import annotations

from game.sim import clock, following, ice, levels, masks, residents, watching
from game.sim.ground import cell_of, middle
from game.sim.room import Room, Thing, ThingKind
from game.sim.world import Her, Stage, World


def build(world: World, room_id: str, entry: str) -> Stage:
    """Open `room_id` with her at `entry`, and make it the world's stage.

    Raises ValueError if there is no such room or entry (`check` finds both before anyone plays).
    """
    room = world.lore.rooms.get(room_id)
    if room is None:
        raise ValueError(f"there is no room '{room_id}'")
    start = _entry(room, entry)
    world.room_visits[room_id] = world.room_visits.get(room_id, 0) + 1
    x, y = middle(start.cell)
    her = Her(x, y, facing=start.facing, calm_ticks=levels.calm_ticks(world.help.level, room))
    stage = Stage(room_id, world.room_visits[room_id], her)
    stage.open_doors = [thing.name for thing in room.things
                        if thing.kind is ThingKind.DOOR and _stands_open(world, thing)]
    stage.taken = [thing.name for thing in room.things
                   if thing.kind is ThingKind.TAKE and world.tale.facts.get(thing.keeps, False)]
    her.in_area = areas_at(room, x, y)
    # who is set down in an area has not entered it; who arrives on stairs has just come by them
    stage.spent = [f"reach {name}" for name in her.in_area]
    her.on_stairs = next((t.name for t in room.things if t.kind is ThingKind.STAIRS and t.cell == start.cell), "")
    world.stage = stage
    clock.enter(world, room)
    residents.settle(room, stage)
    following.gather(world)
    watching.place(room, stage, world.tale.seed, world.help.level)
    ice.draw_boom(world)
    masks.draw(world)
    return stage


def _entry(room: Room, name: str) -> Thing:
    for thing in room.things:
        if thing.name == name and thing.kind in (ThingKind.ENTRY, ThingKind.PLACE, ThingKind.STAIRS):
            return thing
    raise ValueError(f"room '{room.id}' has no entry '{name}'")


def _stands_open(world: World, door: Thing) -> bool:
    """As the fact it keeps says; as the map says, where it keeps none."""
    return bool(world.tale.facts.get(door.keeps, door.open))


def areas_at(room: Room, x: int, y: int) -> list[str]:
    """The names of the areas a place in units lies in."""
    cell = cell_of(x, y)
    return [area.name for area in room.areas if area.holds(cell.x, cell.y)]
