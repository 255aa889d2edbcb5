"""The few pixels that make a face: eyes, brows, cheeks and a mouth, each on bare skin that looks our way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.art.palette import MATERIALS, index
from tools.art.people_dress import Dress, Standing
from tools.art.people_pose import SIDES, Point
from tools.art.sheet import Indices

TOWARD = np.array([0.0, np.cos(np.radians(35.0)), np.sin(np.radians(35.0))])
"""Toward the figures' camera."""
_SKIN = MATERIALS.index("skin")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the head (ahead, to the side, up; px for a height of 1) and the way it looks (ahead, to the side)."""

    ahead: float
    side: float
    up: float
    way: tuple[float, float]
    least: float = 0.12
    """How far it must be turned to us, 0..1, to be drawn."""


EYE = Spot(2.9, 1.15, 0.5, (0.90, 0.44))
CHEEK = Spot(2.2, 2.1, -0.9, (0.72, 0.70), 0.2)
MOUTH = Spot(3.2, 0.0, -1.75, (1.0, 0.0), 0.2)


def seen(s: Standing, spot: Spot, side: float) -> tuple[float, float] | None:
    """Where (x, y px from the ground point) a spot of the head shows; None if it is turned away."""
    outward = s.forward * spot.way[0] + s.right * side * spot.way[1]
    if float(outward @ TOWARD) < spot.least:
        return None
    at: Point = s.at(s.pose.head, spot.ahead, side * spot.side, spot.up)
    return float(at[0]), float(at[1] * TOWARD[2] - at[2] * TOWARD[1])


def bare(image: Indices, x: int, y: int) -> bool:
    """Whether that pixel is of the frame and skin."""
    return 0 <= y < image.shape[0] and 0 <= x < image.shape[1] and int(image[y, x]) // 16 == _SKIN


def features(image: Indices, s: Standing, d: Dress, foot: tuple[float, float]) -> None:
    """Draw the face of somebody who stands at `foot` (x, y px of the frame)."""

    def pixel(spot: Spot, side: float) -> tuple[int, int] | None:
        at = seen(s, spot, side)
        return None if at is None else (int(np.floor(foot[0] + at[0])), int(np.floor(foot[1] + at[1])))

    skin, drawn = image.copy(), []
    for side in SIDES:
        at = pixel(EYE, side)
        # In profile the spot may fall beside the face: then it is the next pixel inward.
        for x in () if at is None else (at[0], at[0] - int(np.sign(at[0] + 0.5 - foot[0]))):
            rows = [row for row in range(at[1], at[1] + 3) if bare(skin, x, row)] if at is not None else []
            if rows:
                drawn.append((x, rows[0]))
                eye(image, x, rows[0], d)
                break
    if not drawn:
        return
    low = max(y for _, y in drawn)
    for side in SIDES:
        at = pixel(CHEEK, side)
        if d.cheeks and at is not None and bare(skin, at[0], low + 1) and (at[0], low) not in drawn:
            image[low + 1, at[0]] = index(*d.cheeks)
    at = pixel(MOUTH, 0.0)
    if d.mouth and at is not None:
        rows = [row for row in (low + 2, low + 3) if bare(skin, at[0], row)]
        if rows:
            image[rows[0], at[0]] = index(*d.mouth)


def eye(image: Indices, x: int, y: int, d: Dress) -> None:
    """A dark pixel, and above it a brow, or only its shade."""
    image[y, x] = index(*d.eyes)
    if bare(image, x, y - 1):
        shade = max(index("skin", 3), int(image[y - 1, x]) - 1)
        image[y - 1, x] = index(*d.brows) if d.brows else shade
