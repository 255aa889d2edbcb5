"""Things that grow or lie on the winter land: trees, reeds, rocks, straw, a grave."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from tools.art.model import Thing, drawn, empty, line, made, part
from tools.art.palette import index
from tools.art.shapes import Points, Shape, box, capsule, common, cone, custom, ellipsoid, sphere, turned
from tools.art.solid import Part


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


def pine(tall: float, seed: int, tiers: int = 7, bare: float = 0.10, wide: float = 0.29) -> Thing:
    """A conifer ``tall`` units high with snow on its boughs; ``bare``: share of trunk below them."""
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
        parts, int(tall * 0.90), int(tall * 0.90), int(tall * 0.42), snow=0.40, key=0.95, ambient=0.16,
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


def grave_mound() -> Thing:
    """A round grave under snow on a hillside, dry grass at its foot, a small flat stone with a bowl."""
    mound = common(ellipsoid((0, 0, -2), (15, 12, 14)), box((0, 0, 8), (20, 20, 10)))
    parts = [
        Part(mound, "wood", 0.9, True), part(box((0, 15, 1.5), (5.5, 2.6, 1.6), 0.4), "metal", 1.0, True),
        part(cone((0, 15.4, 3), 1.6, 0.9, 1.6), "metal", 1.7),
    ]
    rng = np.random.default_rng(5)

    def grass(image: np.ndarray, x: int, y: int) -> None:
        for _ in range(26):
            angle = rng.uniform(0, np.pi)
            gx, gy = x + 15 * np.cos(angle) * rng.uniform(0.9, 1.1), y + 9 * np.sin(angle) + rng.uniform(-1, 2)
            if abs(gx - x) < 7 and gy > y + 6:
                continue
            lean = rng.uniform(-1, 2)
            line(image, gx, gy, gx + lean, gy - rng.integers(2, 5), index("reed", int(rng.integers(3, 6))))

    return made(parts, 40, 22, 20, snow=0.42, key=0.8, paint=grass)


def _straw(image: np.ndarray, x: int, y: int, seed: int, reach: tuple[int, int], count: int) -> None:
    """Loose straws combed downward over whatever of the picture is of reed."""
    rng = np.random.default_rng(seed)
    for _ in range(count):
        sx, sy = x + int(rng.normal(0, reach[0])), y - int(rng.uniform(0, reach[1]))
        if 0 <= sy < image.shape[0] - 3 and 0 <= sx < image.shape[1] - 1 and image[sy, sx] // 16 == 8:
            step = int(image[sy, sx] % 16) + int(rng.choice([-2, -1, 1, 2]))
            line(image, sx, sy, sx + rng.integers(-1, 2), sy + rng.integers(1, 4), index("reed", step))


def straw_heap() -> Thing:
    """Rice straw piled for the ox and the stove, snow on its crown."""
    parts = [
        Part(ellipsoid((0, 0, 4), (15, 11, 15)), "reed", 0.9, True),
        Part(ellipsoid((7, 4, 2), (11, 8, 9)), "reed", 1.0, True),
        Part(ellipsoid((-9, 4, 1), (9, 7, 7)), "reed", 0.9, True),
    ]
    return made(parts, 44, 24, 16, snow=0.72, paint=lambda image, x, y: _straw(image, x, y + 8, 3, (11, 26), 120))


def straw_post() -> Thing:
    """A hidden post: a pit under a straw mat held off the ground by poles, a dark slit to look out of."""
    roof = common(ellipsoid((0, 1, 0), (21, 15, 12)), box((0, 0, 10), (24, 20, 9)))
    parts = [
        part(box((0, 4, 1), (18, 10, 3.2)), "wood", 0.12), Part(roof, "reed", 0.85, True),
        part(capsule((-19, 11, 0), (-16, 5, 8), 1.0), "wood", 0.8),
        part(capsule((19, 11, 0), (16, 5, 8), 1.0), "wood", 0.6),
        part(capsule((0, 15.4, 0), (0, 12, 6), 0.9), "wood", 0.8),
    ]
    return made(parts, 52, 20, 20, snow=0.80, paint=lambda image, x, y: _straw(image, x, y + 8, 4, (14, 22), 150))


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
    "pine_a": partial(pine, 62, 1), "pine_b": partial(pine, 50, 2), "pine_c": partial(pine, 74, 5),
    "pine_d": partial(pine, 40, 11, 6, 0.06, 0.33),
    "bare_tree_a": partial(bare_tree, 66, 3), "bare_tree_b": partial(bare_tree, 54, 8),
    "bare_tree_c": partial(bare_tree, 74, 21, 0.7, 0.08),
    "reeds_a": partial(reeds, 0, 10, 20), "reeds_b": partial(reeds, 1, 16, 26),
    "reeds_c": partial(reeds, 2, 20, 30),
    "reeds_d": partial(reeds, 3, 26, 24, 34), "reeds_e": partial(reeds, 4, 8, 16, 18),
    "rock_a": partial(rock, 14, 10), "rock_b": partial(rock, 8, 7), "rock_c": partial(rock, 3, 13),
    "stump": stump, "grave_mound": grave_mound, "straw_heap": straw_heap, "straw_post": straw_post,
    "field_stook": stook, "cabbage_pile": cabbage_pile,
}  # fmt: skip
