"""What is shown of a story that has too many states: step by step, and inside the few rooms that need more."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from game.content.graph import links_of
from game.prove.story.always import Always, Place, forced
from game.prove.story.inside import Inside
from game.prove.story.live import Live
from game.prove.story.strands import Strands
from game.sim.world import Lore
from game.story.claims import Claim
from game.story.steps import Visit


@dataclass(slots=True)
class Broad:
    """`steps` are those that can be played; `stranded` those not known to lead to an ending; `open` other questions,
    in words; `forced` the endings she can force from the first step; `rooms` those whose states were looked at;
    `linked` the nodes that something leads to.
    """

    steps: int = 0
    stranded: list[Place] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    forced: set[str] = field(default_factory=set)
    rooms: list[Place] = field(default_factory=list)
    linked: set[str] = field(default_factory=set)


def prove_broadly(lore: Lore, live: Live, start: str, until: float) -> Broad:
    """Show that nothing is ever stranded, whatever the variables are."""
    book = lore.book
    strands = Strands(book, start)
    known = Always(book, timers=strands.timers)
    known.settle()
    stranded = strands.stranded(known)
    again = not strands.loose and not known.dues
    while stranded and again and time.monotonic() < until:
        again = False
        for place in sorted(stranded, key=lambda one: len(links_of(book.nodes[one[0]].steps[one[1]]))):
            step = book.nodes[place[0]].steps[place[1]]
            if (isinstance(step, Visit) and strands.alone(place[0])
                    and Inside(lore, live, known, place, strands.unseen_before(place)).is_safe(until)):
                known.rooms.add(place)
                known.settle()
                stranded, again = strands.stranded(known), True
                break
    found = Broad(sum(1 for _ in strands.places()), stranded, strands.faults(), rooms=sorted(known.rooms),
                  linked=set(strands.frames))
    for promise in book.promises:
        if (promise.claim is Claim.FORCED and not strands.loose
                and (start, 0) in forced(book, promise.ending, strands.timers).out):
            found.forced.add(promise.ending)
    return found
