"""Words on screen: measured, broken into lines and pages, drawn, and kept.

Noto's own line height leaves room for every script on earth; ours is 1.3 times the size, enough for Latin and Hangul.
"""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui.fonts import Fonts
from game.ui.look import INK, TEXT, Colour

LINE = 1.3
BASELINE = 0.99  # of the size, from the top of a line
KEPT = 300  # rendered lines kept; a screen shows fewer than 60


@dataclass(frozen=True, slots=True)
class Box:
    """A block that was drawn, for whoever wants to know what is where: tests, the mouse."""

    name: str
    rect: pygame.Rect


class Pen:
    """Writes in one font family; every line is rendered once, opaque on its ground (cheap to draw) or clear."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._lines: dict[tuple[str, int, Colour, Colour | None], pygame.Surface] = {}
        self._widths: dict[tuple[str, int], int] = {}
        self._wrapped: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def line_height(self, px: int) -> int:
        """From one baseline to the next."""
        return round(px * LINE)

    def width(self, words: str, px: int) -> int:
        """How wide `words` are on one line."""
        key = (words, px)
        wide = self._widths.get(key)
        if wide is None:
            if len(self._widths) >= 4 * KEPT:
                self._widths.clear()
            wide = self._widths[key] = self.fonts.at(px).size(words)[0]
        return wide

    def wrap(self, words: str, px: int, width: int) -> tuple[str, ...]:
        """Break into lines no wider than `width`: between words, or inside one that is itself too wide."""
        key = (words, px, width)
        lines = self._wrapped.get(key)
        if lines is None:
            lines = tuple(self._broken(words, px, width))
            if len(self._wrapped) >= KEPT:
                self._wrapped.clear()
            self._wrapped[key] = lines
        return lines

    def _broken(self, words: str, px: int, width: int) -> list[str]:
        lines: list[str] = []
        for paragraph in words.split("\n"):
            line = ""
            for word in paragraph.split():
                longer = f"{line} {word}" if line else word
                if self.width(longer, px) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                while len(word) > 1 and self.width(word, px) > width:
                    fits = next((n for n in range(len(word) - 1, 0, -1) if self.width(word[:n], px) <= width), 1)
                    lines.append(word[:fits])
                    word = word[fits:]
                line = word
            lines.append(line)
        return lines

    def pages(self, words: str, px: int, width: int, height: int) -> list[tuple[str, ...]]:
        """Lines in pages that fit `height` (at least one line each)."""
        lines = self.wrap(words, px, width)
        each = max(1, height // self.line_height(px))
        return [lines[at:at + each] for at in range(0, len(lines), each)] or [("",)]

    def line(self, words: str, px: int, colour: Colour = TEXT, ground: Colour | None = INK) -> pygame.Surface:
        """One rendered line, exactly `line_height` high. `ground` None leaves it clear (dearer to draw)."""
        key = (words, px, colour, ground)
        made = self._lines.pop(key, None)
        if made is None:
            made = self._render(words, px, colour, ground)
            while len(self._lines) >= KEPT:
                del self._lines[next(iter(self._lines))]
        self._lines[key] = made  # last in, so that the oldest unused goes first
        return made

    def _render(self, words: str, px: int, colour: Colour, ground: Colour | None) -> pygame.Surface:
        font = self.fonts.at(px)
        glyphs = font.render(words, True, colour)
        size = (max(1, glyphs.get_width()), self.line_height(px))
        top = round(px * BASELINE) - font.get_ascent()
        if ground is None:
            made = pygame.Surface(size, pygame.SRCALPHA)
            made.blit(glyphs, (0, top))
            return made
        made = pygame.Surface(size).convert()
        made.fill(ground)
        made.blit(glyphs, (0, top))
        return made

    def write(
        self, surface: pygame.Surface, words: str, px: int, at: tuple[int, int], colour: Colour = TEXT,
        ground: Colour | None = INK, align: str = "left",
    ) -> pygame.Rect:
        """Draw one line with its top left, top centre or top right corner (`align`) at `at`."""
        made = self.line(words, px, colour, ground)
        x, y = at
        if align == "centre":
            x -= made.get_width() // 2
        elif align == "right":
            x -= made.get_width()
        return surface.blit(made, (x, y))

    def block(
        self, surface: pygame.Surface, lines: tuple[str, ...], px: int, at: tuple[int, int], colour: Colour = TEXT,
        ground: Colour | None = INK, align: str = "left",
    ) -> pygame.Rect:
        """Draw lines under one another; the rectangle they fill."""
        rect = pygame.Rect(at, (0, 0))
        for number, words in enumerate(lines):
            below = (at[0], at[1] + number * self.line_height(px))
            drawn = self.write(surface, words, px, below, colour, ground, align)
            rect = drawn if number == 0 else rect.union(drawn)
        return rect
