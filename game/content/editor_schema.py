"""The story language as a JSON Schema, for editors: made from the tables by which the readers know their settings.

It judges shapes: which steps and settings there are, what each holds. Names of a story (nodes, facts, people ...) are
offered, and only people are held to it, because `goto: river` is else a line that somebody called goto says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeAlias, assert_never

from game.content import claims_file, codex_file, lines, renames_file, schema, world_file
from game.content.draft import Draft
from game.content.editor_words import SAYS
from game.content.kinds import Each, Either, Form, Kind, Labelled, ListOf, One, OneOf, Whole
from game.content.read_stage import STAGE
from game.content.reader import CHAPTER, VERBS
from game.story.facts import Fact, FactType

Json: TypeAlias = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
_ONLY_WORLD = sorted({*world_file.WORLD.settings} - {*CHAPTER.settings, *renames_file.KINDS})
EVERYBODY = ("she", "her", "everyone")  # names for people that no cast holds


def editor_schema(draft: Draft) -> Json:
    """The schema of all files in a story folder, with the names that `draft` knows."""
    facts = [name for name, fact in draft.facts.items() if fact.type is FactType.INT]
    renames = {"if": _is_renames(), "then": json_of(renames_file.RENAMES), "else": json_of(CHAPTER, facts)}
    codex = {"if": {"required": ["codex"]}, "then": json_of(codex_file.CODEX), "else": renames}
    return {"$schema": DRAFT, "definitions": {**_singles(), **_parts(draft, facts), **_named(draft)},
            "if": {"anyOf": [{"required": [name]} for name in _ONLY_WORLD]}, "then": json_of(world_file.WORLD, facts),
            "else": codex}


def json_of(kind: Kind, facts: Iterable[str] = ()) -> Json:
    """A kind as JSON Schema; `facts` are offered where they are counted."""
    match kind:
        case One():
            return {"$ref": f"#/definitions/{kind}"}
        case Whole(least=least, most=most):
            return {"type": "integer", "minimum": least, "maximum": most}
        case OneOf(words=words):
            return {"enum": list(words)}
        case Form(settings=settings, needed=needed):
            held = {"type": "object", "properties": {name: json_of(one, facts) for name, one in settings.items()},
                    "additionalProperties": False}
            return held | ({"required": list(needed)} if needed else {})
        case ListOf(each=each):
            return {"type": "array", "items": json_of(each, facts)}
        case Each(named=One.WAY, holds=holds):
            inside = json_of(holds, facts)
            return {"type": ["object", "null"], "properties": dict.fromkeys(lines.NO_TARGET, inside),
                    "patternProperties": {_whole(lines.WAY): inside}, "additionalProperties": False}
        case Each(named=named, holds=holds):
            inside = json_of(holds, facts)
            names = {"properties": dict.fromkeys(facts, inside)} if named is One.FACT else (
                {"propertyNames": json_of(named)} if named is One.ID else {})
            return {"type": ["object", "null"], "additionalProperties": inside, **names}
        case Labelled(holds=holds):
            one = {"type": "object", "minProperties": 1, "maxProperties": 1,
                   "additionalProperties": {"anyOf": [json_of(holds, facts), {"type": "null"}]}}
            return {"anyOf": [{"type": "string", "minLength": 1}, one]}
        case Either(kinds=kinds):
            tables = sorted(kinds, key=lambda one: not isinstance(one, Form))  # an editor explains with the first
            return {"anyOf": [json_of(one, facts) for one in tables]}
        case _:
            assert_never(kind)


def _is_renames() -> Json:
    """renames.yaml has words where other files have tables and lists."""
    moved = {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}}
    elsewhere = {*CHAPTER.settings, *world_file.WORLD.settings}
    return {"anyOf": [{"required": [name], "properties": {name: moved} if name in elsewhere else {}}
                      for name in renames_file.KINDS]}


# Single words --------------------------------------------------------------------------------------------
def _singles() -> Json:
    seconds = [{"type": "number", "exclusiveMinimum": 0, "maximum": schema.MOST_SECONDS}, _like(lines.SECONDS)]
    count = lines.COUNT.pattern
    words = {"type": ["string", "number"]}  # 2013 is a number to an editor, and words to us
    return {
        One.WORDS: words, One.NAME: {"type": "string"}, One.ID: _like(lines.NAME), One.FLAG: {"type": "boolean"},
        One.VALUE: {"type": ["string", "integer", "boolean"]}, One.CONDITION: {"type": "string", "minLength": 1},
        One.SECONDS: {"anyOf": seconds}, One.TALE_TIME: _like(lines.MINUTES),
        One.TALE_OR_PLAYED: {"anyOf": [*seconds, _like(lines.MINUTES)]},
        One.NOTHING: {"enum": [None, "", True]},
        One.LINE: {"type": "string", "pattern": f"^{_bare(lines.SPEAKER)}: .*\\S"},
        One.COUNTS: {"type": "string", "pattern": rf"^{count}((?: \+ | and ){count})*$"},
        One.PROMISE: {"anyOf": [{"enum": [str(claim) for claim in claims_file.SIMPLE]}, _like(claims_file.FORCED)]}}


def _like(pattern: re.Pattern[str]) -> Json:
    return {"type": "string", "pattern": _whole(pattern)}


def _whole(pattern: re.Pattern[str]) -> str:
    return f"^(?:{_bare(pattern)})$"


def _bare(pattern: re.Pattern[str]) -> str:
    """A pattern without names for its groups, which JavaScript writes otherwise."""
    return re.sub(r"\?P<\w+>", "", pattern.pattern)


# Names ---------------------------------------------------------------------------------------------------
def _named(draft: Draft) -> Json:
    nodes = sorted({*draft.nodes, *(node.partition(".")[2] for node in draft.nodes)})
    names = {One.NODE: nodes, One.FACT: draft.facts, One.PERSON: (*draft.cast, *EVERYBODY), One.ENDING: draft.endings,
             One.ENTRY: draft.codex, One.PAPER: draft.papers,
             One.CHAPTER: sorted({node.partition(".")[0] for node in draft.nodes})}
    values = {name: _value(fact) for name, fact in draft.facts.items()}
    changes = {"type": "object", "properties": values, "additionalProperties": json_of(One.VALUE)}
    return {One.CHANGES: changes, **{one: _offered(known) for one, known in names.items()}}


def _value(fact: Fact) -> Json:
    """What a fact can be set to; +1 and -1 are numbers too."""
    match fact.type:
        case FactType.FLAG:
            return {"type": "boolean"}
        case FactType.INT:
            return {"type": "integer"}
        case FactType.ENUM:
            return _offered(fact.of)


def _offered(names: Iterable[str]) -> Json:
    """Any word, and these are known."""
    known = list(names)
    return {"anyOf": [{"enum": known}, {"type": "string"}]} if known else {"type": "string"}


# Steps ---------------------------------------------------------------------------------------------------
def _parts(draft: Draft, facts: Iterable[str]) -> Json:
    stage = {verb: json_of(kind) | {"description": SAYS[verb]} for verb, kind in STAGE.items()}
    line = {"$ref": f"#/definitions/{One.LINE}"}
    step = {"anyOf": [_table_step(draft, facts, stage), {"enum": ["back", "card"]}, line]}
    steps = {"anyOf": [{"type": "array", "items": {"$ref": f"#/definitions/{One.STEP}"}}, {"type": "null"},
                       {"const": "back"}, line]}
    return {One.STEPS: steps, One.STEP: step,
            One.DIRECTION: {"type": "object", "properties": stage, "additionalProperties": False, "minProperties": 1,
                            "maxProperties": 1}}


def _table_step(draft: Draft, facts: Iterable[str], stage: Json) -> Json:
    """One verb with the settings that stand beside it, or one line of somebody."""
    verbs = stage | {verb: json_of(one.holds, facts) | {"description": SAYS[verb]} for verb, one in VERBS.items()}
    beside: Json = {}
    for verb in VERBS.values():
        for name, kind in verb.beside.settings.items():
            beside.setdefault(name, []).append(json_of(kind, facts))
    shown = {name: {"anyOf": kinds} for name, kinds in beside.items()}
    shown |= {verb: {"anyOf": [held, *beside[verb]]} if verb in beside else held for verb, held in verbs.items()}
    shown |= dict.fromkeys(draft.cast, json_of(One.WORDS))
    with_mood_or_id = f"^(?=.*[(@]){_bare(lines.SPEAKER)}$"
    return {"type": "object", "properties": shown, "patternProperties": {with_mood_or_id: json_of(One.WORDS)},
            "additionalProperties": False, "minProperties": 1,
            "allOf": [*_alone(verbs, beside), _one_line(verbs, beside)]}


def _alone(verbs: Json, beside: Json) -> Iterable[Json]:
    """No verb stands beside another; what it needs beside it is there."""
    for verb in verbs:
        if verb in beside:  # `time` is a step, and stands beside `choose`
            continue
        form = VERBS[verb].beside if verb in VERBS else Form({})
        then: Json = {"propertyNames": {"enum": [verb, *form.settings]}}
        yield {"if": {"required": [verb]}, "then": then | ({"required": list(form.needed)} if form.needed else {})}


def _one_line(verbs: Json, beside: Json) -> Json:
    """Without a verb it is one line, and nothing that stands beside verbs."""
    orphans = [{"required": [name]} for name in beside if name not in verbs]
    return {"if": {"not": {"anyOf": [{"required": [verb]} for verb in verbs]}},
            "then": {"maxProperties": 1, "not": {"anyOf": orphans}}}
