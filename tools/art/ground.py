"""Paint the ground of every room from its map: one picture in indices, cut into chunks of 640 x 360.

What is painted: terrain, ice by thickness, walls with lit faces, the land's own shadows, the moon shadows of the
scenery, the pools of standing lamps. What moves is never painted.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from game.content.bakes import chunk_counts, chunk_key
from game.content.maps import load_room
from game.sim.room import Room
from game.sim.room_art import RoomArt
from game.ui import lie as lie_kinds
from game.ui import underfoot
from game.ui.lie import states_of
from tools.art import faces, frozen, litter, shadows, sheet, weathered
from tools.art.dither import quantise
from tools.art.lay import (
    BUILT,
    CELL,
    DITCH,
    GRAVEL,
    ICE,
    OPEN_AIR,
    PATH,
    VOID,
    WALLS,
    WATER,
    Cells,
    Lie,
    enlarged,
    lie_of,
    open_walls,
    steepness,
    thrown,
)  # fmt: skip
from tools.art.noise import fbm
from tools.art.palette import ROOT, index
from tools.art.sheet import Indices
from tools.art.terrain import OUTDOORS, PAINTERS, TERRAINS, View, part_of, view

RAKED = TERRAINS.index("raked")
CHUNK = (640, 360)
MARGIN = 24
THIN = (
    "fence_wire_e", "fence_wire_s", "fence_gap", "fence_end_s", "fence_end_n", "fence_cn", "fence_cn_s", "fence_cn_gap",
    "fence_cn_gap_s", "fence_cn_gate", "fence_cn_gate_s", "rope_e", "rope_s", "window_lit", "window_dark",
)
"""Things too thin to throw a shadow."""
DITHER = 0.22


@dataclass(frozen=True, slots=True)
class Land:
    """What is painted: terrain ids and ice in cm by cell, grade, scenery (name, x, y), lamps (x, y, radius px).

    ``states``: how each cell lies, a number of UNDERFOOT; None where all is under snow.
    """

    name: str
    cells: Cells
    ice_cm: Cells
    grade: str
    scenery: tuple[tuple[str, int, int], ...] = ()
    lamps: tuple[tuple[int, int, int], ...] = ()
    states: Cells | None = None


def paint(land: Land) -> Indices:
    """The ground of a room in indices (rows * 16, columns * 16)."""
    lie = lie_of(land.cells)
    at = _lit_view(land, lie)
    image, band = _terrain(land, lie, at)
    _lids(image, land, at)
    frozen_px = lie.label == ICE
    if frozen_px.any():
        frozen.crack(image, at, band, frozen_px)
    _shores(image, lie, at)
    seed = zlib.crc32(land.name.encode())
    litter.strew(image, lie.label, seed)
    lying = np.zeros_like(lie.label) if land.states is None else weathered.states_px(lie, land.states)
    if lying.any():
        weathered.caps(image, land.cells, lying)
        weathered.make_bare(image, lie, at, band, lying > 0, seed)
        trees = [(x, y) for name, x, y in land.scenery if name not in THIN and weathered.is_tree(_thing(name))]
        weathered.turn(image, lie, lying, trees, land.grade)
        weathered.mirror(image, lie, lying, weathered.streaks(land.scenery, land.lamps, land.grade, _thing))
    dark = _shadows(land, lie)
    shadows.lower(image, dark, 2 if land.grade in ("river", "dawn", "dusk") else 1)
    _foot_of_walls(image, lie, land.grade)
    _walls(image, land)
    opaque = np.isin(lie.label, WALLS)
    for x, y, radius in land.lamps:
        shadows.pool(image, x, y, radius, land.grade, opaque)
    return image


def _lit_view(land: Land, lie: Lie) -> View:
    """The whole room as a View whose slope holds both the drifts and the lie of the land."""
    height, width = lie.label.shape
    flat = view(width, height, land.grade)
    return replace(flat, slope=flat.slope + np.clip(0.075 * steepness(lie.rise), -0.075, 0.06))


def _terrain(land: Land, lie: Lie, at: View) -> tuple[Indices, NDArray[np.uint8]]:
    """Every terrain painted where it lies, soft ones blending at their edges; and the ice's bands."""
    shape = lie.label.shape
    total, share = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    alone, material = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.int16)
    band = frozen.bands(lie, land.cells == ICE, land.ice_cm)
    for number in np.unique(lie.label):
        mine = lie.label == number
        soft = lie.weight.get(int(number))
        reach = mine if soft is None else mine | (soft > 0.02)
        rows, columns = _bounds(reach)
        inside = mine | (lie.label == GRAVEL) if number == PATH else mine
        depth = np.minimum(ndimage.distance_transform_edt(inside[rows, columns]), 64).astype(np.float32)
        here = part_of(at, rows, columns, depth)
        if number == RAKED and _runs_down(land.cells == RAKED):
            here = replace(here, x=here.y, y=here.x)
        if number == ICE:
            tone, ink = frozen.paint(here, band[rows, columns])
        else:
            tone, ink = PAINTERS[TERRAINS[number]](here)
        own = mine[rows, columns]
        alone[rows, columns][own] = tone[own]
        material[rows, columns][own] = ink[own]
        if soft is not None and TERRAINS[number] in ("snow", "crust", "path", "reedbed", "field"):
            weight = soft[rows, columns]
            total[rows, columns] += weight * tone
            share[rows, columns] += weight
    blends = np.isin(lie.label, [TERRAINS.index(name) for name in ("snow", "crust", "path", "reedbed", "field")])
    blends &= (material == 0) & (share > 0.05)
    tone = np.where(blends, total / np.maximum(share, 1e-3), alone)
    clouds = fbm(at.x / 290, at.y / 170, 2, 231) - 0.5
    tone = np.where(np.isin(lie.label, OPEN_AIR), tone + 0.15 * clouds, tone)
    return (material * 16 + quantise(np.clip(tone, 0, 1), DITHER)).astype(np.uint8), band


