"""What happened, as plain lines of text: for terminals, logs, screen readers and transcripts."""

from __future__ import annotations

from collections.abc import Iterable

from game.sim.events import (
    AlarmChanged,
    Event,
    HandedOver,
    HandoverSoon,
    Hid,
    Noticed,
    Refused,
    Reported,
    Rewound,
    Sounded,
    TraceRose,
)
from game.sim.world import Mind, World
from game.story import moments
from game.story.book import Book
from game.story.bribes import Outcome
from game.story.steps import Cue, Fade, Picture, Sound, Title, Together
from game.words.captions import caption, heard_of, mind_words
from game.words.describe import called, object_name
from game.words.slots import Words

_TOLD_MINDS = (Mind.CURIOUS, Mind.SEARCHING, Mind.TRAIL, Mind.CHALLENGE, Mind.CHASE)


def tell(events: Iterable[Event], book: Book, words: Words, world: World | None = None) -> list[str]:
    """The lines of `events`, in order; what nobody would notice gives none. `world` adds names and directions."""
    lines: list[str] = []
    for event in events:
        line = _line(event, book, words, world)
        if line:
            lines.append(line)
    return lines


def _line(event: Event, book: Book, words: Words, world: World | None) -> str:
    match event:
        case moments.Spoke(text=text, who=who, slots=slots):
            return _spoken(book, words, who, words.say(text, **dict(slots)))
        case moments.Barked(text=text, who=who):
            return _spoken(book, words, who, words.say(text))
        case moments.Chosen(id=id):
            return f"> {words.either(id, id)}"
        case moments.BribeAnswered(outcome=Outcome.REFUSED):
            return words.say("tell.refused")
        case moments.FactChanged():
            return _carried(event, book, words)
        case moments.Learned(entry=entry):
            return words.say("caption.learned", title=words.say(book.codex[entry].title))
        case moments.Cued(cue=cue):
            return _cue(cue, words)
        case moments.Acted(what=Together(steps=steps)):
            return " ".join(filter(None, (_cue(part, words) for part in steps
                                          if isinstance(part, Picture | Fade | Sound | Title))))
        case moments.Ended(ending=ending):
            end = book.endings[ending]
            return f"== {words.say(end.title)} ==\n{words.say(end.text)}"
        case _:
            return _seen(event, words, world) if world is not None else ""


def _spoken(book: Book, words: Words, who: str, text: str) -> str:
    name = words.name(book, who)
    return f"{name}: {text}" if name else text


def _carried(event: moments.FactChanged, book: Book, words: Words) -> str:
    """What came into the bag or left it, or what the frost took; nothing for other facts nobody carries."""
    if not book.facts[event.fact].item:
        return heard_of(words, event)
    more = int(event.new) - int(event.old)
    if not more:
        return ""
    return words.say("caption.got" if more > 0 else "caption.gave", what=words.count(event.fact, abs(more)))


def _cue(cue: Cue, words: Words) -> str:
    match cue:
        case Picture(name=name, alt=alt) if name and alt:
            return f"[{words.say(alt)}]"
        case Sound(caption=text) if text:
            return f"[{words.say(text)}]"
        case Title(text=text):
            return f"-- {words.say(text)} --"
        case _:
            return ""


def _seen(event: Event, words: Words, world: World) -> str:
    """What is noticed on a map."""
    match event:
        case Sounded():
            return caption(words, event, world.stage.her) if world.stage is not None else ""
        case Noticed(who=who, new=mind) if mind in _TOLD_MINDS:
            return f"{called(world, words, who)}: {mind_words(words, world.room, who, mind)}."
        case AlarmChanged(old=old, new=new) if new > old:
            return words.say(f"alarm.{new}")
        case HandoverSoon():
            return words.say("caption.handover_soon")
        case HandedOver():
            return words.say("caption.handover")
        case Hid(thing=thing) if thing:
            return words.say("tell.hidden", what=object_name(words, thing))
        case Refused(why=why):
            return words.say(why)
        case TraceRose(step=3):  # the steps before it are heard in the line
            return words.say("phone.trace.3") + "."
        case Rewound():
            return words.say("caption.rewound")
        case Reported(who=who):
            return words.say("caption.reported", who=called(world, words, who))
        case _:
            return heard_of(words, event)
