"""`explain`: the odds of a node's bribes, chances, papers and calls, in words and numbers."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, WrongUse, is_whole, load_content, print_json

if TYPE_CHECKING:
    from game.commands import Subparsers

EXAMPLE = """examples:
  python -m game explain road.bribe_clerk
  python -m game explain jo_pays --set jo_mood=2 --set heat=1 --witness
  python -m game explain road.bribe_clerk --json
"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("explain", help="the odds of a bribe, a chance or papers in words",
                                   description=__doc__,
                                   epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("node", help="CHAPTER.NODE, or NODE if only one chapter has it")
    parser.add_argument("path", nargs="?", type=Path, help="folder with story/ (default: the game's own)")
    parser.add_argument("--set", action="append", default=[], metavar="FACT=VALUE", help="as if this fact were so")
    parser.add_argument("--witness", action="store_true", help="as if another watcher could see it")
    parser.add_argument("--json", action="store_true", help="print the odds as JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Explain one node, with the facts of a new journey unless set otherwise."""
    from game.story.book import Book
    from game.words.explain import explain

    book = load_content(str(args.path) if args.path else "").book
    assert isinstance(book, Book)
    node = _node(args.node, list(book.nodes))
    facts = {fact.name: fact.start for fact in book.facts.values()}
    for word in args.set:
        name, equals, value = word.partition("=")
        if name not in facts or not equals:
            raise WrongUse(f"--set wants FACT=VALUE with a fact of the story, not '{word}'")
        facts[name] = _value(book.facts[name], value)
    found = explain(book, node, facts, args.witness)
    if args.json:
        print_json([dataclasses.asdict(one) | {"outcomes": [offer.outcomes for offer in one.offers]} for one in found])
        return DONE
    lines = [line for one in found for line in one.lines]
    print("\n".join(lines) or f"'{node}' has no bribe, no chance, no papers and no call")
    return DONE


def _value(fact: object, value: str) -> int | str | bool:
    from game.story.facts import Fact, FactType

    assert isinstance(fact, Fact)
    match fact.type:
        case FactType.FLAG if value in ("true", "false"):
            return value == "true"
        case FactType.ENUM if value in fact.of:
            return value
        case FactType.INT if is_whole(value) and fact.least <= int(value) <= fact.most:
            return int(value)
    kinds = {FactType.FLAG: "true or false", FactType.ENUM: ", ".join(fact.of),
             FactType.INT: f"{fact.least} to {fact.most}"}
    raise WrongUse(f"'{fact.name}' can be {kinds[fact.type]}, not '{value}'")


def _node(asked: str, nodes: list[str]) -> str:
    from game.content.problems import did_you_mean

    alike = [node for node in nodes if asked in (node, node.partition(".")[2])]
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise WrongUse(f"'{asked}' is in several chapters: {', '.join(alike)}")
    raise WrongUse(f"there is no node '{asked}'; " + (did_you_mean(asked, nodes) or "`graph` shows them all"))
