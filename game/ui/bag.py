"""What she carries and who goes with her: pick a tool to use it, or ask something of the others. Time stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import company, tools
from game.sim.intents import Order, Tool
from game.sim.tools import TOOLS, Carried, Use
from game.ui.aim import Aim
from game.ui.kit import Kit
from game.ui.menu import Item, Picked
from game.ui.page import MenuPage
from game.ui.turn import Pop, Push, Turn

if TYPE_CHECKING:
    from game.ui.play import Play


class BagPage(MenuPage):
    """Tools first, then orders, then what only has a price."""

    def __init__(self, kit: Kit, play: Play) -> None:
        self.play = play
        self.thrown = False
        kit.leave_behind()
        super().__init__("bag.title", self._items, self._pick, kit.words.say("bag.intro"))

    def heed(self, kit: Kit) -> Turn | None:
        """As every list; after a throw there is nothing more to do here."""
        return Pop() if self.thrown else super().heed(kit)

    def _items(self, kit: Kit) -> list[Item]:
        world = self.play.world
        found = [_tool_row(kit, tool) for tool in tools.carried(world)]
        found += [Item(f"order {word}", kit.words.say(f"order.{word}"), note=kit.words.say(why) if why else "",
                       on=not why, icon="together") for word, why in company.orders(world)]
        kept = {TOOLS[tool.name].fact for tool in tools.carried(world)}
        for fact in world.lore.book.facts.values():
            count = int(world.tale.facts[fact.name]) if fact.item else 0
            if count and fact.name not in kept:
                found.append(Item(f"item {fact.name}", kit.words.count(fact.name, count), on=False,
                                  icon=fact.name))
        return found or [Item("none", kit.words.say("bag.empty"), on=False)]

    def _pick(self, kit: Kit, picked: Picked) -> Turn | None:
        kind, _, name = picked.id.partition(" ")
        if kind == "order":
            self.play.ask(kit, Order(name))
            return Pop()
        if TOOLS[name].use is Use.THROW:
            return Push(Aim(kit, self.play, name, self._done))
        self.play.ask(kit, Tool(name))
        return Pop()

    def _done(self) -> None:
        self.thrown = True


def _tool_row(kit: Kit, tool: Carried) -> Item:
    value = str(tool.count) if TOOLS[tool.name].use is Use.THROW else (
        kit.words.say("switch.on" if tool.on else "switch.off") if TOOLS[tool.name].use is Use.WEAR else "")
    note = kit.words.say(tool.refusal) if tool.refusal else kit.words.say(f"tool.{tool.name}.note")
    return Item(f"tool {tool.name}", kit.words.say(f"tool.{tool.name}"), value, note, on=not tool.refusal,
                icon=TOOLS[tool.name].fact)
