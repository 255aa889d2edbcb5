"""What is suggested can be typed as it stands: a slip inside one line, and the words that mend it."""

from pathlib import Path

import pytest

from game.content.lines import way
from game.content.reader import read_draft
from tests.content.stories import GOOD, checked, story_with

SLIPS = {
    "go river": "`go: river`",
    "go:river": "a space after the colon: `go: river`",
    "sora Hello.": "a colon and a space between sora and the words",
    "The ice holds.": "who says it? Such as `narrator: The ice holds.`",
    "\u201csora: Hello.\u201d": "take the \u201c away, or use straight quotes (\") round the whole line",
    "jo @a.1 afraid: Hello.": "a mood stands in brackets, the id after it: jo (afraid) @a.1",
    "Grandmother: Hello.": "whoever speaks is declared under cast in world.yaml: grandmother",
    "jo (furious) @a.1: Hello.": "known are plain, afraid; a new one is added to the moods of jo in world.yaml",
    "give: 2 won": "{won: 2}",
    "set: {won: won + 1}": "won: +1 adds one, won: -1 takes one away",
    "set: {won: 30%}": "30",
    "time: 20 minutes": "+20m",
    "time: 1:30": "+90m",
    "wait: 2 seconds": "2s",
    "bark: Cold night.": '- bark: "who: Cold night."',
    "sound: knock": "write play: and caption: on lines of their own below sound:",
    "end: acros": "did you mean 'across'?",
}
CONDITIONS = {
    "won \u2265 3 and not met": "won >= 3 and not met",
    "won >= 3 && !met": "won >= 3 and not met",
    "met || won > 2": "met or won > 2",
    "river = open": "river == open",
    "river is open": "river == open",
    "river is not open": "river != open",
    "river == 'open'": "names stand without quotes: river == open",
    "\u2018met\u2019": "names stand without quotes: met",
    "more than 3 won": "such as met, not met, won >= 3, sky == snow; join two with and, or",
}


def suggested(folder: Path, steps: str) -> list[str]:
    text = f"nodes:\n  start:\n{steps}    - go: on\n  on:\n    - end: across\n  river:\n    - go: on\n"
    return [one.suggestion for one in checked(story_with(folder, {"crossing.yaml": text}))]


@pytest.mark.parametrize("step", SLIPS)
def test_a_slip_in_a_step(step: str, tmp_path: Path) -> None:
    assert SLIPS[step] in suggested(tmp_path, f"    - {step}\n")


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_as_people_write_it(condition: str, tmp_path: Path) -> None:
    steps = f"    - if: \"{condition}\"\n      then:\n        - narrator @a.1: Hello.\n"
    assert CONDITIONS[condition] in suggested(tmp_path, steps)
    better = CONDITIONS[condition].rpartition(": ")[2]
    if better in ("won >= 3 and not met", "river == open", "river != open", "met"):
        again = suggested(tmp_path, steps.replace(condition, better))
        assert not any("and, or" in one or better in one for one in again)


def test_an_hour_with_one_digit(tmp_path: Path) -> None:
    steps = "    - visit: bank\n      from: reeds\n      ways:\n        at 4:40: on\n"
    assert "at 04:40" in suggested(tmp_path, steps) and way("at 04:40") is not None


def test_the_start_says_its_chapter(tmp_path: Path) -> None:
    world = (GOOD / "world.yaml").read_text("utf-8").replace("start: crossing.start", "start: start")
    found = read_draft(story_with(tmp_path, {"world.yaml": world})).faults.found
    assert [(one.code, one.suggestion) for one in found if one.code == "N001"] == [("N001", "crossing.start")]


def test_names_that_cannot_be_names_are_mended(tmp_path: Path) -> None:
    text = "nodes:\n  start:\n    - end: across\n  The Pump House:\n    - end: across\n"
    found = checked(story_with(tmp_path, {"crossing.yaml": text}))
    assert any(one.suggestion.endswith(": the_pump_house") for one in found)
