"""Those who go with her.

In the player's words: they walk where you walked, one behind the other, and stoop when you stoop. Ask them to wait, to
hide - each goes to the nearest hiding place within six steps, or crouches where he is - or to come. A small one you can
carry: slower, and no running. Whoever could see you can see them.
"""

from __future__ import annotations

from game.sim.events import Event, Ordered, Refused
from game.sim.grid import UNITS, Cell
from game.sim.ground import cell_of, middle, walkable
from game.sim.intents import Gait, Order
from game.sim.residents import along, route
from game.sim.room import Thing, ThingKind
from game.sim.world import Folk, Stage, World

FOLLOW, WAIT, HIDE, CARRY, PUT_DOWN = ORDERS = ("follow", "wait", "hide", "carry", "put_down")
BEHIND = UNITS * 3 // 2      # so far behind whoever goes before
TRAIL_CELLS = 64
HIDE_CELLS = 6
LIFT_RANGE = UNITS * 3 // 2
SMALL = ("mingi", "child", "child_b")  # persons who can be carried
# Units a tick: a little quicker than she goes, so that they catch up.
SPEEDS = {Gait.WALK: 225, Gait.CROUCH: 120, Gait.RUN: 345, Gait.CRAWL: 67}
SAFE_WALK = 320  # where nobody watches


def members(world: World) -> list[Folk]:
    """Those here who go with her, first in line first; empty between rooms."""
    stage = world.stage
    if stage is None:
        return []
    return [stage.folk[resident.name] for resident in world.room.residents
            if resident.follows and resident.name in stage.folk]


def exposed(world: World) -> list[tuple[int, int, bool]]:
    """Where watchers could see one of them: x, y in units, and whether he is low. Not who hides or is carried."""
    stage = world.stage
    if stage is None:
        return []
    return [(folk.x, folk.y, folk.gait in (Gait.CROUCH, Gait.CRAWL)) for folk in members(world)
            if not folk.hidden and folk.name != stage.her.carries]


def gather(world: World) -> None:
    """They come into a room with her: each on a free cell near her that can be walked to, the nearest first."""
    stage, room = world.stage, world.room
    assert stage is not None
    grid, here = walkable(room, stage), cell_of(stage.her.x, stage.her.y)
    reached = [here]
    going = members(world)
    for cell in reached:
        if len(reached) > len(going):
            break
        reached += [near for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1))
                    if (near := Cell(cell.x + dx, cell.y + dy)) not in reached and grid.free(near)]
    for folk, cell in zip(going, [*reached[1:], *[here] * len(going)], strict=False):
        folk.x, folk.y = middle(cell)
        folk.facing = stage.her.facing


# A tick of theirs ----------------------------------------------------------------------------------------
def walk(world: World) -> None:
    """One tick of all who go with her. Whoever a scene moves is left alone."""
    stage = world.stage
    assert stage is not None
    moved = {running.who for running in stage.running}
    ahead = stage.her.x, stage.her.y
    for folk in members(world):
        if folk.name in moved:
            continue
        if folk.name == stage.her.carries:
            _sit(stage, folk)
        elif folk.order == HIDE:
            _hide(world, folk)
        elif folk.order != WAIT:
            _follow(world, folk, ahead)
            ahead = folk.x, folk.y


def _sit(stage: Stage, folk: Folk) -> None:
    her = stage.her
    folk.x, folk.y, folk.facing, folk.gait, folk.path = her.x, her.y, her.facing, her.gait, []
    folk.hidden = her.hidden


