"""Steps by which a tale varies: `vary` with its items, `deck` and the `card` that begins a node it may call."""

from __future__ import annotations

from collections.abc import Mapping

from game.content import schema
from game.content.kinds import Form, ListOf, One, Whole, either, one_of
from game.content.scribe import Scribe
from game.content.yamltree import Items, Table, Text, Tree
from game.story.steps import Bark, Choose, Deck, How, Pick, Say, Step, Storylet, Vary

MOST_ITEMS = 16
MOST_PRIORITY = 100
ITEM = either(One.STEP, Form({"do": One.STEPS}, ("do",)))
VARY = Form({"how": one_of(How), "items": ListOf(ITEM)}, ("how", "items"))
DECK = Form({"from": One.CHAPTER, "pick": one_of(Pick), "else": One.NODE}, ("from",))
CARD = Form({"if": One.CONDITION, "priority": Whole(-MOST_PRIORITY, MOST_PRIORITY), "once": One.FLAG})


# Vary ----------------------------------------------------------------------------------------------------
def read_vary(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`vary`: `how`, and the items one of which is played."""
    if not isinstance(value, Table):
        scribe.faults.error(value.place, "T001", "`vary` has `how` and `items`, both indented below it",
                            "how: shuffle, and below it items: with the list")
        return
    got = schema.settings(value, "vary", scribe.faults, VARY)
    how = How(schema.one_of(got["how"], How, "how", scribe.faults)) if "how" in got else How.CYCLE
    entries = schema.items(got["items"], "items", scribe.faults) if "items" in got else ()
    if "items" in got and len(entries) < 2:
        scribe.faults.error(got["items"].place, "T009", "one item varies nothing" if entries else "nothing varies here",
                            "write two items or more" + (", or the step without `vary`" if entries else ""))
    if len(entries) > MOST_ITEMS:
        scribe.faults.error(entries[MOST_ITEMS].place, "T009", f"{len(entries)} items; at most {MOST_ITEMS} can vary "
                            "in one place", "write cards for a `deck`")
    at = scribe.add(Vary("", how, (), -1), value.place)
    begins: list[int] = []
    jumps: list[int | None] = []
    for entry in entries:
        begun = len(scribe.steps)
        begins.append(begun)
        scribe.targets.add(begun)
        scribe.block(scribe, _item(entry))
        jumps.append(scribe.rejoin(begun, entry.place))
    scribe.land(jumps)
    scribe.targets.add(len(scribe.steps))
    scribe.steps[at] = Vary(_key(scribe, at), how, tuple(begins) or (len(scribe.steps),), len(scribe.steps))


def _item(entry: Tree) -> Tree:
    """The steps of an item: what stands below its `do`, or the entry itself, as one step."""
    match entry:
        case Table(entries=((Text(value="do"), steps),)):
            return steps
        case _:
            return Items((entry,), entry.place)


def _key(scribe: Scribe, at: int) -> str:
    """A name that outlives edits around it: the first stamped id in it, else which `vary` of the node this is."""
    for step in scribe.steps[at:]:
        id = _id(step)
        if id and "~" not in id:
            return id
    return f"{scribe.node}.vary{sum(isinstance(step, Vary) for step in scribe.steps[:at])}"


def _id(step: Step) -> str:
    match step:
        case Say(text=text) | Bark(text=text):
            return text
        case Choose(choices=choices) if choices:
            return choices[0].id
        case _:
            return ""


# Decks ---------------------------------------------------------------------------------------------------
def read_deck(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`deck`: from which chapter, which card, and what if there is none. Its cards are dealt when all is read."""
    if isinstance(value, Text) and value.value:
        scribe.faults.error(value.place, "T001", "a deck says from which chapter its cards are",
                            f"deck: {{from: {value.value}}}")
        return
    got = schema.settings(value, "a deck", scribe.faults, DECK)
    pick = Pick(schema.one_of(got["pick"], Pick, "pick", scribe.faults)) if "pick" in got else Pick.BEST
    otherwise = scribe.node_name(got["else"], "else") if "else" in got else ""
    at = scribe.add(Deck((), pick, otherwise), value.place)
    if "from" in got:
        scribe.draft.decks.append((scribe.node, at, schema.text(got["from"], "from", scribe.faults), got["from"].place))


def read_card(scribe: Scribe, value: Tree, more: Mapping[str, Tree]) -> None:
    """`card`: the first step of a node that a deck may call."""
    got: dict[str, Tree] = {}
    if not isinstance(value, Text) or value.value not in ("", "card"):
        got = schema.settings(value, "a card", scribe.faults, CARD)
    if scribe.steps:
        scribe.faults.error(value.place, "T010", "a `card` is the first step of its node, or no deck can find it",
                            "move it to the top of the node")
    scribe.add(Storylet(
        scribe.condition(got["if"]) if "if" in got else None,
        schema.number(got, "priority", CARD, scribe.faults, 0), schema.switch(got, "once", scribe.faults)), value.place)
