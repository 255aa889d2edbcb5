"""The bench: its rows are scaled and judged as they say, its field is what it claims."""

from pathlib import Path

import pytest

from game.commands import WRONG_USE, load_content
from game.commands._lab import lab, lab_world, tick_ms
from game.commands._long_story import write
from game.commands._measures import load_rows
from game.commands._yardstick import YARDSTICK_MS, Row, row, yardstick
from game.content.check import check_story
from game.content.reader import read_draft
from game.sim.world import Mind
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
    assert write(small, 260) > 140_000
    draft = check_story(read_draft(small), None, None)
    assert [str(problem) for problem in draft.faults.found if problem.severity == "error"] == []
    assert len(draft.nodes) == 261
