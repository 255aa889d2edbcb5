"""Words to scroll through: a heading, paragraphs, a rule where one thing ends. History, facts, credits, faults."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui.inputs import Action
from game.ui.kit import Kit
from game.ui.look import EDGE, EDGE_LOW, FAINT, INK_SOFT, INTERACT, KEY, TEXT, TITLE_PX, Colour
from game.ui.page import PAD_PX, Backdrop, draw_keys
from game.ui.panel import notched, panel
from game.ui.text import Box
from game.ui.turn import Pop, Turn

MEASURE_PX = 860   # the longest line, in a window 720 high: about 60 letters
LEAST_LETTERS = 48
NICHE_PX = 112     # a picture's frame
GRADE = "road"     # the plainest colours of all grades
_STEP = 3          # lines a press


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph. `small` words are notes; `ruled` ones begin under a line across the page."""

    words: str
    faint: bool = False
    small: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is laid out: `rule` is drawn over it, `gap` pixels stand above it."""

    words: str
    px: int
    colour: Colour
    gap: int
    rule: bool = False


class TextPage:
    """A heading and words to scroll through. `over` stands above the heading, `shows` is a picture beside it."""

    over = False

    def __init__(self, title: str, parts: list[Part], at_end: bool = False, above: str = "", shows: str = "") -> None:
        self.title, self.parts, self.above, self.shows = title, parts, above, shows
        self.top = 10**6 if at_end else 0
        self.said = False
        self.backdrop = Backdrop()

    def heed(self, kit: Kit) -> Turn | None:
        """Scroll, or go back."""
        if not self.said:
            self.said = True
            for words in [self.title, *(part.words for part in self.parts)][-12:]:
                kit.narrator.say(words)
        for action in kit.inputs.pressed:
            match action:
                case Action.MENU | Action.BACK | Action.HISTORY | Action.CODEX | Action.ACT:
                    return Pop()
                case Action.UP:
                    self.top -= _STEP
                case Action.DOWN:
                    self.top += _STEP
                case Action.LEFT:
                    self.top -= 4 * _STEP
                case Action.RIGHT:
                    self.top += 4 * _STEP
                case _:
                    pass
        self.top -= kit.inputs.mouse.wheel * _STEP
        return None

    def pass_time(self, kit: Kit, seconds: float) -> Turn | None:
        """Nothing moves here."""
        return None

    # Drawing -------------------------------------------------------------------------------------------------
    def draw(self, surface: pygame.Surface, kit: Kit) -> list[Box]:
        """A panel as high as it must be, and in it the lines that fit, from `top`."""
        self.backdrop.draw(surface, kit)
        view, px = kit.view, kit.text_px
        pad, small = view.px(PAD_PX), max(8, px * 3 // 4)
        wide = min(max(view.px(MEASURE_PX), kit.pen.width("n" * LEAST_LETTERS, px)), view.window_w - 2 * view.px(40))
        lines = self._lines(kit, wide, px, small)
        head = self._head_height(kit, wide, small)
        keys = kit.pen.line_height(small) + pad // 2
        room = view.window_h - view.px(24) - 2 * pad - head - keys
        tall = sum(line.gap + kit.pen.line_height(line.px) for line in lines)
        box = pygame.Rect(0, 0, wide + 2 * pad, head + min(tall, room) + keys + 2 * pad)
        box.center = (view.window_w // 2, view.window_h // 2)
        panel(surface, box, view.px(6))
        left, y = box.left + pad, box.top + pad
        boxes = self._head(surface, kit, pygame.Rect(left, y, wide, head), small)
        area = pygame.Rect(left, y + head, wide, min(tall, room))
        boxes += self._body(surface, kit, area, lines)
        hints = [(Action.MENU, "key.back")]
        if tall > room:
            hints.insert(0, (Action.UP, "key.scroll"))
        return boxes + draw_keys(surface, kit, hints, (left, box.bottom - pad - kit.pen.line_height(small)), small)

    def _lines(self, kit: Kit, wide: int, px: int, small: int) -> list[_Line]:
        found: list[_Line] = []
        for part in self.parts:
            size = small if part.small else px
            gap = kit.pen.line_height(size) // 2 if found else 0
            colour = FAINT if part.faint else TEXT
            for number, words in enumerate(kit.pen.wrap(part.words, size, wide)):
                first = number == 0
                extra = gap + (kit.view.px(8) if part.ruled else 0)
                found.append(_Line(words, size, colour, extra if first else 0, part.ruled and first))
        return found

    def _niche(self, kit: Kit) -> int:
        """How wide the picture's frame is; 0 without a picture."""
        return kit.view.px(NICHE_PX) if self.shows else 0

    def _heading(self, kit: Kit, wide: int) -> tuple[tuple[str, ...], int]:
        px, niche = kit.view.text_px(TITLE_PX * 0.7), self._niche(kit)
        return kit.pen.wrap(self.title, px, wide - niche - (kit.view.px(PAD_PX) if niche else 0)), px

    def _head_height(self, kit: Kit, wide: int, small: int) -> int:
        heading, px = self._heading(kit, wide)
        above = kit.pen.line_height(small) if self.above else 0
        return max(len(heading) * kit.pen.line_height(px) + above, self._niche(kit)) + kit.view.px(8)

    def _head(self, surface: pygame.Surface, kit: Kit, rect: pygame.Rect, small: int) -> list[Box]:
        heading, px = self._heading(kit, rect.width)
        boxes, y = [], rect.top
        if self.above:
            boxes.append(Box("above", kit.pen.write(surface, self.above, small, rect.topleft, FAINT)))
            y = boxes[0].rect.bottom
        boxes.append(Box("heading", kit.pen.block(surface, heading, px, (rect.left, y), TEXT)))
        if niche := self._niche(kit):
            frame = pygame.Rect(rect.right - niche, rect.top, niche, niche)
            shape = notched(frame, kit.view.px(6))
            pygame.draw.polygon(surface, INK_SOFT, shape)
            pygame.draw.polygon(surface, EDGE_LOW, shape, kit.view.px(1))
            picture = _picture(kit, self.shows, niche - kit.view.px(12))
            surface.blit(picture, picture.get_rect(center=frame.center))
        return boxes

    def _body(self, surface: pygame.Surface, kit: Kit, area: pygame.Rect, lines: list[_Line]) -> list[Box]:
        """The lines from `top` that fit, and how far down they are."""
        heights = [line.gap + kit.pen.line_height(line.px) for line in lines]
        last, left = len(lines), area.height
        while last and left >= heights[last - 1]:
            last, left = last - 1, left - heights[last - 1]
        self.top = min(max(self.top, 0), last)
        boxes, y, shown = [], area.top, 0
        for line in lines[self.top:]:
            gap = line.gap if shown else 0
            if shown and y + gap + kit.pen.line_height(line.px) > area.bottom:
                break
            if line.rule:
                at = y + gap // 2
                pygame.draw.line(surface, EDGE, (area.left, at), (area.right - 1, at), kit.view.px(1))
            if line.words:
                at_line = (area.left, y + gap)
                boxes.append(Box("text", kit.pen.write(surface, line.words, line.px, at_line, line.colour)))
            y, shown = y + gap + kit.pen.line_height(line.px), shown + 1
        if last:
            track = pygame.Rect(area.right + kit.view.px(PAD_PX) // 2, area.top, kit.view.px(4), area.height)
            pygame.draw.rect(surface, EDGE_LOW, track)
            thumb = track.copy()
            thumb.height = max(kit.view.px(20), track.height * shown // len(lines))
            thumb.top = track.top + (track.height - thumb.height) * self.top // last
            pygame.draw.rect(surface, INTERACT, thumb)
        return boxes


def _picture(kit: Kit, name: str, room: int) -> pygame.Surface:
    """A thing or an icon, as large as whole multiples let it be in `room`; a thing too large for it is made smaller."""
    if not kit.atlas.has_thing(name):
        return kit.icons.picture(name, room)
    thing = kit.atlas.thing(name, GRADE).moon
    widest = max(thing.get_size())
    share = room // widest if widest <= room else room / widest
    made = pygame.transform.scale(thing, (round(thing.get_width() * share), round(thing.get_height() * share)))
    made.set_colorkey(KEY)
    return made
