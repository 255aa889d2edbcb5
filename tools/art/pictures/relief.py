"""Figures cut in relief: flat outlines laid one over another, rounded at their edges, folded, then lit.

Solids are right where a room has depth; a back, a hand or a hem is drawn better by its outline. Pixels, x right,
y down, height toward the eye. Later pieces lie on earlier ones and shade them at their edges.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from tools.art.dither import blue_noise, spread
from tools.art.palette import NOTHING, index
from tools.art.pictures.parts import Floats, Line, Pen, curve
from tools.art.sheet import Indices
from tools.art.solid import despeckle, unit

FINE = 3
LEVELS = (0.0, 0.08, 0.17, 0.27, 0.38, 0.50, 0.62, 0.74, 0.87, 1.0)
"""The tones of the ten steps of a ramp."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A ridge (``high`` > 0 px) or a crease along a curve, ``wide`` px to where it is gone; it dies at its ends.

    ``whole`` folds keep their height to the last point.
    """

    points: Line
    high: float
    wide: float = 3.0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One shape: its closed curve, what it is made of, and over how many px its edge turns away.

    ``swell`` scales the height of the rounding; ``shade`` is how dark and ``reach`` how far its shadow falls on what
    lies below; ``skin`` adds height by place; ``lean`` (x, y) tilts the whole piece; ``sharp`` keeps corners.
    ``more`` outlines belong to it (fingers to a hand): each is rounded by itself, and they run into one another.
    """

    outline: Line
    material: str
    round: float = 8.0
    swell: float = 1.0
    gain: float = 1.0
    folds: tuple[Fold, ...] = ()
    shade: float = 0.6
    reach: float = 3.0
    skin: Callable[[Floats, Floats], Floats] | None = None
    lean: tuple[float, float] = (0.0, 0.0)
    sharp: bool = False
    more: tuple[Line, ...] = ()


def resized(piece: Piece, size: float, x: float, y: float) -> Piece:
    """The piece ``size`` times as large, its origin at (x, y). Folds do not grow narrower than can be seen."""

    def put(line: Line) -> list[tuple[float, float]]:
        return [(a * size + x, b * size + y) for a, b in line]

    skin = piece.skin

    def drawn(a: Floats, b: Floats) -> Floats:
        assert skin is not None
        return skin((a - x) / size, (b - y) / size) * np.float32(size)

    return replace(
        piece,
        outline=put(piece.outline),
        more=tuple(put(line) for line in piece.more),
        round=piece.round * size,
        reach=piece.reach * size,
        folds=tuple(
            replace(fold, points=put(fold.points), high=fold.high * size, wide=fold.wide * max(size, 0.7))
            for fold in piece.folds
        ),
        skin=None if skin is None else drawn,
    )


@dataclass(frozen=True, slots=True)
class Light:
    """From ``toward`` (x right, y down, z to the eye); a ``warm`` one shows the lamp's colours."""

    toward: tuple[float, float, float]
    power: float
    warm: bool = False


def _inside(piece: Piece, outline: Line, corner: tuple[int, int], size: tuple[int, int]) -> Floats:
    """Where an outline covers a window of fine pixels, 0 or 1."""
    points = outline if piece.sharp else curve(outline, closed=True)
    pen = Pen(*size, 2).area([(a * FINE - corner[0], b * FINE - corner[1]) for a, b in points])
    return np.asarray(pen.cover() > 0.5, dtype=np.float32)


def _height(piece: Piece, parts: Sequence[Floats], x: Floats, y: Floats) -> Floats:
    """How far each spot stands toward the eye, in px; only meant inside a part."""
    high = np.zeros(x.shape)
    for inside in parts:
        away = ndimage.distance_transform_edt(inside > 0.5) / FINE
        turn = 1 - np.clip(away / piece.round, 0, 1)
        own = piece.round * piece.swell * np.sqrt(1 - turn * turn)
        blur = FINE * piece.round * 0.14
        own = ndimage.gaussian_filter(own * inside, blur) / np.maximum(ndimage.gaussian_filter(inside, blur), 0.05)
        # One outline goes on beyond its edge, so that the edge has a slope; of several each ends where it ends.
        high = own if len(parts) == 1 else np.maximum(high, own * inside)
    spots = np.stack([x.ravel(), y.ravel()], -1)
    for fold in piece.folds:
        line = np.asarray(curve(fold.points, fine=14))
        far, which = cKDTree(line).query(spots, distance_upper_bound=fold.wide * 3)
        part = np.minimum(which, len(line) - 1) / (len(line) - 1)
        ends = np.ones_like(part) if fold.whole else np.sqrt(np.clip(np.sin(np.pi * np.clip(part, 0.02, 0.98)), 0, 1))
        bump = np.where(np.isfinite(far), np.exp(-((np.where(np.isfinite(far), far, 0) / fold.wide) ** 2)), 0)
        high = high + (fold.high * ends * bump).reshape(x.shape)
    if piece.skin is not None:
        high = high + piece.skin(x, y)
    return np.asarray(high + piece.lean[0] * x + piece.lean[1] * y, dtype=np.float32)


