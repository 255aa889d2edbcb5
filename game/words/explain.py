"""Odds in words: what each offer of a bribe would do, and how a chance falls."""

from __future__ import annotations

from dataclasses import dataclass

from game.story import bribes
from game.story.book import Book
from game.story.facts import Value
from game.story.steps import Bribe, Chance, Offer

_WORDS = ((0, "never"), (9, "hardly ever"), (24, "seldom"), (44, "unlikely"), (55, "even"),
          (75, "likely"), (90, "very likely"), (99, "almost certain"), (100, "certain"))


def odds_word(percent: int) -> str:
    """A chance of 0 to 100 in words: 0 is never, 100 is certain, nothing between is either."""
    return next(word for most, word in _WORDS if percent <= most)


@dataclass(frozen=True, slots=True)
class OfferOdds:
    """What an offer would do now. `ask` and `worth` in tenths of a won note; the others are chances in 100."""

    offer: str
    payable: bool
    ask: int
    worth: int
    danger: int
    accept: int
    betray: int

    @property
    def outcomes(self) -> dict[str, int]:
        """Outcome -> chance in 100, of this one try (rounded; the rest goes to refused)."""
        weighed = 100 - self.danger
        taken = weighed * self.accept
        betrayed = round(taken * self.betray / 10_000)
        accepted = round(taken * (100 - self.betray) / 10_000)
        return {"accepted": accepted, "betrayed": betrayed, "insulted": self.danger,
                "refused": 100 - self.danger - accepted - betrayed}


@dataclass(frozen=True, slots=True)
class Explained:
    """A bribe or a chance of a node. `step` is its number in the node; `lines` say it in words."""

    step: int
    kind: str
    offers: tuple[OfferOdds, ...]
    lines: tuple[str, ...]


def explain(book: Book, node: str, facts: dict[str, Value], witness: bool = False) -> list[Explained]:
    """Every bribe and chance of a node, as things stand. Raises KeyError if there is no such node."""
    found: list[Explained] = []
    for number, step in enumerate(book.nodes[node].steps):
        match step:
            case Bribe():
                offers = tuple(_odds(book, facts, witness, step, offer) for offer in step.offers)
                found.append(Explained(number, "bribe", offers, _bribe_lines(book, facts, step, offers)))
            case Chance(percent=percent):
                found.append(Explained(number, "chance", (), (
                    f"a chance: {percent} times in 100 `then` ({odds_word(percent)}), else {100 - percent} "
                    f"({odds_word(100 - percent)})",)))
    return found


def _odds(book: Book, facts: dict[str, Value], witness: bool, bribe: Bribe, offer: Offer) -> OfferOdds:
    odds = bribes.odds(book, facts, witness, bribe, offer, 0)
    return OfferOdds(book.words.get(offer.id, offer.id), offer.price.payable(facts), odds.ask, odds.worth, odds.danger,
                     odds.accept, odds.betray)


def _bribe_lines(book: Book, facts: dict[str, Value], bribe: Bribe, offers: tuple[OfferOdds, ...]) -> tuple[str, ...]:
    person = book.cast[bribe.who]
    mood = facts[person.mood] if isinstance(person.mood, str) else person.mood
    lines = [f"a bribe of {person.name or person.id}: the favour is worth {_notes(bribe.price)}; greed {person.greed}, "
             f"fear {person.fear}, mood {mood}; {bribe.tries} tries"
             + ("; agreed beforehand, so it is always taken" if bribe.agreed else "")]
    for offer in offers:
        lines.append(f"  {offer.offer}{'' if offer.payable else ' (more than she has at the start)'}:")
        lines.append(f"    the ask is {_notes(offer.ask)}; this is worth {_notes(offer.worth)} here")
        if offer.danger:
            lines.append(f"    that the thing itself frightens: {offer.danger} in 100, {odds_word(offer.danger)}")
        lines.append(f"    that it is taken: {offer.accept} in 100, {odds_word(offer.accept)}")
        lines.append(f"    that she is then sold all the same: {offer.betray} in 100, {odds_word(offer.betray)}")
        shares = ", ".join(f"{name} {share}" for name, share in offer.outcomes.items())
        lines.append(f"    in all, of 100: {shares}")
    return tuple(lines)


def _notes(tenths: int) -> str:
    """Tenths of a won note as notes: 75 is "7.5 won notes"."""
    return f"{tenths // 10}.{tenths % 10} won notes" if tenths % 10 else f"{tenths // 10} won notes"
