"""Every state the story can be in, the nearest first, so that each way found to a state is a shortest one.

The graph is kept in flat arrays: a story of a million moves fits in some hundred megabytes.
"""

from __future__ import annotations

import time
from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from game.prove.story.moves import By, Doing, Mover
from game.prove.story.oracle import Oracle, every
from game.prove.story.packing import Packer
from game.story.conditions import Condition
from game.story.moments import Ended, Entered
from game.story.runtime import TaleError
from game.story.tale import Tale, Waiting

NONE = -1
MOST_CALLS = 40       # deeper than that a story calls itself for ever
TOLD_EVERY = 2000


@dataclass(frozen=True, slots=True)
class Stuck:
    """A place where the story itself breaks off: in state number `state`, after the move `name` ("" at the start)."""

    state: int
    name: str
    code: str
    message: str


@dataclass(slots=True)
class Space:
    """What was found.

    State i has the moves first_move[i] to first_move[i+1]-1; move m is `doings[what[m]]` and comes to the states
    target[first_fall[m]:first_fall[m+1]] with the chances of the same indices (they sum to 1, faces that only nature
    picks have chance 0). `came_by[i]` is the move by which state i was found first, and `came_from[i]` its state.
    """

    states: list[bytes] = field(default_factory=list)
    first_move: array[int] = field(default_factory=lambda: array("l", [0]))
    what: array[int] = field(default_factory=lambda: array("l"))
    first_fall: array[int] = field(default_factory=lambda: array("l", [0]))
    target: array[int] = field(default_factory=lambda: array("l"))
    chance: array[float] = field(default_factory=lambda: array("d"))
    came_from: array[int] = field(default_factory=lambda: array("l"))
    came_by: array[int] = field(default_factory=lambda: array("l"))
    doings: list[Doing] = field(default_factory=list)
    endings: dict[str, int] = field(default_factory=dict)
    taken: Counter[tuple[str, str]] = field(default_factory=Counter)  # how often a move was made in a node
    courses: Counter[tuple[str, ...]] = field(default_factory=Counter)  # of plays: where, and the nodes that began then
    broken: dict[str, tuple[int, int]] = field(default_factory=dict)  # promise -> the state, and the move out of it
    stuck: list[Stuck] = field(default_factory=list)
    nodes: set[str] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)
    complete: bool = True

    def path(self, state: int, move: int = NONE) -> list[str]:
        """The moves that lead to a state, and one more out of it, as `tell --choose` takes them."""
        names = [self.doings[self.what[move]].name] if move != NONE else []
        while state != NONE and self.came_from[state] != NONE:
            names.append(self.doings[self.what[self.came_by[state]]].name)
            state = self.came_from[state]
        return names[::-1]


@dataclass(slots=True)
class Search:
    """The work in progress. `never` are conditions that are promised never to hold, by their words."""

    mover: Mover
    packer: Packer
    space: Space
    never: dict[str, Condition] = field(default_factory=dict)
    known: dict[bytes, int] = field(default_factory=dict)
    numbers: dict[Doing, int] = field(default_factory=dict)

    def state_of(self, tale: Tale, source: int, move: int) -> int:
        """The number of a state; a new one is put at the end of the row."""
        state = self.packer.pack(tale)
        number = self.known.get(state)
        if number is None or tale.waiting is Waiting.END:  # an ending forgets what was so
            self.hold(tale, source, move)
        if number is None:
            number = self.known[state] = len(self.space.states)
            self.space.states.append(state)
            self.space.came_from.append(source)
            self.space.came_by.append(move)
            if tale.waiting is Waiting.END:
                self.space.endings[tale.ending] = number
        return number

    def hold(self, tale: Tale, source: int, move: int) -> None:
        """See whether a tale that rests keeps what was promised."""
        for words, condition in self.never.items():
            if words not in self.space.broken and condition.holds(tale):
                self.space.broken[words] = source, move

    def begin(self, starts: list[str]) -> None:
        """The first rest at each of the nodes `starts`, by every fall of the dice."""
        def play(start: str, dice: Oracle) -> int:
            try:
                return self.state_of(self.mover.begin(start, dice), NONE, NONE)
            except TaleError as fault:
                self.space.stuck.append(Stuck(NONE, "", code_of(str(fault)), str(fault)))
                return NONE

        for start in starts:
            found = every(partial(play, start))
            self.space.starts += [number for _, number in found if number != NONE]

    def doing(self, doing: Doing) -> int:
        """The number of a move's words."""
        number = self.numbers.get(doing)
        if number is None:
            number = self.numbers[doing] = len(self.space.doings)
            self.space.doings.append(doing)
        return number

    def expand(self, at: int) -> None:
        """Make every move of a state."""
        space = self.space
        tale = self.packer.unpack(space.states[at], None)
        node = tale.frame.node if tale.stack else ""
        doings = self.mover.doings(tale)
        for doing in doings:
            self.move(at, node, doing)
        if tale.waiting in (Waiting.CHOICE, Waiting.BRIBE) and not doings:
            space.stuck.append(Stuck(at, "", "R005", f"node '{node}' asks, and nothing can be answered"))
        space.first_move.append(len(space.what))

    def move(self, at: int, node: str, doing: Doing) -> None:
        """Make one move, with every fall of the dice."""
        space, move = self.space, len(self.space.what)
        found: dict[int, float] = {}

        def play(dice: Oracle) -> int:
            try:
                tale = self.mover.play(space.states[at], doing, dice)
            except TaleError as fault:
                space.stuck.append(Stuck(at, doing.name, code_of(str(fault)), str(fault)))
                return NONE
            if len(tale.stack) > MOST_CALLS:
                space.stuck.append(Stuck(at, doing.name, "R004", f"node '{tale.frame.node}' is called for ever deeper"))
                return NONE
            space.courses[node, *(moment.node if isinstance(moment, Entered) else f"end {moment.ending}"
                                  for moment in self.mover.told if isinstance(moment, (Entered, Ended)))] += 1
            return self.state_of(tale, at, move)

        for weight, number in every(play):
            if number != NONE:
                found[number] = found.get(number, 0.0) + weight
        space.what.append(self.doing(doing))
        space.target.extend(found)
        space.chance.extend(found.values())
        space.first_fall.append(len(space.target))
        space.taken[node, doing.name] += 1


def code_of(message: str) -> str:
    """The rule that a fault of the runtime breaks."""
    return "R002" if "runs off" in message else "W001" if "goes back" in message else "R005"


def explore(mover: Mover, most_states: int, seconds: float, starts: list[str],
            told: Callable[[int, int], None] = lambda done, known: None,
            never: dict[str, Condition] | None = None) -> Space:
    """Search from the first rest at each of the nodes `starts` until nothing new is found or a budget is spent."""
    space = Space(nodes=mover.nodes)
    search = Search(mover, mover.packer, space, never or {})
    until = time.monotonic() + seconds
    search.begin(starts)
    at = 0
    while at < len(space.states):
        if len(space.states) > most_states or (at % 64 == 0 and time.monotonic() > until):
            space.complete = False
            break
        search.expand(at)
        at += 1
        if at % TOLD_EVERY == 0:
            told(at, len(space.states))
    while len(space.first_move) <= len(space.states):
        space.first_move.append(len(space.what))
    return space


def by(space: Space, move: int) -> By:
    """Whose move it is."""
    return space.doings[space.what[move]].by
