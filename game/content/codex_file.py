"""codex.yaml: the facts behind the story, each with where it comes from."""

from __future__ import annotations

from game.content import schema
from game.content.draft import Draft
from game.content.kinds import Each, Form, ListOf, One
from game.content.world_file import LONG_WORDS
from game.content.yamltree import Items, Text, Tree
from game.story.book import CodexEntry, Source

SOURCE = Form({"who": One.WORDS, "what": One.WORDS, "checked": One.WORDS}, ("who", "what"))
ENTRY = Form({"title": One.WORDS, "text": One.WORDS, "sources": ListOf(SOURCE), "shows": One.NAME},
             ("title", "text"))
CODEX = Form({"codex": Each(One.ID, ENTRY)}, ("codex",))


def read_codex(tree: Tree, draft: Draft) -> None:
    """Fill `draft.codex`; an entry without a source is a fault."""
    top = schema.settings(tree, "codex.yaml", draft.faults, CODEX)
    found = schema.table(top.get("codex"), "codex", draft.faults)
    for key, value in found.entries if found else ():
        if schema.identifier(key, "a codex entry", draft.faults):
            draft.codex[key.value] = _entry(key, value, draft)
            draft.places["codex:" + key.value] = key.place


def _entry(key: Text, tree: Tree, draft: Draft) -> CodexEntry:
    got = schema.settings(tree, f"codex entry '{key.value}'", draft.faults, ENTRY)
    for part in ("title", "text"):
        if part in got:
            said = schema.words(got[part], f"the {part}", draft.faults, LONG_WORDS)
            draft.add_words(f"codex.{key.value}.{part}", said, got[part].place)
    sources = got.get("sources")
    listed = schema.items(sources, "sources", draft.faults) if sources is not None else ()
    if not listed and (sources is None or isinstance(sources, Items)):
        draft.faults.error(key.place, "F001", f"codex entry '{key.value}' names no source",
                           "add sources: - {who, what, checked}")
    shows = got.get("shows")
    if shows is not None:
        draft.places[f"codex:{key.value}/shows"] = shows.place
    return CodexEntry(key.value, f"codex.{key.value}.title", f"codex.{key.value}.text",
                      tuple(_source(one, draft) for one in listed),
                      schema.text(shows, "shows", draft.faults) if shows is not None else "")


def _source(tree: Tree, draft: Draft) -> Source:
    got = schema.settings(tree, "a source", draft.faults, SOURCE)
    parts = [schema.text(got[part], part, draft.faults) if part in got else "" for part in SOURCE.settings]
    for part in ("who", "what"):
        value = got.get(part)
        if isinstance(value, Text):
            schema.whole_words(value, value.value, part, draft.faults, LONG_WORDS)
    return Source(*parts)
