"""Where everybody kneels or stands at the washing stones; the stones, basins and washing. Units are centimetres."""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.noise import fbm
from tools.art.pictures.tableau import Solid
from tools.art.shapes import (
    Shape,
    box,
    cone,
    custom,
    cut,
    ellipsoid,
    smooth_union,
    union,
)

WOMEN = (
    (-196.0, -22.0, 206.0, "snow", "olive", 1.0, 1.0),
    (-104.0, 0.0, 187.0, "reed", "metal", 0.9, 0.45),
    (-16.0, 2.0, 171.0, "metal", "olive", 0.8, 0.9),
    (80.0, -12.0, 160.0, "rose", "coat", 0.75, 0.25),
)
"""Place (cm), where they face (180 is away from us), kerchief, coat, its tone, how far bent. The last is Sol-hwa."""
JO = (186.0, -118.0)
JO_HEAD = (184.0, -115.0, 161.0)


def _stone(x: float, y: float, across: float, deep: float, high: float, seed: int) -> Solid:
    """A flat stone rubbed smooth by other people's mothers, dusted with frost at the sides."""
    flat = smooth_union(
        3,
        ellipsoid([x, y, high * 0.3], [across, deep, high * 0.72]),
        box([x, y, high * 0.2], [across * 0.8, deep * 0.74, high * 0.55], 4),
    )
    return Solid(
        custom(
            lambda p: flat.field(p) + 2.2 * (fbm(p[..., 0] / 17 + seed, p[..., 1] / 14 + p[..., 2] / 8, 2, seed) - 0.5),
            flat.centre,
            flat.reach + 2,
        ),
        "metal",
        0.72,
        "grain",
        lambda p: 0.5 * (fbm(p[..., 0] / 7, p[..., 1] / 6 + p[..., 2] / 4, 2, 3) - 0.5),
    )


@cache
def bench() -> tuple[Solid, ...]:
    """The stones, the basins and the washing."""
    stones = [
        _stone(-190, -62, 40, 20, 13, 2),
        _stone(-96, -42, 40, 20, 14, 3),
        _stone(-18, -40, 38, 19, 12, 4),
        _stone(70, -62, 42, 20, 13, 5),
        _stone(140, -34, 26, 17, 12, 6),
        _stone(-236, -30, 28, 18, 16, 7),
    ]

    def basin(x: float, y: float, size: float) -> Shape:
        return cut(
            cone([x, y, 0], 15 * size, 17 * size, 24 * size), cone([x, y, 2.5], 15 * size, 15.6 * size, 22.6 * size)
        )

    heap = smooth_union(
        4,
        ellipsoid([-230, 22, 15], [19, 17, 8]),
        ellipsoid([-222, 16, 21], [11, 11, 6]),
        ellipsoid([-238, 24, 20], [10, 11, 6]),
    )
    sheet = smooth_union(
        3,
        box([136, -32, 13], [20, 13, 1.2], 1),
        box([152, -26, 6], [3, 12, 8], 1.2),
        ellipsoid([126, -34, 15], [9, 10, 4]),
    )
    return (
        *stones,
        Solid(union(basin(-230, 22, 1.05), basin(148, 30, 0.92)), "metal", 1.15),
        Solid(heap, "snow", 0.8),
        Solid(smooth_union(3, ellipsoid([148, 30, 13], [17, 16, 6]), ellipsoid([142, 26, 17], [9, 9, 5])), "coat", 0.9),
        Solid(sheet, "snow", 0.95),
    )


def head_at(number: int) -> tuple[float, float, float]:
    """Where one of them holds her head."""
    x, y, turn, _, _, _, bent = WOMEN[number]
    on, up = 35 + 22 * bent, 83 - 22 * bent
    return x - on * float(np.sin(np.radians(turn))), y + on * float(np.cos(np.radians(turn))), up
