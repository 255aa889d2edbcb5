"""What lives in a room though nobody does anything: smoke, steam, fire, neon, washing on the line, a lamp, a magpie.

All of it is for the eye. It is made anew eight times a second, not each frame, as pictures with a foot among the
others, and drawn with them by depth. With motion off everything keeps its first moment, and the bird stays away.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import pygame

from game.sim import tower
from game.sim.angles import DIRECTIONS
from game.sim.room import Room
from game.sim.room_art import RoomArt
from game.sim.world import Stage
from game.ui import living_pictures as pictures
from game.ui.actors import Sight, body_rect, picture_of, thing_foot
from game.ui.atlas import Atlas, Both
from game.ui.look import UNIT_PX, Colour
from game.ui.magpie import PERCHES, Magpie

STEP_TICKS = 7           # how long one moment of it is shown
_SMOKE_TICKS = 420       # from the chimney to nothing
_SMOKE_PUFFS = 12
_SMOKE_RISE_PX = 58
# Steps of snow for its lit and its shaded side: it must stand off from the ground of its grade.
_SMOKE_STEPS = {"river": (7, 6), "road": (9, 8), "dawn": (9, 7), "dusk": (8, 6)}
_STEAM_TICKS = 200
_STEAM_RISE_PX = 22
# Steps of snow for its ages: by day it comes up grey from black water, by night it is lit where it leaves the pot.
_STEAM_STEPS = {True: (4, 5, 7, 8, 8, 8), False: (8, 8, 8, 8, 7, 7)}
_SWING_TICKS = 150       # washing, there and back
_PULSE_TICKS = 96        # a generator's lamp
_ABOVE = 100_000         # a foot lower than any: what is in the air is drawn last
_DAYLIGHT = ("road", "dawn")
# From the rim of a fire to its heart, and where the material lamp is neon.
_FLAME = (("lamp", 4), ("lamp", 5), ("lamp", 6), ("lamp", 7), ("lamp", 9))
_FLAME_IN_TOWN = (("wood", 5), ("wood", 7), ("skin", 7), ("reed", 8), ("reed", 9))
# As palettes.json has them.
_MATERIALS = ("snow", "ice", "wood", "olive", "skin", "rose", "coat", "metal", "reed", "lamp")

# Pixels of each thing's picture, from its top left.
CHIMNEYS: dict[str, tuple[int, int]] = {
    "farmhouse": (84, 0), "farmhouse_blue": (112, 12), "hut": (41, 1), "post_hut": (60, 1), "brick_post": (54, 14)}
STEAMING: dict[str, tuple[tuple[int, int], ...]] = {
    "water_hole": ((16, 15), (25, 12), (34, 17)), "stove": ((11, 24),), "kang_stove": ((16, 12), (39, 12))}
BILLOWING: dict[str, tuple[tuple[int, int, int, int], ...]] = {  # and how high it rises, px, in how many wisps
    "stall_dumplings": ((14, 34, 46, 7), (34, 43, 16, 2)), "stall_sweet_potato": ((10, 2, 34, 5), (19, 21, 20, 2)),
    "drum_stove": ((9, 3, 34, 4),)}
FIRES: dict[str, tuple[tuple[int, int, int, int], ...]] = {  # left, top, width, height
    "brazier": ((3, 5, 7, 11),), "stove": ((7, 48, 5, 4),), "kang_stove": ((12, 36, 7, 4),), "candle": ((4, 3, 3, 6),),
    "lamp_on": ((4, 5, 4, 4),), "drum_stove": ((4, 1, 10, 10),), "stall_dumplings": ((12, 56, 4, 3),)}
WASHING: dict[str, tuple[int, int, tuple[int, ...]]] = {  # first and last row that hang, edges between the cloths
    "washing_line": (4, 20, (7, 16, 30, 47, 58))}
HUMMING: dict[str, tuple[int, int]] = {"tower": (12, 47), "van_signals": (31, 44)}  # a small lamp that pulses

# Neon of the street: its tubes sink a step and come back, each sign in its own time.
NEON = ("market_arch", "shop_noodles", "shop_barber", "shop_tea", "shop_chemist", "neon_blade", "neon_sign", "kiosk")
_NEON_TICKS = 260
_NEON_INKS = ("rose", "lamp")
_NEON_STEP = 8


@dataclass(frozen=True, slots=True)
class _Spot:
    """A thing of the room: the name of its picture, its top left, its foot."""

    art: str
    left: int
    top: int
    foot_y: int


def still(art: RoomArt | None) -> RoomArt | None:
    """`art` without the scenery that is drawn here because it moves as a whole."""
    if art is None or not any(s.art in WASHING for s in art.scenery):
        return art
    return replace(art, scenery=tuple(s for s in art.scenery if s.art not in WASHING))


class Living:
    """The living details of the room shown."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._room: Room | None = None
        self._by_day = False
        self._fixed: list[_Spot] = []
        self._magpie: Magpie | None = None
        self._made: list[tuple[Sight, pygame.Rect]] = []
        self._made_for: tuple[int, bool, bool] | None = None

    def enter(self, room: Room, art: RoomArt | None) -> None:
        """Find out what lives in a room."""
        self._room, self._made_for = room, None
        self._by_day = room.grade in _DAYLIGHT
        known = {*CHIMNEYS, *STEAMING, *BILLOWING, *FIRES, *WASHING, *HUMMING, *NEON}
        scenery = art.scenery if art is not None else ()
        self._fixed = [self._spot(s.art, s.x, s.y) for s in scenery if s.art in known]
        perches = [self._perch(s.art, s.x, s.y) for s in scenery if s.art in PERCHES]
        self._magpie = Magpie(perches) if self._by_day and len(perches) > 1 else None

    def near(self, stage: Stage, art: RoomArt | None, clock: int, screen: pygame.Rect, moving: bool = True,
             flashes: bool = True) -> list[tuple[Sight, pygame.Rect]]:
        """What to draw in the room pixels `screen`, with the pixels each covers. `clock` counts screen ticks."""
        if self._room is None:
            return []
        moment = (clock // STEP_TICKS if moving else 0, moving, flashes)
        if moment != self._made_for:
            self._made_for = moment
            now = moment[0] * STEP_TICKS
            sights = self._all(self._room, stage, art, now, flashes and moving)
            self._made = [(sight, body_rect(sight)) for sight in sights]
        found = [placed for placed in self._made if placed[1].colliderect(screen)]
        if moving and self._magpie is not None:
            bodies = [(stage.her.x // UNIT_PX, stage.her.y // UNIT_PX)]
            bodies += [(g.x // UNIT_PX, g.y // UNIT_PX) for g in stage.guards.values()]
            seen = self._magpie.pass_to(clock, bodies)
            if seen is not None:
                x, y, number, westward = seen
                inks = self._colour("coat", 0), self._colour("ice", 4), self._colour("snow", 9)
                sight = _sight(pictures.bird(number, *inks, westward), x - 6, y - 6, _ABOVE)
                found.append((sight, body_rect(sight)))
        return found

    def startled(self) -> tuple[int, int] | None:
        """Where the magpie has just been put to flight, once; None if it was not."""
        if self._magpie is None:
            return None
        place, self._magpie.startled = self._magpie.startled, None
        return place

    def _all(self, room: Room, stage: Stage, art: RoomArt | None, now: int, flicker: bool) -> list[Sight]:
        spots = list(self._fixed)
        for thing in room.things:
            name = picture_of(thing, art, stage, self._atlas)
            if name in CHIMNEYS or name in STEAMING or name in FIRES:
                spots.append(self._spot(name, *thing_foot(thing)))
        sights: list[Sight] = []
        for number, spot in enumerate(spots):
            if spot.art in CHIMNEYS:
                sights += self._smoke(room, spot, now + 97 * number)
            for at, (x, y) in enumerate(STEAMING.get(spot.art, ())):
                sights += self._steam(spot, x, y, now + 53 * at + 31 * number)
            for at, (x, y, rise, wisps) in enumerate(BILLOWING.get(spot.art, ())):
                sights += self._steam(spot, x, y, now + 71 * at + 31 * number, rise, wisps)
            for box in FIRES.get(spot.art, ()):
                sights.append(self._fire(spot, box, (now // STEP_TICKS + number if flicker else 0)))
            if spot.art in WASHING:
                sights.append(self._washing(room, spot, now + 40 * number))
            if spot.art in HUMMING and not (spot.art == "tower" and tower.dark(stage.tick)):
                sights.append(self._hum(spot, now if flicker else 0))
            if spot.art in NEON and flicker and (now + 89 * number) % _NEON_TICKS < _NEON_TICKS // 3:
                sights.append(self._sunk(room, spot))
        return sights

    def _smoke(self, room: Room, spot: _Spot, now: int) -> list[Sight]:
        """A thread of puffs that leaves a chimney and bends away with the wind."""
        x, y = CHIMNEYS[spot.art]
        wind_x, wind_y = (part / 4096 for part in DIRECTIONS[room.wind_angle])
        light, shade = (self._colour("snow", step) for step in _SMOKE_STEPS.get(room.grade, (7, 5)))
        sights = []
        for number in range(_SMOKE_PUFFS):
            share = (now + number * _SMOKE_TICKS // _SMOKE_PUFFS) % _SMOKE_TICKS / _SMOKE_TICKS
            bend = 30 * share ** 1.5
            curl = 2.2 * share * math.sin(7 * share + now / 130)
            at_x = spot.left + x + bend * wind_x + curl
            at_y = spot.top + y - 2 - _SMOKE_RISE_PX * share + 0.5 * bend * wind_y
            picture = pictures.puff(int(share * pictures.PUFF_AGES), light, shade)
            sights.append(_sight(picture, round(at_x) - 8, round(at_y) - 8, _ABOVE))
        return sights

    def _steam(self, spot: _Spot, x: int, y: int, now: int, rise: int = _STEAM_RISE_PX, wisps: int = 2) -> list[Sight]:
        """So many wisps, one after the other, each `rise` px up in its time."""
        sights = []
        for number in range(wisps):
            share = (now + number * _STEAM_TICKS // wisps) % _STEAM_TICKS / _STEAM_TICKS
            age = int(share * pictures.WISP_AGES)
            picture = pictures.wisp(age, self._colour("snow", _STEAM_STEPS[self._by_day][age]))
            at_x = spot.left + x - 6 + round(2 * math.sin(4 * share + x) + (rise - _STEAM_RISE_PX) * share * share / 4)
            sights.append(_sight(picture, at_x, spot.top + y - 8 - round(rise * share), spot.foot_y + 1))
        return sights

    def _fire(self, spot: _Spot, box: tuple[int, int, int, int], number: int) -> Sight:
        left, top, width, height = box
        inks = _FLAME_IN_TOWN if self._room is not None and self._room.grade == "street" else _FLAME
        ramp = tuple(self._colour(*ink) for ink in inks)
        picture = pictures.flame(number % pictures.FLAMES, width, height, ramp)
        return _sight(picture, spot.left + left, spot.top + top, spot.foot_y)

    def _washing(self, room: Room, spot: _Spot, now: int) -> Sight:
        """The whole line, its cloths in the wind."""
        line = self._atlas.thing(spot.art, room.grade).moon
        top, bottom, edges = WASHING[spot.art]
        picture = pictures.swaying(line, now * pictures.SWAYS // _SWING_TICKS % pictures.SWAYS, top, bottom, edges)
        return _sight(picture, spot.left, spot.top, spot.foot_y)

    def _hum(self, spot: _Spot, now: int) -> Sight:
        """A pilot lamp that swells and sinks; when the generator coughs it is out."""
        x, y = HUMMING[spot.art]
        step = 6 + round(1.5 * math.sin(2 * math.pi * now / _PULSE_TICKS))
        return _sight(pictures.spark(2, self._colour("lamp", step)), spot.left + x, spot.top + y, spot.foot_y)

    def _sunk(self, room: Room, spot: _Spot) -> Sight:
        """The tubes of a sign a step darker, to lie over it."""
        inks = tuple((self._colour(ink, _NEON_STEP), self._colour(ink, _NEON_STEP - 1)) for ink in _NEON_INKS)
        picture = pictures.dimmed(self._atlas.thing(spot.art, room.grade).moon, inks)
        return _sight(picture, spot.left, spot.top, spot.foot_y)

    def _colour(self, material: str, step: int) -> Colour:
        index = _MATERIALS.index(material) * 16 + step
        return self._atlas.palette(self._room.grade if self._room else "river", "moon")[index]

    def _spot(self, art: str, x: int, y: int) -> _Spot:
        foot = self._atlas.thing(art, self._room.grade if self._room else "river").foot
        return _Spot(art, x - foot[0], y - foot[1], y)

    def _perch(self, art: str, x: int, y: int) -> tuple[int, int]:
        """The highest point of a thing above its foot: where a bird would sit."""
        both = self._atlas.thing(art, self._room.grade if self._room else "river")
        shape = pygame.mask.from_surface(both.moon)
        column = min(max(both.foot[0], 0), shape.get_size()[0] - 1)
        top = next((row for row in range(shape.get_size()[1]) if shape.get_at((column, row))), both.foot[1])
        return x, y - both.foot[1] + top


def _sight(picture: pygame.Surface, left: int, top: int, foot_y: int) -> Sight:
    """Something whose top left is at room pixel (left, top), sorted as if its foot were at `foot_y`."""
    return Sight(foot_y, left, Both(picture, picture, (0, foot_y - top)))
