"""Calls on the telephone, as the story tells them; what the place does to them is tested in tests/sim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import calls, runtime
from game.story.conditions import parse
from game.story.facts import Readings
from game.story.runtime import HANG_UP, TaleError
from game.story.steps import Back, Card, End, Go, Jump, OnLine, Phone, Time, Visit, Way
from game.story.tale import Waiting
from tests.story.reading import FACTS, Reader, say

WHERE = Card("where", 1, 1080)
EATEN = Card("eaten", 4, 720, once=True)
BURST = Card("burst", 6, 0, burst=True)
STEPS = (OnLine(1080), say("over the river"), Jump(0),   # 1 to 3: where
         OnLine(720), Jump(0),                           # 4 and 5: eaten
         OnLine(0, True), Jump(0))                       # 6 and 7: burst
WAYS = (Way("use", "phone", "a.call"), Way("talk", "jo", "a.other"))


def phone(*cards: Card, most: int = 4) -> Phone:
    return Phone("jo", cards or (WHERE, EATEN, BURST), "a.over", "a.found", "a.nothing", most)


def calling(step: Phone | None = None, staged: bool = False) -> Reader:
    """A call, between rooms or in one."""
    start = Visit("hill", "path", WAYS) if staged else Go("a.call")
    last = Back() if staged else End("home")
    return Reader(start=(start,), call=(step or phone(), *STEPS), over=(say("hung up"), last),
                  found=(say("found"), End("home")), nothing=(say("nothing"), last), other=(say("x"), Back()))


def test_cards_are_played_once_a_call_and_then_she_hangs_up() -> None:
    reader = calling(phone(most=2))
    reader.choose("where").next().choose("eaten")
    assert reader.lines == ["? where eaten burst " + HANG_UP, "> where", "over the river",
                            "? eaten burst " + HANG_UP, "> eaten", "hung up"]
    with pytest.raises(TaleError):
        runtime.choose(reader.book, reader.tale, "where")


def test_a_card_for_once_is_gone_in_the_next_call() -> None:
    reader = calling(staged=True)
    reader.take("use phone").choose("eaten").done().choose(HANG_UP).next().take("use phone")
    assert reader.lines[-1] == "? where burst " + HANG_UP


def test_options_say_what_a_card_takes_at_three_bars() -> None:
    reader = calling()
    assert [(o.id, o.ticks, o.burst) for o in runtime.options(reader.book, reader.tale)] == [
        ("where", 1350, False), ("eaten", 900, False), ("burst", 0, True), (HANG_UP, 0, False)]


def test_between_rooms_three_bars_are_taken() -> None:
    reader = calling()
    reader.choose("where")
    spoken = calls.FULL * (1080 * 125 // 100) // 5300
    assert abs(reader.tale.trace - spoken) <= 1
    reader.next().choose("burst")
    assert abs(reader.tale.trace - spoken - calls.BURST) <= 1


def test_hanging_up_leaves_most_of_the_trace() -> None:
    reader = calling()
    reader.choose("where").next()
    full = reader.tale.trace
    reader.choose(HANG_UP)
    assert reader.lines[-1] == "hung up" and reader.tale.call is None
    assert reader.tale.trace == full * 60 // 100
    assert reader.tale.echo is not None and reader.tale.echo.ticks_left == 3 * 3600


def test_picking_up_and_saying_nothing_hides_nobody() -> None:
    reader = calling(staged=True)
    reader.take("use phone")
    calls.rise(reader.tale, 50_000)
    reader.choose(HANG_UP).next()
    kept, echo = reader.tale.trace, reader.tale.echo
    assert kept == 30_000
    for _ in range(3):
        reader.take("use phone").choose(HANG_UP).next()
    assert (reader.tale.trace, reader.tale.echo) == (kept, echo)
    reader.take("use phone")
    calls.rise(reader.tale, 10_000)
    reader.choose(HANG_UP)
    assert reader.tale.trace == 36_000, "a second call comes on top of the first"


def test_a_full_trace_is_found() -> None:
    reader = calling()
    reader.tale.trace = 90_000
    reader.choose("burst")
    assert reader.lines[-1] == "found" and reader.tale.trace == 60_000


def test_where_there_is_no_signal_nobody_answers() -> None:
    reader = calling(staged=True)
    way = runtime.open_ways(reader.book, reader.tale)[0]
    reader.note(runtime.take_way(reader.book, reader.tale, way, Readings(signal=0)))
    assert reader.lines == ["[hill]", "nothing"]


def test_the_line_may_die_after_a_card() -> None:
    reader = calling(staged=True)
    reader.take("use phone").choose("where")
    assert reader.tale.waiting is Waiting.STAGE
    calls.note(reader.tale, 0)
    reader.done().next()
    assert reader.lines[-1] == "nothing"


def test_conditions_hear_the_trace() -> None:
    warned = Card("warned", 4, 720, parse("trace >= 1", FACTS))
    reader = calling(phone(BURST, warned, EATEN))
    reader.tale.trace = 50_000
    assert reader.lines[-1] == f"? burst eaten {HANG_UP}"
    reader.choose("burst")
    assert reader.lines[-1] == f"? warned eaten {HANG_UP}"


def test_a_screen_sees_the_call() -> None:
    reader = calling()
    now = runtime.phone_now(reader.book, reader.tale)
    assert now is not None and (now.who, now.left, now.signal, now.trace, now.step) == ("jo", 4, 3, 0, 0)
    reader.tale.trace = 60_000
    reader.choose("where")
    now = runtime.phone_now(reader.book, reader.tale)
    assert now is not None and (now.left, now.trace, now.step) == (3, 85, 2), "also while she hears the answer"
    reader.next().choose(HANG_UP)
    assert runtime.phone_now(reader.book, reader.tale) is None


def test_leaving_the_node_hangs_up() -> None:
    gone = Card("gone", 1, 60)
    reader = Reader(start=(phone(gone), OnLine(60), Go("a.over")), over=(say("away"), End("home")))
    reader.choose("gone")
    assert reader.lines[-1] == "away" and reader.tale.call is None and reader.tale.echo is not None


def test_between_rooms_tale_time_lets_the_trace_go() -> None:
    def waited(*minutes: int) -> int:
        reader = Reader(start=(phone(), *STEPS), over=(*(Time(one) for one in minutes), say("later"), End("home")))
        reader.choose("where").next().choose(HANG_UP)
        assert reader.lines[-1] == "later"
        return reader.tale.trace
    assert waited(2) == waited() > 0
    assert waited(2, 1) == waited(3) == 0


def test_in_another_room_nobody_looks_for_it() -> None:
    reader = Reader(start=(phone(), *STEPS), over=(Visit("hill", "path", WAYS),), call=(Back(),), other=(Back(),))
    reader.choose("where").next().choose(HANG_UP)
    assert reader.lines[-1] == "[hill]" and (reader.tale.trace, reader.tale.echo) == (0, None)


@given(st.integers(1, 5), st.booleans(), st.integers(0, 10**6))
def test_a_trace_takes_its_seconds(bars: int, van: bool, begun: int) -> None:
    """75 s at five bars, 95 s at two, 1.8 times as fast near a van; whenever it begins."""
    ticks = (4500 + 400 * (5 - bars)) * 10 // (18 if van else 10)
    total = sum(calls.grown(begun + tick, bars, van) for tick in range(ticks))
    assert abs(total - calls.FULL) <= 45
    assert calls.grown(begun, 0, van) == 0


def test_a_better_place_costs_less_of_the_trace_for_the_same_words() -> None:
    spent = [sum(calls.grown(tick, bars, False) for tick in range(calls.takes(3600, bars))) for bars in range(1, 6)]
    assert spent == sorted(spent, reverse=True) and spent[0] > calls.FULL > spent[-1]
    assert [calls.takes(1000, bars) for bars in range(6)] == [2000, 1750, 1450, 1250, 1100, 1000]


def test_the_steps_of_a_trace() -> None:
    assert [calls.step_of(trace) for trace in (0, 59_999, 60_000, 80_000, 99_999, 100_000)] == [0, 0, 1, 2, 2, 3]
