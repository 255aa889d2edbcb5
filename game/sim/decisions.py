"""Going back to a decision: before every answer the world is kept, and any of the last ones can be stood before again.

Like going back ten seconds it lives in `World.past`, is never saved, and counts as one going back where those are
counted.
"""

from __future__ import annotations

from game.sim import rewind
from game.sim.events import Event, Refused, Rewound
from game.sim.past import Decision
from game.sim.world import World

MOST = 40


def note(world: World, id: str) -> None:
    """She is about to answer `id` (an option's id)."""
    past = world.past
    place = world.tale.frame
    past.decisions.append(Decision(id, f"{place.node}:{place.at}", past.steps, rewind.copy(world),
                                   tuple(world.tale.history)))
    del past.decisions[:-MOST]


def back(world: World, number: int) -> list[Event]:
    """Stand before decision `number` (of `world.past.decisions`) again; all that came after is undone."""
    past = world.past
    if not 0 <= number < len(past.decisions):
        return [Refused("refused.rewind")]
    if rewind.spent(world):
        return [Refused("refused.rewind_spent")]
    rewind.count(world)
    wanted = past.decisions[number]
    undone = past.steps - wanted.steps
    rewind.restore(world, wanted.copy, wanted.told)
    past.steps = wanted.steps
    del past.decisions[number:]
    past.shots, past.asked = [], []
    return [Rewound(undone)]
