"""The pole: eight seconds standing still, and she knows the ice ahead of her.

In the player's words: stop, knock four times, listen. Nine cells of ice ahead show what they bear. A step ends it.
"""

from __future__ import annotations

from game.sim import ice
from game.sim.angles import DIRECTIONS
from game.sim.events import Event, Sounded
from game.sim.ground import cell_of
from game.sim.world import World

TICKS = 8 * 60
KNOCK_TICKS = 120
AHEAD_CELLS = 2  # the middle of the nine cells lies so far ahead


def ahead(world: World) -> tuple[int, ...]:
    """The indices of the ice cells, of nine ahead of her, that the pole would tell of where she stands and looks."""
    stage, room = world.stage, world.room
    assert stage is not None
    here = cell_of(stage.her.x, stage.her.y)
    across, down = DIRECTIONS[stage.her.facing]
    x0, y0 = here.x + _sign(across) * AHEAD_CELLS, here.y + _sign(down) * AHEAD_CELLS
    return tuple(y * room.width + x for y in range(y0 - 1, y0 + 2) for x in range(x0 - 1, x0 + 2)
                 if 0 <= x < room.width and 0 <= y < room.height and ice.is_ice(room, y * room.width + x))


def _sign(part: int) -> int:
    """-1, 0 or 1; what is less than about a third of a direction is none."""
    return (part > 1401) - (part < -1401)


def probe(world: World, moving: bool, events: list[Event]) -> None:
    """A played tick of testing the ice; `moving` on breaks it off. What she then knows is in `stage.tested`."""
    stage = world.stage
    assert stage is not None
    her = stage.her
    if not her.pole_ticks:
        return
    if moving or her.hidden or her.in_water or her.carries:
        her.pole_ticks = 0
        return
    her.pole_ticks -= 1
    if her.pole_ticks % KNOCK_TICKS == 0:
        events.append(Sounded("knock", her.x, her.y, 0, "she"))
    if her.pole_ticks == 0:
        stage.tested += [at for at in ahead(world) if at not in stage.tested]
