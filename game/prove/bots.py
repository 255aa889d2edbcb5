"""Players made of dice: they sit at the menu, and together they say what of the story is ever reached.

A run is its seed and its player (`show`); its picks alone play it again (`replay`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random

from game.prove.doors import Doors, doors, reached
from game.prove.marks import marked
from game.prove.menu import MOST_PICKS, NEXT, WAIT, Pick, Sitting, carry_out, picks, sit_down, take
from game.prove.tally import Coverage
from game.prove.tally import written as all_written
from game.sim.world import Lore
from game.story.book import Book
from game.story.facts import Value
from game.story.moments import Barked, BribeAnswered, Chosen, Entered, Moment, Spoke
from game.story.runtime import HANG_UP, LEAVE
from game.story.steps import Choose
from game.story.tale import Waiting, step_at

LOST = "unfinished"  # a run that found no ending in so many picks
WHIM = 10            # times in 100 a player does anything at all; nobody goes in circles for ever
BLOCK = 600          # the curious remember runs of the same hundred: a run can be shown without all before it
_WORDS, _END = Waiting.WORDS, Waiting.END  # asking an enum for a name takes its time


class Temper(StrEnum):
    """How a player picks. All but the first have sense: they try what is new, and keep doors open."""

    UNIFORM = "uniform"    # anything, all alike
    CURIOUS = "curious"    # what was seen least, by all the curious of the block
    GREEDY = "greedy"      # never hands anything over
    COWARD = "coward"      # what is safe: leave, wait, hide
    RUSHER = "rusher"      # on, and the first thing that is offered
    KIND = "kind"          # talks to people and gives


TEMPERS = tuple(Temper)
WHIMS = {Temper.UNIFORM: 100, Temper.CURIOUS: 0}  # instead of WHIM


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its ending (LOST if none), everything picked; `turns` count lines gone past too, `read` words."""

    seed: int
    temper: Temper
    ending: str
    picks: tuple[str, ...]
    turns: int
    read: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What a pick is to a player: the `key` it is counted under, and how much it is liked before anything was done
    (for the curious: how many endings stay open behind it).
    """

    key: str
    liking: int


Spot = tuple[str, int]  # node, step


@dataclass(slots=True)
class Table:
    """Where they sit: the story as a book that leaves marks, what `every` mark is, the doors, lengths of lines.

    `looks` keeps how picks look to a player at a place (the whole stack), so that it is worked out only once.
    `memory` is how often the curious met what, in the block `block` of the seeds `lane` (seed modulo players).
    """

    lore: Lore
    marks: set[str]
    every: set[str]
    doors: Doors
    lengths: dict[str, int]
    looks: dict[tuple[Temper, tuple[Spot, ...]], dict[str, Look]] = field(default_factory=dict)
    memory: Counter[str] = field(default_factory=Counter)
    recalled: tuple[int, int] = (-1, 0)  # the lane, and the seed the memory is right for


def written(book: Book) -> tuple[set[str], set[str]]:
    """All choice, offer, card and answer ids, and all of her ways as "node/way", that the story leads to."""
    every = all_written(book)
    return every["choices"], every["ways"]


def table(lore: Lore) -> Table:
    """A table for players of `lore`."""
    book, marks, every = marked(lore.book, reached(lore.book))
    return Table(replace(lore, book=book), marks, every, doors(lore.book),
                 {id: len(text.split()) for id, text in lore.book.words.items()})


def temper_of(seed: int) -> Temper:
    """The players take turns by their seeds."""
    return TEMPERS[seed % len(TEMPERS)]


def play(at: Table, seed: int, temper: Temper, coverage: Coverage) -> Run:
    """Play one journey to its end, or until it has taken too long; what it met goes into `coverage`."""
    if temper is Temper.CURIOUS:
        _recall(at, seed)
    at.marks.clear()
    sitting, told = sit_down(at.lore, seed)
    player = _Player(at, sitting, temper, Random(seed * len(TEMPERS) + TEMPERS.index(temper)), coverage)
    player.hear(told, "")
    made: list[str] = []
    turns = 0
    while sitting.tale.waiting is not _END and len(made) < MOST_PICKS:
        turns += 1
        if sitting.tale.waiting is _WORDS:
            player.hear(take(sitting, NEXT), "")
            continue
        offered = [pick for pick in picks(sitting) if pick.open]
        if not offered:
            break
        made.append(player.pick(offered).id)
    ending = sitting.tale.ending or LOST
    coverage.marks |= at.marks
    coverage.runs[temper, ending] += 1
    coverage.firsts[temper, ending] = min(seed, coverage.firsts.get((temper, ending), seed))
    coverage.decisions[len(made)] += 1
    coverage.read[player.read] += 1
    if temper is Temper.CURIOUS:
        at.recalled = seed % len(TEMPERS), seed + len(TEMPERS)
    return Run(seed, temper, ending, tuple(made), turns, player.read)


def _recall(at: Table, seed: int) -> None:
    """Bring the memory of the curious to what it is when `seed` sits down: all their runs of its block before it."""
    step = len(TEMPERS)
    lane, first = seed % step, seed // BLOCK * BLOCK + seed % step
    if at.recalled == (lane, seed) and seed != first:
        return
    at.memory = Counter()
    at.recalled = (lane, first)
    for before in range(first, seed, step):
        play(at, before, Temper.CURIOUS, Coverage())


def show(lore: Lore, seed: int, temper: Temper) -> Run:
    """The run of a seed and a player, whatever was played before."""
    return play(table(lore), seed, temper, Coverage())


def runs(lore: Lore, count: int, seed: int,
         told: Callable[[int], None] = lambda done: None) -> tuple[list[Run], Coverage]:
    """`count` runs from `seed` up, the players taking turns; `told` hears how many are done."""
    coverage, at = Coverage(), table(lore)
    done: list[Run] = []
    for number in range(seed, seed + count):
        done.append(play(at, number, temper_of(number), coverage))
        told(len(done))
    return done, coverage


def tally(at: Table, seeds: Iterable[int], temper: Temper | None = None) -> Coverage:
    """What the runs of `seeds` come to, by all players in turn or by one."""
    coverage = Coverage()
    for seed in seeds:
        play(at, seed, temper or temper_of(seed), coverage)
    return coverage


def replay(lore: Lore, seed: int, made: Iterable[str], start: str = "") -> Sitting:
    """Play a run's picks again, going past every line. Raises TaleError if a pick is not there."""
    sitting, _ = sit_down(lore, seed, start)
    retrace(sitting, made)
    return sitting


