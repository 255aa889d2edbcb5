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
from game.story.facts import FactType
from game.story.tale import Tale, Waiting

FIRST = 2          # states of each shape that are always followed
MOST_ROOTS = 12    # where a second look at a missing node begins, each round
MOST_NEAR = 400    # states of a second look

Var = tuple[str, str]


@dataclass(slots=True)
class Seeking(Search):
    """A search that leaves aside what is not new."""

    asked: set[Var] = field(default_factory=set)  # of these each set of values is new, not only each value
    here: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    values: dict[int, list[set[int]]] = field(default_factory=lambda: defaultdict(list))  # by shape, at each byte
    together: set[tuple[int, ...]] = field(default_factory=set)
    places: dict[bytes, list[int]] = field(default_factory=dict)
    classes: dict[bytes, list[bytes]] = field(default_factory=dict)
    rough: dict[bytes, int] = field(default_factory=dict)
    numbered: dict[Shape, int] = field(default_factory=dict)

    def state_of(self, tale: Tale, source: int, move: int) -> int:
        """The number of a state, NONE if it is left aside."""
        state = self.packer.pack(tale)
        number = self.known.get(state)
        if number is not None:
            return number
        ending = tale.ending if tale.waiting is Waiting.END else ""
        return self.add(state, source, move, ending) if self._is_new(state) else NONE

    def add(self, state: bytes, source: int, move: int, ending: str) -> int:
        """Put a state at the end of the row."""
        number = self.known[state] = len(self.space.states)
        self.space.states.append(state)
        self.space.came_from.append(source)
        self.space.came_by.append(move)
        if ending:
            self.space.endings[ending] = number
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
        if self.asked:
            number = state[:4]
            if number not in self.places:
                self.places[number] = self.packer.places_of(state, self.asked)
            held = (shape, *(state[at] for at in self.places[number]))
            new = new or held not in self.together
            self.together.add(held)
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


Missing = Callable[[], dict[str, set[Var]]]


@dataclass(slots=True)
class Seeker:
    """Looks for what was not seen yet. `missing` names the nodes where something is missing still, each with the
    variables (kind, name) that decide whether one comes there. `spaces` is what was searched, the widest first.
    """

    mover: Mover
    missing: Missing
    until: float
    told: Callable[[int, int], None]
    spaces: list[Space] = field(default_factory=list)

    def search(self, start: str) -> None:
        """From the start; then, from states that differ in what matters, once more near each node that is missing."""
        search = self._new([])
        search.begin([start])
        self._run(search, 10**9)
        tried: set[tuple[str, bytes]] = set()
        while time.monotonic() < self.until and (missing := self.missing()):
            before = len(tried)
            for node, asked in missing.items():
                self._closer(node, asked, tried)
            if len(tried) == before:
                break

    def _new(self, before: list[str]) -> Seeking:
        self.spaces.append(Space(nodes=self.mover.nodes, complete=False, before=before))
        return Seeking(self.mover, self.mover.packer, self.spaces[-1])

    def _run(self, search: Seeking, most: int, chapter: str = "") -> None:
        """Expand until nothing is new, `most` states were done or time is up; only in `chapter`, if it is given."""
        space, at, done = search.space, 0, 0
        while at < len(space.states) and done < most and time.monotonic() < self.until:
            frames = self.mover.packer.plan_of(space.states[at]).shape[1]
            if frames and chapter in ("", frames[-1][0].partition(".")[0]):
                search.expand(at)
                done += 1
            else:
                space.first_move.append(len(space.what))
            at += 1
            if at % TOLD_EVERY == 0:
                self.told(at, len(space.states))
        space.first_move.extend([len(space.what)] * (len(space.states) + 1 - len(space.first_move)))

    def _closer(self, node: str, asked: set[Var], tried: set[tuple[str, bytes]]) -> None:
        """From some states of the chapter that differ in what matters, everything counts as new again."""
        roots = [(space, at) for space, at in self._roots(node, asked) if (node, space.states[at]) not in tried]
        for space, at in roots[:MOST_ROOTS]:
            if time.monotonic() > self.until or node not in self.missing():
                return
            tried.add((node, space.states[at]))
            search = self._new(space.path(at))
            search.asked = asked
            search.add(space.states[at], NONE, NONE, "")
            search.space.starts.append(0)
            self._run(search, MOST_NEAR, node.partition(".")[0])

    def _roots(self, node: str, asked: set[Var]) -> list[tuple[Space, int]]:
        """States in the rooms of the node's chapter, one of each kind; first those that have a value by themselves."""
        chapter, packer = node.partition(".")[0], self.mover.packer
        found: dict[tuple[object, ...], tuple[Space, int]] = {}
        held: dict[bytes, tuple[str, list[int]] | None] = {}  # by shape: the room, and where what is asked is kept
        for space in self.spaces:
            for at, state in enumerate(space.states):
                number = state[:4]
                if number not in held:
                    shape = packer.plan_of(state).shape
                    here = shape[0] is Waiting.ROOM and shape[1][-1][0].partition(".")[0] == chapter
                    held[number] = (shape[1][-1][0], packer.places_of(state, asked)) if here else None
                if (known := held[number]) is not None:
                    found.setdefault((known[0], *(state[at] for at in known[1])), (space, at))
        values: set[tuple[object, int, object]] = set()
        first, later = list[tuple[Space, int]](), list[tuple[Space, int]]()
        for (room, *told), root in found.items():
            new = {(room, number, value) for number, value in enumerate(told)} - values
            values |= new
            (first if new else later).append(root)
        return first[::-1] + later
