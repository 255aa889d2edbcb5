"""When the program fails it says so kindly: the journey is kept, and what happened is written down."""

from __future__ import annotations

import logging
import traceback

from game.ui import saving
from game.ui.kit import Kit, on_web
from game.ui.menu import Item, Picked
from game.ui.page import MenuPage
from game.ui.play import Play
from game.ui.turn import Only, Quit, Screen, Turn

log = logging.getLogger(__name__)
REPORT = "report"  # on the shelf, beside the saves


def page(kit: Kit, screens: list[Screen], fault: Exception) -> MenuPage:
    """The page that is shown instead; the report and a save of the journey are written first."""
    kit.shelf.write(REPORT, "".join(traceback.format_exception(fault)))
    log.error("the game failed and goes on at a page that says so: %r", fault)
    play = next((screen for screen in screens if isinstance(screen, Play)), None)
    kept = False
    if play is not None:
        try:
            kept = saving.save(kit, play.world, saving.RESCUE)
        except Exception:  # whatever is wrong with the world must not hide what went wrong first
            log.exception("the journey could not be kept")

    def items(kit: Kit) -> list[Item]:
        names = [*(["go_on"] if kept else []), "title", *([] if on_web() else ["quit"])]
        return [Item(name, kit.words.say(f"mishap.{name}")) for name in names]

    def pick(kit: Kit, picked: Picked) -> Turn | None:
        loaded = saving.load(kit, saving.RESCUE) if picked.id == "go_on" else None
        if loaded is not None:
            return Only(Play(kit, loaded.world, [], paused=True, notes=loaded.notes))
        if picked.id == "quit":
            return Quit()
        from game.ui.title import Title  # the title starts journeys, and leads to all other screens

        return Only(Title(kit))

    intro = kit.words.say("mishap.kept" if kept else "mishap.lost")
    return MenuPage("mishap.heading", items, pick, intro, closes=False)
