"""What a setting may hold: each function takes a tree, answers with a value, and notes what is wrong.

A wrong value is answered with the nearest harmless one, so that reading goes on and finds every fault at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from game.content import lines
from game.content.kinds import Form
from game.content.problems import Faults, Place, did_you_mean
from game.content.quoting import is_trap, quoted
from game.content.yamltree import Items, Table, Text, Tree
from game.words.slots import has_odd_star

MOST_SECONDS = 120
MOST_WIDTH = 260


def kind(tree: Tree) -> str:
    """What a writer calls it."""
    return {Text: "words", Items: "a list", Table: "settings"}[type(tree)]


def text(tree: Tree, what: str, faults: Faults) -> str:
    """A single name or number as it stands; "" if it is something else."""
    if not isinstance(tree, Text):
        faults.error(tree.place, "T001", f"{what} must be a single word, not {kind(tree)}")
        return ""
    if not tree.value.strip():
        faults.error(tree.place, "T002", f"{what} is empty")
    return tree.value.strip()


def name(tree: Tree, what: str, faults: Faults) -> str:
    """A word that could be cut or mistaken by other YAML readers."""
    said = text(tree, what, faults)
    if isinstance(tree, Text) and tree.plain and is_trap(said):
        faults.warning(tree.place, "Y005", f"{said} without quotes is no word to other YAML readers", quoted(said))
    return said


def words(tree: Tree, what: str, faults: Faults, most: int = MOST_WIDTH) -> str:
    """Words the player reads; "" if it is something else."""
    said = name(tree, what, faults)
    if isinstance(tree, Text):
        whole_words(tree, said, what, faults, most)
    return said


def whole_words(tree: Text, said: str, what: str, faults: Faults, most: int = MOST_WIDTH) -> None:
    """Report words that were cut by a ` #`, that have an odd star, or that are too long for the box."""
    cut = tree.cut.strip()
    if cut and not cut.startswith("# "):
        faults.error(tree.place, "Y004", f"the words are cut off before '{cut[:20]}': a # after a space begins a "
                     "comment", "put the words in quotes")
    elif cut and not tree.cut.startswith("  "):
        faults.warning(tree.place, "Y004", f"'{cut[:20]}' after the words is a comment and is not shown",
                       "if it belongs to the words put them in quotes, else put two spaces before the #")
    if "*" in said and has_odd_star(said):
        faults.error(tree.place, "X010", "a star stands without its partner: emphasis is *between stars*",
                     "close it, or put spaces on both sides of a star that is meant as one")
    if lines.width(said) > most:
        faults.error(tree.place, "X001", f"{what} has {lines.width(said)} columns; the box holds {most}",
                     "split it in two")


def whole(tree: Tree, what: str, faults: Faults, least: int, most: int) -> int:
    """A whole number from `least` to `most`."""
    said = text(tree, what, faults)
    try:
        number = int(said) if len(said) < 10 else None
    except ValueError:
        number = None
    if number is None:
        if said:
            alone = re.fullmatch(r"(\d+) ?%", said)
            faults.error(tree.place, "T003", f"{what} must be a whole number from {least} to {most}, not '{said[:40]}'",
                         alone[1] if alone else "")
        return least
    if is_trap(said):
        faults.error(tree.place, "Y005", f"{said} is read in two ways (some take it for another number)", str(number))
    if not least <= number <= most:
        faults.error(tree.place, "V003", f"{what} must be from {least} to {most}, not {number}")
    return min(max(number, least), most)


def flag(tree: Tree, what: str, faults: Faults) -> bool:
    """`true` or `false`."""
    said = text(tree, what, faults)
    if said in ("true", "false"):
        return said == "true"
    if said.lower() in ("yes", "on", "y", "no", "off", "n", "true", "false"):
        meant = "true" if said.lower() in ("yes", "on", "y", "true") else "false"
        faults.error(tree.place, "Y005", f"{what} must be true or false, not {said}", meant)
        return meant == "true"
    if said:
        faults.error(tree.place, "T003", f"{what} must be true or false, not '{said}'")
    return False


def ticks(tree: Tree, what: str, faults: Faults, also: str = "") -> int:
    """Seconds (`40s`, `1.5`) as ticks, at least one. `also`: what else may stand here, for the message."""
    said = text(tree, what, faults)
    found = lines.ticks(said)
    if found is None:
        if said:
            counted = re.match(r"\d{1,3}(\.\d+)?(?= ?sec)", said)
            faults.error(tree.place, "T003", f"{what} must be seconds such as 1.5 or 40s{also}, not '{said[:40]}'",
                         f"{counted[0]}s" if counted else "")
        return 1
    if not 1 <= found <= MOST_SECONDS * lines.TICKS_A_SECOND:
        faults.error(tree.place, "V003", f"{what} must be above 0 and at most {MOST_SECONDS} seconds, not {said}")
    return max(found, 1)


def one_of(tree: Tree, known: Iterable[str], what: str, faults: Faults, code: str = "T003") -> str:
    """One of the `known` words; the first of them if it is none."""
    choices = tuple(known)
    said = text(tree, what, faults)
    if said in choices:
        return said
    if said:
        faults.error(tree.place, code, f"{what} cannot be '{said}'",
                     did_you_mean(said, choices) or "one of " + ", ".join(choices))
    return choices[0]


def table(tree: Tree | None, what: str, faults: Faults, suggestion: str = "") -> Table | None:
    """A table of names with values; None if it is something else (an empty value is no table either)."""
    if isinstance(tree, Table):
        return tree
    if tree is not None:
        empty = isinstance(tree, Text) and not tree.value
        faults.error(tree.place, "T001", f"{what} needs settings, indented below it"
                     + ("" if empty else f", not {kind(tree)}"), suggestion)
    return None


def items(tree: Tree | None, what: str, faults: Faults) -> tuple[Tree, ...]:
    """A list; empty if it is something else."""
    if isinstance(tree, Items):
        return tree.entries
    if tree is not None:
        faults.error(tree.place, "T001", f"{what} must be a list, each entry on a line of its own after a dash",
                     f"[{tree.value}]" if isinstance(tree, Text) and tree.value else "")
    return ()


def settings(tree: Tree | None, what: str, faults: Faults, form: Form) -> dict[str, Tree]:
    """The settings of a table by name; unknown and missing ones are reported."""
    all_known = "it knows " + ", ".join(form.settings)
    found = table(tree, what, faults, all_known)
    if found is None:
        return {}
    taken: dict[str, Tree] = {}
    for key, value in found.entries:
        if key.value in form.settings:
            taken[key.value] = value
        else:
            faults.error(key.place, "T004", f"{what} has no setting '{key.value}'",
                         did_you_mean(key.value, form.settings) or all_known)
    for key_name in form.needed:
        if key_name not in taken:
            faults.error(found.place, "T005", f"{what} needs the setting '{key_name}'", f"add `{key_name}:` to it")
    return taken


def number(got: Mapping[str, Tree], setting: str, form: Form, faults: Faults, otherwise: int) -> int:
    """A number among the settings, in the range of its form; `otherwise` if it is not written."""
    bounds = form.range(setting)
    return whole(got[setting], setting, faults, bounds.least, bounds.most) if setting in got else otherwise


def switch(got: Mapping[str, Tree], setting: str, faults: Faults) -> bool:
    """`true` among the settings; a switch that is not written is off."""
    return setting in got and flag(got[setting], setting, faults)


def identifier(key: Text, what: str, faults: Faults) -> bool:
    """Whether a key can be a name: small letters, digits and `_`."""
    good = lines.NAME.fullmatch(key.value) is not None and len(key.value) <= 60
    if not good:
        better = re.sub(r"[^a-z0-9_]+", "_", key.value.lower()).strip("_")[:40]
        faults.error(key.place, "T007", f"'{key.value[:40]}' cannot be the name of {what}",
                     "use small letters, digits and _, beginning with a letter"
                     + (f": {better}" if lines.NAME.fullmatch(better) else ""))
    return good


def inside(place: Place, whole_text: str, word: str) -> Place:
    """The place of `word` in words that begin at `place`."""
    return place.right(max(whole_text.find(word), 0)) if word else place
