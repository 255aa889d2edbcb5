"""A packs folder to take pictures of: a pack that plays, one with a fault, and one that is none."""

from __future__ import annotations

import tempfile
from pathlib import Path

from game.content import pack_example, packs, sources
from game.ui.kit import Kit, Packs
from game.ui.packs_page import PacksPage, faults_page
from game.ui.title import Title
from game.ui.turn import Screen

SHOWN = "~/winter-road/packs"  # instead of a folder whose name is another each time
NAMES = ("packs", "packs.none", "packs.faults", "pack")


def example_screen(kit: Kit, what: str) -> Screen:
    """The page of packs, the faults of one, or the title of one."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        if what != "packs.none":
            fill(root)
        shelf = Packs(root, lambda path: packs.open_pack(path, kit.content, kit.assets))
        page = PacksPage(kit, shelf)
        page.intro = kit.words.say("packs.where", folder=SHOWN)
        while page.read_next() is not None:
            pass
        if what == "pack":
            _, content, _ = shelf.open(root / "last_bus")
            assert content is not None, "the example has no fault"
            kit.enter(content, lambda: content)
            return Title(kit)
        return faults_page(kit, next(one for one in page.found if one.problems)) if what == "packs.faults" else page


def fill(folder: Path) -> None:
    """Write the three into an empty folder."""
    for name in ("last_bus", "first_draft"):
        pack_example.write(folder / name, sources.data_root() / "maps")
    (folder / "photos").mkdir()
    card, story = folder / "first_draft" / "pack.yaml", folder / "first_draft" / "story" / "stop.yaml"
    card.write_text(card.read_text("utf-8").replace("The last bus", "A first draft"), "utf-8")
    story.write_text(story.read_text("utf-8").replace("talk driver: driver", "talk driver: drvier"), "utf-8")
