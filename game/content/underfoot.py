"""What a map says about how its ground lies: `underfoot`, of the map itself and of its areas."""

from __future__ import annotations

from game.content.problems import did_you_mean
from game.content.tmx import Faults, MapObject, Sketch
from game.sim.room_art import UNDERFOOT, Lying


def underfoot(sketch: Sketch, faults: Faults) -> tuple[Lying, ...]:
    """The whole map first, then its areas in file order: where they overlap, the last one holds. Snow needs none."""
    found = []
    if "underfoot" in sketch.properties:
        found.append(Lying(0, 0, sketch.width, sketch.height, _state(sketch.properties["underfoot"], None, faults)))
    for o in sketch.objects:
        if o.kind == "area" and "underfoot" in o.properties:
            found.append(Lying(*o.cells, _state(o.properties["underfoot"], o, faults)))
    return tuple(found) if any(patch.state != "snow" for patch in found) else ()


def _state(word: str, of: MapObject | None, faults: Faults) -> str:
    if word in UNDERFOOT:
        return word
    where, line = ("", 1) if of is None else (f"area '{of.name}': ", of.line)
    faults.error("M017", f"{where}underfoot '{word[:40]}' is not {', '.join(UNDERFOOT[:-1])} or {UNDERFOOT[-1]}",
                 did_you_mean(word, UNDERFOOT) or "leave it out, and snow lies", line)
    return "snow"
