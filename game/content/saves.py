"""Saving and loading: standard library only, the same on the desktop and in a browser.

A save is one JSON object: `format` (a number that rises when the shape changes), `content` (the hash of what it was
played on), `note` (what a menu shows), `world`. A file is replaced in one move and the one before it is kept as
`NAME.bak`, so neither a crash nor a full disk loses the last good save.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.content.codec import CodecFault, plain_world, world_from
from game.sim.grid import UNITS
from game.sim.world import Lore, World
from game.story.book import Book
from game.story.calls import FULL
from game.story.facts import FactType, Value
from game.story.steps import Papers, Phone, Step
from game.story.tale import Tale, Waiting, step_at

FORMAT = 1
MOST_BYTES = 1_000_000
# from a format to the next: each takes and returns the whole object
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


class SaveFault(ValueError):
    """A save that cannot be played on, in words a player understands."""


def encode(world: World, note: dict[str, str] | None = None) -> str:
    """The world as the text of a save. `note` is shown by menus (chapter, date ...)."""
    data = {"format": FORMAT, "content": world.lore.hash, "note": note or {}, "world": plain_world(world)}
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False)


def decode(text: str, lore: Lore) -> World:
    """The world of a save's text, on today's content. Raises SaveFault."""
    data = _parsed(text)
    try:
        world = world_from(data["world"], lore)
    except CodecFault as fault:
        raise SaveFault(f"the save is damaged ({fault})") from None
    _fit(world)
    return world


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


def load(path: Path, lore: Lore) -> World:
    """The world saved at `path`, or the copy before it if that one is damaged. Raises SaveFault."""
    fault: SaveFault | None = None
    for candidate in (path, _spare(path)):
        try:
            return decode(_read(candidate), lore)
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


def _fit(world: World) -> None:
    """Bring a loaded world onto today's content, or say that it cannot be.

    Facts come and go with the content; places in the story and on the map must still be there.
    """
    book, tale = world.lore.book, world.tale
    tale.facts = {name: _fact(world, name) for name in book.facts}
    nodes = [f.node for f in tale.stack] + [p.node for p in tale.pending] + [t.node for t in tale.timers]
    if not tale.stack or any(node not in book.nodes for node in nodes):
        raise SaveFault("the story has changed where this save stands")
    if not 0 <= tale.frame.at < len(book.nodes[tale.frame.node].steps) or any(f.at < 0 for f in tale.stack):
        raise SaveFault("the story has changed where this save stands")
    if not _talk_fits(book, tale):
        raise SaveFault("what is being talked about in this save has changed")
    if world.stage is not None:
        _fit_stage(world)


def _talk_fits(book: Book, tale: Tale) -> bool:
    """Whether the call under way, and the papers on the desk, are still those of the story."""
    tale.trace = min(max(tale.trace, 0), FULL)
    if tale.call is not None and not isinstance(_step(book, tale.call.node, tale.call.at), Phone):
        return False
    if tale.desk is None:
        return not (tale.waiting is Waiting.CHOICE and isinstance(step_at(book, tale), Papers))
    papers = _step(book, tale.desk.node, tale.desk.at)
    return (isinstance(papers, Papers) and tale.desk.answered >= 0
            and all(0 <= number < len(papers.questions) for number in tale.desk.drawn))


def _step(book: Book, node: str, at: int) -> Step | None:
    steps = book.nodes[node].steps if node in book.nodes else ()
    return steps[at] if 0 <= at < len(steps) else None


def _fact(world: World, name: str) -> Value:
    fact, value = world.lore.book.facts[name], world.tale.facts.get(name)
    match fact.type:
        case FactType.FLAG:
            return value if isinstance(value, bool) else fact.start
        case FactType.ENUM:
            return value if isinstance(value, str) and value in fact.of else fact.start
        case FactType.INT:
            if not isinstance(value, int) or isinstance(value, bool):
                return fact.start
            return min(max(value, fact.least), fact.most)


def _fit_stage(world: World) -> None:
    stage = world.stage
    assert stage is not None
    room = world.lore.rooms.get(stage.room)
    if room is None:
        raise SaveFault("the place where this save stands is no longer in the game")
    cells = room.width * room.height
    everybody = [(stage.her.x, stage.her.y), *((g.x, g.y) for g in stage.guards.values()),
                 *((f.x, f.y) for f in stage.folk.values())]
    inside = all(0 <= x < room.width * UNITS and 0 <= y < room.height * UNITS for x, y in everybody)
    cells_known = all(0 <= at < cells for at in (*stage.cracks, *stage.broken, *stage.tested))
    guards = set(stage.guards) == {watcher.name for watcher in room.watchers}
    folk = set(stage.folk) == {resident.name for resident in room.residents}
    if not (inside and cells_known and guards and folk):
        raise SaveFault("the place where this save stands has changed")
