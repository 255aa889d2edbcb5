"""A trail of moves, played by the runtime: what it comes to is seen for certain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from game.prove.story.moves import Doing, Mover
from game.prove.story.oracle import Oracle, every
from game.prove.story.search import Search, Space
from game.story.book import Book
from game.story.conditions import Condition
from game.story.moments import Moment
from game.story.runtime import TaleError
from game.story.steps import Papers, Phone
from game.story.tale import Tale, step_at

MOST_TRIED = 3000  # states, until a trail is given up
MOST_ACTED = 1500
Met = Callable[[Tale, list[Moment]], bool]


def act(mover: Mover, moves: Sequence[str], start: str, never: dict[str, Condition] | None = None,
        met: Met = lambda tale, told: True) -> Space:
    """What the moves come to from the node `start`, by every fall of the dice.

    `met` says of a tale at the end of them, and of what the last one told, whether it was what is looked for.
    """
    space = Space(nodes=mover.nodes, complete=False)
    acting = Acting(mover, mover.packer, space, never or {}, moves=way(mover, moves, start, met) or moves)
    acting.act(start)
    return space


@dataclass(slots=True)
class Acting(Search):
    """A search that makes only the moves of a list, in their order. `turns` is how far each state is in it."""

    moves: Sequence[str] = ()
    turns: list[int] = field(default_factory=list)

    def act(self, start: str) -> None:
        """Play them all."""
        space = self.space
        self.begin([start])
        self.turns += [0] * len(space.states)
        at = 0
        while at < len(space.states) and at < MOST_ACTED:
            name = self.moves[self.turns[at]] if self.turns[at] < len(self.moves) else ""
            tale = self.packer.unpack(space.states[at], None)
            for doing in [doing for doing in self.mover.doings(tale) if doing.name == name]:
                self.move(at, tale.frame.node, doing)
                self.turns += [self.turns[at] + 1] * (len(space.states) - len(self.turns))
            space.first_move.append(len(space.what))
            at += 1
        space.first_move.extend([len(space.what)] * (len(space.states) + 1 - len(space.first_move)))


def way(mover: Mover, moves: Sequence[str], start: str, met: Met) -> list[str] | None:
    """The moves of a play along a trail, one way of many; None if none was found. Depth first.

    Which questions are asked about papers is luck, and when a call is found is counted; the trail knows nothing of
    either: all answers are tried, and of a call whatever can be said.
    """
    answers = answers_of(mover.lore.book)
    names = [name for name in moves if name not in answers]
    left: list[tuple[bytes, int, tuple[str, ...]]] = []
    seen: set[tuple[bytes, int]] = set()

    def come_to(tale: Tale, turn: int, made: tuple[str, ...]) -> bool:
        state = mover.packer.pack(tale)
        if (state, turn) not in seen:
            seen.add((state, turn))
            left.append((state, turn, made))
        return turn == len(names) and met(tale, mover.told)

    try:
        for _, tale in every(lambda dice: mover.begin(start, dice)):
            if come_to(tale, 0, ()):
                return []
    except TaleError:
        return None
    while left and len(seen) < MOST_TRIED:
        state, turn, made = left.pop()
        tale = mover.packer.unpack(state, None)
        name = names[turn] if turn < len(names) else ""
        doings = mover.doings(tale)
        step = step_at(mover.lore.book, tale) if doings else None
        asked = isinstance(step, Papers) or (isinstance(step, Phone) and name not in [one.name for one in doings])
        for doing in doings:
            after = turn if asked else turn + 1
            if asked or doing.name == name:
                for fallen in _falls(mover, state, doing):
                    if come_to(fallen, after, (*made, doing.name)):
                        return [*made, doing.name]
    return None


def answers_of(book: Book) -> set[str]:
    """All that can be answered about papers."""
    return {one.id for node in book.nodes.values() for step in node.steps if isinstance(step, Papers)
            for question in step.questions for one in question.answers}


def _falls(mover: Mover, state: bytes, doing: Doing) -> Iterator[Tale]:
    """What a move may come to, one after the other; `mover.told` is what each told."""
    def play(dice: Oracle) -> Tale | None:
        try:
            return mover.play(state, doing, dice)
        except TaleError:
            return None
    yield from (tale for _, tale in every(play) if tale is not None)
