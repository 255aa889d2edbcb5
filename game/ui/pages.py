"""Pages of words: what was said so far, the facts behind, credits."""

from __future__ import annotations

from game.sim.world import World
from game.story.book import CodexEntry
from game.ui.dialog import told_words
from game.ui.kit import Kit
from game.ui.menu import Item, Picked
from game.ui.page import MenuPage
from game.ui.text_page import Part, TextPage
from game.ui.turn import Push, Turn


def history_page(kit: Kit, world: World) -> TextPage:
    """Everything said and chosen, the newest at the end."""
    parts: list[Part] = []
    for told in world.tale.history:
        words = told_words(told, kit)
        name = kit.words.name(world.lore.book, told.who) if told.who else ""
        chosen = not told.who
        parts.append(Part(f"> {words}" if chosen else f"{name}: {words}" if name else words, faint=chosen))
    parts = parts or [Part(kit.words.say("history.empty"), faint=True)]
    return TextPage(kit.words.say("history.title"), parts, at_end=True)


def codex_page(kit: Kit, world: World) -> MenuPage:
    """The entries she has come upon; the others are counted, not named."""
    book = world.lore.book
    hidden = len(book.codex) - len(world.tale.learned)

    def items(kit: Kit) -> list[Item]:
        found = [_row(kit, book.codex[id]) for id in world.tale.learned if id in book.codex]
        if hidden > 0:
            found.append(Item("hidden", kit.words.say("codex.hidden", n=hidden), on=False))
        return found or [Item("none", kit.words.say("codex.empty"), on=False)]

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        return Push(entry_page(kit, world, picked.id))

    return MenuPage("codex.title", items, pick, kit.words.say("codex.intro"))


def _row(kit: Kit, entry: CodexEntry) -> Item:
    """An entry in the list; one never opened says so."""
    new = not kit.seen.has(entry.text)
    return Item(entry.id, kit.words.say(entry.title), kit.words.say("codex.new") if new else "", icon="codex",
                tags=("unread",) if new else ())


def entry_page(kit: Kit, world: World, id: str) -> TextPage:
    """One entry: what is known, and under a rule who says so. From now on it is read."""
    entry = world.lore.book.codex[id]
    kit.seen.add(entry.text)
    kit.seen.keep()
    parts = [Part(kit.words.say(entry.text)), Part(kit.words.say("codex.sources"), faint=True, small=True, ruled=True)]
    for source in entry.sources:
        told = kit.words.say("codex.source", who=source.who, what=source.what, checked=source.checked)
        parts.append(Part(told, small=True))
    return TextPage(kit.words.say(entry.title), parts, above=kit.words.say("codex.title"), shows=entry.shows or "codex")


def credits_page(kit: Kit) -> TextPage:
    """Who and what made this, and under which licences."""
    parts = [Part(kit.words.say(f"credits.{n}")) for n in range(1, 8) if kit.words.has(f"credits.{n}")]
    if kit.pack:
        card = {part: kit.words.say(f"{kit.pack}/{part}") for part in ("title", "by", "licence")}
        parts.insert(0, Part(kit.words.say("packs.credit", **card)))
    try:
        text = (kit.assets / "CREDITS.md").read_text(encoding="utf-8")
    except OSError:
        text = ""
    parts += [Part(line.lstrip("#- ").strip(), faint=True, small=True) for line in text.splitlines() if line.strip()]
    return TextPage(kit.words.say("credits.title"), parts)
