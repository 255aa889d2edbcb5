"""The Scribe writes the flat steps of one node while its tree is read, and knows what a name stands for there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias, get_args

from game.content import hints, lines, schema
from game.content.draft import Draft, Unstamped, step_key
from game.content.kinds import Each, One, Whole, either
from game.content.problems import Faults, Place, did_you_mean
from game.content.yamltree import Table, Text, Tree
from game.story import conditions
from game.story.conditions import Condition, ConditionFault
from game.story.facts import READING_RANGES, Change, Fact, FactType, Price, Value
from game.story.steps import Back, Bark, Bribe, Cue, End, Go, If, Jump, Say, Step, Together, Vary, Visit

COUNT = Whole(1, 100_000)
PRICE = Each(One.FACT, COUNT)
CHANGES = either(One.FACT, One.CHANGES)  # of `set`; a bare fact becomes true
COUNTED = Each(One.FACT, COUNT)          # of `give` and `take`
ALWAYS = conditions.parse("True", {})
LEAVES = (Go, Back, End, Visit, Bribe)  # nothing after these is ever played
WORDY = (Say, Bark, If, Jump, Vary, *get_args(Cue))  # what a memory fact may choose


@dataclass(slots=True)
class Scribe:
    """Writes one node. `chapter` is the file's name; `memory` the memory fact whose branch is being written."""

    draft: Draft
    chapter: str
    node: str
    block: Block
    steps: list[Step] = field(default_factory=list)
    targets: set[int] = field(default_factory=set)
    memory: str = ""

    @property
    def faults(self) -> Faults:
        """Where faults are noted."""
        return self.draft.faults

    # Writing ---------------------------------------------------------------------------------------------
    def add(self, step: Step, place: Place) -> int:
        """Write a step; its index."""
        self.guard(step, place)
        self.draft.places[step_key(self.node, len(self.steps))] = place
        self.steps.append(step)
        return len(self.steps) - 1

    def guard(self, step: Step, place: Place) -> None:
        """A memory fact may only choose words, pictures and moods."""
        parts = step.steps if isinstance(step, Together) else (step,)
        if self.memory and not all(isinstance(part, WORDY) for part in parts):
            self.faults.error(place, "V005", f"'{self.memory}' is a memory fact: beneath it may stand only words, "
                              "pictures and sounds", "use another fact, or move this out of the branch")

    def rejoin(self, begun: int, place: Place) -> int | None:
        """End a branch begun at index `begun`: a jump to be patched, unless nothing gets here."""
        here = len(self.steps)
        if here > begun and isinstance(self.steps[-1], LEAVES) and here not in self.targets:
            return None
        self.steps.append(Jump(-1))
        return here

    def land(self, jumps: list[int | None]) -> None:
        """Patch jumps to the next step to be written."""
        for at in jumps:
            if at is not None:
                self.steps[at] = Jump(len(self.steps))
                self.targets.add(len(self.steps))

    def derived(self, part: str, words: str, place: Place) -> str:
        """Note words under an id made from the step about to be written; the id."""
        id = f"{self.node}.{len(self.steps)}.{part}"
        self.draft.add_words(id, words, place)
        return id

    def stamped(self, id: str, words: str, tree: Tree, letter: str = "") -> str:
        """Note words under their stamped id (or a passing one, with a warning); the full id.

        `tree` is where the id stands or would stand; `letter` begins the ids that `stamp` makes.
        """
        place = tree.place
        if not id:
            self.draft.unstamped.append(Unstamped(tree, self.node.partition(".")[2], letter))
            full = f"{self.node}.~{len(self.steps)}.{place.line}"
        else:
            if not lines.LINE_ID.fullmatch(id):
                self.faults.error(place, "T007", f"'@{id}' is no id",
                                  "letters, digits, dots and _; or let `stamp` write it")
            full = f"{self.chapter}.{id}"
        self.draft.add_words(full, words, place)
        return full

    # Names -----------------------------------------------------------------------------------------------
    def node_name(self, tree: Tree, what: str) -> str:
        """The full id of the node a setting names; that it exists is checked when all is read."""
        said = schema.text(tree, what, self.faults)
        if not said:
            return ""
        full = said if "." in said else f"{self.chapter}.{said}"
        self.draft.asked_nodes.append((full, tree.place))
        return full

    def speaker(self, who: str, place: Place) -> str:
        """A cast id."""
        if who not in self.draft.cast:
            self.faults.error(place, "N002", f"there is nobody called '{who}' in the cast",
                              did_you_mean(who, self.draft.cast) or "add the person to cast in world.yaml")
        return who

    def fact(self, key: Text, what: str, *, number: bool) -> Fact | None:
        """A declared fact that may be changed or paid; None, and a fault, if it cannot be."""
        name = key.value
        fact = self.draft.facts.get(name)
        if name in READING_RANGES and fact is None:
            self.faults.error(key.place, "V006", f"'{name}' is read from the map; a story cannot change it")
        elif fact is None:
            self.faults.error(key.place, "V001", f"there is no fact '{name}'",
                              did_you_mean(name, self.draft.facts) or "declare it under facts in world.yaml")
        elif number and fact.type is not FactType.INT:
            self.faults.error(key.place, "T003", f"{what} counts, and '{name}' is a fact of type {fact.type}",
                              "use set")
        else:
            return fact
        return None

    def condition(self, tree: Tree, *, words_only: bool = False) -> Condition:
        """A condition; one that always holds if it cannot be read. Only words may hang on memory facts."""
        said = schema.text(tree, "the condition", self.faults)
        if not said:
            return ALWAYS
        try:
            read = self.draft.conditions.get((said, self.chapter))
            if read is None:
                read = conditions.parse(said, self.draft.facts, self.chapter)
                self.draft.conditions[said, self.chapter] = read
        except ConditionFault as fault:
            known: tuple[str, ...] = (*self.draft.facts, *READING_RANGES)
            enum = re.match(r"'(\w+)' can never be", str(fault))
            if enum and enum[1] in self.draft.facts:
                known = self.draft.facts[enum[1]].of
            self.faults.error(schema.inside(tree.place, said, fault.word), fault.code, str(fault),
                              did_you_mean(fault.word, known) if fault.word else hints.for_condition(said, fault.code))
            return ALWAYS
        except RecursionError:
            self.faults.error(tree.place, "E001", "this condition is nested too deeply", "say it in two steps")
            return ALWAYS
        for node in read.nodes:
            self.draft.asked_nodes.append((node, schema.inside(tree.place, said, node.partition(".")[2])))
        memory = self.memory_of(read)
        if memory and not words_only:
            self.faults.error(tree.place, "V005", f"'{memory}' is a memory fact: it may only choose words, pictures "
                              "and moods", "use another fact")
        return read

    def memory_of(self, condition: Condition) -> str:
        """A memory fact the condition reads, or ""."""
        return next((name for name in sorted(condition.reads) if self.draft.facts[name].memory), "")

    # Facts and prices ------------------------------------------------------------------------------------
    def price(self, tree: Tree, what: str) -> Price:
        """What must be handed over, written as a table {won: 2}."""
        table = schema.table(tree, what, self.faults, hints.for_price(tree)) or Table((), tree.place)
        return self.affordable([(key, schema.whole(value, what, self.faults, COUNT.least, COUNT.most))
                                for key, value in table.entries], what)

    def affordable(self, parts: list[tuple[Text, int]], what: str) -> Price:
        """A price of these parts; what no purse can hold is reported."""
        found: list[tuple[str, int]] = []
        for key, count in parts:
            fact = self.fact(key, what, number=True)
            if fact is None:
                continue
            if count > fact.most:
                self.faults.error(key.place, "C001", f"{what} of {count} {key.value} can never be met: she carries "
                                  f"at most {fact.most}", "lower it, or raise the max of the fact")
            if fact.memory:
                self.faults.error(key.place, "V005", f"'{key.value}' is a memory fact and cannot be paid")
            found.append((key.value, count))
        return Price(tuple(found))

    def changes(self, tree: Tree, what: str, sign: int = 0) -> tuple[Change, ...]:
        """The changes of `set` (sign 0), `give` (1) or `take` (-1)."""
        moved = re.fullmatch(r"(\w+)(?: *= *| +|(?=[+-]))([+-]?\w+)", tree.value) if isinstance(tree, Text) else None
        if moved and moved[1] in self.draft.facts and isinstance(tree, Text):
            self.faults.error(tree.place, "T003", f"{what} names the fact and its value with a colon between",
                              f"{what}: {{{moved[1]}: {moved[2]}}}")
            return ()
        if isinstance(tree, Text) and tree.value and sign == 0:
            tree = Table(((tree, Text("true", tree.place)),), tree.place)
        table = schema.table(tree, what, self.faults, hints.for_price(tree)) or Table((), tree.place)
        found: list[Change] = []
        for key, value in table.entries:
            fact = self.fact(key, what, number=sign != 0)
            if fact is None:
                continue
            if sign:
                count = schema.whole(value, f"{what} of {key.value}", self.faults, 1, max(fact.most - fact.least, 1))
                found.append(Change(fact.name, "by", sign * count))
            else:
                found.append(self.setting(fact, value))
        return tuple(found)

    def setting(self, fact: Fact, tree: Tree) -> Change:
        """One entry of `set`: a word, true or false, a number, or +n and -n."""
        what = f"'{fact.name}'"
        new: Value
        match fact.type:
            case FactType.FLAG:
                new = schema.flag(tree, what, self.faults)
            case FactType.ENUM:
                new = schema.one_of(tree, fact.of, what, self.faults)
            case FactType.INT:
                said = tree.value.strip() if isinstance(tree, Text) else ""
                if said[:1] in ("+", "-"):
                    span = max(fact.most - fact.least, 1)
                    return Change(fact.name, "by", schema.whole(tree, what, self.faults, -span, span))
                if re.search(r"\w *[+-]=? *\d", said):
                    self.faults.error(tree.place, "T003", f"{what} is set to a number, or moved by one, not to "
                                      f"'{said[:40]}'", f"{fact.name}: +1 adds one, {fact.name}: -1 takes one away")
                    return Change(fact.name, "to", fact.least)
                new = schema.whole(tree, what, self.faults, fact.least, fact.most)
        return Change(fact.name, "to", new)


def note_unstamped(draft: Draft) -> None:
    """One warning a file for all that has no id yet: `stamp` sees to all of it at once."""
    by_file: dict[str, list[Place]] = {}
    for one in draft.unstamped:
        by_file.setdefault(one.tree.place.file, []).append(one.tree.place)
    for places in by_file.values():
        more = f" (and {len(places) - 1} more in this file)" if len(places) > 1 else ""
        draft.faults.warning(min(places), "X008", f"this has no id yet{more}, so saves and translations cannot hold on "
                             "to it", "when the words stand, `stamp` writes them all")


Block: TypeAlias = Callable[[Scribe, Tree], None]
