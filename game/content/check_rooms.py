"""Story and maps together: every place, person and door that is named must be there, and every danger answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.content.draft import Draft
from game.content.graph import Graph
from game.content.problems import Place, did_you_mean
from game.sim.room import Room, ThingKind, Watcher, WatcherKind
from game.sim.turns import CHASERS
from game.story.facts import FactType
from game.story.steps import (
    Alert,
    Calm,
    Camera,
    Close,
    Face,
    Move,
    Open,
    Pass,
    Send,
    Step,
    Together,
    Visit,
    Way,
)

THIN_ICE_CM = 10
HERSELF = ("she", "her")
EVERYONE = "everyone"
CHALLENGERS = (*CHASERS, WatcherKind.CLERK, WatcherKind.SCOUT)


def check_rooms(draft: Draft, graph: Graph, rooms: dict[str, Room], maps: Iterable[str]) -> None:
    """Check every visit and every stage direction. `maps` are the names of all maps, those with faults too."""
    known = set(maps) | set(rooms)
    for node in draft.nodes:
        for at, visit in graph.steps_of(node, Visit):
            place = draft.step_place(node, at)
            if visit.room not in known:
                draft.faults.error(place, "N006", f"there is no map '{visit.room}'",
                                   did_you_mean(visit.room, known) or f"draw it in Tiled and save it as "
                                   f"maps/{visit.room}.tmx; until then `tell` and `bot` go without")
            elif visit.room in rooms:
                _visit(draft, rooms[visit.room], visit, f"{node}#{at}", place)
    open_in = graph.rooms_of()
    for node in draft.nodes:
        for at, step in enumerate(draft.steps(node)):
            for room in sorted(open_in[node]):
                if room in rooms:
                    _direction(draft, _Names.of(rooms[room]), step, draft.step_place(node, at))


@dataclass(frozen=True, slots=True)
class _Names:
    """What a story may name in a room."""

    room: str
    watchers: tuple[str, ...]
    people: tuple[str, ...]
    doors: tuple[str, ...]
    spots: tuple[str, ...]

    @classmethod
    def of(cls, room: Room) -> _Names:
        watchers = tuple(name for w in room.watchers for name in (w.name, w.cast) if name)
        residents = tuple(name for r in room.residents for name in (r.name, r.cast) if name)
        things = tuple(thing.name for thing in room.things)
        people = (*watchers, *residents)
        return cls(room.id, watchers, people, tuple(t.name for t in room.things if t.kind is ThingKind.DOOR),
                   (*people, *things, *(area.name for area in room.areas), *HERSELF))


def _named(draft: Draft, place: Place, what: str, name: str, known: Iterable[str], room: str) -> None:
    names = sorted(set(known))
    if name and name not in names:
        few = "there are " + ", ".join(names) if 0 < len(names) <= 8 else ""
        draft.faults.error(place, "N006", f"the map '{room}' has no {what} '{name}'", did_you_mean(name, names) or few)


def _things(room: Room, *kinds: ThingKind) -> list[str]:
    return [thing.name for thing in room.things if thing.kind in kinds]


def _visit(draft: Draft, room: Room, visit: Visit, key: str, place: Place) -> None:
    names = _Names.of(room)
    _named(draft, draft.places.get(key + "/from", place), "entry", visit.entry, _things(room, ThingKind.ENTRY), room.id)
    for way in visit.ways:
        at = draft.places.get(f"{key}/{way.name}", place)
        match way.verb:
            case "reach":
                _named(draft, at, "area", way.target, [area.name for area in room.areas], room.id)
            case "talk":
                _named(draft, at, "person", way.target, names.people, room.id)
            case "use":
                usable = _things(room, ThingKind.USE, ThingKind.DOOR, ThingKind.HIDE, ThingKind.DECOY)
                _named(draft, at, "thing to use", way.target, usable, room.id)
            case "hide":
                _named(draft, at, "hiding place", way.target, _things(room, ThingKind.HIDE), room.id)
            case "stopped by":
                _named(draft, at, "watcher", way.target, names.watchers, room.id)
            case "reported by":
                telling = [w for w in room.watchers if _tells(w)]
                _named(draft, at, "watcher who tells", way.target,
                       [name for w in telling for name in (w.name, w.cast) if name], room.id)
        _risks(draft, visit, way, at)
    _unanswered(draft, room, visit, place)


def _tells(watcher: Watcher) -> bool:
    """Whether he tells somebody what he saw."""
    return watcher.kind in (WatcherKind.INFORMER, WatcherKind.CAMERA) or (
        watcher.kind is WatcherKind.NEIGHBOUR and watcher.calls)


def _risks(draft: Draft, visit: Visit, way: Way, at: Place) -> None:
    """What is said to befall her on the way must have a scene in this room."""
    ways = [other.name for other in visit.ways]
    for risk, _ in way.risk:
        if risk not in ways:
            draft.faults.error(at, "N006", f"the risk '{risk}' is no way of this visit",
                               did_you_mean(risk, ways) or f"add the way `{risk}: node`")


def _unanswered(draft: Draft, room: Room, visit: Visit, place: Place) -> None:
    """What the map can do to her, and no way takes up."""
    answered = {way.name for way in visit.ways}
    verbs = {way.verb for way in visit.ways}
    error, warning = draft.faults.error, draft.faults.warning
    chasers = [watcher.name for watcher in room.watchers if watcher.kind in CHASERS]
    if chasers and "caught" not in verbs:
        error(place, "W003", f"{chasers[0]} can catch her in '{room.id}', and no way says what then",
              "add the way `caught: node`")
    for watcher in room.watchers:
        if watcher.kind in CHALLENGERS and not answered & {f"stopped by {watcher.name}", f"stopped by {watcher.cast}"}:
            warning(place, "W003", f"{watcher.name} can stop her in '{room.id}', and no way says what then",
                    f"add the way `stopped by {watcher.cast or watcher.name}: node`")
        silent = not answered & {f"reported by {watcher.name}", f"reported by {watcher.cast}"}
        if watcher.kind is WatcherKind.INFORMER and silent and not watcher.keeps:
            warning(place, "W003", f"{watcher.name} tells of her in '{room.id}', and nothing comes of it",
                    f"add the way `reported by {watcher.cast or watcher.name}: node`, or a fact he `keeps`")
    if any(0 < cm < THIN_ICE_CM for cm in room.ice_cm) and "ice gives way" not in verbs:
        error(place, "W003", f"the ice of '{room.id}' can break under her, and no way says what then",
              "add the way `ice gives way: node`")
    if room.freezing and "warmth" in draft.facts and "cold" not in verbs:
        error(place, "W003", f"she can freeze in '{room.id}', and no way says what then", "add the way `cold: node`")


def _direction(draft: Draft, names: _Names, step: Step, place: Place) -> None:
    """The people, doors and spots of a stage direction, in a room where it can be played."""
    if isinstance(step, Together):
        for part in step.steps:
            _direction(draft, names, part, place)
        return

    def person(who: str) -> None:
        _named(draft, place, "person", who, (*names.people, *HERSELF), names.room)

    def watcher(who: str) -> None:
        _named(draft, place, "watcher", who, (*names.watchers, EVERYONE), names.room)

    def spot(to: str) -> None:
        _named(draft, place, "place", to, names.spots, names.room)

    match step:
        case Move(who=who, to=to) | Face(who=who, to=to):
            person(who)
            spot(to)
        case Send(who=who, to=to):
            _named(draft, place, "person", who, (*names.people, *names.watchers, EVERYONE), names.room)
            spot(to)
        case Calm(who=who) | Alert(who=who) | Pass(who=who):
            watcher(who)
        case Open(door=door) | Close(door=door):
            _named(draft, place, "door", door, names.doors, names.room)
        case Camera(to=to):
            spot(to)


def check_people(draft: Draft, graph: Graph, rooms: Iterable[Room]) -> None:
    """Who a map says somebody is should be of the cast, unless a way calls him so."""
    called: dict[str, set[str]] = {}
    for node in draft.nodes:
        for _, visit in graph.steps_of(node, Visit):
            called.setdefault(visit.room, set()).update(way.target for way in visit.ways)
    for room in rooms:
        people = {person.name: person.cast for person in room.watchers}
        people |= {person.name: person.cast for person in room.residents}
        for name, cast in people.items():
            if cast and cast not in draft.cast and cast not in called.get(room.id, ()):
                draft.faults.warning(Place(f"maps/{room.id}.tmx"), "N002", f"'{name}' has the cast '{cast}', and "
                                     "nobody is called that in world.yaml", did_you_mean(cast, draft.cast)
                                     or "add the person to cast in world.yaml")


def kept_facts(rooms: Iterable[Room]) -> set[str]:
    """Facts that objects and watchers of the maps set by themselves."""
    rooms = tuple(rooms)
    return {named for room in rooms for thing in room.things for named in (thing.keeps, thing.gives) if named} | {
        watcher.keeps for room in rooms for watcher in room.watchers if watcher.keeps}


def check_kept(draft: Draft, rooms: Iterable[Room]) -> None:
    """What a door keeps is a flag that is declared; what an informer keeps too; a neighbour's is counted."""
    for room in rooms:
        for thing in room.things:
            _kept(draft, room, thing.name, thing.keeps, FactType.FLAG)
            _kept(draft, room, thing.name, thing.gives, FactType.INT, FactType.FLAG)
        for watcher in room.watchers:
            counts = watcher.kind is WatcherKind.NEIGHBOUR
            _kept(draft, room, watcher.name, watcher.keeps, FactType.INT if counts else FactType.FLAG)


def _kept(draft: Draft, room: Room, who: str, name: str, *kinds: FactType) -> None:
    if not name:
        return
    place, fact = Place(f"maps/{room.id}.tmx"), draft.facts.get(name)
    if fact is None:
        draft.faults.error(place, "V001", f"'{who}' keeps the fact '{name}', which is not declared",
                           did_you_mean(name, draft.facts))
    elif fact.type not in kinds:
        draft.faults.error(place, "V001", f"'{who}' keeps the fact '{name}', which is of type {fact.type}",
                           "keep one of type " + " or ".join(kinds))
