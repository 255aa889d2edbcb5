"""Maps: what a mapper draws is what the rules get, and each fault is told by the name of its object."""

import base64
import tracemalloc
import zlib

import pytest

from game.content.bakes import chunk_counts, chunk_key
from game.content.maps import load_room
from game.sim.grid import Cell
from game.sim.room import ThingKind, WatcherKind
from tests.content.drawn_maps import MAPS, a_map, watcher

SHIPPED = sorted(MAPS.glob("*.tmx"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_shipped_maps_have_no_fault(path):
    room, _art, problems = load_room(path)
    assert problems == []
    assert any(thing.kind is ThingKind.ENTRY for thing in room.things)


def test_a_small_map_becomes_a_room(load):
    route = (
        '<object id="7" name="round" class="route" x="24" y="24"><properties><property name="waits" value="1:3e"/>'
        '</properties><polyline points="0,0 32,0"/></object>'
    )
    room, art, problems = load(a_map(route + watcher(kind="soldier", route="round", torch="true")))
    assert problems == []
    assert (room.width, room.height, len(room.ground)) == (4, 3, 12)
    (kim,) = room.watchers
    assert kim.kind is WatcherKind.SOLDIER
    assert kim.torch
    assert [post.cell for post in kim.route] == [Cell(1, 1), Cell(3, 1)]
    assert (kim.route[1].wait_ticks, kim.route[1].facing) == (180, 0)
    assert room.ground == bytes(12) and art.chunks == {}


def test_walls_stop_and_blocks_can_be_seen_through(load):
    rows = "0,81,82,0,\n0,0,0,0,\n0,0,0,0"
    room, _, problems = load(
        a_map(more=f'<layer id="4" name="walls" width="4" height="3"><data encoding="csv">{rows}</data></layer>')
    )
    assert problems == []
    assert [room.walls.free(Cell(x, 0)) for x in range(4)] == [True, False, False, True]
    assert [room.opaque.free(Cell(x, 0)) for x in range(4)] == [True, False, True, True]


FAULTS = {
    "a watcher in a wall": (
        a_map(watcher(), ground="1,1,1,1,\n1,65,1,1,\n1,1,1,1"),
        "M020",
        "watcher 'kim': stands in a wall",
    ),
    "a route that is not there": (a_map(watcher(route="raund")), "M020", "has no route 'raund'"),
    "an unknown property": (a_map(watcher(torhc="true")), "M020", "unknown property 'torhc'"),
    "an unknown kind": (a_map(watcher(kind="solder")), "M020", "kind 'solder' is not known"),
    "a thing off the map": (
        a_map('<object id="3" name="far" class="place" x="900" y="8"><point/></object>'),
        "M020",
        "place 'far': lies off the map",
    ),
    "a lamp off the map": (
        a_map('<object id="3" name="glow" class="lamp" x="8" y="-40"><point/></object>'),
        "M020",
        "lamp 'glow': lies off the map",
    ),
    "a patrol point in a wall": (
        a_map('<object id="7" name="round" class="route" x="24" y="24"><polyline points="0,0 16,0"/></object>'
              + watcher(route="round"), ground="1,1,1,1,\n1,1,65,1,\n1,1,1,1"),
        "M020",
        "route 'round': stands in a wall, at 2,1",
    ),
    "a sweep without a route": (a_map(watcher(kind="sweep")), "M020", "needs a route"),
    "hours that are none": (
        a_map('<object id="3" name="wash" class="area" x="0" y="0" width="32" height="16"><properties>'
              '<property name="permitted" value="ten to eleven"/></properties></object>'),
        "M020",
        "'permitted' is 'ten to eleven'",
    ),
    "a thing to take that gives nothing": (
        a_map('<object id="3" name="heap" class="take" x="8" y="8"><point/></object>'), "M020", "'gives' is ''",
    ),
    "a mask without silence": (
        a_map(properties='<property name="masks" value="wind 10 9"/>'), "M017", "leaves no silence",
    ),
    "two of one name": (
        a_map('<object id="3" name="in" class="place" x="8" y="8"><point/></object>'),
        "M022",
        "two objects are called 'in'",
    ),
    "an unknown class": (
        a_map('<object id="3" name="x" class="wacher" x="8" y="8"><point/></object>'),
        "M021",
        "'wacher'",
    ),
    "stairs to nowhere": (
        a_map('<object id="3" name="up" class="stairs" x="8" y="8"><point/></object>'),
        "M023",
        "stairs 'up'",
    ),
    "ice of no thickness": (a_map(ground="1,21,1,1,\n1,1,1,1,\n1,1,1,1"), "M016", "have no thickness"),
    "no tile": (a_map(ground="1,0,1,1,\n1,1,1,1,\n1,1,1,1"), "M015", "no tile in 1 cells, the first at 1,0"),
    "an infinite map": (a_map().replace('infinite="0"', 'infinite="1"'), "M006", "infinite"),
    "large tiles": (a_map(size=32), "M007", "32x32"),
    "isometric": (a_map().replace("orthogonal", "isometric"), "M005", "isometric"),
    "zstd data": (a_map().replace('encoding="csv"', 'encoding="base64" compression="zstd"'), "M011", "base64 zstd"),
    "an entity bomb": (a_map(head='<!DOCTYPE m [<!ENTITY a "aaaa">]>'), "M003", "entities"),
    "a missing tileset": (a_map().replace("marks.tsx", "marx.tsx"), "M009", "'marx.tsx'"),
    "not a map": ("once upon a time", "M004", "is not a Tiled map"),
    "not text": (b"\xff\xfe\x00\x01", "M004", "is not a Tiled map"),
    "a layer of another size": (a_map(ground="1,1,1,1,\n1,1,1,1"), "M010", "has 8 cells where the map has 12"),
    "a layer with too much": (a_map(ground=",".join("1" * 13)), "M010", "layer 'ground' has more cells"),
    "a layer that cannot be opened": (
        a_map().replace('encoding="csv"', 'encoding="base64" compression="zlib"'), "M010", "data of layer 'ground'",
    ),
    "a route that goes nowhere at all": (
        a_map('<object id="7" name="round" class="route" x="nan" y="24"><polyline points="0,0 inf,0"/></object>'
              + watcher(route="round")), "M020", "route 'round': lies off the map",
    ),
    "an area that is a point": (
        a_map('<object id="3" name="pump" class="area" x="9" y="9"><point/></object>'), "M020", "'pump': has no size",
    ),
    "an area off the map": (
        a_map('<object id="3" name="pump" class="area" x="900" y="9" width="16" height="16"/>'), "M020",
        "area 'pump': lies off the map",
    ),
    "an object without a class": (a_map('<object id="3" name="pump" x="9" y="9"><point/></object>'), "M021", "no cl"),
    "sight without end": (a_map(watcher(sees="99999999999999999999")), "M020", "9999, not 0 to"),
    "sight below nothing": (a_map(watcher(sees="-4")), "M020", "'sees' is -4, not 0 to"),
    "a gift without end": (
        a_map('<object id="3" name="heap" class="take" x="8" y="8"><properties><property name="gives" value="pebbles '
              + "9" * 5000 + '"/></properties><point/></object>'), "M020", "'gives' is",
    ),
    "calm without end": (
        a_map(properties='<property name="calm_seconds" value="-99999999999"/>'), "M017", "not a whole number",
    ),
    "a layer named otherwise": (a_map().replace('name="ground"', 'name="Ground"'), "M010", "no tile layer 'ground'"),
    "nothing at all": ("", "M004", "it is empty"),
    "a bad clock": (a_map(properties='<property name="clock_start" value="25:10"/>'), "M017", "clock_start"),
    "a handover of nobody": (a_map(properties='<property name="handovers" value="02:30 a1 &gt; b1"/>'), "M018", "'a1'"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_told(load, name):
    text, code, words = FAULTS[name]
    room, art, problems = load(text)
    assert room is None
    assert art is None
    assert any(p.code == code and words in p.message for p in problems), [str(p) for p in problems]


def test_what_lies_off_the_map_is_not_in_a_wall_too(load):
    far = '<object id="3" name="far" class="place" x="900" y="8"><point/></object>'
    _, _, problems = load(a_map(far, ground="65,1,1,1,\n1,1,1,1,\n1,1,1,1").replace('x="8" y="8"', 'x="24" y="8"'))
    assert [p.message for p in problems] == ["place 'far': lies off the map, at 56,0"]


def test_all_faults_come_in_one_run(load):
    two = '<object id="3" name="far" class="place" x="900" y="8"><point/></object>'
    _, _, problems = load(a_map(two + watcher(kind="solder")))
    assert {p.code for p in problems} == {"M020"}
    assert len(problems) == 2
    assert all(p.line > 1 for p in problems)


def test_a_chunk_is_stale_when_what_it_shows_has_changed(load):
    room, art, _ = load(a_map(width=50, height=3))
    held = '<properties><property name="art" value="stump"/></properties>'
    moved = f'<object id="8" class="decor" x="700" y="20">{held}</object>'
    changed, changed_art, _ = load(a_map(moved, width=50, height=3))
    assert chunk_counts(room) == (2, 1)
    assert chunk_key(room, art, 0, 0) == chunk_key(changed, changed_art, 0, 0)
    assert chunk_key(room, art, 1, 0) != chunk_key(changed, changed_art, 1, 0)


def test_packed_data_is_opened_no_further_than_the_map_is_large(load):
    bomb = base64.b64encode(zlib.compress(bytes(300_000_000), 9)).decode()
    text = a_map(ground=bomb).replace('encoding="csv"', 'encoding="base64" compression="zlib"')
    tracemalloc.start()
    try:
        _, _, problems = load(text)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [p.code for p in problems] == ["M010"]
    assert most < 30_000_000


def test_packed_data_is_read(load):
    packed = base64.b64encode(zlib.compress(b"\1\0\0\0" * 12)).decode()
    room, _, problems = load(a_map(ground=packed).replace('encoding="csv"', 'encoding="base64" compression="zlib"'))
    assert (room.width, problems) == (4, [])


@pytest.mark.parametrize("text", ["", "no tileset", '<!DOCTYPE t [<!ENTITY a "aaaa">]><tileset name="terrain"/>'])
def test_a_tileset_is_read_as_carefully_as_a_map(tmp_path, text):
    (tmp_path / "marks.tsx").write_bytes((MAPS / "marks.tsx").read_bytes())
    (tmp_path / "terrain.tsx").write_text(text, "utf-8")
    (tmp_path / "room.tmx").write_text(a_map(), "utf-8")
    room, _, (fault,) = load_room(tmp_path / "room.tmx")
    assert room is None and fault.code in ("M003", "M009") and "tileset 'terrain.tsx'" in fault.message


def test_tiled_writes_class_as_type_too_and_every_property_as_words(load):
    held = watcher(kind="soldier", sees="5", torch="true").replace('class="watcher"', 'type="watcher"')
    room, _, problems = load(a_map(held))
    assert (problems, room.watchers[0].sees_cells, room.watchers[0].torch) == ([], 5, True)
