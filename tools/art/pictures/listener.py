"""He who listens, cut in relief: a hand that is careful with a knob, the back of a head that is careful with a voice.

Pixels of the plate. The dial, left of the hand and right of the head, is the light; a window adds a little blue.
"""

from __future__ import annotations

import numpy as np

from tools.art.pictures.hands import limb
from tools.art.pictures.parts import Floats, Line, curve
from tools.art.pictures.relief import Fold, Light, Piece

DIAL_ON_HAND = (Light((-0.86, -0.22, 0.34), 0.92, warm=True), Light((-0.10, 0.80, 0.50), 0.10, warm=True),
    Light((0.45, -0.70, 0.40), 0.20))
DIAL_ON_HEAD = (Light((0.90, 0.06, -0.42), 1.35, warm=True), Light((0.84, 0.0, 0.30), 0.20, warm=True),
    Light((-0.40, -0.80, 0.35), 0.17))
FINGERS: tuple[tuple[Line, float], ...] = (
    ([(466, 214), (470, 184), (466, 164), (456, 150), (445, 147)], 6.6),
    ([(460, 212), (457, 180), (449, 163), (434, 160), (421, 169)], 7.6),
    ([(453, 214), (446, 184), (434, 169), (417, 169), (403, 181)], 8.2),
    ([(446, 220), (436, 194), (421, 180), (402, 180), (385, 192)], 8.0),
)
"""From the little one, which is lifted, to the first: root, a joint bent over the rim, the tip on it."""
THUMB: Line = [(480, 232), (456, 250), (433, 260), (412, 258), (399, 250)]


def _wool(x: Floats, y: Floats) -> Floats:
    return np.asarray(0.10 * np.sin(x * 1.3 + y * 0.5) * np.sin(y * 1.2), np.float32)


def _finger(spine: Line, thick: float, gain: float) -> Piece:
    """One finger over the rim: knuckle, two joints with their creases."""
    line = curve(spine, fine=5)
    widths = np.interp(np.linspace(0, 1, len(line)), (0, 0.35, 0.5, 0.8, 1), (1.1, 0.92, 1.0, 0.88, 0.70)) * thick
    folds = [Fold([spine[1], (spine[1][0] - 1, spine[1][1] - 1)], 0.8, thick * 0.5, whole=True)]
    for joint, wide in ((2, 0.62), (3, 0.55)):
        (ax, ay), (x, y), (bx, by) = spine[joint - 1], spine[joint], spine[min(joint + 1, len(spine) - 1)]
        dx, dy = np.array([bx - ax, by - ay]) / np.hypot(bx - ax, by - ay)
        for shift in (-1.6, 1.4) if joint == 2 else (0.0,):
            px, py, reach = x + shift * dx, y + shift * dy, thick * wide
            folds.append(Fold([(px - dy * reach, py + dx * reach), (px + dy * reach, py - dx * reach)], -0.5, 0.8))
    return Piece(limb(line, list(widths)), "skin", thick * 0.95, 0.9, gain, tuple(folds), shade=0.65, reach=4)


def turning() -> list[Piece]:
    """A good sleeve, two buttons, a hand's breadth of linen, the hand."""
    sleeve = [(560, 224), (552, 250), (554, 278), (564, 294), (624, 328), (712, 384), (740, 320), (720, 266),
        (664, 240),
              (606, 220)]
    linen = limb([(544, 248), (560, 254)], (24, 26))
    cuff = [(560, 218), (552, 242), (551, 270), (561, 298), (585, 310), (583, 272), (587, 242), (596, 220)]
    wrist = limb([(494, 232), (520, 242), (552, 252)], (20, 17, 19))
    hand = [(440, 212), (448, 203), (462, 202), (474, 207), (492, 215), (512, 226), (528, 236), (524, 256), (506, 260),
            (486, 258), (464, 258), (448, 248), (440, 232)]
    cords = (
        *[Fold([(x, y), ((x + 500) / 2, (y + 236) / 2 - 3), (506, 240)], 1.0, 2.4) for x, y in
            ((446, 220), (454, 213), (463, 211), (471, 214))],
        *[Fold([(x, y), (x + 0.1, y + 0.1)], 1.7, 4.6, whole=True) for x, y in
            ((446, 220), (454, 212), (462, 209), (470, 211))],
        Fold([(452, 238), (466, 240), (478, 248)], -1.6, 3.4), Fold([(420, 254), (422, 264)], -0.5, 0.8),
    )
    bends = (
        Fold([(640, 232), (622, 262), (616, 300)], -2.2, 6.0), Fold([(690, 246), (664, 282), (654, 324)], -2.4, 6.0),
        Fold([(660, 240), (644, 270), (636, 310)], 1.8, 6.0), Fold([(600, 262), (660, 282), (720, 300)], -1.0, 5.0),
    )
    return [
        Piece(wrist, "skin", 15, 0.8, 0.80, (Fold([(530, 230), (527, 242), (530, 256)], -0.6, 1.2),)),
        Piece(sleeve, "metal", 32, 0.85, 0.44, bends, skin=_wool),
        Piece(linen, "snow", 9, 0.8, 0.86, (Fold([(546, 226), (540, 248), (544, 270)], -0.7, 1.2, whole=True),)),
        Piece(cuff, "metal", 12, 0.85, 0.50, (Fold([(590, 222), (580, 256), (581, 306)], -1.2, 1.6, whole=True),),
            skin=_wool, shade=0.6, reach=4),
        *[Piece(limb([(x, y), (x + 0.5, y + 0.5)], (3.6, 3.6)), "lamp", 3, 1.0, 0.62, reach=2)
            for x, y in ((570, 286), (574, 297))],
        *[_finger(spine, thick, 0.86 + 0.04 * number) for number, (spine, thick) in enumerate(FINGERS)],
        Piece(hand, "skin", 20, 0.75, 0.92, cords, shade=0.6, reach=4, more=(limb(curve(THUMB, fine=5), list(
            np.interp(np.linspace(0, 1, 4 * 5 + 1), (0, 0.3, 0.6, 0.8, 1), (15, 11.5, 9.2, 8.6, 6.2)))),)),
        Piece([(396, 247), (401, 243), (410, 247), (411, 252), (403, 252)], "skin", 2.4, 0.7, 1.05, shade=0.2,
            reach=0.6),
    ]


