"""Clothes and bodies hung on a pose: joints become solid parts in the world (x right, y toward the viewer, z up)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from tools.art.people_pose import SIDES, Build, Point, Pose
from tools.art.shapes import Points, Shape, capsule, custom, ellipsoid, smooth_union, sphere, union
from tools.art.solid import Part

Tint = tuple[str, float]
"""A material and its gain (1 as it is, below darker)."""
Ink = tuple[str, int]
"""A material and its step, for a single pixel."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What a person wears and carries. Lengths in px for a person of height 1."""

    coat: Tint
    legs: Tint = ("wood", 0.75)
    boots: Tint = ("wood", 0.55)
    sleeves: Tint | None = None
    """Of another cloth than the coat: whoever wears a padded waistcoat over a jacket."""
    hands: Tint = ("skin", 1.2)
    rolled: bool = False
    """Sleeves pushed up over the elbow, forearms bare and red with cold."""
    skin: float = 1.5
    eyes: Ink = ("skin", 2)
    brows: Ink | None = None
    """None: only a shade."""
    cheeks: Ink | None = None
    mouth: Ink | None = None
    bulk: float = 1.0
    hem: float = 3.0
    """How far the coat falls below the hip."""
    flare: float = 0.0
    belt: Tint | None = None
    collar: Tint | None = None
    front: Tint | None = None
    """What shows of the shirt or apron between the coat's edges."""
    skirt: Tint | None = None
    hair: Tint = ("coat", 0.42)
    head: str = "hair"
    """One of the keys of `people_head.HEADS`."""
    head_tint: Tint = ("coat", 0.5)
    trim: Tint = ("reed", 1.0)
    extras: tuple[str, ...] = field(default=())
    """Keys of `people_extras.EXTRAS`."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A pose turned to face a direction: joints and body axes in the world."""

    pose: Pose
    build: Build
    forward: Point
    right: Point
    up: Point

    def at(self, joint: Point, ahead: float = 0.0, right: float = 0.0, up: float = 0.0) -> Point:
        """A joint in the world, moved by so many px along the upright axes (heads stay level)."""
        return self.world(joint + np.array([ahead, right, up]) * self.build.height)

    def on(self, joint: Point, ahead: float = 0.0, right: float = 0.0, up: float = 0.0) -> Point:
        """A joint in the world, moved along the trunk's axes: what is on the back stays there when she lies."""
        spine = self.pose.chest - self.pose.hip
        spine = spine * np.array([1.0, 0.0, 1.0]) / np.linalg.norm(spine)
        belly = np.array([spine[2], 0.0, -spine[0]])
        shift = belly * ahead + np.array([0.0, right, 0.0]) + spine * up
        return self.world(joint + shift * self.build.height)

    def world(self, joint: Point) -> Point:
        """A point of the body in the world."""
        f, r, u = joint
        return np.asarray(self.forward * f + self.right * r + self.up * u, dtype=float)


def standing(pose: Pose, build: Build, degrees: float) -> Standing:
    """The pose facing ``degrees``: 0 east, 90 south (toward the viewer), 180 west."""
    a = np.radians(degrees)
    forward = np.array([np.cos(a), np.sin(a), 0.0])
    right = np.array([-np.sin(a), np.cos(a), 0.0])
    return Standing(pose, build, forward, right, np.array([0.0, 0.0, 1.0]))


def above_ground(shape: Shape) -> Shape:
    """Only what is above the ground line."""
    return custom(lambda p: np.maximum(shape.field(p), -p[..., 2]), shape.centre, shape.reach)


def egg(s: Standing, joint: Point, radii: tuple[float, float, float], shift: tuple[float, float, float]) -> Shape:
    """An ellipsoid turned with the upright body; radii and shift along forward, right, up."""
    k = s.build.height
    middle = s.at(joint, *shift).astype(np.float32)
    turn = np.stack([s.forward, s.right, s.up], axis=-1).astype(np.float32)
    plain = ellipsoid((0, 0, 0), [r * k for r in radii])
    return custom(lambda p: plain.field(np.asarray((p - middle) @ turn, dtype=np.float32)), middle, max(radii) * k)


