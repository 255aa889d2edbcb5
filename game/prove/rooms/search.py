"""The search: everywhere she could be unseen, slot by slot, until one of the places is a goal; then read backwards.

A slot is the time of a walked cell. She may wait upright, wait low, wait in a hiding place, walk, crouch or crawl. Each
`layer` is one more slot in which somebody had a glimpse of her from far: layer 0 was never seen at all.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from game.prove.rooms.terrain import Terrain
from game.prove.rooms.watched import Foreseen
from game.sim.grid import Cell
from game.sim.intents import Gait

# slots for a straight and a diagonal cell
PACE: dict[Gait, tuple[int, int]] = {Gait.WALK: (1, 2), Gait.CROUCH: (2, 3), Gait.CRAWL: (4, 5)}
MOST_SLOTS = 1500   # eight minutes


@dataclass(frozen=True, slots=True)
class Leg:
    """From slot `begins` to slot `ends`: to `cell` at `gait`. To the cell she is on: a wait; `hidden` in that place."""

    begins: int
    ends: int
    cell: Cell
    gait: Gait
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What to search: from bit `start` to any of the bits `goal`, never over `shun`.

    `slack`: so many slots early or late she must be unseen as well. `layers`: so many slots of glimpses are borne.
    `without`: watchers taken away. `forbidden`: cells by slot that the rules refused. `patience`: after so many slots,
    more than any round lasts, in which no new place was come to, none ever will.
    """

    start: int
    goal: int
    shun: int = 0
    slack: int = 0
    layers: int = 0
    without: frozenset[str] = frozenset()
    forbidden: dict[int, int] = field(default_factory=dict)
    most_slots: int = MOST_SLOTS
    patience: int = MOST_SLOTS


Alive = dict[tuple[int, int], int]  # (layer, slot) -> bits


@dataclass(slots=True)
class _Moment:
    """What is allowed in one slot: by gait while moving, upright, low; sharp (unseen) and with a glimpse."""

    moving: dict[Gait, int]
    glimpsed: dict[Gait, int]
    waiting: dict[Gait, int]
    waiting_glimpsed: dict[Gait, int]


