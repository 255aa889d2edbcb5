"""The proof of one visit: at every level a way out that nobody sees, and three different ways in all."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from game.content.problems import Problem, Severity, in_order
from game.content.recordings import Recorder, Recording
from game.prove.rooms.field import indices
from game.prove.rooms.ground_faults import ground_faults, unreached_things
from game.prove.rooms.opening import changes_of_guard, open_visit
from game.prove.rooms.search import Asked, Search
from game.prove.rooms.sneak import Sneak, sneak
from game.prove.rooms.terrain import goal_of
from game.prove.rooms.tour import tour
from game.prove.rooms.watched import Answers, Foreseen
from game.prove.rooms.ways import Ways, ways_of
from game.sim.ground import cell_of
from game.sim.levels import calm_ticks, posted
from game.sim.room import Room, RoomKind
from game.sim.world import Level, Lore, World
from game.story.steps import Visit, Way

NEVER_OPEN = "no values of facts open this way at the start of the visit"
HEAT_SLOTS = 360        # two minutes


class Verdict(StrEnum):
    """What was shown: never something between."""

    PROOF = "proof"
    FAULT = "fault"
    UNDECIDED = "budget hit: not a proof"


@dataclass(slots=True)
class Shown:
    """A sneak shown at a level: by the exit's way, in the hardest combination of changes of guard; its recording."""

    level: Level
    sneak: Sneak
    drifts: tuple[int, ...] = ()
    combinations: int = 1
    recording: Recording | None = None


@dataclass(slots=True)
class Proof:
    """All about one visit. `shown` holds one entry an exit and a level; `unreached` things of the map out of reach.

    `tour`: how soon each place can be come to unseen, in ticks, at the first of the levels. `heat`, by level, if asked
    for: for every cell how many of HEAT_SLOTS it is seen in, upright.
    """

    node: str
    at: int
    room: str
    kind: RoomKind
    ways: Ways
    shown: list[Shown] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unreached: list[str] = field(default_factory=list)
    tour: dict[str, int] = field(default_factory=dict)
    heat: dict[Level, list[int]] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        """Proof, fault, or undecided."""
        if any(problem.severity == "error" for problem in self.problems):
            return Verdict.FAULT
        undecided = any(not one.sneak.found and not one.sneak.decided for one in self.shown)
        return Verdict.UNDECIDED if undecided else Verdict.PROOF


def prove_visit(lore: Lore, node: str, at: int, levels: tuple[Level, ...] = tuple(Level),
                heat: bool = False) -> Proof:
    """Prove the visit at step `at` of `node`; `heat`: also count how often each cell is watched."""
    visit = lore.book.nodes[node].steps[at]
    assert isinstance(visit, Visit)
    room = lore.rooms[visit.room]
    proof = Proof(node, at, room.id, room.kind, ways_of(lore.book, visit))
    opened = open_visit(lore, node, at, Level.TRAVELLER)
    if opened is not None:
        proof.problems += ground_faults(opened, visit, proof.ways)
        proof.unreached = unreached_things(opened, visit)
    answers = Answers()
    first = open_visit(lore, node, at, levels[0])
    if first is not None and room.watchers:
        proof.tour = tour(first, proof.ways, answers)
    unreached = {p.message for p in proof.problems if p.code == "P105"}
    for level in levels:
        shown = [one for way in visit.ways
                 if (way.target in proof.ways.exits if way.verb == "reach" else way.name in proof.ways.doors)
                 and not any(f"'{way.target}'" in message for message in unreached)
                 for one in (_prove_exit(lore, proof, at, level, way, answers),) if one is not None]
        proof.shown += shown
        if heat:
            same = next((known for known in proof.heat if _posted(room, known) == _posted(room, level)), None)
            proof.heat[level] = proof.heat[same] if same is not None else _heat(lore, node, at, level, answers)
        if shown and not any(one.sneak.found for one in shown):
            proof.problems.append(_no_way(lore, proof, visit, at, shown[0], answers))
        proof.problems += [_narrow(room, one) for one in shown if one.sneak.found and one.sneak.glimpses]
        if room.kind is RoomKind.CROSSING and room.watchers:
            proof.problems += [_at_once(room, one) for one in shown if one.sneak.found and one.sneak.leads_out
                               and one.sneak.goal.startswith("reach ") and one.sneak.ticks <= calm_ticks(level, room)]
    proof.problems = in_order(proof.problems)
    return proof


def _prove_exit(lore: Lore, proof: Proof, at: int, level: Level, way: Way, answers: Answers) -> Shown | None:
    """A way into one exit, in every combination of changes of guard that can matter before she is through.

    None for somebody to talk to who is in no one place, and for what lies in the area of another way out.
    """
    ways, room = proof.ways, lore.rooms[proof.room]
    others = (*ways.exits, *ways.retreats)
    shuns = ((*others, *ways.passing), others)
    hardest: Shown | None = None
    combinations: list[tuple[int, ...]] = [()]
    number = 0
    while number < len(combinations):
        world = open_visit(lore, proof.node, at, level, way, combinations[number])
        if world is None:
            return Shown(level, Sneak(way.name, why=NEVER_OPEN))
        if not number and not _on_its_own(world, way, others, answers):
            return None
        clock = world.tale.clock
        known = next((one.sneak for one in reversed(proof.shown) if one.sneak.goal == way.name), None)
        found = sneak(world, way, shuns, answers, hardest.sneak if hardest is not None else known)
        if hardest is None or not found.found or found.slack_ticks < hardest.sneak.slack_ticks:
            hardest = Shown(level, found, combinations[number])
            hardest.recording = _recorded(world, found) if found.found else None
        if not found.found:
            break
        if not number:
            combinations += changes_of_guard(room, clock, found.ticks)[1:]
        number += 1
    assert hardest is not None
    hardest.combinations = len(combinations)
    return hardest


