"""What lies underfoot: how loud it is, what it is called, where she can stand."""

from __future__ import annotations

from functools import lru_cache

from game.sim.grid import UNITS, Cell, Grid
from game.sim.intents import Gait
from game.sim.room import GROUNDS, Ground, Room, ThingKind
from game.sim.world import Her, Stage, World

# Noise radius in tenths of a tile for each gait (story-bible 5.1).
#                      walk, crouch, run, crawl
_EARTH, _SNOW, _CRUST = (20, 5, 50, 3), (15, 5, 40, 3), (50, 25, 80, 15)
_GRAVEL, _REEDS, _ICE = (45, 20, 70, 10), (40, 20, 70, 15), (30, 10, 60, 5)

_UNDERFOOT: dict[Ground, tuple[str, tuple[int, int, int, int]]] = {
    Ground.SNOW: ("step_snow", _SNOW), Ground.FIELD: ("step_snow", _SNOW), Ground.RAKED: ("step_snow", _SNOW),
    Ground.CRUST: ("step_crust", _CRUST), Ground.DITCH: ("step_crust", _CRUST),
    Ground.GRAVEL: ("step_gravel", _GRAVEL), Ground.REEDBED: ("step_reeds", _REEDS),
    Ground.ICE: ("step_ice", _ICE), Ground.WATER: ("step_ice", _ICE),
    Ground.PLANK: ("step_wood", _EARTH), Ground.CONCRETE: ("step_concrete", _EARTH),
    Ground.ASPHALT: ("step_concrete", _EARTH), Ground.MAT: ("step_wood", _SNOW),
}
DAY_MINUTES = 24 * 60
STRAW_NOISE = UNITS   # straw shoes are heard so much less far
_WET = frozenset((Ground.SNOW, Ground.CRUST, Ground.FIELD, Ground.RAKED, Ground.DITCH, Ground.ICE, Ground.WATER))
SHIVER_NOISE = UNITS  # a shivering crouch is heard a tile further


def cell_of(x: int, y: int) -> Cell:
    """The cell under a place in units."""
    return Cell(x // UNITS, y // UNITS)


def middle(cell: Cell | tuple[int, int]) -> tuple[int, int]:
    """The middle of a cell, in units."""
    return cell[0] * UNITS + UNITS // 2, cell[1] * UNITS + UNITS // 2


def index_at(room: Room, x: int, y: int) -> int:
    """The index of the cell under a place in units; the place must lie in the room."""
    return y // UNITS * room.width + x // UNITS


def ground_at(room: Room, x: int, y: int) -> Ground:
    """The terrain under a place in units."""
    return GROUNDS[room.ground[index_at(room, x, y)]]


def step_sound(room: Room, x: int, y: int) -> str:
    """The sound of a step there."""
    return _UNDERFOOT.get(ground_at(room, x, y), ("step_earth", _EARTH))[0]


def noise_radius(room: Room, her: Her, gait: Gait, shivering: bool = False) -> int:
    """How far, in units, a step of `gait` is heard where she stands: never random, so it can be shown before.

    0 among people, unless she runs. The one source of it: the rule, the ring shown before the step, and the bots.
    """
    if gait is not Gait.RUN and crowded(room, her.x, her.y):
        return 0
    tenths = _UNDERFOOT.get(ground_at(room, her.x, her.y), ("", _EARTH))[1][gait]
    radius = tenths * UNITS // 10 + (SHIVER_NOISE if shivering and gait is Gait.CROUCH else 0)
    return max(0, radius - STRAW_NOISE) if her.shoes else radius


def takes_wet(room: Room, x: int, y: int) -> bool:
    """Whether straw soles draw water there: snow, ice, ditches."""
    return ground_at(room, x, y) in _WET


def in_crowd(world: World) -> bool:
    """Whether she is one of many: in an area full of people, and neither running nor bent double."""
    stage = world.stage
    return stage is not None and stage.her.gait is Gait.WALK and crowded(world.room, stage.her.x, stage.her.y)


def crowded(room: Room, x: int, y: int) -> bool:
    """Whether a place in units lies among people."""
    cell = cell_of(x, y)
    return any(area.crowd and area.holds(cell.x, cell.y) for area in room.areas)


def permitted(world: World) -> bool:
    """Whether whoever is where she is has business there at this hour: drawing water, washing, going to market."""
    stage = world.stage
    if stage is None:
        return False
    cell, now = cell_of(stage.her.x, stage.her.y), world.tale.clock % DAY_MINUTES
    return any((now - area.permitted[0]) % DAY_MINUTES < (area.permitted[1] - area.permitted[0]) % DAY_MINUTES
               for area in world.room.areas if area.holds(cell.x, cell.y))


def walkable(room: Room, stage: Stage) -> Grid:
    """The room's walls and its shut doors: what stops feet."""
    return _with_blocked(room.walls, _shut(room, stage))


def passable(room: Room, stage: Stage) -> Grid:
    """The same without the holes that opened in the ice: where people pick their way."""
    holes = tuple(Cell(at % room.width, at // room.width) for at in stage.broken)
    return _with_blocked(room.walls, (*_shut(room, stage), *holes))


def see_through(room: Room, stage: Stage) -> Grid:
    """What stops eyes: opaque cells and shut doors."""
    return _with_blocked(room.opaque, _shut(room, stage))


def _shut(room: Room, stage: Stage) -> tuple[Cell, ...]:
    return tuple(thing.cell for thing in room.things
                 if thing.kind is ThingKind.DOOR and thing.name not in stage.open_doors)


@lru_cache(maxsize=64)
def _with_blocked(grid: Grid, cells: tuple[Cell, ...]) -> Grid:
    if not cells:
        return grid
    blocked = bytearray(grid.blocked)
    for x, y in cells:
        blocked[y * grid.width + x] = 1
    return Grid(grid.width, grid.height, bytes(blocked))


def place(world: World, name: str) -> tuple[int, int]:
    """Where `name` is, in units: "she", somebody in the room, a thing or the middle of an area.

    Raises ValueError if the room has nothing of that name.
    """
    stage, room = world.stage, world.room
    assert stage is not None
    if name in ("she", "her"):
        return stage.her.x, stage.her.y
    if name in stage.guards:
        return stage.guards[name].x, stage.guards[name].y
    if name in stage.folk:
        return stage.folk[name].x, stage.folk[name].y
    for thing in room.things:
        if thing.name == name:
            return middle(thing.cell)
    for area in room.areas:
        if area.name == name:
            return middle((area.left + area.width // 2, area.top + area.height // 2))
    for called, cast in [(w.name, w.cast) for w in room.watchers] + [(r.name, r.cast) for r in room.residents]:
        if cast == name:
            return place(world, called)
    raise ValueError(f"room '{room.id}' has no place '{name}'")
