"""The papers on the desk, as they lie there: title, fields, a mark at the one he asks about. Window pixels."""

from __future__ import annotations

import pygame

from game.story.runtime import DeskNow
from game.ui.kit import Kit
from game.ui.look import Colour
from game.ui.text import Box

PAPER: Colour = (206, 196, 170)
PAPER_EDGE: Colour = (142, 126, 96)
PRINT: Colour = (52, 44, 40)      # 9:1 on PAPER
LABEL: Colour = (92, 78, 62)      # 5:1
ASKED: Colour = (232, 224, 196)
CORNER = 3  # times the letters: nothing is written over the diagonal
BORDER_BLUE: Colour = (70, 92, 150)  # the diagonal of a permit for the border


def draw_papers(surface: pygame.Surface, kit: Kit, desk: DeskNow, bottom: int) -> list[Box]:
    """The paper above `bottom`, at the left; the field asked about is kept when there is no room for all."""
    view = kit.view
    px = max(8, kit.small_px * 9 // 10)
    pad, line = px, kit.pen.line_height(px)
    top = view.px(16)
    room = (bottom - top - view.px(12) - 2 * pad) // line - 2
    if room < 1:
        return []
    fields = list(desk.fields)
    if len(fields) > room:
        fields = [f for f in fields if f.name == desk.asked][:1] + [f for f in fields if f.name != desk.asked]
        fields = fields[:room]
    rows = [(f.name, kit.words.either(f.label, f.name), kit.words.say(f.value)) for f in fields]
    title, state = kit.words.say(desk.title), kit.words.say(f"desk.{desk.mood}")
    count = kit.words.say("desk.count", n=desk.number, of=desk.of)
    labels = max((kit.pen.width(label, px) for _, label, _ in rows), default=0) + px
    values = max((kit.pen.width(value, px) for _, _, value in rows), default=0)
    wide = max(labels + values, kit.pen.width(title, px) + kit.pen.width(count, px) + 2 * px,
               kit.pen.width(state, px) + CORNER * px) + 2 * pad
    rect = pygame.Rect(view.px(24), top, min(wide, view.window_w - view.px(48)), (len(rows) + 2) * line + 2 * pad)
    _sheet(surface, rect, px)
    x, y = rect.left + pad, rect.top + pad // 2
    boxes = [Box("paper", kit.pen.write(surface, title, px, (x, y), PRINT, PAPER)),
             Box("paper count", kit.pen.write(surface, count, px, (rect.right - pad, y), LABEL, PAPER, "right"))]
    y += line + pad // 2
    for name, label, value in rows:
        ground = PAPER
        if name == desk.asked:
            ground = ASKED
            surface.fill(ASKED, (x - pad // 2, y, rect.width - pad, line))
            pygame.draw.polygon(surface, PRINT, [(x - pad // 2, y + line // 4), (x - pad // 8, y + line // 2),
                                                 (x - pad // 2, y + 3 * line // 4)])
        boxes.append(Box("field", kit.pen.write(surface, label, px, (x, y), LABEL, ground)))
        boxes.append(Box("value", kit.pen.write(surface, value, px, (x + labels, y), PRINT, ground)))
        y += line
    y += pad // 2
    boxes.append(Box("desk mood", kit.pen.write(surface, state, px, (x, y), PRINT, None)))
    return boxes


def _sheet(surface: pygame.Surface, rect: pygame.Rect, px: int) -> None:
    """Grey paper with a worn edge and the blue diagonal in its corner."""
    surface.fill(PAPER, rect)
    corner = CORNER * px
    ends = (rect.right - corner, rect.bottom - 2), (rect.right - 2, rect.bottom - corner)
    pygame.draw.line(surface, BORDER_BLUE, *ends, max(2, px // 4))
    pygame.draw.rect(surface, PAPER_EDGE, rect, max(1, px // 8))
    fold = rect.left + rect.width // 2
    pygame.draw.line(surface, PAPER_EDGE, (fold, rect.top), (fold, rect.top + px // 3))
    pygame.draw.line(surface, PAPER_EDGE, (fold, rect.bottom - px // 3), (fold, rect.bottom - 1))
