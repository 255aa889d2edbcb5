"""Worlds to JSON and back, by the types of their fields.

A dataclass becomes an object without the fields that have their default; a list or dict of dataclasses becomes a
table, each field's name written once; a value of a union of dataclasses carries its class name under "". So a field
added later is simply absent in older saves. Reading checks every type: what does not fit raises CodecFault.
"""

from __future__ import annotations

import hashlib
import json
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, TypeVar

from game.sim.world import Lore, World

Plain: TypeAlias = Any  # what JSON can hold
Writer: TypeAlias = Callable[[Any], Plain]
Reader: TypeAlias = Callable[[Plain], Any]
T = TypeVar("T")


class CodecFault(ValueError):
    """Data that is not what the types say; the message names the place."""


def plain_world(world: World) -> Plain:
    """The world as JSON values."""
    return _writer(World)(world)


def world_from(data: Plain, lore: Lore) -> World:
    """The world of `plain_world`'s answer, playing on `lore`. Raises CodecFault."""
    parts = _read_fields(World, data)
    return World(lore, **parts)


def plain_of(kind: Callable[..., T], value: T) -> Plain:
    """Any other saved dataclass as JSON values."""
    return _writer(kind)(value)


def read_as(kind: Callable[..., T], data: Plain) -> T:
    """The value of `plain_of`'s answer. Raises CodecFault."""
    found: T = _reader(kind)(data)
    return found


def digest(world: World) -> str:
    """SHA-256 of the canonical JSON of the world, in hexadecimal; two things are left out.

    The count of rewinds, because a recording cuts what was rewound; and what is kept only for saves that outlive
    the story they were made in.
    """
    data = plain_world(world)
    data.pop("rewinds", None)
    data["tale"].pop("entries", None)
    canonical = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


# Writing -------------------------------------------------------------------------------------------------
@cache
def _writer(kind: Any) -> Writer:
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    if is_dataclass(kind):
        return _fields_writer(kind)
    if origin in (typing.Union, types.UnionType):
        return _union_writer(args)
    if origin is list:
        return _list_writer(args[0])
    if origin is dict:
        return _dict_writer(args[1])
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            one = _writer(args[0])
            return lambda value: [one(item) for item in value]
        each = [_writer(arg) for arg in args]
        return lambda value: [write(item) for write, item in zip(each, value, strict=True)]
    return lambda value: value


def _any_writer(kind: Any) -> Writer:
    return _writer(kind)


def _fields_writer(kind: Any) -> Writer:
    parts = [(f.name, _writer(type_), _default(f)) for f, type_ in saved_fields(kind)]

    def write(value: Any) -> Plain:
        found = {}
        for name, writer, default in parts:
            part = getattr(value, name)
            if part != default or type(part) is not type(default):
                found[name] = writer(part)
        return found
    return write


def _union_writer(args: tuple[Any, ...]) -> Writer:
    by_class: dict[Any, Writer] = {arg: _any_writer(arg) for arg in args if is_dataclass(arg)}
    tagged = len(by_class) > 1

    def write(value: Any) -> Plain:
        writer = by_class.get(type(value))
        if writer is None:
            return value
        return {"": type(value).__name__, **writer(value)} if tagged else writer(value)
    return write


def _row_writer(kind: Any) -> tuple[list[str], Writer]:
    parts = [(f.name, _writer(type_)) for f, type_ in saved_fields(kind)]
    return [name for name, _ in parts], lambda value: [writer(getattr(value, name)) for name, writer in parts]


def _list_writer(kind: Any) -> Writer:
    if is_dataclass(kind):
        names, row = _row_writer(kind)
        return lambda value: {"of": names, "rows": [row(item) for item in value]} if value else []
    one = _writer(kind)
    return lambda value: [one(item) for item in value]


def _dict_writer(kind: Any) -> Writer:
    if is_dataclass(kind):
        names, row = _row_writer(kind)
        return lambda value: value and {"of": names, "rows": {str(key): row(item) for key, item in value.items()}}
    one = _writer(kind)
    return lambda value: {str(key): one(item) for key, item in value.items()}


# Reading -------------------------------------------------------------------------------------------------
@cache
def _reader(kind: Any) -> Reader:
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda data: _known(kind, data)
    if is_dataclass(kind):
        return lambda data: kind(**_read_fields(kind, data))  # type: ignore[operator]  # is_dataclass lets instances by
    if origin in (typing.Union, types.UnionType):
        return _union_reader(args)
    if origin is list:
        return _list_reader(args[0])
    if origin is dict:
        return _dict_reader(args[0], args[1])
    if origin is tuple:
        return _tuple_reader(args)
    return lambda data: _exactly(kind, data)


