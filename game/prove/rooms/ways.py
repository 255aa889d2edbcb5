"""The ways out of a room as the story means them: walk out unseen, pay, talk, trick.

Read from the steps alone, conditions unlooked at: a scene may lead out of the room, or come back having helped (a
watcher looks away, is called off, a gate opens, a fact is set that another way waits for).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from game.content.graph import following, links_of
from game.sim.ways import HERS
from game.story.book import Book
from game.story.steps import (
    Back,
    Bribe,
    Call,
    Choose,
    Deck,
    End,
    Go,
    Open,
    Pass,
    Send,
    Set,
    Step,
    Together,
    Visit,
    Way,
)

MOST_CALLS = 4


class Kind(StrEnum):
    """How a way out is won."""

    SNEAK = "sneak"
    PAY = "pay"
    TALK = "talk"
    TRICK = "trick"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a scene can go on: out of the room at `leaf` (a node; "" back to the room); `paid`; `helps` on the way."""

    leaf: str
    leads: str
    paid: bool
    helps: bool


@dataclass(frozen=True, slots=True)
class WayOut:
    """One way out: the `way` of hers that begins it, where it `leads`; `on_foot`: it ends with a walk to `exit`."""

    kind: Kind
    way: str
    leads: str
    on_foot: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """A visit's ways: `exits` are the areas that lead on, with where to; `retreats` those that lead to less.

    `entry`: where she comes in; `by_time`: the clock leads out too; `doors`: ways of hers, no areas, that lead on.
    """

    entry: str
    exits: dict[str, str]
    retreats: dict[str, str]
    passing: tuple[str, ...]  # areas whose scene comes back
    out: tuple[WayOut, ...]
    by_time: bool = False
    doors: tuple[str, ...] = ()


def ways_of(book: Book, visit: Visit) -> Ways:
    """Every way out of `visit`."""
    opens = {fact for way in visit.ways if way.condition is not None for fact in way.condition.reads}
    again = f"room {visit.room}"  # to begin the room anew is no way out of it
    outcomes = {way: {o for o in outcomes_of(book, way.node, frozenset(opens)) if o.leads != again}
                for way in visit.ways}
    best = _farthest(book, [o.leaf for found in outcomes.values() for o in found if o.leaf])
    exits, retreats, passing, out = {}, {}, [], []
    for way, found in outcomes.items():
        leaving = [o for o in found if o.leaf and _endings(book, o.leaf) >= best]
        if way.verb == "reach":
            if leaving:
                exits[way.target] = _told(leaving)
                out.append(WayOut(Kind.SNEAK, way.name, _told(leaving), True))
            elif any(o.leaf for o in found):
                retreats[way.target] = _told([o for o in found if o.leaf])
            else:
                passing.append(way.target)
    on_foot = ", ".join(dict.fromkeys(exits.values()))
    for way, found in outcomes.items():
        if way.verb in HERS[1:] or way.verb == "at":
            out += _by_scene(book, way, found, best, on_foot)
    by_time = any(way.verb == "at" and any(o.leaf for o in found) for way, found in outcomes.items())
    doors = tuple(way.name for way, found in outcomes.items() if way.verb in HERS[1:]
                  and any(o.leaf and _endings(book, o.leaf) >= best for o in found))
    return Ways(visit.entry, exits, retreats, tuple(passing), tuple(dict.fromkeys(out)), by_time, doors)


def _by_scene(book: Book, way: Way, found: set[Outcome], best: frozenset[str], on_foot: str) -> Iterator[WayOut]:
    """The ways out that a scene opens: at once, or by helping."""
    free = Kind.TALK if way.verb in ("talk", "at") else Kind.TRICK
    leaving = [o for o in found if o.leaf and _endings(book, o.leaf) >= best]
    for paid, kind in ((False, free), (True, Kind.PAY)):
        ours = [o for o in leaving if o.paid is paid]
        if ours:
            yield WayOut(kind, way.name, _told(ours), False)
        if on_foot and way.verb in HERS and any(o.helps and not o.leaf and o.paid is paid for o in found):
            yield WayOut(kind, way.name, on_foot, True)


