"""Grandmother Pak's jacket, sleeve and lap, cut in relief: old cotton over padding, an elbow mended with a square."""

from __future__ import annotations

import numpy as np

from tools.art.palette import table
from tools.art.pictures.parts import Floats, Plate
from tools.art.pictures.relief import Fold, Light, Piece, carve

CORNER = (400, 100)
SIZE = (216, 258)
LIGHTS = (
    Light((-0.92, -0.06, 0.30), 0.56, warm=True), Light((0.05, 0.20, 0.95), 0.17, warm=True),
    Light((0.62, -0.74, -0.30), 0.52),
)
"""The candle, what the walls give back, the hatch."""


def _sleeve(x: Floats, y: Floats) -> Floats:
    """Stitches across the arm, turning at the elbow."""
    row = np.where(y > 128, x * 0.94 + (y - 128) * 0.2, y * 0.8 + 26) / 12.5
    return np.asarray(0.8 * np.sqrt(np.abs(np.sin(np.pi * row)) + 0.02), np.float32)


def _stitched(x: Floats, y: Floats) -> Floats:
    """Rows down the back that follow its bend."""
    row = np.hypot(x - 20, (y - 150) * 0.9) / 13.0
    return np.asarray(0.8 * np.sqrt(np.abs(np.sin(np.pi * row)) + 0.02), np.float32)


def _pieces() -> list[Piece]:
    """From the lap up to the corner of her scarf."""
    lap = [(46, 140), (38, 176), (36, 214), (48, 244), (110, 252), (176, 250), (206, 236), (212, 190), (197, 140),
           (140, 132), (80, 134)]
    lap_folds = (
        Fold([(62, 154), (58, 190), (62, 240)], -0.8, 5.0), Fold([(106, 160), (108, 200), (118, 246)], -0.8, 5.0),
        Fold([(84, 156), (82, 196), (88, 244)], 0.9, 6.0), Fold([(150, 160), (160, 196), (166, 244)], -0.8, 5.0),
        Fold([(176, 158), (188, 190), (192, 236)], 0.9, 6.0),
    )
    back = [(66, 46), (54, 56), (46, 76), (44, 104), (47, 132), (60, 152), (100, 161), (150, 162), (190, 152),
            (195, 128), (190, 92), (178, 58), (156, 30), (126, 15), (104, 18), (86, 36)]
    front = (
        Fold([(70, 52), (60, 84), (58, 116), (64, 148)], -1.6, 2.2, whole=True),
        Fold([(98, 44), (86, 66), (82, 92)], -1.2, 4.0), Fold([(78, 60), (74, 86), (78, 112)], 1.0, 4.0),
        Fold([(180, 96), (166, 112), (158, 134)], -1.2, 4.0), Fold([(188, 122), (172, 134), (162, 148)], 1.2, 4.0),
    )
    arm = [(118, 46), (142, 52), (160, 74), (160, 106), (146, 134), (116, 151), (74, 151), (36, 142), (13, 132),
           (10, 120), (12, 109), (34, 106), (64, 109), (88, 105), (95, 88), (99, 62)]
    bends = (
        Fold([(92, 108), (108, 118), (130, 120)], -1.8, 3.6), Fold([(90, 112), (104, 128), (122, 138)], -1.3, 3.4),
        Fold([(96, 100), (114, 106), (138, 104)], 1.2, 3.6), Fold([(76, 112), (84, 128), (82, 146)], -1.1, 3.4),
        Fold([(102, 70), (112, 84), (132, 90)], -1.2, 4.0), Fold([(50, 110), (54, 126), (50, 142)], 1.0, 4.0),
    )
    cuff = [(8, 106), (5, 118), (8, 133), (20, 137), (25, 122), (21, 105)]
    patch = [(119, 118), (144, 112), (148, 132), (124, 141)]
    collar = [(62, 44), (57, 54), (62, 64), (74, 58), (92, 44), (110, 30), (116, 20), (104, 16), (84, 32)]
    corner = [(84, 26), (97, 10), (106, 16), (116, 34), (123, 58), (108, 52), (94, 42), (86, 36)]
    pleats = (Fold([(92, 24), (104, 36), (118, 54)], -0.9, 2.0), Fold([(99, 18), (110, 34), (121, 55)], 0.9, 2.0))
    return [
        Piece(lap, "wood", 26, 0.7, 0.56, lap_folds),
        Piece(back, "reed", 34, 0.75, 0.80, front, skin=_stitched, reach=4),
        Piece(collar, "snow", 6, 0.9, 0.7, (Fold([(66, 52), (86, 40), (108, 22)], -0.8, 1.4, whole=True),), shade=0.5),
        Piece(corner, "snow", 7, 0.9, 0.58, pleats, shade=0.5),
        Piece(arm, "reed", 22, 0.85, 0.90, bends, skin=_sleeve, shade=0.8, reach=5),
        Piece(patch, "wood", 4, 0.5, 0.95, shade=0.4, reach=1, sharp=True),
        Piece(cuff, "reed", 7, 0.9, 0.95, shade=0.6),
    ]


def body(plate: Plate) -> None:
    """All of her below the chin, but her hand."""
    cold, warm = carve(_pieces(), SIZE, LIGHTS, 0.03)
    plate.stamp(cold, table("river", "moon"), *CORNER)
    plate.stamp(warm, table("flat", "lamp"), *CORNER)
