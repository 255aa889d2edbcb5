"""The one loop that tells a tale; the game, `tell`, bots and the prover all share it.

Every function moves the tale on until it must wait, and returns what happened on the way, in order.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.story import bribes, moments
from game.story.book import Book
from game.story.bribes import Outcome
from game.story.dice import falls
from game.story.facts import Change, Price, Readings, changed
from game.story.moments import Moment
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
    Offer,
    Open,
    Pass,
    Picture,
    Say,
    Send,
    Set,
    Shake,
    Sound,
    Step,
    Time,
    Title,
    Together,
    Visit,
    Wait,
    Way,
)
from game.story.tale import HISTORY_CAP, Frame, Pending, Tale, Timer, Told, Waiting, step_at

MOST_STEPS = 10_000
LEAVE = "leave"  # option id of walking away from a bribe


class TaleError(RuntimeError):
    """The player asked for something the tale cannot do now, or a story loops for ever. Says what and where."""


@dataclass(frozen=True, slots=True)
class Option:
    """A line of a choice list. `id` is also the label's text id; `locked` the text id of the reason it is off."""

    id: str
    price: Price
    open: bool
    locked: str = ""


# What the player may do ----------------------------------------------------------------------------------
def next_line(book: Book, tale: Tale) -> list[Moment]:
    """Go past the line on screen. Raises TaleError if none is."""
    _expect(tale, Waiting.WORDS)
    tale.frame.at += 1
    return settle(book, tale)


def options(book: Book, tale: Tale) -> list[Option]:
    """What can be chosen now, in story order; hidden choices are left out. Empty when nothing is asked."""
    if tale.waiting not in (Waiting.CHOICE, Waiting.BRIBE):
        return []
    step = step_at(book, tale)
    if isinstance(step, Bribe):
        offers = [Option(offer.id, offer.price, offer.price.payable(tale.facts)) for offer in step.offers]
        return [*offers, Option(LEAVE, Price(), True)]
    return _choices(step, tale) if isinstance(step, Choose) else []


def choose(book: Book, tale: Tale, id: str) -> list[Moment]:
    """Take the option `id`. Raises TaleError if it is not there or not open."""
    option = next((o for o in options(book, tale) if o.id == id), None)
    if option is None or not option.open:
        raise TaleError(f"'{id}' cannot be chosen now")
    step = step_at(book, tale)
    told: list[Moment] = [moments.Chosen(id)]
    if isinstance(step, Bribe):
        _offer(book, tale, step, id, told)
    elif isinstance(step, Choose):
        choice = next(c for c in step.choices if c.id == id)
        if choice.once:
            tale.once[id] = 1
        _remember(tale, Told(id, ""))
        _pay(book, tale, choice.price, told)
        tale.frame.at = choice.at
    return told + settle(book, tale)


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
    _push(tale, node, told, way=True)
    return told + settle(book, tale)


def stage_done(book: Book, tale: Tale) -> list[Moment]:
    """The stage has carried out what the tale waited for."""
    _expect(tale, Waiting.STAGE)
    tale.frame.at += 1
    return settle(book, tale)


def _expect(tale: Tale, waiting: Waiting) -> None:
    if tale.waiting is not waiting:
        raise TaleError(f"the tale waits for {tale.waiting}, not for {waiting}")


# The loop ------------------------------------------------------------------------------------------------
def settle(book: Book, tale: Tale) -> list[Moment]:
    """Run steps until the tale must wait. Raises TaleError on a loop without a stop or a node that runs off."""
    told: list[Moment] = []
    if tale.waiting is Waiting.END:
        return told
    tale.waiting = Waiting.STAGE
    if not tale.visits:
        _count_entry(tale, tale.frame.node, told)
    for _ in range(MOST_STEPS):
        frame = tale.frame
        steps = book.nodes[frame.node].steps
        if frame.at >= len(steps):
            raise TaleError(f"node '{frame.node}' runs off its end")
        if _play(book, tale, frame, steps[frame.at], told):
            return told
    raise TaleError(f"node '{tale.frame.node}' goes round for ever without stopping")


