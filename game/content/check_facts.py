"""Facts, choices and bribes: what is read must be set, a question must have an answer, a price must be fair."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from game.content.draft import Draft
from game.content.graph import following
from game.content.problems import Place
from game.sim.tools import TOOLS, Use
from game.story import bribes
from game.story.book import Book
from game.story.conditions import Condition
from game.story.facts import Change, FactType, Price, Readings, Value
from game.story.steps import Bribe, Call, Choice, Choose, Go, If, Later, Papers, Phone, Say, Set, Step, Storylet, Visit

SIM_READS = ("warmth", "wet", "lamp", "hands", bribes.HEAT, *(tool.fact for tool in TOOLS.values()))
SIM_SETS = ("warmth", "wet", "lamp", "hands", *(tool.fact for tool in TOOLS.values() if tool.use is Use.THROW))
MOST_TRIED = 20_000


def check_facts(draft: Draft, kept: Iterable[str]) -> None:
    """Facts read but never changed, or changed but never read. `kept` are those the maps' objects keep."""
    if any(problem.code in ("V001", "V006", "E001") for problem in draft.faults.found):
        return  # a name was written wrong: what is used and what is not cannot be said
    read = {fact.name for fact in draft.facts.values() if fact.item} | {*SIM_READS, *kept}
    changed = {*SIM_SETS, *kept}
    for person in draft.cast.values():
        if isinstance(person.mood, str):
            read.add(person.mood)
    for node in draft.nodes.values():
        for step in node.steps:
            read.update(reads_of(step))
            changed.update(change.fact for change in changes_of(step))
    for name, fact in draft.facts.items():
        place = draft.place("fact:" + name)
        if name not in read and name not in changed:
            draft.faults.warning(place, "V002", f"the fact '{name}' is never used", "delete it")
        elif name not in read and not fact.memory:
            draft.faults.warning(place, "V002", f"the fact '{name}' is changed, but nothing ever asks for it",
                                 "use it in an `if`, or delete it")
        elif name not in changed:
            draft.faults.warning(place, "V002", f"the fact '{name}' is asked for, but nothing ever changes it",
                                 "set it somewhere, or delete it")


def reads_of(step: Step) -> set[str]:
    """The facts a step asks for."""
    match step:
        case If(condition=condition):
            return set(condition.reads)
        case Say(slots=slots):
            return set(slots)
        case Choose(choices=choices):
            return {name for choice in choices for name in (*_reads(choice.condition), *_named(choice.price))}
        case Storylet(condition=condition):
            return set(_reads(condition))
        case Visit(ways=ways):
            return {name for way in ways for name in _reads(way.condition)}
        case Bribe(offers=offers):
            return {name for offer in offers for name in _named(offer.price)}
        case Phone(cards=cards):
            return {name for card in cards for name in _reads(card.condition)}
        case Papers(quality=quality, questions=questions):
            asked = (answer.condition for question in questions for answer in question.answers)
            return {name for condition in asked for name in _reads(condition)} | ({quality} if quality else set())
        case _:
            return set()


def changes_of(step: Step) -> tuple[Change, ...]:
    """The changes of facts a step can make; a price counts as taking."""
    match step:
        case Set(changes=changes) | Later(missed=changes):
            return changes
        case Choose(choices=choices):
            return tuple(Change(name, "by", -1) for choice in choices for name in _named(choice.price))
        case Bribe(offers=offers):
            return tuple(Change(name, "by", -1) for offer in offers for name in _named(offer.price))
        case _:
            return ()


def _reads(condition: Condition | None) -> frozenset[str]:
    return condition.reads if condition else frozenset()


def _named(price: Price) -> list[str]:
    return [name for name, _ in price.parts]


# Choices -------------------------------------------------------------------------------------------------
@dataclass(slots=True)
class _Moment:
    """A possible state of affairs, as far as conditions can ask."""

    facts: dict[str, Value]
    readings: Readings
    visits: dict[str, int]


def check_choices(draft: Draft) -> None:
    """A question that may leave nothing to choose needs an `else`."""
    for node in draft.nodes.values():
        for at, step in enumerate(node.steps):
            if isinstance(step, Choose) and step.otherwise < 0 and step.choices and _may_be_empty(draft, step.choices):
                draft.faults.error(draft.step_place(node.id, at), "R005", "it can happen that none of these can be "
                                   "chosen, and then the story stands still",
                                   "add `else:` with a node beside `choose:`, or a choice that is always there")


