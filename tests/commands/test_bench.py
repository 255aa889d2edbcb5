"""The bench: its rows are scaled and judged as they say, its field is what it claims."""

import re
import shutil
from pathlib import Path

import pytest

from game.commands import WRONG_USE, WrongUse, load_content
from game.commands._cones import cone_rows
from game.commands._ink import Unlike, compare, ink_rows, node_with_inkjs
from game.commands._lab import lab, lab_world, tick_ms
from game.commands._long_story import Stop, as_ink, book, play, write
from game.commands._measures import load_rows
from game.commands._yardstick import YARDSTICK_MS, Row, row, yardstick
from game.content.check import check_story
from game.content.packed import Content, pack, unpack
from game.content.reader import read_draft
from game.sim.world import Mind
from game.story.steps import Choose, Go, Say
from game.story.tale import Waiting
from tests.commands.calls import call


def test_milliseconds_are_scaled_to_the_yardstick() -> None:
    assert row("x", 2.0, 3.0, YARDSTICK_MS).found == pytest.approx(2.0)
    assert row("x", 2.0, 3.0, 2 * YARDSTICK_MS).found == pytest.approx(1.0)


def test_a_row_is_met_by_being_less_or_more() -> None:
    assert Row("x", 1, 2, "ms", 1).met
    assert not Row("x", 3, 2, "ms", 1).met
    assert Row("x", 3, 2, "steps", 1, more=True).met


def test_the_yardstick_is_a_time() -> None:
    assert 0.01 < yardstick() < 100


@pytest.mark.parametrize(("width", "height"), [(60, 40), (120, 80)])
def test_the_lab_is_forty_guards_who_walk(width: int, height: int) -> None:
    world = lab_world(load_content(), lab(width, height, 40))
    assert world.stage is not None
    before = {name: (guard.x, guard.y) for name, guard in world.stage.guards.items()}
    assert len(before) == 40
    assert len(tick_ms(world, 120)) == 120
    moved = [name for name, guard in world.stage.guards.items() if (guard.x, guard.y) != before[name]]
    assert len(moved) > 30
    assert all(guard.mind is not Mind.OFF for guard in world.stage.guards.values())
    assert world.tick == 120


def test_loads_are_measured_of_every_kind() -> None:
    assert [row.what for row in load_rows(load_content())] == [
        "room load, packed", "room load, from TMX", "whole content load, packed"]


def test_too_few_frames_are_wrong_use() -> None:
    assert call("bench", "--frames", "5").code == WRONG_USE


def test_the_long_story_is_long_and_without_error(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    assert write(small, 260) > 130_000
    draft = check_story(read_draft(small), None, None)
    assert [str(problem) for problem in draft.faults.found] == []
    assert len(draft.nodes) == 261


def test_the_ink_of_the_long_story_says_and_asks_the_same() -> None:
    told, knots = book(90), as_ink(90).split("=== ")
    assert len(knots) == 1 + len(told.nodes)
    for node in told.nodes.values():
        steps = node.steps
        knot = next(knot for knot in knots if knot.splitlines()[0] == node.id.partition(".")[2])
        says = [told.words[step.text] for step in steps if isinstance(step, Say)]
        assert says == knot.splitlines()[1:1 + len(says)]
        asked = [choice for step in steps if isinstance(step, Choose) for choice in step.choices]
        assert re.findall(r"^[*+].*\[(.*)\]", knot, re.MULTILINE) == [told.words[choice.id] for choice in asked]
        assert re.findall(r"^([*+])", knot, re.MULTILINE) == ["*" if choice.once else "+" for choice in asked]
        prices = [count for choice in asked for _, count in choice.price.parts]
        assert [int(n) for n in re.findall(r"won >= (\d+)", knot)] == prices
        assert [int(n) for n in re.findall(r"won - (\d+)", knot)] == prices
        goes = [step.node.partition(".")[2] for step in steps if isinstance(step, Go)]
        assert re.findall(r"-> (n\d+|last)", knot) == goes


def test_a_play_of_the_long_story_is_the_same_every_time_and_never_ends() -> None:
    story = book(40)
    stop, tale, ms = play(story, 500)
    assert ms > 0 and tale.waiting is Waiting.CHOICE
    assert stop.steps == 500 + 2 * 501
    assert stop.line.startswith(f"You have {stop.line.split()[2]} notes.")
    assert play(unpack(pack(Content(story))).book, 500)[0] == stop
    assert play(story, 501)[0] != stop


def test_two_plays_that_differ_are_refused() -> None:
    compare(Stop(3, 8, "A line."), Stop(3, 8, "A line."))
    with pytest.raises(Unlike, match=r"differently.* 9 won.*8"):
        compare(Stop(3, 9, "A line."), Stop(3, 8, "A line."))


def test_without_node_or_inkjs_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NODE_PATH", raising=False)
    none = call("bench", "--vs-ink", str(tmp_path / "nowhere"))
    bare = call("bench", "--vs-ink", str(tmp_path))
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(tmp_path))
        nodeless = call("bench", "--vs-ink", str(tmp_path))
    for said in (none, bare, nodeless):
        assert said.code == WRONG_USE and said.out == ""
        assert said.err.startswith("--vs-ink") and said.err.count("\n") == 1
    assert "nodejs.org" in nodeless.err
    if shutil.which("node"):
        assert "npm install inkjs" in bare.err and "nowhere" in none.err


def test_inkjs_and_we_tell_alike() -> None:
    """Needs node, and inkjs where node finds it from here: `npm install inkjs`, or its folder in NODE_PATH."""
    try:
        node_with_inkjs(Path(__file__).parent)
    except WrongUse as why:
        pytest.skip(str(why))
    rows = ink_rows(Path(__file__).parent, nodes=60, choices=400, rounds=2)
    assert [row.what for row in rows] == [
        "story steps a second", "load of a compiled story", "save of a long journey, time"]
    assert all(row.found > 0 and row.reach > 0 and "inkjs" in row.note for row in rows)


def test_ten_cones_are_drawn() -> None:
    drawn, = cone_rows(load_content())
    assert drawn.found > 0 and drawn.note.startswith("10 of ")
