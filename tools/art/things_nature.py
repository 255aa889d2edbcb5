"""Things that grow or lie on the winter land: trees, reeds, rocks, straw, a grave."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import Thing, drawn, empty, line, made, part
from tools.art.noise import fbm
from tools.art.palette import NOTHING, index
from tools.art.shapes import Points, Shape, box, capsule, common, cone, custom, ellipsoid, sphere, turned
from tools.art.sheet import Indices
from tools.art.solid import Part
from tools.art.terrain import REED


def _bough(centre: Points, radius: float, height: float, seed: float, lean: float) -> Shape:
    """One drooping tier of a conifer: a cone whose rim is scalloped into branches."""

    def field(p: Points) -> Points:
        q = p - centre
        angle = np.arctan2(q[..., 1], q[..., 0])
        out = np.sqrt(q[..., 0] ** 2 + q[..., 1] ** 2)
        lobes = 1 + 0.20 * np.sin(angle * 7 + seed) + 0.11 * np.sin(angle * 13 + seed * 2.3)
        part_up = np.clip(q[..., 2] / height, 0, 1)
        rim = radius * lobes * (1 - part_up) ** 1.25
        hang = q[..., 2] + 0.22 * out
        return np.asarray(
            np.maximum((out - rim) * 0.55, np.maximum(-(hang - 1) * 0.7, q[..., 2] - height)), dtype=np.float32
        )

    reach = float(np.hypot(radius * 1.35, height))
    return custom(field, (float(centre[0]), float(centre[1]), float(centre[2])), reach + abs(lean))


def pine(
    tall: float, seed: int, tiers: int = 7, bare: float = 0.10, wide: float = 0.29, snow: float = 0.40
) -> Thing:
    """A conifer ``tall`` units high with snow on its boughs; ``bare``: share of trunk below them.

    ``snow``: how level a bough must be to hold it; little means a tree loaded white.
    """
    rng = np.random.default_rng(seed)
    parts = [part(capsule((0, 0, 0), (0, 0, tall * 0.5), 2.0, 1.2), "wood", 0.6)]
    lean = rng.uniform(-1.5, 1.5)
    for tier in range(tiers):
        share = tier / tiers
        radius = tall * wide * (1 - share) ** 0.8 + 2.0
        spot = np.array(
            [rng.uniform(-1, 1) + lean * share, rng.uniform(-1, 1), tall * (bare + (0.9 - bare) * share)],
            dtype=np.float32,
        )
        parts.append(Part(_bough(spot, radius, tall * 1.47 / tiers, seed * 31 + tier, lean), "olive", 0.62, True))
    return made(
        parts, int(tall * 0.90), int(tall * 0.90), int(tall * 0.42), snow=snow, key=0.95, ambient=0.16,
        dither=0.25, steps=100, low=0.04, high=0.88,
    )


def _limbs(tall: float, seed: int, spread: float, upright: float) -> list[tuple[float, float, float, float, float]]:
    """The strokes (x0, y0, x1, y1, thickness) of a bare tree growing up from (0, 0)."""
    rng = np.random.default_rng(seed)
    strokes: list[tuple[float, float, float, float, float]] = []

    def grow(x: float, y: float, lean: float, length: float, thick: float, depth: int) -> None:
        if length < 3 or depth > 7:
            return
        pieces = max(2, int(length / 3))
        for piece in range(pieces):
            lean = lean * (1 - upright) + rng.normal(0, 0.13)
            x1, y1 = x + np.sin(lean) * length / pieces, y - np.cos(lean) * length / pieces
            strokes.append((x, y, x1, y1, thick))
            x, y, thick = x1, y1, thick * 0.93
            if depth < 4 and piece > 0 and rng.random() < 0.45:
                side = rng.choice([-1, 1]) * rng.uniform(0.45, 0.95) * spread
                grow(x, y, lean + side, length * rng.uniform(0.40, 0.62), thick * 0.55, depth + 1)
        for side in (-1, 1) if depth < 6 else (-1,):
            turn = side * rng.uniform(0.20, 0.55) * spread
            grow(x, y, lean + turn, length * rng.uniform(0.58, 0.76), thick * 0.66, depth + 1)

    grow(0, 0, rng.normal(0, 0.06), tall * 0.36, 3.6, 0)
    return strokes


def bare_tree(tall: float, seed: int, spread: float = 1.0, upright: float = 0.0) -> Thing:
    """A leafless tree of single strokes, moonlight on the left of its trunk, snow on level twigs."""
    rng = np.random.default_rng(seed + 100)
    strokes = _limbs(tall, seed, spread, upright)
    middle, foot = int(tall), int(tall * 1.25)
    image = empty(middle * 2, foot + 6)
    for x0, y0, x1, y1, thick in sorted(strokes, key=lambda stroke: -stroke[4]):
        count = max(1, round(thick))
        for i in range(count):
            shift = middle + i - (count - 1) / 2
            line(image, x0 + shift, y0 + foot, x1 + shift, y1 + foot, index("wood", 1 if thick > 1.2 else 2))
        if thick >= 1.6:
            edge = middle - (count - 1) / 2
            line(image, x0 + edge, y0 + foot, x1 + edge, y1 + foot, index("metal", 5))
    for x0, y0, x1, y1, _ in strokes:
        if abs(x1 - x0) > abs(y1 - y0) * 0.7 and rng.random() < 0.5:
            value = index("snow", 7 if rng.random() < 0.3 else 6)
            line(image, x0 + middle, y0 + foot - 1, x1 + middle, y1 + foot - 1, value)
    for shift, rise in ((-3, 0), (-2, 1), (2, 1), (3, 0)):
        image[foot - rise : foot + 2, middle + shift] = index("snow", 5)
    return drawn(image, (middle, foot))


def reeds(seed: int, count: int, tall: int, wide: int = 24) -> Thing:
    """A clump of dry reeds bent one way by the wind, some with seed heads."""
    rng = np.random.default_rng(seed)
    image = empty(wide * 2, tall + 6)
    foot = tall + 3
    for _ in range(count):
        x, y = rng.normal(wide, wide * 0.20), foot - int(rng.integers(-1, 4))
        length, bend = rng.uniform(0.5, 0.95) * tall, rng.normal(0.28, 0.26)
        shade = int(rng.choice([2, 3, 4, 5]))
        at_x, at_y = x, float(y)
        for share in np.linspace(0, 1, 8)[1:]:
            to_x = x + bend * length * share**2 * 0.6
            to_y = y - length * share * (1 - 0.12 * abs(bend) * share)
            line(image, at_x, at_y, to_x, to_y, index("reed", shade + (share > 0.6)))
            at_x, at_y = to_x, to_y
        if rng.random() < 0.5 and length > tall * 0.55:
            for drop in range(3):
                line(image, at_x, at_y + drop, at_x, at_y + drop, index("reed", 7 if drop else 8))
    return drawn(image, (wide, foot))


def rock(seed: int, size: float) -> Thing:
    """A boulder: an intersection of random planes, capped with snow."""
    rng = np.random.default_rng(seed)
    normals = rng.normal(size=(16, 3))
    normals[:, 2] = np.abs(normals[:, 2]) * 0.9
    normals = (normals / np.linalg.norm(normals, axis=1)[:, None]).astype(np.float32)
    reach = (size * rng.uniform(0.72, 1.0, 16) * np.where(normals[:, 2] > 0.6, 0.72, 1)).astype(np.float32)
    squeeze = np.array([1, 1.25, 1], dtype=np.float32)

    def field(p: Points) -> Points:
        return np.asarray(((p * squeeze) @ normals.T - reach).max(-1) * np.float32(0.8))

    shape = custom(field, (0, 0, 0), size * 1.6)
    return made([Part(shape, "metal")], int(size * 3.4), int(size * 1.9), int(size * 1.1), key=0.8)


def stump() -> Thing:
    """A felled trunk: fuel is dear, so even the roots have been hacked at."""
    parts = [
        part(cone((0, 0, 0), 7, 6.4, 4.8), "wood", 0.8),
        part(cone((0, 0, 6.4), 1.2, 4.6, 4.4), "reed", 0.9, True),
    ]
    for angle in (0.4, 1.9, 3.3, 4.7):
        end = (9 * np.cos(angle), 8 * np.sin(angle), 0)
        parts.append(part(capsule((3 * np.cos(angle), 3 * np.sin(angle), 3), end, 2, 1), "wood", 0.7, True))
    return made(parts, 32, 14, 12, snow=0.74)


def _lumpy(shape: Shape, high: float, size: float, seed: int) -> Shape:
    """The shape with its surface pushed in and out by noise: ``high`` px, lumps about ``size`` px wide."""

    def field(p: Points) -> Points:
        lump = fbm(p[:, 0] / size, p[:, 1] / size + p[:, 2] / (size * 0.8), 2, seed) - 0.5
        return np.asarray((shape.field(p) - np.float32(2 * high) * lump) * np.float32(0.8), dtype=np.float32)

    return custom(field, shape.centre, shape.reach + high * 2)


def grave_mound() -> Thing:
    """A low round grave under snow on a hillside, dry grass through it, a flat stone before it with a bowl."""
    dome = common(ellipsoid((0, 0, -9), (20, 15, 17)), box((0, 0, 8), (22, 22, 8)))
    parts = [
        Part(_lumpy(dome, 0.8, 8, 3), "wood", 0.9, True),
        part(box((0, 15, 1.2), (5.5, 2.4, 1.3), 0.4), "metal", 1.0, True),
        part(cone((0, 15.2, 2.4), 1.6, 0.9, 1.7), "metal", 1.9),
    ]
    rng = np.random.default_rng(5)

    def grass(image: Indices, x: int, y: int) -> None:
        for _ in range(38):
            angle, out = rng.uniform(0, 2 * np.pi), rng.uniform(0.5, 1.06)
            gx, gy = x + 15.5 * np.cos(angle) * out, y - 3 + 10 * np.sin(angle) * out
            if abs(gx - x) < 7 and gy > y + 4:
                continue
            lean = rng.uniform(-1, 2)
            line(image, gx, gy, gx + lean, gy - rng.integers(2, 5), index("reed", int(rng.integers(2, 5))))

    return made(parts, 44, 26, 22, snow=0.50, key=0.62, low=0.16, high=0.86, paint=grass)


def _straw(image: Indices, x: int, y: int, seed: int, wide: int, high: int, count: int) -> None:
    """Straws combed down from the top over whatever of the picture is straw, and some over the edge of its snow."""
    rng = np.random.default_rng(seed)
    for _ in range(count):
        sx, sy = x + int(rng.uniform(-wide, wide)), y - int(rng.uniform(0, high))
        if not (1 <= sy < image.shape[0] - 4 and 1 <= sx < image.shape[1] - 2):
            continue
        here = int(image[sy, sx])
        if here == NOTHING or (here // 16 != REED and rng.random() < 0.75):
            continue
        step = here % 16 + int(rng.choice([-2, -1, 1, 2])) if here // 16 == REED else int(rng.integers(3, 6))
        slant = np.sign(sx - x) * (rng.random() < 0.55)
        line(image, sx, sy, sx + slant, sy + int(rng.integers(2, 5)), index("reed", min(step, 7)))


def straw_heap() -> Thing:
    """Rice straw piled in a cone for the ox and the stove, snow lying on its shoulders."""
    parts = [
        Part(_lumpy(cone((0, 0, -1), 21, 15, 3.4), 1.2, 6, 6), "reed", 0.85, True),
        Part(_lumpy(ellipsoid((9, 5, 0), (9, 7, 7)), 1.0, 5, 7), "reed", 0.95, True),
        Part(_lumpy(ellipsoid((-8, 7, -1), (8, 6, 6)), 1.0, 5, 8), "reed", 0.9, True),
    ]
    return made(
        parts, 46, 24, 18, snow=0.55, key=0.62, low=0.1, high=0.84,
        paint=lambda image, x, y: _straw(image, x, y + 12, 3, 18, 32, 230),
    )


def straw_post() -> Thing:
    """A hidden post: a pit roofed low with straw mats on poles, a dark slit in front to look out of."""
    roof = common(_lumpy(cone((0, 0, 3), 12, 23, 6), 0.9, 6, 9), box((0, -2, 10), (26, 16, 12)))
    parts = [
        part(box((0, 6, 1.4), (17, 7, 3.0)), "wood", 0.10), Part(roof, "reed", 0.80, True),
        part(capsule((-19, 14, 0), (-15, 6, 10), 1.1), "wood", 1.0),
        part(capsule((19, 14, 0), (15, 6, 10), 1.1), "wood", 0.8),
        part(capsule((0, 15.4, 0), (0, 10, 7), 1.0), "wood", 1.0),
        Part(ellipsoid((-15, 13, 0), (6, 4, 4)), "snow", 1.0, True),
        Part(ellipsoid((16, 13, 0), (7, 4, 3.4)), "snow", 1.0, True),
    ]
    return made(
        parts, 58, 36, 20, snow=0.72, key=0.62, low=0.1, high=0.84,
        paint=lambda image, x, y: _straw(image, x, y + 10, 4, 22, 28, 260),
    )


def stook() -> Thing:
    """Maize stalks stood together and tied, left in the field."""
    rng = np.random.default_rng(9)
    parts = []
    for i in range(19):
        angle = i / 19 * 2 * np.pi + rng.uniform(-0.2, 0.2)
        foot = (9.5 * np.cos(angle), 7 * np.sin(angle), 0)
        top = (-3.4 * np.cos(angle), -3 * np.sin(angle), 27 + rng.uniform(-4, 3))
        parts.append(part(capsule(foot, top, 1.6, 0.9), "reed", 0.7 + 0.4 * rng.random(), i % 4 == 0))
    parts.append(part(cone((0, 0, 16), 2, 3.6, 3.4), "wood", 0.8))
    parts.append(Part(sphere((0, 0, 25), 2.6), "reed", 0.9, True))
    return made(parts, 28, 28, 10, snow=0.55)


def cabbage_pile() -> Thing:
    """Winter cabbages under a corner of straw matting."""
    rng = np.random.default_rng(12)
    parts = []
    for level, count, radius in ((0, 9, 13.0), (1, 6, 8.0), (2, 2, 3.0)):
        for i in range(count):
            angle = i / count * 2 * np.pi + level * 0.4
            spot = (radius * np.cos(angle), radius * 0.7 * np.sin(angle), 3 + level * 4.6)
            ball = ellipsoid(spot, (4.4 + rng.uniform(-0.5, 0.5), 3.8, 3.6))
            parts.append(part(
                turned(ball, spot, rng.uniform(-0.5, 0.5), 1), "olive", 1.05 + 0.35 * rng.random(), level > 0
            ))
    parts.append(Part(ellipsoid((6, -5, 9), (11, 8, 7)), "reed", 0.9, True))
    return made(parts, 44, 26, 16, snow=0.84, key=0.8)


THINGS: dict[str, Callable[[], Thing]] = {
    "pine_a": partial(pine, 72, 1), "pine_b": partial(pine, 56, 2), "pine_c": partial(pine, 94, 5, 9),
    "pine_d": partial(pine, 40, 11, 6, 0.06, 0.33),
    "bare_tree_a": partial(bare_tree, 72, 3), "bare_tree_b": partial(bare_tree, 54, 8),
    "bare_tree_c": partial(bare_tree, 92, 21, 0.75, 0.06),
    "reeds_a": partial(reeds, 0, 10, 20), "reeds_b": partial(reeds, 1, 16, 26),
    "reeds_c": partial(reeds, 2, 20, 30),
    "reeds_d": partial(reeds, 3, 26, 24, 34), "reeds_e": partial(reeds, 4, 8, 16, 18),
    "rock_a": partial(rock, 14, 10), "rock_b": partial(rock, 8, 7), "rock_c": partial(rock, 3, 13),
    "stump": stump, "grave_mound": grave_mound, "straw_heap": straw_heap, "straw_post": straw_post,
    "field_stook": stook, "cabbage_pile": cabbage_pile,
}  # fmt: skip
