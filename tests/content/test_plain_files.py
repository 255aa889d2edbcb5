"""What lies where a file should be, and is none: it is told, never waited for."""

import os
from pathlib import Path

import pytest

from game.content.check import check_all
from game.content.files import plain_bytes
from game.content.sources import data_root, load
from tests.commands.calls import call
from tests.content.stories import story_with

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")


def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    story_with(tmp_path / "mine" / "story", {})
    (tmp_path / "mine" / "maps").mkdir()
    os.mkfifo(tmp_path / "mine" / "maps" / "bank.tmx")
    os.mkfifo(tmp_path / "mine" / "story" / "far.yaml")
    found = {(one.file, one.code) for one in check_all(tmp_path / "mine")}
    assert ("maps/bank.tmx", "M001") in found
    assert load(tmp_path / "mine").rooms == {}
    assert call("fix", str(tmp_path / "mine")).code == 0


def test_a_world_that_is_a_pipe_or_a_device(tmp_path: Path) -> None:
    story_with(tmp_path / "story", {})
    for make in (os.mkfifo, lambda path: os.symlink("/dev/zero", path), lambda path: path.mkdir()):
        world = tmp_path / "story" / "world.yaml"
        world.unlink()
        make(world)
        (told,) = [one for one in check_all(tmp_path) if one.code == "Y000"]
        assert told.file == "story/world.yaml" and "no plain file" in told.message
        world.rmdir() if world.is_dir() else world.unlink()
        world.write_text("", "utf-8")


def test_no_more_is_read_than_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert plain_bytes(tmp_path / "a", 5) == b"12345"
    assert plain_bytes(tmp_path / "a", 4) is None
    with pytest.raises(OSError, match="no such file"):
        plain_bytes(tmp_path / "b", 4)


def test_a_file_too_large_is_told_by_size(tmp_path: Path) -> None:
    story_with(tmp_path / "story", {"crossing.yaml": "#" * 1_000_001})
    assert [one.code for one in check_all(tmp_path) if one.file == "story/crossing.yaml"] == ["Y010"]


def test_a_recording_without_end_is_refused(tmp_path: Path) -> None:
    text = (data_root() / "tests" / "recordings" / "lab.json").read_text("utf-8")
    head = text[:text.index('"intents":')]
    (tmp_path / "long.json").write_text(head + '"intents":[[9000000,"next"],[9000000,"next"]]}', "utf-8")
    said = call("replay", str(tmp_path / "long.json"))
    assert said.code == 2 and "more than 10,000,000 steps" in said.err
