"""`promises` and `tests` at the top of a story file, read when the whole story is known."""

from __future__ import annotations

import re

from game.content import schema
from game.content.draft import Draft
from game.content.kinds import Each, Form, Kind, ListOf, One, Whole, either, one_of
from game.content.problems import did_you_mean
from game.content.scribe import Scribe
from game.content.yamltree import Table, Text, Tree
from game.story.claims import Claim, Promise, StoryTest
from game.story.conditions import Condition, anywhere
from game.story.facts import Value

FORCED = re.compile(r"ending (\S+) can be forced, whatever the dice say")
SIMPLE = (Claim.ENDINGS, Claim.WAY_OUT, Claim.CHOICES)
_FORMS = (*map(str, SIMPLE), str(Claim.FORCED), "never: CONDITION")
MOST_SIDES = 100
_DIE = either(one_of(("high", "low")), Whole(0, MOST_SIDES - 1))
TEST = Form({"start": One.NODE, "set": One.CHANGES, "dice": either(_DIE, ListOf(_DIE)),
             "choose": either(One.NAME, ListOf(One.NAME)), "expect": One.CHANGES}, ("expect",))
CLAIMS: dict[str, Kind] = {"promises": ListOf(either(One.PROMISE, Form({"never": One.CONDITION}, ("never",)))),
                           "tests": Each(One.WORDS, TEST)}


def read_claims(draft: Draft) -> None:
    """Every promise and test of every file."""
    for kind, chapter, tree in draft.claims:
        scribe = Scribe(draft, chapter, f"{chapter}.", _no_steps)
        if kind == "promises":
            for entry in schema.items(tree, "promises", draft.faults):
                _promise(scribe, entry)
        else:
            found = schema.table(tree, "tests", draft.faults)
            for key, told in found.entries if found else ():
                _test(scribe, key, told)


def _no_steps(scribe: Scribe, tree: Tree) -> None:
    raise AssertionError("a claim has no steps")


# Promises ------------------------------------------------------------------------------------------------
def _promise(scribe: Scribe, entry: Tree) -> None:
    draft, file, line, known = scribe.draft, entry.place.file, entry.place.line, len(scribe.draft.promises)
    match entry:
        case Table(entries=((Text(value="never"), value),)):
            draft.promises.append(Promise(Claim.NEVER, file, line, condition=_never(scribe, value)))
        case Text(value=said) if said in SIMPLE:
            draft.promises.append(Promise(Claim(said), file, line))
        case Text(value=said) if forced := FORCED.fullmatch(said):
            if _ending(scribe, forced[1], entry):
                draft.promises.append(Promise(Claim.FORCED, file, line, forced[1]))
        case _:
            said = entry.value if isinstance(entry, Text) else ""
            draft.faults.error(entry.place, "P002", f"'{said[:60]}' is no promise that can be proved" if said else
                               "this is no promise that can be proved",
                               did_you_mean(said, _FORMS) or "promises are: " + " · ".join(_FORMS))
    for promise in draft.promises[known:]:
        draft.places[f"promise:{promise.words}"] = entry.place


def _never(scribe: Scribe, tree: Tree) -> Condition:
    read = scribe.condition(tree)
    for node in sorted(read.nodes - set(scribe.draft.nodes)):
        if node.partition(".")[0] not in scribe.draft.unread:
            near = did_you_mean(node, scribe.draft.nodes)
            scribe.faults.error(tree.place, "N001", f"there is no node '{node}'", near)
    return anywhere(read, scribe.chapter)


def _ending(scribe: Scribe, name: str, tree: Tree) -> bool:
    known = name in scribe.draft.endings
    if not known:
        scribe.faults.error(schema.inside(tree.place, tree.value if isinstance(tree, Text) else "", name), "N004",
                            f"there is no ending '{name}'", did_you_mean(name, scribe.draft.endings))
    return known


# Tests ---------------------------------------------------------------------------------------------------
def _test(scribe: Scribe, key: Text, tree: Tree) -> None:
    faults = scribe.faults
    got = schema.settings(tree, f"the test '{key.value}'", faults, TEST)
    start = _node(scribe, got["start"]) if "start" in got else ""
    changes = scribe.changes(got["set"], "set") if "set" in got else ()
    dice = tuple(_die(scribe, one) for one in _several(scribe, got.get("dice"), "dice"))
    picked = tuple(schema.text(one, "a choice", faults) for one in _several(scribe, got.get("choose"), "choose"))
    ending = node = ""
    facts: list[tuple[str, Value]] = []
    expected = schema.table(got["expect"], "expect", faults) if "expect" in got else None
    if expected is not None and not expected.entries:
        faults.error(expected.place, "T005", f"the test '{key.value}' expects nothing", "expect: {ending: home}")
    for name, value in expected.entries if expected else ():
        if name.value == "ending":
            said = schema.text(value, "ending", faults)
            ending = said if _ending(scribe, said, value) else ""
        elif name.value == "node":
            node = _node(scribe, value)
        elif near := did_you_mean(name.value, ("ending", "node")) if name.value not in scribe.draft.facts else "":
            faults.error(name.place, "V001", f"there is no fact '{name.value}'", near)
        else:
            fact = scribe.fact(name, "a test", number=False)
            if fact is not None:
                facts.append((fact.name, scribe.setting(fact, value).value))
    scribe.draft.tests.append(StoryTest(key.value, scribe.chapter, key.place.file, key.place.line, start, changes, dice,
                                        picked, ending, node, tuple(facts)))


def _node(scribe: Scribe, tree: Tree) -> str:
    """The full id of a node that is there; "", and a fault, if it is not."""
    said = schema.text(tree, "a node", scribe.faults)
    full = said if "." in said or not scribe.chapter else f"{scribe.chapter}.{said}"
    if not said or full in scribe.draft.nodes or full.partition(".")[0] in scribe.draft.unread:
        return full
    scribe.faults.error(tree.place, "N001", f"there is no node '{said}'", did_you_mean(full, scribe.draft.nodes))
    return ""


def _several(scribe: Scribe, tree: Tree | None, what: str) -> tuple[Tree, ...]:
    """A list, or one entry that stands for a list of itself."""
    if isinstance(tree, Text) and tree.value:
        return (tree,)
    return schema.items(tree, what, scribe.faults)


def _die(scribe: Scribe, tree: Tree) -> int | str:
    said = schema.text(tree, "a die", scribe.faults)
    if said in ("high", "low"):
        return said
    if not said.isdecimal() or len(said) > 9 or int(said) >= MOST_SIDES:
        scribe.faults.error(tree.place, "T003", f"a die is high, low, or a number from 0 to {MOST_SIDES - 1}, not "
                            f"'{said}'")
        return "low"
    return int(said)
