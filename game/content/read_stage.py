"""Stage directions: what people and doors do on a map, and what is seen and heard meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from game.content import hints, lines, schema
from game.content.kinds import Form, Kind, ListOf, One, either, one_of
from game.content.scribe import Scribe
from game.content.yamltree import Table, Text, Tree
from game.story.steps import (
    Alert,
    Calm,
    Camera,
    Close,
    Cue,
    Effect,
    Face,
    Fade,
    Move,
    Music,
    Open,
    Pass,
    Picture,
    Send,
    Shake,
    Sound,
    Time,
    Title,
    Together,
    Wait,
)

Direction: TypeAlias = Cue | Effect

_GAITS, _FADES = ("walk", "run", "crouch", "crawl"), ("black", "clear")
_FOR = Form({"for": One.SECONDS}, ("for",))
_FORMS = {
    "move": Form({"who": One.PERSON, "to": One.NAME, "how": one_of(_GAITS)}, ("who", "to")),
    "face": Form({"who": One.PERSON, "to": One.NAME}, ("who", "to")),
    "send": Form({"who": One.PERSON, "to": One.NAME}, ("who", "to")),
    "pass": Form({"who": One.PERSON, "for": One.SECONDS}, ("who", "for")),
    "camera": Form({"to": One.NAME, "for": One.SECONDS}, ("to",)),
    "fade": Form({"to": one_of(_FADES), "for": One.SECONDS}, ("to",)),
    "title": Form({"text": One.WORDS, "for": One.SECONDS}, ("text",)),
    "sound": Form({"play": One.NAME, "caption": One.WORDS}, ("play",)),
    "picture": Form({"show": One.NAME, "alt": One.WORDS, "for": One.SECONDS}, ("show",)),
}
STAGE: dict[str, Kind] = {
    "move": _FORMS["move"], "face": _FORMS["face"], "open": One.NAME, "close": One.NAME, "calm": One.PERSON,
    "pass": _FORMS["pass"], "alert": One.PERSON, "send": _FORMS["send"], "wait": either(One.SECONDS, _FOR),
    "time": One.TALE_TIME, "picture": either(one_of(("none",)), _FORMS["picture"]), "camera": _FORMS["camera"],
    "fade": _FORMS["fade"], "sound": _FORMS["sound"], "music": One.NAME, "shake": either(One.SECONDS, _FOR),
    "title": either(One.WORDS, _FORMS["title"]),
}
TOGETHER = ListOf(One.DIRECTION)


def read_direction(scribe: Scribe, verb: str, value: Tree, more: Mapping[str, Tree]) -> None:
    """One stage direction as a step of its own."""
    found = _direction(scribe, verb, value, verb)
    if found is not None:
        scribe.add(found, value.place)


def read_together(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """Several stage directions that start at once."""
    found: list[Direction] = []
    for number, entry in enumerate(schema.items(value, "together", scribe.faults)):
        match entry:
            case Table(entries=((key, told),)) if key.value in STAGE:
                one = _direction(scribe, key.value, told, f"{number}.{key.value}")
                if one is not None:
                    found.append(one)
            case _:
                scribe.faults.error(entry.place, "T004", "only stage directions can happen together",
                                    "such as move, face, camera, sound, wait")
    scribe.add(Together(tuple(found)), value.place)


def _direction(scribe: Scribe, verb: str, value: Tree, part: str) -> Direction | None:
    faults = scribe.faults
    match verb:
        case "move" | "face" | "send" | "pass" | "camera" | "fade" | "picture" | "sound" | "title":
            return _of_settings(scribe, verb, value, part)
        case "open":
            return Open(schema.text(value, "open", faults))
        case "close":
            return Close(schema.text(value, "close", faults))
        case "calm":
            return Calm(schema.text(value, "calm", faults))
        case "alert":
            return Alert(schema.text(value, "alert", faults))
        case "wait":
            return Wait(schema.ticks(_for(scribe, value, verb), "wait", faults))
        case "shake":
            return Shake(schema.ticks(_for(scribe, value, verb), "shake", faults))
        case "music":
            cue = schema.text(value, "music", faults)
            return Music("" if cue == "none" else cue)
        case "time":
            minutes = lines.minutes(schema.text(value, "time", faults))
            if not minutes:
                faults.error(value.place, "T003", "time must be tale time such as +20m, +2h or +1d",
                             hints.for_tale_time(value))
            return Time(minutes or 1)
    return None


def _for(scribe: Scribe, value: Tree, what: str) -> Tree:
    """`wait: 2` and `wait: {for: 2}` are the same."""
    if not isinstance(value, Table):
        return value
    return schema.settings(value, what, scribe.faults, _FOR).get("for", Text("1", value.place))


def _of_settings(scribe: Scribe, verb: str, value: Tree, part: str) -> Direction | None:
    """Directions written as a table (pictures and titles may be a single word)."""
    faults = scribe.faults
    if verb == "picture" and isinstance(value, Text):
        return _bare_picture(scribe, value)
    if verb == "sound" and isinstance(value, Text) and value.value:
        faults.error(value.place, "X007", f"the sound '{value.value}' has no caption for those who cannot hear",
                     "write play: and caption: on lines of their own below sound:")
        return None
    if verb == "title" and isinstance(value, Text):
        return Title(scribe.derived(part, _words(scribe, value, "the title"), value.place))
    got = schema.settings(value, verb, faults, _FORMS[verb])

    def name(setting: str) -> str:
        return schema.text(got[setting], f"'{setting}' of {verb}", faults) if setting in got else ""

    ticks = schema.ticks(got["for"], f"'for' of {verb}", faults) if "for" in got else 0
    match verb:
        case "move":
            how = schema.one_of(got["how"], _GAITS, "how", faults) if "how" in got else "walk"
            return Move(name("who"), name("to"), how)
        case "face":
            return Face(name("who"), name("to"))
        case "send":
            return Send(name("who"), name("to"))
        case "pass":
            return Pass(name("who"), ticks)
        case "camera":
            return Camera(name("to"), ticks or 60)
        case "fade":
            to = schema.one_of(got["to"], _FADES, "to", faults) if "to" in got else "black"
            return Fade(to, ticks or 60)
        case "title":
            words = _words(scribe, got["text"], "the title") if "text" in got else ""
            return Title(scribe.derived(part, words, value.place), ticks or 150)
        case "sound":
            return Sound(name("play"), _described(scribe, got, "caption", "sound", value, part))
        case "picture":
            return Picture(name("show"), _described(scribe, got, "alt", "picture", value, part), ticks)
    return None


def _bare_picture(scribe: Scribe, value: Text) -> Picture:
    if value.value != "none":
        scribe.faults.error(value.place, "X007", f"the picture '{value.value}' has no alt words for those who cannot "
                            "see", "write show: and alt: on lines of their own below picture:")
    return Picture("" if value.value == "none" else value.value)


def _described(scribe: Scribe, got: Mapping[str, Tree], setting: str, what: str, value: Tree, part: str) -> str:
    """The text id of the words for those who cannot see (alt) or hear (caption)."""
    if setting not in got:
        shown = got.get("show")
        if not (isinstance(shown, Text) and shown.value == "none"):
            whom = "see" if what == "picture" else "hear"
            scribe.faults.error(value.place, "X007", f"this {what} has no {setting} for those who cannot {whom}",
                                f"add {setting}: with a few words")
        return ""
    if isinstance(value, Table) and value.braces:
        scribe.faults.warning(got[setting].place, "Y007", f"{setting} inside braces is cut at its first comma",
                              f"write {setting}: on a line of its own")
    prefix = part[: -len(what)]
    return scribe.derived(f"{prefix}{setting}", _words(scribe, got[setting], f"the {setting}"), got[setting].place)


def _words(scribe: Scribe, tree: Tree, what: str) -> str:
    said = schema.words(tree, what, scribe.faults)
    for slot in lines.slots(said):
        scribe.faults.error(tree.place, "T008", f"{{{slot}}} works in spoken lines only, not in {what}")
    return said
