"""The small panels of the HUD as pictures: each is drawn once and kept for as long as it says the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.ui import marks
from game.ui.icons import Icons
from game.ui.look import EDGE, INTERACT, KEY, SUSPICION, TEXT, WARM, Colour
from game.ui.panel import bar, panel
from game.ui.text import Box, Pen


@dataclass(frozen=True, slots=True)
class Card:
    """A panel, and where its words are in it."""

    picture: pygame.Surface
    words: tuple[Box, ...]

    def draw(self, surface: pygame.Surface, corner: tuple[int, int]) -> list[Box]:
        """Draw it with its top left at `corner`."""
        surface.blit(self.picture, corner)
        return [Box(box.name, box.rect.move(corner)) for box in self.words]


@dataclass(frozen=True, slots=True)
class Horizon:
    """The hours of a room as a line, in minutes from its beginning: all of them, now, `gates`, `times`.

    A gate is where one pair leaves and the next has not come: (minute, whether it was announced, and so is exact).
    """

    span: int
    now: int
    gates: tuple[tuple[int, bool], ...]
    times: tuple[int, ...]


def height_of(pen: Pen, px: int) -> int:
    """How high a card of one line is."""
    return pen.line_height(px) + px // 3


@lru_cache(maxsize=16)
def words_card(pen: Pen, name: str, words: str, px: int, colour: Colour, edge: Colour,
               eye: tuple[int, Colour, bool] | None = None) -> Card:
    """Words, after an `eye` (openness, colour, alert) if there is one."""
    icon = _whole(marks.eye(*eye), px) if eye is not None else None
    before = px * 3 // 4 + icon.get_width() if icon is not None else px // 2
    after = px * 3 // 2 - px * 3 // 4 if icon is not None else px - px // 2
    made = _blank(before + pen.width(words, px) + after, height_of(pen, px), px, edge)
    if icon is not None:
        made.blit(icon, (px // 2, made.get_rect().centery - icon.get_height() // 2))
    return _done(made, [Box(name, pen.write(made, words, px, (before, px // 6), colour))])


def _whole(eye: pygame.Surface, px: int) -> pygame.Surface:
    """The eye at a whole multiple that fits the card, so that its pixels stay square."""
    times = min(round(2 * px / eye.get_width()), (px * 5 // 3) // eye.get_height())
    return pygame.transform.scale_by(eye, max(1, times))


@lru_cache(maxsize=8)
def warmth_card(pen: Pen, icons: Icons, words: str, px: int, warmth: int, colour: Colour) -> Card:
    """Warmth (0 to 100) in five cells behind its word."""
    wide = px * 5
    made = _blank(icons.room("warmth", px) + pen.width(words, px) + wide + px * 3 // 2, height_of(pen, px), px, EDGE)
    at = icons.draw(made, "warmth", px, (px // 2, px // 6)), px // 6
    written = pen.write(made, words, px, at, TEXT)
    cells = pygame.Rect(written.right + px // 2, made.get_rect().centery - px // 4, wide, px // 2)
    bar(made, cells, warmth / 100, colour, 5)
    return _done(made, [Box("warmth", written)])


@lru_cache(maxsize=8)
def purse_card(pen: Pen, icons: Icons, held: tuple[tuple[str, str], ...], px: int) -> Card:
    """What is held: names of icons, and words."""
    wide = sum(icons.room(name, px) + pen.width(words, px) + px for name, words in held)
    made = _blank(wide, height_of(pen, px), px, EDGE)
    boxes, x, y = list[Box](), px // 2, px // 6
    for name, words in held:
        x = icons.draw(made, name, px, (x, y))
        boxes.append(Box(f"purse {name}", pen.write(made, words, px, (x, y), TEXT)))
        x = boxes[-1].rect.right + px
    return _done(made, boxes)


@lru_cache(maxsize=8)
def hour_card(pen: Pen, words: str, px: int, line: int, horizon: Horizon) -> Card:
    """The hour, and a horizon `line` pixels long (0: none)."""
    made = _blank(pen.width(words, px) + px + (line + px // 2 if line else 0), height_of(pen, px), px, EDGE)
    written = pen.write(made, words, px, (px // 2, px // 6), TEXT)
    if line:
        _draw_horizon(made, horizon, px, pygame.Rect(written.right + px // 2, made.get_rect().centery, line,
                                                     max(2, px // 10)))
    return _done(made, [Box("hour", written)])


def _draw_horizon(made: pygame.Surface, horizon: Horizon, px: int, track: pygame.Rect) -> None:
    def place(minute: int) -> int:
        return track.left + track.width * min(minute, horizon.span) // horizon.span

    pygame.draw.rect(made, EDGE, track)
    for minute, announced in horizon.gates:
        x, wide = place(minute), 3 if announced else max(3, track.width * 10 // horizon.span)
        for post in (x - wide // 2, x + wide // 2):
            pygame.draw.rect(made, SUSPICION if announced else INTERACT, (post, track.top - px // 4, 2, px // 2))
    for minute in horizon.times:
        pygame.draw.circle(made, WARM, (place(minute), track.centery), px // 5, max(1, px // 12))
    here = place(horizon.now)
    pygame.draw.polygon(made, TEXT, [(here, track.top - 1), (here - px // 5, track.top - px // 3),
                                     (here + px // 5, track.top - px // 3)])


def _blank(width: int, height: int, px: int, edge: Colour) -> pygame.Surface:
    """An empty panel; KEY lies outside its cut corners."""
    made = pygame.Surface((width, height)).convert()
    made.fill(KEY)
    panel(made, made.get_rect(), max(2, px // 7), edge)
    return made


def _done(made: pygame.Surface, words: list[Box]) -> Card:
    made.set_colorkey(KEY, pygame.RLEACCEL)
    return Card(made, tuple(words))
