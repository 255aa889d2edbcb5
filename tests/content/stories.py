"""Small stories for tests: a good one in good/, and the map and the assets it speaks of."""

from __future__ import annotations

import shutil
from pathlib import Path

from game.content.check import Maps, check_story
from game.content.check_assets import Assets
from game.content.problems import Problem, in_order
from game.content.reader import read_draft
from game.sim.grid import Cell, Grid
from game.sim.room import Area, Post, Resident, Room, RoomKind, Thing, ThingKind, Watcher, WatcherKind

HERE = Path(__file__).parent
GOOD = HERE / "good"
ASSETS = Assets(frozenset({"tumen_night"}), frozenset({"knock"}), frozenset({"river"}),
                frozenset({"jo_plain", "jo_afraid"}), frozenset({"soldier", "villager"}))


def bank_room() -> Room:
    """4x4 cells with thin ice, a soldier, Jo, and a thing of every kind the good story names."""
    free = Grid(4, 4, bytes(16))
    things = (Thing("reeds", ThingKind.ENTRY, Cell(0, 0)), Thing("stone", ThingKind.PLACE, Cell(1, 0)),
              Thing("boat", ThingKind.USE, Cell(2, 0)), Thing("straw", ThingKind.HIDE, Cell(3, 0)),
              Thing("shed", ThingKind.DOOR, Cell(0, 1)))
    return Room("bank", 4, 4, RoomKind.CROSSING, bytes(16), bytes([8] * 16), free, free, bytes(16), bytes(16),
                (Area("far_bank", 0, 3, 4, 1),), things,
                (Watcher("guard", WatcherKind.SOLDIER, (Post(Cell(2, 2)),)),),
                (Resident("old_jo", (Post(Cell(1, 1)),), cast="jo"),))


def story_with(folder: Path, replaced: dict[str, str]) -> Path:
    """A copy of the good story in `folder`, with some files replaced by these texts."""
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    for name, text in replaced.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def checked(folder: Path) -> list[Problem]:
    """Every fault of a story folder, with the map and assets above."""
    draft = check_story(read_draft(folder), Maps(["bank"], {"bank": bank_room()}), ASSETS)
    return in_order(draft.faults.found)
