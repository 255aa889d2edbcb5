"""A room on the 640x360 world picture: ground, prints, light, people and things by depth, air, signs."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

import pygame

from game.sim.room import Room, RoomArt
from game.sim.world import Mind, Stage, World
from game.ui import actors, marks, silhouettes
from game.ui.actors import Sight, body_rect
from game.ui.atlas import Atlas
from game.ui.camera import bounds_of
from game.ui.eyes import Eyes
from game.ui.ground import GroundView
from game.ui.light import Lamps, dashed, inside
from game.ui.look import (
    BLACK,
    DANGER,
    EDGE,
    INTERACT,
    SUSPICION,
    TILE,
    UNIT_PX,
    WORLD_H,
    WORLD_W,
    Colour,
)
from game.ui.sight import Cone, Shape, cones
from game.ui.weather import Weather

_DECOY_PX = 40
_NEAR_PX = 9 * TILE
_SIGHT_DOTS: Colour = (124, 154, 187)
_DAY_DOTS: Colour = (62, 80, 112)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the player's settings say about the picture."""

    contrast: bool = False
    motion: bool = True
    cones: bool = True


class RoomView:
    """Draws the stage. Keeps what is costly for the room it shows."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.weather = Weather()
        self.lamps = Lamps()
        self._room: Room | None = None
        self._ground: GroundView | None = None
        self._scenery: list[tuple[Sight, pygame.Rect]] = []
        self._art: RoomArt | None = None
        self._preparing = False

    def enter(self, room: Room, art: RoomArt | None) -> GroundView:
        """Make ready for a room; nothing happens if it is the one shown."""
        if self._ground is None or room is not self._room:
            self.atlas.forget_grounds()
            self._room, self._art, self._preparing = room, art, True
            self._ground = GroundView(self.atlas, room, art)
            self._scenery = [(s, body_rect(s)) for s in actors.scenery(art, self.atlas, room.grade)]
        return self._ground

    def draw(self, surface: pygame.Surface, world: World, art: RoomArt | None, eyes: Eyes, shown: Shown,
             near: str = "") -> None:
        """Draw all of it. `near` names the usable thing or person to be outlined."""
        stage = world.stage
        if stage is None:
            surface.fill(BLACK)
            return
        room = world.room
        ground = self.enter(room, art)
        self._preparing = self._preparing and ground.prepare()
        left, top = eyes.camera.left, eyes.camera.top
        if _bare(room, left, top):
            surface.fill(BLACK)
        ground.blit(surface, left, top)
        marks.prints(surface, stage, self.atlas, room.grade, left, top)
        marks.broken_ice(surface, room, stage, self.atlas, left, top)
        seen = cones(world, pygame.Rect(left, top, WORLD_W, WORLD_H)) if shown.cones else []
        self._lights(surface, room, stage, ground, seen, left, top)
        self._bodies(surface, world, eyes, seen, shown, near)
        for cone in seen:
            self._rims(surface, cone, stage, eyes)
        _cover_other_floors(surface, room, stage, left, top)
        self.weather.breaths(surface, room, eyes)
        self.weather.fall(surface, room, eyes, shown.motion)
        self.weather.corners(surface, room.night)
        self._signs(surface, world, eyes)

    # Light ---------------------------------------------------------------------------------------------------
    def _lights(self, surface: pygame.Surface, room: Room, stage: Stage, ground: GroundView, seen: list[Cone],
                left: int, top: int) -> None:
        def lamp_ground(patch: pygame.Surface, x: int, y: int) -> None:
            patch.set_colorkey(None)
            ground.blit(patch, left + x, top + y, lamp=True)

        for cone in seen:
            shape = [(x - left, y - top) for x, y in cone.core]
            if cone.hollow or not shape:
                continue
            if cone.torch and room.night:
                origin = (cone.origin[0] - left, cone.origin[1] - top)
                self.lamps.reveal(surface, lamp_ground, shape, origin, cone.reach)
            else:
                self.lamps.dots(surface, shape, _cone_colour(cone, room.night), 2)
        for thing in room.things:
            if stage.decoys.get(thing.name, 0) > 0:
                x, y = actors.thing_foot(thing)
                shape = [(x - left + dx * _DECOY_PX, y - top + dy * _DECOY_PX)
                         for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
                self.lamps.reveal(surface, lamp_ground, shape, (x - left, y - top), _DECOY_PX)

    def _rims(self, surface: pygame.Surface, cone: Cone, stage: Stage, eyes: Eyes) -> None:
        """Calm: a line of dots. Looking: dashes. Sure: a whole line. Bribed: sparse dots and nothing inside.

        Where he sees only barely is dotted wider apart, and shown only when it matters: near her, or on a look round.
        """
        left, top = eyes.camera.left, eyes.camera.top
        core = [(x - left, y - top) for x, y in cone.core]
        if cone.hollow:
            dashed(surface, core, EDGE, 1, 9)
            return
        colour = _cone_colour(cone, True)
        strokes = (1, 0) if cone.mind in (Mind.CHALLENGE, Mind.CHASE) else (
            (8, 4) if cone.mind in (Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL) else (3, 9))
        dashed(surface, core, colour, *strokes)
        x, y = stage.her.x / UNIT_PX, stage.her.y / UNIT_PX
        if eyes.planning or (cone.origin[0] - x) ** 2 + (cone.origin[1] - y) ** 2 < _NEAR_PX * _NEAR_PX:
            dashed(surface, [(x - left, y - top) for x, y in cone.rim], colour, 1, 11)

    # Bodies --------------------------------------------------------------------------------------------------
    def _bodies(self, surface: pygame.Surface, world: World, eyes: Eyes, seen: list[Cone], shown: Shown,
                near: str) -> None:
        stage, room = world.stage, world.room
        assert stage is not None
        left, top = eyes.camera.left, eyes.camera.top
        people = actors.people(room, stage, self.atlas, eyes)
        moving = people + actors.things(room, self._art, stage, self.atlas)
        her = next((s for s in people if s.who == "she"), None)
        her_rect = body_rect(her).inflate(-14, -16) if her else None
        torches = [(_box(c.core), c.core) for c in seen if c.torch and not c.hollow and c.core] if room.night else []
        screen = pygame.Rect(left, top, WORLD_W, WORLD_H)
        here = [pair for pair in self._scenery if pair[1].colliderect(screen)]
        here += [(sight, rect) for sight in moving if (rect := body_rect(sight)).colliderect(screen)]
        for sight, rect in sorted(here, key=lambda pair: pair[0].foot_y):
            at = (rect.left - left, rect.top - top)
            if sight.person:
                thrown = silhouettes.shadow(room.grade)
                if thrown is not None:
                    surface.blit(thrown, (at[0] + 15, at[1] + 37))
                else:
                    surface.blit(silhouettes.foot_shadow(), (at[0] + 8, at[1] + 36))
            hides = (her_rect is not None and her is not None and sight.foot_y > her.foot_y and rect.height > 30
                     and not sight.person and rect.colliderect(her_rect))
            picture = _lit(sight, torches, self._art)
            surface.blit(silhouettes.sheer(picture) if hides else picture, at)
            colour = _outline_colour(sight, near, shown, {"she", *stage.guards})
            if colour is not None:
                surface.blit(silhouettes.outline(picture, colour), (at[0] - 1, at[1] - 1))

    # Signs ---------------------------------------------------------------------------------------------------
    def _signs(self, surface: pygame.Surface, world: World, eyes: Eyes) -> None:
        stage, room = world.stage, world.room
        assert stage is not None
        left, top = eyes.camera.left, eyes.camera.top
        marks.noises(surface, stage, left, top)
        if eyes.planning or eyes.peek != (0, 0) or _on_ice(room, stage):
            marks.ice_tests(surface, room, stage, left, top)
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
            surface.blit(marks.eye(0, (43, 181, 160), False), marks_at)


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
    x, y = stage.her.x // (UNIT_PX * TILE), stage.her.y // (UNIT_PX * TILE)
    return 0 <= x < room.width and 0 <= y < room.height and room.ice_cm[y * room.width + x] > 0


def _cone_colour(cone: Cone, night: bool) -> Colour:
    if cone.mind in (Mind.CHALLENGE, Mind.CHASE):
        return DANGER
    if cone.mind in (Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL):
        return SUSPICION
    return _SIGHT_DOTS if night else _DAY_DOTS


def _box(shape: Shape) -> pygame.Rect:
    """The rectangle round a shape, a pixel larger."""
    left, top = min(x for x, _ in shape), min(y for _, y in shape)
    right, bottom = max(x for x, _ in shape), max(y for _, y in shape)
    return pygame.Rect(int(left) - 1, int(top) - 1, int(right - left) + 3, int(bottom - top) + 3)


def _lit(sight: Sight, torches: list[tuple[pygame.Rect, Shape]], art: RoomArt | None) -> pygame.Surface:
    """Who stands in a light is drawn as a lamp shows them."""
    x, y = sight.foot_x, sight.foot_y
    if any(box.collidepoint(x, y) and inside(shape, x, y) for box, shape in torches):
        return sight.both.lamp
    if sight.person and art is not None:
        for lamp in art.lights:
            if (sight.foot_x - lamp.x) ** 2 + (sight.foot_y - lamp.y) ** 2 < (lamp.radius_px * 0.7) ** 2:
                return sight.both.lamp
    return sight.both.moon


def _outline_colour(sight: Sight, near: str, shown: Shown, watching: Container[str]) -> Colour | None:
    if sight.who and sight.who == near:
        return INTERACT
    if shown.contrast and sight.person and sight.who in watching:
        return INTERACT if sight.who == "she" else DANGER
    return None
