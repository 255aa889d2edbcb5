"""The same recordings in wasm Python give the same digests: nothing of the rules hangs on the machine.

It needs node and the npm package `pyodide` where node finds it (`npm install pyodide` in this folder or above, or
NODE_PATH); without them the test is skipped and says so.
"""

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from game.commands import load_content
from game.content.packed import pack
from game.content.recordings import decode, play
from game.sim.world import Lore

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PURE = ("story", "sim", "content")
FROM_FILES = ("yamltree", "sources", "tmx", "maps", "stamp", "fix")  # read YAML and TMX: not in the web package
SHORT = ("post_10", "tumen", "curtains")  # rooms walked by keys: whole journeys take wasm minutes


def _folder_with_pyodide():
    """Where node can find pyodide, or None."""
    node = shutil.which("node")
    if node is None:
        return None
    for folder in (HERE, ROOT, *(Path(p).parent for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p)):
        asked = subprocess.run([node, "-e", "require.resolve('pyodide')"], cwd=folder, capture_output=True, check=False)
        if asked.returncode == 0:
            return folder
    return None


def _pure_files():
    wanted = [path for part in PURE for path in (ROOT / "game" / part).rglob("*.py") if path.stem not in FROM_FILES]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in wanted} | {"game/__init__.py": ""}


@pytest.mark.wasm
def test_recordings_end_the_same_in_wasm_python(tmp_path):
    folder = _folder_with_pyodide()
    if folder is None:
        pytest.skip("node with the npm package pyodide is not here")
    content = load_content()
    recordings = {name: (ROOT / "tests" / "recordings" / f"{name}.json").read_text(encoding="utf-8") for name in SHORT}
    held = {"files": _pure_files(), "packed": base64.b64encode(pack(content)).decode(), "recordings": recordings}
    handed = tmp_path / "files.json"
    handed.write_text(json.dumps(held), encoding="utf-8")
    told = subprocess.run(["node", str(HERE / "replay.mjs"), str(handed)], cwd=folder, capture_output=True, text=True,
                          timeout=300, check=False)
    assert told.returncode == 0, told.stderr[-2000:]
    found = json.loads(told.stdout.strip().splitlines()[-1])
    lore = Lore(content.book, content.rooms, content.hash)
    assert found["digests"] == {name: play(decode(text), lore)[0] for name, text in recordings.items()}
