"""What the rules teach the search: prints, scenes of the clock, glimpses, windows of time."""

from dataclasses import replace

from game.prove.rooms.opening import open_visit
from game.prove.rooms.refusals import windows
from game.prove.rooms.sneak import sneak
from game.prove.rooms.watched import Answers
from game.sim.grid import Cell
from game.sim.room import Post
from game.sim.step import step
from game.sim.turns import CURIOUS_AT
from game.sim.world import Level
from game.story.steps import Wait, Way
from tests.prove.test_rooms_search import OUT, lore_of, opened, rounds
from tests.scenario import BACK, drawn_room


def test_prints_that_would_be_found_are_not_left() -> None:
    """Straight on lies snow, and a guard comes by again before she is out; only the earth in the south keeps still."""
    wide = 60
    rows = ["#" * wide, *("#" + "~" * (wide - 2) + "#" for _ in range(12)), "#" + "." * (wide - 2) + "#", "#" * wide]
    rows[2] = "#@" + "~" * (wide - 4) + "1#"
    rows[6] = "#" + "~" * 7 + "G" + "~" * (wide - 10) + "#"
    walking = rounds(drawn_room("\n".join(rows), night=True), (8, 13), (8, 1))
    world = open_visit(lore_of(walking, OUT), "road.start", 0, Level.TRAVELLER)
    assert world is not None
    way = sneak(world, Way("reach", "one", "road.over"), ((),), Answers())
    assert way.found and way.refused > 0 and way.who == {"guard": way.refused}
    crossed = [y >> 12 for _, x, y in way.places if x >> 12 in (7, 8, 9)]
    assert crossed and min(crossed) == 13


def test_a_scene_of_the_clock_on_the_way_is_lived_through() -> None:
    world, way = opened("""
        ########################
        #@....................1#
        ########################
    """, ways={"reach one": "over", "at 02:11": (Wait(200), BACK)}, watchers=(), clock_start=130, clock_end=280,
        ticks_per_minute=60)
    found_ = sneak(world, way, ((),), Answers())
    assert found_.found and found_.disturbed
    for intent in found_.intents:
        step(world, intent)
    assert world.tale.ending == "over"


def test_a_moment_in_the_corner_of_an_eye_is_borne_if_nothing_else_is_left() -> None:
    drawing = """
        ###################
        #@...............1#
        ########.##########
        ########.##########
        ########.##########
        ########.##########
        ########G##########
        ###################
    """
    room = drawn_room(drawing, night=True)
    for row, passes in ((6, True), (3, False)):  # far down, or two steps from the corridor
        looks_up = replace(room, watchers=(replace(room.watchers[0], route=(Post(Cell(8, row), facing=54),)),))
        world = open_visit(lore_of(looks_up, OUT), "road.start", 0, Level.TRAVELLER)
        assert world is not None
        way = sneak(world, Way("reach", "one", "road.over"), ((),), Answers())
        assert way.found is passes, way
        if passes:
            assert way.glimpses and 0 < way.worst < CURIOUS_AT


def test_windows_are_unions_of_what_follows() -> None:
    rows = [1, 2, 4, 8, 16]
    assert windows(rows, 1) == rows
    assert windows(rows, 3) == [7, 14, 28]
