"""A chapter becomes flat steps, exactly."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import lines
from game.content.problems import Place
from game.content.quoting import mended
from game.content.reader import block, read_draft, read_story
from game.content.scribe import Scribe
from game.content.yamltree import Text
from game.story.facts import Change, Price
from game.story.steps import (
    Back,
    Bark,
    Bribe,
    Call,
    Camera,
    Chance,
    Choose,
    End,
    Go,
    If,
    Jump,
    Later,
    Move,
    OnLine,
    Papers,
    Phone,
    Picture,
    Say,
    Set,
    Sound,
    Time,
    Together,
    Visit,
)
from tests.content.bots import trace
from tests.content.stories import GOOD, story_with


@pytest.fixture(scope="module")
def book():
    found, problems = read_story(GOOD)
    assert found is not None and not problems
    return found


def steps(tmp_path: Path, body: str):
    rows = "\n".join("    " + row for row in body.strip("\n").split("\n"))
    text = f"nodes:\n  start:\n{rows}\n  on:\n    - end: across\n"
    found, problems = read_story(story_with(tmp_path, {"crossing.yaml": text}))
    assert found is not None, problems
    return found.nodes["crossing.start"].steps


def test_branches_are_jumps(tmp_path):
    told = steps(tmp_path, """
- if: met
  then:
    - narrator @a.1: One.
  else:
    - go: on
- chance: 30
  then:
    - back
- end: across
""")
    condition = told[0].condition
    assert told == (If(condition, 3), Say("crossing.a.1", "narrator"), Jump(4), Go("crossing.on"), Chance(30, 6),
                    Back(), End("across"))
    assert condition.source == "met"


def test_choices_rejoin(tmp_path):
    told = steps(tmp_path, """
- choose:
    - One @a.c1:
        pay: {won: 2}
        do:
          - set: met
    - Two @a.c2: on
    - Three @a.c3:
        back:
  else: on
- end: across
""")
    one, two, three = told[0].choices
    assert told == (Choose((one, two, three), 5), Set((Change("met", "to", True),)), Jump(6), Go("crossing.on"), Back(),
                    Go("crossing.on"), End("across"))
    assert (one.id, one.at, one.price) == ("crossing.a.c1", 1, Price((("won", 2),)))
    assert (two.at, three.at) == (3, 4)


def test_changes(tmp_path):
    told = steps(tmp_path, """
