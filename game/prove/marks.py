"""A book that remembers what was played of it: both sides of conditions and chances, the items of what varies.

The copy plays exactly as the book it was made of; only its steps and conditions leave marks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from game.story.book import Book, Node
from game.story.conditions import Condition, Scope
from game.story.steps import Answer, Card, Chance, Choice, Choose, If, Papers, Phone, Step, Storylet, Vary, Visit, Way

Conditional = TypeVar("Conditional", If, Choice, Card, Answer, Way, Storylet)


_NO_FORK: dict[int, str] = {}


class _Steps(tuple[Step, ...]):
    """The steps of a node that forks; whoever takes one after a chance or a `vary` tells which side it was."""

    forks: dict[int, dict[int, str]]
    marks: set[str]
    passed: dict[int, str]  # the fork last passed, until the step after it is taken

    def __getitem__(self, at: Any) -> Any:
        if at in self.passed:
            self.marks.add(self.passed[at])
        self.passed = self.forks.get(at, _NO_FORK)
        return tuple.__getitem__(self, at)


def marked(book: Book, nodes: set[str]) -> tuple[Book, set[str], set[str]]:
    """A copy of `book`, the set into which its play marks, and every mark that `nodes` could make.

    Marks read "bank.soup 4: won >= 3, no", "bank.eggs 2: item 3 of 3", "river.ice 7: 30 in 100, yes".
    """
    marks: set[str] = set()
    every: set[str] = set()
    copies = {}
    for node in book.nodes.values():
        mine: set[str] = set()
        steps = tuple([_noting(step, f"{node.id} {at}", marks, mine) for at, step in enumerate(node.steps)])
        forks = {at: fork for at, step in enumerate(node.steps) if (fork := _fork(step, f"{node.id} {at}", at))}
        if forks:  # most nodes have none, and a plain tuple is ten times as fast
            steps = _Steps(steps)
            steps.forks, steps.marks, steps.passed = forks, marks, _NO_FORK
        mine |= {mark for fork in forks.values() for mark in fork.values()}
        if node.id in nodes:
            every |= mine
        copies[node.id] = Node(node.id, steps)
    return replace(book, nodes=copies), marks, every


def _fork(step: Step, where: str, at: int) -> dict[int, str]:
    """Which mark a step leads to, by the number of the step that follows it."""
    match step:
        case Chance(percent=percent, otherwise=otherwise):
            return {at + 1: f"{where}: {percent} in 100, yes", otherwise: f"{where}: {percent} in 100, no"}
        case Vary(items=items):
            return {item: f"{where}: item {number} of {len(items)}" for number, item in enumerate(items, 1)}
        case _:
            return {}


def _noting(step: Step, where: str, marks: set[str], every: set[str]) -> Step:
    """The step with conditions that leave marks."""
    match step:
        case If():
            return _one(step, where, marks, every)
        case Storylet():
            return _one(step, where, marks, every)
        case Choose(choices=choices):
            return replace(step, choices=tuple(_one(one, one.id, marks, every) for one in choices))
        case Phone(cards=cards):
            return replace(step, cards=tuple(_one(one, one.id, marks, every) for one in cards))
        case Papers(questions=questions):
            return replace(step, questions=tuple(
                replace(question, answers=tuple(_one(one, one.id, marks, every) for one in question.answers))
                for question in questions))
        case Visit(ways=ways):
            return replace(step, ways=tuple(_one(way, f"{where.partition(' ')[0]}/{way.name}", marks, every)
                                            for way in ways))
        case _:
            return step


def _one(part: Conditional, where: str, marks: set[str], every: set[str]) -> Conditional:
    condition = part.condition
    if condition is None:
        return part
    yes, no = f"{where}: {condition.source}, yes", f"{where}: {condition.source}, no"
    every |= {yes, no}
    return replace(part, condition=_listening(condition, yes, no, marks))


def _listening(condition: Condition, yes: str, no: str, marks: set[str]) -> Condition:
    test = condition.test

    def noted(scope: Scope) -> bool:
        if test(scope):
            marks.add(yes)
            return True
        marks.add(no)
        return False

    return replace(condition, test=noted)
