"""The forms in which one terrain lies over the cells beside it, ruts and shade along edges, and the faces of walls.

A form is a 16 x 16 mask for a cell that has the other terrain at some of its sides: 16 forms, north 1, east 2, south 4,
west 8. All lie equally deep at their ends, so that they meet across cells. Where the other terrain ends at a corner of
the cell, its edge tapers off: 16 more masks say what is taken away (corners north-east 1, south-east 2, south-west 4,
north-west 8). Ruts and shade have 16 for corners that touch the other terrain alone, and go round them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tools.art import faces
from tools.art.dither import blue_noise, spread
from tools.art.noise import Floats, smooth, value_noise
from tools.art.palette import NOTHING
from tools.art.sheet import Indices
from tools.art.terrain import METAL

SIZE = 16
VARIANTS = 4
FORMS = 16
REACH = 6
"""No edge lies deeper than so many px in the cell."""
KINDS = ("soft", "hard", "rim", "rut", "shade")
"""Four rows of edges.png each. Soft edges are dithered; a rim shows round a hard edge; shade falls under one."""
DEPTH = {"soft": 3.0, "hard": 2.6, "rim": 4.2, "shade": 4.4}
WANDER = {"soft": 3.2, "hard": 2.4, "rim": 2.4, "rut": 1.8, "shade": 2.6}
"""How deep an edge lies in the cell, and how far it leaves that, px."""
RUT_AT, RUT_PX = 8.0, 0.95
"""A wheel's rut runs so many px inside a road's edge."""
TAPER = 7.0
"""An edge that ends at a corner grows from nothing over so many px."""
FACE_HEIGHTS = (11, 22, 27)
"""Of walls with one, two, three cells of wall behind one another."""
FACE_WIDTH = 80  # five cells: bricks of 10 px and boards of 5 px join there

Mask = NDArray[np.bool_]


def form(kind: str, number: int, variant: int) -> Mask:
    """Where the other terrain lies (16, 16) that is at the sides in ``number``."""
    reach, straight = _sides(number, variant, kind)
    if kind == "rut":
        return _rut(reach, variant)
    if kind == "soft":
        reach = reach + 2.0 * (spread(blue_noise(), SIZE, SIZE, 5 * variant, 11 * variant) - 0.5)
    found = (reach < DEPTH[kind]) & (straight < REACH)
    return np.asarray(found & (_noise(variant, 73) > 0.22) if kind == "rim" else found)


def corner_form(kind: str, number: int, variant: int) -> Mask:
    """For ruts and shade where they are round the corners in ``number``; else what stays of an edge that ends there."""
    along = np.arange(SIZE, dtype=np.float32) + 0.5
    if kind in ("rut", "shade"):
        reach = np.full((SIZE, SIZE), 99, dtype=np.float32)
        for away in _turned(np.hypot(along[:, None], along[None, ::-1]), number):
            reach = np.minimum(reach, away)
        return _rut(reach, variant) if kind == "rut" else np.asarray(reach < DEPTH[kind])
    more = DEPTH["rim"] - DEPTH["hard"] if kind == "rim" else 0.0
    most = more + REACH * smooth(0, TAPER, along)
    across, down = along[None, ::-1], along[:, None]
    near = (down < SIZE - REACH) & (across < SIZE - REACH)  # not the edges of the other two sides
    gone = near & (down > most[None, ::-1]) & (across > most[:, None]) | (down < 3) & (across < 3)
    stays = np.ones((SIZE, SIZE), dtype=bool)
    for wedge in _turned(gone, number):
        stays &= ~wedge
    return stays


def _turned(corner: NDArray[np.generic], number: int) -> list[NDArray[np.generic]]:
    """A picture of the north-east corner, or the north side, turned to each of those in ``number``."""
    return [np.rot90(corner, -turn) for turn in range(4) if number >> turn & 1]


def _sides(number: int, variant: int, kind: str) -> tuple[Floats, Floats]:
    """How many px each pixel is from the nearest of the named sides, once these have wandered, and before."""
    along = np.arange(SIZE, dtype=np.float32) + 0.5
    ends = smooth(0, 4.5, np.minimum(along, SIZE - along))  # no wandering where the next cell goes on
    found = straight = np.full((SIZE, SIZE), 99, dtype=np.float32)
    for side in range(4):
        if number >> side & 1:
            seed = 300 + 10 * variant + side
            push = value_noise(along / 4.3, along * 0, seed) + 0.5 * value_noise(along / 2.1, along * 0, seed + 50)
            inward = along[:, None] + (WANDER[kind] * ends * np.clip(push / 0.6 - 1.25, -1, 1))[None]
            found = _joined(found, np.rot90(inward, -side), kind)
            straight = np.minimum(straight, np.rot90(np.repeat(along[:, None], SIZE, 1), -side))
    return found, straight


def _joined(one: Floats, other: Floats, kind: str) -> Floats:
    """The nearer of two distances, rounded where two sides meet; ruts cross as they are."""
    nearer = np.minimum(one, other)
    blend = np.clip(7.0 - np.abs(one - other), 0, None)
    return nearer if kind == "rut" else np.asarray(nearer - blend * blend / 20, dtype=np.float32)


def _rut(reach: Floats, variant: int) -> Mask:
    worn = _noise(variant, 71) + _noise(variant, 72) > 0.66
    return np.asarray((np.abs(reach - RUT_AT) < RUT_PX) & worn)


def _noise(variant: int, seed: int) -> Floats:
    rows, columns = np.mgrid[0:SIZE, 0:SIZE].astype(np.float32)
    return value_noise(columns / 2.7 + 31 * variant, rows / 2.7 + 17 * variant, seed)


def forms_image() -> Indices:
    """edges.png: index 0 where the other terrain lies, 255 elsewhere. Columns: 16 forms of sides, 16 of corners."""
    return np.vstack([
        np.hstack([
            np.where(made(kind, number, variant), 0, NOTHING).astype(np.uint8)
            for made in (form, corner_form) for number in range(FORMS)
        ])
        for kind in KINDS for variant in range(VARIANTS)
    ])  # fmt: skip


def faces_image() -> Indices:
    """walls.png, 80 px wide: for each kind of wall its faces in the open air (11, 22, 27 px high), then indoors."""
    return np.vstack([
        faces.face(kind, FACE_WIDTH, tall, _same(kind), grade)
        for kind in ("wall_brick", "wall_inner", "wall_plank") for grade in ("river", "flat") for tall in FACE_HEIGHTS
    ])  # fmt: skip


def _same(kind: str) -> int:
    """The world x from which a face of 80 px ends most like it begins and has least in it to be known again by."""
    def odd(turn: int) -> int:
        face = faces.face(kind, FACE_WIDTH + 1, FACE_HEIGHTS[-1], turn * FACE_WIDTH, "flat").astype(np.int16)
        return int(np.abs(face[:, 0] - face[:, -1]).sum() + (face // 16 == METAL).sum())

    return min(range(60), key=odd) * FACE_WIDTH
