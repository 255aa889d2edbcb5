"""A painted ground made to lie in thaw, wet or dry, by the tables of game/ui/underfoot.py: see there what they say.

Where a room says nothing about how its ground lies, nothing here touches it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from game.ui import lie as kinds
from game.ui import mirrored, underfoot
from tools.art import bare, frozen, litter, sheet
from tools.art.dither import quantise
from tools.art.lay import BUILT, GRAVEL, ICE, PATH, WALLS, Cells, Lie, enlarged, open_walls, softened
from tools.art.noise import Floats, fbm
from tools.art.palette import NOTHING
from tools.art.sheet import Indices
from tools.art.terrain import OUTDOORS, TERRAINS, View, part_of

SNOWS = tuple(TERRAINS.index(name) for name in ("snow", "crust"))
ROADS = tuple(TERRAINS.index(name) for name in ("path", "gravel", "plank", "concrete", "asphalt"))
Thing: TypeAlias = tuple[Indices, tuple[int, int]]
"""A picture and its foot (x, y) in it."""
Streak: TypeAlias = tuple[list[bytes], int, int]
"""Rows of indices, and the room's px (x, y) where the first begins."""
RIM_PX = 2
_KINDS = {frozen.CRAZED: kinds.CRAZED_ICE, frozen.WET: kinds.WET_ICE}


def states_px(lie: Lie, states: Cells) -> NDArray[np.uint8]:
    """How each px lies: a state's edges wander as those of terrain do, but walls and floors keep their cells."""
    found = enlarged(states).astype(np.uint8)
    present = np.unique(states)
    if len(present) == 1:
        return found
    score = np.stack([softened(states == state)[lie.rows, lie.columns] for state in present])
    wandered = present[score.argmax(0)].astype(np.uint8)
    return np.where(np.isin(lie.label, BUILT), found, wandered).astype(np.uint8)


def make_bare(image: Indices, lie: Lie, at: View, band: NDArray[np.uint8], where: NDArray[np.bool_], seed: int) -> None:
    """Take the dusting of snow off all terrains but snow and crust, in place; some are painted anew."""
    for number in np.unique(lie.label[where]):
        mine = (lie.label == number) & where
        name = TERRAINS[number]
        if name == "asphalt" and at.grade in OUTDOORS:
            name = "country_road"
        if painter := bare.PAINTERS.get(name):
            _repaint(image, lie, at, int(number), mine, painter)
        if name not in ("snow", "crust") and number not in WALLS:
            kind = kinds.COUNTRY_ROAD if name == "country_road" else int(number)
            for which, thin in ((mine, kind), *((mine & (band == worst), _KINDS[worst]) for worst in _KINDS)):
                if thin == kind or number == ICE:
                    image[which] = np.frombuffer(underfoot.bare(thin), dtype=np.uint8)[image[which]]
    field = (lie.label == TERRAINS.index("field")) & where
    litter.stubble(image, field, np.random.default_rng(seed))
    image[field] = np.frombuffer(underfoot.bare(kinds.FIELD), dtype=np.uint8)[image[field]]


def _repaint(image: Indices, lie: Lie, at: View, number: int, mine: NDArray[np.bool_], painter: bare.Painter) -> None:
    inside = (lie.label == number) | (lie.label == GRAVEL) if number == PATH else lie.label == number
    depth = np.minimum(ndimage.distance_transform_edt(inside), 64).astype(np.float32)
    rows, columns = slice(0, image.shape[0]), slice(0, image.shape[1])
    tone, ink = painter(part_of(at, rows, columns, depth))
    clouds = fbm(at.x / 290, at.y / 170, 2, 231) - 0.5
    image[mine] = (ink * 16 + quantise(np.clip(tone + 0.15 * clouds, 0, 1), 0.22)).astype(np.uint8)[mine]


