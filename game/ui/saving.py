"""Saves on the shelf: slots, the line that says what is in one, quick save and the game's own."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

from game.content.saves import Loaded, SaveFault, encode, note_of, open_save
from game.sim.world import World
from game.ui import thumbs
from game.ui.kit import Kit
from game.words import describe

log = logging.getLogger(__name__)
AUTO, QUICK = "save-auto", "save-quick"
RESCUE = "save-rescue"  # written when the game failed
SLOTS = tuple(f"save-{n}" for n in range(1, 7))
ALL = (AUTO, QUICK, RESCUE, *SLOTS)


@dataclass(frozen=True, slots=True)
class Slot:
    """What is known of a save without reading the World in it. `when` is local time, `stamp` seconds."""

    name: str
    where: str
    when: str
    stamp: int


def save(kit: Kit, world: World, name: str) -> bool:
    """Keep the World; False if there is no place to."""
    kit.seen.keep()
    now = time.time()
    note = {"where": _part(kit, world), "stamp": str(int(now)),
            "when": time.strftime("%Y-%m-%d %H:%M", time.localtime(now))}
    thumbs.forget(kit, name)
    return kit.shelf.write(name, encode(world, note))


def _part(kit: Kit, world: World) -> str:
    """Chapter, place and time: "III. The river: the Tumen, 02:10"."""
    parts = (describe.chapter(world, kit.words), describe.where(world, kit.words))
    return ": ".join(part for part in parts if part)


def told(kit: Kit, world: World, done: bool) -> str:
    """The words that say a save was written, or could not be."""
    return kit.words.say("caption.saved", where=_part(kit, world)) if done else (
        kit.words.say("caption.not_saved"))


def load(kit: Kit, name: str) -> Loaded | None:
    """What is in a save; None, with one line in the log, if it is missing or damaged."""
    text = kit.shelf.read(name)
    if text is None:
        return None
    try:
        return open_save(text, kit.lore)
    except SaveFault as fault:
        log.warning("the save '%s' cannot be read: %s", name, fault)
        return None


def slots(kit: Kit) -> list[Slot]:
    """All saves there are, newest first."""
    there = set(kit.shelf.names())
    found = [slot for name in ALL if name in there and (slot := _look(kit, name))]
    return sorted(found, key=lambda slot: -slot.stamp)


def _look(kit: Kit, name: str) -> Slot | None:
    try:
        note = note_of(kit.shelf.read(name) or "")
        return Slot(name, note.get("where", ""), note.get("when", ""), int(note.get("stamp", "0")))
    except (SaveFault, ValueError):
        return None
