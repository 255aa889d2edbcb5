"""`bench`: how fast it all is, beside what we want to reach. Milliseconds are scaled to a common yardstick.

The yardstick, a loop of 10,000 steps in plain Python, is run beside every row: on a machine where it takes 0.37 ms
the printed numbers are what was measured.

--vs-ink measures something else: one long story told, loaded and saved by us and by inkjs, in turn. Both stories must
end alike; what is printed is what was measured. It needs node, and inkjs in the folder DIR: `npm install inkjs` there.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import DONE, FAULTS, WrongUse, load_content, print_json, progress

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.commands._yardstick import Row

EXAMPLE = """examples:
  python -m game bench
  python -m game bench --frames 1000 --json
  python -m game bench --vs-ink ../ink        after `npm install inkjs` in that folder"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("bench", help="how fast it is", description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=10_000, metavar="N", help="drawn frames (default: 10000)")
    parser.add_argument("--vs-ink", nargs="?", const=".", metavar="DIR",
                        help="our stories beside inkjs's, which is in DIR (default: here) or above it")
    parser.add_argument("--json", action="store_true", help="print JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Measure every row, and print it."""
    if args.frames < 100:
        raise WrongUse("--frames takes a number from 100 up")
    if args.vs_ink is not None:
        return _beside_ink(Path(args.vs_ink), args.json)
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    from game.commands import _cones as cones
    from game.commands import _lab as lab
    from game.commands import _measures as measures

    content = load_content()
    parts: list[Callable[[], list[Row]]] = [
        measures.start_rows, lambda: lab.tick_rows(content), lambda: measures.frame_rows(content, args.frames),
        lambda: cones.cone_rows(content), lambda: measures.load_rows(content), measures.story_rows, measures.check_rows,
        lambda: measures.save_rows(content), measures.web_rows]
    rows: list[Row] = []
    for number, part in enumerate(parts):
        progress(number, len(parts), "measuring")
        rows += part()
    progress(len(parts), len(parts), "")
    return _print(rows, args.json)


def _beside_ink(folder: Path, as_json: bool) -> int:
    from game.commands._ink import Unlike, ink_rows

    try:
        return _print(ink_rows(folder), as_json)
    except Unlike as fault:
        print(fault, file=sys.stderr)
        return FAULTS


def _print(rows: list[Row], as_json: bool) -> int:
    if as_json:
        print_json([{"what": row.what, "found": round(row.found, 4), "reach": row.reach, "unit": row.unit,
                     "met": row.met, "yardstick_ms": round(row.yardstick_ms, 3), "note": row.note} for row in rows])
        return DONE
    print(f"{'':<52}{'reach':>12}{'found':>12}")
    for row in rows:
        sign = ">" if row.more else "<"
        print(f"{row.what:<52}{sign + f' {row.reach:g}':>12}{row.found:>12.3g} {row.unit:<6}"
              f"{'met' if row.met else 'NOT MET'}{'  (' + row.note + ')' if row.note else ''}")
    return DONE
