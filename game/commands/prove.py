"""`prove`: shows of the story that it never strands anybody, and for every room a way through that nobody sees.

Without --story or --rooms both are proved.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.commands import DONE, FAULTS, UNDECIDED, WrongUse, load_content, lore_of, print_json, progress

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.prove.rooms.proof import Proof, Shown
    from game.sim.world import Lore

EXAMPLE = """examples:
  python -m game prove                                 the story and every room
  python -m game prove --story --seconds 120           every state of the story; longer than usual
  python -m game prove --story --report story.html     a page: charts with marks, endings with lines for `tell`
  python -m game prove --story --report story.html --runs 2000      and with what bots met, in so many runs
  python -m game prove --rooms                         every room, every level
  python -m game prove --rooms --room tumen --level winter
  python -m game prove --rooms --report rooms.html     a page with a picture of every room and its ways
  python -m game prove --rooms --record ways           the found ways as recordings, for `replay`
  python -m game prove --rooms --json

exit codes: 0 proved, 1 faults found, 2 wrong use, 4 undecided: a budget was hit, so it is not a proof"""
PROCESSES = 2


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("prove", help="proofs: every room has a way through that nobody sees",
                                   description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", default="", help="folder with story/, maps/, assets/ (default: ours)")
    parser.add_argument("--story", action="store_true", help="prove the story only")
    parser.add_argument("--rooms", action="store_true", help="prove the rooms only")
    parser.add_argument("--states", type=int, default=400_000, metavar="N",
                        help="story: at most so many states (default: 400000)")
    parser.add_argument("--seconds", type=float, default=60.0, metavar="N", help="story: at most so long (default: 60)")
    parser.add_argument("--runs", type=int, default=0, metavar="N",
                        help="story: on the page of --report show too what bots met in so many runs")
    parser.add_argument("--room", action="append", default=[], metavar="ID", help="only this room; may be repeated")
    parser.add_argument("--level", action="append", default=[], metavar="LEVEL",
                        help="only this level: story, traveller, winter, second; may be repeated")
    parser.add_argument("--report", type=Path, metavar="FILE.html", help="write a page with pictures")
    parser.add_argument("--record", type=Path, metavar="DIR", help="write each found way as a recording")
    parser.add_argument("--jobs", type=int, default=PROCESSES, metavar="N", help=f"processes (default: {PROCESSES})")
    parser.add_argument("--json", action="store_true", help="print JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Prove, and say what was shown. The worst of both halves is the exit code."""
    from game.commands import _prove_story as story

    if args.states < 1 or args.seconds <= 0:
        raise WrongUse("--states and --seconds take numbers above 0")
    if args.runs and (args.runs < 0 or not args.report):
        raise WrongUse("--runs takes a number from 1 up, and goes with --report")
    if args.jobs < 1:
        raise WrongUse("--jobs takes a number from 1 up")
    if args.report and (args.report.is_dir() or args.report.parent.is_file()):
        raise WrongUse(f"--report is a file to write, such as page.html, not '{args.report}'")
    rooms_only = args.rooms or bool(args.room or args.level or args.record)
    both = args.story == rooms_only
    code, shown = DONE, dict[str, Any]()
    if args.story or both:
        code, shown["story"] = story.prove_and_show(_lore(args.path), args, _beside(args.report, "story", both))
    if rooms_only or both:
        rooms_code, rooms = _run_rooms(args, _beside(args.report, "rooms", both))
        shown.update(rooms)
        code = max(code, rooms_code) if FAULTS not in (code, rooms_code) else FAULTS
    if args.json:
        print_json(shown)
    return code


def _beside(report: Path | None, part: str, both: bool) -> Path | None:
    """The page of one part: of both, each has one of its own."""
    return report if report is None or not both else report.with_name(f"{report.stem}_{part}{report.suffix}")


def _run_rooms(args: argparse.Namespace, report: Path | None) -> tuple[int, dict[str, Any]]:
    """The rooms: their exit code, and what JSON says of them."""
    from game.prove.rooms.laws import judge
    from game.prove.rooms.opening import visits
    from game.prove.rooms.proof import Verdict

    lore = _lore(args.path)
    levels = _levels(args.level)
    unknown = sorted(set(args.room) - set(lore.rooms))
    if unknown:
        raise WrongUse(f"there is no room '{unknown[0]}'; there are {', '.join(sorted(lore.rooms))}")
    tasks = [(args.path, node, at, levels, report is not None) for node, at, visit in visits(lore)
             if not args.room or visit.room in args.room]
    proofs: list[Proof] = []
    for number, proof in enumerate(_proved(tasks, args.jobs)):
        proofs.append(proof)
        progress(number + 1, len(tasks) + 1, "proving")
    progress(len(tasks), len(tasks), "")
    order = {(node, at): number for number, (_, node, at, _, _) in enumerate(tasks)}
    proofs.sort(key=lambda proof: order[proof.node, proof.at])
    judge(proofs)
    if args.record:
        _record(args.record, proofs)
    if report:
        _report(report, args.path, proofs)
        if not args.json:
            print(f"the page is {report}")
    if not args.json:
        _print(proofs)
    verdict = _verdict(proofs)
    code = DONE if verdict == Verdict.PROOF else FAULTS if verdict == Verdict.FAULT else UNDECIDED
    return code, {"verdict": verdict, "rooms": [_plain(proof) for proof in proofs]}


Task = tuple[str, str, int, tuple[str, ...], bool]


@lru_cache(maxsize=1)
def _lore(root: str) -> Lore:
    """The content, once a process."""
    return lore_of(load_content(root))


