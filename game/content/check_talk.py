"""Calls and papers beside the rest: labels of fields, and maps on which a telephone can speak."""

from __future__ import annotations

from game.content.draft import Draft
from game.content.graph import Graph
from game.sim.room import Room
from game.story.steps import Phone


def check_papers(draft: Draft) -> None:
    """Every field of a paper is shown under a label of the interface words."""
    for paper in draft.papers.values():
        for name, written in paper.fields:
            if f"paper.{paper.id}.{name}" not in draft.words:
                draft.faults.warning(draft.place(written), "X009", f"the field '{name}' has no label", "add "
                                     f"paper.{paper.id}.{name} to strings/en.yaml")


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
