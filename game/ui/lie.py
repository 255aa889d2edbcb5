"""Which terrain lies over which where a room is drawn from tiles: kinds, their order, and the forms of their edges.

What breaks or sounds lies over what is quiet, and over what hides: so danger is drawn no smaller than the rule has it,
and cover no larger. What is built keeps its cells. The painter of baked rooms is tools/art/lay.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.sim.room import GROUNDS, Ground, Room
from game.sim.room_art import UNDERFOOT, Lying

# Rows of assets/tiles/ground.png: the terrains by their number, then what looks different by ice, grade or air.
SNOW, CRUST, PATH, GRAVEL, REEDBED, ICE, RAKED, FIELD, DITCH, BANK, WATER, PLANK = range(12)
CONCRETE, ASPHALT = 14, 15
WHITE_ICE, CRAZED_ICE, WET_ICE, COUNTRY_ROAD, BOARDS, RAKED_DOWN, LID = range(16, 23)
ROWS = 26
FIELDS = ((232, 136), (143, 84))  # width and height of the two parts of melt.png, after which each begins again
BARE_ROWS = {PLANK: BOARDS, PATH: 23, FIELD: 24, COUNTRY_ROAD: 25}  # of ground.png: the same without snow
DARK_TOP, VOID = 23, 24  # a wall's top indoors, the dark outside a house: plain, they have no row
OUTDOORS = ("river", "road", "dawn", "dusk")
_THINNER = ((5, WET_ICE), (7, CRAZED_ICE), (10, WHITE_ICE))
_WALLS = {GROUNDS.index(ground) for ground in (Ground.WALL_BRICK, Ground.WALL_INNER, Ground.WALL_PLANK)}
OPEN_AIR = frozenset((*range(WATER + 1), ASPHALT))

_UPWARD = ((REEDBED, DITCH), (CONCRETE,), (ASPHALT, COUNTRY_ROAD), (PATH,), (GRAVEL,), (FIELD,), (SNOW,), (CRUST,),
           (BANK,), (ICE,), (WHITE_ICE,), (CRAZED_ICE,), (WET_ICE,), (WATER,))
LEVEL = bytes(next((level for level, alike in enumerate(_UPWARD, 1) if kind in alike), 0) for kind in range(VOID + 1))
"""Of each kind, how high it lies; 0 is built, neither lies over another nor is lain over."""
RIVER = frozenset((ICE, WHITE_ICE, CRAZED_ICE, WET_ICE, WATER))
ROADS = frozenset((PATH, GRAVEL, PLANK, BOARDS, CONCRETE, ASPHALT, COUNTRY_ROAD))

NORTH, EAST, SOUTH, WEST = 1, 2, 4, 8
NORTH_EAST, SOUTH_EAST, SOUTH_WEST, NORTH_WEST = 1, 2, 4, 8


@dataclass(frozen=True, slots=True)
class Lie:
    """A room's kinds by cell with one more cell on every side, alike to the next: ``kinds[at(x, y)]``.

    ``walls``: 0 no wall, else 1 + its number among the walls, the same way. ``states``: the number of UNDERFOOT.
    """

    stride: int
    kinds: bytes
    walls: bytes
    states: bytes = b""  # empty where all is under snow

    def at(self, x: int, y: int) -> int:
        """Where cell (x, y) is; -1 and one past the last are allowed."""
        return (y + 1) * self.stride + x + 1

    def around(self, here: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where the neighbours of a cell are: at its sides (N E S W) and at its corners (NE SE SW NW)."""
        wide = self.stride
        return ((here - wide, here + 1, here + wide, here - 1),
                (here - wide + 1, here + wide + 1, here + wide - 1, here - wide - 1))

    def lies_over(self, here: int) -> list[tuple[int, int, int]]:
        """What lies over the edges of a cell, lowest first: kind, at which sides, and at which corners it ends."""
        kinds, level = self.kinds, LEVEL[self.kinds[here]]
        if not level:
            return []
        sides, corners = self.around(here)
        beside = [kinds[at] for at in sides]
        if beside.count(kinds[here]) == len(beside):
            return []
        found = []
        for kind in sorted({kind for kind in beside if LEVEL[kind] > level}, key=LEVEL.__getitem__):
            at = [other == kind for other in beside]
            lower = [0 < LEVEL[other] < LEVEL[kind] for other in beside]
            ends = sum(1 << i for i, corner in enumerate(corners) if 0 < LEVEL[kinds[corner]] < LEVEL[kind]
                       and ((at[i] and lower[i + 1 & 3]) or (at[i + 1 & 3] and lower[i])))
            found.append((kind, sum(1 << i for i in range(4) if at[i]), ends))
        return found

    def forms(self, here: int, kinds: frozenset[int]) -> tuple[int, int]:
        """At which sides of a cell these kinds are, and at which corners that touch none of those sides."""
        sides, corners = self.around(here)
        beside = sum(1 << side for side, at in enumerate(sides) if self.kinds[at] in kinds)
        alone = sum(1 << corner for corner, at in enumerate(corners) if self.kinds[at] in kinds
                    and not beside >> corner & 1 and not beside >> (corner + 1) % 4 & 1)
        return beside, alone


