"""Papers at a desk: questions are drawn, answers raise doubt, and the stamp has its say."""

import pytest

from game.story import desk, runtime
from game.story.conditions import parse
from game.story.facts import Readings
from game.story.steps import Answer, End, Go, Jump, Papers, Question, Visit, Way
from tests.story.reading import FACTS, Reader, say


def ask(name: str, field: str = "") -> Question:
    return Question(name, field, (Answer(f"{name}.right", 0), Answer(f"{name}.doubt", 1), Answer(f"{name}.wrong", 2)))


THREE = (ask("who", "name"), ask("where", "to"), ask("why"))
ENDS = {"good": (say("good"), End("home")), "hm": (say("hm"), End("home")), "bad": (say("bad"), End("home"))}


def papers(*questions: Question, asks: int = 3) -> Papers:
    return Papers("jo", "permit", "stamp", asks, questions or THREE, "a.good", "a.hm", "a.bad")


def at_desk(step: Papers | None = None, stamp: int = 2, seed: int = 1) -> Reader:
    reader = Reader(seed, start=(say("paper"), step or papers(), say("stay"), Jump(1)), **ENDS)
    reader.tale.facts["stamp"] = stamp
    return reader.next()


def test_questions_are_asked_and_answered_one_after_the_other() -> None:
    reader = at_desk()
    reader.choose("who.right").choose("where.right").choose("why.right")
    assert reader.lines == [
        "paper", "who", "? who.right who.doubt who.wrong", "> who.right",
        "where", "? where.right where.doubt where.wrong", "> where.right",
        "why", "? why.right why.doubt why.wrong", "> why.right", "good"]
    assert [told.text for told in reader.tale.history][1:4] == ["who", "who.right", "where"]
    assert reader.tale.desk is None


@pytest.mark.parametrize(("stamp", "answers", "end"), [
    (2, "right right right", "good"), (2, "doubt right right", "good"), (2, "doubt doubt right", "hm"),
    (2, "wrong doubt right", "hm"), (2, "wrong wrong right", "bad"), (1, "right right right", "good"),
    (1, "doubt right right", "hm"), (0, "right right right", "hm"), (0, "wrong right right", "bad"),
    (3, "wrong right right", "good"), (3, "wrong doubt right", "hm"),
])
def test_doubt_and_stamp_decide(stamp: int, answers: str, end: str) -> None:
    reader = at_desk(stamp=stamp)
    for question, answer in zip(THREE, answers.split(), strict=True):
        reader.choose(f"{question.id}.{answer}")
    assert reader.lines[-1] == end


def test_which_are_asked_is_drawn_and_stays_in_order() -> None:
    drawn = set()
    for seed in range(40):
        reader = at_desk(papers(asks=2), seed=seed)
        assert reader.tale.desk is not None
        drawn.add(tuple(reader.tale.desk.drawn))
    assert drawn == {(0, 1), (0, 2), (1, 2)}


def test_alarm_asks_one_more_each() -> None:
    def asked(alarm: int) -> int:
        start = (Visit("post", "road", (Way("talk", "jo", "a.desk"),)),)
        reader = Reader(1, start=start, desk=(papers(asks=1),), **ENDS)
        way = runtime.open_ways(reader.book, reader.tale)[0]
        reader.note(runtime.take_way(reader.book, reader.tale, way, Readings(alarm=alarm)))
        assert reader.tale.desk is not None
        return len(reader.tale.desk.drawn)
    assert [asked(alarm) for alarm in (0, 1, 2, 3)] == [1, 2, 3, 3]


def test_an_answer_may_have_its_scene_and_its_condition() -> None:
    question = Question("who", "name", (Answer("name", 0, 2), Answer("joke", 1, condition=parse("met", FACTS))))
    reader = at_desk(papers(question, ask("where")))
    assert reader.lines[-1] == "? name"
    reader.choose("name").next()
    assert reader.lines[-4:] == ["> name", "stay", "where", "? where.right where.doubt where.wrong"]


def test_an_answer_may_lead_away() -> None:
    reader = Reader(1, start=(papers(Question("who", "", (Answer("run", 0, 1),))), Go("a.bad")), **ENDS)
    reader.choose("run")
    assert reader.lines[-1] == "bad" and reader.tale.desk is None


def test_a_screen_sees_the_desk() -> None:
    reader = at_desk()
    now = runtime.desk_now(reader.book, reader.tale)
    assert now is not None
    assert (now.who, now.paper, now.title, now.asked) == ("jo", "permit", "paper.permit", "name")
    assert now.fields == (desk.Field("name", "paper.permit.name", "n"), desk.Field("to", "paper.permit.to", "t"))
    assert (now.mood, now.number, now.of) == ("calm", 1, 3)
    reader.choose("who.wrong")
    now = runtime.desk_now(reader.book, reader.tale)
    assert now is not None and (now.mood, now.number, now.asked) == ("unsure", 2, "to")
    reader.choose("where.wrong")
    now = runtime.desk_now(reader.book, reader.tale)
    assert now is not None and (now.mood, now.number, now.asked) == ("suspicious", 3, "")
    reader.choose("why.right")
    assert runtime.desk_now(reader.book, reader.tale) is None


def test_while_an_answer_is_told_its_question_still_counts() -> None:
    reader = at_desk(papers(Question("who", "name", (Answer("name", 0, 2),)), ask("where", "to")))
    reader.choose("name")
    now = runtime.desk_now(reader.book, reader.tale)
    assert reader.lines[-1] == "stay" and now is not None and (now.number, now.asked) == (1, "name")
