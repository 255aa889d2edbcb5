"""The story half of `prove`: what it prints; not a command of its own."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from game.commands import DONE, FAULTS, UNDECIDED, progress

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from game.content.problems import Place
    from game.prove.story.proof import Ending, Fault, Proof
    from game.sim.world import Lore


def prove_and_show(lore: Lore, args: argparse.Namespace, report: Path | None) -> tuple[int, dict[str, Any]]:
    """Prove the story, with a bar while that is under way; its exit code, and what JSON says of it."""
    from game.prove.story.proof import Verdict, prove_story

    proof = prove_story(lore, args.states, args.seconds,
                        told=lambda done, known: progress(done, known + 1, "proving the story"))
    progress(1, 1, "")
    places = fault_places(proof, args.path)
    if report is not None:
        write_page(report, lore, proof)
    if not args.json:
        show(proof, places)
        if report is not None:
            print(f"the page is {report}")
    code = {Verdict.PROOF: DONE, Verdict.FAULT: FAULTS, Verdict.UNDECIDED: UNDECIDED}[proof.verdict]
    return code, plain(proof, places)


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


def show(proof: Proof, places: list[Place]) -> None:
    """Print it; `places` are those of its faults."""
    for fault, place in zip(proof.faults, places, strict=True):
        print(f"{place.file}:{place.line}:{place.column}: {fault}")
    for ending in proof.endings:
        print(f"  {ending.id:<14} {_in_words(ending)}")
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
    return f"reached in {len(ending.choices)} moves{forced}{odds}: {' > '.join(ending.choices)}"


def plain(proof: Proof, places: list[Place]) -> dict[str, Any]:
    """The proof as JSON; `places` are those of its faults."""
    return {"verdict": str(proof.verdict), "states": proof.states, "moves": proof.moves,
            "seconds": round(proof.seconds, 2), "longest": proof.longest, "chapters": proof.chapters,
            "faults": [place._asdict() | asdict(fault) for fault, place in zip(proof.faults, places, strict=True)],
            "endings": [asdict(ending) for ending in proof.endings],
            "unreached": proof.unreached, "untaken": proof.untaken, "undecided": proof.undecided,
            "complete": proof.complete, "shown": proof.shown}


def write_page(file: Path, lore: Lore, proof: Proof) -> None:
    """One page without a server: verdict, faults, endings with their shortest ways, the graph of nodes."""
    from html import escape

    from game.commands.graph import edges, svg

    faults = "".join(f"<li><pre>{escape(str(fault))}</pre></li>" for fault in proof.faults)
    endings = "".join(f"<tr><td>{escape(one.id)}<td>{escape(_in_words(one))}" for one in proof.endings)
    chapters = "".join(f"<tr><td>{escape(name)}<td>{count:,}" for name, count in proof.chapters.items())
    undecided = "".join(f"<li>{escape(what)}</li>" for what in proof.undecided)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>The story, proved</title><style>
body {{ background: #10151d; color: #d9d3c3; font: 16px/1.5 sans-serif; margin: 2em auto; max-width: 70em; }}
td {{ padding: .2em 1em .2em 0; vertical-align: top; }} pre {{ white-space: pre-wrap; }} svg {{ width: 100%; }}
</style><h1>{escape(str(proof.verdict))}</h1>
<p>{proof.states:,} states, {proof.moves:,} moves, {proof.seconds:.1f} s</p>
<h2>Faults: {len(proof.faults)}</h2><ul>{faults}</ul><h2>Undecided</h2><ul>{undecided}</ul>
<h2>Endings</h2><table>{endings}</table><h2>States by chapter</h2><table>{chapters}</table>
<h2>What leads where</h2>{svg(edges(lore.book), lore.book.start)}</html>
""", encoding="utf-8")
