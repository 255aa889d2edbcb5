"""A way that nobody sees: search, walk it, and where the rules disagree search again without that place and time."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.prove.rooms.follow import End, Follower, Walk
from game.prove.rooms.refusals import Refusals, refuse
from game.prove.rooms.search import Asked, Leg, Search
from game.prove.rooms.terrain import Terrain, copy_of, goal_of
from game.prove.rooms.watched import SLOT_TICKS, Answers, Foreseen
from game.sim.grid import Cell
from game.sim.ground import cell_of
from game.sim.intents import Choose, Intent, Move, Next, Skip
from game.sim.step import step
from game.sim.world import World
from game.story import runtime
from game.story.steps import Way
from game.story.tale import Waiting

# how wide a berth is tried, widest first: slots of slack, slots of glimpses from far
BERTHS = ((3, 0), (2, 0), (1, 0), (0, 0), (0, 2), (0, 5), (0, 9))
TRIES = 8           # of one berth, each refused by the rules
MOST_REFUSED = 24   # in all
WIDE_SLOTS = 15      # five seconds: nobody calls that narrow
MOST_DISTURBED = 5  # scenes on the way after which the rest is planned again


@dataclass(frozen=True, slots=True)
class Narrow:
    """The narrowest moment of a way: `ticks` earlier or later `who` would have noticed her at `cell`."""

    ticks: int
    tick: int
    cell: Cell
    who: str


@dataclass(slots=True)
class Sneak:
    """What came of looking for a way to `goal`: found and walked, or why not.

    `slack_ticks`: she may be so early or late anywhere and still be unseen; `narrow` says where it is least (None: for
    a long time nowhere). `glimpses`: slots in which she is seen from far. `leads_out`: the scene there can lead out
    with the facts at the start; else something must be done first. `worst`: the most anybody suspected, in thousandths
    of a point. `places`: (tick, x, y). `decided`: False if the search was cut off, so nothing is proved.
    """

    goal: str
    found: bool = False
    decided: bool = True
    ticks: int = 0
    slack_ticks: int = 0
    glimpses: int = 0
    leads_out: bool = True
    narrow: Narrow | None = None
    worst: int = 0
    refused: int = 0
    disturbed: bool = False  # a scene on the way took time, and the rest was planned again
    why: str = ""
    who: dict[str, int] = field(default_factory=dict)  # who refused, and how often
    legs: list[Leg] = field(default_factory=list)
    places: list[tuple[int, int, int]] = field(default_factory=list)
    intents: list[Intent] = field(default_factory=list)
    world: World | None = None  # as it is at the end


def sneak(world: World, way: Way, shuns: tuple[tuple[str, ...], ...], answers: Answers,
          known: Sneak | None = None) -> Sneak:
    """Look for a walk from where she stands to where `way`, one of hers, fires or can be done with the act key.

    `shuns`: areas not to be entered, the strictest set first. `known`: one that was found under other watchers; if it
    holds here too, it is taken. The world is not changed.
    """
    found = Sneak(way.name)
    if known is not None and _again(world, found, way, known, answers):
        return found
    refusals = Refusals()
    for berth in BERTHS:
        if found.refused >= MOST_REFUSED:
            break
        if berth == BERTHS[1] and not found.refused and not _any_way(world, way, shuns[-1], answers):
            break  # not with the narrowest berth either
        for shun in dict.fromkeys(shuns):
            if _with_berth(copy_of(world), found, way, shun, answers, berth, refusals, 0):
                return found
    found.why = found.why or "no place to be unseen lasts long enough"
    return found


def _again(world: World, found: Sneak, way: Way, known: Sneak, answers: Answers) -> bool:
    """Walk a known way here; True, and kept, if nobody notices her and its berth is no narrower than it was."""
    assert world.stage is not None
    if not known.found or known.disturbed or known.glimpses:
        return False
    terrain = answers.terrain(world)
    walk = Follower(terrain, known.legs, way.name, world.stage.tick, Walk(copy_of(world))).run()
    if walk.end is not End.ARRIVED:
        return False
    narrow = narrowest(Foreseen.of(world, terrain, answers), terrain, known.legs, world.stage.tick)
    if narrow is not None and narrow.ticks <= known.slack_ticks:
        return False
    _keep(found, walk, known.legs, (known.slack_ticks // SLOT_TICKS, 0))
    found.narrow = narrow
    return True


def _any_way(world: World, way: Way, shun: tuple[str, ...], answers: Answers) -> bool:
    """Whether the search alone finds anything at all, at the narrowest berth."""
    assert world.stage is not None
    terrain = answers.terrain(world)
    start, goal = terrain.field.bit(cell_of(world.stage.her.x, world.stage.her.y)), goal_of(world, terrain, way)
    shunned = 0
    for name in shun:
        shunned |= terrain.areas[name] & ~goal
    foreseen = Foreseen.of(world, terrain, answers)
    asked = Asked(start, goal, shunned, *BERTHS[-1], patience=foreseen.patience)
    return bool(goal) and Search(terrain, foreseen, asked).run() is not None


def leads_out(world: World, most: int = 300) -> bool:
    """Whether the scene that just began can lead out of the room as the facts are now, whatever she says."""
    visit = (world.stage.room, world.stage.visit) if world.stage is not None else ("", 0)
    left = [world]
    while left and most:
        now, most = left.pop(), most - 1
        here = (now.stage.room, now.stage.visit) if now.stage is not None else ("", 0)
        match now.tale.waiting:
            case _ if here != visit:
                return True
            case Waiting.END:
                return True
            case Waiting.ROOM:
                continue
            case Waiting.WORDS | Waiting.STAGE:
                step(now, Next() if now.tale.waiting is Waiting.WORDS else Skip())
                left.append(now)
            case _:
                for option in runtime.options(now.lore.book, now.tale):
                    if option.open:
                        after = copy_of(now)
                        step(after, Choose(option.id))
                        left.append(after)
    return False


def _with_berth(world: World, found: Sneak, way: Way, shun: tuple[str, ...], answers: Answers,
                berth: tuple[int, int], refusals: Refusals, scenes: int) -> bool:
    """Try one berth from `world` on; what is found is added to `found`."""
    stage = world.stage
    assert stage is not None
    terrain = answers.terrain(world)
    shunned, goal = refusals.cells, goal_of(world, terrain, way)
    for name in shun:
        shunned |= terrain.areas[name] & ~goal
    start = terrain.field.bit(cell_of(stage.her.x, stage.her.y))
    if not terrain.flood(start, shunned) & goal:
        return False
    foreseen = Foreseen.of(world, terrain, answers)
    for _ in range(TRIES):
        asked = Asked(start, goal, shunned, *berth, forbidden=refusals.moments, patience=foreseen.patience)
        legs = Search(terrain, foreseen, asked).run()
        if legs is None:
            return False
        walk = Follower(terrain, legs, found.goal, stage.tick, Walk(copy_of(world))).run()
        if walk.end is End.ARRIVED:
            _keep(found, walk, legs, berth)
            found.narrow = _narrower(found.narrow, narrowest(foreseen, terrain, legs, stage.tick))
            return True
        if walk.end is End.DISTURBED and scenes < MOST_DISTURBED:
            if _from_there(walk, found, way, shun, answers, berth, scenes):
                return True
            shunned |= terrain.field.bit(cell_of(*_here(walk))) & ~start
            continue
        found.refused += 1
        found.why = f"{walk.end}: {walk.who or walk.why}" + (f" ({walk.why})" if walk.who else "")
        if walk.who:
            found.who[walk.who] = found.who.get(walk.who, 0) + 1
        refuse(refusals, terrain, foreseen, walk, stage.tick, start)
        shunned |= refusals.cells
        if found.refused >= MOST_REFUSED:
            break
    found.decided = False
    return False


def _from_there(walk: Walk, found: Sneak, way: Way, shun: tuple[str, ...], answers: Answers, berth: tuple[int, int],
                scenes: int) -> bool:
    """A scene took time or moved her: plan the rest from where the walk stands now."""
    intents, places, worst = found.intents, found.places, found.worst
    found.intents, found.places = intents + walk.intents, places + walk.places
    found.worst = max(worst, walk.worst)
    if _with_berth(walk.world, found, way, shun, answers, berth, Refusals(), scenes + 1):
        found.disturbed = True
        return True
    found.intents, found.places, found.worst = intents, places, worst
    return False


def _here(walk: Walk) -> tuple[int, int]:
    stage = walk.world.stage
    return (stage.her.x, stage.her.y) if stage is not None else walk.places[-1][1:]


def _keep(found: Sneak, walk: Walk, legs: list[Leg], berth: tuple[int, int]) -> None:
    found.found, found.decided, found.why = True, True, ""
    found.slack_ticks, found.glimpses = berth[0] * SLOT_TICKS, berth[1]
    found.legs += legs
    found.intents += walk.intents
    found.world = walk.world
    found.places += walk.places
    found.worst = max(found.worst, walk.worst)
    found.leads_out = leads_out(copy_of(walk.world))
    found.ticks = sum(isinstance(intent, Move) for intent in found.intents)


def narrowest(foreseen: Foreseen, terrain: Terrain, legs: list[Leg], begun: int) -> Narrow | None:
    """Where the way is nearest in time to being noticed; None if it is nowhere nearer than WIDE_SLOTS."""
    best: Narrow | None = None
    for leg in legs:
        if leg.hidden:
            continue
        bit = terrain.field.bit(leg.cell)
        for slot in range(leg.begins, leg.ends):
            for far in range(best.ticks // SLOT_TICKS if best is not None else WIDE_SLOTS):
                who = next((name for near in (slot - far, slot + far)
                            for name, sensed in foreseen.each(near).items() if sensed.notices(bit, leg.gait)), "")
                if who:
                    best = Narrow(far * SLOT_TICKS, begun + slot * SLOT_TICKS, leg.cell, who)
                    break
    return best


def _narrower(one: Narrow | None, other: Narrow | None) -> Narrow | None:
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda narrow: narrow.ticks)
