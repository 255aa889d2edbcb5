"""released.json: nodes, ids and facts of the last release. What vanished since without a rename breaks old saves."""

from __future__ import annotations

import json
from pathlib import Path

from game.content.draft import Draft
from game.content.places import Names, ids_of
from game.content.problems import Place, did_you_mean
from game.story.book import Book
from game.story.steps import Choose

FILE = "released.json"
KINDS = ("nodes", "ids", "facts")


def released_of(book: Book) -> dict[str, list[str]]:
    """What saves hold on to: every node, every fact, the ids of choices.

    Lines are left out: one that is gone only takes a save back to the beginning of its scene.
    """
    ids = {id for node in book.nodes.values() for step in node.steps if isinstance(step, Choose) for id in ids_of(step)}
    return {"nodes": sorted(book.nodes), "ids": sorted(ids), "facts": sorted(book.facts)}


def write(folder: Path, book: Book) -> int:
    """Write the released.json of a story folder; how many names it holds. Raises OSError."""
    held = released_of(book)
    fresh = folder / f"{FILE}.new"
    fresh.write_text(json.dumps({"format": 1, **held}, indent=0) + "\n", encoding="utf-8")
    fresh.replace(folder / FILE)
    return sum(map(len, held.values()))


def check_released(folder: Path, draft: Draft) -> None:
    """X004 for every released name that is gone and not renamed. No file: nothing is released yet."""
    path = folder / FILE
    if not path.is_file() or draft.unread:
        return
    held = _read(path)
    if held is None:
        draft.faults.error(Place(f"story/{FILE}"), "X004", "this list of what is released cannot be read",
                           "write it anew: `stamp --release`")
        return
    book = draft.book()
    names, today = Names(book), released_of(book)
    for kind, new in (("nodes", names.node), ("ids", names.id), ("facts", names.fact)):
        there = set(today[kind])
        for old in held[kind]:
            if new(old) not in there:
                near = did_you_mean(old, there)
                hint = f" ({near})" if near else ""
                draft.faults.warning(Place("story/renames.yaml"), "X004", f"'{old}' ({kind}) was released and is gone: "
                                     "saves hold on to it", f"write its new name under {kind} in renames.yaml; or, "
                                     f"if it is to go, run `stamp --release`{hint}")


def _read(path: Path) -> dict[str, list[str]] | None:
    try:
        held = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    good = isinstance(held, dict) and all(isinstance(held.get(kind), list)
                                          and all(isinstance(one, str) for one in held[kind]) for kind in KINDS)
    return {kind: held[kind] for kind in KINDS} if good else None
