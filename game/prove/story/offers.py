"""What the story offers: its nodes, and whatever can be done in them."""

from __future__ import annotations

from game.prove.story.search import Space
from game.sim.ways import HERS
from game.story.book import Book
from game.story.steps import Bribe, Choose, Phone, Visit


def told_nodes(book: Book) -> set[str]:
    """The nodes of the story, without those of the place to try things in."""
    practice = book.practice.partition(".")[0]
    return {node for node in book.nodes if not practice or node.partition(".")[0] != practice}


def written(book: Book) -> set[str]:
    """Everything she can be offered, as "node/name": choices, offers, cards, and ways of hers.

    Answers to questions about papers are left out: which questions fall is luck.
    """
    found: set[str] = set()
    for node in book.nodes.values():
        for step in node.steps:
            match step:
                case Choose(choices=choices):
                    found |= {f"{node.id}/{choice.id}" for choice in choices}
                case Bribe(offers=offers):
                    found |= {f"{node.id}/{offer.id}" for offer in offers}
                case Phone(cards=cards):
                    found |= {f"{node.id}/{card.id}" for card in cards}
                case Visit(ways=ways):
                    found |= {f"{node.id}/{way.name}" for way in ways if way.verb in HERS}
                case _:
                    pass
    return found


def untaken(book: Book, spaces: list[Space]) -> set[str]:
    """What is offered in the story and was taken in no play, as "node/name"."""
    nodes = told_nodes(book)
    return ({key for key in written(book) if key.partition("/")[0] in nodes}
            - {f"{node}/{name}" for space in spaces for node, name in space.taken})
