"""Rebuild the game's pictures: ``python -m tools.art [--only NAME]``. The same input gives the same bytes."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable

from tools.art.pieces import PARTS, Piece, build, chosen

BAR = 30


def bar(total: int) -> Callable[[int, Piece], None]:
    """A progress bar on a terminal; elsewhere a line for each piece."""
    started = time.perf_counter()

    def told(done: int, piece: Piece) -> None:
        seconds = time.perf_counter() - started
        if sys.stderr.isatty():
            full = "#" * (BAR * done // total)
            end = "\n" if done == total else ""
            sys.stderr.write(f"\r\033[K[{full:.<{BAR}}] {done}/{total} {seconds:.0f} s {piece}{end}")
            sys.stderr.flush()
        else:
            print(f"{done}/{total} {piece}", flush=True)

    return told


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and build; 2 if a name is unknown."""
    parser = argparse.ArgumentParser(prog="python -m tools.art", description=__doc__)
    parser.add_argument("--only", metavar="NAME", action="append", default=[],
                        help=f"a part ({', '.join(PARTS)}) or a piece of one (things/hut); repeatable")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: all)")
    read = parser.parse_args(arguments)
    try:
        wanted = chosen(read.only)
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return 2
    build(wanted, max(1, read.jobs), bar(len(wanted)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
