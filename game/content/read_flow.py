"""Steps that say where a tale goes: branches, chances, choices, jumps, rooms with their ways, endings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.content import lines, schema
from game.content.draft import step_key
from game.content.kinds import Each, Form, Labelled, ListOf, One, Whole, either
from game.content.problems import did_you_mean
from game.content.read_timed import Timed
from game.content.scribe import PRICE, Scribe
from game.content.yamltree import Items, Table, Text, Tree
from game.story.facts import Price
from game.story.steps import Back, Call, Chance, Choice, Choose, End, Go, If, Visit, Way

CHANCE, RISK = Whole(1, 99), Whole(0, 100)
BRANCHES = Form({"then": One.STEPS, "else": One.STEPS}, ("then",))
CHOICE = Form({"if": One.CONDITION, "locked": One.WORDS, "pay": PRICE, "once": One.FLAG, "default": One.FLAG,
               "do": One.STEPS, "go": One.NODE, "call": One.NODE, "back": One.NOTHING})
CHOICES = ListOf(Labelled(either(One.NODE, CHOICE)))
BESIDE_CHOICES = Form({"else": either(One.NODE, One.STEPS), "also": either(One.NODE, ListOf(One.NODE)),
                       "time": One.SECONDS})
WAY = Form({"go": One.NODE, "if": One.CONDITION, "once": One.FLAG, "label": One.WORDS,
            "risk": Each(One.WAY, RISK)}, ("go",))
BESIDE_VISIT = Form({"from": One.NAME, "ways": Each(One.WAY, either(One.NODE, WAY))}, ("from", "ways"))
_WAY_FORMS = (*(f"{verb} NAME" for verb in lines.HER_VERBS), "stopped by NAME", "reported by NAME",
              *lines.NO_TARGET, "at 04:40", "alarm 2")


def read_if(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`if` with `then`, perhaps `else`."""
    condition = scribe.condition(value, words_only=True)
    at = scribe.add(If(condition, -1), value.place)
    outer, memory = scribe.memory, scribe.memory_of(condition)
    scribe.memory = memory or outer
    otherwise = _branches(scribe, value, more)
    scribe.memory = outer
    scribe.steps[at] = If(condition, otherwise)


