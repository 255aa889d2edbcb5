"""Index images: joining them, saving them as small PNGs, and sheets to look at."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import zopfli.zlib
from numpy.typing import NDArray
from PIL import Image

from tools.art.palette import NOTHING, Table, index, table

Indices = NDArray[np.uint8]
_THRIFT = 3  # more rounds take twice as long for a hundredth


def blank(height: int, width: int, fill: int = NOTHING) -> Indices:
    """An index image (height, width) of one value."""
    return np.full((height, width), fill, dtype=np.uint8)


def blit(onto: Indices, image: Indices, x: int, y: int) -> None:
    """Draw ``image`` with its top left at (x, y); 255 lets what is beneath show; outside is cut."""
    height, width = image.shape
    x0, y0 = max(x, 0), max(y, 0)
    x1, y1 = min(x + width, onto.shape[1]), min(y + height, onto.shape[0])
    if x1 <= x0 or y1 <= y0:
        return
    part = image[y0 - y : y1 - y, x0 - x : x1 - x]
    there = onto[y0:y1, x0:x1]
    there[part != NOTHING] = part[part != NOTHING]


def cropped(image: Indices, foot: tuple[int, int]) -> tuple[Indices, tuple[int, int]]:
    """The image without its empty margins, and ``foot`` (x, y) in it. It must not be empty."""
    rows, columns = np.where(image != NOTHING)
    top, left = int(rows.min()), int(columns.min())
    part = image[top : int(rows.max()) + 1, left : int(columns.max()) + 1]
    return part.copy(), (foot[0] - left, foot[1] - top)


def png_bytes(image: Indices, colours: Table | None = None) -> bytes:
    """A PNG of indices with an embedded palette (river by moon unless told); 255 shows nothing.

    Packed by Zopfli, a tenth smaller than any zlib does it, and the same bytes with every zlib there is.
    Source: PNG (Portable Network Graphics) Specification, third edition, sections 5 and 11.
    """
    height, width = image.shape
    nothing = [(b"tRNS", b"\xff" * NOTHING + b"\0")] if (image == NOTHING).any() else []
    rows = b"".join(b"\0" + row.tobytes() for row in image)  # no filter: neighbours in number are not alike in colour
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", (table() if colours is None else colours).tobytes()),
        *nothing,
        (b"IDAT", zopfli.zlib.compress(rows, numiterations=_THRIFT)),
        (b"IEND", b""),
    ))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def save(image: Indices, path: Path, colours: Table | None = None) -> int:
    """Write an index PNG (see ``png_bytes``); answers its size in bytes."""
    data = png_bytes(image, colours)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return len(data)


def load(path: Path) -> Indices:
    """The indices (height, width) of a palette PNG; OSError if it cannot be read."""
    with Image.open(path) as picture:
        if picture.mode != "P":
            raise OSError(f"{path}: not a palette PNG but {picture.mode}")
        return np.asarray(picture, dtype=np.uint8).copy()


def contact(
    images: Iterable[Indices], columns_wide: int = 420, scale: int = 3, ground: int | None = None,
    colours: Table | None = None, gap: int = 4,
) -> Image.Image:
    """A true-colour sheet to look at: images in rows standing on their feet, enlarged ``scale`` times."""
    back = index("snow", 5) if ground is None else ground
    rows: list[list[Indices]] = [[]]
    used = gap
    for image in images:
        if rows[-1] and used + image.shape[1] + gap > columns_wide:
            rows.append([])
            used = gap
        rows[-1].append(image)
        used += image.shape[1] + gap
    heights = [max((image.shape[0] for image in row), default=0) + gap for row in rows]
    sheet = blank(sum(heights) + gap, columns_wide, back)
    bottom = 0
    for row, height in zip(rows, heights, strict=True):
        bottom += height
        left = gap
        for image in row:
            blit(sheet, image, left, bottom - image.shape[0])
            left += image.shape[1] + gap
    shown = Image.fromarray((table() if colours is None else colours)[sheet])
    return shown.resize((shown.width * scale, shown.height * scale), Image.Resampling.NEAREST)
