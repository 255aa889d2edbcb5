"""A patrol's tracks are drawn where the rule has them, and nowhere else."""

from __future__ import annotations

import pytest

from game.sim.prints import takes_print, trodden
from game.sim.room import Room
from game.sim.world import Level
from game.ui.look import TILE
from game.ui.tracks import feet
from tests.scenario import drawn_room
from tests.sim.drawn import watcher

ROUNDS = {
    "straight": [(3, 3), (24, 3)],
    "corner": [(3, 3), (24, 3), (24, 9), (3, 9)],
    "slanting": [(3, 2), (10, 9), (20, 4)],
}


def snowfield(*posts: tuple[int, int], comes: str = "") -> Room:
    return drawn_room("\n".join(["~" * 28] * 6 + ["~" * 10 + "." * 18] * 6), watchers=(watcher(*posts, comes=comes),))


@pytest.mark.parametrize("name", ROUNDS)
def test_drawn_feet_and_ruled_cells_agree(name: str) -> None:
    room = snowfield(*ROUNDS[name])
    cells = trodden(room, Level.TRAVELLER)
    drawn = {y // TILE * room.width + x // TILE for x, y, _ in feet(room, Level.TRAVELLER)}
    snowy = {at for at in cells if takes_print(room, at % room.width * 4096, at // room.width * 4096)}
    assert drawn <= snowy
    assert len(drawn) >= len(snowy) * 9 // 10 > 5


def test_who_comes_only_when_called_has_left_no_tracks() -> None:
    assert feet(snowfield((3, 3), (24, 3)), Level.TRAVELLER)
    assert not feet(snowfield((3, 3), (24, 3), comes="alarm 1"), Level.TRAVELLER)
