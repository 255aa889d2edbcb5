"""`new-pack`: a working example of a pack, to be changed into your own."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, PROGRAM, WrongUse

if TYPE_CHECKING:
    from game.commands import Subparsers

EXAMPLE = """examples:
  python -m game new-pack my_pack
  python -m game check --pack my_pack
  python -m game play --pack my_pack"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("new-pack", help="a working example of a story pack", description=__doc__,
                                   epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet; its name is the id")


def run(args: argparse.Namespace) -> int:
    """Write the example. Raises WrongUse if there is something already, or nothing can be written."""
    from game.content import pack_example
    from game.content.lines import NAME
    from game.content.sources import data_root

    folder: Path = args.folder
    id = folder.resolve().name
    if not NAME.fullmatch(id):
        raise WrongUse(f"'{id}' cannot be the id of a pack; use small letters, digits and _")
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder]):
        raise WrongUse(f"there is something in '{folder}' already")
    try:
        pack_example.write(folder, data_root() / "maps")
    except OSError as fault:
        raise WrongUse(f"cannot write '{fault.filename}': {fault.strerror}") from None
    print(f"{folder}: three nodes and a room. Play it: {PROGRAM} play --pack {folder}")
    return DONE
