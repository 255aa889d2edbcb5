"""What can be told from the ground alone: exits, people and things nobody comes to, and places nobody gets out of."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.problems import Problem
from game.prove.rooms.field import Field
from game.prove.rooms.terrain import Terrain, copy_of, near, terrain_of
from game.prove.rooms.ways import Ways
from game.sim.ground import cell_of, middle
from game.sim.room import Room, ThingKind
from game.sim.world import World
from game.story import runtime
from game.story.steps import Visit

FREE = (ThingKind.HIDE, ThingKind.TAKE, ThingKind.DECOY)  # these are there without the story's help


def ground_faults(world: World, visit: Visit, ways: Ways) -> list[Problem]:
    """The faults of the ground in an opened visit."""
    terrain, stage = terrain_of(world), world.stage
    assert stage is not None
    reached = terrain.flood(terrain.field.bit(cell_of(stage.her.x, stage.her.y)))
    found = [*_areas(world, terrain, ways, reached), *_hands(world, terrain, visit, reached)]
    trapped = trap(terrain, ways, reached)
    if trapped and not ways.by_time:
        cell = terrain.field.cell(trapped)
        found.append(_fault(world.room, "P106", f"whoever comes to cell {cell.x},{cell.y} never gets out again: "
                            f"{trapped.bit_count()} cells lead to no way out",
                            "lead the stairs or the gap back, or give the place a way of its own"))
    return found


def trap(terrain: Terrain, ways: Ways, reached: int) -> int:
    """The cells she can come to, and from which no way out is to be had; 0 if she cannot come to any at all."""
    goals = feet = 0
    for name in (*ways.exits, *ways.retreats):
        goals |= terrain.areas.get(name, 0)
    for foot, _ in terrain.stairs:
        feet |= foot
    safe = fresh = goals & reached
    if not safe:
        return 0
    while fresh:
        before = terrain.beside(fresh & ~feet)
        for foot, head in terrain.stairs:
            if fresh & head:
                before |= terrain.beside(foot)
        fresh = before & reached & ~safe
        safe |= fresh
    return reached & ~safe


def _areas(world: World, terrain: Terrain, ways: Ways, reached: int) -> Iterator[Problem]:
    for name in (*ways.exits, *ways.retreats, *ways.passing):
        if name in terrain.areas and not terrain.areas[name] & reached:
            out = "" if name in ways.passing else ", which leads out,"
            yield _fault(world.room, "P105", f"the area '{name}'{out} can never be reached from the entry "
                         f"'{ways.entry}'", "look for a wall, deep water or thin ice all round it")


def _hands(world: World, terrain: Terrain, visit: Visit, reached: int) -> Iterator[Problem]:
    """People and things that a way of the visit is about, and no hand comes near."""
    room, field = world.room, terrain.field
    opened = {way.name for way in runtime.open_ways(world.lore.book, world.tale)}
    asked = {way.target: way.verb for way in visit.ways if way.verb in ("use", "talk", "hide")}
    spare = copy_of(world)
    for thing in room.things:
        verb = asked.get(thing.name, "")
        if verb and not (near(spare, field, thing.cell, thing.name, verb, reached) if f"{verb} {thing.name}" in opened
                         else _beside(field, thing.cell, reached)):
            yield _fault(room, "P107", f"nobody can reach '{thing.name}' to {verb} it from the entry '{visit.entry}'",
                         "leave a free cell beside it that can be walked to, with no wall between")
    people = [(w.name, w.cast, w.route) for w in room.watchers] + [(r.name, r.cast, r.route) for r in room.residents]
    for name, cast, route in people:
        wanted = name in asked or cast in asked
        if wanted and not any(_beside(field, post.cell, reached) for post in route):
            yield _fault(room, "P107", f"nobody can come near '{name}' to talk from the entry '{visit.entry}'",
                         "leave a free cell beside one of the places where they stand")


def unreached_things(world: World, visit: Visit) -> list[str]:
    """Hiding places and things to take that no hand comes near in this visit, though no way is about them."""
    terrain, stage = terrain_of(world), world.stage
    assert stage is not None
    field, spare = terrain.field, copy_of(world)
    reached = terrain.flood(field.bit(cell_of(stage.her.x, stage.her.y)))
    asked = {way.target for way in visit.ways}
    found = []
    for thing in world.room.things:
        if thing.name in asked or thing.kind not in FREE:
            continue
        if not (near(spare, field, thing.cell, thing.name, "hide", reached) if thing.kind is ThingKind.HIDE
                else _beside(field, thing.cell, reached)):
            found.append(thing.name)
    return found


def _beside(field: Field, cell: tuple[int, int], reached: int) -> int:
    """Cells that can be reached from which a hand comes to `cell`, walls or not."""
    return field.around(field.bits([cell_of(*middle(cell))])) & reached


def _fault(room: Room, code: str, message: str, suggestion: str) -> Problem:
    return Problem(f"maps/{room.id}.tmx", 0, 0, "error", code, message, suggestion)
