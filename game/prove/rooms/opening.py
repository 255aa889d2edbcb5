"""A room as she first finds it: a world at the start of a visit, with facts that let a way be open."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import islice, product
from operator import ne

from game.content.graph import links_of
from game.sim.journey import follow
from game.sim.room import Room
from game.sim.world import Help, Level, Lore, World
from game.story import runtime
from game.story.book import Book
from game.story.conditions import Condition
from game.story.facts import FactType, Value
from game.story.steps import Visit, Way
from game.story.tale import Tale, begin

SEED = 1
MOST_TRIED = 5_000    # sets of facts, before a way's condition is given up
DRIFTS = (0, -5, 5)   # minutes a change of guard may be early or late
DAY = 1440
NEVER = 1 << 40


def visits(lore: Lore) -> list[tuple[str, int, Visit]]:
    """Every visit of the story to a room there is: node, step, visit; as they are met from the beginning."""
    order = list(dict.fromkeys([*_as_met(lore.book), *lore.book.nodes]))
    return [(node, at, step) for node in order for at, step in enumerate(lore.book.nodes[node].steps)
            if isinstance(step, Visit) and step.room in lore.rooms]


def _as_met(book: Book) -> list[str]:
    """The nodes that can be come to, the nearest to the beginning first."""
    found = {book.start: None}
    left = deque(found)
    while left:
        for step in book.nodes[left.popleft()].steps:
            fresh = [goal for _, goal in links_of(step) if goal in book.nodes and goal not in found]
            found.update(dict.fromkeys(fresh))
            left.extend(dict.fromkeys(fresh))
    return list(found)


def open_visit(lore: Lore, node: str, at: int, level: Level, way: Way | None = None,
               drifts: tuple[int, ...] = ()) -> World | None:
    """A world at the start of the visit at step `at` of `node`, with `way` open; None if no facts open it.

    `drifts`: how late each change of guard is, in minutes. No sound of the place covers hers: luck proves nothing.
    """
    tale = begin(lore.book, SEED, node)
    tale.frame.at = at
    if way is not None and way.condition is not None and not _make_true(lore.book, tale, way.condition):
        return None
    world = World(lore, tale, help=Help(level=level))
    follow(world, runtime.settle(lore.book, tale))
    stage = world.stage
    if stage is None:  # a consequence came due and led elsewhere
        return None
    stage.next_boom = NEVER if stage.next_boom >= 0 else -1
    stage.next_masks = [NEVER] * len(stage.next_masks)
    stage.handovers = [(handover.minute + drift) % DAY
                       for handover, drift in zip(world.room.handovers, drifts or (0,) * 99, strict=False)]
    return world


def changes_of_guard(room: Room, clock: int, ticks: int) -> list[tuple[int, ...]]:
    """Every combination of early, on time and late that can matter within `ticks` of entering at `clock` minutes."""
    earliest, latest = min(DRIFTS), max(DRIFTS) + 1
    minutes = ticks // room.ticks_per_minute + 1

    def matters(minute: int) -> bool:
        until = (minute - clock + DAY // 2) % DAY - DAY // 2
        return until + latest >= 0 and until + earliest - 1 <= minutes

    return list(product(*(DRIFTS if matters(handover.minute) else (0,) for handover in room.handovers)))


def _make_true(book: Book, tale: Tale, condition: Condition) -> bool:
    """Change as few facts as possible so that `condition` holds; False if no values do."""
    names, nodes = sorted(condition.reads & book.facts.keys()), sorted(condition.nodes)
    before = dict(tale.facts), dict(tale.visits)
    now: list[Value] = [*(tale.facts[name] for name in names), *(0 for _ in nodes)]
    every = product(*(_values(book, name, tale) for name in names), *((0, 1) for _ in nodes))
    for values in sorted(islice(every, MOST_TRIED), key=lambda some: sum(map(ne, some, now))):
        tale.facts.update(zip(names, values, strict=False))
        for name, count in zip(nodes, values[len(names):], strict=True):
            tale.visits[name] = int(count)
        if condition.holds(tale):
            return True
    tale.facts, tale.visits = before
    return False


def _values(book: Book, name: str, tale: Tale) -> Iterator[Value]:
    fact = book.facts[name]
    yield tale.facts[name]
    match fact.type:
        case FactType.FLAG:
            yield not tale.facts[name]
        case FactType.ENUM:
            yield from (word for word in fact.of if word != tale.facts[name])
        case FactType.INT:
            yield from (number for number in range(fact.least, fact.most + 1) if number != tale.facts[name])
