"""Rebuild the game's pictures: ``python -m tools.art [--only NAME]``. The same input gives the same bytes."""

from __future__ import annotations

import argparse
import importlib
import time

PARTS: dict[str, str] = {
    "palettes": "tools.art.palette",
    "tiles": "tools.art.tiles",
    "things": "tools.art.things",
    "ground": "tools.art.ground",
    "people": "tools.art.people",
    "portraits": "tools.art.portraits",
    "pictures": "tools.art.pictures",
}
"""What can be built, in order, and the module whose ``build(say)`` builds it."""


def run(names: list[str]) -> int:
    """Build the named parts in order; 0 when all were built, 1 when a part's module is missing."""
    missing = 0
    for name in names:
        try:
            module = importlib.import_module(PARTS[name])
        except ModuleNotFoundError as lack:
            if lack.name != PARTS[name]:
                raise
            print(f"{name}: there is no {PARTS[name]}")
            missing = 1
            continue
        started = time.perf_counter()
        module.build(print)
        print(f"{name}: done in {time.perf_counter() - started:.1f} s")
    return missing


def main() -> int:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(prog="python -m tools.art", description=__doc__)
    parser.add_argument("--only", choices=list(PARTS), action="append", help="build this part alone (repeatable)")
    return run(parser.parse_args().only or list(PARTS))


if __name__ == "__main__":
    raise SystemExit(main())
