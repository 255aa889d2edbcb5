"""A story folder becomes a Book: every file is read, every fault collected, nothing raised for a writer's mistake."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from game.content import hints, lines, read_flow, read_stage, read_tale, read_talk, read_varied, schema, strings
from game.content.claims_file import CLAIMS, read_claims
from game.content.codex_file import read_codex
from game.content.draft import Draft
from game.content.files import plain_bytes
from game.content.joins import join
from game.content.kinds import Each, Form, Kind, One, either
from game.content.language_files import language_of
from game.content.problems import Place, Problem, did_you_mean, in_order
from game.content.renames_file import check_renames, read_renames
from game.content.scribe import CHANGES, COUNTED, Scribe, note_unstamped
from game.content.world_file import WORLD, read_world
from game.content.yamltree import MOST_BYTES, Table, Text, Tree, read_tree
from game.story.book import Book, Node

MOST_FILES = 300
NO_CHAPTERS = ("world.yaml", "codex.yaml", "renames.yaml")
MOST_BYTES_IN_ALL = 8_000_000
Handler: TypeAlias = Callable[[Scribe, Tree, Mapping[str, Tree]], None]


@dataclass(frozen=True, slots=True)
class Verb:
    """How a step is read, what stands behind its colon, and the settings that stand beside it."""

    read: Handler
    holds: Kind
    beside: Form = Form({})


VERBS = {
    "if": Verb(read_flow.read_if, One.CONDITION, read_flow.BRANCHES),
    "chance": Verb(read_flow.read_chance, read_flow.CHANCE, read_flow.BRANCHES),
    "choose": Verb(read_flow.read_choose, read_flow.CHOICES, read_flow.BESIDE_CHOICES),
    "go": Verb(read_flow.read_go, One.NODE), "call": Verb(read_flow.read_call, One.NODE),
    "back": Verb(read_flow.read_back, One.NOTHING),
    "visit": Verb(read_flow.read_visit, One.NAME, read_flow.BESIDE_VISIT),
    "end": Verb(read_flow.read_end, One.ENDING),
    "bribe": Verb(read_tale.read_bribe, read_tale.BRIBE),
    "bark": Verb(read_tale.read_bark, either(One.LINE, read_tale.BARK)),
    "set": Verb(read_tale.read_set, CHANGES), "give": Verb(read_tale.read_give, COUNTED),
    "take": Verb(read_tale.read_take, COUNTED), "learn": Verb(read_tale.read_learn, One.ENTRY),
    "later": Verb(read_tale.read_later, read_tale.LATER),
    "together": Verb(read_stage.read_together, read_stage.TOGETHER),
    "phone": Verb(read_talk.read_phone, read_talk.PHONE), "papers": Verb(read_talk.read_papers, read_talk.PAPERS),
    "vary": Verb(read_varied.read_vary, read_varied.VARY), "deck": Verb(read_varied.read_deck, read_varied.DECK),
    "card": Verb(read_varied.read_card, either(One.NOTHING, read_varied.CARD)),
}
ALL_VERBS = (*VERBS, *read_stage.STAGE)
CHAPTER = Form({"nodes": Each(One.ID, One.STEPS), **CLAIMS}, ("nodes",))


def read_story(folder: Path) -> tuple[Book | None, list[Problem]]:
    """The Book of a story folder, and every fault; None instead of a Book that could not be played."""
    draft = read_draft(folder)
    return (None if draft.faults.errors else draft.book()), in_order(draft.faults.found)


def read_draft(folder: Path, shown: str = "story") -> Draft:
    """The story as far as it can be read. Problems name files as `shown`/NAME."""
    collecting = gc.isenabled()
    gc.disable()  # a tree is many small things and no circles: looking for some would double the time
    try:
        return _read_draft(folder, shown)
    finally:
        if collecting:
            gc.enable()


def _read_draft(folder: Path, shown: str) -> Draft:
    draft = Draft()
    world = _tree(folder / "world.yaml", f"{shown}/world.yaml", draft)
    if isinstance(world, Table):
        read_world(world, draft)
    elif world is not None:
        draft.faults.error(world.place, "T001", "world.yaml needs settings, each on a line of its own",
                           "it knows " + ", ".join(WORLD.settings))
    for person in draft.cast:
        if person in ALL_VERBS:
            draft.faults.error(draft.place("cast:" + person), "N007", f"'{person}' is the name of a step; nobody of "
                               "the cast can be called that", "rename the person")
    if (folder / "strings" / "en.yaml").is_file():
        english = _tree(folder / "strings" / "en.yaml", f"{shown}/strings/en.yaml", draft)
        if english is not None:
            strings.read_english(english, draft)
    if (folder / "codex.yaml").is_file():
        codex = _tree(folder / "codex.yaml", f"{shown}/codex.yaml", draft)
        if codex is not None:
            read_codex(codex, draft)
    if (folder / "renames.yaml").is_file():
        renames = _tree(folder / "renames.yaml", f"{shown}/renames.yaml", draft)
        if renames is not None:
            read_renames(renames, draft)
    _chapters(folder, shown, draft)
    _names(draft)
    join(draft)
    read_claims(draft)
    check_renames(draft)
    for path in _yaml_files(folder / "strings"):
        if path.stem != strings.ENGLISH:
            tree = _tree(path, f"{shown}/strings/{path.name}", draft)
            if tree is not None:
                strings.read_language(tree, language_of(path.stem), draft)
    for language in draft.languages:
        strings.count_missing(language, f"{shown}/strings/{language}.yaml", draft)
    note_unstamped(draft)
    if not isinstance(world, Table):
        _only_the_world(draft, f"{shown}/world.yaml")
    return draft


def _only_the_world(draft: Draft, file: str) -> None:
    """Without cast and facts every line would seem wrong: only files that cannot be read are told beside world.yaml."""
    draft.torn.update(draft.nodes)
    draft.unread.add("world")
    draft.faults.found[:] = [one for one in draft.faults.found if one.file == file or one.code.startswith("Y")]


def _tree(path: Path, file: str, draft: Draft) -> Tree | None:
    try:
        data = plain_bytes(path, MOST_BYTES)
    except OSError as fault:
        draft.faults.error(Place(file), "Y000", f"this file cannot be read: {fault.strerror or 'unknown reason'}")
        draft.unread.add(path.stem)
        return None
    if data is None:
        draft.faults.error(Place(file), "Y010", f"this file has {path.stat().st_size} bytes; at most {MOST_BYTES} are "
                           "read", "split it")
        draft.unread.add(path.stem)
        return None
    before = len(draft.faults.found)
    tree = read_tree(data, file, draft.faults)
    if tree is None or any(p.code in ("Y003", "Y007") for p in draft.faults.found[before:]):
        draft.unread.add(path.stem)
    return tree


def _yaml_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob("*.yaml") if path.is_file())
    except OSError:
        return []


def _chapters(folder: Path, shown: str, draft: Draft) -> None:
    paths = [path for path in _yaml_files(folder) if path.name not in NO_CHAPTERS]
    if len(paths) > MOST_FILES:
        draft.faults.error(Place(shown), "Y010", f"{len(paths)} story files; at most {MOST_FILES} are read")
    total = sum(path.stat().st_size for path in paths)
    if total > MOST_BYTES_IN_ALL:
        draft.faults.error(Place(shown), "Y010", f"the story files have {total} bytes in all; at most "
                           f"{MOST_BYTES_IN_ALL} are read", "leave some out")
        return
    for path in paths[:MOST_FILES]:
        file = f"{shown}/{path.name}"
        if not lines.NAME.fullmatch(path.stem):
            draft.faults.error(Place(file), "T007", f"'{path.stem}' cannot be the name of a chapter",
                               "use small letters, digits and _")
            continue
        tree = _tree(path, file, draft)
        if tree is not None:
            _chapter(path.stem, tree, draft)


def _chapter(chapter: str, tree: Tree, draft: Draft) -> None:
    if isinstance(tree, Table) and tree.entries and not any(key.value in CHAPTER.settings for key, _ in tree.entries):
        draft.faults.error(tree.place, "T005", "this chapter has no `nodes:`, under which its nodes stand",
                           "write nodes: as the first line, and begin every other line two spaces further in")
        draft.unread.add(chapter)
        return
    top = schema.settings(tree, "a chapter file", draft.faults, CHAPTER)
    draft.claims += [(kind, chapter, top[kind]) for kind in CLAIMS if kind in top]
    found = schema.table(top.get("nodes"), "nodes", draft.faults)
    for key, value in found.entries if found else ():
        if not schema.identifier(key, "a node", draft.faults):
            continue
        scribe = Scribe(draft, chapter, f"{chapter}.{key.value}", block)
        draft.places[scribe.node] = key.place
        if isinstance(value, Text) and not value.value:
            draft.faults.error(key.place, "R002", f"the node '{key.value}' has no steps",
                               "write them below, or delete it")
        else:
            before = len(draft.faults.found)
            block(scribe, value)
            if any(_tears(p) for p in draft.faults.found[before:]):
                draft.torn.add(scribe.node)
        draft.nodes[scribe.node] = Node(scribe.node, tuple(scribe.steps))


def _tears(problem: Problem) -> bool:
    """Whether a step or a way of the node is missing or unclear because of it."""
    return problem.severity == "error" and (problem.code[0] in "TYE" or problem.code == "N006")


def block(scribe: Scribe, tree: Tree) -> None:
    """Write the steps of a list; a single step may stand without the list."""
    if isinstance(tree, Table):
        scribe.faults.error(tree.place, "T001", "steps are a list", "put a dash before each step")
        return
    if isinstance(tree, Text):
        if tree.value:
            _step(scribe, tree)
        return
    for entry in tree.entries:
        _step(scribe, entry)


def _step(scribe: Scribe, entry: Tree) -> None:
    match entry:
        case Text():
            _scalar_step(scribe, entry)
        case Table(entries=((key, value), *rest)):
            _table_step(scribe, key, value, {name.value: (name, tree) for name, tree in rest})
        case _:
            scribe.faults.error(entry.place, "T001", "this is no step; a step is `verb: ...` or `who: words`")


def _scalar_step(scribe: Scribe, entry: Text) -> None:
    line = lines.spoken(entry.value)
    if entry.value == "back":
        read_flow.read_back(scribe, entry, {})
    elif entry.value == "card":
        read_varied.read_card(scribe, entry, {})
    elif line is not None:
        schema.whole_words(entry, line[1], "the line", scribe.faults)
        read_tale.read_line(scribe, entry, *line, entry.place)
    else:
        scribe.faults.error(entry.place, "T001", f"'{entry.value[:40]}' is no step; a step is `verb: ...` or "
                            "`who: words`", hints.for_step(entry.value, scribe.draft, ALL_VERBS))


def _table_step(scribe: Scribe, key: Text, value: Tree, rest: Mapping[str, tuple[Text, Tree]]) -> None:
    known = VERBS.get(key.value)
    verb, allowed = key.value, known.beside.settings if known is not None else {}
    for extra, (name, _) in rest.items():
        if extra in allowed:
            continue
        if extra in ALL_VERBS or lines.speaker(extra):
            scribe.faults.error(name.place, "T006", f"'{extra}' stands in the same step as '{verb}'",
                                did_you_mean(extra, allowed) or "put a dash before it, or indent it under the step")
        else:
            scribe.faults.error(name.place, "T004", f"'{verb}' has no setting '{extra}'",
                                did_you_mean(extra, allowed))
    more = {name: tree for name, (_, tree) in rest.items() if name in allowed}
    if known is not None:
        known.read(scribe, value, more)
    elif verb in read_stage.STAGE:
        read_stage.read_direction(scribe, verb, value, more)
    else:
        _line(scribe, key, value)


def _line(scribe: Scribe, key: Text, value: Tree) -> None:
    who = lines.speaker(key.value)
    bare = who is not None and not who.id and not who.mood and who.who not in scribe.draft.cast
    if who is None or bare:
        owner = next((name for name, verb in VERBS.items() if key.value in verb.beside.settings), "")
        scribe.faults.error(key.place, "T004", f"'{key.value[:40]}' is neither a step nor anybody of the cast",
                            f"`{key.value}` stands below `{owner}` without a dash of its own" if owner
                            else hints.for_speaker(key.value, scribe.draft, ALL_VERBS))
        return
    said = schema.words(value, "the line", scribe.faults)
    read_tale.read_line(scribe, key, who, said, value.place)


def _names(draft: Draft) -> None:
    """Every node that was named must be there."""
    asked = list(draft.asked_nodes)
    if draft.start:
        if "." not in draft.start:
            full = next((node for node in draft.nodes if node.partition(".")[2] == draft.start), f"road.{draft.start}")
            draft.faults.error(draft.place("start"), "N001", "start needs the chapter too, the file's name", full)
        else:
            asked.append((draft.start, draft.place("start")))
    if draft.practice:
        asked.append((draft.practice, draft.place("practice")))
    for node, place in asked:
        if node in draft.nodes or node.partition(".")[0] in draft.unread:
            continue
        draft.torn.add(node)
        chapter, _, name = node.partition(".")
        at_home = place.file.endswith(f"/{chapter}.yaml")
        names = [full.partition(".")[2] for full in draft.nodes if full.startswith(chapter + ".")]
        near = did_you_mean(name, names)
        if near and not at_home:
            near = near.replace("mean '", f"mean '{chapter}.")
        elsewhere = [full for full in draft.nodes if full.partition(".")[2] == name]
        if elsewhere:
            near = f"did you mean '{elsewhere[0]}'?"
        draft.faults.error(place, "N001", f"there is no node '{name if at_home else node}'", near)
