"""Where the content lies, and how it is loaded: packed if it is shipped so, else from its sources through a cache."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from pathlib import Path

from game.content.files import plain_bytes
from game.content.packed import Content, PackFault, pack, unpack

MOST_BYTES = 4_000_000  # of one file; whoever reads it says what is wrong with more
PACKED_NAME = "content.json"
KEPT_CACHES = 4

__all__ = ["Content", "data_root", "load", "read_sources"]


def data_root() -> Path:
    """The folder that holds story/, maps/ and assets/: the checkout's root, or game/_data of an installed wheel."""
    here = Path(__file__).resolve().parent.parent
    packed = here / "_data"
    return packed if packed.is_dir() else here.parent


def load(root: Path | None = None) -> Content:
    """The content of a folder (default: the shipped one), ready to play.

    A folder with no story/ but a packed file gives that. Its faults are in `problems`; `check` finds more. A packed
    file that cannot be read raises PackFault; sources never raise.
    """
    folder = root if root is not None else data_root()
    if not (folder / "story").is_dir() and (folder / PACKED_NAME).is_file():
        return unpack((folder / PACKED_NAME).read_bytes())
    sources = _source_files(folder)
    hash = _hash(sources)
    kept = _cache_folder() / f"content-{_key(folder, hash)}.json"
    with contextlib.suppress(OSError, PackFault):
        return unpack(kept.read_bytes())
    content = read_sources(folder, hash)
    if content.book is not None:
        _keep(kept, pack(content))
    return content


def read_sources(root: Path, hash: str = "") -> Content:
    """The content read from YAML and TMX, without any cache."""
    from game.content.check import read_maps
    from game.content.problems import in_order
    from game.content.reader import read_story

    book, problems = read_story(root / "story")
    maps = read_maps(root)
    return Content(book, maps.rooms, maps.art, tuple(in_order([*problems, *maps.problems])),
                   hash or _hash(_source_files(root)))


def _source_files(root: Path) -> list[tuple[str, bytes]]:
    """Name and bytes of every file the rules are read from; those that cannot be read are left out."""
    found: list[tuple[str, bytes]] = []
    for pattern in ("story/*.yaml", "story/strings/*.yaml", "maps/*.tmx", "maps/*.tsx"):
        for path in sorted(root.glob(pattern)):
            with contextlib.suppress(OSError):
                held = plain_bytes(path, MOST_BYTES)
                if held is not None:
                    found.append((path.relative_to(root).as_posix(), held.replace(b"\r\n", b"\n")))
    return found


def _hash(files: list[tuple[str, bytes]]) -> str:
    """Names the rules: alike on every system, whatever the line ends are."""
    digest = hashlib.sha256()
    for name, data in files:
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def _key(root: Path, hash: str) -> str:
    """What a cached copy hangs on besides: which ground is painted, and the code that read it."""
    digest = hashlib.sha256(hash.encode())
    for path in sorted(root.glob("assets/ground/*/baked.json")):
        with contextlib.suppress(OSError):
            digest.update(path.parent.name.encode() + path.read_bytes())
    code = Path(__file__).resolve().parent.parent
    for path in sorted([*code.glob("content/*.py"), *code.glob("story/*.py"), code / "sim" / "room.py",
                        code / "sim" / "room_art.py"]):
        with contextlib.suppress(OSError):
            stat = path.stat()
            digest.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest()[:20]


def _cache_folder() -> Path:
    """The user's folder for what can be made again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "winter-road"


def _keep(path: Path, data: bytes) -> None:
    """Write a cached copy whole or not at all, and drop the oldest. A full or read-only disk is no reason to stop."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(data)
        fresh.replace(path)
        old = sorted(path.parent.glob("content-*.json"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
        for one in old[KEPT_CACHES:]:
            one.unlink()
