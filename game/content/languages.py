"""Translations: the sheet a translator works on, and how it comes back without anything being lost.

A row is one text id with its English of now, who says it in what mood and where, and the translation as it is kept.
A translation is stale when it was made from other English than the one of now; it is shown until a new one comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.content import lines
from game.content.draft import Draft
from game.content.problems import Faults, Place, did_you_mean
from game.story.steps import Say
from game.words.particles import is_pair
from game.words.slots import has_odd_star


@dataclass(frozen=True, slots=True)
class Kept:
    """A translation as it stands in its file: the English it was made from, the words, those it had before."""

    english: str
    text: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One text id of a sheet. `english`: of now. `text` "" is missing; `stale`: made from other English, `old`."""

    id: str
    english: str
    text: str = ""
    stale: bool = False
    old: str = ""
    who: str = ""
    mood: str = ""
    context: str = ""
    place: Place = Place("story")


def sheet(draft: Draft, kept: Mapping[str, Kept]) -> list[Row]:
    """Every text there is, in the order of the story, with what `kept` has for it."""
    said = {step.text: (step.who, step.mood, node.id) for node in draft.nodes.values()
            for step in node.steps if isinstance(step, Say)}
    rows: list[Row] = []
    for id, english in draft.words.items():
        who, mood, node = said.get(id, ("", "", ""))
        row = Row(id, english, who=who, mood=mood, context=node or id.rpartition(".")[0], place=draft.place(id))
        have = kept.get(id)
        if have is not None:
            stale = have.english != english
            row = replace(row, text=have.text, stale=stale, old=have.english if stale else "")
        rows.append(row)
    return rows


def merge(kept: Mapping[str, Kept], came: Iterable[Row], words: Mapping[str, str], faults: Faults) -> dict[str, Kept]:
    """`kept` with the rows that came back. `words`: the English of now.

    What is missing is added. What is stale takes new words made from the English of now, and keeps its old ones as
    `was`; the same words take the new English once the row is no longer marked stale. What is there and not stale is
    never changed: other words for it are reported and left out, and so is whatever cannot be used.
    """
    made = dict(kept)
    for row in came:
        if not row.text:
            continue
        if row.id not in words:
            faults.warning(row.place, "X002", f"there is no text '{row.id}'", did_you_mean(row.id, words))
        elif trouble := unfit(row.english, row.text):
            faults.error(row.place, "X002", f"'{row.id}': {trouble}", "mend it and merge again")
        else:
            made[row.id] = _merged(made.get(row.id), row, words[row.id], faults)
    return made


def _merged(have: Kept | None, row: Row, now: str, faults: Faults) -> Kept:
    new = Kept(row.english, row.text)
    if have is None:
        return new
    if have == replace(new, was=have.was) or (have.text == row.text and row.stale):
        return have
    if have.english == now:
        if have.text != row.text:
            faults.warning(row.place, "X002", f"'{row.id}' has other words already; they are kept",
                           "change them in the file of the language itself")
        return have
    if row.english != now or row.stale:
        faults.warning(row.place, "X002", f"'{row.id}' was made from English that has changed since; it is left out",
                       "take out the mark that says it is stale, when it is not")
        return have
    return replace(new, was=have.was if have.text == row.text else have.text)


def unfit(english: str, text: str) -> str:
    """Why `text` cannot stand for `english` whatever it says; "" if it can."""
    wanted, found = sorted(set(lines.slots(english))), sorted(set(lines.slots(text)))
    if wanted != found:
        named = ", ".join("{" + name + "}" for name in wanted) or "none"
        return f"the names in braces are not those of the English, which are {named}"
    for whole in lines.SLOT.finditer(text):
        _, colon, pair = whole[0].strip("{}").partition(":")
        if colon and not is_pair(pair):
            return f"there is no pair of particles '{pair}'"
    if has_odd_star(text):
        return "there is a star without its second one"
    return ""
