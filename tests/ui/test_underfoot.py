"""Ground in thaw, rain or a dry spring: snow stays snow, dangers stay as they are, water stands, neon is given back."""

from __future__ import annotations

import pygame
import pytest

from game.content.sources import data_root
from game.sim.room_art import UNDERFOOT
from game.ui import lie, underfoot
from game.ui.atlas import Atlas
from game.ui.lie import Lie
from game.ui.look import TILE
from game.ui.mirrored import Glow, lamp_streak
from game.ui.tileset import filled
from game.ui.tiling import Chunk

STATES = [UNDERFOOT.index(word) for word in ("thaw", "wet", "dry")]
KINDS = {".": lie.SNOW, "c": lie.CRUST, "p": lie.PATH, "r": lie.REEDBED, "i": lie.ICE, "d": lie.DITCH, "b": lie.BANK,
         "w": lie.WATER, "Z": lie.CRAZED_ICE, "W": lie.WET_ICE, "f": lie.FIELD, "g": lie.GRAVEL, "#": lie.LID,
         "a": lie.ASPHALT, "k": lie.COUNTRY_ROAD, "o": lie.CONCRETE, "_": lie.PLANK, "=": lie.BOARDS, "R": lie.RAKED}
ALL = """
....ccccppppgggg
....ccccppppgggg
rrrriiiiddddbbbb
rrrriiiiddddbbbb
wwwwZZZZWWWWffff
wwwwZZZZWWWWffff
aaaakkkkoooo____
aaaakkkkoooo____
====RRRR##..##..
====RRRR........
"""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    pygame.display.set_mode((320, 200))
    return Atlas(data_root() / "assets")


def land(drawing: str, states: str) -> Lie:
    """Kinds by their letters; states by their numbers, one for all or one a cell."""
    rows = drawing.split()
    wide = len(rows[0])
    kinds = bytes(KINDS[letter] for row in rows for letter in row)
    walls = bytes(letter == "#" for row in rows for letter in row)
    held = bytes(map(int, "".join(states.split()))) if len(states) > 1 else bytes((int(states),)) * len(kinds)
    return Lie(wide + 2, lie.bordered(kinds, wide), lie.bordered(walls, wide), lie.bordered(held, wide))


def drawn(atlas: Atlas, drawing: str, states: str | int, grade: str = "river", left: int = 0, top: int = 0,
          size: tuple[int, int] | None = None, shining: tuple[Glow, ...] = ()) -> list[bytes]:
    tiles = atlas.tiles()
    assert tiles is not None
    held = land(drawing, str(states))
    rows = drawing.split()
    size = size or (len(rows[0]) * TILE, len(rows) * TILE)
    data = pygame.image.tobytes(Chunk(tiles, held, left, top, size, grade, shining=shining).drawn(), "P")
    return [data[at : at + size[0]] for at in range(0, len(data), size[0])]


def share(rows: list[bytes], *materials: int) -> float:
    """Of all pixels, how many are of these materials."""
    return sum(index >> 4 in materials for row in rows for index in row) / sum(map(len, rows))


def whole(letter: str) -> str:
    return "\n".join([letter * 40] * 22)


@pytest.mark.parametrize("grade", ["river", "road", "street"])
@pytest.mark.parametrize("state", STATES)
def test_every_pixel_has_a_colour_in_the_end(atlas: Atlas, state: int, grade: str) -> None:
    """What stands in for built things on the way is looked up again."""
    assert all(index < 160 and index % 16 < 10 for row in drawn(atlas, ALL, state, grade) for index in row)


@pytest.mark.parametrize("letter", ".c")
@pytest.mark.parametrize("state", STATES)
def test_snow_that_leaves_prints_still_reads_as_snow(atlas: Atlas, state: int, letter: str) -> None:
    rows = drawn(atlas, whole(letter), state)
    assert share(rows, underfoot.SNOW, underfoot.METAL) > 0.75
    assert share(rows, underfoot.WOOD, underfoot.REED) > 0.03, "no holes in it"


@pytest.mark.parametrize("letter", "pgfrbkao_R")
def test_no_snow_lies_elsewhere_when_it_has_rained_or_dried(atlas: Atlas, letter: str) -> None:
    for state in (underfoot.WET, underfoot.DRY):
        assert share(drawn(atlas, whole(letter), state), underfoot.SNOW) == 0