@dataclass(slots=True)
class Search:
    """A search under way."""

    terrain: Terrain
    foreseen: Foreseen
    asked: Asked
    alive: Alive = field(default_factory=lambda: defaultdict(int))
    moments: dict[int, _Moment] = field(default_factory=dict)
    looked: int = 0

    def run(self) -> list[Leg] | None:
        """The legs of the quickest way; None if there is none in so much time."""
        asked = self.asked
        self.alive[0, 0] = asked.start
        gone = grown = ever = 0
        for slot in range(asked.most_slots):
            self.looked = slot
            for layer in range(asked.layers + 1):
                here = self.alive[layer, slot]
                if here & asked.goal:
                    return self._read(layer, slot, here & asked.goal)
                if here:
                    gone = slot
                    if here & ~ever:
                        ever, grown = ever | here, slot
                    self._spread(layer, slot, here)
            if slot > gone + 8 or slot > grown + asked.patience:  # nowhere to hold out, or nothing new any more
                return None
        return None

    # Forwards ----------------------------------------------------------------------------------------------
    def _spread(self, layer: int, slot: int, here: int) -> None:
        alive, field_ = self.alive, self.terrain.field
        moment = self._moment(slot)
        for gait in (Gait.WALK, Gait.CROUCH):
            alive[layer, slot + 1] |= here & moment.waiting[gait]
            if layer < self.asked.layers:
                alive[layer + 1, slot + 1] |= here & moment.waiting_glimpsed[gait]
        for cells in self.terrain.hides.values():
            alive[layer, slot + 1] |= here & cells
        for gait, (straight, diagonal) in PACE.items():
            for slots, across in ((straight, False), (diagonal, True)):
                for more in range(self.asked.layers - layer + 1):
                    if more and more != slots:
                        continue
                    allowed = self._allowed(gait, slot, slots, bool(more))
                    source = here & allowed
                    if source:
                        there = field_.diagonal(source, allowed) if across else field_.straight(source) & allowed
                        alive[layer + more, slot + slots] |= self.terrain.by_stairs(there)

    def _allowed(self, gait: Gait, slot: int, slots: int, glimpsed: bool) -> int:
        allowed = self.terrain.ground[gait] & ~self.asked.shun
        for at in range(slot, slot + slots):
            moment = self._moment(at)
            allowed &= (moment.glimpsed if glimpsed else moment.moving)[gait]
        return allowed

    def _moment(self, slot: int) -> _Moment:
        found = self.moments.get(slot)
        if found is None:
            asked, full = self.asked, self.terrain.field.full
            sensed = self.foreseen.at(slot, asked.slack, asked.without)
            free = full & ~asked.forbidden.get(slot, 0)
            seen = {gait: sensed.upright if gait is Gait.WALK else sensed.low for gait in PACE}
            heard = {gait: sensed.heard.get(gait, 0) for gait in PACE}
            found = self.moments[slot] = _Moment(
                {gait: free & ~seen[gait] & ~heard[gait] for gait in PACE},
                {gait: free & ~sensed.sure & ~heard[gait] for gait in PACE},
                {gait: free & ~seen[gait] for gait in PACE},
                {gait: free & ~sensed.sure for gait in PACE})
        return found

    # Backwards ---------------------------------------------------------------------------------------------
    def _read(self, layer: int, slot: int, bit: int) -> list[Leg]:
        """The legs that led to the lowest bit of `bit`, first leg first."""
        legs: list[Leg] = []
        bit &= -bit
        while slot:
            layer, slot, before, leg = self._before(layer, slot, bit)
            legs.append(leg)
            bit = before
        return legs[::-1]

    def _before(self, layer: int, slot: int, bit: int) -> tuple[int, int, int, Leg]:
        """One leg back: layer, slot and bit she came from. Moving is looked for first: so waits come early."""
        cell = self.terrain.field.cell(bit)
        for gait, (straight, diagonal) in PACE.items():
            for slots, across in ((straight, False), (diagonal, True)):
                for more in (0, slots):
                    if slots > slot or more > layer:
                        continue
                    source = self._source(layer - more, slot - slots, bit, gait, slots, across, bool(more))
                    if source:
                        return layer - more, slot - slots, source, Leg(slot - slots, slot, cell, gait)
        moment = self._moment(slot - 1)
        for name, cells in self.terrain.hides.items():
            if self.alive[layer, slot - 1] & bit & cells:
                return layer, slot - 1, bit, Leg(slot - 1, slot, cell, Gait.CROUCH, name)
        for gait in (Gait.WALK, Gait.CROUCH):
            if self.alive[layer, slot - 1] & bit & moment.waiting[gait]:
                return layer, slot - 1, bit, Leg(slot - 1, slot, cell, gait)
            if layer and self.alive[layer - 1, slot - 1] & bit & moment.waiting_glimpsed[gait]:
                return layer - 1, slot - 1, bit, Leg(slot - 1, slot, cell, gait)
        raise AssertionError("a place nobody came to")

    def _source(self, layer: int, slot: int, bit: int, gait: Gait, slots: int, across: bool, glimpsed: bool) -> int:
        """One bit she could have come from, or 0."""
        allowed = self._allowed(gait, slot, slots, glimpsed)
        field_ = self.terrain.field
        ends = [foot for foot, head in self.terrain.stairs if head == bit] + [bit]
        for end in ends:
            if not end & allowed or (end == bit and any(foot == bit for foot, _ in self.terrain.stairs)):
                continue
            near = field_.diagonal(end, allowed) if across else field_.straight(end)
            source = near & allowed & self.alive[layer, slot]
            if source:
                return source & -source
        return 0
