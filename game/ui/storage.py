"""Where settings, saves and the log of seen lines lie: a folder on the desktop, localStorage in a web page.

Names are short ("settings", "save-1"). A write is whole or not at all, and the last good copy is kept.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import sys
from pathlib import Path
from typing import Any, Protocol

import pygame

log = logging.getLogger(__name__)
PREFIX = "winter-road/"  # a page shares its storage with its whole domain
PACKS, PACK_SAVES = "packs", "pack_saves"  # folders in the player's own: packs are put into one, saves go to the other
SETTINGS = "settings"


class Shelf(Protocol):
    """Somewhere to put texts by name. `folder` is where pictures may lie beside them, None where there is no folder."""

    @property
    def folder(self) -> Path | None:
        """A folder on this machine, or None."""

    def read(self, name: str) -> str | None:
        """The text, or None."""

    def write(self, name: str, text: str) -> bool:
        """Keep it; False if that is not possible here."""

    def names(self) -> list[str]:
        """All names there are."""

    def remove(self, name: str) -> None:
        """Forget it."""

    def apart(self, pack: str) -> Shelf:
        """A place of its own for what belongs to a pack."""


class Folder:
    """A folder of small JSON files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> str | None:
        """The text, else the copy before it, else None."""
        for path in (self._path(name), self._path(name).with_suffix(".old")):
            try:
                return path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                continue
        return None

    def write(self, name: str, text: str) -> bool:
        """Write beside, then swap: a crash leaves either the new text or the old one."""
        path = self._path(name)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(".new")
            fresh.write_text(text, encoding="utf-8")
            if path.exists():
                os.replace(path, path.with_suffix(".old"))
            os.replace(fresh, path)
        except OSError as fault:
            log.warning("cannot write %s: %s", path, fault)
            return False
        return True

    def names(self) -> list[str]:
        """Names of all texts here."""
        return sorted(p.stem for p in self.folder.glob("*.json")) if self.folder.is_dir() else []

    def remove(self, name: str) -> None:
        """Delete a text and the copy before it."""
        for path in (self._path(name), self._path(name).with_suffix(".old")):
            path.unlink(missing_ok=True)

    def apart(self, pack: str) -> Folder:
        """A folder inside this one."""
        return Folder(self.folder / PACK_SAVES / pack)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"


class Memory:
    """Keeps nothing beyond this run: for tests, and where a browser forbids storage."""

    folder: Path | None = None

    def __init__(self) -> None:
        self.held: dict[str, str] = {}
        self.packs: dict[str, Memory] = {}

    def read(self, name: str) -> str | None:
        """The text, or None."""
        return self.held.get(name)

    def write(self, name: str, text: str) -> bool:
        """Keep it for this run."""
        self.held[name] = text
        return True

    def names(self) -> list[str]:
        """All names there are."""
        return sorted(self.held)

    def remove(self, name: str) -> None:
        """Forget it."""
        self.held.pop(name, None)

    def apart(self, pack: str) -> Memory:
        """Another memory."""
        return self.packs.setdefault(pack, Memory())


class Browser:
    """The page's localStorage."""

    folder: Path | None = None

    def __init__(self, store: Any, prefix: str = PREFIX) -> None:
        self._store, self._prefix = store, prefix

    def read(self, name: str) -> str | None:
        """The text, or None."""
        held = self._store.getItem(self._prefix + name)
        return None if held is None else str(held)

    def write(self, name: str, text: str) -> bool:
        """Keep it; a full or forbidden store says no."""
        try:
            self._store.setItem(self._prefix + name, text)
        except Exception as fault:  # whatever the browser throws; there is no list of it
            log.warning("the browser keeps nothing: %s", fault)
            return False
        return True

    def names(self) -> list[str]:
        """All our names; the index is one of them, since a Python page cannot list keys everywhere."""
        keys = [str(self._store.key(at)) for at in range(int(self._store.length))]
        return sorted(key[len(self._prefix):] for key in keys if key.startswith(self._prefix))

    def remove(self, name: str) -> None:
        """Forget it."""
        self._store.removeItem(self._prefix + name)

    def apart(self, pack: str) -> Browser:
        """The same store, under longer names."""
        return Browser(self._store, f"{self._prefix}{PACK_SAVES}/{pack}/")


class PackShelf:
    """The shelf while a pack is played: settings are the player's own, all else lies apart from the game's."""

    def __init__(self, own: Shelf, pack: str) -> None:
        self._own, self._apart = own, own.apart(pack)

    @property
    def folder(self) -> Path | None:
        """Where the pack's own saves lie."""
        return self._apart.folder

    def read(self, name: str) -> str | None:
        """The text, or None."""
        return self._of(name).read(name)

    def write(self, name: str, text: str) -> bool:
        """Keep it; False if that is not possible here."""
        return self._of(name).write(name, text)

    def names(self) -> list[str]:
        """All names there are of the pack."""
        return self._apart.names()

    def remove(self, name: str) -> None:
        """Forget it."""
        self._of(name).remove(name)

    def apart(self, pack: str) -> Shelf:
        """The place of another pack."""
        return self._own.apart(pack)

    def _of(self, name: str) -> Shelf:
        return self._own if name == SETTINGS else self._apart


def kept(shelf: Shelf, name: str) -> object:
    """The JSON value that a text of the shelf holds; None, with one line in the log, if there is none to be had."""
    text = shelf.read(name)
    if text is None:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as fault:  # cut off, changed by hand, or brackets without end
        log.warning("'%s' cannot be read, and the game goes on without it: %s", name, fault)
        return None


def open_shelf(folder: Path | None = None) -> Shelf:
    """The place for this machine; `folder` (from --data-dir) instead of the player's own."""
    if sys.platform == "emscripten":
        try:
            store = importlib.import_module("platform").window.localStorage
            store.setItem(PREFIX + "try", "1")
            store.removeItem(PREFIX + "try")
        except Exception as fault:  # a page in a closed frame may forbid even asking
            log.warning("no storage in this page, saves last until it closes: %s", fault)
            return Memory()
        return Browser(store)
    return Folder(folder if folder is not None else own_folder())


def own_folder() -> Path:
    """The player's own folder for this game, where saves and settings are kept."""
    return Path(pygame.system.get_pref_path("winter-road", "winter-road"))
