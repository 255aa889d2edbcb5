"""Does anything on screen flash? Frames of play measured by WCAG 2.3.1: `python -m tools.art.flashes`.

A flash is a pair of opposing changes of relative luminance by a tenth or more, the darker side below 0.80; a red
flash the same for saturated red (R / (R+G+B) at least 0.8, and R-G-B, times 320 and not below 0, changing by more
than 20). What counts is the second in which most of them fall, and only where a quarter of any window of a third of
the screen's width and height (10 degrees of sight; 341 x 256 of 1024 x 768) flashes at once. More than three: danger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from game.content.packed import Content
from game.content.sources import data_root, load
from game.sim import watching
from game.sim.grid import UNITS
from game.sim.room import WatcherKind
from game.sim.world import Mind, World
from game.ui import shots
from game.ui.app import App
from game.ui.play import Play

FPS = 60
READ = 30             # frames a line of words is left on screen: a very fast reader
CELLS = (64, 36)      # a frame is measured in cells of ten pixels: smaller specks cannot fill a quarter of a window
WINDOW = (21, 12)     # a third of the screen, in cells
SHARE = 0.25
STEP, BRIGHT = 0.1, 0.8
RED_STEP, RED_SHARE = 20.0, 0.8
SAFE_FLASHES = 3.0
Grid = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Flashes:
    """The worst second of a film: flashes and red flashes that a quarter of some window shows; 0.5 is one change."""

    general: float
    red: float


class Swings:
    """Counts, cell by cell, how often a value turns by at least `step`; `dark` is how low the low side must be."""

    def __init__(self, step: float, dark: float) -> None:
        self.step, self.dark = step, dark
        self.low = self.high = self.way = np.zeros(0)

    def turned(self, value: Grid) -> NDArray[np.bool_]:
        """Which cells completed a change with this frame."""
        if not self.low.size:
            self.low, self.high, self.way = value.copy(), value.copy(), np.zeros(value.shape)
        rose = (value - self.low >= self.step) & (self.low < self.dark) & (self.way <= 0)
        fell = (self.high - value >= self.step) & (value < self.dark) & (self.way >= 0) & ~rose
        # Going up, only the high is of interest, until it comes down far enough to be a change; and the other way.
        self.high = np.where(rose | fell, value, np.maximum(self.high, value))
        self.low = np.where(rose | fell, value, np.minimum(self.low, value))
        self.way = np.where(rose, 1, np.where(fell, -1, self.way))
        found: NDArray[np.bool_] = rose | fell
        return found


def cells(surface: pygame.Surface) -> tuple[Grid, Grid]:
    """Relative luminance (0-1) and redness (0 or more) of a frame, cell by cell, (height, width)."""
    small = pygame.transform.smoothscale(surface, CELLS)
    rgb = pygame.surfarray.array3d(small).transpose(1, 0, 2) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    red = np.maximum((linear[..., 0] - linear[..., 1] - linear[..., 2]) * 320, 0)
    saturated = linear[..., 0] >= RED_SHARE * np.maximum(linear.sum(-1), 1e-6)
    return linear @ np.array([0.2126, 0.7152, 0.0722]), np.where(saturated, red, 0.0)


def measured(frames: Iterable[pygame.Surface]) -> Flashes:
    """The flashes of a film of 60 frames a second."""
    light, red = Swings(STEP, BRIGHT), Swings(RED_STEP, np.inf)
    turns: list[tuple[NDArray[np.bool_], NDArray[np.bool_]]] = []
    for frame in frames:
        bright, redness = cells(frame)
        turns.append((light.turned(bright), red.turned(redness)))
    general, reds = (_worst(np.array([turn[kind] for turn in turns])) for kind in (0, 1))
    return Flashes(general, reds)


def _worst(turns: NDArray[np.bool_]) -> float:
    """Pairs of changes within a second, of the quarter of a window that flashes most; over all seconds and windows."""
    total = np.concatenate([np.zeros((1, *turns.shape[1:]), dtype=np.int32), np.cumsum(turns, axis=0, dtype=np.int32)])
    last = np.arange(len(total))
    second = total - total[np.maximum(last - FPS, 0)]
    quarter = round(WINDOW[0] * WINDOW[1] * SHARE)
    most = 0
    while _fills(second >= most + 1, quarter):
        most += 1
    return most / 2


def _fills(there: NDArray[np.bool_], cells_needed: int) -> bool:
    """Whether in some frame some window holds so many marked cells."""
    wide, high = WINDOW
    area = np.pad(there.astype(np.int32).cumsum(1).cumsum(2), ((0, 0), (1, 0), (1, 0)))
    held = area[:, high:, wide:] - area[:, :-high, wide:] - area[:, high:, :-wide] + area[:, :-high, :-wide]
    return bool(held.max() >= cells_needed)


# What is filmed ------------------------------------------------------------------------------------------------
def _enter(kind: int) -> pygame.Event:
    return pygame.Event(kind, key=pygame.K_RETURN, mod=0, unicode="", scancode=0)


def film(app: App, count: int, meddle: Callable[[World], None] | None = None) -> Iterator[pygame.Surface]:
    """So many frames of the game, words read two lines a second; `meddle` may touch the world before each."""
    for number in range(count):
        screen = app.screens[-1]
        if meddle is not None and isinstance(screen, Play):
            meddle(screen.world)
        app.frame([_enter(pygame.KEYUP if number % READ else pygame.KEYDOWN)] if number % READ < 2 else [], 1 / FPS)
        yield app.display.surface


def under_their_eyes(world: World) -> None:
    """Hold her before the eyes of one on duty after the other, five seconds each: calls, whistles, chases, alarms."""
    stage = world.stage
    if stage is None or stage.tick % 60:
        return
    seen = (watching.cone(world, guard) for guard in stage.guards.values() if guard.mind is not Mind.OFF)
    watched = [points for points in seen if len(points) > 2]
    if watched:
        points = watched[stage.tick // 300 % len(watched)]
        stage.her.x = sum(x for x, _ in points) // len(points)
        stage.her.y = sum(y for _, y in points) // len(points)


def below_the_tower(world: World) -> None:
    """Hold her under a tower, so that its beam swings across the picture; nothing in rooms without one."""
    stage = world.stage
    if stage is None:
        return
    towers = [watcher.name for watcher in world.room.watchers if watcher.kind is WatcherKind.TOWER]
    if towers:
        tower = stage.guards[towers[0]]
        stage.her.x, stage.her.y = tower.x, tower.y + UNITS


KINDS = {"alone": None, "alarms": under_their_eyes, "tower": below_the_tower}


def of_room(content: Content, room: str, count: int, kind: str) -> Flashes:
    """The flashes of a room, `kind` one of KINDS: left alone, with her before everybody's eyes, below its tower."""
    app = shots.staged(content, f"room:{room}", size=(640, 360), assets=data_root() / "assets")
    return measured(film(app, count, KINDS[kind]))


def main() -> int:
    """Film every room in every way; 1 if anything flashes more than three times a second."""
    content = load()
    worst = 0.0
    print(f"| room | {' | '.join(KINDS)} |\n|---|{'---|' * len(KINDS)}")
    for room in content.rooms:
        found = [of_room(content, room, 600, kind) for kind in KINDS]
        print(f"| {room} | " + " | ".join(f"{one.general:g}, red {one.red:g}" for one in found) + " |", flush=True)
        worst = max(worst, *(max(one.general, one.red) for one in found))
    return int(worst > SAFE_FLASHES)


if __name__ == "__main__":
    raise SystemExit(main())
