"""Pages of words: what was said so far, the facts behind, credits."""

from __future__ import annotations

from game.sim.world import World
from game.ui.dialog import told_words
from game.ui.kit import Kit
from game.ui.menu import Item, Picked
from game.ui.page import MenuPage, TextPage
from game.ui.turn import Push, Turn


def history_page(kit: Kit, world: World) -> TextPage:
    """Everything said and chosen, the newest at the end."""
    parts: list[tuple[str, bool]] = []
    for told in world.tale.history:
        words = told_words(told, kit)
        name = kit.words.name(world.lore.book, told.who) if told.who else ""
        chosen = not told.who
        parts.append((f"> {words}" if chosen else f"{name}: {words}" if name else words, chosen))
    return TextPage(kit.words.say("history.title"), parts or [(kit.words.say("history.empty"), True)], at_end=True)


def codex_page(kit: Kit, world: World) -> MenuPage:
    """The entries she has come upon; the others are counted, not named."""
    book = world.lore.book
    hidden = len(book.codex) - len(world.tale.learned)

    def items(kit: Kit) -> list[Item]:
        found = [Item(id, kit.words.say(book.codex[id].title)) for id in world.tale.learned if id in book.codex]
        if hidden > 0:
            found.append(Item("hidden", kit.words.say("codex.hidden", n=hidden), on=False))
        return found or [Item("none", kit.words.say("codex.empty"), on=False)]

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        return Push(entry_page(kit, world, picked.id))

    return MenuPage("codex.title", items, pick, kit.words.say("codex.intro"))


def entry_page(kit: Kit, world: World, id: str) -> TextPage:
    """One entry with its sources."""
    entry = world.lore.book.codex[id]
    parts = [(kit.words.say(entry.text), False)]
    for source in entry.sources:
        parts.append((kit.words.say("codex.source", who=source.who, what=source.what, checked=source.checked), True))
    return TextPage(kit.words.say(entry.title), parts)


def credits_page(kit: Kit) -> TextPage:
    """Who and what made this, and under which licences."""
    parts = [(kit.words.say(f"credits.{n}"), False) for n in range(1, 8) if kit.words.has(f"credits.{n}")]
    if kit.pack:
        card = {part: kit.words.say(f"{kit.pack}/{part}") for part in ("title", "by", "licence")}
        parts.insert(0, (kit.words.say("packs.credit", **card), False))
    try:
        text = (kit.assets / "CREDITS.md").read_text(encoding="utf-8")
    except OSError:
        text = ""
    parts += [(line.lstrip("#- ").strip(), True) for line in text.splitlines() if line.strip()]
    return TextPage(kit.words.say("credits.title"), parts)
