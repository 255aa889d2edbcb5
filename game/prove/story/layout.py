"""Where each node of a chart stands: columns by the distance from the first, and lines as straight as may be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from game.prove.story.links import Edge, layers

ROUNDS = 16
MOST_DOWN = 2.0  # rows


@dataclass(slots=True)
class Layout:
    """Nodes by their column, from the left, and the middle of each, counted in rows from the top."""

    columns: list[list[str]]
    column: dict[str, int] = field(default_factory=dict)
    row: dict[str, float] = field(default_factory=dict)

    @property
    def height_rows(self) -> float:
        """How many rows it needs."""
        return max(self.row.values(), default=0.0) + 1


def bands(nodes: list[str], edges: list[Edge], rooms: set[str]) -> list[list[str]]:
    """The nodes of a chapter, cut where a second room begins: what follows on each room stands by itself.

    Nodes that nothing leads to begin a band of their own.
    """
    after: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        after[edge.source].append(edge.target)
    inside, found, seen = set(nodes), list[list[str]](), set[str]()
    entries = list(nodes)
    starts = [entries[0]] if entries else []
    while starts or entries:
        first = starts.pop(0) if starts else entries.pop(0)
        if first in seen:
            continue
        seen.add(first)
        band, room, left = [first], first if first in rooms else "", [first]
        while left:
            for target in after[left.pop(0)]:
                if target in seen or target not in inside:
                    continue
                if target in rooms and room:
                    starts.append(target)
                    continue
                room = target if target in rooms else room
                seen.add(target)
                band.append(target)
                left.append(target)
        found.append(band)
    return found


def layout(first: str, edges: list[Edge]) -> Layout:
    """Lay out what `edges` join, from `first` on; nodes of a column stand at least a row apart."""
    columns = layers(edges, first) if edges else [[first]]
    made = Layout(columns, {name: at for at, names in enumerate(columns) for name in names})
    near: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if made.column[edge.source] != made.column[edge.target]:
            near[edge.source].append(edge.target)
            near[edge.target].append(edge.source)
    made.row = {name: float(at) for names in columns for at, name in enumerate(names)}
    for turn in range(ROUNDS):
        for names in columns if turn % 2 == 0 else columns[::-1]:
            wanted = {name: sum(made.row[one] for one in near[name]) / len(near[name]) if near[name]
                      else made.row[name] for name in names}
            if turn < ROUNDS // 2:
                names.sort(key=lambda name: wanted[name])
            _settle(made, names, wanted)
    _squeeze(made)
    for names in columns:  # what leads in stands at the top, where one begins to read
        if len(names) > 1:
            break
        made.row[names[0]] = min(made.row[names[0]], MOST_DOWN)
    return made


def _settle(made: Layout, names: list[str], wanted: dict[str, float]) -> None:
    """Give each of a column the row it wants, as far as the others leave room for it."""
    rows: list[float] = []
    for name in names:
        rows.append(max(wanted[name], rows[-1] + 1) if rows else wanted[name])
    aside = sum(row - wanted[name] for row, name in zip(rows, names, strict=True)) / len(names)
    made.row.update({name: row - aside for row, name in zip(rows, names, strict=True)})


def _squeeze(made: Layout) -> None:
    """Leave no row empty all across."""
    spare, last = 0.0, None
    for name in sorted(made.row, key=lambda name: made.row[name]):
        row = made.row[name]
        spare += row if last is None else max(0.0, row - last - 1)
        last = row if last is None else max(last, row)
        made.row[name] = row - spare
