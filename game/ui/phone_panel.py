"""The telephone in her hand: who is on the line, the bars, and how far they are in finding her. Window pixels."""

from __future__ import annotations

import pygame

from game.story.calls import MOST_BARS, STEPS
from game.story.runtime import PhoneNow
from game.ui.kit import Kit
from game.ui.look import DANGER, EDGE, EDGE_LOW, INTERACT, SUSPICION, TEXT, Colour
from game.ui.panel import panel
from game.ui.text import Box

_FULL = STEPS[-1] // 1000


def draw_phone(surface: pygame.Surface, kit: Kit, call: PhoneNow, name: str, bottom: int | None = None) -> list[Box]:
    """Name, bars, the trace with a notch at each step, and the step in words.

    Below the hour in the middle; or, with words on screen, at the left above `bottom`, the step left out if it must be.
    """
    view, px = kit.view, kit.small_px
    pad, line = px // 2, kit.pen.line_height(px)
    gap, high = max(3, px // 4), max(4, px // 3)
    words, state = kit.words.say("phone.with", who=name), kit.words.say(f"phone.trace.{call.step}")
    bars_wide = px * 2
    icon = kit.icons.room("phone", px)
    wide = max(icon + kit.pen.width(words, px) + bars_wide + pad, kit.pen.width(state, px), view.px(220)) + 2 * pad
    top = view.px(64) if bottom is None else view.px(16)
    rect = pygame.Rect(view.px(24), top, min(wide, view.window_w - view.px(48)), 2 * line + high + 2 * gap + pad)
    if bottom is None:
        rect.centerx = view.window_w // 2
    brief = bottom is not None and rect.bottom > bottom
    if brief:
        rect.height -= line + gap
    panel(surface, rect, max(2, px // 7), DANGER if call.step == len(STEPS) else EDGE)
    at = (rect.left + pad, rect.top + pad // 2)
    name_x = kit.icons.draw(surface, "phone", px, at)
    boxes = [Box("phone", kit.pen.write(surface, words, px, (name_x, at[1]), TEXT))]
    _bars(surface, pygame.Rect(rect.right - pad - bars_wide, at[1] + px // 4, bars_wide, px), call.signal)
    meter = pygame.Rect(at[0], at[1] + line + gap, rect.width - 2 * pad, high)
    _meter(surface, meter, call)
    if not brief:
        below = (at[0], meter.bottom + gap)
        boxes.append(Box("trace", kit.pen.write(surface, state, px, below, _colour(call.step) if call.step else TEXT)))
    return boxes


def _colour(step: int) -> Colour:
    return (INTERACT, SUSPICION, SUSPICION, DANGER)[step]


def _bars(surface: pygame.Surface, rect: pygame.Rect, bars: int) -> None:
    """Five columns, each higher than the last; those that are there are filled, the others only outlined."""
    step = rect.width // MOST_BARS
    for number in range(MOST_BARS):
        high = rect.height * (number + 1) // MOST_BARS
        column = pygame.Rect(rect.left + number * step, rect.bottom - high, max(2, step - 2), high)
        pygame.draw.rect(surface, INTERACT if number < bars else EDGE_LOW, column, 0 if number < bars else 1)


def _meter(surface: pygame.Surface, rect: pygame.Rect, call: PhoneNow) -> None:
    pygame.draw.rect(surface, EDGE_LOW, rect)
    filled = rect.copy()
    filled.width = rect.width * call.trace // _FULL
    pygame.draw.rect(surface, _colour(call.step), filled)
    for step in STEPS[:-1]:
        x = rect.left + rect.width * step // STEPS[-1]
        pygame.draw.line(surface, TEXT, (x, rect.top - 2), (x, rect.bottom + 1), max(1, rect.height // 4))
