"""Where the view of a room lies. Cosmetic: the rules never see it.

The lead is eased, her place is not: so she and the ground move by the same whole pixels and nothing trembles.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.sim.room import Area, Room
from game.sim.world import Her
from game.ui.look import TICKS, TILE, UNIT_PX, WORLD_H, WORLD_W

LEAD_PX = 3 * TILE
SETTLE_SECONDS = 0.35
PEEK_PX = 6 * TILE
PEEK_SECONDS = 0.2
WORDS_PX = 56  # a panel of words lies over the lower part of the picture
EYE_PX = 12     # the view is centred on her body, not on her feet
LOOK_PX = 9     # pause-and-plan: pixels a tick the view travels


@dataclass(slots=True)
class Camera:
    """`lead` and `peek` in pixels, eased; `aim` a place a scene looks at, or None; `roam` in pause-and-plan.

    `point` is the last aim: the view leaves it as gently as it came, so that quick reading makes no cuts.
    """

    lead_x: float = 0.0
    lead_y: float = 0.0
    peek_x: float = 0.0
    peek_y: float = 0.0
    roam_x: float = 0.0
    roam_y: float = 0.0
    rise: float = 0.0
    aim: tuple[float, float] | None = None
    aim_share: float = 0.0
    point: tuple[float, float] = (0.0, 0.0)
    left: int = 0
    top: int = 0

    def follow(self, room: Room, her: Her, ticks: int, peek: tuple[int, int], smooth: bool = True,
               words: bool = False) -> None:
        """Move on by `ticks`. `peek` is where she peeks to, (0, 0) for none; with `words` she rises above them."""
        moving = her.vx or her.vy
        for _ in range(ticks if smooth else 1):
            pace = 3.0 / (SETTLE_SECONDS * TICKS) if smooth else 1.0
            if moving:
                size = max(abs(her.vx), abs(her.vy), 1)
                self.lead_x += (LEAD_PX * her.vx / size - self.lead_x) * pace
                self.lead_y += (LEAD_PX * her.vy / size - self.lead_y) * pace
            step = 3.0 / (PEEK_SECONDS * TICKS) if smooth else 1.0
            self.peek_x += (PEEK_PX * peek[0] - self.peek_x) * step
            self.peek_y += (PEEK_PX * peek[1] - self.peek_y) * step
            self.rise += ((WORDS_PX if words else 0) - self.rise) * (0.15 if smooth else 1.0)
            self.point = self.aim or self.point
            self.aim_share += ((1.0 if self.aim else 0.0) - self.aim_share) * (0.12 if smooth else 1.0)
        self._place(room, her)

    def snap(self, room: Room, her: Her) -> None:
        """At once to where it would settle: a new room, a load, a rewind."""
        self.lead_x = self.lead_y = self.peek_x = self.peek_y = self.roam_x = self.roam_y = 0.0
        self.aim_share, self.point = (1.0, self.aim) if self.aim else (0.0, self.point)
        self._place(room, her)

    def roam(self, room: Room, her: Her, dx: int, dy: int) -> None:
        """Pause-and-plan: the view goes where she has eyes for, inside the room."""
        # From where the view truly is, not from where it would be without the room's edge: every press shows.
        self.roam_x = self.left + WORLD_W // 2 - her.x // UNIT_PX - round(self.lead_x + self.peek_x) + dx * LOOK_PX
        here = her.y // UNIT_PX - EYE_PX + round(self.lead_y + self.peek_y + self.rise)
        self.roam_y = self.top + WORLD_H // 2 - here + dy * LOOK_PX
        self._place(room, her)

    def _place(self, room: Room, her: Her) -> None:
        x = her.x // UNIT_PX + round(self.lead_x + self.peek_x + self.roam_x)
        y = her.y // UNIT_PX - EYE_PX + round(self.lead_y + self.peek_y + self.roam_y + self.rise)
        if self.aim_share > 0.01:
            x += round((self.point[0] - x) * self.aim_share)
            y += round((self.point[1] - y) * self.aim_share)
        bounds = bounds_of(room, her)
        self.left = _inside(x - WORLD_W // 2, bounds[0], bounds[2], WORLD_W)
        self.top = _inside(y - WORLD_H // 2, bounds[1], bounds[3], WORLD_H)


def bounds_of(room: Room, her: Her) -> tuple[int, int, int, int]:
    """Left, top, width, height in pixels of what may be shown: the floor she is on, else the whole room."""
    x, y = her.x // (UNIT_PX * TILE), her.y // (UNIT_PX * TILE)
    floor: Area | None = next((a for a in room.areas if a.floor and a.holds(x, y)), None)
    if floor is None:
        return 0, 0, room.width * TILE, room.height * TILE
    return floor.left * TILE, floor.top * TILE, floor.width * TILE, floor.height * TILE


def _inside(wanted: int, first: int, size: int, seen: int) -> int:
    if size <= seen:
        return first - (seen - size) // 2
    return min(max(wanted, first), first + size - seen)
