"""A crowd from behind, cut in relief: eight people who are not each other, in the greys of one winter.

A person is drawn in a box of 120 x 240, the middle of the head at HEAD; ``person`` brings it to its size and tones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
from scipy import ndimage

from tools.art.palette import NOTHING
from tools.art.pictures.from_behind import scarf
from tools.art.pictures.parts import HEIGHT, Floats, Line, Plate
from tools.art.pictures.relief import Fold, Light, Piece, carve, resized
from tools.art.sheet import Indices

HEAD = (60.0, 38.0)
BOX = (120, 240)
LIGHTS = (Light((-0.50, -0.76, 0.30), 0.80), Light((0.80, -0.30, -0.52), 0.62))
"""A low grey sky from the left, and what the snow gives back."""
Skin = Callable[[Floats, Floats], Floats]


def _both(half: Line) -> list[tuple[float, float]]:
    """An outline from its left half, top to bottom."""
    return [*half, *[(120 - x, y) for x, y in reversed(half)]]


def _fur(x: Floats, y: Floats) -> Floats:
    tuft = np.sin(x * 1.9 + 2.1 * np.sin(y * 0.9)) * np.sin(y * 2.1 + 1.7 * np.sin(x * 0.8))
    return np.asarray(0.5 * tuft, np.float32)


def _ribs(x: Floats, y: Floats) -> Floats:
    return np.asarray(0.5 * np.abs(np.sin(x * 0.8)), np.float32)


def _combed(x: Floats, y: Floats) -> Floats:
    return np.asarray(0.35 * np.sin((x - 60) * 1.5 / (0.5 + np.abs(y - 8) / 40)), np.float32)


def _rows(x: Floats, y: Floats) -> Floats:
    """A padded coat's stitched rows."""
    row = (y - 0.004 * (x - 60) ** 2) / 15.0
    return np.asarray(1.1 * np.sqrt(np.abs(np.sin(np.pi * row)) + 0.02), np.float32)


def _coat(padded: bool, wide: float, drop: float, gain: float) -> list[Piece]:
    """Back and sleeves; ``wide`` 1 is a man, ``drop`` px that shoulders fall more."""

    def at(points: Line) -> Line:
        return [(60 + (x - 60) * wide * 0.88, y + drop * min(abs(x - 60) / 40, 1.1)) for x, y in points]

    back = _both([(60, 57), (47, 59), (34, 65), (23, 73), (18, 90), (15, 130), (14, 230)])
    arm = [(25, 73), (15, 82), (10, 108), (6, 150), (5, 230), (24, 230), (25, 150), (27, 116), (31, 84)]
    arms = [at(arm), at([(120 - x, y) for x, y in arm])]
    seam = (Fold([(60, 72), (60, 270)], -2.2, 2.2, whole=True),) if not padded else ()
    drawn = (
        Fold(at([(36, 70), (31, 92), (34, 124)]), -1.8, 3.2), Fold(at([(84, 70), (89, 92), (86, 124)]), -1.8, 3.2),
        Fold(at([(44, 66), (52, 84), (54, 110)]), -0.9, 3.0), Fold(at([(77, 66), (69, 88), (68, 118)]), 0.9, 3.0),
    )
    return [
        *[Piece(each, "coat", 11, 1.0, gain * 0.92, skin=_rows if padded else None,
            folds=(Fold(at([(8 if n == 0 else 112, 132), (16 if n == 0 else 104, 139), (25 if n == 0 else 95, 138)]),
                -2.0, 2.6),)) for n, each in enumerate(arms)],
        Piece(at(back), "coat", 24, 0.75, gain, skin=_rows if padded else None, folds=(*drawn, *seam), reach=3),
    ]


def _collar(gain: float, fur: bool = False) -> Piece:
    grown = 4.0 if fur else 0.0
    half = [(60, 53 - grown), (47, 50 - grown), (43 - grown, 56), (44 - grown, 64 + grown), (60, 69 + grown)]
    return Piece(_both(half)[:-1], "coat", 7, 0.9, gain, skin=_fur if fur else None, shade=0.7)


