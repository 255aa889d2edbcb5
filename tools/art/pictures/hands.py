"""Hands laid on things, cut in relief: fingers with their joints and nails, a thumb, the cords of the back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tools.art.pictures.relief import Fold, Piece

Spot = tuple[float, float]
# Root, middle joint, last joint and tip of each finger of a right hand that points right, seen from its back.
FINGERS: tuple[tuple[Spot, Spot, Spot, Spot], ...] = (
    ((37, -16), (58, -23), (72, -24), (82, -21)), ((41, -5), (64, -8), (80, -7), (91, -3)),
    ((39, 7), (61, 8), (76, 10), (86, 14)), ((34, 17), (52, 22), (63, 26), (71, 31)),
)
THICK = ((9.4, 8.6, 7.6, 6.0), (9.6, 8.8, 7.8, 6.2), (9.1, 8.3, 7.3, 5.8), (8.0, 7.2, 6.4, 5.1))
THUMB: tuple[Spot, ...] = ((4, -6), (22, -25), (40, -38), (54, -44))
THUMB_THICK = (10.5, 9.6, 8.2, 6.0)
PALM: tuple[Spot, ...] = (
    (-16, -12), (0, -14), (16, -18), (36, -22), (47, -14), (49, -3), (46, 10), (38, 21), (20, 20), (0, 15), (-16, 13))


@dataclass(frozen=True, slots=True)
class Grip:
    """Where a hand lies: wrist ``at``, ``turn`` degrees, ``size``, mirrored or not, and how ``thin`` it is."""

    at: Spot
    turn: float
    size: float = 1.0
    mirrored: bool = False
    thin: float = 1.0

    def put(self, points: Sequence[Spot]) -> list[Spot]:
        """Points of the plain hand where this one has them."""
        angle = np.radians(self.turn)
        cos, sin, way = float(np.cos(angle)), float(np.sin(angle)), -1 if self.mirrored else 1
        return [
            (self.at[0] + way * self.size * (x * cos - y * sin), self.at[1] + self.size * (x * sin + y * cos))
            for x, y in points
        ]


def limb(spine: Sequence[Spot], thick: Sequence[float]) -> list[Spot]:
    """The outline of a round-ended limb along the spine, so thick at each of its spots."""
    spots = np.asarray(spine, dtype=np.float64)
    along = np.gradient(spots, axis=0)
    along /= np.hypot(along[:, 0], along[:, 1])[:, None]
    aside = np.stack([-along[:, 1], along[:, 0]], -1) * np.asarray(thick)[:, None]
    end = spots[-1] + along[-1] * thick[-1] * 0.9
    start = spots[0] - along[0] * thick[0] * 0.6
    line = [*(spots + aside), end + aside[-1] * 0.5, end - aside[-1] * 0.5, *(spots - aside)[::-1], start]
    return [(float(x), float(y)) for x, y in line]


def _creases(grip: Grip, spine: Sequence[Spot], thick: Sequence[float]) -> list[Fold]:
    """Wrinkles over the joints of a finger."""
    folds = []
    for number, shifts in ((1, (-2.6, 1.6)), (2, (0.2,))):
        ax, ay = np.subtract(spine[number], spine[number - 1])
        long = float(np.hypot(ax, ay))
        for shift in shifts:
            x, y = spine[number][0] + ax / long * shift, spine[number][1] + ay / long * shift
            wide = thick[number] * 0.62
            bow = 0.8 if shift > 0 else -0.8
            folds.append(Fold(grip.put([
                (x - ay / long * wide, y + ax / long * wide), (x + ax / long * bow, y + ay / long * bow),
                (x + ay / long * wide, y - ax / long * wide)]), -0.5 * grip.size, 0.8))
        x, y = spine[number]
        folds.append(Fold(grip.put([(x, y), (x + 0.1, y + 0.1)]), 1.1, 4.2, whole=True))
    return folds


def _nail(grip: Grip, spine: Sequence[Spot], thick: float, gain: float) -> Piece:
    """The nail, a little lighter than the skin."""
    (ax, ay), (bx, by) = spine[-2], spine[-1]
    way = np.array([bx - ax, by - ay]) / np.hypot(bx - ax, by - ay)
    side = np.array([-way[1], way[0]]) * thick * 0.62
    tip, root = np.array([bx, by]) + way * thick * 0.55, np.array([bx, by]) - way * thick * 0.75
    line = [root - side * 0.8, tip - side, tip + way * 1.4, tip + side, root + side * 0.8, root - way * 0.8]
    placed = grip.put([(float(x), float(y)) for x, y in line])
    return Piece(placed, "skin", 2.2, 0.7, gain * 1.12, shade=0.25, reach=0.6)


def back(grip: Grip, gain: float = 0.9, thumb: bool = True) -> list[Piece]:
    """A hand seen from its back, laid flat on something, the thumb apart."""
    folds: list[Fold] = []
    fingers, nails = [], []
    for spine, widths in zip(FINGERS, THICK, strict=True):
        thick = [value * grip.thin for value in widths]
        fingers.append(grip.put(limb(spine, thick)))
        nails.append(_nail(grip, spine, thick[-1], gain))
        folds += _creases(grip, spine, thick)
        root = spine[0]
        folds.append(Fold(grip.put([root, (root[0] + 5, root[1])]), 1.7 * grip.size, 5.0, whole=True))
        cord = [(root[0] - 3, root[1]), (12, root[1] * 0.55), (-6, root[1] * 0.3)]
        folds.append(Fold(grip.put(cord), 1.0 * grip.size, 2.0))
    for a, b in pairwise(FINGERS):
        gap = ((a[0][0] + b[0][0]) / 2 + 9, (a[0][1] + b[0][1]) / 2)
        folds.append(Fold(grip.put([gap, (gap[0] - 7, gap[1])]), -1.3 * grip.size, 1.8))
    if thumb:
        thick = [value * (0.5 + 0.5 * grip.thin) for value in THUMB_THICK]
        fingers.append(grip.put(limb(THUMB, thick)))
        nails.append(_nail(grip, THUMB, thick[-1], gain))
        folds += _creases(grip, THUMB, thick)
        folds.append(Fold(grip.put([(22, -12), (30, -20), (35, -27)]), -0.8 * grip.size, 2.0))  # the web
    whole = Piece(grip.put(PALM), "skin", 10 * grip.size, 0.62, gain, tuple(folds), reach=5, shade=0.7,
        more=tuple(fingers))
    return [whole, *nails]
