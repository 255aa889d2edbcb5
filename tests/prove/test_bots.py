"""Bots by menu: a run is its seed and its picks; together they find what is written."""

from collections import Counter
from functools import cache

from game.commands import load_content, lore_of
from game.prove import bots
from game.prove.doors import reached
from game.prove.menu import WAIT, picks, sit_down, take
from game.sim.world import Lore
from game.story.steps import Choose
from game.story.tale import Waiting


@cache
def lore() -> Lore:
    return lore_of(load_content())


def test_the_same_seed_plays_the_same() -> None:
    one, first = bots.runs(lore(), 30, 5)
    two, second = bots.runs(lore(), 30, 5)
    assert one == two
    assert first == second
    assert len({run.picks for run in one}) > 15


def test_a_run_is_its_seed_and_its_picks() -> None:
    done, _ = bots.runs(lore(), 24, 100)
    for run in done:
        assert (bots.replay(lore(), run.seed, run.picks).tale.ending or bots.LOST) == run.ending


def test_nobody_is_ever_stuck_and_most_of_the_story_is_met() -> None:
    done, coverage = bots.runs(lore(), 300, 1)
    endings = Counter(run.ending for run in done)
    assert endings[bots.LOST] == 0
    assert {"home", "road_on", "bridge"} <= set(endings)
    for kind, (met, total) in coverage.shares(lore().book).items():
        assert met * 10 >= total * 7, kind


def test_missing_and_met_make_the_whole() -> None:
    _, coverage = bots.runs(lore(), 5, 1)
    missing = coverage.missing(lore().book)
    assert set(missing["nodes"]) == reached(lore().book) - set(coverage.nodes)
    assert missing["choices"]
    choices, ways = bots.written(lore().book)
    assert set(missing["choices"]) <= choices
    assert set(missing["ways"]) <= ways


def test_tempers_differ() -> None:
    priced = {choice.id for node in lore().book.nodes.values() for step in node.steps
              if isinstance(step, Choose) for choice in step.choices if choice.price.parts}
    paid = {}
    table = bots.table(lore())
    for temper in (bots.Temper.GREEDY, bots.Temper.KIND):
        found = bots.tally(table, range(20), temper)
        paid[temper] = sum(found.choices[id] for id in priced)
    assert paid[bots.Temper.GREEDY] < paid[bots.Temper.KIND]


def test_waiting_lets_the_clock_reach_what_is_due() -> None:
    sitting, _ = sit_down(lore(), 1, "road.to_the_post")
    assert sitting.tale.clock == 11 * 60 + 20
    assert WAIT in [pick.id for pick in picks(sitting)]
    take(sitting, WAIT)
    assert sitting.fired == "at 12:50"
    assert sitting.tale.waiting is Waiting.WORDS
    assert sitting.tale.clock == 12 * 60 + 50
