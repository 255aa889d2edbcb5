"""By the wall of the flat in Yanji, cut in relief: she has drawn the boy in under her arm, and both look at the door.

Pixels of the plate. The stove is on the right; what it does not reach has the blue of the street.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tools.art.palette import NOTHING, index, table
from tools.art.pictures.hands import limb
from tools.art.pictures.likeness import likeness
from tools.art.pictures.parts import HEIGHT, WIDTH, Line, Plate, curve
from tools.art.pictures.relief import Fold, Light, Piece, carve
from tools.art.portraits_cast import CAST
from tools.art.sheet import Indices
from tools.art.solid import Lighting, unit

LIGHTS = (
    Light((0.84, 0.22, 0.40), 0.80, warm=True), Light((0.0, 0.5, 0.8), 0.10, warm=True),
    Light((-0.45, -0.60, 0.40), 0.16), Light((0.70, -0.70, -0.20), 0.30),
)
FACE = Lighting(unit(0.66, 0.62, -0.06), ambient=0.08, key=0.74, fill=0.16, fill_toward=unit(-0.7, 0.5, 0.3))
HER, BOY = (250, 125), (300, 176)


def _tube(spine: Line, *thick: float) -> list[tuple[float, float]]:
    """A limb bent along a curve, its thickness given at equal shares of the way."""
    line = curve(spine, fine=5)
    return limb(line, list(np.interp(np.linspace(0, 1, len(line)), np.linspace(0, 1, len(thick)), thick)))


def _fingers(x: float, y: float, long: float, down: float) -> tuple[Line, ...]:
    """Four fingers side by side, each a little lower."""
    return tuple(
        limb([(x, y + 4.4 * k), (x + long * (0.6 + 0.1 * k), y + down + 4.4 * k), (x + long, y + 2 * down + 4.2 * k)],
            (2.8, 2.6, 2.0)) for k in range(4))


def _pieces() -> list[Piece]:
    """From the wall toward us: her legs folded to one side, her coat, the arm behind him, the boy,
    the arm before him.
    """
    legs = [(182, 266), (186, 248), (208, 234), (246, 228), (288, 238), (302, 258), (296, 275), (244, 280), (198, 278)]
    coat = [(232, 152), (215, 163), (206, 186), (203, 216), (208, 244), (238, 254), (284, 252), (298, 226), (300, 190),
            (292, 165), (274, 152), (254, 148)]
    behind = _tube([(284, 158), (308, 172), (332, 192), (340, 212), (334, 222)], 11, 12, 11.5, 10, 8)
    jacket = [(285, 190), (277, 204), (275, 238), (284, 260), (322, 262), (334, 242), (334, 208), (324, 192),
        (304, 188)]
    shins = (_tube([(298, 226), (297, 248), (300, 270)], 11, 10, 7.5),
        _tube([(320, 228), (323, 250), (327, 270)], 11, 10, 7.5))
    feet = (_tube([(302, 268), (297, 274), (288, 277)], 6.5, 6.5, 5),
        _tube([(328, 268), (326, 275), (318, 279)], 6.5, 6.5, 5))
    hug = _tube([(329, 204), (336, 222), (326, 238), (306, 240)], 8, 8.5, 8, 6.5)
    before = _tube([(226, 160), (209, 186), (212, 212), (240, 222), (272, 214)], 11, 14, 13, 11.5, 9)
    palm = _tube([(270, 214), (280, 209), (288, 207)], 7, 7.5, 6.5)
    return [
        Piece(legs, "coat", 20, 0.85, 0.46, (
            Fold([(296, 262), (250, 258), (204, 262)], -2.4, 3.0), Fold([(214, 240), (204, 250), (206, 262)], 1.4, 4.0),
            Fold([(262, 236), (252, 246), (236, 250)], -1.2, 4.0)), shade=0.7),
        Piece(behind, "coat", 11, 0.95, 0.80, (Fold([(330, 184), (334, 194), (330, 204)], -1.4, 3.0),)),
        Piece(coat, "coat", 28, 0.8, 0.76, (
            Fold([(254, 156), (258, 190), (254, 246)], -1.6, 1.8, whole=True),
                Fold([(226, 176), (240, 190), (246, 210)],
            -1.5, 4.0), Fold([(286, 176), (274, 190), (268, 204)], -1.5, 4.0),
                Fold([(216, 228), (236, 240), (250, 240)],
            -1.6, 4.0), Fold([(210, 240), (228, 248), (244, 250)], 1.2, 4.0)), reach=4),
        Piece(jacket, "olive", 18, 0.85, 0.86, (Fold([(306, 196), (306, 224), (303, 250)], -1.4, 1.8),
            Fold([(290, 200), (286, 220), (290, 238)], -1.4, 3.0)), shade=0.7, reach=4),
        *[Piece(foot, "snow", 6, 0.9, 0.62, reach=2) for foot in feet],
        *[Piece(shin, "coat", 10, 0.95, 0.52, (Fold([(x - 9, 246), (x, 250), (x + 9, 246)], -1.4, 2.4),), reach=3)
            for shin, x in zip(shins, (298, 322), strict=True)],
        Piece(hug, "olive", 8, 0.95, 0.86, (Fold([(344, 222), (336, 224), (328, 220)], -1.6, 2.4),), shade=0.7),
        Piece(_tube([(308, 240), (300, 239), (294, 237)], 4.6, 4.6, 3), "skin", 4, 0.9, 0.85, reach=1.5),
        Piece(before, "coat", 13, 0.95, 0.80, (
            Fold([(198, 200), (210, 204), (220, 202)], -2.2, 3.0), Fold([(200, 212), (214, 212), (226, 206)], 1.4, 3.0),
            Fold([(230, 156), (222, 172), (224, 186)], -1.4, 3.0),
                Fold([(264, 204), (266, 214), (270, 224)], -1.2, 1.6)),
            shade=0.75, reach=5),
        Piece(palm, "skin", 7, 0.85, 0.86, more=_fingers(285, 202, 16, 0.6), shade=0.7, reach=2.5),
        Piece(_tube([(340, 218), (336, 214), (332, 212)], 6, 5.6, 5), "skin", 6, 0.9, 0.86,
            more=_fingers(334, 207, -12, 1.0), reach=2),
    ]


def _stamp(plate: Plate, cold: Indices, warm: Indices, x: int = 0, y: int = 0) -> None:
    """The stove's colours where they lead; blue cloth stays blue, or it would be ash by firelight."""
    blue = (warm // 16 == index("coat", 0) // 16) & (warm % 16 < 9)
    plate.stamp(cold, table("street", "moon"), x, y)
    plate.stamp(np.where(blue, warm, NOTHING).astype(np.uint8), table("river", "moon"), x, y)
    plate.stamp(np.where(blue, NOTHING, warm).astype(np.uint8), table("flat", "lamp"), x, y)


def sheltered(plate: Plate) -> None:
    """Two people who hold their breath."""
    _stamp(plate, *carve(_pieces(), (WIDTH, HEIGHT), LIGHTS, 0.07))
    her, boy = CAST["solhwa"].moods["plain"], CAST["mingi"].moods["plain"]
    for name, (x, y), scale, roll, mood in (
        ("solhwa", HER, 23.0, 9.0, replace(her, yaw=24, pitch=4, look=(-0.9, 0.0), lids=1.1, inner_brow=0.036,
            corners=-0.012)),
        ("mingi", BOY, 20.5, -13.0, replace(boy, yaw=26, pitch=2, look=(-0.9, 0.05), lids=1.15, inner_brow=0.03,
            corners=-0.012)),
    ):
        image = likeness(CAST[name], mood, (96, 100), (48.0, 48.0), scale, FACE, roll)
        dark = (image != NOTHING) & (image % 16 < 2)
        _stamp(plate, np.where(dark, image, NOTHING).astype(np.uint8), np.where(dark, NOTHING, image).astype(np.uint8),
            x - 48, y - 48)