def _runs_down(cells: NDArray[np.bool_]) -> bool:
    """Whether a strip of cells is longer down the map than across it: its furrows then run down too."""
    return bool((cells[1:] & cells[:-1]).sum() > (cells[:, 1:] & cells[:, :-1]).sum())


def _bounds(mask: NDArray[np.bool_]) -> tuple[slice, slice]:
    """The smallest box round a mask, and a margin."""
    rows, columns = np.where(mask.any(1))[0], np.where(mask.any(0))[0]
    return (
        slice(max(int(rows[0]) - MARGIN, 0), min(int(rows[-1]) + 1 + MARGIN, mask.shape[0])),
        slice(max(int(columns[0]) - MARGIN, 0), min(int(columns[-1]) + 1 + MARGIN, mask.shape[1])),
    )


def _lids(image: Indices, land: Land, at: View) -> None:
    """Snow on the tops of walls that stand in the open air, whatever the room's grade."""
    snowy = enlarged(open_walls(land.cells))
    if snowy.any():
        tone, ink = PAINTERS["wall_plank"](replace(at, grade="river"))
        image[snowy] = (ink * 16 + quantise(np.clip(tone, 0, 1), DITHER)).astype(np.uint8)[snowy]
        wall = enlarged(np.isin(land.cells, WALLS))
        for across, down, step in ((1, 0, 8), (0, 1, 8), (-1, 0, 3), (-2, 0, 4), (0, -1, 3)):
            image[snowy & ~np.roll(wall, (down, across), (0, 1))] = index("snow", step)


def _shores(image: Indices, lie: Lie, at: View) -> None:
    """Bright lips where land ends above the river, and a white rim round open water."""
    river = (lie.label == ICE) | (lie.label == WATER)
    if not river.any():
        return
    ditch = ndimage.binary_dilation(lie.label == DITCH, iterations=2)
    lip = ndimage.binary_dilation(lie.label == 9, iterations=2) & ~river & (lie.label != 9) & ~np.isin(lie.label, BUILT)
    broken = fbm(at.x / 8, at.y / 8, 2, 221)
    image[lip & (broken > 0.34)] = index("snow", 7)
    image[lip & (broken > 0.62)] = index("snow", 8)
    water = lie.label == WATER
    rim = ndimage.binary_dilation(water, iterations=2) & ~water
    image[rim & (fbm(at.x / 6, at.y / 6, 2, 222) > 0.36)] = index("snow", 8)
    edge = river & ndimage.binary_dilation(~river, iterations=1) & ~water & ~ditch
    image[edge & (fbm(at.x / 11, at.y / 11, 2, 223) > 0.5)] = index("snow", 7)


