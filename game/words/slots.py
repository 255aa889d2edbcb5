"""Words by id, with their slots filled: the book's own first, in the player's language if it has them.

`{won}` is a fact's value; in Korean `{won:은/는}` is the value and the particle that fits it. `*words*` between stars
are said with weight: `Words.say` leaves the stars out, `Words.marked` keeps them for screens that draw `spans`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.story.book import Book
from game.story.facts import Price
from game.words import pseudo
from game.words.particles import bracketed, particle

_SLOT = re.compile(r"\{(\w+)(?::([^{}/]+/[^{}/]+))?\}")
_MARKED = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+)(?<=[^\s*])\*(?![\w*])", re.ASCII)


def fill(text: str, slots: Mapping[str, str]) -> str:
    """Put `slots` into `{name}` places; a slot nobody fills stays as it is written."""
    if "{" in text:
        text = _SLOT.sub(lambda found: _filled(found, slots), text)
    return bracketed(text) if "/" in text else text


def _filled(found: re.Match[str], slots: Mapping[str, str]) -> str:
    value = slots.get(found[1])
    if value is None:
        return found[0]
    return value + particle(value, found[2]) if found[2] else value


# Emphasis ------------------------------------------------------------------------------------------------
def spans(words: str) -> list[tuple[str, bool]]:
    """Words cut at their stars: (part, whether it is said with weight), the stars left out. [] for no words."""
    parts: list[tuple[str, bool]] = []
    for number, part in enumerate(_MARKED.split(words)):
        if part:
            parts.append((part, number % 2 == 1))
    return parts


def plain(words: str) -> str:
    """Words without the stars of emphasis."""
    return _MARKED.sub(r"\1", words) if "*" in words else words


def has_odd_star(words: str) -> bool:
    """Whether a star is left that is no pair's; one between spaces (3 * 4) stands for itself."""
    return any(not (before in ("", " ") and after in ("", " ") and (before or after))
               for before, after in re.findall(r"(^|.)\*(?=(.|$))", plain(words), re.DOTALL))


class Words:
    """All text of a book in one language; what a language lacks is said in English."""

    def __init__(self, book: Book, language: str = "en") -> None:
        self.language = language
        self._english = book.words
        self._other = pseudo.spoken(book.words) if language == pseudo.PSEUDO else book.languages.get(language, {})

    def has(self, id: str) -> bool:
        """Whether there are words for `id`."""
        return id in self._other or id in self._english

    def say(self, id: str, **slots: str | int) -> str:
        """The words of `id`, without marks. An id without words is shown as it is, so that the fault is seen."""
        return plain(self.marked(id, **slots))

    def marked(self, id: str, **slots: str | int) -> str:
        """The words of `id` with the stars of emphasis, for `spans`."""
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
