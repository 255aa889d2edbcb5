"""What is learned when the rules refuse a found way: places, and places at moments, that are not gone to again."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.prove.rooms.follow import Walk
from game.prove.rooms.terrain import Terrain
from game.prove.rooms.watched import SLOT_TICKS, Foreseen
from game.sim.ground import cell_of
from game.sim.world import Mind, Print

AFTER_SLOTS = 300   # prints are looked after for so long beyond the moment one was found
SPARE_SLOTS = 6


@dataclass(slots=True)
class Refusals:
    """Cells refused for good, and by slot those refused at that moment; all as bits."""

    cells: int = 0
    moments: dict[int, int] = field(default_factory=dict)


def refuse(refusals: Refusals, terrain: Terrain, foreseen: Foreseen, walk: Walk, begun: int, start: int) -> None:
    """Learn from a refused walk that began at tick `begun` on the bit `start`: there is always something new in it."""
    mark = _print_found(walk)
    if mark is not None:
        _spare_prints(refusals, terrain, foreseen, walk, mark, begun, start)
        return
    if walk.why == "ice gives way" and walk.world.stage is not None:
        her = walk.world.stage.her
        refusals.cells |= terrain.field.bit(cell_of(her.x, her.y)) & ~start
    for slot, at in walk.glimpses.get(walk.who, ()):
        refusals.moments[slot] = refusals.moments.get(slot, 0) | 1 << at
    if walk.places:
        tick, x, y = walk.places[-1]
        for slot in ((tick - begun) // SLOT_TICKS, (tick - begun) // SLOT_TICKS + 1):
            refusals.moments[slot] = refusals.moments.get(slot, 0) | terrain.field.bit(cell_of(x, y))


def _print_found(walk: Walk) -> Print | None:
    """The print that somebody came upon and follows; None if it was something else."""
    stage = walk.world.stage
    guard = stage.guards.get(walk.who) if stage is not None else None
    if stage is None or guard is None or guard.mind is not Mind.TRAIL:
        return None
    return next((mark for mark in stage.prints if mark.id == guard.print_id), None)


def _spare_prints(refusals: Refusals, terrain: Terrain, foreseen: Foreseen, walk: Walk, mark: Print, begun: int,
                  start: int) -> None:
    """No prints any more where he, or another of his kind, comes by within as long as it took him to find this one."""
    stage = walk.world.stage
    assert stage is not None
    field_, guard = terrain.field, stage.guards[walk.who]
    made, _, _ = min(walk.places, key=lambda place: (place[1] - mark.x) ** 2 + (place[2] - mark.y) ** 2)
    now = (stage.tick - begun) // SLOT_TICKS
    window = max(1, (stage.tick - made) // SLOT_TICKS + SPARE_SLOTS)
    near = max(1, abs((guard.x >> 12) - (mark.x >> 12)), abs((guard.y >> 12) - (mark.y >> 12)))
    kind = next(watcher.kind for watcher in walk.world.room.watchers if watcher.name == walk.who)
    alike = {watcher.name for watcher in walk.world.room.watchers if watcher.kind is kind}
    last = now + AFTER_SLOTS
    foreseen.each(last + window + 1)
    passes = [field_.around(field_.bits(cell for name, cell in where.items() if name in alike), near)
              for where in foreseen.where[1:last + window + 1]]
    for slot, cells in enumerate(windows(passes, window)):
        refusals.moments[slot] = refusals.moments.get(slot, 0) | (cells & terrain.marks & ~start)


def windows(rows: list[int], long: int) -> list[int]:
    """For each place the union of `long` rows from there on, as far as so many are left. `long` is at least 1."""
    known, rows = 1, list(rows)
    while known * 2 <= long:
        rows = [rows[i] | rows[i + known] for i in range(len(rows) - known)]
        known *= 2
    return [rows[i] | rows[i + long - known] for i in range(len(rows) - (long - known))]
