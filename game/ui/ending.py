"""The last page: how it ended, what it came from, and where to go from here. No score."""

from __future__ import annotations

import pygame

from game.sim.world import World
from game.ui.kit import Kit
from game.ui.look import FAINT, INK, TEXT, TITLE_PX
from game.ui.menu import Item, Menu
from game.ui.page import Backdrop
from game.ui.pages import codex_page, credits_page, history_page
from game.ui.text import Box
from game.ui.turn import Only, Push, Turn


class EndPage:
    """The ending's title and words, then a short list."""

    over = False

    def __init__(self, kit: Kit, world: World) -> None:
        self.world = world
        self.backdrop = Backdrop(world.tale.picture)
        rows = ("to_title", "codex", "history", "credits")
        self.menu = Menu([Item(name, kit.words.say(f"end.{name}")) for name in rows])
        ending = world.lore.book.endings.get(world.tale.ending)
        self.title = kit.words.say(ending.title) if ending else kit.words.say("end.over")
        self.text = kit.words.say(ending.text) if ending else ""
        kit.sounds.music("ending")
        kit.narrator.say(self.title)
        kit.narrator.say(self.text)

    def heed(self, kit: Kit) -> Turn | None:
        """Picks of the list."""
        picked = self.menu.heed(kit.inputs, kit)
        if picked is None:
            return None
        match picked.id:
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
        return None

    def draw(self, surface: pygame.Surface, kit: Kit) -> list[Box]:
        """Words above, list below; with large text the words are in smaller lines, never cut."""
        surface.fill(INK)
        view, px = kit.view, kit.text_px
        margin = view.px(40)
        width = min(view.window_w - 2 * margin, max(view.px(860), kit.pen.width("n" * 44, px)))
        left = (view.window_w - width) // 2
        head = view.text_px(TITLE_PX * 0.8)
        boxes = [Box("heading", kit.pen.write(surface, self.title, head, (left, margin), TEXT))]
        y = boxes[0].rect.bottom + view.px(10)
        note = kit.words.say("end.note")
        small = max(8, px * 3 // 4)
        notes = kit.pen.wrap(note, small, width)
        text_px = px
        while True:
            lines = kit.pen.wrap(self.text, text_px, width)
            listed = self.menu.height(kit, width, px)
            used = y + len(lines) * kit.pen.line_height(text_px) + len(notes) * kit.pen.line_height(small) + view.px(30)
            fits = view.window_h - margin - used
            if fits >= min(listed, 2 * kit.pen.line_height(px)) or text_px <= 12:
                break
            text_px -= 2
            small = min(small, text_px)
            notes = kit.pen.wrap(note, small, width)
        boxes.append(Box("words", kit.pen.block(surface, lines, text_px, (left, y), TEXT)))
        y = boxes[-1].rect.bottom + view.px(10)
        boxes.append(Box("note", kit.pen.block(surface, notes, small, (left, y), FAINT)))
        y = boxes[-1].rect.bottom + view.px(10)
        area = pygame.Rect(left, y, width, max(view.window_h - margin - y, kit.pen.line_height(px)))
        return boxes + self.menu.draw(surface, kit, area, px)