def _normals(high: Floats) -> tuple[Floats, Floats, Floats]:
    down, across = np.gradient(ndimage.gaussian_filter(high, 0.6), 1 / FINE)
    size = np.sqrt(across * across + down * down + 1)
    return np.asarray(-across / size), np.asarray(-down / size), np.asarray(1 / size)


def carve(
    pieces: Sequence[Piece], size: tuple[int, int], lights: Sequence[Light], ambient: float = 0.1
) -> tuple[Indices, Indices]:
    """Indices (height, width) to be shown in the moon's colours, and those in the lamp's; 255 lets through."""
    width, height = size
    y, x = ((np.mgrid[0 : height * FINE, 0 : width * FINE] + 0.5) / FINE).astype(np.float32)
    owner = np.full(x.shape, -1, dtype=np.int16)
    cold, warm, raised = (np.zeros(x.shape, dtype=np.float32) for _ in range(3))
    for number, piece in enumerate(pieces):
        outlines = (piece.outline, *piece.more)
        spots = np.concatenate([np.asarray(line, dtype=np.float32) for line in outlines]) * FINE
        spare = FINE * (3 * piece.reach + 8)
        left, top = (int(max(value, 0)) for value in spots.min(0) - spare)
        right, bottom = (int(min(most, value)) for most, value in zip(x.shape[::-1], spots.max(0) + spare, strict=True))
        at = np.s_[top:bottom, left:right]
        parts = [_inside(piece, line, (left, top), (right - left, bottom - top)) for line in outlines]
        here = np.maximum.reduce(parts) > 0.5
        fallen = ndimage.gaussian_filter(here.astype(np.float32), piece.reach * FINE * 0.6)
        fallen = ndimage.shift(fallen, (round(piece.reach * FINE * 0.5), round(piece.reach * FINE * 0.3)), order=0)
        dark = 1 - piece.shade * np.clip(fallen * 1.7, 0, 1)
        cold[at] *= dark
        warm[at] *= dark
        high = _height(piece, parts, x[at], y[at])
        nx, ny, nz = _normals(high)
        lit = {False: np.float32(ambient) * (0.6 + 0.4 * nz), True: np.zeros_like(nz)}
        for light in lights:
            ax, ay, az = unit(*light.toward)
            lit[light.warm] = lit[light.warm] + light.power * np.clip(nx * ax + ny * ay + nz * az, 0, 1)
        for full, own in ((owner, np.full(here.shape, number)), (raised, high), (cold, lit[False] * piece.gain),
                (warm, lit[True] * piece.gain)):
            full[at][here] = own[here]
    return _cut(pieces, owner, cold, warm, raised)


def _cells(values: Floats) -> Floats:
    """(height, width, FINE * FINE) of a fine field."""
    h, w = values.shape[0] // FINE, values.shape[1] // FINE
    return np.asarray(values.reshape(h, FINE, w, FINE).transpose(0, 2, 1, 3).reshape(h, w, FINE * FINE))


def _cut(
    pieces: Sequence[Piece], owner: Floats, cold: Floats, warm: Floats, raised: Floats
) -> tuple[Indices, Indices]:
    """Fine tones to pixels in ten steps, the shades engraved along the form."""
    owners = _cells(owner)
    votes = (owners[..., :, None] == owners[..., None, :]).sum(-1)
    best = np.take_along_axis(owners, votes.argmax(-1)[..., None], -1)[..., 0].astype(np.int64)
    mine = owners == best[..., None]

    def mean(values: Floats) -> Floats:
        return np.asarray((_cells(values) * mine).sum(-1) / np.maximum(mine.sum(-1), 1))

    chill, glow, high = mean(cold), mean(warm), mean(raised)
    row, column = np.mgrid[0 : best.shape[0], 0 : best.shape[1]]
    lines = np.abs((column * 0.30 + row * 0.84 + high * 0.5) / 3.3 % 1 - 0.5) * 2
    threshold = 0.65 * lines + 0.35 * spread(blue_noise(), *best.shape)
    at = np.interp(np.clip(chill + glow, 0, 1), LEVELS, np.arange(10))
    step = np.clip(np.floor(at + 0.5 + (threshold - 0.5) * 0.42), 0, 9).astype(np.int64)
    first = np.array([index(piece.material, 0) for piece in pieces] + [0])[best]
    image = despeckle(np.where(best >= 0, first + step, NOTHING).astype(np.uint8))
    leads = (glow > chill * 0.9) & (glow > 0.16)
    return (
        np.where(leads, NOTHING, image).astype(np.uint8),
        np.where(leads, image, NOTHING).astype(np.uint8),
    )
