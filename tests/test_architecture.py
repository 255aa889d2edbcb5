"""Who may import whom: the rule of the house, read from every import of every file."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GAME = ROOT / "game"
MAY_IMPORT = {
    "story": {"story"},
    "sim": {"story", "sim"},
    "words": {"story", "sim", "words"},
    "content": {"story", "sim", "words", "content"},
    "prove": {"story", "sim", "words", "content", "prove"},
    "ui": {"story", "sim", "words", "content", "ui"},
    "commands": {"story", "sim", "words", "content", "prove", "ui", "commands"},
}
PURE = ("story", "sim", "words")
PURE_LIBRARY = {  # what story, sim and words may use of Python itself: nothing of files, time, screens or chance
    "__future__", "ast", "bisect", "collections", "dataclasses", "enum", "fractions", "functools", "heapq", "itertools",
    "math", "operator", "pickle", "re", "types", "typing", "unicodedata",
}
FILES = sorted(path for package in MAY_IMPORT for path in (GAME / package).rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Every module a file imports, anywhere in it, by its full name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GAME)))
def test_imports_go_leftward_only(path: Path) -> None:
    package = path.relative_to(GAME).parts[0]
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("game.")}
    wrong = (ours & set(MAY_IMPORT)) - MAY_IMPORT[package]
    assert not wrong, f"{package} may not import {', '.join(sorted(wrong))}"


@pytest.mark.parametrize("path", [p for p in FILES if p.relative_to(GAME).parts[0] in PURE],
                         ids=lambda path: str(path.relative_to(GAME)))
def test_rules_know_no_files_time_or_chance(path: Path) -> None:
    theirs = {name.split(".")[0] for name in imports(path)} - {"game"}
    assert theirs <= PURE_LIBRARY, f"not for rules: {', '.join(sorted(theirs - PURE_LIBRARY))}"


@pytest.mark.parametrize("path", [p for p in sorted(GAME.rglob("*.py")) if p.relative_to(GAME).parts[0] != "ui"],
                         ids=lambda path: str(path.relative_to(GAME)))
def test_only_the_screen_imports_pygame(path: Path) -> None:
    assert not {name for name in imports(path) if name.split(".")[0] == "pygame"}


@pytest.mark.parametrize("name", ["packed.py", "columns.py", "saves.py", "places.py", "moved_story.py", "moved_room.py",
                                  "codec.py", "recordings.py"])
def test_what_the_web_package_reads_needs_only_python(name: str) -> None:
    import sys
    path = GAME / "content" / name
    theirs = {module.split(".")[0] for module in imports(path)} - {"game"}
    assert theirs <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("path", [p for p in FILES if p.relative_to(GAME).parts[0] in PURE],
                         ids=lambda path: str(path.relative_to(GAME)))
def test_no_rule_uses_a_float_or_the_hash_of_words(path: Path) -> None:
    """Floats round differently and hash() differs from run to run: neither may decide anything."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), f"line {node.lineno}: a float"
        called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        assert called not in ("hash", "float"), f"line {getattr(node, 'lineno', 0)}: {called}()"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GAME)))
def test_no_file_grows_beyond_three_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
