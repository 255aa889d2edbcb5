"""The widow Ham from behind, cut in relief: on her knees, one hand on her thigh, stirring. Pixels of the plate."""

from __future__ import annotations

import numpy as np

from tools.art.palette import NOTHING, index, table
from tools.art.pictures.from_behind import scarf
from tools.art.pictures.hands import limb
from tools.art.pictures.parts import HEIGHT, WIDTH, Line, Plate, curve
from tools.art.pictures.relief import Fold, Light, Piece, carve

LIGHTS = (
    Light((-0.90, 0.12, 0.22), 0.98, warm=True), Light((0.70, 0.62, -0.10), 0.30, warm=True),
    Light((0.0, 0.1, 1.0), 0.10, warm=True), Light((0.20, -0.85, 0.35), 0.20),
)
"""The oil lamp on the left, embers on the right, what the papered walls give back, the snow at the window."""
HEAD, BENT, LARGE = (399, 86), 0.62, 0.60


def _head_at(line: Line) -> list[tuple[float, float]]:
    """The title's scarf bent toward the pot; its corner hangs straight down all the same."""
    out = []
    for x, y in line:
        a, b = (x - 94) * LARGE, (y - 48) * LARGE
        turn = BENT * float(np.clip((112 - y) / 40, 0.2, 1))
        out.append((HEAD[0] + a * np.cos(turn) - b * np.sin(turn) - 0.10 * max(y - 84, 0),
            HEAD[1] + a * np.sin(turn) + b * np.cos(turn)))
    return out


def _pieces() -> list[Piece]:
    """From the floor up."""
    skirt = [(298, 208), (290, 230), (296, 246), (330, 257), (380, 256), (414, 244), (418, 224), (402, 204), (350, 196)]
    socks = (limb([(326, 226), (312, 232), (298, 233)], (9, 8.5, 7)),
        limb([(348, 240), (332, 246), (314, 246)], (9, 8.5, 7)))
    back = [(306, 216), (300, 196), (304, 168), (314, 138), (330, 112), (350, 94), (372, 86), (392, 92), (404, 108),
            (406, 130), (400, 154), (396, 184), (398, 208), (384, 220), (344, 225)]
    prop = limb(curve([(346, 104), (326, 122), (311, 150), (312, 172), (328, 186)], fine=4),
        list(np.interp(np.linspace(0, 1, 17), (0, 0.4, 0.6, 1), (12, 13.5, 13, 9.5))))
    reach = limb(curve([(388, 100), (404, 122), (420, 134), (432, 122), (440, 108)], fine=4),
        list(np.interp(np.linspace(0, 1, 17), (0, 0.4, 0.6, 1), (13, 12, 11.5, 8.5))))
    hand = limb([(438, 110), (444, 101), (448, 97)], (6.4, 6.2, 4.6))
    fingers = tuple(limb([(443, 97 + 4 * k), (451, 99 + 3.6 * k)], (2.6, 2.3)) for k in range(3))
    ladle = limb([(440, 88), (453, 106), (466, 128)], (1.7, 1.7, 1.7))
    tie = [(301, 187), (301, 191), (346, 200), (396, 191), (396, 187), (346, 195)]
    bow: tuple[Line, ...] = (
        [(344, 197), (333, 190), (327, 193), (330, 200), (342, 200)],
        [(346, 197), (358, 191), (364, 195), (359, 202), (347, 201)],
        [(343, 199), (336, 212), (332, 226), (338, 227), (346, 202)],
        [(346, 199), (350, 212), (350, 228), (356, 227), (350, 200)],
    )
    collar = [(372, 96), (378, 86), (396, 90), (412, 104), (412, 112), (394, 106)]
    cheek = Piece([(404, 88), (415, 92), (419.5, 100), (418, 104), (420, 108), (415, 115), (404, 114)], "skin", 6,
        0.9, 1.3)
    drawn = (
        Fold([(384, 96), (358, 132), (346, 168), (346, 194)], -1.0, 3.0, whole=True),
        Fold([(340, 112), (346, 134), (342, 160)], -1.8, 4.0), Fold([(392, 108), (386, 130), (392, 152)], -1.8, 4.0),
        Fold([(330, 150), (318, 172), (310, 186)], 1.2, 4.0), Fold([(398, 132), (378, 150), (362, 158)], 1.3, 4.0),
        Fold([(396, 150), (376, 166), (358, 172)], -1.2, 4.0), Fold([(308, 204), (330, 212), (350, 212)], -1.4, 4.0),
        Fold([(394, 202), (376, 210), (360, 212)], -1.4, 4.0),
    )
    return [
        Piece(skirt, "wood", 22, 0.8, 0.56, (
            Fold([(312, 216), (306, 234), (308, 248)], -0.9, 4.0),
                Fold([(362, 222), (370, 240), (370, 256)], -0.4, 6.0),
            Fold([(388, 218), (400, 232), (404, 246)], -0.4, 6.0),
                Fold([(376, 222), (385, 238), (388, 252)], 0.4, 6.0))),
        *[Piece(sock, "snow", 8, 0.9, 0.54, (Fold([(sock[3][0], sock[3][1]), (sock[3][0], sock[3][1] - 8)], -0.6,
            1.4),),
            shade=0.7) for sock in socks],
        Piece(hand, "skin", 6, 0.9, 0.9, more=fingers),
        Piece(ladle, "wood", 1.8, 0.9, 0.9, reach=1),
        Piece(reach, "coat", 12, 0.95, 0.72, (Fold([(414, 142), (418, 132), (412, 122)], -2.0, 2.6),)),
        Piece(back, "coat", 34, 0.8, 0.72, drawn, reach=5),
        Piece(prop, "coat", 13, 0.95, 0.74, (Fold([(300, 160), (310, 160), (318, 154)], -2.0, 3.0),
            Fold([(302, 170), (312, 168), (320, 164)], 1.2, 3.0)), reach=4),
        Piece(tie, "snow", 2.5, 0.7, 0.46, shade=0.5, reach=2),
            *[Piece(part, "snow", 3, 0.9, 0.52, reach=2) for part in bow],
        Piece(limb([(344, 198), (346, 198.6)], (3.6, 3.6)), "snow", 3, 1.0, 0.58, reach=1.5),
        Piece(collar, "snow", 5, 0.9, 0.5, reach=3),
        cheek,
        scarf("olive", 0.66, _head_at, LARGE)[-1],
    ]


def widow_back(plate: Plate) -> None:
    """She, between the lamp and the embers."""
    cold, warm = carve(_pieces(), (WIDTH, HEIGHT), LIGHTS, 0.10)
    # By oil light blue cotton is still blue until the flame is close, or it would turn to ash.
    blue = (warm // 16 == index("coat", 0) // 16) & (warm % 16 < 8)
    plate.stamp(np.where(blue, warm, cold).astype(np.uint8), table("river", "moon"), 0, 0)
    plate.stamp(np.where(blue, NOTHING, warm).astype(np.uint8), table("flat", "lamp"), 0, 0)
