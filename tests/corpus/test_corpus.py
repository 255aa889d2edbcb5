"""Saves made by bots all over the story load, and go on to an ending: today, and after every kind of edit."""

import gzip
import json
from collections import Counter
from collections.abc import Callable

import pytest

from game.content import sources
from game.content.codec import digest
from game.content.saves import EARLIER, MOVED, SCENE, encode, open_save
from game.sim.ground import cell_of
from game.sim.world import Lore, World
from game.story.tale import Waiting
from tests.corpus import edits
from tests.corpus.bot import Bot
from tests.corpus.make import FILE, WANTED

MOST_BYTES = 1_500_000
EDITS = {"lines put in": edits.lines_put_in, "choices put above": edits.choices_put_above,
         "lines taken out": edits.lines_taken_out, "nodes renamed": edits.all_renamed,
         "facts taken out": edits.facts_taken_out, "scenes taken out": edits.scenes_taken_out,
         "walls moved": edits.walls_moved, "rooms widened": edits.rooms_widened}
# Edits after which every save stands exactly where it stood: nothing has to be said.
SILENT = {"lines put in", "choices put above", "nodes renamed", "rooms widened"}


@pytest.fixture(scope="module")
def lore() -> Lore:
    content = sources.load()
    assert content.book is not None
    return Lore(content.book, content.rooms, content.hash)


@pytest.fixture(scope="module")
def saves() -> list[str]:
    found: list[str] = json.loads(gzip.decompress(FILE.read_bytes()))
    return found


@pytest.fixture(scope="module")
def now(lore: Lore, saves: list[str]) -> list[tuple[str, World]]:
    """Each save as it would be written today, and its world."""
    worlds = [open_save(text, lore).world for text in saves]
    return [(encode(world), world) for world in worlds]


def test_the_corpus_is_large_and_spread_and_small(saves: list[str]) -> None:
    tales = [json.loads(text)["world"]["tale"] for text in saves]
    nodes = {tale["stack"]["rows"][-1][0] for tale in tales}
    waiting = Counter(tale.get("waiting") for tale in tales)
    assert len(saves) >= WANTED and len(nodes) > 80
    assert all(waiting[kind] >= 3 for kind in ("words", "choice", "room"))
    assert FILE.stat().st_size < MOST_BYTES


def test_every_save_loads_today_and_reaches_an_ending(lore: Lore, saves: list[str]) -> None:
    for number, text in enumerate(saves):
        world = open_save(text, lore).world
        if number % 10 == 0:
            again = open_save(encode(world), lore)
            assert not again.notes and digest(again.world) == digest(world)
            ends(world, number)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_every_save_outlives(edit: Callable[[Lore], Lore], lore: Lore, now: list[tuple[str, World]]) -> None:
    edited = edit(lore)
    silent = edit in {EDITS[name] for name in SILENT}
    notes: Counter[str] = Counter()
    for number, (text, was) in enumerate(now):
        loaded = open_save(text, edited)
        notes.update(loaded.notes)
        world = loaded.world
        assert set(world.tale.facts) == set(edited.book.facts)
        stands_free(world)
        if not loaded.notes:
            assert world.tale.waiting is was.tale.waiting and same_words(world, was)
        if number % 40 == 0:
            ends(world, number)
    assert set(notes) <= {SCENE, EARLIER, MOVED}
    assert not notes if silent else sum(notes.values()) < 0.7 * len(now)


def stands_free(world: World) -> None:
    """She stands where she can stand, and everybody of the map is there."""
    if world.stage is None:
        return
    her, room = world.stage.her, world.room
    assert her.hidden or room.walls.free(cell_of(her.x, her.y))
    assert set(world.stage.guards) == {watcher.name for watcher in room.watchers}


def same_words(world: World, was: World) -> bool:
    """Whether the last thing told is still what stands on screen."""
    if was.tale.waiting is not Waiting.WORDS:
        return True
    return bool(world.tale.history[-1].text == was.tale.history[-1].text)


def ends(world: World, seed: int) -> None:
    """From here a bot finds an ending, walking a little in every room."""
    assert Bot(world, seed, walks=40).play(), f"save {seed} finds no ending from {world.tale.stack}"
