"""Who is at the washing stones: four women, a sergeant, and what they have with them. Units are centimetres.

The women's heads are too small to be cut as solids: their scarves are laid on by ``washing.py``.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.noise import fbm
from tools.art.pictures.people import sleeve
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
    smooth_union,
    sphere,
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


def _woman(x: float, y: float, turn: float, coat: str, gain: float, bent: float, bat: bool) -> list[Solid]:
    """A woman on her knees on the stones, back to us; ``bent`` 1 has her arms in the water, ``bat`` lifts one."""
    angle = np.radians(turn)
    ahead = np.array([-np.sin(angle), np.cos(angle)])
    side = np.array([-ahead[1], ahead[0]])

    def spot(across: float, on: float, up: float) -> tuple[float, float, float]:
        return x + across * side[0] + on * ahead[0], y + across * side[1] + on * ahead[1], up

    far, high = 26 + 18 * bent, 64 - 17 * bent
    trunk = smooth_union(
        10.0,
        ellipsoid(spot(0, 0, 26), [25, 24, 18]),
        capsule(spot(0, 4, 36), spot(0, far - 6, high - 4), 18.5, 15.5),
        capsule(spot(-14, far, high), spot(14, far, high), 9.0),
    )

    def padded(p: Points) -> Points:
        on = (p[..., 0] - x) * ahead[0] + (p[..., 1] - y) * ahead[1]
        across = (p[..., 0] - x) * side[0] + (p[..., 1] - y) * side[1]
        roll = np.abs(np.sin(p[..., 2] * 0.40 + on * 0.15 + 0.8 * fbm(across / 12, p[..., 2] / 9, 2, int(turn))))
        return np.asarray(trunk.field(p) * 0.92 + 0.42 * roll + 0.4 * (np.abs(across) < 0.8), dtype=np.float32)

    skirt = smooth_union(
        6.0,
        ellipsoid(spot(0, -2, 11), [28, 25, 12]),
        capsule(spot(-11, -2, 10), spot(-12, 26, 10), 10, 8),
        capsule(spot(11, -2, 10), spot(12, 26, 10), 10, 8),
    )
    shoes = [capsule(spot(s * 10, -20, 5), spot(s * 8, -29, 5.5), 4.6, 3.8) for s in (-1, 1)]
    strings = [capsule(spot(-20, -14, 37), spot(0, -23, 38), 1.4), capsule(spot(20, -14, 37), spot(0, -23, 38), 1.4)]
    strings += [capsule(spot(0, -24, 38), spot(s * 5, -27, 27), 1.6, 2.4) for s in (-1, 1)]
    wrist = spot(30, far + 20, 88) if bat else spot(9, far + 34, 22)
    elbow = spot(34, far - 4, 60) if bat else spot(26, far + 14, high - 19)
    solids = [
        Solid(custom(padded, trunk.centre, trunk.reach), coat, gain),
        Solid(skirt, "wood", 0.62),
        Solid(union(*shoes), "metal", 0.5),
        Solid(union(*strings), "snow", 0.72),
        *sleeve(
            [spot(-18, far, high - 2), spot(-26, far + 14, high - 19), spot(-9, far + 34, 22)], 8.2, 5.4, coat, gain
        ),
        *sleeve([spot(18, far, high - 2), elbow, wrist], 8.2, 5.4, coat, gain),
        Solid(sphere(wrist, 4.4), "skin", 0.9),
    ]
    if bat:
        end = spot(22, far - 12, 122)
        solids.append(Solid(capsule(spot(29, far + 17, 92), end, 1.8, 3.8), "wood", 0.8))
    return solids


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


@cache
def jo() -> tuple[Solid, ...]:
    """A young sergeant in a quilted coat, rifle on his shoulder, at ease on one leg. His head is his portrait's."""
    x, y = JO
    coat = smooth_union(
        7,
        capsule([x - 9, y, 134], [x + 11, y + 2, 134], 10.5),
        ellipsoid([x + 1, y, 112], [22, 16, 26]),
        capsule([x + 1, y, 110], [x + 2, y, 84], 18, 20),
        cone([x + 2, y, 70], 16, 23, 20),
    )

    def quilted(p: Points) -> Points:
        return np.asarray(coat.field(p) * 0.92 + 0.7 * np.abs(np.sin(p[..., 0] * 0.42)), dtype=np.float32)

    legs = [
        smooth_union(
            3,
            capsule([x - 8, y + 3, 78], [x - 11, y + 5, 40], 10, 8),
            capsule([x - 11, y + 5, 40], [x - 12, y + 6, 10], 8, 6.6),
        ),
        smooth_union(
            3,
            capsule([x + 11, y - 2, 78], [x + 17, y + 4, 42], 10, 8),
            capsule([x + 17, y + 4, 42], [x + 22, y + 2, 10], 8, 6.6),
        ),
    ]
    boots = [
        smooth_union(
            2,
            capsule([x - 12, y + 6, 22], [x - 12, y + 7, 6], 7.4, 6.4),
            capsule([x - 12, y + 7, 5], [x - 24, y + 14, 4], 5.4, 4.8),
        ),
        smooth_union(
            2,
            capsule([x + 21, y + 2, 22], [x + 22, y + 3, 6], 7.4, 6.4),
            capsule([x + 22, y + 3, 5], [x + 18, y + 15, 4], 5.4, 4.8),
        ),
    ]
    belt = cut(cylinder([x + 1.5, y, 90], 6, 22.5), cylinder([x + 1.5, y, 89], 8, 14))
    sling = capsule([x - 12, y + 12, 137], [x + 16, y + 16, 96], 1.6)
    rifle = [
        capsule([x + 21, y - 6, 84], [x + 17, y - 4, 152], 2.6, 2.2),
        capsule([x + 17, y - 4, 150], [x + 15, y - 4, 182], 1.5, 1.2),
        capsule([x + 22, y - 6, 98], [x + 25, y - 8, 70], 3.6, 4.6),
    ]
    collar = smooth_union(2, capsule([x - 7, y + 2, 146], [x + 8, y + 2, 146], 6.6))
    solids = [
        Solid(custom(quilted, coat.centre, coat.reach), "olive", 0.78),
        Solid(union(*legs), "olive", 0.66),
        Solid(union(*boots), "wood", 0.5),
        Solid(belt, "wood", 0.6),
        Solid(sling, "wood", 0.7),
        Solid(union(rifle[0], rifle[2]), "wood", 0.6),
        Solid(rifle[1], "metal", 0.7),
        Solid(collar, "reed", 0.75),
        *sleeve([(x - 14, y + 5, 132), (x - 22, y + 12, 106), (x - 9, y + 18, 92)], 8.6, 6.0, "olive", 0.8),
        *sleeve([(x + 16, y + 5, 132), (x + 25, y + 10, 108), (x + 14, y + 17, 114)], 8.6, 6.0, "olive", 0.8),
        Solid(sphere([x + 11.5, y + 19, 117], 4.4), "wood", 0.8),
    ]
    return tuple(solids)


@cache
def women() -> tuple[Solid, ...]:
    """All four."""
    parts: list[Solid] = []
    for number, (x, y, turn, _, coat, gain, bent) in enumerate(WOMEN):
        parts += _woman(x, y, turn, coat, gain, bent, number == 1)
    return tuple(parts)


def head_at(number: int) -> tuple[float, float, float]:
    """Where one of them holds her head."""
    x, y, turn, _, _, _, bent = WOMEN[number]
    on, up = 35 + 22 * bent, 83 - 22 * bent
    return x - on * float(np.sin(np.radians(turn))), y + on * float(np.cos(np.radians(turn))), up
