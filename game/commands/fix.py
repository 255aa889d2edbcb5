"""`fix`: put quotes where words were misread (Y001, Y004, Y005). Words themselves are never touched."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, WrongUse, print_json
from game.commands.stamp import story_folder

if TYPE_CHECKING:
    from game.commands import Subparsers

EXAMPLE = """examples:
  python -m game fix                 the shipped story
  python -m game fix my_pack         a folder that holds story/

  - guard: Wait: who is that?        becomes
  - "guard: Wait: who is that?"
"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("fix", help="mend what a machine can mend", description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, help="folder with story/ (default: the game's own)")
    parser.add_argument("--json", action="store_true", help="print what was done as JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Mend, and show each line as it was and as it is."""
    from game.content.fix import fix
    from game.content.reader import read_draft

    folder = story_folder(args.path)
    try:
        done = fix(folder)
    except OSError as fault:
        raise WrongUse(f"cannot write '{fault.filename}': {fault.strerror}") from None
    if args.json:
        print_json([{"file": str(one.file), "line": one.line, "before": one.before, "after": one.after}
                    for one in done])
    else:
        for one in done:
            print(f"{one.file}:{one.line}:\n  - {one.before.strip()}\n  + {one.after.strip()}")
        left = "; `check` says what is left" if done or read_draft(folder).faults.errors else ""
        print(f"{len(done)} {'line' if len(done) == 1 else 'lines'} mended{left}" if done else
              f"nothing that quotes would mend{left}")
    return DONE
