"""Reading files that somebody else may have laid there: plain ones only, and no more than is wanted."""

from __future__ import annotations

from pathlib import Path


def plain_bytes(path: Path, most: int) -> bytes | None:
    """What a file holds, or None if that is more than `most`. Raises OSError; a pipe or a device is never read."""
    if not path.is_file():
        raise OSError(0, "this is a folder, or no plain file" if path.exists() else "there is no such file", str(path))
    return path.read_bytes() if path.stat().st_size <= most else None
