"""What becomes of what they saw: a fact of the story kept, somebody told."""

from __future__ import annotations

from game.sim.events import Reported
from game.sim.plan import Round
from game.sim.room import Watcher
from game.sim.world import Guard
from game.story.facts import Change, FactType, changed
from game.story.moments import FactChanged


def report(around: Round, guard: Guard) -> None:
    """He has told somebody; `reported by` may fire."""
    guard.reported = True
    around.told.append(Reported(guard.name))


def keep(around: Round, watcher: Watcher) -> None:
    """The fact he keeps: a flag is set, a number goes up by one. A fact the story does not declare is not kept."""
    world = around.world
    fact = world.lore.book.facts.get(watcher.keeps)
    if fact is None or fact.type is FactType.ENUM:
        return
    change = Change(fact.name, "to", True) if fact.type is FactType.FLAG else Change(fact.name, "by", 1)
    old = world.tale.facts[fact.name]
    world.tale.facts[fact.name] = new = changed(fact, old, change)
    if new != old:
        around.told.append(FactChanged(fact.name, old, new))
