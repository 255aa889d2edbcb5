"""What many runs come to: endings with their intervals, what was met and what never, purse and warmth at the gates."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import sqrt

from game.prove.doors import reached
from game.sim.ways import HERS
from game.story.book import Book
from game.story.bribes import Outcome
from game.story.facts import Value
from game.story.steps import Bark, Bribe, Choose, Papers, Phone, Say, Visit

Z_95 = 1.959964  # 95 of 100 lie within so many standard deviations


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, 0 to 1 (Wilson 1927): right also for few runs and for none at all."""
    if not of:
        return 0.0, 1.0
    share, square = hits / of, Z_95 * Z_95
    middle = share + square / (2 * of)
    half = Z_95 * sqrt(share * (1 - share) / of + square / (4 * of * of))
    below = 1 + square / of
    return max(0.0, (middle - half) / below), min(1.0, (middle + half) / below)


def spread(values: Counter[int]) -> tuple[int, int, int]:
    """The 10th, 50th and 90th of a hundred; zeros for no values."""
    total = sum(values.values())
    found, done, wanted = [], 0, [10, 50, 90]
    for value, count in sorted(values.items()):
        done += count
        while wanted and done * 100 >= wanted[0] * total:
            found.append(value)
            del wanted[0]
    return (found[0], found[1], found[2]) if found else (0, 0, 0)


@dataclass(slots=True)
class Coverage:
    """How often each node, line, choice, way and answer to a bribe was met, and which sides of what forks (`marks`).

    `runs` counts (player, ending), `firsts` is the least seed of each; `decisions` and `read` (words) count runs by
    their length; `purses` and `warmths` are, by chapter, what she had at its gate (purses in tenths of a won note).
    """

    nodes: Counter[str] = field(default_factory=Counter)
    lines: Counter[str] = field(default_factory=Counter)
    choices: Counter[str] = field(default_factory=Counter)
    ways: Counter[str] = field(default_factory=Counter)
    bribes: Counter[str] = field(default_factory=Counter)
    marks: set[str] = field(default_factory=set)
    runs: Counter[tuple[str, str]] = field(default_factory=Counter)
    firsts: dict[tuple[str, str], int] = field(default_factory=dict)
    decisions: Counter[int] = field(default_factory=Counter)
    read: Counter[int] = field(default_factory=Counter)
    purses: dict[str, Counter[int]] = field(default_factory=dict)
    warmths: dict[str, Counter[int]] = field(default_factory=dict)

    def add(self, other: Coverage) -> None:
        """Take in what another counted."""
        for name in ("nodes", "lines", "choices", "ways", "bribes", "runs", "decisions", "read"):
            getattr(self, name).update(getattr(other, name))
        self.marks |= other.marks
        for run, seed in other.firsts.items():
            self.firsts[run] = min(seed, self.firsts.get(run, seed))
        for mine, theirs in ((self.purses, other.purses), (self.warmths, other.warmths)):
            for chapter, counted in theirs.items():
                mine.setdefault(chapter, Counter()).update(counted)

    def pass_gate(self, book: Book, chapter: str, facts: dict[str, Value]) -> None:
        """A chapter began for the first time in a run: what she has is counted."""
        purse = sum(fact.worth * int(facts[name]) for name, fact in book.facts.items() if fact.worth)
        self.purses.setdefault(chapter, Counter())[purse] += 1
        if "warmth" in facts:
            self.warmths.setdefault(chapter, Counter())[int(facts["warmth"])] += 1

    def endings(self, player: str = "") -> Counter[str]:
        """How many runs ended how, of all players or of one."""
        found: Counter[str] = Counter()
        for (who, ending), count in self.runs.items():
            if player in ("", who):
                found[ending] += count
        return found

    def missing(self, book: Book, marks: set[str] | None = None) -> dict[str, list[str]]:
        """What no run met, kind by kind, sorted. `marks`: all there can be (see marks.py)."""
        every = written(book)
        met = {"nodes": self.nodes, "lines": self.lines, "choices": self.choices, "ways": self.ways,
               "bribes": self.bribes}
        lost = {kind: sorted(every[kind] - set(met[kind])) for kind in every}
        return {**lost, "sides": sorted(marks - self.marks)} if marks is not None else lost

    def shares(self, book: Book, marks: set[str] | None = None) -> dict[str, list[int]]:
        """[met, written] by kind."""
        every = written(book)
        if marks is not None:
            every["sides"] = marks
        return {kind: [len(every[kind]) - len(lost), len(every[kind])]
                for kind, lost in self.missing(book, marks).items()}


def written(book: Book) -> dict[str, set[str]]:
    """All that the story leads to: "nodes", "lines", "choices" (offers, cards and answers too), "ways" of hers as
    "node/way", "bribes" as "node STEP OUTCOME".
    """
    nodes = reached(book)
    lines: set[str] = set()
    choices: set[str] = set()
    ways: set[str] = set()
    bribes: set[str] = set()
    for node in nodes:
        for at, step in enumerate(book.nodes[node].steps):
            match step:
                case Say(text=text) | Bark(text=text):
                    lines.add(text)
                case Choose(choices=found):
                    choices |= {choice.id for choice in found}
                case Bribe(offers=offers):
                    choices |= {offer.id for offer in offers}
                    bribes |= {f"{node} {at} {outcome}" for outcome in Outcome}
                case Phone(cards=cards):
                    choices |= {card.id for card in cards}
                case Papers(questions=questions):
                    choices |= {answer.id for question in questions for answer in question.answers}
                case Visit(ways=found_ways):
                    ways |= {f"{node}/{way.name}" for way in found_ways if way.verb in HERS}
    return {"nodes": nodes, "lines": lines, "choices": choices, "ways": ways, "bribes": bribes}
