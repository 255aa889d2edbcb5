"""A Draft: a story while its files are read, with the place of everything, so that later checks can point at it."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.content.problems import Faults, Place
from game.content.yamltree import Tree
from game.story.book import Book, CodexEntry, Ending, Node, Paper, Person
from game.story.claims import Promise, StoryTest
from game.story.conditions import Condition
from game.story.facts import Fact
from game.story.steps import Step

NARRATOR = "narrator"
WHOLE_FILE = "file:"


@dataclass(frozen=True, slots=True)
class Unstamped:
    """A line, choice or bark without an id: the tree it stands in, its node, and the letter its id begins with."""

    tree: Tree
    node: str
    letter: str = ""


@dataclass(slots=True)
class Draft:
    """What has been read so far.

    `places` maps "fact:won", "cast:jo", "ending:x", "codex:x", "paper:x", "promise:WORDS", a node's id, a text id or
    `step_key` to where it stands.
    `unread` are chapters whose file could not be read: what they hold is unknown, so nothing is said about it.
    """

    faults: Faults = field(default_factory=Faults)
    start: str = ""
    practice: str = ""
    nodes: dict[str, Node] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    cast: dict[str, Person] = field(default_factory=dict)
    endings: dict[str, Ending] = field(default_factory=dict)
    codex: dict[str, CodexEntry] = field(default_factory=dict)
    papers: dict[str, Paper] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    languages: dict[str, dict[str, str]] = field(default_factory=dict)
    renames: dict[str, str] = field(default_factory=dict)   # as in Book
    places: dict[str, Place] = field(default_factory=dict)
    asked_nodes: list[tuple[str, Place]] = field(default_factory=list)   # every node named, and where
    unstamped: list[Unstamped] = field(default_factory=list)
    decks: list[tuple[str, int, str, Place]] = field(default_factory=list)   # node, step, chapter it draws from
    alsos: list[tuple[str, int, str, Place]] = field(default_factory=list)   # node, step, node whose choices it adds
    claims: list[tuple[str, str, Tree]] = field(default_factory=list)   # "promises" or "tests", chapter, as written
    conditions: dict[tuple[str, str], Condition] = field(default_factory=dict)   # read already, by chapter
    promises: list[Promise] = field(default_factory=list)
    tests: list[StoryTest] = field(default_factory=list)
    torn: set[str] = field(default_factory=set)     # nodes with steps that could not be read, or that are missing
    unread: set[str] = field(default_factory=set)
    traits: set[str] = field(default_factory=set)   # cast ids with a greed or a fear of their own

    def add_words(self, id: str, words: str, at: Place) -> None:
        """Note the words of a text id; the second use of an id is reported."""
        if id in self.words:
            first = self.places.get(id, at)
            self.faults.error(at, "X003", f"the id '{id}' is used twice",
                              f"the first is in {first.file}, line {first.line}; delete one @id and run `stamp`")
            return
        self.words[id] = words
        self.places[id] = at

    def place(self, key: str) -> Place:
        """Where `key` stands, or nowhere in particular."""
        return self.places.get(key, Place("story"))

    def step_place(self, node: str, at: int) -> Place:
        """Where step `at` of `node` stands; for a step made by the compiler, the nearest one before it."""
        for index in range(at, -1, -1):
            place = self.places.get(step_key(node, index))
            if place is not None:
                return place
        return self.place(node)

    def steps(self, node: str) -> tuple[Step, ...]:
        """The steps of a node; none if there is no such node."""
        found = self.nodes.get(node)
        return found.steps if found else ()

    def book(self) -> Book:
        """All of it, frozen."""
        return Book(self.start, dict(self.nodes), dict(self.facts), dict(self.cast), dict(self.endings),
                    dict(self.codex), dict(self.words), {name: dict(table) for name, table in self.languages.items()},
                    dict(self.papers), self.practice, dict(self.renames), promises=tuple(self.promises),
                    tests=tuple(self.tests))


def step_key(node: str, at: int) -> str:
    """The key of a step in `Draft.places`."""
    return f"{node}#{at}"
