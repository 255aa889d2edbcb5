"""How a tale moves from node to node: going, calling, coming back, opening and leaving rooms."""

from __future__ import annotations

from functools import lru_cache

from game.story import calls, moments
from game.story.book import Book
from game.story.directions import Camera, Fade, Music, Picture, Shake, Sound, Time, Title, Together
from game.story.keeping import change, keep_cue
from game.story.moments import Moment, made
from game.story.steps import Back, Call, End, Go, Visit
from game.story.tale import ENTRIES_CAP, Entry, Frame, Tale, Waiting


class TaleError(RuntimeError):
    """The player asked for something the tale cannot do now, or a story loops for ever. Says what and where."""


def wait_for(tale: Tale, waiting: Waiting) -> bool:
    """Let the tale wait; always True, what a step that waits answers to the loop."""
    tale.waiting = waiting
    return True


@lru_cache(maxsize=4096)
def chapter(node: str) -> str:
    """The chapter a node stands in: the file's name."""
    return node.partition(".")[0]


def go(tale: Tale, frame: Frame, step: Go, told: list[Moment]) -> None:
    """Go on in another node; what is due is played first where that is another chapter."""
    before = frame.node
    if tale.call is not None or tale.desk is not None:
        leave(tale, before)
    frame.node, frame.at = step.node, step.at
    count_entry(tale, step.node, told)
    if tale.pending and chapter(before) != chapter(step.node):
        come_due(tale, told)


def flow(book: Book, tale: Tale, frame: Frame, step: Call | Back | End | Visit, told: list[Moment]) -> bool:
    """Play another step that moves between nodes; True if the tale now waits."""
    match step:
        case Call(node=node):
            frame.at += 1
            push(tale, node, told)
            return False
        case Back():
            if len(tale.stack) == 1:
                raise TaleError(f"node '{frame.node}' goes back, and nobody called it")
            tale.stack.pop()
            leave(tale, frame.node)
            if frame.way:
                told.append(moments.Returned())
                return wait_for(tale, Waiting.ROOM)
            return False
        case End(ending=ending):
            leave_room(book, tale, told)
            tale.ending = ending
            told.append(moments.Ended(ending))
            return wait_for(tale, Waiting.END)
        case Visit(room=room, entry=entry):
            if come_due(tale, told):
                return False
            leave_room(book, tale, told)
            calls.forget(tale)
            frame.way = False
            told.append(moments.Visited(room, entry))
            return wait_for(tale, Waiting.ROOM)


def in_room(tale: Tale) -> bool:
    """Whether a stage stands: somewhere in the stack a visit is open."""
    return any(frame.way for frame in tale.stack) or tale.waiting is Waiting.ROOM


def push(tale: Tale, node: str, told: list[Moment], way: bool = False) -> None:
    """Begin `node` on top of what runs."""
    tale.stack.append(Frame(node, 0, way))
    count_entry(tale, node, told)


def enter(tale: Tale, frame: Frame, node: str, told: list[Moment]) -> None:
    """Let `frame` go on in `node`; a call it was on is over, papers it lay on are taken back."""
    if tale.call is not None or tale.desk is not None:
        leave(tale, frame.node)
    frame.node, frame.at = node, 0
    count_entry(tale, node, told)


def count_entry(tale: Tale, node: str, told: list[Moment]) -> None:
    """Note that `node` began."""
    tale.visits[node] = tale.visits.get(node, 0) + 1
    told.append(made(moments.Entered, (node,)))
    kept, depth = tale.entries, len(tale.stack)
    # The first one kept is the gate to this chapter: where a save can always go on.
    if depth == 1 and kept and chapter(node) != chapter(kept[0].node):
        kept.clear()
    kept.append(Entry(node, depth, tale.facts.copy()))
    if len(kept) > ENTRIES_CAP:
        del kept[1]


def leave(tale: Tale, node: str) -> None:
    """A frame leaves `node`: nobody is on the telephone or shows papers there any more."""
    if tale.call is not None and tale.call.node == node:
        calls.hang_up(tale)
    if tale.desk is not None and tale.desk.node == node:
        tale.desk = None


def come_due(tale: Tale, told: list[Moment]) -> bool:
    """Play the first consequence whose tale time has come, as a call; True if there was one."""
    due = min(tale.pending, key=lambda pending: pending.due, default=None)
    if due is None or due.due > tale.clock:
        return False
    tale.pending.remove(due)
    push(tale, due.node, told)
    return True


def pass_minutes(tale: Tale, minutes: int, told: list[Moment]) -> None:
    """Tale time goes by where no stage lets it pass."""
    tale.clock += minutes
    calls.pass_minutes(tale, minutes)
    told.append(moments.Passed(minutes))


def leave_room(book: Book, tale: Tale, told: list[Moment]) -> None:
    """Drop the frame of the open visit, with the room's timers; its ways' frames stay and go on."""
    way = next((i for i, frame in enumerate(tale.stack) if frame.way), None)
    if way is None:
        return
    del tale.stack[way - 1]
    for frame in tale.stack:
        frame.way = False
    timers, tale.timers = tale.timers, []
    for timer in timers:
        change(book, tale, timer.missed, told)
    told.append(moments.Left())


def together(tale: Tale, step: Together, staged: bool, told: list[Moment]) -> None:
    """The cues of several directions at once, and tale time where no stage lets it pass."""
    for part in step.steps:
        match part:
            case Picture() | Camera() | Fade() | Sound() | Music() | Shake() | Title():
                keep_cue(tale, part)
                told.append(moments.Cued(part))
            case Time(minutes=minutes) if not staged:
                pass_minutes(tale, minutes, told)
