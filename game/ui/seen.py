"""Which lines were read before, in this journey or another. Kept by text id, so it outlives languages and edits."""

from __future__ import annotations

import json

from game.ui.storage import Shelf, kept

NAME = "seen"


class Seen:
    """The ids of lines read so far. Nothing is written until `keep`."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._ids = _read(shelf)
        self._fresh = False

    def has(self, text: str) -> bool:
        """Whether the line was read before."""
        return text in self._ids

    def add(self, text: str) -> bool:
        """It is read now; whether it was read before."""
        before = text in self._ids
        self._ids.add(text)
        self._fresh = self._fresh or not before
        return before

    def keep(self) -> None:
        """Write what is new to the shelf."""
        if self._fresh:
            self._shelf.write(NAME, json.dumps(sorted(self._ids)))
            self._fresh = False


def _read(shelf: Shelf) -> set[str]:
    held = kept(shelf, NAME)
    return {id for id in held if isinstance(id, str)} if isinstance(held, list) else set()
