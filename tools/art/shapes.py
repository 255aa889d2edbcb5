"""Distance fields: small solid models. World: x right, y toward the viewer, z up; one unit is one pixel.

A Shape answers the signed distance (or a safe under-estimate) of points (n, 3) float32, and knows a ball that
holds it, so that far points need not be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]
Field = Callable[[Points], Points]
Spot = Sequence[float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A distance field and its bounding ball (``centre``, ``reach``)."""

    field: Field
    centre: tuple[float, float, float]
    reach: float

    def __call__(self, points: Points) -> Points:
        """Signed distance of each of (n, 3) points."""
        return self.field(points)


def _vector(spot: Spot) -> Points:
    return np.asarray(spot, dtype=np.float32)


def _length(points: Points) -> Points:
    return np.asarray(np.sqrt(np.einsum("...i,...i->...", points, points)), dtype=np.float32)


def _shape(field: Field, centre: Spot | Points, reach: float) -> Shape:
    return Shape(field, (float(centre[0]), float(centre[1]), float(centre[2])), float(reach))


def custom(field: Field, centre: Spot, reach: float) -> Shape:
    """A shape from any field; the ball (``centre``, ``reach``) must hold all of it."""
    return _shape(field, centre, reach)


def sphere(centre: Spot, radius: float) -> Shape:
    """A ball."""
    middle = _vector(centre)
    return _shape(lambda p: _length(p - middle) - np.float32(radius), centre, radius)


def ellipsoid(centre: Spot, radii: Spot) -> Shape:
    """An ellipsoid along the axes (the usual first-order distance)."""
    middle, size = _vector(centre), _vector(radii)

    def field(p: Points) -> Points:
        q = (p - middle) / size
        k0 = _length(q)
        k1 = _length(q / size) + np.float32(1e-6)
        return np.asarray(k0 * (k0 - 1) / k1, dtype=np.float32)

    return _shape(field, centre, max(radii))


def capsule(start: Spot, end: Spot, radius: float, end_radius: float | None = None) -> Shape:
    """A rounded stick from ``start`` to ``end``, its radius going from ``radius`` to ``end_radius``."""
    a, b = _vector(start), _vector(end)
    along = b - a
    square = np.float32(along @ along + 1e-9)
    last = radius if end_radius is None else end_radius
    widen = np.float32(last - radius)

    def field(p: Points) -> Points:
        q = p - a
        part = np.clip((q @ along) / square, 0.0, 1.0)
        away = _length(q - part[..., None] * along) - (np.float32(radius) + widen * part)
        return np.asarray(away, dtype=np.float32)

    return _shape(field, np.asarray((a + b) / 2, dtype=np.float32), float(_length(along)) / 2 + max(radius, last))


def box(centre: Spot, half: Spot, rounding: float = 0.0, turn: float = 0.0) -> Shape:
    """A box of half sizes ``half``, edges rounded, turned by ``turn`` radians about the upright axis."""
    middle, size = _vector(centre), _vector(half)
    inner = size - np.float32(rounding)
    cos, sin = np.float32(np.cos(turn)), np.float32(np.sin(turn))

    def field(p: Points) -> Points:
        q = p - middle
        if turn:
            x, y = q[..., 0], q[..., 1]
            q = np.stack([x * cos + y * sin, -x * sin + y * cos, q[..., 2]], axis=-1)
        d = np.abs(q) - inner
        outside = _length(np.maximum(d, 0))
        return np.asarray(outside + np.minimum(d.max(-1), 0) - np.float32(rounding), dtype=np.float32)

    return _shape(field, centre, float(_length(size)))


def cone(base: Spot, height: float, radius: float, top_radius: float = 0.0) -> Shape:
    """An upright cone (or, cut off, a bucket) standing with the middle of its foot at ``base``."""
    foot = _vector(base)
    lean = np.float32(height / np.hypot(height, radius - top_radius))

    def field(p: Points) -> Points:
        q = p - foot
        z = q[..., 2]
        part = np.clip(z / np.float32(height), 0, 1)
        side = np.sqrt(q[..., 0] ** 2 + q[..., 1] ** 2) - (radius + np.float32(top_radius - radius) * part)
        return np.asarray(np.maximum(side * lean, np.maximum(-z, z - np.float32(height))), dtype=np.float32)

    middle = (base[0], base[1], base[2] + height / 2)
    return _shape(field, middle, float(np.hypot(height / 2, max(radius, top_radius))))


def cylinder(base: Spot, height: float, radius: float) -> Shape:
    """An upright cylinder."""
    return cone(base, height, radius, radius)


