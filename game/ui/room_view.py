"""A room on the 640x360 world picture: ground, prints, light, people and things by depth, air, signs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass

import pygame

from game.sim.room import Room
from game.sim.room_art import Light, RoomArt
from game.sim.world import Mind, Stage, World
from game.ui import actors, fog, gestures, laps, marks, notes, poling, rain, senses, silhouettes, worn
from game.ui.actors import Sight, body_rect
from game.ui.atlas import Atlas
from game.ui.beacon import beacons
from game.ui.camera import bounds_of
from game.ui.eyes import Eyes
from game.ui.ground import GroundView
from game.ui.light import Lamps, falloff
from game.ui.living import Living
from game.ui.look import BLACK, DANGER, EDGE, INTERACT, SAFE, SUSPICION, TILE, UNIT_PX, WORLD_H, WORLD_W, Colour
from game.ui.looks import Look, Looks
from game.ui.scenery import Blit, Hides, Placed, Torch
from game.ui.shapes import box_at, dashed, inside, shape
from game.ui.sight import Cone, cones
from game.ui.weather import Weather

_DECOY_PX = 40
_DECOY_LIGHT = shape(((-40.0, -40.0), (40.0, -40.0), (40.0, 40.0), (-40.0, 40.0)))
_SIGHT_DOTS: Colour = (124, 154, 187)
_DAY_DOTS: Colour = (62, 80, 112)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the player's settings say about the picture."""

    contrast: bool = False
    motion: bool = True
    cones: bool = True
    paths: bool = False
    flashes: bool = True


