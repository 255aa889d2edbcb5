"""The one door: what passes a tick, what does nothing, what it costs."""


import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.events import Refused
from game.sim.intents import STAND, Choose, Move, Next, SetHelp, Skip
from game.sim.step import step
from game.story.moments import Ended
from game.story.runtime import TaleError
from tests.scenario import answered, lively, play
from tests.sim.test_rewind import HOLDS, Holds


def test_only_walking_passes_ticks_in_play() -> None:
    yard = play("@....")
    for intent in (Next(), Choose("x"), Skip()):
        assert step(yard.world, intent) == [] and yard.world.tick == 0
    step(yard.world, STAND)
    assert yard.world.tick == yard.stage.tick == 1


def test_help_stays_in_its_range() -> None:
    yard = play("@....")
    step(yard.world, SetHelp("sight_percent", 5))
    step(yard.world, SetHelp("suspicion_percent", 1000))
    step(yard.world, SetHelp("level", 2))
    found = yard.world.help
    assert (found.sight_percent, found.suspicion_percent, found.level) == (50, 100, "winter")
    assert step(yard.world, SetHelp("wings", 1)) == [Refused("refused.help")]


def test_a_choice_that_is_not_there() -> None:
    yard = lively()
    yard.put_at(6, 1)
    yard.press()
    yard.next()
    with pytest.raises(TaleError, match="gold"):
        yard.choose("gold")
    assert yard.world.tale.waiting == "bribe"


def test_after_the_end_nothing_happens() -> None:
    yard = play("@.1", {"reach one": "over"})
    assert isinstance(yard.walk_until("east", Ended), Ended)
    assert yard.world.stage is None
    for intent in (Move(1, 0), Next(), Skip()):
        assert step(yard.world, intent) == []


@given(HOLDS, st.integers(0, 9))
@settings(max_examples=20, deadline=None)
def test_whatever_she_does_the_world_stays_sound(holds: Holds, seed: int) -> None:
    yard = lively(seed)
    facts = yard.world.lore.book.facts
    for dx, dy, gait, act, pick, ticks in holds:
        for _ in range(ticks):
            step(yard.world, answered(yard.world, dx, dy, gait, act, pick))
            if yard.world.stage is None:
                return
            assert yard.world.room.walls.free(yard.cell)
            assert 0 <= yard.stage.warmth_milli < 1000 and 0 <= yard.her.stamina <= 100_000
            for name, value in yard.world.tale.facts.items():
                assert facts[name].type != "int" or facts[name].least <= int(value) <= facts[name].most
