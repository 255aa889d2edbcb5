"""Panels, prompts and bars: the few shapes that all of the interface is made of."""

from __future__ import annotations

import pygame

from game.ui.caps import cap_width, draw_cap
from game.ui.inputs import Cap
from game.ui.look import EDGE, EDGE_LOW, INK, TEXT, Colour
from game.ui.text import Pen


def panel(surface: pygame.Surface, rect: pygame.Rect, notch: int, edge: Colour = EDGE) -> None:
    """An ink panel with notched corners, its edge bright above and left, half bright below and right."""
    shape = notched(rect, notch)
    pygame.draw.polygon(surface, INK, shape)
    thick = max(1, notch // 3)
    low = EDGE_LOW if edge == EDGE else edge
    pygame.draw.lines(surface, low, False, [shape[2], shape[3], shape[4], shape[5], shape[6], shape[7]], thick)
    pygame.draw.lines(surface, edge, False, [shape[6], shape[7], shape[0], shape[1], shape[2]], thick)


def notched(rect: pygame.Rect, notch: int) -> list[tuple[int, int]]:
    """A rectangle with its corners cut, clockwise from the top left."""
    left, top, right, bottom = rect.left, rect.top, rect.right - 1, rect.bottom - 1
    return [(left + notch, top), (right - notch, top), (right, top + notch), (right, bottom - notch),
            (right - notch, bottom), (left + notch, bottom), (left, bottom - notch), (left, top + notch)]


def prompt_size(pen: Pen, cap: Cap | None, words: str, px: int) -> tuple[int, int]:
    """How large `prompt` will be."""
    before = cap_width(pen, cap, px) + px // 2 if cap is not None else 0
    return before + pen.width(words, px) + px, pen.line_height(px) + px // 2


def prompt(
    surface: pygame.Surface, pen: Pen, cap: Cap | None, words: str, px: int, at: tuple[int, int],
    colour: Colour = TEXT,
) -> pygame.Rect:
    """A small panel: what to press and what it does. `at` is its top left."""
    rect = pygame.Rect(at, prompt_size(pen, cap, words, px))
    panel(surface, rect, max(2, px // 7))
    x, y = rect.left + px // 2, rect.top + px // 4
    if cap is not None:
        x = draw_cap(surface, pen, cap, px, (x, y)).right + px // 2
    pen.write(surface, words, px, (x, y), colour)
    return rect


def bar(surface: pygame.Surface, rect: pygame.Rect, share: float, colour: Colour, parts: int = 1) -> None:
    """A bar filled from the left, in `parts` cells."""
    share = min(max(share, 0.0), 1.0)
    gap = max(1, rect.height // 5) if parts > 1 else 0
    wide = (rect.width - gap * (parts - 1)) / parts
    for number in range(parts):
        cell = pygame.Rect(rect.left + round(number * (wide + gap)), rect.top, round(wide), rect.height)
        pygame.draw.rect(surface, EDGE_LOW, cell)
        full = min(max(share * parts - number, 0.0), 1.0)
        if full > 0:
            pygame.draw.rect(surface, colour, (cell.left, cell.top, max(1, round(cell.width * full)), cell.height))
