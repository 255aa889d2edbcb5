"""Who can see what: one walk along a line, cell by cell, decides both what is tested and what is drawn.

In the player's words: he sees you if you are near enough, in front of him, and nothing stands between. The bright
part of the cone is where he sees you well, the pale rim where he only thinks he saw something. Right beside him he
notices you from any side, but not through a wall. Crouch behind cover and he misses you from more than two tiles.

A screen (`bytes`) has one value a cell, with a border of blocking cells all round: 0 lets sight pass. It knows no
watchers and no room, only plain values: units of 1/4096 tile, directions 4096 long, angles of 5 degrees.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.sim.angles import SINES
from game.sim.grid import UNITS

NONE, RIM, CORE = 0, 1, 2  # how well he sees her
OVER_COVER = 2 * UNITS     # nearer than this he looks over cover
CORE_HALF = 7              # 70 degrees, half to each side
TORCH_HALF = 4             # 40 degrees
RIM_HALF = 11              # 110 degrees
_NEVER = 1 << 62

# a whole map's bytes are turned at once: cell by cell a large one would take tens of milliseconds
_AS_SOLID = bytes([0] + [1] * 255)
_AS_COVER = bytes([0] + [2] * 255)
_AS_ONE = bytes([0, 1, 2, 1] + [1] * 252)  # both solid and cover: solid

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a watcher sees, in units: ahead (`core`, within `half` steps), in his torch, in the rim, near him.

    Nearer than `blind` nothing is seen at all: a camera looks over who stands below it.
    """

    core: int
    half: int = CORE_HALF
    torch: int = 0
    rim: int = 0
    near: int = 0
    blind: int = 0

    @property
    def widest(self) -> int:
        """The farthest he sees anywhere."""
        return max(self.core, self.torch, self.rim, self.near)


@dataclass(frozen=True, slots=True, eq=False)
class Screen:
    """What stops sight, with a border: `solid` always, `low` also cover. `wide` counts cells in a bordered row.

    `corners` is 1 at row * wide + column of every cell corner where an edge of something solid turns.
    """

    solid: bytes
    low: bytes
    wide: int
    corners: bytes
    low_corners: bytes


def bordered(width: int, height: int, cells: bytes, border: int = 1) -> bytes:
    """`cells` with a border all round, so that a walk along a line never leaves the rectangle."""
    edge = bytes([border])
    rows = [edge + cells[y * width:(y + 1) * width] + edge for y in range(height)]
    return edge * (width + 2) + b"".join(rows) + edge * (width + 2)


def make_screen(width: int, height: int, solid: bytes, cover: bytes) -> Screen:
    """The screen of a room: `solid` and `cover` hold one byte a cell, not 0 where it is so."""
    hard = solid.translate(_AS_SOLID)
    both = int.from_bytes(hard, "big") | int.from_bytes(cover.translate(_AS_COVER), "big")
    low = both.to_bytes(len(hard), "big").translate(_AS_ONE)
    hard, low = bordered(width, height, hard), bordered(width, height, low)
    return Screen(hard, low, width + 2, _corners(hard, width + 2), _corners(low, width + 2))


def _corners(screen: bytes, wide: int) -> bytes:
    """Where blocking and free cells meet other than in a straight edge. All corners at once: a map is one integer."""
    a = int.from_bytes(screen.translate(_AS_SOLID), "little")  # the cell above and left of the corner
    b, c, d = a >> 8, a >> 8 * wide, a >> 8 * (wide + 1)       # above right, below left, below right
    odd = a ^ b ^ c ^ d                                        # one of them is unlike the others
    crossed = (a ^ b) & (a ^ c) & (b ^ d)                      # two that only touch
    return (odd | crossed).to_bytes(len(screen), "little")


