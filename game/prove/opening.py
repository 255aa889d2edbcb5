"""Where a journey can begin so that a node of the story is told: a scene that goes back wants somebody to go back to.

It begins in the visit whose way leads to the scene, else where the scene is called. Conditions are not asked.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from game.prove.guide import Spot, leads
from game.story.book import Book
from game.story.steps import Back, Call, Deck, Later, Step, Visit


class NobodyCalls(ValueError):
    """The scene goes back, and there is nobody to go back to; the words name it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Begin at `node`, step `at`; `scene` is then told as if a way of the room there led to it ("": nothing more)."""

    node: str
    at: int = 0
    scene: str = ""


def opening(book: Book, node: str) -> Opening:
    """How to begin with `node` of the book. Raises NobodyCalls."""
    if not _goes_back(book, (node, 0)):
        return Opening(node)
    into: dict[Spot, list[Spot]] = {}
    for held in book.nodes.values():
        for at, told in enumerate(held.steps):
            for _, goal in leads(told, held.id, at):
                into.setdefault(goal, []).append((held.id, at))
    calls: list[Spot] = []
    todo, known = deque([(node, 0)]), {(node, 0)}
    while todo:
        spot = todo.popleft()
        for before in into.get(spot, ()):
            if before in known:
                continue
            step = _step(book, before)
            if isinstance(step, Visit):
                return Opening(*before, scene=node)
            after = (before[0], before[1] + 1)
            if isinstance(step, Call | Deck) and spot != after and not _goes_back(book, after):
                calls.append(before)
            known.add(before)
            todo.append(before)
    if not calls:
        raise NobodyCalls(f"'{node}' goes back, and no visit leads to it: nobody is there to go back to")
    return Opening(*calls[0])


def _step(book: Book, spot: Spot) -> Step | None:
    node, at = spot
    steps = book.nodes[node].steps if node in book.nodes else ()
    return steps[at] if 0 <= at < len(steps) else None


def _goes_back(book: Book, start: Spot) -> bool:
    """Whether what is told from `start` can come to a `back` of its own; one of what it calls is not."""
    todo, known = [start], {start}
    while todo:
        spot = todo.pop()
        match _step(book, spot):
            case Back():
                return True
            case None | Visit():  # from a visit on the room stays below
                continue
            case Call() | Later():
                goals = [(spot[0], spot[1] + 1)]
            case Deck(otherwise=otherwise):
                goals = [(spot[0], spot[1] + 1), *([(otherwise, 0)] if otherwise else [])]
            case step:
                goals = [goal for _, goal in leads(step, *spot)]
        todo += [goal for goal in goals if goal not in known]
        known.update(goals)
    return False