def _known(kind: type[Enum], data: Plain) -> Enum:
    try:
        return kind(data)
    except ValueError:
        raise CodecFault(f"{data!r} is no {kind.__name__}") from None


def _exactly(kind: Any, data: Plain) -> Any:
    if type(data) is not kind:
        raise CodecFault(f"{str(data)[:40]!r} is not {kind.__name__}")
    return data


def _read_fields(kind: Any, data: Plain) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise CodecFault(f"a {kind.__name__} is an object, not {type(data).__name__}")
    parts: dict[str, Any] = {}
    for f, type_ in saved_fields(kind):
        if f.name in data:
            parts[f.name] = _within(f"{kind.__name__}.{f.name}", _reader(type_), data[f.name])
        elif f.default is MISSING and f.default_factory is MISSING:
            raise CodecFault(f"{kind.__name__} lacks '{f.name}'")
    return parts


def _within(where: str, reader: Reader, data: Plain) -> Any:
    try:
        return reader(data)
    except CodecFault as fault:
        raise CodecFault(f"{where}: {fault}") from None


def _union_reader(args: tuple[Any, ...]) -> Reader:
    by_name: dict[str, Any] = {getattr(arg, "__name__", ""): arg for arg in args if is_dataclass(arg)}
    simple = tuple(arg for arg in args if not is_dataclass(arg))

    def read(data: Plain) -> Any:
        if type(data) in simple:
            return data
        name = data.get("") if isinstance(data, dict) else None
        kind = next(iter(by_name.values()), None) if len(by_name) == 1 else by_name.get(name or "")
        if kind is None:
            raise CodecFault(f"{str(data)[:40]!r} is none of what may stand here")
        return _reader(kind)(data)
    return read


def _list_reader(kind: Any) -> Reader:
    one = _reader(kind)

    def read(data: Plain) -> list[Any]:
        if is_dataclass(kind) and data != []:
            names, rows = _table(data, list)
            return [one(dict(zip(names, row, strict=True))) for row in rows]
        return [one(item) for item in _exactly(list, data)]
    return read


def _dict_reader(key_kind: Any, kind: Any) -> Reader:
    one = _reader(kind)

    def key(text: str) -> Any:
        if key_kind is not int:
            return text
        if not text.removeprefix("-").isdecimal():
            raise CodecFault(f"{text[:40]!r} is no number")
        return int(text)

    def read(data: Plain) -> dict[Any, Any]:
        if is_dataclass(kind) and data != {}:
            names, rows = _table(data, dict)
            return {key(k): one(dict(zip(names, row, strict=True))) for k, row in rows.items()}
        return {key(k): one(item) for k, item in _exactly(dict, data).items()}
    return read


def _table(data: Plain, rows_kind: type) -> tuple[list[str], Any]:
    """The field names and rows of a table; every row as long as there are names."""
    if not isinstance(data, dict) or not isinstance(data.get("of"), list) or type(data.get("rows")) is not rows_kind:
        raise CodecFault("not a table")
    names, rows = data["of"], data["rows"]
    for row in rows.values() if isinstance(rows, dict) else rows:
        if not isinstance(row, list) or len(row) != len(names):
            raise CodecFault("a row does not fit its table")
    if not all(isinstance(name, str) for name in names):
        raise CodecFault("not a table")
    return names, rows


def _tuple_reader(args: tuple[Any, ...]) -> Reader:
    if len(args) == 2 and args[1] is Ellipsis:
        one = _reader(args[0])
        return lambda data: tuple(one(item) for item in _exactly(list, data))
    each = [_reader(arg) for arg in args]

    def read(data: Plain) -> tuple[Any, ...]:
        if len(_exactly(list, data)) != len(each):
            raise CodecFault(f"{len(data)} parts where {len(each)} belong")
        return tuple(reader(item) for reader, item in zip(each, data, strict=True))
    return read


# Fields --------------------------------------------------------------------------------------------------
@cache
def saved_fields(kind: Any) -> tuple[tuple[Field[Any], Any], ...]:
    """The fields of a dataclass that are saved, with their types resolved."""
    hints = typing.get_type_hints(kind)
    return tuple((f, hints[f.name]) for f in fields(kind) if f.metadata.get("saved", True))


def _default(f: Field[Any]) -> Any:
    if f.default is not MISSING:
        return f.default
    return f.default_factory() if f.default_factory is not MISSING else MISSING