def retrace(sitting: Sitting, made: Iterable[str]) -> None:
    """Take picks that were made before, going past every line. Raises TaleError if one is not there."""
    for id in made:
        skip_words(sitting)
        take(sitting, id)
    skip_words(sitting)


def skip_words(sitting: Sitting) -> None:
    """Go past the lines on screen."""
    while sitting.tale.waiting is Waiting.WORDS:
        take(sitting, NEXT)


# How they pick -------------------------------------------------------------------------------------------
@dataclass(slots=True)
class _Player:
    """Somebody at the menu: `done` is how often they did what in this run, `read` the words they read."""

    table: Table
    sitting: Sitting
    temper: Temper
    dice: Random
    coverage: Coverage
    done: dict[str, int] = field(default_factory=dict)
    read: int = 0
    chapters: set[str] = field(default_factory=set)

    def pick(self, offered: list[Pick]) -> Pick:
        """Pick, and hear what comes of it."""
        looks = self._looks(offered)
        best = list(range(len(offered)))
        whim = WHIMS.get(self.temper, WHIM)
        if whim == 0 or (whim < 100 and self.dice.random() * 100 >= whim):
            liking = self._likings(looks, whim == 0)
            most = max(liking)
            best = [n for n, much in enumerate(liking) if much == most]
        number = best[int(self.dice.random() * len(best))]
        picked, key = offered[number], looks[number].key
        self.done[key] = self.done.get(key, 0) + 1
        if whim == 0:
            self.table.memory[key] += 1
        if picked.way is not None:
            self.coverage.ways[key] += 1
        frame = self.sitting.tale.frame
        where = f"{frame.node} {frame.at}"
        self.hear(carry_out(self.sitting, picked), where)
        return picked

    def hear(self, told: list[Moment], bribe: str) -> None:
        """Count what was told; `bribe` is the step an offer was made at."""
        coverage, lengths = self.coverage, self.table.lengths
        for moment in told:
            match moment:
                case Spoke(text=text) | Barked(text=text):
                    coverage.lines[text] += 1
                    self.read += lengths.get(text, 0)
                case Entered(node=node):
                    coverage.nodes[node] += 1
                    if (chapter := node.partition(".")[0]) not in self.chapters:
                        self.chapters.add(chapter)
                        coverage.pass_gate(self.table.lore.book, chapter, self._facts_at(node))
                case Chosen(id=id):
                    coverage.choices[id] += 1
                case BribeAnswered(outcome=outcome):
                    coverage.bribes[f"{bribe} {outcome}"] += 1

    def _facts_at(self, node: str) -> dict[str, Value]:
        """What was true when `node` began a moment ago."""
        tale = self.sitting.tale
        return next((entry.facts for entry in reversed(tale.entries) if entry.node == node), tale.facts)

    def _looks(self, offered: list[Pick]) -> list[Look]:
        """How the picks look to the player, here."""
        place = tuple([(frame.node, frame.at) for frame in self.sitting.tale.stack])
        known = self.table.looks.setdefault((self.temper, place), {})
        news = [one for one in offered if one.id not in known]
        if news:
            node = self.sitting.tale.frame.node
            ahead = self.table.doors.open(self.sitting.tale, [one.id for one in news])
            for one, endings in zip(news, ahead, strict=True):
                key = f"{node}/{one.id}" if one.option is None or one.id in (LEAVE, HANG_UP) else one.id
                known[one.id] = Look(key, self._liking(one, endings))
        return [known[one.id] for one in offered]

    def _likings(self, looks: list[Look], curious: bool) -> list[int]:
        """How much the player likes each pick now; only the order matters."""
        if curious:
            memory, endings = self.table.memory, len(self.table.doors.book.endings)
            return [-memory.get(look.key, 0) * endings // look.liking for look in looks]
        done = self.done
        return [look.liking - 5 * done.get(look.key, 0) for look in looks]

    def _liking(self, pick: Pick, ahead: int) -> int:
        """The liking of a pick after which `ahead` endings are open."""
        if pick.id == WAIT:  # it decides nothing
            ahead = len(self.table.doors.book.endings)
        handed = sum(count for _, count in pick.option.price.parts) if pick.option is not None else 0
        risk = sum(percent for _, percent in pick.way.risk) if pick.way is not None else 0
        verb = pick.way.verb if pick.way is not None else ""
        own = 0
        match self.temper:
            case Temper.CURIOUS:
                return max(1, ahead)
            case Temper.GREEDY:
                own = -8 * handed
            case Temper.COWARD:
                own = 6 * (pick.id in (LEAVE, WAIT)) - risk + 2 * (verb == "hide")
            case Temper.RUSHER:
                own = 12 * (verb == "reach") - 10 * (pick.id == WAIT) + 3 * self._is_first(pick)
            case Temper.KIND:
                own = 2 * handed + 6 * (verb == "talk")
        return own + 4 * ahead - risk // 10

    def _is_first(self, pick: Pick) -> bool:
        step = step_at(self.table.lore.book, self.sitting.tale)
        return isinstance(step, Choose) and step.choices[0].id == pick.id
