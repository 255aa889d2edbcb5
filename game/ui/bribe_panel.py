"""Offering something: his face, what she could give, and what she can read in him. Odds in words only if asked for."""

from __future__ import annotations

import pygame

from game.sim.world import World
from game.story import bribes, runtime
from game.story.bribes import Odds
from game.story.steps import Bribe
from game.story.tale import step_at
from game.ui.kit import Kit
from game.ui.look import FAINT, INTERACT, SUSPICION, TEXT
from game.ui.menu import Item, Menu
from game.ui.panel import panel
from game.ui.text import Box


def bribe_items(world: World, kit: Kit) -> list[Item]:
    """The offers of the bribe on screen, and walking away."""
    items = []
    for option in runtime.options(world.lore.book, world.tale):
        if option.id == runtime.LEAVE:
            items.append(Item(option.id, kit.words.say("bribe.leave")))
            continue
        held = runtime.offered(world.lore.book, world.tale, option.id)
        manner = held[1].manner if held else ""
        how = kit.words.either(f"manner.{manner}", manner) if manner else ""
        note = "" if option.open else kit.words.say("choice.cannot_pay")
        first = option.price.parts[0][0] if option.price.parts else ""
        items.append(Item(option.id, kit.words.price(option.price), how, note, option.open, icon=first))
    return items


def odds_words(odds: Odds, kit: Kit) -> str:
    """The chances as words: will he take it, and will he keep his side."""
    return kit.words.say("bribe.odds", take=kit.words.say(f"chance.{_band(odds.accept * (100 - odds.danger) // 100)}"),
                         sell=kit.words.say(f"chance.{_band(odds.betray)}"))


def _band(percent: int) -> str:
    return "hardly" if percent < 15 else "unlikely" if percent < 40 else "even" if percent < 60 else (
        "likely" if percent < 85 else "surely")


def reading(world: World, kit: Kit, id: str) -> tuple[str, str]:
    """What his face says to the focused offer, and (with that help) the odds in words."""
    held = runtime.offered(world.lore.book, world.tale, id)
    if held is None:
        return "", ""
    bribe, _, odds = held
    tell = bribes.tell(world.lore.book.cast[bribe.who], odds)
    return kit.words.say(tell) if tell else "", odds_words(odds, kit) if world.help.clear_odds else ""


def draw_bribe(surface: pygame.Surface, kit: Kit, world: World, menu: Menu) -> list[Box]:
    """His portrait at the left, the offers at the right, what she can read below them."""
    step = step_at(world.lore.book, world.tale)
    if not isinstance(step, Bribe):
        return []
    view, px = kit.view, kit.text_px
    small = max(8, px * 3 // 4)
    margin, pad = view.px(24), max(view.px(14), px // 2)
    box = pygame.Rect(margin, 0, view.window_w - 2 * margin, 0)
    if view.text <= view.window_h / 720 * 1.3:
        box.width = min(box.width, view.px(1000))
        box.centerx = view.window_w // 2
    face = min(view.px(192), box.width // 4)
    inner = box.width - face - 3 * pad
    tell, odds = reading(world, kit, menu.here.id if menu.here else "")
    tell_lines, odds_lines = kit.pen.wrap(tell, small, inner), kit.pen.wrap(odds, small, inner) if odds else ()
    below = (len(tell_lines) + len(odds_lines)) * kit.pen.line_height(small) + pad // 2
    head = kit.pen.line_height(px) + pad // 2
    purse_h = kit.pen.line_height(max(8, kit.small_px * 4 // 5)) + kit.small_px
    room = view.window_h - 2 * margin - purse_h - head - below - 2 * pad
    listed = min(menu.height(kit, inner, px), room)
    box.height = max(head + listed + below + 2 * pad, face + 2 * pad)
    box.bottom = view.window_h - margin
    panel(surface, box, view.px(6))
    person = world.lore.book.cast[step.who]
    surface.blit(kit.atlas.portrait(person.portrait or step.who, "plain", face), (box.left + pad, box.top + pad))
    left, top = box.left + 2 * pad + face, box.top + pad
    title = kit.words.say("bribe.title", who=kit.words.name(world.lore.book, step.who))
    boxes = [Box("title", kit.pen.write(surface, title, px, (left, top), INTERACT))]
    tries = step.tries - world.tale.tries
    if tries < step.tries:
        purse = (left + inner, top + (px - small) // 2)
        again = kit.words.say("bribe.again")
        if kit.pen.width(title, px) + kit.pen.width(again, small) + pad < inner:
            boxes.append(Box("again", kit.pen.write(surface, again, small, purse, SUSPICION, align="right")))
    area = pygame.Rect(left, top + head, inner, listed)
    boxes += menu.draw(surface, kit, area, px, numbers=True)
    y = area.bottom + pad // 2
    if tell:
        boxes.append(Box("tell", kit.pen.block(surface, tell_lines, small, (left, y), TEXT)))
    if odds:
        y += len(tell_lines) * kit.pen.line_height(small)
        boxes.append(Box("odds", kit.pen.block(surface, odds_lines, small, (left, y), FAINT)))
    return boxes
