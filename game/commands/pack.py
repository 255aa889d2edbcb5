"""`pack`: the content as one JSON file, as the web page and bundles carry it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, WrongUse, load_content, print_json, with_pack

if TYPE_CHECKING:
    from game.commands import Subparsers

EXAMPLE = """examples:
  python -m game pack build/content.json
  python -m game pack my.json --from my_story       a folder with story/ and maps/
  python -m game pack my.json --pack my_pack        the game and a pack, for the web"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("pack", help="packed content, for the web and bundles", description=__doc__,
                                   epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", metavar="OUT", help="the file to write (a folder: content.json in it)")
    parser.add_argument("--from", dest="root", default="", metavar="PATH", help="a folder with story/ and maps/")
    parser.add_argument("--pack", type=Path, default=None, metavar="PATH", help="with a pack: a folder or a zip")
    parser.add_argument("--json", action="store_true", help="print JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Pack and write."""
    from game.content.packed import pack

    out = Path(args.out)
    out = out / "content.json" if out.is_dir() else out
    if out.suffix != ".json":
        raise WrongUse(f"OUT is a folder, or a file that ends in .json, not '{out}'")
    content = load_content(args.root)
    content = with_pack(content, args.pack) if args.pack is not None else content
    data = pack(content)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(data)
    except OSError as fault:
        raise WrongUse(f"cannot write '{out}': {fault.strerror}") from None
    if args.json:
        print_json({"file": str(out), "bytes": len(data), "hash": content.hash})
    else:
        print(f"{out}: {len(data) / 1000:.0f} kB, content {content.hash[:16]}")
    return DONE
