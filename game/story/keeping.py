"""What a tale keeps: facts as they change, history, the codex, promises, what is on screen and in the air."""

from __future__ import annotations

from game.story import moments
from game.story.book import Book
from game.story.dice import Dice, Seeded
from game.story.facts import Change, Price, changed
from game.story.moments import Moment, made
from game.story.steps import Bark, Cue, Fade, Later, Learn, Music, Picture, Storylet
from game.story.tale import HISTORY_CAP, Pending, Tale, Timer, Told


def note(tale: Tale, step: Learn | Later | Bark | Storylet, told: list[Moment]) -> None:
    """Play a step that only writes something down, or nothing."""
    match step:
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
            remember(tale, Told(text, who))
            told.append(moments.Barked(text, who))
        case Storylet():
            pass


def change(book: Book, tale: Tale, changes: tuple[Change, ...], told: list[Moment]) -> None:
    """Change facts; each that moved, or could not move all the way, is told."""
    facts = tale.facts
    for one in changes:
        name, old = one.fact, facts[one.fact]
        facts[name] = new = changed(book.facts[name], old, one)
        clipped = one.how == "by" and int(new) - int(old) != one.value
        if new != old or clipped:
            told.append(made(moments.FactChanged, (name, old, new, clipped)))


def pay(book: Book, tale: Tale, price: Price, told: list[Moment]) -> None:
    """Take a price that was found payable."""
    for name, count in price.parts:
        old = int(tale.facts[name])
        tale.facts[name] = new = max(old - count, book.facts[name].least)
        told.append(made(moments.FactChanged, (name, old, new, new != old - count)))


def remember(tale: Tale, told: Told) -> None:
    """Put a line into the history; the oldest goes when it is full."""
    tale.history.append(told)
    if len(tale.history) > HISTORY_CAP:
        del tale.history[0]


def keep_cue(tale: Tale, cue: Cue) -> None:
    """What is on screen and in the air stays in the tale, so that a picture is right without its events."""
    match cue:
        case Picture(name=name):
            tale.picture = name
        case Music(cue=name):
            tale.music = name
        case Fade(to=to):
            tale.dark = to == "black"


def dice_of(tale: Tale) -> Dice:
    """What decides in this tale: its seed, unless it was given other dice."""
    return tale.dice if tale.dice is not None else Seeded(tale.seed)


def happens(tale: Tale, key: str, percent: int) -> bool:
    """Whether something with a chance of `percent` in 100 happens; dice fall only where that is open."""
    return percent >= 100 or (percent > 0 and dice_of(tale).falls(key, percent))


def dice_key(tale: Tale) -> str:
    """The key of the step the tale stands on: node, step, visit."""
    frame = tale.frame
    return f"{frame.node}:{frame.at}:{tale.visits.get(frame.node, 0)}"
