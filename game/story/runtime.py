"""The one loop that tells a tale; the game, `tell`, bots and the prover all share it.

Every function moves the tale on until it must wait, and returns what happened on the way, in order.
"""

from __future__ import annotations

from game.story import calls, moments
from game.story.answers import (
    LEAVE,
    Countdown,
    Option,
    answer,
    countdown,
    offer,
    offered,
    options,
    play_card,
    takeable,
    takeable_choice,
)
from game.story.book import Book
from game.story.calls import HANG_UP, PhoneNow
from game.story.desk import DeskNow, desk_now
from game.story.drawing import draw, next_item
from game.story.facts import Readings
from game.story.flow import TaleError, come_due, count_entry, flow, go, in_room, pass_minutes, push, together, wait_for
from game.story.keeping import change, dice_key, happens, keep_cue, note, pay, remember
from game.story.moments import Moment, made
from game.story.steps import (
    Alert,
    Back,
    Bark,
    Bribe,
    Call,
    Calm,
    Camera,
    Chance,
    Choose,
    Close,
    Deck,
    End,
    Face,
    Fade,
    Go,
    If,
    Jump,
    Later,
    Learn,
    Move,
    Music,
    OnLine,
    Open,
    Papers,
    Pass,
    Phone,
    Picture,
    Say,
    Send,
    Set,
    Shake,
    Sound,
    Step,
    Storylet,
    Time,
    Title,
    Together,
    Vary,
    Visit,
    Wait,
    Way,
)
from game.story.tale import HISTORY_CAP, Frame, Tale, Told, Waiting, step_at
from game.story.talking import question, ring

__all__ = ["HANG_UP", "LEAVE", "Countdown", "DeskNow", "Option", "PhoneNow", "TaleError", "choose", "countdown",
           "desk_now", "in_room", "interrupt", "next_line", "offered", "open_ways", "options", "phone_now", "settle",
           "stage_done", "take_way"]
MOST_STEPS = 10_000
_ROUNDS = range(MOST_STEPS)
_ASKED = moments.Asked()
_WORDS, _CHOICE, _STAGE, _END = Waiting.WORDS, Waiting.CHOICE, Waiting.STAGE, Waiting.END  # asked for only once


class NotNow(TaleError):
    """What was asked for is not there or not open; the tale goes on as it was."""


# What the player may do ----------------------------------------------------------------------------------
def next_line(book: Book, tale: Tale) -> list[Moment]:
    """Go past the line on screen. Raises TaleError if none is."""
    if tale.waiting is not _WORDS:
        _expect(tale, _WORDS)
    tale.stack[-1].at += 1
    return _settle(book, tale, [])


def choose(book: Book, tale: Tale, id: str) -> list[Moment]:
    """Take the option `id`. Raises TaleError if it is not there or not open."""
    step = step_at(book, tale) if tale.waiting is not _END else None
    told: list[Moment] = [made(moments.Chosen, (id,))]
    if isinstance(step, Choose):
        choice = takeable_choice(step, tale, id) if tale.waiting is _CHOICE else None
        if choice is None:
            raise NotNow(f"'{id}' cannot be chosen now")
        if choice.once:
            tale.once[id] = 1
        remember(tale, Told(id, "", "plain", {}))
        if choice.price.parts:
            pay(book, tale, choice.price, told)
        tale.stack[-1].at = choice.at
        return _settle(book, tale, told)
    option = next((o for o in options(book, tale) if o.id == id), None)
    if option is None or not option.open:
        raise NotNow(f"'{id}' cannot be chosen now")
    if isinstance(step, Bribe):
        if not offer(book, tale, step, id, told):
            return told
    elif isinstance(step, Phone):
        play_card(tale, step, id, told)
    elif isinstance(step, Papers):
        answer(tale, step, id)
    return _settle(book, tale, told)


def open_ways(book: Book, tale: Tale) -> list[Way]:
    """The ways of the room that can fire now, in file order. Empty unless the tale waits for the ROOM."""
    if tale.waiting is not Waiting.ROOM:
        return []
    step = step_at(book, tale)
    if not isinstance(step, Visit):
        return []
    return [w for w in step.ways if (w.condition is None or w.condition.holds(tale))
            and not (w.once and _way_key(tale.frame.node, w) in tale.once)]


def take_way(book: Book, tale: Tale, way: Way, readings: Readings) -> list[Moment]:
    """The room's hand picked `way`. `readings` are what the stage says of itself at that moment."""
    _expect(tale, Waiting.ROOM)
    if way.once:
        tale.once[_way_key(tale.frame.node, way)] = 1
    return interrupt(book, tale, way.node, readings)


def interrupt(book: Book, tale: Tale, node: str, readings: Readings) -> list[Moment]:
    """A timer of the room (`later NAME`) came due: play `node` like a way."""
    _expect(tale, Waiting.ROOM)
    tale.readings = readings
    told: list[Moment] = []
    push(tale, node, told, way=True)
    return _settle(book, tale, told)


