"""Packs: the example works; whatever is hostile or wrong is refused with its code, and nothing is unpacked."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.__main__ import main
from game.content import packs, sources
from game.content.packed import Content, pack, unpack
from game.content.packs import Pack, read_pack, with_pack
from game.content.saves import SaveFault, encode, open_save
from game.sim.journey import new_world
from game.sim.world import Lore
from game.story.steps import Picture
from tests.corpus.bot import Bot


@pytest.fixture(scope="module")
def base() -> Content:
    return sources.load()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "my_pack"
    assert main(["new-pack", str(folder)]) == 0
    return folder


@pytest.fixture
def example(written: Path, tmp_path: Path) -> dict[str, bytes]:
    """Its files, to be spoilt."""
    return {path.relative_to(written).as_posix(): path.read_bytes() for path in written.rglob("*") if path.is_file()}


def zipped(files: dict[str, bytes], path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zip:
        for name, data in files.items():
            zip.writestr(name, data)
    return path


def read(path: Path, base: Content) -> tuple[Pack | None, list[str]]:
    found, problems = read_pack(path, base, sources.data_root() / "assets")
    return found, [problem.code for problem in problems]


def png(width: int, height: int) -> bytes:
    """A black PNG picture."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = zlib.compress((b"\0" + bytes(width)) * height)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


# The example ---------------------------------------------------------------------------------------------
def test_the_example_has_no_fault_and_plays(written: Path, base: Content, example: dict[str, bytes],
                                            tmp_path: Path) -> None:
    for path in (written, zipped(example, tmp_path / "my_pack.zip")):
        found, codes = read(path, base)
        assert codes == [] and found is not None
        content = with_pack(base, found)
        assert content.book is not None
        endings = set()
        for seed in range(8):
            world, _ = new_world(Lore(content.book, content.rooms, content.hash), seed)
            endings.add(Bot(world, seed, walks=80).play())
        assert endings == {"my_pack/home", "my_pack/walk"}


def test_the_game_goes_on_beside_a_pack(written: Path, base: Content) -> None:
    found, _ = read(written, base)
    assert found is not None and base.book is not None
    content = with_pack(base, found)
    assert content.book is not None
    world, _ = new_world(Lore(content.book, content.rooms, content.hash), 3, base.book.start)
    assert Bot(world, 3).play() in base.book.endings


def test_a_built_pack_is_the_same(written: Path, base: Content, example: dict[str, bytes], tmp_path: Path) -> None:
    example["assets/pictures/square.png"] = png(64, 36)
    example["story/stop.yaml"] = example["story/stop.yaml"].replace(
        b"  evening:\n", b"  evening:\n    - picture:\n        show: square\n        alt: A square at dusk\n"
                         b"    - if: seen(stop.road) or visits(driver) > 1\n      then:\n"
                         b"        - narrator @evening.9: Again.\n")
    found, codes = read(zipped(example, tmp_path / "my_pack.zip"), base)
    assert found is not None and codes == []
    content = with_pack(base, found)
    again = unpack(pack(content))
    assert again.book == content.book and again.pictures == content.pictures == {"my_pack/square": png(64, 36)}
    assert again.book is not None
    steps = again.book.nodes["my_pack/stop.evening"].steps
    assert any(isinstance(step, Picture) and step.name == "my_pack/square" for step in steps)
    conditions = [step.condition for step in steps if hasattr(step, "condition")]
    assert conditions[0].nodes == {"my_pack/stop.road", "my_pack/stop.driver"}


def test_a_save_wants_its_pack(written: Path, base: Content) -> None:
    found, _ = read(written, base)
    assert found is not None and base.book is not None
    content = with_pack(base, found)
    assert content.book is not None
    lore = Lore(content.book, content.rooms, content.hash)
    world, _ = new_world(lore, 1)
    text = encode(world)
    assert open_save(text, lore).world == world
    with pytest.raises(SaveFault, match="the pack 'my_pack', version 1, which is not here"):
        open_save(text, Lore(base.book, base.rooms, base.hash))
    newer = replace(content.book, packs=(("my_pack", "2"),))
    assert not open_save(text, replace(lore, book=newer)).notes


