"""What can be asked beside the story in `tell`: the place, the bag, what was said, the codex; save, load, undo."""

from __future__ import annotations

from game.commands import is_whole
from game.commands._journey import Journey, JourneyFault
from game.commands._teller import Teller
from game.story.steps import Picture
from game.words.describe import describe
from game.words.slots import Words

TOLD_LINES = 12
ELSEWHERE = ("undo", "load")  # words after which she is elsewhere


def aside(teller: Teller, journey: Journey, words: Words, answer: str) -> str | None:
    """Answer one of the words: "" if only told, one of ELSEWHERE if she is elsewhere now, None if it is no word."""
    word, _, rest = answer.partition(" ")
    word, rest = word.lower(), rest.strip()
    try:
        match word:
            case "look" | "l":
                lines = [*_picture(journey, words), *describe(journey.view, words), *_retold(journey, words)]
            case "bag" | "b":
                lines = bag(journey, words)
            case "facts":
                lines = facts(journey)
            case "history":
                lines = history(journey, words)
            case "codex":
                lines = codex(journey, words, rest)
            case "save":
                journey.save(rest)
                lines = [words.say("tell.saved", file=rest)]
            case "load":
                journey.load(rest)
                lines = [words.say("tell.loaded"), *_retold(journey, words)]
            case "undo":
                journey.undo()
                lines = [words.say("tell.undone"), *_retold(journey, words)]
            case _:
                return None
    except JourneyFault as fault:
        lines, word = [fault.said(words)], ""
    for line in lines:
        teller.say(line)
    return word if word in ELSEWHERE else ""


def _picture(journey: Journey, words: Words) -> list[str]:
    """What is to be seen in the picture shown; nothing in a room, which is told as it is."""
    tale, nodes = journey.sitting.tale, journey.lore.book.nodes
    if journey.view.stage is not None or not tale.picture:
        return []
    here = [nodes[frame.node] for frame in reversed(tale.stack)]
    shown = (step for node in (*here, *nodes.values()) for step in node.steps if isinstance(step, Picture))
    return next(([f"[{words.say(step.alt)}]"] for step in shown if step.name == tale.picture and step.alt), [])


def _retold(journey: Journey, words: Words) -> list[str]:
    """The last that was said where she is now; the room is told when its menu is."""
    return history(journey, words, 1) if journey.sitting.tale.history else []


def bag(journey: Journey, words: Words) -> list[str]:
    """What she carries, in a line."""
    values = journey.sitting.tale.facts
    carried = [words.count(name, int(values[name])) for name, fact in journey.lore.book.facts.items()
               if fact.item and values[name]]
    return [", ".join(carried) or words.say("tell.nothing")]


def facts(journey: Journey) -> list[str]:
    """Every fact that is no longer what it was at the start, by name, and where the story stands."""
    tale = journey.sitting.tale
    changed = [f"{name}: {tale.facts[name]}" for name, fact in journey.lore.book.facts.items()
               if tale.facts[name] != fact.start]
    return [f"at {tale.frame.node}", *changed]


def history(journey: Journey, words: Words, most: int = TOLD_LINES) -> list[str]:
    """The last lines that were told."""
    lines = []
    for told in journey.sitting.tale.history[-most:]:
        name, text = words.name(journey.lore.book, told.who) if told.who else "", words.either(told.text, told.text)
        lines.append(f"{name}: {text}" if name else text if told.who else f"> {text}")
    return lines or [words.say("tell.nothing_said")]


def codex(journey: Journey, words: Words, asked: str) -> list[str]:
    """The entries she has come upon, by number; with a number one of them, and who says so."""
    book = journey.lore.book
    known = [book.codex[id] for id in journey.sitting.tale.learned if id in book.codex]
    if is_whole(asked) and 0 < int(asked) <= len(known):
        entry = known[int(asked) - 1]
        return [f"-- {words.say(entry.title)} --", words.say(entry.text), words.say("codex.sources"),
                *(words.say("codex.source", who=source.who, what=source.what, checked=source.checked)
                  for source in entry.sources)]
    lines = [f"{number}. {words.say(entry.title)}" for number, entry in enumerate(known, 1)]
    if hidden := len(book.codex) - len(known):
        lines.append(words.say("codex.hidden", n=hidden))
    return [*lines, words.say("tell.codex_asked")] if known else lines or [words.say("codex.empty")]
