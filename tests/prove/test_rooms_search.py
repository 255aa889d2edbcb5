"""The search for a way nobody sees, in drawn rooms with answers known beforehand."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.codec import digest
from game.prove.rooms.field import Field, from_bytes, indices
from game.prove.rooms.opening import open_visit
from game.prove.rooms.sneak import Sneak, sneak
from game.prove.rooms.terrain import terrain_of
from game.prove.rooms.watched import Answers, Foreseen
from game.sim import watching
from game.sim.grid import Cell
from game.sim.ground import middle
from game.sim.intents import STAND, Gait, Move
from game.sim.room import Post, Room
from game.sim.step import step
from game.sim.turns import CURIOUS_AT
from game.sim.world import Level, Lore, World
from game.story.steps import Visit, Way
from tests.scenario import SCENE, drawn_book, drawn_room

OUT = {"reach one": "over"}


def opened(drawing: str, ways: Any = None, level: Level = Level.TRAVELLER, **changes: Any) -> tuple[World, Way]:
    """A drawn room at the start of a visit, and its first way."""
    world = open_visit(lore_of(drawn_room(drawing, **changes), ways or OUT), "road.start", 0, level)
    assert world is not None
    visit = world.lore.book.nodes["road.start"].steps[0]
    assert isinstance(visit, Visit)
    return world, visit.ways[0]


def lore_of(room: Room, ways: Any) -> Lore:
    return Lore(drawn_book(ways), {room.id: room}, "drawn")


def found(drawing: str, **settings_: Any) -> Sneak:
    world, way = opened(drawing, **settings_)
    return sneak(world, way, ((),), Answers())


def rounds(room: Room, *cells: tuple[int, int], wait: int = 0) -> Room:
    """The room with its one guard walking to and fro between cells."""
    return replace(room, watchers=(replace(room.watchers[0], route=tuple(Post(Cell(*c), wait) for c in cells)),))


# Bits ------------------------------------------------------------------------------------------------------------
@given(st.integers(1, 9), st.integers(1, 9), st.data())
def test_one_step_of_everywhere_is_the_step_of_each(width: int, height: int, data: st.DataObject) -> None:
    field = Field(width, height)
    bits = data.draw(st.integers(0, field.full))
    ground = data.draw(st.integers(0, field.full))
    straight, diagonal = set(), set()
    for x, y in field.cells(bits):
        straight |= {(x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))}
        for dx, dy in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
            if field.bits([(x + dx, y), (x, y + dy), (x + dx, y + dy)]) & ground == field.bits(
                    [(x + dx, y), (x, y + dy), (x + dx, y + dy)]) and 0 <= x + dx < width and 0 <= y + dy < height:
                diagonal.add((x + dx, y + dy))
    assert field.straight(bits) == field.bits(straight)
    assert field.diagonal(bits, ground) == field.bits(diagonal)


@given(st.binary(max_size=60))
def test_bits_are_read_back(flags: bytes) -> None:
    assert list(indices(from_bytes(flags))) == [at for at, flag in enumerate(flags) if flag]


# Known answers ---------------------------------------------------------------------------------------------------
def test_an_empty_corridor_takes_as_long_as_its_cells() -> None:
    way = found("""
        ############
        #@........1#
        ############
    """, watchers=())
    assert way.found and way.narrow is None
    assert 9 * 13 <= way.ticks <= 9 * 20 + 20  # nine cells, at 4.4 to 3 tiles a second


def test_she_waits_until_the_guard_walks_away() -> None:
    room = drawn_room("""
        ################
        #@............1#
        #######G########
        #######.########
        #######.########
        #######.########
        #######.########
        ################
    """)
    busy = rounds(room, (7, 2), (7, 6), wait=240)
    world = open_visit(lore_of(busy, OUT), "road.start", 0, Level.TRAVELLER)
    assert world is not None
    way = sneak(world, Way("reach", "one", "road.over"), ((),), Answers())
    assert way.found and way.worst < CURIOUS_AT
    assert way.ticks > 13 * 20  # it is not walked straight past him


def test_whoever_stands_before_the_only_door_for_ever_is_not_passed() -> None:
    way = found("""
        #########
        #@......#
        ####.####
        #...G...#
        #..1....#
        #########
    """)
    assert not way.found and way.decided


def test_cover_hides_her_only_low() -> None:
    drawing = """
        ##############
        #@..........1#
        #rrrrrrrrrrrr#
        #............#
        #............#
        #.....G......#
        ##############
    """
    north = drawn_room(drawing)
    looks_up = replace(north, watchers=(replace(north.watchers[0], route=(Post(Cell(6, 5), facing=54),)),))
    reeds = bytes(y == 2 for y in range(7) for _ in range(14))
    for cover, passes in ((bytes(14 * 7), False), (reeds, True)):
        world = open_visit(lore_of(replace(looks_up, cover=cover), OUT), "road.start", 0, Level.TRAVELLER)
        assert world is not None
        way = sneak(world, Way("reach", "one", "road.over"), ((),), Answers())
        assert way.found is passes
        if passes:
            assert any(isinstance(ask, Move) and ask.dx and ask.gait is not Gait.WALK for ask in way.intents)


def test_ice_that_breaks_is_gone_round_and_thin_ice_is_crawled_over() -> None:
    round_it = found("""
        #######
        #@=o=1#
        #.===.#
        #######
    """, watchers=())
    assert round_it.found
    crawled = found("""
        #######
        #@=-=1#
        #######
    """, watchers=())
    assert crawled.found and any(isinstance(ask, Move) and ask.gait is Gait.CRAWL for ask in crawled.intents)
    assert not found("""
        #######
        #@=o=1#
        #######
    """, watchers=()).found


def test_doors_are_opened_and_stairs_taken() -> None:
    way = found("""
        ###########
        #@..D...S.#
        ###########
        #S...1....#
        ###########
    """, watchers=())
    assert way.found
    assert any(isinstance(ask, Move) and ask.act for ask in way.intents)


def test_a_thing_to_use_is_walked_up_to_and_used() -> None:
    way = found("""
        ########
        #@.....#
        #.....H#
        ########
    """, ways={"hide hole": "over"}, watchers=())
    assert way.found and isinstance(way.intents[-1], Move) and way.intents[-1].act


def test_a_scene_on_the_way_is_gone_through() -> None:
    way = found("""
        ##########
        #@..2...1#
        ##########
    """, ways={"reach one": "over", "reach two": SCENE}, watchers=())
    assert way.found and way.leads_out


# The future ------------------------------------------------------------------------------------------------------
def test_what_is_foreseen_is_what_they_do() -> None:
    """The copy played ahead stands at every slot where the guards of a played world stand."""
    room = rounds(drawn_room("""
        ##########
        #@.#.....#
        ####.....#
        #...G....#
        ##########
    """), (4, 3), (8, 3), wait=60)
    world, _ = opened("""
        ####
        #@1#
        ####
    """)
    world = open_visit(lore_of(room, {}), "road.start", 0, Level.TRAVELLER) or world
    foreseen = Foreseen.of(world, terrain_of(world), Answers())
    assert world.stage is not None
    for slot in range(40):
        foreseen.each(slot)
        for _ in range(20):
            step(world, STAND)
        ahead = foreseen.world.stage
        assert ahead is not None
        here, there = world.stage.guards["guard"], ahead.guards["guard"]
        assert (here.x, here.y, here.facing) == (there.x, there.y, there.facing)


def test_where_he_is_said_to_look_he_sees_her() -> None:
    world, _ = opened("""
        ##########
        #@.......#
        #...G....#
        #......1.#
        #........#
        ##########
    """)
    stage = world.stage
    assert stage is not None
    foreseen = Foreseen.of(world, terrain_of(world), Answers())
    sensed = foreseen.each(0)["guard"]
    for cell in foreseen.terrain.field.cells(foreseen.terrain.ground[Gait.WALK]):
        stage.her.x, stage.her.y = middle(cell)
        assert bool(watching.seen_by(world)) == bool(sensed.upright & foreseen.terrain.field.bit(cell)), cell


# The law ---------------------------------------------------------------------------------------------------------
@st.composite
def small_rooms(draw: st.DrawFn) -> str:
    """A walled room of 9 by 7 with her, a way out, up to two guards, and what lies about."""
    signs = draw(st.lists(st.sampled_from("......~~cg#"), min_size=63, max_size=63))
    spots = draw(st.permutations(range(63)))
    signs[spots[0]], signs[spots[1]] = "@", "1"
    for at in spots[2:2 + draw(st.integers(1, 2))]:
        signs[at] = "G"
    rows = ["#" + "".join(signs[y * 9:y * 9 + 9]) + "#" for y in range(7)]
    return "\n".join(["#" * 11, *rows, "#" * 11])


@settings(max_examples=10, deadline=None)
@given(small_rooms(), st.data())
def test_any_way_that_is_found_replays_with_nobody_wondering(drawing: str, data: st.DataObject) -> None:
    room = drawn_room(drawing, night=True)
    free = [Cell(x, y) for y in range(room.height) for x in range(room.width) if room.walls.free(Cell(x, y))]
    watchers = tuple(replace(watcher, route=(watcher.route[0], Post(data.draw(st.sampled_from(free)), 60)))
                     for watcher in room.watchers)
    lore = lore_of(replace(room, watchers=watchers), OUT)
    world = open_visit(lore, "road.start", 0, Level.WINTER)
    again = open_visit(lore, "road.start", 0, Level.WINTER)
    assert world is not None and again is not None
    way = sneak(world, Way("reach", "one", "road.over"), ((),), Answers())
    assert world.tick == 0, "the world looked at was played"
    if not way.found:
        return
    worst = 0
    for intent in way.intents:
        step(again, intent)
        if again.stage is not None:
            worst = max([worst, *(guard.suspicion for guard in again.stage.guards.values())])
    assert way.world is not None and digest(again) == digest(way.world)
    assert again.tale.ending == "over" and worst < CURIOUS_AT and worst == way.worst