def _play(book: Book, tale: Tale, frame: Frame, step: Step, told: list[Moment]) -> bool:
    """Play one step; True if the tale now waits."""
    match step:
        case Say(text=text, who=who, mood=mood):
            slots = {name: str(tale.facts[name]) for name in step.slots}
            told.append(moments.Spoke(text, who, mood, tuple(slots.items())))
            _remember(tale, Told(text, who, mood, slots))
            return _wait(tale, Waiting.WORDS)
        case If(condition=condition, otherwise=otherwise):
            frame.at = frame.at + 1 if condition.holds(tale) else otherwise
            return False
        case Chance(percent=percent, otherwise=otherwise):
            frame.at = frame.at + 1 if falls(tale.seed, _dice_key(tale), percent) else otherwise
            return False
        case Jump(to=to):
            frame.at = to
            return False
        case Choose(otherwise=otherwise):
            if any(option.open for option in _choices(step, tale)):
                told.append(moments.Asked())
                return _wait(tale, Waiting.CHOICE)
            if otherwise < 0:
                raise TaleError(f"node '{frame.node}' asks, and nothing can be answered")
            frame.at = otherwise
            return False
        case Bribe(who=who):
            tale.tries = 0
            told.append(moments.BribeOpened(who))
            return _wait(tale, Waiting.BRIBE)
        case Go() | Call() | Back() | End() | Visit():
            return _flow(book, tale, frame, step, told)
        case Set() | Learn() | Later() | Bark():
            _note(book, tale, step, told)
            frame.at += 1
            return False
        case Picture() | Camera() | Fade() | Sound() | Music() | Shake() | Title():
            _keep_cue(tale, step)
            told.append(moments.Cued(step))
            frame.at += 1
            return False
        case _:
            return _act(book, tale, frame, step, told)


def _flow(book: Book, tale: Tale, frame: Frame, step: Go | Call | Back | End | Visit, told: list[Moment]) -> bool:
    match step:
        case Go(node=node):
            at_gate = node.partition(".")[0] != frame.node.partition(".")[0]
            _enter(tale, frame, node, told)
            if at_gate:
                _come_due(tale, told)
            return False
        case Call(node=node):
            frame.at += 1
            _push(tale, node, told)
            return False
        case Back():
            tale.stack.pop()
            if frame.way:
                told.append(moments.Returned())
                return _wait(tale, Waiting.ROOM)
            return False
        case End(ending=ending):
            _leave_room(book, tale, told)
            tale.ending = ending
            told.append(moments.Ended(ending))
            return _wait(tale, Waiting.END)
        case Visit(room=room, entry=entry):
            if _come_due(tale, told):
                return False
            _leave_room(book, tale, told)
            frame.way = False
            told.append(moments.Visited(room, entry))
            return _wait(tale, Waiting.ROOM)


def _note(book: Book, tale: Tale, step: Set | Learn | Later | Bark, told: list[Moment]) -> None:
    match step:
        case Set(changes=changes):
            _change(book, tale, changes, told)
        case Learn(entry=entry):
            if entry not in tale.learned:
                tale.learned.append(entry)
                told.append(moments.Learned(entry))
        case Later(name=name, node=node, ticks=ticks, minutes=minutes, missed=missed):
            if ticks:
                tale.timers.append(Timer(name, node, ticks, missed))
            else:
                tale.pending.append(Pending(name, node, tale.clock + minutes, missed))
            told.append(moments.Promised(step))
        case Bark(text=text, who=who):
            _remember(tale, Told(text, who))
            told.append(moments.Barked(text, who))


def _act(book: Book, tale: Tale, frame: Frame, step: Step, told: list[Moment]) -> bool:
    """An effect: with a stage, those that take ticks make the tale wait; without one, only time goes by."""
    staged = in_room(book, tale)
    match step:
        case Move() | Wait() | Together():
            told.append(moments.Acted(step))
            if staged:
                return _wait(tale, Waiting.STAGE)
        case Time(minutes=minutes):
            if staged:
                told.append(moments.Acted(step))
                return _wait(tale, Waiting.STAGE)
            tale.clock += minutes
            told.append(moments.Passed(minutes))
            frame.at += 1
            _come_due(tale, told)
            return False
        case Open() | Close() | Calm() | Pass() | Alert() | Send() | Face():
            told.append(moments.Acted(step))
        case _:
            raise AssertionError(f"a step nobody plays: {step}")
    frame.at += 1
    return False


def in_room(book: Book, tale: Tale) -> bool:
    """Whether a stage stands: somewhere in the stack a visit is open."""
    return any(frame.way for frame in tale.stack) or tale.waiting is Waiting.ROOM


# Its parts -----------------------------------------------------------------------------------------------
def _wait(tale: Tale, waiting: Waiting) -> bool:
    tale.waiting = waiting
    return True


def _choices(step: Choose, tale: Tale) -> list[Option]:
    shown: list[Option] = []
    for choice in step.choices:
        if choice.once and choice.id in tale.once:
            continue
        holds = choice.condition is None or choice.condition.holds(tale)
        if not holds and not choice.locked:
            continue
        shown.append(Option(choice.id, choice.price, holds and choice.price.payable(tale.facts),
                            "" if holds else choice.locked))
    return shown


