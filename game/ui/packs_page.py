"""Stories by others: what lies in the packs folder, whether it passed its check, and the way into one of them.

Packs are read one a frame, so that a folder full of them never makes the page stand still for long.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.packed import Content
from game.content.problems import Problem
from game.ui.kit import Kit, Packs
from game.ui.menu import Item, Picked
from game.ui.page import MenuPage, list_width
from game.ui.text_page import Part, TextPage
from game.ui.turn import Only, Push, Turn

if TYPE_CHECKING:
    from game.content.packs import Card

MOST_PACKS, MOST_FAULTS = 100, 40
_FOLDER_LETTERS = 52
_FAULT_LINES = 3  # of a fault in a row, which must fit the window at twice the text size
_OPENERS = {"win32": "", "darwin": "open", "linux": "xdg-open"}


@dataclass(frozen=True, slots=True)
class Found:
    """Something in the packs folder. `looked`: it was read, and the rest is known."""

    path: Path
    looked: bool = False
    card: Card | None = None
    good: bool = False
    problems: tuple[Problem, ...] = ()


def found_in(folder: Path) -> list[Found]:
    """The folders and zips of the packs folder, by name; it is made if it is not there yet."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        there = sorted(folder.iterdir(), key=lambda path: path.name.lower())
    except OSError:
        return []
    packs = [path for path in there if not path.name.startswith(".") and (path.is_dir() or path.suffix == ".zip")]
    return [Found(path) for path in packs[:MOST_PACKS]]


class PacksPage(MenuPage):
    """The list. Picking a good pack plays it, picking another says what is wrong with it."""

    def __init__(self, kit: Kit, packs: Packs) -> None:
        self.packs = packs
        self.found = found_in(packs.folder)
        super().__init__("packs.title", self._items, self._pick,
                         kit.words.say("packs.where", folder=_at_home(packs.folder)), "tumen_night")

    def pass_time(self, kit: Kit, seconds: float) -> Turn | None:
        """The next pack is read, once the page itself has been told, and its row says so."""
        read = self.read_next() if self.told else None
        if read is not None:
            self.menu.renew(self._items(kit))
            if read == self.menu.at:
                self.menu.said = -1
                self.menu.narrate(kit)
        return super().pass_time(kit, seconds)

    def read_next(self) -> int | None:
        """Read the next pack that was not read yet; which it was, None if all are."""
        unread = next((at for at, one in enumerate(self.found) if not one.looked), None)
        if unread is not None:
            self.found[unread] = self._look(self.found[unread].path)[0]
        return unread

    def _look(self, path: Path) -> tuple[Found, Content | None]:
        card, content, problems = self.packs.open(path)
        return Found(path, True, card, content is not None, tuple(problems)), content

    def _twin(self, at: int) -> bool:
        """Whether a pack before this one has its id: their saves would be mixed."""
        card = self.found[at].card
        return card is not None and any(one.card is not None and one.card.id == card.id for one in self.found[:at])

    # Rows ------------------------------------------------------------------------------------------------
    def _items(self, kit: Kit) -> list[Item]:
        rows = [self._row(kit, at, one) for at, one in enumerate(self.found)]
        opens = [Item("open", kit.words.say("packs.open"))] if _opener() is not None else []
        return [*(rows or [Item("none", kit.words.say("packs.none"), on=False)]), *opens]

    def _row(self, kit: Kit, at: int, one: Found) -> Item:
        say, card = kit.words.say, one.card
        name = _cut(kit, card.title if card is not None else one.path.name, kit.text_px)
        if not one.looked:
            return Item(str(at), name, note=say("packs.reading"), on=False)
        row = say("packs.row", by=card.by, version=card.version, licence=card.licence) if card is not None else ""
        by = f"{_cut(kit, row, kit.text_px * 3 // 4)}\n" if row else ""
        if not one.good:
            wrong = [problem for problem in one.problems if problem.severity == "error"]
            said = say("packs.bad", n=len(wrong), first=_in_words(kit, wrong[0]) if wrong else "")
            return Item(str(at), name, note=by + _cut(kit, said, kit.text_px * 3 // 4, _FAULT_LINES))
        twin, odd = self._twin(at), len(one.problems)
        result = say("packs.twin") if twin else say("packs.odd", n=odd) if odd else say("packs.good")
        return Item(str(at), name, note=by + result, on=not twin)

    def _pick(self, kit: Kit, picked: Picked) -> Turn | None:
        if picked.id == "open":
            open_folder(self.packs.folder)
            return None
        at = int(picked.id)
        self.found[at], content = self._look(self.found[at].path)  # it may have been mended meanwhile
        if content is None:
            return Push(faults_page(kit, self.found[at]))
        if self._twin(at):
            return None
        from game.ui.title import Title  # the title leads here, and this page to the title of a pack

        kit.enter(content, lambda: self._again(self.found[at].path))
        return Only(Title(kit))

    def _again(self, path: Path) -> Content:
        """The pack as it is now; with its faults and no book if it has errors."""
        _, content, problems = self.packs.open(path)
        return content if content is not None else Content(None, problems=tuple(problems))


def faults_page(kit: Kit, one: Found) -> TextPage:
    """Every fault of a pack in words, and what would mend it."""
    parts = [Part(kit.words.say("packs.to_writer"), faint=True)]
    for problem in one.problems[:MOST_FAULTS]:
        parts.append(Part(_in_words(kit, problem)))
        if problem.suggestion:
            parts.append(Part(problem.suggestion, faint=True))
    if len(one.problems) > MOST_FAULTS:
        parts.append(Part(kit.words.say("packs.more", n=len(one.problems) - MOST_FAULTS), faint=True))
    return TextPage(one.card.title if one.card is not None else one.path.name, parts)


def _in_words(kit: Kit, problem: Problem) -> str:
    if problem.line:
        return kit.words.say("packs.fault", file=problem.file, line=problem.line, said=problem.message)
    return kit.words.say("packs.fault_of_file", file=problem.file, said=problem.message)


def _cut(kit: Kit, words: str, px: int, most: int = 1) -> str:
    """Words cut to so many lines of a row, with … if something is left out."""
    width = list_width(kit) - 2 * kit.text_px
    if len(kit.pen.wrap(words, px, width)) <= most:
        return words
    lines = kit.pen.wrap(words, px, width - kit.pen.width("…", px))[:most]
    return " ".join(lines) + "…"


# The folder ----------------------------------------------------------------------------------------------
def _at_home(folder: Path) -> str:
    """The folder as people write it: with ~ for their own, and without the middle of a long one."""
    home = Path.home()
    words = f"~{os.sep}{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
    return words if len(words) <= _FOLDER_LETTERS else f"{words[:8]} ... {words[-(_FOLDER_LETTERS - 13):]}"


def _opener() -> str | None:
    """The program of this system that shows a folder; "" for the system itself, None if there is none."""
    program = _OPENERS.get(sys.platform)
    return program if program == "" or (program and shutil.which(program)) else None


def open_folder(folder: Path) -> None:
    """Show the folder in the system's own window. If that fails, the path still stands on the page."""
    program = _opener()
    with contextlib.suppress(OSError):
        if program:
            subprocess.Popen([program, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             start_new_session=True)
        elif sys.platform == "win32":
            os.startfile(folder)


