"""How the ground lies in thaw, rain or a dry spring: what each index turns to, by how wet a spot is.

Ground is first drawn bare: no terrain but snow and crust has indices of the material snow. Then every index is looked
up once more, by the wetness of its spot: the sum of two fields that begin again at different widths, 0 to 62, and what
lies low besides (ruts, the foot of a wall, the edge of snow). tools/art bakes with these same tables.
"""

from __future__ import annotations

from functools import cache, lru_cache
from random import Random

from game.sim.room_art import UNDERFOOT
from game.ui import lie

SNOW, ICE, WOOD, OLIVE, COAT, METAL, REED = 0, 1, 2, 3, 6, 7, 8
KEPT = {WOOD: 10, REED: 11, OLIVE: 12, METAL: 13, ICE: 14}
"""Materials of what is built, and of thin ice, until the look-up: nothing lies on it, it is only darker where wet."""
_SHOWN = {kept: material for material, kept in KEPT.items()}
_, THAW, WET, DRY = range(len(UNDERFOOT))
NEAR_SNOW, IN_RUT, AT_WALL, AT_TREE = 6, 7, 15, 17
"""How much wetter it is there."""
EVEN = {lie.ASPHALT: 1, lie.COUNTRY_ROAD: 1, lie.CONCRETE: 1, lie.ICE: 5, lie.WHITE_ICE: 5}
"""How much wetter it is on what lets no water through."""
DAYLIGHT = ("road", "dawn", "dusk")
HARD_GROUND = (COAT, METAL)
FOOT = (9, 5)
"""Half axes of the hole in old snow round a tree, px."""
TREE_PX = 40
"""What is broader is no tree."""
DRIER, BROAD = bytes(max(level - 6, 0) for level in range(256)), bytes(level * 10 // 32 for level in range(256))
"""The first field is taken twice: once lowered, once twice as large and weak, so that hollows gather."""
EDGES = {
    THAW: (0, 17, 24, 26, 42, 46, 48, 49, 52),
    WET: (0, 22, 36, 42, 46, 48, 49, 52),
    DRY: (0, 22, 42, 46, 48),
}
"""Wetness from which on another table holds."""
RIM = WOOD * 16 + 2
"""Round old snow the ground is wet and dark."""
SHOWN = bytes(_SHOWN.get(index >> 4, index >> 4) * 16 + index % 16 for index in range(256))
"""What is built and what is thin, as themselves."""
FACES = bytes(WOOD * 16 + min(at, 3) if at < 7 else METAL * 16 + 5 if at < 10 else at for at in range(256))
"""Walls without the drift at their foot and the snow on their edge."""

# What the snow of a terrain's dusting is without it: (material, steps up or down).
_BARE = {
    lie.PATH: (WOOD, -1), lie.GRAVEL: (WOOD, -1), lie.FIELD: (WOOD, -1), lie.COUNTRY_ROAD: (METAL, -1),
    lie.REEDBED: (WOOD, -2), lie.DITCH: (REED, -2), lie.BANK: (REED, -2), lie.RAKED: (WOOD, -1),
    lie.RAKED_DOWN: (WOOD, -1), lie.PLANK: (WOOD, -1), lie.ASPHALT: (COAT, -2), lie.CONCRETE: (METAL, -1),
    lie.ICE: (ICE, 0), lie.WHITE_ICE: (ICE, 0), lie.CRAZED_ICE: (ICE, 0), lie.WET_ICE: (ICE, 0), lie.WATER: (ICE, 0),
    lie.LID: (METAL, -3),
}
_BUILT = (lie.PLANK, lie.BOARDS, 12, 13)
_THIN = (lie.CRAZED_ICE, lie.WET_ICE, lie.WATER)


@cache
def bare(kind: int) -> bytes:
    """The table that takes the snow off a kind of ground."""
    if kind in (lie.SNOW, lie.CRUST):
        return bytes(range(256))
    material, change = _BARE.get(kind, (METAL, -2))
    table = bytearray(range(256))
    for step in range(10):
        table[step] = material * 16 + min(max(step + change, 1), 7)
    if kind == lie.ASPHALT:  # its puddles come and go with the weather
        table[ICE * 16 : ICE * 16 + 10] = bytes(COAT * 16 + max(step - 1, 1) for step in range(10))
    if kind in _BUILT or kind in _THIN:
        for index in range(160):
            shown = table[index]
            table[index] = KEPT.get(shown >> 4, shown >> 4) * 16 + shown % 16
    return bytes(table)


@cache
def tables(state: int, grade: str) -> tuple[bytes, ...]:
    """One table of 256 for each of EDGES of a state in a grade."""
    turn = {THAW: _thaw, WET: _wet, DRY: _dry}[state]
    day = grade in DAYLIGHT
    found = []
    for wet in EDGES[state]:
        table = bytearray(range(256))
        for material in range(15):
            for step in range(10):
                shown, other = turn(material, step, wet, day)
                table[material * 16 + step] = shown * 16 + min(max(other, 0), 9)
        found.append(bytes(table))
    return tuple(found)


def _kept(material: int, step: int, down: int) -> tuple[int, int]:
    return _SHOWN[material], max(step - down, min(step, 1))


def _thaw(material: int, step: int, wet: int, day: bool) -> tuple[int, int]:
    if material in _SHOWN:
        return _kept(material, step, material != KEPT[ICE])
    if material == SNOW:
        return _old_snow(step, wet + 4 * (wet < 49) - 3 * (wet >= 49), 17)
    if material == ICE:
        return _film(step, wet)
    if wet < 24:  # what is left of the dusting; straw and stones stand out of it
        above = step >= 6 or (material == REED and step >= 4)
        return (material, step) if above else (SNOW, min(step, 4) + (wet < 17) + 1)
    if wet < 26:
        return (METAL, 4) if step >= 4 else (material, 1)
    return _soaked(material, step, wet, day)


def _wet(material: int, step: int, wet: int, day: bool) -> tuple[int, int]:
    if material in _SHOWN:
        return _kept(material, step, material != KEPT[ICE])
    if material == SNOW:
        return _old_snow(step, wet, 22)
    if material == ICE:
        return _film(step, wet)
    return _soaked(material, step, wet, day)


def _dry(material: int, step: int, wet: int, day: bool) -> tuple[int, int]:
    if material in _SHOWN:
        return _kept(material, step, 0)
    if material == SNOW:
        return _old_snow(step, wet, 22)
    if material == ICE:
        return _film(step, wet)
    if material == WOOD:
        if wet < 22:
            return WOOD, step + 1
        if wet >= 42:
            return (REED, step - 1) if step >= 5 else (WOOD, step)
    return material, step


def _old_snow(step: int, wet: int, clean: int) -> tuple[int, int]:
    """Snow that has lain long: grey where it is sodden, dark at the rim of its holes, earth and dead grass in them."""
    if wet >= 48:
        return ((WOOD, 2), (WOOD, 3), (REED, 2), (WOOD, 4), (REED, 3))[(step * 2 + (wet >= 52)) % 5]
    if wet >= 46:
        return SNOW, 2
    if wet >= 42:
        return METAL, max(step - 1, 4)
    return (SNOW, step - (wet >= clean)) if step < 9 or wet < clean else (SNOW, 7)


def _film(step: int, wet: int) -> tuple[int, int]:
    """Melt water standing on sound ice: smooth and dark, with a white line round it."""
    if wet >= 48:
        return ICE, 3 if step < 7 else 6
    return ICE, min(step + 2, 7) if wet >= 46 else step


def _soaked(material: int, step: int, wet: int, day: bool) -> tuple[int, int]:
    """Wet earth or tar; where water stands it has a light rim."""
    if wet >= 49:
        return COAT if day else ICE, (5 if day else 3) - (wet >= 52) + (step >= 6)
    if wet >= 48:
        return ICE, 7 if day else 5
    if wet >= 46:
        return material, max(step - 3, 1)
    if material in HARD_GROUND:  # it shines: patches of it are as light as the sky
        return material, max(step + (wet < 36) - (wet >= 42) - (material == METAL), 1)
    return material, max(step - (2 if wet >= 42 else 1), 1)


@cache
def grain() -> bytes:
    """A level of 0 to 2 more for each pixel of the second field, which frays all edges."""
    wide, high = lie.FIELDS[1]
    return Random(61).randbytes(wide * high).translate(bytes(index * 3 // 256 for index in range(256)))


def turned(drawn: bytes, wet: int, state: int, grade: str) -> int:
    """Drawn bare ground as it lies in a state; it and `wet` are one number each, a byte a pixel, little-endian."""
    made, count = 0, len(drawn)
    for edge, table in zip(EDGES[state], tables(state, grade), strict=True):
        here = int.from_bytes(drawn.translate(table), "little")
        made = made ^ (made ^ here) & _from(wet, edge, count) if edge else here
    return made


def _from(wet: int, edge: int, count: int) -> int:
    """For each of so many bytes of `wet`, none above 127: 255 where it is at least `edge`, else 0."""
    reached = (wet + _each(128 - edge, count)) & _each(128, count)
    return (reached << 1) - (reached >> 7)


@lru_cache(64)
def _each(value: int, count: int) -> int:
    return int.from_bytes(bytes((value,)) * count, "little")


@cache
def only(state: int) -> bytes:
    """255 for one state, 0 for others."""
    return bytes(255 * (other == state) for other in range(256))