def gable(centre: Spot, half: Spot, rise: float, thick: float = 1.4, along_y: bool = False) -> Shape:
    """A roof of two slopes: ``centre`` is the middle of the eaves' level, ``half`` its half (width, depth).

    The ridge is ``rise`` above the eaves and runs along y (front gable), or along x with ``along_y`` False.
    """
    middle = _vector(centre)
    wide, deep = float(half[0]), float(half[1])
    across, ahead, run, length = (0, 1, wide, deep) if along_y else (1, 0, deep, wide)
    slope = np.float32(rise / run)
    flat = np.float32(1 / np.sqrt(1 + slope * slope))

    def field(p: Points) -> Points:
        q = p - middle
        side = np.abs(q[..., across])
        plane = np.abs(q[..., 2] - (np.float32(rise) - side * slope)) * flat - np.float32(thick)
        ends = np.maximum(side - np.float32(run), np.abs(q[..., ahead]) - np.float32(length))
        return np.asarray(np.maximum(plane, ends), dtype=np.float32)

    ball = float(np.sqrt(wide**2 + deep**2 + (rise / 2) ** 2)) + thick
    return _shape(field, (centre[0], centre[1], centre[2] + rise / 2), ball)


def _ball_of(shapes: Sequence[Shape]) -> tuple[Points, float]:
    centre = np.mean([shape.centre for shape in shapes], axis=0).astype(np.float32)
    reach = max(float(_length(_vector(shape.centre) - centre)) + shape.reach for shape in shapes)
    return centre, reach


def nearest(shapes: Sequence[Shape], points: Points) -> Points:
    """Distance to the nearest of the shapes; shapes whose balls are farther are not asked."""
    best = np.full(len(points), np.float32(1e9), dtype=np.float32)
    for shape in shapes:
        floor = _length(points - _vector(shape.centre)) - np.float32(shape.reach)
        ask = floor < best
        if ask.all():
            best = np.minimum(best, shape.field(points))
        elif ask.any():
            best[ask] = np.minimum(best[ask], shape.field(points[ask]))
    return best


def union(*shapes: Shape) -> Shape:
    """All of the shapes."""
    centre, reach = _ball_of(shapes)
    return _shape(lambda p: np.minimum.reduce([shape.field(p) for shape in shapes]), centre, reach)


def smooth_union(soft: float, *shapes: Shape) -> Shape:
    """All of the shapes, melted together over ``soft`` px."""
    centre, reach = _ball_of(shapes)

    def field(p: Points) -> Points:
        d = shapes[0].field(p)
        for shape in shapes[1:]:
            e = shape.field(p)
            h = np.clip(0.5 + 0.5 * (e - d) / np.float32(soft), 0, 1)
            d = e * (1 - h) + d * h - np.float32(soft) * h * (1 - h)
        return d

    return _shape(field, centre, reach + soft / 4)


def smooth_cut(soft: float, kept: Shape, taken: Shape) -> Shape:
    """``kept`` without ``taken``, the edge softened over ``soft`` px."""

    def field(p: Points) -> Points:
        d, e = kept.field(p), -taken.field(p)
        h = np.clip(0.5 - 0.5 * (d - e) / np.float32(soft), 0, 1)
        return np.asarray(d * (1 - h) + e * h + np.float32(soft) * h * (1 - h), dtype=np.float32)

    return _shape(field, kept.centre, kept.reach)


def cut(kept: Shape, *taken: Shape) -> Shape:
    """``kept`` without the others, with hard edges."""

    def field(p: Points) -> Points:
        return np.asarray(np.maximum.reduce([kept.field(p), *[-shape.field(p) for shape in taken]]))

    return _shape(field, kept.centre, kept.reach)


def common(*shapes: Shape) -> Shape:
    """What is inside all of the shapes."""
    small = min(shapes, key=lambda shape: shape.reach)

    def field(p: Points) -> Points:
        return np.asarray(np.maximum.reduce([shape.field(p) for shape in shapes]))

    return _shape(field, small.centre, small.reach)


def shell(shape: Shape, thick: float) -> Shape:
    """A skin of ``thick`` px around the shape's surface."""
    return _shape(lambda p: np.abs(shape.field(p)) - np.float32(thick), shape.centre, shape.reach + thick)


def turned(shape: Shape, about: Spot, angle: float, axis: int) -> Shape:
    """The shape turned by ``angle`` radians about axis 0 (x), 1 (y) or 2 (z) through ``about``."""
    middle = _vector(about)
    cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    i, j = ((1, 2), (2, 0), (0, 1))[axis]

    def back(p: Points) -> Points:
        q = (p - middle).copy()
        a, b = q[..., i] * cos + q[..., j] * sin, -q[..., i] * sin + q[..., j] * cos
        q[..., i], q[..., j] = a, b
        return q + middle

    centre = _vector(shape.centre) - middle
    forth = centre.copy()
    forth[i], forth[j] = centre[i] * cos - centre[j] * sin, centre[i] * sin + centre[j] * cos
    return _shape(lambda p: shape.field(back(p)), forth + middle, shape.reach)


def moved(shape: Shape, by: Spot) -> Shape:
    """The shape shifted."""
    step = _vector(by)
    return _shape(lambda p: shape.field(p - step), _vector(shape.centre) + step, shape.reach)