- set: {met: false, won: 3, river: open}
- set: {won: +2, cigarettes: -1}
- give: {won: 2}
- take: {won: 2}
- end: across
""")
    assert told[0] == Set((Change("met", "to", False), Change("won", "to", 3), Change("river", "to", "open")))
    assert told[1] == Set((Change("won", "by", 2), Change("cigarettes", "by", -1)))
    assert told[2:4] == (Set((Change("won", "by", 2),)), Set((Change("won", "by", -2),)))


def test_ids_and_words(book):
    start = book.nodes["crossing.start"].steps
    assert start[0] == Picture("tumen_night", "crossing.start.0.alt", 120)
    assert start[3] == Sound("knock", "crossing.start.3.caption")
    assert book.words["crossing.start.3.caption"] == "Three knocks, a pause, one."
    assert book.words["crossing.start.2"] == "Wait: who is that?"
    assert start[6] == Say("crossing.start.3", "jo", "afraid", ("won",))
    assert book.words["crossing.start.wait.locked"] == "Not while he looks this way."
    assert book.words["cast.jo"] == "Jo" == book.cast["jo"].name
    assert book.cast["jo"].tells == (("greedy", "cast.jo.tell.greedy"),)
    assert book.words[book.codex["footprints"].title] == "Footprints"
    assert book.words[book.endings["across"].text] == "The other bank."


def test_bribes(book):
    bribe = book.nodes["crossing.pay_jo"].steps[0]
    assert isinstance(bribe, Bribe)
    assert bribe.offers[0].id == "crossing.pay_jo.0.6_won" and book.words[bribe.offers[0].id] == "6 won"
    assert (bribe.offers[2].manner, book.words[bribe.offers[2].id]) == ("joke", "8 won (joke)")
    assert (bribe.accepted, bribe.leave, bribe.tries) == ("crossing.taken", "crossing.bank", 2)


def test_calls(book):
    steps = book.nodes["crossing.phone_home"].steps
    phone = steps[0]
    assert isinstance(phone, Phone) and (phone.who, phone.most) == ("sora", 3)
    assert (phone.hang_up, phone.traced, phone.no_signal) == ("crossing.bank", "crossing.far", "crossing.bank")
    assert [(card.id, card.at, card.ticks, card.once, card.burst) for card in phone.cards] == [
        ("crossing.phone.c1", 1, 1080, True, False), ("crossing.phone.c2", 4, 720, False, False),
        ("crossing.phone.c3", 6, 0, False, True)]
    assert steps[1:] == (OnLine(1080), Say("crossing.phone.1", "sora"), Jump(0), OnLine(720), Jump(0), OnLine(0, True),
                         Set((Change("met", "to", True),)), Jump(0))


def test_papers(book):
    steps = book.nodes["crossing.desk"].steps
    papers = steps[0]
    assert isinstance(papers, Papers) and (papers.who, papers.paper, papers.quality) == ("jo", "permit", "stones")
    assert (papers.asks, papers.passed, papers.failed) == (1, "crossing.bank", "crossing.far")
    who, where = papers.questions
    assert (who.id, who.field, where.field) == ("crossing.desk.q1", "name", "")
    assert [(answer.doubt, answer.at) for answer in who.answers] == [(0, -1), (1, -1), (2, 1)]
    assert steps[1:] == (Say("crossing.desk.1", "jo"), Jump(0))
    paper = book.papers["permit"]
    assert (book.words[paper.title], paper.quality) == ("Travel permit", "stones")
    assert {name: book.words[value] for name, value in paper.fields} == {"name": "Im Song-suk", "to": "Hoeryong"}


def test_rooms(book):
    visit = book.nodes["crossing.bank"].steps[0]
    assert isinstance(visit, Visit) and (visit.room, visit.entry) == ("bank", "reeds")
    assert [way.name for way in visit.ways] == [
        "reach far_bank", "talk jo", "use boat", "hide straw", "stopped by guard", "caught", "ice gives way",
        "at 04:40", "alarm 2"]
    far, boat = visit.ways[0], visit.ways[2]
    assert far.risk == (("caught", 20), ("ice gives way", 5)) and book.words[far.label] == "Go up the bank"
    assert boat.once and boat.condition is not None and boat.condition.source == "met"


def test_times_and_directions(book):
    assert Time(20) in book.nodes["crossing.start"].steps
    assert Later("second_man", "crossing.remembered", 0, 120, (Change("river", "to", "closed"),)) \
        in book.nodes["crossing.sold"].steps
    assert Later("whistle", "crossing.straw", 2400) in book.nodes["crossing.boat"].steps
    talk = book.nodes["crossing.talk"].steps
    assert talk[0] == Bark("crossing.talk.b1", "jo") and talk[1] == Bark("crossing.talk.b2", "jo")
    assert Together((Camera("stone", 120), Move("she", "reeds", "crouch"))) in talk
    assert Call("crossing.counting") in book.nodes["crossing.start"].steps


def test_the_good_story_can_be_played(book):
    ended = sum("Ended(ending='across')" in trace(book, seed) for seed in range(30))
    assert ended > 20


DRAFT = read_draft(GOOD)


@given(st.text(alphabet="won met()=!<> notandr.,-+*/[]'0129_\\x00~:{}", max_size=60) | st.just("-" * 399 + "1")
       | st.just("not " * 99 + "met") | st.just("(" * 399) | st.just("won" + "[0]" * 130))
@settings(max_examples=300, deadline=None)
def test_any_condition(text: str):
    """Whatever stands in an `if` makes a condition or a problem."""
    scribe = Scribe(DRAFT, "crossing", "crossing.start", block)
    scribe.condition(Text(text, Place("f.yaml", 1, 1)))


def test_small_writings():
    assert lines.minutes("+20m") == 20 and lines.minutes("2d") == 2880 and lines.minutes("40s") is None
    assert lines.ticks("40s") == 2400 and lines.ticks("1.5") == 90 and lines.ticks("soon") is None
    assert lines.counts("2 won + 1 cigarettes") == (("won", 2), ("cigarettes", 1)) and lines.counts("won") is None
    assert lines.way("at 24:00") is None and lines.way("stopped by jo") == ("stopped by", "jo")
    assert lines.width("강은") == 4
    assert lines.slots("{won} and {jo:은/는} and {won}") == ("won", "jo")


@pytest.mark.parametrize(("line", "better"), [
    ("- jo @a.1: Wait: who", '- "jo @a.1: Wait: who"'),
    ("  - jo (afraid): Room #4  # a note", '  - "jo (afraid): Room #4"  # a note'),
    ("    alt: A river: wide", '    alt: "A river: wide"'),
    ('- jo: "Stop" he said', '- "jo: \\"Stop\\" he said"'),
    ("- Ask: why @a.c1: node", '- "Ask: why @a.c1": node'),
    ("- Ask: why @a.c1:", '- "Ask: why @a.c1":'),
    ("- jo: Plain words.", None),
    ('- "jo: Wait: who"', None),
    ("nodes:", None),
])
def test_quotes(line, better):
    assert mended(line) == better
