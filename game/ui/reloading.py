"""Reading the story and the maps again in mid-journey: the place is kept, and a broken file costs nothing."""

from __future__ import annotations

from game.content.saves import Loaded, SaveFault, encode, open_save
from game.sim.world import Lore, World
from game.ui.kit import Kit
from game.ui.text_page import Part, TextPage
from game.words.slots import Words


def reread(kit: Kit, world: World) -> tuple[Loaded | None, TextPage | None]:
    """The journey in the content as it is now, or a page of faults; neither if this game cannot read sources."""
    if kit.reread is None:
        return None, None
    content = kit.reread()
    errors = [problem for problem in content.problems if problem.severity == "error"]
    if content.book is None or errors:
        return None, _page(kit, [str(problem) for problem in errors or content.problems])
    lore = Lore(content.book, content.rooms, content.hash)
    try:
        kept = open_save(encode(world), lore)
    except SaveFault as fault:
        return None, _page(kit, [str(fault)])
    kit.content, kit.lore = content, lore
    kit.words = Words(content.book, kit.settings.language)
    return kept, None


def _page(kit: Kit, lines: list[str]) -> TextPage:
    return TextPage(kit.words.say("reload.broken"), [Part(kit.words.say("reload.kept"), faint=True),
                                                     *(Part(line) for line in lines[:40])])
