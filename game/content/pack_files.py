"""The files of a pack, read from a folder or a zip that nobody vouches for. Standard library only.

Nothing is unpacked before every name and every stated size has been looked at; what is read is measured again. Only
kinds of files we know, with plain names, in the folders we know.
"""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from game.content.problems import Faults, Place

MOST_FILES = 400
MOST_BYTES = 4_000_000          # a file
MOST_BYTES_IN_ALL = 20_000_000
MOST_RATIO = 100                # unpacked to packed
SMALL = 100_000                 # a file so small may be packed as well as it likes
MOST_PARTS = 4                  # names in a path
MOST_LETTERS = 80
PICTURE_PX = {"assets": (640, 360), "maps": (2048, 2048)}
FOLDERS = {"": (".yaml", ".md", ".txt"), "story": (".yaml", ".json"), "story/strings": (".yaml",),
           "maps": (".tmx", ".tsx", ".png"), "assets/pictures": (".png",)}
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_SOURCE = re.compile(rb"""\b(?:source|template)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is said of a file before it is read: its name with slashes, bytes, bytes packed, whether it is a link."""

    name: str
    size: int
    packed: int
    link: bool


def read_files(path: Path, faults: Faults) -> dict[str, bytes]:
    """Name and bytes of every file of the pack; empty, with faults, if one of them is not to be trusted."""
    try:
        return _read_zip(path, faults) if path.is_file() else _read_folder(path, faults)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as fault:
        faults.error(Place(path.name), "K001", f"this pack cannot be read: {fault}",
                     "a pack is a folder or a zip that holds pack.yaml and story/")
        return {}


def _read_folder(root: Path, faults: Faults) -> dict[str, bytes]:
    entries: list[_Entry] = []
    folders = [root]
    for folder in folders:
        for path in sorted(folder.iterdir()):
            name = path.relative_to(root).as_posix()
            if path.name.startswith(".") or path.name == "__pycache__":
                continue
            if path.is_dir() and not path.is_symlink():
                if len(folders) <= MOST_FILES:
                    folders.append(path)
                continue
            size = path.lstat().st_size
            entries.append(_Entry(name, size, size, path.is_symlink() or not path.is_file()))
            if len(entries) > MOST_FILES:
                break
    if not _good(entries, faults):
        return {}
    return _looked_at({entry.name: (root / entry.name).read_bytes()[:MOST_BYTES + 1] for entry in entries}, faults)


def _read_zip(path: Path, faults: Faults) -> dict[str, bytes]:
    if path.stat().st_size > MOST_BYTES_IN_ALL:
        faults.error(Place(path.name), "K003", f"the zip has more than {MOST_BYTES_IN_ALL} bytes", "leave some out")
        return {}
    with zipfile.ZipFile(path) as zip:
        infos = [info for info in zip.infolist()[:MOST_FILES + 1] if not info.is_dir()]
        entries = [_Entry(info.orig_filename, info.file_size, info.compress_size,
                          stat.S_ISLNK(info.external_attr >> 16) or bool(info.flag_bits & 1)) for info in infos]
        if not _good(entries, faults):
            return {}
        found: dict[str, bytes] = {}
        for info in infos:
            with zip.open(info) as file:
                found[info.orig_filename] = file.read(MOST_BYTES + 1)  # the stated size may be a lie
    return _looked_at(found, faults)


# What is said of the files -------------------------------------------------------------------------------
def _good(entries: Iterable[_Entry], faults: Faults) -> bool:
    """Whether all of it may be read; every reason why not is noted."""
    before, total, seen = faults.errors, 0, set[str]()
    for number, entry in enumerate(entries):
        if number >= MOST_FILES:
            faults.error(Place("pack.yaml"), "K003", f"more than {MOST_FILES} files", "leave some out")
            break
        total += entry.size
        _name(entry, seen, faults)
        if entry.size > MOST_BYTES:
            faults.error(Place(entry.name[:MOST_LETTERS]), "K003", f"{entry.size} bytes; a file has at most "
                         f"{MOST_BYTES}")
        elif entry.size > SMALL and entry.size > MOST_RATIO * max(entry.packed, 1):
            faults.error(Place(entry.name[:MOST_LETTERS]), "K003", f"grows more than {MOST_RATIO} times when unpacked",
                         "nothing of ours packs so well")
    if total > MOST_BYTES_IN_ALL:
        faults.error(Place("pack.yaml"), "K003", f"{total} bytes in all; a pack has at most {MOST_BYTES_IN_ALL}")
    return faults.errors == before


def _name(entry: _Entry, seen: set[str], faults: Faults) -> None:
    shown = Place(entry.name[:MOST_LETTERS].encode("ascii", "replace").decode())
    parts = entry.name.split("/")
    if entry.link:
        faults.error(shown, "K002", "a link, or a locked file", "put the file itself into the pack")
    elif len(entry.name) > MOST_LETTERS or not all(_PART.fullmatch(part) and ".." not in part for part in parts):
        faults.error(shown, "K002", "a name like this is not read: it could lead out of the pack",
                     "small plain names: letters, digits, _ - and one dot")
    elif len(parts) > MOST_PARTS:
        faults.error(shown, "K003", f"lies {len(parts)} folders deep; at most {MOST_PARTS}")
    elif entry.name.lower() in seen:
        faults.error(shown, "K002", "the same name twice (large and small letters count as the same)")
    else:
        folder, suffix = PurePosixPath(entry.name).parent.as_posix(), PurePosixPath(entry.name).suffix
        allowed = FOLDERS.get("" if folder == "." else folder)
        bare = folder == "." and entry.name in ("LICENSE", "LICENCE")
        if not bare and (allowed is None or suffix not in allowed):
            faults.error(shown, "K004", "packs hold no such file there", "pack.yaml, story/*.yaml, "
                         "story/strings/*.yaml, maps/*.tmx .tsx .png, assets/pictures/*.png, texts beside pack.yaml")
    seen.add(entry.name.lower())


# What is in the files ------------------------------------------------------------------------------------
def _looked_at(files: dict[str, bytes], faults: Faults) -> dict[str, bytes]:
    """The files, if what is in them is what their names say."""
    before = faults.errors
    for name, data in files.items():
        if len(data) > MOST_BYTES:
            faults.error(Place(name), "K003", f"more bytes than was said; a file has at most {MOST_BYTES}")
        elif name.endswith(".png"):
            _picture(name, data, faults)
        elif name.endswith((".tmx", ".tsx")):
            _sources(name, data, files, faults)
    return files if faults.errors == before else {}


def _picture(name: str, data: bytes, faults: Faults) -> None:
    wide, high = PICTURE_PX[name.split("/")[0]]
    if not data.startswith(_PNG) or data[12:16] != b"IHDR" or len(data) < 33:
        faults.error(Place(name), "K006", "this is no PNG picture", "save it again as PNG")
        return
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if not (0 < width <= wide and 0 < height <= high):
        faults.error(Place(name), "K006", f"{width} x {height} pixels; at most {wide} x {high} here", "make it smaller")


def _sources(name: str, data: bytes, files: dict[str, bytes], faults: Faults) -> None:
    """A map may name files only of its own folder."""
    for quoted, single in _SOURCE.findall(data):
        source = (quoted or single).decode("utf-8", "replace")
        if f"maps/{source}" not in files:
            faults.error(Place(name), "K007", f"names the file '{source[:MOST_LETTERS]}', which is not in the "
                         "pack's maps/",
                         "put tilesets and their pictures beside the map")
