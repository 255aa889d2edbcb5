"""A bot with legs: it plays a whole journey through `step`, tick by tick, as a player's keys would.

It sees what a map shows: rounds, cones, ice. It plans a way past them, waits, crouches, stands when it is called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.content.recordings import Recorder, Recording
from game.prove.guide import Guide, find, guide
from game.prove.routing import Leg, find_path
from game.sim import things
from game.sim.events import Event
from game.sim.grid import Cell
from game.sim.ground import cell_of, middle
from game.sim.ice import GIVES_CM
from game.sim.intents import STAND, Choose, Gait, Intent, Move, Next, Skip
from game.sim.journey import new_world
from game.sim.room import RoomKind, ThingKind, WatcherKind
from game.sim.step import step
from game.sim.ways import HERS, possible
from game.sim.world import Help, Lore, Mind, World
from game.story import runtime
from game.story.dice import roll
from game.story.moments import Visited
from game.story.steps import Visit, Way
from game.story.tale import Waiting

MOST_TICKS = 150_000      # of a journey; then it is given up
MOST_TICKS_A_GOAL = 5_400
MOST_TRIES = 7            # of one thing on the agenda; scenes on the way to it count too
LOST = "unfinished"
Listener = Callable[[World, list[Event]], None]


@dataclass(frozen=True, slots=True)
class Journey:
    """A walked journey: its ending (LOST if none), the rooms in order, ticks, and the recording that replays it."""

    seed: int
    ending: str
    rooms: tuple[str, ...]
    ticks: int
    recording: Recording


@dataclass(slots=True)
class Walker:
    """The bot at work. `agenda`: what it means to pick or provoke, in order; `bold` percent of caution."""

    world: World
    recorder: Recorder
    way: Guide | None
    agenda: list[str]
    bold: int = 100
    listener: Listener | None = None
    rooms: list[str] = field(default_factory=list)
    tried: dict[str, int] = field(default_factory=dict)
    turns: int = 0

    def do(self, intent: Intent) -> list[Event]:
        """One step, recorded and listened to."""
        events = step(self.world, intent)
        self.recorder.note(self.world, intent, events)
        self.hear(events)
        return events

    def hear(self, events: list[Event]) -> None:
        """Note the rooms, and tell whoever listens."""
        self.rooms += [event.room for event in events if isinstance(event, Visited)]
        if self.listener is not None:
            self.listener(self.world, events)

    def roll(self, what: str, sides: int) -> int:
        """The bot's own dice."""
        self.turns += 1
        return roll(self.world.tale.seed, f"walker:{self.turns}:{what}", sides)


def toward(lore: Lore, ending: str, seed: int, listener: Listener | None = None, help: Help | None = None,
           start: str = "") -> Journey:
    """Walk a journey from `start` that means to end as `ending`: a menu search says what to do, the legs do it."""
    way = guide(lore.book, ending)
    agenda = find(lore, way, seed, start=start)
    items = list(agenda.items) if agenda is not None else []
    return _walk(lore, agenda.seed if agenda is not None else seed, way, items, 100, listener, help, start)


def wander(lore: Lore, seed: int, listener: Listener | None = None) -> Journey:
    """Walk a journey with a mood of the seed's own: it means to reach some ending, boldly or not."""
    endings = sorted(lore.book.endings)
    way = guide(lore.book, endings[roll(seed, "walker:ending", len(endings))])
    return _walk(lore, seed, way, [], (20, 60, 100, 200)[roll(seed, "walker:bold", 4)], listener, None)