class RoomView:
    """Draws the stage. Keeps what is costly for the room it shows."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.weather = Weather()
        self.lamps = Lamps()
        self.living = Living(atlas)
        self._looks = Looks(atlas)
        self._drawn: tuple[Look, int] | None = None  # how the room was drawn last

    def draw(self, surface: pygame.Surface, world: World, art: RoomArt | None, eyes: Eyes, shown: Shown,
             near: str = "") -> None:
        """Draw all of it. `near` names the usable thing or person to be outlined."""
        stage = world.stage
        if stage is None:
            surface.fill(BLACK)
            return
        look = self._looks.at(world, stage, art)
        room, ground = look.room, look.ground
        self._begin(world, look, art)
        left, top = eyes.camera.left, eyes.camera.top
        clock, inks = eyes.clock if shown.motion else 0, self.atlas.palette(room.grade, "moon")
        if _bare(room, left, top):
            surface.fill(BLACK)
        ground.blit(surface, left, top)
        marks.prints(surface, stage, self.atlas, room.grade, left, top)
        marks.broken_ice(surface, room, stage, self.atlas, left, top)
        notes.pencil(surface, world, art, left, top)
        laps.draw(surface, world, eyes, shown.paths)
        seen = cones(world, pygame.Rect(left, top, WORLD_W, WORLD_H), eyes.planning) if shown.cones else []
        self._lights(surface, room, stage, ground, seen, left, top)
        worn.on_the_ground(surface, stage, left, top)
        if stage.her.branch and not stage.her.hidden:
            worn.branch(surface, stage.her, left, top)
        indoors = _indoors(room, stage)
        if art is not None and art.fog and not indoors:  # it lies on the ground: whoever stands in it stays clear
            fog.drift(surface, inks[7], art.fog, clock, left, top)
        raining = art.rain if art is not None and not indoors else 0
        if raining:
            rain.rings(surface, room, raining, inks[0x18], clock, left, top)
        self._bodies(surface, world, look, art, eyes, seen, shown, near)
        worn.in_the_air(surface, stage, left, top)
        senses.dogs(surface, world, room.grade, self.atlas, eyes.clock, left, top)
        if shown.cones:
            senses.draw(surface, world, left, top)
        beacons(surface, world, look.scenery.towers, left, top)
        for cone in seen:
            _rims(surface, cone, left, top)
        _cover_other_floors(surface, room, stage, left, top)
        self.weather.breaths(surface, room, eyes)
        self.weather.fall(surface, room, eyes, shown.motion)
        if raining:
            rain.fall(surface, room, raining, (inks[0x16], inks[0x18]), clock, left, top)
        self.weather.corners(surface, room.night)
        self._signs(surface, world, eyes)

    def _begin(self, world: World, look: Look, art: RoomArt | None) -> None:
        """Another room, floor or light: what was drawn of the last is of no use."""
        if self._drawn == (look, self._looks.lit):
            return
        self.lamps.forget()
        before, self._drawn = self._drawn, (look, self._looks.lit)
        if before is not None and before[0] is look:
            return
        self.living.enter(look.room, art)
        if look.room.night:
            for cone in cones(world, pygame.Rect(0, 0, look.room.width * TILE, look.room.height * TILE)):
                if cone.torch:
                    falloff(cone.reach)  # a tower's takes three frames to make: now, not when its beam comes round

    # Light ---------------------------------------------------------------------------------------------------
    def _lights(self, surface: pygame.Surface, room: Room, stage: Stage, ground: GroundView, seen: list[Cone],
                left: int, top: int) -> None:
        def lamp_ground(patch: pygame.Surface, x: int, y: int) -> None:
            ground.blit(patch, left + x, top + y, lamp=True)

        for cone in seen:
            if cone.hollow or not cone.core:
                continue
            if cone.torch and room.night:
                self.lamps.reveal(surface, lamp_ground, cone.core, cone.reach, cone.origin, (left, top), cone.who)
            else:
                at = cone.origin[0] - left, cone.origin[1] - top
                self.lamps.dots(surface, cone.core, _cone_colour(cone, room.night), 2, at, cone.who)
        for thing in room.things:
            if stage.decoys.get(thing.name, 0) > 0:
                self.lamps.reveal(surface, lamp_ground, _DECOY_LIGHT, _DECOY_PX, actors.thing_foot(thing), (left, top),
                                  thing.name)

    # Bodies --------------------------------------------------------------------------------------------------
    def _bodies(self, surface: pygame.Surface, world: World, look: Look, art: RoomArt | None, eyes: Eyes,
                seen: list[Cone], shown: Shown, near: str) -> None:
        """Everybody and everything that stands, by depth.

        What moves is looked at one by one; scenery, which is most of it, comes in bulk.
        """
        stage, room = world.stage, look.room
        assert stage is not None
        left, top = eyes.camera.left, eyes.camera.top
        screen = pygame.Rect(left, top, WORLD_W, WORLD_H)
        moving = actors.people(room, stage, self.atlas, eyes, screen, gestures.check(world))
        her = next((s for s in moving if s.who == "she"), None)
        moving += actors.things(room, art, stage, self.atlas, screen)
        torches = [(box_at(c.core, c.origin), c.core, c.origin) for c in seen if c.torch and not c.hollow and c.core] \
            if room.night else []
        here = self.living.near(stage, art, eyes.clock, screen, shown.motion, shown.flashes)
        here += [(sight, rect) for sight in moving if (rect := body_rect(sight)).colliderect(screen)]
        here.sort(key=_depth)
        hides = Hides(her)
        scenery, feet = look.scenery.drawn(left, top, torches, hides), look.scenery.feet
        blits: list[Blit] = []
        drawn = 0
        marked = {"she", *stage.guards} if shown.contrast else set()
        thrown = silhouettes.shadow(room.grade)
        lamps = [lamp for lamp in art.lights if screen.inflate(320, 320).collidepoint(lamp.x, lamp.y)] \
            if art else []
        for sight, rect in here:
            behind = bisect_right(feet, sight.foot_y)
            blits += scenery[drawn:behind]
            drawn = behind
            x, y = rect.left - left, rect.top - top
            picture = sight.both.moon
            if sight.person:
                if _on_bare_ice(room, sight.foot_x, sight.foot_y):
                    glass, down = silhouettes.mirrored(picture, sight.both.foot[1])
                    blits.append((glass, (x, y + down)))
                blits.append((thrown, (x + 15, y + 37)) if thrown else (silhouettes.foot_shadow(), (x + 8, y + 36)))
                if _in_light(sight, torches, lamps):
                    picture = sight.both.lamp
            else:
                if torches and _in_light(sight, torches):
                    picture = sight.both.lamp
                if hides.her(sight, rect):
                    blits.append((silhouettes.sheer(picture), (x, y)))
                    continue
            blits.append((picture, (x, y)))
            if sight.who:
                colour = _outline_colour(sight, near, marked)
                if colour is not None:
                    blits.append((silhouettes.outline(picture, colour), (x - 1, y - 1)))
        blits += scenery[drawn:]
        if hides.share > 0.4 and her is not None:  # a pale roof and a pale coat: a line round her keeps them apart
            line = silhouettes.outline(her.both.moon, _SIGHT_DOTS if room.night else _DAY_DOTS)
            blits.append((line, (hides.rect.left - left - 8, hides.rect.top - top - 9)))
        surface.fblits(blits)

    # Signs ---------------------------------------------------------------------------------------------------
    def _signs(self, surface: pygame.Surface, world: World, eyes: Eyes) -> None:
        stage, room = world.stage, world.room
        assert stage is not None
        left, top = eyes.camera.left, eyes.camera.top
        marks.noises(surface, stage, left, top)
        if eyes.planning or eyes.peek != (0, 0) or _on_ice(room, stage):
            marks.ice_tests(surface, room, stage, left, top)
        poling.draw(surface, world, left, top)
        her = stage.her
        known = {g.known for g in stage.guards.values()
                 if g.mind in (Mind.CURIOUS, Mind.SEARCHING, Mind.CHASE, Mind.TRAIL) and g.known != (-1, -1)}
        for x, y in _apart(known):
            if abs(x - her.x) + abs(y - her.y) > TILE * UNIT_PX:
                marks.ghost(surface, x // UNIT_PX - left, y // UNIT_PX - top)
        for guard in stage.guards.values():
            x, y = guard.x // UNIT_PX - left, guard.y // UNIT_PX - top
            if -12 < x < WORLD_W + 12 and 0 < y < WORLD_H + 40:
                marks.sign(surface, guard, x, y - 34, guard.name in eyes.popped)
        if her.hidden:
            marks_at = (her.x // UNIT_PX - left - 12, her.y // UNIT_PX - top - 40)
            surface.blit(marks.eye(0, SAFE, False), marks_at)


def _rims(surface: pygame.Surface, cone: Cone, left: int, top: int) -> None:
    """Calm: a line of dots. Looking: dashes. Sure: a whole line. Bribed: sparse dots and nothing inside.

    Where he sees only barely is dotted wider apart, and shown only when it matters: near her, or on a look round.
    """
    at = cone.origin[0] - left, cone.origin[1] - top
    if cone.hollow:
        dashed(surface, cone.core, EDGE, 1, 9, at)
        return
    colour = _cone_colour(cone, True)
    strokes = (1, 0) if cone.mind in (Mind.CHALLENGE, Mind.CHASE) else (
        (8, 4) if cone.mind in (Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL) else (3, 9))
    dashed(surface, cone.core, colour, *strokes, at)
    dashed(surface, cone.rim, colour, 1, 11, at)


def _depth(placed: Placed) -> int:
    return placed[0].foot_y


def _apart(places: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places, without those within a tile of an earlier one."""
    kept: list[tuple[int, int]] = []
    for x, y in sorted(places):
        if all(abs(x - a) + abs(y - b) > TILE * UNIT_PX for a, b in kept):
            kept.append((x, y))
    return kept


