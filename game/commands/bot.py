"""`bot`: seeded players who play the story again and again, by menu or on foot."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING, Any

from game.commands import DONE, UNDECIDED, WrongUse, load_content, lore_of, print_json, progress

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.sim.world import Lore

EXAMPLE = """examples:
  python -m game bot --runs 1000 --seed 7            which endings and lines players meet
  python -m game bot --runs 1000 --seed 7 --json
  python -m game bot --walk --runs 5                 walk through the rooms, tick by tick
  python -m game bot --walk --ending bridge --record bridge.json

exit codes: 0 done, 2 wrong use, 4 the ending asked for was not found in so many runs"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("bot", help="seeded players: endings, and what is never reached",
                                   description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=0, metavar="N", help="how many (default: 200, on foot 8)")
    parser.add_argument("--from", dest="root", default="", metavar="PATH", help="a folder of your own with story/ and maps/")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the first run's seed (default: 1)")
    parser.add_argument("--walk", action="store_true", help="walk the rooms through the real rules")
    parser.add_argument("--ending", default="", metavar="ID", help="with --walk: try seeds until this ending")
    parser.add_argument("--record", default="", metavar="FILE", help="with --ending: write the recording there")
    parser.add_argument("--json", action="store_true", help="print JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Let them play, and say what happened."""
    if args.runs < 0:
        raise WrongUse("--runs takes a number from 1 up")
    if (args.ending or args.record) and not args.walk:
        raise WrongUse("--ending and --record go with --walk")
    if args.record and not args.ending:
        raise WrongUse("--record goes with --ending")
    lore = lore_of(load_content(args.root))
    if args.ending and args.ending not in lore.book.endings:
        raise WrongUse(f"there is no ending '{args.ending}'; there are {', '.join(lore.book.endings)}")
    if args.ending:
        return _one_ending(lore, args)
    return _walked(lore, args) if args.walk else _picked(lore, args)


def _picked(lore: Lore, args: argparse.Namespace) -> int:
    from game.prove import bots

    count = args.runs or 200
    done, coverage = bots.runs(lore, count, args.seed, lambda number: progress(number, count, "playing"))
    endings = _counted(lore, [run.ending for run in done])
    shares, missing = coverage.shares(lore.book), coverage.missing(lore.book)
    if args.json:
        print_json({"runs": count, "seed": args.seed, "endings": endings,
                    "coverage": {kind: {"met": met, "of": total, "never": missing[kind]}
                                 for kind, (met, total) in shares.items()}})
        return DONE
    _print_endings(lore, endings, count)
    for kind, (met, total) in shares.items():
        print(f"{kind}: {met} of {total}")
        for name in missing[kind]:
            print(f"  never: {name}")
    return DONE


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
