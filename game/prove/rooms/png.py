"""A picture file from plain numbers, with the standard library alone."""

from __future__ import annotations

import base64
import struct
import zlib

Colour = tuple[int, int, int, int]


def png(width: int, height: int, pixels: list[Colour]) -> bytes:
    """The PNG of `pixels`, row by row: red, green, blue, opacity, each 0-255."""
    rows = b"".join(b"\0" + bytes(part for pixel in pixels[y * width:(y + 1) * width] for part in pixel)
                    for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def data_uri(picture: bytes) -> str:
    """A picture as an address that holds it, for a page without other files."""
    return "data:image/png;base64," + base64.b64encode(picture).decode("ascii")
