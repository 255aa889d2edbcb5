"""world.yaml: who is in the story, what is remembered, how it can end, where it starts."""

from __future__ import annotations

import keyword

from game.content import schema
from game.content.claims_file import CLAIMS
from game.content.draft import NARRATOR, Draft
from game.content.kinds import Each, Form, ListOf, One, Whole, either, one_of
from game.content.problems import Faults, did_you_mean
from game.content.yamltree import Table, Text, Tree
from game.story.book import Ending, Paper, Person
from game.story.facts import READING_RANGES, Fact, FactType, Value

MOST = 1_000_000
LONG_WORDS = 4000
BEST_QUALITY = 3
_TELLS = ("afraid", "greedy", "easy")
_ANY, _TRAIT, MOOD = Whole(-MOST, MOST), Whole(0, 100), Whole(-3, 3)
FACT = Form({"type": one_of(FactType), "min": _ANY, "max": _ANY, "start": One.VALUE, "of": ListOf(One.NAME),
             "item": One.FLAG, "memory": One.FLAG, "worth": Whole(0, MOST)}, ("type",))
_NUMBERS = {"likes": (One.FACT, Whole(0, MOST)), "danger": (One.FACT, _TRAIT), "manners": (One.NAME, Whole(-6, 6))}
PERSON = Form({"name": One.WORDS, "moods": ListOf(One.NAME), "portrait": One.NAME, "greed": _TRAIT, "fear": _TRAIT,
               "mood": either(MOOD, One.FACT), **{name: Each(*of) for name, of in _NUMBERS.items()},
               "tells": Form(dict.fromkeys(_TELLS, One.WORDS))}, ("name",))
ENDING = Form({"title": One.WORDS, "text": One.WORDS, "rare": One.FLAG}, ("title", "text"))
PAPER = Form({"title": One.WORDS, "quality": One.FACT, "fields": Each(One.ID, One.WORDS)},
             ("title", "quality", "fields"))
WORLD = Form({"start": One.NODE, "cast": Each(One.ID, PERSON), "facts": Each(One.ID, FACT),
              "endings": Each(One.ID, ENDING), "practice": One.NODE, "papers": Each(One.ID, PAPER), **CLAIMS},
             ("start", "cast", "facts", "endings"))
_OTHER_NAMES = {FactType.INT: ("number", "num", "integer", "count", "float", "amount"),
                FactType.FLAG: ("bool", "boolean", "yesno", "yes/no", "switch", "true/false"),
                FactType.ENUM: ("text", "string", "str", "word", "words", "list", "choice", "one of")}
# The sim keeps her warmth (0-100) in a fact of this name; a condition that says `warmth` reads the band, 0 to 3.
WARMTH = "warmth"
_RESERVED = {"seen", "visits", *READING_RANGES, *(word.lower() for word in keyword.kwlist)} - {WARMTH}


def read_world(tree: Tree, draft: Draft) -> None:
    """Fill `draft` with facts first (the cast may name one), then cast and endings."""
    top = schema.settings(tree, "world.yaml", draft.faults, WORLD)
    draft.claims += [(kind, "", top[kind]) for kind in CLAIMS if kind in top]
    if "start" in top:
        draft.start = schema.text(top["start"], "start", draft.faults)
        draft.places["start"] = top["start"].place
    if "practice" in top:
        draft.practice = schema.text(top["practice"], "practice", draft.faults)
        draft.places["practice"] = top["practice"].place
    for key, value in _entries(top.get("facts"), "facts", draft):
        if key.value in _RESERVED:
            draft.faults.error(key.place, "V006", f"'{key.value}' has a meaning in conditions; a fact cannot have "
                               "this name", f"rename it, such as {key.value}_once" if key.value == "seen" else
                               "rename it")
        if key.value in _RESERVED or schema.identifier(key, "a fact", draft.faults):
            draft.facts[key.value] = _fact(key.value, value, draft)
            draft.places["fact:" + key.value] = key.place
    for name, fact in draft.facts.items():
        for word in fact.of:
            if word in draft.facts or word in READING_RANGES:
                draft.faults.warning(draft.place("fact:" + name), "V008", f"'{word}', a word of '{name}', is a fact or "
                                     f"a reading too: `{name} == {word}` would mean that one",
                                     "call the word otherwise")
    draft.cast[NARRATOR] = Person(NARRATOR, "")
    for key, value in _entries(top.get("cast"), "cast", draft):
        if schema.identifier(key, "a person", draft.faults):
            draft.cast[key.value] = _person(key, value, draft)
            draft.places["cast:" + key.value] = key.place
    for key, value in _entries(top.get("endings"), "endings", draft):
        if schema.identifier(key, "an ending", draft.faults):
            draft.endings[key.value] = _ending(key, value, draft)
            draft.places["ending:" + key.value] = key.place
    for key, value in _entries(top.get("papers"), "papers", draft):
        if schema.identifier(key, "a paper", draft.faults):
            draft.papers[key.value] = _paper(key, value, draft)
            draft.places["paper:" + key.value] = key.place


