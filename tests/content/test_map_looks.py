"""What a map says about how it looks and sounds: ambience, grades and their hours, ground underfoot, fog, rain."""

import pytest

from game.content.bakes import chunk_key
from game.sim.room_art import UNDERFOOT, Hour, Tinted
from game.ui.lie import states_of
from tests.content.drawn_maps import a_map, an_area, of_the_map

FAULTS = {
    "ambience that is not loud at all": (of_the_map(ambience="wind 40; house 0"), "", "the ambience 'house 0'"),
    "ambience of an area that says no number": (
        "", an_area(ambience="wind loud"), "area 'yard': cannot read the ambience 'wind loud'"),
    "ground that lies in no weather": (
        of_the_map(underfoot="weet"), "", "underfoot 'weet' is not snow, thaw, wet or dry"),
    "an area whose ground lies in no weather": (
        "", an_area(underfoot="mud"), "area 'yard': underfoot 'mud' is not snow, thaw, wet or dry"),
    "a grade that nobody mixed": (of_the_map(grades="06:00 river; 07:00 down"), "", "grade 'down' is not"),
    "a morning that runs backwards": (of_the_map(grades="07:00 road; 06:00 dawn"), "", "comes before 'road'"),
    "a light that has nowhere to go": (of_the_map(grades="06:00 dawn"), "", "one grade cannot move"),
    "a grade at no hour": (of_the_map(grades="early dawn; 07:00 road"), "", "the grade 'early dawn'"),
    "half a picture in another grade": ("", an_area(grade="street"), "area 'yard' has a grade and is no floor"),
    "a floor in a grade that nobody mixed": (
        "", an_area(grade="strete", floor="true"), "area 'yard': grade 'strete' is not known"),
    "more fog than there is": (of_the_map(fog=4), "", "from 0 to 3"),
    "rain that is a word": (of_the_map(rain="hard"), "", "property 'rain' is 'hard'"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_told(load, name):
    properties, objects, words = FAULTS[name]
    room, art, problems = load(a_map(objects, properties))
    assert room is None
    assert art is None
    assert any(p.code == "M017" and words in p.message for p in problems), [str(p) for p in problems]


def test_light_goes_by_the_clock_and_a_floor_has_its_own(load):
    room, art, problems = load(a_map(
        an_area(floor="true", grade="street"),
        of_the_map(grade="flat", grades="23:00 dusk; 01:00 river", rain=2, fog=1)))
    assert room and not problems
    assert (room.grade, art.rain, art.fog) == ("flat", 2, 1)
    assert art.hours == (Hour(1380, "dusk"), Hour(60, "river"))
    assert art.tinted == (Tinted(1, 0, 2, 2, "street"),)


def test_ambience_is_that_of_the_map_and_of_its_areas(load):
    room, art, problems = load(a_map(
        an_area(ambience="none"), of_the_map(ambience="wind 30; house")))
    assert room and not problems
    whole, loft = art.ambience
    assert [(bed.sound, bed.percent) for bed in whole.beds] == [("wind", 30), ("house", 40)]
    assert (whole.width, whole.height, loft.left, loft.width, loft.beds) == (4, 3, 1, 2, ())
    assert loft.holds(1, 1) and not loft.holds(0, 0)


def test_the_ground_of_a_map_and_of_its_areas_may_lie_in_another_weather(load):
    room, art, problems = load(a_map(an_area(underfoot="dry"), of_the_map(underfoot="thaw")))
    assert room and not problems
    whole, part = art.underfoot
    assert (whole.state, whole.width, whole.height) == ("thaw", 4, 3)
    assert (part.state, part.left, part.width) == ("dry", 1, 2)
    states = [UNDERFOOT[state] for state in states_of(4, 3, art.underfoot)]
    assert states == ["thaw", "dry", "dry", "thaw"] * 2 + ["thaw"] * 4
    _, snowed, _ = load(a_map(an_area(underfoot="snow")))
    assert snowed.underfoot == ()
    assert chunk_key(room, art, 0, 0) != chunk_key(room, snowed, 0, 0), "what was baked under snow is stale"


def test_one_slip_in_the_weather_underfoot_is_put_right(load):
    _, _, problems = load(a_map(properties=of_the_map(underfoot="weet")))
    assert [problem.suggestion for problem in problems] == ["did you mean 'wet'?"]