def lump(s: Standing, joint: Point, radii: tuple[float, float, float], shift: tuple[float, float, float]) -> Shape:
    """An ellipsoid turned with the trunk; radii and shift along belly, right, spine."""
    k = s.build.height
    middle = s.on(joint, *shift).astype(np.float32)
    axes = [s.on(joint, *row) - s.on(joint) for row in np.eye(3)]
    turn = np.stack([axis / np.linalg.norm(axis) for axis in axes], axis=-1).astype(np.float32)
    plain = ellipsoid((0, 0, 0), [r * k for r in radii])
    return custom(lambda p: plain.field(np.asarray((p - middle) @ turn, dtype=np.float32)), middle, max(radii) * k)


def legs(s: Standing, d: Dress) -> list[Part]:
    """Trousers and boots."""
    parts, k = [], s.build.height
    for i in range(2):
        hip, knee, ankle, toe = (s.at(j[i]) for j in (s.pose.hips, s.pose.knees, s.pose.ankles, s.pose.toes))
        shin = capsule(knee, ankle, 1.95 * k, 1.45 * k)
        parts.append(Part(union(capsule(hip, knee, 2.35 * k, 1.95 * k), shin), *d.legs))
        top = knee * 0.42 + ankle * 0.58
        boot = union(capsule(top, ankle, 1.75 * k, 1.5 * k), capsule(ankle, toe, 1.5 * k, 1.2 * k))
        parts.append(Part(boot, *d.boots))
        if s.pose.prone:
            sole = capsule(s.at(s.pose.ankles[i], -0.5, 0, 1.0), s.at(s.pose.toes[i], -0.5, 0, 0.9), 1.1 * k, 0.9 * k)
            parts.append(Part(sole, d.boots[0], d.boots[1] * 1.5))
    return parts


def hem_spots(s: Standing, d: Dress) -> tuple[list[Point], Point]:
    """Where the coat's hem is in front of either thigh, and the way down to it (body space)."""
    k, p = s.build.height, s.pose
    spine = (p.hip - p.chest) / np.linalg.norm(p.hip - p.chest)
    spots, ways = [], []
    for i, side in enumerate(SIDES):
        thigh = p.knees[i] - p.hips[i]
        way = 0.62 * thigh / np.linalg.norm(thigh) + 0.38 * spine
        ways.append(way / np.linalg.norm(way))
        away = np.array([-0.35 * p.speed * (d.hem / 6), side * d.flare, 0.0]) * k
        spots.append(p.hips[i] * 0.8 + p.hip * 0.2 + ways[i] * d.hem * k + away)
    down = ways[0] + ways[1]
    return spots, down / np.linalg.norm(down)


def hems(s: Standing, d: Dress) -> list[Shape]:
    """The lower half of the coat, one half for each thigh."""
    k, b = s.build.height, d.bulk
    spots, down = hem_spots(s, d)
    hip, wide = s.at(s.pose.hip), (2.9 + 0.6 * d.flare) * b * k
    halves = [capsule(hip, s.at(spot + down * 1.2 * k), 3.3 * b * k, wide) for spot in spots]
    # A thigh that swings out takes the cloth with it, or trousers would come through.
    over = [capsule(s.at(s.pose.hips[i]), s.at(s.pose.knees[i]), 2.6 * k, 2.3 * k) for i in range(2)]
    return halves + over


def even_hem(s: Standing, d: Dress, shape: Shape) -> Shape:
    """The coat cut straight at its hem; it never drags on the ground."""
    spots, down = hem_spots(s, d)
    way = (s.forward * down[0] + s.right * down[1] + s.up * down[2]).astype(np.float32)
    middle = s.at((spots[0] + spots[1]) / 2 + down * 1.7 * s.build.height).astype(np.float32)
    low = np.float32(2.2 * s.build.height)

    def field(p: Points) -> Points:
        under = np.maximum((p - middle) @ way, low - p[..., 2])
        return np.asarray(np.maximum(shape.field(p), under), dtype=np.float32)

    return custom(field, shape.centre, shape.reach)