def _told(outcomes: list[Outcome]) -> str:
    return ", ".join(sorted({o.leads for o in outcomes}))


def _farthest(book: Book, leaves: list[str]) -> frozenset[str]:
    """The endings that can still be had by the best of the ways out."""
    return max((_endings(book, leaf) for leaf in leaves), key=lambda e: (len(e), sorted(e)), default=frozenset())


def _endings(book: Book, start: str) -> frozenset[str]:
    """Every ending that can follow `start`."""
    seen: set[str] = set()
    left = [start]
    found: set[str] = set()
    while left:
        node = left.pop()
        if node in seen or node not in book.nodes:
            continue
        seen.add(node)
        for step in book.nodes[node].steps:
            if isinstance(step, End):
                found.add(step.ending)
            left += [target for _, target in links_of(step)]
    return frozenset(found)


_Spot = tuple[str, int, tuple[tuple[str, int], ...], bool, bool]


def outcomes_of(book: Book, node: str, opens: frozenset[str] = frozenset()) -> set[Outcome]:
    """Every outcome of a scene that begins at `node`; `opens` are the facts that ways of the room wait for."""
    found: set[Outcome] = set()
    seen: set[_Spot] = set()
    left: list[_Spot] = [(node, 0, (), False, False)]
    while left:
        spot = left.pop()
        here, at, calls, paid, helps = spot
        steps = book.nodes[here].steps
        if spot in seen or at >= len(steps):
            continue
        seen.add(spot)
        step = steps[at]
        paid, helps = paid or _takes(book, step), helps or _helps(step, opens)
        match step:
            case Visit(room=room):
                found.add(Outcome(here, f"room {room}", paid, helps))
            case End(ending=ending):
                found.add(Outcome(here, f"ending {ending}", paid, helps))
            case Back() if calls:
                left.append((*calls[-1], calls[:-1], paid, helps))
            case Back():
                found.add(Outcome("", "", paid, helps))
            case Go(node=goal, at=begun):
                left.append((goal, begun, calls, paid, helps))
            case Deck(cards=cards) if cards and len(calls) < MOST_CALLS:
                left += [(card, 0, (*calls, (here, at + 1)), paid, helps) for card in cards]
                left.append((here, at + 1, calls, paid, helps))
            case Call(node=goal) if len(calls) < MOST_CALLS:
                left.append((goal, 0, (*calls, (here, at + 1)), paid, helps))
            case Bribe():
                left += [(goal, 0, calls, paid or took, helps) for goal, took in (
                    (step.accepted, True), (step.betrayed, True), (step.refused, step.keeps), (step.insulted, False),
                    (step.leave, False)) if goal]
            case Choose(choices=choices, otherwise=otherwise):
                left += [(here, choice.at, calls, paid or bool(choice.price.parts), helps) for choice in choices]
                if otherwise >= 0:
                    left.append((here, otherwise, calls, paid, helps))
            case _:
                left += [(goal, 0, calls, paid, helps) for how, goal in links_of(step) if how == "go"]
                left += [(here, after, calls, paid, helps) for after in following(step, at)]
    return found


def _takes(book: Book, step: Step) -> bool:
    """Whether a step takes something out of her bag."""
    return isinstance(step, Set) and any(
        change.how == "by" and int(change.value) < 0 and book.facts[change.fact].item for change in step.changes)


def _helps(step: Step, opens: frozenset[str]) -> bool:
    match step:
        case Pass() | Send() | Open():
            return True
        case Together(steps=steps):
            return any(_helps(part, opens) for part in steps)
        case Set(changes=changes):
            return any(change.fact in opens for change in changes)
        case _:
            return False
