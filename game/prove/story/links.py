"""What leads where: the links between nodes, each with the choices, ways and outcomes that take it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from game.content.graph import following, links_of
from game.story.book import Book, Node
from game.story.calls import HANG_UP
from game.story.steps import Bribe, Choose, End, Later, Papers, Phone, Step, Visit


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` can lead to `target`; `kind` is go, call, way, due, or end. Endings are called "end ID"."""

    source: str
    target: str
    kind: str


@dataclass(slots=True)
class Link:
    """An edge with the names of the moves that take it; none where nobody decides."""

    edge: Edge
    names: list[str] = field(default_factory=list)


def edges(book: Book) -> list[Edge]:
    """Every link of the story once, in story order."""
    return list(dict.fromkeys(edge for node in book.nodes.values() for step in node.steps
                              for edge in _edges(node.id, step)))


def _edges(node: str, step: Step) -> list[Edge]:
    if isinstance(step, End):
        return [Edge(node, f"end {step.ending}", "end")]
    return [Edge(node, target, kind) for kind, target in links_of(step)]


def links(book: Book) -> list[Link]:
    """Every link of the story once, in story order, with its moves."""
    found = {edge: Link(edge) for edge in edges(book)}
    for node in book.nodes.values():
        for step in node.steps:
            for name, edge in _named(node, step):
                if edge in found and name not in found[edge].names:
                    found[edge].names.append(name)
    return list(found.values())


def _named(node: Node, step: Step) -> Iterator[tuple[str, Edge]]:
    """The moves of a step with what each leads to."""
    match step:
        case Visit(ways=ways):
            yield from ((way.name, Edge(node.id, way.node, "way")) for way in ways)
        case Later(name=name, node=target, ticks=ticks):
            yield f"later {name}", Edge(node.id, target, "way" if ticks else "due")
        case Choose(choices=choices):
            for choice in choices:
                yield from ((choice.id, edge) for edge in _behind(node, choice.at))
        case Phone(cards=cards, hang_up=hang_up):
            yield HANG_UP, Edge(node.id, hang_up, "go")
            for card in cards:
                yield from ((card.id, edge) for edge in _behind(node, card.at))
        case Papers(questions=questions):
            for answer in [one for question in questions for one in question.answers if one.at >= 0]:
                yield from ((answer.id, edge) for edge in _behind(node, answer.at))
        case _:
            pass


def _behind(node: Node, first: int) -> list[Edge]:
    """The edges that can be taken from an index of a node on, before anything is asked again."""
    seen: set[int] = set()
    left, found = [first], list[Edge]()
    while left:
        at = left.pop()
        if at in seen or at >= len(node.steps):
            continue
        seen.add(at)
        step = node.steps[at]
        if not isinstance(step, (Choose, Phone, Papers, Visit, Bribe)):
            found += [] if isinstance(step, Later) else _edges(node.id, step)
            left += following(step, at)
    return found


def followed(courses: Counter[tuple[str, ...]], found: list[Edge]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """How often plays came to each node, and from one to another.

    A course is the node where a move was made, and those that began then; where nothing leads on, a call has come back.
    """
    calls = {(edge.source, edge.target) for edge in found if edge.kind in ("call", "due")}
    known = {(edge.source, edge.target) for edge in found}
    entered, led = Counter[str](), Counter[tuple[str, str]]()
    for (first, *nodes), count in courses.items():
        stack = [first]
        for node in nodes:
            entered[node] += count
            while len(stack) > 1 and (stack[-1], node) not in known:
                stack.pop()
            led[stack[-1], node] += count
            if (stack[-1], node) not in calls:
                stack.pop()
            stack.append(node)
    return entered, led


def layers(found: list[Edge], start: str) -> list[list[str]]:
    """Nodes by their distance from `start`, each layer ordered by the middle of what leads to it."""
    depth = {start: 0}
    after: dict[str, list[str]] = defaultdict(list)
    for edge in found:
        after[edge.source].append(edge.target)
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        for target in after[name]:
            if target not in depth:
                depth[target] = depth[name] + 1
                waiting.append(target)
    everybody = dict.fromkeys(name for edge in found for name in (edge.source, edge.target))
    last = max(depth.values(), default=0)
    for name in everybody:
        depth.setdefault(name, last + 1)
    rows: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for name, at in depth.items():
        rows[at].append(name)
    place = {name: float(at) for row in rows for at, name in enumerate(row)}
    for row in rows[1:]:
        middle = {name: [place[edge.source] for edge in found if edge.target == name] for name in row}
        row.sort(key=lambda name: sum(middle[name]) / max(len(middle[name]), 1))
        place.update({name: float(at) for at, name in enumerate(row)})
    return rows