NECK = Piece([(51, 44), (50, 62), (70, 62), (69, 44)], "coat", 9, 0.9, 1.25)
HAIR = _both([(60, 17), (49, 19.5), (43.5, 29), (43, 40), (46, 49), (52, 54), (60, 55)])
EARS = [
    Piece([(x - 3, 36), (x - 2.6, 44), (x, 47), (x + 2.6, 44), (x + 3, 36), (x, 34)], "coat", 3, 0.9, 1.4, reach=1)
    for x in (42.5, 77.5)
]


def _hair(gain: float = 0.55, skin: Skin = _combed) -> Piece:
    return Piece(HAIR, "coat", 15, 0.95, gain, skin=skin)


def _cap() -> list[Piece]:
    """A flat cap over short hair."""
    band = _both([(60, 29), (44, 27), (43.5, 34), (60, 38)])
    top = _both([(60, 13), (46, 15), (37, 21), (36.5, 27), (44, 31), (60, 32.5)])
    return [NECK, *EARS, _hair(), Piece(band, "coat", 5, 0.8, 0.75),
        Piece(top, "coat", 10, 0.8, 1.0, folds=(Fold([(46, 18), (60, 26), (76, 19)], -0.9, 2.4),), shade=0.75)]


def _ushanka() -> list[Piece]:
    """A fur hat, its flaps let down."""
    crown = _both([(60, 9), (48, 11), (42, 20), (41, 34), (60, 40)])
    band = _both([(60, 28), (47, 27), (39, 25), (36.5, 36), (38, 48), (47, 53), (60, 54)])
    flaps = [[(39, 38), (34.5, 50), (36, 61), (43, 63), (47, 52)], [(81, 38), (85.5, 50), (84, 61), (77, 63), (73, 52)]]
    return [NECK, *[Piece(flap, "coat", 5, 0.9, 0.95, skin=_fur) for flap in flaps],
        Piece(crown, "coat", 13, 0.95, 0.75, folds=(Fold([(60, 10), (60, 30)], -1.0, 1.4, whole=True),)),
        Piece(band, "coat", 8, 0.9, 1.1, skin=_fur, shade=0.7)]


def _perm() -> list[Piece]:
    """Hair in small waves."""
    head = _both([(60, 13), (46, 16), (39, 27), (37, 41), (40, 53), (49, 59), (60, 60)])

    def curls(x: Floats, y: Floats) -> Floats:
        return np.asarray(1.0 * np.sin(x * 0.75 + 1.4 * np.sin(y * 0.45)) * np.sin(y * 0.72), np.float32)

    return [NECK, Piece(head, "coat", 15, 0.95, 0.6, skin=curls)]


def _bun() -> list[Piece]:
    """Hair drawn back into a knot on the nape."""
    knot = [(60, 37), (52, 40), (50, 47), (54, 54), (60, 55.5), (66, 54), (70, 47), (68, 40)]
    turns = (Fold([(54, 42), (61, 45), (67, 52)], -1.1, 1.5), Fold([(53, 50), (60, 49), (66, 42)], 0.9, 1.5))

    def back(x: Floats, y: Floats) -> Floats:
        return np.asarray(0.5 * np.sin(9 * np.arctan2(x - 60, 48 - y)), np.float32)

    return [NECK, *EARS, _hair(0.62, back), Piece(knot, "coat", 7, 1.0, 0.72, folds=turns, shade=0.8)]


def _knitted() -> list[Piece]:
    """A knitted hat with a rolled edge, hair under it."""
    hat = _both([(60, 11), (49, 13), (42.5, 23), (42, 38), (60, 42)])
    roll = _both([(60, 34), (48, 33), (40.5, 31), (40.5, 40), (48, 43), (60, 44)])
    return [NECK, _hair(0.5), Piece(hat, "coat", 15, 0.95, 1.05, skin=_ribs),
        Piece(roll, "coat", 5, 0.9, 1.2, skin=_ribs, shade=0.7)]


