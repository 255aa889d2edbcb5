"""strings/: the interface words in English, and every text in other languages beside the English it was made from."""

from __future__ import annotations

from game.content import lines, schema
from game.content.draft import Draft
from game.content.kinds import Form, One
from game.content.problems import Place, did_you_mean
from game.content.world_file import LONG_WORDS
from game.content.yamltree import Items, Table, Text, Tree
from game.words.particles import is_pair

ENGLISH = "en"
TRANSLATION = Form(dict.fromkeys(("en", "text", "was"), One.WORDS), ("en", "text"))


def read_english(tree: Tree, draft: Draft, prefix: str = "") -> None:
    """strings/en.yaml: nested names joined by dots."""
    found = schema.table(tree, "strings", draft.faults)
    for key, value in found.entries if found else ():
        id = prefix + key.value
        match value:
            case Table():
                read_english(value, draft, id + ".")
            case Text():
                draft.add_words(id, schema.words(value, "this text", draft.faults, LONG_WORDS), value.place)
            case Items():
                draft.faults.error(value.place, "T001", f"'{id}' must be words, not a list")


def read_language(tree: Tree, language: str, draft: Draft) -> None:
    """One file of a language, `id: {en, text}`; stale or broken translations are warned about."""
    texts = draft.languages.setdefault(language, {})
    found = schema.table(tree, "strings", draft.faults)
    for key, value in found.entries if found else ():
        got = schema.settings(value, f"'{key.value}'", draft.faults, TRANSLATION)
        if "en" not in got or "text" not in got:
            continue
        if key.value in texts:
            draft.faults.error(key.place, "X003", f"'{key.value}' is translated twice", "keep one of them")
            continue
        english = schema.text(got["en"], "en", draft.faults)
        text = schema.words(got["text"], "this text", draft.faults, LONG_WORDS)
        _compare(key, english, text, draft)
        texts[key.value] = text


def count_missing(language: str, file: str, draft: Draft) -> None:
    """Say how many texts have no words in `language`; `file` is its first."""
    missing = sum(1 for id in draft.words if id not in draft.languages[language])
    if missing:
        draft.faults.warning(Place(file), "X002", f"{missing} texts have no words in '{language}' yet; "
                             "English is shown", "`text check` lists them")


def _compare(key: Text, english: str, text: str, draft: Draft) -> None:
    now = draft.words.get(key.value)
    if now is None:
        draft.faults.warning(key.place, "X002", f"there is no text '{key.value}' any more",
                             did_you_mean(key.value, draft.words))
    elif now != english:
        draft.faults.warning(key.place, "X002", f"the English of '{key.value}' has changed since: {now[:60]}",
                             "translate it again and copy the new English beside it")
    elif wrong := _wrong_particle(text):
        draft.faults.error(key.place, "X002", f"'{wrong}' is no pair of particles", "such as {won:은/는}, with "
                           "the form after a closed syllable first")
    elif set(lines.slots(now)) != set(lines.slots(text)):
        draft.faults.error(key.place, "X002", f"the names in braces of '{key.value}' are not those of the English",
                           "they are " + (", ".join("{" + name + "}" for name in lines.slots(now)) or "none"))


def _wrong_particle(text: str) -> str:
    """The first thing behind a colon in braces that is no pair of particles; "" if all are."""
    return next((pair for pair in lines.PARTICLE.findall(text) if not is_pair(pair)), "")
