"""Papers in hand: who looks at hers while words are on screen. Nothing of it is kept; it follows from the tale."""

from __future__ import annotations

from typing import NamedTuple

from game.sim.grid import UNITS
from game.sim.room import WatcherKind
from game.sim.world import Mind, World
from game.story.steps import Papers
from game.story.tale import Tale, Waiting

_NEAR = 4 * UNITS    # a paper is handed no farther
_LINES = 4           # so far back his last word still counts: she and the narrator may have spoken since
_CHECKS = (WatcherKind.CLERK, WatcherKind.SOLDIER, WatcherKind.POLICE)


class Check(NamedTuple):
    """A watcher, by name, who looks at papers; `hers`: it is her paper, which she holds out to him."""

    who: str
    hers: bool


def check(world: World) -> Check | None:
    """Who looks at papers now: a clerk whom she talks with, a soldier or policeman who has stopped her.

    Over the river she has none to show; there he leafs in his own list.
    """
    stage, cast = world.stage, _speaker(world)
    if stage is None or not cast:
        return None
    best: tuple[int, Check] | None = None
    for watcher in world.room.watchers:
        guard = stage.guards.get(watcher.name)
        if guard is None or watcher.kind not in _CHECKS or cast not in (watcher.cast, watcher.name):
            continue
        if watcher.kind is not WatcherKind.CLERK and guard.mind is not Mind.CHALLENGE:
            continue
        far = max(abs(guard.x - stage.her.x), abs(guard.y - stage.her.y))
        if guard.mind is not Mind.OFF and far <= _NEAR and (best is None or far < best[0]):
            best = far, Check(watcher.name, watcher.kind is not WatcherKind.POLICE)
    return best[1] if best else None


def _speaker(world: World) -> str:
    """Who has the papers, or else spoke last but for her and the narrator, in a scene of a room ("" nobody)."""
    tale, book = world.tale, world.lore.book
    if tale.waiting is Waiting.ROOM or not any(frame.way for frame in tale.stack):
        return ""
    if tale.desk is not None:
        step = book.nodes[tale.desk.node].steps[tale.desk.at]
        return step.who if isinstance(step, Papers) else ""
    return _last(tale)


def _last(tale: Tale) -> str:
    spoken = (told.who for told in reversed(tale.history[-_LINES:]))
    return next((who for who in spoken if who not in ("", "narrator", "solhwa")), "")
