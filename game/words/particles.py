"""Korean particles, which hang on the last sound of the word before them: `{who:이/가}`, or `(이/가)` after a slot.

After a closed syllable stands the first of the pair, after an open one the second; 으로/로 is 로 after ㄹ too.
Digits count as they are read aloud in Korean, Latin letters as they are mostly heard at the end of a word.
"""

from __future__ import annotations

import re

PAIRS = ("은/는", "이/가", "을/를", "과/와", "으로/로", "아/야", "이여/여", "이랑/랑", "이나/나",
         "이라/라", "이다/다", "이에요/예요", "이었/였", "이란/란", "이면/면", "이라고/라고", "이고/고")
_FIRST, _LAST, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
_TOWARD = "으로"
# 영 일 이 삼 사 오 육 칠 팔 구: whether each ends closed, and which of them in ㄹ
_CLOSED_DIGITS, _RIEUL_DIGITS = "013678", "178"
_CLOSED_LETTERS, _RIEUL_LETTERS = "bcdgklmnpqt", "l"
_BRACKETED = re.compile(r"(\S)\((\w+)/(\w+)\)")


def particle(before: str, pair: str) -> str:
    """The one of `pair` ("은/는") that fits after the words `before`."""
    closed, opened = pair.split("/", 1)
    kind = _ending(before.rstrip(" .,!?\"'’”)]*")[-1:])
    return closed if kind == "closed" or (kind == "rieul" and closed != _TOWARD) else opened


def is_pair(words: str) -> bool:
    """Whether there is such a pair, written with the form after a closed syllable first."""
    return words in PAIRS


def bracketed(text: str) -> str:
    """Resolve every `(이/가)` that stands right behind a sign whose sound is known."""
    return _BRACKETED.sub(_resolve, text)


def _resolve(found: re.Match[str]) -> str:
    pair = f"{found[2]}/{found[3]}"
    if not is_pair(pair) or not _ending(found[1]):
        return found[0]
    return found[1] + particle(found[1], pair)


def _ending(sign: str) -> str:
    """How a sign ends: "open", "closed", "rieul" (closed by ㄹ), or "" if nobody knows."""
    if not sign:
        return ""
    if _FIRST <= ord(sign) <= _LAST:
        final = (ord(sign) - _FIRST) % _FINALS
        return "open" if not final else "rieul" if final == _RIEUL else "closed"
    small = sign.lower()
    if small in _RIEUL_DIGITS + _RIEUL_LETTERS:
        return "rieul"
    if small in _CLOSED_DIGITS + _CLOSED_LETTERS:
        return "closed"
    return "open" if small.isascii() and small.isalnum() else ""
