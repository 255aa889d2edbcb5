"""What bots count: intervals, spreads, both sides of what forks, doors that stay open."""

from collections import Counter

import pytest

from game.prove import bots
from game.prove.doors import doors, reached
from game.prove.marks import marked
from game.prove.tally import Coverage, spread, wilson
from game.story.conditions import parse
from game.story.runtime import settle
from game.story.steps import Back, Chance, Choice, Choose, End, Go, How, If, Jump, Say, Vary
from game.story.tale import begin
from tests.prove.test_bots import lore
from tests.scenario import FACTS, drawn_book


def test_wilson_intervals_as_published() -> None:
    low, high = wilson(10, 100)
    assert abs(low - 0.0552) < 0.0001 and abs(high - 0.1744) < 0.0001
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(0, 50)[0] == 0.0 and 0.05 < wilson(0, 50)[1] < 0.08


def test_spreads_are_of_a_hundred() -> None:
    assert spread(Counter(range(1, 101))) == (10, 50, 90)
    assert spread(Counter({7: 3})) == (7, 7, 7)
    assert spread(Counter()) == (0, 0, 0)


def test_marks_tell_both_sides() -> None:
    fork = parse("seen(fork)", {fact.name: fact for fact in FACTS}, "road")
    book = drawn_book((), {"fork": (If(fork, 2), Jump(2), Chance(50, 4), Jump(4),
                                         Vary("k", How.CYCLE, (5, 6), 7), Jump(7), Jump(7), End("out"))})
    copy, marks, every = marked(book, {"road.fork"})
    for seed in range(40):
        settle(copy, begin(copy, seed, "road.fork"))
    assert every - marks == {"road.fork 0: seen(fork), no", "road.fork 4: item 2 of 2"}
    assert marks <= every


def test_doors_know_what_is_decided() -> None:
    book = drawn_book((), {
        "fork": (Choose((Choice("c.one", 1), Choice("c.both", 2))), Go("road.one"), Go("road.both")),
        "one": (End("a"),), "alone": (Say("t", "x"), Back()),
        "both": (Choose((Choice("d.a", 1), Choice("d.b", 2))), End("a"), End("b"))})
    tale = begin(book, 1, "road.fork")
    settle(book, tale)
    assert doors(book).open(tale, ["c.one", "c.both"]) == [1, 2]
    assert "road.alone" not in reached(book)


def test_parts_added_are_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bots, "BLOCK", 24)  # the curious remember in both blocks, and there is little to play first
    at = bots.table(lore())
    whole = bots.tally(at, range(14, 38))
    parts = Coverage()
    for part in (range(14, 24), range(24, 38)):
        parts.add(bots.tally(bots.table(lore()), part))
    assert parts == whole
    assert whole.endings().total() == 24
    assert whole.purses["road"].total() == 24
    assert set(whole.marks) & at.every


def test_a_run_can_be_shown_without_those_before_it() -> None:
    done, _ = bots.runs(lore(), 30, 1)
    curious = [run for run in done if run.temper is bots.Temper.CURIOUS]
    assert len({run.picks for run in curious}) > 2
    for run in (curious[-1], done[-1]):
        assert bots.show(lore(), run.seed, run.temper) == run
