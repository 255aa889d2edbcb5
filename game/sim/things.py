"""What her hands can reach: doors, hiding places, the lamp, people, things of the story."""

from __future__ import annotations

from dataclasses import dataclass

from game.sim.events import Event, Hid, Refused, Sounded, Took
from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of, middle, walkable
from game.sim.moving import HALF_HEIGHT, HALF_WIDTH
from game.sim.room import Room, Thing, ThingKind
from game.sim.world import Mind, Noise, Stage, World
from game.story import runtime
from game.story.facts import Change, FactType, changed
from game.story.moments import FactChanged
from game.story.steps import Way

ACT_RANGE = UNITS * 3 // 2
OUTLINE_RANGE = UNITS * 2
EARLY_TICKS = 9
LAMP = "lamp"  # the flag fact: she has the lamp
LAMP_TICKS = 60 * 60
DOOR_RADIUS = 3 * UNITS
THREAT_RANGE = 6 * UNITS


@dataclass(frozen=True, slots=True)
class Target:
    """Something she could act on: `verb` is talk, use, hide, take, open, close or light; `way` what it would start."""

    verb: str
    name: str
    x: int
    y: int
    way: Way | None = None


def nearest(world: World, within: int = ACT_RANGE) -> Target | None:
    """The nearest thing she could act on within `within` units and not behind a wall, or None.

    The outline is drawn from `OUTLINE_RANGE`.
    """
    stage = world.stage
    assert stage is not None
    her = stage.her
    best: tuple[int, Target] | None = None
    for target in _targets(world, within):
        far = (target.x - her.x) ** 2 + (target.y - her.y) ** 2
        if far <= within * within and (best is None or far < best[0]) and _in_the_open(world, target):
            best = far, target
    return best[1] if best else None


def _targets(world: World, within: int) -> list[Target]:
    """People, and things no farther across or down than `within` units and a cell."""
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    ways = {(way.verb, way.target): way for way in runtime.open_ways(world.lore.book, world.tale)
            if way.verb in ("talk", "use")}
    found: list[Target] = []
    for (verb, who), way in ways.items():
        if verb == "talk":
            found += [Target("talk", name, x, y, way) for name, x, y in people(room, stage, who)]
    here, cells = cell_of(her.x, her.y), within // UNITS + 1
    for thing in room.things:
        if abs(thing.cell.x - here.x) > cells or abs(thing.cell.y - here.y) > cells:
            continue
        x, y = middle(thing.cell)
        use = ways.get(("use", thing.name))
        verb = "use" if use else _own_verb(world, stage, thing)
        if verb:
            found.append(Target(verb, thing.name, x, y, use))
    return found


def people(room: Room, stage: Stage, who: str) -> list[tuple[str, int, int]]:
    """Everybody here whom the story calls `who` (a name on the map or a cast id): name and place in units."""
    guards = [(g.name, g.x, g.y) for w in room.watchers if who in (w.name, w.cast)
              for g in (stage.guards.get(w.name),) if g is not None and g.mind is not Mind.OFF]
    folk = [(f.name, f.x, f.y) for r in room.residents if who in (r.name, r.cast)
            for f in (stage.folk.get(r.name),) if f is not None]
    return guards + folk


def _own_verb(world: World, stage: Stage, thing: Thing) -> str:
    """What a thing does without the story's help."""
    match thing.kind:
        case ThingKind.DOOR:
            return "close" if thing.name in stage.open_doors else "open"
        case ThingKind.HIDE:
            return "hide"
        case ThingKind.DECOY:
            return "light" if world.tale.facts.get(LAMP) and thing.name not in stage.decoys else ""
        case ThingKind.TAKE:
            return "take" if thing.gives in world.tale.facts and thing.name not in stage.taken else ""
        case _:
            return ""


