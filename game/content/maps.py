"""A .tmx map -> Room (its rules) and RoomArt (its look), with every fault named by object and line.

What a mapper can put into a map is told in maps/README.md; the words here are the words there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.content import foreign
from game.content.ambience import ambience
from game.content.bakes import baked_chunks
from game.content.grades import grade, hours, tinted
from game.content.map_objects import Placed, clock_minutes, place_objects
from game.content.problems import Problem, did_you_mean
from game.content.tmx import Faults, Sketch, Tile, look
from game.content.underfoot import underfoot
from game.sim.grid import Grid
from game.sim.room import GROUNDS, Ground, Handover, Mask, Room, RoomKind
from game.sim.room_art import RoomArt

if TYPE_CHECKING:
    import pytmx

_SOLID = {Ground.WALL_BRICK, Ground.WALL_INNER, Ground.WALL_PLANK, Ground.VOID}
_COVER = {Ground.REEDBED, Ground.DITCH}
_FLAGS = {"true": True, "false": False}
_PROPERTIES = {"kind", "grade", "music", "night", "snowfall", "freezing", "wind_angle", "clock_start", "clock_end",
               "minutes_played", "calm_seconds", "handovers", "home", "fog", "title", "signal", "masks", "ambience",
               "grades", "rain", "underfoot"}
MOST_MINUTES = 1440


def load_room(path: Path, assets: Path | None = None) -> tuple[Room | None, RoomArt | None, list[Problem]]:
    """Read one map. `assets` is the assets folder, for its bakes. Room and art are None if there was an error."""
    faults = Faults(path.name if path.parent.name != "maps" else f"maps/{path.name}")
    sketch = look(path, faults)
    if sketch is None:
        return None, None, faults.found
    tiled = _tiled(path, faults)
    if tiled is None:
        return None, None, faults.found
    if sketch.foreign:
        room, art = foreign.build(path.stem, path.parent, sketch, tiled, faults)
    else:
        room, art = _build(path.stem, sketch, _layers(tiled, sketch.tiles), faults, assets)
    if any(p.severity == "error" for p in faults.found):
        return None, None, faults.found
    return room, art, faults.found


def _tiled(path: Path, faults: Faults) -> pytmx.TiledMap | None:
    """The map as pytmx reads it; None (and a Problem) if it cannot."""
    import pytmx

    try:
        return pytmx.TiledMap(str(path))
    except Exception as error:  # pytmx raises many kinds; whatever it is, the mapper must hear it in one line
        faults.error("M012", f"cannot be read: {error}", "save it again from Tiled")
        return None


def _layers(tiled: pytmx.TiledMap, kinds: dict[int, Tile]) -> dict[str, list[list[Tile]]]:
    """Every tile layer as rows of (tile class, the tile's `cm` or 0); no tile is ("", 0)."""
    import pytmx

    nothing = ("", 0)
    known = {gid: kinds.get(real, nothing) for gid, real in tiled.tiledgidmap.items()}
    return {layer.name: [[known.get(gid, nothing) for gid in row] for row in layer.data]
            for layer in tiled.layers if isinstance(layer, pytmx.TiledTileLayer)}


def _build(id: str, sketch: Sketch, layers: dict[str, list[list[Tile]]], faults: Faults,
           assets: Path | None) -> tuple[Room, RoomArt]:
    ground = _ground(layers["ground"], faults)
    blocked = bytearray(GROUNDS[g] in _SOLID or GROUNDS[g] is Ground.WATER for g in ground)
    opaque = bytearray(GROUNDS[g] in _SOLID for g in ground)
    cover = bytearray(GROUNDS[g] in _COVER for g in ground)
    ice = bytearray(len(ground))
    width = sketch.width
    for name, wanted in (("walls", ("wall", "block", "glass")), ("cover", ("low",)), ("ice_cm", ("ice",))):
        for y, row in enumerate(layers.get(name, [])):
            for x, (kind, cm) in enumerate(row):
                if not kind:
                    continue
                if kind not in wanted:
                    faults.error("M013", f"layer '{name}' has a tile '{kind}' at {x},{y}; it holds {', '.join(wanted)}")
                    continue
                here = y * width + x
                blocked[here] |= name == "walls"
                opaque[here] |= kind == "wall"
                cover[here] |= name == "cover"
                ice[here] = cm if name == "ice_cm" else ice[here]
    _check_ice(ground, ice, width, faults)
    walls = Grid(width, sketch.height, bytes(blocked))
    placed = place_objects(sketch, walls, faults)
    properties = sketch.properties
    start, end = _clock(properties, "clock_start", faults), _clock(properties, "clock_end", faults)
    room = Room(
        id, width, sketch.height, _kind(properties, faults), bytes(ground), bytes(ice), walls,
        Grid(width, sketch.height, bytes(opaque)), bytes(cover), _darkness(placed, width, sketch.height),
        placed.areas, placed.things, placed.watchers, placed.residents,
        _handovers(properties, placed, faults), start, end, _ticks_per_minute(properties, start, end, faults),
        _flag(properties, "night", faults), _flag(properties, "snowfall", faults),
        _flag(properties, "freezing", faults), _number(properties, "wind_angle", 0, faults) % 72,
        grade(properties, faults), properties.get("music", ""), _number(properties, "calm_seconds", 0, faults),
        _number(properties, "signal", 0, faults, 5), _masks(properties, faults))
    art = RoomArt(id, room.grade, {}, placed.scenery, placed.lights, placed.thing_art,
                  placed.notes, home=_flag(properties, "home", faults), ambience=ambience(sketch, faults),
                  fog=_number(properties, "fog", 0, faults, 3), rain=_number(properties, "rain", 0, faults, 3),
                  hours=hours(properties, faults), tinted=tinted(sketch, faults),
                  underfoot=underfoot(sketch, faults))
    for name in sorted(set(properties) - _PROPERTIES):
        faults.warning("M014", f"has an unknown property '{name}'", did_you_mean(name, _PROPERTIES))
    return room, baked_chunks(room, art, assets)


def _ground(rows: list[list[Tile]], faults: Faults) -> bytearray:
    names = {g.value: i for i, g in enumerate(GROUNDS)}
    ground = bytearray()
    wrong: dict[str, list[str]] = {}
    for y, row in enumerate(rows):
        for x, (kind, _) in enumerate(row):
            if kind not in names:
                wrong.setdefault(kind, []).append(f"{x},{y}")
            ground.append(names.get(kind, 0))
    for kind, cells in wrong.items():
        what = f"the unknown terrain '{kind}'" if kind else "no tile"
        faults.error("M015", f"layer 'ground' has {what} in {len(cells)} cells, the first at {cells[0]}",
                     did_you_mean(kind, names))
    return ground


def _check_ice(ground: bytearray, ice: bytearray, width: int, faults: Faults) -> None:
    frozen = GROUNDS.index(Ground.ICE)
    bare = [i for i, g in enumerate(ground) if g == frozen and not ice[i]]
    if bare:
        faults.error("M016", f"{len(bare)} cells of ice have no thickness, the first at {bare[0] % width},"
                     f"{bare[0] // width}", "paint them on layer 'ice_cm'")


def _darkness(placed: Placed, width: int, height: int) -> bytes:
    dark = bytearray(width * height)
    for area in placed.areas:
        if area.dark:
            for y in range(max(area.top, 0), min(area.top + area.height, height)):
                left, right = max(area.left, 0), min(area.left + area.width, width)
                dark[y * width + left:y * width + right] = b"\1" * max(right - left, 0)
    return bytes(dark)


def _kind(properties: dict[str, str], faults: Faults) -> RoomKind:
    word = properties.get("kind", "visit")
    try:
        return RoomKind(word)
    except ValueError:
        faults.error("M017", f"kind '{word}' is not crossing, visit or lab", did_you_mean(word, list(RoomKind)))
        return RoomKind.VISIT


def _flag(properties: dict[str, str], name: str, faults: Faults) -> bool:
    word = properties.get(name, "false")
    if word not in _FLAGS:
        faults.error("M017", f"property '{name}' is '{word}', not true or false")
    return _FLAGS.get(word, False)


def _number(properties: dict[str, str], name: str, missing: int, faults: Faults, most: int = MOST_MINUTES) -> int:
    """A whole number from 0 to `most`."""
    word = properties.get(name, str(missing))
    if not (word.isdecimal() and len(word) < 10 and int(word) <= most):
        faults.error("M017", f"property '{name}' is '{word[:40]}', not a whole number from 0 to {most}")
        return missing
    return int(word)


def _clock(properties: dict[str, str], name: str, faults: Faults) -> int:
    try:
        return clock_minutes(properties.get(name, "00:00"))
    except ValueError as error:
        faults.error("M017", f"property '{name}': {error}")
        return 0


def _ticks_per_minute(properties: dict[str, str], start: int, end: int, faults: Faults) -> int:
    """From how many minutes of play the clock's span should last; without a span, real time."""
    played = _number(properties, "minutes_played", 0, faults)
    span = (end - start) % 1440
    return played * 3600 // span if played and span else 3600


def _masks(properties: dict[str, str], faults: Faults) -> tuple[Mask, ...]:
    """From "wind 35 6; train 90 12": a sound, about every so many seconds, for so many."""
    found = []
    for part in filter(str.strip, properties.get("masks", "").split(";")):
        try:
            name, every, lasts = part.split()
            mask = Mask(name, int(every) * 60, int(lasts) * 60)
        except ValueError:
            faults.error("M017", f"cannot read the mask '{part.strip()}'",
                         "write a sound and two numbers of seconds, as in wind 35 6")
            continue
        if mask.lasts_ticks < 60 or mask.every_ticks < mask.lasts_ticks * 2:
            faults.error("M017", f"the mask '{part.strip()}' leaves no silence", "let it last at most half the time")
        else:
            found.append(mask)
    return tuple(found)


def _handovers(properties: dict[str, str], placed: Placed, faults: Faults) -> tuple[Handover, ...]:
    """From "02:30 a1,a2 > b1,b2; 03:35 ..."."""
    known = {watcher.name for watcher in placed.watchers}
    found = []
    for part in filter(str.strip, properties.get("handovers", "").split(";")):
        when, _, names = part.strip().partition(" ")
        out, arrow, into = names.partition(">")
        try:
            minute = clock_minutes(when)
        except ValueError as error:
            faults.error("M018", f"handover '{part.strip()}': {error}")
            continue
        if not arrow:
            faults.error("M018", f"handover '{part.strip()}' has no >", "write it as 02:30 a1,a2 > b1,b2")
            continue
        crews = tuple(tuple(n.strip() for n in crew.split(",") if n.strip()) for crew in (out, into))
        for name in (n for crew in crews for n in crew if n not in known):
            faults.error("M018", f"handover at {when}: '{name}' is no watcher of this map", did_you_mean(name, known))
        found.append(Handover(minute, crews[0], crews[1]))
    return tuple(found)
