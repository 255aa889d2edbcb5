"""What is known of each node and each link of a story once it was proved, and what bots met of it: for the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from game.prove.story.findings import Proof
from game.prove.story.links import Edge, followed, links
from game.prove.story.offers import told_nodes
from game.prove.story.wanting import offered_by
from game.prove.tally import Coverage
from game.story.book import Book
from game.story.steps import Visit


class Mark(StrEnum):
    """What is known of a node, in a word."""

    SAFE = "safe"    # some play comes here, and whatever the variables are an ending can be reached
    OPEN = "open"    # not decided: no play was seen, or it is not shown to be safe
    NEVER = "never"  # nobody ever comes here: proved
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Offered:
    """Something that can be done in a node: how many plays of the proof did it, and how many times bots did."""

    name: str
    plays: int
    bots: int | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A node: its mark, how many plays came here, how many times bots did (None: there were none), what it offers."""

    node: str
    mark: Mark
    plays: int
    bots: int | None
    offered: tuple[Offered, ...]
    faults: tuple[str, ...]
    is_room: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A link as it is drawn: how many plays went along, whether nobody ever can, what takes it, each with its count."""

    edge: Edge
    plays: int
    never: bool
    offered: tuple[Offered, ...]

    @property
    def is_taken(self) -> bool:
        """Whether some play went along."""
        return self.plays > 0 or any(one.plays for one in self.offered)


@dataclass(slots=True)
class Covered:
    """A story's nodes and links, without the place to try things in."""

    spots: dict[str, Spot]
    lines: list[Line]


def covered(book: Book, proof: Proof, bots: Coverage | None) -> Covered:
    """Join what was shown and met."""
    nodes, taken, found = told_nodes(book), proof.taken, links(book)
    entered, led = followed(proof.courses, [link.edge for link in found])
    reached = {node for space in proof.spaces for node in space.nodes}
    blamed: dict[str, list[str]] = {}
    for fault in proof.faults:
        blamed.setdefault(fault.node, []).append(f"{fault.code}: {fault.message}")
    done = Counter[str]()
    for (_, name), count in taken.items():
        done[name] += count
    spots, offers = {}, dict[tuple[str, str], Offered]()
    for node in [node for node in book.nodes.values() if node.id in nodes]:
        for step in node.steps:
            for name in offered_by(step):
                offers[node.id, name] = Offered(name, taken[node.id, name], _met(bots, node.id, name))
        if proof.complete and node.id in proof.unsafe:
            blamed.setdefault(node.id, []).append("R006: from some states here no ending can be reached")
        mark = (Mark.NEVER if node.id in proof.unreached else Mark.FAULT if node.id in blamed
                else Mark.OPEN if node.id not in reached or node.id in proof.unsafe else Mark.SAFE)
        mine = tuple(one for (where, _), one in offers.items() if where == node.id)
        spots[node.id] = Spot(node.id, mark, max(entered[node.id], node.id in reached),
                              None if bots is None else bots.nodes[node.id], mine, tuple(blamed.get(node.id, ())),
                              any(isinstance(step, Visit) for step in node.steps))
    lines = []
    for link in [link for link in found if link.edge.source in nodes]:
        edge = link.edge
        offered = tuple(offers.get((edge.source, name), Offered(name, done[name], None)) for name in link.names)
        never = proof.complete or (edge.source, edge.target) in proof.unled
        lines.append(Line(edge, led[edge.source, edge.target], never, offered))
    return Covered(spots, lines)


def _met(bots: Coverage | None, node: str, name: str) -> int | None:
    """How many times bots did something; ways are counted by their node, choices by their ids."""
    if bots is None:
        return None
    return bots.choices[name] or bots.ways[f"{node}/{name}"]
