"""The menu of a journey under way. The world stands still behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.sim.intents import Intent, Rewind, SetHelp
from game.sim.past import Decision
from game.sim.world import Level, World
from game.story.tale import Told
from game.ui import memory
from game.ui.dialog import told_words
from game.ui.kit import Kit, on_web
from game.ui.menu import Item, Picked
from game.ui.page import MenuPage
from game.ui.pages import codex_page, history_page
from game.ui.saves_page import confirm_page, load_page, save_page
from game.ui.settings_page import settings_page
from game.ui.turn import Only, Pop, Push, Quit, Turn
from game.words import describe

if TYPE_CHECKING:
    from game.ui.play import Play

_HELPS = (("sight_percent", 10), ("suspicion_percent", 20), ("no_cold", 1), ("no_ice", 1), ("clear_odds", 1))


class Pause(MenuPage):
    """Go on, save, load, look things up, change things, leave."""

    def __init__(self, kit: Kit, play: Play) -> None:
        self.play = play
        kit.leave_behind()
        where = describe.where(play.world, kit.words) if play.world.stage else ""
        super().__init__("pause.title", self._items, self._pick, where)

    def _items(self, kit: Kit) -> list[Item]:
        names = ["go_on", "save", "load", "history", "decisions", "codex", "help", "settings", "to_title"]
        names += [] if on_web() else ["quit"]
        return [Item(name, kit.words.say(f"pause.{name}"), icon=name) for name in names]

    def _pick(self, kit: Kit, picked: Picked) -> Turn | None:
        world = self.play.world
        match picked.id:
            case "save":
                return Push(save_page(kit, world))
            case "load":
                return Push(load_page(kit))
            case "history":
                return Push(history_page(kit, world))
            case "decisions":
                return Push(decisions_page(kit, self))
            case "codex":
                return Push(codex_page(kit, world))
            case "help":
                return Push(help_page(kit, world, lambda ask: self.play.ask(kit, ask)))
            case "settings":
                return Push(settings_page(kit, self.play))
            case "to_title":
                return Push(confirm_page("pause.leave", self._to_title))
            case "quit":
                return Push(confirm_page("pause.leave", lambda kit: Quit()))
            case _:
                return Pop()

    def _to_title(self, kit: Kit) -> Turn:
        from game.ui.title import Title  # the title starts journeys, and a journey leads back to it

        return Only(Title(kit, on_intent=self.play.on_intent))


def decisions_page(kit: Kit, pause: Pause) -> MenuPage:
    """The last answers, the newest first; picking one asks once more, then she stands before it again."""
    world = pause.play.world

    def items(kit: Kit) -> list[Item]:
        found = [Item(str(number), kit.words.say(decision.id),
                      note=told_words(before, kit) if (before := _before(decision)) else "")
                 for number, decision in enumerate(world.past.decisions)]
        return found[::-1] or [Item("none", kit.words.say("decisions.none"), on=False)]

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        def go_back(kit: Kit) -> Turn:
            pause.play.ask(kit, Rewind(int(picked.id)))
            page.done = pause.done = True
            return Pop()

        return Push(confirm_page("decisions.sure", go_back))

    page = MenuPage("decisions.title", items, pick, kit.words.say("decisions.intro"))
    return page


def _before(decision: Decision) -> Told | None:
    """The last line before a decision."""
    return next((told for told in reversed(decision.told) if told.who), None)


def help_page(kit: Kit, world: World, ask: Callable[[Intent], None]) -> MenuPage:
    """Difficulty and assists: rules, so they are asked for like everything that changes the World."""

    def items(kit: Kit) -> list[Item]:
        found = [Item("level", kit.words.say("help.level"), kit.words.say(f"level.{world.help.level}"), turns=True)]
        for name, _ in _HELPS:
            value = getattr(world.help, name)
            shown = f"{value} %" if name.endswith("percent") else kit.words.say("switch.on" if value else "switch.off")
            label, note = kit.words.say(f"help.{name}"), kit.words.say(f"help.{name}.note")
            found.append(Item(name, label, shown, note, turns=True))
        return found

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        if picked.id == "level":
            order = memory.levels(kit.shelf, world.help.level)
            turned = order[(order.index(world.help.level) + picked.by) % len(order)]
            value = tuple(Level).index(turned)
        else:
            by = dict(_HELPS)[picked.id]
            held = int(getattr(world.help, picked.id))
            value = 1 - held if by == 1 else held + picked.by * by
        ask(SetHelp(picked.id, value))
        return None

    return MenuPage("help.title", items, pick, kit.words.say("help.intro"))
