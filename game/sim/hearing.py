"""Who hears a noise.

In the player's words: the ring is what can be heard. A wall between halves it; under a boom of the ice or a gust
nothing of it is heard. Up and down stairs goes half of what is left. A listening post hears almost twice as far.
"""

from __future__ import annotations

from game.sim.angles import root
from game.sim.plan import Round
from game.sim.room import ThingKind, Watcher, WatcherKind
from game.sim.routes import middle
from game.sim.sight import blocked_at
from game.sim.world import Guard, Mind, Noise

DEAF = (WatcherKind.TOWER, WatcherKind.VEHICLE, WatcherKind.CAMERA, WatcherKind.VAN, WatcherKind.NEIGHBOUR,
        WatcherKind.INFORMER, WatcherKind.SCOUT)  # behind glass, over an engine, or listening for other things
LISTENER_PERCENT = 180  # five tiles of crusted snow are nine to him
Heard = tuple[int, int, int]  # x, y, radius in units


def spread(around: Round, x: int, y: int, radius: int) -> list[Heard]:
    """A noise, and where it comes up or down the stairs again with half of what is left."""
    heard = [(x, y, radius)]
    for stairs in around.room.things:
        if stairs.kind is not ThingKind.STAIRS or not stairs.to:
            continue
        sx, sy = middle(stairs.cell)
        away = (sx - x) ** 2 + (sy - y) ** 2
        if away >= radius * radius:
            continue
        mate = next((thing for thing in around.room.things if thing.name == stairs.to), None)
        if mate is not None:
            heard.append((*middle(mate.cell), (radius - root(away)) // 2))
    return heard


def hears(around: Round, watcher: Watcher, guard: Guard, noise: Heard) -> bool:
    """Whether he hears a noise at (x, y) that carries `radius` units."""
    if guard.mind is Mind.OFF or guard.blind_ticks or watcher.kind in DEAF:
        return False
    x, y, radius = noise
    far = carries(watcher, radius)
    away = (guard.x - x) ** 2 + (guard.y - y) ** 2
    if away > far * far:
        return False
    if away * 4 <= far * far:
        return True
    return blocked_at(around.screen.solid, around.screen.wide, x, y, guard.x, guard.y) is None


def carries(watcher: Watcher, radius: int) -> int:
    """How far off he hears, in units, what carries `radius` to common ears."""
    listens = watcher.kind is WatcherKind.LISTENER
    return radius * (max(watcher.hears_percent, LISTENER_PERCENT) if listens else watcher.hears_percent) // 100


def heard_by(around: Round, guard: Guard, noises: list[Heard]) -> Heard | None:
    """The first of `noises` he hears, or None."""
    watcher = around.plan.watchers[guard.name]
    return next((noise for noise in noises if hears(around, watcher, guard, noise)), None)


def audible(around: Round, noises: list[Noise]) -> list[Heard]:
    """What of this tick's `noises` can be heard at all: nothing under a mask."""
    if around.stage.mask_ticks > 0:
        return []
    return [heard for noise in noises if noise.radius > 0
            for heard in spread(around, noise.x, noise.y, noise.radius)]
