"""The story half of `prove`: what it prints; not a command of its own."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from game.commands import DONE, FAULTS, UNDECIDED, as_called, progress

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from game.content.problems import Place
    from game.prove.story.proof import Ending, Fault, Proof
    from game.prove.story.retold import Retold
    from game.sim.world import Lore


def prove_and_show(lore: Lore, args: argparse.Namespace, report: Path | None) -> tuple[int, dict[str, Any]]:
    """Prove the story, with a bar while that is under way; its exit code, and what JSON says of it."""
    from game.prove.story.proof import Verdict, prove_story

    proof = prove_story(lore, args.states, args.seconds,
                        told=lambda done, known: progress(done, known + 1, "proving the story"))
    progress(1, 1, "")
    places, plays = fault_places(proof, args.path), ending_plays(lore, proof)
    if report is not None:
        write_page(report, lore, proof, plays, args)
    if not args.json:
        show(proof, places, plays)
        if report is not None:
            print(f"the page is {report}")
    code = {Verdict.PROOF: DONE, Verdict.FAULT: FAULTS, Verdict.UNDECIDED: UNDECIDED}[proof.verdict]
    return code, plain(proof, places, plays)


def ending_plays(lore: Lore, proof: Proof) -> dict[str, Retold]:
    """A play at the menu to each ending, as far as one was found: what `tell` can be given."""
    from game.prove.story.retold import retell_ending

    found = {one.id: retell_ending(lore, one.id, one.choices) for one in proof.endings if one.reached}
    return {id: play for id, play in found.items() if play is not None}


def write_page(file: Path, lore: Lore, proof: Proof, plays: dict[str, Retold], args: argparse.Namespace) -> None:
    """Write the page, with what bots met if they are asked for."""
    from game.commands.bot import played
    from game.prove.story.report import page

    bots = played(lore, args.path, args.runs, 1, None, args.jobs) if args.runs else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page(lore.book, proof, plays, bots), encoding="utf-8")


def fault_places(proof: Proof, root: str) -> list[Place]:
    """Where each fault stands in the files of the folder `root` ("": the game's own), as `check` says it."""
    from pathlib import Path

    from game.content.problems import Place
    from game.content.reader import read_draft
    from game.content.sources import data_root

    folder = (Path(root) if root else data_root()) / "story"
    if not proof.faults or not folder.is_dir():  # nothing to say, or packed content
        return [Place("story")] * len(proof.faults)
    places = read_draft(folder).places
    return [next((places[key] for key in _keys(fault) if key in places), Place("story")) for fault in proof.faults]


def _keys(fault: Fault) -> tuple[str, ...]:
    """Where to look for a fault, the nearest first. Where a tale breaks off is told by who played it, in words."""
    broke_off = re.match(r"node '([^']+)'", fault.message)
    return fault.about, f"promise:{fault.about}", broke_off[1] if broke_off else "", fault.node


def show(proof: Proof, places: list[Place], plays: dict[str, Retold]) -> None:
    """Print it; `places` are those of its faults, `plays` come to its endings."""
    for fault, place in zip(proof.faults, places, strict=True):
        print(f"{place.file}:{place.line}:{place.column}: {fault}")
    for ending in proof.endings:
        print(f"  {ending.id:<14} {_in_words(ending)}")
        if ending.id in plays:
            print(f"  {'':<14} {as_called(str(plays[ending.id]))}")
    for what in proof.shown:
        print(f"  shown: {what}")
    for what in proof.undecided:
        print(f"  undecided: {what}")
    print(f"story: {proof.verdict}: {proof.states} states, {proof.moves} moves, {len(proof.faults)} faults, "
          f"{proof.seconds:.1f} s")


def _in_words(ending: Ending) -> str:
    if not ending.reached:
        return "not seen"
    odds = ""
    if ending.odds is not None:
        found = ending.odds
        odds = f", odds {found.least:.0%} to {found.greatest:.0%}, {found.uniform:.0%} for who picks anything"
    forced = ", can be forced whatever the dice say" if ending.forced else ""
    count = len(ending.choices)
    return f"reached in {count} move{'' if count == 1 else 's'}{forced}{odds}: {' > '.join(ending.choices)}"


def plain(proof: Proof, places: list[Place], plays: dict[str, Retold]) -> dict[str, Any]:
    """The proof as JSON; `places` are those of its faults, `plays` come to its endings."""
    return {"verdict": str(proof.verdict), "states": proof.states, "moves": proof.moves,
            "seconds": round(proof.seconds, 2), "longest": proof.longest, "chapters": proof.chapters,
            "faults": [place._asdict() | asdict(fault) for fault, place in zip(proof.faults, places, strict=True)],
            "endings": [asdict(ending) | {"tell": str(plays[ending.id]) if ending.id in plays else None}
                        for ending in proof.endings],
            "unreached": proof.unreached, "untaken": proof.untaken, "undecided": proof.undecided,
            "complete": proof.complete, "shown": proof.shown}
