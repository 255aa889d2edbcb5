"""`check`: every fault of a content folder, or of one map, each with its place and what would mend it."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import time
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, FAULTS, WrongUse, print_json
from game.content.problems import Problem, in_order

if TYPE_CHECKING:
    from game.commands import Subparsers

EXAMPLE = """examples:
  python -m game check                     the shipped story and its maps
  python -m game check my_pack             a folder that holds story/, maps/, assets/
  python -m game check --map maps/tumen.tmx
  python -m game check --pack my_pack      a pack as it would be loaded, folder or zip, with the limits of packs
  python -m game check --profile           facts that live across each gate
  python -m game check --tests             and play the tests written in the story
  python -m game check my_pack --watch     again whenever a file of it is saved, until Ctrl+C
  python -m game check --json > faults.json
  python -m game check --sarif > faults.sarif    for editors and code hosts (SARIF 2.1.0)

files are named so that they can be opened from where `check` was called, with --json too
"""

LOOK_SECONDS = 0.5


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("check", help="every fault of a story folder or a map", description=__doc__,
                                   epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, help="folder with story/, maps/, assets/ (default: ours)")
    parser.add_argument("--map", type=Path, metavar="FILE.tmx", help="check one map only")
    parser.add_argument("--pack", type=Path, metavar="PATH", help="check a pack, folder or zip")
    parser.add_argument("--profile", action="store_true", help="also print the facts that live across each gate")
    parser.add_argument("--tests", action="store_true", help="also play the tests written in the story")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print a list of faults as JSON, nothing else")
    form.add_argument("--sarif", action="store_true", help="print the faults as SARIF 2.1.0, nothing else")
    form.add_argument("--watch", action="store_true", help="check again whenever a file is saved, until Ctrl+C")


def run(args: argparse.Namespace) -> int:
    """Check, print, and answer 0 (no errors) or 1. Raises WrongUse if there is no such place."""
    root = _place(args)
    if not args.watch:
        return _once(args, root)
    from game.commands._watch import Watch

    watch = Watch(args.map or root)
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            _once(args, root)
            print("-- waiting for a file to be saved --", flush=True)
            while not watch.changed():
                time.sleep(LOOK_SECONDS)
            print("\n-- read again --")
    return DONE


def _place(args: argparse.Namespace) -> Path:
    """The folder or zip that is checked. Raises WrongUse if there is no such place."""
    place: Path | None = args.pack or args.map or args.path
    if place is not None and not place.exists():
        raise WrongUse(f"there is no '{place}'")
    if args.map and not args.map.is_file():
        raise WrongUse(f"'{args.map}' is a folder; --map wants one .tmx file")
    if args.path and not args.path.is_dir():
        raise WrongUse(f"'{args.path}' is a file; check wants the folder that holds story/, or --map FILE.tmx")
    if args.map:
        folder = Path(args.map).resolve().parent
        return folder.parent if folder.name == "maps" else folder
    return Path(args.pack) if args.pack else _root(args.path)


def _once(args: argparse.Namespace, root: Path) -> int:
    """Check and print; whether there are errors, as an exit code."""
    aloud = not (args.json or args.sarif)
    if args.pack:
        problems = _pack(args.pack)
    elif args.map:
        problems = _one_map(args.map)
    else:
        problems = _folder(root, args.profile and aloud)
        if args.tests:
            problems = in_order([*problems, *_tests(root, aloud)])
    shown = [dataclasses.replace(problem, file=_named(args, problem.file)) for problem in problems]
    errors = sum(problem.severity == "error" for problem in problems)
    if args.json:
        print_json([dataclasses.asdict(problem) for problem in shown])
    elif args.sarif:
        from game.commands._sarif import sarif
        from game.content.sources import data_root

        print_json(sarif(problems, root, data_root() / "docs" / "problems.md"))
    else:
        for problem in shown:
            print(problem)
        warnings = len(problems) - errors
        print(f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}" if problems else "no faults found")
    return FAULTS if errors else DONE


def _named(args: argparse.Namespace, file: str) -> str:
    """The file of a fault as it can be opened from here: below the folder as it was typed."""
    if args.map:
        return str(args.map) if Path(file).name == args.map.name else file
    folder: Path | None = args.pack or args.path
    if folder is None or not folder.is_dir():  # in a zip nothing can be opened
        return file
    if args.path and folder.name == "story" and not (folder / "story").is_dir():
        folder = folder.parent
    return str(folder / file)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _pack(path: Path) -> list[Problem]:
    from game.content.packs import read_pack
    from game.content.sources import data_root, load

    return read_pack(path, load(), data_root() / "assets")[1]


def _one_map(path: Path) -> list[Problem]:
    from game.content.maps import load_room

    return in_order(load_room(path, path.resolve().parent.parent / "assets")[2])


def _root(path: Path | None) -> Path:
    from game.content.sources import data_root

    root = path if path is not None else data_root()
    if root.name == "story" and not (root / "story").is_dir():
        return root.resolve().parent  # `check story` means the folder it stands in
    return root


def _tests(root: Path, aloud: bool) -> list[Problem]:
    """Play the tests of a story that can be read; what was not as expected."""
    from game.content.reader import read_story
    from game.prove import trials

    book, _ = read_story(root / "story")
    if book is None:
        return []
    found: list[Problem] = []
    for test in book.tests:
        found += [Problem(test.file, test.line, 0, "error", "P003", f"the test '{test.name}': {said}")
                  for said in trials.run(book, test)]
    if aloud:
        failed = len({(problem.file, problem.line) for problem in found})
        print(f"{_counted(len(book.tests), 'test')} played, {failed} failed")
    return found


def _folder(root: Path, with_profile: bool) -> list[Problem]:
    from game.content.check import check_all

    if with_profile:
        from game.content import profile
        from game.content.graph import Graph
        from game.content.reader import read_draft

        draft = read_draft(root / "story")
        print(profile.in_words(profile.gates(draft, Graph.of(draft))))
    return check_all(root)