def _walk(lore: Lore, seed: int, way: Guide, agenda: list[str], bold: int, listener: Listener | None,
          help: Help | None, start: str = "") -> Journey:
    world, events = new_world(lore, seed, start, help)
    walker = Walker(world, Recorder.of(world), way, agenda, bold, listener)
    walker.hear(events)
    while world.tale.waiting is not Waiting.END and world.tick < MOST_TICKS and walker.turns < 9_000:
        match world.tale.waiting:
            case Waiting.WORDS:
                walker.do(Next())
            case Waiting.STAGE:
                walker.do(Skip())
            case Waiting.CHOICE | Waiting.BRIBE:
                walker.do(Choose(_option(walker)))
            case Waiting.ROOM:
                _room(walker)
    return Journey(seed, world.tale.ending or LOST, tuple(walker.rooms), world.tick, walker.recorder.finish(world))


def _option(walker: Walker) -> str:
    """The agenda's option if it is on screen and open, else the guide's, else any."""
    world = walker.world
    options = [option.id for option in runtime.options(world.lore.book, world.tale) if option.open]
    for at, item in enumerate(walker.agenda):
        if item in options:
            del walker.agenda[:at + 1]
            walker.turns += 1
            return item
    return options[_best(walker, options)]


def _best(walker: Walker, ids: list[str]) -> int:
    """The index of one the guide likes most; what was done before is liked less, and now and then any will do."""
    far = [walker.way.liking(walker.world.tale, id) if walker.way else 0 for id in ids]
    liking = [min(much, 60) + 15 * walker.tried.get(id, 0) for id, much in zip(ids, far, strict=True)]
    least = min(liking)
    good = [at for at, much in enumerate(liking) if much == least]
    if walker.roll("whim", 100) < 12:
        good = list(range(len(ids)))
    picked = good[walker.roll("pick", len(good))]
    walker.tried[ids[picked]] = walker.tried.get(ids[picked], 0) + 1
    return picked


# In a room -----------------------------------------------------------------------------------------------
def _room(walker: Walker) -> None:
    """Decide on one goal of the room, and go for it until something happens."""
    world = walker.world
    ways = {way.name: way for way in runtime.open_ways(world.lore.book, world.tale)}
    name = next((item for item in walker.agenda if item in ways or item.startswith("later ")), "")
    if name:
        walker.turns += 1
        walker.tried[name] = walker.tried.get(name, 0) + 1
        if walker.tried[name] > MOST_TRIES:
            del walker.agenda[:walker.agenda.index(name) + 1]
            return
    else:
        names = [one for one, way in ways.items() if way.verb in HERS or _provokable(world, way)]
        name = names[_best(walker, names)] if names else ""
    if _go_for(walker, ways.get(name)) == name and name in walker.agenda:
        del walker.agenda[:walker.agenda.index(name) + 1]


def _provokable(world: World, way: Way) -> bool:
    return way.verb in ("caught", "ice gives way", "at")


def _go_for(walker: Walker, way: Way | None) -> str:
    """Try to make `way` fire; the way that did fire, or "" if time ran out."""
    world = walker.world
    until = world.tick + MOST_TICKS_A_GOAL
    if way is None or way.verb in ("at", "later", "cold"):
        until = world.tick + 4 * MOST_TICKS_A_GOAL
    legs: list[Leg] = []
    plan_at = -1
    while world.tale.waiting is Waiting.ROOM and world.tick < until:
        stage = world.stage
        assert stage is not None
        called = any(guard.mind in (Mind.CHALLENGE, Mind.CHASE) for guard in stage.guards.values())
        if called and (way is None or way.verb != "caught"):
            walker.do(STAND)
            continue
        if way is not None and way.verb in HERS and _within_reach(world, way):
            walker.do(Move(act=not stage.her.act_held))
            continue
        if stage.tick >= plan_at:
            legs = _plan(walker, way)
            plan_at = stage.tick + 600
            if not legs and way is not None and way.verb in HERS:
                return ""
        _follow(walker, legs)
        if not legs:
            plan_at = min(plan_at, stage.tick + 30)
    fired = _fired(walker)
    return fired if world.tale.waiting is not Waiting.ROOM else ""


