"""Saves on the shelf: slots, the line that says what is in one, quick save and the game's own."""

from __future__ import annotations

import json
import logging
import time
from dataclasses import dataclass

from game.sim.world import World
from game.ui.kit import Kit
from game.words import describe

log = logging.getLogger(__name__)
try:
    from game.content import saves  # type: ignore[attr-defined]
except ImportError:
    saves = None
AUTO, QUICK = "save-auto", "save-quick"
SLOTS = tuple(f"save-{n}" for n in range(1, 7))
ALL = (AUTO, QUICK, *SLOTS)


@dataclass(frozen=True, slots=True)
class Slot:
    """What is known of a save without reading the World in it. `when` is local time."""

    name: str
    where: str
    when: str
    stamp: float


def save(kit: Kit, world: World, name: str) -> bool:
    """Keep the World; False if there is no place to."""
    if saves is None:
        return False
    now = time.time()
    head = {"where": describe.where(world, kit.words), "stamp": now,
            "when": time.strftime("%Y-%m-%d %H:%M", time.localtime(now))}
    return kit.shelf.write(name, json.dumps(head) + "\n" + saves.to_text(world))


def load(kit: Kit, name: str) -> World | None:
    """The World in a save; None, with one line in the log, if it is missing or damaged."""
    text = kit.shelf.read(name)
    if text is None:
        return None
    try:
        return saves.from_text(text.partition("\n")[2], kit.lore)
    except (ValueError, KeyError, TypeError) as fault:
        log.warning("the save '%s' cannot be read: %s", name, fault)
        return None


def slots(kit: Kit) -> list[Slot]:
    """All saves there are, newest first."""
    there = set(kit.shelf.names())
    found = [slot for name in ALL if name in there and (slot := _look(kit, name))]
    return sorted(found, key=lambda slot: -slot.stamp)


def _look(kit: Kit, name: str) -> Slot | None:
    text = kit.shelf.read(name) or ""
    try:
        head = json.loads(text.partition("\n")[0])
        return Slot(name, str(head["where"]), str(head["when"]), float(head["stamp"]))
    except (ValueError, KeyError, TypeError):
        return None
