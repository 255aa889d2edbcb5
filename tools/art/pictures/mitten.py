"""What is near in the bus: a mittened hand that has wiped the glass, its sleeve, and the curtain between two panes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.spatial import cKDTree

from tools.art.noise import smooth
from tools.art.palette import table
from tools.art.pictures.hands import limb
from tools.art.pictures.parts import Floats, Line, Pen, Plate, curve, shifted
from tools.art.pictures.relief import Fold, Light, Piece, carve

Skin = Callable[[Floats, Floats], Floats]

DAY = (Light((-0.45, -0.80, -0.06), 0.85), Light((0.75, -0.50, -0.42), 0.62), Light((-0.20, 0.30, 0.80), 0.10))
"""The morning comes through the window, from behind what we see."""
CORNER = (116, 150)
SIZE = (310, 212)
LEFT = 90
"""How far the hand, which is drawn for a corner of its own, lies to the right of the arm's."""
UPPER: Line = [(0, 318), (66, 276), (126, 240), (186, 206), (246, 180)]
FORE: Line = [(252, 184), (250, 160), (245, 138), (240, 118), (238, 100)]
ELBOW: Line = [(284, 178), (282, 196), (271, 209), (252, 216), (230, 212), (218, 190), (250, 160)]
ROW = 14.0
"""The arm in its corner: shoulder to elbow, elbow to wrist, the bend; how far its rows of stitches lie apart, px."""


def _knit(x: Floats, y: Floats) -> Floats:
    """Columns of stitches that spread toward the knuckles, and two raised rows across them."""
    column = np.abs(np.sin(np.pi * (x - 150) / (5.4 + 0.012 * (76 - y))))
    row = np.exp(-(((y - 50 - 0.006 * (x - 150) ** 2) / 1.5) ** 2)) + np.exp(
        -(((y - 57 - 0.006 * (x - 150) ** 2) / 1.5) ** 2)
    )
    return np.asarray(0.46 * column + 0.7 * row, np.float32)


def _knit_aslant(x: Floats, y: Floats) -> Floats:
    return np.asarray(0.9 * np.abs(np.sin(np.pi * (0.63 * x - 0.77 * y) / 5.4)), np.float32)


def _ribs(x: Floats, y: Floats) -> Floats:
    return np.asarray(0.9 * np.sqrt(np.abs(np.sin(np.pi * (x + 0.10 * y) / 4.6)) + 0.02), np.float32)


def _spine() -> tuple[Floats, Floats]:
    """The arm's middle (n, 2) from the shoulder to the wrist and how far along it each spot is, px."""
    line = np.asarray(curve([*UPPER[:-1], (234, 178), (249, 158), *FORE[2:]], fine=24), dtype=np.float32)
    gone = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))]).astype(np.float32)
    return line, gone


def _padded(x: Floats, y: Floats) -> Floats:
    """Rows of stitches across the arm, fanned at its elbow; the padding swells between them."""
    line, gone = _spine()
    _, which = cKDTree(line).query(np.stack([x.ravel(), y.ravel()], -1))
    row = (gone[which] / ROW).reshape(x.shape) + 0.10 * np.sin(x / 7 + y / 11)
    high = (2.6 + 2.2 * smooth(215, 170, x)) * np.sqrt(np.abs(np.sin(np.pi * row)) + 0.01)
    return np.asarray(high, np.float32)


def _puffed(spine: Line, thick: tuple[float, float]) -> Line:
    """A limb whose edges swell between the rows of stitches."""
    line, gone = _spine()
    spots = np.asarray(curve(spine, fine=9))
    _, which = cKDTree(line).query(spots)
    swell = 0.93 + 0.09 * np.sqrt(np.abs(np.sin(np.pi * gone[which] / ROW)))
    return limb([(float(x), float(y)) for x, y in spots], list(np.linspace(*thick, len(spots)) * swell))


def _moved(points: Line) -> list[tuple[float, float]]:
    return [(x + LEFT, y) for x, y in points]


THUMB: Line = [(132, 76), (119, 67), (105, 57), (93, 47), (87, 38), (89, 31), (97, 29), (109, 36), (121, 45),
    (131, 53), (137, 62)]
