"""Words by id, with their slots filled: the book's own first, in the player's language if it has them.

Korean particles depend on the last sound of the word before them. A text writes both in brackets after a slot, as
in `{who}(이/가)`; the right one is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.story.book import Book
from game.story.facts import Price

_SLOT = re.compile(r"\{(\w+)\}")
_PARTICLE = re.compile(r"(\S)\((\w+)/(\w+)\)")
_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28


def fill(text: str, slots: Mapping[str, str]) -> str:
    """Put `slots` into `{name}` places; a slot nobody fills stays as it is written."""
    filled = _SLOT.sub(lambda found: slots.get(found[1], found[0]), text)
    return _PARTICLE.sub(_particle, filled) if "/" in filled else filled


def _particle(found: re.Match[str]) -> str:
    before = found[1]
    if not _FIRST <= ord(before) <= _LAST:
        return found[0]
    closed = (ord(before) - _FIRST) % _FINALS != 0
    return before + (found[2] if closed else found[3])


class Words:
    """All text of a book in one language; what a language lacks is said in English."""

    def __init__(self, book: Book, language: str = "en") -> None:
        self.language = language
        self._english = book.words
        self._other = book.languages.get(language, {})

    def has(self, id: str) -> bool:
        """Whether there are words for `id`."""
        return id in self._other or id in self._english

    def say(self, id: str, **slots: str | int) -> str:
        """The words of `id`. An id without words is shown as it is, so that the fault is seen."""
        text = self._other.get(id) or self._english.get(id)
        if text is None:
            return id
        return fill(text, {name: str(value) for name, value in slots.items()})

    def either(self, id: str, otherwise: str) -> str:
        """The words of `id`, or `otherwise` if there are none."""
        return self.say(id) if self.has(id) else otherwise

    def name(self, book: Book, who: str) -> str:
        """What somebody of the cast is called; "" for the narrator."""
        person = book.cast.get(who)
        return self.either(f"cast.{who}", person.name if person else who) if who != "narrator" else ""

    def count(self, fact: str, number: int) -> str:
        """"2 won notes": an amount of something carried."""
        return self.say(f"item.{fact}.{'one' if number == 1 else 'many'}", n=number)

    def price(self, price: Price) -> str:
        """What must be handed over, in words; "" for nothing."""
        return ", ".join(self.count(fact, number) for fact, number in price.parts)
