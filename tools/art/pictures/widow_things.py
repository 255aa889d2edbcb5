"""What stands in the widow's room, and she: the hearth with its pot, the lamp, the soles. Units are centimetres."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.noise import fbm, smooth
from tools.art.pictures.cellar import common_bowl
from tools.art.pictures.tableau import Solid
from tools.art.shapes import (
    Points,
    Shape,
    box,
    capsule,
    cone,
    custom,
    cut,
    cylinder,
    ellipsoid,
    moved,
    smooth_union,
    turned,
    union,
)

FLAME = (-47.0, -38.0, 37.0)
EMBERS = (86.0, -24.0, 7.0)
POT = (64.0, -56.0, 33.0)
"""The oil lamp's flame, the fire under the pot, the middle of the pot."""


def _clay(p: Points) -> Points:
    """Clay smoothed by hand."""
    return np.asarray(0.5 * (fbm(p[..., 0] / 12, p[..., 2] / 6 + p[..., 1] / 8, 3, 8) - 0.5), dtype=np.float32)


@cache
def hearth() -> tuple[Solid, ...]:
    """A low range of clay with a fire hole and an iron pot let into it, its lid against the side."""
    x, y, z = POT
    hole = union(box([EMBERS[0], -34, 5], [11, 16, 9], 3.0), cylinder([x, y, 12], 60, 19.5))
    range_ = cut(smooth_union(3, box([80, -62, 13], [58, 30, 15], 4.0), ellipsoid([x, y, 27], [27, 25, 5])), hole)
    pot = common_bowl(x, y, z, 2.25)
    rim = [
        capsule(
            [x + 21.8 * np.cos(a), y + 21.8 * np.sin(a), z + 11.4],
            [x + 21.8 * np.cos(b), y + 21.8 * np.sin(b), z + 11.4],
            1.2,
        )
        for a, b in zip(np.linspace(0, 2 * np.pi, 25)[:-1], np.linspace(0, 2 * np.pi, 25)[1:], strict=True)
    ]
    lid = turned(
        smooth_union(1, cylinder([122, -40, 30], 2.2, 17), cylinder([122, -40, 32], 3, 3)), [122, -40, 30], -1.15, 0
    )
    wood = [
        capsule([EMBERS[0] - 4 + 7 * k, -28 + 3 * k, 3], [EMBERS[0] + 10 + 7 * k, -4 + 2 * k, 2.6], 2.3)
        for k in range(2)
    ]
    return (
        Solid(range_, "wood", 0.95, "grain", _clay),
        Solid(union(pot, *rim), "metal", 0.62),
        Solid(cylinder([x, y, z + 5.2], 0.5, 19.6), "ice", 0.75),
        Solid(lid, "metal", 0.6),
        Solid(union(*wood), "wood", 0.9),
    )


def _spot(side: float, ahead: float, up: float) -> tuple[float, float, float]:
    """A spot of the widow's: cm to her right, ahead of her seat, above the floor."""
    return 0.0 + ahead * 0.74 + side * 0.67, -30.0 - ahead * 0.67 + side * 0.74, up


@cache
def widow() -> tuple[Solid, ...]:
    """What of her throws a shadow; she is seen as ``widow_back.py`` cuts her."""
    trunk = smooth_union(
        9.0,
        ellipsoid(_spot(0, -4, 15), [23, 22, 15]),
        capsule(_spot(0, 0, 30), _spot(0, 14, 58), 16.0, 13.5),
        ellipsoid(_spot(0, 26, 70), [9, 9, 10]),
    )
    skirt = ellipsoid(_spot(0, 2, 7), [30, 30, 10])
    return Solid(trunk, "coat"), Solid(skirt, "wood")


def _sole(x: float, y: float, turn: float, mirror: float) -> Shape:
    """The new sole of a shoe lying on the floor, 26 cm long."""

    def field(p: Points) -> Points:
        along = np.clip((p[..., 1] + 14) / 28, 0, 1)
        wide = 4.9 - 1.15 * smooth(0.30, 0.62, along) + 0.35 * smooth(0.62, 0.9, along)
        middle = mirror * 1.0 * smooth(0.75, 0.2, along)
        reach = np.maximum(np.abs(p[..., 1]) - 14 + wide, 0)
        side = np.hypot(np.abs(p[..., 0] - middle) * (reach > 0) + 0.0, reach) - wide
        side = np.where(reach > 0, side, np.abs(p[..., 0] - middle) - wide)
        return np.asarray(np.maximum(side * 0.8, np.abs(p[..., 2] - 0.7) - 0.7), dtype=np.float32)

    flat = custom(field, (0, 0, 0.7), 16)
    return moved(turned(flat, [0, 0, 0], turn, 2), (x, y, 0.4))


@cache
def floor() -> tuple[Solid, ...]:
    """What lies ready: the oil lamp on its stand, two soles, an awl's spool, and the lineman's lamp, black."""
    x, y, z = FLAME
    stand = smooth_union(
        0.8, cylinder([x, y, 0], 2.2, 9), capsule([x, y, 2], [x, y, z - 11], 1.7), cylinder([x, y, z - 10.5], 1.6, 6.2)
    )
    dish = cut(
        ellipsoid([x, y, z - 5], [5.8, 5.8, 4.2]),
        box([x, y, z + 5], [9, 9, 8.6]),
        ellipsoid([x, y, z - 3.4], [4.8, 4.8, 2.8]),
    )
    a, b = -92.0, -20.0
    tank = smooth_union(1.0, cylinder([a, b, 0], 8.5, 9.4), cone([a, b, 8], 5, 8.8, 5.4))
    chimney = smooth_union(1.0, cone([a, b, 29], 6, 8.0, 4.0), cylinder([a, b, 34], 4, 3.2))
    cage = [
        capsule([a + 6.8 * np.cos(t), b + 6.8 * np.sin(t), 12], [a + 6.8 * np.cos(t), b + 6.8 * np.sin(t), 31], 0.7)
        for t in (0.4, 1.5, 2.6, 3.7, 4.8, 5.9)
    ]
    ring = [
        capsule([a + 8.5 * np.cos(t), b, 33 + 16 * np.sin(t)], [a + 8.5 * np.cos(u), b, 33 + 16 * np.sin(u)], 0.8)
        for t, u in zip(np.linspace(0, np.pi, 13)[:-1], np.linspace(0, np.pi, 13)[1:], strict=True)
    ]
    spool = smooth_union(
        0.4, cylinder([-17, -12, 0], 4.2, 2.4), cylinder([-17, -12, 0], 0.8, 3.2), cylinder([-17, -12, 3.6], 0.8, 3.2)
    )
    return (
        Solid(stand, "wood", 0.95, casts=False),
        Solid(dish, "metal", 0.95, casts=False),
        Solid(union(tank, chimney), "metal", 0.30),
        Solid(cylinder([a, b, 12], 18, 5.6), "ice", 0.36),
        Solid(union(*cage, *ring), "metal", 0.36),
        Solid(union(_sole(-52, -9, 0.16, 1), _sole(-35, -5, -0.10, -1)), "reed", 1.1),
        Solid(spool, "snow", 0.9),
    )
