"""Packs: stories of other people's, as data. Read with limits, checked before they are loaded, under their own name.

A pack is a folder or a zip: pack.yaml, story/ (with a world.yaml of its own), maps/, assets/pictures/. More in
docs/packs.md.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from game.content import lines, schema
from game.content.check import Maps, check_story, read_maps
from game.content.check_assets import Assets, read_assets
from game.content.draft import NARRATOR, Draft
from game.content.kinds import Form, One
from game.content.namespace import Namespace
from game.content.pack_files import read_files
from game.content.packed import Content
from game.content.problems import Faults, Place, Problem, in_order
from game.content.reader import read_draft
from game.content.released import check_released
from game.content.yamltree import Tree, read_tree
from game.story.book import Book

FORMAT = 1
CARD = "pack.yaml"
MOST_LETTERS = 80
_NEEDED = ("id", "version", "format", "title", "by", "licence")
CARD_FORM = Form({**dict.fromkeys(_NEEDED, One.WORDS), "start": One.NODE}, _NEEDED)
_RESERVED = ("game", "map", "story", "maps", "assets")


@dataclass(frozen=True, slots=True)
class Card:
    """What pack.yaml says. `start` is a node "chapter.name", or "": where world.yaml says."""

    id: str
    version: str
    title: str
    by: str
    licence: str
    start: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was read. `book` is None if its story has errors."""

    card: Card
    book: Book | None
    maps: Maps
    pictures: dict[str, bytes]
    hash: str


def read_pack(path: Path, base: Content, assets: Path) -> tuple[Pack | None, list[Problem]]:
    """A pack, and everything `check` finds in it; None if it is not to be trusted. `assets`: the game's own folder."""
    faults = Faults()
    files = read_files(path, faults)
    card = None if faults.errors else _card(files, faults)
    if card is None:
        return None, in_order(faults.found)
    with tempfile.TemporaryDirectory(prefix="winter-road-pack-") as folder:
        root = Path(folder)
        for name, data in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        maps, draft = read_maps(root), read_draft(root / "story")
        pictures = {name.split("/")[-1].removesuffix(".png"): data for name, data in files.items()
                    if name.startswith("assets/pictures/")}
        check_story(draft, maps, _assets(assets, frozenset(pictures)))
        check_released(root / "story", draft)
    _start(card, draft, faults)
    if base.book is not None:
        _redefined(draft, base.book, faults)
    problems = in_order([*faults.found, *maps.problems, *draft.faults.found])
    broken = any(problem.severity == "error" for problem in problems)
    digest = hashlib.sha256(b"".join(f"{name} {len(data)}\n".encode() + data for name, data in sorted(files.items())))
    return Pack(card, None if broken else draft.book(), maps, pictures, digest.hexdigest()), problems


def open_pack(path: Path, base: Content, assets: Path) -> tuple[Card | None, Content | None, list[Problem]]:
    """A pack ready to be played beside `base`: its card, if that could be read; the content, if it has no errors."""
    pack, problems = read_pack(path, base, assets)
    if pack is None:
        return None, None, problems
    return pack.card, with_pack(base, pack) if pack.book is not None else None, problems


def with_pack(base: Content, pack: Pack) -> Content:
    """The game's content and the pack's under its own name; a journey begins in the pack.

    Raises ValueError if either has errors.
    """
    book, theirs = base.book, pack.book
    if book is None or theirs is None:
        raise ValueError("a story with errors cannot be played")
    prefix = f"{pack.card.id}/"
    names = Namespace(prefix, theirs, frozenset(pack.maps.rooms), frozenset(pack.pictures))
    languages = {name: {**{names.word(id): words for id, words in theirs.languages.get(name, {}).items()},
                        **book.languages.get(name, {})} for name in {*theirs.languages, *book.languages}}
    merged = replace(
        book, start=prefix + (pack.card.start or theirs.start), nodes=book.nodes | names.nodes(),
        facts=theirs.facts | book.facts, cast=theirs.cast | book.cast, endings=book.endings | names.endings(),
        codex=book.codex | names.codex(), papers=theirs.papers | book.papers, languages=languages,
        words={**{names.word(id): words for id, words in theirs.words.items()}, **_card_words(pack.card), **book.words},
        renames=book.renames | _renames(theirs.renames, prefix), packs=(*book.packs, (pack.card.id, pack.card.version)))
    rooms = {prefix + id: names.room(room) for id, room in pack.maps.rooms.items()}
    art = {prefix + id: names.art(one) for id, one in pack.maps.art.items()}
    pictures = {prefix + name: png for name, png in pack.pictures.items()}
    return replace(base, book=merged, rooms=base.rooms | rooms, art=base.art | art,
                   pictures=base.pictures | pictures,
                   hash=hashlib.sha256((base.hash + pack.hash).encode()).hexdigest())


