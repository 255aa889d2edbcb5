"""The web build's door. pygbag starts this file; it reads the imports here to know what a page must fetch.

With `#replay=NAME` in the address a packed recording is run instead and its digest printed to the page's console;
`#scene=NODE` begins the journey there.
"""

import asyncio
import sys
import time
from pathlib import Path

import pygame

from game.content.codec import digest, world_from
from game.content.packed import Content, unpack
from game.content.recordings import decode
from game.sim.journey import new_world
from game.sim.step import step
from game.sim.world import Lore
from game.ui import app

SLICE_STEPS = 400  # so much of a replay between two frames of the page


def asked(what: str) -> str:
    """The NAME of `#what=NAME` in the page's address, or "" (always on the desktop)."""
    if sys.platform != "emscripten":
        return ""
    import platform

    address = str(platform.window.location.hash)  # type: ignore[attr-defined]
    name = address.partition("#")[2]
    return Path(name.partition("=")[2]).name if name.startswith(f"{what}=") else ""


async def replay(content: Content, name: str) -> None:
    """Run the recording `replays/NAME.json` a slice at a time, and print how it ended."""
    assert content.book is not None
    recording = decode(Path("replays", f"{name}.json").read_text(encoding="utf-8"))
    world = world_from(recording.start, Lore(content.book, content.rooms, content.hash))
    done = 0
    for intent, times in recording.intents:
        for _ in range(times):
            step(world, intent)
            done += 1
            if done % SLICE_STEPS == 0:
                await asyncio.sleep(0)
    found = digest(world)
    print(f"replay {name}: {world.tick} ticks, digest {found}, same {found == recording.digest}")


async def main() -> None:
    """Play, or run the recording the address asks for."""
    content = unpack(Path("content.json").read_bytes())
    options = app.Options(assets=Path("assets"))
    name, scene = asked("replay"), asked("scene")
    if name:
        pygame.display.set_mode((1280, 720))
        await replay(content, name)
        return
    if content.book is not None and scene in content.book.nodes:
        world, events = new_world(Lore(content.book, content.rooms, content.hash), time.time_ns() % 1_000_000, scene)
        options.world, options.events = world, tuple(events)
    await app.play(content, options)


asyncio.run(main())
