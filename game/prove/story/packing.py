"""A state of the tale as bytes, and back: two tales of which nothing later can tell the difference are the same bytes.

A state is its shape (where it stands, what is open) and the values of what is still live there.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any

from game.prove.story.live import FACT, ONCE, READING, SEEN, VARIED, Live
from game.story import calls
from game.story.dice import Dice
from game.story.facts import READING_RANGES, FactType, Readings, Value
from game.story.flow import in_room
from game.story.tale import Desk, Frame, OnCall, Pending, Tale, Timer, Waiting

_HEAD = struct.Struct("<I")
TRACES = (0, *calls.STEPS)
Shape = tuple[Any, ...]


@dataclass(slots=True)
class _Plan:
    """What is kept of states of one shape: names of facts, of `once`s, of nodes asked about, of varies, of readings.

    `words` and `values` are those of the facts; `once_at` and `seen_at` tell the place of a name in its row.
    """

    shape: Shape
    facts: tuple[str, ...]
    onces: tuple[str, ...]
    seen: tuple[str, ...]
    varied: tuple[str, ...]
    readings: tuple[str, ...]
    words: list[tuple[str, dict[Value, int], bool]]
    values: list[tuple[str, list[Value], bool]]
    once_at: dict[str, int]
    seen_at: dict[str, int]


Read = tuple[_Plan, dict[str, Value], dict[str, int], dict[str, int], dict[str, int], Readings]


@dataclass(slots=True)
class Packer:
    """Turns tales into bytes and back. Shapes are numbered as they are met.

    With `kept`, variables that are not among them are forgotten (see coarse.py); None keeps all that is live.
    """

    live: Live
    kept: set[tuple[str, str]] | None = None
    dropped: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    plans: list[_Plan] = field(default_factory=list)
    numbers: dict[Shape, int] = field(default_factory=dict)
    start: dict[str, Value] = field(default_factory=dict)
    words: dict[str, dict[Value, int]] = field(default_factory=dict)
    values: dict[str, list[Value]] = field(default_factory=dict)
    last: tuple[bytes, Read] | None = None

    def __post_init__(self) -> None:
        """Every value a fact can have, numbered."""
        for fact in self.live.book.facts.values():
            values: list[Value] = [False, True]
            if fact.type is FactType.ENUM:
                values = list(fact.of)
            elif fact.type is FactType.INT:
                values = list(range(fact.least, fact.most + 1))
            self.start[fact.name] = fact.start
            self.values[fact.name] = values
            self.words[fact.name] = {value: number for number, value in enumerate(values)}

    def pack(self, tale: Tale) -> bytes:
        """The state of a tale that waits."""
        shape = shape_of(tale)
        number = self.number_of(shape if self.kept is None else roughly(shape))
        plan = self.plans[number]
        parts = bytearray(_HEAD.pack(number))
        facts, most = tale.facts, self.live.most_seen
        for name, words, wide in plan.words:
            index = words[facts[name]]
            if wide:
                parts.append(index >> 8)
            parts.append(index & 255)
        first = len(parts)
        parts += bytes(len(plan.onces) + len(plan.seen))  # most of them are 0: only what is not is looked up
        for name in tale.once:
            if name in plan.once_at:
                parts[first + plan.once_at[name]] = 1
        first += len(plan.onces)
        for name, count in tale.visits.items():
            if name in plan.seen_at:
                parts[first + plan.seen_at[name]] = min(count, most[name], 255)
        for name in plan.varied:
            parts += struct.pack("<H", tale.varied.get(name, 0))
        for name in plan.readings:
            parts.append(int(getattr(tale.readings, name)))
        return bytes(parts)

    def unpack(self, state: bytes, dice: Dice | None) -> Tale:
        """A tale in that state, which decides by `dice`."""
        if self.last is None or self.last[0] != state:  # one state is asked for again and again, for each of its moves
            self.last = state, self._read(state)
        plan, facts, once, visits, varied, readings = self.last[1]
        waiting, frames, tries, ending, call, desk, trace, timers, pending = plan.shape
        return Tale(seed=0, facts=facts.copy(), stack=[Frame(*frame) for frame in frames], waiting=waiting,
                    visits=visits.copy(), once=once.copy(), tries=tries, readings=readings,
                    pending=[Pending(*one) for one in pending],
                    timers=[Timer(*one) for one in timers], ending=ending, trace=trace,
                    call=OnCall(call[0], call[1], call[2], call[3], list(call[4])) if call else None,
                    desk=Desk(desk[0], desk[1], list(desk[2]), *desk[3:]) if desk else None, varied=varied.copy(),
                    dice=dice)

    def _read(self, state: bytes) -> Read:
        """What is kept in a state, in the order of `Read`."""
        plan = self.plans[_HEAD.unpack_from(state)[0]]
        at, facts = 4, self.start.copy()
        for name, values, wide in plan.values:
            index = state[at]
            if wide:
                at += 1
                index = index << 8 | state[at]
            facts[name] = values[index]
            at += 1
        once = {name: 1 for name, used in zip(plan.onces, state[at:], strict=False) if used}
        at += len(plan.onces)
        visits = {name: count for name, count in zip(plan.seen, state[at:], strict=False) if count}
        visits[""] = 1  # a tale that was never anywhere would begin
        at += len(plan.seen)
        varied = {name: int.from_bytes(state[at + 2 * i:at + 2 * i + 2], "little")
                  for i, name in enumerate(plan.varied)}
        at += 2 * len(plan.varied)
        told = dict(zip(plan.readings, state[at:], strict=False))
        readings: dict[str, Any] = {**told, "witness": bool(told["witness"])} if "witness" in told else {**told}
        return plan, facts, once, visits, varied, Readings(**readings)

    def plan_of(self, state: bytes) -> _Plan:
        """Where a state stands and what is kept of it."""
        number: int = _HEAD.unpack_from(state)[0]
        return self.plans[number]

    def forgotten(self, state: bytes) -> set[tuple[str, str]]:
        """The variables that are live in a state and not kept; a set of its own."""
        return set(self.dropped.get(_HEAD.unpack_from(state)[0], ()))

    def number_of(self, shape: Shape) -> int:
        """The number of a shape, with its plan made if it is new."""
        number = self.numbers.get(shape)
        if number is None:
            number = self.numbers[shape] = len(self.plans)
            plan = self._plan(shape)
            self.plans.append(plan)
        return number

    def _plan(self, shape: Shape) -> _Plan:
        live, at = self.live, self.live.at
        waiting, frames, _, _, call, desk, _, timers, pending = shape
        mask = 0
        for place in [*(frame[:2] for frame in frames), *(one[:2] for one in (call, desk) if one)]:
            mask |= at.get(place, 0)
        for one in (*timers, *pending):
            mask |= at.get((one[1], 0), 0)
        if waiting is Waiting.ROOM:
            mask &= ~live.readings
        named = live.named(mask)
        if self.kept is not None:
            forgotten = {name for name in named if name not in self.kept and name[0] in (FACT, ONCE, SEEN)}
            self.dropped[len(self.plans)] = forgotten
            named = [name for name in named if name not in forgotten]
        kinds = {kind: tuple(name for k, name in named if k == kind) for kind in (FACT, ONCE, SEEN, VARIED, READING)}
        wide = {name: len(self.values[name]) > 256 for name in kinds[FACT]}
        return _Plan(shape, kinds[FACT], kinds[ONCE], kinds[SEEN], kinds[VARIED],
                     tuple(name for name in kinds[READING] if name in READING_RANGES),
                     [(name, self.words[name], wide[name]) for name in kinds[FACT]],
                     [(name, self.values[name], wide[name]) for name in kinds[FACT]],
                     {name: at for at, name in enumerate(kinds[ONCE])},
                     {name: at for at, name in enumerate(kinds[SEEN])})


def shape_of(tale: Tale) -> Shape:
    """Where a tale stands and what is open, without the values of its variables."""
    if tale.waiting is Waiting.END:
        return (Waiting.END, (), 0, tale.ending, None, None, 0, (), ())
    call, desk = tale.call, tale.desk
    staged = in_room(tale)
    return (tale.waiting, tuple((frame.node, frame.at, frame.way) for frame in tale.stack),
            tale.tries if tale.waiting is Waiting.BRIBE else 0, "",
            (call.node, call.at, call.who, 0 if staged else call.began, tuple(sorted(call.played))) if call else None,
            (desk.node, desk.at, tuple(desk.drawn), desk.answered, desk.doubt) if desk else None,
            _trace(tale, staged),
            tuple(sorted((one.name, one.node, 0, one.missed) for one in tale.timers)),
            tuple((one.name, one.node, due, one.missed) for due, one in enumerate(
                sorted(tale.pending, key=lambda one: one.due), start=1)))


def roughly(shape: Shape) -> Shape:
    """A shape that has forgotten which cards of a call were played, and which questions were asked."""
    waiting, frames, tries, ending, call, desk, trace, timers, pending = shape
    return (waiting, frames, tries, ending, (*call[:4], ()) if call else None,
            (*desk[:2], (0,), 0, 0) if desk else None, trace, timers, pending)


def _trace(tale: Tale, staged: bool) -> int:
    """On the stage only the step that the trace has reached counts: what lies between is nature's."""
    if not staged:
        return tale.trace
    return TRACES[calls.step_of(tale.trace)] if tale.call is not None else 0
