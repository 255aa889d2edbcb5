"""What bots never met, answered: rare, like this (a play at the menu that meets it), or impossible, or not decided."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from game.prove.bots import Table
from game.prove.menu import WAIT
from game.prove.story.acting import answers_of, way
from game.prove.story.live import live_of
from game.prove.story.moves import Mover
from game.prove.story.packing import Packer
from game.prove.story.retold import Heard, Retold, retell
from game.prove.story.shadow import Shadow
from game.prove.story.strands import Strands
from game.prove.story.walks import Wanted
from game.prove.story.wanting import wanted_choice, wanted_line, wanted_move, wanted_node, wanted_outcome, wanted_sides
from game.prove.story.whether import Can, whether
from game.sim.ways import HERS
from game.sim.world import Lore
from game.story.moments import Barked, BribeAnswered, Chosen, Entered, Moment, Spoke
from game.story.steps import Visit
from game.story.tale import Tale, Waiting

SECONDS_EACH = 10.0
Key = tuple[str, str]  # a kind, as tally.py has it, and a name
Play = Callable[[Sequence[str]], "Sequence[str] | None"]


class Said(StrEnum):
    """The answers there are."""

    RARE = "rare"
    ELSEWHERE = "not at the menu"  # no seed at the menu was seen to do it; the stage or nature can
    IMPOSSIBLE = "impossible"
    OPEN = "not decided"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something never met: what is known of it; the play that meets it, or the moves that do so elsewhere."""

    kind: str
    name: str
    said: Said
    play: Retold | None = None
    moves: tuple[str, ...] = ()


@dataclass(slots=True)
class Answers:
    """The work, at the table of the bots, whose book leaves marks. `met` is all that plays met, each with the first."""

    lore: Lore
    table: Table
    shadow: Shadow
    at_menu: Shadow
    sides: dict[str, list[Wanted]]
    met: dict[Key, Retold] = field(default_factory=dict)

    @classmethod
    def of(cls, lore: Lore, table: Table) -> Answers:
        """Nothing is answered yet."""
        shadow = Shadow.of(lore, live_of(lore.book, ()), Strands(lore.book, lore.book.start))
        return cls(lore, table, shadow, replace(shadow, at_menu=True), wanted_sides(lore.book))

    def answer(self, kind: str, name: str) -> Gap:
        """What is known of one thing. Every play is listened to for all the others."""
        key, wanted = (kind, name), self.wanted(kind, name)
        if key not in self.met:
            self._tried(self.at_menu, wanted, lambda moves: self._told_by(moves, key))
        if key in self.met:
            return Gap(kind, name, Said.RARE, self.met[key])
        never, acted = self._tried(self.shadow, wanted, lambda moves: self._acted(moves, key))
        if acted is not None:
            return Gap(kind, name, Said.ELSEWHERE, moves=tuple(acted))
        return Gap(kind, name, Said.IMPOSSIBLE if never else Said.OPEN)

    def _tried(self, shadow: Shadow, wanted: list[Wanted], play: Play) -> tuple[bool, Sequence[str] | None]:
        """Whether none of it can ever be; and what was played of the trails that lead there, the shortest first.

        No trail knows that each question about papers is asked once, nor how seldom the world comes between: if they
        fail, others give no answers and wait for no such luck.
        """
        book, never = self.lore.book, True
        luck = answers_of(book) | {way.name for node in book.nodes.values() for step in node.steps
                                   if isinstance(step, Visit) for way in step.ways if way.verb not in (*HERS, "at")}
        until = time.monotonic() + SECONDS_EACH
        while wanted:
            found = [(one, whether(shadow, one, self.lore.book.start, until)) for one in wanted]
            never = never and all(answer.can is Can.NEVER for _, answer in found)
            trails = [(one, answer.moves) for one, answer in found if answer.can is Can.TRAIL]
            for _, moves in sorted(trails, key=lambda trail: len(trail[1])):
                played = play(moves)
                if played is not None:
                    return False, played
            wanted = [replace(one, without=frozenset(luck)) for one, moves in trails
                      if luck & set(moves) and not one.without]
        return never, None

    def wanted(self, kind: str, name: str) -> list[Wanted]:
        """Where it happens."""
        match kind:
            case "nodes":
                return wanted_node(name)
            case "lines":
                return wanted_line(self.lore.book, name)
            case "choices":
                return wanted_choice(self.lore.book, name)
            case "ways":
                return wanted_move(self.lore.book, name)
            case "bribes":
                return wanted_outcome(name)
            case _:
                return self.sides[name]

    def _told_by(self, moves: Sequence[str], key: Key) -> Sequence[str] | None:
        """The picks of a play at the menu along these moves that meets it."""
        marks = self.table.marks

        def met(heard: Heard) -> bool:
            for one in [*_told(heard), *(("sides", mark) for mark in marks)]:
                if one not in self.met:
                    self.met[one] = Retold(heard.sitting.tale.seed, tuple(heard.made))
            marks.clear()
            return key in self.met and heard.sitting.tale.waiting is not Waiting.WORDS

        marks.clear()
        play = retell(self.table.lore, moves, met)
        return None if play is None else play.picks

    def _acted(self, moves: Sequence[str], key: Key) -> Sequence[str] | None:
        """The moves of a play that meets it, whatever the stage and nature must do for it."""
        mover, marks = Mover(self.table.lore, Packer(self.shadow.live)), self.table.marks

        def met(tale: Tale, told: list[Moment]) -> bool:
            mover.doings(tale)  # some conditions are asked only when somebody looks at what can be done
            return _is_told(key, told) or (key[0] == "sides" and key[1] in marks)

        marks.clear()
        return way(mover, moves, self.lore.book.start, met)


def _is_told(key: Key, told: list[Moment]) -> bool:
    """Whether the last move of a trail met what the trail leads to."""
    kind, name = key
    for moment in told:
        match moment:
            case Spoke(text=met) | Barked(text=met) | Entered(node=met) | Chosen(id=met) if met == name:
                return True
            case BribeAnswered(outcome=outcome) if kind == "bribes" and name.endswith(f" {outcome}"):
                return True
            case _:
                pass
    return kind == "ways"


def _told(heard: Heard) -> list[Key]:
    """What was met, as tally.py names it."""
    found: list[Key] = []
    node, at = heard.place
    if heard.pick not in ("", WAIT) and isinstance(heard.sitting.lore.book.nodes[node].steps[at], Visit):
        found.append(("ways", f"{node}/{heard.pick}"))
    for moment in heard.told:
        match moment:
            case Spoke(text=text) | Barked(text=text):
                found.append(("lines", text))
            case Entered(node=entered):
                found.append(("nodes", entered))
            case Chosen(id=id):
                found.append(("choices", id))
            case BribeAnswered(outcome=outcome):
                found.append(("bribes", f"{node} {at} {outcome}"))
    return found


def answer_all(lore: Lore, table: Table, missing: dict[str, list[str]],
               told: Callable[[int, int], None] = lambda done, of: None) -> dict[str, list[Gap]]:
    """Everything that was never met, kind by kind."""
    answers, of = Answers.of(lore, table), sum(map(len, missing.values()))
    found: dict[str, list[Gap]] = {}
    for kind, names in missing.items():
        found[kind] = []
        for name in names:
            found[kind].append(answers.answer(kind, name))
            told(sum(map(len, found.values())), of)
    return found
