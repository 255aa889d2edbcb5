"""Whether something can ever be so: never, or yes, like this; or it is not known.

Begins by forgetting all but the variables the question reads. A shadow that comes to it is walked again with every
variable known: where that goes astray, the variables asked for there are kept too, and so on (Clarke and others 2000).
What cannot go astray is played by the runtime; only what is played so is called possible.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from enum import Enum
from itertools import product
from math import prod

from game.prove.story.always import Place
from game.prove.story.falls import By, Fall, after, asked_at
from game.prove.story.live import FACT, MOST_GUESSED, ONCE, READING, SEEN
from game.prove.story.shadow import TIMER, Known, Shadow, Var, asked_by
from game.prove.story.walks import Trail, Walks, Wanted
from game.story.drawing import card_of, once_key
from game.story.facts import FactType
from game.story.steps import Choose, Deck, If, Phone, Visit

MOST_ROUNDS = 40
MOST_COMPARED = 2000
MOST_WALKED = 24  # ways to fall that are followed side by side with everything known


class Can(Enum):
    """What is known of it."""

    NEVER = "never"
    TRAIL = "a way leads there if everything is known"
    OPEN = "not known"


@dataclass(frozen=True, slots=True)
class Answer:
    """`kept` are the variables that decided it; `moves` those of the trail, as `tell --choose` names them."""

    can: Can
    kept: tuple[Var, ...] = ()
    moves: tuple[str, ...] = ()


def whether(shadow: Shadow, wanted: Wanted, start: str, until: float) -> Answer:
    """Whether `wanted` can ever be come to from the node `start`."""
    asked = {name for name in (asked_by(wanted.condition) if wanted.condition else ()) if name[0] != READING}
    whole = shadow.keeping(every_var(shadow) | asked | _remembered(shadow, wanted))
    some = shadow.keeping(asked, {name: way for name in asked if (way := _one_way(shadow, wanted, name))})
    for _ in range(MOST_ROUNDS):
        walks = Walks(some, wanted, until)
        walks.search(start)
        if walks.trail is None:
            return Answer(Can.NEVER if walks.whole else Can.OPEN, some.kept)
        more = _astray(some, whole, wanted, walks.trail, start)
        if more is None:
            return Answer(Can.TRAIL, some.kept, tuple(fall.name for _, fall in walks.trail if fall and fall.name))
        if not more or time.monotonic() > until:
            break
        some = some.keeping(more, {name: way for name, way in some.bounds.items() if name not in more})
    return Answer(Can.OPEN, some.kept)


def _remembered(shadow: Shadow, wanted: Wanted) -> set[Var]:
    """The facts that decide nothing but what is said, where it is wanted."""
    book, node = shadow.lore.book, wanted.place[0]
    asked = {name for step in book.nodes[node].steps if isinstance(step, If) for name in step.condition.reads
             } if node else set()
    return {(FACT, name) for name in asked if book.facts[name].memory}


def every_var(shadow: Shadow) -> set[Var]:
    """All there is to know; not what is only remembered, for that decides nothing."""
    book = shadow.lore.book
    found: set[Var] = {(FACT, name) for name, fact in book.facts.items() if not fact.memory}
    found |= {(SEEN, name) for name in shadow.live.most_seen} | {(TIMER, key) for key in shadow.later}
    for node in book.nodes.values():
        for step in node.steps:
            match step:
                case Choose(choices=choices):
                    found |= {(ONCE, choice.id) for choice in choices if choice.once}
                case Phone(cards=cards):
                    found |= {(ONCE, card.id) for card in cards if card.once}
                case Visit(ways=ways):
                    found |= {(ONCE, f"{node.id}/{way.name}") for way in ways if way.once}
                case Deck(cards=names):
                    found |= {(ONCE, once_key(name)) for name in names if card_of(book, name).once}
                case _:
                    pass
    return found


def _astray(some: Shadow, whole: Shadow, wanted: Wanted, trail: Trail, start: str) -> set[Var] | None:
    """Walk a trail with everything known. Where it cannot be followed: what must be known to see that. None: it can."""
    whole = replace(whole, resting=frozenset(whole.kept) - set(some.kept))
    held = [whole.start(start)]
    for place, fall in trail:
        if fall is None or fall.by is By.BACK:
            continue
        then = [one.known for known in held for one in after(whole, place, known) if _alike(some, whole, one, fall)]
        if not then:
            return _blamed(some, whole, held[0], place, fall)
        then.sort(key=lambda known: some.part_of(known, whole) != fall.known)  # where a bound is reached comes first
        held = list(dict.fromkeys(then))[:MOST_WALKED]
    if any(whole.truth(wanted.condition, known)[not wanted.holds] for known in held):
        return None
    timers = {(TIMER, key) for key, later in whole.later.items()
              if any((FACT, change.fact) in some.bounds for change in later.missed)}
    return timers - set(some.kept) or set(some.bounds)  # nothing was wrong but that bounds are no values


def _alike(some: Shadow, whole: Shadow, one: Fall, fall: Fall) -> bool:
    return ((one.by, one.place, one.back, one.name, one.told) == (fall.by, fall.place, fall.back, fall.name, fall.told)
            and some.covers(fall.known, some.part_of(one.known, whole)))


def _blamed(some: Shadow, whole: Shadow, known: Known, place: Place, fall: Fall) -> set[Var]:
    """One variable that alone tells that it cannot fall so; all that are asked for if there is none.

    Of a number of which only a bound is kept the value is asked for then.
    """
    asked = {name for name in asked_at(some, place, fall) if name not in some.at or name in some.bounds}
    for name in sorted(asked):
        more = some.keeping({name}, {one: way for one, way in some.bounds.items() if one != name})
        if not any(_alike(some, more, one, fall) for one in after(more, place, more.part_of(known, whole))):
            return {name}
    return asked


def _one_way(shadow: Shadow, wanted: Wanted, name: Var) -> str:
    """Whether more ("up") or less ("down") of a wide number can only help what is wanted; "" if neither is so."""
    fact = shadow.lore.book.facts.get(name[1]) if name[0] == FACT else None
    condition = wanted.condition
    if fact is None or condition is None or fact.type is not FactType.INT or fact.most - fact.least <= MOST_GUESSED:
        return ""
    others = [one for one in asked_by(condition) if one != name]
    rows = [shadow.values((), one) for one in others]
    if prod(map(len, rows)) > MOST_COMPARED:
        return ""
    every, up, down = shadow.keeping({name, *others}), True, True
    for picked in product(*rows):
        held = dict(zip(others, picked, strict=True))
        told = [every.truth(condition, tuple({**held, name: value}[one] for one in every.kept))[not wanted.holds]
                for value in range(fact.least, fact.most + 1)]
        up, down = up and told == sorted(told), down and told == sorted(told, reverse=True)
    return "up" if up else "down" if down else ""
