"""A path in space and time past people who look about: the watchers' rounds are clocks, so they can be foreseen.

The search walks cells and ticks. Being seen or heard costs, it does not forbid: a path is always the least bad one
found. A watcher off his round is taken to stay where he is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush

from game.sim.angles import DIRECTIONS
from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of, middle, noise_radius, walkable
from game.sim.ice import GIVES_CM, LOUD_CM, is_ice
from game.sim.intents import Gait
from game.sim.plan import Plan, plan_of, reach_of, screen_now
from game.sim.room import ThingKind, Watcher, WatcherKind
from game.sim.sight import CORE, NONE, Reach, glance
from game.sim.world import Guard, Mind, World

SLOT_TICKS = 20                                    # a walked tile
TILE_TICKS = {Gait.WALK: (20, 29), Gait.CROUCH: (38, 54)}
WAIT_TICKS = 40
SEEN_COST, RIM_COST, HEARD_COST, CRACK_COST, PRESSED_COST = 140, 30, 60, 25, 400
MOST_LOOKS = 25_000                                # states looked at before the best so far is taken


@dataclass(frozen=True, slots=True)
class Leg:
    """Go to `cell` at `gait`; a leg to the cell she is on is a wait."""

    cell: Cell
    gait: Gait


@dataclass(slots=True)
class Danger:
    """What the watchers make of a cell at a slot of time; remembered while the plan is made."""

    world: World
    bold: int = 100  # percent of every cost: a bold bot minds less
    known: dict[tuple[int, int, int, Gait], int] = field(default_factory=dict)
    eyes: dict[tuple[int, int], list[tuple[Watcher, int, int, Reach, tuple[int, int]]]] = field(default_factory=dict)

    def cost(self, cell: Cell, ticks: int, gait: Gait, moving: bool) -> int:
        """What it costs to be at `cell`, `ticks` from now."""
        slot = ticks // SLOT_TICKS
        key = (slot * 2 + moving, cell.x, cell.y, gait)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._judge(cell, slot, gait, moving) * self.bold // 100
        return found

    def _judge(self, cell: Cell, slot: int, gait: Gait, moving: bool) -> int:
        stage, room = self.world.stage, self.world.room
        assert stage is not None
        x, y = middle(cell)
        here = stage.her.x, stage.her.y
        stage.her.x, stage.her.y = x, y
        loud = noise_radius(room, stage.her, gait) if moving else 0
        stage.her.x, stage.her.y = here
        screen = screen_now(plan_of(room), stage)
        cost = 0
        for watcher, gx, gy, reach, look in self._watchers(slot):
            dx, dy = x - gx, y - gy
            far = dx * dx + dy * dy
            if far <= reach.widest * reach.widest:
                seen = glance(screen, reach, (gx, gy), look, (x, y), gait is Gait.CROUCH)
                if seen != NONE:
                    near = max(1, 4 * UNITS * 4 * UNITS * 4 // max(far, UNITS * UNITS))
                    cost += (SEEN_COST if seen == CORE else RIM_COST) + min(PRESSED_COST, 10 * near)
            hears = loud * (180 if watcher.kind is WatcherKind.LISTENER else watcher.hears_percent) // 100
            if far <= hears * hears and watcher.kind not in (WatcherKind.TOWER, WatcherKind.VEHICLE):
                cost += HEARD_COST
        return cost

    def _watchers(self, slot: int) -> list[tuple[Watcher, int, int, Reach, tuple[int, int]]]:
        """Everybody on duty at a slot: where he will be and look."""
        found = self.eyes.get((slot, 0))
        if found is None:
            stage, room = self.world.stage, self.world.room
            assert stage is not None
            plan, found = plan_of(room), []
            for watcher in room.watchers:
                guard = stage.guards.get(watcher.name)
                if guard is None or guard.mind is Mind.OFF or guard.blind_ticks > slot * SLOT_TICKS:
                    continue
                x, y, facing = _foreseen(plan, guard, stage.tick, slot * SLOT_TICKS)
                found.append((watcher, x, y, reach_of(plan, watcher, stage.alarm, 100), DIRECTIONS[facing]))
            self.eyes[(slot, 0)] = found
        return found


def _foreseen(plan: Plan, guard: Guard, tick: int, ahead: int) -> tuple[int, int, int]:
    if guard.mind is not Mind.CALM:
        return guard.x, guard.y, guard.facing
    x, y, facing, _, _ = plan.loops[guard.name].at(tick + guard.phase + guard.ahead + ahead)
    return x, y, facing


def find_path(world: World, goals: Iterable[Cell], shun: frozenset[Cell] = frozenset(), bold: int = 100,
              through_ice: bool = False) -> list[Leg]:
    """The least bad way from where she stands to one of `goals`; empty if none leads there.

    `shun` are cells she would rather not enter. Doors count as open: who walks must open them.
    """
    stage, room = world.stage, world.room
    assert stage is not None
    wanted = {Cell(*goal) for goal in goals}
    grid = walkable(room, stage)
    doors = {thing.cell for thing in room.things if thing.kind is ThingKind.DOOR}
    stairs = {thing.cell: mate.cell for thing in room.things if thing.kind is ThingKind.STAIRS
              for mate in room.things if mate.name == thing.to}
    danger = Danger(world, bold)
    start = cell_of(stage.her.x, stage.her.y)
    heap: list[tuple[int, int, int, Cell]] = [(0, 0, 0, start)]
    best: dict[tuple[Cell, int], int] = {(start, 0): 0}
    came: dict[tuple[Cell, int], tuple[tuple[Cell, int], Leg]] = {}
    looked = 0
    while heap and looked < MOST_LOOKS:
        _, paid, ticks, cell = heappop(heap)
        spot = (cell, ticks // SLOT_TICKS)
        if best.get(spot, paid) < paid:
            continue
        looked += 1
        if cell in wanted:
            return _traced(came, spot)
        for dx, dy in _STEPS:
            to = Cell(cell.x + dx, cell.y + dy)
            if (dx, dy) != (0, 0):
                if not (grid.free(to) or to in doors):
                    continue
                if dx and dy and not (grid.free(Cell(to.x, cell.y)) and grid.free(Cell(cell.x, to.y))):
                    continue
            extra = 0 if through_ice else _ice_cost(world, to)
            if extra < 0:
                continue
            if to in shun and to not in wanted:
                extra += 150
            moving = (dx, dy) != (0, 0)
            landed = stairs.get(to, to) if moving else to
            for gait in (Gait.WALK, Gait.CROUCH) if moving else (Gait.CROUCH,):
                spent = TILE_TICKS[gait][1 if dx and dy else 0] if moving else WAIT_TICKS
                after = ticks + spent
                price = paid + spent + extra + danger.cost(landed, after, gait, moving) * spent // SLOT_TICKS
                to_spot = (landed, after // SLOT_TICKS)
                if price < best.get(to_spot, price + 1):
                    best[to_spot] = price
                    came[to_spot] = (spot, Leg(to, gait))
                    heappush(heap, (price + _rest(landed, wanted) * (0 if stairs else 20), price, after, landed))
    return []


_STEPS = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))


def _ice_cost(world: World, cell: Cell) -> int:
    """What stepping on a cell's ice costs; -1: it would break."""
    room, stage = world.room, world.stage
    assert stage is not None
    at = cell.y * room.width + cell.x
    if not (0 <= at < len(room.ice_cm)) or not is_ice(room, at) or world.help.no_ice:
        return 0
    if at in stage.broken or room.ice_cm[at] < GIVES_CM + 2:
        return -1
    return CRACK_COST if room.ice_cm[at] < 10 and room.ice_cm[at] >= LOUD_CM else 0


def _rest(cell: Cell, wanted: set[Cell]) -> int:
    if len(wanted) > 40:
        return 0
    return min(max(abs(cell.x - goal.x), abs(cell.y - goal.y)) for goal in wanted)


def _traced(came: dict[tuple[Cell, int], tuple[tuple[Cell, int], Leg]], spot: tuple[Cell, int]) -> list[Leg]:
    legs: list[Leg] = []
    while spot in came:
        spot, leg = came[spot]
        legs.append(leg)
    return legs[::-1]