def blocked_at(screen: bytes, wide: int, x0: int, y0: int, x1: int, y1: int) -> Point | None:
    """Where the line from (x0, y0) to (x1, y1) enters the first blocking cell; None if it arrives.

    The cell it starts in never blocks, and something solid he stands in (a tower's foot, a heap of straw) is looked
    out of. Exact: the same cells are crossed in both directions. A line through the corner of two blocking cells
    that only touch is stopped. Source: J. Amanatides, A. Woo, "A Fast Voxel Traversal Algorithm for Ray Tracing".
    """
    column, row = x0 >> 12, y0 >> 12
    at = (row + 1) * wide + column + 1
    inside = screen[at] == 1
    dx, dy = x1 - x0, y1 - y0
    across, down = (x1 >> 12) - column, (y1 >> 12) - row
    if dx >= 0:
        right, edge_x = 1, ((column + 1) << 12) - x0
    else:
        right, edge_x, dx, across = -1, x0 - (column << 12), -dx, -across
    if dy >= 0:
        ahead, edge_y = wide, ((row + 1) << 12) - y0
    else:
        ahead, edge_y, dy, down = -wide, y0 - (row << 12), -dy, -down
    next_x = edge_x * dy if across else _NEVER
    next_y = edge_y * dx if down else _NEVER
    step_x, step_y = dy << 12, dx << 12
    crossed_x = crossed_y = 0
    while across or down:
        if next_x < next_y:
            at += right
            across -= 1
            crossed_x += 1
            next_x = next_x + step_x if across else _NEVER
            sideways = True
        elif next_y < next_x:
            at += ahead
            down -= 1
            crossed_y += 1
            next_y = next_y + step_y if down else _NEVER
            sideways = False
        else:
            shut = screen[at + right] and screen[at + ahead] and not inside
            at += right + ahead
            across -= 1
            down -= 1
            crossed_x += 1
            crossed_y += 1
            next_x = next_x + step_x if across else _NEVER
            next_y = next_y + step_y if down else _NEVER
            sideways = True
            if shut:
                break
        if screen[at]:
            if inside and screen[at] == 1:
                continue
            break
        inside = False
    else:
        return None
    if sideways:
        along = edge_x + ((crossed_x - 1) << 12)
        return x0 + right * along, y0 + (along * dy // dx if ahead > 0 else -(along * dy // dx))
    along = edge_y + ((crossed_y - 1) << 12)
    return x0 + right * (along * dx // dy), y0 + (along if ahead > 0 else -along)


def clear(screen: bytes, wide: int, x0: int, y0: int, x1: int, y1: int) -> bool:
    """Whether the line between two points of free cells is free. Symmetric."""
    return blocked_at(screen, wide, x0, y0, x1, y1) is None


def glance(screen: Screen, reach: Reach, eye: Point, look: Point, her: Point, low: bool) -> int:
    """How well somebody at `eye` looking toward `look` sees `her`: NONE, RIM or CORE. `low`: she crouches or crawls."""
    dx, dy = her[0] - eye[0], her[1] - eye[1]
    far = dx * dx + dy * dy
    if far < reach.blind * reach.blind:
        return NONE
    if far <= reach.near * reach.near:
        seen = CORE
    else:
        ahead = look[0] * dx + look[1] * dy
        if ahead <= 0:
            return NONE
        aside = abs(look[0] * dy - look[1] * dx)
        in_core = far <= reach.core * reach.core and within(aside, ahead, reach.half)
        if in_core or (far <= reach.torch * reach.torch and within(aside, ahead, TORCH_HALF)):
            seen = CORE
        elif far <= reach.rim * reach.rim and within(aside, ahead, RIM_HALF):
            seen = RIM
        else:
            return NONE
    cells = screen.low if low and far > OVER_COVER * OVER_COVER else screen.solid
    return seen if blocked_at(cells, screen.wide, *eye, *her) is None else NONE


def within(aside: int, ahead: int, half: int) -> bool:
    """Whether something `ahead` and `aside` of a look lies within `half` steps of it."""
    return aside * SINES[18 - half] <= ahead * SINES[half]