def _shawl() -> list[Piece]:
    """An old woman's shawl, over head and shoulders in one."""
    cloth = _both([(60, 14), (47, 17), (40.5, 29), (41, 44), (39, 54), (28, 66), (22, 84), (34, 101), (60, 118)])
    folds = [Fold([(60 + s * a, b), (60 + s * c, d), (60 + s * e, f)], high, 2.4) for s in (-1, 1) for a, b, c, d, e, f,
        high in ((12, 34, 15, 52, 30, 72, -1.5), (8, 44, 10, 62, 22, 90, 1.2), (4, 54, 5, 74, 10, 104, -1.2))]
    nape = Fold([(43, 52), (60, 58), (77, 52)], -1.5, 2.2)
    return [Piece(cloth, "coat", 17, 0.95, 1.0, folds=(*folds, nape), shade=0.8, reach=4)]


def _kerchief() -> list[Piece]:
    """A folded scarf like hers, without its colour."""
    pieces = scarf("coat", 1.0, lambda line: [(60 + 0.52 * (x - 94), 37 + 0.52 * (y - 48)) for x, y in line], 0.52)
    return [piece for piece in pieces if piece.material == "coat"]


PEOPLE: tuple[Callable[[], list[Piece]], ...] = (
    lambda: [*_coat(True, 1.04, 2, 0.75), _collar(0.7), *_ushanka()],
    lambda: [*_coat(True, 0.88, 8, 0.72), _collar(0.62), *_kerchief()],
    lambda: [*_coat(False, 1.0, 4, 0.62), _collar(0.6), *_cap()],
    lambda: [*_coat(False, 0.90, 7, 0.80), _collar(0.8, fur=True), *_bun()],
    lambda: [*_coat(False, 0.92, 9, 0.7), _collar(0.95, fur=True), *_perm()],
    lambda: [*_coat(False, 1.06, 1, 0.66), _collar(0.72), NECK, *EARS, _hair()],
    lambda: [*_coat(True, 0.84, 12, 0.7), *_shawl()],
    lambda: [*_coat(True, 0.94, 5, 0.85), _collar(0.8), *_knitted()],
)


@cache
def _cut(kind: int, size: float) -> Indices:
    """One of the crowd at its size: steps 0 to 9 of nothing in particular, 255 outside."""
    pieces = [resized(replace(piece, material="coat"), size, 2, 0) for piece in PEOPLE[kind]()]
    box = (int(BOX[0] * size) + 4, int(BOX[1] * size))
    cold, _ = carve(pieces, box, LIGHTS, 0.12)
    steps = np.where(cold == NOTHING, NOTHING, cold % 16)
    calm = ndimage.median_filter(np.where(cold == NOTHING, 0, steps), 3)  # far off nobody sees a single stitch
    return np.asarray(np.where(cold == NOTHING, NOTHING, calm if size < 0.6 else steps), dtype=np.uint8)


def person(plate: Plate, kind: int, size: float, x: float, y: float, tones: tuple[str, ...], flip: bool) -> None:
    """One of the crowd, the middle of the head at (x, y), in ``tones`` from the rim's black to the lightest."""
    steps = _cut(kind, size)
    steps = np.pad(steps, ((0, HEIGHT), (0, 0)), mode="edge")
    steps = steps[:, ::-1] if flip else steps
    body = steps != NOTHING
    level = np.clip(np.digitize(steps, (2, 3, 4, 6)) + 1, 1, len(tones) - 1).astype(np.uint8)
    rim = ndimage.binary_dilation(body) & ~body
    image = np.where(body, level, np.where(rim, 0, NOTHING)).astype(np.uint8)
    colours = np.array([[int(tone[i : i + 2], 16) for i in (0, 2, 4)] for tone in tones], dtype=np.uint8)
    plate.stamp(image, colours, round(x - HEAD[0] * size) - 2, round(y - HEAD[1] * size))
