"""What is heard all the time: places, motors, feet, her heart, an open line. Made from the World, never part of it."""

from __future__ import annotations

from game.sim import telephone
from game.sim.events import Sounded
from game.sim.ground import step_sound
from game.sim.intents import Gait
from game.sim.room import WatcherKind
from game.sim.watching import threat
from game.sim.world import FULL, Mind, Stage, World
from game.ui import cues
from game.ui.eyes import Eyes
from game.ui.kit import Kit
from game.ui.look import TICKS, UNIT_PX
from game.ui.sound import HEARD_PX

STEP_PX = 15.0          # ground between two steps of a walking man
_STEP_LOUD = 0.5
_HEART_LOUD, _MOTOR_LOUD = 0.6, 0.7
_LINE_LOUD, _JAMMED_LOUD = 0.6, 0.7
_HEART_FROM = 0.4       # of a watcher's suspicion: from here on she hears her own heart
_MEAN_TICKS = 14 * TICKS  # between two sounds of what is heard only now and then


def hear(world: World, eyes: Eyes, kit: Kit) -> None:
    """Bring every lasting sound to what it should be now."""
    danger = threat(world)
    kit.sounds.danger = danger
    stage = world.stage if not eyes.picture else None
    _place(world, stage, eyes, kit)
    _heart(stage, danger, kit)
    loud, dx = _motor(world, stage) if stage is not None else (0.0, 0.0)
    kit.sounds.loop("engine", loud, dx)
    calling = world.tale.call is not None
    kit.sounds.loop("line", _LINE_LOUD if calling else 0.0)
    kit.sounds.loop("static", _JAMMED_LOUD if calling and jammed(world) else 0.0)
    if stage is not None:
        _feet(world, eyes, kit)


def _place(world: World, stage: Stage | None, eyes: Eyes, kit: Kit) -> None:
    """The sounds of where she stands; those of the place before sink away by themselves."""
    if stage is None:
        return
    for name, sound in kit.sounds.places.around(world.room, kit.content.art.get(stage.room), stage).items():
        kit.sounds.loop(name, sound.loud, sound.dx)
    x, y = stage.her.x / UNIT_PX, stage.her.y / UNIT_PX
    for name, loud, at_x, at_y in kit.sounds.places.belled:
        if eyes.luck.random() < 1 / _MEAN_TICKS:
            kit.sounds.play(name, at_x - x, at_y - y, loud)
    bird = kit.rooms.living.startled()
    if bird is not None and (bird[0] - x) ** 2 + (bird[1] - y) ** 2 < HEARD_PX ** 2:
        cues.heed([Sounded("magpie", bird[0] * UNIT_PX, bird[1] * UNIT_PX)], world, eyes, kit)


def _heart(stage: Stage | None, danger: int, kit: Kit) -> None:
    """Her heart: louder with the worst suspicion of anybody, and faster when somebody is after her."""
    worst = max((guard.suspicion / FULL for guard in stage.guards.values()), default=0.0) if stage is not None else 0.0
    fear = min(max((worst - _HEART_FROM) / (1 - _HEART_FROM), 0.0), 1.0)
    hunted = stage is not None and danger == 3
    kit.sounds.loop("heartbeat", 0.0 if hunted else _HEART_LOUD * fear)
    kit.sounds.loop("heartbeat_fast", _HEART_LOUD if hunted else 0.0)


def jammed(world: World) -> bool:
    """Whether she stands inside a jamming disc."""
    stage = world.stage
    if stage is None:
        return False
    her = stage.her
    return any((her.x - jam.x) ** 2 + (her.y - jam.y) ** 2 <= jam.radius ** 2 for jam in telephone.jams(world))


def _motor(world: World, stage: Stage) -> tuple[float, float]:
    """How loud the nearest vehicle is, and how far beside her."""
    her, loud, dx = stage.her, 0.0, 0.0
    for watcher in world.room.watchers:
        guard = stage.guards.get(watcher.name)
        if watcher.kind is WatcherKind.VEHICLE and guard is not None and guard.mind is not Mind.OFF:
            far = max(abs(guard.x - her.x), abs(guard.y - her.y)) / UNIT_PX
            if far < HEARD_PX and _MOTOR_LOUD * (1.0 - far / HEARD_PX) > loud:
                loud, dx = _MOTOR_LOUD * (1.0 - far / HEARD_PX), (guard.x - her.x) / UNIT_PX
    return loud, dx


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
                gait = Gait.RUN if guard.mind is Mind.CHASE else Gait.WALK
                for name in cues.footfall(step_sound(room, guard.x, guard.y), gait):
                    kit.sounds.play(name, dx, dy, _STEP_LOUD)
