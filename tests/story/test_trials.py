"""The tests written in stories, played; and what is said of a test that is not met."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.reader import read_story
from game.content.sources import data_root
from game.prove import trials
from game.story.book import Book
from game.story.claims import Claim, StoryTest
from tests.content.stories import GOOD

PLAYED = Path(__file__).parent / "played"


def read(folder: Path) -> Book:
    book, problems = read_story(folder)
    assert book is not None, "\n".join(map(str, problems))
    return book


BOOKS = {"played": read(PLAYED), "good": read(GOOD), "shipped": read(data_root() / "story")}
ALL = [(name, test) for name, book in BOOKS.items() for test in book.tests]


@pytest.mark.parametrize(("name", "test"), ALL, ids=[f"{name}: {test.name}" for name, test in ALL])
def test_as_written(name: str, test: StoryTest):
    assert trials.run(BOOKS[name], test) == []


def test_there_are_some():
    assert {name: len(book.tests) for name, book in BOOKS.items()} == {"played": 6, "good": 2, "shipped": 3}


def test_the_shipped_story_promises():
    claims = {promise.claim for promise in BOOKS["shipped"].promises}
    assert {Claim.ENDINGS, Claim.WAY_OUT, Claim.CHOICES, Claim.FORCED} <= claims


def test_promises_keep_their_words():
    assert [promise.words for promise in BOOKS["played"].promises][-2:] == [
        "ending stays can be forced, whatever the dice say", "never: told and won > 5"]


@pytest.mark.parametrize(("changed", "said"), [
    ({"ending": "over"}, ["the ending 'over' was expected, and it ended as 'stays'"]),
    ({"choose": ("bank.wait",)}, ["the ending 'stays' was expected, and it waits in 'ferry.bank'"]),
    ({"choose": ("bank.home", "bank.wait")}, ["the tale ended as 'stays' before 'bank.wait'"]),
    ({"choose": ("bank.swim",)}, ["'bank.swim' cannot be chosen in 'ferry.bank'; there are: ferry.bank.wait, "
                                  "ferry.bank.cross, ferry.bank.pay, ferry.bank.home"]),
    ({"expect": (("won", 3), ("told", True))}, ["won should be 3, and is 4", "told should be true, and is false"]),
    ({"dice": ("low", 3)}, ["2 of the dice never fell"]),
    ({"node": "ferry.bank"}, ["the tale should stand in 'ferry.bank', and stands in 'ferry.home'"]),
    ({"start": "talk.rope", "choose": ()}, ["the tale cannot go on: node 'talk.rope' goes back, and nobody called it"]),
])
def test_what_is_not_met_is_said(changed: dict[str, object], said: list[str]):
    test = BOOKS["played"].tests[0]
    assert test.ending == "stays"
    assert trials.run(BOOKS["played"], replace(test, **changed)) == said


def test_ways_that_are_not_there():
    test = replace(BOOKS["good"].tests[0], choose=("waiting.nothing", "reach moon"))
    assert trials.run(BOOKS["good"], test)[0].startswith("'reach moon' is no way out of the room in 'crossing.bank'")
