"""What a person does with an offer. Whole numbers only; `explain` says these odds in words.

A bribe is never safe: someone who takes it may still sell her (the seed of this whole game).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from game.story.book import Book, Person
from game.story.facts import Value
from game.story.steps import Bribe, Offer

WITNESS_ASK_PERCENT = 40
WITNESS_BETRAY_PERCENT = 15
BIG_PAYER_PERCENT = 20  # a big payer must be a big catch
MOST_BETRAY_PERCENT = 90
HEAT = "heat"  # a story may declare this fact: how hard the search is, 0 and up


class Outcome(StrEnum):
    """How an offer ends. Accepted and betrayed look alike to her."""

    ACCEPTED = "accepted"
    BETRAYED = "betrayed"
    REFUSED = "refused"
    INSULTED = "insulted"


@dataclass(frozen=True, slots=True)
class Odds:
    """Chances in 100. `danger` is rolled first, then `accept`, then `betray` (once taken). `ask`, `worth` in tenths."""

    ask: int
    worth: int
    danger: int
    accept: int
    betray: int


def _clamp(value: int, least: int, most: int) -> int:
    return min(max(value, least), most)


def worth_to(person: Person, offer: Offer, book: Book) -> int:
    """What `offer` is worth to `person`, in tenths of a won note."""
    taste = dict(person.likes)
    return sum(count * taste.get(name, book.facts[name].worth) for name, count in offer.price.parts)


def odds(book: Book, facts: dict[str, Value], witness: bool, bribe: Bribe, offer: Offer, refusals: int,
         prices: int = 100) -> Odds:
    """The chances of `offer` now; `refusals` so far in this bribe each cost one of his mood.

    `prices` is what a look away costs in this winter, in percent of the written price.
    """
    person = book.cast[bribe.who]
    mood = int(facts[person.mood]) if isinstance(person.mood, str) else person.mood
    mood = _clamp(mood + dict(person.manners).get(offer.manner, 0) - refusals, -3, 3)
    heat = int(facts.get(HEAT, 0))
    percent = 100 + person.fear - person.greed // 2 - 10 * mood + 10 * heat + WITNESS_ASK_PERCENT * witness
    ask = max(1, bribe.price * percent * prices // 10_000)
    worth = worth_to(person, offer, book)
    betray = person.fear // 2 + 10 * heat + WITNESS_BETRAY_PERCENT * witness
    if 2 * worth > 5 * ask:
        betray += BIG_PAYER_PERCENT
    danger = max((chance for name, chance in person.danger if name in dict(offer.price.parts)), default=0)
    accept = 100 if bribe.agreed else _clamp(100 * worth // ask - 50, 0, 100)
    return Odds(ask, worth, danger, accept, _clamp(betray, 0, MOST_BETRAY_PERCENT))


def answer(chances: Odds, happens: Callable[[str, int], bool], key: str) -> Outcome:
    """What happens; `key` is the decision's dice key, `happens` tells of a key and a chance in 100 whether it falls."""
    if happens(f"{key}:danger", chances.danger):
        return Outcome.INSULTED
    if not happens(f"{key}:accept", chances.accept):
        return Outcome.REFUSED
    return Outcome.BETRAYED if happens(f"{key}:betray", chances.betray) else Outcome.ACCEPTED


def tell(person: Person, chances: Odds) -> str:
    """The text id of what she can see on his face while he weighs an offer ("" if the cast names none)."""
    shown = "afraid" if chances.betray >= 30 else "greedy" if person.greed >= 60 else "easy"
    return dict(person.tells).get(shown, "")
