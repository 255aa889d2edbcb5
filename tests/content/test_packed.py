"""Packed content is the same content."""

import subprocess
import sys

import pytest

from game.content import sources
from game.content.packed import FORMAT, Content, PackFault, pack, unpack
from game.content.reader import read_story
from tests.content.bots import trace
from tests.content.stories import GOOD, bank_room, story_with

NOW = f'"format":{FORMAT}'.encode()


@pytest.fixture(scope="module")
def shipped() -> Content:
    content = sources.read_sources(sources.data_root())
    assert content.book is not None, "\n".join(map(str, content.problems))
    return content


def test_three_hundred_traces_are_equal(shipped: Content):
    again = unpack(pack(shipped))
    assert again.book == shipped.book
    for seed in range(300):
        assert trace(shipped.book, seed) == trace(again.book, seed)


def test_rooms_and_looks_are_equal(shipped: Content):
    again = unpack(pack(shipped))
    assert again == shipped
    assert again.rooms


def test_what_is_no_pack_is_refused(shipped: Content):
    data = pack(shipped)
    for bad in (b"", b"{}", b"[]", b"null", data[:-1], data.replace(NOW, b'"format":99'),
                data.replace(b'"kinds":[', b'"kinds":["No",'), b"[" * 100_000):
        with pytest.raises(PackFault):
            unpack(bad)


def test_a_story_with_errors_is_not_packed():
    with pytest.raises(ValueError, match="errors"):
        pack(Content(None))


def test_loading_uses_the_cache_until_a_file_changes(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("sys.platform", "linux")
    root = tmp_path / "root"
    story_with(root / "story", {})
    first = sources.load(root)
    assert first.book is not None and not first.problems
    with monkeypatch.context() as patch:
        patch.setattr(sources, "read_sources", None)  # a second reading would fail
        assert sources.load(root) == first
    story_with(root / "story", {"crossing.yaml": "nodes:\n  start:\n    - end: across\n"})
    second = sources.load(root)
    assert second.hash != first.hash and len(second.book.nodes) == 1
    for kept in (tmp_path / "cache" / "winter-road").iterdir():
        kept.write_bytes(b"broken")
    assert sources.load(root) == second


def test_a_story_with_errors_has_no_book(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    story_with(tmp_path / "story", {"crossing.yaml": "nodes: 3"})
    content = sources.load(tmp_path)
    assert content.book is None and content.problems


def test_a_packed_folder_needs_no_sources(tmp_path):
    content = Content(read_story(GOOD)[0], {"bank": bank_room()}, hash="abc")
    (tmp_path / sources.PACKED_NAME).write_bytes(pack(content))
    assert sources.load(tmp_path) == content


def test_loading_packed_content_needs_the_standard_library_only(tmp_path):
    (tmp_path / sources.PACKED_NAME).write_bytes(pack(Content(read_story(GOOD)[0])))
    code = ("import sys\nfrom pathlib import Path\nfrom game.content.sources import load\n"
            f"assert load(Path({str(tmp_path)!r})).book\n"
            "print({'yaml', 'pytmx', 'pygame'} & set(sys.modules))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          cwd=sources.data_root())
    assert done.stdout == "set()\n"
