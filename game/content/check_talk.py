"""Calls and papers beside the rest: labels of fields, and maps on which a telephone can speak."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.draft import Draft
from game.content.graph import Graph
from game.content.problems import Place
from game.sim.room import Room
from game.story.facts import FactType
from game.story.steps import Bribe, Choose, Phone, Visit


def check_papers(draft: Draft) -> None:
    """Every field of a paper is shown under a label of the interface words."""
    if "en" in draft.unread:
        return
    for paper in draft.papers.values():
        for name, written in paper.fields:
            if f"paper.{paper.id}.{name}" not in draft.words:
                draft.faults.warning(draft.place(written), "X009", f"the field '{name}' has no label", "add "
                                     f"paper.{paper.id}.{name} to strings/en.yaml")


def check_names(draft: Draft, rooms_there: Iterable[str]) -> None:
    """What she carries or pays with, and every room that is there, has a name: else its id would be read out."""
    if "en" in draft.unread:
        return
    shown: dict[str, None] = {name: None for name, fact in draft.facts.items() if fact.item}
    rooms: dict[str, Place] = {}
    for node in draft.nodes.values():
        for at, step in enumerate(node.steps):
            prices = [one.price for one in step.choices] if isinstance(step, Choose) else \
                [one.price for one in step.offers] if isinstance(step, Bribe) else []
            shown.update({name: None for price in prices for name, _ in price.parts})
            if isinstance(step, Visit) and step.room in rooms_there:
                rooms.setdefault(step.room, draft.step_place(node.id, at))
    for name in shown:
        fact = draft.facts[name]
        ids = [f"item.{name}.one", *([f"item.{name}.many"] if fact.type is FactType.INT and fact.most > 1 else [])]
        missing = [id for id in ids if id not in draft.words]
        if missing:
            draft.faults.warning(draft.place("fact:" + name), "X009", f"'{name}' has no name the player could read",
                                 "add to strings/en.yaml: " + ", ".join(f"{id}: '{{n}} {name}'" for id in missing))
    for room, place in rooms.items():
        if f"place.{room}" not in draft.words:
            draft.faults.warning(place, "X009", f"the room '{room}' has no name the player could read",
                                 f"add to strings/en.yaml: place.{room}: its name")


def check_calls(draft: Draft, graph: Graph, rooms: dict[str, Room]) -> None:
    """A call that is told in a room needs a place there with a bar; between rooms three are taken."""
    open_in = graph.rooms_of()
    for node in draft.nodes:
        for at, step in enumerate(draft.steps(node)):
            if not isinstance(step, Phone) or at not in graph.played[node]:
                continue
            for room in sorted(open_in[node]):
                if room in rooms and most_bars(rooms[room]) <= 0:
                    draft.faults.warning(draft.step_place(node, at), "W005", f"nobody can telephone in '{room}': no "
                                         "place of the map has a signal", "give the map, or an area, a signal 1 to 5")


def most_bars(room: Room) -> int:
    """The best signal of a room where nothing is jammed."""
    return max([room.signal, *(area.signal for area in room.areas)])
