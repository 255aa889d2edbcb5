"""A long story made by machine, alike every time: as ours, and word for word as ink; and how it is played by dice.

Every scene has two lines, a gift for the poor, and three choices: one that is there once, one that is paid for, one
that always is. So nobody who plays it is ever stuck, and whoever picks alike ends with the same purse.
Not a command of its own.
"""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.story.book import Book
    from game.story.tale import Tale

NODES, CHOICES = 2000, 10_000
NODES_IN_A_FILE = 200
NEAR = 12  # scenes: a choice leads on, and no farther than that
_WORLD = """start: c0.n0
cast: {narrator: {name: "", moods: [plain]}, jo: {name: Jo, moods: [plain, afraid]}}
facts:
  won: {type: int, min: 0, max: 999, start: 8, item: true, worth: 10}
endings: {across: {title: Across, text: The other bank.}}
"""
_NODE = """  n{number}:
    - narrator @n{number}.1: The wind comes over the ice, and I count {number} steps from here to the far bank again.
    - jo (afraid) @n{number}.2: You have {{won}} notes. Nobody has asked me yet for the {price} we owe. Somebody will.
    - if: won < {least}
      then:
        - set: {{won: +{gift}}}
    - choose:
        - Wait for the signal @n{number}.c1:
            once: true
            go: {once}
        - Pay the boy {price} notes @n{number}.c2:
            pay: {{won: {price}}}
            go: {paid}
        - Go on over the ice @n{number}.c3: {on}
"""
_LAST = """        - Take the boat @n{number}.c4:
            if: won > 900
            go: last
  last:
    - end: across
"""
_INK = """=== n{number}
The wind comes over the ice, and I count {number} steps from here to the far bank again.
You have {{won}} notes. Nobody has asked me yet for the {price} we owe. Somebody will.
{{ won < {least}:
    ~ won = won + {gift}
}}
* [Wait for the signal] -> {once}
+ {{won >= {price}}} [Pay the boy {price} notes]
    ~ won = won - {price}
    -> {paid}
+ [Go on over the ice] -> {on}
"""
_INK_LAST = """+ {won > 900} [Take the boat] -> last
=== last
-> END
"""


@dataclass(frozen=True, slots=True)
class _Scene:
    """Whoever has less than `least` is given `gift`; `once`, `paid` and `on` are the numbers its choices lead to."""

    number: int
    least: int
    gift: int
    price: int
    once: int
    paid: int
    on: int


# Written -------------------------------------------------------------------------------------------------
def _scenes(nodes: int) -> list[_Scene]:
    dice = Random(7)
    return [_Scene(number, dice.randrange(5, 30), dice.randrange(2, 9), dice.randrange(1, 7),
                   (number + dice.randrange(1, NEAR)) % nodes, (number + dice.randrange(1, NEAR)) % nodes,
                   (number + 1) % nodes) for number in range(nodes)]


def _told(form: str, scene: _Scene, name: str) -> str:
    """A scene in one of the two forms; `name` is what a node is called there, by {n} and its file {f}."""
    once, paid, on = (name.format(n=n, f=n // NODES_IN_A_FILE) for n in (scene.once, scene.paid, scene.on))
    return form.format(number=scene.number, least=scene.least, gift=scene.gift, price=scene.price,
                       once=once, paid=paid, on=on)


def write(folder: Path, nodes: int = NODES) -> int:
    """Write the story of so many nodes (2000: a megabyte), which has no error; its bytes."""
    (folder / "world.yaml").write_text(_WORLD, "utf-8")
    written, scenes = 0, _scenes(nodes)
    for first in range(0, nodes, NODES_IN_A_FILE):
        parts = ["nodes:\n", *(_told(_NODE, scene, "c{f}.n{n}") for scene in scenes[first:first + NODES_IN_A_FILE])]
        if first + NODES_IN_A_FILE >= nodes:
            parts.append(_LAST.format(number=nodes - 1))
        written += (folder / f"c{first // NODES_IN_A_FILE}.yaml").write_text("".join(parts), "utf-8")
    return written


def as_ink(nodes: int = NODES) -> str:
    """The same story in ink."""
    return "VAR won = 8\n-> n0\n" + "".join(_told(_INK, scene, "n{n}") for scene in _scenes(nodes)) + _INK_LAST


# Played --------------------------------------------------------------------------------------------------
def book(nodes: int = NODES) -> Book:
    """The story, read and checked as any other is."""
    from game.content.check import check_story
    from game.content.reader import read_draft

    with tempfile.TemporaryDirectory() as name:
        write(Path(name), nodes)
        return check_story(read_draft(Path(name)), None, None).book()


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a play ends: lines and choices so far, the purse, the last line."""

    steps: int
    purse: int
    line: str


def play(book: Book, choices: int = CHOICES) -> tuple[Stop, Tale, float]:
    """Pick so many choices by dice (those of _inkjs.mjs), and go on to the next: where, and after how many ms."""
    from game.story import runtime
    from game.story.moments import Spoke
    from game.story.tale import Waiting, begin
    from game.words.slots import fill

    words = Waiting.WORDS
    with _no_garbage():
        before = time.perf_counter()
        tale = begin(book, 1)
        told = runtime.settle(book, tale)
        steps, dice = 0, 1
        for made in range(choices + 1):
            while tale.waiting is words:
                last, told = told, runtime.next_line(book, tale)
                steps += 1
            if made == choices:
                break
            able = [option.id for option in runtime.options(book, tale) if option.open]
            dice = dice * 1103515245 + 12345 & 0x7FFFFFFF
            told = runtime.choose(book, tale, able[(dice >> 16) % len(able)])
            steps += 1
        ms = (time.perf_counter() - before) * 1000
    spoke = next(moment for moment in reversed(last) if isinstance(moment, Spoke))
    return Stop(steps, int(tale.facts["won"]), fill(book.words[spoke.text], dict(spoke.slots))), tale, ms


@contextmanager
def _no_garbage() -> Iterator[None]:
    """As in the game: garbage is collected between two frames, never while the story is told."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()