def lie_of(room: Room, lying: Sequence[Lying] = ()) -> Lie:
    """The lie of a room's land, some of it not under snow."""
    open_air = _open_walls(room)
    wide = room.width
    kinds = bytearray(_kind(room, here, open_air[here]) for here in range(wide * room.height))
    if _runs_down(room):
        kinds = kinds.replace(bytes((RAKED,)), bytes((RAKED_DOWN,)))
    walls = bytearray(ground - 15 if ground in _WALLS else 0 for ground in room.ground)
    states = bordered(states_of(room.width, room.height, lying), wide) if lying else b""
    return Lie(wide + 2, bordered(kinds, wide), bordered(walls, wide), states)


def states_of(width: int, height: int, lying: Sequence[Lying]) -> bytearray:
    """The number of UNDERFOOT of every cell: where several patches lie, that of the last."""
    states = bytearray(width * height)
    for patch in lying:
        left, right = max(patch.left, 0), min(patch.left + patch.width, width)
        for y in range(max(patch.top, 0), min(patch.top + patch.height, height)):
            states[y * width + left : y * width + right] = bytes((UNDERFOOT.index(patch.state),)) * max(right - left, 0)
    return states


def _kind(room: Room, here: int, open_air: int) -> int:
    match GROUNDS[room.ground[here]]:
        case Ground.ICE:
            return next((kind for below, kind in _THINNER if room.ice_cm[here] < below), ICE)
        case Ground.ASPHALT if room.grade in OUTDOORS:
            return COUNTRY_ROAD
        case Ground.PLANK if room.grade not in OUTDOORS:
            return BOARDS
        case Ground.WALL_BRICK | Ground.WALL_INNER | Ground.WALL_PLANK:
            return LID if open_air else DARK_TOP
        case Ground.VOID:
            return VOID
    return room.ground[here]


def _runs_down(room: Room) -> bool:
    """Whether the raked strip is longer down the map than across it: its furrows then run down too."""
    raked = [here for here, ground in enumerate(room.ground) if ground == RAKED]
    return len({here // room.width for here in raked}) > len({here % room.width for here in raked})


def bordered(cells: bytes | bytearray, wide: int) -> bytes:
    """Cells of rows so wide, with one more on every side that is like the next."""
    rows = [cells[at : at + wide] for at in range(0, len(cells), wide)]
    return b"".join(row[:1] + row + row[-1:] for row in (rows[0], *rows, rows[-1]))


def _open_walls(room: Room) -> bytearray:
    """1 for every wall cell whose wall stands in the open air somewhere: it carries snow."""
    wide, ground = room.width, room.ground
    found = bytearray(len(ground))
    waiting = [here for here, kind in enumerate(ground) if kind in _WALLS
               and any(ground[at] in OPEN_AIR for at, beside in _near(here, wide, room.height) if beside)]
    while waiting:
        here = waiting.pop()
        if not found[here]:
            found[here] = 1
            waiting += [at for at, _ in _near(here, wide, room.height) if ground[at] == ground[here] and not found[at]]
    return found


def _near(here: int, wide: int, high: int) -> list[tuple[int, bool]]:
    """The eight cells round one that are in the room, and whether each is at a side."""
    x, y = here % wide, here // wide
    return [(here + down * wide + across, not (down and across)) for down in (-1, 0, 1) for across in (-1, 0, 1)
            if (down or across) and 0 <= x + across < wide and 0 <= y + down < high]
