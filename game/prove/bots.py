"""Players made of dice: they sit at the menu, and together they say what of the story is ever reached.

A run is its seed, its temper and its picks; the picks alone play it again (`replay`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from game.prove.menu import NEXT, WAIT, Pick, Sitting, picks, sit_down, take
from game.sim.ways import HERS
from game.sim.world import Lore
from game.story.book import Book
from game.story.dice import roll
from game.story.moments import Chosen, Entered, Moment
from game.story.runtime import LEAVE
from game.story.steps import Bribe, Choose, Papers, Phone, Visit
from game.story.tale import Waiting, step_at

MOST_PICKS = 600
LOST = "unfinished"  # a run that found no ending in so many picks
WHIM_PERCENT = 10    # how often a temper does something else; nobody goes in circles for ever


class Temper(StrEnum):
    """How a player picks."""

    UNIFORM = "uniform"    # anything
    CURIOUS = "curious"    # what was seen least in all runs
    GREEDY = "greedy"      # never hands anything over
    COWARD = "coward"      # what is safe: leave, wait, go home
    RUSHER = "rusher"      # on, and the first thing that is offered
    KIND = "kind"          # talks to people and gives


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its ending (LOST if none), everything picked, lines past included in `turns` only."""

    seed: int
    temper: Temper
    ending: str
    picks: tuple[str, ...]
    turns: int


@dataclass(slots=True)
class Coverage:
    """How often each node, choice and way was met in all runs."""

    nodes: Counter[str] = field(default_factory=Counter)
    choices: Counter[str] = field(default_factory=Counter)
    ways: Counter[str] = field(default_factory=Counter)

    def note(self, moments: Iterable[Moment]) -> None:
        """Count what was told."""
        for moment in moments:
            match moment:
                case Entered(node=node):
                    self.nodes[node] += 1
                case Chosen(id=id):
                    self.choices[id] += 1

    def missing(self, book: Book) -> dict[str, list[str]]:
        """What no run met: nodes, choices (offers too) and her ways, sorted."""
        choices, ways = written(book)
        return {"nodes": sorted(set(book.nodes) - set(self.nodes)), "choices": sorted(choices - set(self.choices)),
                "ways": sorted(ways - set(self.ways))}

    def shares(self, book: Book) -> dict[str, list[int]]:
        """[met, written] for nodes, choices and ways."""
        choices, ways = written(book)
        lost = self.missing(book)
        totals = {"nodes": len(book.nodes), "choices": len(choices), "ways": len(ways)}
        return {kind: [total - len(lost[kind]), total] for kind, total in totals.items()}


def written(book: Book) -> tuple[set[str], set[str]]:
    """All choice and offer ids, and all of her ways as "node/way", of a book."""
    choices: set[str] = set()
    ways: set[str] = set()
    for node in book.nodes.values():
        for step in node.steps:
            match step:
                case Choose(choices=found):
                    choices |= {choice.id for choice in found}
                case Bribe(offers=offers):
                    choices |= {offer.id for offer in offers}
                case Phone(cards=cards):
                    choices |= {card.id for card in cards}
                case Papers(questions=questions):
                    choices |= {answer.id for question in questions for answer in question.answers}
                case Visit(ways=found_ways):
                    ways |= {f"{node.id}/{way.name}" for way in found_ways if way.verb in HERS}
    return choices, ways


def run(lore: Lore, seed: int, temper: Temper, coverage: Coverage) -> Run:
    """Play one journey to its end, or until it has taken too long."""
    sitting, told = sit_down(lore, seed)
    coverage.note(told)
    made: list[str] = []
    turns = 0
    while sitting.tale.waiting is not Waiting.END and len(made) < MOST_PICKS:
        offered = [pick for pick in picks(sitting) if pick.open]
        if not offered:
            break
        picked = offered[0] if offered[0].id == NEXT else _pick(sitting, offered, temper, coverage)
        turns += 1
        if picked.id != NEXT:
            made.append(picked.id)
        if picked.way is not None:
            coverage.ways[f"{sitting.tale.frame.node}/{picked.id}"] += 1
        coverage.note(take(sitting, picked.id))
    return Run(seed, temper, sitting.tale.ending or LOST, tuple(made), turns)


def replay(lore: Lore, seed: int, made: Iterable[str]) -> Sitting:
    """Play a run's picks again, going past every line. Raises TaleError if a pick is not there."""
    sitting, _ = sit_down(lore, seed)
    for id in made:
        skip_words(sitting)
        take(sitting, id)
    skip_words(sitting)
    return sitting


def skip_words(sitting: Sitting) -> None:
    """Go past the lines on screen."""
    while sitting.tale.waiting is Waiting.WORDS:
        take(sitting, NEXT)


def runs(lore: Lore, count: int, seed: int,
         told: Callable[[int], None] = lambda done: None) -> tuple[list[Run], Coverage]:
    """`count` runs from `seed` up, the tempers taking turns; `told` hears how many are done."""
    coverage = Coverage()
    tempers = tuple(Temper)
    done: list[Run] = []
    for number in range(count):
        done.append(run(lore, seed + number, tempers[number % len(tempers)], coverage))
        told(number + 1)
    return done, coverage


# How they pick -------------------------------------------------------------------------------------------
def _pick(sitting: Sitting, offered: list[Pick], temper: Temper, coverage: Coverage) -> Pick:
    key = f"bot:{sitting.picks}"
    whim = 0 if temper is Temper.CURIOUS else 100 if temper is Temper.UNIFORM else WHIM_PERCENT
    if roll(sitting.tale.seed, f"{key}:whim", 100) >= whim:
        liking = [_liking(sitting, pick, temper, coverage) for pick in offered]
        best = max(liking)
        offered = [pick for pick, much in zip(offered, liking, strict=True) if much == best]
    return offered[roll(sitting.tale.seed, key, len(offered))]


def _liking(sitting: Sitting, pick: Pick, temper: Temper, coverage: Coverage) -> int:
    """How much a temper likes a pick; only the order matters."""
    handed = sum(count for _, count in pick.option.price.parts) if pick.option is not None else 0
    risk = sum(percent for _, percent in pick.way.risk) if pick.way is not None else 0
    verb = pick.way.verb if pick.way is not None else ""
    match temper:
        case Temper.UNIFORM:
            return 0
        case Temper.CURIOUS:
            return -_met(sitting, pick, coverage)
        case Temper.GREEDY:
            return -handed
        case Temper.COWARD:
            return (pick.id in (LEAVE, WAIT)) * 50 - risk - 5 * (verb == "reach") + 2 * (verb == "hide")
        case Temper.RUSHER:
            return 10 * (verb == "reach") - 10 * (pick.id == WAIT) + _is_first(sitting, pick)
        case Temper.KIND:
            return 10 * handed + 5 * (verb == "talk") - _met(sitting, pick, coverage) // 20


def _met(sitting: Sitting, pick: Pick, coverage: Coverage) -> int:
    if pick.way is not None:
        return coverage.ways[f"{sitting.tale.frame.node}/{pick.id}"]
    return coverage.choices[pick.id]


def _is_first(sitting: Sitting, pick: Pick) -> int:
    step = step_at(sitting.lore.book, sitting.tale)
    return int(isinstance(step, Choose) and step.choices[0].id == pick.id)
