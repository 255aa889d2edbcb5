"""As much of JSON Schema as our own schema uses, and YAML as an editor reads it: for tests alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game.content.problems import Faults
from game.content.yamltree import Items, Table, Text, Tree, read_tree

TYPES: dict[str, Any] = {"object": dict, "array": list, "string": str, "null": type(None), "boolean": bool,
                         "integer": int, "number": (int, float)}


def loaded(path: Path) -> Any:
    """A file as YAML 1.2 has it: plain scalars may be numbers, true, false, null."""
    tree = read_tree(path.read_bytes(), path.name, Faults())
    assert tree is not None, path
    return _value(tree)


def _value(tree: Tree) -> Any:
    match tree:
        case Table(entries=entries):
            return {key.value: _value(value) for key, value in entries}
        case Items(entries=entries):
            return [_value(one) for one in entries]
        case Text(plain=False, value=value):
            return value
        case Text(value=value):
            if value in ("true", "false"):
                return value == "true"
            if value in ("", "~", "null"):
                return None
            if re.fullmatch(r"[-+]?\d+", value):
                return int(value)
            return float(value) if re.fullmatch(r"[-+]?\d*\.\d+", value) else value


def faults(schema: dict[str, Any], value: Any, root: dict[str, Any] | None = None, at: str = "") -> Iterator[str]:
    """What is wrong with a value, and where. Keywords that are not known here are an error of the test."""
    root = root if root is not None else schema
    for keyword, said in schema.items():
        yield from _one(keyword, said, schema, value, root, at)


def good(schema: dict[str, Any], value: Any, root: dict[str, Any]) -> bool:
    return next(faults(schema, value, root), None) is None


def _one(keyword: str, said: Any, schema: dict[str, Any], value: Any, root: dict[str, Any], at: str) -> Iterator[str]:
    match keyword:
        case "$schema" | "title" | "description" | "definitions" | "then" | "else":
            return
        case "$ref":
            yield from faults(root["definitions"][said.rpartition("/")[2]], value, root, at)
        case "type":
            kinds = said if isinstance(said, list) else [said]
            flag = isinstance(value, bool) and "boolean" not in kinds  # in Python a bool is an int
            if flag or not any(isinstance(value, TYPES[kind]) for kind in kinds):
                yield f"{at}: {value!r} is no {said}"
        case "enum" | "const":
            choices = said if keyword == "enum" else [said]
            if not any(value == one and type(value) is type(one) for one in choices):
                yield f"{at}: {value!r} is none of {choices[:9]}"
        case "anyOf":
            tried = [list(faults(one, value, root, at)) for one in said]
            if all(tried):
                yield min(tried, key=lambda found: -max(len(fault.partition(":")[0]) for fault in found))[0]
        case "allOf":
            for one in said:
                yield from faults(one, value, root, at)
        case "not":
            if good(said, value, root):
                yield f"{at}: must not be like this"
        case "if":
            yield from faults(schema.get("then" if good(said, value, root) else "else", {}), value, root, at)
        case "items":
            for number, one in enumerate(value if isinstance(value, list) else ()):
                yield from faults(said, one, root, f"{at}/{number}")
        case "pattern" | "minLength":
            if isinstance(value, str) and not (re.search(said, value) if keyword == "pattern" else len(value) >= said):
                yield f"{at}: {value!r} is not like {said}"
        case "minimum" | "maximum" | "exclusiveMinimum":
            if isinstance(value, int | float) and not isinstance(value, bool) and not {
                    "minimum": value >= said, "maximum": value <= said, "exclusiveMinimum": value > said}[keyword]:
                yield f"{at}: {value} is out of range"
        case _:
            yield from _of_object(keyword, said, schema, value, root, at)


def _of_object(keyword: str, said: Any, schema: dict[str, Any], value: Any, root: dict[str, Any],
               at: str) -> Iterator[str]:
    if not isinstance(value, dict):
        return
    match keyword:
        case "properties":
            for name, one in said.items():
                if name in value:
                    yield from faults(one, value[name], root, f"{at}/{name}")
        case "patternProperties":
            for pattern, one in said.items():
                for name in value:
                    if re.search(pattern, name):
                        yield from faults(one, value[name], root, f"{at}/{name}")
        case "additionalProperties":
            known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
            for name in value:
                if name in known or any(re.search(pattern, name) for pattern in patterns):
                    continue
                if said is False:
                    yield f"{at}/{name}: is not known"
                else:
                    yield from faults(said, value[name], root, f"{at}/{name}")
        case "required":
            yield from (f"{at}: needs {name}" for name in said if name not in value)
        case "propertyNames":
            for name in value:
                yield from faults(said, name, root, f"{at}/{name}")
        case "minProperties" | "maxProperties":
            if len(value) < said if keyword == "minProperties" else len(value) > said:
                yield f"{at}: {len(value)} settings"
        case _:
            raise AssertionError(f"this validator does not know '{keyword}'")
