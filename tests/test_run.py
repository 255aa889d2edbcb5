"""run.py: the two commands on a fresh machine."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
OLD_PYTHONS = sorted(Path.home().glob(".pyenv/versions/*/bin/python"))


def load_run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run_script", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """run.py as a module that starts nothing and whose .venv is elsewhere."""
    module = load_run()
    module.started = []
    monkeypatch.setattr(module, "start", lambda command, folder: module.started.append((command, folder)) or 0)
    monkeypatch.setattr(module, "READY", str(tmp_path / ".ready"))
    monkeypatch.setattr(module, "PYTHON", sys.executable)
    return module


def test_an_old_python_can_read_it() -> None:
    source = (ROOT / "run.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.NamedExpr | ast.AnnAssign)]
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert imported == {"hashlib", "os", "subprocess", "sys"}


@pytest.mark.parametrize("python", [path for path in OLD_PYTHONS if path.parent.parent.name.startswith(("2.7", "3.8"))],
                         ids=lambda path: path.parent.parent.name)
def test_an_old_python_alone_says_what_is_missing(python: Path, tmp_path: Path) -> None:
    done = subprocess.run([str(python), str(ROOT / "run.py")], env={"PATH": "/nowhere", "HOME": str(tmp_path)},
                          capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("The Winter Road needs Python 3.11 or newer; this is ")
    assert not done.stdout


def test_an_old_python_hands_over_to_a_newer_one(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "OLDEST", (99, 0))
    monkeypatch.setattr(run, "newer_python", lambda: "/better/python")
    assert run.main(["tell", "--seed", "3"]) == 0
    assert run.started == [(["/better/python", str(ROOT / "run.py"), "tell", "--seed", "3"], os.getcwd())]


def test_a_newer_python_is_found_on_the_path(run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "bin with 공백"
    folder.mkdir()
    broken = folder / "python3.12"  # like a shim of a version that is not installed
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    (folder / "python3").symlink_to(sys.executable)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert Path(run.newer_python()).resolve() == Path(sys.executable).resolve()
    (folder / "python3").unlink()
    assert run.newer_python() == ""


def test_what_is_ready_is_not_set_up_again(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "set_up", lambda wanted: pytest.fail("set up again"))
    Path(run.READY).write_text(run.fingerprint())
    assert run.main([]) == 0
    assert run.main(["test", "-k", "dice"]) == 0
    play, test = run.started
    assert play[0][1:] == ["-P", "-m", "game"]
    assert test[0][1:] == ["-m", "pytest", "-k", "dice"]
    assert test[1] == str(ROOT)


def test_another_folder_or_project_file_is_set_up_anew(run: ModuleType, monkeypatch: pytest.MonkeyPatch,
                                                       tmp_path: Path) -> None:
    here = run.fingerprint()
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    monkeypatch.setattr(run, "ROOT", str(tmp_path))
    moved = run.fingerprint()
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    assert len({here, moved, run.fingerprint()}) == 3


def test_what_cannot_be_set_up_says_why(run: ModuleType, monkeypatch: pytest.MonkeyPatch,
                                        capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(run, "make_venv", lambda: ["pip"])
    monkeypatch.setattr(run, "quiet", lambda command: (1, "no route to host"))
    assert run.main([]) == 2
    said = capsys.readouterr()
    assert "is there a network?" in said.err
    assert "no route to host" in said.err
    assert not said.out


def test_without_venv_and_pip_the_missing_package_is_named(run: ModuleType, monkeypatch: pytest.MonkeyPatch,
                                                           capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(run, "quiet", lambda command: (1, "ensurepip is not available"))
    assert run.make_venv() == []
    assert "sudo apt install python3-venv" in capsys.readouterr().err


def _copy(into: Path) -> None:
    """The files of the checkout that are in git, or would be."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, into / name)


@pytest.mark.slow
def test_a_fresh_copy_in_an_awkward_place_plays(tmp_path: Path) -> None:
    folder = tmp_path / "a 겨울 b"
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "game").mkdir(parents=True)  # must not be taken for ours
    _copy(folder)
    environment = {**os.environ, "PYTHONPATH": ""}
    command = [sys.executable, str(folder / "run.py"), "demo", "--ending", "home", "--no-pictures", "--json"]
    done = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False)
    if "is there a network?" in done.stderr:
        pytest.skip("no network to install from")
    assert done.returncode == 0, done.stderr
    assert '"ending": "home"' in done.stdout
    assert done.stderr.startswith("Setting up in ")
    again = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False)
    assert again.stdout == done.stdout
    assert "Setting up" not in again.stderr
    _wheel_plays(folder, elsewhere, environment)


def _wheel_plays(folder: Path, elsewhere: Path, environment: dict[str, str]) -> None:
    """The wheel of the copy carries its story, maps and assets, and plays from another folder."""
    python = str(folder / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python")
    built = subprocess.run([python, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(elsewhere), str(folder)],
                           capture_output=True, text=True, env=environment, check=False)
    assert built.returncode == 0, built.stderr
    wheel, = elsewhere.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(elsewhere / "installed")
    names = {path.relative_to(elsewhere / "installed").as_posix() for path in (elsewhere / "installed").rglob("*")}
    assert {"game/_data/story/world.yaml", "game/_data/maps/tumen.tmx", "game/_data/assets/palettes.json"} <= names
    done = subprocess.run([python, "-P", "-m", "game", "check"], cwd=elsewhere, capture_output=True, text=True,
                          env={**environment, "PYTHONPATH": str(elsewhere / "installed")}, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
