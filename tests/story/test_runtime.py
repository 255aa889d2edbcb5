"""Tales read like transcripts: what is told, what is asked, what was chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import runtime
from game.story.conditions import parse
from game.story.facts import Change, Price
from game.story.runtime import LEAVE, TaleError
from game.story.steps import (
    Back,
    Bark,
    Bribe,
    Call,
    Chance,
    Choice,
    Choose,
    End,
    Fade,
    Go,
    If,
    Jump,
    Later,
    Learn,
    Music,
    Offer,
    Open,
    Picture,
    Say,
    Step,
    Time,
    Together,
    Visit,
    Wait,
    Way,
)
from game.story.tale import HISTORY_CAP, Waiting
from tests.story.reading import FACTS, HERE, Reader, say, set_


def test_lines_choices_and_rejoining() -> None:
    reader = Reader(start=(
        say("one"), Choose((Choice("left", 2), Choice("right", 4))), say("l"), Jump(5), say("r"), say("both"),
        End("home")))
    reader.next().choose("left").next().next()
    assert reader.lines == ["one", "? left right", "> left", "l", "both", "THE END home"]


def test_locked_is_shown_hidden_is_not_and_once_is_gone() -> None:
    never = parse("met", FACTS)
    reader = Reader(start=(
        Choose((Choice("shut", 1, never, locked="shut.locked"), Choice("hidden", 1, never), Choice("dear", 1, None,
                Price((("won", 9),))), Choice("first", 1, once=True), Choice("out", 2))), Go("a.start"), End("home")))
    assert [(o.id, o.open, o.locked) for o in runtime.options(reader.book, reader.tale)] == [
        ("shut", False, "shut.locked"), ("dear", False, ""), ("first", True, ""), ("out", True, "")]
    reader.choose("first")
    assert reader.lines[-1] == "? (shut) (dear) out"
    for id in ("first", "shut", "dear", "hidden", "nonsense"):
        with pytest.raises(TaleError, match=id):
            runtime.choose(reader.book, reader.tale, id)


def test_paying_and_where_nothing_can_be_chosen() -> None:
    buy = Choice("buy", 1, None, Price((("won", 2),)))
    reader = Reader(start=(Choose((buy,), 2), Go("a.start"), say("broke"), End("home")))
    reader.choose("buy")
    assert reader.tale.facts["won"] == 1 and reader.lines == ["? buy", "> buy", "broke"]


def test_conditions_calls_and_slots() -> None:
    reader = Reader(
        start=(If(parse("won >= 3", FACTS), 3), Call("a.aside"), Jump(4), say("poor"),
               Say("have", "jo", slots=("won",)), End("home")),
        aside=(say("aside"), set_(won=7), Back()))
    reader.next().next()
    assert reader.lines == ["aside", "have won=7", "THE END home"]
    assert reader.tale.history[1].slots == {"won": "7"}


def test_a_way_is_a_call_that_comes_back_to_the_room() -> None:
    ways = (Way("talk", "jo", "a.talk", once=True), Way("reach", "bank", "a.out"))
    reader = Reader(start=(Visit("yard", "gate", ways),), talk=(say("hm"), set_(met=True), Back()),
                    out=(Visit("river", "bank", (Way("reach", "x", "a.end"),)),),
                    end=(End("home"),))
    reader.take("talk jo")
    assert reader.tale.readings == HERE
    reader.next()
    assert reader.tale.waiting is Waiting.ROOM
    assert [w.name for w in runtime.open_ways(reader.book, reader.tale)] == ["reach bank"]
    reader.take("reach bank").take("reach x")
    assert reader.lines == ["[yard]", "> talk jo", "hm", "> reach bank", "[river]", "> reach x", "THE END home"]
    assert [type(m).__name__ for m in reader.told].count("Left") == 2


def test_leaving_a_room_applies_what_its_timers_missed() -> None:
    reader = Reader(start=(Visit("yard", "gate", (Way("talk", "jo", "a.sell"),)),),
                    sell=(Later("man", "a.man", ticks=60, missed=(Change("won", "by", -1),)), End("home")))
    reader.take("talk jo")
    assert reader.tale.facts["won"] == 2 and reader.tale.timers == []


@pytest.mark.parametrize("wait", [10, 30])
def test_tale_time_brings_back_what_was_promised(wait: int) -> None:
    reader = Reader(start=(Later("visit", "a.visit", minutes=30), Time(wait), say("after"), Visit("yard", "gate", ())),
                    visit=(say("knock"), Back()))
    reader.next()
    if wait == 30:
        reader.next()
    assert reader.lines == (["knock", "after", "[yard]"] if wait == 30 else ["after", "[yard]"])


def test_the_first_promise_due_comes_first() -> None:
    promises = (Later("b", "a.b", minutes=20), Later("a", "a.a", minutes=10))
    reader = Reader(start=(*promises, Time(60), Visit("yard", "g", ())),
                    a=(say("ten"), Back()), b=(say("twenty"), Back()))
    reader.next().next()
    assert reader.lines == ["ten", "twenty", "[yard]"]


def test_a_gate_between_chapters_lets_promises_come_due() -> None:
    reader = Reader(start=(Later("x", "a.x", minutes=1), Together((Time(5),)), Go("b.start")), x=(say("news"), Back()),
                    b__start=(say("b"), End("home")))
    reader.next()
    assert reader.lines == ["news", "b"]


def test_without_a_stage_nothing_waits_with_one_what_takes_ticks_does() -> None:
    reader = Reader(start=(Wait(60), Open("door"), Visit("yard", "gate", (Way("talk", "jo", "a.talk"),))),
                    talk=(Open("door"), Wait(60), Together((Wait(5), Picture("moon", "alt"))), say("x"), Back()))
    reader.take("talk jo")
    assert reader.tale.waiting is Waiting.STAGE
    reader.done()
    assert reader.tale.picture == "moon", "cues inside `together` are kept too"
    reader.done()
    assert reader.lines[-1] == "x"


def test_what_is_on_screen_and_in_the_air_is_kept() -> None:
    reader = Reader(start=(Picture("moon", "alt"), Music("river"), Fade("black", 60), Bark("psst", "jo"), Learn("ice"),
                           Learn("ice"), say("x")))
    tale = reader.tale
    assert (tale.picture, tale.music, tale.dark, tale.learned) == ("moon", "river", True, ["ice"])
    assert [type(m).__name__ for m in reader.told].count("Learned") == 1


def test_history_has_a_cap() -> None:
    reader = Reader(start=(say("x"), Go("a.start")))
    for _ in range(HISTORY_CAP + 5):
        reader.next()
    assert len(reader.tale.history) == HISTORY_CAP


def test_the_same_seed_falls_the_same() -> None:
    def luck(seed: int) -> str:
        return Reader(seed, start=(Chance(50, 2), End("home"), say("no"), End("home"))).lines[0]
    assert [luck(seed) for seed in range(40)] == [luck(seed) for seed in range(40)]
    assert {luck(seed) for seed in range(40)} == {"no", "THE END home"}


# Bribes --------------------------------------------------------------------------------------------------
def bribing(seed: int = 1, **settings: object) -> Reader:
    offers = (Offer("small", Price((("won", 1),))), Offer("big", Price((("won", 3),))))
    bribe = Bribe("jo", 30, offers, "a.yes", "a.yes", "a.no", "a.no", **settings)
    return Reader(seed, start=(bribe,), yes=(say("yes"), End("home")), no=(say("no"), End("home")))


def test_a_refused_offer_comes_back_and_patience_ends() -> None:
    refused = 0
    for seed in range(12):
        reader = bribing(seed, tries=2)
        reader.choose("small")
        if reader.tale.waiting is Waiting.BRIBE:
            refused += 1
            assert reader.tale.facts["won"] == 3 and reader.tale.tries == 1
            reader.choose("small")
        assert reader.tale.waiting is Waiting.WORDS
        assert [type(m).__name__ for m in reader.told].count("BribeOpened") == 1
    assert refused


def test_what_he_keeps_is_gone() -> None:
    refused = 0
    for seed in range(12):
        reader = bribing(seed, keeps=True, tries=1)
        reader.choose("small")
        refused += reader.lines[-1] == "no"
        assert reader.tale.facts["won"] == 2
    assert refused


def test_an_agreed_price_is_always_taken() -> None:
    assert {bribing(seed, agreed=True).choose("small").lines[-1] for seed in range(20)} == {"yes"}


def test_walking_away_costs_nothing() -> None:
    reader = bribing()
    reader.choose(LEAVE)
    assert reader.lines[-1] == "no" and reader.tale.facts["won"] == 3


def test_what_is_not_held_cannot_be_offered() -> None:
    reader = bribing()
    reader.tale.facts["won"] = 2
    assert [(o.id, o.open) for o in runtime.options(reader.book, reader.tale)] == [
        ("small", True), ("big", False), (LEAVE, True)]
    assert runtime.offered(reader.book, reader.tale, "nothing") is None


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(1, 10)), max_size=8), st.integers(0, 10))
def test_no_price_ever_leaves_a_purse_below_nothing(deals: list[tuple[int, int]], purse: int) -> None:
    for gift, price in deals:
        pay = Choice("pay", 1, None, Price((("won", price),)))
        reader = Reader(start=(Choose((pay, Choice("no", 1))), End("home")))
        reader.tale.facts["won"] = purse = min(10, purse + gift)
        can = next(o.open for o in runtime.options(reader.book, reader.tale) if o.id == "pay")
        assert can is (purse >= price)
        reader.choose("pay" if can else "no")
        assert reader.tale.facts["won"] == purse - price * can >= 0
        purse -= price * can


# Faults --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("nodes", "message"), [
    ({"start": (Go("a.start"),)}, "round for ever"),
    ({"start": (set_(met=True),)}, "runs off its end"),
    ({"start": (Back(),)}, "nobody called"),
    ({"start": (Choose((Choice("x", 1, None, Price((("won", 9),))),)), End("home"))}, "nothing can be answered"),
])
def test_a_broken_tale_says_where(nodes: dict[str, tuple[Step, ...]], message: str) -> None:
    with pytest.raises(TaleError, match=f"a.start.*{message}"):
        Reader(**nodes)


def test_asking_for_what_is_not_due() -> None:
    reader = Reader(start=(say("x"), End("home")))
    with pytest.raises(TaleError, match="waits for words"):
        reader.done()
    with pytest.raises(TaleError):
        runtime.interrupt(reader.book, reader.tale, "a.start", HERE)
    reader.next()
    assert runtime.settle(reader.book, reader.tale) == [] and runtime.open_ways(reader.book, reader.tale) == []
