"""The title screen, and what comes before the first step: how hard, and what the story contains."""

from __future__ import annotations

import random
from collections.abc import Callable

import pygame

from game.sim.intents import Intent
from game.sim.journey import new_world
from game.sim.world import Help, Level
from game.ui import memory, saving
from game.ui.inputs import Action
from game.ui.kit import Kit, on_web
from game.ui.look import TEXT, TITLE_PX
from game.ui.menu import Item, Menu, Picked
from game.ui.packs_page import PacksPage
from game.ui.page import Backdrop, MenuPage, draw_keys
from game.ui.pages import credits_page
from game.ui.panel import panel
from game.ui.play import Play
from game.ui.saves_page import load_page
from game.ui.settings import save as save_settings
from game.ui.settings_page import settings_page
from game.ui.text import Box
from game.ui.turn import Only, Push, Quit, Turn

PRACTICE_SEED = 1  # the same luck every time: what was tried once can be tried again


class Title:
    """The name of the game, or of the pack that is played, over the river, and a list."""

    over = False

    def __init__(self, kit: Kit, seed: int | None = None, on_intent: Callable[[Intent], None] | None = None) -> None:
        self.menu = Menu([])
        self.backdrop = Backdrop("tumen_night")
        self.seed, self.on_intent, self.told = seed, on_intent, False
        kit.behind = None
        kit.sounds.music("title")

    def items(self, kit: Kit) -> list[Item]:
        """What can be done; `Go on` first if there is a save."""
        kept = saving.slots(kit)
        items = [Item("go_on", kit.words.say("title.go_on"), note=kept[0].where, icon="go_on")] if kept else []
        items.append(Item("new", kit.words.say("title.new"), icon="journey"))
        if kept:
            items.append(Item("load", kit.words.say("title.load"), icon="load"))
        if kit.lore.book.practice and not kit.pack:
            items.append(Item("practice", kit.words.say("title.practice"), icon="practice"))
        if kit.packs is not None and not kit.pack:
            items.append(Item("others", kit.words.say("title.others"), icon="others"))
        items += [Item(name, kit.words.say(f"title.{name}"), icon=name) for name in ("settings", "credits")]
        if kit.home is not None:
            return [*items, Item("home", kit.words.say("title.home"), icon="to_title")]
        return items if on_web() else [*items, Item("quit", kit.words.say("title.quit"), icon="quit")]

    def words(self, kit: Kit) -> tuple[str, str]:
        """The name, and the line below it."""
        if kit.pack:
            return kit.words.say(f"{kit.pack}/title"), kit.words.say("packs.by", by=kit.words.say(f"{kit.pack}/by"))
        return kit.words.say("game.name"), kit.words.say("game.line")

    def heed(self, kit: Kit) -> Turn | None:
        """Focus and picks."""
        if not self.told:
            self.told = True
            self.menu.renew(self.items(kit))
            kit.narrator.say(" ".join(self.words(kit)) if kit.pack else kit.words.say("game.name"))
        if Action.LOAD in kit.inputs.pressed and (quick := saving.load(kit, saving.QUICK)):
            return Only(Play(kit, quick.world, [], paused=True, notes=quick.notes))
        picked = self.menu.heed(kit.inputs, kit)
        if picked is None:
            return None
        kit.leave_behind()
        match picked.id:
            case "go_on":
                loaded = next((one for slot in saving.slots(kit) if (one := saving.load(kit, slot.name))), None)
                return Only(Play.of(kit, loaded)) if loaded else None
            case "new":
                return Push(level_page(kit, self.seed, self.on_intent))
            case "load":
                return Push(load_page(kit))
            case "practice":
                world, events = new_world(kit.lore, PRACTICE_SEED, kit.lore.book.practice)
                return Only(Play(kit, world, events))
            case "others" if kit.packs is not None:
                return Push(PacksPage(kit, kit.packs))
            case "home":
                kit.go_home()
                return Only(Title(kit))
            case "settings":
                return Push(settings_page(kit))
            case "credits":
                return Push(credits_page(kit))
            case _:
                return Quit()

    def pass_time(self, kit: Kit, seconds: float) -> Turn | None:
        """Snow falls on the river."""
        self.backdrop.pass_time(seconds)
        return None

    def draw(self, surface: pygame.Surface, kit: Kit) -> list[Box]:
        """Name at the left above, list at the left below."""
        self.menu.renew(self.items(kit))
        self.backdrop.draw(surface, kit)
        view, px = kit.view, kit.text_px
        left, pad = view.px(56), view.px(18)
        small = max(8, px * 3 // 4)
        head = view.text_px(TITLE_PX * (1.25 if view.text <= view.window_h / 720 * 1.4 else 0.8))
        said, line = self.words(kit)
        name = kit.pen.wrap(said, head, view.window_w - 2 * left)
        width = min(view.px(460) if head < 90 else view.px(760), view.window_w - 2 * left)
        above = len(name) * kit.pen.line_height(head)
        room = view.window_h - above - view.px(40) - 3 * pad - kit.pen.line_height(small)
        keys_h = kit.pen.line_height(small) + pad // 2
        listed = min(self.menu.height(kit, width - 2 * pad, px), room)
        box = pygame.Rect(left, 0, width, listed + keys_h + 2 * pad)
        box.bottom = view.window_h - view.px(40)
        boxes = [Box("name", kit.pen.block(surface, name, head, (left, view.px(20)), TEXT, None))]
        below = boxes[0].rect.bottom
        if below + kit.pen.line_height(small) < box.top:
            boxes.append(Box("line", kit.pen.write(surface, line, small, (left, below), TEXT, None)))
        panel(surface, box, view.px(6))
        area = pygame.Rect(box.left + pad, box.top + pad, width - 2 * pad, listed)
        boxes += self.menu.draw(surface, kit, area, px)
        return boxes + draw_keys(surface, kit, [(Action.UP, "key.move"), (Action.ACT, "key.choose")],
                                 (area.left, area.bottom + pad // 2), small)


def level_page(kit: Kit, seed: int | None, on_intent: Callable[[Intent], None] | None) -> MenuPage:
    """How hard; one press starts. What the story contains stands above the list."""

    def items(kit: Kit) -> list[Item]:
        say = kit.words.say
        return [Item(level, say(f"level.{level}"), note=say(f"level.{level}.note"))
                for level in memory.levels(kit.shelf)]

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        kit.settings.level = picked.id
        save_settings(kit.settings, kit.shelf)
        # The seed of a journey is luck from outside; from here on everything follows from it.
        chosen = random.SystemRandom().randrange(1, 2**31) if seed is None else seed
        world, events = new_world(kit.lore, chosen, help=Help(level=Level(picked.id)))
        return Only(Play(kit, world, events, on_intent))

    contains = kit.words.say("packs.contains", by=kit.words.say(f"{kit.pack}/by")) if kit.pack else (
        kit.words.say("level.contains"))
    page = MenuPage("level.title", items, pick, contains, "tumen_night")
    at = next((n for n, item in enumerate(items(kit)) if item.id == kit.settings.level), 0)
    page.menu = Menu(items(kit), at=at)
    return page