def _entries(tree: Tree | None, what: str, draft: Draft) -> tuple[tuple[Text, Tree], ...]:
    if isinstance(tree, Text) and not tree.value:
        return ()
    found = schema.table(tree, what, draft.faults)
    return found.entries if found else ()


def _fact(name: str, tree: Tree, draft: Draft) -> Fact:
    faults = draft.faults
    got = schema.settings(tree, f"fact '{name}'", faults, FACT)
    kind = FactType.FLAG
    if "type" in got:
        kind = FactType(_type(got["type"], faults))
    item, memory = schema.switch(got, "item", faults), schema.switch(got, "memory", faults)
    worth = schema.number(got, "worth", FACT, faults, 0)
    least = schema.number(got, "min", FACT, faults, 0)
    most = schema.number(got, "max", FACT, faults, least)
    of = tuple(schema.name(one, "a word of the list", faults) for one in schema.items(got.get("of"), "of", faults))
    start: Value = False
    match kind:
        case FactType.INT:
            if "max" not in got:
                faults.error(tree.place, "V004", f"the number '{name}' has no max", "every number needs a range; add "
                             "the most it can be, such as max: 10")
                most = MOST
            elif most < least:
                faults.error(got["max"].place, "V003", f"max {most} is below min {least}")
                most = least
            start = schema.whole(got["start"], "start", faults, least, most) if "start" in got else least
        case FactType.ENUM:
            if not of:
                faults.error(tree.place, "T005", f"the fact '{name}' needs `of`, the words it can be")
            of = of or ("none",)
            start = schema.one_of(got["start"], of, "start", faults) if "start" in got else of[0]
        case FactType.FLAG:
            start = schema.switch(got, "start", faults)
    for setting, kinds in (("min", FactType.INT), ("max", FactType.INT), ("of", FactType.ENUM)):
        if setting in got and kind is not kinds:
            faults.error(got[setting].place, "T004", f"a fact of type {kind} has no '{setting}'")
    return Fact(name, kind, start, least, most, of, item, memory, worth)


def _type(tree: Tree, faults: Faults) -> str:
    """int, flag or enum; other languages' names for them are known well enough to say which is meant."""
    said = tree.value.strip().lower() if isinstance(tree, Text) else ""
    meant = next((str(kind) for kind, names in _OTHER_NAMES.items() if said in names), "")
    if not meant:
        return schema.one_of(tree, FactType, "the type of a fact", faults)
    faults.error(tree.place, "T003", f"the type of a fact cannot be '{said}'", f"write {meant}: int is a number, flag "
                 "is yes or no, enum is one of some words")
    return meant


def _person(key: Text, tree: Tree, draft: Draft) -> Person:
    faults, who = draft.faults, key.value
    got = schema.settings(tree, f"'{who}'", faults, PERSON)
    shown = ""
    if "name" in got:
        empty = isinstance(got["name"], Text) and not got["name"].value
        shown = "" if empty and who == NARRATOR else schema.words(got["name"], "the name", faults)
        if shown:
            draft.add_words(f"cast.{who}", shown, got["name"].place)
    moods = tuple(schema.name(mood, "a mood", faults) for mood in schema.items(got.get("moods"), "moods", faults))
    if "greed" in got or "fear" in got:
        draft.traits.add(who)
    tells = []
    for tell, words in _entries(got.get("tells"), "tells", draft) if "tells" in got else ():
        if tell.value not in _TELLS:
            faults.error(tell.place, "T004", f"there is no tell '{tell.value}'",
                         did_you_mean(tell.value, _TELLS) or "one of " + ", ".join(_TELLS))
            continue
        draft.add_words(f"cast.{who}.tell.{tell.value}", schema.words(words, "a tell", faults), words.place)
        tells.append((tell.value, f"cast.{who}.tell.{tell.value}"))
    return Person(
        who, shown, moods or ("plain",),
        schema.text(got["portrait"], "portrait", faults) if "portrait" in got else "",
        schema.number(got, "greed", PERSON, faults, 50), schema.number(got, "fear", PERSON, faults, 50),
        _mood(got["mood"], draft) if "mood" in got else 0,
        _numbers(got, "likes", draft), _numbers(got, "danger", draft), _numbers(got, "manners", draft), tuple(tells))