def _card_words(card: Card) -> dict[str, str]:
    """What the title and the credits say of a pack."""
    return {f"{card.id}/{part}": getattr(card, part) for part in ("title", "by", "licence")}


def _renames(old: dict[str, str], prefix: str) -> dict[str, str]:
    """A pack's renames under its name; facts keep theirs."""
    found: dict[str, str] = {}
    for key, new in old.items():
        kind, _, name = key.partition(":")
        found[key if kind == "fact" else f"{kind}:{prefix}{name}"] = new if kind == "fact" else prefix + new
    return found


# pack.yaml -----------------------------------------------------------------------------------------------
def _card(files: dict[str, bytes], faults: Faults) -> Card | None:
    before = faults.errors
    if CARD not in files or not any(name.startswith("story/") for name in files):
        faults.error(Place(CARD), "K001", "a pack holds pack.yaml and story/", "`new-pack DIR` writes an example")
        return None
    tree = read_tree(files[CARD], CARD, faults)
    top = schema.settings(tree, CARD, faults, CARD_FORM) if tree is not None else {}
    said = {name: schema.words(value, name, faults) for name, value in top.items()}
    if faults.errors > before:
        return None
    for name, words in said.items():
        if len(words) > MOST_LETTERS:
            faults.error(top[name].place, "K001", f"{name} has {len(words)} letters; at most {MOST_LETTERS}")
    _number(top["format"], said["format"], faults)
    good = lines.NAME.fullmatch(said["id"]) and len(said["id"]) <= 24 and said["id"] not in _RESERVED
    if not good:
        faults.error(top["id"].place, "K001", f"'{said['id']}' cannot be the id of a pack",
                     "at most 24 small letters, digits and _, and not a word of the game's own")
    if faults.errors > before:
        return None
    return Card(said["id"], said["version"], said["title"], said["by"], said["licence"], said.get("start", ""))


def _number(tree: Tree, said: str, faults: Faults) -> None:
    if not said.isdecimal() or int(said[:6]) < 1:
        faults.error(tree.place, "K008", f"format is '{said}', not a number", f"this game writes format {FORMAT}")
    elif int(said[:6]) > FORMAT:
        faults.error(tree.place, "K008", f"format {said} is newer than this game, which reads {FORMAT}",
                     "get a newer version of the game")


def _start(card: Card, draft: Draft, faults: Faults) -> None:
    if card.start and card.start not in draft.nodes:
        faults.error(Place(CARD), "K001", f"start names the node '{card.start}', which is not in the story")


def _assets(folder: Path, pictures: frozenset[str]) -> Assets:
    own = read_assets(folder)
    return replace(own, pictures=own.pictures | pictures)


def _redefined(draft: Draft, book: Book, faults: Faults) -> None:
    """What has the name of something of the game's must be the same thing."""
    for name, fact in draft.facts.items():
        known = book.facts.get(name)
        if known is not None and (known.type, known.least, known.most, known.of) != (fact.type, fact.least, fact.most,
                                                                                    fact.of):
            faults.error(draft.place(f"fact:{name}"), "K005", f"the game has a fact '{name}' of another kind",
                         "declare it with the same type and range, or call yours otherwise")
    for id, person in draft.cast.items():
        mate = book.cast.get(id)
        if id != NARRATOR and mate is not None and mate.name != person.name:
            faults.error(draft.place(f"cast:{id}"), "K005", f"in the game '{id}' is {mate.name}",
                         "call yours otherwise")
    for id in draft.papers:
        if id in book.papers:
            faults.error(draft.place(f"paper:{id}"), "K005", f"the game has a paper '{id}'", "call yours otherwise")
