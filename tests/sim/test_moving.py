"""Walking: speeds, walls, corners, breath, doors, stairs, hiding."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.events import Hid, Refused, Sounded
from game.sim.grid import UNITS, Cell, Grid
from game.sim.ground import cell_of, middle, noise_radius
from game.sim.intents import Gait, Move
from game.sim.moving import HALF_HEIGHT, HALF_WIDTH, SPEEDS, slide, walk
from game.sim.world import Her
from tests.scenario import SCENE, TILE, play

DIRECTIONS = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]
WIDE = "@" + "." * 40


def overlaps(grid: Grid, x: int, y: int) -> bool:
    return any(not grid.free(Cell(cx, cy))
               for cx in range((x - HALF_WIDTH) // UNITS, (x + HALF_WIDTH - 1) // UNITS + 1)
               for cy in range((y - HALF_HEIGHT) // UNITS, (y + HALF_HEIGHT - 1) // UNITS + 1))


@pytest.mark.parametrize(("gait", "tiles_in_ten_seconds"),
                         [(Gait.WALK, 30), (Gait.CROUCH, 16), (Gait.CRAWL, 9)])
def test_speeds(gait: Gait, tiles_in_ten_seconds: int) -> None:
    yard = play(WIDE + "G")
    yard.her.pace = 12
    start = yard.her.x
    yard.walk("east", 600, gait)
    assert abs((yard.her.x - start) / TILE - tiles_in_ten_seconds) < 0.1


def test_walks_faster_where_nobody_watches() -> None:
    yard = play("@" + "." * 50)
    yard.her.pace = 12
    start = yard.her.x
    yard.walk("east", 600)
    assert abs((yard.her.x - start) / TILE - 44) < 0.1


@pytest.mark.parametrize("gait", list(Gait))
def test_a_diagonal_is_no_faster(gait: Gait) -> None:
    straight, diagonal = SPEEDS[gait]
    assert 2 * (diagonal - 1) ** 2 < straight ** 2 < 2 * (diagonal + 1) ** 2


def test_full_speed_in_four_ticks_still_in_three() -> None:
    yard = play(WIDE + "G")
    speeds = []
    for _ in range(6):
        yard.walk("east", 1)
        speeds.append(yard.her.vx)
    assert speeds == sorted(speeds) and speeds[2] < speeds[3] == speeds[4] == SPEEDS[Gait.WALK][0]
    before = yard.her.x
    yard.wait(3)
    assert yard.her.vx == 0 and yard.her.x > before
    still = yard.her.x
    yard.wait(5)
    assert yard.her.x == still


def test_stopped_by_a_wall_and_slides_along_it() -> None:
    yard = play("""
        #####
        #@..#
        #...#
        #...#
        #####
    """)
    yard.walk("north", 60)
    assert yard.cell == Cell(1, 1)
    yard.walk("northeast", 60)
    assert yard.cell == Cell(3, 1)
    assert yard.her.y == UNITS + HALF_HEIGHT


@pytest.mark.parametrize("offset", range(-1280, 1281, 128))
def test_a_gap_of_one_tile_lets_her_through(offset: int) -> None:
    yard = play("""
        .......
        ...@...
        ###.###
        ...1...
    """)
    yard.her.x += offset
    yard.walk("south", 60)
    assert yard.cell.y == 3
    assert yard.cell.x == 3


def test_does_not_slip_around_a_wide_wall() -> None:
    yard = play("""
        .@.....
        ##.....
    """)
    yard.walk("south", 60)
    assert yard.cell == Cell(1, 0) and yard.her.x == middle((1, 0))[0]


@st.composite
def mazes(draw: st.DrawFn) -> Grid:
    width, height = draw(st.integers(2, 7)), draw(st.integers(2, 7))
    cells = draw(st.lists(st.sampled_from("..#"), min_size=width * height, max_size=width * height))
    cells[0] = "."
    return Grid.from_rows(["".join(cells[y * width:(y + 1) * width]) for y in range(height)])


HOLDS = st.lists(st.tuples(st.sampled_from(DIRECTIONS), st.sampled_from(list(Gait)), st.integers(1, 40)), max_size=12)


@given(mazes(), HOLDS)
@settings(max_examples=200, deadline=None)
def test_never_in_a_wall_and_never_stuck(grid: Grid, holds: Sequence[tuple[tuple[int, int], Gait, int]]) -> None:
    her = Her(*middle((0, 0)))
    for (dx, dy), gait, ticks in holds:
        for _ in range(ticks):
            walk(grid, her, Move(dx, dy, gait), True)
            assert not overlaps(grid, her.x, her.y)
    here = cell_of(her.x, her.y)
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        if grid.free(Cell(here.x + dx, here.y + dy)):
            there = Her(her.x, her.y)
            for _ in range(60):
                walk(grid, there, Move(dx, dy), True)
                if cell_of(there.x, there.y) == Cell(here.x + dx, here.y + dy):
                    break
            assert cell_of(there.x, there.y) == Cell(here.x + dx, here.y + dy), "a free neighbour is always reached"


@given(mazes(), st.integers(-4096, 4096), st.integers(-4096, 4096))
@settings(max_examples=200, deadline=None)
def test_a_slide_is_never_longer_than_asked(grid: Grid, vx: int, vy: int) -> None:
    x, y = middle((0, 0))
    to_x, to_y = slide(grid, x, y, vx, vy)
    assert abs(to_x - x) <= max(abs(vx), abs(vy)) and abs(to_y - y) <= max(abs(vx), abs(vy))


def test_runs_five_seconds_then_walks_until_her_breath_is_back() -> None:
    yard = play("@" + "." * 80 + "G")
    yard.walk("east", 299, Gait.RUN)
    assert yard.her.gait is Gait.RUN
    yard.walk("east", 5, Gait.RUN)
    assert yard.her.gait is Gait.WALK
    yard.wait(125)
    yard.walk("east", 1, Gait.RUN)
    assert yard.her.gait is Gait.RUN


@pytest.mark.parametrize(("sign", "gait", "tenths"), [
    (".", Gait.WALK, 20), ("~", Gait.WALK, 15), ("c", Gait.WALK, 50), ("g", Gait.CROUCH, 20), ("r", Gait.RUN, 70),
    ("=", Gait.CRAWL, 5),
])
def test_steps_sound_as_far_as_ground_and_gait_say(sign: str, gait: Gait, tenths: int) -> None:
    yard = play(f"{sign}@{sign * 30}")
    sounds = [e for e in yard.walk("east", 120, gait) if isinstance(e, Sounded) and e.name.startswith("step_")]
    assert sounds and {sound.radius for sound in sounds} == {tenths * UNITS // 10}
    assert noise_radius(yard.world.room, yard.her, gait) == tenths * UNITS // 10


def test_shivering_is_heard() -> None:
    yard = play("@" + "." * 30)
    yard.world.tale.facts["warmth"] = 39
    sounds = [e for e in yard.walk("east", 120, Gait.CROUCH) if isinstance(e, Sounded)]
    assert {sound.radius for sound in sounds} == {UNITS * 3 // 2}


def test_a_door_opens_and_shuts_by_hand_and_is_remembered() -> None:
    yard = play("@.D..")
    door = yard.world.room.things[-1]
    yard.world.lore.rooms["yard"] = replace(yard.world.room, things=(*yard.world.room.things[:-1],
                                                                    replace(door, keeps="shed_open")))
    yard.walk("east", 120)
    assert yard.cell == Cell(1, 0)
    yard.press()
    assert yard.world.tale.facts["shed_open"] is True
    yard.walk("east", 12)
    assert yard.cell == Cell(2, 0)
    assert Refused("refused.doorway") in yard.press()
    yard.walk("east", 14)
    yard.press()
    assert yard.world.tale.facts["shed_open"] is False
    yard.walk("west", 60)
    assert yard.cell == Cell(3, 0)


def test_stairs_lead_to_their_mate_and_not_straight_back() -> None:
    yard = play("""
        @.S#S..1
    """)
    yard.walk("east", 200)
    assert yard.cell.x == 7
    yard.walk("west", 400)
    assert yard.cell.x == 0


def test_hides_and_comes_out_by_a_new_press_only() -> None:
    yard = play("@.H..")
    yard.walk("east", 20)
    yard.do(Move(1, 0, act=True))
    assert yard.her.hidden == "hole"
    yard.do(*[Move(1, 0)] * 10)
    assert yard.her.hidden == "hole", "the direction was held from before"
    yard.wait(5)
    assert Hid("") in yard.walk("east", 1)
    yard.wait(5)
    yard.press()
    assert yard.her.hidden == "hole"
    yard.press()
    assert yard.her.hidden == ""


def test_an_act_nine_ticks_early_still_counts() -> None:
    def pressed_early(ticks: int) -> bool:
        yard = play("@......R", {"talk pak": SCENE})
        while yard.her.x + TILE * 3 // 2 < middle((7, 0))[0] - ticks * 300:
            yard.walk("east", 1)
        yard.do(Move(1, 0, act=True))
        yard.walk("east", 9)
        return yard.world.tale.waiting == "words"
    assert pressed_early(8)
    assert not pressed_early(13)


def test_a_held_key_acts_once() -> None:
    yard = play("@R", {"talk pak": SCENE})
    yard.do(*[Move(act=True)] * 5)
    assert yard.world.tale.waiting == "words"
    yard.next()
    yard.do(*[Move(act=True)] * 30)
    assert yard.world.tale.waiting == "room", "the key was held through `back`"
    yard.wait(1)
    yard.press()
    assert yard.world.tale.waiting == "words"
