"""Where a journey begins, and recordings made while playing."""

import argparse
import io
from pathlib import Path

import pytest

from game.commands import WrongUse, load_content, lore_of
from game.commands.play import _Noting, begin
from game.content.recordings import Recorder
from game.sim.intents import Gait, Intent, Move, Next, Rewind
from game.sim.step import step
from game.story.steps import Visit
from game.story.tale import Waiting
from tests.commands.calls import call


def start(**words: object) -> argparse.Namespace:
    return argparse.Namespace(**{"room": "", "scene": "", "set": [], "seed": 4, **words})


def test_a_journey_begins_where_it_is_told() -> None:
    lore = lore_of(load_content())
    world, _ = begin(lore, start(room="tumen", set=["won=12", "pulled=true", "jo=paid"]))
    assert (world.tale.facts["won"], world.tale.facts["pulled"], world.tale.facts["jo"]) == (12, True, "paid")
    assert world.tale.seed == 4
    assert world.stage is not None
    assert world.stage.room == "tumen"
    world, _ = begin(lore, start(scene="road.window"))
    assert world.tale.frame.node == "road.window"
    with pytest.raises(WrongUse, match=r"did you mean 'road\.window'"):
        begin(lore, start(scene="road.widnow"))


def test_a_recording_made_while_playing_replays_also_after_going_back(tmp_path: Path) -> None:
    world, _ = begin(lore_of(load_content()), start(room="post_10"))
    noting = _Noting(world, Recorder.of(world))
    walk: list[Intent] = [Move(1, 0)] * 90 + [Move(0, 1, Gait.CROUCH)] * 700 + [Rewind()] + [Move(1, 1)] * 30
    for intent in walk:
        if world.tale.waiting is Waiting.WORDS:
            noting(Next())
            step(world, Next())
        noting(intent)
        step(world, intent)
    assert sum(world.rewinds.values()) == 1
    noting.write(tmp_path / "mine.json")
    said = call("replay", str(tmp_path / "mine.json"), "--json")
    assert said.code == 0, said.out
    assert said.json["same"] is True
    assert 0 < said.json["ticks"] < 821


def test_playing_in_a_window_for_some_frames_writes_its_recording(tmp_path: Path,
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    from game.ui import display

    opened = display.open_display
    monkeypatch.setattr("game.ui.app.open_display", lambda full, headless: opened(full, True))
    path = tmp_path / "mine.json"
    said = call("play", "--room", "post_10", "--seed", "4", "--quiet", "--frames", "30", "--record", str(path),
                "--data-dir", str(tmp_path / "data"))
    assert said.code == 0, said.err
    replayed = call("replay", str(path), "--json")
    assert replayed.json["same"] is True
    assert replayed.json["ticks"] > 0


def test_a_room_is_begun_in_past_what_is_told_before_it() -> None:
    lore = lore_of(load_content())
    before = [node.id for node in lore.book.nodes.values()
              if any(isinstance(step, Visit) and step.room == "curtains" for step in node.steps[1:])]
    assert before, "no node tells something before it opens the flat; take another room"
    world, _ = begin(lore, start(room="curtains"))
    assert world.stage is not None and world.stage.room == "curtains"


def test_a_scene_that_goes_back_is_told_in_the_room_it_goes_back_to(capsys: pytest.CaptureFixture[str]) -> None:
    lore = lore_of(load_content())
    world, _ = begin(lore, start(scene="bank.ox"))
    assert world.tale.frame.node == "bank.ox" and world.stage is not None
    assert "'bank.ox' goes back to whoever leads to it" in capsys.readouterr().err
    for _ in range(100):
        if world.tale.waiting is not Waiting.WORDS:
            break
        step(world, Next())
    assert world.tale.waiting is Waiting.ROOM


def test_every_node_of_the_story_can_be_begun_in() -> None:
    lore = lore_of(load_content())
    for node in lore.book.nodes:
        world, _ = begin(lore, start(scene=node))
        assert world.tale.visits.get(node), node


NOBODY = """nodes:
  begin:
    - narrator @a.1: Snow.
    - call: aside
    - later: {name: wind, in: 2d, go: alone}
    - end: home
  aside:
    - back
  alone:
    - narrator @a.2: Wind.
    - back
"""


def test_a_scene_that_nobody_calls_is_refused_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "world.yaml").write_text(
        "start: a.begin\ncast: {}\nfacts: {}\nendings:\n  home: {title: Home, text: Home.}\n")
    (tmp_path / "story" / "a.yaml").write_text(NOBODY)
    for words in (("play", "--scene"), ("tell", "--start")):
        said = call(words[0], "--from", str(tmp_path), words[1], "a.alone")
        assert (said.code, said.err.count("\n")) == (2, 1), said.err
        assert "'a.alone' goes back, and no visit leads to it" in said.err
    lore = lore_of(load_content(str(tmp_path)))
    assert begin(lore, start(scene="a.aside"))[0].tale.ending == "home", "it is called, and over at once"


def test_without_a_screen_a_story_of_ones_own_goes_on_as_a_demo(tmp_path: Path,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    monkeypatch.chdir(tmp_path)
    story = Path(__file__).parents[2] / "docs" / "tutorial"
    said = call("play", "--from", str(story), "--quiet")
    assert said.code == 0, said.err
    assert "SDL_VIDEODRIVER is set to 'dummy', which shows nothing. It goes on as a demo." in said.err
    assert "== " in said.out and "post_10" not in said.out
    insisting = call("play", "--from", str(story), "--window")
    assert insisting.code == 3 and "Without --window the game goes on as text." in insisting.err
