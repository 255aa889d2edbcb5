"""What somebody meant who wrote a line that says nothing: suggestions for slips inside one line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.content import lines
from game.content.draft import Draft
from game.content.problems import did_you_mean
from game.content.yamltree import Text, Tree

_OPENING = "\u201c\u201d\u201e\u2018\u2019\u00ab\u300c"
# How other languages, and people, say what conditions say with words and signs of their own.
_SIGNS = ((r" *&& *", " and "), (r" *\|\| *", " or "), (r"!(?!=) *", "not "), ("\u2265", ">="), ("\u2264", "<="),
          ("\u2260", "!="), (r" is not ", " != "), (r" is ", " == "), (r"(?<![=!<>])=(?!=)", "=="))
_QUOTES = re.compile("[\u2018\u2019\u201a\u201c\u201d\u201e'\"]")


def for_step(said: str, draft: Draft, verbs: Iterable[str]) -> str:
    """A step without a colon: `go river`, `go:river`, `narrator words`, or words that nobody says."""
    first, _, rest = said.partition(" ")
    known = (*verbs, *draft.cast)
    name, colon, more = said.partition(":")
    if first in draft.cast:
        return f"a colon and a space between {first} and the words"
    if first in known:
        return f"`{first}: {rest or '...'}`"
    if colon and name in known:
        return f"a space after the colon: `{name}: {more}`"
    return did_you_mean(first, verbs) or f"who says it? Such as `narrator: {said[:40]}`"


def for_speaker(key: str, draft: Draft, verbs: Iterable[str]) -> str:
    """What stands before a colon, and is neither a step nor somebody."""
    if key[:1] in _OPENING:
        return f"take the {key[0]} away, or use straight quotes (\") round the whole line"
    who, *rest = key.split() or [""]
    if who in draft.cast and rest:
        mood = " ".join(word.strip("()") for word in rest if not word.startswith("@"))
        ids = [word for word in rest if word.startswith("@")]
        return " ".join([f"a mood stands in brackets, the id after it: {who} ({mood})", *ids])
    near = did_you_mean(key, (*verbs, *draft.cast))
    if near or not lines.NAME.fullmatch(key.lower()):
        return near or "a line is `who: words`; words with a colon stand in quotes"
    return f"whoever speaks is declared under cast in world.yaml: {key.lower()}"


def for_condition(said: str, code: str) -> str:
    """A condition that cannot be read."""
    bare = _QUOTES.sub("", said)
    if bare != said:
        return f"names stand without quotes: {bare}"
    better = said
    for wrong, right in _SIGNS:
        better = re.sub(wrong, right, better)
    if better != said:
        return better
    return "such as met, not met, won >= 3, sky == snow; join two with and, or" if code == "E001" else ""


def for_price(tree: Tree) -> str:
    """`1 bucket` as a price or a gift is written."""
    counted = lines.counts(tree.value) if isinstance(tree, Text) else None
    return "{" + ", ".join(f"{name}: {count}" for name, count in counted) + "}" if counted else ""


def for_tale_time(tree: Tree) -> str:
    """`20 minutes`, `0:20` as tale time is written."""
    said = tree.value.strip().lower() if isinstance(tree, Text) else ""
    counted = re.fullmatch(r"\+?(\d{1,3}) ?(min|hour|day)\w*", said)
    if counted:
        return f"+{counted[1]}{counted[2][0]}"
    clock = re.fullmatch(r"\+?(\d{1,2}):(\d\d)", said)
    return f"+{int(clock[1]) * 60 + int(clock[2])}m" if clock else ""
