"""Frost: what it takes from her hands, and what it shows of her breath.

In the player's words: below twenty your hands fail, and each forty seconds of that leave something that does not come
back soon. After running your breath stands in the cold air for two seconds.
"""

from __future__ import annotations

from game.sim import body
from game.sim.intents import Gait
from game.sim.world import World
from game.story.facts import Change, changed
from game.story.moments import FactChanged

HANDS = "hands"  # the fact: 0 whole to 3
BITES_TICKS = 40 * 60
BREATH_TICKS = 2 * 60


def feel(world: World) -> list[FactChanged]:
    """A played tick of frost: her breath thins; failing hands come nearer to frostbite."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    her.breath_ticks = BREATH_TICKS if her.gait is Gait.RUN and her.pace else max(0, her.breath_ticks - 1)
    fact = world.lore.book.facts.get(HANDS)
    if fact is None or not world.room.freezing or world.help.no_cold or body.warmth(world) >= body.HANDS_FAIL:
        return []
    her.frost_ticks += 1
    if her.frost_ticks < BITES_TICKS:
        return []
    her.frost_ticks = 0
    old = world.tale.facts[HANDS]
    new = world.tale.facts[HANDS] = changed(fact, old, Change(HANDS, "by", 1))
    return [FactChanged(HANDS, old, new)] if new != old else []
