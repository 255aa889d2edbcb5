"""Where in the story something happens: a node, a move, an ending, as it is looked for in walks.py."""

from __future__ import annotations

from game.prove.story.walks import Wanted
from game.story.book import Book
from game.story.calls import HANG_UP
from game.story.runtime import LEAVE
from game.story.steps import Bribe, Choose, End, Papers, Phone, Step, Visit


def wanted_node(node: str) -> list[Wanted]:
    """That a node is told."""
    return [Wanted(node=node)]


def wanted_move(book: Book, key: str) -> list[Wanted]:
    """That something is done, "node/name"."""
    node, _, name = key.partition("/")
    return [Wanted(place=(node, ~at if isinstance(step, Visit) else at), name=name)
            for at, step in enumerate(book.nodes[node].steps) if name in offered_by(step)]


def wanted_ending(book: Book, ending: str) -> list[Wanted]:
    """That the tale ends so."""
    return [Wanted(place=(node.id, at)) for node in book.nodes.values() for at, step in enumerate(node.steps)
            if isinstance(step, End) and step.ending == ending]


def offered_by(step: Step) -> list[str]:
    """The names of the moves that a step offers, whoever makes them."""
    match step:
        case Choose(choices=choices):
            return [choice.id for choice in choices]
        case Bribe(offers=offers):
            return [*(offer.id for offer in offers), LEAVE]
        case Phone(cards=cards):
            return [*(card.id for card in cards), HANG_UP]
        case Papers(questions=questions):
            return [one.id for question in questions for one in question.answers]
        case Visit(ways=ways):
            return [way.name for way in ways]
        case _:
            return []
