"""Maps: what a mapper draws is what the rules get, and each fault is told by the name of its object."""

import base64
import tracemalloc
import zlib
from pathlib import Path

import pytest

from game.content.bakes import chunk_counts, chunk_key
from game.content.maps import load_room
from game.sim.grid import Cell
from game.sim.room import ThingKind, WatcherKind
from game.sim.room_art import UNDERFOOT
from game.ui.lie import states_of

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "maps").glob("*.tmx"))


def a_map(objects="", properties="", width=4, height=3, ground=None, more="", head="", size=16):
    """The text of a small map of powder snow, with an entry at 0,0."""
    rows = ground or ",\n".join(",".join(["1"] * width) for _ in range(height))
    return f"""<?xml version="1.0" encoding="UTF-8"?>{head}
<map version="1.10" orientation="orthogonal" width="{width}" height="{height}"
     tilewidth="{size}" tileheight="{size}" infinite="0">
 <properties>{properties}</properties>
 <tileset firstgid="1" source="terrain.tsx"/>
 <tileset firstgid="81" source="marks.tsx"/>
 <layer id="1" name="ground" width="{width}" height="{height}"><data encoding="csv">{rows}</data></layer>{more}
 <objectgroup id="5" name="objects">
  <object id="1" name="in" class="entry" x="8" y="8"><point/></object>
  {objects}
 </objectgroup>
</map>"""


@pytest.fixture
def load(tmp_path):
    for name in ("terrain.tsx", "marks.tsx"):
        (tmp_path / name).write_bytes((ROOT / "maps" / name).read_bytes())

    def read(text):
        path = tmp_path / "room.tmx"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_room(path)

    return read


def watcher(**properties):
    held = "".join(f'<property name="{k}" value="{v}"/>' for k, v in properties.items())
    return f'<object id="9" name="kim" class="watcher" x="24" y="24"><properties>{held}</properties><point/></object>'


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
    "ambience that is not loud at all": (
        a_map(properties='<property name="ambience" value="wind 40; house 0"/>'), "M017", "the ambience 'house 0'",
    ),
    "ambience of an area that says no number": (
        a_map('<object id="3" name="loft" class="area" x="0" y="0" width="32" height="16"><properties>'
              '<property name="ambience" value="wind loud"/></properties></object>'),
        "M017",
        "area 'loft': cannot read the ambience 'wind loud'",
    ),
    "ground that lies in no weather": (
        a_map(properties='<property name="underfoot" value="weet"/>'), "M017",
        "underfoot 'weet' is not snow, thaw, wet or dry",
    ),
    "an area whose ground lies in no weather": (
        a_map('<object id="3" name="yard" class="area" x="0" y="0" width="32" height="16"><properties>'
              '<property name="underfoot" value="mud"/></properties></object>'),
        "M017",
        "area 'yard': underfoot 'mud' is not snow, thaw, wet or dry",
    ),
    "a grade that nobody mixed": (
        a_map(properties='<property name="grades" value="06:00 river; 07:00 down"/>'), "M017", "grade 'down' is not",
    ),
    "a morning that runs backwards": (
        a_map(properties='<property name="grades" value="07:00 road; 06:00 dawn"/>'), "M017", "comes before 'road'",
    ),
    "a light that has nowhere to go": (
        a_map(properties='<property name="grades" value="06:00 dawn"/>'), "M017", "one grade cannot move",
    ),
    "a grade at no hour": (
        a_map(properties='<property name="grades" value="early dawn; 07:00 road"/>'), "M017", "the grade 'early dawn'",
    ),
    "half a picture in another grade": (
        a_map('<object id="3" name="loft" class="area" x="0" y="0" width="32" height="16"><properties>'
              '<property name="grade" value="street"/></properties></object>'),
        "M017",
        "area 'loft' has a grade and is no floor",
    ),
    "more fog than there is": (a_map(properties='<property name="fog" value="4"/>'), "M017", "from 0 to 3"),
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


def test_ambience_is_that_of_the_map_and_of_its_areas(load):
    room, art, problems = load(a_map(
        '<object id="3" name="loft" class="area" x="16" y="0" width="32" height="32"><properties>'
        '<property name="ambience" value="none"/></properties></object>',
        '<property name="ambience" value="wind 30; house"/>'))
    assert room and not problems
    whole, loft = art.ambience
    assert [(bed.sound, bed.percent) for bed in whole.beds] == [("wind", 30), ("house", 40)]
    assert (whole.width, whole.height, loft.left, loft.width, loft.beds) == (4, 3, 1, 2, ())
    assert loft.holds(1, 1) and not loft.holds(0, 0)


def test_the_ground_of_a_map_and_of_its_areas_may_lie_in_another_weather(load):
    yard = ('<object id="3" name="yard" class="area" x="16" y="0" width="32" height="32"><properties>'
            '<property name="underfoot" value="{}"/></properties></object>')
    room, art, problems = load(a_map(yard.format("dry"), '<property name="underfoot" value="thaw"/>'))
    assert room and not problems
    whole, part = art.underfoot
    assert (whole.state, whole.width, whole.height) == ("thaw", 4, 3)
    assert (part.state, part.left, part.width) == ("dry", 1, 2)
    states = [UNDERFOOT[state] for state in states_of(4, 3, art.underfoot)]
    assert states == ["thaw", "dry", "dry", "thaw"] * 2 + ["thaw"] * 4
    _, snowed, _ = load(a_map(yard.format("snow")))
    assert snowed.underfoot == ()
    assert chunk_key(room, art, 0, 0) != chunk_key(room, snowed, 0, 0), "what was baked under snow is stale"


def test_one_slip_in_the_weather_underfoot_is_put_right(load):
    _, _, problems = load(FAULTS["ground that lies in no weather"][0])
    assert [problem.suggestion for problem in problems] == ["did you mean 'wet'?"]


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
    (tmp_path / "marks.tsx").write_bytes((ROOT / "maps" / "marks.tsx").read_bytes())
    (tmp_path / "terrain.tsx").write_text(text, "utf-8")
    (tmp_path / "room.tmx").write_text(a_map(), "utf-8")
    room, _, (fault,) = load_room(tmp_path / "room.tmx")
    assert room is None and fault.code in ("M003", "M009") and "tileset 'terrain.tsx'" in fault.message


def test_tiled_writes_class_as_type_too_and_every_property_as_words(load):
    held = watcher(kind="soldier", sees="5", torch="true").replace('class="watcher"', 'type="watcher"')
    room, _, problems = load(a_map(held))
    assert (problems, room.watchers[0].sees_cells, room.watchers[0].torch) == ([], 5, True)
