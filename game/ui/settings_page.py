"""Settings in four short lists, and the page where keys are given to actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.inputs import Action, bound_keys, key_label, rebind
from game.ui.kit import Kit, on_web
from game.ui.menu import Item, Picked
from game.ui.page import MenuPage
from game.ui.settings import RANGES, nudge, save
from game.ui.turn import Push, Turn

if TYPE_CHECKING:
    from game.ui.play import Play

GROUPS: dict[str, tuple[str, ...]] = {
    "picture": ("text_percent", "captions", "contrast", "cones", "paths", "motion", "flashes", "full_screen",
                "whole_scale"),
    "sound": ("master", "music", "effects", "mono"),
    "reading": ("auto_words", "timed", "skip_unread"),
    "hands": ("toggle_run", "toggle_crouch", "toggle_crawl", "toggle_peek", "toggle_faces", "speed_percent"),
}
_IN_WORDS = ("auto_words", "timed")
_DESKTOP = ("full_screen", "whole_scale")
_ACTIONS = [a for a in Action if not a.startswith("choice_") and a is not Action.BACK]


def settings_page(kit: Kit, play: Play | None = None) -> MenuPage:
    """The groups."""

    def items(kit: Kit) -> list[Item]:
        found = [Item(group, kit.words.say(f"settings.{group}"), icon=group) for group in (*GROUPS, "controls")]
        if kit.lore.book.languages:
            now = kit.words.either(f"language.{kit.settings.language}", kit.settings.language)
            found.insert(0, Item("language", kit.words.say("settings.language"), now, turns=True,
                                 icon="language"))
        return found

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        if picked.id == "language":
            known = ["en", *sorted(kit.lore.book.languages)]
            at = known.index(kit.settings.language) if kit.settings.language in known else 0
            kit.settings.language = known[(at + picked.by) % len(known)]
            kit.relanguage()
            _changed(kit, play)
            return None
        return Push(ControlsPage(kit) if picked.id == "controls" else group_page(kit, picked.id, play))

    return MenuPage("settings.title", items, pick)


def group_page(kit: Kit, group: str, play: Play | None = None) -> MenuPage:
    """The settings of one group; left and right change them."""

    def items(kit: Kit) -> list[Item]:
        names = [n for n in GROUPS[group] if not (on_web() and n in _DESKTOP)]
        return [Item(name, kit.words.say(f"settings.{name}"), value_words(kit, name),
                     kit.words.either(f"settings.{name}.note", ""), turns=True) for name in names]

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        nudge(kit.settings, picked.id, picked.by)
        _changed(kit, play)
        return None

    return MenuPage(f"settings.{group}", items, pick)


def value_words(kit: Kit, name: str) -> str:
    """The value of a setting, in words."""
    value = getattr(kit.settings, name)
    if isinstance(value, bool):
        return kit.words.say("switch.on" if value else "switch.off")
    if name in _IN_WORDS:
        return kit.words.either(f"settings.{name}.{value}", kit.words.say(f"settings.{name}.some", n=value))
    return f"{value} %" if name in RANGES else str(value)


def _changed(kit: Kit, play: Play | None) -> None:
    save(kit.settings, kit.shelf)
    kit.apply()
    if play is not None:
        play.changed(kit)


class ControlsPage(MenuPage):
    """Every action and its keys; picking one waits for the key it shall have."""

    def __init__(self, kit: Kit) -> None:
        self.waiting: Action | None = None
        super().__init__("settings.controls", self._items, self._pick, kit.words.say("controls.intro"))

    def _items(self, kit: Kit) -> list[Item]:
        found = []
        for action in _ACTIONS:
            labels = dict.fromkeys(key_label(name) for name in bound_keys(kit.settings, action))
            keys = " / ".join(labels) or "-"
            shown = kit.words.say("controls.press") if action is self.waiting else keys
            found.append(Item(action, kit.words.say(f"action.{action}"), shown))
        return [*found, Item("reset", kit.words.say("controls.reset"))]

    def _pick(self, kit: Kit, picked: Picked) -> Turn | None:
        if picked.id == "reset":
            kit.settings.keys.clear()
            kit.settings.pad.clear()
            self._keep(kit)
        else:
            self.waiting = Action(picked.id)
        return None

    def heed(self, kit: Kit) -> Turn | None:
        """While waiting, the next key is taken as it is; Esc leaves things as they were."""
        if self.waiting is None:
            return super().heed(kit)
        if kit.inputs.caught:
            if kit.inputs.caught != "escape":
                loser = rebind(kit.settings, self.waiting, kit.inputs.caught)
                if loser is not None:
                    kit.narrator.say(kit.words.say("controls.taken", action=kit.words.say(f"action.{loser}")))
                self._keep(kit)
            self.waiting = None
        elif kit.inputs.mouse.clicked:
            self.waiting = None
        return None

    def _keep(self, kit: Kit) -> None:
        kit.inputs.bind(kit.settings)
        kit.inputs.release()
        save(kit.settings, kit.shelf)
