"""What a step may come to, for a shadow of the tale (see shadow.py): never too little."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from game.prove.story.always import Place
from game.prove.story.live import FACT, ONCE, SEEN
from game.prove.story.shadow import TIMER, Known, Shadow, Var, asked_by
from game.sim.ways import HERS
from game.story.bribes import HEAT, Outcome
from game.story.calls import HANG_UP
from game.story.drawing import card_of, once_key
from game.story.facts import Price
from game.story.runtime import LEAVE
from game.story.steps import (
    Back,
    Bribe,
    Call,
    Chance,
    Choose,
    Deck,
    End,
    Go,
    How,
    If,
    Jump,
    Later,
    Papers,
    Phone,
    Set,
    Step,
    Time,
    Together,
    Vary,
    Visit,
    Way,
)


class By(IntEnum):
    """How it goes on: in its frame, in a new one that comes back, back, or in a room for which all else is left."""

    ON = 0
    CALL = 1
    WAY = 2
    BACK = 3
    ROOM = 4


@dataclass(frozen=True, slots=True)
class Fall:
    """What a step may come to: where it goes on and what is known there. A call or a way comes back to `back`.

    `name` is the move it takes, as `tell --choose` knows it; "" if nobody decides. `told` says how it fell, where one
    move may fall in several ways: the outcome of a bribe.
    """

    by: By
    place: Place
    known: Known
    back: Place = ("", 0)
    name: str = ""
    told: str = ""


def after(shadow: Shadow, place: Place, known: Known) -> Iterator[Fall]:
    """All that may come next. Inside the room of a visit (node, at), and behind an end, is the place (node, ~at)."""
    node, at = place
    step = shadow.lore.book.nodes[node].steps[at if at >= 0 else ~at]
    match step:
        case Visit() if at < 0:
            yield from _ways(shadow, place, step, known)
        case Visit():
            yield from _due(shadow, place, known)
            yield from (Fall(By.ROOM, (node, ~at), left) for left in shadow.left(known))
        case End() if at >= 0:  # what was to come in the room is missed by then
            yield from (Fall(By.ON, (node, ~at), left) for left in shadow.left(known))
        case End():
            return
        case Back():
            yield Fall(By.BACK, ("", 0), known)
        case Go(node=target, at=first):
            fall = _go(shadow, target, known, at=first)
            yield fall
            if target.partition(".")[0] != node.partition(".")[0]:
                yield from _due(shadow, fall.place, fall.known)
        case Call(node=target):
            yield Fall(By.CALL, (target, 0), shadow.entered(known, target), (node, at + 1))
        case Choose() | Bribe() | Phone() | Papers():
            yield from _asked(shadow, place, step, known)
        case Deck():
            yield from _drawn(shadow, place, step, known)
        case _:
            yield from (Fall(By.ON, (node, to), then) for to, then in _inside(shadow, place, step, known))
            if isinstance(step, (Time, Together)):
                yield from _due(shadow, (node, at + 1), known)


def _inside(shadow: Shadow, place: Place, step: Step, known: Known) -> Iterator[tuple[int, Known]]:
    """Where in its node a step that decides by itself leads."""
    node, at = place
    match step:
        case If(condition=condition, otherwise=otherwise):
            holds, fails = shadow.truth(condition, known)
            yield from [(at + 1, known)] * holds + [(otherwise, known)] * fails
        case Chance(percent=percent, otherwise=otherwise):
            yield from [(at + 1, known)] * (percent > 0) + [(otherwise, known)] * (percent < 100)
        case Jump(to=to):
            yield to, known
        case Vary(items=items, otherwise=otherwise, how=how):
            yield from ((one, known) for one in ((*items, otherwise) if how is How.ONCE else items))
        case Set(changes=changes):
            yield at + 1, shadow.changed(known, changes)
        case Later():
            yield at + 1, shadow.set_off(known, f"{node} {at}")
        case _:
            yield at + 1, known


def _go(shadow: Shadow, node: str, known: Known, name: str = "", told: str = "", at: int = 0) -> Fall:
    return Fall(By.ON, (node, at), shadow.entered(known, node), name=name, told=told)


def _due(shadow: Shadow, back: Place, known: Known) -> Iterator[Fall]:
    """What was promised in tale time may come now."""
    for key, later in shadow.later.items():
        for then in shadow.gone_off(known, key) if not later.ticks else ():
            yield Fall(By.CALL, (later.node, 0), shadow.entered(then, later.node), back)


def _asked(shadow: Shadow, place: Place, step: Choose | Bribe | Phone | Papers, known: Known) -> Iterator[Fall]:
    """A question: whatever may be answered."""
    node, _ = place
    match step:
        case Choose(choices=choices, otherwise=otherwise):
            sure = False
            for choice in choices:
                goes, gone = shadow.may_go(known, choice.id, choice.once)
                holds, fails = shadow.truth(choice.condition, known)
                able, unable = shadow.payable(choice.price, known)
                sure = sure or not (gone or fails or unable)
                if goes and holds and able:
                    then = shadow.paid(shadow.spent(known, choice.id, choice.once), choice.price)
                    yield Fall(By.ON, (node, choice.at), then, name=choice.id)
            if otherwise >= 0 and not sure:
                yield Fall(By.ON, (node, otherwise), known)
        case Bribe():
            yield from _offered(shadow, place, step, known)
        case Phone(cards=cards):
            yield _go(shadow, step.hang_up, known, HANG_UP)
            yield from (_go(shadow, end, known) for end in (step.hang_up, step.traced, step.no_signal))  # by itself
            for card in cards:
                if shadow.truth(card.condition, known)[0] and shadow.may_go(known, card.id, card.once)[0]:
                    yield Fall(By.ON, (node, card.at), shadow.spent(known, card.id, card.once), name=card.id)
        case Papers(questions=questions):
            yield from (_go(shadow, end, known) for end in (step.passed, step.doubted, step.failed))
            for one in [one for question in questions for one in question.answers]:
                if shadow.truth(one.condition, known)[0]:
                    yield Fall(By.ON, (node, one.at) if one.at >= 0 else place, known, name=one.id)


def _offered(shadow: Shadow, place: Place, step: Bribe, known: Known) -> Iterator[Fall]:
    leads = {Outcome.ACCEPTED: step.accepted, Outcome.BETRAYED: step.betrayed,
             Outcome.REFUSED: step.refused, Outcome.INSULTED: step.insulted}
    yield _go(shadow, step.leave or step.refused, known, LEAVE)
    for offer in step.offers:
        for outcome in sorted(shadow.outcomes(step, offer, known)) if shadow.payable(offer.price, known)[0] else ():
            given = outcome is not Outcome.REFUSED or step.keeps
            then = shadow.paid(known, offer.price) if given else known
            yield _go(shadow, leads[outcome], then, offer.id, outcome)
            if outcome is Outcome.REFUSED and step.tries > 1:  # he waits for a better one
                yield Fall(By.ON, place, then, name=offer.id, told=outcome)


def _drawn(shadow: Shadow, place: Place, step: Deck, known: Known) -> Iterator[Fall]:
    """A deck: any card that may be played, or none."""
    node, at = place
    yield _go(shadow, step.otherwise, known) if step.otherwise else Fall(By.ON, (node, at + 1), known)
    for name in step.cards:
        card = card_of(shadow.lore.book, name)
        if shadow.truth(card.condition, known)[0] and shadow.may_go(known, once_key(name), card.once)[0]:
            then = shadow.spent(known, once_key(name), card.once)
            yield Fall(By.CALL, (name, 0), shadow.entered(then, name), (node, at + 1))


def _ways(shadow: Shadow, place: Place, visit: Visit, known: Known) -> Iterator[Fall]:
    """Any way or timer of a room; before it the stage may have changed what it can."""
    node, at = place
    timers = None if shadow.strands.loose else shadow.strands.timers.get((node, ~at), set())
    ways = at_menu(visit) if shadow.at_menu else visit.ways
    for before in shadow.drifted(known, visit.room):
        for way in ways:
            key = f"{node}/{way.name}"
            if shadow.truth(way.condition, before)[0] and shadow.may_go(before, key, way.once)[0]:
                then = shadow.entered(shadow.spent(before, key, way.once), way.node)
                yield Fall(By.WAY, (way.node, 0), then, place, way.name)
        for key, later in shadow.later.items():
            here = later.ticks and (timers is None or later.node in timers)
            for then in shadow.gone_off(before, key) if here else ():
                yield Fall(By.WAY, (later.node, 0), shadow.entered(then, later.node), place, f"later {later.name}")


def at_menu(visit: Visit) -> list[Way]:
    """The ways that can happen at the menu: hers, those of an hour, and what she risks."""
    risked = {name for way in visit.ways if way.verb in HERS for name, percent in way.risk if percent}
    return [way for way in visit.ways if way.verb in HERS or way.verb == "at" or way.name in risked]


def asked_at(shadow: Shadow, place: Place, fall: Fall) -> set[Var]:
    """What a step asks for on the way to a fall: whoever knew all of it could tell whether it falls so."""
    node, at = place
    book, found = shadow.lore.book, set[Var]()
    step = book.nodes[node].steps[at if at >= 0 else ~at]
    match step:
        case If(condition=condition):
            found.update(asked_by(condition))
        case Choose(choices=choices):
            for choice in choices:
                if not fall.name or choice.id == fall.name:
                    found.update(asked_by(choice.condition) if choice.condition else ())
                    found |= _priced(choice.price) | ({(ONCE, choice.id)} if choice.once else set())
        case Bribe(who=who, offers=offers):
            mood = book.cast[who].mood
            found |= {(FACT, name) for name in (HEAT, mood) if isinstance(name, str) and name in book.facts}
            for offer in offers:
                found |= _priced(offer.price) if offer.id == fall.name else set()
        case Phone(cards=cards):
            for card in cards:
                if card.id == fall.name:
                    found.update(asked_by(card.condition) if card.condition else ())
                    found |= {(ONCE, card.id)} if card.once else set()
        case Papers(questions=questions):
            for one in [one for question in questions for one in question.answers if one.id == fall.name]:
                found.update(asked_by(one.condition) if one.condition else ())
        case Deck(cards=cards_of):
            for name in cards_of:
                card_first = card_of(book, name)
                found.update(asked_by(card_first.condition) if card_first.condition else ())
                found |= {(ONCE, once_key(name))} if card_first.once else set()
        case Visit(ways=ways) if at < 0:
            for way in ways:
                if way.name == fall.name:
                    found.update(asked_by(way.condition) if way.condition else ())
                    found |= {(ONCE, f"{node}/{way.name}")} if way.once else set()
        case Visit() | End() if fall.by in (By.ROOM, By.ON):
            found |= {(TIMER, key) for key, later in shadow.later.items()
                      if any((FACT, change.fact) in shadow.at for change in later.missed)}
        case _:
            pass
    if fall.by in (By.CALL, By.WAY):
        found |= {(TIMER, key) for key, later in shadow.later.items() if later.node == fall.place[0]}
    return {name for name in found if name[0] in (FACT, SEEN, ONCE, TIMER)}


def _priced(price: Price) -> set[Var]:
    return {(FACT, name) for name, _ in price.parts}
