"""Ten torches in the dark, and how long their light takes to draw; not a command of its own."""

from __future__ import annotations

import time
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from game.commands._lab import lab, lab_world
from game.commands._yardstick import Row, row, yardstick

if TYPE_CHECKING:
    from game.content.packed import Content

CONES = 10
TIMES = 5  # so often each direction; its quickest counts: what it costs, not what else the machine did


def cone_rows(content: Content) -> list[Row]:
    """The light and the rims of ten soldiers on one screen, who all turn at once: nothing drawn before can be used."""
    from game.content.sources import data_root
    from game.sim.angles import CIRCLE
    from game.sim.grid import Cell
    from game.sim.room import Post, Watcher, WatcherKind
    from game.ui.atlas import Atlas
    from game.ui.ground import GroundView
    from game.ui.light import Lamps
    from game.ui.look import EDGE, TILE, WORLD_H, WORLD_W
    from game.ui.shapes import dashed
    from game.ui.shots import staged
    from game.ui.sight import cones

    picture = staged(content, "title", assets=data_root() / "assets").kit.world
    posts = [Cell(4 + 7 * (number % 5), 5 + 11 * (number // 5)) for number in range(CONES)]
    soldiers = tuple(Watcher(f"t{number}", WatcherKind.SOLDIER, (Post(cell),), torch=True, sees_cells=5)
                     for number, cell in enumerate(posts))
    room = replace(lab(WORLD_W // TILE, WORLD_H // TILE + 1, 0), watchers=soldiers)
    stick = yardstick()
    world = lab_world(content, room)
    assert world.stage is not None
    ground, lamps = GroundView(Atlas(data_root() / "assets"), room, None), Lamps()
    found: list[list[float]] = [[] for _ in range(CIRCLE)]
    for turn in range(TIMES * CIRCLE):
        for guard in world.stage.guards.values():
            guard.facing = turn % CIRCLE
        seen = cones(world, picture.get_rect())
        before = time.perf_counter()
        for cone in seen:
            lamps.reveal(picture, lambda patch, x, y: ground.blit(patch, x, y, lamp=True), cone.core, cone.reach,
                         cone.origin, who=cone.who)
        for cone in seen:
            dashed(picture, cone.core, EDGE, 3, 9, cone.origin)
            dashed(picture, cone.rim, EDGE, 1, 11, cone.origin)
        found[turn % CIRCLE].append((time.perf_counter() - before) * 1000)
    far = max(cone.reach for cone in seen)
    return [row("ten cones drawn", median(map(min, found)), 1, stick, f"{len(seen)} of {far} px, all turning")]
