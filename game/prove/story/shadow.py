"""The shadow of a tale: where it stands and the values of a few variables; every other variable is anything.

Whatever a tale can do its shadow can do too, so what no shadow comes to nobody ever comes to. Here is what is known of
the variables; falls.py says what a step may come to, and walks.py follows the shadows from the start.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from game.prove.story.drift import Drift, drifted, drifts_of
from game.prove.story.live import FACT, ONCE, READING, SEEN, Live, readings_in
from game.prove.story.strands import Strands
from game.sim.world import Lore
from game.story.bribes import HEAT, Outcome, odds
from game.story.conditions import Condition
from game.story.facts import READING_RANGES, Change, FactType, Price, Readings, Value, changed
from game.story.steps import Bribe, Later, Offer
from game.story.tale import begin

MOST_GUESSES = 20_000
TIMER = "timer"  # a kind of variable: how many timers run that the step "node at" set
MANY = 2
UNREAD = ("alarm", "signal")  # readings that are always the same at the menu
Var = tuple[str, str]
Known = tuple[Value, ...]  # the values of what is kept, in its order


@dataclass(slots=True)
class Shadow:
    """Shadows that keep the variables `kept`. `later` are the steps that set timers, by their key "node at".

    `bounds` are numbers of which only the most ("up") or the least ("down") is kept that they can be; `resting`
    variables are taken to be left alone by the stage. `at_menu` there is no stage at all, as for `tell` and bots.
    """

    lore: Lore
    live: Live
    strands: Strands
    kept: tuple[Var, ...]
    later: dict[str, Later] = field(default_factory=dict)
    bounds: dict[Var, str] = field(default_factory=dict)
    resting: frozenset[Var] = frozenset()
    at_menu: bool = False
    at: dict[Var, int] = field(default_factory=dict)
    truths: dict[tuple[object, ...], tuple[bool, bool]] = field(default_factory=dict)
    endings: dict[tuple[object, ...], set[Outcome]] = field(default_factory=dict)
    drifts: dict[str, list[Drift]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Where each variable stands."""
        self.at = {name: number for number, name in enumerate(self.kept)}

    @classmethod
    def of(cls, lore: Lore, live: Live, strands: Strands) -> Shadow:
        """Shadows that keep nothing yet."""
        later = {f"{node.id} {at}": step for node in lore.book.nodes.values() for at, step in enumerate(node.steps)
                 if isinstance(step, Later)}
        return cls(lore, live, strands, (), later)

    def keeping(self, more: set[Var], bounds: dict[Var, str] | None = None) -> Shadow:
        """Shadows that keep more; with `bounds`, other ones than these."""
        return replace(self, kept=tuple(sorted({*self.kept, *more})), truths={}, endings={},
                       bounds=self.bounds if bounds is None else bounds)

    def start(self, node: str) -> Known:
        """What is known when the tale begins in `node`."""
        facts = begin(self.lore.book, 0).facts
        return self.entered(tuple(facts[name] if kind == FACT else 0 for kind, name in self.kept), node)

    def part_of(self, known: Known, other: Shadow) -> Known:
        """What these shadows know of what `other` ones do, which keep at least as much."""
        return tuple(known[other.at[name]] for name in self.kept)

    def exact(self, known: Known) -> Known:
        """What is known, without the bounds."""
        return known if not self.bounds else tuple(
            0 if name in self.bounds else value for name, value in zip(self.kept, known, strict=True))

    def covers(self, known: Known, other: Known) -> bool:
        """Whether what is known allows all that `other` does."""
        return known == other or (bool(self.bounds) and self.exact(known) == self.exact(other) and all(
            int(known[self.at[name]]) >= int(other[self.at[name]]) if bound == "up"
            else int(known[self.at[name]]) <= int(other[self.at[name]]) for name, bound in self.bounds.items()))

    # What changes ----------------------------------------------------------------------------------------
    def put(self, known: Known, name: Var, value: Value) -> Known:
        """The same, but for one variable, if it is kept."""
        at = self.at.get(name)
        return known if at is None else (*known[:at], value, *known[at + 1:])

    def entered(self, known: Known, node: str) -> Known:
        """A node begins."""
        at = self.at.get((SEEN, node))
        return known if at is None else self.put(known, (SEEN, node),
                                                 min(int(known[at]) + 1, self.live.most_seen[node]))

    def changed(self, known: Known, changes: tuple[Change, ...]) -> Known:
        """Facts change."""
        for one in changes:
            at = self.at.get((FACT, one.fact))
            if at is not None:
                new = changed(self.lore.book.facts[one.fact], known[at], one)
                known = self.put(known, (FACT, one.fact), new)
        return known

    def paid(self, known: Known, price: Price) -> Known:
        """Something is handed over."""
        return self.changed(known, tuple(Change(name, "by", -count) for name, count in price.parts))

    def spent(self, known: Known, key: str, once: bool) -> Known:
        """Something that goes only once is used up."""
        return self.put(known, (ONCE, key), 1) if once else known

    def drifted(self, known: Known, room: str) -> list[Known]:
        """What the stage may have made of it by itself."""
        found = [known]
        if self.at_menu:
            return found
        if room not in self.drifts:
            self.drifts[room] = drifts_of(self.lore, room)
        for name, drift in self.drifts[room]:
            at = self.at.get((FACT, name))
            if at is not None and (FACT, name) not in self.resting:
                fact, bound = self.lore.book.facts[name], self.bounds.get((FACT, name))
                found = [self.put(one, (FACT, name), value) for one in found
                         for value in _bounded(drifted(fact, one[at], drift), bound)]
        return found

    def set_off(self, known: Known, key: str) -> Known:
        """A timer is set; it is counted up to two, which stands for more."""
        runs = self.value(known, (TIMER, key))
        return known if runs is None else self.put(known, (TIMER, key), min(int(runs) + 1, MANY))

    def gone_off(self, known: Known, key: str) -> list[Known]:
        """A timer plays, if one runs."""
        runs = self.value(known, (TIMER, key))
        if runs is None:
            return [known]
        return [self.put(known, (TIMER, key), left) for left in ((), (0,), (1, MANY))[int(runs)]]

    def left(self, known: Known) -> list[Known]:
        """A room is left, if one was open: the timers that run have been missed, and run no more."""
        found = [known]
        for key, later in self.later.items():
            runs = self.value(known, (TIMER, key)) if later.ticks and later.missed else 0
            if runs == 1:
                found = [self.changed(one, later.missed) for one in found]
            elif runs is None or int(runs) > 1:
                found = list(dict.fromkeys(change for one in found for change in self._again(one, later, runs is None)))
        stopped = [tuple(0 if kind == TIMER and self.later[key].ticks else value
                         for (kind, key), value in zip(self.kept, one, strict=True)) for one in found]
        return [known, *stopped] if self.strands.loose else stopped

    def _again(self, known: Known, later: Later, or_never: bool) -> list[Known]:
        """What was missed any number of times."""
        found = [known] if or_never else []
        while (known := self.changed(known, later.missed)) not in found:
            found.append(known)
        return found

    # What is so ------------------------------------------------------------------------------------------
    def value(self, known: Known, name: Var) -> Value | None:
        """The value of a variable; None if it is not kept."""
        at = self.at.get(name)
        return None if at is None else known[at]

    def values(self, known: Known, name: Var) -> list[Value]:
        """The value of a variable, or all that it could have."""
        at = self.at.get(name)
        kind, word = name
        if at is not None and name not in self.bounds:
            return [known[at]]
        if at is not None:
            fact, most = self.lore.book.facts[word], int(known[at])
            return list(range(fact.least, most + 1) if self.bounds[name] == "up" else range(most, fact.most + 1))
        if kind == SEEN:
            return list(range(self.live.most_seen[word] + 1))
        if kind == READING and self.at_menu and word in UNREAD:
            return [getattr(Readings(), word)]
        if kind == READING:
            least, most = READING_RANGES[word]
            return [False, True] if word == "witness" else list(range(least, most + 1))
        fact = self.lore.book.facts[word]
        if fact.type is FactType.INT:
            return list(range(fact.least, fact.most + 1))
        return list(fact.of) if fact.of else [False, True]

    def truth(self, condition: Condition | None, known: Known) -> tuple[bool, bool]:
        """Whether a condition may hold, and whether it may fail."""
        if condition is None:
            return True, False
        asked = asked_by(condition)
        key = (condition.source, condition.nodes, *(self.value(known, name) for name in asked))
        if key not in self.truths:
            rows = [self.values(known, name) for name in asked]
            count = 1
            for row in rows:
                count *= len(row)
            held = {True, False} if count > MOST_GUESSES else {
                condition.holds(_scope(asked, picked)) for picked in product(*rows)}
            self.truths[key] = (True in held, False in held)
        return self.truths[key]

    def payable(self, price: Price, known: Known) -> tuple[bool, bool]:
        """Whether a price may be payable, and whether it may not be."""
        able, unable = True, False
        for name, count in price.parts:
            held = self.value(known, (FACT, name))
            bound = "" if held is None else self.bounds.get((FACT, name), "exact")
            able = able and (bound in ("", "down") or int(held or 0) >= count)
            unable = unable or bound in ("", "up") or int(held or 0) < count
        return able, unable

    def may_go(self, known: Known, key: str, once: bool) -> tuple[bool, bool]:
        """Whether what may go only once may still go, and whether it may be used up."""
        used = self.value(known, (ONCE, key)) if once else 0
        return used != 1, used != 0

    def outcomes(self, bribe: Bribe, offer: Offer, known: Known) -> set[Outcome]:
        """How an offer may end."""
        person, book = self.lore.book.cast[bribe.who], self.lore.book
        names = [name for name in (HEAT, person.mood) if isinstance(name, str) and name in book.facts]
        key = (bribe.who, bribe.price, bribe.tries, bribe.agreed, offer,
               *(self.value(known, (FACT, name)) for name in names))
        if key in self.endings:
            return self.endings[key]
        found = self.endings[key] = set()
        for held in product(*(self.values(known, (FACT, name)) for name in names)):
            facts = dict(zip(names, held, strict=True))
            for witness, refusals in product((False, True), range(max(1, bribe.tries))):
                chances = odds(book, facts, witness, bribe, offer, refusals)
                if chances.danger > 0:
                    found.add(Outcome.INSULTED)
                if chances.danger < 100 and chances.accept < 100:
                    found.add(Outcome.REFUSED)
                if chances.danger < 100 and chances.accept > 0:
                    found |= {Outcome.BETRAYED} if chances.betray > 0 else set()
                    found |= {Outcome.ACCEPTED} if chances.betray < 100 else set()
        return found


def _bounded(values: list[Value], bound: str | None) -> list[Value]:
    """Of several values the one that stands for all, where only a bound is kept."""
    if bound is None:
        return values
    return [max(values, key=int)] if bound == "up" else [min(values, key=int)]


@dataclass(slots=True)
class _Scope:
    """What a condition reads."""

    facts: dict[str, Value]
    readings: Readings
    visits: dict[str, int]


def asked_by(condition: Condition) -> list[Var]:
    """The variables a condition reads."""
    return [*((FACT, name) for name in sorted(condition.reads)), *((SEEN, name) for name in sorted(condition.nodes)),
            *((READING, name) for name in sorted(readings_in(condition.source)))]


def _scope(asked: list[Var], picked: tuple[Value, ...]) -> _Scope:
    held = dict(zip(asked, picked, strict=True))
    readings: dict[str, Any] = {name: value for (kind, name), value in held.items() if kind == READING}
    return _Scope({name: value for (kind, name), value in held.items() if kind == FACT}, Readings(**readings),
                  {name: int(value) for (kind, name), value in held.items() if kind == SEEN})
