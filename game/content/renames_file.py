"""renames.yaml: what things were called before, so that old saves and other languages find them.

nodes, ids, facts, rooms and chapters, each a table `old: new`; nodes and ids with their chapter, as in
`river.bank: river.reeds`.
"""

from __future__ import annotations

from game.content import schema
from game.content.draft import Draft
from game.content.kinds import Each, Form, One
from game.content.yamltree import Text, Tree

KINDS = {"nodes": "node", "ids": "id", "facts": "fact", "rooms": "room", "chapters": "chapter"}
RENAMES = Form(dict.fromkeys(KINDS, Each(One.NAME, One.NAME)))


def read_renames(tree: Tree, draft: Draft) -> None:
    """Note every rename; where it leads is checked when all is read."""
    top = schema.settings(tree, "renames.yaml", draft.faults, RENAMES)
    for setting, kind in KINDS.items():
        tree_of = top.get(setting)
        empty = tree_of is None or (isinstance(tree_of, Text) and not tree_of.value)
        found = None if empty else schema.table(tree_of, setting, draft.faults)
        for key, value in found.entries if found else ():
            draft.renames[f"{kind}:{key.value}"] = schema.text(value, "the new name", draft.faults)
            draft.places[f"rename:{kind}:{key.value}"] = key.place


def check_renames(draft: Draft) -> None:
    """A rename leads to something that is there, and from something that is not."""
    there = {"node": set(draft.nodes), "id": set(draft.words), "fact": set(draft.facts),
             "chapter": {node.partition(".")[0] for node in draft.nodes}}
    for key, new in draft.renames.items():
        kind, _, old = key.partition(":")
        known = there.get(kind)
        if known is None or draft.unread:
            continue
        place = draft.place(f"rename:{key}")
        if new not in known and f"{kind}:{new}" not in draft.renames:
            draft.faults.error(place, "X010", f"'{old}' was renamed to '{new}', and there is no such {kind}",
                               "write the name it has now")
        elif old in known:
            draft.faults.error(place, "X010", f"'{old}' was renamed, but there is a {kind} of that name",
                               "an old name is not used again: old saves would mix them up")
