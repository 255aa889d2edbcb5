"""What can still be reached from each state: read backward from the endings, and the odds of each."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.prove.story.moves import By
from game.prove.story.search import Space, by

ENOUGH = 1e-6
MOST_ROUNDS = 2000


@dataclass(frozen=True, slots=True)
class Odds:
    """Chances of an ending, 0 to 1: for who avoids it, who wants it, and who picks anything."""

    least: float
    greatest: float
    uniform: float


def before(space: Space) -> list[list[int]]:
    """For each state those that can lead to it."""
    found: list[list[int]] = [[] for _ in space.states]
    for at in range(len(space.states)):
        for fall in range(space.first_fall[space.first_move[at]], space.first_fall[space.first_move[at + 1]]):
            target = space.target[fall]
            if not found[target] or found[target][-1] != at:
                found[target].append(at)
    return found


def reaching(space: Space, goals: Iterable[int], back: list[list[int]] | None = None) -> bytearray:
    """1 for each state from which one of `goals` can be reached, with luck and good will."""
    back = before(space) if back is None else back
    can = bytearray(len(space.states))
    left = list(goals)
    for goal in left:
        can[goal] = 1
    while left:
        for source in back[left.pop()]:
            if not can[source]:
                can[source] = 1
                left.append(source)
    return can


def forced(space: Space, goal: int) -> bytearray:
    """1 for each state from which she can force `goal`, whatever the dice say.

    Dice and readings answer as badly as they can. A way of the world may come before hers, but not for ever: it must
    leave her where she can still force it. Greatest set of least sets: each round keeps only what the last one kept.
    """
    kept = bytearray(b"\1" * len(space.states))
    while True:
        can = _attracted(space, goal, kept)
        if can == kept:
            return can
        kept = can


def _attracted(space: Space, goal: int, kept: bytearray) -> bytearray:
    can = bytearray(len(space.states))
    can[goal] = kept[goal]
    changed = True
    while changed:
        changed = False
        for at in range(len(space.states) - 1, -1, -1):
            if can[at] or not kept[at] or not _answers(space, at, can, kept):
                continue
            can[at] = changed = True
    return can


def _answers(space: Space, at: int, can: bytearray, kept: bytearray) -> bool:
    """Whether a move of hers leads into `can` for certain, and no way of the world leads out of `kept`."""
    hers = False
    for move in range(space.first_move[at], space.first_move[at + 1]):
        falls = space.target[space.first_fall[move]:space.first_fall[move + 1]]
        if by(space, move) is By.HER:
            hers = hers or (bool(falls) and all(can[target] for target in falls))
        elif not all(kept[target] for target in falls):
            return False
        else:  # waiting for what comes is a move of hers too
            hers = hers or (by(space, move) is By.WAITED and all(can[target] for target in falls))
    return hers


def odds(space: Space) -> dict[str, Odds]:
    """The odds of each ending from the first start, by going round until nothing moves any more.

    The world's ways happen as the `risk` of hers says, or when she waits; faces that only nature picks do not fall.
    """
    moves = [_weighed(space, at) for at in range(len(space.states))]
    found: dict[str, Odds] = {}
    if not space.starts:
        return found
    for ending, goal in space.endings.items():
        uniform = _settled(moves, goal, _mean)
        greatest = _settled(moves, goal, max)
        least = _settled(moves, goal, min)  # from below: who goes in circles for ever avoids it too
        start = space.starts[0]
        found[ending] = Odds(least[start], greatest[start], uniform[start])
    return found


Weighed = list[list[tuple[int, float]]]


def _weighed(space: Space, at: int) -> Weighed:
    """The moves of a state for odds: each a list of (state, chance)."""
    hers: Weighed = []
    named: dict[str, list[tuple[int, float]]] = {}
    risks: list[tuple[tuple[str, int], ...]] = []
    for move in range(space.first_move[at], space.first_move[at + 1]):
        doing = space.doings[space.what[move]]
        falls = range(space.first_fall[move], space.first_fall[move + 1])
        row = [(space.target[fall], space.chance[fall]) for fall in falls if space.chance[fall] > 0]
        if not row:
            continue
        named[doing.name] = row
        if doing.by is not By.WORLD:
            hers.append(row)
            risks.append(doing.risk)
    return [_risked(row, risk, named) if risk else row for row, risk in zip(hers, risks, strict=True)]


def _risked(row: list[tuple[int, float]], risk: tuple[tuple[str, int], ...],
            named: dict[str, list[tuple[int, float]]]) -> list[tuple[int, float]]:
    """A way of hers on which the world may come between."""
    left, mixed = 1.0, []
    for name, percent in risk:
        if name in named:
            mixed += [(target, chance * left * percent / 100) for target, chance in named[name]]
            left *= 1 - percent / 100
    return mixed + [(target, chance * left) for target, chance in row]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _settled(moves: list[Weighed], goal: int, choose: Callable[[list[float]], float]) -> array[float]:
    """Value iteration from below: the chance to come to `goal`."""
    value = array("d", bytes(8 * len(moves)))
    value[goal] = 1.0
    order = [at for at in range(len(moves) - 1, -1, -1) if moves[at] and at != goal]
    for _ in range(MOST_ROUNDS):
        worst = 0.0
        for at in order:
            new = choose([sum(value[target] * chance for target, chance in row)
                          for row in moves[at]])
            worst = max(worst, abs(new - value[at]))
            value[at] = new
        if worst < ENOUGH:
            break
    return value

