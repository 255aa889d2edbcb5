"""Plays that show what can be done: every node, choice and ending that some real play comes to.

Too many states to see them all, so a state is followed only if it is new in some way: at its place some variable has a
value that it never had there (iterated width, Lipovetzky and Geffner 2012). What is seen so is seen for certain; what
is not seen may be there all the same. Then
what was missed is looked for from states near it, from where everything counts as new again.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from game.prove.story.moves import Mover
from game.prove.story.packing import Shape
from game.prove.story.search import NONE, TOLD_EVERY, Search, Space
from game.story.conditions import Condition
from game.story.facts import FactType
from game.story.tale import Tale, Waiting

FIRST = 2  # states of each shape that are always followed


@dataclass(slots=True)
class Seeking(Search):
    """A search that leaves aside what is not new."""

    here: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    values: dict[int, list[set[int]]] = field(default_factory=lambda: defaultdict(list))  # by shape, at each byte
    classes: dict[bytes, list[bytes]] = field(default_factory=dict)
    rough: dict[bytes, int] = field(default_factory=dict)
    numbered: dict[Shape, int] = field(default_factory=dict)

    def state_of(self, tale: Tale, source: int, move: int) -> int:
        """The number of a state, NONE if it is left aside."""
        state = self.packer.pack(tale)
        number = self.known.get(state)
        if number is not None:
            if tale.waiting is Waiting.END:
                self.hold(tale, source, move)
            return number
        self.hold(tale, source, move)
        if not self._is_new(state):
            return NONE
        number = self.known[state] = len(self.space.states)
        self.space.states.append(state)
        self.space.came_from.append(source)
        self.space.came_by.append(move)
        if tale.waiting is Waiting.END:
            self.space.endings[tale.ending] = number
        return number

    def _is_new(self, state: bytes) -> bool:
        shape = self._rough(state)
        values, new = self.values[shape], False
        if len(values) < len(state):  # shapes that count as one may differ in how much is kept
            values += [set() for _ in range(len(state) - len(values))]
        for value, classes, known in zip(state[4:], self.classes[state[:4]], values, strict=False):
            told = classes[value] if classes else value
            if told not in known:
                known.add(told)
                new = True
        self.here[shape] += 1
        return new or self.here[shape] <= FIRST

    def _rough(self, state: bytes) -> int:
        """The number of a state's shape, where it is all one which questions were drawn and which cards played."""
        if state[:4] not in self.rough:
            self.classes[state[:4]] = self._classes(state)
            self.rough[state[:4]] = self.numbered.setdefault(_counted(self.packer.plan_of(state).shape),
                                                             len(self.numbered))
        return self.rough[state[:4]]

    def _classes(self, state: bytes) -> list[bytes]:
        """For each byte of states of this shape the class of its values; empty: each value is one by itself.

        Numbers between which no condition and no price can tell a difference are of one class.
        """
        found: list[bytes] = []
        for name in self.packer.plan_of(state).facts:
            values, fact = self.packer.values[name], self.packer.live.book.facts[name]
            if fact.type is FactType.INT and len(values) <= 256:
                held = sorted(int(one) for one in self.packer.live.telling[name])
                found.append(bytes(bisect_right(held, int(one)) for one in values))
            else:
                found += [b""] * (1 + (len(values) > 256))
        return found + [b""] * (len(state) - 4 - len(found))


def _counted(shape: Shape) -> Shape:
    """A shape that knows how many questions were answered and cards played, but not which."""
    waiting, frames, tries, ending, call, desk, trace, timers, pending = shape
    return (waiting, frames, tries, ending, (*call[:4], len(call[4])) if call else None,
            (*desk[:2], *desk[3:]) if desk else None, trace, timers, pending)


def seek(mover: Mover, start: str, until: float, told: Callable[[int, int], None] = lambda done, known: None,
         never: dict[str, Condition] | None = None) -> Space:
    """From the first rest at `start`, whatever is new, the nearest first."""
    space = Space(nodes=mover.nodes, complete=False)
    search = Seeking(mover, mover.packer, space, never or {})
    search.begin([start])
    at = 0
    while at < len(space.states) and time.monotonic() < until:
        search.expand(at)
        at += 1
        if at % TOLD_EVERY == 0:
            told(at, len(space.states))
    space.first_move.extend([len(space.what)] * (len(space.states) + 1 - len(space.first_move)))
    return space
