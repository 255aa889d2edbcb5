"""What is near in the bus: a mittened hand that has wiped the glass, its sleeve, and the curtain between two panes."""

from __future__ import annotations

import numpy as np

from tools.art.palette import table
from tools.art.pictures.parts import Floats, Pen, Plate, shifted
from tools.art.pictures.relief import Fold, Light, Piece, carve

DAY = (Light((-0.45, -0.80, -0.06), 0.85), Light((0.75, -0.50, -0.42), 0.62), Light((-0.20, 0.30, 0.80), 0.10))
"""The morning comes through the window, from behind what we see."""
CORNER = (206, 160)
SIZE = (196, 202)


def _knit(x: Floats, y: Floats) -> Floats:
    """Columns of stitches that spread toward the knuckles, and two raised rows across them."""
    column = np.abs(np.sin(np.pi * (x - 150) / (4.0 + 0.012 * (76 - y))))
    row = np.exp(-(((y - 50 - 0.006 * (x - 150) ** 2) / 1.5) ** 2)) + np.exp(
        -(((y - 57 - 0.006 * (x - 150) ** 2) / 1.5) ** 2)
    )
    return np.asarray(0.50 * column + 0.7 * row, np.float32)


def _ribs(x: Floats, y: Floats) -> Floats:
    return np.asarray(0.9 * np.sqrt(np.abs(np.sin(np.pi * (x + 0.10 * y) / 4.6)) + 0.02), np.float32)


def _padded(x: Floats, y: Floats) -> Floats:
    """Rows of stitches across a sleeve that comes from below left."""
    row = (0.70 * (x - 120) - 0.72 * (y - 150) + 0.0012 * (x + y - 240) ** 2) / 13.0
    return np.asarray(1.3 * np.sqrt(np.abs(np.sin(np.pi * row)) + 0.02), np.float32)


def _hand() -> list[Piece]:
    """Sleeve, ribbed wrist, thumb, mitten, far to near."""
    sleeve = [(122, 98), (118, 108), (104, 124), (82, 146), (54, 172), (14, 212), (112, 212), (132, 182), (150, 154),
              (166, 130), (175, 112), (175, 102), (166, 97), (146, 102)]
    elbow = (
        Fold([(88, 142), (104, 152), (128, 158)], -2.6, 4.0), Fold([(104, 126), (122, 138), (146, 143)], -2.0, 3.4),
        Fold([(112, 118), (130, 126), (160, 126)], 1.4, 3.2), Fold([(66, 164), (82, 178), (110, 190)], -2.8, 4.4),
        Fold([(152, 140), (138, 156), (124, 166)], -2.0, 3.0), Fold([(58, 176), (78, 196), (104, 206)], 1.8, 4.0),
    )
    band = [(119, 94), (116, 104), (122, 112), (146, 116), (170, 112), (177, 104), (174, 94), (160, 91), (146, 95),
            (132, 91)]
    wrist = [(131, 72), (129, 84), (127, 100), (134, 105), (162, 105), (169, 99), (168, 84), (166, 72)]
    thumb = [(131, 74), (121, 67), (109, 56), (101, 45), (99, 36), (103, 31), (111, 32), (121, 41), (131, 49),
             (138, 60)]
    mitten = [(131, 78), (128, 64), (127, 47), (128, 30), (132, 17), (139, 9), (149, 6), (159, 8), (167, 16),
              (172, 30), (174, 46), (172, 60), (168, 71), (165, 78), (148, 81)]
    knuckles = tuple(Fold([(x, y), (x + 0.1, y + 0.1)], 1.3, 5.0, whole=True)
                     for x, y in ((136, 38), (145, 33), (155, 34), (164, 40)))
    web = (Fold([(133, 54), (131, 64), (134, 72)], -2.0, 2.6), Fold([(130, 74), (148, 77), (166, 73)], -1.4, 2.0))
    return [
        Piece(sleeve, "coat", 26, 0.85, 0.66, elbow, skin=_padded),
        Piece(wrist, "reed", 11, 0.9, 0.62, skin=_ribs, shade=0.6),
        Piece(band, "coat", 7, 0.9, 0.68, (Fold([(120, 104), (146, 109), (173, 103)], -0.9, 1.4, whole=True),),
              shade=0.5),
        Piece(thumb, "reed", 8, 1.0, 0.76, skin=_knit, shade=0.4),
        Piece(mitten, "reed", 17, 0.85, 0.76, (*knuckles, *web), skin=_knit, shade=0.55),
    ]


def _curtain() -> list[Piece]:
    """A thin curtain drawn to the post and tied there; its pleats run into the band and out of it."""
    upper = [(4, -6), (8, 40), (14, 90), (22, 140), (27, 176), (51, 176), (55, 140), (63, 90), (70, 40), (74, -6)]
    lower = [(27, 178), (20, 200), (13, 232), (9, 262), (24, 266), (38, 262), (54, 266), (68, 261), (63, 230),
             (56, 198), (51, 178)]
    pleats = [
        Fold([(39 + s, -4), (39 + 0.86 * s, 60), (39 + 0.62 * s, 120), (39 + 0.34 * s, 180)], high, 3.4, whole=True)
        for s, high in ((-27, 0.9), (-19, -1.2), (-9, 1.2), (0, -1.3), (9, 1.0), (18, -1.2), (27, 0.9))
    ]
    skirts = [
        Fold([(39 + 0.34 * s, 180), (39 + 0.66 * s, 214), (39 + s, 262)], high, 3.4, whole=True)
        for s, high in ((-20, 1.0), (-9, -1.2), (2, 1.1), (12, -1.2), (21, 0.9))
    ]
    band = [(23, 170), (22, 177), (24, 184), (39, 187), (54, 184), (56, 177), (55, 170), (39, 173)]
    return [
        Piece(lower, "olive", 9, 0.7, 0.72, tuple(skirts), shade=0.6),
        Piece(upper, "olive", 12, 0.7, 0.80, tuple(pleats), shade=0.6, reach=4),
        Piece(band, "olive", 5, 0.9, 1.0, shade=0.7),
    ]


def near(plate: Plate, post: int) -> None:
    """The curtain at the ``post`` (x of its middle), its rod, and the hand."""
    colours = table("road", "moon")
    rod = Pen().line([(0, 11), (700, 11)], 4.4).mask()
    plate.ink(rod, "2a3138")
    plate.ink(rod & ~shifted(rod, 0, 1), "9ba3a6")
    plate.stamp(carve(_curtain(), (80, 270), DAY, 0.26)[0], colours, post - 39, 4)
    rings = Pen()
    for x in range(post - 32, post + 34, 11):
        rings.oval(x, 11, 3.6, 5.4, 1.5)
    plate.ink(rings.mask(0.4), "788288")
    plate.stamp(carve(_hand(), SIZE, DAY, 0.20)[0], colours, *CORNER)
