"""The watchers of a room, as the rest of the game meets them: eyes, ears, minds, alarm and duty, once a tick.

In the player's words: everything they can sense is drawn, everything they know stands above their heads, and nothing
they do ends the game: they report, and the story decides.
"""

from __future__ import annotations

from typing import TypeAlias

from game.sim import dog, errands, handover, hearing, informer, light, minds, neighbour, turns, vigil
from game.sim import senses as sensing
from game.sim.events import Event
from game.sim.grid import UNITS, Cell
from game.sim.ground import place as place_of
from game.sim.intents import Gait
from game.sim.levels import posted
from game.sim.outline import outline, swept
from game.sim.plan import EYELESS, Round, begin, plan_of, shown_sight, sight_of
from game.sim.room import Room, WatcherKind
from game.sim.routes import STANDS, middle
from game.sim.senses import Sense
from game.sim.sight import CORE, NONE, Point, Reach, Screen, glance
from game.sim.turns import CURIOUS_AT, SEARCHING_AT
from game.sim.world import FULL, NOWHERE, Guard, Level, Mind, Noise, Stage, World

EVERYONE = "everyone"
STOPS = UNITS * 3 // 2     # `stopped by`: a challenging watcher this near, and she stands
CATCHES = UNITS * 3 // 4   # `caught`: a chaser this near
PIXEL = 256                # drawn cones move by whole pixels of the 16-pixel tile
TURNS = (WatcherKind.TOWER, WatcherKind.CAMERA)
# What stops sight, how far it goes, from where, whither, and whether she is low.
View: TypeAlias = tuple[Screen, Reach, Point, Point, bool]
# Who has `senses`, or is `minded`: all others have only eyes.
MORE_THAN_EYES = (WatcherKind.LISTENER, WatcherKind.DOG, WatcherKind.INFORMER, WatcherKind.VAN, WatcherKind.NEIGHBOUR)


def place(room: Room, stage: Stage, seed: int, level: Level = Level.TRAVELLER) -> None:
    """Put the watchers of `level` where their rounds begin, and draw this visit's minutes of the changes of guard."""
    plan = plan_of(room)
    stage.handovers = handover.draw(room, stage, seed)
    for watcher in room.watchers:
        x, y, facing, leg, wait = plan.loops[watcher.name].at(stage.tick - watcher.lag_ticks)
        off = handover.starts_off(room, watcher) or not posted(level, watcher)
        stage.guards[watcher.name] = Guard(watcher.name, x, y, facing, leg, wait, Mind.OFF if off else Mind.CALM,
                                           phase=-watcher.lag_ticks)


def watch(world: World, noises: list[Noise]) -> list[Event]:
    """A played tick of everybody who watches; `noises` were made in it."""
    around = begin(world)
    if around is None or not around.stage.guards:
        return []
    vigil.watch(around, noises)
    return around.told


def walk(world: World) -> list[Event]:
    """A tick of a scene: they walk their rounds and errands; nobody sees, hears or grows suspicious."""
    around = begin(world)
    if around is None or not around.stage.guards:
        return []
    vigil.walk(around)
    return around.told


# What a scene asks of them -------------------------------------------------------------------------------
def calm(world: World, who: str) -> list[Event]:
    """`who` ("everyone", a watcher or his cast id) forgets her and walks back to his round."""
    around, guards = _asked(world, who)
    for guard in guards:
        guard.suspicion = guard.seen_ticks = guard.heed = 0
        guard.known = NOWHERE
        turns.become(around, guard, Mind.RETURN)
    return around.told


def pass_by(world: World, who: str, ticks: int) -> list[Event]:
    """`who` neither sees nor hears her for `ticks`, and forgets what he suspected."""
    around, guards = _asked(world, who)
    for guard in guards:
        guard.blind_ticks = max(guard.blind_ticks, ticks)
        guard.suspicion = guard.seen_ticks = guard.heed = 0
        guard.known = NOWHERE
        if guard.mind not in (Mind.CALM, Mind.SENT):
            turns.become(around, guard, Mind.RETURN)
    return around.told


