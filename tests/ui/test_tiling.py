"""Ground drawn from tiles: no straight borders, no danger too small, no cover too large, chunks and walls that join."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pygame
import pytest

from game.content.sources import data_root
from game.sim.room_art import Scenery
from game.ui import lie
from game.ui.atlas import Atlas
from game.ui.ground import GroundView
from game.ui.lie import Lie
from game.ui.look import TILE
from game.ui.tileset import Standing, blank, silhouette
from game.ui.tiling import Chunk

KINDS = {".": lie.SNOW, "c": lie.CRUST, "p": lie.PATH, "r": lie.REEDBED, "i": lie.ICE, "d": lie.DITCH, "b": lie.BANK,
         "w": lie.WATER, "Z": lie.CRAZED_ICE, "W": lie.WET_ICE, "f": lie.FIELD, "g": lie.GRAVEL, "#": lie.LID}
REACH = 6  # px, the law's


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    pygame.display.set_mode((320, 200))
    return Atlas(data_root() / "assets")


def land(drawing: str) -> Lie:
    rows = drawing.split()
    kinds = bytes(KINDS[letter] for row in rows for letter in row)
    walls = bytes(3 * (letter == "#") for row in rows for letter in row)
    return Lie(len(rows[0]) + 2, lie.bordered(kinds, len(rows[0])), lie.bordered(walls, len(rows[0])))


def drawn(atlas: Atlas, drawing: str, left: int = 0, top: int = 0, size: tuple[int, int] | None = None) -> list[bytes]:
    """The indices of a drawn room, or a part of it, row by row."""
    tiles = atlas.tiles()
    assert tiles is not None
    rows = drawing.split()
    size = size or (len(rows[0]) * TILE, len(rows) * TILE)
    data = pygame.image.tobytes(Chunk(tiles, land(drawing), left, top, size, "river").drawn(), "P")
    return [data[at : at + size[0]] for at in range(0, len(data), size[0])]


def changed(one: list[bytes], other: list[bytes]) -> set[tuple[int, int]]:
    return {(x, y) for y, (a, b) in enumerate(zip(one, other, strict=True)) for x in range(len(a)) if a[x] != b[x]}


@pytest.mark.parametrize("over, under", ["wi", "Wi", "Zi", "ib", "b.", "c.", ".f", ".r", ".d", "gp"])
def test_a_border_is_no_straight_line_and_stays_within_six_pixels(atlas: Atlas, over: str, under: str) -> None:
    there = drawn(atlas, "\n".join([over * 4 + under * 4] * 12))
    beyond = changed(there, drawn(atlas, "\n".join([under * 8] * 12)))
    ends = [max(x for x, row in beyond if row == y) + 1 - 4 * TILE for y in range(12 * TILE)]
    assert max(ends) <= REACH
    assert len(set(ends)) >= 4, "a straight line"
    assert max(map(ends.count, set(ends))) < len(ends) * 0.6


@pytest.mark.parametrize("danger", "wWZi")
def test_danger_is_drawn_no_smaller_than_the_rule(atlas: Atlas, danger: str) -> None:
    """Its cells look as they do in a whole sheet of it; what is beside them takes nothing away."""
    rows = "bbbbbb\nbbXXbb\nbXXXX.\nbXXX..\nbb.c.p".replace("b", "i" if danger != "i" else ".").split()
    held, whole = drawn(atlas, "\n".join(rows).replace("X", danger)), drawn(atlas, "\n".join(danger * 6 for _ in rows))
    for x, y in changed(held, whole):
        now, then = held[y][x], whole[y][x]
        shaded = danger == "i" and now >> 4 == then >> 4 and now < then  # by the land above it
        assert rows[y // TILE][x // TILE] != "X" or shaded, (x, y)


@pytest.mark.parametrize("cover", "rd")
def test_cover_is_drawn_no_larger_than_the_rule(atlas: Atlas, cover: str) -> None:
    rows = ["..........", "..XXX..ppp", "..XXXXX.pp", "....XX....", ".........."]
    with_it, without = (drawn(atlas, "\n".join(rows).replace("X", letter)) for letter in (cover, "."))
    beyond = {(x, y) for x, y in changed(with_it, without) if rows[y // TILE][x // TILE] != "X"}
    assert not beyond


LAKE = """
iiiiiiiiii
iiZZZiiiii
iZZwwZi...
iZWwwZi...
iiZWZ.....
iiiii.....
bbbbb.....
"""


def test_chunks_join_wherever_they_are_cut(atlas: Atlas) -> None:
    walled = LAKE.replace("ZwwZi...", "ZwwZi##.").replace("iiiii.....", "iiiii.###.")
    whole = drawn(atlas, walled)
    for left, top in ((0, 0), (80, 56), (64, 24)):
        part = drawn(atlas, walled, left, top, (80, 56))
        assert part == [row[left : left + 80] for row in whole[top : top + 56]], (left, top)


def test_a_row_of_wall_is_one_wall_and_a_gap_has_two_ends(atlas: Atlas) -> None:
    rows = drawn(atlas, "............\n.####.#####.\n............")
    face, top = rows[2 * TILE - 5], rows[TILE + 2]
    dark, light = 0x21, 0x26
    assert [face[TILE], face[5 * TILE - 1], face[6 * TILE], face[11 * TILE - 1]] == [light, dark, light, dark]
    joints = {x % TILE for x in range(6 * TILE + 1, 11 * TILE - 1) if face[x] == dark}
    assert len(joints) > 3, "boards do not begin anew in every cell"
    assert all(index >> 4 == 0 and index >= 4 for index in top[TILE + 1 : 5 * TILE - 2]), "snow along the whole top"


def test_a_thing_throws_its_shadow_to_the_lower_right_and_not_onto_walls(atlas: Atlas) -> None:
    tiles = atlas.tiles()
    assert tiles is not None
    drawing = "........\n........\n....##..\n........"
    post = blank((4, 30), 0x25)
    thing = Standing(silhouette(post), (2, 29), 2 * TILE, 2 * TILE, 999)
    rows = drawn(atlas, drawing)
    data = pygame.image.tobytes(Chunk(tiles, land(drawing), 0, 0, (128, 64), "river", (thing,)).drawn(), "P")
    dark = changed([data[at : at + 128] for at in range(0, len(data), 128)], rows)
    assert all(data[y * 128 + x] < rows[y][x] for x, y in dark)
    assert min(x for x, _ in dark) >= thing.x - 2 and min(y for _, y in dark) >= thing.y
    assert max(x for x, _ in dark) - thing.x > 15
    assert not [at for at in dark if at[0] // TILE in (4, 5) and at[1] // TILE == 2]
    assert not changed(rows, drawn(atlas, drawing)), "nothing is kept from one chunk to the next"


def test_what_is_thin_or_small_throws_none(atlas: Atlas, content) -> None:
    room, art = content.rooms["tumen"], content.art["tumen"]
    for name, thrown in (("pine_a", True), ("fence_post", True), ("fence_wire_s", False), ("lamp_on", False)):
        alone = replace(art, scenery=(Scenery(name, 400, 300),))
        assert bool(GroundView(atlas, room, alone)._things()) is thrown, name


def test_what_is_dangerous_or_loud_lies_over_what_is_quiet() -> None:
    """And what hides lies lowest; what is built does neither."""
    order = [lie.LEVEL[KINDS[letter]] for letter in "rpgf.cbiZWw"]
    assert all(a < b for a, b in pairwise(order))
    assert lie.LEVEL[lie.DITCH] == lie.LEVEL[lie.REEDBED] == 1
    assert {lie.LEVEL[kind] for kind in (lie.RAKED, lie.PLANK, lie.LID, lie.VOID)} == {0}


def test_an_edge_ends_where_the_other_terrain_does() -> None:
    """North 1, east 2, south 4, west 8; corners north-east 1 and on clockwise."""
    held = land("...p\npppp\npppp\ncc.p")
    assert held.lies_over(held.at(1, 1)) == [(lie.SNOW, 1, 0)]
    assert held.lies_over(held.at(2, 1)) == [(lie.SNOW, 1, 1)]
    assert held.lies_over(held.at(3, 1)) == []
    assert held.lies_over(held.at(2, 2)) == [(lie.SNOW, 4, 2)]
    assert held.lies_over(held.at(2, 3)) == [(lie.CRUST, 8, 8)]
    assert held.forms(held.at(3, 1), frozenset((lie.SNOW,))) == (0, 8)


def test_thin_ice_is_shown_by_the_rule_and_a_strip_that_runs_down_has_furrows_that_do(content) -> None:
    room = content.rooms["tumen"]
    held = lie.lie_of(room)
    for here, cm in enumerate(room.ice_cm):
        if room.ground[here] == lie.ICE:
            kind = held.kinds[held.at(here % room.width, here // room.width)]
            expected = lie.WET_ICE if cm < 5 else lie.CRAZED_ICE if cm < 7 else lie.WHITE_ICE if cm < 10 else lie.ICE
            assert kind == expected
    assert lie.RAKED_DOWN in held.kinds and lie.RAKED not in held.kinds
