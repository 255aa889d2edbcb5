"""Walking a found way through the real rules: the search proposes, `step` decides.

The follower presses keys as a player would: it walks from the middle of a cell to the middle of the next, waits,
crouches, hides, opens doors, goes past words, and takes of every choice one that costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from game.prove.rooms.search import Leg
from game.prove.rooms.terrain import Terrain
from game.prove.rooms.watched import SLOT_TICKS
from game.sim import things
from game.sim.events import Event, WayTaken
from game.sim.ground import cell_of, middle
from game.sim.intents import Choose, Gait, Intent, Move, Next, Skip
from game.sim.step import step
from game.sim.turns import CURIOUS_AT
from game.sim.ways import HERS
from game.sim.world import Guard, Mind, World
from game.story import runtime
from game.story.runtime import LEAVE
from game.story.tale import Waiting

NEAR = 160            # units from the middle of a cell: there
EARLY_TICKS = 4       # a step taken so early is in time
LATE_TICKS = 90       # so late, and the plan is no longer what is walked
MOST_SCENE_STEPS = 400
_GOES_ON = (*HERS, "at ", "later ")  # ways whose scene may be gone through; all others are what must not happen
_AFTER_HER = (Mind.TRAIL, Mind.CHALLENGE, Mind.CHASE)


class End(StrEnum):
    """How a walk ended."""

    ARRIVED = "arrived"      # the way wanted fired
    NOTICED = "noticed"      # somebody wondered
    OTHER = "other"          # something else happened, or another way out was taken
    DISTURBED = "disturbed"  # a scene took time or moved her: plan again from here
    LOST = "lost"            # she could not keep to the plan


@dataclass(slots=True)
class Walk:
    """A walk through the rules. `places` are (tick of the room, x, y in units), one a slot.

    `worst` is the most anybody suspected, thousandths of a point; `glimpses` (slot, cell index) where the one who
    wondered, `who`, saw or heard her; `why` says what happened instead.
    """

    world: World
    intents: list[Intent] = field(default_factory=list)
    places: list[tuple[int, int, int]] = field(default_factory=list)
    worst: int = 0
    end: End = End.LOST
    who: str = ""
    why: str = ""
    glimpses: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


@dataclass(slots=True)
class Follower:
    """The one who walks: `legs` counted from tick `begun` of the room, toward the way `goal`."""

    terrain: Terrain
    legs: list[Leg]
    goal: str
    begun: int
    walk: Walk
    at: int = 0

    def run(self) -> Walk:
        """Walk until something ends it."""
        walk = self.walk
        while True:
            if walk.world.tale.waiting is not Waiting.ROOM:
                if not self._scene():
                    return walk
                continue
            intent = self._next()
            if intent is None:
                walk.end, walk.why = End.LOST, "she cannot keep to the plan here"
                return walk
            if self._ended(self._do(intent)):
                return walk

    # Keys ----------------------------------------------------------------------------------------------------
    def _now(self) -> int:
        stage = self.walk.world.stage
        assert stage is not None
        return stage.tick - self.begun

    def _next(self) -> Move | None:
        """What she does in this tick; None if she is hopelessly late or has nothing left to do."""
        stage = self.walk.world.stage
        assert stage is not None
        her, now = stage.her, self._now()
        while self.at < len(self.legs):
            leg = self.legs[self.at]
            before = self.legs[self.at - 1].cell if self.at else cell_of(her.x, her.y)
            waits = leg.cell == before
            if waits and now < leg.ends * SLOT_TICKS - EARLY_TICKS:
                return self._wait(leg)
            if waits:
                self.at += 1
                continue
            if now < leg.begins * SLOT_TICKS - EARLY_TICKS:
                return Move(gait=Gait.CROUCH)
            if now > leg.ends * SLOT_TICKS + LATE_TICKS:
                return None
            x, y = self._aim(leg)
            dx, dy = x - her.x, y - her.y
            if abs(dx) <= NEAR and abs(dy) <= NEAR:
                self.at += 1
                continue
            return Move((dx > NEAR) - (dx < -NEAR), (dy > NEAR) - (dy < -NEAR), leg.gait, self._opens(leg))
        last = self.legs[-1].ends if self.legs else 0
        if now >= last * SLOT_TICKS + LATE_TICKS:
            return None
        return Move(act=not self.goal.startswith("reach ") and not her.act_held)

    def _wait(self, leg: Leg) -> Move:
        stage = self.walk.world.stage
        assert stage is not None
        her = stage.her
        hides = bool(leg.hidden) and not her.hidden and not her.pace and not her.act_held
        return Move(gait=leg.gait, act=hides)

    def _aim(self, leg: Leg) -> tuple[int, int]:
        """Where to walk: the middle of the cell, or the foot of the stairs that lead to it."""
        stage = self.walk.world.stage
        assert stage is not None
        here = cell_of(stage.her.x, stage.her.y)
        if max(abs(here.x - leg.cell.x), abs(here.y - leg.cell.y)) > 1:
            head = self.terrain.field.bit(leg.cell)
            feet = [self.terrain.field.cell(foot) for foot, out in self.terrain.stairs if out == head]
            return middle(min(feet, key=lambda c: max(abs(c.x - here.x), abs(c.y - here.y)), default=leg.cell))
        return middle(leg.cell)

    def _opens(self, leg: Leg) -> bool:
        """Whether to press the act key: a shut door is next."""
        world = self.walk.world
        stage = world.stage
        assert stage is not None
        door = self.terrain.doors.get(self.terrain.field.bit(leg.cell), "")
        if not door or door in stage.open_doors or stage.her.act_held:
            return False
        target = things.nearest(world)
        return target is not None and target.name == door

    # What comes of it ----------------------------------------------------------------------------------------
    def _do(self, intent: Intent) -> list[Event]:
        walk = self.walk
        walk.intents.append(intent)
        events = step(walk.world, intent)
        stage = walk.world.stage
        if stage is not None and isinstance(intent, Move):
            if not walk.places or stage.tick - walk.places[-1][0] >= SLOT_TICKS // 2:
                walk.places.append((stage.tick, stage.her.x, stage.her.y))
            slot = (stage.tick - self.begun) // SLOT_TICKS
            spot = cell_of(stage.her.x, stage.her.y)
            for guard in stage.guards.values():
                walk.worst = max(walk.worst, guard.suspicion)
                if guard.seen_ticks and not guard.unseen_ticks:
                    seen = walk.glimpses.setdefault(guard.name, [])
                    here = slot, spot.y * self.terrain.field.width + spot.x
                    if not seen or seen[-1] != here:
                        seen.append(here)
                elif not guard.seen_ticks:
                    walk.glimpses.pop(guard.name, None)
        return events

    def _ended(self, events: list[Event]) -> bool:
        """Whether the walk is over after these events; `end` says how."""
        walk = self.walk
        for event in events:
            if isinstance(event, WayTaken):
                if event.way == self.goal:
                    walk.end = End.ARRIVED
                    return True
                if not event.way.startswith(_GOES_ON):
                    walk.end, walk.why = End.OTHER, event.way
                    return True
        stage = walk.world.stage
        if stage is None:
            walk.end, walk.why = End.OTHER, "she left by another way"
            return True
        noticed = next((g for g in stage.guards.values() if wonders(g)), None)
        if noticed is None:
            return False
        walk.end, walk.who, walk.why = End.NOTICED, noticed.name, str(noticed.mind)
        return True

    def _scene(self) -> bool:
        """Go through a scene; False if it ended the walk."""
        walk, world = self.walk, self.walk.world
        stage = world.stage
        if stage is None:
            walk.end, walk.why = End.OTHER, "she left by another way"
            return False
        tick, place, visit = stage.tick, (stage.her.x, stage.her.y), (stage.room, stage.visit)
        paid = {g.name: g.blind_ticks for g in stage.guards.values()}
        for _ in range(MOST_SCENE_STEPS):
            if world.tale.waiting is Waiting.ROOM or world.tale.waiting is Waiting.END:
                break
            self._do(answer(world))
        now = world.stage
        if now is None or (now.room, now.visit) != visit or world.tale.waiting is not Waiting.ROOM:
            walk.end, walk.why = End.OTHER, "the scene led out of the room"
            return False
        same = now.tick == tick and place == (now.her.x, now.her.y)
        if not same or paid != {g.name: g.blind_ticks for g in now.guards.values()}:
            walk.end = End.DISTURBED
            return False
        return True


def wonders(guard: Guard) -> bool:
    """Whether she is no longer unnoticed by him."""
    if guard.mind is Mind.OFF or guard.leaving:
        return False
    return guard.suspicion >= CURIOUS_AT or guard.mind in _AFTER_HER


def answer(world: World) -> Intent:
    """What somebody says who only wants to get on: past words, away from offers, the last choice that is free."""
    match world.tale.waiting:
        case Waiting.WORDS:
            return Next()
        case Waiting.STAGE:
            return Skip()
        case _:
            options = [option for option in runtime.options(world.lore.book, world.tale) if option.open]
            if any(option.id == LEAVE for option in options):
                return Choose(LEAVE)
            free = [option for option in options if not option.price.parts]
            return Choose((free or options)[-1].id)
