"""The story half of `prove`: what it prints; not a command of its own."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from game.commands import DONE, FAULTS, UNDECIDED, progress

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from game.prove.story.proof import Ending, Proof
    from game.sim.world import Lore


def prove_and_show(lore: Lore, args: argparse.Namespace, report: Path | None) -> tuple[int, dict[str, Any]]:
    """Prove the story, with a bar while that is under way; its exit code, and what JSON says of it."""
    from game.prove.story.proof import Verdict, prove_story

    proof = prove_story(lore, args.states, args.seconds,
                        told=lambda done, known: progress(done, known + 1, "proving the story"))
    progress(1, 1, "")
    if not args.json:
        show(proof)
    code = {Verdict.PROOF: DONE, Verdict.FAULT: FAULTS, Verdict.UNDECIDED: UNDECIDED}[proof.verdict]
    return code, plain(proof)


def show(proof: Proof) -> None:
    """Print it."""
    for fault in proof.faults:
        print(fault)
    for ending in proof.endings:
        print(f"  {ending.id:<14} {_in_words(ending)}")
    for what in proof.undecided:
        print(f"  undecided: {what}")
    print(f"story: {proof.verdict}: {proof.states} states, {proof.moves} moves, {len(proof.faults)} faults, "
          f"{proof.seconds:.1f} s")


def _in_words(ending: Ending) -> str:
    if not ending.reached:
        return "not reached"
    odds = ""
    if ending.odds is not None:
        found = ending.odds
        odds = f", odds {found.least:.0%} to {found.greatest:.0%}, {found.uniform:.0%} for who picks anything"
    forced = ", can be forced whatever the dice say" if ending.forced else ""
    return f"reached in {len(ending.choices)} moves{forced}{odds}: {' > '.join(ending.choices)}"


def plain(proof: Proof) -> dict[str, Any]:
    """The proof as JSON."""
    return {"verdict": str(proof.verdict), "states": proof.states, "moves": proof.moves,
            "seconds": round(proof.seconds, 2), "longest": proof.longest, "chapters": proof.chapters,
            "faults": [asdict(fault) for fault in proof.faults],
            "endings": [asdict(ending) for ending in proof.endings],
            "unreached": proof.unreached, "untaken": proof.untaken, "undecided": proof.undecided}
