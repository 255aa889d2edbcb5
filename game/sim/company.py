"""Those who go with her, and what she can ask of them; how they walk is in following.py.

In the player's words: ask them to wait, to come, or to hide: each goes to the nearest hiding place within six steps,
or crouches where he is. A small one you can carry: slower, and no running. Whoever could see you can see them.
"""

from __future__ import annotations

from game.sim.events import Event, Ordered, Refused
from game.sim.following import free_hides, line, sit, way_to
from game.sim.grid import UNITS
from game.sim.intents import Gait, Order
from game.sim.world import Folk, Stage, World

FOLLOW, WAIT, HIDE, CARRY, PUT_DOWN = ORDERS = ("follow", "wait", "hide", "carry", "put_down")
HIDE_CELLS = 6
LIFT_RANGE = UNITS * 3 // 2
SMALL = ("mingi", "child", "child_b")  # persons who can be carried


def members(world: World) -> list[Folk]:
    """Those here who go with her, first in line first; empty between rooms."""
    return line(world)


def exposed(world: World) -> list[tuple[int, int, bool]]:
    """Where watchers could see one of them: x, y in units, and whether he is low. Not who hides or is carried."""
    stage = world.stage
    if stage is None:
        return []
    return [(folk.x, folk.y, folk.gait in (Gait.CROUCH, Gait.CRAWL)) for folk in members(world)
            if not folk.hidden and folk.name != stage.her.carries]


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
            sit(stage, folk)
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
            goal = next((t for t in free_hides(world, folk, HIDE_CELLS * UNITS) if t.name not in goals), None)
            if goal is not None:
                goals.add(goal.name)
                folk.path = way_to(world, folk, goal.cell)
