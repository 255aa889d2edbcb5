"""The light of a room as its clock goes: from one grade to the next, in steps too small to see.

At each step all colours move at once; the pictures in those colours are lit anew one after the other, one a frame, so
that no frame is long. Between two pictures of the same moment there is less than a sixteenth of the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from game.sim.room_art import Hour
from game.ui.atlas import Atlas
from game.ui.palettes import Mix

STEPS = 24
_HALF_DAY, _DAY = 720, 1440


def mix(hours: tuple[Hour, ...], minute: int) -> Mix | None:
    """Between which grades the light is at `minute` of the day, and how far; None without hours.

    Before the first hour it is the first's, after the last the last's.
    """
    if not hours:
        return None
    now = _after(hours[0].minute, minute)
    if now < 0:
        return Mix(hours[0].grade, hours[0].grade, 0.0)
    for one, two in pairwise(hours):
        start, end = (_after(hours[0].minute, hour.minute, whole=True) for hour in (one, two))
        if now < end:
            return Mix(one.grade, two.grade, (now - start) * STEPS // (end - start) / STEPS)
    return Mix(hours[-1].grade, hours[-1].grade, 0.0)


def _after(first: int, minute: int, whole: bool = False) -> int:
    """Minutes since `first`; unless `whole`, more than half a day after it is before it."""
    since = (minute - first) % _DAY
    return since if whole or since <= _HALF_DAY + _HALF_DAY // 2 else since - _DAY


class Daylight:
    """Keeps the pictures of the room shown in the light of the hour."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._grade = ""
        self._hours: tuple[Hour, ...] = ()
        self._work: Iterator[None] = iter(())

    def enter(self, grade: str, hours: tuple[Hour, ...], minute: int) -> None:
        """Begin in a room that is in `grade`: what is drawn from here on is in the light of `minute`."""
        self._work = iter(())
        if self._hours and (self._grade != grade or not hours):
            self._atlas.palettes.turn(self._grade, None)
            self._atlas.forget(self._grade)
        self._grade, self._hours = grade, hours
        if self._atlas.palettes.turn(grade, mix(hours, minute)):
            self._atlas.forget(grade)

    def pass_to(self, minute: int) -> bool:
        """Let the clock go on to `minute`; True if all pictures want to be lit anew: see `relight`."""
        return bool(self._hours) and self._atlas.palettes.turn(self._grade, mix(self._hours, minute))

    def relight(self, work: Iterator[None]) -> None:
        """What there is to be done from now on, a piece a frame; what was left of the last step it does as well."""
        self._work = work

    def go_on(self) -> None:
        """Do one piece of it."""
        next(self._work, None)
