"""Where a body's joints are in each action, as plain numbers.

A point is (forward, right, up) in sprite pixels, the origin on the ground between the feet. Nothing here knows
clothes, cameras or pixels on a screen: `people_dress` hangs shapes on these joints, `people` looks at them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Point = NDArray[np.float64]

ACTIONS: dict[str, int] = {
    "idle": 2,
    "walk": 6,
    "run": 6,
    "crouch": 1,
    "sneak": 4,
    "crawl": 4,
    "act": 1,
    "down": 1,
    "warm": 2,
    "sit": 2,
    "papers": 2,
}
"""Every action and its number of frames, in the order of a sheet's columns."""

SIDES = (-1.0, 1.0)
"""Left, right. Tuples of joints are in this order."""


@dataclass(frozen=True, slots=True)
class Build:
    """A body's proportions. Lengths in pixels of a person of height 1 (35 px from sole to crown, unforeshortened)."""

    height: float = 1.0
    hips: float = 2.3
    shoulders: float = 3.7
    stride: float = 5.4
    stoop: float = 0.0
    head: float = 1.0
    """How large the head is for that body: a child's is a good fifth larger."""
    lying: float = 1.0
    """How much longer a lying body is than from the side, where it would leave the frame; set by the direction."""
    hold: str = ""
    """What the hands do while standing and going: "" or one that `people_stances.held` knows."""


@dataclass(slots=True)
class Pose:
    """The joints of one frame. Pairs are (left, right)."""

    hip: Point
    chest: Point
    neck: Point
    head: Point
    hips: tuple[Point, Point]
    knees: tuple[Point, Point]
    ankles: tuple[Point, Point]
    toes: tuple[Point, Point]
    shoulders: tuple[Point, Point]
    elbows: tuple[Point, Point]
    hands: tuple[Point, Point]
    swing: float = 0.0
    """How far loose cloth lags behind, -1 to 1."""
    speed: float = 0.0
    """0 standing, 1 walking, 2 running: how far loose cloth streams back."""
    afloat: bool = False
    """Nothing below the ground shows: waist-deep in water, or fallen in a heap of coat."""
    prone: bool = False
    """Flat on the belly: the soles look back and up."""


def point(forward: float, right: float, up: float) -> Point:
    """A point in body space."""
    return np.array([forward, right, up], float)


def hinge(a: Point, b: Point, first: float, second: float, bend: Point) -> tuple[Point, Point]:
    """The middle joint of a two-bone limb from `a` reaching for `b`, bent toward `bend`, and the end."""
    reach = b - a
    length = float(np.linalg.norm(reach))
    allowed = min(length, (first + second) * 0.995)
    along = reach / max(length, 1e-6)
    x = (first**2 - second**2 + allowed**2) / (2 * max(allowed, 1e-6))
    side = bend - along * float(bend @ along)
    side = side / max(float(np.linalg.norm(side)), 1e-6)
    return a + along * x + side * np.sqrt(max(first**2 - x**2, 0.0)), a + along * allowed


@dataclass(slots=True)
class Stance:
    """What an action says of a frame; `settle` turns it into joints."""

    hip: Point
    chest: Point
    neck: Point
    head: Point
    feet: tuple[Point, Point]
    hands: tuple[Point, Point]
    pitch: tuple[float, float] = (0.0, 0.0)
    """Toe above heel for each foot, px."""
    twist: float = 0.0
    """How far the right shoulder is ahead of the left, px."""
    knees_out: float = 0.0
    swing: float = 0.0
    speed: float = 0.0
    prone: bool = False
    afloat: bool = False
    thigh: float = 7.4
    elbow: Point = field(default_factory=lambda: point(-1.0, 0.55, -0.25))


def settle(build: Build, s: Stance) -> Pose:
    """Joints of a stance: hinges solved, the whole body scaled to its height."""
    k = build.height
    left, right = (limbs(build, s, i) for i in range(2))
    hips, knees, ankles, toes, shoulders, elbows, hands = (
        (one * k, other * k) for one, other in zip(left, right, strict=True)
    )
    return Pose(
        s.hip * k, s.chest * k, s.neck * k, s.head * k, hips, knees, ankles, toes, shoulders, elbows, hands,
        s.swing, s.speed, s.afloat, s.prone,
    )  # fmt: skip


def limbs(build: Build, s: Stance, i: int) -> tuple[Point, Point, Point, Point, Point, Point, Point]:
    """Hip, knee, ankle, toe, shoulder, elbow and hand of side `i` (0 left, 1 right), for a height of 1."""
    side = SIDES[i]
    hip = s.hip + point(0, side * build.hips, -0.3)
    bend = point(0.4, side * 0.8, 0.1) if s.prone else point(1.0, side * (0.12 + s.knees_out), 0.15)
    knee, ankle = hinge(hip, s.feet[i], s.thigh, s.thigh - 0.4, bend)
    toe = ankle + (point(-1.9, side * 0.3, -0.2) if s.prone else point(2.3, side * 0.35, -0.35 + s.pitch[i]))
    shoulder = s.chest + point(side * s.twist * 0.5, side * build.shoulders, 0.9)
    elbow, hand = hinge(shoulder, s.hands[i], 5.4, 5.0, s.elbow * point(1, side, 1))
    return hip, knee, ankle, toe, shoulder, elbow, hand
