"""Buttons on screen for who plays with the pointer or a finger alone. Shown while the pointer was used last."""

from __future__ import annotations

import pygame

from game.ui.inputs import Action, Inputs
from game.ui.kit import Kit
from game.ui.look import INK, INK_SOFT, INTERACT, TEXT
from game.ui.panel import panel
from game.ui.text import Box

BUTTONS = (Action.CROUCH, Action.RUN, Action.FACES, Action.PLAN, Action.REWIND, Action.MENU)
LEAST_PX = 48  # of a window 720 high: large enough for a finger
GAP_PX = 8
_TURNED = 5  # of 12: a pointer this far off an axis makes a diagonal


def button_rects(kit: Kit) -> list[tuple[Action, pygame.Rect]]:
    """Where the buttons are: down the right edge, above the captions."""
    px = kit.small_px
    high = max(kit.view.px(LEAST_PX), kit.pen.line_height(px) + px // 2)
    wide = max(kit.pen.width(kit.words.say(f"button.{action}"), px) for action in BUTTONS) + px
    wide = max(wide, kit.view.px(LEAST_PX))
    gap = kit.view.px(GAP_PX)
    top = kit.view.window_h - kit.view.px(70) - len(BUTTONS) * (high + gap)
    left = kit.view.window_w - kit.view.px(16) - wide
    return [(action, pygame.Rect(left, top + at * (high + gap), wide, high)) for at, action in enumerate(BUTTONS)]


def pressed_button(kit: Kit) -> Action | None:
    """The button under a click of this frame."""
    mouse = kit.inputs.mouse
    if not mouse.clicked:
        return None
    return next((action for action, rect in button_rects(kit) if rect.collidepoint(mouse.x, mouse.y)), None)


def over_button(kit: Kit) -> bool:
    """Whether the pointer is on a button, so that holding it there walks nowhere."""
    mouse = kit.inputs.mouse
    return any(rect.collidepoint(mouse.x, mouse.y) for _, rect in button_rects(kit))


def draw_buttons(surface: pygame.Surface, kit: Kit, on: set[Action]) -> list[Box]:
    """Draw them; those switched `on` are filled and have a bar, so that it is not colour alone."""
    px, boxes = kit.small_px, []
    for action, rect in button_rects(kit):
        panel(surface, rect, max(2, px // 7), INTERACT)
        ground = INK_SOFT if action in on else INK
        if action in on:
            surface.fill(INK_SOFT, rect.inflate(-px // 3, -px // 3))
            bar = (rect.left + px // 4, rect.bottom - px // 3, rect.width - px // 2, max(2, px // 8))
            pygame.draw.rect(surface, INTERACT, bar)
        words = kit.words.say(f"button.{action}")
        at = (rect.centerx, rect.centery - kit.pen.line_height(px) // 2)
        boxes.append(Box(f"button {action}", kit.pen.write(surface, words, px, at, TEXT, ground, "centre")))
    return boxes


def toward(inputs: Inputs, kit: Kit, her_x: float, her_y: float) -> tuple[int, int]:
    """The one of eight directions from her (world pixels) to the pointer; (0, 0) when it is on her."""
    x, y = kit.view.to_world(inputs.mouse.x, inputs.mouse.y)
    dx, dy = x - her_x, y - her_y
    if abs(dx) < 8 and abs(dy) < 8:
        return 0, 0
    across = 0 if 12 * abs(dx) < _TURNED * abs(dy) else 1 if dx > 0 else -1
    along = 0 if 12 * abs(dy) < _TURNED * abs(dx) else 1 if dy > 0 else -1
    return across, along
