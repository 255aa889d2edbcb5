"""A pack's story and rooms under the pack's own name: `market.stall` of the pack `demo` becomes `demo/market.stall`.

Chapters (nodes and their text ids), endings, codex entries, rooms and pictures get the prefix; facts and people keep
their names, because the rules of the rooms know facts by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from game.sim.room import Room
from game.sim.room_art import RoomArt
from game.story import conditions
from game.story.book import Book, CodexEntry, Ending, Node
from game.story.conditions import Condition
from game.story.steps import End, Learn, Picture, Step, Visit


@dataclass(frozen=True, slots=True)
class Namespace:
    """The names of one pack: `prefix` is "demo/"."""

    prefix: str
    book: Book
    rooms: frozenset[str]
    pictures: frozenset[str]

    def word(self, id: str) -> str:
        """A text id under the pack's name; words that belong to nobody's chapter stay."""
        first, _, rest = id.partition(".")
        if first in ("ending", "codex"):
            return f"{first}.{self.prefix}{rest}"
        if first == "place" and rest in self.rooms:
            return f"place.{self.prefix}{rest}"
        chapters = {node.partition(".")[0] for node in self.book.nodes}
        return self.prefix + id if first in chapters else id

    def nodes(self) -> dict[str, Node]:
        """Every node under its new name."""
        words = {id: self.word(id) for id in self.book.words}
        names = {**words, **{id: self.prefix + id for id in self.book.nodes}}
        found: dict[str, Node] = {}
        for node in self.book.nodes.values():
            chapter = self.prefix + node.id.partition(".")[0]
            found[self.prefix + node.id] = Node(self.prefix + node.id,
                                                tuple(self._step(step, names, chapter) for step in node.steps))
        return found

    def _step(self, step: Step, names: Mapping[str, str], chapter: str) -> Step:
        def new(value: Any) -> Any:
            match value:
                case str():
                    return names.get(value, value)
                case Condition():
                    return conditions.parse(value.source, self.book.facts, chapter)
                case Visit():
                    return replace(value, room=self.prefix + value.room)
                case End():
                    return End(self.prefix + value.ending)
                case Learn():
                    return Learn(self.prefix + value.entry)
                case Picture() if value.name in self.pictures:
                    return replace(value, name=self.prefix + value.name)
                case _:
                    return value
        made: Step = walked(step, new)
        return made

    def endings(self) -> dict[str, Ending]:
        """Every ending under its new name."""
        return {self.prefix + one.id: Ending(self.prefix + one.id, self.word(one.title), self.word(one.text), one.rare)
                for one in self.book.endings.values()}

    def codex(self) -> dict[str, CodexEntry]:
        """Every codex entry under its new name."""
        return {self.prefix + one.id: CodexEntry(self.prefix + one.id, self.word(one.title), self.word(one.text),
                                                 one.sources, one.shows)
                for one in self.book.codex.values()}

    def room(self, room: Room) -> Room:
        """A room under its new name."""
        return replace(room, id=self.prefix + room.id)

    def art(self, art: RoomArt) -> RoomArt:
        """The look of a room under its new name."""
        return replace(art, room=self.prefix + art.room)


def walked(value: Any, new: Callable[[Any], Any]) -> Any:
    """`new` of a value, after it was done to all that is in it."""
    if isinstance(value, Condition) or not is_dataclass(value) or isinstance(value, type):
        if isinstance(value, tuple):
            return tuple(walked(part, new) for part in value)
        return new(value)
    return new(replace(value, **{one.name: walked(getattr(value, one.name), new) for one in fields(value)}))
