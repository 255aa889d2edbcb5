"""Words said with weight: drawn once more in a warmer colour, with a line below, so that it is not colour alone."""

from __future__ import annotations

import pygame

from game.ui.kit import Kit
from game.ui.look import WARM
from game.words.slots import spans


def runs(marked: str, pages: list[tuple[str, ...]], page: int) -> list[tuple[int, int, int]]:
    """Where on a page weighty words stand: (line, first letter, letter after the last).

    `marked` has its stars, `pages` are its lines without them. Letters are counted without blanks, which breaking
    into lines may change.
    """
    weighty = [heavy for part, heavy in spans(marked) for letter in part if not letter.isspace()]
    at, found = 0, []
    for number, lines in enumerate(pages):
        for row, line in enumerate(lines):
            start = -1
            for place, letter in enumerate(line):
                heavy = False if letter.isspace() else weighty[at] if at < len(weighty) else False
                at += not letter.isspace()
                if heavy and start < 0:
                    start = place
                ends = not letter.isspace() and not heavy
                if start >= 0 and ends:
                    found.append((number, row, start, len(line[:place].rstrip())))
                    start = -1
            if start >= 0:
                found.append((number, row, start, len(line)))
    return [(row, first, last) for number, row, first, last in found if number == page]


def draw(surface: pygame.Surface, kit: Kit, lines: tuple[str, ...], marks: list[tuple[int, int, int]], px: int,
         at: tuple[int, int]) -> None:
    """Draw the weighty words of a block over it; `at` is the block's top left."""
    for row, first, last in marks:
        x = at[0] + kit.pen.width(lines[row][:first], px)
        y = at[1] + row * kit.pen.line_height(px)
        drawn = kit.pen.write(surface, lines[row][first:last], px, (x, y), WARM)
        foot = y + kit.pen.line_height(px) - max(2, px // 12)
        pygame.draw.line(surface, WARM, (drawn.left, foot), (drawn.right - 1, foot), max(1, px // 20))
