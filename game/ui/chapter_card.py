"""The card of a chapter: where and when, over a thin river that draws itself. Window pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from game.ui.kit import Kit
from game.ui.look import EDGE, EDGE_LOW, FAINT, INK, ROSE, TEXT, TITLE_PX, Colour
from game.ui.text import Box

KOREAN = "ko"
_DRAWN = 0.5    # of the card's time the river takes to arrive
_BENDS = ((0.31, 1.7, 0.4), (0.13, 4.1, 1.9), (0.06, 8.3, 0.2))  # share of the height, turns, where it begins
_WIDE_PX, _HIGH_PX, _STEP_PX = 640, 44, 4


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card: the part of the road, the place, its Korean name, the time. Each but the place may be ""."""

    chapter: str
    place: str
    korean: str
    when: str


def card_of(kit: Kit, text: str, chapter: str = "") -> Card:
    """The words of title `text`. What stands before the first comma is the place; without a comma it is all place."""
    place, _, when = kit.words.say(text).partition(", ")
    korean = kit.lore.book.languages.get(KOREAN, {}).get(text, "").partition(", ")
    named = when and korean[1] and kit.words.language != KOREAN
    return Card(chapter, place, korean[0] if named else "", when[:1].upper() + when[1:])


def draw_card(surface: pygame.Surface, kit: Kit, card: Card, share: float) -> list[Box]:
    """Draw it in a band across the middle; `share` 0-1 of its time has gone. Without motion the river stands."""
    view, pen = kit.view, kit.pen
    px, small = view.text_px(TITLE_PX * 0.8), kit.small_px
    width = view.window_w - view.px(160)
    beside = pen.width(card.korean, small) + small if card.korean else 0
    place = pen.wrap(card.place, px, width)
    fits = len(place) == 1 and pen.width(card.place, px) + 2 * beside <= width
    rows = [pen.wrap(words, small, width) if words else () for words in (
        card.chapter, card.korean if not fits else "", card.when)]
    above, name, below = (len(lines) * pen.line_height(small) for lines in rows)
    river, pad = view.px(_HIGH_PX), view.px(22)
    words = above + len(place) * pen.line_height(px) + name + below
    band = pygame.Rect(0, 0, view.window_w, words + river + 3 * pad)
    band.centery = view.window_h // 2
    surface.fill(INK, band)
    for y in (band.top, band.bottom - 1):
        pygame.draw.line(surface, EDGE_LOW, (0, y), (view.window_w, y), view.px(2))
    middle, y = view.window_w // 2, band.top + pad
    boxes = _block(surface, kit, "chapter", rows[0], small, (middle, y))
    y += above
    boxes.append(Box("title", pen.block(surface, place, px, (middle, y), TEXT, INK, "centre")))
    if fits and card.korean:
        foot = boxes[-1].rect.bottom - round(px * 0.31) - pen.line_height(small) + round(small * 0.31)
        at = (boxes[-1].rect.right + small, foot)
        boxes.append(Box("korean", pen.write(surface, card.korean, small, at, FAINT)))
    y += len(place) * pen.line_height(px)
    boxes += _block(surface, kit, "korean", rows[1], small, (middle, y))
    y += name + pad // 2
    grown = min(1.0, share / _DRAWN) if kit.settings.motion else 1.0
    _river(surface, kit, pygame.Rect(middle - view.px(_WIDE_PX) // 2, y, view.px(_WIDE_PX), river), grown)
    return boxes + _block(surface, kit, "when", rows[2], small, (middle, y + river + pad // 2), TEXT)


def _block(surface: pygame.Surface, kit: Kit, name: str, lines: tuple[str, ...], px: int,
           at: tuple[int, int], colour: Colour = FAINT) -> list[Box]:
    return [Box(name, kit.pen.block(surface, lines, px, at, colour, INK, "centre"))] if lines else []


def _river(surface: pygame.Surface, kit: Kit, rect: pygame.Rect, grown: float) -> None:
    """From the left, as far as it has come; where it ends, the one warm point."""
    ends = max(1, round((rect.width // _STEP_PX) * grown))
    spots = [(rect.left + at * _STEP_PX, _bend(rect, at * _STEP_PX / rect.width)) for at in range(ends + 1)]
    pygame.draw.lines(surface, EDGE_LOW, False, [(x, y + kit.view.px(3)) for x, y in spots], kit.view.px(4))
    pygame.draw.lines(surface, EDGE, False, spots, kit.view.px(2))
    pygame.draw.circle(surface, ROSE, spots[-1], kit.view.px(4))


def _bend(rect: pygame.Rect, along: float) -> int:
    """How low the river lies at a share of its way; it begins and ends calm."""
    calm = math.sqrt(max(0.0, math.sin(math.pi * min(along, 1.0))))
    off = sum(high * math.sin(turns * math.tau * along + begin) for high, turns, begin in _BENDS)
    return round(rect.centery + rect.height * off * calm)
