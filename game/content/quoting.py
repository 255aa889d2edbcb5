"""The quotes a line of YAML needs, worked out from the line alone (the file could not be read, or was misread)."""

from __future__ import annotations

import re

# Settings whose value is words for the player; only in these is a `#` or a reserved sign likely to be meant as words.
WORD_KEYS = ("alt", "caption", "locked", "text", "label", "title", "name", "bark", "what", "who")
RESERVED = "@&*!%`\"'[]{}|>?-,"
TRAPS = re.compile(
    r"(?i:no|yes|on|off|y|n|null|~|nan|\.nan|[-+]?\.inf)|0[0-9]+|0[xob][0-9a-fA-F]+|[0-9]+:[0-5][0-9](:[0-5][0-9])?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]+(_[0-9]+)+"
)
LINE_KEY = r"[a-z_][a-z0-9_]*(?: \([^)]*\))?(?: @[\w.-]+)?"
_LINE = re.compile(rf"(?P<indent> *- )(?P<all>(?P<key>{LINE_KEY}): (?P<words>.*\S))\s*$")
_SETTING = re.compile(r"(?P<indent> *(?:- )?)(?P<key>[a-z_]+): (?P<words>.*\S)\s*$")
_CHOICE = re.compile(r"(?P<indent> *- )(?P<words>[^\s].*?)(?P<end>: [a-z_][a-z0-9_.]*|:)\s*$")


def quoted(words: str) -> str:
    """`words` between double quotes, as YAML reads them back."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def is_trap(words: str) -> bool:
    """Whether some YAML reader would take these words for a number, a date, a yes or a nothing."""
    return TRAPS.fullmatch(words) is not None


def needs_quotes(words: str) -> bool:
    """Whether `words`, left bare after `key: `, would be cut, refused or turned into something else."""
    return (": " in words or " #" in words or words.endswith(":") or words[:1] in RESERVED or words[:1] == "#"
            or is_trap(words))


def is_quoted(words: str) -> bool:
    """Whether `words` already stand between one pair of quotes."""
    return bool(re.fullmatch(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', words))


def mended(line: str) -> str | None:
    """The same line with the quotes it needs; None if no quotes would mend it. Words are never changed.

    A spoken line is quoted as a whole (its id stays inside), a setting after its key, a choice before its colon.
    What stands two spaces behind the words, after a # and a space, is a comment and stays one.
    """
    comment = re.search(r" {2,}# .*$", line)
    if comment:
        better = mended(line[:comment.start()])
        return better + comment[0] if better else None
    setting = _SETTING.fullmatch(line)
    if setting and setting["key"] in WORD_KEYS:
        return _around(line, setting, setting["indent"] + setting["key"] + ": ", "words", "")
    spoken = _LINE.fullmatch(line)
    if spoken and spoken["key"] == "if":
        return None  # a condition needs no quotes; what is wrong in it is something else
    if spoken and _speaks(spoken["key"], spoken["words"]):
        return _around(line, spoken, spoken["indent"], "all", "")
    choice = _CHOICE.fullmatch(line)
    if choice and (" " in choice["words"] or choice["words"][:1] in RESERVED):
        return _around(line, choice, choice["indent"], "words", choice["end"])
    return None


def _speaks(key: str, words: str) -> bool:
    """A choice such as `Ask: why @bank.ask: node` looks like a line too; its id stands in the words."""
    return "@" in key or not re.search(r" @[\w.-]+:(?: [a-z_][a-z0-9_.]*)?$", words)


def _around(line: str, found: re.Match[str], before: str, part: str, after: str) -> str | None:
    words = found[part]
    inner = found["words"] if part == "all" else words
    if is_quoted(words) or is_quoted(inner) or not needs_quotes(inner):
        return None
    return before + quoted(words) + after
