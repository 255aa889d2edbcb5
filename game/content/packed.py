"""Packed content: one JSON file that holds a book, its rooms and their looks, read with the standard library alone.

Every dataclass is an array of its fields in order, without the last ones that have their default; steps carry the
number of their kind before them. A `str` is a number in the table of names, bytes are zlib in base64, a condition is
its source text, parsed again when it is loaded. Words stand apart, one table a language.
"""

from __future__ import annotations

import base64
import gc
import json
import types
import typing
import zlib
from dataclasses import MISSING, dataclass, field, is_dataclass
from enum import Enum
from itertools import groupby
from typing import Any

from game.content.columns import STEPS, Coder, Plain, Unpacker, each, optional, shape
from game.content.problems import Problem
from game.sim.room import Room
from game.sim.room_art import RoomArt
from game.story.book import Book, CodexEntry, Ending, Node, Paper, Person
from game.story.claims import Promise, StoryTest
from game.story.conditions import Condition, ConditionFault
from game.story.facts import Fact

FORMAT = 8
_TABLES: tuple[tuple[str, Any], ...] = (("facts", Fact), ("cast", Person), ("endings", Ending), ("codex", CodexEntry),
                                        ("papers", Paper))


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a game is played from. `book` is None if the story has errors; `hash` names the rules' sources.

    `pictures` are those of packs, as PNG files by their name "pack/picture"; the game's own lie among its assets.
    """

    book: Book | None
    rooms: dict[str, Room] = field(default_factory=dict)
    art: dict[str, RoomArt] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    hash: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)


class PackFault(ValueError):
    """A packed file that cannot be read."""


def pack(content: Content) -> bytes:
    """The content as one JSON file. Raises ValueError if its story has errors."""
    book = content.book
    if book is None:
        raise ValueError("a story with errors cannot be packed")
    packer = _Packer()
    data: dict[str, Plain] = {"format": FORMAT, "hash": content.hash, "start": book.start,
                              "practice": book.practice}
    for name, kind in _TABLES:
        data[name] = [packer.coder(kind)(one) for one in getattr(book, name).values()]
    data["nodes"] = {node.id: [packer.step(step) for step in node.steps] for node in book.nodes.values()}
    data["promises"] = [packer.coder(Promise)(one) for one in book.promises]
    data["tests"] = [packer.coder(StoryTest)(one) for one in book.tests]
    data["renames"], data["packs"] = book.renames, book.packs
    data["words"] = {"en": book.words, **book.languages}
    data["rooms"] = [packer.coder(Room)(room) for room in content.rooms.values()]
    data["art"] = [packer.coder(RoomArt)(art) for art in content.art.values()]
    data["pictures"] = {name: base64.b64encode(png).decode() for name, png in content.pictures.items()}
    data["problems"] = [packer.coder(Problem)(problem) for problem in content.problems]
    data["kinds"], data["names"] = list(packer.kinds), list(packer.names)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(data: bytes) -> Content:
    """The content of a packed file. Raises PackFault if it is not one, or one of another format."""
    collects = gc.isenabled()
    gc.disable()  # nothing of it is garbage, and to find that out again and again takes longer than all else
    try:
        held = json.loads(data)
        if held["format"] != FORMAT:
            raise PackFault(f"this packed content has format {held['format']}; this game reads {FORMAT}")
        return _content(held)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError, zlib.error,
            ConditionFault) as fault:
        raise PackFault(f"this is no packed content: {fault}") from None
    finally:
        if collects:
            gc.enable()


def _content(held: dict[str, Plain]) -> Content:
    unpacker = Unpacker(held["names"], held["kinds"])
    tables: dict[str, dict[str, Any]] = {}
    for name, kind in _TABLES:
        tables[name] = {getattr(one, "name" if name == "facts" else "id"): one
                        for one in unpacker.coder(kind)(held[name])}
    unpacker.facts = tables["facts"]
    nodes: dict[str, Node] = {}
    for unpacker.chapter, group in groupby(held["nodes"], lambda id: id.partition(".")[0]):
        ids = list(group)
        steps = each(unpacker.steps, tuple)([held["nodes"][id] for id in ids])
        nodes.update(zip(ids, map(Node, ids, steps), strict=True))
    words = dict(held["words"])
    book = Book(held["start"], nodes, words=words.pop("en"), languages=words,
                practice=held["practice"], renames=held["renames"], packs=tuple(map(tuple, held["packs"])),
                promises=tuple(unpacker.coder(Promise)(held["promises"])),
                tests=tuple(unpacker.coder(StoryTest)(held["tests"])), **tables)
    rooms = {room.id: room for room in unpacker.coder(Room)(held["rooms"])}
    art = {one.room: one for one in unpacker.coder(RoomArt)(held["art"])}
    problems = tuple(unpacker.coder(Problem)(held["problems"]))
    pictures = {name: base64.b64decode(png) for name, png in held["pictures"].items()}
    return Content(book, rooms, art, problems, held["hash"], pictures)


class _Packer:
    """Turns values into JSON by their declared types, gathering names and kinds of steps on the way."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.kinds: dict[str, int] = {}
        self.coders: dict[Any, Coder] = {}

    def name(self, value: str) -> int:
        return self.names.setdefault(value, len(self.names))

    def step(self, value: Any) -> Plain:
        kind = type(value)
        number = self.kinds.setdefault(kind.__name__, len(self.kinds))
        return [number, *self.coder(kind)(value)]

    def coder(self, hint: Any) -> Coder:
        if hint not in self.coders:
            self.coders[hint] = self.new_coder(hint)
        return self.coders[hint]

    def new_coder(self, hint: Any) -> Coder:
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        if hint is Condition:
            return lambda value: value.source
        if hint is bytes:
            return lambda value: base64.b64encode(zlib.compress(value, 9)).decode("ascii")
        if hint is str:
            return self.name
        if isinstance(hint, type) and issubclass(hint, Enum):
            return lambda value: value.value
        if is_dataclass(hint):
            return self.dataclass_coder(hint)
        if origin in (typing.Union, types.UnionType):
            if any(arg in STEPS.values() for arg in args):
                return self.step
            only = optional(args)
            one = self.coder(only) if only is not None else None
            return lambda value: value if value is None or one is None else one(value)
        if origin is tuple and args[-1] is Ellipsis:
            each = self.coder(args[0])
            return lambda value: [each(item) for item in value]
        if origin is tuple:
            parts = [self.coder(arg) for arg in args]
            return lambda value: [part(item) for part, item in zip(parts, value, strict=True)]
        if origin is dict:
            key, told = self.coder(args[0]), self.coder(args[1])
            return lambda value: [[key(a), told(b)] for a, b in value.items()]
        return lambda value: value

    def dataclass_coder(self, kind: Any) -> Coder:
        parts_of = [(name, self.coder(hint), default) for name, hint, default in shape(kind)]

        def coded(value: Any) -> Plain:
            parts = [(getattr(value, name), coder, default) for name, coder, default in parts_of]
            while parts and parts[-1][2] is not MISSING and parts[-1][0] == parts[-1][2]:
                parts.pop()
            return [coder(part) for part, coder, _ in parts]
        return coded
