"""A reader of small tales, who writes down what a player sees."""

from __future__ import annotations

from game.story import moments, runtime
from game.story.book import Book, Ending, Node, Paper, Person
from game.story.facts import Change, Fact, FactType, Readings
from game.story.moments import Moment
from game.story.steps import Say, Set, Step
from game.story.tale import Tale, begin

FACTS = {fact.name: fact for fact in (
    Fact("won", FactType.INT, 3, 0, 10), Fact("met", FactType.FLAG, False),
    Fact("river", FactType.ENUM, "ice", of=("ice", "open")), Fact("stamp", FactType.INT, 1, 0, 3))}
HERE = Readings(True, 2, 4, 1)


def say(id: str) -> Say:
    return Say(id, "jo")


def set_(**facts: object) -> Set:
    return Set(tuple(Change(name, "to", value) for name, value in facts.items()))


class Reader:
    """Reads a tale and writes down what a player sees."""

    def __init__(self, seed: int = 1, **nodes: tuple[Step, ...]) -> None:
        written = {(name.replace("__", ".") if "__" in name else f"a.{name}"): steps for name, steps in nodes.items()}
        self.book = Book("a.start", {id: Node(id, steps) for id, steps in written.items()}, FACTS,
                         {"jo": Person("jo", "Jo", fear=0, greed=0)}, {"home": Ending("home", "t", "x")}, {}, {},
                         papers={"permit": Paper("permit", "paper.permit", "stamp", (("name", "n"), ("to", "t")))})
        self.tale: Tale = begin(self.book, seed)
        self.lines: list[str] = []
        self.told: list[Moment] = []
        self.note(runtime.settle(self.book, self.tale))

    def note(self, told: list[Moment]) -> Reader:
        self.told += told
        for moment in told:
            match moment:
                case moments.Spoke(text=text, slots=slots):
                    self.lines.append(" ".join([text, *(f"{name}={value}" for name, value in slots)]))
                case moments.Asked():
                    self.lines.append("? " + " ".join(o.id if o.open else f"({o.id})" for o in
                                                      runtime.options(self.book, self.tale)))
                case moments.Visited(room=room):
                    self.lines.append(f"[{room}]")
                case moments.Ended(ending=ending):
                    self.lines.append(f"THE END {ending}")
        return self

    def next(self) -> Reader:
        return self.note(runtime.next_line(self.book, self.tale))

    def choose(self, id: str) -> Reader:
        self.lines.append(f"> {id}")
        return self.note(runtime.choose(self.book, self.tale, id))

    def take(self, name: str) -> Reader:
        self.lines.append(f"> {name}")
        way = next(w for w in runtime.open_ways(self.book, self.tale) if w.name == name)
        return self.note(runtime.take_way(self.book, self.tale, way, HERE))

    def done(self) -> Reader:
        return self.note(runtime.stage_done(self.book, self.tale))
