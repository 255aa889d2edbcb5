"""The type: one family with Latin and Hangul, at any size."""

from __future__ import annotations

import importlib
import logging
from pathlib import Path

import pygame

log = logging.getLogger(__name__)


def font_file(assets: Path) -> Path | None:
    """A font packed with the game (web, bundles), else the font package's file, else None."""
    packed = sorted((assets / "fonts").glob("*.[ot]tf")) if (assets / "fonts").is_dir() else []
    if packed:
        return packed[0]
    try:
        package = importlib.import_module("noto_cjk_sans_otc")
    except ImportError:
        return None
    found = Path(str(package.FONT_PATH))
    return found if found.is_file() else None


class Fonts:
    """Fonts by size in pixels, each loaded once."""

    def __init__(self, assets: Path) -> None:
        if not pygame.font.get_init():
            pygame.font.init()
        self._file = font_file(assets)
        if self._file is None:
            log.warning("font package noto-cjk-sans-otc not found: using pygame's own font, without Hangul")
        self._sizes: dict[int, pygame.font.Font] = {}

    def at(self, px: int) -> pygame.font.Font:
        """The font `px` pixels high."""
        font = self._sizes.get(px)
        if font is None:
            font = self._load(px)
            self._sizes[px] = font
        return font

    def _load(self, px: int) -> pygame.font.Font:
        if self._file is not None:
            try:
                return pygame.font.Font(str(self._file), px)
            except (pygame.error, OSError) as fault:
                log.warning("cannot read the font %s (%s): using pygame's own", self._file, fault)
                self._file = None
        return pygame.font.Font(None, px)
