"""The ice: what bears her, how it warns, when it breaks (story-bible 5.4).

From 10 cm it bears; 7-9 cm cracks aloud; 5-6 cm gives after two warning steps, unless she crawls; thinner breaks,
and is heard two cells ahead. Running doubles the load. Standing on ice that will give is a step a second.
"""

from __future__ import annotations

from enum import IntEnum

from game.sim import masks
from game.sim.events import Event, IceBroke, IceCracked, MaskComes, Sounded
from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of, middle
from game.sim.intents import Gait
from game.sim.room import GROUNDS, Ground, Room
from game.sim.world import Her, Noise, Stage, World
from game.story.dice import roll

BEARS_CM, LOUD_CM, GIVES_CM = 10, 7, 5
WARNING_STEPS = 2
LOOK_AHEAD_CELLS = 2
CRACK_RADIUS = 4 * UNITS
BREAK_RADIUS = 9 * UNITS
NOISE_TICKS = 30
STANDING_STEP_TICKS = 60
KNOCK_TICKS = 120
BOOM_LEAST, BOOM_MOST = 40 * 60, 70 * 60
BOOM_MASK_TICKS = 150
_WET_GROUND = bytes((GROUNDS.index(Ground.ICE), GROUNDS.index(Ground.WATER)))
_AHEAD = {0: (1, 0), 9: (1, 1), 18: (0, 1), 27: (-1, 1), 36: (-1, 0), 45: (-1, -1), 54: (0, -1), 63: (1, -1)}


class Bearing(IntEnum):
    """What a cell does under her, best first."""

    BEARS = 0
    CRACKS = 1  # aloud, but it holds
    GIVES = 2   # breaks on the third step
    BREAKS = 3


def bearing(cm: int, gait: Gait) -> Bearing:
    """What `cm` of ice does under somebody going at `gait`."""
    if cm < GIVES_CM:
        return Bearing.BREAKS
    if cm < LOUD_CM and gait is Gait.CRAWL:
        return Bearing.CRACKS
    load_cm = cm // 2 if gait is Gait.RUN else cm
    if load_cm >= BEARS_CM:
        return Bearing.BEARS
    return Bearing.CRACKS if load_cm >= LOUD_CM else Bearing.GIVES


def is_ice(room: Room, at: int) -> bool:
    """Whether the cell of index `at` is ice or open water."""
    return room.ice_cm[at] > 0 or room.ground[at] in _WET_GROUND


def under(world: World, at: int, gait: Gait) -> Bearing:
    """What the cell of index `at` does under her now; firm ground bears. With `no_ice` nothing ever gives."""
    room, stage = world.room, world.stage
    assert stage is not None
    if not is_ice(room, at):
        return Bearing.BEARS
    found = Bearing.BREAKS if at in stage.broken else bearing(room.ice_cm[at], gait)
    return min(found, Bearing.CRACKS) if world.help.no_ice else found


def tread(world: World, stepped: bool, noises: list[Noise], events: list[Event]) -> None:
    """The ice answers her weight this tick; `stepped`: a foot came down. New noises and events are appended."""
    stage = world.stage
    assert stage is not None
    her, room = stage.her, world.room
    cell = cell_of(her.x, her.y)
    at = cell.y * room.width + cell.x
    found = under(world, at, her.gait)
    standing = her.still_ticks > 0 and her.still_ticks % STANDING_STEP_TICKS == 0
    if found is Bearing.BREAKS:
        _break(world, at, noises, events)
    elif found is Bearing.BEARS:
        her.weak_steps = 0
    elif found is Bearing.GIVES and (stepped or standing):
        her.weak_steps += 1
        if her.weak_steps > WARNING_STEPS:
            _break(world, at, noises, events)
        else:
            _crack(stage, at, her, noises, events)
    elif found is Bearing.CRACKS and stepped:
        her.weak_steps = 0
        _crack(stage, at, her, noises, events)
    if stepped and not her.in_water:
        _warn_ahead(world, cell, noises, events)


