"""What a map says about the sound of its places: `ambience`, of the map itself and of its areas."""

from __future__ import annotations

from game.content.tmx import Faults, MapObject, Sketch
from game.sim.room_art import Ambience, Bed

USUAL_PERCENT = 40


def ambience(sketch: Sketch, faults: Faults) -> tuple[Ambience, ...]:
    """The whole map first, then its areas in file order: where they overlap, the last one is heard."""
    found = []
    if "ambience" in sketch.properties:
        beds = _beds(sketch.properties["ambience"], None, faults)
        found.append(Ambience(0, 0, sketch.width, sketch.height, beds))
    for o in sketch.objects:
        if o.kind == "area" and "ambience" in o.properties:
            found.append(Ambience(*o.cells, _beds(o.properties["ambience"], o, faults)))
    return tuple(found)


def _beds(text: str, of: MapObject | None, faults: Faults) -> tuple[Bed, ...]:
    """From "wind 40; house": a sound and how loud, in percent. "none" is silence."""
    found: list[Bed] = []
    for part in filter(str.strip, text.split(";")):
        name, _, percent = part.strip().partition(" ")
        if name == "none":
            continue
        loud = percent.strip() or str(USUAL_PERCENT)
        if not loud.isdecimal() or len(loud) > 3 or not 1 <= int(loud) <= 100:
            where, line = ("", 1) if of is None else (f"area '{of.name}': ", of.line)
            faults.error("M017", f"{where}cannot read the ambience '{part.strip()[:40]}'",
                         "write a sound and how loud, 1 to 100, as in wind 40", line)
            continue
        found.append(Bed(name, int(loud)))
    return tuple(found)
