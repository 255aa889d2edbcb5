"""The dog: a lean border shepherd on bones of its own, 60 cm at the withers, seen by the same camera as people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.art.people_pose import ACTIONS, SIDES, Point, point
from tools.art.shapes import capsule, smooth_union, sphere, union
from tools.art.solid import Part

Tint = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Dog:
    """A dog's coat, its saddle, its legs, and the actions of its sheet. ``act`` is a nose at the ground."""

    fur: Tint = ("wood", 1.15)
    saddle: Tint = ("coat", 0.42)
    legs: Tint = ("reed", 0.85)
    actions: tuple[str, ...] = ("idle", "walk", "run", "act")


@dataclass(frozen=True, slots=True)
class Gait:
    """Joints of one frame in body space (forward, right, up), px: rump, withers, head, paws, how the tail stands."""

    rump: Point
    withers: Point
    head: Point
    paws: tuple[Point, Point, Point, Point]
    tail: Point


def _paws(swing: tuple[float, float, float, float], lift: tuple[float, float, float, float]) -> tuple[Point, ...]:
    """Hind left, hind right, fore left, fore right: how far ahead of its hip each paw is, and how high."""
    hips = ((-6.0, -1), (-6.0, 1), (4.6, -1), (4.6, 1))
    return tuple(
        point(x + s, side * 1.9, 0.9 + up) for (x, side), s, up in zip(hips, swing, lift, strict=True)
    )


def gait(action: str, frame: int) -> Gait:
    """The joints of a frame; ValueError for an action no dog has."""
    turn = 2 * np.pi * frame / ACTIONS[action]
    match action:
        case "idle":
            paws = _paws((-0.6, 0.2, 0.0, 0.6), (0, 0, 0, 0))
            return Gait(
                point(-5.8, 0, 9.6), point(4.4, 0, 10.6 - 0.5 * frame), point(8.4, 0, 15.4 - 0.7 * frame),
                (paws[0], paws[1], paws[2], paws[3]), point(-9.4, 1.6 * (1 - 2 * frame), 7.2),
            )
        case "walk":
            beat = [np.cos(turn + shift) for shift in (0, np.pi, np.pi, 0)]
            up = [max(0.0, -np.sin(turn + shift)) * 1.9 for shift in (0, np.pi, np.pi, 0)]
            paws = _paws(tuple(2.7 * b for b in beat), tuple(up))
            bob = 0.4 * np.cos(2 * turn)
            return Gait(
                point(-5.8, 0, 9.5 + bob), point(4.6, 0, 10.4 - bob), point(9.2, 0, 14.0 - bob),
                (paws[0], paws[1], paws[2], paws[3]), point(-10.4, 0.9 * np.sin(turn), 8.6),
            )
        case "run":
            stretch = float(np.cos(turn))
            beat = [-stretch * 4.6, -stretch * 4.6 + 0.9, stretch * 4.8, stretch * 4.8 - 0.9]
            up = [max(0.0, np.sin(turn)) * 2.6,
                max(0.0, np.sin(turn - 0.5)) * 2.6] + [max(0.0, -np.sin(turn)) * 2.6] * 2
            paws = _paws(tuple(beat), tuple(up))
            hop = 1.3 * stretch
            return Gait(
                point(-5.6 - 0.5 * stretch, 0, 9.8 - hop * 0.4), point(4.6 + 0.5 * stretch, 0, 10.4 + hop * 0.5),
                point(9.6, 0, 12.8 + hop * 0.6), (paws[0], paws[1], paws[2], paws[3]), point(-10.8, 0, 10.6 + hop),
            )
        case "act":
            paws = _paws((-1.2, 0.4, 1.2, 2.2), (0, 0, 0, 0))
            return Gait(
                point(-5.8, 0, 10.0), point(4.0, 0, 8.6), point(9.0, 0, 4.2), (paws[0], paws[1], paws[2], paws[3]),
                point(-9.6, 0.8, 12.0),
            )
        case _:
            raise ValueError(f"no dog does this: {action}")


def dog_parts(dog: Dog, action: str, frame: int, degrees: float) -> tuple[list[Part], Point, Point]:
    """All solids of one frame, the middle of the head and the way it faces, in the world."""
    angle = np.radians(degrees)
    forward, right = np.array([np.cos(angle), np.sin(angle), 0.0]), np.array([-np.sin(angle), np.cos(angle), 0.0])
    g = gait(action, frame)

    def at(spot: Point, ahead: float = 0.0, aside: float = 0.0, up: float = 0.0) -> Point:
        f, r, u = spot + np.array([ahead - 0.6, aside, up])
        return np.asarray(forward * f + right * r + np.array([0.0, 0.0, u]))

    low = -1.6 if action == "act" else 0.0
    trunk = smooth_union(
        1.4, capsule(at(g.rump), at(g.withers), 2.7, 3.2), sphere(at(g.withers, 0.6, 0, -1.0), 3.1),
        capsule(at(g.withers, 0.8, 0, 0.4), at(g.head, -0.8, 0, -0.4), 2.5, 1.9),
    )
    back = capsule(at(g.rump, 0.6, 0, 1.0), at(g.withers, 0, 0, 1.1), 2.3, 2.7)
    muzzle = capsule(at(g.head, 1.4, 0, -0.4 + low * 0.4), at(g.head, 3.9, 0, -1.1 + low), 1.35, 0.95)
    ears = union(*[
        capsule(at(g.head, -0.8, side * 1.2, 1.2), at(g.head, -1.0, side * 1.7, 3.7), 0.95, 0.35) for side in SIDES
    ])
    tail = union(
        capsule(at(g.rump, -1.8, 0, 0.8), at(g.tail, 0.8, 0, 0.6), 1.2, 1.3),
        capsule(at(g.tail), at(g.tail, -1.0, 0, -1.2), 1.3, 0.7)
    )
    parts = [
        Part(trunk, *dog.fur), Part(back, *dog.saddle), Part(sphere(at(g.head), 2.25), *dog.fur),
        Part(muzzle, dog.saddle[0], dog.saddle[1] * 1.3), Part(ears, *dog.saddle), Part(tail, *dog.saddle),
        Part(sphere(at(g.withers, 1.6, 0, -2.6), 2.0), *dog.legs),
    ]
    for number, paw in enumerate(g.paws):
        hip = at(g.rump if number < 2 else g.withers, 0.2, SIDES[number % 2] * 1.7, -1.0)
        foot = at(paw)
        knee = (hip + foot) / 2 + forward * (0.9 if number < 2 else -0.5)
        thigh = capsule(hip, knee, 2.0 if number < 2 else 1.6, 1.1)
        parts.append(Part(thigh, *(dog.fur if number < 2 else dog.legs)))
        parts.append(Part(union(capsule(knee, foot, 1.1, 0.85), sphere(foot + forward * 0.7, 0.9)), *dog.legs))
    return parts, at(g.head, 1.5, 0, 0.6), forward
