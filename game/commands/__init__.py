"""One file per command of `python -m game`: `add(subparsers)` names its options, `run(args)` does it.

Exit codes: 0 done, 1 faults found, 2 wrong use, 3 no display, 4 undecided.
"""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import argparse

    from game.content.packed import Content
    from game.sim.world import Lore
    from game.story.book import Book

    Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

MODULE = "python -m game"  # as docs and help call the program
PROGRAM = os.environ.get("WINTER_ROAD_CALLED") or MODULE  # how the player starts it: run.py says its own name
DONE, FAULTS, WRONG_USE, NO_DISPLAY, UNDECIDED = 0, 1, 2, 3, 4


class WrongUse(Exception):
    """The player asked for something that cannot be done; its words say what to do instead."""


def load_content(root: str = "", maps: bool = True) -> Content:
    """The shipped story (or the one in folder `root`), ready to play. Raises WrongUse if it has errors.

    Interface words that a folder of somebody's own does not write are ours. Without `maps` one that has errors is
    left out as if it were not drawn yet.
    """
    from game.content import sources
    from game.content.packed import PackFault

    folder = Path(root) if root else sources.data_root()
    if not folder.is_dir():
        raise WrongUse(f"there is no folder {folder}")
    try:
        content = sources.load(folder)
    except PackFault as fault:
        raise WrongUse(f"the content in {folder} cannot be read: {fault}") from None
    errors = [problem for problem in content.problems
              if problem.severity == "error" and (maps or not problem.file.startswith("maps/"))]
    if errors or content.book is None:
        listed = "\n".join(f"  {folder}/{problem}" for problem in errors[:3])
        many = f"{len(errors)} error{'' if len(errors) == 1 else 's'}"
        raise WrongUse(f"the story in {folder} has {many}; `{PROGRAM} check {folder}` says more\n{listed}")
    if folder.resolve() == sources.data_root():
        return content
    ours = sources.load().book
    if ours is None:
        return content
    languages = {name: ours.languages.get(name, {}) | held for name, held in content.book.languages.items()}
    return replace(content, book=replace(content.book, words=ours.words | content.book.words, languages=languages))


def with_pack(content: Content, path: Path) -> Content:
    """The content with the pack in the folder or zip `path`; a journey then begins in it. Raises WrongUse."""
    from game.content import packs, sources

    if not path.exists():
        raise WrongUse(f"there is no pack '{path}'")
    pack, problems = packs.read_pack(path, content, sources.data_root() / "assets")
    if pack is None or pack.book is None:
        errors = [str(problem) for problem in problems if problem.severity == "error"]
        raise WrongUse(f"the pack '{path}' has {len(errors)} errors; `check --pack {path}` lists them all\n"
                       + "\n".join(errors[:3]))
    return packs.with_pack(content, pack)


def load_walked(root: str = "") -> Content:
    """As load_content, for who walks: every room that is visited has a map. Raises WrongUse if one has none."""
    from game.story.steps import Visit

    content = load_content(root)
    nodes = content.book.nodes if content.book else {}
    visited = {step.room for node in nodes.values() for step in node.steps if isinstance(step, Visit)}
    missing = sorted(visited - set(content.rooms))
    if missing:
        raise WrongUse(f"there is no map that can be walked for {', '.join(missing)}; `check` says more, and `tell` "
                       "goes without maps")
    return content


def lore_of(content: Content) -> Lore:
    """What a world plays on. Raises WrongUse if there is no story in `content`."""
    from game.sim.world import Lore

    if content.book is None:
        raise WrongUse("there is no story in this content; `check` says why")
    return Lore(content.book, content.rooms, content.hash)


def language(book: Book, asked: str) -> str:
    """`asked`, if there are words in it. Raises WrongUse, naming the languages there are."""
    from game.words.pseudo import PSEUDO

    known = ["en", *sorted(book.languages)]
    if asked not in (*known, PSEUDO):
        raise WrongUse(f"there is no language '{asked}'; there are {', '.join(known)}, and {PSEUDO}, which nobody "
                       "speaks: it shows what cannot be translated")
    return asked


def as_called(line: str) -> str:
    """A line to be typed, with the program called as it was called now."""
    return line.replace(MODULE, PROGRAM)


def is_whole(words: str) -> bool:
    """Whether these are a whole number of a size that facts have."""
    return re.fullmatch(r"-?\d{1,9}", words, re.ASCII) is not None


def print_json(value: Any) -> None:
    """Print one JSON value to stdout, and nothing else."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def progress(done: int, total: int, what: str) -> None:
    """Show how far a long work is, on a terminal only; `done == total` clears the line."""
    if not sys.stderr.isatty() or total < 1:
        return
    if done >= total:
        sys.stderr.write("\r\033[K")
    else:
        full = 24 * done // total
        sys.stderr.write(f"\r{what} [{'#' * full}{'.' * (24 - full)}] {done}/{total}")
    sys.stderr.flush()
