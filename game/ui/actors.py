"""Who stands in a room and what picture of them is due: a list of things to draw, sorted by where their feet are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import pygame

from game.sim.angles import angle_of
from game.sim.intents import Gait
from game.sim.room import GROUNDS, Area, Ground, Room, Thing, ThingKind, Watcher, WatcherKind
from game.sim.room_art import RoomArt
from game.sim.world import Folk, Guard, Her, Mind, Stage
from game.ui import placeholder, worn
from game.ui.atlas import Atlas, Both
from game.ui.eyes import Eyes, Stride
from game.ui.gestures import Check
from game.ui.look import TILE, UNIT_PX

_STRIDE_PX = 4.0       # pixels of ground to a frame of the legs
_RUN_PX = 6.5
_SITS_TICKS = 240      # who stands on a mat so long sits down
_MAT = GROUNDS.index(Ground.MAT)
_STILL_TICKS = 4       # standing so long is standing
_BREATH_TICKS = 50
_READ_TICKS = 110      # he reads so long before he looks up
_BODY_PX = 96          # no body or car reaches farther from its foot
_THING_PX = 320        # nor any thing
_CARRIED_PX = 12       # how far above the ground somebody carried hangs
_RUNNING_PX = 0.85     # pixels a tick from which a watcher is drawn running


class Sight(NamedTuple):
    """Something to draw: its foot in room pixels and its picture. `who` names an actor or thing, "" scenery.

    A tuple, as it is made for everybody in every frame.
    """

    foot_y: int
    foot_x: int
    both: Both
    who: str = ""
    person: bool = False


def row_of(facing: int) -> int:
    """The sheet's row for an angle of 72 steps."""
    return (facing + 4) // 9 % 8


def scenery(art: RoomArt | None, atlas: Atlas, grade: str) -> list[Sight]:
    """All that stands still, sorted by foot."""
    if art is None:
        return []
    return sorted((Sight(s.y, s.x, atlas.thing(s.art, grade)) for s in art.scenery), key=lambda s: s.foot_y)


def things(room: Room, art: RoomArt | None, stage: Stage, atlas: Atlas, screen: pygame.Rect) -> list[Sight]:
    """Doors, lamps and whatever can be used, as they are now, if they may be seen in the room pixels `screen`."""
    found = []
    wide = screen.inflate(2 * _THING_PX, 2 * _THING_PX)
    left, right, top, bottom = wide.left // TILE, wide.right // TILE, wide.top // TILE, wide.bottom // TILE
    for thing in room.things:
        cell = thing.cell
        if left <= cell.x <= right and top <= cell.y <= bottom and (name := picture_of(thing, art, stage, atlas)):
            x, y = thing_foot(thing)
            found.append(Sight(y, x, atlas.thing(name, room.grade), thing.name))
    return found


def thing_foot(thing: Thing) -> tuple[int, int]:
    """Where a thing of the rules stands, in room pixels."""
    return thing.cell.x * TILE + TILE // 2, thing.cell.y * TILE + TILE - 3


def picture_of(thing: Thing, art: RoomArt | None, stage: Stage, atlas: Atlas) -> str:
    """The picture of a thing now ("" none): an open door shows its open picture."""
    name = art.thing_art.get(thing.name, "") if art else ""
    if thing.name in stage.taken:
        return ""
    if thing.kind is ThingKind.DOOR and thing.name in stage.open_doors:
        return f"{name}_open" if atlas.has_thing(f"{name}_open") else ""
    if thing.kind is ThingKind.DECOY:
        return "lamp_on" if stage.decoys.get(thing.name, 0) > 0 else name
    return name


def people(room: Room, stage: Stage, atlas: Atlas, eyes: Eyes, screen: pygame.Rect, check: Check | None = None,
           ) -> list[Sight]:
    """Everybody who may be seen in the room pixels `screen`; she is always among them, unless she is hidden.

    `check` names who looks at papers now.
    """
    wide = screen.inflate(2 * _BODY_PX, 2 * _BODY_PX)
    left, right, top, bottom = (edge * UNIT_PX for edge in (wide.left, wide.right, wide.top, wide.bottom))
    fires = [area for area in room.areas if area.warm]
    her = stage.her
    found: list[Sight] = []
    for watcher in room.watchers:
        guard = stage.guards.get(watcher.name)
        if guard is None or guard.mind is Mind.OFF or not (left <= guard.x < right and top <= guard.y < bottom):
            continue
        if (sight := _watcher(atlas, room, watcher, guard, _guard_pose(guard, eyes, check), fires)) is not None:
            found.append(sight)
    for resident in room.residents:
        folk = stage.folk.get(resident.name)
        if folk is None or folk.hidden or not resident.person or not (left <= folk.x < right
                                                                     and top <= folk.y < bottom):
            continue
        if her.carries == folk.name:
            found.append(_on_her_back(atlas, room, resident.person, her, folk.name))
        else:
            found.append(_somebody(atlas, room, resident.person, folk, folk.name, _folk_pose(folk, eyes), fires, True))
    if not her.hidden:
        stride = eyes.strides.get("she")
        rests = stride is not None and stride.still > _SITS_TICKS
        pose, facing = her_pose(her, eyes), her.facing
        if check is not None and check.hers and pose[0] in ("idle", "act"):
            to = stage.guards[check.who]
            pose, facing = ("papers", _leaf(eyes)), angle_of(to.x - her.x, to.y - her.y)
        she = _somebody(atlas, room, "solhwa", her, "she", pose, fires, rests, facing)
        found.append(she._replace(both=worn.dressed(her, she.both)))
    return found


