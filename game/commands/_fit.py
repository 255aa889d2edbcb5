"""Whether translated words fit where they are shown, measured with the game's own font at 100 and at 150 percent.

A spoken line may take one page at 100 % and two at 150 %; labels have as many lines as their boxes hold. English
that is itself longer sets its own measure: a translation may always take as many lines as the English.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.content.languages import Row
from game.content.problems import Faults, Place
from game.content.sources import data_root

PERCENTS = (100, 150)


@dataclass(frozen=True, slots=True)
class Room:
    """A box in a window 720 high at 100 %: pixels of the letters, pixels wide, lines at 100 and at 150 percent."""

    px: int
    wide: int
    lines: tuple[int, int]


LINE = Room(31, 620, (6, 8))
LABEL = Room(31, 520, (1, 2))
WIDE = Room(31, 700, (3, 6))
# by the first part of an id; what is not here is drawn on pages that scroll
ROOMS = {
    "title": LABEL, "pause": LABEL, "settings": Room(31, 560, (2, 3)), "help": Room(31, 560, (2, 3)),
    "action": LABEL, "button": Room(22, 130, (1, 1)), "hint": Room(22, 420, (1, 1)), "key": Room(22, 130, (1, 1)),
    "state": Room(22, 160, (1, 1)), "alarm": Room(22, 420, (1, 1)), "object": Room(22, 560, (1, 1)),
    "person": Room(22, 480, (1, 1)), "watcher": Room(22, 480, (1, 1)), "cast": Room(23, 480, (1, 1)),
    "item": Room(31, 420, (1, 2)), "order": LABEL, "tool": WIDE, "paper": Room(31, 400, (1, 2)),
    "chapter": LABEL, "place": Room(31, 640, (2, 3)),
}


def check_fit(rows: Iterable[Row], places: Mapping[str, Place], faults: Faults) -> None:
    """Report every translation that needs more lines than its box has."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.fonts import Fonts
    from game.ui.text import Pen

    pen = Pen(Fonts(data_root() / "assets"))
    for row in rows:
        room = _room(row)
        if not row.text or room is None:
            continue
        for percent, most in zip(PERCENTS, room.lines, strict=True):
            px, wide = room.px * percent // 100, min(room.wide * percent // 100, 1180)
            need, have = len(pen.wrap(row.text, px, wide)), len(pen.wrap(row.english, px, wide))
            if need > max(most, have):
                faults.warning(places.get(row.id, row.place), "X001", f"'{row.id}' takes {need} lines at {percent} %; "
                               f"there is room for {max(most, have)}", "say it shorter")
                break


def _room(row: Row) -> Room | None:
    if row.who:
        return LINE
    first, _, rest = row.id.partition(".")
    if ".tell." in rest or rest.endswith(".note"):
        return WIDE
    return ROOMS.get(first)