def read_chance(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`chance` with `then`, perhaps `else`."""
    percent = schema.whole(value, "chance", scribe.faults, CHANCE.least, CHANCE.most)
    at = scribe.add(Chance(percent, -1), value.place)
    scribe.steps[at] = Chance(percent, _branches(scribe, value, more))


def _branches(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> int:
    """Write both branches; the index where the second begins."""
    if "then" not in more:
        scribe.faults.error(value.place, "T005", "this needs `then`, with its steps as a list below")
    begun = len(scribe.steps)
    if "then" in more:
        scribe.block(scribe, more["then"])
    if "else" not in more:
        scribe.targets.add(len(scribe.steps))
        return len(scribe.steps)
    jump = scribe.rejoin(begun, value.place)
    otherwise = len(scribe.steps)
    scribe.targets.add(otherwise)
    scribe.block(scribe, more["else"])
    scribe.land([jump])
    return otherwise


def read_choose(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`choose` with its choices, perhaps `else`, choices that stand elsewhere `also`, and a `time`."""
    at = scribe.add(Choose(()), value.place)
    choices: list[Choice] = []
    jumps: list[int | None] = []
    entries = schema.items(value, "choose", scribe.faults)
    if not entries and "also" not in more:
        scribe.faults.error(value.place, "R005", "there is nothing to choose here")
    timed = Timed(scribe, value, more.get("time"))
    for entry in entries:
        begun = len(scribe.steps)
        choice = _choice(scribe, entry, timed)
        if choice is not None:
            choices.append(choice)
            jumps.append(scribe.rejoin(begun, entry.place))
    otherwise = -1
    if "else" in more:
        otherwise = len(scribe.steps)
        scribe.targets.add(otherwise)
        if isinstance(more["else"], Text):
            scribe.add(Go(scribe.node_name(more["else"], "else")), more["else"].place)
        else:
            scribe.block(scribe, more["else"])
            jumps.append(scribe.rejoin(otherwise, more["else"].place))
    scribe.land(jumps)
    scribe.steps[at] = Choose(tuple(choices), otherwise, timed.ticks, timed.settled())
    for other in _named(scribe, more["also"]) if "also" in more else ():
        full = scribe.node_name(other, "also")
        if full:
            scribe.draft.alsos.append((scribe.node, at, full, other.place))


def _named(scribe: Scribe, tree: Tree) -> tuple[Tree, ...]:
    """One name, or a list of them."""
    return schema.items(tree, "also", scribe.faults) if isinstance(tree, Items) else (tree,)


def _choice(scribe: Scribe, entry: Tree, timed: Timed) -> Choice | None:
    """One choice; its steps are written at once."""
    found = labelled(scribe, entry, "a choice", "c")
    if found is None:
        return None
    id, _, settings = found
    if isinstance(settings, Text) and settings.value:
        at = scribe.add(Go(scribe.node_name(settings, "the choice")), settings.place)
        return Choice(id, at)
    got: dict[str, Tree] = {}
    if not isinstance(settings, Text):
        got = schema.settings(settings, "a choice", scribe.faults, CHOICE)
    condition = scribe.condition(got["if"]) if "if" in got else None
    price = scribe.price(got["pay"], "a price") if "pay" in got else Price()
    once = schema.switch(got, "once", scribe.faults)
    locked = ""
    if "locked" in got:
        locked = f"{id}.locked"
        scribe.draft.add_words(locked, schema.words(got["locked"], "locked", scribe.faults), got["locked"].place)
        if condition is None:
            scribe.faults.warning(got["locked"].place, "T005", "`locked` is only shown where an `if` does not hold")
    if schema.switch(got, "default", scribe.faults):
        timed.default(id, got)
    at = len(scribe.steps)
    scribe.targets.add(at)
    if "do" in got:
        scribe.block(scribe, got["do"])
    _leave_choice(scribe, got)
    return Choice(id, at, condition, price, once, locked)


def labelled(scribe: Scribe, entry: Tree, what: str, letter: str) -> tuple[str, Text, Tree] | None:
    """An entry of a list that begins with words to pick: their full id, the key, and what stands behind the colon.

    `letter` begins the ids that `stamp` makes. None, and a fault, if it is no such entry.
    """
    key, settings = _label_parts(scribe, entry, what)
    if key is None:
        return None
    words, stamped = lines.label(key.value)
    if not words:
        scribe.faults.error(key.place, "T002", f"{what} needs words")
    schema.whole_words(key, words, what, scribe.faults)
    for slot in lines.slots(words):
        scribe.faults.error(key.place, "T008", f"{{{slot}}} works in spoken lines only, not in {what}")
    return scribe.stamped(stamped, words, key, letter), key, settings


def _label_parts(scribe: Scribe, entry: Tree, what: str) -> tuple[Text | None, Tree]:
    match entry:
        case Text():
            return entry, Text("", entry.place)
        case Table(entries=((key, value), *rest)):
            for extra, _ in rest:
                scribe.faults.error(extra.place, "T006", f"'{extra.value}' stands beside {what}, not under it",
                                    f"indent it two spaces further; {what} of its own needs a dash")
            return key, value
    scribe.faults.error(entry.place, "T001", f"{what} is `- Words: node`, or words with settings below"
                        if what == "a choice" else f"{what} is words with settings below")
    return None, entry


def _leave_choice(scribe: Scribe, got: Mapping[str, Tree]) -> None:
    """The one of go, call, back that a choice ends with; none of them falls out of the choice and goes on."""
    ends = [name for name in ("go", "call", "back") if name in got]
    for extra in ends[1:]:
        scribe.faults.error(got[extra].place, "T006", f"a choice has either {ends[0]} or {extra}, not both")
    match ends[:1]:
        case ["go"]:
            read_go(scribe, got["go"], {})
        case ["call"]:
            read_call(scribe, got["call"], {})
        case ["back"]:
            read_back(scribe, got["back"], {})


def read_go(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`go: node`."""
    scribe.add(Go(scribe.node_name(value, "go")), value.place)


def read_call(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`call: node`."""
    scribe.add(Call(scribe.node_name(value, "call")), value.place)


def read_back(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`back`."""
    if not isinstance(value, Text) or value.value not in ("", "back", "true"):
        scribe.faults.error(value.place, "T003", "`back` stands alone: it returns to where this was called from")
    scribe.add(Back(), value.place)


def read_end(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`end: ending`."""
    ending = schema.text(value, "end", scribe.faults)
    if ending and ending not in scribe.draft.endings:
        scribe.faults.error(value.place, "N004", f"there is no ending '{ending}'",
                            did_you_mean(ending, scribe.draft.endings) or "add it to endings in world.yaml")
    scribe.add(End(ending), value.place)


def read_visit(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`visit` with `from` and `ways`."""
    room = schema.text(value, "visit", scribe.faults)
    entry = ""
    if "from" in more:
        entry = schema.text(more["from"], "from", scribe.faults)
    else:
        scribe.faults.error(value.place, "T005", "a visit needs `from`, the place where she comes in",
                            "from: the name of an object of class entry on the map")
    here = step_key(scribe.node, len(scribe.steps))
    scribe.draft.places[here + "/from"] = more["from"].place if "from" in more else value.place
    ways: list[Way] = []
    if "ways" not in more:
        scribe.faults.error(value.place, "T005", "a visit needs `ways`, else there is no way out of the room")
    found = schema.table(more.get("ways"), "ways", scribe.faults)
    for key, told in found.entries if found else ():
        way = _way(scribe, key, told)
        if way is not None:
            ways.append(way)
            scribe.draft.places[f"{here}/{way.name}"] = key.place
    scribe.add(Visit(room, entry, tuple(ways)), value.place)


def _way(scribe: Scribe, key: Text, told: Tree) -> Way | None:
    form = lines.way(key.value)
    if form is None:
        if key.value.startswith("later"):
            scribe.faults.error(key.place, "N006", "a `later` names its own node; no way is written for it",
                                "delete it")
        else:
            early = re.fullmatch(r"at (\d:\d\d)", key.value)
            scribe.faults.error(key.place, "N006", f"'{key.value}' is no way out of a room",
                                f"at 0{early[1]}" if early else "ways are: " + ", ".join(_WAY_FORMS))
        return None
    if isinstance(told, Text):
        return Way(*form, scribe.node_name(told, "a way"))
    got = schema.settings(told, f"the way '{key.value}'", scribe.faults, WAY)
    label = ""
    if "label" in got:
        label = scribe.derived(f"{lines.slug(key.value)}.label", schema.words(got["label"], "label", scribe.faults),
                               got["label"].place)
    return Way(
        *form, scribe.node_name(got["go"], "a way") if "go" in got else "",
        scribe.condition(got["if"]) if "if" in got else None,
        schema.switch(got, "once", scribe.faults), label,
        _risk(scribe, got["risk"]) if "risk" in got else ())


def _risk(scribe: Scribe, tree: Tree) -> tuple[tuple[str, int], ...]:
    """Chances in 100 of the world's ways, assumed where nobody walks."""
    found: list[tuple[str, int]] = []
    table = schema.table(tree, "risk", scribe.faults)
    for key, value in table.entries if table else ():
        form = lines.way(key.value)
        if form is None or form[0] in lines.HER_VERBS:
            scribe.faults.error(key.place, "N006", f"'{key.value}' is nothing that can befall her here",
                                "such as caught, ice gives way, cold, stopped by NAME")
        else:
            percent = schema.whole(value, "a risk", scribe.faults, RISK.least, RISK.most)
            found.append((" ".join(form).strip(), percent))
    return tuple(found)


