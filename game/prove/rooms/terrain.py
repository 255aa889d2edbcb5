"""The ground of a room as the search needs it: where each gait bears her, how far her steps carry, what is where.

Everything is asked of the rules, once, by setting her down on every cell of a copy of the world.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass

from game.prove.rooms.field import Field, from_bytes
from game.sim import prints, things
from game.sim.body import shivering
from game.sim.grid import UNITS
from game.sim.ground import middle, noise_radius, walkable
from game.sim.ice import CRACK_RADIUS, LOOK_AHEAD_CELLS, Bearing, is_ice, under
from game.sim.intents import Gait
from game.sim.room import ThingKind
from game.sim.world import World
from game.story.steps import Way

GAITS = (Gait.WALK, Gait.CROUCH, Gait.CRAWL)
NEAR_CELLS = 2  # no hand reaches further


@dataclass(slots=True)
class Terrain:
    """What lies underfoot. `ground` are the cells that bear her at a gait, `loud` the radius of a step there, units.

    `stairs` are pairs of bits (where she steps on, where she comes out), `hides` the cells from which the act key puts
    her into a hiding place, `doors` the bits of doors that are shut now, `marks` where her steps leave prints.
    """

    field: Field
    ground: dict[Gait, int]
    loud: dict[Gait, list[int]]
    stairs: list[tuple[int, int]]
    hides: dict[str, int]
    doors: dict[int, str]
    areas: dict[str, int]
    marks: int

    def by_stairs(self, cells: int) -> int:
        """Where she is who stepped on `cells`: nobody stands on the foot of stairs, she comes out at their head."""
        came = 0
        for foot, head in self.stairs:
            if cells & foot:
                came |= head
        for foot, _ in self.stairs:
            cells &= ~foot
        return cells | came

    def beside(self, cells: int) -> int:
        """Where one step leads from `cells`, or leads to them from: steps go both ways."""
        ground = self.ground[Gait.WALK] | self.ground[Gait.CRAWL]
        return (self.field.straight(cells) & ground) | self.field.diagonal(cells, ground)

    def flood(self, start: int, shun: int = 0) -> int:
        """Every cell she can come to from `start` without `shun`, at any gait, if nobody watched."""
        reached = fresh = start
        while fresh:
            fresh = self.by_stairs(self.beside(fresh) & ~shun) & ~reached
            reached |= fresh
        return reached


def copy_of(world: World) -> World:
    """The same world again, with a past of its own; changing one does not change the other."""
    tale, stage, help_, visits = pickle.loads(pickle.dumps((world.tale, world.stage, world.help, world.room_visits)))
    return World(world.lore, tale, stage, help_, world.tick, visits)


def terrain_of(world: World) -> Terrain:
    """The terrain of the open room as it is now."""
    world = copy_of(world)
    room, stage = world.room, world.stage
    assert stage is not None
    field = Field(room.width, room.height)
    shut = {field.bit(t.cell): t.name for t in room.things
            if t.kind is ThingKind.DOOR and t.name not in stage.open_doors}
    free = from_bytes(bytes(not blocked for blocked in walkable(room, stage).blocked))
    for door in shut:
        free |= door
    thin = _breaking(world)
    crackling = field.around(thin, LOOK_AHEAD_CELLS)
    ground, loud = {}, {}
    for gait in GAITS:
        ground[gait], loud[gait] = _under(world, field, gait, free, crackling)
    for bit in shut:
        for gait in GAITS:
            for at in (index for index in _beside(field, bit)):
                loud[gait][at] = max(loud[gait][at], things.DOOR_RADIUS)
    stairs = [(field.bit(one.cell), field.bit(mate.cell)) for one in room.things if one.kind is ThingKind.STAIRS
              for mate in room.things if mate.name == one.to and mate.kind is ThingKind.STAIRS]
    areas = {area.name: field.bits((x, y) for y in range(area.top, area.top + area.height)
                                   for x in range(area.left, area.left + area.width)) for area in room.areas}
    hides = {t.name: near(world, field, t.cell, t.name, "hide", ground[Gait.WALK]) for t in room.things
             if t.kind is ThingKind.HIDE}
    return Terrain(field, ground, loud, stairs, hides, shut, areas, _marked(world, field, ground[Gait.WALK]))


def goal_of(world: World, terrain: Terrain, way: Way) -> int:
    """The cells on which a way of hers fires, or from which the act key would do it; 0 if it is not open now.

    Whoever watches is spoken to in his sight, and who walks about is nowhere for long: only residents who stay count.
    """
    room = world.room
    if way.verb == "reach":
        return terrain.areas.get(way.target, 0)
    ground, spare = terrain.ground[Gait.WALK], copy_of(world)
    if way.verb == "talk":
        still = [(who.name, who.route[0].cell) for who in room.residents if way.target in (who.name, who.cast)
                 and len(who.route) == 1 and not who.follows]
    else:
        still = [(thing.name, thing.cell) for thing in room.things if thing.name == way.target]
    found = 0
    for name, cell in still:
        found |= near(spare, terrain.field, cell, name, way.verb, ground)
    return found


def near(world: World, field: Field, cell: tuple[int, int], name: str, verb: str, ground: int) -> int:
    """The cells of `ground` from which the act key would `verb` the thing or person `name` at `cell`.

    Changes where she stands in `world`.
    """
    stage = world.stage
    assert stage is not None
    found = 0
    for spot in field.cells(field.around(field.bits([cell]), NEAR_CELLS) & ground):
        stage.her.x, stage.her.y = middle(spot)
        target = things.nearest(world)
        if target is not None and target.name == name and target.verb == verb:
            found |= field.bit(spot)
    return found


def _beside(field: Field, bit: int) -> list[int]:
    return [spot.y * field.width + spot.x for spot in field.cells(field.straight(bit) | bit)]


def _marked(world: World, field: Field, ground: int) -> int:
    """The cells of `ground` on which a step of hers leaves a print. Moves her about in `world`."""
    stage = world.stage
    assert stage is not None
    found = 0
    for cell in field.cells(ground):
        made = stage.prints_made
        stage.her.x, stage.her.y = middle(cell)
        prints.press(world)
        if stage.prints_made > made:
            found |= field.bit(cell)
    return found


def _breaking(world: World) -> int:
    """The ice that breaks under a walker: it cracks two cells before she is on it."""
    room = world.room
    return from_bytes(bytes(is_ice(room, at) and under(world, at, Gait.WALK) is Bearing.BREAKS
                            for at in range(len(room.ice_cm))))


def _under(world: World, field: Field, gait: Gait, free: int, crackling: int) -> tuple[int, list[int]]:
    """Where `gait` bears her, and how far each step is heard, in units."""
    room, stage = world.room, world.stage
    assert stage is not None
    bears, loud = 0, [0] * (field.width * field.height)
    weak = shivering(world)
    for at, cell in ((c.y * field.width + c.x, c) for c in field.cells(free)):
        found = under(world, at, gait)
        if found in (Bearing.GIVES, Bearing.BREAKS):
            continue
        bears |= 1 << at
        stage.her.x, stage.her.y = middle(cell)
        loud[at] = noise_radius(room, stage.her, gait, weak)
        if found is Bearing.CRACKS or crackling >> at & 1:
            loud[at] = max(loud[at], CRACK_RADIUS)
    return bears, loud


def widest_noise(terrain: Terrain, gait: Gait) -> int:
    """How many cells off the loudest step of a gait is heard by plain ears."""
    return -(-max(terrain.loud[gait], default=0) // UNITS)
