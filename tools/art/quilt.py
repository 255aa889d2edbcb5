"""Pieces of an endless painting that join one another on all sides, in any order: no grid shows where they meet.

All pieces of a kind share one rim, cut from the painting round the point where four pieces meet. Each has a middle of
its own, which is laid in along the line where it differs least from the rim (image quilting, Efros and Freeman 2001).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.art.palette import table, to_oklab
from tools.art.sheet import Indices

Floats = NDArray[np.float64]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cut:
    """How pieces are cut: ``height`` and ``width`` px; the rim wanders between ``keep`` and ``zone`` px inside.

    Their places in the painting are multiples of ``step`` px, so that printed patterns stay in phase.
    """

    height: int
    width: int
    keep: int
    zone: int
    step: int = 4


def pieces(painting: Indices, cut: Cut, count: int = 4, quiet_first: bool = False) -> list[Indices]:
    """``count`` pieces of a painting that join. With ``quiet_first`` only the last one holds what is seldom."""
    seen = np.asarray(to_oklab(table().astype(np.float64))[painting], dtype=np.float64)
    places = _places(painting.shape, cut)
    mean = seen.mean((0, 1))
    lines = [np.abs(np.diff(seen, axis=axis)).sum(2).mean(1 - axis) for axis in (0, 1)]
    usual = [float(np.median(held)) for held in lines]  # a pixel's step from row to row, from column to column

    def unfit(at: Place) -> float:
        odd = 2 * (cut.height + cut.width) * _unlike(seen, at, cut, mean)
        return _tear(seen, at, cut) + 5 * _loud(seen, at, cut, usual) + odd

    rim_at = min(places, key=lambda at: (unfit(at), at))
    turn = (cut.height // 2, cut.width // 2)
    rim, rim_seen = (np.roll(_part(held, rim_at, cut), turn, (0, 1)) for held in (painting, seen))
    edge = _inset(cut)
    ring = (edge >= cut.keep) & (edge < cut.zone)

    def misfit(at: Place) -> float:
        part = _part(seen, at, cut)
        return float(np.abs(part - rim_seen)[ring].mean() + np.abs(part.mean((0, 1)) - mean).sum())

    fitting = sorted((misfit(at), at) for at in places)
    found = _apart([at for _, at in fitting], count, cut)
    if quiet_first:
        best = [at for _, at in fitting[: max(len(fitting) // 8, 4 * count)]]
        calm = sorted(best, key=lambda at: (float(_part(seen, at, cut).std((0, 1)).sum()), at))
        found = [*_apart(calm, count - 1, cut), calm[-1]]
    return [_laid(painting, seen, rim, rim_seen, at, cut) for at in found]


def _places(shape: tuple[int, ...], cut: Cut) -> list[Place]:
    return [
        (row, column)
        for row in range(cut.step, shape[0] - cut.height - 2, cut.step)
        for column in range(cut.step, shape[1] - cut.width - 2, cut.step)
    ]


def _part(held: NDArray[np.generic], at: Place, cut: Cut) -> NDArray[np.generic]:
    return held[at[0] : at[0] + cut.height, at[1] : at[1] + cut.width]


def _inset(cut: Cut) -> NDArray[np.intp]:
    """How many px each spot of a piece is from its nearest side."""
    rows, columns = np.arange(cut.height), np.arange(cut.width)
    down, across = np.minimum(rows, rows[::-1]), np.minimum(columns, columns[::-1])
    return np.minimum(down[:, None], across[None])


def _tear(seen: Floats, at: Place, cut: Cut) -> float:
    """How badly the arms of a rim cut here would meet themselves in the middle of the sides."""
    row, column = at
    rows = slice(row + cut.height // 2 - cut.zone, row + cut.height // 2 + cut.zone)
    columns = slice(column + cut.width // 2 - cut.zone, column + cut.width // 2 + cut.zone)
    across = np.abs(
        seen[rows, column - 2 : column + 2] - seen[rows, column + cut.width - 2 : column + cut.width + 2]
    )
    down = np.abs(seen[row - 2 : row + 2, columns] - seen[row + cut.height - 2 : row + cut.height + 2, columns])
    return float(across.sum() + down.sum())


def _loud(seen: Floats, at: Place, cut: Cut, usual: list[float]) -> float:
    """By how much the lines where pieces would meet stand out more than the painting's lines usually do."""
    row, column = at[0] + cut.height // 2, at[1] + cut.width // 2
    down = seen[row, at[1] : at[1] + cut.width] - seen[row - 1, at[1] : at[1] + cut.width]
    across = seen[at[0] : at[0] + cut.height, column] - seen[at[0] : at[0] + cut.height, column - 1]
    return max(float(np.abs(down).sum()) - usual[0] * cut.width, 0) + max(
        float(np.abs(across).sum()) - usual[1] * cut.height, 0
    )


def _unlike(seen: Floats, at: Place, cut: Cut, mean: Floats) -> float:
    """How far the rim is from the painting's mean colour: gravel has no rim of bare snow."""
    rows = slice(at[0] + cut.height // 2 - cut.zone // 2, at[0] + cut.height // 2 + cut.zone // 2)
    columns = slice(at[1] + cut.width // 2 - cut.zone // 2, at[1] + cut.width // 2 + cut.zone // 2)
    across = seen[rows, at[1] : at[1] + cut.width].mean((0, 1))
    down = seen[at[0] : at[0] + cut.height, columns].mean((0, 1))
    return float(np.abs(across - mean).sum() + np.abs(down - mean).sum())


def _apart(places: list[Place], count: int, cut: Cut) -> list[Place]:
    """The first ``count`` places that show different parts of the painting."""
    found: list[Place] = []
    for at in places:
        if all(abs(at[0] - a) > cut.height // 2 or abs(at[1] - b) > cut.width // 2 for a, b in found):
            found.append(at)
        if len(found) == count:
            return found
    return (found + places[: count - len(found)])[:count]


def _laid(painting: Indices, seen: Floats, rim: Indices, rim_seen: Floats, at: Place, cut: Cut) -> Indices:
    """The rim with the painting's part from ``at`` in its middle."""
    wrong = np.abs(_part(seen, at, cut) - rim_seen).sum(2)
    left = _seam(wrong[:, cut.keep : cut.zone]) + cut.keep
    right = cut.width - 1 - cut.keep - _seam(wrong[:, ::-1][:, cut.keep : cut.zone])
    top = _seam(wrong.T[:, cut.keep : cut.zone]) + cut.keep
    bottom = cut.height - 1 - cut.keep - _seam(wrong.T[:, ::-1][:, cut.keep : cut.zone])
    rows, columns = np.mgrid[0 : cut.height, 0 : cut.width]
    inside = (columns > left[:, None]) & (columns < right[:, None]) & (rows > top[None]) & (rows < bottom[None])
    return np.where(inside, _part(painting, at, cut), rim).astype(np.uint8)


def _seam(wrong: Floats) -> NDArray[np.intp]:
    """For each row the column of the cheapest way from the first row to the last, one column aside a row at most."""
    cost = wrong.copy()
    for row in range(1, len(cost)):
        above = np.pad(cost[row - 1], 1, constant_values=np.inf)
        cost[row] += np.minimum(np.minimum(above[:-2], above[1:-1]), above[2:])
    way = np.empty(len(cost), dtype=np.intp)
    way[-1] = int(cost[-1].argmin())
    for row in range(len(cost) - 2, -1, -1):
        first = max(way[row + 1] - 1, 0)
        way[row] = first + int(cost[row, first : way[row + 1] + 2].argmin())
    return way
