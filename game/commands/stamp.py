"""`stamp`: write the missing ids of lines, choices and barks; nothing else in the files is touched."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, FAULTS, WrongUse, print_json

if TYPE_CHECKING:
    from game.commands import Subparsers

EXAMPLE = """examples:
  python -m game stamp               the shipped story
  python -m game stamp my_pack       a folder that holds story/
  python -m game stamp --release     also note what is released, for saves that outlive edits
  python -m game stamp --json        what was done, as JSON

  - narrator: Forty steps.           becomes
  - narrator @bank.7: Forty steps.   and never changes again: saves and translations hold on to it
"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("stamp", help="ids for new lines, choices and barks", description=__doc__,
                                   epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, help="folder with story/ (default: the game's own)")
    parser.add_argument("--release", action="store_true",
                        help="note all nodes, choices and facts as released: `check` then asks for a rename of each "
                        "that vanishes (X004)")
    parser.add_argument("--json", action="store_true", help="print what was done as JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Stamp; 0 if every line has its id now, 1 if some could not be written."""
    from game.content.stamp import stamp

    folder = story_folder(args.path)
    try:
        done = stamp(folder)
        released = _release(folder) if args.release else 0
    except OSError as fault:
        raise WrongUse(f"cannot write '{fault.filename}': {fault.strerror}") from None
    if args.json:
        print_json([{"file": str(one.file), "ids": one.ids, "left": one.left, "unread": one.unread} for one in done])
    else:
        for one in done:
            print(f"{one.file}: cannot be read, so nothing was written; `check` says why" if one.unread else
                  f"{one.file}: {one.ids} new ids" + (f", {one.left} lines left: see `check`" if one.left else ""))
        print(f"{sum(one.ids for one in done)} ids written" if done else "every line has its id")
        if released:
            print(f"{released} names noted as released")
    return FAULTS if any(one.left or one.unread for one in done) else DONE


def _release(folder: Path) -> int:
    from game.content import released
    from game.content.reader import read_story

    book, _ = read_story(folder)
    if book is None:
        raise WrongUse(f"the story in '{folder}' has errors and cannot be released; `check` lists them")
    return released.write(folder, book)


def story_folder(path: Path | None) -> Path:
    """The story folder of a content folder, of itself, or the shipped one. Raises WrongUse if there is none."""
    from game.content.sources import data_root

    root = path if path is not None else data_root()
    folder = root / "story" if (root / "story").is_dir() else root
    if not (folder / "world.yaml").is_file():
        raise WrongUse(f"'{root}' holds no story: there is no story/world.yaml in it")
    return folder


