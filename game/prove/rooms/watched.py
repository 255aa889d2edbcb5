"""What is watched at a moment, while nobody suspects anything: rounds are clocks, so it can be known beforehand.

A copy of the world is played ahead through `step` as under a scene, in which nobody sees, hears or grows suspicious;
six times a second it is asked what everybody sees and hears. The rules answer, cell by cell; what they
said about one place, look and reach is remembered. Nothing here knows one kind of watcher from another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from game.prove.rooms.field import Field
from game.prove.rooms.terrain import GAITS, Terrain, copy_of, terrain_of, widest_noise
from game.sim import hearing
from game.sim.angles import root
from game.sim.body import shivering
from game.sim.grid import UNITS
from game.sim.ground import middle
from game.sim.intents import Gait, Move
from game.sim.plan import Round, begin, plan_of, sight_of
from game.sim.room import Watcher
from game.sim.senses import SenseKind, senses
from game.sim.sight import NONE, Point, Reach, Screen, glance
from game.sim.step import step
from game.sim.suspicion import fill_ticks
from game.sim.world import Guard, Mind, Running, World
from game.story.runtime import open_ways
from game.story.steps import Wait
from game.story.tale import Waiting

SLOT_TICKS = 20          # a walked cell
SAMPLE_TICKS = 10
SURE_TICKS = 45          # who would be sure of her so soon is too near even for a moment
ROUGH = 9                # places of watchers are told apart by an eighth of a tile
FAR_EARS_PERCENT = 200   # nobody hears further than this percent of a noise
LEAST_PATIENCE = 320     # slots: a beam that goes dark now and then comes round in 240
_ELSEWHERE = (SenseKind.EARS, SenseKind.RADIO)  # ears are asked for each gait; a telephone is no matter of walking
_AGES = 1 << 30

Look: TypeAlias = tuple[int, int]


@dataclass(slots=True)
class Sensed:
    """What one watcher senses: where he sees her upright, low, would be sure of her at once; where he hears a gait."""

    upright: int = 0
    low: int = 0
    sure: int = 0
    heard: dict[Gait, int] = field(default_factory=dict)

    def notices(self, cells: int, gait: Gait) -> bool:
        """Whether any of `cells` is seen or heard at a gait."""
        seen = self.upright if gait is Gait.WALK else self.low
        return bool((seen | self.heard.get(gait, 0)) & cells)

    def add(self, other: Sensed) -> None:
        """Both together."""
        self.upright |= other.upright
        self.low |= other.low
        self.sure |= other.sure
        for gait, cells in other.heard.items():
            self.heard[gait] = self.heard.get(gait, 0) | cells


@dataclass(slots=True)
class Answers:
    """What the rules said, remembered for one room: it stays true at every level and at every hour."""

    seen: dict[tuple[Screen, Reach, Point, Look, bool], tuple[int, int]] = field(default_factory=dict)
    heard: dict[tuple[str, int, int, Gait, int], int] = field(default_factory=dict)
    within: dict[tuple[str, int, int, int], int] = field(default_factory=dict)
    terrains: dict[object, Terrain] = field(default_factory=dict)

    def terrain(self, world: World) -> Terrain:
        """The terrain of the open room: worked out anew only if something underfoot or at hand has changed."""
        stage = world.stage
        assert stage is not None
        key = (tuple(stage.open_doors), tuple(stage.broken), tuple(stage.taken), shivering(world), stage.her.shoes,
               tuple(way.name for way in open_ways(world.lore.book, world.tale)))
        found = self.terrains.get(key)
        if found is None:
            found = self.terrains[key] = terrain_of(world)
        return found


@dataclass(slots=True)
class Foreseen:
    """The watchers of a room from a moment on. `slots` holds, by slot, what each of them senses; `where`, his cell."""

    world: World          # the copy that runs ahead
    terrain: Terrain
    answers: Answers
    calm_slots: int       # so long nobody notices anything
    slots: list[dict[str, Sensed]] = field(default_factory=list)
    whole: dict[tuple[int, int, frozenset[str]], Sensed] = field(default_factory=dict)
    last: dict[str, Sensed] = field(default_factory=dict)
    where: list[dict[str, Point]] = field(default_factory=list)

    @property
    def patience(self) -> int:
        """More slots than the longest round takes."""
        loops = plan_of(self.world.room).loops.values()
        return max([LEAST_PATIENCE, *(loop.total // SLOT_TICKS + LEAST_PATIENCE // 4 for loop in loops)])

    @classmethod
    def of(cls, world: World, terrain: Terrain, answers: Answers) -> Foreseen:
        """Everybody's future from `world` as it is now."""
        ahead = copy_of(world)
        stage = ahead.stage
        assert stage is not None
        calm = stage.her.calm_ticks // SLOT_TICKS
        ahead.tale.waiting = Waiting.STAGE
        stage.running = [Running(Wait(_AGES), ticks_left=_AGES)]
        found = cls(ahead, terrain, answers, calm)
        found.last = found._sample()
        return found

    def at(self, slot: int, slack: int = 0, without: frozenset[str] = frozenset()) -> Sensed:
        """What everybody but `without` senses from `slot` - `slack` to `slot` + `slack`, put together."""
        key = slot, slack, without
        found = self.whole.get(key)
        if found is None:
            found = self.whole[key] = Sensed()
            for near in range(max(slot - slack, 0), slot + slack + 1):
                for name, sensed in self.each(near).items():
                    if name not in without:
                        found.add(sensed)
        return found

    def each(self, slot: int) -> dict[str, Sensed]:
        """What each of them senses in `slot`; nothing before the beginning and while all is calm."""
        while len(self.slots) <= slot:
            self._go_on()
        return self.slots[slot] if slot >= self.calm_slots else {}

    def _go_on(self) -> None:
        """Play one slot ahead, and note what was sensed in it from its first tick to its last."""
        assert self.world.stage is not None
        self.where.append({guard.name: (guard.x >> 12, guard.y >> 12) for guard in self.world.stage.guards.values()
                           if guard.mind is not Mind.OFF})
        together = {name: Sensed() for name in self.last}
        for name, sensed in self.last.items():
            together[name].add(sensed)
        for _ in range(SLOT_TICKS // SAMPLE_TICKS):
            for _ in range(SAMPLE_TICKS):
                step(self.world, Move())
                self._remember_her()
            self.last = self._sample()
            for name, sensed in self.last.items():
                together[name].add(sensed)
        self.slots.append(together)

    def _remember_her(self) -> None:
        """Under a scene nobody who was paid to look away comes to himself; ahead of it he does."""
        assert self.world.stage is not None
        for guard in self.world.stage.guards.values():
            guard.blind_ticks = max(0, guard.blind_ticks - 1)

    def _sample(self) -> dict[str, Sensed]:
        around = begin(self.world)
        assert around is not None
        return {guard.name: self._of(around, around.plan.watchers[guard.name], guard)
                for guard in around.stage.guards.values()}

    def _of(self, around: Round, watcher: Watcher, guard: Guard) -> Sensed:
        sensed = Sensed()
        sight = sight_of(around, watcher, guard)
        if sight is not None:
            reach, look = sight
            sensed.upright, sure = self._seen(around.screen, reach, guard, look, False)
            sensed.low, low_sure = self._seen(around.screen, reach, guard, look, True)
            sensed.sure = sure | low_sure
        if hearing.hears(around, watcher, guard, (guard.x, guard.y, UNITS)):  # he is on duty, and has ears
            sensed.heard = {gait: self._heard(around, watcher, guard, gait) for gait in GAITS}
        for sense in senses(around, guard):
            if sense.kind not in _ELSEWHERE:
                cells = self._within(guard, sense.points)
                sensed.upright |= cells
                sensed.low |= cells
        return sensed

    def _seen(self, screen: Screen, reach: Reach, guard: Guard, look: Look, low: bool) -> tuple[int, int]:
        key = screen, reach, (guard.x >> ROUGH, guard.y >> ROUGH), look, low
        found = self.answers.seen.get(key)
        if found is None:
            found = self.answers.seen[key] = seen_from(self.terrain.field, screen, reach, (guard.x, guard.y), look, low)
        return found

    def _within(self, guard: Guard, points: tuple[Point, ...]) -> int:
        """The cells whose middle lies in the polygon of a sense."""
        key = guard.name, guard.x >> ROUGH, guard.y >> ROUGH, guard.facing
        found = self.answers.within.get(key)
        if found is None:
            found = self.answers.within[key] = cells_within(self.terrain.field, points)
        return found

    def _heard(self, around: Round, watcher: Watcher, guard: Guard, gait: Gait) -> int:
        """The cells on which a step of `gait` is heard by him where he stands."""
        field, loud = self.terrain.field, self.terrain.loud[gait]
        key = guard.name, guard.x >> ROUGH, guard.y >> ROUGH, gait, id(loud)
        heard = self.answers.heard.get(key)
        if heard is not None:
            return heard
        far = widest_noise(self.terrain, gait) * FAR_EARS_PERCENT // 100
        heard = 0
        for cell in field.cells(field.around(field.bits([(guard.x >> 12, guard.y >> 12)]), far)
                                & self.terrain.ground[gait]):
            at = cell.y * field.width + cell.x
            if hearing.hears(around, watcher, guard, (*middle(cell), loud[at])):
                heard |= 1 << at
        self.answers.heard[key] = heard
        return heard


def seen_from(field: Field, screen: Screen, reach: Reach, eye: Point, look: Look, low: bool) -> tuple[int, int]:
    """The cells whose middle is seen from `eye`, and those of them where one would be sure of her at once."""
    seen = sure = 0
    far = reach.widest
    left, right = max(0, eye[0] - far >> 12), min(field.width - 1, eye[0] + far >> 12)
    half = UNITS // 2
    for y in range(max(0, eye[1] - far >> 12), min(field.height - 1, eye[1] + far >> 12) + 1):
        at_y = y * UNITS + half
        for x in range(left, right + 1):
            at_x = x * UNITS + half
            if glance(screen, reach, eye, look, (at_x, at_y), low) != NONE:
                bit = 1 << y * field.width + x
                seen |= bit
                away = (at_x - eye[0]) ** 2 + (at_y - eye[1]) ** 2
                if fill_ticks(root(away), reach.core) <= SURE_TICKS:
                    sure |= bit
    return seen, sure


def cells_within(field: Field, points: tuple[Point, ...]) -> int:
    """The cells whose middle lies inside a polygon given in units (even-odd rule)."""
    if not points:
        return 0
    found = 0
    across, down = [x for x, _ in points], [y for _, y in points]
    edges = list(zip(points, (*points[1:], points[0]), strict=True))
    for row in range(max(0, min(down) >> 12), min(field.height - 1, max(down) >> 12) + 1):
        y = row * UNITS + UNITS // 2
        cuts = sorted(x0 + (x1 - x0) * (y - y0) // (y1 - y0) for (x0, y0), (x1, y1) in edges if (y0 > y) != (y1 > y))
        for column in range(max(0, min(across) >> 12), min(field.width - 1, max(across) >> 12) + 1):
            if sum(cut < column * UNITS + UNITS // 2 for cut in cuts) % 2:
                found |= 1 << row * field.width + column
    return found