def _on_its_own(world: World, way: Way, others: tuple[str, ...], answers: Answers) -> bool:
    """Whether a way has a place, and one she comes to without taking another way out."""
    assert world.stage is not None
    terrain = answers.terrain(world)
    goal, shunned = goal_of(world, terrain, way), 0
    for name in others:
        shunned |= terrain.areas[name] & ~(goal if way.verb == "reach" else 0)
    start = terrain.field.bit(cell_of(world.stage.her.x, world.stage.her.y))
    return bool(terrain.flood(start, shunned) & goal)


def _recorded(world: World, found: Sneak) -> Recording:
    """The way as a recording that begins as she comes in. The world she arrived in is let go."""
    assert found.world is not None
    recorder = Recorder.of(world)
    recorder.asked = [(intent, 0) for intent in found.intents]
    recording, found.world = recorder.finish(found.world), None
    return recording


def _posted(room: Room, level: Level) -> set[str]:
    """Who is there at a level."""
    return {watcher.name for watcher in room.watchers if posted(level, watcher)}


def _heat(lore: Lore, node: str, at: int, level: Level, answers: Answers) -> list[int]:
    """For every cell the number of slots, of HEAT_SLOTS from when the room is no longer calm, in which it is seen."""
    world = open_visit(lore, node, at, level)
    if world is None:
        return []
    terrain = answers.terrain(world)
    foreseen = Foreseen.of(world, terrain, answers)
    digits: list[int] = []  # a counter of every cell: bit plane n holds the digit worth 2 ** n
    for slot in range(foreseen.calm_slots, foreseen.calm_slots + HEAT_SLOTS):
        carried, place = foreseen.at(slot).upright, 0
        while carried:
            if place == len(digits):
                digits.append(0)
            digits[place], carried, place = digits[place] ^ carried, digits[place] & carried, place + 1
    counts = [0] * (terrain.field.width * terrain.field.height)
    for place, plane in enumerate(digits):
        for index in indices(plane):
            counts[index] += 1 << place
    return counts


# Faults ------------------------------------------------------------------------------------------------------
def _narrow(room: Room, shown: Shown) -> Problem:
    said = f"at level {shown.level} '{shown.sneak.goal}' is only won by being seen from far for a moment"
    return Problem(f"maps/{room.id}.tmx", 0, 0, "warning", "P109", said, "leave a little more room between the rounds")


def _at_once(room: Room, shown: Shown) -> Problem:
    said = (f"at level {shown.level} '{shown.sneak.goal}' is walked to in {shown.sneak.ticks // 60} s, before anybody "
            "notices anything")
    return Problem(f"maps/{room.id}.tmx", 0, 0, "warning", "P110", said,
                   "begin farther off, shorten `calm_seconds`, or let the way out open later")


def _no_way(lore: Lore, proof: Proof, visit: Visit, at: int, shown: Shown, answers: Answers) -> Problem:
    """No way unseen at a level: who is to blame."""
    room = lore.rooms[proof.room]
    way = next(way for way in visit.ways if way.name == shown.sneak.goal)
    names, alone = blame(lore, proof.node, at, shown.level, way, shown.drifts, answers)
    if shown.sneak.why == NEVER_OPEN:
        return Problem(f"maps/{room.id}.tmx", 0, 0, "warning", "P108", f"'{way.name}' was not tried: {NEVER_OPEN}",
                       "look at the conditions of the way, and of what comes due before the visit")
    message = f"at level {shown.level} nobody gets to '{way.target}' unseen"
    if not shown.sneak.decided:
        refused = max(shown.sneak.who, key=lambda who: shown.sneak.who[who], default="")
        return Problem(f"maps/{room.id}.tmx", 0, 0, "warning", "P108",
                       f"{message}, as far as was searched; not a proof ({shown.sneak.why})",
                       f"the rules refused the found ways most often because of '{refused}'" if refused else "")
    if alone:
        message += f": '{names[0]}' alone can never be avoided" if len(names) == 1 else (
            f": {_listed(names)} can each never be avoided")
    elif names:
        message += f": {_listed(names)} together leave no gap"
    severity: Severity = "error" if room.kind is RoomKind.CROSSING else "warning"
    return Problem(f"maps/{room.id}.tmx", 0, 0, severity, "P104", message,
                   f"give {names[0] if names else 'somebody'} a longer round, or put a wall, straw or a gap between")


def blame(lore: Lore, node: str, at: int, level: Level, way: Way, drifts: tuple[int, ...],
          answers: Answers) -> tuple[list[str], bool]:
    """Who closes a way: those who do so alone (True), or a smallest set that together does (False)."""
    world = open_visit(lore, node, at, level, way, drifts)
    if world is None or world.stage is None:
        return [], False
    stage, terrain = world.stage, answers.terrain(world)
    foreseen = Foreseen.of(world, terrain, answers)
    goal, everybody = goal_of(world, terrain, way), list(stage.guards)
    start = terrain.field.bit(cell_of(stage.her.x, stage.her.y))

    def closed(by: list[str]) -> bool:
        without = frozenset(everybody) - set(by)
        asked = Asked(start, goal, without=without, patience=foreseen.patience)
        return Search(terrain, foreseen, asked).run() is None

    alone = [name for name in everybody if closed([name])]
    if alone:
        return alone, True
    together = list(everybody)
    if not closed(together):
        return [], False
    for name in everybody:
        if closed([other for other in together if other != name]):
            together.remove(name)
    return together, False


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
