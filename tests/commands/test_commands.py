"""The command line: what it prints, how it ends, and that nobody ever sees a traceback."""

import io
import json
from pathlib import Path

import pytest

from game.__main__ import command_names
from game.commands import NO_DISPLAY, UNDECIDED, WRONG_USE, demo
from tests.commands.calls import call


def test_help_names_every_command_and_an_example() -> None:
    said = call("--help")
    assert said.code == 0
    for name in command_names():
        assert f"    {name} " in said.out
        helped = call(name, "--help")
        assert helped.code == 0
        assert f"python -m game {name}" in helped.out


@pytest.mark.parametrize("arguments", [
    ["bott"], ["no-such"], ["bot", "--runs", "many"], ["bot", "--runs", "-3"], ["bot", "--ending", "bridge"],
    ["bot", "--walk", "--ending", "nowhere"], ["bot", "--record", "x.json"], ["--no-such-option"],
    ["play", "--room", "moon"], ["play", "--scene", "road.windwo"], ["play", "--set", "wonn=3"],
    ["play", "--set", "won=400"], ["play", "--set", "lamp=perhaps"], ["play", "--set", "jo=gone"],
    ["replay", "no such file"], ["replay", __file__], ["replay", "x", "--every", "0"],
    ["tell", "--replay", "no such file"], ["tell", "--lang", "tlh"], ["tell", "--log", "no such folder/log"],
    ["shot"], ["shot", "room:moon"], ["shot", "title", "--size", "wide"], ["shot", "title", "--text", "900"],
    ["demo", "--ending", "nowhere"], ["pack"], ["pack", f"{__file__}/x.json"], ["pack", "x", "--from", "nowhere"],
    ["web", "--with-replay", "no such file"], ["check", "no such folder"],
    ["tell", "--replay", "x", "--lang", "tlh"], ["shot", "title", "--lang", "tlh"], ["play", "--lang", "tlh"],
    ["demo", "--lang", "tlh"], ["text", "check", "--lang", "tlh"], ["text", "extract", "--lang", "xx"],
])
def test_wrong_use_is_answered_in_words(arguments: list[str], tmp_path: Path,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = call(*arguments)
    assert said.code == WRONG_USE
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert not said.out


def test_a_near_miss_is_asked_back() -> None:
    assert "did you mean 'bot'?" in call("bott").err
    assert "did you mean 'road.window'?" in call("play", "--scene", "road.windwo").err
    assert "did you mean 'won'?" in call("play", "--set", "wonn=3").err


@pytest.mark.parametrize("command", [["tell"], ["shot", "title"], ["play"], ["demo"], ["text", "check"]])
def test_an_unknown_language_is_answered_with_those_there_are(command: list[str]) -> None:
    said = call(*command, "--lang", "tlh").err.strip().splitlines()
    assert len(said) == 1 and "there is no language 'tlh'" in said[0] and " ko" in said[0]


def test_the_language_nobody_speaks_is_spoken_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert call("tell", "--lang", "xx").out.startswith("[")
    assert "\n[" in call("demo", "--lang", "xx", "--ending", "home", "--no-pictures").out
    assert call("shot", "title", "--lang", "xx", "--out", str(tmp_path / "title.png")).code == 0


def test_every_json_is_json_and_nothing_else(tmp_path: Path) -> None:
    recording = tmp_path / "walked.json"
    for arguments in (["bot", "--runs", "6"], ["bot", "--walk", "--ending", "home", "--record", str(recording)],
                      ["replay", str(recording)], ["demo", "--ending", "home", "--no-pictures"],
                      ["pack", str(tmp_path / "content.json")], ["check"]):
        said = call(*arguments, "--json")
        assert said.code in (0, 1), said.err
        assert said.json is not None
    assert call("replay", str(recording), "--json").json["same"] is True


def test_a_bot_in_a_story_without_purse_or_warmth_speaks_of_neither(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "world.yaml").write_text(
        "start: a.begin\ncast: {}\nfacts: {}\nendings:\n  home: {title: Home, text: Home.}\n", encoding="utf-8")
    (tmp_path / "story" / "a.yaml").write_text(
        "nodes:\n  begin:\n    - narrator @a.1: Snow.\n    - go: b.home\n", encoding="utf-8")
    (tmp_path / "story" / "b.yaml").write_text("nodes:\n  home:\n    - end: home\n", encoding="utf-8")
    said = call("bot", "--from", str(tmp_path), "--runs", "3")
    assert said.code == 0, said.err
    assert "at the gate of b: 3 runs\n" in said.out and "purse" not in said.out and "warmth" not in said.out
    assert "purse" in call("bot", "--runs", "30").out


def test_a_run_is_shown_as_it_is_typed_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.commands.bot.PROGRAM", "python3 run.py")
    story = str(Path(__file__).parents[2] / "docs" / "tutorial")
    assert f"\npython3 run.py tell --from {story} --seed 7 --choose " in call("bot", "--from", story, "--show", "7").out


def test_a_line_to_type_calls_the_program_as_it_was_called(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.commands import _bot_report
    from game.prove.story.gaps import Gap
    from game.prove.story.retold import Retold

    monkeypatch.setattr("game.commands.PROGRAM", "python3 run.py")
    gap = Gap("lines", "a.1", "rare", Retold(7, ("a.c1",)))
    assert _bot_report._answer(gap) == 'rare, like this: python3 run.py tell --seed 7 --choose "a.c1"'


def test_an_ending_nobody_finds_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.prove import walker

    homeward = walker.toward
    monkeypatch.setattr(walker, "toward", lambda lore, ending, seed: homeward(lore, "home", seed))
    said = call("bot", "--walk", "--ending", "bridge", "--runs", "2", "--json")
    assert said.code == UNDECIDED
    assert said.json == {"ending": None, "wanted": "bridge", "tried": 2}


def test_a_window_that_cannot_be_had_is_exit_three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "offscreen")
    said = call("play", "--window", "--frames", "1")
    assert said.code == NO_DISPLAY
    assert len(said.err.strip().splitlines()) == 1


def test_without_a_display_the_journey_is_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDL_VIDEODRIVER", "offscreen")
    monkeypatch.setattr(demo, "DEFAULT_ENDING", "home")  # the shortest: the others walk for half a minute
    said = call("play", "--seed", "1")
    assert said.code == 0
    assert said.err.count("\n") == 1
    assert "Home, For Now" in said.out
    pictures = list((tmp_path / "screenshots").glob("*.png"))
    assert len(pictures) >= 3
    assert f"{len(pictures)} pictures in screenshots" in said.out


def test_the_demo_option_is_the_demo_command() -> None:
    said = call("--demo", "--ending", "home", "--no-pictures", "--json")
    assert said.json["ending"] == "home"
    assert said.json["rooms"] == ["post_10"]


def test_a_replay_can_be_filmed(tmp_path: Path) -> None:
    recording = tmp_path / "home.json"
    assert call("bot", "--walk", "--ending", "home", "--record", str(recording)).code == 0
    said = call("replay", str(recording), "--video", str(tmp_path / "film"), "--every", "20", "--json")
    assert said.json["pictures"] == len(list((tmp_path / "film").glob("*.png"))) > 1
    assert said.json["same"] is True


def test_a_changed_recording_ends_otherwise(tmp_path: Path) -> None:
    recording = tmp_path / "home.json"
    call("bot", "--walk", "--ending", "home", "--record", str(recording))
    data = json.loads(recording.read_text())
    data["intents"] = data["intents"][:-1]
    recording.write_text(json.dumps(data))
    assert call("replay", str(recording)).code == 1