def _follow(world: World, folk: Folk, ahead: tuple[int, int]) -> None:
    """Walk the cells she walked, stairs included, and stop a step and a half behind whoever goes before."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    here = cell_of(her.x, her.y)
    folk.gait = Gait.CROUCH if her.hidden else her.gait
    if stage.broken and any(y * world.room.width + x in stage.broken for x, y in folk.path):
        folk.path = []  # not where the ice gave way under her
    if not folk.path and (folk.x - her.x) ** 2 + (folk.y - her.y) ** 2 > BEHIND * BEHIND:
        folk.path = route(world, folk.x, folk.y, here)
    if not folk.path or folk.path[-1] != here:
        folk.path.append((here.x, here.y))
        del folk.path[:-TRAIL_CELLS]
    if (folk.x - ahead[0]) ** 2 + (folk.y - ahead[1]) ** 2 > BEHIND * BEHIND:
        along(folk, SPEEDS[folk.gait] if world.room.watchers or folk.gait is not Gait.WALK else SAFE_WALK)


def _hide(world: World, folk: Folk) -> None:
    """To the hiding place, and in; who has none, or finds it taken, crouches."""
    stage = world.stage
    assert stage is not None
    if folk.hidden:
        return
    if folk.path:
        folk.gait = Gait.CROUCH if stage.her.gait in (Gait.CROUCH, Gait.CRAWL) else Gait.WALK
        along(folk, SPEEDS[folk.gait])
    if not folk.path:
        folk.gait = Gait.CROUCH
        near = _free_hides(world, folk, UNITS * 3 // 2)
        folk.hidden = near[0].name if near else ""


def _free_hides(world: World, folk: Folk, within: int) -> list[Thing]:
    """The hiding places within `within` units of him that nobody is in, nearest first."""
    stage = world.stage
    assert stage is not None
    taken = {stage.her.hidden, *(other.hidden for other in stage.folk.values() if other is not folk)}
    near = [(_apart(folk, thing.cell), thing.name, thing) for thing in world.room.things
            if thing.kind is ThingKind.HIDE and thing.name not in taken]
    return [thing for square, _, thing in sorted(near, key=lambda found: found[:2]) if square <= within * within]


def _apart(folk: Folk, cell: Cell) -> int:
    x, y = middle(cell)
    return (folk.x - x) ** 2 + (folk.y - y) ** 2


# What she asks -------------------------------------------------------------------------------------------
def order(world: World, ask: Order) -> list[Event]:
    """Ask something of them, or say why not. Takes no tick of its own."""
    stage = world.stage
    assert stage is not None
    why = refusal(world, ask.word)
    if why:
        return [Refused(why)]
    her = stage.her
    match ask.word:
        case "carry":
            folk = _liftable(world)[0]
            folk.order, folk.hidden, folk.path = FOLLOW, "", []
            her.carries, her.branch, her.pole_ticks = folk.name, False, 0
            _sit(stage, folk)
        case "put_down":
            _put_down(stage)
        case _:
            _ask_all(world, ask.word)
    return [Ordered(ask.word)]


def orders(world: World) -> tuple[tuple[str, str], ...]:
    """What she could ask now, each word with why it cannot be asked (a string id, "" if it can); empty when alone.

    Carrying is left out where nobody is small, and putting down while she carries nobody.
    """
    if world.stage is None or not members(world):
        return ()
    small = any(resident.follows and resident.person in SMALL for resident in world.room.residents)
    words = [word for word in ORDERS if word not in (CARRY, PUT_DOWN)]
    if world.stage.her.carries:
        words.append(PUT_DOWN)
    elif small:
        words.append(CARRY)
    return tuple((word, refusal(world, word)) for word in words)


def refusal(world: World, word: str) -> str:
    """Why `word` cannot be asked now, a string id; "" if it can."""
    stage = world.stage
    if stage is None or word not in ORDERS:
        return "refused.order"
    if not members(world):
        return "refused.alone"
    her = stage.her
    if her.in_water:
        return "refused.water"
    if word == PUT_DOWN and not her.carries:
        return "refused.not_carrying"
    if word == CARRY and her.carries:
        return "refused.arms"
    if her.hidden and (word == CARRY or (her.carries and word != FOLLOW)):
        return "refused.hidden"
    return "refused.nobody_to_carry" if word == CARRY and not _liftable(world) else ""


def _liftable(world: World) -> list[Folk]:
    """The small ones near enough to be lifted, nearest first."""
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    small = {resident.name for resident in room.residents if resident.person in SMALL}
    near = [((folk.x - her.x) ** 2 + (folk.y - her.y) ** 2, number, folk)
            for number, folk in enumerate(members(world)) if folk.name in small]
    return [folk for square, _, folk in sorted(near, key=lambda found: found[:2]) if square <= LIFT_RANGE * LIFT_RANGE]


def _put_down(stage: Stage) -> None:
    """He stands where she stands, and follows."""
    folk = stage.folk[stage.her.carries]
    folk.order, folk.path = FOLLOW, []
    stage.her.carries = ""


def _ask_all(world: World, word: str) -> None:
    """Follow, wait or hide; whoever is carried is put down for it, unless he is to follow."""
    stage = world.stage
    assert stage is not None
    if stage.her.carries and word != FOLLOW:
        _put_down(stage)
    goals: set[str] = set()
    for folk in members(world):
        if folk.name == stage.her.carries:
            continue
        folk.order, folk.path = word, []
        folk.hidden = folk.hidden if word == HIDE else ""
        if word == WAIT:
            folk.gait = stage.her.gait if stage.her.gait is not Gait.RUN else Gait.WALK
        elif word == HIDE and not folk.hidden:
            goal = next((t for t in _free_hides(world, folk, HIDE_CELLS * UNITS) if t.name not in goals), None)
            if goal is not None:
                goals.add(goal.name)
                folk.path = _way_to(world, folk, goal.cell)


def _way_to(world: World, folk: Folk, goal: Cell) -> list[tuple[int, int]]:
    """The cells to walk to a hiding place, or to the nearest free cell beside it; none if no way leads there."""
    stage, room = world.stage, world.room
    assert stage is not None
    grid = walkable(room, stage)
    around = [Cell(goal.x + dx, goal.y + dy) for dx in (0, -1, 1) for dy in (0, -1, 1)]
    free = [cell for cell in around if grid.free(cell)]
    if not free:
        return []
    best = goal if grid.free(goal) else min(free, key=lambda cell: (_apart(folk, cell), cell.y, cell.x))
    path = route(world, folk.x, folk.y, best)
    x, y = middle(path[0])
    return path if (x - folk.x) ** 2 + (y - folk.y) ** 2 <= (2 * UNITS) ** 2 else []
