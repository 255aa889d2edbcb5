"""Going back ten seconds: exact, and not for ever."""

from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.codec import plain_world
from game.sim.events import Refused, Rewound
from game.sim.grid import Cell
from game.sim.intents import Gait, Rewind, SetHelp
from game.sim.rewind import BACK_TICKS, EVERY_TICKS, KEPT_TICKS
from game.sim.step import step
from game.sim.world import Help, Level
from game.story.steps import Visit
from tests.scenario import SCENE, answered, lively, play

Holds: TypeAlias = list[tuple[int, int, Gait, bool, int, int]]

HOLDS = st.lists(st.tuples(st.integers(-1, 1), st.integers(-1, 1), st.sampled_from(list(Gait)), st.booleans(),
                           st.integers(0, 3), st.integers(1, 120)), min_size=1, max_size=14)


@given(HOLDS, st.integers(0, 9))
@settings(max_examples=25, deadline=None)
def test_it_brings_back_exactly_what_was(holds: Holds, seed: int) -> None:
    yard = lively(seed)
    was = {0: plain_world(yard.world)}
    for dx, dy, gait, act, pick, ticks in holds:
        for _ in range(ticks):
            before = yard.world.tick
            step(yard.world, answered(yard.world, dx, dy, gait, act, pick))
            if yard.world.tick != before:
                was[yard.world.tick] = plain_world(yard.world)
    now = yard.world.tick
    events = step(yard.world, Rewind())
    if now == 0:
        assert events == [Refused("refused.rewind")]
        return
    assert events == [Rewound()]
    found = plain_world(yard.world)
    assert sum(found.pop("rewinds").values()) == 1
    reached = yard.world.tick
    assert reached == next(tick for tick in sorted(was) if tick >= max(0, now - BACK_TICKS))
    assert found == was[reached]


def test_ten_seconds_and_again_ten() -> None:
    yard = play("@" + "." * 200)
    yard.walk("east", 1500)
    yard.rewind()
    assert yard.world.tick == 900
    yard.rewind()
    assert yard.world.tick == 300
    yard.walk("west", 600)
    yard.rewind()
    assert yard.world.tick == 300
    yard.rewind()
    assert yard.world.tick == 0, "no further than it is kept"


def test_what_is_kept_stays_small() -> None:
    yard = lively()
    yard.walk("south", 3000)
    assert len(yard.world.past.shots) <= KEPT_TICKS // EVERY_TICKS + 2
    assert len(yard.world.past.asked) <= KEPT_TICKS + EVERY_TICKS + 2


def test_luck_is_kept() -> None:
    results = set()
    for _ in range(3):
        yard = lively(seed=4)
        yard.put_at(6, 1)
        yard.press()
        yard.next()
        yard.choose("two")
        first = yard.world.tale.frame.node
        yard.wait(30)
        yard.rewind()
        yard.put_at(6, 1)
        yard.wait(1)
        yard.press()
        yard.next()
        yard.choose("two")
        results.add((first, yard.world.tale.frame.node))
    assert len(results) == 1 and len(set(results.pop())) == 1


def test_it_undoes_a_scene_and_the_room_after_it() -> None:
    again = (SCENE[0], Visit("yard", "start", ()))
    yard = play("@..1", {"reach one": "again"}, nodes={"again": again})
    yard.walk("east", 40)
    yard.walk("east", 60)
    assert yard.world.tale.waiting == "words"
    yard.next()
    assert yard.stage.visit == 2
    yard.rewind()
    assert yard.stage.visit == 1 and yard.world.tale.waiting == "room" and yard.cell == Cell(0, 0)


def test_three_times_a_room_on_winter() -> None:
    yard = play("@....", help=Help(level=Level.WINTER))
    for _ in range(3):
        yard.wait(60)
        assert yard.rewind() == [Rewound()]
    yard.wait(60)
    assert yard.rewind() == [Refused("refused.rewind_spent")]
    step(yard.world, SetHelp("level", 1))
    assert yard.rewind() == [Rewound()], "unlimited on the other levels"


def test_help_is_restored_with_the_rest() -> None:
    yard = play("@....")
    yard.wait(100)
    step(yard.world, SetHelp("no_ice", 1))
    yard.wait(100)
    yard.rewind()
    assert yard.world.help.no_ice == 0


def test_nothing_to_go_back_to() -> None:
    assert play("@.").rewind() == [Refused("refused.rewind")]