def alert(world: World, who: str) -> list[Event]:
    """`who` starts to search where she is. Who never searches (a camera, a neighbour, a van ...) does not mind."""
    around, guards = _asked(world, who)
    for guard in guards:
        if around.plan.watchers[guard.name].kind in (*turns.STAYS, *EYELESS):
            continue
        guard.blind_ticks = 0
        guard.known = (around.stage.her.x, around.stage.her.y)
        guard.suspicion = min(max(guard.suspicion, SEARCHING_AT), FULL - 1)
        turns.search(around, guard)
    return around.told


def send(world: World, who: str, to: str | Cell) -> list[Event]:
    """`who` walks to the place (or cell) `to`, looks for four seconds, and walks back. Fixed posts stay.

    Raises ValueError if the room has no such place.
    """
    around, guards = _asked(world, who)
    x, y = place_of(world, to) if isinstance(to, str) else middle(to)
    for guard in guards:
        if around.plan.watchers[guard.name].kind in STANDS:
            continue
        turns.become(around, guard, Mind.SENT, minds.SENT_TICKS)
        errands.head_for(around, guard, x, y)
    return around.told


def _asked(world: World, who: str) -> tuple[Round, list[Guard]]:
    """The round, and those on duty whom `who` names; empty if nobody is called so here."""
    around = begin(world)
    if around is None:
        raise ValueError("no room is open")
    return around, [guard for guard in around.stage.guards.values() if guard.mind is not Mind.OFF
                    and who in (EVERYONE, guard.name, around.plan.watchers[guard.name].cast)]


# What they report ----------------------------------------------------------------------------------------
def challenging(world: World) -> str | None:
    """The watcher who challenges her from within a tile and a half while she stands; None in the water."""
    stage = world.stage
    if stage is None or stage.her.vx or stage.her.vy:
        return None
    return _near(stage, Mind.CHALLENGE, STOPS)


def caught(world: World) -> str | None:
    """The chaser who is within three quarters of a tile of her; None in the water."""
    return _near(world.stage, Mind.CHASE, CATCHES) if world.stage is not None else None


def _near(stage: Stage, mind: Mind, radius: int) -> str | None:
    her = stage.her
    if her.in_water:
        return None
    return next((guard.name for guard in stage.guards.values() if guard.mind is mind and not guard.blind_ticks
                 and (guard.x - her.x) ** 2 + (guard.y - her.y) ** 2 <= radius * radius), None)


def seen_by(world: World) -> list[str]:
    """The watchers who could see her this tick."""
    around = begin(world)
    if around is None or around.stage.her.hidden:
        return []
    her = around.stage.her
    found = []
    for guard in around.stage.guards.values():
        sight = sight_of(around, around.plan.watchers[guard.name], guard)
        if sight is not None and glance(around.screen, sight[0], (guard.x, guard.y), sight[1], (her.x, her.y),
                                        _low(around)) != NONE:
            found.append(guard.name)
    return found


def lit(world: World) -> bool:
    """Whether she stands in light."""
    around = begin(world)
    return around is not None and light.lit(around)


def threat(world: World) -> int:
    """How bad it is, for the music: 0 calm, 1 somebody wonders, 2 somebody searches, 3 somebody is after her."""
    stage = world.stage
    if stage is None:
        return 0
    worst = 1 if stage.alarm else 0
    smiling = {w.name for w in world.room.watchers if w.kind is WatcherKind.SCOUT}
    for guard in stage.guards.values():
        if guard.name in smiling:  # he is friendly; only the eye above him tells
            worst = max(worst, int(guard.suspicion >= CURIOUS_AT))
        elif guard.mind in (Mind.CHALLENGE, Mind.CHASE):
            return 3
        elif guard.mind in (Mind.SEARCHING, Mind.TRAIL) or guard.suspicion >= SEARCHING_AT:
            worst = 2
        elif guard.mind is Mind.CURIOUS or guard.suspicion >= CURIOUS_AT:
            worst = max(worst, 1)
    return worst


