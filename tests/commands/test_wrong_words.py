"""Wrong words on the command line: one line that says what to write instead, exit code 2, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.__main__ import command_names
from tests.commands.calls import call

ROOT = Path(__file__).resolve().parents[2]
STORY = str(ROOT / "docs" / "tutorial")

WRONG = {
    "an option nobody knows": (["tell", "--lnag", "en"], "tell does not know '--lnag'; did you mean --lang?"),
    "words where a number belongs": (["bot", "--runs", "many"], "--runs takes a whole number, not 'many'"),
    "runs without end": (["bot", "--runs", "9" * 23, "--json"], "--runs takes a number from 1 to 10000000"),
    "no runs at all": (["bot", "--runs", "0"], "--runs takes a number from 1 to"),
    "a folder as a page": (["prove", "--report", str(ROOT)], "--report is a file to write, such as page.html"),
    "nothing where something belongs": (["shot", "title", "--out"], "--out wants something after it"),
    "a needed word left out": (["explain"], "explain wants node"),
    "a folder where --from names it": (["tell", STORY], f"a folder of your own is named with --from {STORY}"),
    "--from where the folder stands alone": (["stamp", "--from", STORY], "stands alone here: "),
    "no command": (["tel"], "there is no command 'tel'; did you mean 'tell'?"),
    "a value of thousands of digits": (["play", "--set", "won=" + "9" * 5000], "it is 0 to 40"),
    "a value with two signs": (["play", "--set", "won=--5"], "it is 0 to 40"),
    "frames below none": (["play", "--frames", "-5"], "--frames takes a number from 0 up"),
    "a folder as a picture": (["shot", "title", "--out", str(ROOT)], "--out is a file that ends in .png"),
    "a picture that is none": (["shot", "title", "--out", "title.xyz"], "--out is a file that ends in .png"),
    "ticks without end": (["shot", "title", "--tick", "9" * 20], "--tick 0 to 216000"),
    "packed over a story": (["pack", "story/world.yaml"], "OUT is a folder, or a file that ends in .json"),
    "a language as a file": (["text", "check", "ko"], "only `merge` takes a file"),
    "a picture as a recording": (["replay", str(ROOT / "docs" / "pictures" / "yard.png")], "is no recording"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_words_get_one_line(name: str) -> None:
    words, expected = WRONG[name]
    said = call(*words)
    assert said.code == 2
    assert expected in said.err
    assert len(said.err.strip().splitlines()) == 1 and "Traceback" not in said.err


@pytest.mark.parametrize("command", command_names())
def test_every_command_says_what_it_does_not_know(command: str) -> None:
    needed = {"text": ["check"], "explain": ["x"], "pack": ["x"], "replay": ["x"], "new-pack": ["x"]}
    said = call(command, *needed.get(command, []), "--no-such-word")
    assert f"{command} does not know '--no-such-word'" in said.err
    assert said.code == 2 and len(said.err.strip().splitlines()) == 1


def test_help_names_the_program_as_it_was_called() -> None:
    environment = {**os.environ, "WINTER_ROAD_CALLED": "python3 run.py", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-m", "game", "stamp", "--help"], capture_output=True, text=True, check=True,
                          env=environment, cwd=ROOT)
    assert "python3 run.py stamp my_pack" in done.stdout and "python -m game" not in done.stdout


def test_a_story_with_errors_is_named_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "world.yaml").write_text("start: a.b\n", "utf-8")
    said = call("tell", "--from", str(tmp_path))
    assert said.code == 2
    assert f"has 4 errors; `python -m game check {tmp_path}` says more\n  {tmp_path}/story/world.yaml:1:" in said.err


def test_what_cannot_be_read_is_not_called_stamped_or_mended(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "world.yaml").write_text("start: a.b\n", "utf-8")
    (tmp_path / "story" / "a.yaml").write_text("nodes:\n  b:\n\t- end: c\n", "utf-8")
    said = call("stamp", str(tmp_path))
    assert said.code == 1 and "a.yaml: cannot be read, so nothing was written" in said.out
    assert "every line has its id" not in said.out
    assert call("fix", str(tmp_path)).out == "nothing that quotes would mend; `check` says what is left\n"
