"""A call on the telephone: cards are played one after the other while somebody listens for it.

The trace counts thousandths of a point, 0 to FULL. It never falls while she is on the line and never rises off it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from game.story.asking import Card, Phone
from game.story.book import Book
from game.story.tale import Echo, OnCall, Tale

HANG_UP = "phone.hang_up"    # option id, and text id, of hanging up
FULL = 100_000
STEPS = (60_000, 80_000, FULL)   # a click in the line; a second breath; found
BURST = 12_000
STAYS_PERCENT = 60               # of the trace, after hanging up
TICKS_A_MINUTE = 3600
STAYS_TICKS = 3 * TICKS_A_MINUTE
BARS_UNKNOWN = 3                 # where no stage knows better
MOST_BARS = 5
# A weaker signal takes longer to find: 75 s at five bars, 95 s at two (story-bible.md 5.6).
FULL_AT_FIVE, TICKS_A_BAR = 75 * 60, 400
VAN_TENTHS = 18
# A weak signal has to be talked over: by bars, in percent of what a card takes. So a good place is worth its risk.
SAID_PERCENT = (200, 175, 145, 125, 110, 100)


@dataclass(frozen=True, slots=True)
class PhoneNow:
    """A call as a screen shows it: to whom (cast id), cards still to be played, bars 0-5, trace in points 0-100 and
    the step it has reached, 0-3.
    """

    who: str
    left: int
    signal: int
    trace: int
    step: int


# The trace -----------------------------------------------------------------------------------------------
def grown(tick: int, bars: int, van: bool) -> int:
    """By how much the trace grows in tick number `tick`; over a call no fraction is lost."""
    return grown_by(tick + 1, bars, van) - grown_by(tick, bars, van)


def grown_by(ticks: int, bars: int, van: bool) -> int:
    """By how much the trace grows in the first `ticks` on the line."""
    if bars <= 0:
        return 0
    full, share = FULL_AT_FIVE + TICKS_A_BAR * (MOST_BARS - bars), VAN_TENTHS if van else 10
    return ticks * FULL * share // (10 * full)


def takes(ticks: int, bars: int) -> int:
    """The ticks a card of so many takes at so many bars: what is not understood is said again."""
    return ticks * SAID_PERCENT[min(max(bars, 0), MOST_BARS)] // 100


def step_of(trace: int) -> int:
    """How many of the STEPS a trace has reached, 0-3."""
    return bisect_right(STEPS, trace)


def rise(tale: Tale, by: int) -> int:
    """Let the trace grow; the step it newly reached, 0 if none."""
    before = step_of(tale.trace)
    tale.trace = min(FULL, tale.trace + by)
    after = step_of(tale.trace)
    note(tale, tale.readings.signal)
    return after if after > before else 0


def speak(tale: Tale, ticks: int, burst: bool) -> None:
    """A card where no stage counts: three bars, and nobody near."""
    rise(tale, BURST if burst else grown_by(takes(ticks, BARS_UNKNOWN), BARS_UNKNOWN, False))


def note(tale: Tale, signal: int) -> None:
    """Keep what conditions read of the telephone up to date."""
    step = step_of(tale.trace)
    if (tale.readings.signal, tale.readings.trace) != (signal, step):
        tale.readings = replace(tale.readings, signal=signal, trace=step)


def pass_minutes(tale: Tale, minutes: int) -> None:
    """Tale time goes by where no stage counts ticks; off the line it is as good as played time."""
    if tale.echo is not None and tale.call is None:
        tale.echo.ticks_left -= minutes * TICKS_A_MINUTE
        if tale.echo.ticks_left <= 0:
            forget(tale)


# The call ------------------------------------------------------------------------------------------------
def pick_up(tale: Tale, phone: Phone) -> OnCall:
    """The call that the tale stands on; a new one if none is under way here."""
    frame = tale.frame
    if tale.call is None or (tale.call.node, tale.call.at) != (frame.node, frame.at):
        tale.call = OnCall(frame.node, frame.at, phone.who, tale.trace)
    return tale.call


def hang_up(tale: Tale) -> None:
    """The call is over: part of what it added to the trace stays for a while, or until she is well away.

    What there was before stays as it is, so picking up and saying nothing hides nobody.
    """
    began = tale.call.began if tale.call is not None else 0
    tale.call = None
    if tale.trace > began:
        tale.trace = began + (tale.trace - began) * STAYS_PERCENT // 100
        tale.echo = Echo(STAYS_TICKS)
    note(tale, tale.readings.signal)


def forget(tale: Tale) -> None:
    """Nobody looks for her telephone any more."""
    tale.trace, tale.echo = 0, None
    note(tale, tale.readings.signal)


def cards(tale: Tale, phone: Phone) -> list[Card]:
    """The cards that can be played now, in story order; none once `most` were."""
    played = tale.call.played if tale.call is not None else []
    if len(played) >= phone.most:
        return []
    return [card for card in phone.cards if card.id not in played and not (card.once and card.id in tale.once)
            and (card.condition is None or card.condition.holds(tale))]


def goes_to(tale: Tale, phone: Phone, staged: bool) -> str:
    """The node a call goes on in by itself; "" if she can still speak."""
    if tale.trace >= FULL:
        return phone.traced
    if staged and tale.readings.signal <= 0:
        return phone.no_signal
    return "" if cards(tale, phone) else phone.hang_up


def phone_now(book: Book, tale: Tale, staged: bool) -> PhoneNow | None:
    """The call under way, also while a card of it is told; None if there is none."""
    call = tale.call
    if call is None or not tale.stack:
        return None
    step = book.nodes[call.node].steps[call.at]
    if not isinstance(step, Phone):
        return None
    signal = tale.readings.signal if staged else BARS_UNKNOWN
    return PhoneNow(call.who, max(0, step.most - len(call.played)), signal, tale.trace // 1000, step_of(tale.trace))
