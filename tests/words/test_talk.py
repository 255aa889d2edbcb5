"""Calls and papers in words: what a player of text is told, and what `explain` says to a writer."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from game.content.reader import read_story
from game.sim.events import TraceRose
from game.story import runtime
from game.story.book import Book
from game.story.steps import Answer, Question
from game.story.tale import Tale, begin
from game.words.explain import explain, guessed
from game.words.slots import Words
from game.words.talk import takes, talk_lines
from game.words.telling import tell
from tests.content.stories import GOOD
from tests.scenario import play

SAID = {"phone.state": "{who}: {bars} bars, {trace}, {n} left", "phone.trace.0": "nobody", "phone.seconds": "{n} s",
        "phone.burst": "at once", "phone.trace.3": "found", "desk.count": "{n} of {of}", "desk.unsure": "He doubts.",
        "desk.about": "{label}: {value}."}


@cache
def book() -> Book:
    found, _ = read_story(GOOD)
    assert found is not None
    return replace(found, words={**found.words, **SAID})


def told(node: str) -> Tale:
    tale = begin(book(), 1, f"crossing.{node}")
    runtime.settle(book(), tale)
    return tale


def test_the_call_is_told_before_its_cards() -> None:
    tale = told("phone_home")
    words = Words(book())
    assert talk_lines(book(), tale, words) == ["Sora: 3 bars, nobody, 3 left"]
    assert [takes(option, words) for option in runtime.options(book(), tale)] == ["22 s", "15 s", "at once", ""]


def test_the_paper_is_told_before_its_question() -> None:
    """Which question is drawn hangs on the seed; the stamp is none at all, so he doubts from the start."""
    shown = {line for seed in range(20) for tale in (begin(book(), seed, "crossing.desk"),)
             if runtime.settle(book(), tale) for line in talk_lines(book(), tale, Words(book()))}
    assert shown == {"Travel permit, 1 of 1. Name: Im Song-suk. He doubts.", "Travel permit, 1 of 1. He doubts."}


def test_found_is_told_and_the_steps_before_are_heard() -> None:
    world = play("#####\n#@..#\n#####").world
    assert tell([TraceRose(1), TraceRose(2), TraceRose(3)], book(), Words(book()), world) == ["found."]


def test_explain_says_what_papers_forgive() -> None:
    facts = {fact.name: fact.start for fact in book().facts.values()}
    one = explain(book(), "crossing.desk", facts | {"stones": 2})[0]
    assert one.kind == "papers"
    assert "1 of 2 questions" in one.lines[0]
    assert "all right: passed; one doubtful: passed; one wrong: doubted" in one.lines[4]
    best = explain(book(), "crossing.desk", facts | {"stones": 3})[0]
    assert "takes 1 away" in best.lines[2] and "failed 0 (never)" in best.lines[5]


def test_explain_says_how_long_a_call_may_be() -> None:
    one = explain(book(), "crossing.phone_home", {})[0]
    assert one.kind == "phone"
    assert "3 cards, at most 3 in a call" in one.lines[0]
    assert [line.partition(": ") for line in one.lines[1:3]] == [
        ("  at 5 bars the shortest 2 take 30 s", ": ", "a click after 45 s, a breath after 60 s, found after 75 s; "
         "near a van 42 s"),
        ("  at 3 bars the shortest 2 take 38 s", ": ", "a click after 53 s, a breath after 71 s, found after 88 s; "
         "near a van 49 s")]


@pytest.mark.parametrize("asks", [1, 2, 3])
def test_blind_answers_weigh_as_dice_say(asks: int) -> None:
    """The exact shares against six thousand throws."""
    questions = tuple(Question(f"q{n}", "", tuple(Answer(f"q{n}.{i}", doubt) for i, doubt in enumerate(doubts)))
                      for n, doubts in enumerate([(0, 1), (0, 2, 2), (0, 0, 1, 2)]))
    dice = random.Random(asks)
    thrown: dict[int, int] = {}
    for _ in range(6000):
        doubt = sum(dice.choice(one.answers).doubt for one in dice.sample(questions, asks))
        thrown[doubt] = thrown.get(doubt, 0) + 1
    exact = guessed(questions, asks)
    assert sum(exact.values()) == Fraction(1)
    for doubt, share in exact.items():
        assert abs(thrown.get(doubt, 0) / 6000 - share) < 0.03
