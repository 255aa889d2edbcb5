"""Where in the story something happens, as it is looked for in walks.py: a node, a line, a move, an ending, a side."""

from __future__ import annotations

from game.prove.story.always import Place
from game.prove.story.links import Edge
from game.prove.story.walks import Wanted
from game.story.book import Book
from game.story.bribes import Outcome
from game.story.calls import HANG_UP
from game.story.conditions import Condition
from game.story.runtime import LEAVE
from game.story.steps import (
    Bark,
    Bribe,
    Call,
    Chance,
    Choose,
    Deck,
    End,
    Go,
    If,
    Papers,
    Phone,
    Say,
    Step,
    Storylet,
    Vary,
    Visit,
)


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


def wanted_link(book: Book, edge: Edge) -> list[Wanted]:
    """That a step leads on to another node; empty where it takes more to know that."""
    found: list[Wanted] = []
    for at, step in enumerate(book.nodes[edge.source].steps):
        match step:
            case Go(node=target) | Call(node=target) if target == edge.target:
                found.append(Wanted(place=(edge.source, at)))
            case Bribe():
                found += [Wanted(place=(edge.source, at), told=outcome) for outcome in Outcome
                          if getattr(step, outcome) == edge.target]
            case _:
                pass
    return found


def wanted_line(book: Book, text: str) -> list[Wanted]:
    """That a line is said."""
    return [Wanted(place=(node.id, at)) for node in book.nodes.values() for at, step in enumerate(node.steps)
            if isinstance(step, (Say, Bark)) and step.text == text]


def wanted_choice(book: Book, id: str) -> list[Wanted]:
    """That an option is taken; it may stand in several places."""
    return [wanted for node in book.nodes for wanted in wanted_move(book, f"{node}/{id}")]


def wanted_outcome(key: str) -> list[Wanted]:
    """That an offer ends so, as tally.py calls it: "node STEP OUTCOME"."""
    node, at, outcome = key.split(" ")
    return [Wanted(place=(node, int(at)), told=outcome)]


def wanted_sides(book: Book) -> dict[str, list[Wanted]]:
    """Every side of everything that forks, by its mark (see marks.py)."""
    found: dict[str, list[Wanted]] = {}
    decks = {card: (node.id, at) for node in book.nodes.values() for at, step in enumerate(node.steps)
             if isinstance(step, Deck) for card in step.cards}

    def both(where: str, condition: Condition | None, place: Place) -> None:
        for holds, word in ((True, "yes"), (False, "no")) if condition is not None else ():
            found.setdefault(f"{where}: {condition.source if condition else ''}, {word}", []).append(
                Wanted(condition, holds, place))

    for node in book.nodes.values():
        for at, step in enumerate(node.steps):
            where, place = f"{node.id} {at}", (node.id, at)
            match step:
                case If(condition=condition):
                    both(where, condition, place)
                case Storylet(condition=condition):
                    both(where, condition, decks.get(node.id, place))
                case Choose(choices=conditional) | Phone(cards=conditional):
                    for one in conditional:
                        both(one.id, one.condition, place)
                case Papers(questions=questions):
                    for answer in [answer for question in questions for answer in question.answers]:
                        both(answer.id, answer.condition, place)
                case Visit(ways=ways):
                    for way in ways:
                        both(f"{node.id}/{way.name}", way.condition, (node.id, ~at))
                case Chance(percent=percent):
                    for chance, word in ((percent, "yes"), (100 - percent, "no")):
                        found[f"{where}: {percent} in 100, {word}"] = [Wanted(place=place)] if chance else []
                case Vary(items=items):
                    found |= {f"{where}: item {number} of {len(items)}": [Wanted(place=(node.id, item))]
                              for number, item in enumerate(items, 1)}
                case _:
                    pass
    return found


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
