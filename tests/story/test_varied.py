"""Items that vary, cards that are drawn, questions that do not wait, choices that stand in two places."""

import pytest

from game.story import runtime
from game.story.conditions import anywhere, parse
from game.story.runtime import Countdown
from game.story.steps import Back, Choice, Choose, Deck, End, Go, How, Jump, Pick, Storylet, Vary
from game.story.tale import Waiting
from tests.story.reading import FACTS, Reader, say, set_

WAIT = Choose((Choice("again", 8), Choice("leave", 9)))


def varied(how: How, turns: int, seed: int = 1) -> list[str]:
    """What is said in so many turns of a loop with three items."""
    reader = Reader(seed, start=(Vary("key", how, (1, 3, 5), 6), say("one"), Jump(6), say("two"), Jump(6), say("three"),
                                 say("always"), WAIT, Go("a.start"), End("home")))
    for _ in range(turns):
        while reader.tale.waiting is Waiting.WORDS:
            reader.next()
        reader.choose("again")
    return [line for line in reader.lines if line in ("one", "two", "three")]


@pytest.mark.parametrize(("how", "wanted"), [
    (How.CYCLE, "one two three one two three"), (How.LAST, "one two three three three three"),
    (How.ONCE, "one two three")])
def test_items_in_order(how: How, wanted: str):
    assert varied(how, 5) == wanted.split()


def test_a_shuffle_plays_each_once_in_a_round():
    orders = set()
    for seed in range(30):
        told = varied(How.SHUFFLE, 5, seed)
        assert sorted(told[:3]) == sorted(told[3:]) == ["one", "three", "two"]
        orders.add(tuple(told[:3]))
    assert len(orders) == 6


def deck(pick: Pick, seed: int = 1, won: int = 3, otherwise: str = "") -> list[str]:
    rich = parse("won >= 2", FACTS)
    reader = Reader(seed, start=(set_(won=won), Go("a.draw")),
                    draw=(Deck(("a.rich", "a.once", "a.plain"), pick, otherwise), say("on"),
                          Choose((Choice("again", 3), Choice("stop", 4))), Go("a.draw"), End("home")),
                    rich=(Storylet(rich, 5), say("rich"), Back()), once=(Storylet(None, 7, True), say("once"), Back()),
                    plain=(Storylet(rich), say("plain"), Back()), none=(say("none"), End("home")))
    for _ in range(6):
        while reader.tale.waiting is Waiting.WORDS:
            reader.next()
        if reader.tale.waiting is Waiting.CHOICE:
            reader.choose("again")
    return [line for line in reader.lines if line in ("rich", "once", "plain", "none")]


def test_the_best_card_comes_first_and_once_only():
    assert deck(Pick.BEST)[:4] == ["once", "rich", "rich", "rich"]


def test_any_card_comes_by_the_dice():
    assert {card for seed in range(12) for card in deck(Pick.ANY, seed)} == {"rich", "once", "plain"}
    assert all(deck(Pick.ANY, seed).count("once") <= 1 for seed in range(12))


def test_without_a_card_the_tale_goes_on_or_elsewhere():
    assert deck(Pick.BEST, won=0) == ["once"]
    assert deck(Pick.BEST, won=0, otherwise="a.none") == ["once", "none"]


def test_a_question_that_does_not_wait_names_what_is_taken():
    broke = parse("won >= 9", FACTS)
    step = Choose((Choice("dear", 1, broke), Choice("still", 1)), ticks=480, default="still")
    reader = Reader(start=(step, End("home")))
    assert runtime.countdown(reader.book, reader.tale) == Countdown(480, "still")
    reader = Reader(start=(Choose(step.choices, ticks=480, default="dear"), End("home")))
    assert runtime.countdown(reader.book, reader.tale) == Countdown(480, "still")
    reader = Reader(start=(Choose(step.choices), End("home")))
    assert runtime.countdown(reader.book, reader.tale) is None


def test_a_choice_from_elsewhere_goes_on_there():
    reader = Reader(start=(Choose((Choice("there.c1", 1),)), Go("b.there", 2)),
                    b__there=(say("not this"), Choose((Choice("there.c1", 2),)), say("this"), End("home")))
    reader.choose("there.c1").next()
    assert reader.lines == ["? there.c1", "> there.c1", "this", "THE END home"]
    assert reader.tale.visits["b.there"] == 1


def test_a_condition_that_is_read_anywhere_names_its_chapter():
    told = anywhere(parse("seen(bank) and visits( river.ice ) > 1 and won > 2", FACTS, "road"), "road")
    assert told.source == "seen(road.bank) and visits( river.ice ) > 1 and won > 2"
    assert parse(told.source, FACTS, "night").nodes == told.nodes == {"road.bank", "river.ice"}