def _mood(tree: Tree, draft: Draft) -> int | str:
    """A number, or the name of a fact that is one."""
    said = tree.value.strip() if isinstance(tree, Text) else ""
    fact = draft.facts.get(said)
    if fact is None and said.isidentifier():
        draft.faults.error(tree.place, "V001", f"there is no fact '{said}'", did_you_mean(said, draft.facts))
        return 0
    if fact is None:
        return schema.whole(tree, "mood", draft.faults, MOOD.least, MOOD.most)
    if fact.type is not FactType.INT:
        draft.faults.error(tree.place, "T003", f"a mood is a number; '{said}' is a fact of type {fact.type}")
        return 0
    if fact.memory:
        draft.faults.error(tree.place, "V005", f"'{said}' is a memory fact; what somebody takes cannot hang on it")
    return said


def _numbers(got: dict[str, Tree], setting: str, draft: Draft) -> tuple[tuple[str, int], ...]:
    """A table of names with numbers, such as likes: {won: 10}."""
    tree = got.get(setting)
    if tree is None:
        return ()
    named, bounds = _NUMBERS[setting]
    found: list[tuple[str, int]] = []
    table = schema.table(tree, setting, draft.faults) or Table((), tree.place)
    for key, value in table.entries:
        if named is One.FACT and key.value not in draft.facts:
            draft.faults.error(key.place, "V001", f"there is no fact '{key.value}'",
                               did_you_mean(key.value, draft.facts))
            continue
        what = f"{setting} of {key.value}"
        found.append((key.value, schema.whole(value, what, draft.faults, bounds.least, bounds.most)))
    return tuple(found)


def _ending(key: Text, tree: Tree, draft: Draft) -> Ending:
    got = schema.settings(tree, f"ending '{key.value}'", draft.faults, ENDING)
    ids = {}
    for part in ("title", "text"):
        ids[part] = f"ending.{key.value}.{part}"
        if part in got:
            said = schema.words(got[part], f"the {part}", draft.faults, LONG_WORDS)
            draft.add_words(ids[part], said, got[part].place)
    return Ending(key.value, ids["title"], ids["text"], schema.switch(got, "rare", draft.faults))


def _paper(key: Text, tree: Tree, draft: Draft) -> Paper:
    faults, id = draft.faults, f"paper.{key.value}"
    got = schema.settings(tree, f"paper '{key.value}'", faults, PAPER)
    if "title" in got:
        draft.add_words(id, schema.words(got["title"], "the title", faults), got["title"].place)
    fields: list[tuple[str, str]] = []
    for name, value in _entries(got.get("fields"), "fields", draft):
        if schema.identifier(name, "a field", faults):
            draft.add_words(f"{id}.{name.value}.is", schema.words(value, f"'{name.value}'", faults), value.place)
            fields.append((name.value, f"{id}.{name.value}.is"))
    return Paper(key.value, id, _quality(got["quality"], draft) if "quality" in got else "", tuple(fields))


def _quality(tree: Tree, draft: Draft) -> str:
    """The name of a number from 0 to 3 at most: how well a paper is made. "", and a fault, if it is none."""
    said = schema.text(tree, "quality", draft.faults)
    fact = draft.facts.get(said)
    if fact is None:
        draft.faults.error(tree.place, "V001", f"there is no fact '{said}'", did_you_mean(said, draft.facts))
    elif fact.type is not FactType.INT:
        draft.faults.error(tree.place, "T003", f"a quality is a number; '{said}' is a fact of type {fact.type}")
    elif fact.least < 0 or fact.most > BEST_QUALITY:
        draft.faults.error(tree.place, "V003", f"a quality is from 0 to {BEST_QUALITY}; '{said}' is from {fact.least} "
                           f"to {fact.most}")
    elif fact.memory:
        draft.faults.error(tree.place, "V005", f"'{said}' is a memory fact; whether a paper passes cannot hang on it")
    else:
        return said
    return ""
