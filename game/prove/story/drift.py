"""What the stage may make of facts by itself: things that keep or give, watchers, weather, and what is thrown."""

from __future__ import annotations

from game.sim.tools import TOOLS, Use
from game.sim.world import Lore
from game.story.facts import Fact, FactType, Value

ANY = ("warmth", "wet")
Drift = tuple[str, str]  # a fact, and "up", "down" or "any"


def drifts_of(lore: Lore, room: str) -> list[Drift]:
    """The facts a room's things, watchers, weather and tools may change, and which way."""
    found: dict[str, str] = {"hands": "up", "lamp": "down", "branch": "down"}
    found.update({name: "any" for name in ANY})
    found.update({tool.fact: "down" for tool in TOOLS.values() if tool.use is Use.THROW})
    here = lore.rooms.get(room)
    for thing in here.things if here is not None else ():
        for name in (thing.keeps, thing.gives):
            found[name] = "any" if name in found or thing.kind == "door" else "up"
    for watcher in here.watchers if here is not None else ():
        found[watcher.keeps] = "any" if watcher.keeps in found else "up"
    return [(name, drift) for name, drift in found.items() if name in lore.book.facts]


def drifted(fact: Fact, old: Value, drift: str) -> list[Value]:
    """The values a fact may have after the stage: first the one it had."""
    values: list[Value]
    if fact.type is FactType.FLAG:
        values = [True] if drift == "up" else [False] if drift == "down" else [False, True]
    else:
        least = int(old) + 1 if drift == "up" else fact.least
        most = int(old) - 1 if drift == "down" else fact.most
        values = list(range(least, most + 1))
    return [old, *(value for value in values if value != old)]
