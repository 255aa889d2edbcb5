"""Small pictures of where a journey was saved, beside the saves. Where there is no folder, and for old saves, none."""

from __future__ import annotations

import io
import logging
from functools import lru_cache
from pathlib import Path

import pygame

from game.ui.kit import Kit
from game.ui.look import SMALL_SIZE

log = logging.getLogger(__name__)
MOST_BYTES = 12_000
_DARK = 4


def take(kit: Kit) -> pygame.Surface:
    """The world's picture of this moment, small."""
    return pygame.transform.smoothscale(kit.world, SMALL_SIZE)


def keep(kit: Kit, name: str, small: pygame.Surface) -> None:
    """Lay it beside save `name`. What is dark, or cannot be written, is not missed: the place has its name."""
    path = _path(kit, name)
    if path is None or max(pygame.transform.average_color(small)[:3]) < _DARK:
        return
    held = io.BytesIO()
    try:
        pygame.image.save(small, held, "small.jpg")
        if len(held.getvalue()) <= MOST_BYTES:
            path.write_bytes(held.getvalue())
    except (OSError, pygame.error) as fault:
        log.warning("cannot write %s: %s", path, fault)


def forget(kit: Kit, name: str) -> None:
    """Take the picture of an older save of that name away."""
    path = _path(kit, name)
    if path is not None:
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            log.warning("cannot remove %s: %s", path, fault)


def of(kit: Kit, name: str, size: tuple[int, int]) -> pygame.Surface | None:
    """The picture of save `name` in window pixels; None if it has none that can be read."""
    path = _path(kit, name)
    try:
        return _read(path, path.stat().st_mtime_ns, size) if path is not None else None
    except OSError:
        return None


@lru_cache(maxsize=16)
def _read(path: Path, written: int, size: tuple[int, int]) -> pygame.Surface | None:
    """Read once for as long as the file stays as `written`: a page asks for it every frame."""
    try:
        return pygame.transform.smoothscale(pygame.image.load(str(path)).convert(), size)
    except (OSError, pygame.error) as fault:
        log.warning("cannot read %s: %s", path, fault)
        return None


def _path(kit: Kit, name: str) -> Path | None:
    folder = kit.shelf.folder
    return folder / f"{name}.jpg" if folder is not None else None