def _offer(book: Book, tale: Tale, bribe: Bribe, id: str, told: list[Moment]) -> None:
    """Weigh an offer, take or return it, and go where it leads."""
    if id == LEAVE:
        _enter(tale, tale.frame, bribe.leave or bribe.refused, told)
        return
    offer = next(o for o in bribe.offers if o.id == id)
    chances = bribes.odds(book, tale.facts, tale.readings.witness, bribe, offer, tale.tries)
    outcome = bribes.answer(chances, tale.seed, f"{_dice_key(tale)}:{tale.tries}")
    tale.tries += 1
    last = outcome is not Outcome.REFUSED or tale.tries >= bribe.tries
    told.append(moments.BribeAnswered(bribe.who, outcome, last))
    if outcome is not Outcome.REFUSED or bribe.keeps:
        _pay(book, tale, offer.price, told)
    if last:
        _enter(tale, tale.frame, _outcome_node(bribe, outcome), told)


def _outcome_node(bribe: Bribe, outcome: Outcome) -> str:
    return {Outcome.ACCEPTED: bribe.accepted, Outcome.BETRAYED: bribe.betrayed,
            Outcome.REFUSED: bribe.refused, Outcome.INSULTED: bribe.insulted}[outcome]


def offered(book: Book, tale: Tale, id: str) -> tuple[Bribe, Offer, bribes.Odds] | None:
    """The bribe on screen, the offer `id` and its odds now; None if that is not what is on screen."""
    step = step_at(book, tale) if tale.waiting is Waiting.BRIBE else None
    if not isinstance(step, Bribe):
        return None
    offer = next((o for o in step.offers if o.id == id), None)
    if offer is None:
        return None
    return step, offer, bribes.odds(book, tale.facts, tale.readings.witness, step, offer, tale.tries)


def _pay(book: Book, tale: Tale, price: Price, told: list[Moment]) -> None:
    _change(book, tale, tuple(Change(name, "by", -count) for name, count in price.parts), told)


def _change(book: Book, tale: Tale, changes: tuple[Change, ...], told: list[Moment]) -> None:
    for change in changes:
        fact, old = book.facts[change.fact], tale.facts[change.fact]
        new = changed(fact, old, change)
        clipped = change.how == "by" and int(new) != int(old) + int(change.value)
        tale.facts[change.fact] = new
        if new != old or clipped:
            told.append(moments.FactChanged(change.fact, old, new, clipped))


def _push(tale: Tale, node: str, told: list[Moment], way: bool = False) -> None:
    tale.stack.append(Frame(node, 0, way))
    _count_entry(tale, node, told)


def _enter(tale: Tale, frame: Frame, node: str, told: list[Moment]) -> None:
    frame.node, frame.at = node, 0
    _count_entry(tale, node, told)


def _count_entry(tale: Tale, node: str, told: list[Moment]) -> None:
    tale.visits[node] = tale.visits.get(node, 0) + 1
    told.append(moments.Entered(node))


def _come_due(tale: Tale, told: list[Moment]) -> bool:
    """Play one consequence whose tale time has come, as a call; True if there was one."""
    due = next((p for p in tale.pending if p.due <= tale.clock), None)
    if due is None:
        return False
    tale.pending.remove(due)
    _push(tale, due.node, told)
    return True


def _leave_room(book: Book, tale: Tale, told: list[Moment]) -> None:
    """Drop the frame of the open visit, with the room's timers; its ways' frames stay and go on."""
    way = next((i for i, frame in enumerate(tale.stack) if frame.way), None)
    if way is None:
        return
    del tale.stack[way - 1]
    for frame in tale.stack:
        frame.way = False
    timers, tale.timers = tale.timers, []
    for timer in timers:
        _change(book, tale, timer.missed, told)
    told.append(moments.Left())


def _keep_cue(tale: Tale, cue: Step) -> None:
    """What is on screen and in the air stays in the tale, so that a picture is right without its events."""
    match cue:
        case Picture(name=name):
            tale.picture = name
        case Music(cue=name):
            tale.music = name
        case Fade(to=to):
            tale.dark = to == "black"


def _remember(tale: Tale, told: Told) -> None:
    tale.history.append(told)
    if len(tale.history) > HISTORY_CAP:
        del tale.history[0]


def _dice_key(tale: Tale) -> str:
    frame = tale.frame
    return f"{frame.node}:{frame.at}:{tale.visits.get(frame.node, 0)}"


def _way_key(node: str, way: Way) -> str:
    return f"{node}/{way.name}"
