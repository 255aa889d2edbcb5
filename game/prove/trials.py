"""The tests a writer gives a story: played with scripted dice, and what came of it compared with what was expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.story import runtime
from game.story.book import Book
from game.story.claims import StoryTest
from game.story.dice import falls, roll
from game.story.facts import Readings, changed
from game.story.runtime import TaleError
from game.story.tale import Tale, Waiting, begin

MOST_LINES = 5000
BEYOND = 0   # the seed of the dice that fall when the script is over


@dataclass(slots=True)
class Scripted:
    """Dice that fall as written: numbers, "low" and "high" in order, then by a seed. `fallen` counts them."""

    faces: Sequence[int | str]
    fallen: int = field(default=0)

    def roll(self, key: str, sides: int) -> int:
        """The next face; a number above the sides there are falls on the last."""
        face = self._next()
        if face is None:
            return roll(BEYOND, key, sides)
        return 0 if face == "low" else sides - 1 if face == "high" else min(int(face), sides - 1)

    def falls(self, key: str, percent: int) -> bool:
        """Whether the next face of a hundred is below `percent`."""
        if self.fallen >= len(self.faces):
            return falls(BEYOND, key, percent)
        return self.roll(key, 100) < percent

    def _next(self) -> int | str | None:
        if self.fallen >= len(self.faces):
            return None
        self.fallen += 1
        return self.faces[self.fallen - 1]


def run(book: Book, test: StoryTest) -> list[str]:
    """Play a test; what was not as expected, in words, [] if all was."""
    dice = Scripted(test.dice)
    tale = begin(book, BEYOND, test.start)
    tale.dice = dice
    for change in test.changes:
        tale.facts[change.fact] = changed(book.facts[change.fact], tale.facts[change.fact], change)
    try:
        runtime.settle(book, tale)
        _go_on(book, tale)
        for picked in test.choose:
            said = _pick(book, tale, test, picked)
            if said:
                return [said]
            _go_on(book, tale)
    except TaleError as fault:
        return [f"the tale cannot go on: {fault}"]
    return _compared(test, tale, dice)


def _go_on(book: Book, tale: Tale) -> None:
    """Read lines, and let the stage do what it must, until something is asked."""
    for _ in range(MOST_LINES):
        if tale.waiting is Waiting.WORDS:
            runtime.next_line(book, tale)
        elif tale.waiting is Waiting.STAGE:
            runtime.stage_done(book, tale)
        else:
            return
    raise TaleError(f"{MOST_LINES} lines, and nothing is asked")


def _pick(book: Book, tale: Tale, test: StoryTest, picked: str) -> str:
    """Take a choice or a way; what is wrong with it, or ""."""
    if tale.waiting is Waiting.END:
        return f"the tale ended as '{tale.ending}' before '{picked}'"
    if tale.waiting is Waiting.ROOM:
        return _walk(book, tale, picked)
    able = [option.id for option in runtime.options(book, tale) if option.open]
    slug = picked.replace(" ", "_")
    found = [id for id in able if id in (picked, f"{test.chapter}.{picked}")
             or (picked.partition(".")[0] != picked and id == f"{tale.frame.node.partition('.')[0]}.{picked}")
             or id.rpartition(".")[2] == slug]
    if len(found) != 1:
        return f"'{picked}' cannot be chosen in '{tale.frame.node}'; there are: {', '.join(able)}"
    runtime.choose(book, tale, found[0])
    return ""


def _walk(book: Book, tale: Tale, picked: str) -> str:
    """Leave by a way of the open room, or let one of its timers come due."""
    way = next((way for way in runtime.open_ways(book, tale) if way.name == picked), None)
    if way is not None:
        runtime.take_way(book, tale, way, Readings())
        return ""
    timer = next((timer for timer in tale.timers if f"later {timer.name}" == picked), None)
    if timer is None:
        names = [*(way.name for way in runtime.open_ways(book, tale)), *(f"later {one.name}" for one in tale.timers)]
        return f"'{picked}' is no way out of the room in '{tale.frame.node}'; there are: {', '.join(names)}"
    tale.timers.remove(timer)
    runtime.interrupt(book, tale, timer.node, Readings())
    return ""


def _compared(test: StoryTest, tale: Tale, dice: Scripted) -> list[str]:
    found: list[str] = []
    here = tale.frame.node if tale.stack else ""
    if test.ending and tale.ending != test.ending:
        came = f"it ended as '{tale.ending}'" if tale.ending else f"it waits in '{here}'"
        found.append(f"the ending '{test.ending}' was expected, and {came}")
    if test.node and test.node != here:
        found.append(f"the tale should stand in '{test.node}', and stands in '{here}'")
    for name, wanted in test.expect:
        if tale.facts[name] != wanted:
            found.append(f"{name} should be {_said(wanted)}, and is {_said(tale.facts[name])}")
    left = len(test.dice) - dice.fallen
    if left:
        found.append(f"{left} of the dice never fell")
    return found


def _said(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
