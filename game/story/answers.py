"""What the player can answer: choices, offers, and what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from game.story import bribes, calls, desk, moments
from game.story.book import Book
from game.story.bribes import Outcome
from game.story.facts import Price
from game.story.flow import enter, in_room
from game.story.keeping import dice_key, happens, pay, remember
from game.story.moments import Moment, made
from game.story.steps import Bribe, Card, Choice, Choose, Offer, Papers, Phone
from game.story.tale import Tale, Told, Waiting, step_at

LEAVE = "leave"  # option id of walking away from a bribe
_CHOICE, _BRIBE = Waiting.CHOICE, Waiting.BRIBE  # quicker than to ask for them


class Option(NamedTuple):
    """A line of a choice list. `id` is also the label's text id; `locked` the text id of the reason it is off.

    `ticks` is how long a card of the telephone takes; a `burst` is keyed and takes none. A tuple, for they are made
    anew at every look.
    """

    id: str
    price: Price
    open: bool
    locked: str = ""
    ticks: int = 0
    burst: bool = False


def options(book: Book, tale: Tale) -> list[Option]:
    """What can be chosen now, in story order; hidden choices are left out. Empty when nothing is asked."""
    if tale.waiting is not _CHOICE and tale.waiting is not _BRIBE:
        return []
    frame = tale.stack[-1]
    step = book.nodes[frame.node].steps[frame.at]
    if type(step) is Choose:
        return choices(step, tale)
    match step:
        case Bribe():
            offers = [Option(offer.id, offer.price, offer.price.payable(tale.facts)) for offer in step.offers]
            return [*offers, Option(LEAVE, Price(), True)]
        case Phone():
            bars = tale.readings.signal if in_room(tale) else calls.BARS_UNKNOWN
            return [*(_card(card, bars) for card in calls.cards(tale, step)), Option(calls.HANG_UP, Price(), True)]
        case Papers():
            return [Option(answer.id, Price(), True) for answer in desk.answers(tale, step)]
        case _:
            return []


@dataclass(frozen=True, slots=True)
class Countdown:
    """A question that does not wait for ever: after `ticks` the option `default` is taken, by whoever counts."""

    ticks: int
    default: str


def countdown(book: Book, tale: Tale) -> Countdown | None:
    """How long the question on screen waits, and for which answer; None if it waits for ever.

    If the `default` cannot be taken now it is the first option that can.
    """
    step = step_at(book, tale) if tale.waiting is Waiting.CHOICE else None
    if not isinstance(step, Choose) or not step.ticks:
        return None
    able = [option.id for option in choices(step, tale) if option.open]
    return Countdown(step.ticks, step.default if step.default in able else able[0])


def _card(card: Card, bars: int) -> Option:
    return Option(card.id, Price(), True, ticks=calls.takes(card.ticks, bars), burst=card.burst)


def play_card(tale: Tale, phone: Phone, id: str, told: list[Moment]) -> None:
    """Speak a card, or hang up."""
    if id == calls.HANG_UP:
        enter(tale, tale.frame, phone.hang_up, told)
        return
    card = next(card for card in phone.cards if card.id == id)
    calls.pick_up(tale, phone).played.append(id)
    if card.once:
        tale.once[id] = 1
    remember(tale, Told(id, ""))
    tale.frame.at = card.at


def answer(tale: Tale, papers: Papers, id: str) -> None:
    """Answer the question on the desk."""
    asked = desk.lay_down(tale, papers, False)
    said = next(one for one in desk.answers(tale, papers) if one.id == id)
    asked.answered += 1
    asked.doubt += said.doubt
    remember(tale, Told(id, ""))
    if said.at >= 0:
        tale.frame.at = said.at


def takeable(step: Choose, tale: Tale) -> bool:
    """Whether anything a `Choose` shows can be taken now."""
    for choice in step.choices:  # noqa: SIM110 (the generator of `any` costs more than the question)
        if _can_take(choice, tale):
            return True
    return False


def takeable_choice(step: Choose, tale: Tale, id: str) -> Choice | None:
    """The choice `id` of a `Choose`; None if it has none, or if it cannot be taken now."""
    for choice in step.choices:
        if choice.id == id:
            return choice if _can_take(choice, tale) else None
    return None


def _can_take(choice: Choice, tale: Tale) -> bool:
    return (not (choice.once and choice.id in tale.once)
            and (choice.condition is None or choice.condition.holds(tale))
            and (not choice.price.parts or choice.price.payable(tale.facts)))


def choices(step: Choose, tale: Tale) -> list[Option]:
    """What a `Choose` shows now, in story order."""
    shown: list[Option] = []
    for choice in step.choices:
        if choice.once and choice.id in tale.once:
            continue
        if choice.condition is None or choice.condition.holds(tale):
            open = not choice.price.parts or choice.price.payable(tale.facts)
            shown.append(made(Option, (choice.id, choice.price, open, "", 0, False)))
        elif choice.locked:
            shown.append(Option(choice.id, choice.price, False, choice.locked))
    return shown


def offer(book: Book, tale: Tale, bribe: Bribe, id: str, told: list[Moment]) -> bool:
    """Weigh an offer, take or return it, and go where it leads; False if he still waits for a better one."""
    if id == LEAVE:
        enter(tale, tale.frame, bribe.leave or bribe.refused, told)
        return True
    made = next(o for o in bribe.offers if o.id == id)
    chances = bribes.odds(book, tale.facts, tale.readings.witness, bribe, made, tale.tries, tale.prices)
    outcome = bribes.answer(chances, partial(happens, tale), f"{dice_key(tale)}:{tale.tries}")
    tale.tries += 1
    last = outcome is not Outcome.REFUSED or tale.tries >= bribe.tries
    told.append(moments.BribeAnswered(bribe.who, outcome, last))
    if outcome is not Outcome.REFUSED or bribe.keeps:
        pay(book, tale, made.price, told)
    if last:
        enter(tale, tale.frame, _outcome_node(bribe, outcome), told)
    return last


def _outcome_node(bribe: Bribe, outcome: Outcome) -> str:
    return {Outcome.ACCEPTED: bribe.accepted, Outcome.BETRAYED: bribe.betrayed,
            Outcome.REFUSED: bribe.refused, Outcome.INSULTED: bribe.insulted}[outcome]


def offered(book: Book, tale: Tale, id: str) -> tuple[Bribe, Offer, bribes.Odds] | None:
    """The bribe on screen, the offer `id` and its odds now; None if that is not what is on screen."""
    step = step_at(book, tale) if tale.waiting is Waiting.BRIBE else None
    if not isinstance(step, Bribe):
        return None
    offer = next((o for o in step.offers if o.id == id), None)
    if offer is None:
        return None
    return step, offer, bribes.odds(book, tale.facts, tale.readings.witness, step, offer, tale.tries, tale.prices)
