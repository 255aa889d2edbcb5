"""A magpie that flies from perch to perch by day. It keeps away from people, so it never sits on anybody's sign."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from game.ui.look import TICKS

PERCHES = ("field_stook", "haystack", "fence_post", "farm_shed", "well", "stump", "grave_stone", "notice_board",
           "pear_boxes", "wood_pile", "camera_pole", "post_hut", "brick_post", "farmhouse", "cart")
_SITS_TICKS = (5 * TICKS, 16 * TICKS)
_AWAY_TICKS = (6 * TICKS, 20 * TICKS)  # out of the picture, between visits
_PX_A_TICK = 2.1
_SHY_PX = 72                           # nearer than that to anybody, it leaves
_NEIGHBOUR_PX = 420                    # it seldom flies farther
Place = tuple[int, int]


class Magpie:
    """One bird. Times are ticks of the screen; places are room pixels. Its luck is its own: nothing depends on it."""

    def __init__(self, perches: Sequence[Place], seed: int = 11) -> None:
        self._perches = list(perches)
        self._luck = random.Random(seed)
        self._from: Place = self._perches[0]
        self._to: Place = self._perches[0]
        self._since = -1      # when it left `_from`; -1 before the first tick
        self._lands = 0
        self._leaves = 0
        self._gone = True     # not in the picture until the next flight
        self.startled: Place | None = None  # where it sat when somebody came too near; whoever listens takes it away

    def pass_to(self, clock: int, bodies: Sequence[Place]) -> tuple[int, int, int, bool] | None:
        """Let time go on to `clock`: the bird's place, which of its pictures, and whether it looks west; None away."""
        if self._since < 0 or clock < self._since:
            self._rest_away(clock)
        startled = not self._gone and clock >= self._lands and _anybody(self._to, bodies)
        if startled:
            self.startled = self._to
        if startled or clock >= self._leaves:
            self._fly(clock, bodies)
        if self._gone:
            return None
        westward = self._to[0] < self._from[0]
        if clock >= self._lands:
            flicks = (clock - self._lands) % 190 < 14
            return *self._to, 1 if flicks else 0, westward
        share = (clock - self._since) / max(self._lands - self._since, 1)
        x = round(self._from[0] + (self._to[0] - self._from[0]) * share)
        dips = 16 * math.sin(math.pi * share) + 2 * math.sin(clock / 9)
        y = round(self._from[1] + (self._to[1] - self._from[1]) * share - dips)
        return x, y, 2 + clock // 6 % 2, westward

    def _rest_away(self, clock: int) -> None:
        self._gone, self._since, self._lands = True, clock, clock
        self._leaves = clock + self._luck.randint(*_AWAY_TICKS)

    def _fly(self, clock: int, bodies: Sequence[Place]) -> None:
        """To another perch that nobody is near; away from the room if there is none."""
        here = self._to
        free = [p for p in self._perches if p != here and not _anybody(p, bodies)]
        near = [p for p in free if math.dist(p, here) < _NEIGHBOUR_PX] or free
        if not near:
            self._rest_away(clock)
            return
        self._from = (here[0] - 500, here[1] - 220) if self._gone else here
        self._to = self._luck.choice(near)
        self._gone = False
        self._since = clock
        self._lands = clock + max(round(math.dist(self._from, self._to) / _PX_A_TICK), 20)
        self._leaves = self._lands + self._luck.randint(*_SITS_TICKS)


def _anybody(place: Place, bodies: Sequence[Place]) -> bool:
    return any(math.dist(place, body) < _SHY_PX for body in bodies)
