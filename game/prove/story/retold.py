"""A trail of moves as somebody at the menu plays it: with a seed whose luck fits, and with her moves alone.

Of the trail only the order counts. What the world is to do there is waited for, or risked; where something else comes
between, it is gone through; where luck wills otherwise, another seed is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from game.prove.menu import NEXT, WAIT, Pick, Sitting, picks, sit_down, take
from game.prove.story.acting import answers_of
from game.prove.story.always import Place
from game.sim.world import Lore
from game.story.moments import Moment
from game.story.runtime import HANG_UP, LEAVE, TaleError
from game.story.steps import Papers
from game.story.tale import Waiting, step_at

MOST_SEEDS = 1000
MOST_ASIDE = 16  # decisions that are not of the trail


@dataclass(frozen=True, slots=True)
class Heard:
    """What `pick` ("": going past a line, or a look at the menu) told at the step `place`; `made` are all the picks."""

    sitting: Sitting
    place: Place
    pick: str
    told: list[Moment]
    made: list[str]


Met = Callable[[Heard], bool]  # whether that is what is looked for


@dataclass(frozen=True, slots=True)
class Retold:
    """A play at the menu: what `tell --seed N --choose "a > b"` plays."""

    seed: int
    picks: tuple[str, ...]

    def __str__(self) -> str:
        """As it is typed."""
        return f"python -m game tell --seed {self.seed} --choose \"{' > '.join(self.picks)}\""


def retell(lore: Lore, moves: Sequence[str], met: Met, seeds: Iterable[int] = range(1, MOST_SEEDS + 1)
           ) -> Retold | None:
    """The trail with the first seed that fits; None if none does."""
    answers = answers_of(lore.book)
    trail = [name for name in moves if name not in answers]
    for seed in seeds:
        teller = _Teller(lore, trail, answers & set(moves), met, seed)
        if teller.tell():
            return Retold(seed, tuple(teller.made))
    return None


def retell_ending(lore: Lore, ending: str, moves: Sequence[str]) -> Retold | None:
    """A trail that leads to an ending."""
    return retell(lore, moves, lambda heard: heard.sitting.tale.ending == ending)


@dataclass(slots=True)
class _Teller:
    """Somebody who follows a trail: `turn` is how far, `made` what was picked, `aside` how much of it is beside it.

    `answers` are those of the trail about papers: they are given if the question is asked.
    """

    lore: Lore
    trail: list[str]
    answers: set[str]
    met: Met
    seed: int
    turn: int = 0
    aside: int = 0
    made: list[str] = field(default_factory=list)
    dice: Random = field(default_factory=Random)

    def tell(self) -> bool:
        """Follow it; whether what is looked for was heard."""
        self.dice.seed(self.seed)
        sitting, told = sit_down(self.lore, self.seed)
        done = self.met(Heard(sitting, (self.lore.book.start, 0), "", told, self.made))
        while not done and sitting.tale.waiting is not Waiting.END and self.aside <= MOST_ASIDE:
            place = sitting.tale.frame.node, sitting.tale.frame.at
            if sitting.tale.waiting is Waiting.WORDS:
                done = self.met(Heard(sitting, place, "", take(sitting, NEXT), self.made))
                continue
            offered = [one for one in picks(sitting) if one.open]
            done = self.met(Heard(sitting, place, "", [], self.made))
            pick = "" if done else self._pick(sitting, offered)
            if not pick:
                break
            fired, sitting.fired = sitting.fired, ""
            self.made.append(pick)
            try:
                told = take(sitting, pick)
            except TaleError:  # it closed while time went by
                break
            self._turn(pick, sitting.fired)
            sitting.fired = sitting.fired or fired
            done = self.met(Heard(sitting, place, pick, told, self.made))
        return done

    def _turn(self, pick: str, fired: str) -> None:
        """See how far the trail was followed."""
        if self.turn < len(self.trail) and (fired or pick) == self.trail[self.turn]:
            self.turn += 1
        else:
            self.aside += 1

    def _pick(self, sitting: Sitting, offered: list[Pick]) -> str:
        """What leads along the trail; "" if nothing does."""
        if self.turn >= len(self.trail) or not offered:
            return ""
        want, names = self.trail[self.turn], [one.id for one in offered]
        if want in names:
            return want
        if sitting.tale.waiting is not Waiting.ROOM:
            step = step_at(self.lore.book, sitting.tale)
            known = [name for name in names if name in self.answers]
            if isinstance(step, Papers) and (known or self.seed % 3):  # some try to pass, some to fail, some neither
                doubt = {one.id: one.doubt for question in step.questions for one in question.answers}
                return known[0] if known else (min if self.seed % 3 == 1 else max)(names, key=lambda name: doubt[name])
            return self.dice.choice([name for name in names if name not in (LEAVE, HANG_UP)] or names)
        risky = [(percent, one.id) for one in offered if one.way is not None
                 for name, percent in one.way.risk if name == want]
        if risky:
            return max(risky)[1]
        if WAIT in names:
            return WAIT
        return next((name for name in reversed(self.trail[:self.turn]) if name in names), "")  # once more, then
