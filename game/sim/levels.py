"""The crackdown dial: what each difficulty changes, in one table. Each number has its reason in docs/difficulty.md.

In the player's words: the four levels are four winters at the border. They change how sharply you are watched, what
people dare for money, and how much is told beforehand. They never change what is told, or how it can end.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.sim.room import Room, Watcher
from game.sim.world import Level

UNLIMITED, NEVER, ALWAYS = -1, -1, 0


@dataclass(frozen=True, slots=True)
class Dial:
    """One level. Percents are of the Traveller's; `path_laps` laps of a round are watched before its path is drawn.

    `gap_seconds`: at least so long nobody stands at the posts at a change of guard, up to ten more. `calm_percent`:
    of a room's safe first seconds. `rewinds` a room; UNLIMITED, NEVER and ALWAYS say what they say.
    """

    suspicion_percent: int
    prints_percent: int
    announced: bool
    gap_seconds: int
    calm_percent: int
    path_laps: int
    bribe_percent: int
    rewinds: int


DIALS: dict[Level, Dial] = {
    Level.STORY: Dial(50, 60, True, 15, 150, ALWAYS, 80, UNLIMITED),
    Level.TRAVELLER: Dial(100, 100, True, 10, 100, 1, 100, UNLIMITED),
    Level.WINTER: Dial(125, 130, True, 6, 70, NEVER, 130, 3),
    Level.SECOND: Dial(140, 150, False, 3, 50, NEVER, 160, 3),
}
_ORDER = tuple(Level)


def dial(level: Level) -> Dial:
    """The numbers of a level."""
    return DIALS[level]


def calm_ticks(level: Level, room: Room) -> int:
    """How long nobody notices anything in a room, from when she comes in."""
    return room.calm_seconds * 60 * DIALS[level].calm_percent // 100


def posted(level: Level, watcher: Watcher) -> bool:
    """Whether a watcher is there at all on `level`: some are sent only in a harder winter."""
    return not watcher.level or _ORDER.index(level) >= _ORDER.index(Level(watcher.level))
