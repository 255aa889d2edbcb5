"""What lives in a room stays where its thing is, keeps still when asked, and costs next to nothing."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.sim.room_art import RoomArt, Scenery
from game.sim.world import Stage
from game.ui import living, silhouettes
from game.ui.atlas import Atlas
from game.ui.living import Living
from game.ui.look import KEY
from game.ui.magpie import PERCHES, Magpie
from tests.scenario import drawn_room, play

WHOLE = pygame.Rect(-200, -200, 1200, 1200)


@pytest.fixture(autouse=True)
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    yield
    pygame.display.quit()


def yard(assets: Path, *things: tuple[str, int, int], grade: str = "road") -> tuple[Living, Stage, RoomArt]:
    drawing = "\n".join(["@" + "~" * 27] + ["~" * 28] * 17)
    room = drawn_room(drawing, grade=grade)
    art = RoomArt(room.id, grade, {}, tuple(Scenery(*thing) for thing in things), (), {})
    lives = Living(Atlas(assets))
    lives.enter(room, art)
    return lives, play(drawing).stage, art


def shown(lives: Living, stage: Stage, art: RoomArt, clock: int, **how: bool) -> list[tuple[int, int, bytes]]:
    """Where and what is drawn."""
    return [(rect.x, rect.y, pygame.image.tobytes(sight.both.moon, "RGB"))
            for sight, rect in lives.near(stage, art, clock, WHOLE, **how)]


@pytest.mark.parametrize("name", [*living.CHIMNEYS, *living.STEAMING, *living.BILLOWING, *living.FIRES,
                                  *living.WASHING])
def test_it_moves_and_with_motion_off_it_does_not(assets: Path, name: str) -> None:
    lives, stage, art = yard(assets, (name, 200, 200))
    moments = [shown(lives, stage, art, clock) for clock in range(0, 120, living.STEP_TICKS)]
    assert all(moments)
    assert any(moment != moments[0] for moment in moments)
    resting = [shown(lives, stage, art, clock, moving=False) for clock in range(0, 120, living.STEP_TICKS)]
    assert all(moment == resting[0] for moment in resting)


def test_a_fire_burns_steadily_without_flashes(assets: Path) -> None:
    lives, stage, art = yard(assets, ("brazier", 200, 200))
    steady = [shown(lives, stage, art, clock, flashes=False) for clock in range(0, 200, 5)]
    assert all(moment == steady[0] for moment in steady)


@pytest.mark.parametrize("name", living.NEON)
def test_neon_sinks_and_comes_back_slowly_and_not_at_all_without_flashes(assets: Path, name: str) -> None:
    lives, stage, art = yard(assets, (name, 200, 200), grade="street")
    ten_seconds = [shown(lives, stage, art, clock) for clock in range(0, 600, living.STEP_TICKS)]
    assert 2 <= sum(now != before for before, now in pairwise(ten_seconds)) <= 6
    steady = [shown(lives, stage, art, clock, flashes=False) for clock in range(0, 600, living.STEP_TICKS)]
    assert not any(steady)


def test_a_fire_in_town_is_not_in_the_colour_of_neon(assets: Path) -> None:
    lives, stage, art = yard(assets, ("drum_stove", 200, 200), grade="street")
    fire = next(sight.both.moon for sight, rect in lives.near(stage, art, 0, WHOLE) if rect.size == (10, 10))
    inked = [fire.get_at((x, y))[:3] for x in range(10) for y in range(10)]
    assert all(red > max(green, blue) for red, green, blue in inked if (red, green, blue) != KEY)


def test_places_lie_on_the_pictures(assets: Path) -> None:
    feet = json.loads((assets / "things.json").read_text("utf-8"))
    atlas = Atlas(assets)
    spots = [(name, *place) for name, place in (*living.CHIMNEYS.items(), *living.HUMMING.items())]
    spots += [(name, x, y) for name, places in living.STEAMING.items() for x, y in places]
    spots += [(name, x, y) for name, places in living.BILLOWING.items() for x, y, *_ in places]
    spots += [(name, x + wide // 2, y + high // 2) for name, boxes in living.FIRES.items()
              for x, y, wide, high in boxes]
    for name, x, y in spots:
        shape = pygame.mask.from_surface(atlas.thing(name, "river").moon)
        near = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1, 2)]
        assert any(0 <= a < shape.get_size()[0] and 0 <= b < shape.get_size()[1] and shape.get_at((a, b))
                   for a, b in near), name
    assert {*living.WASHING, *PERCHES} <= feet.keys()


def test_washing_is_drawn_once_and_hangs_from_the_same_line(assets: Path) -> None:
    lives, stage, art = yard(assets, ("washing_line", 200, 200), ("stump", 100, 100))
    kept = living.still(art)
    assert kept is not None and [s.art for s in kept.scenery] == ["stump"]
    line = Atlas(assets).thing("washing_line", "road")
    [(sight, rect)] = lives.near(stage, art, 60, WHOLE)
    assert rect.topleft == (200 - line.foot[0], 200 - line.foot[1])
    top = living.WASHING["washing_line"][0]
    above = (0, 0, rect.width, top)
    assert pygame.image.tobytes(sight.both.moon.subsurface(above), "RGB") == \
        pygame.image.tobytes(line.moon.subsurface(above), "RGB")
    assert sight.foot_y == 200


def test_smoke_goes_with_the_wind(assets: Path) -> None:
    lives, stage, art = yard(assets, ("hut", 200, 200))
    room = drawn_room("@~~~", wind_angle=36, grade="road")
    east = sum(rect.centerx for _, rect in lives.near(stage, art, 0, WHOLE))
    lives.enter(room, art)
    assert sum(rect.centerx for _, rect in lives.near(stage, art, 0, WHOLE)) < east - 100


def test_the_magpie_lands_leaves_and_shuns_people() -> None:
    perches = [(100, 100), (300, 120), (500, 300), (200, 400)]
    bird, body = Magpie(perches), (300, 130)
    sat = set()
    for clock in range(12_000):
        seen = bird.pass_to(clock, [body])
        if seen is not None and seen[2] < 2:
            sat.add(seen[:2])
            assert math.dist(seen[:2], body) > 60
    assert len(sat) >= 2 and sat < set(perches)


def test_a_magpie_says_where_somebody_came_near_and_only_then() -> None:
    bird = Magpie([(100, 100), (300, 120)], seed=3)
    clock = 0
    while bird.pass_to(clock, []) is None or clock < bird._lands:
        clock += 1
    assert bird.startled is None
    sat = bird._to
    bird.pass_to(clock + 1, [sat])
    assert bird.startled == sat and bird._to != sat


def test_the_magpie_comes_by_day_only_and_rests_with_motion_off(assets: Path) -> None:
    perches = [("stump", 100, 200), ("stump", 300, 200)]
    for grade, comes in (("road", True), ("river", False)):
        lives, stage, art = yard(assets, *perches, grade=grade)
        assert comes is any(lives.near(stage, art, clock, WHOLE) for clock in range(3000))
        assert not any(lives.near(stage, art, clock, WHOLE, moving=False) for clock in range(0, 3000, 50))


def test_what_hides_her_is_measured_by_its_shape() -> None:
    body, wall = pygame.Surface((4, 8)), pygame.Surface((8, 8))
    for made in (body, wall):
        made.set_colorkey((255, 0, 255))
    wall.fill((255, 0, 255), (0, 0, 4, 8))
    assert silhouettes.covered(body, wall, 0, 0) == 0.0
    assert silhouettes.covered(body, wall, -4, 4) == 0.5
    assert silhouettes.covered(body, wall, -4, 0) == 1.0
