"""Conditions: a small, safe language that reads facts, readings and what was seen.

`river != open and (won >= 3 or trusts_jo)`, `seen(bank)`, `visits(bank) > 2`. The text is read with Python's
own parser, then only a short list of forms is let through; nothing of it is ever run as Python.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeAlias

from game.story.facts import READING_RANGES, Fact, FactType, Readings, Value

MAX_LENGTH = 400


class Scope(Protocol):
    """What a condition may read; a Tale is one."""

    facts: dict[str, Value]
    readings: Readings
    visits: dict[str, int]


Test: TypeAlias = Callable[[Scope], Value]


class ConditionFault(ValueError):
    """A condition that cannot be used: `code` of narrative.md 5, `word` is the guilty word or ""."""

    def __init__(self, code: str, message: str, word: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.word = word


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition ready to test. Equal if written alike. `reads` are facts, `nodes` those asked for by seen()."""

    source: str
    reads: frozenset[str] = field(compare=False)
    nodes: frozenset[str] = field(compare=False)
    test: Test = field(compare=False, repr=False)

    def holds(self, scope: Scope) -> bool:
        """Whether it is true now."""
        return bool(self.test(scope))


_COMPARE: dict[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
    ast.Lt: operator.lt, ast.LtE: operator.le,
    ast.Gt: operator.gt, ast.GtE: operator.ge,
}
_ORDERED = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A compiled part: its test, its type ("int", "flag", "word", or the name of an enum fact)."""

    test: Test
    type: str
    word: str = ""
    fact: str = ""
    fixed: Value | None = None


class _Reader:
    """Turns one parsed expression into tests, noting what it reads."""

    def __init__(self, facts: Mapping[str, Fact], namespace: str) -> None:
        self.facts = facts
        self.namespace = namespace
        self.reads: set[str] = set()
        self.nodes: set[str] = set()

    def part(self, node: ast.expr) -> _Part:
        match node:
            case ast.BoolOp(op=op, values=values):
                tests = [self.truth(value) for value in values]
                if isinstance(op, ast.And):
                    return _Part(lambda s: all(t(s) for t in tests), "flag")
                return _Part(lambda s: any(t(s) for t in tests), "flag")
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                inner = self.truth(operand)
                return _Part(lambda s: not inner(s), "flag")
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as number)):
                return _Part(lambda s: -number, "int")
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self.comparison(left, op, right)
            case ast.Call(func=ast.Name(id="seen" | "visits" as name), args=[asked], keywords=[]):
                return self.asked_node(name, asked)
            case ast.Name(id=name):
                return self.name(name)
            case ast.Constant(value=bool() as flag):
                return _Part(lambda s: flag, "flag")
            case ast.Constant(value=int() as number):
                return _Part(lambda s: number, "int", fixed=number)
        raise ConditionFault("E002", f"`{ast.unparse(node)}` is not something a condition can say; "
                             "use facts, numbers, and, or, not, == != < <= > >=, seen(node), visits(node)")

    def truth(self, node: ast.expr) -> Test:
        part = self.part(node)
        if part.type == "word":
            raise ConditionFault("V001", f"there is no fact '{part.word}'", part.word)
        if part.type not in ("flag", "int"):
            raise ConditionFault("E003", f"'{ast.unparse(node)}' is a word, not yes or no; compare it with == or !=")
        return part.test

    def name(self, name: str) -> _Part:
        if name in READING_RANGES:
            return _Part(lambda s: getattr(s.readings, name), "flag" if name == "witness" else "int")
        fact = self.facts.get(name)
        if fact is None:
            return _Part(lambda s: name, "word", name, fixed=name)
        self.reads.add(name)
        kind = {FactType.INT: "int", FactType.FLAG: "flag"}.get(fact.type, name)
        return _Part(lambda s: s.facts[name], kind, fact=name)

    def asked_node(self, how: str, asked: ast.expr) -> _Part:
        name = ast.unparse(asked)
        full = name if "." in name else f"{self.namespace}.{name}"
        pack, slash, _ = self.namespace.partition("/")
        full = f"{pack}/{full}" if slash and "/" not in full else full
        self.nodes.add(full)
        if how == "seen":
            return _Part(lambda s: s.visits.get(full, 0) > 0, "flag")
        return _Part(lambda s: s.visits.get(full, 0), "int")

    def comparison(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> _Part:
        compare = _COMPARE.get(type(op))
        if compare is None:
            raise ConditionFault("E002", f"'{ast.unparse(left)} ... {ast.unparse(right)}' is compared in a way "
                                 "conditions do not know; use == != < <= > >=")
        a, b = self.part(left), self.part(right)
        if isinstance(left, ast.Name) and isinstance(right, ast.Name) and left.id == right.id:
            raise ConditionFault("E003", f"'{left.id}' is compared with itself", left.id)
        self.comparable(a, b, isinstance(op, _ORDERED))
        x, y, fact, fixed = a.test, b.test, a.fact, b.fixed
        if fact and fixed is not None:  # what conditions mostly are, in one call and not in three
            return _Part(lambda s: compare(s.facts[fact], fixed), "flag")
        return _Part(lambda s: compare(x(s), y(s)), "flag")

    def comparable(self, a: _Part, b: _Part, ordered: bool) -> None:
        for one, other in ((a, b), (b, a)):
            if one.type == "word":
                fact = self.facts.get(other.type)
                if fact is None:
                    truth = "; a flag stands alone: `met`, or `not met`" if other.type == "flag" else ""
                    raise ConditionFault("V001", f"there is no fact '{one.word}'{truth}", one.word)
                if one.word not in fact.of:
                    raise ConditionFault("V001", f"'{fact.name}' can never be '{one.word}'; it is one of "
                                         + ", ".join(fact.of), one.word)
        if ordered and (a.type != "int" or b.type != "int"):
            raise ConditionFault("E003", "only numbers can be smaller or larger than one another")
        if not ordered and "word" not in (a.type, b.type) and a.type != b.type:
            raise ConditionFault("E003", "the two sides can never be the same kind of thing")


def anywhere(condition: Condition, namespace: str) -> Condition:
    """The same condition, to be read in any chapter: node names have the chapter they stand in."""
    if not condition.nodes:
        return condition
    source = re.sub(r"\b(seen|visits)\(\s*(\w+)\s*\)", rf"\1({namespace}.\2)", condition.source)
    return replace(condition, source=source)


def parse(source: str, facts: Mapping[str, Fact], namespace: str = "") -> Condition:
    """Read a condition. `namespace` completes node names without a dot. Raises ConditionFault."""
    if len(source) > MAX_LENGTH:
        raise ConditionFault("E001", f"a condition of {len(source)} characters is too long; at most {MAX_LENGTH}")
    try:
        tree = ast.parse(source.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        hint = ("; say `and`, `or`, `not`" if re.search(r"&&|\|\||!(?!=)", source) else
                "; compare with == (two signs)" if "=" in source and "==" not in source else "")
        raise ConditionFault("E001", f"cannot read the condition '{source}'{hint}") from None
    reader = _Reader(facts, namespace)
    test = reader.truth(tree.body)
    return Condition(source.strip(), frozenset(reader.reads), frozenset(reader.nodes), test)
