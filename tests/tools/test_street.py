"""The market street of Yanji: what stands in it stands on something, what is open stays open, neon is rose and lamp."""

from __future__ import annotations

from collections import deque
from functools import cache

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")

from game.content.maps import load_room  # noqa: E402
from game.sim.grid import Cell  # noqa: E402
from game.sim.room import Room  # noqa: E402
from game.sim.room_art import RoomArt  # noqa: E402
from tools.art import things  # noqa: E402
from tools.art.palette import MATERIALS, NOTHING, ROOT  # noqa: E402
from tools.art.things_letters import GLYPHS, words  # noqa: E402

STANDS = ("shop_", "stall_", "flats_", "tricycle", "cabbage_", "briquettes", "kiosk", "drum_stove", "coal_shed",
          "cable_pole", "motorbike", "ash_bin", "jar_shelf")


@cache
def yard() -> tuple[Room, RoomArt]:
    room, art, _ = load_room(ROOT / "maps" / "curtains.tmx")
    assert room is not None and art is not None
    return room, art


def open_from(room: Room, start: tuple[int, int]) -> set[tuple[int, int]]:
    seen, ahead = {start}, deque([start])
    while ahead:
        x, y = ahead.popleft()
        for there in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if there not in seen and room.walls.free(Cell(*there)):
                seen.add(there)
                ahead.append(there)
    return seen


def test_nobody_walks_through_a_shop_or_a_stall() -> None:
    room, art = yard()
    for item in art.scenery:
        if item.art.startswith(STANDS):
            assert not room.walls.free(Cell(item.x // 16, item.y // 16)), f"{item.art} at {item.x},{item.y}"


def test_every_place_of_the_yard_is_still_reached_from_the_stairs() -> None:
    room, _ = yard()
    reached = open_from(room, (20, 25))
    below = [thing for thing in room.things if thing.cell.y >= 23 and thing.name not in ("courtyard_gate",)]
    for thing in below:
        around = [(thing.cell.x + a, thing.cell.y + b) for a in (-1, 0, 1) for b in (-1, 0, 1)]
        assert reached & set(around), thing.name
    assert {(x, 43) for x in range(3, 53)} <= reached, "one can walk the whole length of the market street"
    assert {(x, 41) for x in range(17, 23)} <= reached, "and come into it under the arch"


def test_the_brightest_of_a_lit_sign_is_rose_or_lamp() -> None:
    """Neon is an accent, and only these two materials are neon in the grade `street`."""
    sign = things.MODELS["neon_blade"]().image
    bright = sign[(sign != NOTHING) & (sign % 16 >= 8)] // 16
    assert {MATERIALS[number] for number in np.unique(bright)} <= {"rose", "lamp", "snow"}
    assert np.isin(bright, [MATERIALS.index("rose"), MATERIALS.index("lamp")]).mean() > 0.8


def test_no_two_signs_of_the_street_are_written_alike_and_none_is_taller_than_a_board() -> None:
    assert len(set(GLYPHS.values())) == len(GLYPHS)
    for sign in GLYPHS:
        drawn = words(sign)
        assert drawn.any() and drawn.shape[0] <= 10 and drawn.shape[1] <= 9, sign
