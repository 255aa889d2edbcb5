"""What `bench` measures, each as a Row; not a command of its own."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Any

from game.commands import WrongUse, progress
from game.commands._lab import lab, lab_world, tick_ms
from game.commands._yardstick import YARDSTICK_MS, Row, row, yardstick

if TYPE_CHECKING:
    from game.content.packed import Content

INKJS_STEPS = 42_000  # scaled as ours are: `--vs-ink` measured 55,000 where the yardstick took 0.284 ms


def _best_ms(work: Callable[[], Any], times: int = 5) -> float:
    best = 1e9
    for _ in range(times):
        before = time.perf_counter()
        work()
        best = min(best, (time.perf_counter() - before) * 1000)
    return best


# Rows ----------------------------------------------------------------------------------------------------
# It ends as the first frame is shown: to close a window and a loudspeaker again is no part of starting.
_TITLE = """
import os
from game.commands import load_content
from game.content.sources import data_root
from game.ui.app import Options, pygame, run
pygame.display.flip = lambda: os._exit(0)
run(load_content(), Options(data_root() / "assets", headless=True, frames=1))
"""
_MEMORY = """
import resource
from game.commands import load_content
from game.content.sources import data_root
from game.ui.shots import staged
content = load_content()
largest = max(content.rooms, key=lambda id: content.rooms[id].width * content.rooms[id].height)
app = staged(content, "room:" + largest, assets=data_root() / "assets")
from game.ui.sound import Sounds
sounds = Sounds(data_root() / "assets", app.kit.settings)
sounds.music("river")
for _ in range(60):
    sounds.pass_time(1 / 60)
    app.frame([], 1 / 60)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def _python(code: str, compiled: str) -> str:
    """Run `code` in a process of its own; `compiled` is the folder where Python keeps what it has compiled."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False,
                          env=env | {"PYTHONPYCACHEPREFIX": compiled})
    if done.returncode:
        raise WrongUse(f"a measurement failed: {done.stderr.strip().splitlines()[-1]}")
    return done.stdout


def start_rows() -> list[Row]:
    """Starting, and the memory of the largest room."""
    stick = yardstick()
    with tempfile.TemporaryDirectory() as compiled:
        ms = _best_ms(lambda: _python(_TITLE, compiled), 6)
        rows = [row("process start to first title frame", ms, 500, stick, "not the first start after an install")]
        if not sys.platform.startswith("linux"):
            return rows
        megabytes = int(_python(_MEMORY, compiled).strip().splitlines()[-1]) / 1000
        rows.append(Row("peak memory in the largest room", megabytes, 120, "MB", stick))
    return rows


def frame_rows(content: Content, frames: int) -> list[Row]:
    """The largest night room, filled up to 40 people, drawn in a window of 1280x720 while it goes on."""
    import random

    from game.content.sources import data_root
    from game.sim.room import Resident
    from game.ui.shots import staged

    nights = [room for room in content.rooms.values() if room.night]
    if not nights:
        return []
    room = max(nights, key=lambda room: room.width * room.height)
    luck = random.Random(1)
    routes = [watcher.route for watcher in room.watchers if len(watcher.route) > 1]
    crowd = list(room.residents)
    while routes and len(room.watchers) + len(crowd) < 40:
        posts = tuple(replace(post, wait_ticks=luck.randrange(30, 300)) for post in luck.choice(routes))
        crowd.append(Resident(f"more{len(crowd)}", posts))
    rooms = {**content.rooms, room.id: replace(room, residents=tuple(crowd), snowfall=True)}
    stick = yardstick()
    app = staged(replace(content, rooms=rooms), f"room:{room.id}", tick=30, assets=data_root() / "assets")
    found = []
    for _ in range(60):  # a room's first second reads its pictures; that is the room's load, not a frame
        app.frame([], 1 / 60)
    gc.collect()
    gc.freeze()
    gc.disable()  # as the game does: it tidies up between two frames
    for number in range(frames):
        before = time.perf_counter()
        app.frame([], 1 / 60)
        found.append((time.perf_counter() - before) * 1000)
        app.tidy()
        if number % 500 == 0:
            progress(number, frames, "drawing")
    gc.enable()
    found.sort()
    note = f"{room.id}, {len(room.watchers)} watchers and {len(crowd)} others, {frames} frames"
    return [row("a frame of a night room, typical", median(found), 2.5, stick, note),
            row("a frame of a night room, longest", found[-1], 8, stick,
                 f"99 of 100 under {found[len(found) * 99 // 100]:.1f} ms")]


def load_rows(content: Content) -> list[Row]:
    """Rooms and the whole content, loaded."""
    from game.content.maps import load_room
    from game.content.packed import Content, pack, unpack
    from game.content.sources import data_root
    from game.story.book import Book

    stick = yardstick()
    whole = pack(content)
    largest = max(content.rooms.values(), key=lambda room: room.width * room.height).id
    one = pack(Content(Book("", {}, {}, {}, {}, {}, {}), {largest: content.rooms[largest]},
                       {largest: content.art[largest]}))
    rows = [row("room load, packed", _best_ms(lambda: unpack(one), 15), 15, stick, largest),
            row("whole content load, packed", _best_ms(lambda: unpack(whole), 9), 60, stick,
                 f"{len(whole) / 1000:.0f} kB, {len(json.loads(whole)['nodes'])} nodes")]
    path = data_root() / "maps" / f"{largest}.tmx"
    if path.is_file():
        ms = _best_ms(lambda: load_room(path, data_root() / "assets"))
        rows.insert(1, row("room load, from TMX", ms, 60, stick, largest))
    return rows


def story_rows() -> list[Row]:
    """Lines and choices of a long story, picked by dice; `--vs-ink` has inkjs do the same beside it."""
    from game.commands import _long_story
    from game.content.packed import Content, pack, unpack

    stick = yardstick()
    story = unpack(pack(Content(_long_story.book()))).book
    assert story is not None
    stop, _, ms = min((_long_story.play(story) for _ in range(5)), key=lambda played: played[2])
    return [Row("story steps a second", stop.steps * 1000 / ms * stick / YARDSTICK_MS, 5 * INKJS_STEPS, "steps", stick,
                True, f"{stop.steps} lines and choices; inkjs as once measured, --vs-ink measures it now")]


def check_rows() -> list[Row]:
    """How long a writer waits for `check` of a story far longer than ours."""
    from pathlib import Path

    from game.commands import _long_story
    from game.content.check import check_story
    from game.content.reader import read_draft

    stick = yardstick()
    with tempfile.TemporaryDirectory() as name:
        size = _long_story.write(Path(name))
        ms = _best_ms(lambda: check_story(read_draft(Path(name)), None, None), 3)
    return [row("check of a long story", ms, 2000, stick, f"{size / 1e6:.2f} MB")]


def save_rows(content: Content) -> list[Row]:
    """Saving."""
    from game.content.saves import encode

    stick = yardstick()
    world = lab_world(content, lab(120, 80, 40))
    tick_ms(world, 1200)
    return [row("save, time", _best_ms(lambda: encode(world)), 5, stick, "40 guards"),
            Row("save, size", len(encode(world).encode()) / 1000, 20, "kB", stick)]


def web_rows() -> list[Row]:
    """The web package, if one was built."""
    from game.content.sources import data_root

    package = data_root() / "build" / "web" / "winter-road.apk"
    if not package.is_file():
        return []
    return [Row("web package", package.stat().st_size / 1e6, 6, "MB", yardstick(), note="the last `web` build")]
