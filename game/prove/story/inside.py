"""A room that nothing leads out of for certain, such as one that runs by its timers: its states one by one.

Only its own are looked at, up to where the tale is safe whatever the variables are. What the proof does not ask for is
forgotten (see coarse.py), beginning with everything.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from game.prove.story.always import Always, Place
from game.prove.story.coarse import Coarse, Var, Work
from game.prove.story.live import FACT, ONCE, SEEN, Live
from game.prove.story.moves import Mover
from game.prove.story.oracle import Oracle, every
from game.prove.story.packing import Packer
from game.sim.world import Lore
from game.story import runtime
from game.story.steps import Visit
from game.story.tale import Tale, begin

MOST_RESTS = 600


@dataclass(frozen=True, slots=True)
class Inside:
    """A room to be looked into: the place of its visit, and the nodes that nobody can have seen who enters it."""

    lore: Lore
    live: Live
    known: Always
    place: Place
    unseen: frozenset[str]

    def is_safe(self, until: float) -> bool:
        """Whether from every state inside an ending can be reached; keeps variables until that is shown."""
        kept = self._asked_first()
        while True:
            work = self._explored(kept, until)
            if work is None:
                return False
            lost = self._lost(work)
            if not lost:
                return True
            more = set[Var]().union(*(work.found.rests[at].asked for at in lost)) - kept
            if not more:
                return False
            kept |= more

    def _asked_first(self) -> set[Var]:
        """What the room's own ways ask for: without it, timers could be begun again and again."""
        step = self.lore.book.nodes[self.place[0]].steps[self.place[1]]
        mask = 0
        for way in step.ways if isinstance(step, Visit) else ():
            mask |= self.live.asks(way.condition)
        return {name for name in self.live.named(mask) if name[0] in (FACT, SEEN)}

    def _explored(self, kept: set[Var], until: float) -> Work | None:
        """Every state of the room; None if there are too many."""
        packer = Packer(self.live, kept=kept)
        work = Work.of(self.lore, packer, Mover(self.lore, packer), Coarse(kept=set(kept)))
        for _, tale in every(lambda dice: self._entered(kept, dice)):
            work.number(tale, ())
        at = 0
        while at < len(work.states):
            if at > MOST_RESTS or time.monotonic() > until or not work.found.complete:
                return None
            if not self._is_out(work, at):
                work.expand(at)
            at += 1
        return work

    def _entered(self, kept: set[Var], dice: Oracle) -> Tale:
        """She comes in, with any values of what is kept."""
        tale = begin(self.lore.book, 0, self.place[0])
        tale.dice, tale.frame.at, tale.visits = dice, self.place[1], {self.place[0]: 1}
        for kind, name in sorted(kept):
            if kind == FACT:
                values = self.live.telling[name]
                tale.facts[name] = values[dice.pick((1,) * len(values))]
            elif kind == SEEN and name not in self.unseen:
                tale.visits[name] = dice.pick((1,) * (self.live.most_seen[name] + 1))
            elif kind == ONCE and dice.pick((1, 1)):
                tale.once[name] = 1
        runtime.settle(self.lore.book, tale)
        return tale

    def _is_out(self, work: Work, at: int) -> bool:
        frames = work.packer.plan_of(work.states[at]).shape[1]
        return not frames or frames[-1][:2] in self.known.out

    def _lost(self, work: Work) -> list[int]:
        """The states from which no safe one is sure to be within reach."""
        rests = work.found.rests
        good = bytearray(self._is_out(work, at) for at in range(len(rests)))
        changed = True
        while changed:
            changed = False
            for at in range(len(good) - 1, -1, -1):
                if not good[at] and any(sure and falls and (all if guessed else any)(good[fall] for fall in falls)
                                        for sure, guessed, falls in rests[at].moves):
                    good[at] = changed = True
        return [at for at in range(len(good)) if not good[at]]