def _may_be_empty(draft: Draft, choices: Sequence[Choice]) -> bool:
    """Whether some values of the facts leave no choice; every combination is tried where there are not too many."""
    lasting = [choice for choice in choices if not choice.once]
    if any(choice.condition is None and not choice.price.parts for choice in lasting):
        return False
    names = sorted({name for choice in lasting for name in (*_reads(choice.condition), *_named(choice.price))})
    nodes = sorted({node for choice in lasting if choice.condition for node in choice.condition.nodes})
    values = [_values(draft, name) for name in names] + [list[Value](range(4))] * len(nodes)
    size = 1
    for one in values:
        size *= len(one)
    if size > MOST_TRIED or not lasting:
        return True
    readings = (Readings(), Readings(True, 3, 12, 0), Readings(False, 1, 4, 1))
    for combination in itertools.product(*values):
        moment = _Moment(dict(zip(names, combination, strict=False)), Readings(),
                         {node: int(count) for node, count in zip(nodes, combination[len(names):], strict=True)})
        for moment.readings in readings:
            if not any((choice.condition is None or choice.condition.holds(moment))
                       and choice.price.payable(moment.facts) for choice in lasting):
                return True
    return False


def _values(draft: Draft, name: str) -> list[Value]:
    fact = draft.facts[name]
    match fact.type:
        case FactType.INT:
            return list(range(fact.least, min(fact.most, fact.least + 60) + 1))
        case FactType.ENUM:
            return list(fact.of)
        case FactType.FLAG:
            return [False, True]


# Bribes --------------------------------------------------------------------------------------------------
def check_bribes(draft: Draft) -> None:
    """Offers nobody wants or that can never be enough, and answers that give the betrayal away."""
    book = draft.book()
    for node in draft.nodes.values():
        for at, step in enumerate(node.steps):
            if isinstance(step, Bribe) and step.who in draft.cast:
                _offers(draft, book, step)
                _same_first_words(draft, step, draft.step_place(node.id, at))


def _offers(draft: Draft, book: Book, bribe: Bribe) -> None:
    person = draft.cast[bribe.who]
    best = draft.facts[person.mood].most if isinstance(person.mood, str) else person.mood
    kind = replace(book, cast={**book.cast, person.id: replace(person, mood=min(best, 3))})
    for offer in bribe.offers:
        place = draft.place(offer.id)
        unknown = [name for name in _named(offer.price)
                   if name not in dict(person.likes) and not draft.facts[name].worth]
        if unknown:
            draft.faults.warning(place, "B003", f"what {unknown[0]} is worth to {person.id} is written nowhere",
                                 f"give the fact a worth, or add it to the likes of {person.id}")
            continue
        facts: dict[str, Value] = {name: fact.least if fact.type is FactType.INT else fact.start
                                   for name, fact in draft.facts.items()}
        odds = bribes.odds(kind, facts, False, bribe, offer, 0)
        if odds.accept == 0:
            draft.faults.warning(place, "B004", f"{person.id} can never accept this (worth {odds.worth}; less "
                                 f"than {odds.ask // 2 + 1} is never taken)", "offer more, or lower the price")


def _same_first_words(draft: Draft, bribe: Bribe, place: Place) -> None:
    if bribe.accepted not in draft.nodes or bribe.betrayed not in draft.nodes:
        return
    taken, sold = (first_words(draft, node) for node in (bribe.accepted, bribe.betrayed))
    if taken != sold:
        draft.faults.error(place, "B005", f"'{bribe.accepted}' and '{bribe.betrayed}' begin with different words, so "
                           "she would know at once that she is betrayed", "let both begin with the same line")


def first_words(draft: Draft, node: str) -> set[tuple[str, str, str]]:
    """Every line that can be the first one said in a node: speaker, mood, words."""
    found: set[tuple[str, str, str]] = set()
    seen: set[tuple[str, int]] = set()
    left = [(node, 0)]
    while left:
        name, at = left.pop()
        steps = draft.steps(name)
        if (name, at) in seen or at >= len(steps):
            continue
        seen.add((name, at))
        step = steps[at]
        if isinstance(step, Say):
            found.add((step.who, step.mood, draft.words.get(step.text, "")))
        elif isinstance(step, Papers):
            found.update((step.who, "plain", draft.words.get(one.id, "")) for one in step.questions)
        elif isinstance(step, (Go, Call)):
            left.append((step.node, 0))
        else:
            left.extend((name, after) for after in following(step, at))
    return found
