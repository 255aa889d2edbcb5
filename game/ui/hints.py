"""What the keys do, for whoever comes to a place for the first time: one picture, drawn once and shown for a while."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.sim.world import Stage
from game.ui.caps import cap_width, draw_cap
from game.ui.eyes import Eyes
from game.ui.inputs import Action, Cap, Shape
from game.ui.kit import Kit
from game.ui.look import KEY, TEXT, UNIT_PX, WORLD_W
from game.ui.panel import panel
from game.ui.text import Box, Pen

_HINTED = (Action.RUN, Action.CROUCH, Action.ACT, Action.PEEK, Action.PLAN, Action.TOOLS)


def draw_hints(surface: pygame.Surface, kit: Kit, stage: Stage, eyes: Eyes) -> list[Box]:
    """The list of keys, below and away from her. None for the pointer, which has buttons."""
    if kit.inputs.device == "mouse":
        return []
    px = max(8, kit.small_px * 4 // 5)
    walk = Cap(kit.words.say("key.stick"), Shape.STICK) if kit.inputs.device == "pad" else (
        Cap(kit.words.say("key.arrows")))
    art = kit.content.art.get(stage.room)
    hinted = (*_HINTED, Action.FACES) if art is not None and art.home else _HINTED
    rows = ((walk, kit.words.say("hint.walk")),
            *((kit.cap(action), kit.words.say(f"hint.{action}")) for action in hinted))
    drawn, boxes = _list(kit.pen, rows, px)
    rect = drawn.get_rect()
    rect.left, rect.bottom = kit.view.px(16), kit.view.window_h - kit.view.px(16)
    if stage.her.x / UNIT_PX - eyes.camera.left < WORLD_W / 2:
        rect.right = kit.view.window_w - kit.view.px(16)
    surface.blit(drawn, rect)
    return [Box(name, box.move(rect.topleft)) for name, box in boxes]


@lru_cache(maxsize=4)
def _list(pen: Pen, rows: tuple[tuple[Cap, str], ...], px: int) -> tuple[pygame.Surface, list[tuple[str, pygame.Rect]]]:
    """The panel of `rows` (what to press, words), and where the words are in it."""
    high = pen.line_height(px) + px // 4
    caps = max(cap_width(pen, cap, px) for cap, _ in rows)
    wide = caps + px * 3 // 2 + max(pen.width(words, px) for _, words in rows)
    made = pygame.Surface((wide, high * len(rows) + px // 2)).convert()
    made.fill(KEY)
    panel(made, made.get_rect(), max(2, px // 7))
    boxes = []
    for number, (cap, words) in enumerate(rows):
        y = px // 4 + number * high
        draw_cap(made, pen, cap, px, (px // 2 + (caps - cap_width(pen, cap, px)) // 2, y))
        boxes.append((f"hint {number}", pen.write(made, words, px, (px + caps, y), TEXT)))
    made.set_colorkey(KEY, pygame.RLEACCEL)
    return made, boxes