def noise_heard_by(world: World, x: int, y: int, radius: int) -> list[str]:
    """Who would hear a noise at (x, y) that carries `radius` units: for the ring shown before the step."""
    around = begin(world)
    if around is None or around.stage.mask_ticks > 0:
        return []
    noises = hearing.spread(around, x, y, radius)
    return [guard.name for guard in around.stage.guards.values() if hearing.heard_by(around, guard, noises) is not None]


# What is drawn of them -----------------------------------------------------------------------------------
def cone(world: World, guard: Guard, part: int = CORE) -> tuple[Point, ...]:
    """The polygon, in units, of what `guard` sees: CORE (with his torch, a beam, lamps), RIM, or NONE: his near ring.

    Cover cuts it while she crouches, as it does for him. Cones start at his place and go round clockwise. Empty if he
    has no such part, is off duty, or his light is out. A bribed watcher's cone is drawn too: draw it hollow.
    """
    around = begin(world)
    watcher = around.plan.watchers[guard.name] if around is not None else None
    sight = shown_sight(around, watcher, guard) if around is not None and watcher is not None else None
    if around is None or watcher is None or sight is None:
        return ()
    return cone_of(view_of(around, guard, sight), part, watcher.kind in TURNS)


def view_of(around: Round, guard: Guard, sight: tuple[Reach, Point]) -> View:
    """From where and whither he looks, for whoever asks for many: `sight` is what `shown_sight` gave for him."""
    eye = guard.x // PIXEL * PIXEL + PIXEL // 2, guard.y // PIXEL * PIXEL + PIXEL // 2
    return around.screen, sight[0], eye, sight[1], _low(around)


def cone_of(view: View, part: int, turns: bool) -> tuple[Point, ...]:
    """The polygon of a part of what is seen; `turns`: he turns to and fro, and will look the same way again."""
    screen, reach, eye, look, low = view
    return (swept if turns else outline)(screen, reach, eye, look, part, low)


def senses(world: World, guard: Guard) -> tuple[Sense, ...]:
    """What `guard` senses besides what he sees: rings and plumes, in units. See game/sim/senses.py."""
    around = begin(world)
    return sensing.senses(around, guard) if around is not None else ()


def minded(world: World, guard: Guard) -> int:
    """How near an informer, a neighbour at the telephone or a dog is to acting, 0-100; 0 for all others."""
    match plan_of(world.room).watchers[guard.name].kind:
        case WatcherKind.INFORMER:
            return min(100, guard.heed * 100 // informer.TELLS_AT)
        case WatcherKind.DOG:
            return min(100, guard.heed * 100 // dog.BARKS_AT)
        case WatcherKind.NEIGHBOUR if guard.heed > 0:
            return 100 - guard.heed * 100 // neighbour.CALL_TICKS
        case _:
            return 0


def muzzle(world: World, guard: Guard) -> Point:
    """Where the dog of a dog team is, in units."""
    around = begin(world)
    return dog.place(around, guard) if around is not None else (guard.x, guard.y)


def reach(world: World, guard: Guard) -> Reach | None:
    """How far he sees now, in units; None where there is no cone."""
    around = begin(world)
    sight = shown_sight(around, around.plan.watchers[guard.name], guard) if around is not None else None
    return sight[0] if sight is not None else None


def _low(around: Round) -> bool:
    return around.stage.her.gait in (Gait.CROUCH, Gait.CRAWL)


def loop_cells(world: World, guard: Guard) -> list[Point]:
    """The corners of his round, in units, for the faint path that is shown after one lap."""
    around = begin(world)
    return [] if around is None else [(s.x0, s.y0) for s in around.plan.loops[guard.name].stretches]