def _watcher(atlas: Atlas, room: Room, watcher: Watcher, guard: Guard, pose: tuple[str, int], fires: Sequence[Area],
             ) -> Sight | None:
    """Somebody on duty, or the thing on wheels he comes in."""
    wheels = worn.vehicle(atlas, room.grade, watcher.person, guard.facing)
    if wheels is None and watcher.person:
        return _somebody(atlas, room, watcher.person, guard, guard.name, pose, fires)
    if wheels is None and watcher.kind is WatcherKind.VEHICLE:
        wheels = worn.vehicle(atlas, room.grade, "car_patrol", guard.facing) or car(guard.facing)
    return Sight(guard.y // UNIT_PX, guard.x // UNIT_PX, wheels, guard.name) if wheels is not None else None


def _on_her_back(atlas: Atlas, room: Room, person: str, her: Her, who: str) -> Sight:
    """Somebody small whom she carries: higher up, behind or before her as she is turned."""
    frame = atlas.sheet(person, room.grade).frame("idle", row_of(her.facing), 0)
    lifted = Both(frame.moon, frame.lamp, (frame.foot[0], frame.foot[1] + _CARRIED_PX))
    behind = 1 if 27 <= her.facing < 63 else -1  # seen from the back, he hides her
    return Sight(her.y // UNIT_PX + behind, her.x // UNIT_PX, lifted, who, person=True)


def _folk_pose(folk: Folk, eyes: Eyes) -> tuple[str, int]:
    stride = eyes.strides.get(folk.name)
    if folk.gait in (Gait.CROUCH, Gait.CRAWL):
        moving = stride is not None and stride.still < _STILL_TICKS
        return ("sneak", int(stride.walked / _STRIDE_PX)) if stride is not None and moving else ("crouch", 0)
    return _walking(stride, eyes.clock, len(folk.name))


@lru_cache(maxsize=8)
def car(facing: int) -> Both:
    """A patrol car by night: a dark body and its lamps, in four directions."""
    drawn = placeholder.car((facing + 9) // 18 % 4)
    return Both(drawn, drawn, (drawn.get_width() // 2, drawn.get_height() - 3))


def _somebody(atlas: Atlas, room: Room, person: str, body: Her | Guard | Folk, who: str, pose: tuple[str, int],
              fires: Sequence[Area], rests: bool = False, facing: int | None = None) -> Sight:
    """Somebody as the place has them: hands over a fire; on a mat, who `rests` sits. `facing`: turned another way."""
    action, number = pose
    x, y = body.x // UNIT_PX, body.y // UNIT_PX
    if action == "idle" and rests and room.ground[y // TILE * room.width + x // TILE] == _MAT:
        action = "sit"
    if action == "idle" and any(fire.holds(x // TILE, y // TILE) for fire in fires):
        action = "warm"
    row = row_of(body.facing if facing is None else facing)
    return Sight(y, x, atlas.sheet(person, room.grade).frame(action, row, number), who, person=True)


def her_pose(her: Her, eyes: Eyes) -> tuple[str, int]:
    """Her action and its frame."""
    if her.in_water:
        return "down", 0
    stride = eyes.strides.get("she")
    moving = stride is not None and stride.still < _STILL_TICKS
    walked = stride.walked if stride else 0.0
    match her.gait:
        case Gait.CROUCH:
            return ("sneak", int(walked / _STRIDE_PX)) if moving else ("crouch", 0)
        case Gait.CRAWL:
            return "crawl", int(walked / _STRIDE_PX) if moving else 0
        case Gait.RUN if moving:
            return "run", int(walked / _RUN_PX)
    if her.act_held and not moving:
        return "act", 0
    return ("walk", int(walked / _STRIDE_PX)) if moving else ("idle", eyes.clock // _BREATH_TICKS)


def _guard_pose(guard: Guard, eyes: Eyes, check: Check | None) -> tuple[str, int]:
    stride = eyes.strides.get(guard.name)
    if stride is not None and stride.still < _STILL_TICKS and stride.speed > _RUNNING_PX:
        return "run", int(stride.walked / _RUN_PX)
    action, number = _walking(stride, eyes.clock, len(guard.name))
    if action == "idle" and check is not None and check.who == guard.name:
        return "papers", _leaf(eyes)
    return ("act", 0) if action == "idle" and guard.mind is Mind.CHALLENGE else (action, number)  # a hand held up


def _leaf(eyes: Eyes) -> int:
    """Over the paper, and up to her face."""
    return eyes.clock // _READ_TICKS


def _walking(stride: Stride | None, clock: int, offset: int) -> tuple[str, int]:
    if stride is not None and stride.still < _STILL_TICKS:
        return "walk", int(stride.walked / _STRIDE_PX)
    return "idle", (clock + 17 * offset) // _BREATH_TICKS


def body_rect(sight: Sight) -> pygame.Rect:
    """The room pixels a picture covers."""
    rect = sight.both.moon.get_rect()
    rect.topleft = (sight.foot_x - sight.both.foot[0], sight.foot_y - sight.both.foot[1])
    return rect
