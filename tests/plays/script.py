"""Transcripts: a small language that says what a player reads, picks and brings about. See README.md beside this."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = ("start", "given", "seed")                # before the first act
ACTS = ("say", "skim", "options", "choose", "way", "later", "fact", "never", "end")
BARE = ("skim",)                                 # written without words after it
MOST_SEEDS = 1_000


class PlayFault(Exception):
    """A transcript that cannot be read, or a story that goes another way; begins with `file:line:`."""


@dataclass(frozen=True, slots=True)
class Act:
    """One line: its number in the file, its verb and the words after the colon."""

    line: int
    verb: str
    words: str


@dataclass(frozen=True, slots=True)
class Play:
    """A transcript. `given`: fact -> value as written. It passes with one of `seeds`, tried in order."""

    name: str
    start: str
    given: dict[str, str]
    seeds: range
    acts: tuple[Act, ...]


def read(text: str, name: str) -> Play:
    """The play of a file's text. Raises PlayFault."""
    start, given, seeds, acts = "", dict[str, str](), range(1, 2), list[Act]()
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        act = _act(line, number, name)
        if act.verb in HEAD and acts:
            raise PlayFault(f"{name}:{number}: '{act.verb}' belongs above the first thing that happens")
        match act.verb:
            case "start":
                start = act.words
            case "given":
                given |= _given(act, name)
            case "seed":
                seeds = _seeds(act, name)
            case _:
                acts.append(act)
    if not acts or acts[-1].verb in ("choose", "way", "later", "skim"):
        raise PlayFault(f"{name}: a transcript ends with something to check: say, options, fact, never or end")
    return Play(name, start, given, seeds, tuple(acts))


def _act(line: str, number: int, name: str) -> Act:
    verb, colon, words = line.partition(":")
    verb, words = verb.strip(), words.strip()
    if verb not in HEAD + ACTS:
        from difflib import get_close_matches

        near = get_close_matches(verb.split()[0] if verb else "", HEAD + ACTS, 1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(HEAD + ACTS)}."
        raise PlayFault(f"{name}:{number}: there is no verb '{verb}'; {hint}")
    if verb in BARE and words:
        raise PlayFault(f"{name}:{number}: '{verb}' stands alone")
    if verb not in BARE and (not colon or not words):
        raise PlayFault(f"{name}:{number}: write '{verb}: ...'")
    return Act(number, verb, words)


def _given(act: Act, name: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for word in act.words.split(","):
        fact, equals, value = (part.strip() for part in word.partition("="))
        if not fact or not equals or not value:
            raise PlayFault(f"{name}:{act.line}: write 'given: fact=value, fact=value', not '{word.strip()}'")
        given[fact] = value
    return given


def _seeds(act: Act, name: str) -> range:
    first, _, last = act.words.partition("..")
    if not first.isdecimal() or (last and not last.isdecimal()):
        raise PlayFault(f"{name}:{act.line}: a seed is a number or a range like 1..60, not '{act.words}'")
    seeds = range(int(first), int(last or first) + 1)
    if not 0 < len(seeds) <= MOST_SEEDS:
        raise PlayFault(f"{name}:{act.line}: a range of seeds goes up, and holds at most {MOST_SEEDS}")
    return seeds