def _cropped(x: Floats, y: Floats) -> Floats:
    """Short hair, combed down from the crown to the nape."""
    angle = np.arctan2(x - 46, y - 52)
    away = np.hypot(x - 46, y - 52)
    return np.asarray(0.55 * np.sin(34 * angle + 2.0 * np.sin(away / 9)) * np.clip(away / 60, 0.2, 1), np.float32)


def hearing() -> list[Piece]:
    """Shoulder, collar, neck, cropped hair, and the headphones: one cup is all that listens to us."""
    shoulder = [(-40, 292), (-60, 330), (-60, 400), (286, 400), (262, 352), (230, 326), (182, 308), (132, 298),
        (60, 306)]
    board = [(150, 303), (196, 312), (236, 330), (246, 346), (226, 350), (196, 332), (146, 316)]
    collar = [(-30, 258), (-34, 306), (20, 322), (84, 318), (134, 304), (133, 262), (120, 252), (70, 270)]
    neck = [(-20, 190), (-24, 290), (60, 300), (122, 284), (119, 250), (124, 214), (130, 180)]
    hair = [(36, 26), (-16, 40), (-50, 90), (-50, 170), (-26, 226), (20, 250), (64, 252), (98, 240), (120, 218),
            (133, 186), (139, 146), (132, 100), (112, 62), (78, 34)]
    ear = [(132, 132), (126, 152), (130, 178), (138, 194), (147, 184), (152, 160), (148, 138)]
    cushion = [(136, 112), (124, 134), (122, 164), (130, 194), (146, 206), (158, 190), (161, 156), (154, 124)]
    shell = [(152, 118), (143, 138), (142, 166), (149, 192), (162, 196), (173, 178), (176, 154), (170, 130), (162, 118)]
    hub = [(163, 138), (158, 156), (163, 174), (171, 168), (174, 154), (170, 142)]
    fork = limb([(150, 84), (164, 100), (171, 124), (170, 152)], (3.6, 4.0, 4.0, 3.4))
    arc: Line = [(-40, 6), (10, -4), (60, 4), (104, 28), (134, 58), (152, 90)]
    wire = limb([(162, 190), (170, 220), (166, 252), (180, 286), (214, 300), (244, 286), (266, 258), (288, 250)],
        (2.6, 2.4, 2.4, 2.4, 2.4, 2.3, 2.2, 2.2))
    return [
        Piece(wire, "coat", 2.5, 1.0, 0.9, reach=1),
        Piece(shoulder, "metal", 40, 0.8, 0.62, (Fold([(120, 302), (150, 344), (160, 380)], -2.0, 6.0),), skin=_wool),
        Piece(board, "olive", 6, 0.7, 0.62, (Fold([(156, 310), (196, 322), (234, 340)], 0.8, 1.4, whole=True),),
            reach=3),
        Piece(limb([(160, 310), (161, 310.5)], (4, 4)), "lamp", 3, 1.0, 0.7, reach=1),
        Piece(neck, "skin", 34, 0.85, 0.72, (
            Fold([(70, 286), (78, 262), (74, 240)], -1.4, 6.0), Fold([(112, 280), (108, 256), (114, 232)], 1.6, 7.0))),
        Piece(collar, "metal", 14, 0.8, 0.66, (Fold([(-30, 268), (60, 282), (128, 264)], -0.9, 1.6, whole=True),),
            skin=_wool, shade=0.8),
        Piece(hair, "wood", 62, 0.85, 0.62, (Fold([(96, 226), (92, 240), (96, 250)], -0.8, 3.0),), skin=_cropped,
            reach=6),
        Piece(ear, "skin", 7, 0.9, 0.7),
        Piece(limb(arc, (9, 9, 9, 8.5, 8, 6.5)), "coat", 7, 0.9, 0.62, (
            Fold([(8, -4), (60, 4), (104, 28), (134, 58)], 0.8, 2.0, whole=True),), shade=0.75, reach=5),
        Piece(cushion, "coat", 11, 1.0, 0.62, (Fold([(134, 128), (131, 160), (140, 192)], -1.0, 2.0),), shade=0.75,
            reach=5),
        Piece(shell, "metal", 14, 0.9, 0.62, shade=0.7, reach=3),
        Piece(hub, "metal", 5, 0.7, 0.9, shade=0.5, reach=1.5),
        Piece(fork, "metal", 3.6, 0.9, 0.95, shade=0.5, reach=2),
    ]