def test_commands(written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--pack", str(written)]) == 0
    assert "no faults found" in capsys.readouterr().out
    assert main(["pack", str(tmp_path / "built.json"), "--pack", str(written)]) == 0
    assert b"my_pack/stop.evening" in (tmp_path / "built.json").read_bytes()
    assert main(["new-pack", str(written)]) == 2, "nothing is written over"
    assert main(["new-pack", str(tmp_path / "No Name")]) == 2
    assert main(["play", "--pack", str(tmp_path / "none")]) == 2


# What is refused -----------------------------------------------------------------------------------------
Spoilt = Callable[[dict[str, bytes]], object]
BROKEN: dict[str, tuple[str, Spoilt]] = {
    "no card": ("K001", lambda files: files.pop("pack.yaml")),
    "no id": ("K001", lambda files: files.update({"pack.yaml": files["pack.yaml"].replace(b"my_pack", b"My-Pack")})),
    "a reserved id": ("K001", lambda files: files.update({"pack.yaml": files["pack.yaml"].replace(b"my_pack",
                                                                                                   b"story")})),
    "a start that is not there": ("K001", lambda files: files.update({"pack.yaml": files["pack.yaml"]
                                                                      + b"start: stop.dawn\n"})),
    "up and out": ("K002", lambda files: files.update({"../evil.yaml": b"a: b\n"})),
    "absolute": ("K002", lambda files: files.update({"/etc/evil.yaml": b"a: b\n"})),
    "a drive": ("K002", lambda files: files.update({"C:evil.yaml": b"a: b\n"})),
    "backslashes": ("K002", lambda files: files.update({"story\\..\\evil.yaml": b"a: b\n"})),
    "hidden": ("K002", lambda files: files.update({"story/.evil.yaml": b"a: b\n"})),
    "large and small": ("K002", lambda files: files.update({"story/STOP.yaml": b"nodes:\n"})),
    "a bomb": ("K003", lambda files: files.update({"README.txt": bytes(3_000_000)})),
    "too large": ("K003", lambda files: files.update({"README.txt": bytes(4_000_001)})),
    "too many": ("K003", lambda files: files.update({f"story/c{n}.yaml": b"" for n in range(401)})),
    "too deep": ("K003", lambda files: files.update({"story/a/b/c/d.yaml": b""})),
    "a program": ("K004", lambda files: files.update({"story/evil.py": b"import os\n"})),
    "a font": ("K004", lambda files: files.update({"assets/fonts/a.ttf": b""})),
    "another fact": ("K005", lambda files: files.update({"story/world.yaml": files["story/world.yaml"].replace(
        b"ticket: {type: flag}", b"ticket: {type: flag}\n  won: {type: flag}")})),
    "another person": ("K005", lambda files: files.update({"story/world.yaml": files["story/world.yaml"].replace(
        b"cast:\n", b"cast:\n  jo: {name: Somebody else}\n")})),
    "no picture": ("K006", lambda files: files.update({"assets/pictures/a.png": b"GIF89a"})),
    "a huge picture": ("K006", lambda files: files.update({"assets/pictures/a.png": png(641, 2)})),
    "a map that looks out": ("K007", lambda files: files.update({"maps/square.tmx": files["maps/square.tmx"].replace(
        b'"terrain.tsx"', b'"../../terrain.tsx"')})),
    "from the future": ("K008", lambda files: files.update({"pack.yaml": files["pack.yaml"].replace(b"format: 1",
                                                                                                    b"format: 9")})),
    "no number": ("K008", lambda files: files.update({"pack.yaml": files["pack.yaml"].replace(b"format: 1",
                                                                                              b"format: one")})),
    "a fault of the story": ("N001", lambda files: files.update({"story/stop.yaml": files["story/stop.yaml"].replace(
        b"talk driver: driver", b"talk driver: drvier")})),
}


@pytest.mark.parametrize(("code", "spoil"), BROKEN.values(), ids=BROKEN)
def test_broken(code: str, spoil: Spoilt, example: dict[str, bytes], base: Content, tmp_path: Path) -> None:
    spoil(example)
    found, codes = read(zipped(example, tmp_path / "my_pack.zip"), base)
    assert code in codes
    assert found is None or found.book is None, "it is not played"


def test_links_are_refused(example: dict[str, bytes], base: Content, tmp_path: Path) -> None:
    path = zipped(example, tmp_path / "my_pack.zip")
    link = zipfile.ZipInfo("story/secret.yaml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as zip:
        zip.writestr(link, "/etc/passwd")
    assert read(path, base) == (None, ["K002"])
    folder = tmp_path / "folder"
    (folder / "story").mkdir(parents=True)
    (folder / "pack.yaml").write_bytes(example["pack.yaml"])
    (folder / "story" / "secret.yaml").symlink_to("/etc/passwd")
    assert read(folder, base) == (None, ["K002"])


def test_a_zip_that_lies_about_its_sizes(example: dict[str, bytes], base: Content, tmp_path: Path) -> None:
    path = zipped({**example, "README.txt": b"x" * 90_000}, tmp_path / "my_pack.zip")
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\1\2", 0, data.rindex(b"README.txt"))
    data[at + 24:at + 28] = (10).to_bytes(4, "little")
    path.write_bytes(data)
    found, codes = read(path, base)
    assert found is None and codes == ["K001"]


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"hello", b"PK\5\6" + bytes(18)])
def test_what_is_no_pack(data: bytes, base: Content, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    found, codes = read(path, base)
    assert found is None and codes == ["K001"]


def test_the_format_is_ours() -> None:
    assert packs.FORMAT == 1
