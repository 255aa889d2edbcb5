"""What comes next where it varies: the item of a `vary`, the card of a `deck`."""

from __future__ import annotations

from typing import assert_never

from game.story.book import Book
from game.story.flow import enter, push
from game.story.keeping import dice_key, dice_of
from game.story.moments import Moment
from game.story.tale import Frame, Tale
from game.story.varying import Deck, How, Pick, Storylet, Vary


def next_item(tale: Tale, step: Vary) -> int:
    """The index of the item to be played now, or of the step after them all; it is noted as played.

    `Tale.varied` holds the number of the next item, or for a shuffle the items of this round as bits.
    """
    played, count = tale.varied.get(step.key, 0), len(step.items)
    match step.how:
        case How.CYCLE:
            tale.varied[step.key] = (played + 1) % count
            return step.items[played % count]
        case How.LAST:
            tale.varied[step.key] = min(played + 1, count - 1)
            return step.items[min(played, count - 1)]
        case How.ONCE:
            tale.varied[step.key] = min(played + 1, count)
            return step.items[played] if played < count else step.otherwise
        case How.SHUFFLE:
            left = [n for n in range(count) if not played >> n & 1] or list(range(count))
            item = left[0] if len(left) == 1 else left[dice_of(tale).roll(f"{dice_key(tale)}:vary", len(left))]
            tale.varied[step.key] = 0 if len(left) == 1 else (played | 1 << item)
            return step.items[item]
        case _:
            assert_never(step.how)


def card_of(book: Book, node: str) -> Storylet:
    """The card that begins a node; one that can always be played if the node begins otherwise."""
    steps = book.nodes[node].steps
    first = steps[0] if steps else None
    return first if isinstance(first, Storylet) else Storylet()


def playable(book: Book, tale: Tale, deck: Deck) -> list[str]:
    """The nodes of the cards the deck could play now: of the best, only those of the highest priority."""
    found: list[tuple[int, str]] = []
    for node in deck.cards:
        card = card_of(book, node)
        if not (card.once and once_key(node) in tale.once) and (card.condition is None or card.condition.holds(tale)):
            found.append((card.priority, node))
    if deck.pick is Pick.BEST:
        best = max((priority for priority, _ in found), default=0)
        found = [one for one in found if one[0] == best]
    return [node for _, node in found]


def draw(book: Book, tale: Tale, frame: Frame, deck: Deck, told: list[Moment]) -> None:
    """Call one of the playable cards; with none go to `otherwise`, or on."""
    cards = playable(book, tale, deck)
    if not cards:
        if deck.otherwise:
            enter(tale, frame, deck.otherwise, told)
        else:
            frame.at += 1
        return
    card = cards[0] if len(cards) == 1 else cards[dice_of(tale).roll(f"{dice_key(tale)}:deck", len(cards))]
    if card_of(book, card).once:
        tale.once[once_key(card)] = 1
    frame.at += 1
    push(tale, card, told)


def once_key(node: str) -> str:
    """The key in `Tale.once` of a card that was played."""
    return f"card/{node}"
