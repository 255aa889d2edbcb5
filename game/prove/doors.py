"""Which endings still lie ahead of a place in the story, as far as its graph can say (conditions are not asked).

A player with sense does not walk through a door behind which everything is decided while others stand open.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.prove.guide import Spot, leads, picked
from game.story.book import Book
from game.story.steps import Back, End, Visit
from game.story.tale import Tale, step_at

BACK = ""  # among the endings ahead: here she comes back to where she was


@dataclass(frozen=True, slots=True)
class Doors:
    """`ahead` maps a spot (node, step) to the endings that can follow it, BACK if it returns."""

    book: Book
    ahead: dict[Spot, frozenset[str]]

    def open(self, tale: Tale, ids: list[str]) -> list[int]:
        """How many endings may still follow each of `ids` (options or ways), if it is picked."""
        step, frame = step_at(self.book, tale), tale.frame
        below = tale.stack if isinstance(step, Visit) else tale.stack[:-1]
        around: set[str] = set()
        for one in below:  # the room, or whoever called: where a `back` comes back to
            around |= self.ahead.get((one.node, one.at), frozenset())
        around.discard(BACK)
        counts = []
        for id in ids:
            found = frozenset().union(*(self.ahead.get(spot, frozenset()) for spot in picked(step, frame.node, id)))
            counts.append(len((found - {BACK}) | around) if BACK in found else len(found))
        return counts


def doors(book: Book) -> Doors:
    """The endings ahead of every spot of a book."""
    into: dict[Spot, list[Spot]] = {}
    ahead: dict[Spot, set[str]] = {}
    todo: list[Spot] = []
    for node in book.nodes.values():
        for at, step in enumerate(node.steps):
            for _, goal in leads(step, node.id, at):
                into.setdefault(goal, []).append((node.id, at))
            if isinstance(step, End | Back):
                ahead[node.id, at] = {step.ending if isinstance(step, End) else BACK}
                todo.append((node.id, at))
    rooms = {(node.id, at) for node in book.nodes.values() for at, step in enumerate(node.steps)
             if isinstance(step, Visit)}
    while todo:
        spot = todo.pop()
        for before in into.get(spot, ()):
            known = ahead.setdefault(before, set())
            news = ahead[spot] - known - ({BACK} if before in rooms else set())
            if news:
                known |= news
                todo.append(before)
    return Doors(book, {spot: frozenset(found) for spot, found in ahead.items()})


def reached(book: Book) -> set[str]:
    """The nodes that the graph leads to from the story's start; what is only for practice is not among them."""
    found: set[str] = set()
    todo = [book.start]
    while todo:
        node = todo.pop()
        if node in found or node not in book.nodes:
            continue
        found.add(node)
        todo += [goal for at, step in enumerate(book.nodes[node].steps) for _, (goal, _) in leads(step, node, at)]
    return found
