"""The way back from packed content: whole columns of values at a time, which takes half as long as one by one.

A coder here makes a list of values of a list of data. What the data looks like is told in packed.py.
"""

from __future__ import annotations

import base64
import types
import typing
import zlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import islice, repeat
from typing import Any, TypeAlias

from game.story import conditions
from game.story.conditions import Condition
from game.story.facts import Fact
from game.story.steps import Step

Plain: TypeAlias = Any  # what JSON can hold
Coder: TypeAlias = Callable[[Any], Any]
STEPS: dict[str, Any] = {kind.__name__: kind for kind in typing.get_args(Step)}


@cache
def shape(kind: Any) -> list[tuple[str, Any, Any]]:
    """The fields of a dataclass: name, type, default (MISSING if none)."""
    hints = typing.get_type_hints(kind)
    return [(f.name, hints[f.name], f.default) for f in fields(kind)]


def optional(args: tuple[Any, ...]) -> Any:
    """The type of `X | None`, or None if the union is another one (those hold plain JSON values)."""
    rest = [arg for arg in args if arg is not types.NoneType]
    return rest[0] if len(rest) == 1 and len(rest) < len(args) else None


class Unpacker:
    """Reads what was packed with these names and kinds; `facts` and `chapter` are what conditions are read with."""

    def __init__(self, names: list[str], kinds: list[str]) -> None:
        self.names = names
        self.facts: dict[str, Fact] = {}
        self.chapter = ""
        self.conditions: dict[tuple[str, str], Condition] = {}
        self.coders: dict[Any, Coder] = {}
        self.makers: list[Coder] = [self._maker(STEPS[kind], 1) for kind in kinds]

    def steps(self, column: Sequence[Plain]) -> list[Any]:
        """Steps of any kinds."""
        return _sorted_out(column, [(row[0], len(row)) for row in column], lambda key: self.makers[key[0]])

    def condition(self, source: str) -> Condition:
        """Conditions are read once; those that ask for nodes once a chapter, as they may leave out its name."""
        found = self.conditions.get((source, "")) or self.conditions.get((source, self.chapter))
        if found is None:
            found = conditions.parse(source, self.facts, self.chapter)
            self.conditions[source, self.chapter if found.nodes else ""] = found
        return found

    def coder(self, hint: Any) -> Coder:
        """What reads values of this declared type."""
        if hint not in self.coders:
            self.coders[hint] = self._new_coder(hint)
        return self.coders[hint]

    def _new_coder(self, hint: Any) -> Coder:
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        if hint is Condition:
            return lambda column: list(map(self.condition, column))
        if hint is bytes:
            return lambda column: [zlib.decompress(base64.b64decode(data)) for data in column]
        if hint is str:
            return lambda column: list(map(self.names.__getitem__, column))
        if isinstance(hint, type) and issubclass(hint, Enum):
            members = {one.value: one for one in hint}
            return lambda column: list(map(members.__getitem__, column))
        if is_dataclass(hint):
            maker = self._maker(hint)
            return lambda column: _sorted_out(column, list(map(len, column)), lambda length: maker)
        if isinstance(hint, type) and issubclass(hint, tuple):
            made: Any = hint
            return lambda column: [made(*data) for data in column]
        if origin in (typing.Union, types.UnionType):
            if any(arg in STEPS.values() for arg in args):
                return self.steps
            only = optional(args)
            return _some(self.coder(only)) if only is not None else lambda column: column
        if origin is tuple and args[-1] is Ellipsis:
            return each(self.coder(args[0]), tuple)
        if origin is tuple:
            return _parts([self.coder(arg) for arg in args])
        if origin is dict:
            return each(_parts([self.coder(arg) for arg in args]), dict)
        return lambda column: column

    def _maker(self, kind: Any, first: int = 0) -> Coder:
        """Rows of one length of `kind`, its fields from number `first` on.

        They are filled slot by slot: a frozen dataclass takes twice as long to call.
        """
        parts = [(self.coder(hint), default) for _, hint, default in shape(kind)]
        slots = [getattr(kind, name).__set__ for name, _, _ in shape(kind)] if "__slots__" in kind.__dict__ else []

        def made(rows: Sequence[Plain]) -> list[Any]:
            given = list(zip(*rows, strict=True))[first:]
            values = [coder(column) for (coder, _), column in zip(parts, given, strict=False)]
            rest = [default for _, default in parts[len(values):]]
            if not slots or MISSING in rest:
                return list(map(kind, *values)) if values else [kind() for _ in rows]
            new = list(map(object.__new__, repeat(kind, len(rows))))
            for fill, column in zip(slots, [*values, *map(repeat, rest)], strict=True):
                deque(map(fill, new, column), 0)
            return new
        return made


def _sorted_out(column: Sequence[Plain], keys: Sequence[Any], maker: Callable[[Any], Coder]) -> list[Any]:
    """What the maker of each one's key makes of it; those with the same key are made together."""
    places: dict[Any, list[int]] = {}
    for place, key in enumerate(keys):
        places.setdefault(key, []).append(place)
    whole: list[Any] = [None] * len(column)
    for key, there in places.items():
        for place, one in zip(there, maker(key)([column[place] for place in there]), strict=True):
            whole[place] = one
    return whole


def _some(coder: Coder) -> Coder:
    """Values that may be None."""
    def made(column: Sequence[Plain]) -> list[Any]:
        there = iter(coder([data for data in column if data is not None]))
        return [None if data is None else next(there) for data in column]
    return made


def each(coder: Coder, kind: Any) -> Coder:
    """As many values as there are, all rows' in one go."""
    def made(column: Sequence[Plain]) -> list[Any]:
        values = iter(coder([item for data in column for item in data]))
        return [kind(islice(values, len(data))) for data in column]
    return made


def _parts(coders: list[Coder]) -> Coder:
    """Tuples of a known length."""
    def made(column: Sequence[Plain]) -> list[Any]:
        parts = zip(*column, strict=True) if column else [()] * len(coders)
        return list(zip(*[coder(part) for coder, part in zip(coders, parts, strict=True)], strict=True))
    return made
