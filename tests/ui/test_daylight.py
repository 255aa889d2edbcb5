"""The light of a room as the clock goes, and floors in a grade of their own: what is seen is near the hour."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.sources import data_root
from game.sim.room_art import Hour, Tinted
from game.ui import looks, shots
from game.ui.daylight import STEPS, mix
from game.ui.indexed import table
from game.ui.palettes import LIGHTS, Palettes

MORNING = (Hour(360, "river"), Hour(415, "dawn"), Hour(485, "road"))
ACROSS_MIDNIGHT = (Hour(23 * 60, "dusk"), Hour(60, "river"))


@pytest.mark.parametrize(("minute", "first", "second", "share"), [
    (300, "river", "river", 0.0),       # long before the first
    (360, "river", "dawn", 0.0),
    (387, "river", "dawn", 11 / STEPS),
    (415, "dawn", "road", 0.0),
    (484, "dawn", "road", 23 / STEPS),
    (485, "road", "road", 0.0),
    (900, "road", "road", 0.0),         # afternoon: as it was at last
])
def test_a_morning(minute: int, first: str, second: str, share: float) -> None:
    assert mix(MORNING, minute) == (first, second, share)


def test_a_night_goes_over_midnight() -> None:
    assert mix(ACROSS_MIDNIGHT, 0) == ("dusk", "river", 0.5)
    assert mix(ACROSS_MIDNIGHT, 24 * 60 + 30) == ("dusk", "river", 18 / STEPS)


def test_without_hours_nothing_moves() -> None:
    assert mix((), 700) is None


@given(st.integers(300, 500), st.sampled_from(LIGHTS))
def test_no_minute_is_a_jump(minute: int, light: str) -> None:
    """From one minute to the next no colour moves by more than a twelfth of the whole range."""
    palettes = Palettes(table(data_root() / "assets" / "palettes.json"))
    palettes.turn("dawn", mix(MORNING, minute))
    now = palettes.of("dawn", light)
    palettes.turn("dawn", mix(MORNING, minute + 1))
    after = palettes.of("dawn", light)
    assert max(abs(a - b) for one, two in zip(now, after, strict=True) for a, b in zip(one, two, strict=True)) <= 21


def test_a_grade_is_itself_again_when_nothing_is_mixed(assets) -> None:
    palettes = Palettes(table(assets / "palettes.json"))
    own = palettes.of("dawn", "moon")
    assert palettes.turn("dawn", mix(MORNING, 387)) and palettes.of("dawn", "moon") != own
    assert not palettes.turn("dawn", mix(MORNING, 387)), "the same once more is nothing new"
    assert palettes.turn("dawn", None) and palettes.of("dawn", "moon") == own


def picture(app, frames: int = 1) -> bytes:
    for _ in range(frames):
        app.frame([], 0.0)
    return app.kit.world.get_buffer().raw


def test_the_orchard_brightens_piece_by_piece_and_ends_as_if_she_had_come_late(content, assets) -> None:
    early = shots.staged(content, "room:orchard_bank", tick=30, assets=assets, minute=6 * 60 + 20)
    late = shots.staged(content, "room:orchard_bank", tick=30, assets=assets, minute=7 * 60 + 10)
    assert picture(early) != picture(late)
    early.screens[-1].world.tale.clock += 50
    first = picture(early)
    assert first != picture(late), "no frame makes everything anew"
    assert picture(early, 300) == picture(late, 300)


def test_the_next_room_in_that_grade_has_its_own_light(content, assets) -> None:
    """The hill's dusk moves; a room in plain dusk after it does not keep a colour of it."""
    hill = shots.staged(content, "room:signal_hill", assets=assets, minute=17 * 60 + 30)
    atlas = hill.kit.atlas
    moved = atlas.palette("dusk", "moon")
    view = hill.kit.rooms
    other = replace(content.rooms["signal_hill"])
    hill.kit.lore.rooms["signal_hill"] = other
    play = hill.screens[-1]
    view.draw(hill.kit.world, play.world, replace(content.art["signal_hill"], hours=()), play.eyes, hill.kit.shown)
    assert atlas.palette("dusk", "moon") != moved
    assert atlas.palette("dusk", "moon") == Palettes(table(assets / "palettes.json")).of("dusk", "moon")


def test_a_floor_with_a_grade_of_its_own_is_seen_in_it_and_the_next_floor_is_not(content, assets) -> None:
    app = shots.staged(content, "room:post_10", assets=assets)
    play, art = app.screens[-1], content.art["post_10"]
    her = play.world.stage.her
    x, y = her.x // 4096, her.y // 4096
    view = looks.Looks(app.kit.atlas)
    inside = replace(art, tinted=(Tinted(x - 1, y - 1, 3, 3, "street"),))
    here = view.at(play.world, play.world.stage, inside)
    assert here.room.grade == "street" and here.room.walls is play.world.room.walls
    her.x += 5 * 4096
    assert view.at(play.world, play.world.stage, inside).room is play.world.room
    her.x -= 5 * 4096
    assert view.at(play.world, play.world.stage, inside) is here, "kept, so that stairs do not stutter"
