"""A Book: everything written, frozen. What changes while it is read is a Tale."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.story.claims import Promise, StoryTest
from game.story.facts import Fact
from game.story.steps import Step


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the cast.

    `moods` are the portraits there are. The rest matters to bribes: `greed`, `fear` 0-100; `mood` -3 bitter to
    3 warm, an int or the name of an int fact; `likes` fact -> worth of one to them, in tenths of a won note;
    `danger` fact -> chance in 100 that the thing itself frightens them; `manners` manner -> mood shift.
    `tells` maps "afraid", "greedy", "easy" to text ids shown while an offer is weighed.
    """

    id: str
    name: str
    moods: tuple[str, ...] = ("plain",)
    portrait: str = ""
    greed: int = 50
    fear: int = 50
    mood: int | str = 0
    likes: tuple[tuple[str, int], ...] = ()
    danger: tuple[tuple[str, int], ...] = ()
    manners: tuple[tuple[str, int], ...] = ()
    tells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """A way the journey can end. `title` and `text` are text ids; `rare` endings may be seldom."""

    id: str
    title: str
    text: str
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a codex entry comes from."""

    who: str
    what: str
    checked: str


@dataclass(frozen=True, slots=True)
class CodexEntry:
    """One page of "the facts behind". `title` and `text` are text ids.

    `shows` is the small picture beside them: the name of a thing's picture or of an icon, or "".
    """

    id: str
    title: str
    text: str
    sources: tuple[Source, ...]
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper she carries. `title` is a text id; `quality` an int fact 0-3: how well it is made.

    `fields` maps a field's name to the text id of what is written there; the text id of its label is
    `paper.PAPER.FIELD`.
    """

    id: str
    title: str
    quality: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """Steps under one name, "file.name". A node never falls into the next."""

    id: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All that is written. `words` maps text ids to English; other languages have tables of the same ids.

    `practice` is the node of a place to try things in, apart from the story; "" if there is none. `renames` tells
    old saves what things are called now: "node:old.name", "id:", "fact:", "room:", "chapter:" -> the new name.
    `packs` are the packs in it, id and version.
    """

    start: str
    nodes: dict[str, Node]
    facts: dict[str, Fact]
    cast: dict[str, Person]
    endings: dict[str, Ending]
    codex: dict[str, CodexEntry]
    words: dict[str, str]
    languages: dict[str, dict[str, str]] = field(default_factory=dict)
    papers: dict[str, Paper] = field(default_factory=dict)
    practice: str = ""
    renames: dict[str, str] = field(default_factory=dict)
    packs: tuple[tuple[str, str], ...] = ()
    promises: tuple[Promise, ...] = ()
    tests: tuple[StoryTest, ...] = ()
