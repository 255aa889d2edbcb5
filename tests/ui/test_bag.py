import pytest

from game.sim.ground import cell_of, middle
from game.sim.world import NOWHERE
from game.ui.aim import Aim
from game.ui.bag import BagPage
from game.ui.play import Play
from tests.ui.hands import begin, press, until, wait


@pytest.fixture
def bank(content, assets):
    """She stands before the river with three pebbles and a white cloth."""
    app = begin(content, "river.crossing", assets)
    until(app, "room")
    app.screens[-1].world.tale.facts |= {"pebbles": 3, "cloth": True}
    wait(app, 0.2)
    return app


def stage(app):
    return app.screens[0].world.stage


def test_a_pebble_is_thrown_where_the_mark_is_and_time_stands_still_meanwhile(bank):
    press(bank, "t")
    tick = stage(bank).tick
    assert isinstance(bank.screens[-1], BagPage)
    press(bank, "return")
    aim = bank.screens[-1]
    assert isinstance(aim, Aim)
    first = aim.at
    press(bank, "up", "up", "right")
    assert (aim.at.x - first.x, aim.at.y - first.y) == (1, -2)
    assert stage(bank).tick == tick
    press(bank, "return")
    assert isinstance(bank.screens[-1], Play | BagPage)
    wait(bank, 0.1)
    assert isinstance(bank.screens[-1], Play)
    assert bank.screens[-1].world.tale.facts["pebbles"] == 2
    assert [(t.to_x, t.to_y) for t in stage(bank).thrown] == [middle(aim.at)]


def test_thinking_again_throws_nothing(bank):
    press(bank, "t", "return", "escape", "escape")
    assert isinstance(bank.screens[-1], Play)
    assert bank.screens[-1].world.tale.facts["pebbles"] == 3 and not stage(bank).thrown


def test_the_cloth_is_put_on_from_the_bag(bank):
    press(bank, "t", "down", "return")
    assert isinstance(bank.screens[-1], Play) and stage(bank).her.cloth


def test_the_mark_stays_in_reach(bank):
    press(bank, "t", "return")
    aim = bank.screens[-1]
    press(bank, *["left"] * 20)
    assert aim.at in aim.cells
    her = stage(bank).her
    assert aim.at != cell_of(her.x, her.y) and NOWHERE not in aim.cells