def coat(s: Standing, d: Dress) -> list[Part]:
    """The trunk with its hem, which follows both thighs so that the legs stay apart."""
    k, b, p = s.build.height, d.bulk, s.pose
    width = s.build.shoulders * 0.62
    chest, hip = s.on(p.chest), s.on(p.hip)
    trunk = [
        capsule(s.on(p.chest, right=-width), s.on(p.chest, right=width), 2.75 * b * k),
        capsule(chest, hip, 3.5 * b * k, 3.45 * b * k),
    ]
    trunk += hems(s, d)
    whole = even_hem(s, d, smooth_union(1.6 * k, *trunk))
    parts = [Part(whole, *d.coat), Part(seam(s, whole), d.coat[0], d.coat[1] * 0.62)]
    if d.belt:
        parts.append(Part(waist_ring(s, d, 1.2, 0.55), *d.belt))
    if d.collar:
        neck = [capsule(s.at(p.neck, 0.9, -1.5, -0.4), s.at(p.neck, 0.9, 1.5, -0.4), 1.75 * k)]
        neck.append(capsule(s.at(p.neck, -1.2, -1.3, 0.2), s.at(p.neck, -1.2, 1.3, 0.2), 1.8 * k))
        parts.append(Part(smooth_union(0.8, *neck), *d.collar))
    if d.front:
        strip = capsule(s.on(p.chest, 2.9 * b, 0, 1.6), s.on(p.hip, 3.3 * b, 0, -0.6), 1.1 * k)
        parts.append(Part(strip, *d.front))
    if d.skirt:
        hem = s.at((p.ankles[0] + p.ankles[1]) / 2, up=3.4)
        parts.append(Part(capsule(s.on(p.hip, up=-1), hem, 3.3 * b * k, 4.1 * b * k), *d.skirt))
    return parts


def seam(s: Standing, whole: Shape) -> Shape:
    """The edge where a coat is buttoned, down its front."""
    k, hip = s.build.height, s.at(s.pose.hip).astype(np.float32)
    right, ahead = s.right.astype(np.float32), s.forward.astype(np.float32)

    def field(p: Points) -> Points:
        q = p - hip
        narrow = np.maximum(np.abs(q @ right) - 0.45 * k, -(q @ ahead))
        return np.asarray(np.maximum(whole.field(p) - 0.2 * k, narrow), dtype=np.float32)

    return custom(field, whole.centre, whole.reach + 0.3)


def sash(s: Standing, d: Dress, shoulder: float, half: float, lean: float = 0.95) -> Shape:
    """A strap lying on the coat from the shoulder on that side (-1 left, 1 right) round the other hip."""
    k, b, p = s.build.height, d.bulk, s.pose
    width = s.build.shoulders * 0.62
    body = union(
        capsule(s.on(p.chest, right=-width), s.on(p.chest, right=width), (2.75 * b + 0.4) * k),
        capsule(s.on(p.chest), s.on(p.hip), (3.5 * b + 0.4) * k),
    )
    middle = s.on(p.chest, up=-1.6).astype(np.float32)
    way = (s.on(p.chest, right=-shoulder * lean, up=1.0) - s.on(p.chest)).astype(np.float32)
    way /= np.linalg.norm(way)

    def band(q: Points) -> Points:
        return np.asarray(np.maximum(body.field(q), np.abs((q - middle) @ way) - half * k), dtype=np.float32)

    return custom(band, body.centre, body.reach)


def waist_ring(s: Standing, d: Dress, up: float, half: float) -> Shape:
    """A band round the waist, a little wider than the coat."""
    k, b = s.build.height, d.bulk
    low, high = s.at(s.pose.hip), s.at(s.pose.chest)
    axis = (high - low) / (np.linalg.norm(high - low) + 1e-6)
    middle = (low + axis * (up + 1.2) * k).astype(np.float32)
    way = axis.astype(np.float32)
    round_ = capsule(low, high, 3.85 * b * k)

    def band(p: Points) -> Points:
        return np.asarray(np.maximum(round_.field(p), np.abs((p - middle) @ way) - half * k), dtype=np.float32)

    return custom(band, middle, 5.0 * b * k)


def arms(s: Standing, d: Dress) -> list[Part]:
    """Sleeves and hands."""
    parts, k, b = [], s.build.height, d.bulk
    for i in range(2):
        shoulder, elbow, hand = (s.at(j[i]) for j in (s.pose.shoulders, s.pose.elbows, s.pose.hands))
        material, gain = d.sleeves or d.coat
        upper, lower = capsule(shoulder, elbow, 1.95 * b * k, 1.65 * k), capsule(elbow, hand, 1.65 * k, 1.3 * k)
        if d.rolled:
            upper = union(upper, sphere(elbow, 1.95 * k))
            parts.append(Part(capsule(elbow, hand, 1.25 * k, 1.1 * k), *d.hands))
        parts.append(Part(upper if d.rolled else union(upper, lower), material, gain * 0.96))
        on = (hand - elbow) / (np.linalg.norm(hand - elbow) + 1e-6)
        parts.append(Part(sphere(hand + on * 0.9 * k, 1.25 * k), *d.hands))
    return parts


Maker = Callable[[Standing, Dress], list[Part]]
