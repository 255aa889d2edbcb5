"""A loaded tale is brought onto today's story: names, facts, and the place where it stands.

What cannot be found is gone back for: to the beginning of the scene with the facts of then, to the room the scene was
played in, to an earlier scene, to the gate of the chapter; in that order.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum

from game.content.places import Names, Places, Spot, find
from game.sim.journey import CALM_TICKS, follow
from game.sim.world import Lore, World
from game.story import runtime
from game.story.book import Book
from game.story.calls import FULL
from game.story.facts import FactType, Value
from game.story.flow import TaleError
from game.story.steps import Bribe, Choose, End, Papers, Phone, Say, Step, Visit
from game.story.tale import Entry, Frame, Pending, Tale, Timer, Waiting


class Went(IntEnum):
    """How far back a tale had to go."""

    NOWHERE = 0
    SCENE = 1    # to the beginning of the scene, or to the room it was played in
    EARLIER = 2  # to an earlier scene


class Lost(ValueError):
    """Nothing of where the tale stood is left in the story."""


def rename(world: World) -> None:
    """Call everything in the tale by today's names, and bring its facts into their ranges."""
    book, tale = world.lore.book, world.tale
    names = Names(book)
    if book.renames:
        tale.visits = {names.node(node): count for node, count in tale.visits.items()}
        tale.once = {_once(names, key): count for key, count in tale.once.items()}
        for told in tale.history:
            told.text = names.id(told.text)
        if tale.call is not None:
            tale.call.played = [names.id(id) for id in tale.call.played]
        rooms = world.lore.rooms
        world.room_visits = {names.room(id, dict(rooms)): count for id, count in world.room_visits.items()}
    tale.facts = today(book, names, tale.facts)
    for entry in tale.entries:
        entry.node, entry.facts = names.node(entry.node), today(book, names, entry.facts)
    later: list[Pending | Timer] = [*tale.pending, *tale.timers]
    for one in later:
        one.node = names.node(one.node)
        one.missed = tuple(replace(change, fact=names.fact(change.fact)) for change in one.missed
                           if names.fact(change.fact) in book.facts)
    tale.pending = [one for one in tale.pending if one.node in book.nodes]
    tale.timers = [one for one in tale.timers if one.node in book.nodes]
    tale.learned = [one for one in tale.learned if one in book.codex]
    tale.trace = min(max(tale.trace, 0), FULL)


def _once(names: Names, key: str) -> str:
    node, slash, way = key.partition("/")
    return f"{names.node(node)}/{way}" if slash else names.id(key)


def today(book: Book, names: Names, old: dict[str, Value]) -> dict[str, Value]:
    """Facts as the story declares them now: new ones begin, those that are gone go, the rest keep within range."""
    renamed = {names.fact(name): value for name, value in old.items()}
    found: dict[str, Value] = {}
    for name, fact in book.facts.items():
        value = renamed.get(name, fact.start)
        match fact.type:
            case FactType.FLAG:
                good = isinstance(value, bool)
            case FactType.ENUM:
                good = isinstance(value, str) and value in fact.of
            case FactType.INT:
                good = isinstance(value, int) and not isinstance(value, bool)
        found[name] = value if good else fact.start
        if fact.type is FactType.INT:
            found[name] = min(max(int(found[name]), fact.least), fact.most)
    return found


# The place -----------------------------------------------------------------------------------------------
def stand(world: World, places: Places | None) -> Went:
    """Put the tale where it stood, or as near as the story lets it. Without `places` numbers are taken as they are.

    Raises Lost.
    """
    tale = world.tale
    if tale.waiting is Waiting.END:
        if tale.ending not in world.lore.book.endings:
            raise Lost("the ending is gone")
        return Went.NOWHERE
    broken = _broken(world.lore, tale, places)
    if broken is None:
        return Went.NOWHERE
    return go_back(world, broken)


def _broken(lore: Lore, tale: Tale, places: Places | None) -> int | None:
    """Number every frame anew; the first that has no place any more, or None."""
    book, names = lore.book, Names(lore.book)
    known = places is not None and len(places.stack) == len(tale.stack)
    if not tale.stack:
        raise Lost("the tale stands nowhere")
    for depth, frame in enumerate(tale.stack):
        at = _found(lore, names, places.stack[depth]) if known and places is not None else frame.at
        frame.node = names.node(frame.node)
        steps = book.nodes[frame.node].steps if frame.node in book.nodes else ()
        if at is None or not 0 <= at < len(steps):
            return depth
        frame.at = at
        last = depth == len(tale.stack) - 1
        if last and not _waits(steps[at], tale.waiting):
            return depth
        if not last and tale.stack[depth + 1].way and not isinstance(steps[at], Visit):
            return depth
    if tale.stack[0].way:
        return 0
    return None if _talk_fits(lore, names, tale, places) else len(tale.stack) - 1


