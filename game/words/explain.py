"""Odds in words: what each offer of a bribe would do, and how a chance falls."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from game.story import bribes, calls, desk
from game.story.book import Book
from game.story.drawing import card_of
from game.story.facts import Value
from game.story.steps import Bribe, Chance, Deck, How, Offer, Papers, Phone, Pick, Question, Vary

_WORDS = ((0, "never"), (9, "hardly ever"), (24, "seldom"), (44, "unlikely"), (55, "even"),
          (75, "likely"), (90, "very likely"), (99, "almost certain"), (100, "certain"))

_HOW = {How.CYCLE: "in order, round and round", How.SHUFFLE: "by the dice, none twice in a round",
        How.ONCE: "each once, in order, then nothing", How.LAST: "in order, and the last for ever"}


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
    """A bribe, a chance, papers, a call, or what varies in a node. `step` is its number there; `lines` say it."""

    step: int
    kind: str
    offers: tuple[OfferOdds, ...]
    lines: tuple[str, ...]


def explain(book: Book, node: str, facts: dict[str, Value], witness: bool = False) -> list[Explained]:
    """Every bribe, chance, paper, call, `vary` and deck of a node, as things stand. Raises KeyError."""
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
            case Papers():
                found.append(Explained(number, "papers", (), _paper_lines(book, facts, step)))
            case Vary(how=how, items=items):
                found.append(Explained(number, "vary", (), (f"one of {len(items)} items: {_HOW[how]}",)))
            case Deck():
                found.append(Explained(number, "deck", (), _deck_lines(book, step)))
            case Phone():
                found.append(Explained(number, "phone", (), _phone_lines(book, step)))
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


def _deck_lines(book: Book, step: Deck) -> tuple[str, ...]:
    lines = [f"a deck of {len(step.cards)} cards: "
             + ("the highest priority first, the dice between equals" if step.pick is Pick.BEST else "by the dice")]
    for node in sorted(step.cards, key=lambda node: (-card_of(book, node).priority, node)):
        card = card_of(book, node)
        when = f" if {card.condition.source}" if card.condition is not None else ""
        lines.append(f"  {node}: priority {card.priority}{when}{', once' if card.once else ''}")
    return (*lines, f"  with none of them it goes {'to ' + step.otherwise if step.otherwise else 'on'}")


# Papers and calls ----------------------------------------------------------------------------------------
def guessed(questions: tuple[Question, ...], asks: int) -> dict[int, Fraction]:
    """The doubt of answers picked blindly -> its share: `asks` of the questions are drawn, all alike likely."""
    drawn: dict[tuple[int, int], Fraction] = {(0, 0): Fraction(1)}  # (asked, doubt) -> ways to come to it
    for question in questions:
        more = defaultdict(Fraction, drawn)
        for (asked, doubt), ways in drawn.items():
            for answer in question.answers:
                more[asked + 1, doubt + answer.doubt] += ways / len(question.answers)
        drawn = dict(more)
    shares = {doubt: ways for (asked, doubt), ways in drawn.items() if asked == min(asks, len(questions))}
    whole = sum(shares.values())
    return {doubt: ways / whole for doubt, ways in sorted(shares.items())} if whole else {0: Fraction(1)}


def _paper_lines(book: Book, facts: dict[str, Value], step: Papers) -> tuple[str, ...]:
    person, paper, quality = book.cast[step.who], book.papers[step.paper], int(facts[step.quality])
    stamp = desk.GOOD_STAMP - quality
    said = f"adds {stamp}" if stamp > 0 else "adds nothing" if not stamp else f"takes {-stamp} away"
    ends: dict[str, Fraction] = defaultdict(Fraction)
    for doubt, share in guessed(step.questions, step.asks).items():
        ends[desk.mood(max(0, doubt + stamp))] += share
    blind = ", ".join(f"{word} {_percent(ends[mood])} ({odds_word(_percent(ends[mood]))})" for word, mood in
                      (("passed", "calm"), ("doubted", "unsure"), ("failed", "suspicious")))
    return (f"papers: {book.words.get(paper.title, paper.id)}, read by {person.name or person.id}; {step.asks} of "
            f"{len(step.questions)} questions, one more for each level of alarm",
            "  a right answer adds no doubt, a doubtful one 1, a wrong one 2",
            f"  {step.quality} is {quality}: the paper itself {said}",
            f"  passed below {desk.UNSURE}, doubted below {desk.SUSPICIOUS}, failed from there on",
            f"  all right: {_verdict(stamp)}; one doubtful: {_verdict(stamp + 1)}; one wrong: {_verdict(stamp + 2)}",
            f"  answered blindly, of 100: {blind}")


def _percent(share: Fraction) -> int:
    """A share in whole percent; 0 and 100 are certain, so what is nearly so is 1 or 99."""
    return round(100 * share) if share in (0, 1) else min(max(round(100 * share), 1), 99)


def _verdict(doubt: int) -> str:
    return {"calm": "passed", "unsure": "doubted", "suspicious": "failed"}[desk.mood(max(0, doubt))]


def _phone_lines(book: Book, step: Phone) -> tuple[str, ...]:
    person = book.cast[step.who]
    ticks = sorted(card.ticks for card in step.cards if not card.burst)[:step.most]
    lines = [f"a call to {person.name or person.id}: {len(step.cards)} cards, at most {step.most} in a call"]
    for bars in (5, 3, 1):
        full = (calls.FULL_AT_FIVE + calls.TICKS_A_BAR * (calls.MOST_BARS - bars)) / 60
        marks = [full * mark / calls.FULL for mark in calls.STEPS]
        spoken = sum(calls.takes(one, bars) for one in ticks) / 60
        lines.append(f"  at {bars} bars the shortest {len(ticks)} take {spoken:.0f} s: a click after {marks[0]:.0f} s, "
                     f"a breath after {marks[1]:.0f} s, found after {marks[2]:.0f} s; near a van "
                     f"{marks[2] * 10 / calls.VAN_TENTHS:.0f} s")
    return (*lines, f"  a keyed burst counts {calls.BURST // 1000} of 100; hanging up keeps {calls.STAYS_PERCENT} % "
            "for three minutes, or until she is 25 cells away")