def _levels(asked: list[str]) -> tuple[str, ...]:
    from game.sim.world import Level

    known = [str(level) for level in Level]
    for level in asked:
        if level not in known:
            raise WrongUse(f"there is no level '{level}'; there are {', '.join(known)}")
    return tuple(level for level in known if not asked or level in asked)


def _prove(task: Task) -> Proof:
    """One visit; also the work of a process of its own."""
    from game.prove.rooms.proof import prove_visit
    from game.sim.world import Level

    root, node, at, levels, heat = task
    return prove_visit(_lore(root), node, at, tuple(Level(level) for level in levels), heat)


def _proved(tasks: list[Task], jobs: int) -> Iterator[Proof]:
    """The proofs as they are done, in any order."""
    if jobs == 1 or len(tasks) < 2:
        yield from map(_prove, tasks)
        return
    lore = _lore(tasks[0][0])

    def work(task: Task) -> int:
        """The longest first, so that none is left over at the end."""
        visit = lore.book.nodes[task[1]].steps[task[2]]
        room = lore.rooms[getattr(visit, "room", "")]
        return -room.width * room.height * (1 + len(room.watchers))

    with ProcessPoolExecutor(min(jobs, len(tasks))) as pool:
        for done in as_completed([pool.submit(_prove, task) for task in sorted(tasks, key=work)]):
            yield done.result()


def _verdict(proofs: list[Proof]) -> str:
    """The worst of all."""
    from game.prove.rooms.proof import Verdict

    found = {proof.verdict for proof in proofs}
    return next((verdict for verdict in (Verdict.FAULT, Verdict.UNDECIDED) if verdict in found), Verdict.PROOF)


# What is said ------------------------------------------------------------------------------------------------
def _print(proofs: list[Proof]) -> None:
    for proof in proofs:
        print(f"{proof.room} ({proof.kind}, in {proof.node}): {proof.verdict}")
        for way in proof.ways.out:
            walk = ", then on foot" if way.on_foot and way.kind != "sneak" else ""
            print(f"  {way.kind:<6} {way.way}{walk} > {way.leads}")
        for shown in proof.shown:
            print(f"    {shown.level:<10} {_in_words(shown)}")
        if proof.tour:
            print(f"    come to unseen: {_tour(proof)}")
        for problem in proof.problems:
            print(f"  {problem}")
    faults = sum(problem.severity == "error" for proof in proofs for problem in proof.problems)
    print(f"{_verdict(proofs)}: {len(proofs)} visits, {faults} faults")


def _tour(proof: Proof) -> str:
    return ", ".join(f"{name} {ticks // 60} s" if ticks >= 0 else f"{name} never" for name, ticks in proof.tour.items())


def _in_words(shown: Shown) -> str:
    found = shown.sneak
    if not found.found:
        return f"{found.goal}: not found, {found.why}"
    narrow = "never within five seconds of being noticed" if found.narrow is None else (
        f"narrowest {found.narrow.ticks / 60:.1f} s, from {found.narrow.who} at cell "
        f"{found.narrow.cell.x},{found.narrow.cell.y} after {found.narrow.tick / 60:.0f} s")
    first = "" if found.leads_out else " (something must be done first)"
    return f"{found.goal}{first}: {found.ticks / 60:.1f} s, suspicion {found.worst / 1000:.0f}, {narrow}"


def _plain(proof: Proof) -> dict[str, Any]:
    return {"room": proof.room, "node": proof.node, "kind": proof.kind, "verdict": proof.verdict,
            "ways": [asdict(way) for way in proof.ways.out], "levels": [_plain_shown(shown) for shown in proof.shown],
            "come_to_unseen_seconds": {name: ticks // 60 if ticks >= 0 else None for name, ticks in proof.tour.items()},
            "problems": [asdict(problem) for problem in proof.problems]}


def _plain_shown(shown: Shown) -> dict[str, Any]:
    found = shown.sneak
    narrow = found.narrow
    return {"level": shown.level, "way": found.goal, "found": found.found, "leads_out": found.leads_out,
            "decided": found.decided, "why": found.why,
            "seconds": round(found.ticks / 60, 1), "suspicion": found.worst // 1000, "slack_ticks": found.slack_ticks,
            "glimpses": found.glimpses, "handovers": shown.combinations, "refused_by_the_rules": found.refused,
            "narrowest": None if narrow is None else {"ticks": narrow.ticks, "at_tick": narrow.tick, "who": narrow.who,
                                                      "cell": [narrow.cell.x, narrow.cell.y]}}


def _record(folder: Path, proofs: list[Proof]) -> None:
    """Write every found way: ROOM_NODE_LEVEL_EXIT.json."""
    from game.content.recordings import encode

    folder.mkdir(parents=True, exist_ok=True)
    for proof in proofs:
        for shown in proof.shown:
            if shown.recording is not None:
                exit_ = shown.sneak.goal.removeprefix("reach ")
                name = f"{proof.room}_{proof.node.replace('.', '_')}_{exit_}_{shown.level}.json"
                (folder / name).write_text(encode(shown.recording) + "\n", encoding="utf-8")


def _report(file: Path, root: str, proofs: list[Proof]) -> None:
    """Write the page; the pictures of the rooms are drawn as the game draws them."""
    from game.content.sources import data_root
    from game.prove.rooms.report import page
    from game.ui.overview import overview

    content, assets = load_content(root), (Path(root) if root else data_root()) / "assets"
    pictures = {room: overview(content, room, assets) for room in sorted({proof.room for proof in proofs})}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page(_lore(root), proofs, pictures), encoding="utf-8")
