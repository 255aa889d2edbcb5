"""What writers and mappers do to a story after it was released, done to all of it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from game.sim.grid import Cell, Grid
from game.sim.room import Room
from game.sim.world import Lore
from game.story import conditions
from game.story.book import Node
from game.story.conditions import Condition
from game.story.steps import Choice, Choose, Jump, Say, Step, Visit

TARGETS = ("otherwise", "at", "to")  # fields that hold the number of a step


def with_nodes(lore: Lore, edit: Callable[[Node], Node], **book: Any) -> Lore:
    """The lore with every node edited."""
    nodes = {id: edit(node) for id, node in lore.book.nodes.items()}
    return replace(lore, book=replace(lore.book, nodes=nodes, **book), hash="edited")


def lines_put_in(lore: Lore) -> Lore:
    """A new line at the beginning of every node, and before every third step."""
    return with_nodes(lore, lambda node: Node(node.id, _spread(node.steps)))


def _spread(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    now = {at: at + at // 3 + 1 for at in range(len(steps) + 1)}
    found: list[Step] = []
    for at, step in enumerate(steps):
        if at % 3 == 0:
            found.append(Say(f"new.{at}", "narrator"))
        found.append(changed(step, lambda name, value: now[value] if name in TARGETS and value in now
                             and type(value) is int else value))
    return tuple(found)


def changed(value: Any, what: Callable[[str, Any], Any]) -> Any:
    """A dataclass with `what(name, value)` for each of its fields, and of those within."""
    if not is_dataclass(value) or isinstance(value, type | Condition):
        return value
    new: dict[str, Any] = {}
    for one in fields(value):
        held = getattr(value, one.name)
        deeper = tuple(changed(part, what) for part in held) if isinstance(held, tuple) else changed(held, what)
        new[one.name] = what(one.name, deeper)
    return replace(value, **new)


def choices_put_above(lore: Lore) -> Lore:
    """Every question gets a new first answer, which goes where the old first one went."""
    def step_of(step: Step) -> Step:
        if not isinstance(step, Choose):
            return step
        return replace(step, choices=(Choice(f"new.{step.choices[0].id}", step.choices[0].at), *step.choices))
    return with_nodes(lore, lambda node: Node(node.id, tuple(map(step_of, node.steps))))


def lines_taken_out(lore: Lore) -> Lore:
    """Every fourth line is gone."""
    def step_of(at: int, step: Step) -> Step:
        return Jump(at + 1) if isinstance(step, Say) and at % 4 == 1 else step
    return with_nodes(lore, lambda node: Node(node.id, tuple(step_of(*one) for one in enumerate(node.steps))))


def all_renamed(lore: Lore) -> Lore:
    """Every second node has another name, in the same chapter, and renames.yaml says so."""
    names = {id: f"{id}_then" for id in list(lore.book.nodes)[::2]}
    book = replace(lore.book, start=names.get(lore.book.start, lore.book.start),
                   renames={f"node:{old}": new for old, new in names.items()})
    known = {text: text for text in lore.book.words}

    def renamed(name: str, value: Any) -> Any:
        return names.get(value, value) if isinstance(value, str) and value not in known else value

    def node_of(node: Node) -> Node:
        return Node(names.get(node.id, node.id), tuple(changed(step, renamed) for step in node.steps))
    nodes = {names.get(id, id): node_of(node) for id, node in lore.book.nodes.items()}
    return replace(lore, book=replace(book, nodes=nodes), hash="edited")


def facts_taken_out(lore: Lore) -> Lore:
    """The first five flags are gone, and what asked for them asks no more."""
    gone = [name for name, fact in lore.book.facts.items() if fact.type == "flag"][:5]
    facts = {name: fact for name, fact in lore.book.facts.items() if name not in gone}
    never = conditions.parse("False", {})

    def without(name: str, value: Any) -> Any:
        if name == "condition" and isinstance(value, Condition) and value.reads & set(gone):
            return never
        if name in ("changes", "missed"):
            return tuple(one for one in value if one.fact not in gone)
        return value
    return with_nodes(lore, lambda node: Node(node.id, tuple(changed(step, without) for step in node.steps)),
                      facts=facts)


def scenes_taken_out(lore: Lore) -> Lore:
    """Every second scene that only a way of hers begins is gone, with its way."""
    asked: dict[str, set[str]] = {}

    def note(name: str, value: Any) -> Any:
        if isinstance(value, str) and value in lore.book.nodes:
            asked.setdefault(value, set()).add(name)
        return value
    for node in lore.book.nodes.values():
        for step in node.steps:
            if not isinstance(step, Visit):
                changed(step, note)
    ways = sorted({way.node for node in lore.book.nodes.values() for step in node.steps if isinstance(step, Visit)
                   for way in step.ways if way.verb in ("talk", "use", "reach")} - set(asked) - {lore.book.start})
    gone = set(ways[::2])

    def without(name: str, value: Any) -> Any:
        return tuple(way for way in value if way.node not in gone) if name == "ways" else value
    edited = with_nodes(lore, lambda node: Node(node.id, tuple(changed(step, without) for step in node.steps)))
    nodes = {id: node for id, node in edited.book.nodes.items() if id not in gone}
    return replace(edited, book=replace(edited.book, nodes=nodes))


def walls_moved(lore: Lore) -> Lore:
    """In every room a ninth of the free cells is built over, and its first watcher is gone."""
    return replace(lore, rooms={id: _rebuilt(room) for id, room in lore.rooms.items()}, hash="edited")


def _rebuilt(room: Room) -> Room:
    kept = {thing.cell for thing in room.things} | {post.cell for who in (*room.watchers, *room.residents)
                                                    for post in who.route}
    blocked = bytearray(room.walls.blocked)
    for at in range(len(blocked)):
        cell = Cell(at % room.width, at // room.width)
        if (cell.x * 7 + cell.y * 13) % 9 == 0 and cell not in kept:
            blocked[at] = 1
    handed = {name for one in room.handovers for name in (*one.out, *one.into)}
    first = next((one.name for one in room.watchers if one.name not in handed and not one.cast), "")
    return replace(room, walls=Grid(room.width, room.height, bytes(blocked)),
                   watchers=tuple(one for one in room.watchers if one.name != first))


def rooms_widened(lore: Lore) -> Lore:
    """Every room is two columns wider."""
    return replace(lore, rooms={id: _wider(room) for id, room in lore.rooms.items()}, hash="edited")


def _wider(room: Room) -> Room:
    def rows(cells: bytes) -> bytes:
        each = [cells[y * room.width:(y + 1) * room.width] for y in range(room.height)]
        return b"".join(row + row[-1:] * 2 for row in each)

    width = room.width + 2
    return replace(room, width=width, ground=rows(room.ground), ice_cm=rows(room.ice_cm), cover=rows(room.cover),
                   dark=rows(room.dark), walls=Grid(width, room.height, rows(room.walls.blocked)),
                   opaque=Grid(width, room.height, rows(room.opaque.blocked)))

