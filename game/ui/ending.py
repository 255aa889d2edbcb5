"""The last page: how it ended, what it came from, and where to go from here. No score."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.sim.world import World
from game.ui import end_card, memory
from game.ui.inputs import Action
from game.ui.kit import Kit
from game.ui.look import EDGE, FAINT, INK, TEXT, TITLE_PX
from game.ui.menu import Item, Menu
from game.ui.page import Backdrop
from game.ui.pages import codex_page, credits_page, history_page
from game.ui.panel import panel
from game.ui.text import Box
from game.ui.turn import Only, Push, Turn

_FOOT = 0.5     # of the window: words that need more stand in a panel in the middle
_LIFT_PX = 64   # of the 360 the picture is high
_GAP = 6


@dataclass(frozen=True, slots=True)
class Laid:
    """The words broken into lines, the size of each kind and the height of all, in window pixels."""

    title: tuple[str, ...]
    head_px: int
    lines: tuple[str, ...]
    text_px: int
    notes: tuple[str, ...]
    small_px: int
    high: int

ASKED_SECONDS = 0.5  # who reads on with the same key does not leave the page by it


class EndPage:
    """The ending's title and words, then a short list."""

    over = False

    def __init__(self, kit: Kit, world: World) -> None:
        self.world = world
        self.backdrop = Backdrop(world.tale.picture or "tumen_night", dim=200)
        rows = {"to_title": "to_title", "codex": "codex", "history": "history", "keep": "picture", "credits": "credits"}
        self.menu = Menu([Item(name, kit.words.say(f"end.{name}"), icon=icon) for name, icon in rows.items()])
        ending = world.lore.book.endings.get(world.tale.ending)
        self.title = kit.words.say(ending.title) if ending else kit.words.say("end.over")
        self.text = kit.words.say(ending.text) if ending else ""
        kit.seen.keep()
        memory.reached(kit.shelf, world.tale.ending)
        kit.sounds.music(music if (music := world.tale.music).startswith("ending") else "ending")
        self.stood = 0.0
        self.kept = ""  # what came of keeping the picture, in words
        kit.narrator.say(self.title)
        kit.narrator.say(self.text)

    def heed(self, kit: Kit) -> Turn | None:
        """Picks of the list."""
        picked = self.menu.heed(kit.inputs, kit)
        if picked is None or (self.stood < ASKED_SECONDS and Action.ACT in kit.inputs.pressed):
            return None
        kit.leave_behind()
        match picked.id:
            case "keep":
                self.kept = end_card.keep(kit, self.world)
                kit.narrator.say(self.kept)
                return None
            case "codex":
                return Push(codex_page(kit, self.world))
            case "history":
                return Push(history_page(kit, self.world))
            case "credits":
                return Push(credits_page(kit))
            case _:
                from game.ui.title import Title

                return Only(Title(kit))

    def pass_time(self, kit: Kit, seconds: float) -> Turn | None:
        """The picture lives on."""
        self.backdrop.pass_time(seconds)
        self.stood += seconds
        return None

    def draw(self, surface: pygame.Surface, kit: Kit) -> list[Box]:
        """The last picture, and the words in a band at its foot; with large text a panel takes what it needs."""
        view, px = kit.view, kit.text_px
        margin, pad = view.px(48), view.px(20)
        wide = view.window_w - 2 * margin
        listed = self.menu.width(kit, px)
        rows = self.menu.height(kit, listed, px)
        laid = self._fit(kit, max(wide - listed - 2 * pad, px), px, 0, round(view.window_h * _FOOT) - 2 * pad)
        if laid.text_px < px or wide - listed < kit.pen.width("n" * 24, px):
            self.backdrop.draw(surface, kit)
            return self._amid(surface, kit)
        # The band would hide what the picture is about: it is raised.
        self.backdrop.draw(surface, kit, lift=_LIFT_PX)
        high = max(laid.high, rows) + 2 * pad
        band = pygame.Rect(0, view.window_h - high, view.window_w, high)
        surface.fill(INK, band)
        pygame.draw.line(surface, EDGE, band.topleft, band.topright, view.px(2))
        boxes = self._words(surface, kit, laid, (margin, band.top + pad))
        area = pygame.Rect(view.window_w - margin - listed, band.bottom - pad - rows, listed, rows)
        return boxes + self.menu.draw(surface, kit, area, px)

    def _amid(self, surface: pygame.Surface, kit: Kit) -> list[Box]:
        """Words and list under one another in a panel in the middle."""
        view, px = kit.view, kit.text_px
        margin, pad = view.px(16), view.px(20)
        width = min(view.window_w - 2 * (margin + pad), max(view.px(860), kit.pen.width("n" * 44, px)))
        rows = self.menu.height(kit, width, px)
        room = view.window_h - 2 * (margin + pad)
        laid = self._fit(kit, width, px, rows * 2 // len(self.menu.items) + pad // 2, room)
        box = pygame.Rect(0, 0, width + 2 * pad, min(room, laid.high + pad // 2 + rows) + 2 * pad)
        box.center = (view.window_w // 2, view.window_h // 2)
        panel(surface, box, view.px(6))
        boxes = self._words(surface, kit, laid, (box.left + pad, box.top + pad))
        top = boxes[-1].rect.bottom + pad // 2
        area = pygame.Rect(box.left + pad, top, width, max(box.bottom - pad - top, kit.pen.line_height(px)))
        return boxes + self.menu.draw(surface, kit, area, px)

    def _fit(self, kit: Kit, width: int, px: int, least: int, room: int) -> Laid:
        """The words in lines of `width`, smaller until they leave `least` of `room` (pixels) or are 12 high."""
        head, text_px = kit.view.text_px(TITLE_PX * 0.8), px
        while True:
            small = max(8, min(px * 3 // 4, text_px))
            title, lines = kit.pen.wrap(self.title, head, width), kit.pen.wrap(self.text, text_px, width)
            notes = kit.pen.wrap(self.kept or kit.words.say("end.note"), small, width)
            high = len(title) * kit.pen.line_height(head) + len(lines) * kit.pen.line_height(text_px) \
                + len(notes) * kit.pen.line_height(small) + 2 * kit.view.px(_GAP)
            if high + least <= room or text_px <= 12:
                return Laid(title, head, lines, text_px, notes, small, high)
            text_px -= 2

    def _words(self, surface: pygame.Surface, kit: Kit, laid: Laid, at: tuple[int, int]) -> list[Box]:
        """Title, words and note under one another."""
        gap = kit.view.px(_GAP)
        boxes = [Box("heading", kit.pen.block(surface, laid.title, laid.head_px, at, TEXT))]
        boxes.append(Box("words", kit.pen.block(surface, laid.lines, laid.text_px,
                                                (at[0], boxes[-1].rect.bottom + gap), TEXT)))
        boxes.append(Box("note", kit.pen.block(surface, laid.notes, laid.small_px,
                                               (at[0], boxes[-1].rect.bottom + gap), FAINT)))
        return boxes
