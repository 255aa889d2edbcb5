"""The crackdown dial: a harder winter is never kinder, and every number of it is felt in a room."""

from itertools import pairwise

import pytest

from game.sim import levels
from game.sim.events import HandoverSoon
from game.sim.levels import ALWAYS, NEVER, UNLIMITED, dial
from game.sim.room import Handover
from game.sim.world import Help, Level, Mind
from tests.sim.drawn import field, watched, watcher

EAST = 0


@pytest.mark.parametrize(("milder", "harder"), list(pairwise(Level)))
def test_a_harder_winter_is_never_kinder(milder, harder):
    one, other = dial(milder), dial(harder)
    assert one.suspicion_percent < other.suspicion_percent and one.prints_percent < other.prints_percent
    assert one.bribe_percent < other.bribe_percent
    assert one.gap_seconds > other.gap_seconds and one.calm_percent > other.calm_percent
    assert one.announced >= other.announced
    order = (ALWAYS, 1, NEVER)
    assert order.index(one.path_laps) <= order.index(other.path_laps)
    assert (one.rewinds == UNLIMITED) >= (other.rewinds == UNLIMITED)


@pytest.mark.parametrize("level", list(Level))
def test_each_level_fills_suspicion_by_its_percent(level):
    play = watched(field(12, 9, at=(7, 4)), watcher((4, 4, EAST)), help=Help(level))
    plain = watched(field(12, 9, at=(7, 4)), watcher((4, 4, EAST)))
    play.wait(5)
    plain.wait(5)
    assert play.guard.suspicion == pytest.approx(plain.guard.suspicion * dial(level).suspicion_percent // 100, abs=6)


def test_the_safe_first_seconds_are_the_level_s():
    safe = {}
    for level in Level:
        play = watched(field(12, 9, at=(6, 4)), watcher((4, 4, EAST)), help=Help(level), calm_seconds=4)
        while not play.guard.suspicion:
            play.wait(1)
        safe[level] = play.stage.tick
    assert safe == {Level.STORY: 360, Level.TRAVELLER: 240, Level.WINTER: 168, Level.SECOND: 120}


def test_who_is_sent_only_in_a_harder_winter():
    def on_duty(level):
        play = watched(field(30, 9, at=(2, 7)), watcher((20, 4), level="winter"), help=Help(level))
        play.wait(2)
        return play.guard.mind is not Mind.OFF
    assert [on_duty(level) for level in Level] == [False, False, True, True]


def test_lowering_the_level_sends_him_away():
    play = watched(field(30, 9, at=(2, 7)), watcher((20, 4), level="winter"), help=Help(Level.WINTER))
    play.wait(2)
    play.world.help.level = Level.STORY
    play.wait(3)
    assert play.guard.mind is Mind.OFF
    assert not levels.posted(Level.STORY, play.world.room.watchers[0])


def test_in_the_second_winter_nobody_whistles_before_the_change():
    def announced(level):
        play = watched(field(30, 9, at=(2, 7)), watcher((20, 4)), watcher((25, 4), name="next"), help=Help(level),
                       handovers=(Handover(20, ("guard",), ("next",)),), clock_start=0, clock_end=60,
                       ticks_per_minute=20)
        play.wait(26 * 20)
        assert play.stage.handed == 1
        return len(play.happened(HandoverSoon))
    assert [announced(level) for level in Level] == [1, 1, 1, 0]


@pytest.mark.parametrize("level", list(Level))
def test_the_gap_is_at_least_the_level_s_and_ten_seconds_more_at_most(level):
    play = watched(field(30, 9, at=(2, 7)), watcher((20, 4)), watcher((25, 4), name="next"), help=Help(level),
                   handovers=(Handover(20, ("guard",), ("next",)),), clock_start=0, clock_end=60, ticks_per_minute=20)
    while not play.stage.handed:
        play.wait(1)
    start = play.stage.tick
    while play.stage.guards["next"].mind is Mind.OFF:
        play.wait(1)
    assert -1 <= play.stage.tick - start - 60 * dial(level).gap_seconds <= 600


def test_a_harder_winter_asks_more_for_a_look_away():
    from game.commands import load_content, lore_of
    from game.sim.intents import SetHelp
    from game.sim.journey import new_world
    from game.sim.step import step
    from game.sim.world import Help, Level
    from game.story import runtime

    asked = {}
    lore = lore_of(load_content())
    for level in Level:
        world, _ = new_world(lore, 3, "road.clerk_bribe", Help(level=level))
        while world.tale.waiting != "bribe":
            world.tale.frame.at += 1
            runtime.settle(lore.book, world.tale)
        first = runtime.options(lore.book, world.tale)[0].id
        asked[level] = runtime.offered(lore.book, world.tale, first)[2].ask
    assert asked[Level.STORY] < asked[Level.TRAVELLER] < asked[Level.WINTER] < asked[Level.SECOND]
    step(world, SetHelp("level", 1))
    assert runtime.offered(lore.book, world.tale, first)[2].ask == asked[Level.TRAVELLER]
