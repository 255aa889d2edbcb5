"""A small bot that reads a book without a map: it goes on, chooses and picks ways by dice, and notes it all."""

from __future__ import annotations

from game.story import runtime, tale
from game.story.book import Book
from game.story.dice import roll
from game.story.facts import Readings
from game.story.tale import Waiting

MOST_TURNS = 250


def trace(book: Book, seed: int) -> list[str]:
    """Everything that happens in one run, in order, and how the tale stood at its end."""
    now = tale.begin(book, seed)
    told = runtime.settle(book, now)
    for turn in range(MOST_TURNS):
        match now.waiting:
            case Waiting.WORDS:
                told += runtime.next_line(book, now)
            case Waiting.CHOICE | Waiting.BRIBE:
                open_ones = [option for option in runtime.options(book, now) if option.open]
                told += runtime.choose(book, now, open_ones[roll(seed, f"choice{turn}", len(open_ones))].id)
            case Waiting.ROOM:
                ways = runtime.open_ways(book, now)
                way = ways[roll(seed, f"way{turn}", len(ways))]
                told += runtime.take_way(book, now, way, Readings(bool(turn % 2), turn % 4, turn % 24, turn % 4))
            case Waiting.STAGE:
                told += runtime.stage_done(book, now)
            case Waiting.END:
                break
    return [*map(str, told), str(now)]
