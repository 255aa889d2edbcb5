"""What a map says about its colours: `grade`, of the map and of its areas, and `grades`, by the clock."""

from __future__ import annotations

from game.content.map_objects import clock_minutes
from game.content.problems import did_you_mean
from game.content.tmx import Faults, Sketch
from game.sim.room_art import Hour, Tinted

GRADES = ("river", "road", "flat", "street", "dawn", "dusk")
_HOW = "write a time and a grade, as in 06:50 dawn"
_LONGEST = 12 * 60  # from one grade to the next, minutes: more is an hour in the wrong order


def grade(properties: dict[str, str], faults: Faults) -> str:
    """The grade of the whole map."""
    return _known(properties.get("grade", "river"), "", 1, faults)


def hours(properties: dict[str, str], faults: Faults) -> tuple[Hour, ...]:
    """From "06:00 river; 06:50 dawn; 08:00 road": when the light has become what, in the order of the night."""
    found: list[Hour] = []
    for part in filter(str.strip, properties.get("grades", "").split(";")):
        when, _, name = part.strip().partition(" ")
        try:
            minute = clock_minutes(when)
        except ValueError as error:
            faults.error("M017", f"the grade '{part.strip()[:40]}': {error}", _HOW)
            continue
        if found and not 0 < (minute - found[-1].minute) % 1440 <= _LONGEST:
            faults.error("M017", f"the grade '{part.strip()[:40]}' comes before '{found[-1].grade}'",
                         "write them in the order of the clock")
        found.append(Hour(minute, _known(name.strip(), "", 1, faults)))
    if len(found) == 1:
        faults.error("M017", f"'grades' is '{properties['grades'].strip()[:40]}': one grade cannot move",
                     f"write two or more, or grade: {found[0].grade}")
    return tuple(found)


def tinted(sketch: Sketch, faults: Faults) -> tuple[Tinted, ...]:
    """The areas with a grade of their own, in file order."""
    found = []
    for o in sketch.objects:
        if o.kind == "area" and "grade" in o.properties:
            word = _known(o.properties["grade"], f"area '{o.name}': ", o.line, faults)
            if o.properties.get("floor") != "true":
                faults.error("M017", f"area '{o.name}' has a grade and is no floor: half a picture cannot change",
                             "set floor: true, or give the map the grade", o.line)
            found.append(Tinted(*o.cells, word))
    return tuple(found)


def _known(word: str, where: str, line: int, faults: Faults) -> str:
    if word not in GRADES:
        faults.error("M017", f"{where}grade '{word[:40]}' is not known",
                     did_you_mean(word, GRADES) or "one of " + ", ".join(GRADES), line)
        return GRADES[0]
    return word