def _shadows(land: Land, lie: Lie) -> NDArray[np.bool_]:
    """All moon shadows: of banks, ditches and walls, and of the scenery. Indoors they are short."""
    indoors = land.grade == "flat"
    dark = thrown(lie.rise, 0.45 if indoors else 0.9)
    things = np.zeros_like(dark)
    for name, x, y in land.scenery:
        if name in THIN:
            continue
        picture = _thing(name)
        if picture is not None and (picture[0].shape[0] > 12 or picture[0].shape[1] > 18):
            row, column = (min(max(v // CELL, 0), size - 1) for v, size in zip((y, x), land.cells.shape, strict=True))
            outside = land.cells[row, column] in OPEN_AIR
            shadows.cast(things, picture[0], picture[1], x, y, 999.0 if outside else 12.0)
    dark |= ndimage.binary_closing(things, iterations=1)
    return dark & ~np.isin(lie.label, (*WALLS, VOID))


@cache
def _thing(name: str) -> tuple[Indices, tuple[int, int]] | None:
    """A thing's picture and foot as built, None if there is none of that name."""
    feet = json.loads((ROOT / "assets" / "things.json").read_text(encoding="utf-8"))
    if name not in feet:
        return None
    foot_x, foot_y = feet[name]["foot"]
    return sheet.load(ROOT / "assets" / "things" / f"{name}.png"), (foot_x, foot_y)


def _foot_of_walls(image: Indices, lie: Lie, grade: str) -> None:
    """A dark seam where ground meets a wall above it, two soft rows under it indoors."""
    wall = np.isin(lie.label, WALLS)
    for step in range(1, 6 if grade not in OUTDOORS else 3):
        under = np.zeros_like(wall)
        under[step:] = wall[:-step]
        seam = under & ~wall & (lie.label != VOID)
        if step <= 2 or step % 2 == 0:
            shadows.lower(image, seam, 1)


def _walls(image: Indices, land: Land) -> None:
    """Lit faces where a wall's lower neighbour is not wall; as tall as the wall (and the dark behind it) allows."""
    cells = land.cells
    blind = np.isin(cells, WALLS) | (cells == VOID)
    outside = open_walls(cells)
    for row in range(cells.shape[0] - 1):
        for column in np.where(np.isin(cells[row], WALLS) & ~blind[row + 1])[0]:
            run = 1
            while run < 3 and row - run >= 0 and blind[row - run, column]:
                run += 1
            tall = (11, 22, 27)[run - 1]
            kind = TERRAINS[cells[row, column]]
            grade = "river" if outside[row, column] else "flat"
            face = faces.face(kind, CELL, tall, int(column) * CELL, grade)
            snowy = outside[row, column] and (land.states is None or not land.states[row, column])
            if outside[row, column] and not snowy:
                face = np.frombuffer(underfoot.FACES, dtype=np.uint8)[face]
            bottom = (row + 1) * CELL
            left = int(column) * CELL
            image[bottom - tall : bottom, left : left + CELL] = face
            top = bottom - tall
            lid = image[max(top - 5, 0) : top, left : left + CELL]
            bared = underfoot.bare(lie_kinds.LID)[6]
            lid[:] = index("snow", 6) if snowy else bared if outside[row, column] else index("wood", 1)


def land_of(room: Room, art: RoomArt) -> Land:
    """What to paint of a room."""
    shape = (room.height, room.width)
    cells, ice = (np.frombuffer(held, dtype=np.uint8).reshape(shape) for held in (room.ground, room.ice_cm))
    return Land(
        room.id, cells, ice, room.grade,
        tuple((item.art, item.x, item.y) for item in art.scenery),
        tuple((lamp.x, lamp.y, lamp.radius_px) for lamp in art.lights),
        np.frombuffer(states_of(*shape[::-1], art.underfoot), np.uint8).reshape(shape) if art.underfoot else None,
    )  # fmt: skip


def bake(path: Path, say: Callable[[str], None]) -> None:
    """Paint one map's room into assets/ground/ROOM."""
    room, art, problems = load_room(path)
    if room is None or art is None:
        say(f"ground: {path.name} has errors, first: {next(iter(problems), 'none told')}")
        return
    image = paint(land_of(room, art))
    folder = ROOT / "assets" / "ground" / room.id
    columns, rows = chunk_counts(room)
    keys: dict[str, str] = {}
    size = 0
    for row in range(rows):
        for column in range(columns):
            part = image[row * CHUNK[1] : (row + 1) * CHUNK[1], column * CHUNK[0] : (column + 1) * CHUNK[0]]
            size += sheet.save(part, folder / f"{column}_{row}.png")
            keys[f"{column}_{row}"] = chunk_key(room, art, column, row)
    (folder / "baked.json").write_text(json.dumps(keys, indent=1) + "\n", encoding="utf-8")
    for old in folder.glob("*.png"):
        if old.stem not in keys:
            old.unlink()
    say(f"ground: {room.id} {image.shape[1]}x{image.shape[0]}, {len(keys)} chunks, {size // 1024} kB")


def build(say: Callable[[str], None] = print) -> None:
    """Bake the ground of every map in maps/."""
    for path in sorted((ROOT / "maps").glob("*.tmx")):
        bake(path, say)
