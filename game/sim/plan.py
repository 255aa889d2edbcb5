"""What follows from a room once and for all: loops, bearing ground, screens for sight; and a round of watching.

A Plan holds no state of the game, only work that need not be done twice; it can be thrown away at any time.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.sim import camera, houses, tower
from game.sim.angles import DIRECTIONS, angle_of
from game.sim.events import Event
from game.sim.grid import UNITS, Cell, Grid
from game.sim.room import GROUNDS, Ground, Room, Thing, ThingKind, Watcher, WatcherKind
from game.sim.routes import Loop, make_loop
from game.sim.sight import CORE_HALF, TORCH_HALF, Reach, Screen, make_screen
from game.sim.world import NOWHERE, Guard, Mind, Print, Stage, World

BEARS_CM = 10          # ice a soldier trusts
NEAR = UNITS * 3 // 2  # he notices her this near from any side
DAY_CELLS = 4          # by day he sees so much farther
TORCH_CELLS = 3        # and so much farther in his torch
SNOW_CELLS = 2         # snowfall takes this
BEAM_HALF = 2
TOWER_CELLS, LISTENER_CELLS, VEHICLE_CELLS = 12, 4, 8
KEPT_ROOMS, KEPT_SCREENS = 4, 16
EYELESS = (WatcherKind.INFORMER, WatcherKind.VAN)  # the one knows faces, the other finds telephones
_FOLLOWS_LANTERN = (WatcherKind.SOLDIER, WatcherKind.POLICE, WatcherKind.DOG, WatcherKind.SWEEP)


@dataclass(slots=True)
class Plan:
    """A room's derived facts. `bearing`: where a watcher walks; a door does not stop him. `screens`: by open doors.

    `farthest`: the units that each watcher sees at most, whatever he carries and whoever helps her. `mates`: who knows
    at once what he knows: his pair, and all who walk his route. `called`: those who are there only at times. `barks`:
    when in its round a sweep is heard coming, and to which house; `searched`: the hiding places it looks into.
    """

    room: Room
    watchers: dict[str, Watcher]
    bearing: Grid
    loops: dict[str, Loop]
    farthest: dict[str, int]
    doors: tuple[tuple[str, int], ...]
    lamps: tuple[Thing, ...]
    hides: tuple[Thing, ...]
    mates: dict[str, tuple[str, ...]]
    called: tuple[Watcher, ...]
    barks: dict[str, dict[int, Cell]]
    searched: dict[str, frozenset[str]]
    screens: dict[tuple[str, ...], Screen] = field(default_factory=dict)
    holed: dict[tuple[int, ...], Grid] = field(default_factory=dict)
    reaches: dict[tuple[str, bool, int], Reach] = field(default_factory=dict)


@dataclass(slots=True)
class Round:
    """One tick's look at a room by all its watchers; `told` gathers what happened.

    `ease`: the percent of suspicion that the place and her cloth leave. `company`: where those with her could be seen:
    x, y in units, and whether they are low. `within`: left, right, top, bottom of where she and they are, in units.
    """

    world: World
    stage: Stage
    room: Room
    plan: Plan
    screen: Screen
    told: list[Event] = field(default_factory=list)
    seen_by: list[str] = field(default_factory=list)
    prints: dict[tuple[int, int], Print] = field(default_factory=dict)
    ease: int = 100
    company: list[tuple[int, int, bool]] = field(default_factory=list)
    within: tuple[int, int, int, int] = (0, 0, 0, 0)


_kept: dict[int, Plan] = {}  # by the identity of the room, which each plan keeps alive


def plan_of(room: Room) -> Plan:
    """The plan of `room`; the last few are remembered."""
    plan = _kept.get(id(room))
    if plan is None:
        if len(_kept) >= KEPT_ROOMS:
            _kept.clear()
        plan = _kept[id(room)] = make_plan(room)
    return plan


def make_plan(room: Room) -> Plan:
    """Work a room's plan out."""
    doors = tuple((t.name, t.cell.y * room.width + t.cell.x) for t in room.things if t.kind is ThingKind.DOOR)
    bearing = _bearing(room, doors)
    loops = {w.name: make_loop(bearing, houses.with_looks(room, bearing, w)) for w in room.watchers}
    sweeps = [w for w in room.watchers if w.kind is WatcherKind.SWEEP]
    return Plan(room, {w.name: w for w in room.watchers}, bearing, loops,
                {w.name: max(_reach(room, w, torch, 100).widest for torch in (False, True)) for w in room.watchers},
                doors,
                tuple(t for t in room.things if t.kind is ThingKind.LAMP and t.radius_cells > 0),
                tuple(t for t in room.things if t.kind is ThingKind.HIDE),
                {w.name: _mates(room, w) for w in room.watchers},
                tuple(w for w in room.watchers if w.comes or w.level),
                {w.name: houses.arrivals(room, bearing, w, loops[w.name]) for w in sweeps},
                {w.name: frozenset(t.name for post in w.route for t in houses.known_hides(room, post.cell))
                 for w in sweeps})


def _mates(room: Room, watcher: Watcher) -> tuple[str, ...]:
    """His pair first, then those in line with him."""
    line = tuple(w.name for w in room.watchers if len(w.route) > 1 and w.route == watcher.route
                 and w.name not in (watcher.name, watcher.pair))
    return (watcher.pair, *line) if watcher.pair else line


