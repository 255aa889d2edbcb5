"""Forty watchers in a field, and how long their ticks take; not a command of its own."""

from __future__ import annotations

import time
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from game.commands import lore_of
from game.commands._yardstick import YARDSTICK_MS, Row, row, yardstick

if TYPE_CHECKING:
    from game.content.packed import Content
    from game.sim.room import Room
    from game.sim.world import World


def lab(width: int, height: int, watchers: int) -> Room:
    """A field with pillars, watched by so many, each round a block of its own near the middle: two thirds soldiers,
    the others of every kind, four of them in line; and a child who goes with her.
    """
    from game.sim.grid import Cell, Grid
    from game.sim.room import Post, Resident, Room, RoomKind, Thing, ThingKind, Watcher, WatcherKind

    others = (WatcherKind.DOG, WatcherKind.CAMERA, WatcherKind.INFORMER, WatcherKind.NEIGHBOUR, WatcherKind.SWEEP,
              WatcherKind.DOG, WatcherKind.SCOUT, WatcherKind.TOWER, WatcherKind.POLICE, WatcherKind.VAN,
              WatcherKind.LISTENER)
    solid = bytes(int(x % 9 == 4 and y % 7 == 3) for y in range(height) for x in range(width))
    walls = Grid(width, height, solid)
    left, top = width // 2 - 24, height // 2 - 15
    people: list[Watcher] = []
    for number in range(watchers):
        x, y = left + number % 8 * 6, top + number // 8 * 6
        corners = (Cell(x, y), Cell(x + 5, y), Cell(x + 5, y + 4), Cell(x, y + 4))
        route = tuple(Post(cell, 30) for cell in corners if walls.free(cell))
        kind = others[number // 3 % len(others)] if number % 3 == 2 else WatcherKind.SOLDIER
        lag = number % 4 if number >= watchers - 4 else 0
        if lag:
            kind, route = people[-1].kind, people[-1].route
        people.append(Watcher(f"w{number}", kind, route, torch=number % 4 == 0, lag_ticks=60 * lag))
    here = Cell(width // 2, height // 2)
    hides = (Thing(f"h{n}", ThingKind.HIDE, Cell(left + 7 * n, top + 4 * n)) for n in range(6))
    nothing = bytes(width * height)
    return Room("lab", width, height, RoomKind.LAB, nothing, nothing, walls, walls, nothing, nothing,
                things=(Thing("in", ThingKind.ENTRY, here), *hides), watchers=tuple(people), night=True,
                residents=(Resident("child", (Post(here),), follows=True),))


def lab_world(content: Content, room: Room) -> World:
    """A world that stands in `room`, with no ways out of it."""
    from game.sim import stage
    from game.sim.world import Lore, World
    from game.story.steps import Visit
    from game.story.tale import Waiting, begin

    lore = lore_of(content)
    node = next(node for node in lore.book.nodes.values() if any(isinstance(step, Visit) for step in node.steps))
    at = next(at for at, step in enumerate(node.steps) if isinstance(step, Visit))
    quiet = replace(node, steps=(*node.steps[:at], Visit("lab", "in", ()), *node.steps[at + 1:]))
    book = replace(lore.book, nodes={**lore.book.nodes, node.id: quiet})
    world = World(Lore(book, {"lab": room}), begin(book, 1, node.id))
    world.tale.frame.at, world.tale.waiting = at, Waiting.ROOM
    stage.build(world, "lab", "in")
    return world


def tick_ms(world: World, ticks: int) -> list[float]:
    """Every tick of a walk among them, in milliseconds."""
    from game.sim.intents import Gait, Move
    from game.sim.step import step

    found = []
    for tick in range(ticks):
        way = tick // 50 % 4
        move = Move((1, 0, -1, 0)[way], (0, 1, 0, -1)[way], Gait.WALK if tick % 400 < 300 else Gait.CROUCH)
        before = time.perf_counter()
        step(world, move)
        found.append((time.perf_counter() - before) * 1000)
    return found


def best_ticks(content: Content, width: int, height: int, ticks: int) -> list[float]:
    """Every tick of three same walks, the quickest of each: what the tick costs, not what else the machine did."""
    walks = [tick_ms(lab_world(content, lab(width, height, 40)), ticks) for _ in range(3)]
    return [min(times) for times in zip(*walks, strict=True)]


def tick_rows(content: Content) -> list[Row]:
    """Ticks among forty guards."""
    stick = yardstick()
    found = sorted(best_ticks(content, 120, 80, 3000))
    small = median(best_ticks(content, 60, 40, 800))
    large = median(best_ticks(content, 400, 400, 800))
    worst = found[len(found) * 999 // 1000]
    return [row("tick, 40 guards on 120x80, typical", median(found), 0.3, stick),
            row("tick, 40 guards on 120x80, worst of a thousand", worst, 1.0, stick,
                 f"longest {found[-1] * YARDSTICK_MS / stick:.2f} ms"),
            Row("the same 40 guards, 400x400 against 60x40", large / small, 1.2, "times", stick)]