def _warn_ahead(world: World, cell: Cell, noises: list[Noise], events: list[Event]) -> None:
    """Ice that would break at once is heard before she is on it."""
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    dx, dy = _AHEAD.get(her.facing, (0, 0))
    for ahead in range(1, LOOK_AHEAD_CELLS + 1):
        x, y = cell.x + dx * ahead, cell.y + dy * ahead
        if not room.walls.free(Cell(x, y)):
            return
        at = y * room.width + x
        if at not in stage.cracks and under(world, at, her.gait) is Bearing.BREAKS:
            _crack(stage, at, her, noises, events)


def _crack(stage: Stage, at: int, her: Her, noises: list[Noise], events: list[Event]) -> None:
    stage.cracks[at] = stage.cracks.get(at, 0) + 1
    noises.append(Noise(her.x, her.y, CRACK_RADIUS, NOISE_TICKS, "ice_crack"))
    events += (IceCracked(at), Sounded("ice_crack", her.x, her.y, CRACK_RADIUS, "she"))


def _break(world: World, at: int, noises: list[Noise], events: list[Event]) -> None:
    stage = world.stage
    assert stage is not None
    her = stage.her
    if at not in stage.broken:
        stage.broken.append(at)
    stage.ice_falls += 1
    her.in_water, her.weak_steps = True, 0
    her.vx = her.vy = her.pace = 0
    noises.append(Noise(her.x, her.y, BREAK_RADIUS, NOISE_TICKS, "ice_break"))
    events += (IceBroke(at), Sounded("ice_break", her.x, her.y, BREAK_RADIUS, "she"))


def climb_out(world: World) -> None:
    """Put her on the nearest cell that bears her walking (the first of equals, row by row)."""
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    here = cell_of(her.x, her.y)
    best: tuple[int, int, int] | None = None
    for y in range(room.height):
        if best is not None and (y - here.y) ** 2 > best[0]:
            continue
        for x in range(room.width):
            near = ((x - here.x) ** 2 + (y - here.y) ** 2, y, x)
            if (best is None or near < best) and room.walls.free(Cell(x, y)) \
                    and under(world, y * room.width + x, Gait.WALK) is Bearing.BEARS:
                best = near
    her.in_water = False
    if best is not None:
        her.x, her.y = middle((best[2], best[1]))


def knock(world: World) -> bool:
    """Crouching still for two seconds she feels the ice around her with the pole; True on that tick.

    The cells she then knows are in `stage.tested`.
    """
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    if her.gait is not Gait.CROUCH or her.still_ticks != KNOCK_TICKS:
        return False
    cell = cell_of(her.x, her.y)
    around = [y * room.width + x for y in range(cell.y - 1, cell.y + 2) for x in range(cell.x - 1, cell.x + 2)
              if 0 <= x < room.width and 0 <= y < room.height]
    found = [at for at in around if is_ice(room, at)]
    stage.tested += [at for at in found if at not in stage.tested]
    return bool(found)


def draw_boom(world: World) -> None:
    """When the ice will boom next: 40 to 70 seconds from now, by the dice of this visit."""
    stage, room = world.stage, world.room
    assert stage is not None
    if not any(room.ice_cm):
        stage.next_boom = -1
        return
    key = f"{stage.room}:{stage.visit}:boom:{stage.tick}"
    stage.next_boom = stage.tick + BOOM_LEAST + roll(world.tale.seed, key, BOOM_MOST - BOOM_LEAST + 1)


def boom(world: World, events: list[Event]) -> None:
    """Let the ice speak: a crack line tells it, then a boom covers other sounds for two and a half seconds."""
    stage = world.stage
    assert stage is not None
    if stage.next_boom < 0:
        return
    if stage.tick == stage.next_boom - masks.WARNING_TICKS:
        events += (MaskComes("boom"), Sounded("ice_crack", stage.her.x, stage.her.y))
    elif stage.tick >= stage.next_boom:
        masks.cover(stage, "boom", BOOM_MASK_TICKS)
        events.append(Sounded("ice_boom", stage.her.x, stage.her.y))
        draw_boom(world)
