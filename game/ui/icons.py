"""Icons: a small picture beside a word, never instead of one. Shown at whole multiples of their own size, and kept."""

from __future__ import annotations

import logging
from pathlib import Path

import pygame

from game.ui.indexed import table
from game.ui.look import KEY
from game.ui.text import LINE

log = logging.getLogger(__name__)
_OF_LETTERS = 0.9  # an icon is at least so high beside letters of 1
_ROW = 1 / 3       # of the letters: the air of a row, which an icon may fill


class Icons:
    """The sheet, read when first asked for. A name it does not have is drawn as nothing and takes no room."""

    def __init__(self, assets: Path) -> None:
        self._assets = assets
        self._cells: dict[str, pygame.Rect] | None = None
        self._sheet: pygame.Surface | None = None
        self._own = 16
        self._made: dict[tuple[str, int], pygame.Surface] = {}

    def has(self, name: str) -> bool:
        """Whether there is such an icon."""
        return name in self._known()

    def names(self) -> tuple[str, ...]:
        """All there are."""
        return tuple(self._known())

    def size(self, px: int) -> int:
        """How high and wide an icon is beside letters of `px`: a whole multiple that fits a row of them."""
        self._known()
        wanted = -int(-px * _OF_LETTERS // self._own)
        fits = int((round(px * LINE) + px * _ROW) // self._own)
        return self._own * max(1, min(wanted, fits))

    def room(self, name: str, px: int) -> int:
        """The width an icon and the gap behind it take before words of `px`; 0 if there is no such icon."""
        return self.size(px) + px // 3 if self.has(name) else 0

    def draw(self, surface: pygame.Surface, name: str, px: int, at: tuple[int, int]) -> int:
        """Draw it beside a line of `px` whose top left is `at`; where the words begin (x)."""
        if not self.has(name):
            return at[0]
        size = self.size(px)
        surface.blit(self._at(name, size), (at[0], at[1] + (round(px * LINE) - size) // 2))
        return at[0] + self.room(name, px)

    def picture(self, name: str, room: int) -> pygame.Surface:
        """An icon by itself, as large as it can be in `room`; nothing if there is no such icon."""
        size = self._own * max(1, room // self._own)
        return self._at(name, size) if self.has(name) else pygame.Surface((1, 1))

    def _at(self, name: str, size: int) -> pygame.Surface:
        key = (name, size)
        if key not in self._made:
            assert self._sheet is not None
            made = pygame.transform.scale(self._sheet.subsurface(self._known()[name]), (size, size))
            made.set_colorkey(KEY, pygame.RLEACCEL)
            self._made[key] = made
        return self._made[key]

    def _known(self) -> dict[str, pygame.Rect]:
        if self._cells is None:
            self._cells = self._read()
        return self._cells

    def _read(self) -> dict[str, pygame.Rect]:
        held = table(self._assets / "icons.json")
        names, size, columns = held.get("names"), held.get("size"), held.get("columns")
        if not (isinstance(names, list) and isinstance(size, int) and isinstance(columns, int)) or size * columns < 1:
            return {}
        try:
            picture = pygame.image.load(str(self._assets / "icons.png"))
        except (pygame.error, OSError) as fault:
            log.warning("cannot read icons.png: %s", fault)
            return {}
        self._own = size
        self._sheet = pygame.Surface(picture.get_size()).convert()
        self._sheet.fill(KEY)
        self._sheet.blit(picture, (0, 0))
        self._sheet.set_colorkey(KEY)
        whole = picture.get_rect()
        cells = {str(name): pygame.Rect(at % columns * size, at // columns * size, size, size)
                 for at, name in enumerate(names)}
        return {name: cell for name, cell in cells.items() if whole.contains(cell)}