def _found(lore: Lore, names: Names, spot: Spot) -> int | None:
    return find(lore.book, names, spot, dict(lore.rooms))


def _waits(step: Step, waiting: Waiting) -> bool:
    """Whether a tale can wait so at this step."""
    match waiting:
        case Waiting.WORDS:
            return isinstance(step, Say)
        case Waiting.CHOICE:
            return isinstance(step, Choose | Phone | Papers)
        case Waiting.BRIBE:
            return isinstance(step, Bribe)
        case Waiting.ROOM:
            return isinstance(step, Visit)
        case _:
            return not isinstance(step, Say | Choose | Phone | Papers | Bribe | Visit | End)


def _talk_fits(lore: Lore, names: Names, tale: Tale, places: Places | None) -> bool:
    """Whether the call under way and the papers on the desk are still those of the story; numbers them anew."""
    book, top = lore.book, tale.frame
    step = book.nodes[top.node].steps[top.at]
    if tale.call is not None:
        tale.call.node = names.node(tale.call.node)
        at = _found(lore, names, places.call) if places is not None and places.call is not None else tale.call.at
        if at is None or not isinstance(_at(book, tale.call.node, at), Phone):
            return False
        tale.call.at = at
    if tale.desk is None:
        return not (tale.waiting is Waiting.CHOICE and isinstance(step, Papers)) and _answerable(book, tale, step)
    desk = tale.desk
    desk.node = names.node(desk.node)
    at = _found(lore, names, places.desk) if places is not None and places.desk is not None else desk.at
    papers = _at(book, desk.node, at) if at is not None else None
    if at is None or not isinstance(papers, Papers) or desk.answered < 0:
        return False
    desk.at = at
    if places is not None and len(places.asked) == len(desk.drawn):
        numbers = {question.id: number for number, question in enumerate(papers.questions)}
        desk.drawn = [numbers.get(names.id(id), -1) for id in places.asked]
    return all(0 <= one < len(papers.questions) for one in desk.drawn) and _answerable(book, tale, step)


def _answerable(book: Book, tale: Tale, step: Step) -> bool:
    """Whether something can be answered, where an answer is waited for."""
    if tale.waiting is not Waiting.CHOICE:
        return True
    if isinstance(step, Phone) and tale.call is None:
        return False
    return any(option.open for option in runtime.options(book, tale))


def _at(book: Book, node: str, at: int) -> Step | None:
    steps = book.nodes[node].steps if node in book.nodes else ()
    return steps[at] if 0 <= at < len(steps) else None


# Going back ----------------------------------------------------------------------------------------------
def go_back(world: World, depth: int) -> Went:
    """The frame at `depth` cannot go on where it was: begin its scene anew, or go further back. Raises Lost."""
    book, tale = world.lore.book, world.tale
    gone = tale.stack[depth]
    facts = _facts_of(tale.entries, gone.node)
    tale.facts = facts if facts is not None else tale.facts
    tale.tries, tale.call, tale.desk = 0, None, None
    if world.stage is not None:
        world.stage.running.clear()
    if gone.node in book.nodes:
        tale.stack[depth:] = [Frame(gone.node, 0, gone.way)]
        return _scene(world)
    if depth:
        del tale.stack[depth:]
        if gone.way:
            tale.waiting = Waiting.ROOM
            if world.stage is not None:
                world.stage.her.calm_ticks = max(world.stage.her.calm_ticks, CALM_TICKS)
            return Went.SCENE
        return _scene(world)
    return earlier(world)


def _scene(world: World) -> Went:
    try:
        return _tell_on(world, Went.SCENE)
    except Lost:
        return earlier(world)


def earlier(world: World) -> Went:
    """Begin the last scene anew that the story still has. Raises Lost."""
    tale, book = world.tale, world.lore.book
    for entry in reversed(tale.entries):
        if entry.depth == 1 and entry.node in book.nodes:
            tale.stack, tale.facts = [Frame(entry.node)], dict(entry.facts)
            tale.tries, tale.call, tale.desk = 0, None, None
            with contextlib.suppress(Lost):
                return _tell_on(world, Went.EARLIER)
    raise Lost("no scene of this save is left in the story")


def _facts_of(entries: Iterable[Entry], node: str) -> dict[str, Value] | None:
    return next((dict(entry.facts) for entry in reversed(list(entries)) if entry.node == node), None)


def _tell_on(world: World, went: Went) -> Went:
    tale = world.tale
    if not any(frame.way for frame in tale.stack):
        world.stage, tale.timers = None, []
    try:
        tale.waiting = Waiting.STAGE
        follow(world, runtime.settle(world.lore.book, tale))
    except (TaleError, ValueError, KeyError, IndexError) as fault:
        raise Lost(str(fault)) from None
    return went
