"""Baked ground in thaw, rain and a dry spring: as the tiles have it, and untouched where snow lies."""

from __future__ import annotations

from dataclasses import replace

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")
pygame = pytest.importorskip("pygame")

from game.content.sources import data_root  # noqa: E402
from game.sim.room_art import UNDERFOOT  # noqa: E402
from game.ui import lie, underfoot  # noqa: E402
from game.ui.atlas import Atlas  # noqa: E402
from game.ui.tiling import Chunk  # noqa: E402
from tools.art import bare, ground, palette  # noqa: E402
from tools.art.terrain import TERRAINS  # noqa: E402

STATES = [UNDERFOOT.index(word) for word in ("thaw", "wet", "dry")]
WIDE, HIGH = 24, 12


def land(state=None, part=None, **kinds):
    """Snow, with other terrain in slices of rows; in one state, or only in a part of the columns."""
    cells = np.zeros((HIGH, WIDE), dtype=np.uint8)
    for name, rows in kinds.items():
        cells[rows] = TERRAINS.index(name)
    states = None
    if state is not None:
        states = np.zeros_like(cells)
        states[:, part or slice(None)] = state
    return ground.Land("yard", cells, np.full_like(cells, 20), "river", (("fence_post", 40, 60),), (), states)


MIXED = {"path": slice(3, 6), "field": slice(6, 9), "ice": slice(9, 12)}


def tiled(held):
    """The same land as the game draws it from tiles."""
    pygame.display.set_mode((320, 200))
    tiles = Atlas(data_root() / "assets").tiles()
    kinds = lie.bordered(held.cells.tobytes(), WIDE)
    whole = lie.Lie(WIDE + 2, kinds, bytes(len(kinds)), lie.bordered(held.states.tobytes(), WIDE))
    drawn = Chunk(tiles, whole, 0, 0, (WIDE * 16, HIGH * 16), held.grade).drawn()
    return np.frombuffer(pygame.image.tobytes(drawn, "P"), dtype=np.uint8).reshape(HIGH * 16, WIDE * 16)


def test_where_a_room_says_nothing_it_is_painted_as_ever():
    plain = ground.paint(land(**MIXED))
    assert (ground.paint(land(0, **MIXED)) == plain).all()
    part = ground.paint(land(underfoot.WET, slice(16, WIDE), **MIXED))
    assert (part[:, : 15 * 16] == plain[:, : 15 * 16]).all()
    assert (part[:, 17 * 16 :] != plain[:, 17 * 16 :]).mean() > 0.5


@pytest.mark.parametrize("state", STATES)
def test_weather_is_painted_in_colours_there_are_and_the_same_each_time(state):
    image = ground.paint(land(state, **MIXED))
    assert (image == ground.paint(land(state, **MIXED))).all()
    assert (image // 16 < len(palette.MATERIALS)).all() and (image % 16 < 10).all()


@pytest.mark.parametrize("state", STATES)
def test_snow_stays_and_dusting_goes(state):
    image = ground.paint(land(state, **MIXED))
    snow = np.isin(image[: 2 * 16], [material * 16 + step for material in (0, 7) for step in range(10)])
    assert snow.mean() > 0.7
    earth = image[4 * 16 : 8 * 16] // 16 == 0
    assert (0.1 < earth.mean() < 0.5) if state == underfoot.THAW else not earth.any()


@pytest.mark.parametrize("terrain", ["path", "field", "asphalt", "concrete"])
def test_puddles_stand_where_the_tiles_have_them(terrain):
    held = replace(land(underfoot.WET, **{terrain: slice(0, HIGH)}), scenery=())
    baked, drawn = ground.paint(held) // 16 == underfoot.ICE, tiled(held) // 16 == underfoot.ICE
    inside = np.s_[24:-24, 24:-24]
    assert 0.03 < drawn[inside].mean() < 0.3
    assert (baked[inside] == drawn[inside]).mean() > 0.93


def test_where_two_weathers_meet_the_edge_wanders():
    parts = (slice(0, 0), slice(12, WIDE))
    one, both = (ground.paint(land(underfoot.DRY, part, path=slice(0, HIGH))) for part in parts)
    begins = (one != both).argmax(1)
    assert begins.min() > 11 * 16 and len(set(begins.tolist())) > 6


def test_hollows_begin_again_without_a_seam():
    for field in bare.fields():
        for turned in (field, field.T):
            steps = np.abs(np.diff(turned.astype(int), axis=0)).mean(1)
            seam = np.abs(turned[0].astype(int) - turned[-1].astype(int)).mean()
            assert seam <= steps.max()
