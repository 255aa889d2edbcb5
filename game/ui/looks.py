"""What is kept of the room shown, in each of its grades: the ground, what stands on it, and the light of the hour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.sim.room import Room
from game.sim.room_art import RoomArt
from game.sim.world import Level, Stage, World
from game.ui.atlas import Atlas
from game.ui.daylight import Daylight
from game.ui.ground import GroundView
from game.ui.look import TILE, UNIT_PX
from game.ui.scenery import Scenery


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A room as it is shown in one grade: `room` is the same but for that."""

    room: Room
    ground: GroundView
    scenery: Scenery


class Looks:
    """The looks of one room. `lit` counts how often its light has changed."""

    def __init__(self, atlas: Atlas) -> None:
        self.lit = 0
        self._atlas = atlas
        self._daylight = Daylight(atlas)
        self._room: Room | None = None
        self._level = Level.TRAVELLER
        self._by_grade: dict[str, Look] = {}
        self._ahead: Iterator[None] = iter(())

    def at(self, world: World, stage: Stage, art: RoomArt | None) -> Look:
        """The look of the floor she is on. A call a frame: each makes one more picture that will be wanted soon."""
        room, level = world.room, world.help.level
        if room is not self._room or level is not self._level:
            self._room, self._level = room, level
            self._by_grade.clear()
            self._daylight.enter(room.grade, art.hours if art is not None else (), world.tale.clock)
            self._ahead = self._soon_wanted(room, art, _grade_at(room, stage, art))
        look = self._look(room, art, _grade_at(room, stage, art))
        if self._daylight.pass_to(world.tale.clock):
            self._daylight.relight(self._relit(self._look(room, art, room.grade)))
        self._daylight.go_on()
        next(self._ahead, None)
        return look

    def _look(self, room: Room, art: RoomArt | None, grade: str) -> Look:
        if grade not in self._by_grade:
            shown = room if grade == room.grade else replace(room, grade=grade)
            ground = GroundView(self._atlas, shown, art, self._level)
            self._by_grade[grade] = Look(shown, ground, Scenery(shown, art, self._atlas))
        return self._by_grade[grade]

    def _soon_wanted(self, room: Room, art: RoomArt | None, first: str) -> Iterator[None]:
        """Make everything there is in a room, a picture at a time, so that none is made when she comes to it."""
        everybody = {w.person for w in room.watchers} | {r.person for r in room.residents}
        people = sorted(person for person in everybody if person and not self._atlas.has_thing(person))
        standing = sorted({thing.art for thing in art.scenery}) if art is not None else []
        others = {floor.grade for floor in art.tinted} | {room.grade} if art is not None else {room.grade}
        for grade in (first, *sorted(others - {first})):
            for thing in standing if grade != first else ():  # the first look has them already
                self._atlas.thing(thing, grade)
                yield
            look = self._look(room, art, grade)
            while look.ground.prepare():
                yield
            for person in people:
                self._atlas.sheet(person, grade)
                yield

    def _relit(self, look: Look) -> Iterator[None]:
        yield from look.ground.relight()
        yield from self._atlas.relight(look.room.grade)
        look.scenery.take()
        self.lit += 1


def _grade_at(room: Room, stage: Stage, art: RoomArt | None) -> str:
    """The grade of the floor where she is, or of the room."""
    x, y = stage.her.x // UNIT_PX // TILE, stage.her.y // UNIT_PX // TILE
    return next((floor.grade for floor in (art.tinted if art is not None else ()) if floor.holds(x, y)), room.grade)
