"""What is shown about a story: every promise, each fault with the shortest list of choices that leads there."""

from __future__ import annotations

import time
from collections.abc import Callable

from game.prove.story.exact import decide
from game.prove.story.findings import Ending, Fault, Proof, Verdict
from game.prove.story.live import live_of
from game.prove.story.moves import Mover
from game.prove.story.packing import Packer
from game.prove.story.plays import Plays, stuck
from game.prove.story.promises import keep
from game.prove.story.search import explore
from game.sim.world import Lore

__all__ = ["Ending", "Fault", "Proof", "Verdict", "prove_story"]
STATES, SECONDS = 400_000, 60.0
PROMISE_SHARE = 0.25  # of the time at most, for what must never be so
EXACT_SHARE = 0.1     # what is not complete by then is proved step by step


def prove_story(lore: Lore, most_states: int = STATES, seconds: float = SECONDS, start: str = "",
                told: Callable[[int, int], None] = lambda done, known: None) -> Proof:
    """Prove a story from `start` (default: its first node). The place to try things in is left out."""
    began = time.monotonic()
    first = start or lore.book.start
    kept = keep(lore, first, began + seconds * PROMISE_SHARE)
    packer = Packer(live_of(lore.book, kept.open))
    never = {promise.words: promise.condition for promise in kept.open if promise.condition is not None}
    space = explore(Mover(lore, packer), most_states, seconds * EXACT_SHARE, [first], told, never)
    proof = Proof(Verdict.PROOF, len(space.states), len(space.what), 0.0, spaces=[space])
    proof.shown += [f"{words}; told by {len(names)} variables" for words, names in kept.shown.items()]
    proof.longest = len(space.path(len(space.states) - 1)) if space.states else 0
    for state in space.states:
        frames = packer.plan_of(state).shape[1]
        chapter = frames[-1][0].partition(".")[0] if frames else "endings"
        proof.chapters[chapter] = proof.chapters.get(chapter, 0) + 1
    if space.complete:
        proof.faults += stuck([space], packer)
        decide(proof, lore, space, packer, start)
    else:
        Plays(proof, lore, packer, kept, began + seconds, start, told).show()
    proof.verdict = Verdict.FAULT if proof.faults else Verdict.UNDECIDED if proof.undecided else Verdict.PROOF
    proof.seconds = time.monotonic() - began
    return proof
