"""`shot`: a picture of any screen, room, scene or ending, without a display."""

from __future__ import annotations

import argparse
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, WrongUse, language, load_walked, lore_of, progress
from game.commands.play import with_map
from game.sim.clock import minute_of

if TYPE_CHECKING:
    from game.commands import Subparsers

MOST_TICKS = 216_000
EXAMPLE = """examples:
  python -m game shot room:tumen --tick 300 --out tumen.png
  python -m game shot room:orchard_bank --clock 07:30 --out morning.png
  python -m game shot title --size 1920x1080 --text 150 --out title.png
  python -m game shot --gallery pictures
  python -m game shot --map my_map.tmx --out my_map.png
  python -m game shot --list"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("shot", help="a picture of any screen, without a display", description=__doc__,
                                   epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", default="", metavar="WHAT", help="title, room:ID, scene:NODE, end:ID ...")
    parser.add_argument("--from", dest="root", default="", metavar="PATH", help="your own folder with story/ and maps/")
    parser.add_argument("--map", type=Path, default=None, metavar="FILE.tmx", help="a picture of a map of your own")
    parser.add_argument("--tick", type=int, default=0, metavar="N", help="after so many ticks of play (default: 0)")
    parser.add_argument("--clock", default="", metavar="HH:MM", help="as it looks at this hour (default: as it begins)")
    parser.add_argument("--size", default="1280x720", metavar="WxH", help="window size (default: 1280x720)")
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT", help="text size, 100-200 (default: 100)")
    parser.add_argument("--lang", default="en", metavar="L", help="language (default: en)")
    parser.add_argument("--out", default="shot.png", metavar="FILE.png", help="where to (default: shot.png)")
    parser.add_argument("--gallery", default="", metavar="DIR",
                        help="every screen, room and ending into a folder, and contact sheets of all art")
    parser.add_argument("--list", action="store_true", help="name everything there is a picture of")


def run(args: argparse.Namespace) -> int:
    """Draw, and say where it is."""
    width, _, height = args.size.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 64 <= int(width) <= 8000 and 64 <= int(height) <= 8000):
        raise WrongUse(f"--size is WIDTHxHEIGHT, for example 1280x720, not '{args.size}'")
    if not 100 <= args.text <= 200 or not 0 <= args.tick <= MOST_TICKS:
        raise WrongUse(f"--text is 100 to 200, --tick 0 to {MOST_TICKS} (an hour of play)")
    if not args.gallery and (Path(args.out).suffix.lower() != ".png" or Path(args.out).is_dir()):
        raise WrongUse(f"--out is a file that ends in .png, not '{args.out}'")
    if not (args.what or args.gallery or args.list or args.map):
        raise WrongUse("say what: title, room:ID, scene:NODE, end:ID, or --gallery DIR; --list names all")
    try:
        minute = minute_of(args.clock) if args.clock else None
    except ValueError as fault:
        raise WrongUse(f"--clock: {fault}") from None
    content = load_walked(args.root)
    language(lore_of(content).book, args.lang)
    if args.map is not None:
        args.scene = ""
        content = with_map(content, args)
        args.what = f"scene:{args.scene}"
    from game.content.sources import data_root
    from game.ui import shots

    if args.list:
        print("\n".join(shots.names(content)))
        return DONE
    wanted = shots.gallery_names(content) if args.gallery else [args.what]
    drawn: list[Path] = []
    for number, what in enumerate(wanted, 1):
        out = Path(args.gallery) / f"{what.replace(':', '_')}.png" if args.gallery else Path(args.out)
        try:
            shots.shot(content, what, out, args.tick, (int(width), int(height)), args.text, args.lang,
                       data_root() / "assets", minute)
        except shots.UnknownShot as fault:
            raise WrongUse(str(fault)) from None
        except OSError as fault:
            raise WrongUse(f"cannot write '{out}': {fault.strerror}") from None
        progress(number, len(wanted), "drawing")
        print(out)
        drawn.append(out)
    if args.gallery:
        _sheets(Path(args.gallery), drawn, data_root() / "assets")
    return DONE


def _sheets(folder: Path, screens: list[Path], assets: Path) -> None:
    """All art on contact sheets beside the screens: tiles, icons, things, people, portraits, pictures."""
    from game.ui import contact

    for name, sheet in chain(contact.screens(screens, assets), contact.sheets(assets)):
        try:
            print(contact.write(folder, name, sheet))
        except OSError as fault:
            raise WrongUse(f"cannot write '{folder}': {fault.strerror}") from None
