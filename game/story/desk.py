"""Papers at a desk: some questions about what is written in them, and the doubt that grows with the answers."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.asking import Answer, Papers, Question
from game.story.book import Book
from game.story.keeping import dice_key, dice_of
from game.story.tale import Desk, Tale

UNSURE, SUSPICIOUS = 2, 4   # doubt from which papers are doubted, and from which they fail
GOOD_STAMP = 2              # a stamp of this quality neither helps nor harms


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a paper: its name, and the text ids of its label and of what is written there."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class DeskNow:
    """Papers as a screen shows them.

    `who` asks (cast id); `paper` and its `title` (text id); `asked` is the field the question is about, "" none;
    `mood` is "calm", "unsure" or "suspicious"; question `number` of `of`, counted from 1.
    """

    who: str
    paper: str
    title: str
    fields: tuple[Field, ...]
    asked: str
    mood: str
    number: int
    of: int


def lay_down(tale: Tale, papers: Papers, staged: bool) -> Desk:
    """The papers that the tale stands on; the questions are drawn when they are first looked at."""
    frame = tale.frame
    if tale.desk is None or (tale.desk.node, tale.desk.at) != (frame.node, frame.at):
        alarm = tale.readings.alarm if staged else 0
        tale.desk = Desk(frame.node, frame.at, _drawn(tale, len(papers.questions), papers.asks + alarm))
    return tale.desk


def _drawn(tale: Tale, questions: int, count: int) -> list[int]:
    """The numbers of `count` questions by the dice, in story order: a writer may lead from one to the next."""
    left = list(range(questions))
    for turn in range(max(0, questions - count)):
        left.pop(dice_of(tale).roll(f"{dice_key(tale)}:ask{turn}", len(left)))
    return left


def question(tale: Tale, papers: Papers) -> Question | None:
    """The question to be answered now; None if all are."""
    desk = tale.desk
    if desk is None or desk.answered >= len(desk.drawn):
        return None
    return papers.questions[desk.drawn[desk.answered]]


def answers(tale: Tale, papers: Papers) -> list[Answer]:
    """What can be answered now, in story order."""
    asked = question(tale, papers)
    return [one for one in asked.answers if one.condition is None or one.condition.holds(tale)] if asked else []


def doubt(tale: Tale, papers: Papers) -> int:
    """The doubt so far, with what the stamp itself adds or takes away; never below 0."""
    said = tale.desk.doubt if tale.desk is not None else 0
    return max(0, said + GOOD_STAMP - int(tale.facts[papers.quality]))


def verdict(tale: Tale, papers: Papers) -> str:
    """The node the papers lead to."""
    much = doubt(tale, papers)
    return papers.failed if much >= SUSPICIOUS else papers.doubted if much >= UNSURE else papers.passed


def mood(much: int) -> str:
    """A doubt as one of three words."""
    return "suspicious" if much >= SUSPICIOUS else "unsure" if much >= UNSURE else "calm"


def desk_now(book: Book, tale: Tale) -> DeskNow | None:
    """The papers on the desk, also while an answer is told; None if there are none."""
    desk = tale.desk
    step = book.nodes[desk.node].steps[desk.at] if desk is not None and tale.stack else None
    if desk is None or not isinstance(step, Papers):
        return None
    paper = book.papers[step.paper]
    fields = tuple(Field(name, f"paper.{paper.id}.{name}", value) for name, value in paper.fields)
    at_question = tale.frame.node == desk.node and tale.frame.at == desk.at
    number = min(desk.answered + at_question, len(desk.drawn))
    asked = step.questions[desk.drawn[number - 1]].field if number else ""
    return DeskNow(step.who, paper.id, paper.title, fields, asked, mood(doubt(tale, step)), number, len(desk.drawn))
