"""Keys and buttons as they look to the hand: key caps, round and shoulder buttons, sticks. A label stands on each."""

from __future__ import annotations

import pygame

from game.ui.inputs import Cap, Shape
from game.ui.look import EDGE, INK, INTERACT
from game.ui.text import Pen


def cap_width(pen: Pen, cap: Cap, px: int) -> int:
    """How wide the cap is whose label is written with `px`."""
    height, label = pen.line_height(px), pen.width(cap.label, px)
    match cap.shape:
        case Shape.STICK:
            return height + label + px // 2
        case Shape.SHOULDER | Shape.BAR:
            return max(height * 3 // 2, label + px)
        case Shape.ROUND:
            return max(height, label + px // 4)
        case _:
            return max(height, label + px // 2)


def draw_cap(surface: pygame.Surface, pen: Pen, cap: Cap, px: int, at: tuple[int, int]) -> pygame.Rect:
    """Draw it, its label dark on the interact colour, its foot in shade; `at` is its top left."""
    rect = pygame.Rect(at, (cap_width(pen, cap, px), pen.line_height(px)))
    foot, words = max(1, px // 10), rect.copy()
    match cap.shape:
        case Shape.ROUND:
            pygame.draw.rect(surface, EDGE, rect, border_radius=rect.height // 2)
            pygame.draw.rect(surface, INTERACT, rect.inflate(-2 * foot, -2 * foot).move(0, -foot // 2),
                             border_radius=rect.height // 2)
        case Shape.SHOULDER:
            # The outer upper corner is the round one, as under the finger.
            left = cap.label.startswith("L")
            round_px, corner = rect.height * 2 // 3, max(2, px // 6)
            pygame.draw.rect(surface, INTERACT, rect, border_radius=corner,
                             border_top_left_radius=round_px if left else corner,
                             border_top_right_radius=corner if left else round_px)
            _foot(surface, rect, foot)
        case Shape.STICK:
            pygame.draw.rect(surface, INTERACT, rect, border_radius=rect.height // 2)
            middle = (rect.left + rect.height // 2, rect.centery)
            pygame.draw.circle(surface, INK, middle, rect.height * 3 // 8, max(2, px // 10))
            pygame.draw.circle(surface, EDGE, middle, max(2, rect.height // 5))
            words.left += rect.height - px // 4
            words.width -= rect.height - px // 4
        case Shape.BAR:
            pygame.draw.rect(surface, INTERACT, rect, border_radius=rect.height // 2)
            _foot(surface, rect.inflate(-rect.height // 2, 0), foot)
        case _:
            pygame.draw.rect(surface, INTERACT, rect, border_radius=max(2, px // 6))
            _foot(surface, rect, foot)
    made = pen.line(cap.label, px, INK, INTERACT if cap.shape is Shape.KEY else None)
    surface.blit(made, (words.centerx - made.get_width() // 2, rect.top), (0, 0, made.get_width(), rect.height))
    return rect


def _foot(surface: pygame.Surface, rect: pygame.Rect, thick: int) -> None:
    inset = max(2, rect.height // 7)  # the round corners stay round
    surface.fill(EDGE, (rect.left + inset, rect.bottom - thick, rect.width - 2 * inset, thick))
