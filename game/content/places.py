"""Where a tale stands, said so that it can be found again in a story that was edited since.

A step's number in its node changes with every line put in above it. So a save names the node, the stamped ids round
the step, what the step is, and how many like it stand between. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.story.book import Book
from game.story.steps import Bark, Bribe, Call, Choose, Go, Papers, Phone, Say, Step, Visit
from game.story.tale import Tale

MOST_RENAMES = 20  # of one name, one after the other


@dataclass(frozen=True, slots=True)
class Spot:
    """A step of `node`: the one with `ids` itself if `nth` is -1, else number `nth` (from 0) of its like after that.

    `kind` is the class of the step, `what` the room, person or node it names. It stands before the step with the ids
    `until`. No ids: the node's beginning, or its end. `past`: the tale stands just after it.
    """

    node: str
    nth: int
    kind: str
    ids: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    what: str = ""
    past: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Every place of a save: the frames of the stack, the call and the desk, the room.

    `asked` are the ids of the questions drawn; `width` cells a row of the room had, 0 without a room.
    """

    stack: list[Spot] = field(default_factory=list)
    call: Spot | None = None
    desk: Spot | None = None
    asked: list[str] = field(default_factory=list)
    width: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """What old names are called today. A name that is still in use is never taken for an old one."""

    book: Book

    def node(self, old: str) -> str:
        """A node's name now."""
        return self._new("node", old, self.book.nodes)

    def id(self, old: str) -> str:
        """A text id, or the id of a choice, now."""
        return self._new("id", old, self.book.words)

    def fact(self, old: str) -> str:
        """A fact's name now."""
        return self._new("fact", old, self.book.facts)

    def room(self, old: str, rooms: dict[str, object]) -> str:
        """A room's name now."""
        return self._new("room", old, rooms)

    def _new(self, kind: str, old: str, known: object) -> str:
        name, renames = old, self.book.renames
        for _ in range(MOST_RENAMES):
            if not renames or name in known:  # type: ignore[operator]  # every table here can be asked
                return name
            chapter, dot, rest = name.partition(".")
            moved = renames.get(f"chapter:{chapter}") if kind in ("node", "id") and dot else None
            name = renames.get(f"{kind}:{name}") or (f"{moved}.{rest}" if moved else name)
        return name


# Saying where --------------------------------------------------------------------------------------------
def places_of(book: Book, tale: Tale, width: int = 0) -> Places:
    """Every place of a tale that stands in `book`."""
    stack = []
    for depth, frame in enumerate(tale.stack):
        called = depth < len(tale.stack) - 1 and isinstance(_step(book, frame.node, frame.at - 1), Call)
        stack.append(_spot(book, frame.node, frame.at - called, past=called))
    call = _spot(book, tale.call.node, tale.call.at) if tale.call is not None else None
    desk = _spot(book, tale.desk.node, tale.desk.at) if tale.desk is not None else None
    papers = _step(book, tale.desk.node, tale.desk.at) if tale.desk is not None else None
    drawn = tale.desk.drawn if tale.desk is not None else []
    asked = [papers.questions[number].id for number in drawn] if isinstance(papers, Papers) else []
    return Places(stack, call, desk, asked, width)


def _spot(book: Book, node: str, at: int, *, past: bool = False) -> Spot:
    steps = book.nodes[node].steps
    at = min(at, len(steps) - 1)
    anchor = next((index for index in range(at, -1, -1) if ids_of(steps[index])), -1)
    until = next((ids_of(step) for step in steps[at + 1:] if ids_of(step)), ())
    kind, what = type(steps[at]).__name__, _what(steps[at])
    alike = sum(type(step).__name__ == kind and _what(step) == what for step in steps[anchor + 1:at])
    return Spot(node, -1 if anchor == at else alike, kind, ids_of(steps[anchor]) if anchor >= 0 else (), until, what,
                past)


def ids_of(step: Step) -> tuple[str, ...]:
    """The stamped ids of a step, those that only pass left out."""
    found: tuple[str, ...] = ()
    match step:
        case Say(text=text) | Bark(text=text):
            found = (text,)
        case Choose(choices=choices):
            found = tuple(choice.id for choice in choices)
        case Phone(cards=cards):
            found = tuple(card.id for card in cards)
        case Papers(questions=questions):
            found = tuple(question.id for question in questions)
    return tuple(id for id in found if ".~" not in id)


def _what(step: Step | None) -> str:
    """What a step names, if that tells it from others of its kind."""
    match step:
        case Visit(room=room):
            return room
        case Bribe(who=who) | Phone(who=who) | Papers(who=who):
            return who
        case Go(node=node) | Call(node=node):
            return node
        case _:
            return ""


# Finding it again ----------------------------------------------------------------------------------------
def find(book: Book, names: Names, spot: Spot, rooms: dict[str, object]) -> int | None:
    """The number of the step in its node today; None if it cannot be said with certainty."""
    node = names.node(spot.node)
    steps = book.nodes[node].steps if node in book.nodes else ()
    alike = [at for at, step in enumerate(steps) if _is(step, spot, names, rooms)]
    ids = {names.id(id) for id in spot.ids}
    anchor = next((at for at, step in enumerate(steps) if ids & set(ids_of(step))), None) if ids else -1
    found: int | None
    if anchor is None:  # the line is gone: what names a room or a person can still be told
        found = alike[0] if spot.what and len(alike) == 1 else None
    elif spot.nth < 0:
        found = anchor if anchor in alike else None
    else:
        until = {names.id(id) for id in spot.until}
        end = next((at for at in range(anchor + 1, len(steps)) if until & set(ids_of(steps[at]))), len(steps))
        near = [at for at in alike if anchor < at < end] or (alike if spot.what and len(alike) == 1 else [])
        found = near[min(spot.nth, len(near) - 1)] if near else None
    return None if found is None else found + spot.past


def _is(step: Step, spot: Spot, names: Names, rooms: dict[str, object]) -> bool:
    if type(step).__name__ != spot.kind:
        return False
    what = _what(step)
    return what in (spot.what, names.node(spot.what), names.room(spot.what, rooms))


def _step(book: Book, node: str, at: int) -> Step | None:
    steps = book.nodes[node].steps if node in book.nodes else ()
    return steps[at] if 0 <= at < len(steps) else None
