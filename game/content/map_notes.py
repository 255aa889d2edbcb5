"""Notes on a map: what she can find out beforehand, drawn in pencil over the room once she knows it."""

from __future__ import annotations

from game.content.tmx import Faults, MapObject
from game.sim.room_art import Note

_PROPERTIES = ("fact", "text")


def read_note(o: MapObject, faults: Faults) -> Note | None:
    """The note of an object: a point, a rectangle or a line of two or more points; None if it says too little."""
    said = [name for name in _PROPERTIES if o.properties.get(name, "").isidentifier()]
    for name in sorted(set(_PROPERTIES) - set(said)):
        faults.error("M020", f"note '{o.name}': '{name}' is '{o.properties.get(name, '')}'",
                     "name a flag" if name == "fact" else "name the words, as in depth for note.depth", o.line)
    for name in sorted(set(o.properties) - set(_PROPERTIES)):
        faults.error("M020", f"note '{o.name}': unknown property '{name}'", "it has fact and text", o.line)
    if len(said) < len(_PROPERTIES):
        return None
    hatched = o.width > 0 and o.height > 0
    shape = ((o.x, o.y), (o.x + o.width, o.y + o.height)) if hatched else o.points or ((o.x, o.y),)
    return Note(o.properties["fact"], o.properties["text"], tuple((int(x), int(y)) for x, y in shape), hatched)
