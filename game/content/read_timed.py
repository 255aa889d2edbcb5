"""`time` on a `choose`, and the choice that is taken when it is over."""

from __future__ import annotations

from collections.abc import Mapping

from game.content import schema
from game.content.lines import TICKS_A_SECOND
from game.content.scribe import Scribe
from game.content.yamltree import Tree

LEAST_SECONDS = 3   # nobody reads three answers faster


class Timed:
    """Gathers the time of one `choose` and its default while the choices are read."""

    def __init__(self, scribe: Scribe, choose: Tree, time: Tree | None) -> None:
        self.faults = scribe.faults
        self.place = time.place if time is not None else choose.place
        self.ticks = schema.ticks(time, "time", scribe.faults) if time is not None else 0
        self.taken = ""
        if time is not None and 1 < self.ticks < LEAST_SECONDS * TICKS_A_SECOND:
            self.faults.error(time.place, "V003", f"nobody can read and answer in less than {LEAST_SECONDS} seconds",
                              "time: 8")

    def default(self, id: str, got: Mapping[str, Tree]) -> None:
        """Note that the choice `id`, with these settings, is the default."""
        place = got["default"].place
        bound = [name for name in ("if", "pay", "once") if name in got]
        if not self.ticks:
            self.faults.warning(place, "X007", "a default is only taken where there is a `time`, and there is none",
                                "add `time: 8` beside `choose`, or delete it")
        elif self.taken:
            self.faults.error(place, "X007", "two of these choices are the default", "keep one")
        elif bound:
            self.faults.error(got[bound[0]].place, "X007", f"the default must always be there, and this one has "
                              f"`{bound[0]}`", "let another choice be the default")
        else:
            self.taken = id
            return
        self.taken = self.taken or id

    def settled(self) -> str:
        """The id of the default once all choices are read; a time without one is reported."""
        if self.ticks and not self.taken:
            self.faults.error(self.place, "X007", "nothing says what happens when the time is over",
                              "add `default: true` to one choice, best to the one in which she does nothing")
        return self.taken if self.ticks else ""
