"""Hands, sleeves and sitting people for the rooms, in centimetres."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from tools.art.pictures.busts import Look, head
from tools.art.pictures.tableau import Solid, scaled
from tools.art.shapes import Shape, Spot, capsule, ellipsoid, moved, smooth_union, union


def sleeve(spots: Sequence[Spot], start: float, end: float, material: str, gain: float) -> list[Solid]:
    """An arm in a padded sleeve through the spots (shoulder, elbow, wrist), with a turned cuff."""
    count = len(spots) - 1
    widths = np.linspace(start, end, count + 1)
    limbs = [capsule(spots[i], spots[i + 1], float(widths[i]), float(widths[i + 1])) for i in range(count)]
    way = np.subtract(spots[-1], spots[-2])
    way = way / np.linalg.norm(way)
    cuff = capsule(np.subtract(spots[-1], way * 2.0), np.add(spots[-1], way * 1.2), end + 0.7)
    return [
        Solid(smooth_union(3.0, *limbs) if count > 1 else limbs[0], material, gain),
        Solid(cuff, material, gain * 0.92),
    ]


def _bowl_radius(z: float) -> float:
    """The bowl's outer radius ``z`` cm above its middle (its rim is at 5)."""
    return 9.6 * float(np.sqrt(max(1 - ((z - 5) / 10.0) ** 2, 0.05)))


def hand_round(bowl: Spot, palm: float, tips: float, material: str, gain: float) -> list[Solid]:
    """A hand about a bowl: the palm at angle ``palm`` (radians, 0 right, pi/2 toward us), fingers to ``tips``."""

    def spot(angle: float, z: float, out: float) -> tuple[float, float, float]:
        reach = _bowl_radius(z) + out
        return bowl[0] + reach * float(np.cos(angle)), bowl[1] + reach * float(np.sin(angle)), bowl[2] + z

    fingers: list[Shape] = []
    for number, (z, part) in enumerate(((2.2, 0.92), (0.3, 1.0), (-1.6, 0.95), (-3.2, 0.78))):
        turns = np.linspace(palm, palm + (tips - palm) * part, 4)
        thick = (0.98, 1.02, 0.96, 0.84)[number]
        chain = [
            capsule(spot(float(a), z, 0.75), spot(float(b), z - 0.1, 0.75), thick, thick * 0.94)
            for a, b in itertools.pairwise(turns)
        ]
        fingers.append(smooth_union(0.3, *chain))
    thumb = smooth_union(
        0.4,
        capsule(spot(palm, 3.0, 1.4), spot(palm + (tips - palm) * 0.22, 5.4, 0.9), 1.35, 1.1),
        capsule(spot(palm + (tips - palm) * 0.22, 5.4, 0.9), spot(palm + (tips - palm) * 0.42, 5.9, -0.6), 1.1, 0.9),
    )
    heel = ellipsoid(spot(palm - (tips - palm) * 0.05, -0.8, 1.9), [3.0, 3.0, 4.2])
    wrist = capsule(
        spot(palm - (tips - palm) * 0.08, -1.2, 2.2), spot(palm - (tips - palm) * 0.18, -2.0, 8.0), 2.5, 2.6
    )
    return [Solid(union(*fingers), material, gain), Solid(smooth_union(1.2, heel, thumb, wrist), material, gain)]


def sitting(
    at: tuple[float, float], size: float, hair: Look, yaw: float, tilt: float, coat: str, gain: float, lean: float
) -> list[Solid]:
    """Somebody sitting drawn up against the wall at (x, y); ``size`` 1 is a grown woman."""
    x, y = at

    def spot(side: float, ahead: float, up: float) -> tuple[float, float, float]:
        return x + side * size + lean * up * 0.2, y + ahead * size, up * size

    trunk = smooth_union(
        5 * size,
        ellipsoid(spot(0, 2, 14), [17 * size, 14 * size, 14 * size]),
        ellipsoid(spot(0, 2, 37), [15 * size, 11 * size, 20 * size]),
        ellipsoid(spot(0, 13, 20), [17 * size, 17 * size, 13 * size]),
        capsule(spot(-10, 1, 50), spot(10, 1, 50), 7.0 * size),
    )
    legs: list[Shape] = []
    for side in (-1, 1):
        knee, foot = spot(side * 6.8, 31, 36), spot(side * 8, 30, 5)
        legs += [
            capsule(spot(side * 8, 4, 13), knee, 8.0 * size, 5.8 * size),
            capsule(knee, foot, 6.2 * size, 4.8 * size),
        ]
    shoes = [capsule(spot(s * 8, 28, 3.5), spot(s * 9.5, 40, 3), 4.0 * size, 3.6 * size) for s in (-1, 1)]
    middle = spot(0, 5, 69)
    solids = [Solid(trunk, coat, gain), Solid(smooth_union(2, *legs), "wood", 0.42), Solid(union(*shoes), "wood", 0.8)]
    for part in head(hair, yaw, tilt):
        solids.append(
            Solid(
                moved(scaled(part.shape, 11.6 * size**0.55), middle),
                part.material,
                part.gain * (1.4 if part.material == "skin" else 1.0),
            )
        )
    return solids
