"""Which variables can still matter at each step: what nothing later asks for need not be told apart.

A variable is a fact, a `once` that may be used up, a node somebody asks about, a `vary`, or a reading of the stage.
Sets of variables are the bits of an int. The analysis answers too much rather than too little.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from game.content.graph import following, links_of
from game.story.book import Book
from game.story.bribes import HEAT
from game.story.claims import Promise
from game.story.conditions import Condition
from game.story.drawing import card_of, once_key
from game.story.facts import READING_RANGES, FactType, Value
from game.story.steps import Bribe, Choose, Deck, Go, If, Papers, Phone, Set, Step, Vary, Visit

MOST_GUESSED = 6  # numbers with a wider range are guessed at some values only
FACT, ONCE, SEEN, VARIED, READING = "fact", "once", "seen", "varied", "reading"


@dataclass(slots=True)
class Live:
    """`names` are the variables by their bit, as (kind, name). `at` holds what may still be read from (node, index) on.

    `most_seen` is the count of visits above which nobody can tell a difference, by node; `telling` the values of each
    fact at which some condition or price may change its mind, for whoever guesses.
    """

    book: Book
    names: list[tuple[str, str]] = field(default_factory=list)
    bits: dict[tuple[str, str], int] = field(default_factory=dict)
    at: dict[tuple[str, int], int] = field(default_factory=dict)
    most_seen: dict[str, int] = field(default_factory=dict)
    readings: int = 0
    telling: dict[str, list[Value]] = field(default_factory=dict)

    def bit(self, kind: str, name: str) -> int:
        """The bit of a variable; a new one if it has none yet. Facts that are only remembered have none."""
        if kind == FACT and (name not in self.book.facts or self.book.facts[name].memory):
            return 0
        key = (kind, name)
        if key not in self.bits:
            self.bits[key] = 1 << len(self.names)
            self.names.append(key)
            if kind == READING:
                self.readings |= self.bits[key]
        return self.bits[key]

    def named(self, mask: int) -> list[tuple[str, str]]:
        """The variables of a set, in the order of their bits."""
        return [name for number, name in enumerate(self.names) if mask >> number & 1]

    def named_at(self) -> dict[tuple[str, int], frozenset[tuple[str, str]]]:
        """What is live at each step, by name; for comparing two analyses."""
        sets = {mask: frozenset(self.named(mask)) for mask in set(self.at.values()) if mask}
        return {key: sets[mask] for key, mask in self.at.items() if mask}

    def asks(self, condition: Condition | None) -> int:
        """What a condition reads."""
        if condition is None:
            return 0
        mask = 0
        for name in condition.reads:
            mask |= self.bit(FACT, name)
        for node in condition.nodes:
            mask |= self.bit(SEEN, node)
        for name in readings_in(condition.source):
            mask |= self.bit(READING, name)
        return mask


def live_of(book: Book, promises: Iterable[Promise] | None = None) -> Live:
    """Work it out, going round backwards until nothing changes.

    What `promises` read (default: all of the book's) is live everywhere.
    """
    live = Live(book, most_seen=_most_seen(book))
    live.telling = _telling(book)
    promised = 0
    for promise in book.promises if promises is None else promises:
        promised |= live.asks(promise.condition)
    reads: dict[tuple[str, int], int] = {}
    kept: dict[tuple[str, int], int] = {}
    after: dict[tuple[str, int], list[tuple[str, int, bool]]] = {}
    for node in book.nodes.values():
        for at, step in enumerate(node.steps):
            reads[node.id, at] = _reads(live, node.id, at, step) | promised
            after[node.id, at] = _after(book, node.id, at, step)
            kept[node.id, at] = ~_set_anew(live, step)
    order = list(reversed(reads))
    value = live.at
    changed = True
    while changed:
        changed = False
        for key in order:
            new = 0
            for name, first, anew in after[key]:
                found = value.get((name, first), 0)
                new |= found & ~live.readings if anew else found
            new = new & kept[key] | reads[key]
            if new != value.get(key, 0):
                value[key], changed = new, True
    return live


def _after(book: Book, node: str, at: int, step: Step) -> list[tuple[str, int, bool]]:
    """What can follow: (node, index, whether the stage is read anew there)."""
    found = [(node, one, False) for one in following(step, at) if one >= 0]
    for kind, target in links_of(step):
        first = step.at if isinstance(step, Go) else 0
        found.append((target, first, kind == "way"))
    return found


def _reads(live: Live, node: str, at: int, step: Step) -> int:
    mask = 0
    match step:
        case If(condition=condition):
            mask = live.asks(condition)
        case Choose(choices=choices):
            for choice in choices:
                mask |= live.asks(choice.condition) | _priced(live, choice.price.parts)
                mask |= live.bit(ONCE, choice.id) if choice.once else 0
        case Visit(ways=ways):
            for way in ways:
                mask |= live.asks(way.condition) | (live.bit(ONCE, f"{node}/{way.name}") if way.once else 0)
        case Bribe(who=who, offers=offers):
            mask = live.bit(READING, "witness") | live.bit(FACT, HEAT)
            mood = live.book.cast[who].mood
            mask |= live.bit(FACT, mood) if isinstance(mood, str) else 0
            for offer in offers:
                mask |= _priced(live, offer.price.parts)
        case Phone(cards=cards):
            mask = live.bit(READING, "signal") | live.bit(READING, "trace")
            for card in cards:
                mask |= live.asks(card.condition) | (live.bit(ONCE, card.id) if card.once else 0)
        case Papers(quality=quality, questions=questions):
            mask = live.bit(READING, "alarm") | live.bit(FACT, quality)
            for question in questions:
                for one in question.answers:
                    mask |= live.asks(one.condition)
        case Vary(key=key):
            mask = live.bit(VARIED, key)
        case Deck(cards=cards_of):
            for name in cards_of:
                first = card_of(live.book, name)
                mask |= live.asks(first.condition) | (live.bit(ONCE, once_key(name)) if first.once else 0)
        case _:
            pass
    return mask


def _priced(live: Live, parts: tuple[tuple[str, int], ...]) -> int:
    mask = 0
    for name, _ in parts:
        mask |= live.bit(FACT, name)
    return mask


def _set_anew(live: Live, step: Step) -> int:
    mask = 0
    if isinstance(step, Set):
        for change in step.changes:
            mask |= live.bit(FACT, change.fact) if change.how == "to" else 0
    return mask


# Conditions as text --------------------------------------------------------------------------------------
@lru_cache(maxsize=4096)
def readings_in(source: str) -> frozenset[str]:
    """The readings of the stage a condition asks for."""
    tree = ast.parse(source, mode="eval")
    return frozenset(part.id for part in ast.walk(tree) if isinstance(part, ast.Name) and part.id in READING_RANGES)


def conditions_of(book: Book) -> list[tuple[str, Condition]]:
    """Every condition of a book with its node."""
    found: list[tuple[str, Condition | None]] = []
    for node in book.nodes.values():
        for step in node.steps:
            match step:
                case If(condition=condition):
                    found.append((node.id, condition))
                case Choose(choices=choices):
                    found += [(node.id, choice.condition) for choice in choices]
                case Visit(ways=ways):
                    found += [(node.id, way.condition) for way in ways]
                case Phone(cards=cards):
                    found += [(node.id, card.condition) for card in cards]
                case Papers(questions=questions):
                    found += [(node.id, one.condition) for question in questions for one in question.answers]
                case Deck(cards=names):
                    found += [(name, card_of(book, name).condition) for name in names]
                case _:
                    pass
    found += [("", promise.condition) for promise in book.promises]
    return [(node, condition) for node, condition in found if condition is not None]


def _most_seen(book: Book) -> dict[str, int]:
    """For each node asked about, one more than the largest number it is compared with anywhere in that condition."""
    most: dict[str, int] = {}
    for _, condition in conditions_of(book):
        numbers = [0]
        if "visits" in condition.source:
            tree = ast.parse(condition.source, mode="eval")
            numbers += [part.value for part in ast.walk(tree) if isinstance(part, ast.Constant)
                        and isinstance(part.value, int)]
        for node in condition.nodes:
            most[node] = max(most.get(node, 1), max(numbers) + 1)
    return most


def _telling(book: Book) -> dict[str, list[Value]]:
    """For each fact values that stand for all others: of a number its ends, and each number it is held against."""
    held: dict[str, set[int]] = {name: {fact.least, fact.most} for name, fact in book.facts.items()}
    for _, condition in conditions_of(book):
        numbers = {part.value for part in ast.walk(ast.parse(condition.source, mode="eval"))
                   if isinstance(part, ast.Constant) and isinstance(part.value, int)}
        for name in condition.reads:
            for number in numbers:
                held[name] |= {number - 1, number, number + 1, -number - 1, -number, 1 - number}
    for node in book.nodes.values():
        for step in node.steps:
            priced = step.choices if isinstance(step, Choose) else step.offers if isinstance(step, Bribe) else ()
            for one in priced:
                for name, count in one.price.parts:
                    held[name] |= {count - 1, count}
    found: dict[str, list[Value]] = {}
    for name, fact in book.facts.items():
        if fact.type is FactType.INT:
            wide = fact.most - fact.least <= MOST_GUESSED
            found[name] = [value for value in range(fact.least, fact.most + 1) if wide or value in held[name]]
        else:
            found[name] = list(fact.of) if fact.of else [False, True]
    return found
