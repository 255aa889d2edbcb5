"""What is drawn of the senses that are no eyes: ears, noses, those who know faces, those who find telephones.

In the player's words: every ring and plume is exactly where you are sensed. A listening post's ring is as wide as your
next step would be loud: crouch, and it shrinks; under a boom of the ice or a train it is gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.sim import body, dog, hearing, informer
from game.sim.angles import DIRECTIONS
from game.sim.grid import UNITS
from game.sim.ground import noise_radius
from game.sim.outline import earshot, plume, ring
from game.sim.plan import Round
from game.sim.room import WatcherKind
from game.sim.sight import Point
from game.sim.world import Guard, Mind

RADIO = 18 * UNITS        # a telephone within this of a van is found faster
HISS_EVERY_TICKS = 480
HISS_HEARD = 24 * UNITS


class SenseKind(StrEnum):
    """What a sense is, for the picture and the words."""

    EARS = "ears"
    NOSE = "nose"
    FACES = "faces"
    RADIO = "radio"


@dataclass(frozen=True, slots=True)
class Sense:
    """A sense as drawn: what it is, and the polygon, in units, of where she is sensed."""

    kind: SenseKind
    points: tuple[Point, ...]


def senses(around: Round, guard: Guard) -> tuple[Sense, ...]:
    """The senses of `guard` besides his eyes, as they are now. None while he is off duty or lets her be."""
    if guard.mind is Mind.OFF or guard.blind_ticks:
        return ()
    watcher, eye = around.plan.watchers[guard.name], (guard.x, guard.y)
    match watcher.kind:
        case WatcherKind.LISTENER if around.stage.mask_ticks == 0:
            far = hearing.carries(watcher, loudness(around))
            return (Sense(SenseKind.EARS, earshot(around.screen, eye, far)),)
        case WatcherKind.DOG if dog.sniffs(around, guard):
            points = plume(around.screen, dog.place(around, guard), dog.upwind(around), dog.NOSE_HALF,
                           dog.nose(watcher))
            return (Sense(SenseKind.NOSE, points),)
        case WatcherKind.INFORMER if not guard.reported:
            return (Sense(SenseKind.FACES, ring(around.screen, informer.KNOWS, eye)),)
        case WatcherKind.VAN:
            return (Sense(SenseKind.RADIO, circle(eye, RADIO)),)
        case _:
            return ()


def loudness(around: Round) -> int:
    """How far her next step would be heard, in units, as she goes now, where she is."""
    her = around.stage.her
    return noise_radius(around.room, her, her.gait, body.shivering(around.world))


def circle(middle: Point, radius: int) -> tuple[Point, ...]:
    """A circle of 72 corners."""
    return tuple((middle[0] + (x * radius >> 12), middle[1] + (y * radius >> 12)) for x, y in DIRECTIONS)


def finds_telephone(guard: Guard, x: int, y: int) -> bool:
    """Whether a van on duty finds a telephone at (x, y) faster."""
    return guard.mind is not Mind.OFF and (guard.x - x) ** 2 + (guard.y - y) ** 2 <= RADIO * RADIO
