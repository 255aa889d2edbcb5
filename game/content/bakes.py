"""Which painted ground belongs to a room, and whether it is still true to the map.

tools/art paints a room's ground in chunks of 640x360 pixels. A chunk's key is a hash of all that it shows, with a
margin of one tile, so that a changed map is noticed and only its changed chunks are painted again.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from game.sim.room import Room
from game.sim.room_art import RoomArt

CHUNK_WIDTH, CHUNK_HEIGHT = 640, 360
TILE = 16
MARGIN_PX = TILE
STYLE = 1  # raise when the painter's rules change so much that every chunk must be painted again


def chunk_counts(room: Room) -> tuple[int, int]:
    """Columns and rows of chunks; the last ones may be cut off by the map's edge."""
    return -(-room.width * TILE // CHUNK_WIDTH), -(-room.height * TILE // CHUNK_HEIGHT)


def chunk_key(room: Room, art: RoomArt, column: int, row: int) -> str:
    """The hash of what chunk (column, row) shows: ground, ice, scenery and lights in it and one tile around."""
    left, top = column * CHUNK_WIDTH - MARGIN_PX, row * CHUNK_HEIGHT - MARGIN_PX
    right, bottom = left + CHUNK_WIDTH + 2 * MARGIN_PX, top + CHUNK_HEIGHT + 2 * MARGIN_PX
    first, last = max(left // TILE, 0), min(-(-right // TILE), room.width)
    digest = hashlib.sha256(f"{STYLE} {room.grade} {room.width}x{room.height} {column},{row}".encode())
    for y in range(max(top // TILE, 0), min(-(-bottom // TILE), room.height)):
        here = slice(y * room.width + first, y * room.width + last)
        digest.update(room.ground[here] + room.ice_cm[here])
    for patch in art.underfoot:
        digest.update(f"{patch.state} {patch.left} {patch.top} {patch.width} {patch.height};".encode())
    for item in sorted(art.scenery, key=lambda s: (s.y, s.x, s.art)):
        if left <= item.x < right and top <= item.y < bottom:
            digest.update(f"{item.art} {item.x} {item.y};".encode())
    for light in art.lights:
        reach = light.radius_px
        if left - reach <= light.x < right + reach and top - reach <= light.y < bottom + reach:
            digest.update(f"light {light.x} {light.y} {light.radius_px};".encode())
    return digest.hexdigest()[:16]


def baked_chunks(room: Room, art: RoomArt, assets: Path | None) -> RoomArt:
    """`art` with the chunks that are painted and still true."""
    keys = _keys(assets / "ground" / room.id / "baked.json") if assets else {}
    columns, rows = chunk_counts(room)
    chunks = {(x, y): f"ground/{room.id}/{x}_{y}.png" for y in range(rows) for x in range(columns)
              if keys.get(f"{x}_{y}") == chunk_key(room, art, x, y)}
    return replace(art, chunks=chunks)


def stale_chunks(room: Room, art: RoomArt) -> list[tuple[int, int]]:
    """Chunks (column, row) that are missing or no longer show what the map says."""
    columns, rows = chunk_counts(room)
    return [(x, y) for y in range(rows) for x in range(columns) if (x, y) not in art.chunks]


def _keys(path: Path) -> dict[str, str]:
    try:
        held = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(k): str(v) for k, v in held.items()} if isinstance(held, dict) else {}
