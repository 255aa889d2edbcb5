"""What a place sounds like by itself: the beds its map names, and what stands near her: pines, a stove, open water.

All of it is for the ear; nothing here tells what the picture does not show.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from game.sim.grid import Cell
from game.sim.ground import cell_of
from game.sim.room import GROUNDS, Ground, Room
from game.sim.room_art import RoomArt
from game.sim.world import Stage
from game.ui import rain
from game.ui.look import TILE, UNIT_PX

_FIRES = ("stove", "kang_stove", "brazier")
_PINES = ("pine_a", "pine_b", "pine_c", "pine_d", "pine_snow_a", "pine_snow_b")
_WET = ("water_hole", "drain_mouth")
NEAR = {**dict.fromkeys(_FIRES, "fire"), **dict.fromkeys(_PINES, "pines"), **dict.fromkeys(_WET, "water")}
# How loud something is beside her, from how far it can be heard, and how many of it together are as loud as that.
LOUD: dict[str, tuple[float, float, float]] = {"fire": (0.75, 130.0, 1.0), "water": (0.8, 150.0, 1.0),
                                               "pines": (0.55, 220.0, 3.0)}
NOW_AND_THEN = {"ox": ("cart_bell", 0.5)}  # what is heard of a thing from time to time, and how loud
WINDY = 1.5              # the wind in an area that is open to it
_USUAL_WIND = 0.35       # where it freezes and the map says nothing
_RAIN_LOUD = (0.3, 0.5, 0.8)  # by how hard it rains
_UNDER_A_ROOF = 0.4
_WATER_CELLS = 6         # open water is looked for so far round her


@dataclass(frozen=True, slots=True)
class Heard:
    """A lasting sound of a place: how loud, and from how far beside her."""

    loud: float
    dx: float = 0.0


class Places:
    """The sounds of the room she is in. Found anew only when she has come to another cell."""

    def __init__(self) -> None:
        self._key: tuple[int, Cell, int] | None = None
        self._heard: dict[str, Heard] = {}
        self.belled: tuple[tuple[str, float, int, int], ...] = ()  # sound, how loud, pixel x and y

    def around(self, room: Room, art: RoomArt | None, stage: Stage) -> dict[str, Heard]:
        """Every sound of the place where she stands."""
        cell = cell_of(stage.her.x, stage.her.y)
        key = (id(room), cell, len(stage.broken))
        if key != self._key:
            self._key = key
            self._heard = _beds(room, art, cell)
            for name, near in _near(_sources(room, art, stage), *_pixel(stage)).items():
                if name not in self._heard or near.loud > self._heard[name].loud:
                    self._heard[name] = near
            self.belled = tuple((*NOW_AND_THEN[s.art], s.x, s.y) for s in (art.scenery if art else ())
                                if s.art in NOW_AND_THEN)
        return self._heard


def _pixel(stage: Stage) -> tuple[int, int]:
    return stage.her.x // UNIT_PX, stage.her.y // UNIT_PX


def _beds(room: Room, art: RoomArt | None, cell: Cell) -> dict[str, Heard]:
    """What the map names for where she is; wind blows harder where an area is open to it."""
    here = [part for part in (art.ambience if art else ()) if part.holds(cell.x, cell.y)]
    if here:
        loud = {bed.sound: bed.percent / 100 for bed in here[-1].beds}
    else:
        loud = {"wind": _USUAL_WIND} if room.freezing else {}
    if "wind" in loud and any(area.wind and area.holds(cell.x, cell.y) for area in room.areas):
        loud["wind"] = min(1.0, loud["wind"] * WINDY)
    if art is not None and art.rain:
        roofed = rain.under_a_roof(room, cell.x * TILE, cell.y * TILE)
        loud["rain"] = _RAIN_LOUD[art.rain - 1] * (_UNDER_A_ROOF if roofed else 1.0)
    return {name: Heard(volume) for name, volume in loud.items()}


def _sources(room: Room, art: RoomArt | None, stage: Stage) -> Iterable[tuple[str, int, int]]:
    """Everything on her floor that sounds: (sound, pixel x, pixel y)."""
    her = cell_of(stage.her.x, stage.her.y)
    floor = next((area for area in room.areas if area.floor and area.holds(her.x, her.y)), None)
    if art is not None:
        placed = [(s.art, s.x, s.y) for s in art.scenery]
        placed += [(art.thing_art.get(thing.name, ""), thing.cell.x * TILE + TILE // 2, thing.cell.y * TILE + TILE // 2)
                   for thing in room.things]
        yield from ((NEAR[name], x, y) for name, x, y in placed
                    if name in NEAR and (floor is None or floor.holds(x // TILE, y // TILE)))
    water = GROUNDS.index(Ground.WATER)
    for y in range(max(0, her.y - _WATER_CELLS), min(room.height, her.y + _WATER_CELLS + 1)):
        for x in range(max(0, her.x - _WATER_CELLS), min(room.width, her.x + _WATER_CELLS + 1)):
            at = y * room.width + x
            if room.ground[at] == water or at in stage.broken:
                yield "water", x * TILE + TILE // 2, y * TILE + TILE // 2


def _near(sources: Iterable[tuple[str, int, int]], x: int, y: int) -> dict[str, Heard]:
    """Sums by sound: the nearer, the louder; the side is where most of it is."""
    weights: dict[str, list[tuple[float, float]]] = {}
    for name, at_x, at_y in sources:
        share = 1.0 - math.hypot(at_x - x, at_y - y) / LOUD[name][1]
        if share > 0:
            weights.setdefault(name, []).append((share, at_x - x))
    found = {}
    for name, parts in weights.items():
        most, _, many = LOUD[name]
        total = sum(share for share, _ in parts)
        full = max(total / many, 0.0) if many > 1 else max(share for share, _ in parts)
        found[name] = Heard(most * min(1.0, full), sum(share * dx for share, dx in parts) / total)
    return found

