"""The web package, built as for a real page; needs the development tools."""

import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.commands.calls import call


@pytest.mark.slow
def test_the_package_is_small_clean_and_carries_its_replay(tmp_path: Path) -> None:
    pytest.importorskip("pygbag")
    pytest.importorskip("fontTools")
    recording = tmp_path / "home.json"
    assert call("bot", "--walk", "--ending", "home", "--record", str(recording)).code == 0
    said = call("web", "--with-replay", str(recording), "--out", str(tmp_path / "web"), "--json")
    assert said.code == 0, said.err
    assert said.json["bytes"] < 6_000_000
    with zipfile.ZipFile(said.json["package"]) as packed:
        names = set(packed.namelist())
    with tarfile.open(tmp_path / "web" / "winter-road.tar.gz") as packed:
        assert {name.lstrip("./") for name in packed.getnames()} >= {"assets/main.py", "assets/content.json"}
    assert {"assets/main.py", "assets/content.json", "assets/replays/home.json", "assets/assets/palettes.json",
            "assets/assets/fonts/noto_sans_subset.otf", "assets/game/sim/step.py"} <= names
    assert not [name for name in names if name.endswith((".yaml", ".tmx", ".md", "-pygbag.py"))]
    page = (tmp_path / "web" / "index.html").read_text(encoding="utf-8")
    assert "<title>The Winter Road</title>" in page
    assert 'id="narration" aria-live="polite"' in page
    assert "cookiecutter" not in page
