"""The small writings inside story files: `jo (afraid) @bank.2`, `Wait @bank.wait`, `6 won`, `40s`, `{won}`.

Only words go in and come out; what they mean to a story is decided by the readers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TICKS_A_SECOND = 60
NAME = re.compile(r"[a-z_][a-z0-9_]*")
LINE_ID = re.compile(r"[A-Za-z0-9_][\w.-]*")
PARTICLE = re.compile(r"\{[^{}:]*:([^{}]*)\}")
SLOT = re.compile(r"\{([^{}:]*)(?::[^{}]*)?\}")
SPEAKER = re.compile(r"(?P<who>[A-Za-z_][\w.-]*)(?P<gap> *)(?:\((?P<mood>[^()]*)\))?(?: *@(?P<id>\S+))? *")
_LABEL = re.compile(r"(?P<words>.*?)(?:\s+@(?P<id>[\w.-]+))?\s*", re.DOTALL)
COUNT = re.compile(r"(\d+) +([a-z_][a-z0-9_]*)")
SECONDS = re.compile(r"(\d+(?:\.\d+)?) ?s?")
MINUTES = re.compile(r"\+?(\d+) ?([mhd])")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_MINUTES_IN = {"m": 1, "h": 60, "d": 1440}

HER_VERBS = ("reach", "talk", "use", "hide")
NO_TARGET = ("caught", "ice gives way", "cold")
WAY = re.compile(rf"({'|'.join(NO_TARGET)})|({'|'.join((*HER_VERBS, 'stopped by', 'reported by'))}) (\S+)"
                 rf"|(at) ({_CLOCK.pattern})|(alarm) ([123])")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The part before the words: who, in what mood (with its offset from the start), under what id."""

    who: str
    mood: str = ""
    mood_at: int = 0
    id: str = ""


def speaker(key: str) -> Speaker | None:
    """`jo (afraid) @bank.2`; None if it does not look like one."""
    found = SPEAKER.fullmatch(key)
    if not found:
        return None
    return Speaker(found["who"], (found["mood"] or "").strip(), found.start("mood"), found["id"] or "")


def spoken(words: str) -> tuple[Speaker, str] | None:
    """A whole line, `jo @bank.2: Words`; None if it does not look like one."""
    before, colon, said = words.partition(": ")
    who = speaker(before)
    return (who, said.strip()) if colon and who and said.strip() else None


def label(key: str) -> tuple[str, str]:
    """A choice's words and its id ("" if none is stamped yet)."""
    found = _LABEL.fullmatch(key.strip())
    return (found["words"], found["id"] or "") if found else (key.strip(), "")


def slots(words: str) -> tuple[str, ...]:
    """The names in braces, in order, each once."""
    return tuple(dict.fromkeys(name.strip() for name in SLOT.findall(words)))


def ticks(words: str) -> int | None:
    """`40s`, `1.5`: seconds as ticks; None if it is neither."""
    found = SECONDS.fullmatch(words.strip())
    return round(float(found[1]) * TICKS_A_SECOND) if found and len(found[1]) < 9 else None


def minutes(words: str) -> int | None:
    """`+20m`, `6h`, `2d`: tale time as minutes; None if it is none of them."""
    found = MINUTES.fullmatch(words.strip())
    return int(found[1]) * _MINUTES_IN[found[2]] if found and len(found[1]) < 6 else None


def counts(words: str) -> tuple[tuple[str, int], ...] | None:
    """`6 won`, `2 cigarettes + 1 liquor`: fact names with counts; None if it cannot be read."""
    parts: list[tuple[str, int]] = []
    for part in re.split(r" \+ | and ", words.strip()):
        found = COUNT.fullmatch(part.strip())
        if not found or len(found[1]) > 6:
            return None
        parts.append((found[2], int(found[1])))
    return tuple(parts)


def way(key: str) -> tuple[str, str] | None:
    """A way's verb and target, ("talk", "jo"), ("at", "04:40"), ("caught", ""); None if there is no such verb."""
    found = WAY.fullmatch(" ".join(key.split()))
    if not found:
        return None
    verb, target, *_ = [part for part in found.groups() if part] + [""]
    return verb, target


def slug(words: str) -> str:
    """`words` as a part of an id: spaces become `_`."""
    return "_".join(words.split())


def width(words: str) -> int:
    """Columns on screen: a Hangul or Chinese sign counts two."""
    if words.isascii():
        return len(words)
    return sum(2 if "\u1100" <= sign <= "\u11ff" or "\u2e80" <= sign <= "\ud7a3" or "\uff00" <= sign <= "\uff60" else 1
               for sign in words)
