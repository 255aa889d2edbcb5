"""`bot`: seeded players who play the story again and again, by menu or on foot."""

from __future__ import annotations

import argparse
import gc
from collections import Counter
from typing import TYPE_CHECKING, Any

from game.commands import DONE, PROGRAM, UNDECIDED, WrongUse, load_content, lore_of, print_json, progress

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.prove.bots import Run, Table, Temper
    from game.prove.tally import Coverage
    from game.sim.world import Lore

EXAMPLE = """examples:
  python -m game bot --runs 1000 --seed 7            which endings and lines players meet
  python -m game bot --runs 20000 --workers 2 --json
  python -m game bot --runs 600 --player kind
  python -m game bot --runs 600 --gaps               what was never met: rare, like this, or impossible
  python -m game bot --show 7 --player kind          one run as picks; `tell --choose` plays them
  python -m game bot --walk --runs 5                 walk through the rooms, tick by tick
  python -m game bot --walk --ending bridge --record bridge.json

exit codes: 0 done, 2 wrong use, 4 the ending asked for was not found in so many runs"""


MOST_RUNS = 10_000_000  # days of play; what is more is a slip


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("bot", help="seeded players: endings, and what is never reached",
                                   description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=None, metavar="N", help="how many (default: 200, on foot 8)")
    parser.add_argument("--from", dest="root", default="", metavar="PATH",
                        help="your own folder with story/ and maps/")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the first run's seed (default: 1)")
    parser.add_argument("--player", default="", metavar="P",
                        help="uniform, curious, greedy, coward, rusher or kind (default: all in turn)")
    parser.add_argument("--gaps", action="store_true",
                        help="answer whatever was never met: by a play that meets it, or that it is impossible")
    parser.add_argument("--show", type=int, default=None, metavar="SEED", help="print the picks of one run")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes (default: 2)")
    parser.add_argument("--walk", action="store_true", help="walk the rooms through the real rules")
    parser.add_argument("--ending", default="", metavar="ID", help="with --walk: try seeds until this ending")
    parser.add_argument("--record", default="", metavar="FILE", help="with --ending: write the recording there")
    parser.add_argument("--json", action="store_true", help="print JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Let them play, and say what happened."""
    if args.runs is not None and not 1 <= args.runs <= MOST_RUNS:
        raise WrongUse(f"--runs takes a number from 1 to {MOST_RUNS}")
    if (args.ending or args.record) and not args.walk:
        raise WrongUse("--ending and --record go with --walk")
    if args.gaps and (args.walk or args.show is not None):
        raise WrongUse("--gaps goes with many runs at the menu, not with --walk or --show")
    if args.record and not args.ending:
        raise WrongUse("--record goes with --ending")
    lore = lore_of(load_content(args.root, maps=args.walk))
    if args.ending and args.ending not in lore.book.endings:
        raise WrongUse(f"there is no ending '{args.ending}'; there are {', '.join(lore.book.endings)}")
    if args.ending:
        return _one_ending(lore, args)
    return _walked(lore, args) if args.walk else _picked(lore, args)


def _picked(lore: Lore, args: argparse.Namespace) -> int:
    from game.commands._bot_report import as_json, print_report
    from game.prove import bots
    from game.prove.story.gaps import answer_all

    player = _player(args.player)
    if args.show is not None:
        return _show(bots.show(lore, args.show, player or bots.temper_of(args.show)), args)
    count = args.runs or 200
    coverage = played(lore, args.root, count, args.seed, player, args.workers)
    table = bots.table(lore)
    gaps = answer_all(lore, table, coverage.missing(lore.book, table.every),
                      lambda done, of: progress(done, of, "answering")) if args.gaps else None
    if args.json:
        print_json({"runs": count, "seed": args.seed, **as_json(lore.book, coverage, table.every, gaps)})
    else:
        print_report(lore.book, coverage, table.every, gaps)
    return DONE


def _player(name: str) -> Temper | None:
    from game.prove.bots import Temper

    if name and name not in list(Temper):
        raise WrongUse(f"there is no player '{name}'; there are {', '.join(Temper)}")
    return Temper(name) if name else None


def _show(run: Run, args: argparse.Namespace) -> int:
    """One run as a list of picks that `tell --choose` plays."""
    if args.json:
        print_json({"seed": run.seed, "player": run.temper, "ending": run.ending, "picks": list(run.picks)})
        return DONE
    print(f"{run.temper}, seed {run.seed}: {run.ending}, {len(run.picks)} decisions, {run.read} words")
    folder = f"--from {args.root} " if args.root else ""
    print(f"{PROGRAM} tell {folder}--seed {run.seed} --choose \"{' > '.join(run.picks)}\"")
    return DONE


def played(lore: Lore, root: str, count: int, seed: int, player: Temper | None, workers: int) -> Coverage:
    """The runs, on several processors if there are many. The answer does not depend on how many processors."""
    from concurrent.futures import ProcessPoolExecutor
    from itertools import pairwise

    from game.prove import bots
    from game.prove.tally import Coverage

    edges = [seed, *range((seed // bots.BLOCK + 1) * bots.BLOCK, seed + count, bots.BLOCK), seed + count]
    parts = [range(first, after) for first, after in pairwise(edges)]
    whole, done = Coverage(), 0
    if workers < 2 or len(parts) < 2:
        at = bots.table(lore)
        found = (bots.tally(at, part, player) for part in parts)
        for one, part in zip(found, parts, strict=True):
            whole.add(one)
            done += len(part)
            progress(done, count, "playing")
        return whole
    with ProcessPoolExecutor(min(workers, len(parts)), initializer=_sit, initargs=(root,)) as pool:
        for one, part in zip(pool.map(_part, parts, [player] * len(parts)), parts, strict=True):
            whole.add(one)
            done += len(part)
            progress(done, count, "playing")
    return whole


_tables: list[Table] = []  # of this worker process


def _sit(root: str) -> None:
    from game.prove import bots

    _tables.append(bots.table(lore_of(load_content(root, maps=False))))
    gc.collect()
    gc.freeze()  # the story is no garbage, and the runs leave next to none: looking for it takes a tenth of the time
    gc.set_threshold(100_000, 50, 1000)


def _part(seeds: range, player: Temper | None) -> Coverage:
    from game.prove import bots

    return bots.tally(_tables[0], seeds, player)


def _walked(lore: Lore, args: argparse.Namespace) -> int:
    from game.prove import walker

    count = args.runs or 8
    journeys = []
    for number in range(count):
        journeys.append(walker.wander(lore, args.seed + number))
        progress(number + 1, count, "walking")
    endings = _counted(lore, [journey.ending for journey in journeys])
    if args.json:
        print_json({"runs": count, "seed": args.seed, "endings": endings,
                    "journeys": [_journey_json(journey) for journey in journeys]})
        return DONE
    _print_endings(lore, endings, count)
    for journey in journeys:
        print(f"seed {journey.seed}: {journey.ending} after {journey.ticks / 60:.0f} s of walking, "
              f"{' > '.join(journey.rooms)}")
    return DONE


def _one_ending(lore: Lore, args: argparse.Namespace) -> int:
    from pathlib import Path

    from game.content.recordings import encode
    from game.prove import walker

    count = args.runs or 40
    for number in range(count):
        journey = walker.toward(lore, args.ending, args.seed + number)
        progress(number + 1, count, f"walking to {args.ending}")
        if journey.ending != args.ending:
            continue
        progress(count, count, "")
        if args.record:
            Path(args.record).write_text(encode(journey.recording), encoding="utf-8")
        if args.json:
            print_json({**_journey_json(journey), "tried": number + 1, "recording": args.record})
        else:
            print(f"{args.ending}: seed {journey.seed}, run {number + 1}, {journey.ticks} ticks, "
                  f"{' > '.join(journey.rooms)}" + (f", recorded in {args.record}" if args.record else ""))
        return DONE
    if args.json:
        print_json({"ending": None, "wanted": args.ending, "tried": count})
    else:
        print(f"{args.ending}: not found in {count} runs from seed {args.seed}")
    return UNDECIDED


def _journey_json(journey: Any) -> dict[str, Any]:
    return {"seed": journey.seed, "ending": journey.ending, "rooms": list(journey.rooms), "ticks": journey.ticks,
            "digest": journey.recording.digest}


def _counted(lore: Lore, found: list[str]) -> dict[str, int]:
    """Every ending of the book with its count, then anything else that came of a run."""
    counts = Counter(found)
    return {**dict.fromkeys(lore.book.endings, 0), **counts}


def _print_endings(lore: Lore, endings: dict[str, int], count: int) -> None:
    for ending, number in endings.items():
        known = lore.book.endings.get(ending)
        title = lore.book.words.get(known.title, ending) if known is not None else ending
        print(f"{title:<24} {number:>6}  {100 * number / max(count, 1):5.1f} %")
