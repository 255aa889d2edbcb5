"""The searchlight: two sweeps, one of 6 seconds and one of 9, and now and then the generator coughs and it goes dark.

In the player's words: what the beam does not touch, the tower does not see. Trees throw shadows; stand in them. Every
80 seconds the light dies for four: go then.
"""

from __future__ import annotations

from game.sim.angles import CIRCLE, DIRECTIONS, LONG
from game.sim.room import Watcher

SWEEP_TICKS = 360                          # there; back takes half as long again
COUGH_EVERY_TICKS, DARK_TICKS = 4800, 240  # the light is out at the end of every 80 s


def dark(tick: int) -> bool:
    """Whether the light is out."""
    return tick % COUGH_EVERY_TICKS >= COUGH_EVERY_TICKS - DARK_TICKS


def coughs(tick: int) -> bool:
    """Whether the generator coughs on this very tick."""
    return tick % COUGH_EVERY_TICKS == COUGH_EVERY_TICKS - DARK_TICKS


def beam(watcher: Watcher, tick: int) -> tuple[int, int]:
    """The middle of the beam at `tick`, a vector 4096 long. It sweeps the short way between its two angles."""
    first, last, ticks = watcher.sweep
    there = ticks or SWEEP_TICKS
    return swing(first, last, there, there + there // 2, tick)


def swing(first: int, last: int, there: int, back: int, tick: int) -> tuple[int, int]:
    """Where something looks that turns from angle `first` to `last` in `there` ticks, and back in `back`."""
    gap = (last - first + CIRCLE // 2) % CIRCLE - CIRCLE // 2
    now = tick % (there + back)
    part = now * LONG // there if now < there else (there + back - now) * LONG // back
    step, rest = divmod(gap * part, LONG)
    (x0, y0), (x1, y1) = DIRECTIONS[(first + step) % CIRCLE], DIRECTIONS[(first + step + 1) % CIRCLE]
    return x0 + ((x1 - x0) * rest >> 12), y0 + ((y1 - y0) * rest >> 12)
