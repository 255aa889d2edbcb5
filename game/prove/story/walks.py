"""Every shadow of the tale from its start, until one is found that is wanted, and the way that led there.

A node that is called with the same things known is walked once, whoever calls it: where it comes back, it comes back to
each caller (Sharir and Pnueli 1981). Who goes into a room leaves what is below it for good.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from game.prove.story.always import Place
from game.prove.story.falls import By, Fall, after
from game.prove.story.shadow import Known, Shadow
from game.story.conditions import Condition
from game.story.steps import Bribe, Choose, Papers, Phone

MOST_SHADOWS = 200_000
LOOK_EVERY = 512
Footing = tuple[int, Place, Known]       # the number of a frame, where it stands, what is known
Trail = list[tuple[Place, Fall | None]]  # places and what they came to; the last is where it was wanted


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: `condition` is so (or not, as `holds` says) at `place`, or from there a move falls as `name`
    and `told` say; or any step of `node`. Without either: wherever the tale rests or ends. Moves in `without` are not
    made on the way.
    """

    condition: Condition | None = None
    holds: bool = True
    place: Place = ("", 0)
    name: str = ""
    told: str = ""
    node: str = ""
    without: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Frame:
    """Who waits for a frame to come back, each with the fall that began it, and where it did."""

    callers: dict[tuple[int, Place], tuple[Footing, Fall]] = field(default_factory=dict)
    backs: list[Footing] = field(default_factory=list)


@dataclass(slots=True)
class _Via:
    """How a footing was come to: by a fall from `before`; `inner` is where the frame came back that was begun so."""

    before: Footing
    fall: Fall
    inner: Footing | None = None


@dataclass(slots=True)
class Walks:
    """The search. `trail` is what was found; `whole` whether every shadow was seen otherwise."""

    shadow: Shadow
    wanted: Wanted
    until: float
    trail: Trail | None = None
    whole: bool = True
    frames: list[_Frame] = field(default_factory=list)
    numbers: dict[tuple[By, Place, Known], int] = field(default_factory=dict)
    via: dict[Footing, _Via | None] = field(default_factory=dict)
    alike: dict[tuple[object, ...], list[Known]] = field(default_factory=dict)  # where only bounds differ
    left: deque[Footing] = field(default_factory=deque)

    def search(self, start: str) -> None:
        """Walk them all, the nearest first."""
        known = self.shadow.start(start)
        self._add((self._frame(By.ROOM, ("", 0), known), (start, 0), known), None)
        done = 0
        while self.left:
            done += 1
            if done > MOST_SHADOWS or (done % LOOK_EVERY == 0 and time.monotonic() > self.until):
                self.whole = False
                return
            footing = self.left.popleft()
            _, place, known = footing
            falls = list(after(self.shadow, place, known))
            last = self._is_wanted(place, known, falls)
            if last is not None:
                self.trail = [*reversed(list(self._back(footing))), (place, last[0])]
                return
            for fall in falls:
                if fall.name not in self.wanted.without:
                    self._follow(footing, fall)

    def _is_wanted(self, place: Place, known: Known, falls: list[Fall]) -> tuple[Fall | None] | None:
        """Whether this is it; with the fall that is wanted, if one is."""
        wanted = self.wanted
        if wanted.place[0] and place != wanted.place:
            return None
        if wanted.name or wanted.told:
            fall = next((fall for fall in falls if wanted.name in ("", fall.name) and wanted.told in ("", fall.told)),
                        None)
            return None if fall is None else (fall,)
        if wanted.node:
            return (None,) if wanted.node == place[0] else None
        if not wanted.place[0] and not self._rests(place):
            return None
        return (None,) if self.shadow.truth(wanted.condition, known)[not wanted.holds] else None

    def _rests(self, place: Place) -> bool:
        step = self.shadow.lore.book.nodes[place[0]].steps[max(place[1], ~place[1])]
        return place[1] < 0 or isinstance(step, (Choose, Bribe, Phone, Papers))

    def _frame(self, by: By, place: Place, known: Known) -> int:
        """The number of a frame that begins there; one that knows less will do."""
        if self.shadow.bounds:
            alike = self.alike.setdefault(("frame", by, place, self.shadow.exact(known)), [])
            wider = next((one for one in alike if self.shadow.covers(one, known)), None)
            if wider is None:
                alike.append(known)
            known = wider or known
        key = by, place, known
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.frames)
            self.frames.append(_Frame())
        return number

    def _add(self, footing: Footing, via: _Via | None) -> None:
        if footing in self.via:
            return
        number, place, known = footing
        alike = self.alike.setdefault((number, place, self.shadow.exact(known)), []) if self.shadow.bounds else []
        if not any(self.shadow.covers(one, known) for one in alike):
            alike.append(known)
            self.via[footing] = via
            self.left.append(footing)

    def _follow(self, footing: Footing, fall: Fall) -> None:
        number = footing[0]
        match fall.by:
            case By.ON:
                self._add((number, fall.place, fall.known), _Via(footing, fall))
            case By.ROOM:
                self._add((self._frame(By.ROOM, fall.place, fall.known), fall.place, fall.known), _Via(footing, fall))
            case By.BACK:
                self.frames[number].backs.append(footing)
                for (caller, back), (begun, call) in list(self.frames[number].callers.items()):
                    self._add((caller, back, footing[2]), _Via(begun, call, footing))
            case By.CALL | By.WAY:
                inner = self._frame(By.CALL, fall.place, fall.known)
                self._add((inner, fall.place, fall.known), _Via(footing, fall))
                if (number, fall.back) not in self.frames[inner].callers:
                    self.frames[inner].callers[number, fall.back] = footing, fall
                    for end in self.frames[inner].backs:
                        self._add((number, fall.back, end[2]), _Via(footing, fall, end))

    def _back(self, footing: Footing, within: int = -1) -> Iterator[tuple[Place, Fall]]:
        """The falls that led there, the last first; with `within` only back to where that frame began."""
        while (via := self.via[footing]) is not None:
            if via.inner is not None:
                yield via.inner[1], Fall(By.BACK, ("", 0), via.inner[2])
                yield from self._back(via.inner, via.inner[0])
            elif via.fall.by in (By.CALL, By.WAY) and within == footing[0]:
                return
            yield via.before[1], via.fall
            footing = via.before
