"""The game as text, over the shipped story, by answers from a script."""

import io
import re
import shutil
from pathlib import Path

import pytest

from game.commands import load_content, lore_of
from game.commands._asking import befell, label
from game.prove.menu import Pick
from game.sim.journey import new_world
from game.story.steps import Way
from game.words.slots import Words
from tests.commands.calls import Said, call


def told(answers: str, *arguments: str) -> Said:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO(answers))
        return call("tell", *arguments)


def test_the_short_way_home(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    answers = "\n" * 5 + "1\n" + "\n" * 4 + "2\n" + "\n" * 2
    said = told(answers + "10\n\n1\n\n\n\n", "--seed", "5", "--log", str(log))
    assert said.code == 0, said.err
    for line in ("-- The road to Hoeryong, 18 December 2012 --", "1. I go because the rice chest is empty",
                 "> I go because the rice chest is empty", "Post 10, on the road to Hoeryong, 11:20",
                 "10. Go to the way back", "Mother: You are early.", "== Home, For Now =="):
        assert line in said.out.splitlines(), line
    logged = log.read_text(encoding="utf-8")
    assert all(line in logged for line in said.out.splitlines())
    assert "? 10" in logged


def test_input_that_ends_is_a_polite_end() -> None:
    said = told("\n\n", "--seed", "5")
    assert said.code == 0
    assert said.out.rstrip().endswith("The same seed and the same answers lead here again.")


def test_look_between_rooms_tells_the_picture_and_what_was_said_last() -> None:
    said = told("look\nquit\n", "--start", "road.arrival")
    assert said.out.count("[A grey winter street.") == 2 == said.out.count("Red first.")


def test_look_bag_and_nonsense_at_a_question() -> None:
    said = told("\n" * 5 + "bag\nlook\n99\nperhaps\nquit\n", "--seed", "5")
    assert "8 won notes, 22 yuan notes, 2 packs of cigarettes, Mother's ring, Father's lamp" in said.out
    assert said.out.count("Type a number from 1 to 4") == 2
    assert said.code == 0


def test_the_same_seed_and_answers_tell_the_same() -> None:
    answers = "\n" * 5 + "3\n" + "\n" * 4 + "1\n" + "\n" * 4 + "1\n\n\n\n\n2\n\n\n\n11\n" + "\n1" * 40
    assert told(answers, "--seed", "9").out == told(answers, "--seed", "9").out


def test_nothing_but_plain_lines() -> None:
    said = told("\n" * 5 + "1\n" + "\n" * 4 + "2\n", "--seed", "5")
    assert "\x1b" not in said.out
    assert "\t" not in said.out


def test_a_walked_journey_as_text(tmp_path: Path) -> None:
    recording = tmp_path / "home.json"
    assert call("bot", "--walk", "--ending", "home", "--record", str(recording)).code == 0
    said = call("tell", "--replay", str(recording))
    assert "== Home, For Now ==" in said.out.splitlines()
    assert "Post 10, on the road to Hoeryong, 11:20" in said.out.splitlines()


def test_a_list_of_picks_is_played_and_undone(tmp_path: Path) -> None:
    from game.commands import load_content, lore_of
    from game.prove import bots

    run = bots.show(lore_of(load_content()), 8, bots.Temper.RUSHER)
    said = told("", "--seed", "8", "--choose", " > ".join(run.picks))
    assert said.code == 0, said.err
    assert said.out.count("\n== ") == 1
    first = run.picks[0]
    saved = tmp_path / "here.json"
    answers = f"undo\nundo\nsave {saved}\nload {saved}\nload {tmp_path}/none.json\nfacts\nhistory\nquit\n"
    said = told(answers, "--seed", "8", "--choose", first)
    assert said.code == 0, said.err
    assert "One decision back." in said.out and "Nothing was decided yet." in said.out
    assert f"Saved in {saved}." in said.out and "Here the journey goes on." in said.out
    assert "Cannot read" in said.out
    assert "at road." in said.out


def test_what_cannot_be_chosen_is_said() -> None:
    said = told("", "--seed", "8", "--choose", "perhaps")
    assert said.code == 2
    assert "'perhaps' cannot be chosen here" in said.err
    assert told("", "--start", "nowhere.at_all").code == 2


def test_colours_only_where_a_terminal_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.commands._teller import colours, painted

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert colours(False, Screen()) and not colours(True, Screen()) and not colours(False, io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours(False, Screen())
    assert painted("1. Go on") == "\x1b[36m1. Go on\x1b[0m"
    assert painted("It snows.") == "It snows."


class Writer(io.StringIO):
    """Answers, with a hand that edits a file before the answer of a number is read."""

    def __init__(self, answers: str, edits: dict[int, tuple[Path, str, str]]) -> None:
        super().__init__(answers)
        self.edits, self.read = edits, 0

    def readline(self, size: int | None = -1, /) -> str:
        if self.read in self.edits:
            path, old, new = self.edits[self.read]
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")
        self.read += 1
        return super().readline()


def watched(tmp_path: Path, answers: str, edits: dict[int, tuple[str, str]]) -> Said:
    root = tmp_path / "brush"
    shutil.copytree(Path(__file__).parents[2] / "docs" / "tutorial", root)
    brush = root / "story" / "brush.yaml"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", Writer(answers, {at: (brush, *edit) for at, edit in edits.items()}))
        return call("tell", "--from", str(root), "--seed", "3", "--watch")


def test_a_story_edited_on_the_way_is_read_again(tmp_path: Path) -> None:
    said = watched(tmp_path, "\n\n2\n\nlook\nquit\n", {2: ("Warm red goes twice as far", "Warm red goes three times")})
    assert "-- The story was read again." in said.out, said.out + said.err
    assert said.code == 0


def test_a_broken_edit_is_told_and_the_old_story_goes_on(tmp_path: Path) -> None:
    said = watched(tmp_path, "\n\n2\n\n1\nquit\n", {2: ("go: yard\n        - Warm", "go: yrad\n        - Warm")})
    assert "cannot be read" in said.out and "did you mean 'yard'" in said.out, said.out + said.err
    assert "-- The old one goes on." in said.out and "Warm red goes twice as far" in said.out


def test_a_map_with_errors_is_left_out_and_the_story_told(tmp_path: Path) -> None:
    root = tmp_path / "brush"
    shutil.copytree(Path(__file__).parents[2] / "docs" / "tutorial", root)
    (root / "maps" / "yard.tmx").write_text("<map>", encoding="utf-8")
    said = told("\n\n2\n\n", "--from", str(root), "--seed", "3")
    assert said.code == 0, said.err
    assert "Warm red goes twice as far" in said.out
    for strict in (("prove", str(root)), ("pack", str(tmp_path / "out.json"), "--from", str(root))):
        refused = call(*strict)
        assert refused.code == 2 and "yard.tmx" in refused.err, (strict, refused)


def test_all_the_interface_is_told_in_the_readers_language() -> None:
    answers = "\n" * 5 + "bag\ncodex\nhistory\nundo\nsave\n99\n1\n" + "\n" * 4 + "2\n\n\n"
    said = told(answers, "--seed", "5", "--lang", "ko")
    assert said.code == 0, said.err
    english = set(re.findall(r"[A-Za-z]{2,}", said.out))
    assert english <= {"look", "bag", "codex", "facts", "history", "undo", "save", "load", "quit", "FILE"}, english
    assert "(위험: " in said.out


def test_a_story_of_ones_own_has_the_interface_in_its_language_too(tmp_path: Path) -> None:
    root = tmp_path / "brush"
    shutil.copytree(Path(__file__).parents[2] / "docs" / "tutorial", root)
    korean = "place.yard:\n  en: The yard of the culture hall\n  text: 마당\n"
    (root / "story" / "strings" / "ko.yaml").write_text(korean, encoding="utf-8")
    assert "이야기는 여기서 멈춘다." in told("", "--from", str(root), "--seed", "3", "--lang", "ko").out


def test_what_befalls_her_is_said_before_the_scene() -> None:
    lore = lore_of(load_content())
    world, _ = new_world(lore, 1, "river.crossing")
    words = Words(lore.book)
    assert befell(world, words, "caught") == "You are caught."
    assert befell(world, words, "ice gives way") == "The ice gives way under you."
    assert befell(world, words, "stopped by clerk") == "You are stopped by the clerk."
    assert befell(world, words, "reach far_bank") == befell(world, words, "at 04:40") == ""
    for seed in range(60):
        said = told("\n" * 5 + "1\n" + "\n" * 4 + "2\n" + "\n" * 2 + "11\n\n\n\n", "--seed", str(seed))
        if "You are caught." in said.out:
            break
    else:
        pytest.fail("of 60 who go up the road one is caught")
    lines = said.out.splitlines()
    assert lines[lines.index("You are caught.") - 1].startswith("13. "), "it is said first"


def test_a_risk_is_named_once() -> None:
    lore = lore_of(load_content())
    world, _ = new_world(lore, 1, "road.arrival")
    way = Way("reach", "yard", "road.arrival", risk=(("stopped by one", 10), ("stopped by one ", 10), ("caught", 5)))
    assert label(world, Words(lore.book), Pick(way.name, way=way)).count("be stopped by") == 1


def test_undo_and_load_tell_again_where_she_is(tmp_path: Path) -> None:
    saved = tmp_path / "here.json"
    said = told("\n" * 5 + f"1\n\n\n\n\n2\n\n\n\nsave {saved}\n10\nundo\nload {saved}\nquit\n", "--seed", "5")
    back, again = said.out.partition("One decision back.")[2], said.out.partition("Here the journey goes on.")[2]
    for after in (back, again):
        assert "Post 10, on the road to Hoeryong" in after and "10. Go to the way back" in after, said.out


def test_the_codex_is_read_by_number() -> None:
    said = told("\n" * 5 + "1\n\n\n\n\ncodex\ncodex 1\ncodex " + "9" * 5000 + "\nquit\n", "--seed", "5")
    assert said.code == 0, said.err
    assert "1. Half a kilo of rice" in said.out and "-- Half a kilo of rice --" in said.out
    assert "Who says so" in said.out


def test_a_number_of_thousands_of_digits_is_a_wrong_answer_like_any_other() -> None:
    said = told("\n" * 5 + "9" * 5000 + "\nquit\n", "--seed", "5")
    assert said.code == 0
    assert "or a word: look, bag, codex, facts, history, undo, save FILE, load FILE, quit." in said.out


def test_a_story_of_ones_own_has_its_own_title_or_none(tmp_path: Path) -> None:
    root = tmp_path / "brush"
    shutil.copytree(Path(__file__).parents[2] / "docs" / "tutorial", root)
    assert told("", "--from", str(root), "--seed", "3").out.startswith("(seed 3)\n")
    strings = root / "story" / "strings" / "en.yaml"
    strings.write_text(strings.read_text(encoding="utf-8") + "game: {name: The Brush}\n", encoding="utf-8")
    assert told("", "--from", str(root), "--seed", "3").out.startswith("The Brush. (seed 3)\n")
    assert told("", "--seed", "3").out.startswith("The Winter Road. ")


def test_save_and_load_want_a_file() -> None:
    out = told("save\nload\nquit\n", "--seed", "1").out
    assert "`save FILE` wants a file to write." in out and "`load FILE` wants a file to read." in out
