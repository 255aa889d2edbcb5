"""What is put together when all chapters are read: the cards of decks, and choices that stand in two places."""

from __future__ import annotations

from dataclasses import replace

from game.content.draft import Draft, step_key
from game.content.graph import following
from game.content.problems import Place, did_you_mean
from game.story.book import Node
from game.story.conditions import anywhere
from game.story.steps import Choice, Choose, Deck, Go, Step, Storylet


def join(draft: Draft) -> None:
    """Deal the cards, then let choices stand where `also` wants them."""
    for node, at, chapter, place in draft.decks:
        _deal(draft, node, at, chapter, place)
    own = {(node, at): step.choices for node, _, _, _ in draft.alsos
           for at, step in enumerate(draft.steps(node)) if isinstance(step, Choose)}
    for node, at, other, place in draft.alsos:
        _also(draft, node, at, other, place, own)


def _deal(draft: Draft, node: str, at: int, chapter: str, place: Place) -> None:
    cards = tuple(id for id, one in draft.nodes.items() if id.partition(".")[0] == chapter
                  and one.steps and isinstance(one.steps[0], Storylet))
    chapters = {id.partition(".")[0] for id in draft.nodes}
    if chapter not in chapters and chapter not in draft.unread:
        draft.torn.add(node)  # whose cards these were meant to be is not known
        draft.faults.error(place, "N010", f"there is no chapter '{chapter}' to draw cards from",
                           did_you_mean(chapter, chapters) or f"write story/{chapter}.yaml")
    elif not cards and chapter not in draft.unread:
        draft.faults.error(place, "N010", f"'{chapter}' has no cards: none of its nodes begins with `card`",
                           "put `- card` before the first step of a node")
    steps = list(draft.steps(node))
    deck = steps[at]
    if isinstance(deck, Deck):
        steps[at] = replace(deck, cards=cards)
        draft.nodes[node] = Node(node, tuple(steps))


def _also(draft: Draft, node: str, at: int, other: str, place: Place,
          own: dict[tuple[str, int], tuple[Choice, ...]]) -> None:
    """The choices of the first `choose` of `other` after those of `node`, each with a jump to where it leads."""
    if other not in draft.nodes:
        return  # said already
    there = next((index for index, step in enumerate(draft.steps(other)) if isinstance(step, Choose)), -1)
    if there < 0 or other == node:
        draft.faults.error(place, "N011", f"'{other}' has no `choose` whose choices could stand here" if there < 0
                           else "a node cannot add its own choices", "name a node with choices")
        return
    steps: list[Step] = list(draft.steps(node))
    asked, theirs = steps[at], draft.steps(other)[there]
    if any(len(steps) in following(step, index) for index, step in enumerate(steps)):
        return  # it runs off its end, which is said elsewhere
    if not isinstance(asked, Choose) or not isinstance(theirs, Choose):
        return
    known = {choice.id for choice in asked.choices}
    chapter = other.partition(".")[0]
    added: list[Choice] = []
    for choice in own.get((other, there), theirs.choices):
        if choice.id not in known:
            draft.places[step_key(node, len(steps))] = place
            condition = anywhere(choice.condition, chapter) if choice.condition is not None else None
            added.append(replace(choice, at=len(steps), condition=condition))
            steps.append(Go(other, choice.at))
    steps[at] = replace(asked, choices=(*asked.choices, *added))
    draft.nodes[node] = Node(node, tuple(steps))
