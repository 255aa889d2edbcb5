"""What is heard all the time: wind, a motor, feet, her heart, an open line. Made from the World, never part of it."""

from __future__ import annotations

from game.sim import telephone
from game.sim.ground import step_sound
from game.sim.room import WatcherKind
from game.sim.watching import threat
from game.sim.world import Mind, World
from game.ui.eyes import Eyes
from game.ui.kit import Kit
from game.ui.look import UNIT_PX
from game.ui.sound import HEARD_PX

STEP_PX = 15.0          # ground between two steps of a walking man
_STEP_LOUD = 0.5
_WIND_LOUD, _HEART_LOUD, _MOTOR_LOUD = 0.35, 0.6, 0.7
_LINE_LOUD, _JAMMED_LOUD = 0.6, 0.7


def hear(world: World, eyes: Eyes, kit: Kit) -> None:
    """Bring every lasting sound to what it should be now."""
    danger = threat(world)
    kit.sounds.danger = danger
    here = world.stage is not None and not eyes.picture
    kit.sounds.loop("wind", _WIND_LOUD if here and world.room.freezing else 0.0)
    kit.sounds.loop("heartbeat", _HEART_LOUD if here and danger == 3 else 0.0)
    kit.sounds.loop("engine", _motor(world) if here else 0.0)
    calling = world.tale.call is not None
    kit.sounds.loop("line", _LINE_LOUD if calling else 0.0)
    kit.sounds.loop("static", _JAMMED_LOUD if calling and jammed(world) else 0.0)
    if here:
        _feet(world, eyes, kit)


def jammed(world: World) -> bool:
    """Whether she stands inside a jamming disc."""
    stage = world.stage
    if stage is None:
        return False
    her = stage.her
    return any((her.x - jam.x) ** 2 + (her.y - jam.y) ** 2 <= jam.radius ** 2 for jam in telephone.jams(world))


def _motor(world: World) -> float:
    """How loud the nearest vehicle is."""
    stage = world.stage
    assert stage is not None
    her, loud = stage.her, 0.0
    for watcher in world.room.watchers:
        guard = stage.guards.get(watcher.name)
        if watcher.kind is WatcherKind.VEHICLE and guard is not None and guard.mind is not Mind.OFF:
            far = max(abs(guard.x - her.x), abs(guard.y - her.y)) / UNIT_PX
            loud = max(loud, _MOTOR_LOUD * (1.0 - far / HEARD_PX))
    return loud


def _feet(world: World, eyes: Eyes, kit: Kit) -> None:
    """Steps of watchers who walk, on the ground they walk on."""
    stage, room = world.stage, world.room
    assert stage is not None
    her = stage.her
    motors = {w.name for w in room.watchers if w.kind is WatcherKind.VEHICLE}
    for guard in stage.guards.values():
        stride = eyes.strides.get(guard.name)
        if stride is None or guard.name in motors:
            continue
        steps = int(stride.walked / STEP_PX)
        if steps != stride.steps:
            stride.steps = steps
            dx, dy = (guard.x - her.x) / UNIT_PX, (guard.y - her.y) / UNIT_PX
            if dx * dx + dy * dy < HEARD_PX * HEARD_PX:
                kit.sounds.play(step_sound(room, guard.x, guard.y), dx, dy, _STEP_LOUD)
