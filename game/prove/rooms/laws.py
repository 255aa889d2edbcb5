"""The laws of whole rooms, over all visits: a crossing has three ways through, and every thing is within reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from game.content.problems import Problem, in_order
from game.prove.rooms.proof import Proof
from game.prove.rooms.ways import Kind, WayOut
from game.sim.room import RoomKind

LEAST_WAYS = 3


def judge(proofs: Iterable[Proof]) -> None:
    """Add to the first visit of each room what is wrong with the room as a whole."""
    rooms: dict[str, list[Proof]] = defaultdict(list)
    for proof in proofs:
        rooms[proof.room].append(proof)
    for ours in rooms.values():
        first = ours[0]
        found = _unreached(ours)
        if first.kind is RoomKind.CROSSING:
            found += _three_ways(ours)
        first.problems = in_order([*first.problems, *found])


def ways_through(ours: list[Proof]) -> list[WayOut]:
    """The different ways through a room, of all its visits; to sneak counts only where it was shown."""
    shown = {(proof.node, one.sneak.goal) for proof in ours for one in proof.shown if one.sneak.found}
    return list(dict.fromkeys(way for proof in ours for way in proof.ways.out
                              if way.kind is not Kind.SNEAK or (proof.node, way.way) in shown))


def _three_ways(ours: list[Proof]) -> list[Problem]:
    """Three different ways, one without money, one without stealth."""
    out = ways_through(ours)
    kinds = {(way.kind, way.way) for way in out}
    if any(one.sneak.found for proof in ours for one in proof.shown if not one.sneak.goal.startswith("reach ")):
        kinds.add((Kind.SNEAK, "to a door"))  # a way out by a door or a cart can be sneaked up to
    listed = ", ".join(f"{way.way} ({way.kind})" for way in out) or "none"
    found = []
    if len(kinds) < LEAST_WAYS:
        found.append(_fault(ours[0], "P101", f"'{ours[0].room}' has fewer than three ways through: {listed}",
                            "let a scene help (`pass`, `send`, `open`), or lead out"))
    if all(kind is Kind.PAY for kind, _ in kinds):
        found.append(_fault(ours[0], "P102", f"'{ours[0].room}' has no way through without money: {listed}",
                            "let words, work or patience do what the money does"))
    if all(kind is Kind.SNEAK for kind, _ in kinds):
        found.append(_fault(ours[0], "P103", f"'{ours[0].room}' has no way through without stealth: {listed}",
                            "let somebody be paid, talked to or tricked"))
    return found


def _unreached(ours: list[Proof]) -> list[Problem]:
    """What the map offers and nobody can reach, wherever she came in."""
    common = set.intersection(*(set(proof.unreached) for proof in ours))
    mend = "leave a free cell beside it that can be walked to, with no wall between"
    return [_fault(ours[0], "P107", f"nobody can reach '{name}'", mend) for name in sorted(common)]


def _fault(proof: Proof, code: str, message: str, suggestion: str) -> Problem:
    return Problem(f"maps/{proof.room}.tmx", 0, 0, "error", code, message, suggestion)