def low(lie: Lie, trees: list[tuple[int, int]]) -> NDArray[np.uint8]:
    """How much wetter each px is than its hollows say: along snow, in ruts, and snow at walls and trees."""
    snow, wall = np.isin(lie.label, SNOWS), np.isin(lie.label, WALLS)
    found = np.zeros(lie.label.shape, dtype=np.uint8)
    for kind in np.unique(lie.label):
        found[lie.label == kind] = underfoot.EVEN.get(int(kind), 0)
    open_ground = ~snow & ~np.isin(lie.label, BUILT)
    if snow.any():
        found[open_ground & (_away(snow) < 5)] = underfoot.NEAR_SNOW
    for road in (PATH, TERRAINS.index("asphalt")):
        if (lie.label == road).any():
            inside = ndimage.distance_transform_edt(np.isin(lie.label, ROADS))
            found[(lie.label == road) & (np.abs(inside - 8) < 1.6)] = underfoot.IN_RUT
    if wall.any():
        away = _away(wall)
        found[snow & (away < 9)] = underfoot.AT_WALL // 2
        found[snow & (away < 5)] = underfoot.AT_WALL
    rows, columns = np.mgrid[0 : found.shape[0], 0 : found.shape[1]]
    for x, y in trees:
        away = np.hypot((columns - x) / underfoot.FOOT[0], (rows - y) / underfoot.FOOT[1])
        found[snow & (away < 1)] = underfoot.AT_TREE
    return found


def _away(mask: NDArray[np.bool_]) -> Floats:
    return np.asarray(ndimage.distance_transform_edt(~mask), dtype=np.float32)


def turn(image: Indices, lie: Lie, lying: NDArray[np.uint8], trees: list[tuple[int, int]], grade: str) -> None:
    """Look every px of bare ground up by how it lies and how wet it is, in place."""
    wet = bare.wetness(*image.shape) + low(lie, trees)
    snow = np.isin(lie.label, SNOWS)
    edge = ndimage.binary_dilation(snow, iterations=RIM_PX) & ~snow & ~np.isin(lie.label, (*BUILT, ICE))
    y, x = np.mgrid[0 : image.shape[0], 0 : image.shape[1]].astype(np.float32)
    edge &= fbm(x / 6, y / 5, 2, 226) > 0.36
    drawn = image.copy()
    for state in (int(number) for number in np.unique(lying) if number):
        here = (lying == state) & ~np.isin(lie.label, WALLS)
        for level, table in zip(underfoot.EDGES[state], underfoot.tables(state, grade), strict=True):
            reached = here & (wet >= level)
            image[reached] = np.frombuffer(table, dtype=np.uint8)[drawn[reached]]
    image[edge & (lying > 0)] = underfoot.RIM


def streaks(
    scenery: Iterable[tuple[str, int, int]], lamps: Iterable[tuple[int, int, int]], grade: str,
    thing: Callable[[str], Thing | None],
) -> Iterator[Streak]:
    """What wet ground may give back of things (name, x, y) and of standing lamps (x, y, radius)."""
    for x, y, _ in lamps:
        yield mirrored.lamp_streak(grade), x - mirrored.LAMP_WIDE // 2, y + 1
    for name, x, y in scenery:
        picture = None if name.startswith(mirrored.DECALS) else thing(name)
        if picture is not None:
            yield mirrored.streak([bytes(row) for row in picture[0]], picture[1][1]), x - picture[1][0], y + 1


def mirror(image: Indices, lie: Lie, lying: NDArray[np.uint8], found: Iterable[Streak]) -> None:
    """Lay streaks on the ground that gives them back, in place."""
    gives_back = np.frombuffer(mirrored.GIVES_BACK, dtype=np.uint8)[image] > 0
    gives_back &= (lying > 0) & (lying != underfoot.DRY) & ~np.isin(lie.label, (*SNOWS, *WALLS))
    lit = sheet.blank(*image.shape)
    for rows, x, y in found:
        if rows:
            sheet.blit(lit, np.array([list(row) for row in rows], dtype=np.uint8), x, y)
    gives_back &= lit != NOTHING
    image[gives_back] = lit[gives_back]


def is_tree(thing: Thing | None) -> bool:
    """Whether old snow melts first round a thing's foot: it is tall or broad enough to throw a shadow, and no house."""
    return thing is not None and thing[0].shape[0] > 12 and thing[0].shape[1] < underfoot.TREE_PX


def caps(image: Indices, cells: Cells, lying: NDArray[np.uint8]) -> None:
    """Take the snow off the tops of walls, in place; their faces are painted later."""
    bared = enlarged(open_walls(cells)).astype(bool) & (lying > 0)
    image[bared] = np.frombuffer(underfoot.bare(kinds.LID), dtype=np.uint8)[image[bared]]
