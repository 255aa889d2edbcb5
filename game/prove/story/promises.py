"""Whether what must never be so never is: decided for all states at once, before anybody looks at them one by one."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.prove.story.live import live_of
from game.prove.story.shadow import Shadow, Var
from game.prove.story.strands import Strands
from game.prove.story.walks import Wanted
from game.prove.story.whether import Can, whether
from game.sim.world import Lore
from game.story.claims import Claim, Promise


@dataclass(slots=True)
class Kept:
    """The promises that are kept for certain, each with the variables that decided it; those that are `open`, each with
    the moves of a play in which it may be broken (none if none is known).
    """

    shown: dict[str, tuple[Var, ...]] = field(default_factory=dict)
    open: dict[Promise, tuple[str, ...]] = field(default_factory=dict)


def keep(lore: Lore, start: str, until: float) -> Kept:
    """Look at every `never` of the story."""
    kept = Kept()
    promises = [one for one in lore.book.promises if one.claim is Claim.NEVER and one.condition is not None]
    if promises:
        shadow = Shadow.of(lore, live_of(lore.book), Strands(lore.book, start))
        for promise in promises:
            answer = whether(shadow, Wanted(promise.condition), start, until)
            if answer.can is Can.NEVER:
                kept.shown[promise.words] = answer.kept
            else:
                kept.open[promise] = answer.moves
    return kept
