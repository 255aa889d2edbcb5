"""Saving and loading: standard library only, the same on the desktop and in a browser.

A save is one JSON object: `format` (a number that rises when the shape changes), `content` (the hash of what it was
played on), `packs` (id and version of each), `note` (what a menu shows), `places` (where the tale stands, by ids:
see places.py), `world`. It is read on a story and maps that were edited since, and says in `Loaded.notes` what that
did to it. A file is replaced in one move and the one before it is kept as `NAME.bak`, so neither a crash nor a full
disk loses the last good save.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content import moved_room, moved_story
from game.content.codec import CodecFault, plain_of, plain_world, read_as, world_from
from game.content.moved_story import Lost, Went
from game.content.places import Places, places_of
from game.sim.world import Lore, World
from game.story.flow import in_room
from game.story.tale import Waiting

FORMAT = 2
MOST_BYTES = 1_000_000
# from a format to the next: each takes and returns the whole object
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: lambda data: data,  # `places` came: a save without them takes step numbers as they are
}
# What a player is told after loading (text ids of strings/en.yaml).
SCENE, EARLIER, MOVED = "saves.went.scene", "saves.went.earlier", "saves.went.moved"


class SaveFault(ValueError):
    """A save that cannot be played on, in words a player understands."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A world to play on, and text ids of what has to be said about it; none if nothing has changed for her."""

    world: World
    notes: tuple[str, ...] = ()


def encode(world: World, note: dict[str, str] | None = None) -> str:
    """The world as the text of a save. `note` is shown by menus (chapter, date ...)."""
    width = world.room.width if world.stage is not None else 0
    plain = plain_world(world)
    _thin(plain["tale"])
    data = {"format": FORMAT, "content": world.lore.hash, "packs": dict(world.lore.book.packs), "note": note or {},
            "places": plain_of(Places, places_of(world.lore.book, world.tale, width)), "world": plain}
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False)


def decode(text: str, lore: Lore) -> World:
    """The world of a save's text, on today's content. Raises SaveFault."""
    return open_save(text, lore).world


def open_save(text: str, lore: Lore) -> Loaded:
    """The world of a save's text on today's content, and what that did to it. Raises SaveFault."""
    data = _parsed(text)
    _packs(data.get("packs", {}), lore)
    try:
        _fill(data["world"])
        world = world_from(data["world"], lore)
        places = read_as(Places, data["places"]) if "places" in data else None
    except CodecFault as fault:
        raise SaveFault(f"the save is damaged ({fault})") from None
    return Loaded(world, _fit(world, places))


def note_of(text: str) -> dict[str, str]:
    """What a menu shows of a save's text. Raises SaveFault."""
    note = _parsed(text).get("note")
    return {str(key): str(value) for key, value in note.items()} if isinstance(note, dict) else {}


def save(path: Path, world: World, note: dict[str, str] | None = None) -> None:
    """Write the world to `path`. Raises OSError if that is impossible; the old file then still stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(encode(world, note))
        file.flush()
        os.fsync(file.fileno())
    if _is_good(path):
        os.replace(path, _spare(path))
    os.replace(fresh, path)


def load(path: Path, lore: Lore) -> Loaded:
    """What was saved at `path`, or the copy before it if that one is damaged. Raises SaveFault."""
    fault: SaveFault | None = None
    for candidate in (path, _spare(path)):
        try:
            return open_save(_read(candidate), lore)
        except FileNotFoundError:
            continue
        except SaveFault as found:
            fault = fault or found
    raise fault or SaveFault("there is no save here")


def note_at(path: Path) -> dict[str, str]:
    """What a menu shows of the save at `path`. Raises SaveFault or FileNotFoundError."""
    return note_of(_read(path))


def _spare(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SaveFault("the save is far too large to be one of ours")
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise SaveFault("the save is damaged (it is not text)") from None


def _is_good(path: Path) -> bool:
    try:
        _parsed(_read(path))
    except (SaveFault, OSError):
        return False
    return True


def _parsed(text: str) -> dict[str, Any]:
    """The object of a save, brought to today's format."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SaveFault("the save is damaged (it is cut off or changed)") from None
    if not isinstance(data, dict) or type(data.get("format")) is not int or "world" not in data:
        raise SaveFault("this file is not a save")
    if data["format"] > FORMAT:
        raise SaveFault("the save is from a newer version of the game")
    while data["format"] < FORMAT:
        migrate = MIGRATIONS.get(data["format"])
        if migrate is None:
            raise SaveFault("the save is from a version this one cannot read")
        data = {**migrate(data), "format": data["format"] + 1}
    return data


# Facts of earlier scenes are written as far as they differ from those of now ------------------------------
def _thin(tale: dict[str, Any]) -> None:
    now = tale["facts"]
    if tale.get("entries"):
        for row in tale["entries"]["rows"]:
            row[2] = {name: value for name, value in row[2].items() if name not in now or now[name] != value}


def _fill(world: Any) -> None:
    tale = world.get("tale") if isinstance(world, dict) else None
    entries = tale.get("entries") if isinstance(tale, dict) else None
    rows = entries.get("rows") if isinstance(entries, dict) else None
    if not isinstance(tale, dict) or not isinstance(rows, list) or not isinstance(tale.get("facts"), dict):
        return
    for row in rows:
        if isinstance(row, list) and len(row) == 3 and isinstance(row[2], dict):
            row[2] = {**tale["facts"], **row[2]}


# Onto today's content ------------------------------------------------------------------------------------
def _packs(needed: Any, lore: Lore) -> None:
    """A journey through a pack can be read only with the pack."""
    there = dict(lore.book.packs)
    for id, version in needed.items() if isinstance(needed, dict) else ():
        if id not in there:
            raise SaveFault(f"this journey was made with the pack '{id}', version {version}, which is not here; "
                            "put it back, or begin without it")


def _fit(world: World, places: Places | None) -> tuple[str, ...]:
    """Bring a loaded world onto today's content; what was done, as text ids. Raises SaveFault."""
    try:
        moved_story.rename(world)
        moved = moved_room.fit(world, places)
        if moved is None:
            world.stage = None
        went = moved_story.stand(world, places)
        if in_room(world.tale) and world.stage is None:
            went = max(went, moved_story.go_back(world, _visit(world)))
    except Lost:
        raise SaveFault("the story has changed where this save stands") from None
    if not in_room(world.tale):
        world.stage = None
    back = {Went.NOWHERE: (), Went.SCENE: (SCENE,), Went.EARLIER: (EARLIER,)}[went]
    return back or ((MOVED,) if moved else ())


def _visit(world: World) -> int:
    """The depth of the frame that opened the room."""
    stack = world.tale.stack
    way = next((depth for depth, frame in enumerate(stack) if frame.way), 0)
    return way - 1 if way else len(stack) - 1 if world.tale.waiting is Waiting.ROOM else 0
