"""Calls and papers on a journey by menu, and where a guide thinks they lead."""

from __future__ import annotations

from game.prove import bots, guide
from game.prove.menu import Sitting, picks, sit_down, take
from game.sim.world import Lore
from game.story.book import Paper
from game.story.calls import FULL, HANG_UP, takes
from game.story.facts import Fact, FactType
from game.story.steps import Answer, Back, Card, Go, Jump, OnLine, Papers, Phone, Question
from tests.scenario import FACTS, drawn_book, drawn_room, line

ROOM = "#####\n#@.1#\n#####"
CARDS = (Card("ask", 1, 1800), Card("key", 3, 0, burst=True))
CALL = (Phone("jo", CARDS, "road.hung", "road.found", "road.dead"), OnLine(1800), Jump(0), OnLine(0, True), Jump(0))
QUESTIONS = (Question("who", "", (Answer("true", 0), Answer("false", 2))),)
DESK = (Papers("jo", "permit", "stamp", 1, QUESTIONS, "road.over", "road.hung", "road.dead"),)


def lore() -> Lore:
    book = drawn_book({"use phone": CALL, "talk jo": DESK}, {"hung": (line(), Back()), "dead": (Back(),),
                                                            "found": (line(), Go("road.over"))},
                      (*FACTS, Fact("stamp", FactType.INT, 2, 0, 3)))
    book.papers["permit"] = Paper("permit", "paper.permit", "stamp", ())
    return Lore(book, {"yard": drawn_room(ROOM)}, "drawn")


def done(sitting: Sitting, *ids: str) -> Sitting:
    for id in ids:
        take(sitting, id)
    return sitting


def test_a_call_by_menu_takes_its_seconds_and_its_trace() -> None:
    sitting, _ = sit_down(lore(), 1)
    done(sitting, "use phone")
    assert [pick.id for pick in picks(sitting)] == ["ask", "key", HANG_UP]
    done(sitting, "ask")
    spoken = FULL * takes(1800, 3) // 5300
    assert abs(sitting.tale.trace - spoken) <= 1
    done(sitting, "key")
    assert sitting.tale.call is None, "she had played the last card"
    assert abs(sitting.tale.trace - (spoken + 12_000) * 60 // 100) <= 1


def test_after_some_picks_the_trace_is_cold() -> None:
    sitting, _ = sit_down(lore(), 1)
    done(sitting, "use phone", "ask", HANG_UP, "next")
    for _ in range(9):
        assert sitting.tale.trace
        done(sitting, "use phone", HANG_UP, "next")
    assert sitting.tale.trace == 0, "nine picks are three minutes"


def test_papers_by_menu() -> None:
    sitting, _ = sit_down(lore(), 1)
    done(sitting, "talk jo")
    assert [pick.id for pick in picks(sitting)] == ["true", "false"]
    assert done(sitting, "true").tale.ending == "over"


def test_bots_count_cards_and_answers_as_choices() -> None:
    choices, _ = bots.written(lore().book)
    assert choices == {"ask", "key", "true", "false"}


def test_a_guide_knows_which_answer_is_right() -> None:
    way = guide.guide(lore().book, "over")
    sitting, _ = sit_down(lore(), 1)
    done(sitting, "talk jo")
    assert way.liking(sitting.tale, "true") < way.liking(sitting.tale, "false")
    other, _ = sit_down(lore(), 1)
    done(other, "use phone")
    assert way.liking(other.tale, "ask") < guide.FAR and way.liking(other.tale, HANG_UP) < guide.FAR


def test_every_journey_with_a_telephone_ends() -> None:
    runs, _ = bots.runs(lore(), 40, 1)
    assert {run.ending for run in runs} == {"over"}
