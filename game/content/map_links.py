"""What the objects of a map ask of each other: stairs lead to stairs, pairs are watchers, and she can come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.content.problems import did_you_mean
from game.content.tmx import Faults
from game.sim.room import Thing, ThingKind, Watcher


def check_links(things: Iterable[Thing], watchers: Iterable[Watcher], lines: Mapping[str, int], faults: Faults) -> None:
    """Note what leads nowhere; `lines` says where each object stands in the file."""
    things, watchers = list(things), list(watchers)
    stairs = {thing.name for thing in things if thing.kind is ThingKind.STAIRS}
    for thing in things:
        if thing.kind is ThingKind.STAIRS and thing.to not in stairs:
            faults.error("M023", f"stairs '{thing.name}' lead to '{thing.to}', which are no stairs here",
                         did_you_mean(thing.to, stairs), lines[thing.name])
    names = {watcher.name for watcher in watchers}
    for watcher in watchers:
        if watcher.pair and watcher.pair not in names:
            faults.error("M023", f"watcher '{watcher.name}' is paired with '{watcher.pair}', who is not here",
                         did_you_mean(watcher.pair, names), lines[watcher.name])
    unclear = any(problem.code == "M021" for problem in faults.found)  # one of those may be the entry
    if not unclear and not any(thing.kind is ThingKind.ENTRY for thing in things):
        faults.error("M024", "has no entry, so nobody can come in", "add a point of class entry")
