"""Sounds that cover hers.

In the player's words: now and then the ice booms, a gust comes down the slope, a train crosses the bridge. You hear it
coming for two seconds. While it lasts, nobody hears a step.
"""

from __future__ import annotations

from game.sim.events import Event, MaskComes, Sounded
from game.sim.room import Mask
from game.sim.world import Stage, World
from game.story.dice import roll

WARNING_TICKS = 120


def draw(world: World) -> None:
    """When each mask of the room comes first, by the dice of this visit."""
    stage = world.stage
    assert stage is not None
    stage.next_masks = [_next(world, number, mask) for number, mask in enumerate(world.room.masks)]


def _next(world: World, number: int, mask: Mask) -> int:
    """The tick it comes next: a quarter sooner or later than it does on the whole, after what is still to sound."""
    stage = world.stage
    assert stage is not None
    key = f"{stage.room}:{stage.visit}:mask:{number}:{stage.tick}"
    spread = mask.every_ticks // 4
    return stage.tick + mask.every_ticks - spread + roll(world.tale.seed, key, 2 * spread + 1)


def tick(world: World, events: list[Event]) -> None:
    """A tick of what covers sounds, played or directed: it goes on, and it comes."""
    stage = world.stage
    assert stage is not None
    stage.mask_ticks = max(0, stage.mask_ticks - 1)
    if not stage.mask_ticks:
        stage.mask = ""
    if len(stage.next_masks) != len(world.room.masks):  # the map has been changed since this was saved
        draw(world)
    for number, mask in enumerate(world.room.masks):
        left = stage.next_masks[number] - stage.tick
        if left == WARNING_TICKS:
            events.append(MaskComes(mask.name))
        elif left <= 0:
            cover(stage, mask.name, mask.lasts_ticks)
            events.append(Sounded(mask.name, stage.her.x, stage.her.y))
            stage.next_masks[number] = _next(world, number, mask)


def cover(stage: Stage, name: str, ticks: int) -> None:
    """Let `name` cover sounds for `ticks`; what covers longer already is not cut short."""
    if ticks >= stage.mask_ticks:
        stage.mask, stage.mask_ticks = name, ticks


def masked(world: World) -> str:
    """What covers sounds now: the name of a mask, "boom" for the ice, "" nothing."""
    stage = world.stage
    if stage is None or not stage.mask_ticks:
        return ""
    return stage.mask or "boom"
