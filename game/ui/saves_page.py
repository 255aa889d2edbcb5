"""Lists of saves, to read one or to write one; a slot in use asks first."""

from __future__ import annotations

import time
from collections.abc import Callable

from game.sim.world import World
from game.ui import saving, thumbs
from game.ui.kit import Kit
from game.ui.menu import Item, Picked
from game.ui.page import MenuPage
from game.ui.turn import Only, Pop, Push, Turn

_JUST_SECONDS = 60
PICTURE_PX = (128, 72)  # in a window 720 high


def confirm_page(question: str, yes: Callable[[Kit], Turn | None]) -> MenuPage:
    """"No" comes first and is where the focus is."""

    def items(kit: Kit) -> list[Item]:
        return [Item("no", kit.words.say("confirm.no")), Item("yes", kit.words.say("confirm.yes"))]

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        return yes(kit) if picked.id == "yes" else Pop()

    return MenuPage(question, items, pick)


def slot_item(kit: Kit, name: str, slot: saving.Slot | None) -> Item:
    """A row for a slot: which, where she is in it, when it was written."""
    short = name.removeprefix("save-")
    label = kit.words.say("saves.slot", n=short) if short.isdecimal() else kit.words.say(f"saves.{short}")
    if slot is None:
        return Item(name, label, kit.words.say("saves.empty"), icon="save")
    fresh = time.time() - slot.stamp < _JUST_SECONDS
    return Item(name, label, kit.words.say("saves.just_now") if fresh else slot.when, slot.where,
                icon="save", picture=thumbs.of(kit, name, (kit.view.px(PICTURE_PX[0]), kit.view.px(PICTURE_PX[1]))))


def load_page(kit: Kit) -> MenuPage:
    """All saves, newest first. A loaded journey is not part of a recording under way."""

    def items(kit: Kit) -> list[Item]:
        return [slot_item(kit, slot.name, slot) for slot in saving.slots(kit)] or [
            Item("none", kit.words.say("saves.none"), on=False)]

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        from game.ui.play import Play  # the journey opens this page, and this page a journey

        loaded = saving.load(kit, picked.id)
        return Only(Play.of(kit, loaded)) if loaded else Push(damaged_page(kit))

    return MenuPage("saves.load", items, pick)


def damaged_page(kit: Kit) -> MenuPage:
    """A save could not be read."""
    return MenuPage("saves.damaged", lambda kit: [Item("back", kit.words.say("key.back"))], lambda kit, picked: Pop())


def _save(kit: Kit, world: World, name: str) -> bool:
    """Save, with the picture of the moment the menu was opened."""
    done = saving.save(kit, world, name)
    if done and kit.seen_last is not None:
        thumbs.keep(kit, name, kit.seen_last)
    return done


def save_page(kit: Kit, world: World) -> MenuPage:
    """Six slots."""

    def items(kit: Kit) -> list[Item]:
        there = {slot.name: slot for slot in saving.slots(kit)}
        return [slot_item(kit, name, there.get(name)) for name in saving.SLOTS]

    def write(kit: Kit, name: str) -> Turn | None:
        if _save(kit, world, name):
            kit.narrator.say(saving.told(kit, world, True))
        return Pop()

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        if picked.id in kit.shelf.names():
            return Push(confirm_page("saves.overwrite", lambda kit: write(kit, picked.id)))
        _save(kit, world, picked.id)
        return None

    return MenuPage("saves.save", items, pick)
