"""Those who go with her.

In the player's words: they walk where you walked, one behind the other, and crouch when you crouch. Whoever could see
you can see them.
"""

from __future__ import annotations

from game.sim.intents import Gait
from game.sim.world import Folk, World


def members(world: World) -> list[Folk]:
    """Those here who go with her, first in line first; empty between rooms."""
    stage = world.stage
    if stage is None:
        return []
    return [stage.folk[resident.name] for resident in world.room.residents
            if resident.follows and resident.name in stage.folk]


def exposed(world: World) -> list[tuple[int, int, bool]]:
    """Where watchers could see one of them: x, y in units, and whether he is low. Not who hides or is carried."""
    stage = world.stage
    if stage is None:
        return []
    return [(folk.x, folk.y, folk.gait in (Gait.CROUCH, Gait.CRAWL)) for folk in members(world)
            if not folk.hidden and folk.name != stage.her.carries]
