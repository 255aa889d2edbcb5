"""Makes the corpus of saves anew: `python -m tests.corpus.make`, after a release or when the format has changed.

Saves are spread: at most a few at each node, of every kind of waiting, in every room.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

from game.content import sources
from game.content.saves import encode
from game.sim.journey import new_world
from game.sim.world import Lore, World
from game.story.dice import roll
from tests.corpus.bot import Bot

FILE = Path(__file__).parent / "saves.json.gz"
WANTED = 300
AT_A_NODE = 2
MOST_JOURNEYS = 400


def corpus(lore: Lore) -> list[str]:
    """Texts of WANTED saves (fewer only if bots find no more places)."""
    found: list[str] = []
    held: Counter[str] = Counter()

    def keep(world: World) -> None:
        key = f"{world.tale.frame.node}:{world.tale.waiting}"
        chance = 100 // (1 + 3 * held[key])
        if held[key] < AT_A_NODE and len(found) < WANTED and roll(world.tale.seed, f"{key}:{world.tick}", 100) < chance:
            held[key] += 1
            found.append(encode(world))

    for seed in range(MOST_JOURNEYS):
        if len(found) >= WANTED:
            break
        world, _ = new_world(lore, seed)
        Bot(world, seed, walks=(0, 80, 240)[seed % 3]).play(keep)
    return found


def main() -> None:
    """Write the corpus."""
    content = sources.load()
    assert content.book is not None
    saves = corpus(Lore(content.book, content.rooms, content.hash))
    data = json.dumps(saves, ensure_ascii=False, separators=(",", ":")).encode()
    FILE.write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{FILE.name}: {len(saves)} saves, {FILE.stat().st_size / 1000:.0f} kB of {len(data) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
