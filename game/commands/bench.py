"""`bench`: how fast it all is, beside what we want to reach. Milliseconds are scaled to a common yardstick.

The yardstick, a loop of 10,000 steps in plain Python, is run beside every row: on a machine where it takes 0.37 ms
the printed numbers are what was measured.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.commands import DONE, WrongUse, load_content, print_json, progress

if TYPE_CHECKING:
    from game.commands import Subparsers
    from game.commands._yardstick import Row

EXAMPLE = """examples:
  python -m game bench
  python -m game bench --frames 1000 --json"""


def add(subparsers: Subparsers) -> None:
    """Declare the command's words."""
    parser = subparsers.add_parser("bench", help="how fast it is", description=__doc__, epilog=EXAMPLE,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=10_000, metavar="N", help="drawn frames (default: 10000)")
    parser.add_argument("--json", action="store_true", help="print JSON, nothing else")


def run(args: argparse.Namespace) -> int:
    """Measure every row, and print it."""
    if args.frames < 100:
        raise WrongUse("--frames takes a number from 100 up")
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    from game.commands import _lab as lab
    from game.commands import _measures as measures

    content = load_content()
    parts: list[Callable[[], list[Row]]] = [
        measures.start_rows, lambda: lab.tick_rows(content), lambda: measures.frame_rows(content, args.frames),
        lambda: measures.load_rows(content), lambda: measures.story_rows(content), measures.check_rows,
        lambda: measures.save_rows(content), measures.web_rows]
    rows: list[Row] = []
    for number, part in enumerate(parts):
        progress(number, len(parts), "measuring")
        rows += part()
    progress(len(parts), len(parts), "")
    if args.json:
        print_json([{"what": row.what, "found": round(row.found, 4), "reach": row.reach, "unit": row.unit,
                     "met": row.met, "yardstick_ms": round(row.yardstick_ms, 3), "note": row.note} for row in rows])
        return DONE
    print(f"{'':<52}{'reach':>12}{'found':>12}")
    for row in rows:
        sign = ">" if row.more else "<"
        print(f"{row.what:<52}{sign + f' {row.reach:g}':>12}{row.found:>12.3g} {row.unit:<6}"
              f"{'met' if row.met else 'NOT MET'}{'  (' + row.note + ')' if row.note else ''}")
    return DONE
