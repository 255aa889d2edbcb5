"""The objects of a map -> areas, things, watchers, residents, scenery. Each class has one reader here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from game.content.map_links import check_links
from game.content.map_notes import read_note
from game.content.problems import did_you_mean
from game.content.tmx import TILE, Faults, MapObject, Sketch
from game.sim.grid import Cell, Grid
from game.sim.room import Area, Post, Resident, Thing, ThingKind, Watcher, WatcherKind
from game.sim.room_art import Light, Note, Scenery
from game.sim.world import Level

MOST_SIGHT, MOST_RADIUS = 80, 60  # cells
COMES = ("alarm 1", "alarm 2", "alarm 3", "trace")
_RADIUS = {ThingKind.LAMP: 4, ThingKind.JAM: 12}
COMPASS = {"e": 0, "se": 9, "s": 18, "sw": 27, "w": 36, "nw": 45, "n": 54, "ne": 63}
_TRUE = {"true": True, "false": False}
_AREA = {"dark", "wind", "warm", "floor", "crowd", "permitted", "signal", "ambience", "grade", "underfoot"}
_THING = {"facing", "art", "to", "open", "radius", "keeps", "gives"}
_WATCHER = {"kind", "cast", "person", "route", "pair", "torch", "sees", "hears", "sweep", "from", "until", "facing",
            "lag", "level", "comes", "smells", "keeps", "calls"}
_RESIDENT = {"cast", "person", "route", "follows", "facing"}


@dataclass(slots=True)
class _Found:
    areas: list[Area] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    watchers: list[Watcher] = field(default_factory=list)
    residents: list[Resident] = field(default_factory=list)
    scenery: list[Scenery] = field(default_factory=list)
    lights: list[Light] = field(default_factory=list)
    thing_art: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Placed:
    """All objects of a map, read."""

    areas: tuple[Area, ...]
    things: tuple[Thing, ...]
    watchers: tuple[Watcher, ...]
    residents: tuple[Resident, ...]
    scenery: tuple[Scenery, ...]
    lights: tuple[Light, ...]
    thing_art: dict[str, str]
    notes: tuple[Note, ...]


def clock_minutes(word: str) -> int:
    """Minutes after midnight of "HH:MM". Raises ValueError."""
    hours, _, minutes = word.strip().partition(":")
    if not re.fullmatch(r"\d\d?:\d\d", word.strip(), re.ASCII) or int(hours) > 23 or int(minutes) > 59:
        raise ValueError(f"'{word[:40]}' is not a time such as 02:10")
    return int(hours) * 60 + int(minutes)


class _Reader:
    """Reads one object after another; a bad property is a Problem and takes its default."""

    def __init__(self, sketch: Sketch, walls: Grid, faults: Faults) -> None:
        self.sketch, self.walls, self.faults = sketch, walls, faults
        self.routes = {o.name: o for o in sketch.objects if o.kind == "route"}
        self.found = _Found()

    # properties -----------------------------------------------------------------------------------------
    def error(self, thing: MapObject, message: str, suggestion: str = "") -> None:
        self.faults.error("M020", f"{thing.kind} '{thing.name}': {message}", suggestion, thing.line)

    def flag(self, o: MapObject, name: str) -> bool:
        word = o.properties.get(name, "false")
        if word not in _TRUE:
            self.error(o, f"'{name}' is '{word}', not true or false")
        return _TRUE.get(word, False)

    def number(self, o: MapObject, name: str, missing: int) -> int:
        word = o.properties.get(name, str(missing))
        try:
            return int(word)
        except ValueError:
            self.error(o, f"'{name}' is '{word[:40]}', not a whole number")
            return missing

    def angle(self, o: MapObject, missing: int = 18) -> int:
        word = o.properties.get("facing", "").lower()
        if word and word not in COMPASS:
            self.error(o, f"'facing' is '{word}'", "one of " + ", ".join(COMPASS))
        return COMPASS.get(word, missing)

    def minute(self, o: MapObject, name: str) -> int:
        try:
            return clock_minutes(o.properties.get(name, "00:00"))
        except ValueError as error:
            self.error(o, f"'{name}': {error}")
            return 0

    def known(self, o: MapObject, names: set[str]) -> None:
        for name in sorted(set(o.properties) - names):
            self.error(o, f"unknown property '{name}'", did_you_mean(name, names))

    def cell(self, o: MapObject, x: float | None = None, y: float | None = None) -> Cell:
        cell = Cell(int((o.x if x is None else x) // TILE), int((o.y if y is None else y) // TILE))
        if not self.walls.inside(cell):
            self.error(o, f"lies off the map, at {cell.x},{cell.y}")
        return cell

    def free(self, o: MapObject, cell: Cell) -> Cell:
        if self.walls.inside(cell) and not self.walls.free(cell):  # off the map was said already
            self.error(o, f"stands in a wall, at {cell.x},{cell.y}", "move it to a free cell")
        return cell

    def posts(self, o: MapObject) -> tuple[Post, ...]:
        """The route of a watcher or resident: its named polyline, or the spot it stands on."""
        name = o.properties.get("route", "")
        if not name:
            return (Post(self.free(o, self.cell(o)), 0, self.angle(o)),)
        line = self.routes.get(name)
        if line is None:
            self.error(o, f"has no route '{name}'", did_you_mean(name, self.routes))
            return (Post(self.cell(o)),)
        waits = self.waits(line)
        return tuple(Post(self.free(line, self.cell(line, x, y)), *waits.get(i, (0, -1)))
                     for i, (x, y) in enumerate(line.points))

    def waits(self, line: MapObject) -> dict[int, tuple[int, int]]:
        """`waits` of a route: "0:3s 2:5e" = at point 0 three seconds facing south, at point 2 five facing east."""
        found: dict[int, tuple[int, int]] = {}
        for word in line.properties.get("waits", "").split():
            index, colon, rest = word.partition(":")
            seconds = rest.rstrip("nsew")
            way = rest[len(seconds):]
            good = colon and index.isdecimal() and seconds.isdecimal() and len(word) <= 12
            if not good or (way and way not in COMPASS):
                self.error(line, f"cannot read the wait '{word[:40]}'",
                           "write point:seconds and a direction, as in 2:5se")
            elif int(index) >= len(line.points):
                self.error(line, f"waits at point {index}, but its last point is {len(line.points) - 1}")
            else:
                found[int(index)] = (int(seconds) * 60, COMPASS.get(way, -1))
        return found

    # classes --------------------------------------------------------------------------------------------
    def area(self, o: MapObject) -> None:
        self.known(o, _AREA)
        left, top, width, height = o.cells
        right, bottom = left + width, top + height
        if o.width <= 0 or o.height <= 0:
            self.error(o, "has no size", "draw it as a rectangle")
        elif left >= self.walls.width or top >= self.walls.height or right <= 0 or bottom <= 0:
            self.error(o, f"lies off the map, at {left},{top}")
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, self.walls.width), min(bottom, self.walls.height)
        self.found.areas.append(Area(
            o.name, left, top, right - left, bottom - top,
            self.flag(o, "dark"), self.flag(o, "wind"), self.flag(o, "warm"), self.flag(o, "floor"),
            self.flag(o, "crowd"), self.hours(o, "permitted"), self.within(o, "signal", -1, 0, 5)))

    def hours(self, o: MapObject, name: str) -> tuple[int, int]:
        """Minutes of "10:00-11:00"; (0, 0) if it is not said."""
        word = o.properties.get(name, "")
        if not word:
            return (0, 0)
        first, _, last = word.partition("-")
        try:
            return clock_minutes(first), clock_minutes(last)
        except ValueError:
            self.error(o, f"'{name}' is '{word}'", "write it as 10:00-11:00")
            return (0, 0)

    def within(self, o: MapObject, name: str, missing: int, least: int, most: int) -> int:
        value = self.number(o, name, missing)
        if name in o.properties and not least <= value <= most:
            self.error(o, f"'{name}' is {o.properties[name][:20]}, not {least} to {most}")
            return missing
        return value

    def one_of(self, o: MapObject, name: str, words: tuple[str, ...]) -> str:
        word = o.properties.get(name, "")
        if word and word not in words:
            self.error(o, f"'{name}' is '{word}'", did_you_mean(word, words) or "one of " + ", ".join(words))
            return ""
        return word

    def gift(self, o: MapObject) -> tuple[str, int]:
        """What a thing to take gives: "pebbles 3"."""
        fact, _, count = o.properties.get("gives", "").partition(" ")
        if o.kind == ThingKind.TAKE and not (fact.isidentifier() and (count or "1").isdecimal() and len(count) < 4):
            self.error(o, f"'gives' is '{o.properties.get('gives', '')}'", "name an item and how many, as in pebbles 3")
            return "", 0
        return fact, int(count or "1") if fact else 0

    def thing(self, o: MapObject) -> None:
        self.known(o, _THING)
        kind = ThingKind(o.kind)
        cell = self.cell(o)
        if kind in (ThingKind.ENTRY, ThingKind.PLACE, ThingKind.STAIRS, ThingKind.DECOY):
            self.free(o, cell)
        self.found.things.append(Thing(
            o.name, kind, cell, self.angle(o), o.properties.get("to", ""), self.flag(o, "open"),
            self.within(o, "radius", _RADIUS.get(kind, 0), 0, MOST_RADIUS),
            o.properties.get("keeps", ""), *self.gift(o)))
        self.found.thing_art[o.name] = o.properties.get("art", "")
        if kind is ThingKind.LAMP:
            self.found.lights.append(Light(int(o.x), int(o.y), self.found.things[-1].radius_cells * TILE))

    def watcher(self, o: MapObject) -> None:
        self.known(o, _WATCHER)
        word = o.properties.get("kind", "soldier")
        if word not in list(WatcherKind):
            self.error(o, f"kind '{word}' is not known", did_you_mean(word, list(WatcherKind)))
            word = "soldier"
        kind = WatcherKind(word)
        route = self.posts(o)
        if len(route) < 2 and kind in (WatcherKind.VEHICLE, WatcherKind.SWEEP):
            self.error(o, "needs a route", "draw a polyline of class route and name it in 'route'")
        self.found.watchers.append(Watcher(
            o.name, kind, route, o.properties.get("cast", ""), o.properties.get("person", "soldier"),
            o.properties.get("pair", ""), self.flag(o, "torch"), self.within(o, "sees", 6, 0, MOST_SIGHT),
            self.within(o, "hears", 100, 0, 400), self.sweep(o), self.minute(o, "from"), self.minute(o, "until"),
            self.within(o, "lag", 0, 0, 3600) * 60, self.one_of(o, "level", tuple(Level)),
            self.one_of(o, "comes", COMES), self.within(o, "smells", 7, 1, 20), o.properties.get("keeps", ""),
            self.flag(o, "calls")))

    def sweep(self, o: MapObject) -> tuple[int, int, int]:
        word = o.properties.get("sweep", "")
        if not word:
            return (0, 0, 0)
        try:
            first, last, seconds = (int(part) for part in word.split())
        except ValueError:
            self.error(o, f"cannot read the sweep '{word}'", "two angles of 0-71 and seconds, as in 60 12 6")
            return (0, 0, 0)
        if not 1 <= seconds <= 600:
            self.error(o, f"cannot read the sweep '{word[:40]}'", "its seconds are 1 to 600")
            return (0, 0, 0)
        return (first % 72, last % 72, seconds * 60)

    def resident(self, o: MapObject) -> None:
        self.known(o, _RESIDENT)
        self.found.residents.append(Resident(o.name, self.posts(o), o.properties.get("cast", ""),
                                             o.properties.get("person", "villager"), self.flag(o, "follows")))

    def decor(self, o: MapObject) -> None:
        self.known(o, {"art"})
        self.found.scenery.append(Scenery(o.properties.get("art", o.name), int(o.x), int(o.y)))

    def note(self, o: MapObject) -> None:
        note = read_note(o, self.faults)
        self.found.notes += [note] if note is not None else []

    def route(self, o: MapObject) -> None:
        self.known(o, {"waits"})
        if len(o.points) < 2:
            self.error(o, "is not a line of two or more points", "draw it with Insert Polyline")


def place_objects(sketch: Sketch, walls: Grid, faults: Faults) -> Placed:
    """Read every object of `sketch`; names are unique among objects that have rules."""
    reader = _Reader(sketch, walls, faults)
    readers: dict[str, Callable[[MapObject], None]] = {
        "area": reader.area, "watcher": reader.watcher, "resident": reader.resident, "decor": reader.decor,
        "route": reader.route, "note": reader.note, **{kind.value: reader.thing for kind in ThingKind}}
    names: dict[str, int] = {}
    for o in sketch.objects:
        if o.kind not in readers:
            what = f"has the unknown class '{o.kind[:40]}'" if o.kind else "has no class"
            faults.error("M021", f"object '{o.name}' (id {o.id}) {what}", did_you_mean(o.kind, readers)
                         or "in Tiled it stands under the name: " + ", ".join(readers), o.line)
            continue
        if o.kind != "decor":
            if not o.name:
                faults.error("M022", f"{o.kind} (id {o.id}) has no name", "the first field of its properties in Tiled",
                             o.line)
            elif o.name in names:
                faults.error("M022", f"two objects are called '{o.name}'; the first is at line {names[o.name]}",
                             "rename one", o.line)
            names.setdefault(o.name, o.line)
        readers[o.kind](o)
    found = reader.found
    check_links(found.things, found.watchers, {o.name: o.line for o in sketch.objects}, faults)
    return Placed(tuple(found.areas), tuple(found.things), tuple(found.watchers), tuple(found.residents),
                  tuple(found.scenery), tuple(found.lights), found.thing_art, tuple(found.notes))