@pytest.mark.parametrize("letter", "pfgk")
def test_thaw_leaves_a_part_of_the_dusting_and_melt_water(atlas: Atlas, letter: str) -> None:
    rows = drawn(atlas, whole(letter), underfoot.THAW)
    assert 0.12 < share(rows, underfoot.SNOW) < 0.5
    assert 0.03 < share(rows, underfoot.ICE) < 0.2


@pytest.mark.parametrize("letter", "pfao")
def test_puddles_stand_on_wet_ground_and_none_on_dry(atlas: Atlas, letter: str) -> None:
    assert 0.04 < share(drawn(atlas, whole(letter), underfoot.WET), underfoot.ICE) < 0.25
    assert share(drawn(atlas, whole(letter), underfoot.DRY), underfoot.ICE) == 0


@pytest.mark.parametrize("letter", "wWZ")
@pytest.mark.parametrize("state", STATES)
def test_what_breaks_under_her_looks_as_it_always_does(atlas: Atlas, state: int, letter: str) -> None:
    assert drawn(atlas, whole(letter), state) == drawn(atlas, whole(letter), 0)


@pytest.mark.parametrize("state", STATES)
def test_open_water_and_thin_ice_keep_their_bright_rims_and_nothing_lies_in_them(atlas: Atlas, state: int) -> None:
    drawing = "\n".join(["iZZWWwwwWWZZi"] * 20)
    rows, under_snow = drawn(atlas, drawing, state), drawn(atlas, drawing, 0)
    assert share(rows, underfoot.ICE) == 1
    bright = [(x, y) for y, row in enumerate(under_snow) for x, index in enumerate(row[24:-24], 24) if index % 16 >= 7]
    assert bright and sum(rows[y][x] % 16 >= 7 for x, y in bright) > 0.95 * len(bright)


def test_chunks_join_in_any_weather_and_where_two_meet(atlas: Atlas) -> None:
    meeting = "\n".join(["1112223330001112"] * 4 + ["0001112223330001"] * 6)
    for states in ("1", "2", "3", meeting):
        all_of_it = drawn(atlas, ALL, states)
        for left, top in ((0, 0), (80, 56), (64, 24)):
            part = drawn(atlas, ALL, states, left=left, top=top, size=(80, 56))
            assert part == [row[left : left + 80] for row in all_of_it[top : top + 56]], (states, left, top)


@pytest.mark.parametrize("letter", "pfk")
@pytest.mark.parametrize("state", STATES)
def test_where_the_weather_changes_is_no_straight_line(atlas: Atlas, state: int, letter: str) -> None:
    drawing = "\n".join([letter * 12] * 12)
    snow = drawn(atlas, drawing, 0)
    both = drawn(atlas, drawing, "\n".join(["0" * 6 + str(state) * 6] * 12))
    begins = [next(x for x in range(12 * TILE) if row[x] != snow[y][x]) for y, row in enumerate(both)]
    assert min(begins) >= 6 * TILE - 6
    assert len(set(begins)) >= 4, "a straight line"


def test_a_lamp_over_wet_tar_is_given_back_below_it_and_over_dry_tar_is_not(atlas: Atlas) -> None:
    rows = lamp_streak("river")
    streak = filled(b"".join(rows), (len(rows[0]), len(rows)))
    streak.set_colorkey(255)
    lamp = Glow(streak, 300, 100)
    for letter, state, seen in (("a", underfoot.WET, True), ("a", underfoot.DRY, False), (".", underfoot.WET, False)):
        rows = drawn(atlas, whole(letter), state, shining=(lamp,))
        lit = [(x, y) for y, row in enumerate(rows) for x in range(len(row)) if row[x] >> 4 == 9]
        assert bool(lit) is seen, (letter, state)
        assert all(300 <= x < 305 and y >= 100 for x, y in lit)


def test_a_streak_is_broken_fades_and_lies_straight_below(atlas: Atlas) -> None:
    rows = lamp_streak("river")
    middle = [row[len(row) // 2] for row in rows]
    shown = [index for index in middle if index != 255]
    assert 10 < len(shown) < len(middle), "whole"
    assert sum(shown[:5]) >= sum(shown[-5:]) - 5 * 3 and len({index % 16 for index in shown}) > 1
