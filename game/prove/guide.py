"""Where an ending lies from here: the story as a graph, and a menu search that finds a way there.

Distances ignore conditions; a search with whims finds what must be done first, and its picks become an agenda.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import heappop, heappush

from game.prove.menu import MOST_PICKS, NEXT, WAIT, Pick, Sitting, carry_out, picks, sit_down
from game.sim.ways import HERS
from game.sim.world import Lore
from game.story.book import Book
from game.story.dice import roll
from game.story.runtime import HANG_UP, LEAVE
from game.story.steps import (
    Back,
    Bribe,
    Call,
    Chance,
    Choose,
    Deck,
    End,
    Go,
    If,
    Jump,
    Later,
    Papers,
    Phone,
    Step,
    Vary,
    Visit,
)
from game.story.tale import Frame, Tale, Waiting, step_at

FAR = 10_000          # no way that the graph knows
WHIM_PERCENT = 35
HER_WAY, WORLDS_WAY, LATER, UNLIKELY = 2, 5, 6, 3
Spot = tuple[str, int]  # node, step


@dataclass(frozen=True, slots=True)
class Guide:
    """`far` maps a spot of the story to the least number of decisions from there to the ending, `back` to a `back`."""

    book: Book
    ending: str
    far: dict[Spot, int]
    back: dict[Spot, int]

    def liking(self, tale: Tale, id: str) -> int:
        """How far the ending is if `id` (an option or a way) is picked; FAR if the graph does not say."""
        step = step_at(self.book, tale)
        room = next((frame for frame in reversed(tale.stack[:-1]) if _is_visit(self.book, frame)), tale.frame)
        again = self.far.get((room.node, room.at), FAR) + 1
        return min((min(self.far.get(spot, FAR), self.back.get(spot, FAR) + again)
                    for spot in picked(step, tale.frame.node, id)), default=FAR)


def _is_visit(book: Book, frame: Frame) -> bool:
    steps = book.nodes[frame.node].steps
    return frame.at < len(steps) and isinstance(steps[frame.at], Visit)


def picked(step: Step, node: str, id: str) -> list[Spot]:
    """Where an option or a way of a step leads."""
    match step:
        case Choose(choices=choices):
            return [(node, choice.at) for choice in choices if choice.id == id]
        case Bribe():
            return [(goal, 0) for goal in ((step.leave or step.refused,) if id == LEAVE
                                           else (step.accepted, step.betrayed))]
        case Phone(cards=cards):
            return [(step.hang_up, 0)] if id == HANG_UP else [(node, card.at) for card in cards if card.id == id]
        case Papers(questions=questions):
            ends = (step.passed, step.doubted, step.failed)
            return [(ends[one.doubt], 0) for question in questions for one in question.answers if one.id == id]
        case Visit(ways=ways):
            return [(way.node, 0) for way in ways if way.name == id]
        case _:
            return []


def guide(book: Book, ending: str) -> Guide:
    """The distances to `ending`."""
    into: dict[Spot, list[tuple[int, Spot]]] = defaultdict(list)
    ends: list[Spot] = []
    backs: list[Spot] = []
    for node in book.nodes.values():
        for at, step in enumerate(node.steps):
            if isinstance(step, End) and step.ending == ending:
                ends.append((node.id, at))
            if isinstance(step, Back):
                backs.append((node.id, at))
            for cost, goal in leads(step, node.id, at):
                into[goal].append((cost, (node.id, at)))
    rooms = {(node.id, at) for node in book.nodes.values() for at, step in enumerate(node.steps)
             if isinstance(step, Visit)}
    return Guide(book, ending, _distances(into, ends, set()), _distances(into, backs, rooms))


def _distances(into: dict[Spot, list[tuple[int, Spot]]], ends: list[Spot], not_through: set[Spot]) -> dict[Spot, int]:
    """The least cost from every spot to one of `ends` (Dijkstra, backwards)."""
    far: dict[Spot, int] = {}
    heap = [(0, spot) for spot in ends]
    while heap:
        cost, spot = heappop(heap)
        if spot in far or spot in not_through:
            continue
        far[spot] = cost
        for more, before in into.get(spot, ()):
            if before not in far:
                heappush(heap, (cost + more, before))
    return far


def leads(step: Step, node: str, at: int) -> list[tuple[int, Spot]]:
    """Where a step leads, each with what it costs. A `back` leads nowhere: who called knows."""
    match step:
        case End() | Back():
            return []
        case Go(node=goal, at=begun):
            return [(0, (goal, begun))]
        case Vary(items=items, otherwise=otherwise):
            return [(0, (node, to)) for to in (*items, otherwise)]
        case Deck(cards=cards, otherwise=otherwise):
            return [(0, (node, at + 1)), *((UNLIKELY, (goal, 0)) for goal in (*cards, otherwise) if goal)]
        case Call(node=goal):
            return [(0, (goal, 0)), (1, (node, at + 1))]
        case Jump(to=to):
            return [(0, (node, to))]
        case If(otherwise=otherwise):
            return [(0, (node, at + 1)), (0, (node, otherwise))]
        case Chance(percent=percent, otherwise=otherwise):
            return [(0 if percent >= 50 else UNLIKELY, (node, at + 1)),
                    (0 if percent < 50 else UNLIKELY, (node, otherwise))]
        case Choose(choices=choices, otherwise=otherwise):
            return [*((1, (node, choice.at)) for choice in choices), (1, (node, otherwise))]
        case Bribe():
            ends = (step.accepted, step.betrayed, step.refused, step.insulted, step.leave)
            return [(UNLIKELY, (goal, 0)) for goal in ends if goal]
        case Phone(cards=cards):
            return [*((1, (node, card.at)) for card in cards), (1, (step.hang_up, 0)), (WORLDS_WAY, (step.traced, 0)),
                    (WORLDS_WAY, (step.no_signal, 0))]
        case Papers(questions=questions):
            return [*((1, (node, one.at)) for question in questions for one in question.answers if one.at >= 0),
                    *((UNLIKELY, (goal, 0)) for goal in (step.passed, step.doubted, step.failed))]
        case Visit(ways=ways):
            return [(HER_WAY if way.verb in HERS else WORLDS_WAY, (way.node, 0)) for way in ways]
        case Later(node=goal):
            return [(0, (node, at + 1)), (LATER, (goal, 0))]
        case _:
            return [(0, (node, at + 1))]


@dataclass(frozen=True, slots=True)
class Agenda:
    """A way to an ending by menu: the seed, and what was picked or happened, in order."""

    seed: int
    items: tuple[str, ...]


def find(lore: Lore, way: Guide, seed: int, tries: int = 600, start: str = "") -> Agenda | None:
    """The shortest of the first few menu journeys from `start` that reach the ending; None if `tries` seeds do not."""
    found: list[Agenda] = []
    for number in range(tries):
        agenda = _try(lore, way, seed + number, start)
        if agenda is not None:
            found.append(agenda)
        if len(found) == 4 or (found and number >= 100):
            break
    return min(found, key=lambda agenda: len(agenda.items), default=None)


def _try(lore: Lore, way: Guide, seed: int, start: str) -> Agenda | None:
    sitting, _ = sit_down(lore, seed, start)
    items: list[str] = []
    while sitting.tale.waiting is not Waiting.END and len(items) < MOST_PICKS:
        offered = [pick for pick in picks(sitting) if pick.open]
        if not offered:
            return None
        picked = offered[0] if offered[0].id == NEXT else _pick(sitting, offered, way)
        in_room = sitting.tale.waiting is Waiting.ROOM
        carry_out(sitting, picked)
        if picked.id != NEXT:
            items.append(sitting.fired if in_room else picked.id)
    return Agenda(seed, tuple(items)) if sitting.tale.ending == way.ending else None


def _pick(sitting: Sitting, offered: list[Pick], way: Guide) -> Pick:
    key = f"guide:{sitting.picks}"
    seed = sitting.tale.seed
    far = [FAR if pick.id == WAIT else way.liking(sitting.tale, pick.id) for pick in offered]
    if roll(seed, f"{key}:whim", 100) >= WHIM_PERCENT:
        least = min(far)
        offered = [pick for pick, distance in zip(offered, far, strict=True) if distance == least]
    return offered[roll(seed, key, len(offered))]