def _fired(walker: Walker) -> str:
    """The way whose scene just began."""
    world = walker.world
    frames = world.tale.stack
    at = next((i for i, frame in enumerate(frames) if frame.way), 0)
    if not at:
        return ""
    visit = world.lore.book.nodes[frames[at - 1].node].steps[frames[at - 1].at]
    if not isinstance(visit, Visit):
        return ""
    return next((way.name for way in visit.ways if way.node == frames[at].node), "")


def _within_reach(world: World, way: Way) -> bool:
    """Whether the act key would do `way` now."""
    if way.verb == "reach":
        return False
    target = things.nearest(world)
    return target is not None and (target.way == way or (way.verb == "hide" and target.verb == "hide"
                                                         and target.name == way.target))


def _plan(walker: Walker, way: Way | None) -> list[Leg]:
    world = walker.world
    goals = _goals(world, way)
    if not goals:
        return []
    risky = way is not None and way.verb == "ice gives way"
    return find_path(world, goals, _shunned(world, way), walker.bold, through_ice=risky)


def _goals(world: World, way: Way | None) -> list[Cell]:
    """The cells to walk to; none: stay."""
    room, stage = world.room, world.stage
    assert stage is not None
    if way is None or way.verb in ("at", "later", "cold"):
        return []
    if way.verb == "reach":
        return [Cell(x, y) for area in room.areas if area.name == way.target
                for y in range(area.top, area.top + area.height) for x in range(area.left, area.left + area.width)
                if room.walls.free(Cell(x, y))]
    if way.verb == "ice gives way":
        here = cell_of(stage.her.x, stage.her.y)
        thin = [Cell(at % room.width, at // room.width) for at, cm in enumerate(room.ice_cm) if 0 < cm < GIVES_CM]
        return sorted((cell for cell in thin if room.walls.free(cell)),
                      key=lambda cell: (cell.x - here.x) ** 2 + (cell.y - here.y) ** 2)[:30]
    if way.verb in ("caught", "stopped by", "alarm"):
        near = [cell_of(guard.x, guard.y) for watcher in room.watchers
                for guard in (stage.guards[watcher.name],)
                if guard.mind is not Mind.OFF and watcher.kind in (WatcherKind.SOLDIER, WatcherKind.POLICE)]
        return [cell for cell in near if room.walls.free(cell)]
    return [option.cell for option in possible(world) if option.way == way]


def _shunned(world: World, way: Way | None) -> frozenset[Cell]:
    """Cells of areas that would start another way."""
    names = {other.target for other in runtime.open_ways(world.lore.book, world.tale)
             if other.verb == "reach" and other != way}
    return frozenset(Cell(x, y) for area in world.room.areas if area.name in names
                     for y in range(area.top, area.top + area.height) for x in range(area.left, area.left + area.width))


def _follow(walker: Walker, legs: list[Leg]) -> None:
    """One tick along the plan; no legs left: wait, crouching."""
    world = walker.world
    stage = world.stage
    assert stage is not None
    her = stage.her
    if not legs:
        walker.do(Move(gait=Gait.CROUCH))
        return
    leg = legs[0]
    here = cell_of(her.x, her.y)
    x, y = middle(leg.cell)
    dx, dy = x - her.x, y - her.y
    if leg.cell == here and len(legs) > 1 and legs[1].cell == here:
        legs.pop(0)  # a wait of the plan
        for _ in range(40):
            if world.tale.waiting is Waiting.ROOM:
                walker.do(Move(gait=Gait.CROUCH))
        return
    if max(abs(dx), abs(dy)) <= 400 or abs(here.x - leg.cell.x) > 2 or abs(here.y - leg.cell.y) > 2:
        legs.pop(0)
        return
    shut = any(thing.kind is ThingKind.DOOR and thing.cell == leg.cell and thing.name not in stage.open_doors
               for thing in world.room.things)
    act = shut and not her.act_held
    calm = not world.room.watchers or world.room.kind is RoomKind.LAB
    walker.do(Move((dx > 200) - (dx < -200), (dy > 200) - (dy < -200), Gait.WALK if calm else leg.gait, act))