def _in_the_open(world: World, target: Target) -> bool:
    """No wall or shut door between her hand and it; its own cell may be solid."""
    stage, room = world.stage, world.room
    assert stage is not None
    her, grid = stage.her, walkable(room, stage)
    own, here = cell_of(target.x, target.y), cell_of(her.x, her.y)
    for part in range(1, 8):
        cell = cell_of(her.x + (target.x - her.x) * part // 8, her.y + (target.y - her.y) * part // 8)
        if cell not in (own, here) and not grid.free(cell):
            return False
    return True


def threatened(world: World, but: str = "") -> bool:
    """Whether somebody (other than `but`) challenges or chases her within six tiles."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    return any(g.mind in (Mind.CHALLENGE, Mind.CHASE) and g.name != but
               and (g.x - her.x) ** 2 + (g.y - her.y) ** 2 <= THREAT_RANGE * THREAT_RANGE
               for g in stage.guards.values())


def act(world: World, noises: list[Noise], events: list[Event]) -> Way | None:
    """The act key counts this tick: do the nearest thing. A way is only returned; the caller fires it."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    if her.hidden:
        her.act_ticks = 0
        come_out(stage, events)
        return None
    target = nearest(world)
    if target is None:
        return None
    if target.verb == "talk" and threatened(world, target.name):
        her.act_ticks = 0
        events.append(Refused("refused.chased"))
        return None
    if target.way is not None:
        return target.way
    her.act_ticks = 0
    match target.verb:
        case "hide":
            her.hidden, her.vx, her.vy, her.pace, her.still_ticks = target.name, 0, 0, 0, 0
            events.append(Hid(target.name))
        case "take":
            events += _take(world, target)
        case "light":
            stage.decoys[target.name] = LAMP_TICKS
            world.tale.facts[LAMP] = False
            events.append(Sounded("lamp", target.x, target.y, 0, "she"))
        case _:
            if turn_door(world, target.name, target.verb == "open"):
                noises.append(Noise(target.x, target.y, DOOR_RADIUS, 30, "door"))
                events.append(Sounded("door", target.x, target.y, DOOR_RADIUS, "she"))
            else:
                events.append(Refused("refused.doorway"))
    return None


def _take(world: World, target: Target) -> list[Event]:
    """What lies there goes into the bag, once; refused if the bag holds no more of it."""
    stage = world.stage
    assert stage is not None
    thing = next(thing for thing in world.room.things if thing.name == target.name)
    fact, old = world.lore.book.facts[thing.gives], world.tale.facts[thing.gives]
    change = Change(fact.name, "by", thing.count) if fact.type is FactType.INT else Change(fact.name, "to", True)
    new = changed(fact, old, change)
    if new == old:
        return [Refused("refused.full")]
    world.tale.facts[fact.name] = new
    stage.taken.append(thing.name)
    if thing.keeps in world.tale.facts:
        world.tale.facts[thing.keeps] = True
    return [Took(thing.name), FactChanged(fact.name, old, new), Sounded("take", target.x, target.y, 0, "she")]


def come_out(stage: Stage, events: list[Event]) -> None:
    """Leave the hiding place."""
    stage.her.hidden = ""
    events.append(Hid(""))


def turn_door(world: World, name: str, open: bool) -> bool:
    """Open or shut the door `name`, and remember it in the fact it `keeps`. False if she stands in the way.

    Raises ValueError if there is no such door.
    """
    stage, room = world.stage, world.room
    assert stage is not None
    door = next((t for t in room.things if t.name == name and t.kind is ThingKind.DOOR), None)
    if door is None:
        raise ValueError(f"room '{room.id}' has no door '{name}'")
    if open and name not in stage.open_doors:
        stage.open_doors.append(name)
    elif not open and name in stage.open_doors:
        if _body_in(stage, door.cell):
            return False
        stage.open_doors.remove(name)
    if door.keeps in world.tale.facts:
        world.tale.facts[door.keeps] = open
    return True


def _body_in(stage: Stage, cell: Cell) -> bool:
    her = stage.her
    left, top = cell.x * UNITS, cell.y * UNITS
    return (her.x + HALF_WIDTH > left and her.x - HALF_WIDTH < left + UNITS
            and her.y + HALF_HEIGHT > top and her.y - HALF_HEIGHT < top + UNITS)


def take_stairs(world: World) -> None:
    """Standing on stairs she comes out at their other end; they work again once she left their cell."""
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    here = cell_of(her.x, her.y)
    stairs = next((t for t in room.things if t.kind is ThingKind.STAIRS and t.cell == here), None)
    if stairs is None:
        her.on_stairs = ""
    elif not her.on_stairs:
        mate = next((t for t in room.things if t.name == stairs.to and t.kind is ThingKind.STAIRS), None)
        if mate is not None:
            her.x, her.y = middle(mate.cell)
            her.on_stairs = mate.name


def burn(stage: Stage) -> None:
    """Lamps set down burn for a minute."""
    for name in list(stage.decoys):
        stage.decoys[name] -= 1
        if stage.decoys[name] <= 0:
            del stage.decoys[name]
