"""The language `xx`, which nobody speaks: English with accents, in brackets, longer by two fifths.

What a screen shows without brackets is not asked of the words; what does not fit here will not fit in German.
Slots and stars of emphasis stay as they are, so that everything works as in any language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

PSEUDO = "xx"
LONGER = 40  # percent
_ACCENTS = str.maketrans("aceinouyACEINOUY", "àçéîñöûýÀÇÉÎÑÖÛÝ")  # signs the font has
_SLOT = re.compile(r"(\{[^{}]*\})")
_FILL = "~"


def pseudo(english: str) -> str:
    """`english` as it is said in `xx`; "" stays ""."""
    if not english.strip():
        return english
    parts = _SLOT.split(english)
    said = "".join(part if at % 2 else part.translate(_ACCENTS) for at, part in enumerate(parts))
    more = max(2, -(-len(english) * LONGER // 100) - 2)  # less the brackets
    return f"[{said}{_filling(more)}]"


def spoken(words: Mapping[str, str]) -> dict[str, str]:
    """Every text of a book, by id, in `xx`."""
    return {id: pseudo(english) for id, english in words.items()}


def _filling(signs: int) -> str:
    """Words of tildes, so that a line can break in them as it breaks in others."""
    return "".join(" " if at % 6 == 0 else _FILL for at in range(signs))
