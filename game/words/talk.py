"""A call and papers in words: what a panel shows, line by line, for text play and for those who listen."""

from __future__ import annotations

from game.story import runtime
from game.story.book import Book
from game.story.runtime import Option
from game.story.tale import Tale
from game.words.slots import Words

TICKS_A_SECOND = 60


def talk_lines(book: Book, tale: Tale, words: Words) -> list[str]:
    """The call she is on, or the papers on the desk; nothing if there are none."""
    lines: list[str] = []
    call = runtime.phone_now(book, tale)
    if call is not None:
        lines.append(words.say("phone.state", who=words.name(book, call.who), bars=call.signal, n=call.left,
                               trace=words.say(f"phone.trace.{call.step}")))
    desk = runtime.desk_now(book, tale)
    if desk is not None:
        about = next((words.say("desk.about", label=words.say(field.label), value=words.say(field.value))
                      for field in desk.fields if field.name == desk.asked), "")
        count = words.say("desk.count", n=desk.number, of=desk.of)
        lines.append(" ".join(filter(None, (f"{words.say(desk.title)}, {count}.", about,
                                            words.say(f"desk.{desk.mood}")))))
    return lines


def takes(option: Option, words: Words) -> str:
    """How long a card of the telephone takes; "" for everything else."""
    if option.burst:
        return words.say("phone.burst")
    return words.say("phone.seconds", n=option.ticks // TICKS_A_SECOND) if option.ticks else ""