def _bare(room: Room, left: int, top: int) -> bool:
    """Whether the view shows more than the room."""
    return left < 0 or top < 0 or left + WORLD_W > room.width * TILE or top + WORLD_H > room.height * TILE


def _cover_other_floors(surface: pygame.Surface, room: Room, stage: Stage, left: int, top: int) -> None:
    """Other floors of the same map are not to be seen from here."""
    x, y, width, height = bounds_of(room, stage.her)
    if (width, height) == (room.width * TILE, room.height * TILE):
        return
    surface.fill(BLACK, (0, 0, WORLD_W, max(0, y - top)))
    surface.fill(BLACK, (0, y + height - top, WORLD_W, WORLD_H))
    surface.fill(BLACK, (0, 0, max(0, x - left), WORLD_H))
    surface.fill(BLACK, (x + width - left, 0, WORLD_W, WORLD_H))


def _on_ice(room: Room, stage: Stage) -> bool:
    return _on_bare_ice(room, stage.her.x // UNIT_PX, stage.her.y // UNIT_PX)


def _indoors(room: Room, stage: Stage) -> bool:
    return rain.under_a_roof(room, stage.her.x // UNIT_PX, stage.her.y // UNIT_PX)


def _on_bare_ice(room: Room, foot_x: int, foot_y: int) -> bool:
    x, y = foot_x // TILE, foot_y // TILE
    return 0 <= x < room.width and 0 <= y < room.height and room.ice_cm[y * room.width + x] > 0


def _cone_colour(cone: Cone, night: bool) -> Colour:
    if cone.mind in (Mind.CHALLENGE, Mind.CHASE):
        return DANGER
    if cone.mind in (Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL):
        return SUSPICION
    return _SIGHT_DOTS if night else _DAY_DOTS


def _in_light(sight: Sight, torches: list[Torch], lamps: Sequence[Light] = ()) -> bool:
    """Whether it stands where a torch or a lamp shines, and is drawn as a lamp shows it."""
    x, y = sight.foot_x, sight.foot_y
    for box, cone, (zero_x, zero_y) in torches:
        if box.collidepoint(x, y) and inside(cone.points, x - zero_x, y - zero_y):
            return True
    return any((x - lamp.x) ** 2 + (y - lamp.y) ** 2 < (lamp.radius_px * 0.7) ** 2 for lamp in lamps)


def _outline_colour(sight: Sight, near: str, marked: Container[str]) -> Colour | None:
    """`marked` are those outlined for contrast."""
    if sight.who == near:
        return INTERACT
    if sight.person and sight.who in marked:
        return INTERACT if sight.who == "she" else DANGER
    return None
