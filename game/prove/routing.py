"""A path in space and time past people who look about: the watchers' rounds are clocks, so they can be foreseen.

The search walks cells and ticks. Being seen or heard costs, it does not forbid: a path is always the least bad one
found. A watcher off his round is taken to stay where he is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TypeAlias

from game.sim.angles import DIRECTIONS
from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of, middle, noise_radius, walkable
from game.sim.ice import GIVES_CM, LOUD_CM, is_ice
from game.sim.intents import Gait
from game.sim.plan import Plan, plan_of, reach_of, screen_now
from game.sim.room import ThingKind, Watcher, WatcherKind
from game.sim.sight import CORE, NONE, Reach, Screen, glance
from game.sim.world import Guard, Mind, World

SLOT_TICKS = 20                                    # a walked tile
TILE_TICKS = {Gait.WALK: (20, 29), Gait.CROUCH: (38, 54)}
WAIT_TICKS = 40
SEEN_COST, RIM_COST, HEARD_COST, CRACK_COST, PRESSED_COST = 140, 30, 60, 25, 400
EARSHOT, NO_WAY = 8 * UNITS, 1 << 30
MOST_LOOKS = 20_000                                # states looked at before the best so far is taken


@dataclass(frozen=True, slots=True)
class Leg:
    """Go to `cell` at `gait`; a leg to the cell she is on is a wait."""

    cell: Cell
    gait: Gait


# Who, where, what he sees and how far at most, where he looks, how far he senses anything.
Eye: TypeAlias = tuple[Watcher, int, int, Reach, int, tuple[int, int], int]


@dataclass(slots=True)
class Danger:
    """What the watchers make of a cell at a slot of time; remembered while the plan is made."""

    world: World
    screen: Screen
    bold: int = 100  # percent of every cost: a bold bot minds less
    known: dict[tuple[int, int, int, Gait], int] = field(default_factory=dict)
    loud: dict[tuple[Cell, Gait], int] = field(default_factory=dict)
    eyes: dict[int, list[Eye]] = field(default_factory=dict)

    def cost(self, cell: Cell, ticks: int, gait: Gait, moving: bool) -> int:
        """What it costs to be at `cell`, `ticks` from now."""
        slot = ticks // SLOT_TICKS
        key = (slot * 2 + moving, cell.x, cell.y, gait)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._judge(cell, slot, gait, moving) * self.bold // 100
        return found

    def _judge(self, cell: Cell, slot: int, gait: Gait, moving: bool) -> int:
        x, y = middle(cell)
        loud = self._heard(cell, gait) if moving else 0
        cost = 0
        for watcher, gx, gy, reach, sees, look, widest in self._watchers(slot):
            dx, dy = x - gx, y - gy
            if not (-widest <= dx <= widest and -widest <= dy <= widest):
                continue
            far = dx * dx + dy * dy
            if far <= sees * sees:
                seen = glance(self.screen, reach, (gx, gy), look, (x, y), gait is Gait.CROUCH)
                if seen != NONE:
                    near = max(1, 4 * UNITS * 4 * UNITS * 4 // max(far, UNITS * UNITS))
                    cost += (SEEN_COST if seen == CORE else RIM_COST) + min(PRESSED_COST, 10 * near)
            hears = loud * (180 if watcher.kind is WatcherKind.LISTENER else watcher.hears_percent) // 100
            if far <= hears * hears and watcher.kind not in (WatcherKind.TOWER, WatcherKind.VEHICLE):
                cost += HEARD_COST
        return cost

    def _heard(self, cell: Cell, gait: Gait) -> int:
        """How far a step of hers on `cell` is heard; the same at all times."""
        found = self.loud.get((cell, gait))
        if found is None:
            stage = self.world.stage
            assert stage is not None
            here = stage.her.x, stage.her.y
            stage.her.x, stage.her.y = middle(cell)
            found = self.loud[cell, gait] = noise_radius(self.world.room, stage.her, gait)
            stage.her.x, stage.her.y = here
        return found

    def _watchers(self, slot: int) -> list[Eye]:
        """Everybody on duty at a slot: where he will be and look."""
        found = self.eyes.get(slot)
        if found is None:
            stage, room = self.world.stage, self.world.room
            assert stage is not None
            plan, found = plan_of(room), []
            for watcher in room.watchers:
                guard = stage.guards.get(watcher.name)
                if guard is None or guard.mind is Mind.OFF or guard.blind_ticks > slot * SLOT_TICKS:
                    continue
                x, y, facing = _foreseen(plan, guard, stage.tick, slot * SLOT_TICKS)
                reach = reach_of(plan, watcher, stage.alarm, self.world.help.sight_percent)
                sees = reach.widest
                found.append((watcher, x, y, reach, sees, DIRECTIONS[facing], max(sees, EARSHOT)))
            self.eyes[slot] = found
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
    doors = {thing.cell for thing in room.things if thing.kind is ThingKind.DOOR}
    stairs = {thing.cell: mate.cell for thing in room.things if thing.kind is ThingKind.STAIRS
              for mate in room.things if mate.name == thing.to}
    danger = Danger(world, screen_now(plan_of(room), stage), bold)
    search = _Search(world, danger, wanted, doors, stairs, shun, through_ice)
    return search.run(cell_of(stage.her.x, stage.her.y))


Stride: TypeAlias = tuple[Cell, Cell, Gait, int, int, int]  # to, landed (stairs), gait, ticks, least cost, guess


@dataclass(slots=True)
class _Search:
    """A*; the guess is the way to the goal as if nobody watched."""

    world: World
    danger: Danger
    wanted: set[Cell]
    doors: set[Cell]
    stairs: dict[Cell, Cell]
    shun: frozenset[Cell]
    through_ice: bool
    ground: dict[Cell, int] = field(default_factory=dict)  # what a cell's ground costs; absent: no way
    rest: dict[Cell, int] = field(default_factory=dict)
    known: dict[Cell, list[Stride]] = field(default_factory=dict)

    def run(self, start: Cell) -> list[Leg]:
        self._lay_ground()
        self._measure()
        heap: list[tuple[int, int, int, Cell]] = [(0, 0, 0, start)]
        best: dict[tuple[Cell, int], int] = {(start, 0): 0}
        came: dict[tuple[Cell, int], tuple[tuple[Cell, int], Leg]] = {}
        nearest, looked = (self.rest.get(start, NO_WAY), (start, 0)), 0
        while heap and looked < MOST_LOOKS:
            _, paid, ticks, cell = heappop(heap)
            spot = (cell, ticks // SLOT_TICKS)
            if best.get(spot, paid) < paid:
                continue
            looked += 1
            nearest = min(nearest, (self.rest[cell], spot)) if cell in self.rest else nearest
            if cell in self.wanted:
                return _traced(came, spot)
            for to, landed, gait, spent, least, ahead in self._strides(cell):
                after = ticks + spent
                to_spot = (landed, after // SLOT_TICKS)
                price, bound = paid + least, best.get(to_spot, NO_WAY)
                if price >= bound:
                    continue  # before who looks on is asked: that takes longest
                price += self.danger.cost(landed, after, gait, to != cell) * spent // SLOT_TICKS
                if price < bound:
                    best[to_spot] = price
                    came[to_spot] = (spot, Leg(to, gait))
                    heappush(heap, (price + ahead, price, after, landed))
        return _traced(came, nearest[1])

    def _strides(self, cell: Cell) -> list[Stride]:
        """The steps from a cell that lead on to a goal; a cell is left again and again, at other times."""
        found = self.known.get(cell)
        if found is None:
            found = self.known[cell] = []
            if cell in self.ground and cell in self.rest:
                found.append((cell, cell, Gait.CROUCH, WAIT_TICKS, WAIT_TICKS + self.ground[cell], self._guess(cell)))
            for to, slant in self._near(cell):
                landed = self.stairs.get(to, to)
                if landed in self.rest:
                    found += [(to, landed, gait, spent[slant], spent[slant] + self.ground[to], self._guess(landed))
                              for gait, spent in TILE_TICKS.items()]
        return found

    def _guess(self, cell: Cell) -> int:
        return self.rest[cell] * 5 // 4

    def _lay_ground(self) -> None:
        stage, room = self.world.stage, self.world.room
        assert stage is not None
        grid = walkable(room, stage)
        for y in range(room.height):
            for x in range(room.width):
                cell = Cell(x, y)
                if grid.free(cell) or cell in self.doors:
                    cost = 0 if self.through_ice else _ice_cost(self.world, cell)
                    if cost >= 0:
                        self.ground[cell] = cost + 150 * (cell in self.shun and cell not in self.wanted)

    def _measure(self) -> None:
        """Ticks from every cell to the nearest goal, walking, with nobody about (Dijkstra, backwards)."""
        mates = {mate: stairs for stairs, mate in self.stairs.items()}
        rest = self.rest = {goal: 0 for goal in self.wanted if goal in self.ground}
        heap = [(0, goal) for goal in rest]
        while heap:
            ticks, cell = heappop(heap)
            if ticks > rest[cell]:
                continue
            before = [(to, ticks + self.ground[cell] + TILE_TICKS[Gait.WALK][slant]) for to, slant in self._near(cell)]
            if cell in mates:
                before.append((mates[cell], ticks))
            for to, far in before:
                if far < rest.get(to, NO_WAY):
                    rest[to] = far
                    heappush(heap, (far, to))

    def _near(self, cell: Cell) -> Iterator[tuple[Cell, bool]]:
        """The cells next to a cell that she can step on, and whether that is a slanting step: past no corner."""
        (x, y), ground = cell, self.ground
        for dx, dy in _STEPS:
            if (x + dx, y + dy) in ground and (not (dx and dy) or ((x + dx, y) in ground and (x, y + dy) in ground)):
                yield Cell(x + dx, y + dy), bool(dx and dy)


_STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))


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


def _traced(came: dict[tuple[Cell, int], tuple[tuple[Cell, int], Leg]], spot: tuple[Cell, int]) -> list[Leg]:
    legs: list[Leg] = []
    while spot in came:
        spot, leg = came[spot]
        legs.append(leg)
    return legs[::-1]