def stage_done(book: Book, tale: Tale) -> list[Moment]:
    """The stage has carried out what the tale waited for."""
    _expect(tale, Waiting.STAGE)
    step = step_at(book, tale)
    tale.frame.at += 1
    told: list[Moment] = []
    if isinstance(step, Time) or (isinstance(step, Together) and any(isinstance(s, Time) for s in step.steps)):
        come_due(tale, told)
    return _settle(book, tale, told)


def _expect(tale: Tale, waiting: Waiting) -> None:
    if tale.waiting is not waiting:
        raise TaleError(f"the tale waits for {tale.waiting}, not for {waiting}")


# The loop ------------------------------------------------------------------------------------------------
def settle(book: Book, tale: Tale) -> list[Moment]:
    """Run steps until the tale must wait. Raises TaleError on a loop without a stop or a node that runs off."""
    return _settle(book, tale, [])


def _settle(book: Book, tale: Tale, told: list[Moment]) -> list[Moment]:
    """What stories are mostly made of is played right here, and not by `match`: that takes several times as long."""
    if tale.waiting is _END:
        return told
    tale.waiting = _STAGE
    if not tale.visits:
        count_entry(tale, tale.frame.node, told)
    for _ in _ROUNDS:
        frame = tale.stack[-1]
        try:
            step = book.nodes[frame.node].steps[frame.at]
        except IndexError:
            raise TaleError(f"node '{frame.node}' runs off its end") from None
        if type(step) is Say:
            text, who, mood, slots = step.text, step.who, step.mood, {}
            for name in step.slots:
                slots[name] = str(tale.facts[name])
            told.append(made(moments.Spoke, (text, who, mood, tuple(slots.items()) if slots else ())))
            tale.history.append(Told(text, who, mood, slots))
            if len(tale.history) > HISTORY_CAP:  # as `remember` does
                del tale.history[0]
            tale.waiting = _WORDS
            return told
        if type(step) is If:
            frame.at = frame.at + 1 if step.condition.test(tale) else step.otherwise
        elif type(step) is Go:
            go(tale, frame, step, told)
        elif type(step) is Set:
            change(book, tale, step.changes, told)
            frame.at += 1
        elif type(step) is Choose and takeable(step, tale):
            told.append(_ASKED)
            tale.waiting = _CHOICE
            return told
        elif _play(book, tale, frame, step, told):
            return told
    raise TaleError(f"node '{tale.frame.node}' goes round for ever without stopping")


def _play(book: Book, tale: Tale, frame: Frame, step: Step, told: list[Moment]) -> bool:
    """Play one step; True if the tale now waits."""
    match step:
        case Learn() | Later() | Bark() | Storylet():
            note(tale, step, told)
            frame.at += 1
            return False
        case Chance(percent=percent, otherwise=otherwise):
            frame.at = frame.at + 1 if happens(tale, dice_key(tale), percent) else otherwise
            return False
        case Jump(to=to):
            frame.at = to
            return False
        case Choose(otherwise=otherwise):
            if otherwise < 0:
                raise TaleError(f"node '{frame.node}' asks, and nothing can be answered")
            frame.at = otherwise
            return False
        case Vary():
            frame.at = next_item(tale, step)
            return False
        case Deck():
            draw(book, tale, frame, step, told)
            return False
        case Bribe(who=who):
            tale.tries = 0
            told.append(moments.BribeOpened(who))
            return wait_for(tale, Waiting.BRIBE)
        case Phone():
            return ring(tale, frame, step, told)
        case Papers():
            return question(tale, frame, step, told)
        case Call() | Back() | End() | Visit():
            return flow(book, tale, frame, step, told)
        case Picture() | Camera() | Fade() | Sound() | Music() | Shake() | Title():
            keep_cue(tale, step)
            told.append(moments.Cued(step))
            frame.at += 1
            return False
        case _:
            return _act(book, tale, frame, step, told)


def _act(book: Book, tale: Tale, frame: Frame, step: Step, told: list[Moment]) -> bool:
    """An effect: with a stage, those that take ticks make the tale wait; without one, only time goes by."""
    staged = in_room(tale)
    match step:
        case OnLine(ticks=ticks, burst=burst):
            told.append(moments.Acted(step))
            if staged:
                return wait_for(tale, Waiting.STAGE)
            calls.speak(tale, ticks, burst)
        case Move() | Wait() | Together():
            if isinstance(step, Together):
                together(tale, step, staged, told)
            told.append(moments.Acted(step))
            if staged:
                return wait_for(tale, Waiting.STAGE)
        case Time(minutes=minutes):
            if staged:
                told.append(moments.Acted(step))
                return wait_for(tale, Waiting.STAGE)
            pass_minutes(tale, minutes, told)
            frame.at += 1
            come_due(tale, told)
            return False
        case Open() | Close() | Calm() | Pass() | Alert() | Send() | Face():
            told.append(moments.Acted(step))
        case _:
            raise AssertionError(f"a step nobody plays: {step}")
    frame.at += 1
    return False


def phone_now(book: Book, tale: Tale) -> PhoneNow | None:
    """The call under way, for screens; also while a card of it is told. None if there is none."""
    return calls.phone_now(book, tale, in_room(tale))


def _way_key(node: str, way: Way) -> str:
    return f"{node}/{way.name}"