def _bearing(room: Room, doors: tuple[tuple[str, int], ...]) -> Grid:
    """Ground a watcher sets foot on: no walls, no water, no ice under 10 cm; he opens doors as he goes."""
    water, ice = GROUNDS.index(Ground.WATER), GROUNDS.index(Ground.ICE)
    blocked = bytearray(room.walls.blocked)
    for _, at in doors:
        blocked[at] = 0
    if water in room.ground or ice in room.ground or any(room.ice_cm):
        for at, (ground, thick) in enumerate(zip(room.ground, room.ice_cm, strict=True)):
            if ground == water or (thick < BEARS_CM and (thick or ground == ice)):
                blocked[at] = 1
    return Grid(room.width, room.height, bytes(blocked))


def bearing_now(plan: Plan, stage: Stage) -> Grid:
    """The bearing ground without the holes that opened since."""
    if not stage.broken:
        return plan.bearing
    key = tuple(stage.broken)
    grid = plan.holed.get(key)
    if grid is None:
        blocked = bytearray(plan.bearing.blocked)
        for at in key:
            blocked[at] = 1
        grid = Grid(plan.bearing.width, plan.bearing.height, bytes(blocked))
        plan.holed.clear()
        plan.holed[key] = grid
    return grid


def screen_now(plan: Plan, stage: Stage) -> Screen:
    """What stops sight now: opaque cells and shut doors; cover only for who crouches."""
    key = tuple(stage.open_doors)
    screen = plan.screens.get(key)
    if screen is None:
        room = plan.room
        solid = bytearray(room.opaque.blocked)
        for name, at in plan.doors:
            solid[at] = name not in key
        if len(plan.screens) >= KEPT_SCREENS:
            plan.screens.clear()
        screen = plan.screens[key] = make_screen(room.width, room.height, bytes(solid), room.cover)
    return screen


def begin(world: World) -> Round | None:
    """A round in the open room; None between rooms."""
    stage = world.stage
    if stage is None:
        return None
    room = world.lore.rooms[stage.room]
    plan = plan_of(room)
    return Round(world, stage, room, plan, screen_now(plan, stage))


def lantern_lit(room: Room, watcher: Watcher, alarm: int) -> bool:
    """Whether he carries a burning lantern: those who have one, and at alarm 2 every soldier."""
    return room.night and (watcher.torch or (alarm >= 2 and watcher.kind in _FOLLOWS_LANTERN))


def reach_of(plan: Plan, watcher: Watcher, alarm: int, percent: int) -> Reach:
    """How far `watcher` sees in this room's light and weather, scaled by `percent` (an assist, at most 100)."""
    torch = lantern_lit(plan.room, watcher, alarm)
    key = (watcher.name, torch, percent)
    reach = plan.reaches.get(key)
    if reach is None:
        reach = plan.reaches[key] = _reach(plan.room, watcher, torch, percent)
    return reach


def _reach(room: Room, watcher: Watcher, torch: bool, percent: int) -> Reach:
    def far(cells: int) -> int:
        return max(2, cells - (SNOW_CELLS if room.snowfall else 0)) * UNITS * percent // 100

    near = NEAR * percent // 100
    by_light = watcher.sees_cells + (0 if room.night else DAY_CELLS)
    match watcher.kind:
        case WatcherKind.TOWER:
            return Reach(far(max(TOWER_CELLS, watcher.sees_cells)), BEAM_HALF)
        case WatcherKind.VEHICLE:
            return Reach(far(VEHICLE_CELLS), TORCH_HALF)
        case WatcherKind.LISTENER:
            return Reach(far(LISTENER_CELLS), CORE_HALF, near=near)
        case WatcherKind.CAMERA:
            return Reach(far(by_light), camera.ARC_HALF, blind=NEAR)
        case WatcherKind.NEIGHBOUR:
            return Reach(far(by_light), CORE_HALF)
        case WatcherKind.SCOUT:
            return Reach(far(watcher.sees_cells + DAY_CELLS), CORE_HALF, near=near)
        case WatcherKind.INFORMER | WatcherKind.VAN:
            return Reach(0)
        case _:
            core = far(by_light)
            return Reach(core, CORE_HALF, far(watcher.sees_cells + TORCH_CELLS) if torch else 0, core // 2, near)


def sight_of(around: Round, watcher: Watcher, guard: Guard) -> tuple[Reach, tuple[int, int]] | None:
    """How far and where he looks now; None while he sees nothing: off duty, bribed, or a tower gone dark."""
    if guard.mind is Mind.OFF or guard.blind_ticks:
        return None
    return shown_sight(around, watcher, guard)


def shown_sight(around: Round, watcher: Watcher, guard: Guard) -> tuple[Reach, tuple[int, int]] | None:
    """The same for drawing: a bribed watcher's cone is still shown, hollow."""
    if guard.mind is Mind.OFF or watcher.kind in EYELESS:
        return None
    reach = reach_of(around.plan, watcher, around.stage.alarm, around.world.help.sight_percent)
    if watcher.kind is WatcherKind.TOWER:
        if tower.dark(around.stage.tick):
            return None
        return reach, tower_look(watcher, guard, around.stage.tick)
    if watcher.kind is WatcherKind.CAMERA:
        return reach, camera.look(watcher, around.stage.tick)
    if guard.leaving and guard.mind not in (Mind.CHALLENGE, Mind.CHASE):
        reach = Reach(0, near=reach.near)
    return reach, DIRECTIONS[guard.facing]


def tower_look(watcher: Watcher, guard: Guard, tick: int) -> tuple[int, int]:
    """Where a beam points: on its sweep, or held on whoever it caught."""
    if guard.mind is Mind.CHALLENGE and guard.known != NOWHERE:
        return DIRECTIONS[angle_of(guard.known[0] - guard.x, guard.known[1] - guard.y)]
    return tower.beam(watcher, tick)
