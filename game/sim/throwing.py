"""What she throws, and what its fall does.

In the player's words: a pebble goes eight cells at most, over a fence but not through a wall. Half a second later it
falls, and whoever hears it goes to look. Bread falls softly; only a dog cares for it. A whistle is heard where she
stands.
"""

from __future__ import annotations

from functools import lru_cache

from game.sim.events import Event, Refused, Sounded, Threw
from game.sim.grid import UNITS, Cell, Grid
from game.sim.ground import cell_of, middle, see_through
from game.sim.sight import bordered, clear
from game.sim.world import Lure, Noise, Stage, Thrown, World

THROW_CELLS = 8
FLIES_TICKS = 30
NOISE_TICKS = 30
# How far its fall is heard, in units, and how long it then draws somebody, in ticks.
HEARD: dict[str, int] = {"pebble": 6 * UNITS, "bread": 0, "whistle": 10 * UNITS}
SOUNDS: dict[str, str] = {"pebble": "pebble", "bread": "bread", "whistle": "kite_whistle"}
DRAWS_TICKS: dict[str, int] = {"pebble": 60, "bread": 60 * 60, "whistle": 60}


def reach(world: World) -> tuple[Cell, ...]:
    """The cells a thing can be thrown to from her cell, row by row: in reach, and no wall or shut door between."""
    stage = world.stage
    if stage is None:
        return ()
    return _reach(see_through(world.room, stage), cell_of(stage.her.x, stage.her.y))


@lru_cache(maxsize=16)
def _reach(opaque: Grid, start: Cell) -> tuple[Cell, ...]:
    screen = bordered(opaque.width, opaque.height, opaque.blocked)
    x0, y0 = middle(start)
    return tuple(Cell(x, y)
                 for y in range(start.y - THROW_CELLS, start.y + THROW_CELLS + 1)
                 for x in range(start.x - THROW_CELLS, start.x + THROW_CELLS + 1)
                 if 0 < (x - start.x) ** 2 + (y - start.y) ** 2 <= THROW_CELLS ** 2 and opaque.free(Cell(x, y))
                 and clear(screen, opaque.width + 2, x0, y0, *middle((x, y))))


def throw(world: World, what: str, to: Cell) -> list[Event]:
    """Let `what` fly to the cell `to`; a refusal if it cannot get there. The caller takes it out of the bag."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    here = cell_of(her.x, her.y)
    if (to.x - here.x) ** 2 + (to.y - here.y) ** 2 > THROW_CELLS ** 2:
        return [Refused("refused.too_far")]
    if to not in reach(world):
        return [Refused("refused.behind")]
    x, y = middle(to)
    stage.thrown.append(Thrown(what, her.x, her.y, x, y, FLIES_TICKS))
    return [Threw(what, x, y), Sounded("throw", her.x, her.y, 0, "she")]


def blow(stage: Stage) -> None:
    """The whistle: in the air for a tick, then heard from where she stands."""
    stage.thrown.append(Thrown("whistle", stage.her.x, stage.her.y, stage.her.x, stage.her.y, 1))


def whistled(stage: Stage) -> bool:
    """Whether the last whistle is still in somebody's ear."""
    return "whistle" in {t.what for t in stage.thrown} | {lure.what for lure in stage.lures}


def fly(world: World, noises: list[Noise], events: list[Event]) -> None:
    """A played tick of what is in the air; what falls is heard, and draws. Noises and events are appended."""
    stage = world.stage
    assert stage is not None
    for thrown in stage.thrown:
        thrown.ticks_left -= 1
        if thrown.ticks_left <= 0:
            _fall(stage, thrown, noises, events)
    stage.thrown = [thrown for thrown in stage.thrown if thrown.ticks_left > 0]


def _fall(stage: Stage, thrown: Thrown, noises: list[Noise], events: list[Event]) -> None:
    x, y, radius = thrown.to_x, thrown.to_y, HEARD[thrown.what]
    if radius:
        noises.append(Noise(x, y, radius, NOISE_TICKS, thrown.what))
    events.append(Sounded(SOUNDS[thrown.what], x, y, radius))
    stage.lures_made += 1
    stage.lures.append(Lure(stage.lures_made, thrown.what, x, y, DRAWS_TICKS[thrown.what]))


def age(stage: Stage) -> None:
    """A tick of what lies there and draws."""
    for lure in stage.lures:
        lure.ticks_left -= 1
    stage.lures = [lure for lure in stage.lures if lure.ticks_left > 0]
