"""`schema`: the story language for editors, as a JSON Schema with the names of a story."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, WrongUse, print_json
from game.commands.stamp import story_folder

if TYPE_CHECKING:
    from game.commands import Subparsers

EXAMPLE = """examples:
  python -m game schema my_story --out my_story/story.schema.json
  python -m game schema                     the shipped story's, to the terminal

With the YAML extension of VS Code, or any editor that speaks to yaml-language-server, the first line of a story file
may then be:
  # yaml-language-server: $schema=../story.schema.json
Steps and settings are completed, explained and checked while you type; names of nodes, facts and people are offered.
Make it again when they have changed."""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("schema", help="the story language for editors, as JSON Schema",
                                   description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, help="folder with story/ (default: the game's own)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write here (default: to the terminal)")


def run(args: argparse.Namespace) -> int:
    """Write it. Raises WrongUse if there is no story, or nothing can be written."""
    from game.content.editor_schema import editor_schema
    from game.content.reader import read_draft

    made = editor_schema(read_draft(story_folder(args.path)))
    if args.out is None:
        print_json(made)
        return DONE
    try:
        args.out.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    except OSError as fault:
        raise WrongUse(f"cannot write '{args.out}': {fault.strerror}") from None
    print(f"{args.out}: first line of a story file: # yaml-language-server: $schema=../{args.out.name}")
    return DONE
