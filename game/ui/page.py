"""Full-window pages: a heading, a list, the keys that work here. All menus of the game are this."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui import cutscene
from game.ui.caps import draw_cap
from game.ui.eyes import Eyes
from game.ui.frame import blow_up
from game.ui.inputs import Action
from game.ui.kit import Kit
from game.ui.look import FAINT, INK, TEXT, TICKS, TITLE_PX
from game.ui.menu import Item, Menu, Picked
from game.ui.panel import panel
from game.ui.text import Box
from game.ui.turn import Pop, Turn

WIDEST_PX, MARGIN_PX, PAD_PX = 900, 20, 24


class Backdrop:
    """The picture behind a page, alive; "" is what the page lies over, or plain ink. `dim` 0-255: 255 is as painted."""

    def __init__(self, plate: str = "", dim: int = 255) -> None:
        self.plate, self.dim = plate, dim
        self.eyes = Eyes()
        self._owed = 0.0

    def pass_time(self, seconds: float) -> None:
        """Let it live."""
        self._owed = min(self._owed + seconds * TICKS, 10.0)
        ticks = int(self._owed)
        self._owed -= ticks
        self.eyes.pass_ticks(ticks)

    def draw(self, surface: pygame.Surface, kit: Kit, lift: int = 0) -> None:
        """Draw it over the whole window; `lift` raises it by so many of its 360 pixels, with ink below."""
        if not self.plate:
            surface.fill(INK)
            if kit.behind is not None:
                kit.world.blit(kit.behind, (0, 0))
                blow_up(surface, kit)
            return
        plate = kit.atlas.plate(self.plate)
        cutscene.draw_plate(kit.world, plate, self.eyes, kit.rooms.weather, kit.settings)
        if self.dim < 255:
            kit.world.fill((self.dim, self.dim, self.dim), special_flags=pygame.BLEND_RGB_MULT)
        if lift:
            kit.world.scroll(0, -lift)
            kit.world.fill(INK, (0, kit.world.get_height() - lift, kit.world.get_width(), lift))
        blow_up(surface, kit)


class MenuPage:
    """A heading and a list. `items` is asked anew after every pick; `pick` says what comes of one."""

    over = False

    def __init__(self, title: str, items: Callable[[Kit], list[Item]], pick: Callable[[Kit, Picked], Turn | None],
                 intro: str = "", plate: str = "", closes: bool = True) -> None:
        self.title, self.intro, self.closes = title, intro, closes
        self.items, self.pick = items, pick
        self.menu = Menu([])
        self.backdrop = Backdrop(plate)
        self.told = False
        self.done = False  # it has served its purpose, and goes when it is on top again

    def heed(self, kit: Kit) -> Turn | None:
        """Focus moves, picks, and back."""
        if self.done:
            return Pop()
        if not self.told:
            self.told = True
            self.menu.renew(self.items(kit))
            kit.narrator.say(f"{kit.words.say(self.title)} {self.intro}")
        pressed = kit.inputs.pressed
        if self.closes and (Action.MENU in pressed or Action.BACK in pressed):
            kit.sounds.play("ui_back", loud=0.6)
            return Pop()
        picked = self.menu.heed(kit.inputs, kit)
        if picked is None:
            return None
        turn = self.pick(kit, picked)
        self.menu.renew(self.items(kit))
        self.menu.said = -1
        self.menu.narrate(kit)
        return turn

    def pass_time(self, kit: Kit, seconds: float) -> Turn | None:
        """The backdrop lives."""
        self.backdrop.pass_time(seconds)
        return None

    def draw(self, surface: pygame.Surface, kit: Kit) -> list[Box]:
        """Heading, what it is about, the list, the keys."""
        self.menu.renew(self.items(kit))
        self.backdrop.draw(surface, kit)
        return draw_page(surface, kit, kit.words.say(self.title), self.intro, self.menu, self.closes)


def list_width(kit: Kit) -> int:
    """How wide the list of a page is, in window pixels."""
    view = kit.view
    wanted = round(WIDEST_PX * max(view.text, view.window_h / 720))
    return min(view.window_w - 2 * view.px(MARGIN_PX), wanted) - 2 * view.px(PAD_PX)


def draw_page(surface: pygame.Surface, kit: Kit, title: str, intro: str, menu: Menu, closes: bool) -> list[Box]:
    """A panel in the middle with all of it."""
    view, px = kit.view, kit.text_px
    small = max(8, px * 3 // 4)
    margin, pad = view.px(MARGIN_PX), view.px(PAD_PX)
    width = list_width(kit) + 2 * pad
    head_px = view.text_px(TITLE_PX * 0.7)
    keys_h = kit.pen.line_height(small) + pad // 2
    lines = kit.pen.wrap(intro, small, width - 2 * pad) if intro else ()
    heading = kit.pen.wrap(title, head_px, width - 2 * pad)
    head = len(heading) * kit.pen.line_height(head_px) + len(lines) * kit.pen.line_height(small) + pad // 2
    room = view.window_h - 2 * margin - head - keys_h - 2 * pad
    listed = min(menu.height(kit, width - 2 * pad, px), room)
    box = pygame.Rect(0, 0, width, head + listed + keys_h + 2 * pad)
    box.center = (view.window_w // 2, view.window_h // 2)
    panel(surface, box, view.px(6))
    left, y = box.left + pad, box.top + pad
    boxes = [Box("heading", kit.pen.block(surface, heading, head_px, (left, y), TEXT))]
    y = boxes[0].rect.bottom
    if lines:
        boxes.append(Box("intro", kit.pen.block(surface, lines, small, (left, y), FAINT)))
        y = boxes[-1].rect.bottom
    y += pad // 2
    boxes += menu.draw(surface, kit, pygame.Rect(left, y, width - 2 * pad, listed), px)
    hints = [(Action.ACT, "key.choose"), *([(Action.MENU, "key.back")] if closes else [])]
    return boxes + draw_keys(surface, kit, hints, (left, box.bottom - pad - kit.pen.line_height(small)), small)


def draw_keys(surface: pygame.Surface, kit: Kit, hints: list[tuple[Action, str]], at: tuple[int, int],
              px: int) -> list[Box]:
    """Key caps and what they do, in a row."""
    x, y = at
    boxes = []
    for action, words in hints:
        cap = draw_cap(surface, kit.pen, kit.cap(action, menu=True), px, (x, y))
        drawn = kit.pen.write(surface, kit.words.say(words), px, (cap.right + px // 2, y), FAINT)
        boxes.append(Box(f"key {action}", cap.union(drawn)))
        x = drawn.right + px
    return boxes
