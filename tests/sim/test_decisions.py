"""Standing before a decision again: exact, counted, and cut out of a recording."""

from functools import cache

import pytest

from game.commands import load_content, lore_of
from game.content.codec import digest
from game.content.recordings import Recorder, play
from game.sim.events import Refused, Rewound
from game.sim.intents import Choose, Next, Rewind, Skip
from game.sim.journey import new_world
from game.sim.step import step
from game.sim.world import Help, Level, Lore
from game.story import runtime
from game.story.tale import Waiting


@cache
def lore() -> Lore:
    return lore_of(load_content())


def until_asked(world, do):
    for _ in range(400):
        match world.tale.waiting:
            case Waiting.CHOICE:
                return [o.id for o in runtime.options(world.lore.book, world.tale) if o.open]
            case Waiting.WORDS:
                do(Next())
            case Waiting.STAGE:
                do(Skip())
            case other:
                raise AssertionError(other)
    raise AssertionError("nothing is asked")


@pytest.fixture
def night():
    """The last night: mother asks, and three questions follow one another."""
    world, _ = new_world(lore(), 3, "night.mother_told")
    recorder = Recorder.of(world)

    def do(intent):
        events = step(world, intent)
        recorder.note(world, intent, events)
        return events

    return world, recorder, do


def test_the_moment_before_a_decision_comes_back_exactly(night):
    world, recorder, do = night
    answers = until_asked(world, do)
    before = digest(world)
    do(Choose(answers[0]))
    until_asked(world, do)
    assert isinstance(do(Rewind(0))[0], Rewound)
    # only the count of goings back is another
    world.rewinds.clear()
    assert digest(world) == before
    do(Choose(answers[1]))
    assert recorder.finish(world).digest == digest(world)
    assert play(recorder.finish(world), lore())[0] == digest(world)


def test_what_came_after_is_forgotten_and_what_came_before_can_still_be_stood_before(night):
    world, _, do = night
    first = until_asked(world, do)
    do(Choose(first[0]))
    second = until_asked(world, do)
    do(Choose(second[0]))
    assert [d.id for d in world.past.decisions] == [first[0], second[0]]
    do(Rewind(1))
    assert [d.id for d in world.past.decisions] == [first[0]]
    assert [o.id for o in runtime.options(world.lore.book, world.tale) if o.open] == second
    do(Rewind(0))
    assert not world.past.decisions and isinstance(do(Rewind(0))[0], Refused)


def test_it_counts_where_going_back_is_counted():
    world, _ = new_world(lore(), 3, "night.mother_told", Help(level=Level.WINTER))

    def do(intent):
        return step(world, intent)

    for _ in range(3):
        do(Choose(until_asked(world, do)[0]))
        assert isinstance(do(Rewind(0))[0], Rewound)
    do(Choose(until_asked(world, do)[0]))
    assert do(Rewind(0)) == [Refused("refused.rewind_spent")]