MITTEN: Line = [(130, 80), (126, 64), (123, 47), (123, 29), (127, 15), (136, 7), (148, 4), (161, 6), (171, 14),
    (177, 29), (179, 46), (176, 62), (171, 73), (167, 80), (148, 83)]


def outlines() -> tuple[Line, Line]:
    """Mitten and thumb as closed curves on the plate."""
    corner = np.asarray(CORNER) + np.asarray([LEFT, 0])
    palm, thumb = ([(x + corner[0], y + corner[1]) for x, y in curve(line, closed=True)] for line in (MITTEN, THUMB))
    return palm, thumb


def _hand() -> list[Piece]:
    """Sleeve, the dark in its cuff, ribbed wrist, cuff, thumb, mitten, far to near."""
    bends = (
        Fold([(222, 158), (238, 164), (262, 170)], -4.4, 3.4), Fold([(220, 162), (234, 178), (252, 196)], -4.2, 3.4),
        Fold([(217, 164), (222, 186), (230, 206)], -3.4, 3.2), Fold([(224, 152), (240, 150), (258, 148)], -2.6, 3.0),
        Fold([(228, 160), (246, 176), (266, 184)], 2.6, 4.0), Fold([(206, 168), (206, 186), (200, 206)], -2.2, 3.2),
    )
    mouth = _moved([(121, 92), (134, 87), (148, 86), (162, 87), (175, 92), (172, 100), (148, 104), (124, 100)])
    cuff = _moved([(118, 91), (115, 102), (119, 113), (133, 118), (148, 119), (164, 118), (178, 113), (182, 102),
        (178, 91), (166, 97), (148, 100), (130, 97)])
    seam = Fold(_moved([(117, 107), (132, 112), (148, 113), (164, 112), (181, 106)]), -1.6, 1.3, whole=True)
    gathers = tuple(Fold(_moved([(x, 99), (x + 0.05 * (x - 148), 108)]), -0.8, 1.4, whole=True)
        for x in (124, 133, 142, 151, 160, 169, 175))
    wrist = _moved([(131, 74), (128, 84), (127, 98), (134, 103), (163, 103), (170, 98), (169, 84), (166, 74)])
    bent = tuple(Fold(_moved([(129, y), (148, y + 4), (168, y)]), high, 1.8)
        for y, high in ((76, -2.4), (81, 1.6), (86, -1.8)))
    knuckles = tuple(Fold(_moved([(x, y), (x + 0.1, y + 0.1)]), 1.5, 5.0, whole=True)
        for x, y in ((133, 40), (145, 34), (157, 34), (169, 41)))
    between = tuple(Fold(_moved([(x, 12), (x + 0.18 * (150 - x), 26), (x + 0.34 * (150 - x), 46)]), -2.4, 2.4)
        for x in (136, 149, 163))
    web = (Fold(_moved([(131, 54), (134, 64), (139, 71)]), -2.4, 2.6),
        Fold(_moved([(128, 76), (148, 79), (169, 75)]), -1.8, 2.0))
    return [
        Piece(_puffed(UPPER, (46.0, 33.0)), "coat", 24, 0.85, 0.74, bends, skin=_padded,
            more=(_puffed(FORE, (33.0, 27.0)), ELBOW)),
        Piece(mouth, "coat", 5, 0.4, 0.22, shade=0.3, reach=2),
        Piece(wrist, "reed", 11, 0.9, 0.62, bent, skin=_moved_skin(_ribs), shade=0.6),
        Piece(cuff, "coat", 7, 1.0, 0.86, (seam, *gathers), shade=0.65),
        Piece(_moved(THUMB), "reed", 7, 0.8, 0.80, skin=_moved_skin(_knit_aslant), shade=0.4),
        Piece(_moved(MITTEN), "reed", 12, 0.62, 0.80, (*knuckles, *between, *web), skin=_moved_skin(_knit), shade=0.55),
    ]


def _moved_skin(skin: Skin) -> Skin:
    """A skin that lies as far to the right as the hand."""

    def drawn(x: Floats, y: Floats) -> Floats:
        return skin(x - np.float32(LEFT), y)

    return drawn


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
